"""Own years: which days FY25 has, by when a paper says that its year begins."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.times.own_years import days_of_years, own_year


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("The Trust's financial year runs from 1 October to 30 September.", (10, 1)),
        ("Our year begins on 1 January.", (1, 1)),
        ("The college's year ends on 31 July.", (8, 1)),
        ("The financial year ended on 31st December.", (1, 1)),
        ("Our year begins on 1 January. The fund’s year ends on 31 July.", None),
        ("Our financial year ends on 5 April.", (4, 6)),
        ("Our year ends on 28 February.", (3, 1)),
        ("Our year ends on 29 February.", (3, 1)),
        ("Our year begins on 31 July.", (7, 31)),
        ("Our year begins on 0 May.", None),
        ("Our year ends on 31 June.", None),
        ("The play year ends on 31 July.", None),
        ("The fair is on 31 July each year.", None),
        ("", None),
    ],
)
def test_a_paper_says_when_its_year_begins(text: str, begins: tuple[int, int] | None) -> None:
    assert own_year(text) == begins


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In FY25 it cost £4.", "2024-10-01", "2025-09-30"),
        ("In FY 2025 it cost £4.", "2024-10-01", "2025-09-30"),
        ("In FY24/25 it cost £4.", "2024-10-01", "2025-09-30"),
        ("In 2025–26 it cost £4.", "2025-10-01", "2026-09-30"),
    ],
)
def test_a_year_has_the_days_that_its_paper_gives_it(text: str, first: str, last: str) -> None:
    days = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    assert days_of_years(text, (10, 1)) == [days]


@pytest.mark.parametrize("text", ["minute 26/027", "2024/27", "24/25 High Street", "in 2025"])
def test_what_is_no_financial_year_has_no_days(text: str) -> None:
    assert days_of_years(text, (10, 1)) == []
