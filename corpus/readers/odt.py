"""Text documents in OpenDocument form (.odt)."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.notices import listed
from corpus.office.open_file import OpenFile, is_open
from corpus.office.open_text import furniture
from corpus.office.titles import own_title


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a text document; see `corpus.formats.Reader`.

    Text that was struck out in tracked changes is left out, and what was put in is read.
    """
    file = OpenFile(data, FORMAT.name)
    body = file.body("text")
    if body is None:
        raise UnreadableFile(file.package.damaged)
    reader = file.reader()
    blocks = list(reader.blocks(body))
    blocks += (SourceBlock(text, "furniture") for text in furniture(file.styles_root))
    if reader.unread:
        yield ReadWarning(
            file_id, f"Not read: {listed(reader.unread)}, of another program. Save it as a file if it should be found."
        )
    yield compose(file_id, sha256, FORMAT.media_type, blocks, Given(titles=(own_title(file.stated_title()),)))


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a zip archive that says it holds an OpenDocument text."""
    return Confidence.CERTAIN if is_open(sample, "text") else Confidence.NO


FORMAT = Format(
    kind="odt",
    name="an OpenDocument text",
    suffixes=(".odt", ".ott"),
    media_type="application/vnd.oasis.opendocument.text",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)
