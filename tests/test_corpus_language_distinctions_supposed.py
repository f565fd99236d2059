"""Supposed cases: an example that is made up tells of nothing that happened."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.supposed import is_only_supposed

DIED = "Say, for instance, that Mr Brown died on a Friday: it ends on Wednesday."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "supposed"),
    [
        ("When did Mr Brown die?", DIED, "on a", True),
        ("When did Mr Brown die?", DIED, "it ends", True),
        ("When did the club book it?", "Suppose the club booked the hall on 3 May.", "3 May", True),
        ("When did the fire start?", "Imagine that a fire starts at noon.", "at noon", True),
        ("When did Tom lose his card?", "Say Tom lost his card on Monday; he has until Friday.", "Monday", True),
        ("Who was late?", "For example, if Ada was late, she pays £2.", "Ada", True),
        ("How much does Ada have?", "For example, if Ada has £240 a week, she pays £12.", "£240", True),
        ("How much does Ada pay?", "For example, if Ada has £240 a week, she pays £12.", "£12", False),
        ("How much does Ada pay?", "For example, if Ada has £240 a week, she pays £12.", "For example", False),
        ("What would I pay if I had £240 a week?", "For example, if Ada has £240 a week, she pays £12.", "£12", False),
        ("What would I have if I was Ada?", "For example, if Ada has £240 a week, she pays £12.", "£240", True),
        ("What did Ada pay?", "For example, if Ada has £240 a week, she pays £12.", "£12", True),
        ("When did the library close?", "For example, the library closed in 2019.", "2019", False),
        ("When was it painted?", "If the wall was painted in 2019, ask again.", "2019", False),
        ("What did she say?", "Say nothing until then.", "nothing", False),
        ("When was it sold?", "They say that it was sold in 2019.", "2019", False),
    ],
)
def test_what_an_example_makes_up_did_not_happen(question: str, sentence: str, words: str, supposed: bool) -> None:
    assert is_only_supposed(question, sentence, sentence.index(words)) is supposed


@pytest.mark.parametrize("begun", ["", "Say", "For example"])
def test_a_long_run_of_spaces_is_read_quickly(begun: str) -> None:
    started = time.process_time()
    assert not is_only_supposed("When was it?", begun + " ," * 10_000 + " " * 20_000, 0)
    assert time.process_time() - started < 2
