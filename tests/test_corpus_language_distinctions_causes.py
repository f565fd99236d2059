"""Causes: what something led to, and why it was so."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.causes import (
    denies_reason,
    tells_amounts_alone,
    tells_no_effect,
    tells_reason_of_another,
)
from corpus.language.words import stems


@pytest.mark.parametrize(
    ("question", "sentence", "denied"),
    [
        ("Why is the shop shutting?", "She said that neither rent nor the internet was the reason.", True),
        ("Why did the bus stop?", "Neither ice nor snow were to blame.", True),
        ("Why did the bus stop?", "It was not because of the snow.", True),
        ("Why did the bus stop?", "Mr Moor said the snow wasn't the cause.", True),
        ("Why did the bus stop?", "That was not due to the snow, he said.", True),
        ("Why did the bus stop?", "It was not because of the snow but because of a flat tyre.", False),
        ("Why did the bus stop?", "It was not only because of the snow.", False),
        ("Why did the bus stop?", "It stopped because it could not climb the hill.", False),
        ("Why did the bus stop?", "Neither driver came, which was the reason.", False),
        ("Why did the bus stop?", "He gave no reason.", False),
        ("Why did the bus stop?", "It stopped because a tyre was flat, which was not due to the snow.", False),
        ("Why did the bus stop?", "It stopped for want of fuel, not because of the snow.", False),
        ("Why did the bus stop?", "It stopped for want of fuel and not because of the snow.", False),
        ("Why is the pool shut?", "The pool is not due to open in May because of a leak.", False),
        ("Why is the pool shut?", "The pool is not due to open until a new pipe is laid.", False),
        ("Why was the snow not the reason?", "The snow was not the reason, as it had melted.", False),
        ("Was the snow the reason?", "The snow was not the reason.", False),
    ],
)
def test_what_was_not_the_reason_does_not_say_why(question: str, sentence: str, denied: bool) -> None:
    assert denies_reason(question, sentence) is denied


def test_a_long_sentence_is_searched_once_for_a_denied_reason() -> None:
    started = time.process_time()
    denies_reason("Why did it stop?", "neither " * 20_000)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Grade 9 to 11: 11% of salary\nGrade 12 and above: 14% of salary", True),
        ("Room 2 | £18", True),
        ("Fee: £4.50 a day.", True),
        ("Reason: 14 staff were ill", False),
        ("Closed: 3 leaks in the roof", False),
        ("Grade 9: 11% of salary, to keep staff", False),
        ("The fee is £4", False),
        ("", False),
    ],
)
def test_amounts_alone_tell_no_reason(sentence: str, alone: bool) -> None:
    assert tells_amounts_alone(sentence) is alone


ROSE = "Waiting times rose, because two doctors retired."
STAYED = "Complaints about parking remained high."


@pytest.mark.parametrize(
    ("asked", "said", "other", "of_another"),
    [
        ("complaints parking high", ROSE, STAYED, True),
        ("complaints parking high", f"{ROSE} {STAYED}", "", True),
        ("waiting times up", ROSE, STAYED, False),
        ("complaints parking high", "This was because two doctors retired.", STAYED, False),
        (
            "complaints parking high",
            "It was thus, and ill luck led to it. Times rose because it rained.",
            STAYED,
            False,
        ),
        ("complaints parking high", "Numbers, because two doctors retired.", STAYED, False),
        ("complaints parking high", ROSE, "Parking is free.", False),
        ("complaints parking high", "Two doctors retired.", STAYED, False),
        ("grumbles cars bother rife parking", ROSE, STAYED, False),
    ],
)
def test_why_one_thing_is_so_does_not_say_why_another_is(asked: str, said: str, other: str, of_another: bool) -> None:
    assert tells_reason_of_another(stems(asked), said, [other]) is of_another


@pytest.mark.parametrize(
    ("question", "said", "none"),
    [
        ("What was the effect of the boiler failing?", "The boiler failed in January.", True),
        ("What did the boiler failing lead to?", "The boiler failed.", True),
        ("What happened because the room got too warm?", "This was because the fan had broken.", True),
        ("What happened because the fan had broken?", "It was too warm because the fan had broken.", False),
        ("What happened because the room got too warm?", "Two people left because it was, so we shut.", False),
        ("What was the effect of the boiler failing?", "Pupils were sent home.", False),
        ("When did the boiler fail?", "The boiler failed in January.", False),
        ("", "", False),
    ],
)
def test_that_something_was_so_does_not_say_what_came_of_it(question: str, said: str, none: bool) -> None:
    assert tells_no_effect(question, said) is none
