"""By what statements of one rule are told apart, and of which sort their values are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

from corpus.language.kinds import Value
from index.snapshot import Snapshot
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


CENTRE = {
    "news.md": (
        "# Eastly Centre: news\n\nPublished: 7 October 2024\n\n"
        "The swim fee was £4 until September 2023 and is £6 now.\n\n"
        "The gym opened at 7am until June 2024; it now opens at 6am.\n\n"
        "A lost card costs £3, up from £2 last year.\n\n"
        "The burial fee had been £250 for ten years when it was raised to £400 in January 2023.\n"
    ),
    "school.md": (
        "# Thornby School: yearly report\n\nPublished: 15 July 2024\n\n"
        "There were 212 pupils on roll in 2022, compared with 240 in 2024.\n\n"
        "The share of pupils with free meals fell from 31% in 2020 to 22% this year.\n\n"
        "Lateness has dropped to 14 cases a week (2022: 37).\n\n"
        "The school has eleven governors, two more than in 2019.\n"
    ),
}


@pytest.fixture(scope="module")
def centre(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(CENTRE, tmp_path_factory.mktemp("centre"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much is the swim fee?", "6"),
        ("How much was the swim fee in 2022?", "4"),
        ("What was the previous swim fee?", "4"),
        ("How much does a lost card cost?", "3"),
        ("How much is the burial fee?", "400"),
        ("How much was the burial fee in 2019?", "250"),
        ("How many pupils are on roll?", "240"),
        ("How many pupils were on roll in 2022?", "212"),
        ("What share of pupils have free meals?", "22%"),
        ("What share of pupils had free meals in 2020?", "31%"),
        ("What share of pupils had free meals in 2024?", "22%"),
        ("How many cases of lateness a week are there?", "14"),
        ("How many cases of lateness a week were there in 2022?", "37"),
        ("How many governors has the school?", "11"),
    ],
)
def test_of_a_sentence_with_values_of_several_times_that_of_the_time_asked_about_answers(
    question: str, told: str, assistant: Assistant, centre: Snapshot
) -> None:
    answer = assistant.ask(centre, AskRequest(question, today=TODAY)).answer
    assert answer and answer.value and answer.value.normalized == told


def test_an_hour_is_told_by_the_part_that_is_of_now(assistant: Assistant, centre: Snapshot) -> None:
    for question, hour in (("When does the gym open?", "6am"), ("When did the gym open in 2023?", "7am")):
        answer = assistant.ask(centre, AskRequest(question, today=TODAY)).answer
        assert answer and answer.quote == hour


def test_a_difference_is_no_number_of_the_time_that_it_is_counted_from(assistant: Assistant, centre: Snapshot) -> None:
    assert not assistant.ask(centre, AskRequest("How many governors had the school in 2019?", today=TODAY)).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much was the garden waste charge before April 2024?", "£32"),
        ("How much was the garden waste charge in 2025?", "£38"),
        ("What was the garden waste charge in 2023?", ""),
    ],
)
def test_a_value_that_is_raised_holds_only_since_the_day_told_beside_it(
    assistant: Assistant, tmp_path: Path, question: str, told: str
) -> None:
    text = (
        "# Brae Council: Minutes of 14 September 2026\n\n## Garden waste\n\n"
        "It was resolved that the garden waste charge be raised from £38 to £44 a year from 1 April 2027. "
        "The charge has been £38 since April 2024. Before that it was £32.\n"
    )
    papers = open_papers({"minutes.md": text}, tmp_path, assistant.encoder)
    answer = assistant.ask(papers, AskRequest(question, today=TODAY))
    assert told in answer.answer.quote if answer.answer else not told
