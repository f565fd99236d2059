"""Spreadsheets in OpenDocument form (.ods): a row is a row, with its numbers as they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.grid import sheet_blocks
from corpus.office.notices import beyond_limit, listed, not_shown
from corpus.office.open_file import OpenFile, is_open
from corpus.office.open_sheets import OpenSheet, open_sheets
from corpus.office.titles import first_titles


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a spreadsheet; see `corpus.formats.Reader`. What is not shown is left out and named."""
    file = OpenFile(data, FORMAT.name)
    sheets = open_sheets(file)
    if not sheets:
        raise UnreadableFile(file.package.damaged)
    blocks: list[SourceBlock] = []
    for sheet in sheets:
        own = [*sheet_blocks(sheet.sheet), *sheet.notes, *sheet.drawn]
        if own and not sheet.is_hidden:
            blocks += (SourceBlock(sheet.name, "heading", 1), *own)
    hidden = [sheet.name for sheet in sheets if sheet.is_hidden]
    if hidden:
        yield ReadWarning(
            file_id, f"Hidden sheets were left out: {listed(hidden)}. Unhide them if they should be found."
        )
    for sheet in sheets:
        yield from (ReadWarning(file_id, notice) for notice in _noticed(sheet))
    headings = [block.text for block in blocks if block.kind == "heading" and block.level == 2]
    given = Given(titles=first_titles(file.stated_title(), headings, file_id))
    yield compose(file_id, sha256, FORMAT.media_type, blocks, given)


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a zip archive that says it holds an OpenDocument spreadsheet."""
    return Confidence.CERTAIN if is_open(sample, "spreadsheet") else Confidence.NO


FORMAT = Format(
    kind="ods",
    name="an OpenDocument spreadsheet",
    suffixes=(".ods", ".ots"),
    media_type="application/vnd.oasis.opendocument.spreadsheet",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)


def _noticed(sheet: OpenSheet) -> Iterator[str]:
    place = f"Sheet {' '.join(sheet.name.split())!r}"
    if sheet.hidden_rows or sheet.hidden_columns:
        yield not_shown(place, sheet.hidden_rows, len(sheet.hidden_columns))
    if sheet.left_out:
        yield beyond_limit(len(sheet.sheet.rows), sheet.left_out, place)
    if sheet.is_damaged:
        yield f"{place} is damaged and was read only as far as it goes. Open the file and save it anew."
