"""Every form of dates is declared once, with a pattern that stands for itself."""

from __future__ import annotations

import re
from datetime import date

import pytest

from corpus.language.times.dates import find_times
from corpus.language.times.forms import FORMS
from corpus.language.times.written import Form, Time

EXAMPLES = {
    "phone": "0300 123 1999",
    "kind_last": "2022/23 academic year",
    "quarter_after": "2022 Q3",
    "short_decade": "the '80s",
    "part": "third quarter of 2022",
    "kind_first": "fy24",
    "stepped_kind_year": "last school year",
    "stepped_feast": "last christmas",
    "feast": "good friday 2024",
    "named_decade": "the eighties",
    "within": "within 28 days of 1 June 2023",
    "up_to": "year to 31 March 2022",
    "from_on": "week beginning 5 June 2023",
    "nth": "first tuesday of May 2023",
    "apart": "three days after 2 June 2023",
    "of_event": "two weeks after the fire",
    "later": "eight months later",
    "following": "the following year",
    "weekday_week": "thursday week",
    "weekday_day": "monday 19th",
    "year_first": "2019-05-12",
    "month_slash": "by 09/2026",
    "split": "2019/20",
    "two_years": "2019/2020",
    "numeric": "23/07/2018",
    "dashed": "23-Jul-18",
    "days_of_month": "23 July 2018",
    "decade": "1990s",
    "bare": "2019",
    "short_year": "in ’98",
    "month_first": "July 2018",
    "small_month": "july 2018",
    "small_months": "march to june 2019",
    "day_word": "yesterday",
    "unit": "last year",
    "night": "last night",
    "stepped": "next monday",
    "month_of_year": "july last year",
    "season_of_year": "summer last year",
    "on_weekday": "on monday",
    "ago": "two years ago",
    "last_few": "last three years",
    "season": "spring 2019",
    "century": "10th century",
    "era": "44 bc",
    "early": "in 911,",
}


SAID = (
    "day_word",
    "unit",
    "stepped_kind_year",
    "stepped_feast",
    "last_few",
    "night",
    "stepped",
    "month_of_year",
    "season_of_year",
    "on_weekday",
    "ago",
    "weekday_week",
    "weekday_day",
)
"""Forms whose day is told by the one they are said on."""


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_is_read_by_its_own_pattern(form: Form) -> None:
    text = EXAMPLES[form.name]
    assert re.search(form.pattern, text)
    found = find_times(text)
    if form.name in ("phone", "later", "following", "of_event"):
        assert not found, "without a date before them the last three tell none"
        return
    (time,) = found
    assert time.form == form.name
    assert time.has_year == (time.offset is None)
    assert (time.offset is not None) == (form.name in SAID)
    if form.heads:
        assert any(re.search(head, text) for head in form.heads)


def test_names_of_forms_are_their_own() -> None:
    assert len({form.name for form in FORMS}) == len(FORMS) == len(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2019", "year", date(2019, 1, 1), date(2019, 12, 31)),
        ("May 2019", "month", date(2019, 5, 1), date(2019, 5, 31)),
        ("May 2019 to June 2020", "month", date(2019, 5, 1), date(2020, 6, 30)),
        ("20 to 24 January 2025", "day", date(2025, 1, 20), date(2025, 1, 24)),
    ],
)
def test_a_time_has_its_precision_and_its_days(text: str, precision: str, first: date, last: date) -> None:
    (time,) = find_times(text)
    assert (time.precision, *time.days()) == (precision, first, last)


def test_words_have_neither_precision_nor_days_of_their_own() -> None:
    (time,) = find_times("last week")
    assert time.precision is None and not time.has_year and time.offset
    assert time.offset(date(2023, 8, 10)) == ((2023, 7, 31), (2023, 8, 6))


def test_dates_that_are_joined_say_where_each_of_them_stands() -> None:
    (time,) = find_times("between 2018 and 2021")
    assert time == Time(8, 21, (2018,), (2021,), ends=((8, 12), (17, 21)))
    (time,) = find_times("2018/19")
    assert time.ends is None


@pytest.mark.parametrize(
    ("text", "lasting"),
    [
        ("last year", False),
        ("the last year", True),
        ("the last night", True),
        ("past year", True),
        ("next year", False),
    ],
)
def test_words_that_may_say_how_long_are_marked(text: str, lasting: bool) -> None:
    (time,) = find_times(text)
    assert time.lasting == lasting
