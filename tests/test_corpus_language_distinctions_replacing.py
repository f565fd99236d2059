"""Tests of replacing: which of two a question asks for where one took the place of the other."""

import pytest

from corpus.language.distinctions.replacing import is_other_side


@pytest.mark.parametrize(
    ("question", "sentence", "quote"),
    [
        ("What took the place of the ferry?", "The ferry crossed the river every hour.", "The ferry"),
        (
            "What took the place of the ferry?",
            "The ferry crossed the river every hour.",
            "crossed the river every hour",
        ),
        ("What replaced the footbridge?", "The footbridge replaced the ferry in 1931.", "the ferry"),
        ("What replaced the electric lamps?", "The gas lamps were replaced with electric lamps.", "The gas lamps"),
        ("What has replaced the book swap?", "The book swap has taken its place.", "has taken its place"),
        ("What replaced the chapel?", "The chapel stands where the forge once stood.", "the forge once stood"),
        ("What did the ferry replace?", "The footbridge replaced the ferry in 1931.", "The footbridge"),
        ("What was replaced by the ferry?", "The ferry made way for the footbridge.", "the footbridge"),
        ("What were the gas lamps replaced with?", "The gas lamps replaced oil lamps.", "oil lamps"),
        ("What replaced the footbridge?", "Instead of the ferry there is a footbridge.", "the ferry"),
        ("What did the ferry replace?", "What replaced the ferry was a footbridge.", "a footbridge"),
    ],
)
def test_the_thing_itself_or_what_was_before_it_took_no_place_of_it(question: str, sentence: str, quote: str) -> None:
    start = sentence.index(quote)
    assert is_other_side(question, sentence, (start, start + len(quote)), "")


@pytest.mark.parametrize(
    ("question", "sentence", "quote", "around"),
    [
        ("What took the place of the ferry?", "The footbridge replaced the ferry in 1931.", "The footbridge", ""),
        ("What replaced the ferry?", "In 1931 the ferry gave way to a footbridge.", "a footbridge", ""),
        ("What were the gas lamps replaced with?", "The gas lamps were replaced with electric lamps.", "electric", ""),
        (
            "What replaced the oil lamps?",
            "The oil lamps became gas lamps, which became electric lamps.",
            "gas lamps",
            "",
        ),
        ("What replaced the ferry?", "A footbridge has taken its place.", "A footbridge", "The ferry stopped."),
        ("What came after the ferry?", "Since 1931 there is a footbridge.", "a footbridge", ""),
        ("What did the footbridge replace?", "The footbridge replaced the ferry in 1931.", "the ferry", ""),
        ("What does a lost badge cost to replace?", "A lost badge costs £15 to replace.", "£15", ""),
        ("What was there before the chapel?", "The chapel stands where the forge once stood.", "the forge", ""),
        ("What was replaced by the footbridge?", "The ferry was replaced by a footbridge.", "The ferry", ""),
        ("What replaced the signal box?", "What replaced the signal box was a café.", "a café", ""),
        ("What replaced the ferry?", "Instead of the ferry a footbridge crosses here.", "a footbridge", ""),
        ("What did the footbridge replace?", "In place of the ferry came a footbridge.", "the ferry", ""),
        ("When was the ferry replaced?", "The footbridge replaced the ferry in 1931.", "1931", ""),
        ("What does the ferry cost?", "The ferry costs £2.", "£2", ""),
    ],
)
def test_what_took_the_place_or_was_there_before_answers(question: str, sentence: str, quote: str, around: str) -> None:
    start = sentence.index(quote)
    assert not is_other_side(question, sentence, (start, start + len(quote)), around)
