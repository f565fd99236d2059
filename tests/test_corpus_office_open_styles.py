"""The styles of OpenDocument files say what paragraphs are and how lists are numbered."""

from __future__ import annotations

from lxml import etree

from corpus.office.open_styles import STYLE, Counter, Level, Styles
from tests.office_files import SPACES

DECLARED = (
    f'<x {SPACES}><style:style style:name="P1" style:parent-style-name="Table_20_Heading"/>'
    '<style:style style:name="Table_20_Heading" style:data-style-name="N1"/>'
    '<style:style style:name="Loop" style:parent-style-name="Loop"/>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="." text:start-value="5"/></text:list-style>'
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="A"/></text:outline-style></x>'
)


def test_styles_have_families_and_say_what_those_above_them_say() -> None:
    styles = Styles()
    styles.add(etree.fromstring(DECLARED))
    styles.add(None)
    assert styles.family("P1") == ["p1", "table heading"]
    assert len(styles.family("Loop")) == 20
    assert styles.property_of("P1", STYLE + "data-style-name") == "N1"
    assert styles.property_of("Loop", STYLE + "data-style-name") == ""
    assert Counter(styles.list_style("L")).next(1) == "5."
    assert styles.list_style("unknown") == {}
    assert Counter(styles.chapters).next(1) == "A"


def test_numbers_show_the_levels_above_as_far_as_they_say() -> None:
    levels = {1: Level("1"), 2: Level("a", "(", ")", shown_levels=1), 3: Level("1", after=".", shown_levels=3)}
    counter = Counter(levels)
    assert [counter.next(depth) for depth in (1, 2, 2, 3, 3, 1, 2, 3)] == [
        "1", "(a)", "(b)", "1.b.1.", "1.b.2.", "2", "(a)", "2.a.1.",
    ]  # fmt: skip
    assert counter.next(1, "9") == "9"
    assert counter.next(4) == ""
