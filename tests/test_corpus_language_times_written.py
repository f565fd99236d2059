"""What is written as a date has parts and days; weeks, months and years are counted from a day."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.times.parts import Ends
from corpus.language.times.written import (
    Time,
    at,
    full_year,
    relative,
    spoken_year,
    unit_ends,
    weekday_ends,
    with_year,
    years,
)

SAID = date(2023, 6, 12)
"""A Monday."""


@pytest.mark.parametrize(
    ("unit", "step", "ends"),
    [
        ("year", -1, ((2022,), (2022,))),
        ("month", 7, ((2024, 1), (2024, 1))),
        ("month", -6, ((2022, 12), (2022, 12))),
        ("week", 0, ((2023, 6, 12), (2023, 6, 18))),
        ("week", -1, ((2023, 6, 5), (2023, 6, 11))),
        ("day", 20, ((2023, 7, 2), (2023, 7, 2))),
    ],
)
def test_units_are_counted_from_a_day(unit: str, step: int, ends: Ends) -> None:
    assert unit_ends(unit, step, SAID) == ends


@pytest.mark.parametrize(
    ("name", "which", "day"),
    [
        ("monday", "past", 12),
        ("monday", "coming", 12),
        ("monday", "last", 5),
        ("monday", "next", 19),
        ("thursday", "this", 15),
        ("thursday", "past", 8),
        ("sunday", "coming", 18),
    ],
)
def test_days_of_the_week_are_the_nearest_on_their_side(name: str, which: str, day: int) -> None:
    assert weekday_ends(name, which, SAID) == ((2023, 6, day), (2023, 6, day))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["coming", "next"]))
def test_a_coming_day_of_the_week_is_within_a_week(said: date, which: str) -> None:
    (year, month, day), _ = weekday_ends("friday", which, said)
    assert year and month and day
    found = date(year, month, day)
    assert found.weekday() == 4 and (which == "next") <= (found - said).days <= 7


def test_two_digits_are_a_year_from_1969_to_2068() -> None:
    assert [full_year(short) for short in (0, 68, 69, 99, 2023)] == [2000, 2068, 1969, 1999, 2023]


def test_years_run_forwards() -> None:
    assert years(2019, 2020) == ((2019,), (2020,)) and years(2020, 2019) is None


def test_a_time_has_a_year_where_its_parts_have_one() -> None:
    assert Time(0, 4, (2019,), (2019,)).has_year
    without = Time(0, 6, (None, 5, 3), (None, 5, 3))
    assert not without.has_year and with_year(without, 2020).days() == (date(2020, 5, 3), date(2020, 5, 3))
    assert not Time(0, 9, offset=lambda said: ((said.year,), (said.year,))).has_year
    assert not Time(0, 9, shift=lambda ends: ends).has_year and Time(0, 9).precision is None


def test_a_match_is_a_time_where_the_calendar_has_its_day() -> None:
    match = re.match("x+", "xxx")
    assert match
    assert list(at(match, None)) == []
    assert list(at(match, ((2019,), (2019,)))) == [Time(0, 3, (2019,), (2019,))]
    (time,) = relative(match, lambda said: unit_ends("year", 0, said), lasting=True)
    assert time.lasting and time.offset and time.offset(SAID) == ((2023,), (2023,))


def test_two_digits_after_an_apostrophe_are_a_year_from_1930_to_2029() -> None:
    assert [spoken_year(short) for short in (0, 29, 30, 99)] == [2000, 2029, 1930, 1999]
