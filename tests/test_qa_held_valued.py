"""By what statements of one rule are told apart, and of which sort their values are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

from corpus.language.kinds import Value
from qa.choosing.statements import Statement
from qa.held.valued import is_share, key_of, sort_of
from qa.passages.quoted import AnswerSpan
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

TODAY: Final = date(2026, 11, 30)


def stated(sentence: str, value: str = "", normalized: str = "") -> Statement:
    candidate: Any = SimpleNamespace(passage=SimpleNamespace(text=sentence))
    whole = (0, len(sentence))
    if not value:
        return Statement(candidate, AnswerSpan(whole, whole, None))
    start = sentence.index(value)
    placed = (start, start + len(value), Value("number", value, normalized))
    return Statement(candidate, AnswerSpan(placed[:2], whole, placed))


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("The library opens at 9.30am on weekdays.", "9.30"),
        ("From 6 May 2024 the library opens at 8am.", "8"),
        ("The line is open from 8am to 5pm.", "8 5"),
        ("Alcohol may be sold until midnight.", "midnight"),
        ("The committee meets in May 2024.", ""),
    ],
)
def test_hours_are_told_apart_by_the_numbers_beside_their_dates(sentence: str, key: str) -> None:
    assert (key_of(stated(sentence)), sort_of(stated(sentence))) == (key, "hours")


@pytest.mark.parametrize(
    ("sentence", "value", "normalized", "sort"),
    [
        ("A permit costs £60 a year.", "£60", "60", "money"),
        ("A call costs 7p.", "7p", "0.07", "money"),
        ("The discount is 25%.", "25%", "25%", "%"),
        ("Parking is limited to 90 minutes.", "90 minutes", "90", "number"),
    ],
)
def test_values_are_of_one_sort_only(sentence: str, value: str, normalized: str, sort: str) -> None:
    statement = stated(sentence, value, normalized)
    assert (key_of(statement), sort_of(statement), is_share(statement)) == (normalized, sort, sort == "%")


SHELTERS = {
    "strategy.md": (
        "# Housing plan\n\nPublished: 14 July 2026\n\n| Measure | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n"
        "| Families in shelters over six weeks | 4 | 9 | 17 |\n| People who sleep rough | 7 | 11 | 14 |\n"
    ),
    "talk.txt": (
        "Housing Panel, Tuesday 17 November 2026\n\n"
        "Families in shelters over six weeks, that's eleven, it was seventeen. We have signed thirteen leases.\n"
    ),
}


def test_a_row_of_several_years_states_no_one_value(assistant: Assistant, tmp_path: Path) -> None:
    papers = open_papers(SHELTERS, tmp_path, assistant.encoder)
    answer = assistant.ask(papers, AskRequest("How many families are in shelters over six weeks?", today=TODAY)).answer
    assert answer and answer.value and answer.value.text != "4"
    assert "eleven" in answer.quote or answer.quote == "17"
