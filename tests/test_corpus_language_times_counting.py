"""What counts from a date is told by the date beside it, and what an aside explains by the aside."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.times.counting import counted_from_dates, is_told
from corpus.language.times.dates import dates, find_times
from corpus.language.times.written import Time, unit_ends

MONDAY = date(2023, 6, 12)


def told(text: str, published: date | None = MONDAY) -> list[tuple[str, str]]:
    return [(mention.text, mention.normalized) for mention in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened in May 2021 and closed eight months later.", ["2021-05", "2022-01"]),
        ("It opened in May 2021. It closed eight months later.", ["2021-05", "2022-01"]),
        ("It opened in May 2021. It grew. It closed eight months later.", ["2021-05"]),
        ("In 2019 and 2020 it grew. It closed a year later.", ["2019", "2020"]),
        ("In 2019 it grew, in 2020 it fell, and it closed a year later.", ["2019", "2020", "2021"]),
        ("It opened in 2019 and closed eight months later.", ["2019"]),
        ("It opened in May 2021 and closed about eight months later.", ["2021-05"]),
        ("It opened in 2020 and a year later than planned it closed.", ["2020"]),
        ("It opened on 3 May and closed the following day.", ["2023-05-03", "2023-05-04"]),
        ("It opened in 2020 and closed the next year.", ["2020", "2021"]),
        ("It ran from 2018 to 2020 and closed a year later.", ["2018/2020"]),
        ("In 2020 it fell; the previous year it had risen.", ["2020", "2019"]),
        ("In 2020 it fell, compared with the previous year.", ["2020"]),
        ("It closes three days after 2 June.", ["2023-06-05"]),
        ("The following year all was well.", []),
    ],
)
def test_words_count_from_the_date_before_them_where_one_is_meant(text: str, expected: list[str]) -> None:
    assert [normalized for _, normalized in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next Thursday (June 22)", [("next Thursday (June 22)", "2023-06-22")]),
        ("next Thursday (22 June 2023)", [("next Thursday (22 June 2023)", "2023-06-22")]),
        ("last Thursday (8 June)", [("last Thursday (8 June)", "2023-06-08")]),
        ("tomorrow, 13 June,", [("tomorrow, 13 June", "2023-06-13")]),
        ("next Thursday (June 23)", []),
        ("yesterday (Monday, October 29)", []),
        ("last month (May)", [("last month (May)", "2023-05")]),
        ("last Thursday, in June 2022,", [("last Thursday", "2023-06-08"), ("June 2022", "2022-06")]),
        ("last year (2020 was worse)", [("last year", "2022"), ("2020", "2020")]),
    ],
)
def test_an_aside_explains_the_words_before_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("in May it rained", True),
        ("May rains", False),
        ("she wrote to May", False),
        ("from May to June", True),
        ("taken by May Potter", False),
        ("ready by May Tuesday", True),
        ("the end of June", True),
        ("to March", True),
    ],
)
def test_a_month_alone_is_told_after_a_word_and_is_nobody(text: str, month: bool) -> None:
    (time,) = find_times(text)
    assert is_told(time, text) == month


def test_words_that_find_no_date_are_left_out() -> None:
    words = Time(0, 5, shift=lambda ends: unit_ends("day", 1, date(2020, 1, 1)), leads=True)
    assert counted_from_dates([words], "words") == []
    day = Time(6, 10, (2019,), (2019,))
    assert counted_from_dates([words, day], "words 2019") == [Time(0, 10, (2020, 1, 2), (2020, 1, 2))]
    assert counted_from_dates([words, day], "words;2019") == [day]
