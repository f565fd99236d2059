"""What gives a block its meaning: headings, lead-ins, header rows, and the numbers that are printed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.assembly import SourceBlock, SourceCell, assemble, table_row
from corpus.document import BlockKind, Document
from corpus.readers.text import find_blocks
from corpus.structure import context_of, heading_path, names_columns, nearest_context, paragraph_at


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
        "We ask every driver for",
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
    long = " ".join(["North"] * 13)
    first = SourceBlock("", "table_row", cells=(SourceCell(long), SourceCell("41")))
    second = SourceBlock("", "table_row", cells=(SourceCell("", goes_on=True), SourceCell("38")))
    read = document(first, second, second)
    assert [read.text[cell.start : cell.end] for cell in read.blocks[2].cells] == [long, "38"]
    assert context(read, 2) == long
    assert read.text == f"{long} | 41\n| 38\n| 38"


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


def header(*cells: str) -> SourceBlock:
    return table_row(cells, names=True)


@pytest.mark.parametrize("kind", ["note", "furniture"])
@pytest.mark.parametrize("place", [2, 3, 4])
def test_a_note_within_a_table_does_not_cut_off_its_header(kind: BlockKind, place: int) -> None:
    blocks = [header("Ward", "Seats"), *(table_row([f"W{row}", str(row)]) for row in range(4))]
    blocks[place:place] = [SourceBlock("1 See page 3.", kind), SourceBlock("2 See page 4.", kind)]
    read = document(SourceBlock("Table 1: Seats", "caption"), *blocks)
    rows = [index for index, block in enumerate(read.blocks) if block.kind == "table_row"][1:]
    assert {context(read, index) for index in rows} == {"Table 1: Seats > Ward | Seats"}


def test_after_a_note_a_table_of_other_columns_is_another() -> None:
    read = document(header("Ward", "Seats"), SourceBlock("1 A note.", "note"), table_row(["a", "b", "c"]))
    assert context(read, 2) == ""


@pytest.mark.parametrize("count", [2, 30, 1000])
def test_a_table_of_nothing_but_header_rows_has_no_header(count: int) -> None:
    read = document("The votes are as follows:", *(header(f"W{row}", str(row)) for row in range(count)))
    assert {context(read, index) for index in range(1, count + 1)} == {"The votes are as follows:"}


def test_at_most_four_header_rows_are_parts_of_one() -> None:
    read = document(*(header(f"A{row}", f"B{row}") for row in range(9)), table_row(["North", "4"]))
    assert context(read, 9) == "A0 | B0 > A1 | B1 > A2 | B2 > A3 | B3"
    assert context(read, 8) == context(read, 9)


@pytest.mark.parametrize("depth", [4, 12, 60])
def test_a_context_is_not_long_and_what_is_nearest_stays(depth: int) -> None:
    read = document(*(SourceBlock(f"Part {at} " + "of the plan " * 20, "list_item", at + 1) for at in range(depth)))
    said = context(read, depth - 1)
    assert len(said) <= 1000 and said.split(" > ")[-1].startswith(f"Part {depth - 2} ")


def test_a_long_cell_that_reaches_down_is_cut() -> None:
    first = SourceBlock("", "table_row", cells=(SourceCell("North and all " * 200), SourceCell("41")))
    second = SourceBlock("", "table_row", cells=(SourceCell("", goes_on=True), SourceCell("38")))
    assert len(context(document(first, second), 1)) < 210


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("span", [1, 2, 3])
def test_a_sub_heading_in_a_table_is_never_its_header(span: int, names: bool) -> None:
    rest = (SourceCell(""),) * (3 - span)
    section = SourceBlock("", "table_row", cells=(SourceCell("Children's services", span, names=names), *rest))
    row = SourceBlock("", "table_row", cells=(SourceCell("Homes", names=True), SourceCell("4"), SourceCell("5")))
    read = document(header("Service", "2019", "2020"), row, section, row, row)
    said = "Service | 2019 | 2020"
    assert context(read, 2) == said and context(read, 3).startswith(said)
    assert context(read, 4) == (f"{said} > Children's services" + " |" * (3 - 1) if names else said)


@pytest.mark.parametrize("text", ["2019 The council opened a hall.", "1998 Plans were made.", "2024 Budget"])
@pytest.mark.parametrize("kind", ["paragraph", "heading", "list_item"])
def test_a_year_numbers_no_paragraph(text: str, kind: BlockKind) -> None:
    year, _, words = text.partition(" ")
    others = [SourceBlock(f"{int(year) + step} {words}", kind, int(kind != "paragraph")) for step in (1, 2, 3)]
    read = document(SourceBlock(text, kind, int(kind != "paragraph")), *others)
    assert [block.marker for block in read.blocks] == [""] * 4


@pytest.mark.parametrize("first", [120, 41, 1066])
def test_bare_numbers_that_start_high_number_no_paragraphs(first: int) -> None:
    read = document(*(f"{number} Homes were built." for number in range(first, first + 5)))
    assert [block.marker for block in read.blocks] == [""] * 5


@pytest.mark.parametrize("left_out", [12, 13, 20])
def test_bare_numbers_go_on_after_one_that_was_not_read(left_out: int) -> None:
    read = document(*(f"{number} Leaders act." for number in range(1, 30) if number != left_out))
    assert [block.marker for block in read.blocks] == [str(number) for number in range(1, 30) if number != left_out]


@pytest.mark.parametrize("most", [40, 60, 90])
def test_of_a_context_that_is_too_long_the_nearest_part_is_kept(most: int) -> None:
    said = nearest_context("Table 1: " + "Votes of all wards " * 9 + " > Ward | 2019 | 2020", most)
    assert said.endswith(" > Ward | 2019 | 2020") and said.startswith("Table 1: ") and len(said) == most
    assert nearest_context("Ward | 2019", most) == "Ward | 2019"


@pytest.mark.parametrize("most", [10, 21, 30])
def test_no_stump_of_a_part_is_kept(most: int) -> None:
    assert nearest_context("Table 1: Votes > Ward | 2019 | 2020", most) == "Ward | 2019 | 2020"[:most]


def test_a_row_names_columns_where_another_hangs_on_it() -> None:
    read = document(header("Hall", "Fee"), table_row(["Marlow", "£4"]), "They are let.")
    assert [names_columns(read, index) for index in range(3)] == [True, False, False]
    alone = document(header("Hall", "Fee"), header("Pool", "Depth"))
    assert not any(names_columns(alone, index) for index in range(2)), "a table of names alone"
    assert not names_columns(document(header("Hall", "Fee")), 0)


@pytest.mark.parametrize("items", [("4. two", "5. three"), ("It is said.",)])
def test_what_has_no_end_leads_into_no_list_that_goes_on_from_above(items: Sequence[str]) -> None:
    read = document("# A", "We ask every driver for", *items)
    assert hung(read)[2] == 0


def test_a_list_hangs_on_no_rest_of_a_sentence() -> None:
    assert hung(document("# A", "of the plan that was agreed", "- one")) == [None, 0, 0]


def test_what_leads_into_a_table_leads_into_no_list_after_it() -> None:
    rows = "Rowing club   £350   first aid\nDrivers       £2,750   fuel"
    text = f"These grants were agreed:\n\n{rows}\n\n3. FOOD LARDER\n\nIt opens in May.\n"
    blocks = find_blocks(text)
    item = next(block for block in blocks if text[block.start :].startswith("3. FOOD"))
    assert item.parent is None
