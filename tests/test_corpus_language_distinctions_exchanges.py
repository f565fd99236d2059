"""Exchanges: a name or a letter of the question with another in its place."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.exchanges import exchanges_letter, exchanges_name


@pytest.mark.parametrize(
    ("question", "sentence", "exchanged"),
    [
        ("What does Ada Moor read at Wick?", "Ada Moor reads law at Cole.", True),
        ("What will Ben study at Wick?", "He studied stone carving at the Cole School, and sings.", True),
        ("When did Ben play for Wick?", "Ben played for Cole from 1990 to 1993.", True),
        ("How long did Ada live in Wick?", "Ada lived in Cole for two years.", True),
        ("What does Ada Moor read at Cole?", "Ada Moor reads law at Cole.", False),
        ("What does Ada Moor read at Wick?", "Ada Moor reads law at Cole and drama at Wick.", False),
        ("What does Ada Moor read at Wick?", "Ada Moor reads law.", False),
        ("What does Ada Moor read at Wick?", "Ada Moor reads law in Cole.", False),
        ("What does Ada Moor teach at Wick?", "Ada Moor reads law at Cole.", False),
        ("When was the play read at Wick?", "It was read at Easter and in May.", False),
        ("When did the club meet in May?", "The club met in June.", False),
        ("Did Ada move from Cole to Wick?", "Ada moved from Cole.", False),
    ],
)
def test_a_deed_at_one_place_is_not_told_by_it_at_another(question: str, sentence: str, exchanged: bool) -> None:
    assert exchanges_name(question, sentence, "") is exchanged


def test_what_a_sentence_stands_under_may_name_the_place() -> None:
    assert not exchanges_name("What was built in Wick?", "A hall was built in Church Road.", "News from Wick")


@pytest.mark.parametrize(
    ("question", "said", "exchanged"),
    [
        ("How much is a hepatitis A jab?", "Hepatitis B | 3 | £45", True),
        ("How much is a Hepatitis A jab?", "A hepatitis B jab costs £45.", True),
        ("How much is a hepatitis A jab?", "Hepatitis A | 3 | £45", False),
        ("How much is a hepatitis B jab?", "Hepatitis A and B | 3 | £45", False),
        ("How much is a hepatitis B jab?", "Hepatitis A to C | 3 | £45", False),
        ("How much is a hepatitis A jab?", "A jab costs £45.", False),
        ("How much is a hepatitis jab?", "Hepatitis B | 3 | £45", False),
        ("What did Walter A. Moor say?", "Walter B Carr spoke.", False),
        ("Who has plan A?", "A plan B. Moor has.", False),
    ],
)
def test_what_goes_by_one_letter_is_not_told_by_what_goes_by_another(question: str, said: str, exchanged: bool) -> None:
    assert exchanges_letter(question, said) is exchanged


def test_long_texts_are_read_in_one_pass() -> None:
    started = time.perf_counter()
    exchanges_name("What is read at Wick?", "read at at at " * 5_000, "")
    exchanges_letter("What is plan A?", "plan B, C, " * 5_000)
    assert time.perf_counter() - started < 1
