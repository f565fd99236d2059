"""Row checks: what a table's row must not be to be an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from corpus.document import Part
from index.snapshot import Snapshot
from qa.checks.rows import ROW_CHECKS
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.mark.parametrize(
    ("question", "quote", "rejected"),
    [
        ("How much is a nail trim on Sundays?", "£9", True),
        ("How much is a nail trim? I need to know by Sunday.", "£9", False),
        ("How much is a nail trim?", "£9", False),
        ("How much is a nail trim in 2031?", "£9", False),
        ("Is a nail trim £9 on Sundays?", "£9", False),
    ],
)
def test_a_row_of_which_nothing_names_the_day_asked_for_is_no_answer(
    snapshot_of: Made, question: str, quote: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Fees", "text": "A nail trim is cheap."}])
    words = words_of(asked_of(papers, question), "Nail trim | £9 | £12", quote, context="Service | Cat | Dog")
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "note", "rejected"),
    [
        ("Why does Bakery pay £20?", "Cheese was late.", True),
        ("What does Bakery pay?", "Cheese pays £25.", True),
        ("Why does Bakery pay £20?", "Bakery took the stall of Cheese.", False),
        ("Why does Bakery pay more than Cheese?", "Cheese was late.", False),
        ("Why does Bakery pay £20?", "It was late.", False),
        ("Why does Plants pay £20?", "Cheese was late.", False),
        ("Does Bakery pay £20?", "Cheese was late.", False),
    ],
)
def test_a_note_on_another_row_is_no_answer(snapshot_of: Made, question: str, note: str, rejected: bool) -> None:
    papers = snapshot_of([{"title": "Fees", "text": "A stall costs £20."}])
    lines = ("Trader | Fee", "Bakery | £20", "Cheese | £25")
    text = "\n".join((*lines, note))
    starts = [text.index(line) for line in lines]
    parts = tuple(
        Part(start, start + len(line), "table_row", names_columns=not place)
        for place, (start, line) in enumerate(zip(starts, lines, strict=True))
    )
    words = words_of(asked_of(papers, question), text, note)
    words = replace(words, passage=replace(words.passage, parts=(*parts, Part(text.index(note), len(text)))))
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "rejected"),
    [
        ("How long is full pay for somebody with 4 years of service?", True),
        ("How long is full pay for someone 4 yrs in?", True),
        ("How long is full pay for somebody with two years of service?", False),
        ("How long is full pay for somebody with two years of service after 4 years?", False),
        ("How long is full pay for somebody with 4 children?", False),
        ("Is full pay 1 week for somebody with 4 years of service?", False),
    ],
)
def test_a_row_for_other_amounts_is_no_answer(snapshot_of: Made, question: str, rejected: bool) -> None:
    papers = snapshot_of([{"title": "Sick pay", "text": "Sick pay is paid to all."}])
    row = "One to three years | 1 week | 2 weeks"
    words = words_of(asked_of(papers, question), row, "1 week", context="Length of service | Full pay | Half pay")
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "row", "quote", "rejected"),
    [
        ("How much is the Pod?", "Pod | 12 | £8", "12", True),
        ("How much are films?", "Films | 6 | £2.00", "6", True),
        ("How much does a stall cost?", "Stall | 20 | £35", "20", True),
        ("How much do I pay for a plot?", "Plot | 125 | £38", "125", True),
        ("how much is the dance class", "Dance | 15 | £4.50", "15", True),
        ("How much is the Pod?", "Pod | 12 | £8", "£8", False),
        ("How many does the Pod seat?", "Pod | 12 | £8", "12", False),
        ("How much is the Pod?", "Pod | 12 | 8", "8", False),
        ("How much is the Pod?", "Pod | free | £8", "free", False),
    ],
)
def test_a_number_beside_a_price_is_no_price(
    snapshot_of: Made, question: str, row: str, quote: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Prices", "text": "The Pod, films, a stall, a plot and the dance class are let."}])
    words = words_of(asked_of(papers, question), row, quote, context="Thing | Number | Rate")
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "row", "rejected"),
    [
        ("What is the fee for Plumbing level 3?", 1, True),
        ("What is the fee for Plumbing level 3?", 0, True),
        ("What is the fee for Floristry level 3?", 1, False),
        ("What is the fee for Floristry?", 1, False),
        ("What is the fee for Plumbing?", 0, False),
        ("Is Plumbing level 3 £90?", 1, False),
        ("What is the fee for Floristry level 3 after Plumbing?", 1, False),
        ("What is the fee at level 3?", 1, False),
        ("What is the fee for less than 4 hours?", 2, False),
        ("What is the fee for less than 4 hours?", 3, True),
    ],
)
def test_a_row_that_is_half_of_what_is_named_is_another(
    snapshot_of: Made, question: str, row: int, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Fees", "text": "Fees rise."}])
    labels = ("Plumbing level 2", "Floristry level 3", "Under 4 hours", "More than 12 hours")[row & 2 : (row & 2) + 2]
    row, fees = row & 1, ("£80", "£90")
    lines = [f"{label} | {fee}" for label, fee in zip(labels, fees, strict=True)]
    words = words_of(asked_of(papers, question), "\n".join(lines), fees[row], context="Course | Fee")
    parts = (Part(0, len(lines[0]), "table_row"), Part(len(lines[0]) + 1, len("\n".join(lines)), "table_row"))
    words = replace(words, passage=replace(words.passage, parts=parts))
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "heading", "rejected"),
    [
        ("How is the depot rated?", "Our goals for 2027", True),
        ("What are the goals for how the depot is rated?", "Our goals for 2027", False),
        ("How is the depot rated?", "How we are rated", False),
    ],
)
def test_a_grade_under_goals_is_none_that_was_given(
    snapshot_of: Made, question: str, heading: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Depot", "text": "The depot is rated, and has goals."}])
    words = words_of(asked_of(papers, question), "Overall | Good", "Good", heading=heading, context="Area | Rating")
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "quote", "rejected"),
    [
        ("Which bay has no roof?", "3", True),
        ("Which bay has no roof?", "Oak", False),
        ("Has bay Oak no roof?", "3", False),
        ("What beds has bay Oak?", "3", False),
    ],
)
def test_another_cell_is_no_answer_to_which_row_it_is(
    snapshot_of: Made, question: str, quote: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Bays", "text": "All bays have beds."}])
    row = "Oak | 3 | tin"
    words = words_of(asked_of(papers, question), row, quote, context="Bay | Beds | Roof")
    words = replace(words, passage=replace(words.passage, parts=(Part(0, len(row), "table_row", False),)))
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "quote", "rejected"),
    [
        ("How far is housing over budget?", "340", True),
        ("How far is housing over budget?", "50 over", False),
        ("What is the housing budget?", "340", False),
    ],
)
def test_the_budget_is_not_how_far_something_is_over_it(
    snapshot_of: Made, question: str, quote: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Spending", "text": "Housing is dear."}])
    table = "Service | Budget £000 | Spent £000 | Variance £000\nHousing | 340 | 390 | 50 over"
    words = words_of(asked_of(papers, question), table, quote)
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "quote", "rejected"),
    [
        ("How much is a swim at Marlow?", "5", False),
        ("How much is a swim at Garnet?", "6", False),
        ("How much is a swim?", "5", True),
        ("How much is a swim for seniors at noon?", "5", True),
    ],
)
def test_a_number_in_the_column_of_the_place_asked_about_is_a_price(
    snapshot_of: Made, question: str, quote: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Marlow and Garnet", "text": "Swim at Marlow or at Garnet, in Marlow."}])
    table = "Activity | Marlow | Garnet | Seniors\nSwim | 5 | 6 | £3.10 before noon"
    words = words_of(asked_of(papers, question), table, quote)
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "columns", "quote", "rejected"),
    [
        ("How much was a swim last season?", "Ticket | Season 2026 | Season 2028", "£6", True),
        ("How much was a swim last season?", "Ticket | Season 2025 | Season 2026", "£6", False),
        ("How much will a swim be next season?", "Ticket | Season 2026 | Season 2028", "£6", False),
        ("How much was a swim last term?", "Ticket | This term | Next term", "£5", True),
        ("How much is a swim next term?", "Ticket | This term | Next term", "£5", True),
        ("How much is a swim next term?", "Ticket | This term | Next term", "£6", False),
        ("How much is a swim this term?", "Ticket | This term | Next term", "£5", False),
        ("How much is a swim?", "Ticket | This term | Next term", "£5", False),
    ],
)
def test_a_column_of_this_term_or_one_to_come_is_not_of_the_last(
    snapshot_of: Made, question: str, columns: str, quote: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Pool", "text": "A swim is cheap."}])
    words = words_of(asked_of(papers, question), "Swim | £5 | £6", quote, context=columns)
    row = Part(0, len("Swim | £5 | £6"), "table_row")
    words = replace(words, passage=replace(words.passage, parts=(row,)))
    assert any(check(words) for check in ROW_CHECKS) is rejected
