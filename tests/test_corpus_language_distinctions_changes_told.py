"""A figure told by a change is told with the sentence before, which says of what."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.changes_told import compared_figures, of_asked_time

PLANS = "At 31 August 2015, there were 469 plans."
CHANGE = "This is an increase from 358 at 31 March 2014."
TEXT = f"Plans are kept.\nThe town is small. {PLANS} {CHANGE} They are read.\nOthers are not."
OWN, NEXT = ((TEXT.index(one), TEXT.index(one) + len(one)) for one in (PLANS, CHANGE))


def shown(question: str, sentence: tuple[int, int], text: str = TEXT) -> str | None:
    found = compared_figures(question, text, sentence)
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("How many plans were there in March 2014?", NEXT, f"{PLANS} {CHANGE}"),
        ("How many plans were there in March 2014?", OWN, f"{PLANS} {CHANGE}"),
        ("How many plans were there in 2014?", OWN, f"{PLANS} {CHANGE}"),
        ("How many plans were there in August 2015?", OWN, None),
        ("How many plans were there in 2012?", OWN, None),
        ("How many plans are there?", OWN, None),
    ],
)
def test_both_sentences_are_shown_for_the_time_of_the_second(
    question: str, sentence: tuple[int, int], expected: str | None
) -> None:
    assert shown(question, sentence) == expected


def test_a_change_without_a_sentence_before_stands_alone() -> None:
    assert shown("How many were there in March 2014?", (0, len(CHANGE)), CHANGE) is None
    assert shown("How many were there in March 2014?", (7, 7 + len(CHANGE)), f"Plans.\n{CHANGE}") is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many plans were there on 31 August 2015?", f"{PLANS} "),
        ("How many plans were there in March 2014?", CHANGE),
        ("How many plans were there in 2012?", f"{PLANS} "),
        ("How many plans were there in 44 BC?", f"{PLANS} "),
        ("How many plans are there?", f"{PLANS} "),
        ("How many plans were there before?", f"{PLANS} {CHANGE}"),
        ("What did it increase from?", f"{PLANS} {CHANGE}"),
    ],
)
def test_the_figure_is_that_of_the_time_asked_about(question: str, expected: str) -> None:
    span = (OWN[0], NEXT[1])
    assert TEXT[slice(*of_asked_time(question, TEXT, span))] == expected
    assert of_asked_time(question, TEXT, OWN) == OWN
    assert of_asked_time(question, TEXT, NEXT) == NEXT
