"""What heads the sections of a plain text, seen through the file that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import read_file
from corpus.structure import heading_path

PROSE = "The rent is due every Monday, and it may be paid at the office or by card."


def document(text: str) -> Document:
    (found,) = read_file(SourceFile(Path("a.txt"), "a.txt"), text.encode()).documents
    return found


def path_to(text: str, words: str) -> str:
    """The headings above some words of a text."""
    found = document(text)
    index = found.block_at(text.index(words))
    assert index is not None
    return heading_path(found, index)


def headings(text: str) -> list[str]:
    found = document(text)
    return [found.text[block.start : block.end] for block in found.blocks if block.kind == "heading"]


def kinds(text: str) -> list[str]:
    return [block.kind for block in document(text).blocks]


@pytest.mark.parametrize(
    ("text", "words", "path"),
    [
        (f"We met.\n\n1. Rent\n{PROSE}\n\n2. Pets\nOne dog is allowed.\n", "One dog", "2. Pets"),
        (
            "We met.\n\n1. Rent\n1.1 It is due.\n1.2 It rises in May.\n\n2. Pets\n2.1 One dog may stay.\n",
            "One",
            "2. Pets",
        ),
        (
            f"We met.\n\n2. Repairs\n\n2.1 Urgent\n{PROSE}\n\n2.2 Planned\n{PROSE}\n",
            "The rent",
            "2. Repairs > 2.1 Urgent",
        ),
        ("We met.\n\n3) Hours\n\n(a) bar: to eleven;\n(b) music: to ten.\n", "music", "3) Hours"),
        ("We met.\n\n4. Hours\n\n1. The bar may open.\n2. The yard may not.\n", "yard", "4. Hours"),
        (f"We met.\n1. Rent\n{PROSE}\n2. Pets\nOne dog is allowed.\n", "One dog", "2. Pets"),
        (f"We met.\n\n1. Rent\n{PROSE}\n\n2. Questions\n\n3. Close\nWe rose at nine.\n", "We rose", "3. Close"),
        (
            f"We met.\n\n1. Keys\n{PROSE}\n\n2. Fees\n\nRoom   Hour   Day\nHall   £12    £80\nAnnexe £9     £60\n",
            "Hall",
            "2. Fees",
        ),
        (f"We met.\n\nGarden hire\n\n{PROSE}\n\n1. Times\n{PROSE} Twice.\n", "Twice", "Garden hire > 1. Times"),
    ],
)
def test_what_stands_below_a_numbered_line_is_under_it(text: str, words: str, path: str) -> None:
    assert path_to(text, words) == path


@pytest.mark.parametrize(
    "text",
    [
        "Bring these:\n\n1. Your passport\n2. Two photographs\n3. A letter\n",
        "Bring these:\n1. Your passport\n2. Two photographs\nTake them to the office on the day of the move.\n",
        "Bring these:\n\n1. Your passport\n\n2. Two photographs\n\nTake them to the office on the day of the move.\n",
        "Bring these:\n\n1. Your passport.\n\n2. Two photographs.\n",
        f"Of these:\n\n1. Rent and\n{PROSE}\n",
        f"Of these:\n\n1. {'Rent ' * 13}\n{PROSE}\n",
        f"Flat 2\nMill Street\n3. Norton\n{PROSE}\n",
        "Choose one:\n1. Fruit\n- apples\n- pears\n2. Bread\n- white\n- brown\n",
    ],
)
def test_items_of_lists_head_nothing(text: str) -> None:
    assert "heading" not in kinds(text)


def test_a_list_within_a_section_heads_nothing_though_it_counts_as_far() -> None:
    text = f"We met.\n\n1. Rent\n{PROSE}\n\n2. Keys\nHand in these:\n1. Front door\n2. Back door\n3. Shed\n\n{PROSE}\n"
    assert path_to(text, "Shed") == "2. Keys"


def test_numbered_paragraphs_of_one_line_are_apart() -> None:
    text = "We met.\n\n" + "\n".join(f"3.{number} You must tell us of a thing if it is so." for number in range(1, 7))
    assert [block.marker for block in document(text).blocks[1:]] == [f"3.{number}" for number in range(1, 7)]


@pytest.mark.parametrize("line", ["3.9 Million was spent.", "3.2 of the rules says so.", "3.5 Kilometres were paved."])
def test_a_figure_that_begins_a_line_begins_no_paragraph(line: str) -> None:
    wrapped = "3.1 The council paved the lanes that lead from the bridge to the mill, and it paid.\n"
    assert len(document(f"{wrapped * 1}{line}").blocks) == 1


def test_what_stands_right_below_an_item_is_of_it() -> None:
    text = (
        "The council grants permission on these conditions:\n\n"
        "1. Work shall not go on after six in the evening, nor on any Sunday.\nReason: Quiet.\n\n"
        "2. The yard is closed at nine.\nReason: Light.\n\nSigned by the clerk.\n"
    )
    found = document(text)
    below = {text[one.start :].split(" ")[0]: one.parent for one in found.blocks}
    assert below["2."] == 0
    assert below["Reason:"] is not None
    assert text[found.blocks[below["Reason:"]].start :].startswith("2. The yard")
    assert below["Signed"] is None


def test_a_reason_below_an_item_is_of_it_over_a_blank_line() -> None:
    text = "These hold:\n\n1. Work stops at six.\n\nReason: Quiet.\n\n2. The yard is shut.\n\nIt is wet.\n"
    found = document(text)
    assert [(one.kind, one.parent) for one in found.blocks[1:]] == [
        ("list_item", 0),
        ("paragraph", 1),
        ("list_item", 0),
        ("paragraph", None),
    ]


def test_what_follows_a_list_is_not_of_its_last_item() -> None:
    text = "The hours are as follows:\n\n(a) bar: to eleven;\n(b) music: to ten.\nThe house closes at midnight.\n"
    assert document(text).blocks[-1].parent is None


@pytest.mark.parametrize(
    ("line", "above"),
    [
        (f"C.12 24/00511/OUT: the mill, {'and the old weir behind it, ' * 3}Wick", "C.12"),
        ("C.12 Appeals: the mill", "C.12"),
        (f"C.14 24/00511/OUT: the mill, {'and the old weir behind it, ' * 3}Wick", "C.11"),
        (f"D.12 24/00511/OUT: the mill, {'and the old weir behind it, ' * 3}Wick", "C.11"),
        (
            "C.12 was put off until the mill had been seen by all those who were to decide on what is to be done.",
            "C.11",
        ),
        ("C.12 was seen;", "C.11"),
    ],
)
def test_a_line_that_goes_on_counting_where_the_heading_before_stopped_is_one(line: str, above: str) -> None:
    text = f"We met.\n\nC.11 Trees\nThe lime may go.\n\n{line}\n\n{PROSE}\n"
    assert path_to(text, "The rent").partition(" ")[0] == above


def test_a_year_and_number_count_on_like_a_letter_and_number() -> None:
    text = f"We met.\n\n26/41 Trees\nThe lime may go.\n\n26/42 Works: {'the weir, ' * 9}Wick\n\n{PROSE}\n"
    assert path_to(text, "The rent").startswith("26/42")


@pytest.mark.parametrize(
    ("first", "second"),
    [("Q1.", "A1."), ("Question 1:", "Answer 1:"), ("Q:", "A:"), ("1)", "Q1)")],
)
def test_a_question_heads_its_answer_however_long_it_is(first: str, second: str) -> None:
    long = f"{first} How many notices were put up in the yard behind the mill, and how many of these were read in 2024?"
    text = f"We thank you.\n\n{long}\n{second} There were 12.\n\nQ2. Were any lost?\nA2. None.\n"
    assert path_to(text, "None.") == "Q2. Were any lost?"
    assert path_to(text, "There were").startswith(first) is first.startswith("Q")


def test_a_long_line_above_the_answer_to_another_question_heads_nothing() -> None:
    long = "Q1. How many notices were put up in the yard behind the mill, and how many of these were read in 2024?"
    text = f"We thank you.\n\n{long}\n\nA2. None of them came to the mill.\n"
    assert path_to(text, "None") == ""


@pytest.mark.parametrize(
    ("text", "words", "path"),
    [
        (
            f"1. Rent\n{PROSE}\n\nAppendix 2: Form for visitors\n\nName:        Date:\n",
            "Name",
            "Appendix 2: Form for visitors",
        ),
        (f"{PROSE}\n\nANNEX B - Fees\n\nHall   £12   a day\nYard   £8    a day\n", "Yard", "ANNEX B - Fees"),
        (f"{PROSE}\n\nSchedule 1\n\n{PROSE} Twice.\n", "Twice", "Schedule 1"),
        (f"{PROSE}\n\nPart IV Pets\n1. Dogs may stay.\n2. Cats may not.\n", "Cats", "Part IV Pets"),
        (f"{PROSE}\n\nSection 3: Keys\n3.1 Ask the porter.\n3.2 Pay £5.\n", "Pay", "Section 3: Keys"),
    ],
)
def test_what_stands_below_a_named_part_is_under_it(text: str, words: str, path: str) -> None:
    assert path_to(f"We met.\n\n{text}", words) == path


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n\nAppendix 1: Keys\n\nAppendix 2: Forms\n\n{PROSE}\n",
        f"{PROSE}\n\nAppendix 1: Keys ........ 12\n\nthe yard   £8\n",
        f"{PROSE}\n\nSection 3: the fee is £40.\n\n{PROSE}\n",
        f"{PROSE}\n\nPart 1   Fees   £40\n\nthe yard   £8\n",
        f"{PROSE}\n\nPart of the yard\nis shut. {PROSE}\n",
        f"It is told in\nSection 3 Keys\nand in others. {PROSE}\n",
    ],
)
def test_a_part_that_is_only_named_heads_nothing(text: str) -> None:
    assert not [line for line in headings(f"We met.\n\n{text}") if line.startswith(("Appendix", "Section", "Part"))]
