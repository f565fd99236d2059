"""The cells of a workbook's sheets are read whatever way they are written."""

from __future__ import annotations

import pytest

from corpus.office.grid import Area
from corpus.office.package import Package
from corpus.office.workbook import ReadSheet, Workbook, area_of, column_number
from tests.office_files import zipped

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
IDS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="200" formatCode="0.0&quot; km&quot;"/></numFmts>'
    "<fonts><font/><font><b/>"
    '</font><font><b val="0"/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="1"/>'
    '<xf numFmtId="200" fontId="2"/></cellXfs></styleSheet>'
)
SHARED = f"<sst {MAIN}><si><t>one</t></si><si><r><t>two </t></r><r><t>parts</t></r><rPh><t>said</t></rPh></si></sst>"


def workbook(sheet: str, properties: str = "", others: dict[str, str] | None = None) -> Workbook:
    relationships = "".join(
        f'<Relationship Id="{kind}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for kind, target in (("worksheet", "sheet.xml"), ("styles", "styles.xml"), ("sharedStrings", "texts.xml"))
    )
    main = (
        f'<workbook {MAIN} {IDS}>{properties}<sheets><sheet name="S" r:id="worksheet"/><sheet name="Gone" r:id="no"/>'
        "</sheets></workbook>"
    )
    parts = {
        "xl/workbook.xml": main,
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relationships}</Relationships>",
        "xl/sheet.xml": f"<worksheet {MAIN}>{sheet}</worksheet>",
        "xl/styles.xml": STYLES,
        "xl/texts.xml": SHARED,
    }
    return Workbook(Package(zipped(parts | (others or {})), "a spreadsheet"))


def read(sheet: str, properties: str = "") -> ReadSheet:
    return workbook(sheet, properties).read("xl/sheet.xml")


def texts(found: ReadSheet) -> list[dict[int, str]]:
    return [{column: cell.text for column, cell in row.cells.items()} for row in found.sheet.rows]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="s"><v>1</v></c>', "two parts"),
        ('<c t="s"><v>9</v></c>', None),
        ('<c t="inlineStr"><is><t>in line</t></is></c>', "in line"),
        ('<c t="str"><f>A1</f><v>a_x000D_b_x0041_</v></c>', "a bA"),
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ('<c t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c t="d"><v>2023-03-14T09:30:00</v></c>', "14 March 2023 09:30"),
        ('<c t="d"><v>soon</v></c>', "soon"),
        ('<c s="1"><v>44999</v></c>', "14 March 2023"),
        ('<c s="2"><v>5</v></c>', "5.0 km"),
        ('<c s="99"><v>5</v></c>', "5"),
        ("<c><v>x</v></c>", "x"),
        ("<c/>", None),
    ],
)
def test_a_cell_shows_its_value(cell: str, text: str | None) -> None:
    assert texts(read(f"<sheetData><row>{cell}</row></sheetData>")) == ([{0: text}] if text else [])


def test_places_are_counted_where_cells_and_rows_do_not_say_theirs() -> None:
    found = read(
        '<sheetData><row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
        '<row r="2"><c><v>4</v></c></row></sheetData>'
    )
    assert texts(found) == [{2: "1", 3: "2"}, {0: "3"}, {0: "4"}]
    assert [row.number for row in found.sheet.rows] == [2, 3, 4]


def test_bold_print_merged_cells_filters_and_the_count_from_1904_are_known() -> None:
    found = read(
        '<sheetData><row><c s="1"><v>1</v></c><c s="2"><v>1</v></c></row></sheetData><autoFilter ref="A1:B9"/>'
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="bad"/></mergeCells>',
        '<workbookPr date1904="1"/>',
    )
    assert [cell.is_bold for cell in found.sheet.rows[0].cells.values()] == [True, False]
    assert found.sheet.rows[0].cells[0].text == "2 January 1904"
    assert found.sheet.merged == [Area(0, 1, 0, 1)]
    assert found.sheet.header_rows == {0}


def test_a_hidden_column_counts_only_where_it_holds_something() -> None:
    found = read('<cols><col min="1" max="16384" hidden="1"/></cols><sheetData><row><c><v>1</v></c></row></sheetData>')
    assert (found.sheet.rows, found.hidden_columns) == ([], {0})


def test_threads_of_comments_name_who_wrote_them() -> None:
    made = workbook(
        "<sheetData/>",
        others={
            "xl/_rels/sheet.xml.rels": f'<Relationships><Relationship Id="t" Type="{RELATED}/threadedComment" '
            'Target="thread.xml"/></Relationships>',
            "xl/thread.xml": '<T xmlns="x"><threadedComment ref="B2" personId="p"><text>Sure?</text>'
            "</threadedComment></T>",
            "xl/persons/person.xml": '<P xmlns="x"><person id="p" displayName="Ann Smith"/></P>',
        },
    )
    assert made.comments("xl/sheet.xml") == ["B2, Ann Smith: Sure?"]


def test_references_name_cells() -> None:
    assert area_of("$B$2:A1") == Area(0, 1, 0, 1)
    assert area_of("C3") == Area(2, 2, 2, 2)
    assert area_of("A:C") is None
    assert [column_number(letters) for letters in ("A", "Z", "aa", "XFD", "")] == [0, 25, 26, 16383, 0]
