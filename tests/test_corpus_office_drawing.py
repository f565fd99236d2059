"""Drawings say their text, their tables, and what their charts and diagrams show."""

from __future__ import annotations

import pytest
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


def points(*values: str, form: str = "General") -> str:
    listed = "".join(f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in enumerate(values) if value)
    return f"<c:formatCode>{form}</c:formatCode>{listed}"


def series(name: str, categories: str, values: str) -> str:
    return (
        f"<c:ser><c:tx><c:strRef><c:strCache>{points(name)}</c:strCache></c:strRef></c:tx>"
        f"<c:cat>{categories}</c:cat><c:val><c:numRef><c:numCache>{values}</c:numCache></c:numRef></c:val></c:ser>"
    )


def words(*values: str) -> str:
    return f"<c:strRef><c:strCache>{points(*values)}</c:strCache></c:strRef>"


def numbers(*values: str, form: str) -> str:
    return f"<c:numRef><c:numCache>{points(*values, form=form)}</c:numCache></c:numRef>"


def titled(text: str) -> str:
    return f"<c:title><c:tx><c:rich>{said(text)}</c:rich></c:tx></c:title>"


def shown(content: str) -> list[tuple[str, list[str]]]:
    chart = element(f"<c:chartSpace><c:chart>{content}</c:chart></c:chartSpace>")
    return [(one.kind, [cell.text for cell in one.cells] or [one.text]) for one in chart_blocks(chart)]


def test_places_without_a_value_are_empty_cells() -> None:
    wards = words("North", "South")
    bars = series("2022", wards, points("41", "38.100000000000001")) + series("2023", wards, points("", "0.5"))
    assert shown(titled("Turnout") + f"<c:plotArea><c:barChart>{bars}</c:barChart></c:plotArea>") == [
        ("caption", ["Turnout"]),
        ("table_row", ["", "2022", "2023"]),
        ("table_row", ["North", "41", ""]),
        ("table_row", ["South", "38.1", "0.5"]),
    ]


def test_shares_and_days_are_shown_as_such() -> None:
    days = numbers("44927", "44958", form="mmm yyyy")
    assert shown(series("Share", days, points("0.14", "0.07", form="0.0%"))) == [
        ("table_row", ["", "Share"]),
        ("table_row", ["January 2023", "14.0%"]),
        ("table_row", ["February 2023", "7.0%"]),
    ]
    assert shown(series("x", numbers("44927", form="dd/mm/yyyy"), points("many")))[1] == (
        "table_row",
        ["1 January 2023", "many"],
    )


def test_a_chart_without_values_is_its_title() -> None:
    assert shown(titled("Turnout")) == [("caption", ["Turnout"])]
    assert shown("") == []
    assert shown("<c:ser/>") == []


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("4100", '"£"#,##0', "£4,100"),
        ("0.125", "0.0%", "12.5%"),
        ("41", '0" places"', "41 places"),
        ("2", "0.00", "2.00"),
    ],
)
def test_values_are_shown_in_the_form_that_the_chart_gives_them(value: str, form: str, text: str) -> None:
    escaped = form.replace('"', "&quot;")
    assert shown(series("Sums", words("North"), points(value, form=escaped)))[1] == ("table_row", ["North", text])


def test_categories_name_the_rows() -> None:
    chart = element(f"<c:x><c:chart>{series('Sums', words('North', 'East'), points('4', '5'))}</c:chart></c:x>")
    assert [[cell.names for cell in block.cells] for block in chart_blocks(chart)][1:] == [[True, False]] * 2


def test_a_diagram_is_a_list_as_deep_as_its_points_hang() -> None:
    points = "".join(
        f'<d:pt modelId="{key}"><d:t>{said(text)}</d:t></d:pt>' for key, text in (("1", "One"), ("2", "Two"))
    )
    links = '<d:cxn srcId="0" destId="1" srcOrd="0"/><d:cxn srcId="1" destId="2"/><d:cxn srcId="2" destId="1"/>'
    diagram = element(f'<d:dataModel><d:pt modelId="0" type="doc"/>{points}{links}</d:dataModel>')
    assert [(block.text, block.level) for block in diagram_blocks(diagram)] == [("One", 1), ("Two", 2)]


@pytest.mark.parametrize("root", ["", '<d:pt modelId="0" type="doc"/>', '<d:pt modelId="9" type="pres"/>'])
def test_points_that_hang_on_nothing_are_read(root: str) -> None:
    points = "".join(f'<d:pt modelId="{key}"><d:t>{said(key)}</d:t></d:pt>' for key in ("One", "Two", "Three"))
    diagram = element(f'<d:dataModel>{root}{points}<d:cxn srcId="One" destId="Three"/></d:dataModel>')
    assert [(block.text, block.level) for block in diagram_blocks(diagram)] == [("One", 1), ("Three", 2), ("Two", 1)]


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
