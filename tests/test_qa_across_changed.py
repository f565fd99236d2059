"""Whether a judgement changed is told by the judgements before and after, in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.across.changed import may_ask_of_change
from qa.across.tabulating import Tabulated, tabulate
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from tests.judged_papers import MARLOW_2018, WENDHAM, WENDHAM_2023, in_parts

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TODAY = date(2026, 11, 27)
BINS = [{"title": f"Bins {number}", "text": "Bins are emptied on Mondays."} for number in range(4)]


@pytest.fixture(scope="module")
def wendham(snapshot_of: Made) -> Snapshot:
    return snapshot_of(WENDHAM)


def table(snapshot: Snapshot, question: str) -> Tabulated | None:
    return tabulate(understand(question, snapshot, today=TODAY), snapshot, EVERYTHING)


def grades(snapshot: Snapshot, question: str) -> list[str]:
    found = table(snapshot, question)
    assert found and found.question.asks == "changed", question
    return [row.value for row in found.rows]


INADEQUATE, REQUIRES, GOOD = "Inadequate", "Requires improvement to be good", "Good"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Has our rating changed since 2022?", [REQUIRES, GOOD]),
        ("Has Wendham's rating changed since 2018?", [INADEQUATE, REQUIRES, GOOD]),
        ("did we go up or down", [REQUIRES, GOOD]),
        ("Did we improve at the last inspection?", [REQUIRES, GOOD]),
        ("Have we gone up since 2018?", [INADEQUATE, REQUIRES, GOOD]),
        ("did we get better", [REQUIRES, GOOD]),
        ("Is the council's rating better than in 2018?", [INADEQUATE, GOOD]),
        ("How has our rating changed?", [INADEQUATE, REQUIRES, GOOD]),
        ("Did our rating go up in 2019?", [INADEQUATE, REQUIRES]),
        ("Did we get worse between 2018 and 2020?", [INADEQUATE, REQUIRES]),
        ("Has our rating gone up since 2024?", [GOOD]),
        ("Has the rating of leaders improved?", ["Good", "Outstanding"]),
    ],
)
def test_what_was_and_what_became_of_it_are_rows(wendham: Snapshot, question: str, expected: list[str]) -> None:
    assert grades(wendham, question) == expected


def test_a_later_inspection_without_such_a_judgement_says_so(snapshot_of: Made) -> None:
    later = in_parts("Wendham", "4 to 15 May 2026", "2026-07-01", "Outstanding")
    found = table(snapshot_of((*WENDHAM, later)), "Has our rating changed since 2022?")
    assert found
    assert [row.note for row in found.rows[:2]] == ["", f"up from {REQUIRES}"]
    assert all(row.note == "given without a judgement of “Overall effectiveness”" for row in found.rows[2:])
    assert len(found.rows) > 2


def test_each_row_says_how_it_is_beside_the_one_before(wendham: Snapshot) -> None:
    found = table(wendham, "How has our rating changed?")
    assert found and [row.note for row in found.rows] == ["", "up from Inadequate", f"up from {REQUIRES}"]


@pytest.mark.parametrize(
    "question",
    [
        "Has practice improved?",
        "Has anything changed since 2022?",
        "Why did our rating go down?",
        "Did we go up the hill?",
    ],
)
def test_what_is_more_than_a_change_of_judgement_is_none(wendham: Snapshot, question: str) -> None:
    found = table(wendham, question)
    assert found is None or found.question.asks != "changed"


def test_no_change_is_told_of_one_judgement_nor_of_several_who_are_judged(snapshot_of: Made) -> None:
    assert table(snapshot_of((WENDHAM_2023,)), "Has our rating changed?") is None
    both = snapshot_of((*WENDHAM, MARLOW_2018))
    assert table(both, "Has our rating improved?") is None
    assert grades(both, "Has Wendham's rating improved?") == [REQUIRES, GOOD]


def test_where_few_documents_are_of_judgements_the_question_must_ask_for_one(snapshot_of: Made) -> None:
    mixed = snapshot_of((*WENDHAM, *BINS))
    assert table(mixed, "Did we get better?") is None
    assert grades(mixed, "Did our rating get better?") == [REQUIRES, GOOD]


def test_the_newest_judgement_is_quoted(wendham: Snapshot) -> None:
    answer = Assistant(HashingEncoder()).ask(wendham, AskRequest("Has our rating changed since 2022?", today=TODAY))
    assert answer.answer and answer.answer.quote.endswith("Good")
    assert [row.value for row in answer.rows] == [REQUIRES, GOOD]


def test_a_quick_look_tells_questions_that_speak_of_no_change() -> None:
    assert may_ask_of_change("has it improved")
    assert not may_ask_of_change("What did it improve?")
    assert not may_ask_of_change("Is it good?")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did our rating go up?", [(REQUIRES, "Inadequate"), (GOOD, REQUIRES)]),
        ("When did the rating improve?", [(REQUIRES, "Inadequate"), (GOOD, REQUIRES)]),
        ("When did we go from requires improvement to good?", [(GOOD, REQUIRES)]),
        ("When did we improve in 2023?", [(GOOD, REQUIRES)]),
    ],
)
def test_when_it_changed_is_told_by_the_judgement_that_changed_it(
    wendham: Snapshot, question: str, expected: list[tuple[str, str]]
) -> None:
    found = table(wendham, question)
    assert found and [row.value for row in found.rows] == [value for value, _ in expected]
    assert all(row.note.startswith(before) for row, (_, before) in zip(found.rows, expected, strict=True))


def test_what_never_changed_so_is_left_to_the_texts(wendham: Snapshot) -> None:
    assert table(wendham, "When did our rating go down?") is None
    assert table(wendham, "When did we go from good to requires improvement?") is None
    assert table(wendham, "When were we rated requires improvement?") is None
    assert table(wendham, "When did the café go from good to bad?") is None
