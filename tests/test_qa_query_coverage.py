"""Documents are of a time, or said not to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.seams import DocumentMeta
from index.snapshot import Snapshot
from qa.query.coverage import Period, documents_meant, of_period, with_coverage
from tests.builds import document_meta
from tests.query_corpora import read


def _of(years: tuple[int, ...] = (), day: int = 0) -> DocumentMeta:
    """A document of some years and, as an ordinal, of a day."""
    return document_meta(0, "Review", years=years, day=day)


@pytest.mark.parametrize(
    ("question", "covered"),
    [
        ("How was Sutton rated in 2017?", [True]),
        ("How was Sutton rated in 2016?", [False]),
        ("How was Sutton rated last year?", [False]),
        ("How was Sutton rated before 2017?", [False]),
        ("How was Sutton rated before 2018?", [True]),
        ("How was Sutton rated since 2020?", [True]),
        ("How was Sutton rated since 2023?", [False]),
        ("How was Sutton rated in May 2017?", [True]),
        ("How was Sutton rated in November 2017?", [None]),
        ("How was Sutton rated on 13 March 2019?", [None]),
        ("How was Sutton rated on 13 March 2018?", [False]),
        ("How did Sutton change between 2016 and 2018?", [None, None]),
        ("How did Sutton change between 2017 and 2022?", [True, True]),
        ("How did Sutton change between 2012 and 2015?", [False, False]),
        ("How was anyone rated in 1999?", [False]),
        ("What happened in 2019/20?", [True]),
    ],
)
def test_a_time_is_said_to_be_missing_only_where_no_document_is_of_its_year(
    reports: Snapshot, question: str, covered: list[bool | None]
) -> None:
    assert [each.covered for each in read(question, reports).interpretation.periods] == covered


@pytest.mark.parametrize(
    ("first", "last", "is_of"),
    [
        (date(2017, 5, 1), date(2017, 5, 1), True),
        (date(2017, 4, 1), date(2017, 5, 1), True),
        (date(2017, 5, 1), date(2017, 6, 1), True),
        (date(2017, 5, 2), date(2017, 12, 31), False),
        (date(2017, 1, 1), date(2017, 4, 30), False),
        (date(2017, 1, 1), date(2017, 12, 31), True),
        (date(2015, 1, 1), date(2015, 12, 31), True),
        (date(2015, 1, 1), date(2015, 12, 30), False),
        (date(2015, 1, 2), date(2015, 12, 31), False),
        (date(2013, 1, 1), date(2015, 12, 31), True),
        (date(2015, 1, 1), date(2016, 12, 31), True),
        (date(2016, 1, 1), date(2016, 12, 31), False),
        (None, date(2017, 4, 30), False),
        (None, date(2017, 5, 1), True),
        (None, date(2014, 12, 31), False),
        (None, date(2015, 12, 31), True),
        (date(2017, 5, 1), None, True),
        (date(2017, 5, 2), None, False),
        (date(2018, 1, 1), None, False),
        (None, None, True),
    ],
)
def test_a_document_is_of_the_day_it_is_published_and_of_the_whole_years_it_names(
    first: date | None, last: date | None, is_of: bool
) -> None:
    entry = _of((2015, 2017), date(2017, 5, 1).toordinal())
    assert of_period(entry, Period("then", 0, 4, first, last)) == is_of


def test_a_document_without_a_day_is_of_no_time() -> None:
    metadata = [_of()]
    assert not of_period(metadata[0], Period("then", 0, 4, None, date(9000, 1, 1)))
    assert with_coverage([], [], range(1), metadata) == ()


def test_only_the_documents_that_are_meant_count_and_a_range_only_for_what_stands_in_it() -> None:
    metadata = [_of((2015,)), _of((2018,))]
    periods = [
        Period("2014", 8, 12, date(2014, 1, 1), date(2014, 12, 31)),
        Period("2014", 30, 34, date(2014, 1, 1), date(2014, 12, 31)),
    ]
    years = [Period("2014", 8, 12, date(2014, 1, 1), date(2016, 12, 31)), periods[1]]
    assert [each.covered for each in with_coverage(periods, years, {0}, metadata)] == [None, False]
    assert [each.covered for each in with_coverage(periods, years, {1}, metadata)] == [False, False]
    assert [replace(each, covered=None) for each in with_coverage(periods, years, {1}, metadata)] == periods


def test_without_a_name_all_documents_are_meant() -> None:
    metadata = [_of(), _of()]
    assert set(documents_meant([], metadata)) == {0, 1}
    assert set(documents_meant([(1,), (1,)], metadata)) == {1}
    assert set(documents_meant([(0,), (1,)], metadata)) == {0, 1}


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2016, 12, 31), False),
        (date(2017, 1, 1), None),
        (date(2017, 3, 13), True),
        (date(2017, 12, 31), None),
        (date(2018, 1, 1), False),
    ],
)
def test_a_document_of_the_same_year_leaves_it_open_whether_a_day_is_covered(day: date, covered: bool | None) -> None:
    metadata = [_of((), day.toordinal())]
    period = Period("13 March 2017", 0, 13, date(2017, 3, 13), date(2017, 3, 13))
    assert [each.covered for each in with_coverage([period], [period], {0}, metadata)] == [covered]
