"""What is known of a question and its answer is told as a person would say it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from corpus.language.kinds import AnswerType, Value
from corpus.language.wording import days_in_words, iso_in_words, value_in_words
from qa.query import Interpretation
from qa.query.coverage import Period
from qa.query.entities import Name
from qa.query.intent import Order
from qa.query.spelling import Correction
from qa.wording import corrections_in_words, percent, understood, unknown_names


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "over 99%"),
        (0.995, "over 99%"),
        (0.99, "99%"),
        (0.5, "50%"),
        (0.01, "1%"),
        (0.004, "under 1%"),
        (0.0, "under 1%"),
    ],
)
def test_nothing_is_told_as_quite_certain_or_as_impossible(probability: float, words: str) -> None:
    assert percent(probability) == words


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


def name(text: str, documents: int) -> Name:
    return Name(text, 0, len(text), documents, known=bool(documents))


def read(
    *names: Name, order: Order | None = None, answer_type: AnswerType = "other", covered: bool | None = True
) -> tuple[str, ...]:
    time = Period("in 2018", 0, 7, date(2018, 1, 1), date(2018, 12, 31), covered)
    return understood(Interpretation("?", names, periods=(time,), order=order, answer_type=answer_type), 10)


def test_names_times_order_and_kind_are_told_in_a_few_words() -> None:
    assert read(name("Sutton", 1), name("Leeds", 2), order="latest", answer_type="rating") == (
        "Sutton (1 document)", "Leeds (2 documents)", "2018", "the latest", "asks for a rating",
    )  # fmt: skip
    assert read(covered=False) == ("2018 (no document dated then)",)


def test_names_that_tell_nothing_apart_and_an_order_without_a_name_are_left_out() -> None:
    assert read(name("Ofsted", 9), name("Nowhere", 0), order="latest") == ("2018",)


def test_corrected_words_are_told_beside_what_was_typed() -> None:
    one, two = Correction("Suton", 0, 5, "Sutton"), Correction("gud", 9, 12, "good")
    assert corrections_in_words((one,)) == ("“Suton”", "“Sutton”")
    assert corrections_in_words((one, two)) == ("“Suton” and “gud”", "“Sutton” and “good”")


def test_only_names_that_stand_nowhere_are_unknown() -> None:
    names = (name("Sutton", 1), name("Nowhere", 0), Name("Garth", 0, 5, 0, known=True))
    assert [unknown.text for unknown in unknown_names(Interpretation("?", names))] == ["Nowhere"]


def test_a_name_of_half_the_documents_is_told_and_of_more_is_not() -> None:
    assert read(name("Half", 5), name("More", 6)) == ("Half (5 documents)", "2018")
    assert understood(Interpretation("?"), 10) == ()
