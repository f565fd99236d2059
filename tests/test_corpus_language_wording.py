"""Values are told as a person would say them."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, get_args, get_type_hints

import pytest

from corpus.language.kinds import Value
from corpus.language.wording import (
    VALUES,
    days_in_words,
    iso_in_words,
    listed,
    month_in_words,
    season_in_words,
    value_in_words,
    value_name,
)


@pytest.mark.parametrize(
    ("normalized", "words"),
    [
        ("2018-07-23", "23 July 2018"),
        ("2013-05", "May 2013"),
        ("2019", "2019"),
        ("0079", "AD 79"),
        ("0000", "1 BC"),
        ("-0043", "44 BC"),
        ("1990/1999", "1990 to 1999"),
        ("-0199/-0100", "200 BC to 101 BC"),
        ("2025-01-20/2025-01-24", "20 to 24 January 2025"),
        ("2014-10-22/2014-11-12", "22 October to 12 November 2014"),
        ("2021-12-29/2022-01-03", "29 December 2021 to 3 January 2022"),
        ("2020-01/2020-03", "January to March 2020"),
        ("2021-04-01/2022-03-31", "1 April 2021 to 31 March 2022"),
        ("2022-04-06/2023-04-05", "6 April 2022 to 5 April 2023"),
        ("2023-04/2024-03", "April 2023 to March 2024"),
        ("2023-01/2023-03", "January to March 2023"),
        ("2023-05-29/2023-06-04", "29 May to 4 June 2023"),
        ("2022-04-01/2022-06-30", "1 April to 30 June 2022"),
    ],
)
def test_dates_are_written_out(normalized: str, words: str) -> None:
    assert iso_in_words(normalized) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2018, 1, 1), date(2018, 12, 31), "2018"),
        (date(1990, 1, 1), date(1999, 12, 31), "1990 to 1999"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 2, 1), date(2024, 2, 28), "1 to 28 February 2024"),
        (date(2024, 5, 3), date(2024, 5, 3), "3 May 2024"),
        (None, date(2021, 12, 31), "until 31 December 2021"),
        (date(2020, 1, 1), None, "since 1 January 2020"),
        (None, None, "any time"),
    ],
)
def test_stretches_of_days_are_written_as_short_as_they_can_be(
    first: date | None, last: date | None, words: str
) -> None:
    assert days_in_words(first, last) == words


@pytest.mark.parametrize(
    ("kind", "text", "normalized", "words"),
    [
        ("date", "last May", "2013-05", "May 2013"),
        ("number", "two million\npounds", "2000000", "two million pounds (2,000,000)"),
        ("number", "seventy-two per cent", "72%", "seventy-two per cent (72%)"),
        ("number", "one third", "1/3", "one third (1/3)"),
        ("number", "1,234", "1234", "1,234"),
        ("number", "£12.50", "12.5", "£12.50"),
        ("number", "72 per cent", "72%", "72 per cent"),
        ("name", "Pauline\nHigham", "Pauline Higham", "Pauline Higham"),
        ("rating", "requires\nimprovement", "requires improvement", "Requires improvement"),
    ],
)
def test_values_are_told_in_words_and_figures_where_the_words_hide_them(
    kind: Literal["date", "number", "name", "rating"], text: str, normalized: str, words: str
) -> None:
    assert value_in_words(Value(kind, text, normalized)) == words


def test_numbers_are_grouped_where_words_hide_them() -> None:
    assert value_in_words(Value("number", "1.25 million", "1250000")) == "1.25 million (1,250,000)"
    assert value_in_words(Value("number", "two and a half years", "2.5")) == "two and a half years (2.5)"
    assert value_in_words(Value("number", "12.00", "12")) == "12.00"
    assert value_in_words(Value("number", "120", "120")) == "120"


def test_each_kind_of_value_has_a_name() -> None:
    assert set(VALUES) == set(get_args(get_type_hints(Value)["kind"]))


@pytest.mark.parametrize(
    ("text", "normalized", "words"),
    [
        ("£3.4–£3.6 million", "3400000/3600000", "£3.4 to £3.6 million"),
        ("5-10%", "5%/10%", "5 to 10%"),
        ("12 - 15", "12/15", "12 to 15"),
        ("-5 to -2", "-5/-2", "-5 to -2"),
        ("Between 180 and 220 people", "180/220", "between 180 and 220 people"),
        ("Two in five", "2/5", "two in five"),
        ("None of the 14 homes", "0", "none"),
        ("no complaints", "0", "none"),
        ("Nil", "0", "none"),
        ("Nobody", "0", "none"),
        ("0", "0", "0"),
        ("50p", "0.50", "50p"),
        ("3 ft 6 in", "3.5", "3 ft 6 in"),
        ("-12°C", "-12", "-12°C"),
        ("1½ hours", "1.5", "1½ hours"),
    ],
)
def test_ranges_shares_and_none_are_told_plainly(text: str, normalized: str, words: str) -> None:
    assert value_in_words(Value("number", text, normalized)) == words


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [("number", "£101.00", "Amount"), ("number", "101 children", "Number"), ("date", "3 May", "Date")],
)
def test_a_number_of_money_is_called_an_amount(kind: Any, text: str, name: str) -> None:
    assert value_name(Value(kind, text, "")) == name


def test_a_month_is_told_without_its_day() -> None:
    assert month_in_words(date(2024, 3, 31)) == "March 2024"


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2025, 9, 1), "autumn 2025"), (date(2026, 2, 28), "winter 2025"), (date(2026, 5, 31), "spring 2026")],
)
def test_a_season_has_the_year_it_begins_in(day: date, words: str) -> None:
    assert season_in_words(day) == words


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "B", "C"], "A, B or C")]
)
def test_several_are_listed_in_a_sentence(items: list[str], words: str) -> None:
    assert listed(items, "or") == words
