"""Words that count from a date say what they make of it, and nothing of a date that is not exact enough."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.times.dates import dates
from corpus.language.times.leads import GAP, LEADS
from corpus.language.wording import day_in_words

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def values(text: str) -> list[str]:
    return [mention.normalized for mention in dates(text, None)]


@given(DAYS, st.integers(1, 120))
def test_within_so_many_days_of_a_day_is_the_last_of_them(day: date, count: int) -> None:
    assert values(f"Pay within {count} days of {day_in_words(day)}.") == [(day + timedelta(days=count)).isoformat()]


@given(DAYS)
def test_a_week_begins_or_ends_with_its_day(day: date) -> None:
    begins, ends = day - timedelta(days=6), day + timedelta(days=6)
    assert values(f"in the week beginning {day_in_words(day)}") == [f"{day}/{ends}"]
    assert values(f"in the week ending {day_in_words(day)}") == [f"{begins}/{day}"]


@given(st.integers(1990, 2090), st.integers(1, 12), st.integers(1, 11))
def test_months_to_the_end_of_a_month_are_whole_months(year: int, month: int, count: int) -> None:
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    (normalized,) = values(f"in the {count} months to {day_in_words(last)}")
    first, end = map(date.fromisoformat, normalized.split("/"))
    assert end == last and first.day == 1 and (12 * (last.year - first.year) + last.month - first.month) == count - 1


@given(DAYS, st.sampled_from(["first", "second", "third", "fourth", "last"]), st.integers(0, 6))
def test_a_weekday_of_a_month_is_that_weekday_in_it(day: date, word: str, weekday: int) -> None:
    name = f"{date(2023, 5, 1 + weekday):%A}"
    (normalized,) = values(f"on the {word} {name} of {day:%B} {day.year}")
    found = date.fromisoformat(normalized)
    assert (found.year, found.month, found.weekday()) == (day.year, day.month, weekday)
    if word == "last":
        assert (found + timedelta(days=7)).month != day.month
    else:
        assert (found.day - 1) // 7 == ["first", "second", "third", "fourth"].index(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the fifth Monday of February 2023", ["2023-02"]),
        ("within 28 days of May 2023", ["2023-05"]),
        ("week beginning May 2023", ["2023-05"]),
        ("within twenty-eight days of 1 June 2023", ["2023-06-29"]),
        ("within a year of 29 February 2024", ["2025-02-28"]),
        ("the year to 29 February 2024", ["2023-03-01/2024-02-29"]),
        ("the year to 15 March 2024", ["2023-03-16/2024-03-15"]),
        ("the year to 2024", ["2024"]),
        ("£5 a year to 31 March 2022", ["2022-03-31"]),
        ("extended by six months to 30 September 2021", ["2021-09-30"]),
        ("a month before May 2021", ["2021-04"]),
        ("the five years after 2010", ["2010"]),
        ("more than three days after 2 June 2023", ["2023-06-02"]),
        ("the day after 31 December 9999", []),
    ],
)
def test_words_count_from_a_date_that_is_exact_enough(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_weekday_may_stand_between_the_words_and_their_date() -> None:
    assert all(GAP.fullmatch(gap) for gap in (" ", ": ", " Monday ", " on Tues, ", " the "))
    assert not any(GAP.fullmatch(gap) for gap in ("", ", and ", " at "))


def test_words_that_lead_to_a_date_want_one_next() -> None:
    for form in LEADS:
        if form.name in ("within", "up_to", "from_on", "nth", "apart"):
            assert not re.search(
                form.pattern, "within two days of it, the year to come, week beginning well, two days after"
            )
