"""Dates with months of other languages are read as English ones, and English texts stay as they are."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.times.dates import dates
from corpus.language.times.other_months import goes_on_with_month, months_in_english


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("Die nächste Prüfung findet am 5. Mai 2024 statt.", "2024-05-05"),
        ("La prochaine inspection aura lieu le 5 mai 2024.", "2024-05-05"),
        ("le 1er mars 2022", "2022-03-01"),
        ("Cyhoeddwyd: 4 Mawrth 2022", "2022-03-04"),
        ("Bydd yr arolwg nesaf ym mis Mai 2024.", "2024-05"),
        ("el 5 de mayo de 2024", "2024-05-05"),
        ("dnia 5 stycznia 2023 r.", "2023-01-05"),
        ("12 Meán Fómhair 2023", "2023-09-12"),
        ("am 3. März\n2022", "2022-03-03"),
        ("31 août 2020", "2020-08-31"),
        ("seit Dezember 2021", "2021-12"),
        ("il 2 giugno 1946", "1946-06-02"),
    ],
)
def test_dates_of_other_languages_are_read(text: str, normalized: str) -> None:
    (mention,) = dates(text, date(2020, 1, 1))
    assert mention.normalized == normalized and text[mention.start : mention.end] == mention.text
    assert len(months_in_english(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rover Mars 2020 landed.",
        "Julio 2019 was his best year.",
        "MAI 2024 is a framework.",
        "5 May 2024 and May 2024",
        "We had mayo 2020 times.",
        "Maja 2021",
        "in 2024 mai",
        "Mai",
        "",
    ],
)
def test_what_may_be_english_stays_as_it_is(text: str) -> None:
    assert months_in_english(text) == text


def test_a_day_that_the_month_does_not_have_is_read_as_in_english() -> None:
    (other,), (english,) = (dates(f"am 31  {month} 2021", None) for month in ("Juni", "June"))
    assert (other.normalized, other.start, other.end) == (english.normalized, english.start, english.end)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("am 5. Mai", True),
        ("am 12.\nDezember", True),
        ("costs 25. May", False),
        ("1.5. Mai", False),
        ("am 5. Das", False),
        ("5.", False),
    ],
)
def test_a_full_stop_after_the_number_of_a_day_ends_no_sentence(text: str, goes_on: bool) -> None:
    assert goes_on_with_month(text, text.rindex(".") + 1) is goes_on
