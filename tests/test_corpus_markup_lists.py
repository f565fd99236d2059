"""Items keep the numbers that a page prints before them."""

from __future__ import annotations

import pytest

from corpus.markup.lists import counted, whole_number
from tests.marked_up import found, texts


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [
        ("", "1. 2. 3."),
        ("start=4", "4. 5. 6."),
        ("start=-1", "-1. 0. 1."),
        ("start=x", "1. 2. 3."),
        ("reversed", "3. 2. 1."),
        ("reversed start=10", "10. 9. 8."),
        ("type=a", "a. b. c."),
        ("type=A start=26", "Z. AA. AB."),
        ("type=i start=4", "iv. v. vi."),
        ("type=I start=1999", "MCMXCIX. MM. MMI."),
        ("type=i start=0", "0. i. ii."),
        ("style='list-style-type: lower-alpha'", "a. b. c."),
        ("style='list-style: inside upper-roman'", "I. II. III."),
    ],
)
def test_the_number_stands_in_the_text_and_is_the_marker(attributes: str, markers: str) -> None:
    blocks = found(f"<ol {attributes}><li>x<li>x<li>x</ol>")
    assert [block.marker for block in blocks] == markers.split()
    assert [block.text for block in blocks] == [f"{marker} x" for marker in markers.split()]


def test_an_item_may_state_its_own_number_and_kind() -> None:
    assert texts("<ol><li>a<li value=7>b<li>c<li type=i>d</ol>") == ["1. a", "7. b", "8. c", "ix. d"]


def test_numbers_that_a_list_prints_itself_are_not_doubled() -> None:
    assert texts("<ol><li>(a) one<li>(b) two</ol>") == ["(a) one", "(b) two"]
    assert texts("<ol style='list-style:none'><li>one</ol>") == ["one"]
    assert texts("<ol><li>3 houses<li>4 shops</ol>") == ["1. 3 houses", "2. 4 shops"]


def test_depth_and_later_paragraphs_of_items_are_kept() -> None:
    blocks = found("<ul><li>a<p>more</p><ol type=a><li>b<ul><li>c</ul></li></ol>after</li><li>d</ul>e")
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("list_item", 1, "a"),
        ("paragraph", 1, "more"),
        ("list_item", 2, "a. b"),
        ("list_item", 3, "c"),
        ("paragraph", 1, "after"),
        ("list_item", 1, "d"),
        ("paragraph", 0, "e"),
    ]


def test_a_list_that_stands_in_no_item_is_deeper_all_the_same() -> None:
    assert [block.level for block in found("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>")] == [1, 2, 1]
    assert [block.level for block in found("<dl><div><dt>a</dt><dd>b</dd></div></dl>")] == [1, 2]


def test_a_number_is_not_lost_before_a_list_in_an_item() -> None:
    blocks = found("<ol start=4><li><ol type=a><li>x<li>y</ol></ol>")
    assert [(block.text, block.marker) for block in blocks] == [("4. a. x", "a."), ("b. y", "b.")]


def test_what_is_defined_hangs_on_its_term() -> None:
    blocks = found("<dl><dt>Fee<dd>£3<dd>£4 late<dt>Ward<dd><p>North</p><p>South</p></dl>")
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("list_item", 1, "Fee"),
        ("list_item", 2, "£3"),
        ("list_item", 2, "£4 late"),
        ("list_item", 1, "Ward"),
        ("list_item", 2, "North"),
        ("paragraph", 2, "South"),
    ]


def test_numbers_as_lists_write_them() -> None:
    assert [counted(number, "a") for number in (1, 26, 27, 0, -2)] == ["a", "z", "aa", "0", "-2"]
    assert [counted(number, "i") for number in (1, 9, 44, 3999, 4000)] == ["i", "ix", "xliv", "mmmcmxcix", "4000"]
    assert [whole_number(text) for text in ("7", " -3px", "x", None, "9999999")] == [7, -3, None, None, 1_000_000]


def test_lines_with_letters_in_an_item_hang_on_it() -> None:
    made = found("<ol><li>act</li><li>measure<br>a. here<br>b. there</li></ol>")
    assert [(block.text, block.kind, block.level, block.marker) for block in made] == [
        ("1. act", "list_item", 1, "1."),
        ("2. measure", "list_item", 1, "2."),
        ("a. here", "list_item", 2, ""),
        ("b. there", "list_item", 2, ""),
    ]
