"""Presentations in OpenDocument form (.odp): each slide is a page."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.open_file import OpenFile, is_open
from corpus.office.open_slides import open_slides
from corpus.office.slide import slide_notices
from corpus.office.titles import own_title


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a presentation; see `corpus.formats.Reader`. Hidden slides are left out and named."""
    file = OpenFile(data, FORMAT.name)
    body = file.body("presentation")
    if body is None:
        raise UnreadableFile(file.package.damaged)
    found = list(open_slides(body, file))
    blocks = [block for slide in found for block in slide.blocks]
    furniture = dict.fromkeys(text for slide in found for text in slide.furniture)
    last = blocks[-1].page if blocks else 0
    blocks += (SourceBlock(text, "furniture", page=last) for text in furniture)
    yield from (ReadWarning(file_id, notice) for notice in slide_notices(found))
    given = Given(titles=(own_title(file.stated_title()),))
    yield compose(file_id, sha256, FORMAT.media_type, blocks, given, page_count=len(found))


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a zip archive that says it holds an OpenDocument presentation."""
    return Confidence.CERTAIN if is_open(sample, "presentation") else Confidence.NO


FORMAT = Format(
    kind="odp",
    name="an OpenDocument presentation",
    suffixes=(".odp", ".otp"),
    media_type="application/vnd.oasis.opendocument.presentation",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)
