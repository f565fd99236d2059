"""Days stand on an axis of time in their order, and few years or months are named along it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from web.views.time_axis import month_axis, year_axis


@pytest.mark.parametrize("last", [2000, 2001, 2006, 2007, 2100, 9999])
def test_years_are_few_and_hold_all_days(last: int) -> None:
    axis = year_axis(2000, last)
    named = [tick.words for tick in axis.ticks if tick.words]
    assert named[0] == "2000" and 1 <= len(named) <= 6 and len(axis.ticks) <= 40
    assert axis.percent(date(2000, 1, 1).toordinal()) == 4
    assert 4 < axis.percent(date(last, 12, 31).toordinal()) < 95
    assert axis.at(date(2000, 1, 1).toordinal()) == axis.ticks[0].at == "4.00%"


def test_days_of_a_few_months_stand_apart_under_their_months() -> None:
    axis = month_axis(date(2023, 11, 20), date(2024, 1, 9))
    assert [tick.words for tick in axis.ticks] == ["Nov 2023", "Dec 2023", "Jan 2024", ""]
    assert axis.ticks[2].at == axis.at(date(2024, 1, 1).toordinal())
    assert 4 < axis.percent(date(2023, 11, 20).toordinal()) < axis.percent(date(2024, 1, 9).toordinal()) < 95


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2023, 12, 31), date(9999, 12, 31)])
def test_one_day_has_the_axis_of_its_month(day: date) -> None:
    axis = month_axis(day, day)
    assert axis.ticks[0].words == f"{day:%b} {day.year}"
    assert 4 < axis.percent(day.toordinal()) < 95


def test_months_of_two_years_are_few() -> None:
    axis = month_axis(date(2022, 1, 1), date(2023, 12, 31))
    assert [tick.words for tick in axis.ticks if tick.words] == ["Jan 2022", "Sep 2022", "May 2023"]
    assert len(axis.ticks) == 25


def test_the_name_of_a_year_stands_under_the_middle_of_it_and_a_mark_at_each_of_its_ends() -> None:
    axis = year_axis(2012, 2023)
    for tick, following in pairwise(axis.ticks):
        if tick.words:
            year = int(tick.words)
            assert tick.at == axis.at(date(year, 1, 1).toordinal())
            assert following.at == axis.at(date(year + 1, 1, 1).toordinal())
            assert tick.named_at == axis.at(date(year, 7, 2).toordinal() - (year % 4 == 0))
