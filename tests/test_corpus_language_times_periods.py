"""Quarters, years that begin in April or September, feasts and decades mean their months and days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.times.dates import dates
from corpus.language.times.periods import DIGIT_PERIODS, FEAST_NAMES, WORD_PERIODS


def values(text: str) -> list[str]:
    return [mention.normalized for mention in dates(text, None)]


@given(st.integers(1990, 2090), st.integers(1, 4))
def test_the_quarters_of_a_financial_year_begin_in_april(year: int, quarter: int) -> None:
    (normalized,) = values(f"Costs in Q{quarter} {year}/{(year + 1) % 100:02d} rose.")
    first, last = normalized.split("/")
    begins = date(year, 4, 1) if quarter == 1 else date(year + (quarter == 4), (1, 4, 7, 10)[quarter % 4], 1)
    assert first == f"{begins:%Y-%m}" and int(last[5:]) == int(first[5:]) + 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Q3 2022", ["2022-07/2022-09"]),
        ("in the second half of 2021", ["2021-07/2021-12"]),
        ("in the second half of 2021/22", ["2021-10/2022-03"]),
        ("the fourth half of 2021", ["2021"]),
        ("in FY24", ["2023-04/2024-03"]),
        ("in FY24/25", ["2024-04/2025-03"]),
        ("in FY24/26 reports", []),
        ("in the financial year 2023", ["2023"]),
        ("in the 1999/00 tax year", ["1999-04-06/2000-04-05"]),
        ("on Whit Monday 2023", ["2023-05-29"]),
        ("on Maundy Thursday 1500", []),
        ("on Boxing Day 1066", ["1066-12-26"]),
        ("in the '00s", ["2000/2009"]),
        ("in the '20s", []),
        ("in the 20s and after", []),
        ("the late seventies.", ["1970/1979"]),
    ],
)
def test_periods_by_name(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_decade_with_its_apostrophe_is_told_with_it() -> None:
    (mention,) = dates("built in the ’80s bus garage", None)
    assert (mention.text, mention.start) == ("’80s", 13)


def test_every_feast_has_a_day_in_every_year() -> None:
    for name in FEAST_NAMES:
        assert len(values(f"It was on {name.title()} 2023.")) == 1, name


def test_periods_are_forms_with_names_of_their_own() -> None:
    names = [form.name for form in (*DIGIT_PERIODS, *WORD_PERIODS)]
    assert len(set(names)) == len(names) and all(form.heads for form in WORD_PERIODS)
