"""Rich text (.rtf), as every word processor writes it."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.rich_blocks import RichText
from corpus.office.titles import own_title

_MAX_BYTES = 200_000_000


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document]:
    """Read rich text; see `corpus.formats.Reader`. What is hidden or struck out in tracked changes is left out."""
    if len(data) > _MAX_BYTES:
        raise UnreadableFile(
            f"It is of {len(data) // 1_000_000} MB; at most {_MAX_BYTES // 1_000_000} MB are read. "
            "Take pictures out of it, or save it as .docx."
        )
    text = RichText(data)
    blocks = list(text.blocks())
    blocks += (SourceBlock(words, "furniture") for words in text.furniture)
    yield compose(file_id, sha256, FORMAT.media_type, blocks, Given(titles=(own_title(text.title),)))


def sniff(sample: Sample) -> Confidence:
    """Whether a file starts like rich text."""
    return Confidence.CERTAIN if sample.data.lstrip(b"\xef\xbb\xbf\r\n ").startswith(b"{\\rtf") else Confidence.NO


FORMAT = Format(
    kind="rtf",
    name="rich text",
    suffixes=(".rtf",),
    media_type="application/rtf",
    libraries=(),
    sniff=sniff,
    read=read,
    signature=b"{\\rtf",
)
