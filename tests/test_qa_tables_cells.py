"""The cell that a question asks for is found by the name of its column, in the row that was found."""

from __future__ import annotations

import re

import pytest

from corpus.document import Part, Passage
from corpus.language.words import stems
from qa.tables.cells import (
    NamedWords,
    asked_cell,
    asked_column,
    asks_label,
    asks_other_column,
    cell_names,
    is_another_row,
    is_of_other_weekdays,
    is_of_other_years,
    is_of_other_years_than,
    is_one_of_alike,
    is_row_name,
    lacks_asked_column,
    lacks_weekday,
    lists_asked,
    names_of,
    numbered_label,
)

TABLE = "Fees\nHall | Fee for a day | Fee for a week | Keeper\nMarlow | £4 | £20 | Ada Moor\nStoke | £5 | | Bob Shaw"
HEADER = "Hall | Fee for a day | Fee for a week | Keeper"


def passage_of(text: str, context: str = "") -> Passage:
    """A passage of headings and rows, of which the first below a heading, or without a context, names columns."""
    parts: list[Part] = []
    for line in re.finditer(r"[^\n]+", text):
        is_row = " | " in line[0]
        names = is_row and (parts[-1].kind == "heading" if parts else not context)
        parts.append(Part(*line.span(), "table_row" if is_row else "heading", names))
    return Passage("fees", 0, len(text), text, "", None, None, context, tuple(parts))


def cell(question: str, row: str, text: str = TABLE, context: str = "") -> str | None:
    start = text.index(row)
    idf = dict.fromkeys(stems(question), 1.0)
    is_number = "cost" in question
    found = asked_cell(
        passage_of(text, context), (start, start + len(row)), idf, question=question, is_number=is_number
    )
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize(
    ("question", "row", "expected"),
    [
        ("What is the fee of Marlow for a week?", "Marlow | £4 | £20 | Ada Moor", "£20"),
        ("Who is the keeper of Stoke?", "Stoke | £5 | | Bob Shaw", "Bob Shaw"),
        ("Is the fee of Marlow for a week £20?", "Marlow | £4 | £20 | Ada Moor", None),
        ("What does Marlow cost?", "Marlow | £4 | £20 | Ada Moor", None),
        ("What is the fee of Marlow?", "Marlow | £4 | £20 | Ada Moor", None),
        ("What is the fee of Stoke for a week?", "Stoke | £5 | | Bob Shaw", None),
    ],
)
def test_the_column_that_a_question_names_best_is_taken(question: str, row: str, expected: str | None) -> None:
    assert cell(question, row) == expected


def test_a_header_row_may_stand_before_the_passage() -> None:
    row, question = "Marlow | £4 | £20 | Ada Moor", "What is the fee of Marlow for a week?"
    assert cell(question, row, row, context=f"Fees of halls > {HEADER}") == "£20"
    assert cell(question, row, row, context="Fees of halls") is None
    assert cell(question, row, row, context="Fees > Hall | Fee for a week") is None, "other columns"


def test_a_column_that_is_not_named_is_not_taken_though_it_is_the_only_one() -> None:
    assert cell("What does Marlow cost?", "Marlow | £4", "Hall | Fee\nMarlow | £4") is None


def test_words_of_the_rows_own_name_choose_no_column() -> None:
    text = "Post | Clerk of works | Pay\nClerk | 2 | £20"
    assert cell("What is the pay of the clerk?", "Clerk | 2 | £20", text) == "£20"


def test_the_first_cell_names_the_row() -> None:
    row = (5, 5 + len("Marlow | £4"))
    text = "Fee\n\nMarlow | £4"
    assert [is_row_name(text, row, (5, end)) for end in (8, 11, 12, 16)] == [True, True, False, False]


@pytest.mark.parametrize(
    ("question", "header", "expected"),
    [
        ("What is the fee of Marlow?", "Hall | Fee 2025/26 | Fee 2026/27", "£20"),
        ("What does Marlow cost?", "Hall | 2026 | 2025", "£4"),
        ("What does Marlow cost in 2025/26?", "Hall | Fee 2025/26 | Fee 2026/27", "£4"),
        ("What does Marlow cost?", "Hall | 2026 | Deposit", None),
        ("What is Marlow?", "Hall | 2026 | 2025", None),
        ("What does Marlow cost?", "Hall | Fee 2026 | Deposit 2026", None),
    ],
)
def test_where_no_column_is_named_that_of_the_latest_year_is_taken(
    question: str, header: str, expected: str | None
) -> None:
    assert cell(question, "Marlow | £4 | £20", f"{header}\nMarlow | £4 | £20") == expected


@pytest.mark.parametrize(
    ("question", "columns", "other"),
    [
        ("What was it in 2027/28?", "Fee 2025/26 | Fee 2026/27", True),
        ("What was it in 2026/27?", "Fee 2025/26 | Fee 2026-27", False),
        ("What was it in 2024/25?", "Fee 2025/26 | Fee 2026/27", True),
        ("What was it in 2025?", "Fee 2025/26 | Fee 2026/27", False),
        ("What was it in 2019?", "2018 | 2020", True),
        ("What was it?", "2018 | 2020", False),
        ("What was it in 2019?", "Fee | Deposit", False),
        ("What will it be in FY27?", "Service | FY25 | FY26", True),
        ("What was it in FY23/24?", "Service | FY25 | FY26", True),
        ("What was it in FY 2026?", "Service | FY25 | FY26", False),
        ("What was it in FY26?", "Service | 2025/26 | 2026/27", False),
        ("What was it in 2026/27?", "Service | FY25 | FY26", False),
    ],
)
def test_a_table_may_be_of_other_years(question: str, columns: str, other: bool) -> None:
    assert is_of_other_years(question, columns) is other


@pytest.mark.parametrize(
    ("question", "columns", "other"),
    [
        ("How much is an hour on a Sunday?", "Hall | Monday to Friday | Saturday", True),
        ("How much is an hour on a Wednesday?", "Hall | Monday to Friday | Saturday", False),
        ("How much is an hour?", "Hall | Monday to Friday | Saturday", False),
        ("How much is an hour on a Sunday?", "Hall | Fee", False),
    ],
)
def test_columns_of_other_days_of_the_week_are_told(question: str, columns: str, other: bool) -> None:
    assert is_of_other_weekdays(question, columns) is other


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many people are waiting for dyslexia help?", "33"),
        ("How many are waiting for dyslexia help?", "33"),
        ("How many weeks is the average wait for dyslexia help?", "6"),
        ("What is the average wait for dyslexia help?", "6"),
    ],
)
def test_people_are_not_counted_in_weeks(question: str, expected: str) -> None:
    table = "Service | Average wait (weeks) | Longest wait (weeks) | Waiting\nDyslexia help | 6 | 11 | 33"
    assert cell(question, "Dyslexia help | 6 | 11 | 33", table) == expected


def test_columns_of_no_year_do_not_hide_those_of_years() -> None:
    table = "Code | Service | Fee 2025/26 | Fee 2026/27\nLC02 | Dog licence | £4 | £20"
    assert cell("What does a dog licence cost?", "LC02 | Dog licence | £4 | £20", table) == "£20"


def test_rows_above_in_the_passage_are_no_header_where_the_table_goes_on_from_before() -> None:
    table = "Marlow | £4 | £20 | Ada Moor\nStoke | £5 | £25 | Bob Shaw"
    question, row = "What is the fee of Stoke for a week?", "Stoke | £5 | £25 | Bob Shaw"
    assert cell(question, row, table, f"Fees > {HEADER}") == "£25"
    assert cell(question, row, f"Halls\n\n{HEADER}\n{row}", "Fees > Pool | Depth") == "£25", "another table"


@pytest.mark.parametrize(
    ("row", "words", "names"),
    [
        ("Marlow | £4 | £20 | Ada Moor", "£20", "Marlow, Fee for a week"),
        ("Marlow | £4 | £20 | Ada Moor", "Ada Moor", "Marlow, Keeper"),
        ("Marlow | £4 | £20 | Ada Moor", "Marlow", ""),
        ("Marlow | £4 | £20 | Ada Moor", "Ada", ""),
        ("Marlow | £4 | £20 | Ada Moor", "£4 | £20", ""),
        ("Fees", "Fees", ""),
    ],
)
def test_a_cell_is_named_by_its_row_and_column(row: str, words: str, names: str) -> None:
    start = TABLE.index(row)
    at = TABLE.index(words, start)
    assert cell_names(passage_of(TABLE), (start, start + len(row)), (at, at + len(words))) == names


ROOMS = (
    "Fees\nHome | Room | Fee\nLark House | Standard | 895\nLark House | En suite | 1035\nMill Court | En suite | 990\n"
    "The Rowans | Standard | 810"
)


@pytest.mark.parametrize(
    ("question", "row", "quote", "another"),
    [
        ("How much is an en suite room at The Rowans?", "Mill Court | En suite | 990", "990", True),
        ("How much is an en suite room at The Rowans?", "The Rowans | Standard | 810", "810", True),
        ("How much is an en suite room at Mill Court?", "Mill Court | En suite | 990", "990", False),
        ("How much is an en suite room?", "Mill Court | En suite | 990", "990", False),
        ("Is it En suite at the Rowans?", "The Rowans | Standard | 810", "Standard", False),
        ("Which room costs 895?", "The Rowans | Standard | 810", "Standard", False),
        ("How much is a room in a nice house?", "Mill Court | En suite | 990", "990", False),
    ],
)
def test_a_row_is_another_where_the_question_names_what_stands_in_others(
    question: str, row: str, quote: str, another: bool
) -> None:
    start = ROOMS.index(row)
    words = start + row.index(quote)
    found = is_another_row(passage_of(ROOMS), (start, start + len(row)), (words, words + len(quote)), question)
    assert found is another


CLASSES = (
    "Trips\nYear | Pupils | Kept by\n7 | 12 | bats, balls\n8 and 9 | 15 | nets and cones\n"
    "10 to 12 | 20 | whistles; flags"
)


@pytest.mark.parametrize(
    ("question", "row", "quote", "another"),
    [
        ("How many pupils in Year 9?", "7 | 12 | bats, balls", "12", True),
        ("How many pupils in Year 9?", "8 and 9 | 15 | nets and cones", "15", False),
        ("How many pupils in Year 11?", "8 and 9 | 15 | nets and cones", "15", True),
        ("How many pupils in Year 11?", "10 to 12 | 20 | whistles; flags", "20", False),
        ("How many pupils on a trip of 9 days?", "7 | 12 | bats, balls", "12", False),
        ("How many pupils in Year 13?", "7 | 12 | bats, balls", "12", False),
        ("Which year has the cones?", "7 | 12 | bats, balls", "7 | 12 | bats, balls", True),
        ("Which year has the cones?", "8 and 9 | 15 | nets and cones", "8 and 9 | 15 | nets and cones", False),
        ("Who looks after the flags?", "7 | 12 | bats, balls", "7", True),
        ("Who looks after the hoops?", "7 | 12 | bats, balls", "7", False),
    ],
)
def test_a_row_is_another_where_the_question_names_one_of_several_that_others_list(
    question: str, row: str, quote: str, another: bool
) -> None:
    start = CLASSES.index(row)
    words = start + row.index(quote)
    found = is_another_row(passage_of(CLASSES), (start, start + len(row)), (words, words + len(quote)), question)
    assert found is another


@pytest.mark.parametrize(
    ("question", "quote", "listed"),
    [
        ("Which year has the cones?", "nets and cones", True),
        ("Which year has the hoops?", "nets and cones", False),
        ("Which year has the cones?", "8 and 9 | 15 | nets and cones", False),
        ("How many pupils in Year 9?", "15", False),
    ],
)
def test_a_cell_that_lists_what_is_asked_about_is_told(question: str, quote: str, listed: bool) -> None:
    row = "8 and 9 | 15 | nets and cones"
    start, words = CLASSES.index(row), CLASSES.index(quote, CLASSES.index(row))
    place = words, words + len(quote)
    assert lists_asked(passage_of(CLASSES), (start, start + len(row)), place, question) is listed


def test_a_whole_cell_is_meant_before_one_that_begins_so() -> None:
    text = "Dues\nClass | Fee\nFellow | £90\nFellow, over 70 | £45"
    for row, another in (("Fellow | £90", False), ("Fellow, over 70 | £45", True)):
        start, words = text.index(row), text.index(row[-3:])
        found = is_another_row(passage_of(text), (start, start + len(row)), (words, words + 3), "fellow fee")
        assert found is another


SCORES = "Scores\nCriterion | Weight | Least score\nDelivery | 15% | 2\nLegacy | 5% | none"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What weight does delivery have in the score?", "15%"),
        ("What is the weight of delivery in the score?", "15%"),
        ("Which weight in the scores is that of delivery?", "15%"),
        ("How much weight has the score for delivery?", "15%"),
        ("How heavy is delivery in the score?", "15%"),
        ("What score does delivery need whatever its weight?", "2"),
        ("What is the least score for delivery?", "2"),
    ],
)
def test_the_column_called_as_what_is_asked_for_comes_before_others_that_are_named(
    question: str, expected: str
) -> None:
    row, idf = "Delivery | 15% | 2", {stem: 2.0 if stem == "score" else 1.0 for stem in stems(question)}
    start = SCORES.index(row)
    found = asked_cell(passage_of(SCORES), (start, start + len(row)), idf, question=question)
    assert found and SCORES[slice(*found)] == expected


@pytest.mark.parametrize(
    ("question", "quote", "is_label"),
    [
        ("Which criterion has no least score?", "2", True),
        ("Which criterion has no least score?", "Delivery", False),
        ("Which criterion has no least score?", "Delivery | 15% | 2", False),
        ("What weight has this criterion?", "15%", False),
        ("Which criterion score is that?", "2", False),
    ],
)
def test_a_cell_is_no_answer_to_which_row_it_is(question: str, quote: str, is_label: bool) -> None:
    row = "Delivery | 15% | 2"
    start = SCORES.index(row)
    at = start + row.rindex(quote)
    place = at, at + len(quote)
    assert asks_label(passage_of(SCORES), (start, start + len(row)), place, question) is is_label


def test_what_stands_behind_the_words_tells_no_rows_apart() -> None:
    row = "Tenants' member | Bo Hale | Tenants' Association"
    text = f"Seats\nSeat | Holder | Chosen by\nChair | Ada Moor | the Board\n{row}"
    start, words = text.index(row), text.index("Bo Hale")
    question = "Who speaks for the tenants on the board?"
    assert not is_another_row(passage_of(text), (start, start + len(row)), (words, words + 7), question)
    assert not is_another_row(passage_of(text), (start, start + len(row)), (start, start + len(row)), question)


def test_of_two_cells_in_a_question_the_longer_is_meant() -> None:
    text = "Hires\nHall | Fee\nHall | 20\nMain hall | 30"
    for row, another in (("Hall | 20", True), ("Main hall | 30", False)):
        start, words = text.index(row), text.index(row[-2:])
        question = "What does the main hall cost?"
        assert is_another_row(passage_of(text), (start, start + len(row)), (words, words + 2), question) is another


def named(text: str, words: str, *, sentence: str = "") -> NamedWords | None:
    at, start = text.index(words), text.index(sentence or words)
    return names_of(passage_of(text), (start, start + len(sentence or words)), (at, at + len(words)))


def test_words_are_named_by_row_and_column_or_by_the_label_before_them() -> None:
    row = "Stoke | £5 | | Bob Shaw"
    assert named(TABLE, "Bob Shaw", sentence=row) == NamedWords("Stoke", "Keeper")
    assert named(TABLE, "Stoke", sentence=row) is None
    assert named(TABLE, "£4 | £20", sentence="Marlow | £4 | £20 | Ada Moor") is None, "two cells"
    hours = "Opening hours: noon to 4pm"
    assert named(hours, "noon to 4pm", sentence=hours) == NamedWords("Opening hours")
    assert named(hours, hours) == NamedWords("Opening hours")
    assert named(hours, "Opening", sentence=hours) is None
    assert named("- Alert – a first report", "a first report", sentence="- Alert – a first report") == NamedWords(
        "Alert"
    )
    prose = "The hall that the parish has let since the fire in May: the one at Stoke"
    assert named(prose, "the one at Stoke", sentence=prose) is None
    assert named("It opens at 10:30", "10:30", sentence="It opens at 10:30") is None


PRICES = "Fees\nService | Cat | Dog\nNail trim | £9 | £12\nChip | £18 | £24"


@pytest.mark.parametrize(
    ("question", "text", "of_all", "whole"),
    [
        ("What are the fees for dogs?", PRICES, False, True),
        ("What are the prices for dogs?", PRICES, False, False),
        ("What are the prices for dogs?", PRICES, True, True),
        ("What are the fees for dogs at the weekend?", PRICES, False, False),
        ("What is a nail trim for dogs?", PRICES, True, False),
        ("What are the prices?", PRICES, True, False),
        ("What are the prices for cats and dogs?", PRICES, True, False),
        ("Who are the keepers?", TABLE, False, True),
        ("Of which hall is Bob Shaw the keeper?", TABLE, True, False),
    ],
)
def test_a_question_for_a_column_is_answered_by_its_rows(question: str, text: str, of_all: bool, whole: bool) -> None:
    idf = dict.fromkeys(stems(question), 1.0)
    for line in text.split("\n")[2:]:
        start = text.index(line)
        found = asked_column(passage_of(text), (start, start + len(line)), idf, of_all=of_all)
        assert found == ((5, len(text)) if whole else None)


def test_a_table_is_quoted_for_a_column_only_where_it_is_short() -> None:
    idf = dict.fromkeys(stems("List all prices for cats."), 1.0)
    header, row = PRICES.split("\n")[1:3]
    for rows, whole in ((3, True), (100, False)):
        text = "\n".join(["Fees", header, *[row] * rows])
        start = text.index(row)
        found = asked_column(passage_of(text), (start, start + len(row)), idf, of_all=True)
        assert found == ((5, len(text)) if whole else None)


def test_a_cell_beside_others_of_its_form_is_one_of_several() -> None:
    def alike(row: str, words: str) -> bool:
        text = f"Fees\nRoom | Weekday | Friday\n{row}"
        start, at = text.index(row), text.index(words)
        return is_one_of_alike(passage_of(text), (start, start + len(row)), (at, at + len(words)))

    assert alike("Mirror room | £12 | £16.50", "£12")
    assert not alike("Mirror room | £12 | 16 m", "£12")
    assert not alike("Mirror room | 12 | 16", "12"), "bare numbers may be of anything"
    assert not alike("Mirror room | Ada | Ben", "Ada")


@pytest.mark.parametrize(
    ("question", "said", "lacks"),
    [
        ("What does it cost on Sundays?", "Nail trim | £9", True),
        ("What does it cost on Sundays?", "Every day. Nail trim | £9", False),
        ("What does it cost at the weekend?", "Saturday | £9", False),
        ("What was agreed on Sunday 3 May?", "3 May | Agreed", False),
        ("What are your hours thurs?", "Pool | 9am to 5pm", True),
        ("What are your hours thurs?", "Thursday | 9am to 5pm", False),
        ("What does it cost?", "Nail trim | £9", False),
    ],
)
def test_a_day_of_the_week_that_nothing_names(question: str, said: str, lacks: bool) -> None:
    assert lacks_weekday(question, said) is lacks


def test_the_label_of_a_row_that_is_a_number_has_the_name_of_its_column() -> None:
    text = "Lockers\nLocker | Deposit\n60 | £4\nSpare | £5"
    at = {row: (text.index(row), text.index(row) + len(row)) for row in ("60 | £4", "Spare | £5")}
    assert numbered_label(passage_of(text), at["60 | £4"]) == "Locker 60"
    assert numbered_label(passage_of(text), at["Spare | £5"]) == ""


@pytest.mark.parametrize("label", ["B", "A to C", "D and E", "F–H"])
def test_the_label_of_a_row_that_is_letters_has_the_name_of_its_column(label: str) -> None:
    text = f"Charges\nBand | Charge\n{label} | £4"
    start = text.index(f"{label} |")
    assert numbered_label(passage_of(text), (start, len(text))) == f"Band {label}"


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("What does a rabbit nail trim cost?", True),
        ("What does a nail trim cost for rabbits?", True),
        ("What does a nail trim cost for my rabbit?", True),
        ("What does a nail trim cost for a dog?", False),
        ("What does a nail trim cost?", False),
        ("What does a cat nail trim cost?", False),
        ("What must a nail trim cost?", False),
        ("I've nail trim to pay for, what does it cost?", False),
        ("For a rabbit with a cold, what does a nail trim cost?", False),
    ],
)
def test_another_kind_than_those_of_the_columns(question: str, other: bool) -> None:
    row = "Nail trim | £9 | £12"
    start = PRICES.index(row)
    assert asks_other_column(passage_of(PRICES), (start, start + len(row)), question, PRICES) is other


def test_a_row_without_a_first_cell_is_named_by_the_next() -> None:
    row = "| Beech Close | Tuesday | Friday"
    table = f"Bins\nRound | Street | Rubbish | Garden\nNorth | Abbey Walk | Monday | Friday\n{row}"
    assert named(table, "Tuesday", sentence=row) == NamedWords("Beech Close", "Rubbish")
    assert cell("When is the rubbish of Beech Close collected?", row, table) == "Tuesday"
    start = table.index(row)
    assert is_row_name(table, (start, start + len(row)), (start + 2, start + 13))


@pytest.mark.parametrize(
    ("named", "question", "share"),
    [
        (NamedWords("Stoke", "Fee for a week"), "What is the fee of Stoke for a week?", 1.0),
        (NamedWords("Stoke", "Fee for a week"), "What is the fee of Stoke?", 0.5),
        (NamedWords("Stoke", "Keeper"), "What is the fee of Stoke?", 0.0),
        (NamedWords("Marlow", "Fee"), "What is the fee of Stoke?", 0.0),
        (NamedWords("Grade 3 to 5"), "What is the fee at grade 4?", 1.0),
        (NamedWords("Grade 3 to 5"), "What is the fee at grade 6?", 1 / 3),
        (NamedWords("Opening hours"), "What are the opening hours?", 1.0),
    ],
)
def test_how_much_of_what_names_words_a_question_has(named: NamedWords, question: str, share: float) -> None:
    assert named.named_by(question) == pytest.approx(share)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("What does a non-member pay for a lane off-peak?", "£4"),
        ("What is a lane off-peak if I am not a member?", "£4"),
        ("What do members pay for a lane at peak time?", "£1"),
        ("What do members pay for a lane off-peak?", "£2"),
    ],
)
def test_of_columns_of_a_word_and_its_contrary_the_one_that_is_asked_for(question: str, cell: str) -> None:
    header = "Sport | Members, Peak | Members, Off-peak | Non-members, Peak | Non-members, Off-peak"
    row = "Lane | £1 | £2 | £3 | £4"
    passage = passage_of(f"Prices\n{header}\n{row}")
    start = passage.text.index(row)
    idf = dict.fromkeys(stems(question), 1.0)
    found = asked_cell(passage, (start, start + len(row)), idf, question=question, is_number=True)
    assert found is not None
    assert passage.text[slice(*found)] == cell


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("How much is squash for a child who isn't a member?", "£4"),
        ("What does an adult member pay for squash?", "£1"),
        ("What is squash for children of members?", "£2"),
    ],
)
def test_a_column_of_adults_is_not_asked_for_by_a_child(question: str, cell: str) -> None:
    header = "Sport | Members, Adult | Members, Junior | Non-members, Adult | Non-members, Junior"
    row = "Squash | £1 | £2 | £3 | £4"
    passage = passage_of(f"Prices\n{header}\n{row}")
    start = passage.text.index(row)
    idf = dict.fromkeys(stems(question), 1.0)
    found = asked_cell(passage, (start, start + len(row)), idf, question=question, is_number=True)
    assert found is not None
    assert passage.text[slice(*found)] == cell


def test_a_row_of_other_years_is_told() -> None:
    assert is_of_other_years_than({2025}, "2023/24") and not is_of_other_years_than({2025}, "2025/26")
    assert not is_of_other_years_than({2025}, "Complaints")


@pytest.mark.parametrize(
    ("question", "quote", "lacks"),
    [
        ("mba overseas fee 2025/26", "£18,500", True),
        ("mba overseas fee 2025/26", "£26,000", True),
        ("mba overseas fee", "£26,000", False),
        ("What is the home fee for the MBA in 2025/26?", "£18,500", False),
        ("What is the MBA?", "MBA", False),
    ],
)
def test_a_column_may_lack_what_is_asked_for_and_another_has(question: str, quote: str, lacks: bool) -> None:
    row = "MBA | £18,500 | £19,750 | £26,000"
    text = f"Fees\nCourse | Home 2025/26 | Home 2026/27 | Overseas 2026/27\n{row}"
    start, place = text.index(row), text.index(quote, text.index(row))
    found = lacks_asked_column(passage_of(text), (start, len(text)), (place, place + len(quote)), question)
    assert found is lacks


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much was the Gig Club given?", "£40"),
        ("What did the Gig Club get?", "£40"),
        ("How much had the Gig Club applied for?", "£90"),
        ("How much did the Gig Club ask for?", "£90"),
        ("Where is the Gig Club?", None),
        ("Why did the Gig Club get so little?", None),
    ],
)
def test_a_column_is_asked_for_by_another_word_than_its_name(question: str, expected: str | None) -> None:
    row = "Gig Club | £90 | £40"
    passage = passage_of(f"Grants\nApplicant | Asked for | Awarded\n{row}")
    start = passage.text.index(row)
    idf = dict.fromkeys(stems(question), 1.0)
    found = asked_cell(passage, (start, start + len(row)), idf, question=question, is_number=True)
    assert (found and passage.text[slice(*found)]) == expected
