"""Which questions ask for what holds, and as of when."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.query import understand
from qa.query.holding import HeldQuestion, now_asked, read_held_question


def read(snapshot: Snapshot, question: str) -> HeldQuestion | None:
    return read_held_question(understand(question, snapshot, today=date(2026, 11, 27)), question)


@pytest.mark.parametrize(
    ("question", "when", "timeless"),
    [
        ("Who is the mayor?", "now", "Who is the mayor?"),
        ("What does a permit cost now?", "now", "What does a permit cost now?"),
        ("Who was the mayor in 2015?", "then", "Who is the mayor?"),
        ("What did a permit cost before April 2023?", "then", "What does a permit cost?"),
        ("How many books could a member borrow in 2023?", "then", "How many books can a member borrow?"),
        ("What time did the library open in 2023?", "then", "What time does the library open?"),
        ("How old may vehicles be?", "now", "How old may vehicles be?"),
        ("clerk spending limit", "now", "clerk spending limit"),
        ("Who was the previous mayor?", "previous", "Who is the mayor?"),
        ("Who was the mayor before Cyril Oakes?", "before", "Who is the mayor?"),
    ],
)
def test_what_holds_is_asked_for_without_its_time(
    samples_snapshot: Snapshot, question: str, when: str, timeless: str
) -> None:
    found = read(samples_snapshot, question)
    assert found and (found.when, found.timeless) == (when, timeless)


@pytest.mark.parametrize(
    "question",
    [
        "Who opened the pool in 2016?",
        "How much was spent in 2021?",
        "How many visitors came in 2019?",
        "How much did the Scouts get in 2019?",
        "hall grant total",
        "How many visitors did the museum have at the start of 2019?",
        "Who was the first mayor?",
        "Who was the mayor since 2015?",
        "Who was the mayor?",
        "When was the mayor elected?",
        "Who was mayor in 2015 and in 2019?",
        "Who's leaving the school in July?",
        "who is retiring this year",
    ],
)
def test_what_happened_once_or_has_no_end_does_not_hold(samples_snapshot: Snapshot, question: str) -> None:
    assert read(samples_snapshot, question) is None


def test_a_word_for_now_is_told_and_a_time_is_not_now(samples_snapshot: Snapshot) -> None:
    found = read(samples_snapshot, "Who is the current mayor?")
    assert found and found.is_said
    assert now_asked(understand("Who was the mayor in 2015?", samples_snapshot, today=date(2026, 11, 27))) is None
    year = read(samples_snapshot, "Who was the mayor in 2015?")
    assert year and (year.first, year.last) == (date(2015, 1, 1).toordinal(), date(2015, 12, 31).toordinal())


def test_the_beginning_of_a_year_is_its_first_day_and_its_end_the_last(samples_snapshot: Snapshot) -> None:
    begun, ended = (read(samples_snapshot, f"Who was the mayor at the {end} of 2015?") for end in ("start", "end"))
    assert begun and ended and begun.timeless == ended.timeless == "Who is the mayor?"
    assert (begun.last, ended.last) == (date(2015, 1, 1).toordinal(), date(2015, 12, 31).toordinal())
