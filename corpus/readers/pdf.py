"""PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.layout.blocks import find_blocks
from corpus.layout.characters import read_page
from corpus.layout.fields import added_to, attached_to
from corpus.layout.page import Page
from corpus.metadata import Given
from corpus.metadata.shape import is_body
from corpus.recognition.scans import counted_pages, looks_scanned, pages_in_words, with_scans_read

_SIGNATURE = b"%PDF-"
_OPENING_BYTES = 1024  # in which a PDF may have its signature
_PAGES_MAX = 10_000
_NAMES_SHOWN = 8  # of attached files
_TITLE_LONG_ENOUGH_CHARS = 60
_TITLE_LINE_MAX_CHARS = 120  # a longer first line is a sentence


@dataclass(slots=True)
class _Extracted:
    """What was found in a PDF.

    Attributes:
        count: how many pages it has.
        pages: what stands on them.
        damaged: the numbers (from 1) of pages that cannot be read.
        scanned: the numbers (from 1) of pages that look scanned.
        attached: the names of the files in it.
    """

    count: int
    pages: list[Page] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a PDF; see `corpus.formats.Reader`."""
    with _opened(data) as pdf:
        extracted = _extracted(pdf)
        scans = with_scans_read(pdf, extracted.pages, extracted.scanned)
        stated_title = pdf.get_metadata_dict().get("Title", "")
        is_dynamic = pdf.get_formtype() == pdfium.FORMTYPE_XFA_FULL
    warnings = (*_warnings(extracted, is_dynamic=is_dynamic), *scans.warnings)
    yield from (ReadWarning(file_id, reason) for reason in warnings)
    blocks = find_blocks(scans.pages)
    given = Given(titles=tuple(_titles(blocks, stated_title)))
    yield compose(file_id, sha256, FORMAT.media_type, blocks, given, extracted.count, scans.recognised)


def sniff(sample: Sample) -> Confidence:
    """Whether a file starts like a PDF; one that is called so may have something else before that."""
    opening = sample.data[:_OPENING_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if opening.startswith(_SIGNATURE) or (sample.suffix in FORMAT.suffixes and _SIGNATURE in opening):
        return Confidence.CERTAIN
    return Confidence.NO


FORMAT = Format(
    kind="pdf",
    name="a PDF",
    suffixes=(".pdf",),
    media_type="application/pdf",
    libraries=("pypdfium2",),
    sniff=sniff,
    read=read,
    signature=_SIGNATURE,
)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableFile("It is a PDF locked with a password. Save a copy without a password.") from None
        raise UnreadableFile(
            "It is a damaged PDF that cannot be opened, perhaps cut short. Fetch it again or save it anew."
        ) from None


def _extracted(pdf: pypdfium2.PdfDocument) -> _Extracted:
    """What is in a PDF."""
    count = len(pdf)
    if not count:
        raise UnreadableFile("It is a PDF without pages. Save it anew.")
    if count > _PAGES_MAX:
        raise UnreadableFile(f"It has {count} pages; at most {_PAGES_MAX} are read. Split it.")
    pdf.init_forms()
    found = _Extracted(
        count, attached=[pdf.get_attachment(index).get_name() for index in range(pdf.count_attachments())]
    )
    for number in range(1, count + 1):
        try:
            with closing(pdf[number - 1]) as page:
                _read_page(pdf, page, number, found)
        except pypdfium2.PdfiumError:
            found.damaged.append(number)
    if len(found.damaged) == count:
        raise UnreadableFile(
            f"It is damaged: none of its {counted_pages(count)} can be read. Fetch it again or save it anew."
        )
    return found


def _read_page(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int, found: _Extracted) -> None:
    """Add what stands on a page to what was found."""
    pages = read_page(page, number, added_to(pdf, page))
    found.attached += attached_to(page)
    if looks_scanned(page, pages):
        found.scanned.append(number)
    found.pages += pages


def _warnings(extracted: _Extracted, *, is_dynamic: bool) -> Iterator[str]:
    """The reasons of the warnings about a PDF that was read."""
    count = extracted.count
    if extracted.damaged:
        yield (
            f"{pages_in_words(extracted.damaged, count)} could not be read; the others were. "
            "Fetch the file again or save it anew."
        )
    if is_dynamic:
        yield "It is an XFA form, whose pages are made only when it is opened. Print it to a PDF and add that."
    if names := list(dict.fromkeys(name for name in extracted.attached if name)):
        shown = ", ".join(names[:_NAMES_SHOWN]) + (", …" if len(names) > _NAMES_SHOWN else "")
        files = "1 attached file" if len(names) == 1 else f"{len(names)} attached files"
        yield f"It holds {files} ({shown}), not read. Save what you need of them beside it."


def _titles(blocks: Sequence[SourceBlock], stated: str) -> Iterator[str]:
    """What may be the title: the stated one if the first page shows it, the headings it opens with, the first line.

    Templates leave wrong titles in files; what is shown is right. Where no line looks like a title, the running header
    is one.
    """
    opening = [block for block in blocks if block.page == 1]
    if stated and _folded(stated) in _folded(" ".join(block.text for block in opening)):
        yield stated
    text = [block for block in blocks if block.kind != "furniture"]
    yield from _masthead(blocks, text)
    headings: list[str] = []
    for place, block in enumerate(text[:6]):
        is_short = len(": ".join(headings)) < _TITLE_LONG_ENOUGH_CHARS
        is_heading = block.page == 1 and block.kind == "heading" and is_short
        if is_heading and not (headings and _is_first_part(text, place)):
            headings.append(block.text)
        elif headings:
            break
    if headings:
        yield ": ".join(heading.rstrip(":") for heading in headings)
    if any(block.kind == "heading" and block.page == 1 for block in text):
        return
    first = text[0].text if text else ""
    if len(first) > _TITLE_LINE_MAX_CHARS or first.endswith("."):
        yield from (block.text for block in opening[:1] if block.kind == "furniture")
    yield first


def _is_first_part(text: Sequence[SourceBlock], place: int) -> bool:
    """Whether a heading heads but the first part of a text: it stands above prose, and others like it further down."""
    heading, above, below = text[place], text[place - 1], text[place + 1 :]
    is_over_prose = bool(below) and below[0].kind == "paragraph" and below[0].text.endswith(".")
    others = (block for block in below if block.kind == "heading" and block.level == heading.level)
    return above.level < heading.level and is_over_prose and any(others)


def _masthead(blocks: Sequence[SourceBlock], text: Sequence[SourceBlock]) -> Iterator[str]:
    """What stands at the head of both of two pages, where each page opens with a heading of its own."""
    first = {block.page: (block.kind, block.level) for block in reversed(text)}
    opens_alike = set(first) == {1, 2} and first[1] == first[2] and first[1][0] == "heading"
    yield from (head.text for head in blocks[:1] if head.kind == "furniture" and opens_alike and not is_body(head.text))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
