"""Days are typed as people write them, and what is not all of it a time is none."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.times.typed import MOST_CHARS, typed_days

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("3 May 2021", "2021-05-03", "2021-05-03"),
        (" 3rd  of May 2021", "2021-05-03", "2021-05-03"),
        ("2021-05-03", "2021-05-03", "2021-05-03"),
        ("03/05/2021", "2021-05-03", "2021-05-03"),
        ("May 2021", "2021-05-01", "2021-05-31"),
        ("feb 2024", "2024-02-01", "2024-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019 to 2020", "2019-01-01", "2020-12-31"),
        ("Q3 2022", "2022-07-01", "2022-09-30"),
        ("spring 2019", "2019-03-01", "2019-05-31"),
        ("last July", "2026-07-01", "2026-07-31"),
        ("last December", "2025-12-01", "2025-12-31"),
        ("July", "2026-07-01", "2026-07-31"),
        ("December", "2025-12-01", "2025-12-31"),
        ("12 December", "2025-12-12", "2025-12-12"),
        ("yesterday", "2026-11-26", "2026-11-26"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("last year", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_time_is_read_with_its_first_and_last_day(typed: str, first: str, last: str) -> None:
    assert typed_days(typed, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "typed", ["", " ", "soon", "31/02/2022", "2024-02-30", "the 2019 Act", "2019 2020", "44 BC", "0000", "5"]
)
def test_anything_else_is_no_day(typed: str) -> None:
    assert typed_days(typed, TODAY) is None


def test_only_short_words_are_looked_at() -> None:
    assert typed_days("3 May 2021".rjust(MOST_CHARS), TODAY)
    assert typed_days("1 January 2019" + " to 31 December 2020" * 3, TODAY) is None
