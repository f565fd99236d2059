"""Times in questions are read as the British write them."""

from __future__ import annotations

import pytest

from qa.query.coverage import Period
from qa.query.periods import read_periods
from tests.query_corpora import TODAY


def days(period: Period) -> str:
    return f"{period.first or ''}/{period.last or ''}"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What was it rated in 2017?", ["2017-01-01/2017-12-31"]),
        ("rating 2017", ["2017-01-01/2017-12-31"]),
        ("In May 2018?", ["2018-05-01/2018-05-31"]),
        ("in Feb. 2020", ["2020-02-01/2020-02-29"]),
        ("on 20 March 2019", ["2019-03-20/2019-03-20"]),
        ("on 20th of March 2019", ["2019-03-20/2019-03-20"]),
        ("on March 20, 2019", ["2019-03-20/2019-03-20"]),
        ("on 20/03/2019", ["2019-03-20/2019-03-20"]),
        ("on 20.03.2019", ["2019-03-20/2019-03-20"]),
        ("on 2019-03-20", ["2019-03-20/2019-03-20"]),
        ("in 2019-03", ["2019-03-01/2019-03-31"]),
        ("in spring 2019", ["2019-01-01/2019-12-31"]),
        ("in 2019/20", ["2019-01-01/2020-12-31"]),
        ("in 2011-12", ["2011-01-01/2012-12-31"]),
        ("in 1999/00", ["1999-01-01/2000-12-31"]),
        ("in 2018-2021", ["2018-01-01/2021-12-31"]),
        ("in 2018–2021", ["2018-01-01/2021-12-31"]),
        ("in the 1980s", ["1980-01-01/1989-12-31"]),
        ("before 2018", ["/2017-12-31"]),
        ("prior to the 2022 inspection", ["/2021-12-31"]),
        ("before the 2022 inspection", ["/2021-12-31"]),
        ("until May 2018", ["/2018-05-31"]),
        ("since 2020", ["2020-01-01/"]),
        ("after March 2019", ["2019-04-01/"]),
        ("between 2018 and 2020", ["2018-01-01/2018-12-31", "2020-01-01/2020-12-31"]),
        ("from May 2018 to June 2020", ["2018-01-01/2018-12-31", "2020-01-01/2020-12-31"]),
        ("in 2017 and 2019", ["2017-01-01/2017-12-31", "2019-01-01/2019-12-31"]),
        ("last year", ["2025-01-01/2025-12-31"]),
        ("this year", ["2026-01-01/2026-12-31"]),
        ("last month", ["2026-10-01/2026-10-31"]),
        ("last week", ["2026-11-16/2026-11-22"]),
        ("on 31 February 2019", []),
        ("with 2000 children", []),
        ("for more than 1800 of them", []),
        ("£2017 or €2018 or 2019% or 2,019", []),
        ("version 2.2019, room A2019", []),
        ("number 12017", []),
        ("", []),
    ],
)
def test_times_are_read_as_the_british_write_them(question: str, expected: list[str]) -> None:
    found = list(read_periods(question, TODAY))
    assert [days(each) for each in found] == expected
    assert all(question[each.start : each.end] == each.text for each in found)
