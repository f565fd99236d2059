"""The sheets of an OpenDocument spreadsheet are read with what their cells show."""

from __future__ import annotations

import pytest

from corpus.office.open_file import OpenFile
from corpus.office.open_sheets import OpenSheet, open_sheets
from tests.office_files import changed, open_document


def sheets(body: str, automatic: str = "") -> list[OpenSheet]:
    return open_sheets(OpenFile(open_document("spreadsheet", body, automatic), "a spreadsheet"))


def table(rows: str) -> str:
    return f'<table:table table:name="S">{rows}</table:table>'


@pytest.mark.parametrize(
    ("cell", "text", "is_number"),
    [
        ('office:value-type="float"><text:p>1,234</text:p>', "1,234", True),
        (
            'office:value-type="date" office:date-value="2023-03-14T09:30:00"><text:p>x</text:p>',
            "14 March 2023 09:30",
            True,
        ),
        ('office:value-type="date" office:date-value="soon"><text:p>soon</text:p>', "soon", True),
        ('office:value-type="boolean"><text:p>TRUE</text:p>', "TRUE", False),
        ("><text:p>two</text:p><text:p>lines</text:p>", "two lines", False),
    ],
)
def test_a_cell_shows_its_value(cell: str, text: str, is_number: bool) -> None:
    (sheet,) = sheets(table(f"<table:table-row><table:table-cell {cell}</table:table-cell></table:table-row>"))
    (found,) = sheet.sheet.rows[0].cells.values()
    assert (found.text, found.is_number) == (text, is_number)


def test_places_are_counted_over_what_is_repeated() -> None:
    (sheet,) = sheets(
        table(
            '<table:table-row table:number-rows-repeated="3"/><table:table-row><table:table-cell '
            'table:number-columns-repeated="27"/><table:table-cell><office:annotation><text:p>Why?</text:p></office:annotation>'
            "<text:p>x</text:p></table:table-cell></table:table-row>"
        )
    )
    assert [(row.number, list(row.cells)) for row in sheet.sheet.rows] == [(3, [27])]
    assert [note.text for note in sheet.notes] == ["AB4: Why?"]


def test_tables_within_cells_and_groups_of_rows_are_no_sheets_of_their_own() -> None:
    inner = table("<table:table-row><table:table-cell><text:p>in</text:p></table:table-cell></table:table-row>")
    found = sheets(
        table(
            "<table:table-row-group><table:table-row><table:table-cell><text:p>out</text:p></table:table-cell></table:table-row>"
            f"</table:table-row-group><table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row>"
        )
    )
    assert len(found) == 1 and len(found[0].sheet.rows) == 1


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    row = "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
    cut = changed(open_document("spreadsheet", table(row)), "content.xml", b"</office:body>", b"</wrong>")
    (sheet,) = open_sheets(OpenFile(cut, "a spreadsheet"))
    assert sheet.is_damaged and len(sheet.sheet.rows) == 1
