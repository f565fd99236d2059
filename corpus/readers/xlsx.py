"""Spreadsheets (.xlsx): a row is a row, with its numbers as they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import ReadWarning
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.drawing import sheet_drawing
from corpus.office.grid import sheet_blocks
from corpus.office.notices import beyond_limit, counted, listed, not_shown
from corpus.office.package import Package
from corpus.office.titles import first_titles
from corpus.office.workbook import ReadSheet, SheetPart, Workbook


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a spreadsheet; see `corpus.formats.Reader`.

    What is not shown, such as hidden sheets, rows and columns, is left out and named in a warning: nobody who opens
    the file would find it there to check a quotation.
    """
    package = Package(data, FORMAT.name)
    workbook = Workbook(package)
    blocks: list[SourceBlock] = []
    warnings: list[str] = []
    furniture: dict[str, None] = {}
    for sheet in workbook.sheets:
        if sheet.is_hidden:
            continue
        blocks.append(SourceBlock(sheet.name, "heading", 1))
        if sheet.kind == "worksheet":
            found = workbook.read(sheet.part)
            blocks += sheet_blocks(found.sheet)
            furniture |= dict.fromkeys(found.repeated)
            warnings += _noticed(sheet, found)
            blocks += (SourceBlock(text, "note") for text in workbook.comments(sheet.part))
        blocks += sheet_drawing(package, sheet.part)
        if blocks[-1].kind == "heading" and blocks[-1].text == sheet.name:
            blocks.pop()
    blocks += (SourceBlock(text, "furniture") for text in furniture)
    hidden = [sheet.name for sheet in workbook.sheets if sheet.is_hidden]
    if hidden:
        warnings.insert(0, f"Hidden sheets were left out: {listed(hidden)}. Unhide them if they should be found.")
    yield from (ReadWarning(file_id, warning) for warning in warnings)
    headings = [block.text for block in blocks if block.kind == "heading" and block.level == 2]
    given = Given(titles=first_titles(package.stated_title(), headings, file_id))
    yield compose(file_id, sha256, FORMAT.media_type, blocks, given)


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a zip archive with a workbook's parts in it."""
    is_one = any(name.startswith("xl/") for name in sample.members) and "xl/workbook.bin" not in sample.members
    return Confidence.CERTAIN if is_one else Confidence.NO


FORMAT = Format(
    kind="xlsx",
    name="a spreadsheet",
    suffixes=(".xlsx", ".xlsm", ".xltx", ".xltm"),
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)


def _noticed(sheet: SheetPart, found: ReadSheet) -> Iterator[str]:
    place = f"Sheet {' '.join(sheet.name.split())!r}"
    if found.hidden_rows or found.hidden_columns:
        yield not_shown(place, found.hidden_rows, len(found.hidden_columns))
    if found.without_result:
        yield (
            f"{place}: {counted(found.without_result, 'formula')} without a kept result, so left out. "
            "Open it in a spreadsheet program and save it."
        )
    if found.left_out:
        yield beyond_limit(len(found.sheet.rows), found.left_out, place)
    if found.is_damaged:
        yield f"{place} is damaged and was read only as far as it goes. Open the file and save it anew."
