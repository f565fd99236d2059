"""Dates in words count from the day on which they are said, or carry their year with them."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.times.dates import dates
from corpus.language.times.in_words import WORD_FORMS

MONDAY = date(2023, 6, 12)


def values(text: str, published: date | None = MONDAY) -> list[str]:
    return [mention.normalized for mention in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("planted a fortnight ago", ["2023-05-29"]),
        ("planted two fortnights ago", ["2023-05-15"]),
        ("planted two weeks ago", ["2023-05-29"]),
        ("it meets Thursday week", ["2023-06-22"]),
        ("it meets on Thursday fortnight.", ["2023-06-29"]),
        ("it meets Monday week", []),
        ("the Thursday week group", []),
        ("the appeal was moved to Monday 19th", ["2023-06-19"]),
        ("it will be heard on Monday 19th", ["2023-06-19"]),
        ("it was heard on Monday 5th", ["2023-06-05"]),
        ("it was heard on Monday 19th", []),
        ("see you Friday 16th!", ["2023-06-16"]),
        ("see you Friday 31st!", []),
        ("the Monday 19th team", []),
        ("on 30 June 2021 it met, and on Thursday 1st it voted", ["2021-06-30", "2021-07-01"]),
        ("summer 2021", ["2021-06/2021-08"]),
        ("in the 12th century", ["1101/1200"]),
    ],
)
def test_words_are_dates_where_one_day_is_meant(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_words_that_need_a_day_say_nothing_without_one() -> None:
    assert values("a fortnight ago, on Thursday week, Monday 19th", None) == []


def test_every_form_of_words_says_how_it_begins() -> None:
    assert all(form.begins == "word" and form.heads for form in WORD_FORMS)
