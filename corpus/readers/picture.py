"""Pictures of text, such as scanned letters, where Tesseract is installed."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import compose
from corpus.document import Document
from corpus.errors import ReadError, ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.layout.blocks import find_blocks
from corpus.metadata import Given
from corpus.recognition.pictures import pictures_in
from corpus.recognition.recogniser import recognise, recogniser_in_use
from corpus.recognition.scans import left_in_words, what_to_look_at

_MEDIA_TYPES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadError | ReadWarning]:
    """Read a file of pictures; see `corpus.formats.Reader`."""
    if missing := recogniser_in_use().missing:
        raise UnreadableFile(f"It is a picture. {missing}")
    found = recognise(enumerate(pictures_in(data), start=1))
    if found.failed and not found.pages:
        raise UnreadableFile(f"It is a picture, and text recognition {next(iter(found.failed))}.")
    if found.left and not found.pages:
        raise UnreadableFile(f"It is a picture. {left_in_words(found.left, found.count)}")
    if not found.pages:
        yield ReadError(file_id, "It is a picture in which no text was recognised.", empty=True)
        return
    yield from (ReadWarning(file_id, sentence) for sentence in what_to_look_at(found, found.count))
    blocks = find_blocks([found.pages[number] for number in sorted(found.pages)])
    titles = tuple(block.text for block in blocks[:6] if block.kind == "heading")[:1]
    media_type = next(kind for start, kind in _MEDIA_TYPES.items() if data.startswith(start))
    certainties = tuple(sorted(found.certainties.items()))
    yield compose(file_id, sha256, media_type, blocks, Given(titles=titles), found.count, certainties)


def sniff(sample: Sample) -> Confidence:
    """Whether a file starts like a picture of a kind that is read."""
    return Confidence.CERTAIN if sample.data.startswith(tuple(_MEDIA_TYPES)) else Confidence.NO


def why_not() -> str:
    """Why no pictures are read on this machine, and what to do; "" where they are."""
    missing = recogniser_in_use().missing
    return missing and f"A picture is not read here. {missing}"


FORMAT = Format(
    kind="picture",
    name="a picture of text",
    suffixes=(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
    media_type="image/png",
    libraries=("pillow",),
    sniff=sniff,
    read=read,
    why_not=why_not,
)
