"""Charts are read as tables and diagrams as lists."""

from __future__ import annotations

from corpus.word.charts import chart_blocks, diagram_blocks, lettering
from tests.word_files import element


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


def title(text: str) -> str:
    return f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx></c:title>"


def shown(content: str) -> list[tuple[str, list[str]]]:
    chart = element(f"<c:chartSpace><c:chart>{content}</c:chart></c:chartSpace>")
    return [(one.kind, [cell.text for cell in one.cells] or [one.text]) for one in chart_blocks(chart)]


def test_a_chart_is_its_title_and_a_table() -> None:
    wards = words("North", "South")
    bars = series("2022", wards, points("41", "38.100000000000001")) + series("2023", wards, points("", "0.5"))
    assert shown(title("Turnout") + f"<c:plotArea><c:barChart>{bars}</c:barChart></c:plotArea>") == [
        ("caption", ["Turnout"]),
        ("table_row", ["", "2022", "2023"]),
        ("table_row", ["North", "41", ""]),
        ("table_row", ["South", "38.1", "0.5"]),
    ]


def test_shares_and_days_are_shown_as_such() -> None:
    days = numbers("44927", "44958", form="mmm yyyy")
    assert shown(series("Share", days, points("0.14", "0.07", form="0.0%"))) == [
        ("table_row", ["", "Share"]),
        ("table_row", ["January 2023", "14%"]),
        ("table_row", ["February 2023", "7%"]),
    ]
    assert shown(series("x", numbers("44927", form="dd/mm/yyyy"), points("many")))[1] == (
        "table_row",
        ["1 January 2023", "many"],
    )


def test_a_chart_without_values_is_its_title() -> None:
    assert shown(title("Turnout")) == [("caption", ["Turnout"])]
    assert shown("") == []
    assert shown("<c:ser/>") == [("table_row", ["", ""])]


def test_a_diagram_is_a_list_as_deep_as_it_hangs() -> None:
    def point(key: str, text: str, kind: str = "node") -> str:
        return f'<dgm:pt modelId="{key}" type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'

    def link(above: str, below: str, order: int) -> str:
        return f'<dgm:cxn srcId="{above}" destId="{below}" srcOrd="{order}"/>'

    content = (
        point("d", "", "doc") + point("2", "Second") + point("1", "First") + point("3", "Below") + point("4", "Loose")
    )
    content += point("5", "no text of its own", "pres") + link("d", "1", 0) + link("d", "2", 1) + link("1", "3", 0)
    content += link("3", "1", 0)
    data = element(f"<dgm:dataModel>{content}</dgm:dataModel>")
    assert [(one.text, one.level) for one in diagram_blocks(data)] == [
        ("First", 1),
        ("Below", 2),
        ("Second", 1),
        ("Loose", 1),
    ]


def test_lettering_of_two_paragraphs() -> None:
    assert lettering(element("<a:x><a:p><a:t>Key</a:t></a:p><a:p><a:t>fact</a:t></a:p></a:x>")) == "Key fact"
