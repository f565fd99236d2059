"""OpenDocument spreadsheets are read as a person sees them."""

from __future__ import annotations

import pytest

from tests.office_files import blocks, context, document, open_document, read, warnings

STYLES = (
    '<style:style style:name="bold"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="month" style:data-style-name="N1"/><number:date-style style:name="N1"><number:month/>'
    '<number:text> </number:text><number:year/></number:date-style><style:style style:name="off">'
    '<style:table-properties table:display="false"/></style:style>'
)


def cell(text: str, kind: str = "string", more: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {more}><text:p>{text}</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def sheet(name: str, *rows: str, more: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{"".join(rows)}</table:table>'


def data(*sheets: str) -> bytes:
    return open_document("spreadsheet", "".join(sheets), STYLES)


AREAS = row(cell("Area"), cell("When"), cell("Sum"))


def test_numbers_are_read_as_shown_and_days_are_written_out() -> None:
    north = row(
        cell("North"),
        cell("14/03/23", "date", 'office:date-value="2023-03-14"'),
        cell("£1,234.50", "currency", 'office:value="1234.5"'),
    )
    south = row(
        cell("South"),
        cell("Mar 23", "date", 'table:style-name="month" office:date-value="2023-03-01"'),
        cell("31%", "percentage"),
    )
    found = document("papers/spend_2023.ods", data(sheet("Spend", AREAS, north, south)))
    assert blocks(found) == [
        ("heading", "Spend"),
        ("table_row", "Area | When | Sum"),
        ("table_row", "North | 14 March 2023 | £1,234.50"),
        ("table_row", "South | March 2023 | 31%"),
    ]
    assert context(found, "South") == ["Area | When | Sum", "Spend"]
    assert found.title == "spend 2023"


def test_repeated_cells_and_rows_keep_their_places() -> None:
    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    found = document(
        "a.ods",
        data(
            sheet(
                "S",
                row(cell("Area"), cell("2022"), cell("2023"), cell("2024")),
                row(cell("North"), gap, cell("4", "float")),
                row(cell("South"), cell("7", "float", 'table:number-columns-repeated="3"')),
                blank,
            )
        ),
    )
    assert [text for _, text in blocks(found)][2:] == ["North |  |  | 4", "South | 7 | 7 | 7"]


def test_hidden_sheets_rows_and_columns_are_left_out_and_named() -> None:
    column = "<table:table-column/>"
    hidden = '<table:table-column table:visibility="collapse"/>'
    shown = sheet(
        "Spend",
        column,
        hidden,
        column,
        AREAS,
        row(cell("North"), cell("x"), cell("4", "float")),
        row(cell("Gone"), cell("x"), cell("5", "float"), more='table:visibility="filter"'),
    )
    made = data(shown, sheet("Old", row(cell("Kept aside")), more='table:style-name="off"'))
    assert [text for _, text in blocks(document("a.ods", made))] == ["Spend", "Area | Sum", "North | 4"]
    assert warnings("a.ods", made) == [
        "Hidden sheets were left out: 'Old'. Unhide them if they should be found.",
        "Sheet 'Spend': 1 hidden row and 1 hidden column left out. Unhide them if they should be found.",
    ]


def test_comments_are_notes_and_no_part_of_their_cell() -> None:
    comment = "<office:annotation><dc:creator>Ann</dc:creator><text:p>Sure?</text:p></office:annotation>"
    noted = f"<table:table-cell>{comment}<text:p>4</text:p></table:table-cell>"
    found = document("a.ods", data(sheet("S", row(cell("Area"), cell("Sum")), row(cell("North"), noted))))
    assert blocks(found)[2:] == [("table_row", "North | 4"), ("note", "B2: Ann: Sure?")]


def test_declared_header_rows_and_merged_cells_are_kept() -> None:
    header = f"<table:table-header-rows>{row(cell('1'), cell('2'))}</table:table-header-rows>"
    tall = cell("North", more='table:number-rows-spanned="2"')
    below = row("<table:covered-table-cell/>", cell("5"))
    found = document("a.ods", data(sheet("S", header, row(tall, cell("4")), below)))
    assert context(found, "| 5") == ["1 | 2", "S"]
    last = found.blocks[-1].cells[0]
    assert found.text[last.start : last.end] == "North"


def test_a_row_repeated_a_million_times_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.office.open_sheets.ROWS_MAX", 50)
    many = row(cell("North"), cell("4", "float"), more='table:number-rows-repeated="1000000"')
    made = data(sheet("S", AREAS, many))
    assert len(document("a.ods", made).blocks) == 51
    assert warnings("a.ods", made)[0].startswith("Sheet 'S': 999,951 rows after the first 50 left out")


def test_an_empty_spreadsheet_is_empty_and_a_damaged_one_is_named() -> None:
    assert read("a.ods", data(sheet("S"))).errors[0].empty
    assert "damaged" in read("a.ods", data()).errors[0].reason
