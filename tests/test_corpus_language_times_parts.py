"""The calendar's words are declared once, and parts of dates come to the right days."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.times.parts import (
    BOUNDS,
    MONTH_NAMES,
    MONTH_NUMBERS,
    TOLD_YEARS,
    WEEKDAYS,
    Parts,
    day_ends,
    first_day,
    iso,
    last_day,
    month_number,
    parts_of,
    season_ends,
    weekdays_in,
    years_covered,
    years_in,
)


def test_months_and_weekdays_are_those_of_the_calendar() -> None:
    assert tuple(calendar.month_name)[1:] == MONTH_NAMES
    assert tuple(name.lower() for name in calendar.day_name) == WEEKDAYS
    assert {name: MONTH_NUMBERS[name.lower()] for name in (*calendar.month_name[1:], *calendar.month_abbr[1:])} == {
        name: month for names in (calendar.month_name, calendar.month_abbr) for month, name in enumerate(names) if month
    }
    assert month_number("Sept.") == month_number("SEPTEMBER") == 9


@pytest.mark.parametrize(
    ("parts", "first", "last"),
    [
        ((2024,), date(2024, 1, 1), date(2024, 12, 31)),
        ((2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        ((2023, 2), date(2023, 2, 1), date(2023, 2, 28)),
        ((2023, 12), date(2023, 12, 1), date(2023, 12, 31)),
        ((2024, 5, 3), date(2024, 5, 3), date(2024, 5, 3)),
        ((1,), date.min, date(1, 12, 31)),
    ],
)
def test_parts_have_a_first_and_a_last_day(parts: Parts, first: date, last: date) -> None:
    assert (first_day(parts), last_day(parts)) == (first, last)


@pytest.mark.parametrize("parts", [(None, 5, 3), (0,), (-43,), (10_000,), (None, 5)])
def test_parts_without_a_year_that_a_date_can_hold_have_no_days(parts: Parts) -> None:
    with pytest.raises(ValueError, match="year"):
        first_day(parts)
    with pytest.raises(ValueError, match="year"):
        last_day(parts)


@given(st.dates())
def test_a_day_in_parts_is_that_day(day: date) -> None:
    assert first_day(parts_of(day)) == last_day(parts_of(day)) == day
    assert iso(parts_of(day)) == day.isoformat()


def test_only_days_of_the_calendar_are_days() -> None:
    assert day_ends(2024, 2, 29) == ((2024, 2, 29), (2024, 2, 29))
    assert day_ends(None, 2, 29) == ((None, 2, 29), (None, 2, 29)), "some year has it"
    assert [
        day_ends(*parts) for parts in ((2023, 2, 29), (2023, 0, 1), (2023, 13, 1), (2023, 4, 0), (2023, 4, 31))
    ] == [None] * 5


def test_a_season_lasts_three_months_and_winter_ends_in_the_next_year() -> None:
    assert season_ends("spring", 2021) == ((2021, 3), (2021, 5))
    assert season_ends("autumn", 2021) == ((2021, 9), (2021, 11))
    assert season_ends("winter", 2021) == ((2021, 12), (2022, 2))


def test_years_before_christ_are_written_as_iso_8601_has_them() -> None:
    assert [iso((1,)), iso((0,)), iso((-43,)), iso((2019, 5))] == ["0001", "0000", "-0043", "2019-05"]


def test_each_bound_has_its_words() -> None:
    assert set(BOUNDS.values()) == {"before", "until", "after", "since"}
    assert (BOUNDS["prior to"], BOUNDS["by"], BOUNDS["later than"], BOUNDS["from"]) == (
        "before",
        "until",
        "after",
        "since",
    )


def test_four_digits_that_could_be_years_are_found_without_money_and_shares() -> None:
    text = "In 1066, 2019/20, 20/07/2018, 2017-05-18, mid-1990s: £2000, $1999, 2016%, 2015.5, 2014,000, 12013, 20121"
    assert years_in(text) == {1066, 2019, 2018, 2017, 1990}
    assert years_in(text, TOLD_YEARS) == {2019, 2018, 2017, 1990}
    assert years_in("1499 1500 2099 2100", TOLD_YEARS) == {1500, 2099}
    assert years_in("the end of 2019.") == {2019}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Up to 1 hour, Monday to Friday | Saturday", {0, 1, 2, 3, 4, 5}),
        ("on a Sunday", {6}),
        ("Fri–Mon", {4, 5, 6, 0}),
        ("closed mondays", {0}),
        ("Weekdays", {0, 1, 2, 3, 4}),
        ("who sat in the sun", set()),
    ],
)
def test_days_of_the_week_are_named_alone_in_ranges_and_together(text: str, days: set[int]) -> None:
    assert weekdays_in(text) == days


@pytest.mark.parametrize(
    ("text", "year", "covered"),
    [
        ("She taught there from 1894 to 1902.", 1900, True),
        ("He sat on it between May 1928 and June 1935.", 1930, True),
        ("Keeper 1940–1945", 1943, True),
        ("in 1911 and director in 1923", 1915, False),
        ("from 1894 to 1902", 1903, False),
        ("costs from £1894 to 1902", 1900, False),
        ("from 1100 to 2026", 1900, False),
    ],
)
def test_a_range_of_years_covers_those_between(text: str, year: int, covered: bool) -> None:
    assert (year in years_covered(text)) is covered
