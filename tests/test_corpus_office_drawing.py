"""Drawings say their text, their tables, and what their charts and diagrams show."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from corpus.assembly import SourceBlock
from corpus.office.drawing import chart_blocks, chart_title, diagram_blocks, paragraph_text, sheet_drawing, table_blocks
from corpus.office.package import Package
from tests.office_files import zipped

BASE = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = f'xmlns:a="{BASE}/main" xmlns:c="{BASE}/chart" xmlns:d="{BASE}/diagram"'


def element(xml: str) -> _Element:
    name = xml[1:].split(">")[0].split(" ")[0]
    return etree.fromstring(xml.replace(f"<{name}", f"<{name} {SPACES}", 1))


def said(text: str) -> str:
    return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"


def rows(blocks: list[SourceBlock]) -> list[tuple[str, list[str]]]:
    return [(block.kind, [cell.text for cell in block.cells] or [block.text]) for block in blocks]


def test_a_paragraph_is_its_words_without_numbers_of_pages() -> None:
    runs = (
        '<a:p><a:pPr/><a:r><a:t>One</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r><a:fld type="slidenum"><a:t>7'
        "</a:t></a:fld>"
        '<a:fld type="other"><a:t> three</a:t></a:fld></a:p>'
    )
    assert paragraph_text(element(runs)) == "One two three"


def test_a_table_says_which_cells_are_names_and_which_are_merged() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<a:tc{more}><a:txBody>{said(text) + said('x')}</a:txBody></a:tc>"

    top = cell("Sums", ' gridSpan="2"') + cell("", ' hMerge="1"')
    below = cell("North", ' vMerge="1"') + cell("4")
    table = element(f'<a:tbl><a:tblPr firstRow="1" firstCol="1"/><a:tr>{top}</a:tr><a:tr>{below}</a:tr></a:tbl>')
    first, second = table_blocks(table)
    assert [(cell.text, cell.span, cell.names) for cell in first.cells] == [("Sums x", 2, True)]
    assert [(cell.goes_on, cell.names) for cell in second.cells] == [(True, True), (False, False)]


def test_a_chart_is_its_title_and_a_table_of_its_series() -> None:
    def points(kind: str, values: list[str]) -> str:
        return (
            f"<c:{kind}>"
            + "".join(f'<c:pt idx="{i}"><c:v>{v}</c:v></c:pt>' for i, v in enumerate(values))
            + f"</c:{kind}>"
        )

    def series(name: str, values: list[str], form: str) -> str:
        return (
            f"<c:ser><c:tx><c:v>{name}</c:v></c:tx><c:cat>{points('strCache', ['2022', '2023'])}</c:cat><c:val>"
            "<c:numCache>"
            f"<c:formatCode>{form}</c:formatCode>{points('x', values)}</c:numCache></c:val></c:ser>"
        )

    title = f"<c:title><c:tx><c:rich>{said('Rates')}</c:rich></c:tx></c:title>"
    chart = element(
        f"<c:chartSpace><c:chart>{title}{series('A', ['0.1', '0.31'], '0%')}{series('B', ['5'], 'General')}</c:chart>"
        "</c:chartSpace>"
    )
    assert chart_title(chart) == "Rates"
    assert rows(list(chart_blocks(chart))) == [
        ("caption", ["Rates"]),
        ("table_row", ["", "A", "B"]),
        ("table_row", ["2022", "10%", "5"]),
        ("table_row", ["2023", "31%", ""]),
    ]
    assert list(chart_blocks(element("<c:chartSpace></c:chartSpace>"))) == []


def test_a_diagram_is_a_list_as_deep_as_its_points_hang() -> None:
    points = "".join(
        f'<d:pt modelId="{key}"><d:t>{said(text)}</d:t></d:pt>' for key, text in (("1", "One"), ("2", "Two"))
    )
    links = '<d:cxn srcId="0" destId="1" srcOrd="0"/><d:cxn srcId="1" destId="2"/><d:cxn srcId="2" destId="1"/>'
    diagram = element(f'<d:dataModel><d:pt modelId="0" type="doc"/>{points}{links}</d:dataModel>')
    assert [(block.text, block.level) for block in diagram_blocks(diagram)] == [("One", 1), ("Two", 2)]


def test_what_is_drawn_on_a_sheet_is_read() -> None:
    relationships = '<R><Relationship Id="a" Type="x/{}" Target="{}"/></R>'
    package = Package(
        zipped(
            {
                "s.xml": "<s/>",
                "_rels/s.xml.rels": relationships.format("drawing", "d.xml"),
                "d.xml": f"<x {SPACES}><txBody>{said('In a box')}</txBody></x>",
                "_rels/d.xml.rels": relationships.format("chart", "c.xml"),
                "c.xml": f"<c:x {SPACES}><c:chart><c:title><c:v>Sums</c:v></c:title></c:chart></c:x>",
            }
        ),
        "a spreadsheet",
    )
    assert rows(list(sheet_drawing(package, "s.xml"))) == [("paragraph", ["In a box"]), ("caption", ["Sums"])]
