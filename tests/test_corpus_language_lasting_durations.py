"""A text tells by dates alone how long something was: since when, from when until when, or between two days."""

from __future__ import annotations

import pytest

from corpus.language.lasting.durations import answers_how_long, sentences_between, tells_by_dates

INQUIRY = "The inquiry opened on 10 January 2024 and closed on 15 March 2024."
CHAIR = "Ada Moor has been chair since 2019."
FIRE = "The mill caught fire on 14 June 2023. It reopened to visitors on 1 September 2023."


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("How long has Ada Moor been chair?", CHAIR, True),
        ("How many years has Ada Moor been chair?", CHAIR, True),
        ("How long was Ada Moor chair?", CHAIR, False),
        ("How long has Ada Moor been chair?", "Ada Moor was elected in 2019.", False),
        ("How long has Ada Moor been chair?", "Ada Moor was chair until 2019.", False),
        ("How long did the inquiry last?", INQUIRY, True),
        ("How many weeks did the inquiry take?", INQUIRY, True),
        ("How long does the inquiry last?", INQUIRY, False),
        ("How long did the inquiry last?", "The inquiry met on 10 January 2024 and on 15 March 2024.", False),
        ("How long was he chair?", "He was chair from 2011 to 2019.", True),
        ("How many years was she clerk?", "She was appointed in May 2011 and left in June 2019.", True),
        ("How many days of leave do I get?", INQUIRY, False),
        ("How long was it between the fire and reopening?", FIRE, True),
        ("How long after the fire did the mill reopen?", FIRE, True),
        ("How many days was it before the mill reopened after the fire?", "It reopened in May 2024.", False),
        ("How long was it between the fire and the flood?", FIRE, False),
        ("When did the mill reopen after the fire?", FIRE, False),
    ],
)
def test_dates_tell_how_long_something_was(question: str, text: str, *, told: bool) -> None:
    assert tells_by_dates(question, text) is told
    assert answers_how_long(question, text) is told or not told


@pytest.mark.parametrize("sentence", ["The mill caught", "It reopened"])
def test_two_days_are_told_by_two_sentences_beside_each_other(sentence: str) -> None:
    text = f"It was old.\n{FIRE} It has a shop."
    start = text.index(sentence)
    found = sentences_between("How long after the fire did the mill reopen?", text, (start, text.index(".", start) + 1))
    assert found is not None
    assert text[slice(*found)] == FIRE


def test_one_sentence_that_tells_both_days_needs_no_other() -> None:
    text = "The mill caught fire on 14 June 2023 and reopened on 1 September 2023. It has a shop."
    assert sentences_between("How long after the fire did the mill reopen?", text, (0, text.index(". It") + 1)) is None
    assert sentences_between("How long is the mill?", text, (0, 10)) is None


def test_a_question_that_goes_on_and_on_is_read_quickly() -> None:
    assert not tells_by_dates("how long between " * 4_000, FIRE)
