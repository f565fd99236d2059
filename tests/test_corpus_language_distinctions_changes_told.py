"""A figure told by a change is told with the sentence before, which says of what."""

from __future__ import annotations

from datetime import date

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


@pytest.mark.parametrize(
    ("question", "sentence", "part"),
    [
        ("What share was it in 2020?", "It fell from 31% in 2020 to 22% this year.", "It fell from 31% in 2020 "),
        ("What share was it in 2024?", "It fell from 31% in 2020 to 22% this year.", "to 22% this year."),
        ("What share is it?", "It fell from 31% in 2020 to 22% this year.", "to 22% this year."),
        ("How many are there?", "There are 14 cases a week (2022: 37).", "There are 14 cases a week "),
        ("How many were there in 2022?", "There are 14 cases a week (2022: 37).", "(2022: 37)."),
        ("How much is it?", "It has been 20p since 2019; before that it was 10p.", "It has been 20p since 2019; "),
        ("How much is a card?", "A card costs £3, up from £2 last year.", "A card costs £3, "),
    ],
)
def test_the_part_of_a_sentence_is_that_of_the_time_asked_about(question: str, sentence: str, part: str) -> None:
    found = of_asked_time(question, sentence, (0, len(sentence)), date(2024, 7, 1))
    assert sentence[slice(*found)] == part


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What did it fall from?", "It fell from 31% in 2020 to 22% this year."),
        ("What share was it in 2022?", "It fell from 31% in 2020 to 22% this year."),
        ("How much did adults pay in 2021?", "Adults pay £4; children £2; dogs £1 from 2021."),
        ("How much is it?", "It is £4 for adults and £2 for children."),
        ("How many visits were there in 2023?", "Visits rose from 31 in March 2023 to 40 in May 2023."),
        ("How much is it?", "Visits rose from 31 in 2023 to 40 in 2023."),
    ],
)
def test_all_of_a_sentence_stays_where_no_part_is_of_that_time_alone(question: str, sentence: str) -> None:
    assert of_asked_time(question, sentence, (0, len(sentence)), date(2024, 7, 1)) == (0, len(sentence))
