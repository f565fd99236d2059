"""Days stand on an axis of time in their order, and few years or months are named along it."""

from __future__ import annotations

from datetime import date

import pytest

from web.views.time_axis import month_axis, year_axis


@pytest.mark.parametrize("last", [2000, 2001, 2006, 2007, 2100, 9999])
def test_years_are_few_and_hold_all_days(last: int) -> None:
    axis = year_axis(2000, last)
    assert axis.ticks[0].words == "2000" and 2 <= len(axis.ticks) <= 7
    assert axis.percent(date(2000, 1, 1).toordinal()) == 4
    assert 4 < axis.percent(date(last, 12, 31).toordinal()) < 95
    assert axis.at(date(2000, 1, 1).toordinal()) == axis.ticks[0].at == "4.00%"


def test_days_of_a_few_months_stand_apart_under_their_months() -> None:
    axis = month_axis(date(2023, 11, 20), date(2024, 1, 9))
    assert [tick.words for tick in axis.ticks] == ["Nov 2023", "Jan 2024"]
    assert axis.ticks[-1].at == axis.at(date(2024, 1, 1).toordinal())
    assert 4 < axis.percent(date(2023, 11, 20).toordinal()) < axis.percent(date(2024, 1, 9).toordinal()) < 95


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2023, 12, 31), date(9999, 12, 31)])
def test_one_day_has_the_axis_of_its_month(day: date) -> None:
    axis = month_axis(day, day)
    assert axis.ticks[0].words == f"{day:%b} {day.year}"
    assert 4 < axis.percent(day.toordinal()) < 95


def test_months_of_two_years_are_few() -> None:
    axis = month_axis(date(2022, 1, 1), date(2023, 12, 31))
    assert len(axis.ticks) <= 4 and axis.ticks[0].words == "Jan 2022"
