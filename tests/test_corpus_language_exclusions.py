"""Exclusions: what something is so of does not answer what it is not so of."""

from __future__ import annotations

import pytest

from corpus.language.exclusions import excluded_rating, tells_of_the_excluded


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What does the insurance not cover?", "The policy covers theft."),
        ("Who did not report on the highways?", "Councillor Oduya reported on the allotments."),
        ("Which homes were not visited in June?", "The homes in Elm Road were visited in June."),
        ("Which home wasn't visited?", "The home in Elm Road was visited."),
        ("We have seven grounds. Which of them have never flooded?", "The ground at Wick flooded in May."),
        ("Which pool was not rated good?", "Wick Pool was rated good."),
        ("Which pool was rated other than outstanding?", "Wick Pool | Outstanding"),
    ],
)
def test_a_sentence_that_says_it_is_so_tells_of_the_excluded(question: str, sentence: str) -> None:
    assert tells_of_the_excluded(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What does the insurance not cover?", "The policy does not cover floods."),
        ("What does the insurance not cover?", "The policy covers all but floods."),
        ("What does the insurance not cover?", "Floods are excluded."),
        ("What doesn't the policy cover?", "Floods are excluded from the policy."),
        ("What does the insurance cover?", "The policy covers theft."),
        ("Is theft not covered?", "The policy covers theft."),
        ("What help is there for those who do not drive?", "Volunteers drive people to the clinic."),
        ("What should I do if my bin was not collected?", "Report it, and it is collected the next day."),
        ("What do people not attending get?", "Those who attend by video get a link."),
        ("Which councils other than Wick help us?", "Wick and Holme help us."),
        ("Which pool was not rated good?", "Wick Pool requires improvement."),
        ("Which pool was not rated good?", "Wick Pool was good and Holme Pool inadequate."),
        ("Which pool was not rated good?", "Wick Pool was not rated good."),
    ],
)
def test_others_do_not(question: str, sentence: str) -> None:
    assert not tells_of_the_excluded(question, sentence)


def test_the_grade_that_is_excluded_is_told() -> None:
    assert excluded_rating("Which part of the service was not judged good?") == "good"
    assert excluded_rating("Which part of the service was judged good?") is None
    assert excluded_rating("What does the insurance not cover?") is None
