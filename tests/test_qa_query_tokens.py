"""A question's words are told apart as names need it: what may belong together, and where a sentence begins."""

from __future__ import annotations

import pytest

from index.snapshot import Snapshot
from qa.query.lookup import Lookup
from qa.query.tokens import Token, tokenize


def tokens_of(question: str, snapshot: Snapshot) -> list[Token]:
    return tokenize(question, Lookup(snapshot))


@pytest.mark.parametrize(
    ("question", "joined"),
    [
        ("Bath and Hove", [False, True, True]),
        ("Newcastle-upon–Tyne", [False, True, True]),
        ("St. Helens", [False, True]),
        ("Mrs. Hall", [False, True]),
        ("Hull. Hove", [False, False]),
        ("Bath, Hove", [False, False]),
        ("Bath/Hove", [False, False]),
        ("St Helens' services", [False, True, True]),
        ("Bath (Hove)", [False, False]),
        ("Q3. Hove", [False, False]),
    ],
)
def test_only_words_with_no_more_than_a_space_or_hyphen_between_them_make_one_name(
    articles: Snapshot, question: str, joined: list[bool]
) -> None:
    assert [token.is_joined for token in tokens_of(question, articles)] == joined


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Is it good", ["Is"]),
        ("Hello. Is it good? Was it: So; we heard!\nYes", ["Hello", "Is", "Was", "So", "we", "Yes"]),
        ("Who led St. Helens, Mr. Hall or Wells", ["Who"]),
        ("it is so. Is it", ["it", "Is"]),
        ("Was it on the st. Helens", ["Was", "Helens"]),
        ("", []),
    ],
)
def test_a_sentence_opens_after_a_stop_but_not_after_an_abbreviation(
    articles: Snapshot, question: str, opening: list[str]
) -> None:
    assert [token.text for token in tokens_of(question, articles) if token.is_opening] == opening


@pytest.mark.parametrize(
    ("word", "in_reports", "in_articles"),
    [
        ("Sutton's", "sutton", "sutton"),
        ("Suttons", "sutton", "suttons"),
        ("suttons", "sutton", "suttons"),
        ("Londons", "londons", "london"),
        ("londons", "londons", "londons"),
        ("Frenchmens", "frenchmens", "frenchmens"),
        ("Zürich’s", "zurich", "zurich"),
        ("Saint", "st", "st"),
        ("&", "and", "and"),
    ],
)
def test_a_word_is_plain_without_case_accents_and_possessive_even_where_its_apostrophe_is_left_out(
    reports: Snapshot, articles: Snapshot, word: str, in_reports: str, in_articles: str
) -> None:
    assert [token.plain for token in tokens_of(word, reports)] == [in_reports]
    assert [token.plain for token in tokens_of(word, articles)] == [in_articles]


def test_words_keep_their_place_and_form(articles: Snapshot) -> None:
    question = "Was  Hove's pier’s END?"
    tokens = tokens_of(question, articles)
    assert [question[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert [token.text for token in tokens] == ["Was", "Hove's", "pier’s", "END"]
    assert [token.is_possessive for token in tokens] == [False, True, True, False]
    assert [token.is_capital for token in tokens] == [True, True, False, True]
