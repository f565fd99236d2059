"""The text of OpenDocument files is read as blocks, in whatever it is wrapped."""

from __future__ import annotations

import pytest
from lxml import etree

from corpus.office.open_styles import Styles
from corpus.office.open_text import TextReader, furniture
from corpus.office.package import Package
from tests.office_files import SPACES, document, open_document, zipped


def read(body: str, parts: dict[str, str] | None = None, styles: str = "") -> list[tuple[str, str]]:
    declared = Styles()
    declared.add(etree.fromstring(f"<x {SPACES}>{styles}</x>"))
    reader = TextReader(Package(zipped(parts or {"a": ""}), "a text"), declared)
    blocks = reader.blocks(etree.fromstring(f"<x {SPACES}>{body}</x>"))
    return [(block.kind, "|".join(cell.text for cell in block.cells) or block.text.strip()) for block in blocks]


def test_sections_shapes_and_lists_without_numbers_are_opened() -> None:
    assert read(
        "<text:section><text:p>One</text:p><draw:g><draw:custom-shape><text:p>Two</text:p></draw:custom-shape></draw:g>"
        "</text:section><text:list><text:list-header><text:p>Three</text:p></text:list-header>"
        "<text:list-item><text:h>Four"
        "</text:h></text:list-item></text:list><office:annotation><text:p>Five</text:p></office:annotation>"
    ) == [("paragraph", "One"), ("paragraph", "Two"), ("paragraph", "Three"), ("heading", "Four"), ("note", "Five")]


def test_a_table_within_a_cell_is_read_as_the_text_of_the_cell_and_its_notes_after_the_table() -> None:
    row = "<table:table-row><table:table-cell><text:p>in</text:p></table:table-cell></table:table-row>"
    inner = f"<table:table>{row}</table:table>"
    body = "<text:note-body><text:p>Why.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>2</text:note-citation>{body}</text:note>"
    assert read(
        f"<table:table><table:table-row><table:table-cell><text:p>out{note}</text:p>{inner}</table:table-cell>"
        "<table:table-cell/></table:table-row></table:table>"
    ) == [("table_row", "out in|"), ("note", "2 Why.")]


def test_a_row_in_the_style_of_a_heading_names_the_columns() -> None:
    styles = '<style:style style:name="T" style:parent-style-name="Table_20_Heading"/>'
    reader = TextReader(Package(zipped({"a": ""}), "a text"), Styles())
    reader._styles.add(etree.fromstring(f"<x {SPACES}>{styles}</x>"))
    table = etree.fromstring(
        f'<table:table {SPACES}><table:table-row><table:table-cell><text:p text:style-name="T">Area</text:p>'
        "</table:table-cell>"
        "</table:table-row><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>"
        "</table:table-row>"
        "</table:table>"
    )
    assert [block.cells[0].names for block in reader.table(table)] == [True, False]


def test_a_chart_is_its_title_and_its_numbers() -> None:
    chart = (
        f"<x {SPACES}><chart:chart><chart:title><text:p>Rates</text:p></chart:title><table:table>"
        "<table:table-header-rows>"
        "<table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell></table:table-row>"
        "</table:table-header-rows>"
        "<table:table-rows><table:table-row><table:table-cell><text:p>2023</text:p></table:table-cell>"
        "</table:table-row>"
        "</table:table-rows></table:table></chart:chart></x>"
    )
    body = '<text:p>See<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>'
    assert read(body, {"Object 1/content.xml": chart}) == [
        ("paragraph", "See"),
        ("caption", "Rates"),
        ("table_row", "Year"),
        ("table_row", "2023"),
    ]


def test_lists_nested_beyond_reason_end() -> None:
    deep = "<text:list><text:list-item>" * 90 + "<text:p>deep</text:p>" + "</text:list-item></text:list>" * 90
    assert read(f"<text:p>Words</text:p>{deep}") == [("paragraph", "Words")]


def test_only_the_words_of_page_headers_are_furniture() -> None:
    root = etree.fromstring(
        f"<x {SPACES}><office:master-styles><style:master-page><style:header><text:p>Borough<text:tab/>Council</text:p>"
        "</style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>"
        "</style:master-page></office:master-styles></x>"
    )
    assert furniture(root) == ["Borough Council"]
    assert furniture(None) == []


@pytest.mark.parametrize("entry", ["[POU23] Pound, A., Bins, 2023", "Hill, J. (1999) Locks. Mill Press.", "The Act"])
def test_a_bibliography_is_kept_but_contents_and_indexes_are_not(entry: str) -> None:
    def generated(name: str) -> str:
        return (
            f"<text:{name}><text:{name}-source><text:index-title-template>Sources</text:index-title-template>"
            f"</text:{name}-source><text:index-body><text:index-title><text:p>Sources</text:p></text:index-title>"
            f"<text:p>{entry}</text:p></text:index-body></text:{name}>"
        )

    assert read(f"<text:p>One</text:p>{generated('bibliography')}") == [
        ("paragraph", "One"),
        ("paragraph", "Sources"),
        ("paragraph", entry),
    ]
    for name in ("table-of-content", "alphabetical-index", "illustration-index"):
        assert read(f"<text:p>One</text:p>{generated(name)}") == [("paragraph", "One")]


@pytest.mark.parametrize(
    ("rows", "is_header"),
    [
        (("Ward|Councillor|Party", "North|Ann Lee|Green"), True),
        (("Ward|Votes", "North|812", "South|77"), True),
        (("Chair|Ann Lee", "Clerk|Bob Ray"), False),
    ],
)
def test_a_row_of_names_is_a_header_though_nothing_says_so(rows: tuple[str, ...], *, is_header: bool) -> None:
    cells = [
        [f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row.split("|")] for row in rows
    ]
    table = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in cells)
    found = document("a.odt", open_document("text", f"<table:table>{table}</table:table>"))
    assert [all(cell.names for cell in block.cells) for block in found.blocks] == [
        is_header,
        *[False] * (len(rows) - 1),
    ]
