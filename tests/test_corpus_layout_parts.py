"""Captions, notes, entries of a table of contents and the depth of items are told."""

from __future__ import annotations

import pytest

from tests.drawn_pdf import LEFT, PITCH, PROSE, SECOND, TOP, Pages, document, shown


@pytest.mark.parametrize(
    "line",
    [
        "Table 3: Homes by ward",
        "Figure 2 Spending in the last year",
        "Fig. 4.1 – The depot",
        "Chart A. Turnout",
        "Table 12",
    ],
)
def test_captions_are_told(line: str) -> None:
    pages = Pages()
    pages.write(*PROSE)
    pages.write(line, y=640)
    pages.write(*SECOND, y=600)
    assert shown(document(pages.data()))[1] == ("caption", line)


@pytest.mark.parametrize(
    "line",
    [
        "Figure 2 shows that the town spends more on parks than it did.",
        "Table 3 and the one below it say what was spent.",
        "Tables are in the annex to this report",
        "Map of the town and what lies around it",
        "Box office takings rose in each of the years",
    ],
)
def test_sentences_about_figures_are_no_captions(line: str) -> None:
    pages = Pages()
    pages.write(*PROSE)
    pages.write(line, y=640)
    pages.write(*SECOND, y=600)
    assert shown(document(pages.data()))[1] == ("paragraph", line)


@pytest.mark.parametrize("caption", ["Table 1: Collections by ward", "Table 2. Spending", "Figure 3 – Visitors"])
def test_a_bold_caption_above_a_table_is_no_heading_of_what_follows(caption: str) -> None:
    pages = Pages()
    pages.write("How the service did", size=16)
    pages.write(*PROSE, y=730)
    pages.write(caption, y=670, font="Helvetica-Bold")
    y = pages.cells([["Ward", "Spring", "Summer"], ["North", "41", "39"], ["South", "12", "18"]], (72, 200, 300), y=650)
    pages.write(*PROSE, y=y - 20)
    found = document(pages.data())
    assert [kind for kind, _ in shown(found)] == ["heading", "paragraph", "caption", *["table_row"] * 3, "paragraph"]
    assert [block.parent for block in found.blocks] == [None, 0, 0, 2, 3, 3, 0]


@pytest.mark.parametrize("marks", [("1", "2"), ("*", "†"), ("[1]", "[2]"), ("(1)", "(2)"), ("¹", "²")])
def test_small_lines_with_marks_at_a_page_s_foot_are_notes_each(marks: tuple[str, str]) -> None:
    pages = Pages()
    pages.write(*PROSE)
    y = pages.write(
        f"{marks[0]} See the report of the auditor on the accounts of the", "town.", y=100, size=8, pitch=10
    )
    pages.write(f"{marks[1]} Act of 1989.", y=y, size=8)
    assert shown(document(pages.data()))[1:] == [
        ("note", f"{marks[0]} See the report of the auditor on the accounts of the town."),
        ("note", f"{marks[1]} Act of 1989."),
    ]


def test_small_lines_amid_the_text_are_no_notes() -> None:
    pages = Pages()
    pages.write(*PROSE)
    pages.write("1 in 5 homes is let by the council, as was said above.", y=600, size=8)
    pages.write(*SECOND, y=560)
    assert "note" not in [kind for kind, _ in shown(document(pages.data()))]


@pytest.mark.parametrize("heading", ["Contents", "CONTENTS", "Table of contents"])
def test_entries_below_contents_are_items_without_dots_too(heading: str) -> None:
    pages = Pages()
    pages.write(heading, size=18)
    entries = [("Summary", "3", 0), ("What must improve", "5", 20), ("The town", "12", 0)]
    for index, (name, number, indent) in enumerate(entries):
        pages.write(name, x=LEFT + indent, y=TOP - 40 - 20 * index)
        pages.write(number, x=500, y=TOP - 40 - 20 * index)
    found = document(pages.data())
    assert shown(found)[1:] == [("list_item", f"{name} {number}") for name, number, _ in entries]
    assert [block.level for block in found.blocks[1:]] == [1, 2, 1]


def test_a_table_of_numbers_elsewhere_is_a_table() -> None:
    pages = Pages()
    pages.write("Homes", size=18)
    pages.cells([["North", "3"], ["South", "5"]], (LEFT, 300), y=TOP - 40)
    assert [kind for kind, _ in shown(document(pages.data()))] == ["heading", "table_row", "table_row"]


def levels(*lines: tuple[float, str]) -> list[tuple[str, int]]:
    pages = Pages()
    y = pages.write(*PROSE, *SECOND) - 12
    for indent, line in lines:
        y = pages.write(line, x=LEFT + indent, y=y) - 6
    return [(block.kind, block.level) for block in document(pages.data()).blocks[2:]]


def test_items_have_their_depth_by_indentation() -> None:
    assert levels((0, "• one"), (20, "– two"), (40, "– three"), (20, "– four"), (0, "• five")) == [
        ("list_item", level) for level in (1, 2, 3, 2, 1)
    ]
    assert levels((0, "1. one"), (20, "(a) two"), (20, "(b) three"), (0, "2. four")) == [
        ("list_item", level) for level in (1, 2, 2, 1)
    ]
    assert levels((18, "• one"), (18, "• two"), (36, "• three")) == [("list_item", level) for level in (1, 1, 2)]


def test_a_paragraph_within_an_item_has_its_depth_and_one_at_the_side_ends_the_list() -> None:
    assert levels(
        (0, "1. The committee met."),
        (18, "It took a vote."),
        (20, "• Ayes: five."),
        (0, "The chair thanked all."),
        (20, "• Noes: two."),
    ) == [("list_item", 1), ("paragraph", 1), ("list_item", 2), ("paragraph", 0), ("list_item", 1)]


def test_numbered_paragraphs_keep_their_numbers_and_bullets_hang_on_them() -> None:
    pages = Pages()
    y = pages.write(
        "50. Leaders have read the report with care and told the council that they", "accept it. They will:"
    )
    y = pages.write("• meet each week", x=LEFT + 24, y=y - 6)
    pages.write("51. Staff say that they are heard.", y=y - PITCH)
    found = document(pages.data())
    assert [block.marker for block in found.blocks] == ["50.", "•", "51."]
    assert found.blocks[1].parent == 0
    assert found.text.startswith("50. Leaders have read")
