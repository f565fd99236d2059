"""Row checks: what a table's row must not be to be an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import pytest

from corpus.document import Part
from index.snapshot import Snapshot
from qa.checks.rows import ROW_CHECKS
from qa.features.shown import ShownWords
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def in_first_row(words: ShownWords, lines: Sequence[str]) -> ShownWords:
    """The same words, at the end of the first row of a table whose first line names its columns."""
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    parts = tuple(
        Part(start, start + len(line), "table_row", names_columns=not place)
        for place, (start, line) in enumerate(zip(starts, lines, strict=True))
    )
    end = starts[1] + len(lines[1])
    span = replace(words.span, sentence=(starts[1], end), quote=(end - len(words.quote), end))
    return replace(words, passage=replace(words.passage, text=text, end=len(text), parts=parts), span=span)


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
    ("question", "rejected"),
    [
        ("Who guides on 5 December?", False),
        ("Who guides on 6 December?", True),
        ("Who guides on 9 December?", True),
        ("Who guides in December?", False),
        ("Does Ada Moor guide on 6 December?", False),
    ],
)
def test_a_row_of_another_day_is_no_answer(snapshot_of: Made, question: str, rejected: bool) -> None:
    papers = snapshot_of([{"title": "Guides", "text": "There are guides."}])
    lines = ("Date | Guide", "Sat 5 December | Ada Moor", "Sun 6 December | Bo Cole")
    words = in_first_row(words_of(asked_of(papers, question), lines[1], "Ada Moor"), lines)
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "rejected"),
    [
        ("Who opens on 9 December?", False),
        ("Who opens on 9 December 2026?", False),
        ("Who opens on 15 December?", True),
    ],
)
def test_a_day_of_a_month_is_no_amount_that_the_row_of_its_week_is_not_for(
    snapshot_of: Made, question: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Rota", "text": "The hall opens."}])
    lines = ("Week beginning | Opens", "7 December 2026 | Bo Cole", "14 December 2026 | Ada Moor")
    words = in_first_row(words_of(asked_of(papers, question), lines[1], "Bo Cole"), lines)
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
    ("question", "rejected"),
    [
        ("Which floor is Birch on?", True),
        ("How many beds has Birch?", False),
        ("How many beds on which floor has Birch?", False),
        ("What is Birch?", False),
    ],
)
def test_a_row_without_anything_in_the_asked_column_is_no_answer(
    snapshot_of: Made, question: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Wards", "text": "There are wards."}])
    lines = ("Floor | Ward | Beds", "| Birch | 18")
    words = in_first_row(words_of(asked_of(papers, question), lines[1], "18"), lines)
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "row", "rejected"),
    [
        ("What is the average wait for dyslexia?", "Dyslexia | - | 104 | 571", True),
        ("average wait dyslexia", "Dyslexia | – | 104 | 571", True),
        ("average wait dyslexia", "Dyslexia | | 104 | 571", True),
        ("How many children wait for dyslexia in all?", "Dyslexia | - | 104 | 571", False),
        ("How many children wait for dyslexia?", "Dyslexia | - | 104 | 571", False),
        ("What is the wait for dyslexia?", "Dyslexia | - | 104 | 571", False),
        ("Is the average wait for dyslexia 571?", "Dyslexia | - | 104 | 571", False),
    ],
)
def test_a_row_with_a_dash_in_the_column_that_is_named_by_most_words_is_no_answer(
    snapshot_of: Made, question: str, row: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Waits", "text": "Children wait."}])
    lines = ("Service | Average wait | Longest wait | Children waiting", row)
    words = in_first_row(words_of(asked_of(papers, question), row, "571"), lines)
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "column", "rejected"),
    [
        ("How many people are waiting for dyslexia help?", "Wait (weeks)", True),
        ("How many are waiting for dyslexia help?", "Wait in weeks", True),
        ("How many patients are waiting for dyslexia help?", "Weeks", True),
        ("How many families wait for dyslexia help?", "Longest, days", True),
        ("How many weeks do people wait for dyslexia help?", "Wait (weeks)", False),
        ("How many days is the wait for dyslexia help?", "Wait (weeks)", False),
        ("How long do people wait for dyslexia help?", "Wait (weeks)", False),
        ("How many people are waiting for dyslexia help?", "Waiting over 52 weeks", False),
        ("How many people ask for dyslexia help?", "Callers a week", False),
        ("How many people are waiting for dyslexia help?", "Waiting (all)", False),
    ],
)
def test_a_column_in_weeks_counts_no_people(snapshot_of: Made, question: str, column: str, rejected: bool) -> None:
    papers = snapshot_of([{"title": "Waits", "text": "Children wait."}])
    lines = (f"Service | Children | {column}", "Dyslexia help | 33 | 571")
    words = in_first_row(words_of(asked_of(papers, question), lines[1], "571"), lines)
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "rejected"),
    [
        ("Who handles the garage at Orchard Close?", True),
        ("Who handles the land at Dyke Farm?", False),
        ("Who handles the homes at Mill Farm?", False),
        ("Who handles the forty homes?", False),
    ],
)
def test_what_is_told_of_one_entry_is_not_told_of_another(snapshot_of: Made, question: str, rejected: bool) -> None:
    lines = ("26/1433. Land at Dyke Farm. The officer is Tom Verity.", "26/1437. 8 Orchard Close. A garage.")
    papers = snapshot_of([{"title": "Notices", "text": "\n\n".join(lines)}])
    words = words_of(asked_of(papers, question), lines[0], "The officer is Tom Verity")
    words = replace(words, passage=replace(words.passage, document_id="000"))
    assert any(check(words) for check in ROW_CHECKS) is rejected


@pytest.mark.parametrize(
    ("question", "lines", "quote", "rejected"),
    [
        (
            "When is it emptied?",
            ("Street | Bin | Day", "Mill Street | Green | Monday"),
            "Green",
            True,
        ),
        (
            "When is it emptied?",
            ("Street | Bin | Day", "Mill Street | Green | Monday"),
            "Monday",
            False,
        ),
        ("When is yoga?", ("Class | Room | When", "Yoga | Hall | Every week"), "Hall", True),
        ("When does the clinic meet?", ("Clinic | Where | Meets", "Clinic | Barn | Tuesdays"), "Barn", True),
        ("When is the oven cleaned?", ("What | How often | Begins", "Oven | Termly | Monday"), "Termly", False),
        ("When is the oven cleaned?", ("What | How often | Begins", "Oven | As needed | Monday"), "As needed", False),
        ("When is the rent due?", ("Rent | Due date | Paid to", "Rent | On demand | The clerk"), "On demand", False),
        ("When is the rent due?", ("Rent | Due | Paid to", "Rent | On demand | The clerk"), "On demand", False),
        ("Which bin is it?", ("Street | Bin | Day", "Mill Street | Green | Monday"), "Green", False),
    ],
)
def test_a_cell_that_says_no_time_is_not_when_something_is_where_one_beside_it_says_so(
    snapshot_of: Made, question: str, lines: Sequence[str], quote: str, rejected: bool
) -> None:
    papers = snapshot_of([{"title": "Rota", "text": "The hall opens."}])
    words = in_first_row(words_of(asked_of(papers, question), lines[1], quote), lines)
    start = words.passage.text.index(quote, words.span.sentence[0])
    words = replace(words, span=replace(words.span, quote=(start, start + len(quote))))
    assert any(check(words) for check in ROW_CHECKS) is rejected
