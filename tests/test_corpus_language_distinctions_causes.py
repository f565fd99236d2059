"""Causes: what something led to, and why it was so."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.causes import denies_reason, gives_no_reason, tells_other_way


@pytest.mark.parametrize(
    ("question", "sentence", "other_way"),
    [
        ("Why was the tyre worn?", "A worn tyre led to the crash.", True),
        ("What caused the strike?", "The strike has resulted in longer queues.", True),
        ("What was the cause of the strike?", "Longer queues were due to the strike.", True),
        ("Why are queues long?", "Longer queues were due to the strike.", False),
        ("Why are queues long?", "Queues are long owing to the strike.", False),
        ("What caused the crash?", "A worn tyre led to the crash.", False),
        ("Why did the van crash?", "A worn tyre led to the crash.", False),
        ("Why did the strike begin?", "The strike, which led to queues, was caused by low pay.", False),
        ("Why did the strike begin?", "Because of the strike, trains were late.", False),
        ("Why was there a strike?", "Because of the strike, trains were late.", True),
        ("Why were trains late?", "Because of the strike, trains were late.", False),
        ("Why was there a strike?", "The strike led to it.", False),
        ("Why was there a strike?", "There was a strike in May.", False),
        ("What did the strike lead to?", "Low pay led to the strike.", True),
        ("What were the effects of the strike?", "The strike was caused by low pay.", True),
        ("What did the strike lead to?", "The strike led to queues.", False),
        ("What did the strike lead to?", "Queues were put down to the strike.", False),
        ("When was the strike?", "The strike led to queues.", False),
    ],
)
def test_a_cause_is_asked_and_what_came_of_it_is_told_or_the_other_way_round(
    question: str, sentence: str, other_way: bool
) -> None:
    assert tells_other_way(question, sentence) is other_way


@pytest.mark.parametrize(
    ("sentence", "none"),
    [
        ("The kiln was shut in May.", True),
        ("Only the old kiln was shut for a week.", True),
        ("The kiln was shut because it leaked.", False),
        ("The kiln was shut to save gas.", False),
        ("The kiln was shut: its door was bent.", False),
        ("The kiln was shut. Its door was bent.", False),
        ("The kiln, needing a door, was shut.", False),
        ("The door was bent.", False),
        ("A bent door shut the kiln.", False),
    ],
)
def test_that_something_is_so_is_no_reason_why(sentence: str, none: bool) -> None:
    assert gives_no_reason("Why was the kiln shut?", sentence) is none
    assert not gives_no_reason("When was the kiln shut?", sentence)


def test_a_long_sentence_is_read_in_linear_time() -> None:
    started = time.process_time()
    tells_other_way("Why was there a strike?", "the queue led to it because " * 10_000)
    assert time.process_time() - started < 10


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
    started = time.perf_counter()
    denies_reason("Why did it stop?", "neither " * 20_000)
    assert time.perf_counter() - started < 1
