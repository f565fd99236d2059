"""What gives a block its meaning: headings, lead-ins, header rows, and the numbers that are printed."""

from __future__ import annotations

import pytest

from corpus.assembly import SourceBlock, SourceCell, assemble, table_row
from corpus.document import Document
from corpus.structure import context_of, heading_path, paragraph_at


def document(*blocks: SourceBlock | str) -> Document:
    """A document of blocks; a text alone is a paragraph, one that begins with "# " a heading, with "- " an item."""
    made = []
    for block in blocks:
        if isinstance(block, SourceBlock):
            made.append(block)
        elif block.startswith("#"):
            made.append(SourceBlock(block.lstrip("# "), "heading", block.index(" ")))
        elif block.lstrip().startswith("- "):
            depth = 1 + (len(block) - len(block.lstrip())) // 2
            made.append(SourceBlock(block.lstrip(" -"), "list_item", depth))
        else:
            made.append(SourceBlock(block))
    whole = assemble(made)
    return Document("a.md", "A", whole.text, None, None, None, "text/markdown", "0" * 64, (), whole.blocks)


def hung(read: Document) -> list[int | None]:
    return [block.parent for block in read.blocks]


def number_of(read: Document, words: str) -> str | None:
    return paragraph_at(read, read.text.index(words))


def context(read: Document, index: int) -> str:
    return context_of(read, index, read.blocks[index].start)


def test_blocks_hang_on_the_headings_above_them() -> None:
    read = document("# A", "One.", "## B", "Two.", "# C", "Three.")
    assert hung(read) == [None, 0, 0, 2, None, 4]
    assert [heading_path(read, index) for index in (1, 2, 3, 5)] == ["A", "A > B", "A > B", "C"]


@pytest.mark.parametrize(
    "lead",
    [
        "The council will:",
        "The following items were approved.",
        "Members asked for these changes.",
        "It was agreed as follows",
        "The committee –",
    ],
)
def test_items_hang_on_the_sentence_that_leads_in(lead: str) -> None:
    read = document("# A", lead, "- one", "- two")
    assert hung(read) == [None, 0, 1, 1]
    assert context(read, 3) == lead


@pytest.mark.parametrize("before", ["The meeting closed at nine.", "We were not amused!"])
def test_a_sentence_that_is_whole_leads_into_nothing(before: str) -> None:
    read = document("# A", before, "- one", "- two")
    assert hung(read) == [None, 0, 0, 0] and context(read, 2) == ""


def test_items_hang_on_the_item_above_them_and_a_paragraph_goes_on_in_its_item() -> None:
    read = document("We will:", "- homes", "  - new", SourceBlock("More of new.", level=2), "  - old", "- schools")
    assert hung(read) == [None, 0, 1, 2, 1, 0]
    assert context(read, 4) == "We will: > homes"


def test_of_a_long_paragraph_only_the_last_sentence_leads_in() -> None:
    read = document("This is said first. " * 12 + "We will:", "- act")
    assert context(read, 1) == "We will:"


def test_a_list_after_other_text_hangs_on_that_and_not_on_an_earlier_lead_in() -> None:
    read = document("We will:", "- act", "All of it was done.", "- rest")
    assert hung(read) == [None, 0, None, None]


def test_rows_hang_on_their_header_row_and_that_on_its_caption() -> None:
    head = table_row(["Ward", "2019", ""], names=True)
    read = document(
        SourceBlock("Table 1: Votes", "caption"), head, table_row(["North", "", "41"]), "End.", table_row(["a", "b"])
    )
    assert hung(read) == [None, 0, 1, None, None]
    assert context(read, 2) == "Table 1: Votes > Ward | 2019 |"


def test_a_row_knows_the_cell_that_reaches_down_to_it() -> None:
    first = SourceBlock("", "table_row", cells=(SourceCell("North"), SourceCell("41")))
    second = SourceBlock("", "table_row", cells=(SourceCell("", goes_on=True), SourceCell("38")))
    read = document(first, second, second)
    assert [read.text[cell.start : cell.end] for cell in read.blocks[2].cells] == ["North", "38"]
    assert context(read, 2) == "North"
    assert read.text == "North | 41\n| 38\n| 38"


def test_notes_and_furniture_do_not_come_between_an_item_and_its_lead_in() -> None:
    read = document(
        "We will:", "- one", SourceBlock("1 See page 3.", "note"), SourceBlock("Cabinet", "furniture"), "- two"
    )
    assert read.blocks[4].parent == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("51. Leaders act.", "51"),
        ("51) Leaders act.", "51"),
        ("(51) Leaders act.", "51"),
        ("Minute 41: Apologies were received.", "Minute 41"),
        ("12.5 million was spent.", None),
        ("2019 was a good year.", None),
        ("31 May 2018 was the day.", None),
        ("A. Smith spoke.", None),
    ],
)
def test_a_printed_number_is_what_a_paragraph_is_cited_by(text: str, number: str | None) -> None:
    assert number_of(document("# A", text, "Other words."), text) == number


def test_bare_numbers_count_where_they_follow_each_other() -> None:
    read = document("3.1 The plan.", "3.2 The cost.", "3.3 The risk.", "10.30 Coffee.", "11.15 Tea.")
    assert [number_of(read, words) for words in ("The plan", "The risk", "Coffee", "Tea")] == ["3.1", "3.3", None, None]
    alone = document("41 Leaders act.", "7 Homes were built.")
    assert number_of(alone, "Leaders") is None


def test_an_item_is_cited_by_its_own_letter_and_the_number_of_what_leads_in() -> None:
    read = document("3.2. The council will:", "- (a) act", "- (b) learn", "- rest")
    assert number_of(read, "learn") == "3.2(b)"
    assert number_of(read, "rest") == "3.2"


def test_a_heading_numbers_what_is_below_it_only_where_it_says_so() -> None:
    read = document("# Minute 41 Apologies", "None were received.", "# 2. Money", "It was spent.")
    assert number_of(read, "None were") == "Minute 41"
    assert number_of(read, "It was") is None and number_of(read, "Money") == "2"
