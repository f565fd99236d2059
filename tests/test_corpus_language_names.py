"""Names are compared without case, accents and endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.names import CONNECTORS, bare, bare_words


@pytest.mark.parametrize(
    "alike",
    [
        ("Sutton", "sutton", "SUTTON", "Sutton's", "Sutton’s", "SUTTON'S"),
        ("Zürich", "Zurich", "Zu\u0308rich", "ZÜRICH"),
        ("&", "and", "And"),
        ("Saint", "St", "st"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_of_one_word_are_compared_as_one(alike: tuple[str, ...]) -> None:
    assert len({bare(word) for word in alike}) == 1


@given(st.text(max_size=12))
def test_what_is_compared_does_not_change_when_it_is_compared_again(text: str) -> None:
    assert all(" " not in word for word in bare_words(text))
    assert bare_words(" ".join(bare_words(text))) == bare_words(text)


def test_words_of_a_name_are_parted_at_hyphens_and_underlines() -> None:
    assert bare_words("Stoke-on-Trent_2019: O’Neill’s & Zu\u0308rich") == [
        "stoke",
        "on",
        "trent",
        "2019",
        "o'neill",
        "and",
        "zurich",
    ]


def test_connectors_are_as_names_are_compared_but_for_the_sign() -> None:
    assert {bare(word) for word in CONNECTORS} == CONNECTORS - {"&"}
