"""A spreadsheet is read as a person sees it: rows with their headers, numbers as they are shown."""

from __future__ import annotations

import datetime

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tests.office_files import blocks, changed, context, document, read, saved, unzipped, warnings, zipped

BOLD = Font(bold=True)


def active(book: openpyxl.Workbook) -> Worksheet:
    """The first sheet of a new workbook."""
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def budget() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = active(book)
    sheet.title = "Revenue"
    sheet["A1"] = "Revenue budget 2023/24"
    sheet.merge_cells("A1:D1")
    sheet["A2"] = "£ thousands"
    sheet.append(["Service", "2021/22", None, "2022/23"])
    sheet.merge_cells("B3:C3")
    sheet.append([None, "Budget", "Actual", "Budget"])
    sheet.append(["Adults"])
    sheet["A5"].font = BOLD
    sheet.append(["Care homes", 1234.5, 0.31, None])
    sheet.append(["Day care", -20, None, datetime.date(2023, 3, 14)])
    sheet["B6"].number_format = "#,##0.00"
    sheet["C6"].number_format = "0%"
    sheet["B7"].number_format = "£#,##0;(£#,##0)"
    sheet.append(["Source: the accounts of the council"])
    return book


def test_titles_header_rows_sections_and_notes_of_a_table_are_told_apart() -> None:
    found = document("budget.xlsx", saved(budget()))
    assert blocks(found) == [
        ("heading", "Revenue"),
        ("heading", "Revenue budget 2023/24"),
        ("caption", "£ thousands"),
        ("table_row", "Service | 2021/22 |  | 2022/23"),
        ("table_row", "| Budget | Actual | Budget"),
        ("table_row", "Adults |  |  |"),
        ("table_row", "Care homes | 1,234.50 | 31% |"),
        ("table_row", "Day care | (£20) |  | 14 March 2023"),
        ("note", "Source: the accounts of the council"),
    ]
    assert context(found, "Day care") == [
        "Adults |  |  |",
        "| Budget | Actual | Budget",
        "Service | 2021/22 |  | 2022/23",
        "£ thousands",
        "Revenue budget 2023/24",
        "Revenue",
    ]
    header = found.blocks[3]
    assert [(cell.column, cell.span, cell.names) for cell in header.cells] == [(0, 1, True), (1, 2, True), (3, 1, True)]
    assert [cell.names for cell in found.blocks[6].cells] == [True, False, False, False]
    assert found.title == "Revenue budget 2023/24"


def test_a_blank_row_does_not_part_a_table_from_its_header_and_a_new_header_begins_a_new_table() -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Area", "Pupils"],
        ["North", 4],
        [],
        ["South", 5],
        [],
        ["West"],
        ["Bristol", 6],
        [],
        ["Grade", "Homes"],
        ["Good", 9],
    ):
        active(book).append(row)
    found = document("a.xlsx", saved(book))
    assert context(found, "South") == ["Area | Pupils", "Sheet"]
    assert context(found, "Bristol") == ["West |", "Area | Pupils", "Sheet"]
    assert context(found, "Good") == ["Grade | Homes", "Sheet"]


def test_tables_beside_each_other_are_read_one_after_the_other() -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Grants", None, None, None, "Officers"],
        ["Name", "Sum", None, None, "Name", "Phone"],
        ["Arts", 5, None, None, "Ann", "0207"],
        ["Sport", 6, None, None, "Bob", "0208"],
    ):
        active(book).append(row)
    found = document("a.xlsx", saved(book))
    assert found.text.index("Sport | 6") < found.text.index("Officers") < found.text.index("Ann | 0207")
    assert context(found, "Bob") == ["Name | Phone", "Officers", "Grants", "Sheet"]


def test_a_blank_column_within_one_table_parts_nothing() -> None:
    book = openpyxl.Workbook()
    for row in (["Area", "Budget", None, "Actual"], ["North", 1, None, 2], ["South", 3, None, 4]):
        active(book).append(row)
    assert "South | 3 | 4" in document("a.xlsx", saved(book)).text


def test_a_cell_merged_downwards_reaches_into_the_rows_below() -> None:
    book = openpyxl.Workbook()
    for row in (["Area", "Year", "Sum"], ["North", 2022, 1], [None, 2023, 2]):
        active(book).append(row)
    active(book).merge_cells("A2:A3")
    found = document("a.xlsx", saved(book))
    below = found.blocks[-1]
    assert found.text[below.start : below.end] == "North | 2023 | 2"
    assert found.text[below.cells[0].start : below.cells[0].end] == "North"


def test_a_form_of_labels_has_no_header_row() -> None:
    book = openpyxl.Workbook()
    for row in (["Title:", "Budget"], ["Owner:", "Ann"], ["Version:", 1.2]):
        active(book).append(row)
    found = document("a.xlsx", saved(book))
    assert context(found, "Version") == ["Sheet"]
    assert [cell.names for cell in found.blocks[-1].cells] == [True, False]


def test_a_declared_table_says_which_rows_are_its_header() -> None:
    book = openpyxl.Workbook()
    for row in (["1", "2"], ["3", "4"], ["5", "6"]):
        active(book).append(row)
    active(book).add_table(Table(displayName="T", ref="A1:B3"))
    assert context(document("a.xlsx", saved(book)), "5 | 6") == ["1 | 2", "Sheet"]


def test_what_is_hidden_is_left_out_and_named() -> None:
    book = openpyxl.Workbook()
    sheet = active(book)
    for row in (["Area", "Secret", "Sum"], ["North", "x1", 1], ["Hidden row", "x2", 2], ["South", "x3", 3]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    for name in ("Old", "Lookup"):
        other = book.create_sheet(name)
        other["A1"] = "Kept aside"
        other.sheet_state = "hidden" if name == "Old" else "veryHidden"
    data = saved(book)
    assert blocks(document("a.xlsx", data))[1:] == [
        ("table_row", "Area | Sum"),
        ("table_row", "North | 1"),
        ("table_row", "South | 3"),
    ]
    assert warnings("a.xlsx", data) == [
        "Hidden sheets were left out: 'Old', 'Lookup'. Unhide them if they should be found.",
        "Sheet 'Sheet': 1 hidden row and 1 hidden column left out. Unhide them if they should be found.",
    ]


def test_a_formula_is_read_by_its_kept_result_and_one_without_is_named() -> None:
    book = openpyxl.Workbook()
    for row in (["Area", "Sum"], ["North", 4], ["Total", "=SUM(B2:B2)"]):
        active(book).append(row)
    data = saved(book)
    assert warnings("a.xlsx", data) == [
        "Sheet 'Sheet': 1 formula without a kept result, so left out. Open it in a spreadsheet program and save it."
    ]
    kept = (
        changed(data, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>4</v>")
        if b"<v></v>" in unzipped(data)["xl/worksheets/sheet1.xml"]
        else changed(data, "xl/worksheets/sheet1.xml", b"<v />", b"<v>4</v>")
    )
    assert "Total | 4" in document("a.xlsx", kept).text
    assert warnings("a.xlsx", kept) == []


def test_comments_say_where_they_are_and_who_wrote_them() -> None:
    book = openpyxl.Workbook()
    active(book)["B2"] = 5
    active(book)["B2"].comment = Comment("Was 4 before.", "Ann Smith")
    assert ("note", "B2, Ann Smith: Was 4 before.") in blocks(document("a.xlsx", saved(book)))


def test_printed_headers_are_kept_once_without_page_numbers() -> None:
    book = openpyxl.Workbook()
    for sheet in (active(book), book.create_sheet("Other")):
        sheet["A1"] = "Words"
        for part, text in ((sheet.oddHeader, "Borough Council, draft"), (sheet.oddFooter, "Page &P of &N")):
            assert part is not None and part.center is not None
            part.center.text = text
    furniture = [text for kind, text in blocks(document("a.xlsx", saved(book))) if kind == "furniture"]
    assert furniture == ["Borough Council, draft"]


def test_a_title_that_the_program_wrote_gives_way_to_the_file_s_name() -> None:
    book = openpyxl.Workbook()
    active(book).append(["Area", "Sum"])
    active(book).append(["North", 4])
    book.properties.title = "Workbook1"
    assert document("papers/ward_budget.xlsx", saved(book)).title == "ward budget"
    book.properties.title = "Budget of the wards"
    assert document("papers/ward_budget.xlsx", saved(book)).title == "Budget of the wards"


def test_an_empty_workbook_is_empty() -> None:
    assert [error.empty for error in read("a.xlsx", saved(openpyxl.Workbook())).errors] == [True]


def test_more_rows_than_are_read_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.office.workbook.ROWS_MAX", 100)
    book = openpyxl.Workbook()
    active(book).append(["Area", "Sum"])
    for number in range(149):
        active(book).append([f"Ward {number}", number])
    data = saved(book)
    assert len(document("a.xlsx", data).blocks) == 101
    (said,) = warnings("a.xlsx", data)
    assert said.startswith("Sheet 'Sheet': 50 rows after the first 100 left out: so large a table is a data file.")


def test_a_damaged_sheet_is_read_as_far_as_it_goes_and_named() -> None:
    book = openpyxl.Workbook()
    active(book).append(["Area", "Sum"])
    active(book).append(["North", 4])
    cut = changed(saved(book), "xl/worksheets/sheet1.xml", b"</sheetData>", b"</wrong>")
    assert "North | 4" in document("a.xlsx", cut).text
    assert "is damaged" in warnings("a.xlsx", cut)[0]


def test_a_strict_workbook_is_read_like_any_other() -> None:
    members = unzipped(saved(budget()))
    for name, content in members.items():
        content = content.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        members[name] = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    assert document("a.xlsx", zipped(members)).text == document("a.xlsx", saved(budget())).text


def test_other_files_are_told_apart_from_spreadsheets() -> None:
    data = saved(budget())
    for name in ("a.xlsm", "a.xltx", "a"):
        assert document(name, data).media_type.endswith("spreadsheetml.sheet")
    assert "It holds a spreadsheet, not a PDF" in read("a.pdf", data).errors[0].reason
    assert "binary spreadsheet" in read("a.xlsx", zipped({"xl/workbook.bin": b"x"})).errors[0].reason
    assert "damaged" in read("a.xlsx", zipped({"xl/workbook.xml": b"x"})).errors[0].reason
    assert "damaged" in read("a.xlsx", data[: len(data) // 2]).errors[0].reason
