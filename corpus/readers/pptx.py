"""Presentations (.pptx): each slide is a page."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import ReadWarning
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.package import Package
from corpus.office.slide import slide_notices
from corpus.office.slides import slides
from corpus.office.titles import own_title


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a presentation; see `corpus.formats.Reader`.

    A slide's number is its place, as the program shows it, hidden slides counted. Hidden slides are left out and named.
    """
    package = Package(data, FORMAT.name)
    found = list(slides(package))
    blocks = [block for slide in found for block in slide.blocks]
    furniture = dict.fromkeys(text for slide in found for text in slide.furniture)
    last = blocks[-1].page if blocks else 0
    blocks += (SourceBlock(text, "furniture", page=last) for text in furniture)
    yield from (ReadWarning(file_id, notice) for notice in slide_notices(found))
    given = Given(titles=(own_title(package.stated_title()),))
    yield compose(file_id, sha256, FORMAT.media_type, blocks, given, page_count=len(found))


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a zip archive with a presentation's parts in it."""
    return Confidence.CERTAIN if any(name.startswith("ppt/") for name in sample.members) else Confidence.NO


FORMAT = Format(
    kind="pptx",
    name="a presentation",
    suffixes=(".pptx", ".pptm", ".ppsx", ".ppsm", ".potx"),
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)
