"""Speakers: what the judges said of somebody is not what that one said."""

from __future__ import annotations

import time

import pytest

from corpus.language.persons.speakers import only_asks, tells_of_another_speaker

ASKED = "What did Ada Moor say about the award?"


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        (ASKED, 'The judges said of Ada Moor: "She never raised her voice."', True),
        (ASKED, '"I get up at four," said Ben Rowe.', True),
        (ASKED, '"I get up at four," said Ada Moor.', False),
        (ASKED, "Mrs Moor said that she was glad.", False),
        (ASKED, "She added that it would stand in the window.", False),
        (ASKED, "Ada Moor was glad of the award.", False),
        ("What did people say about Ada Moor?", "The judges said that she was the best.", False),
        ("Who said that?", "The judges said so.", False),
        ("What did the mayor say about the wall?", "Ada Moor, area manager, said that it was high.", True),
        ("What did the area manager say?", "Ada Moor, area manager, said that it was high.", False),
        ("What did the mayor say about the wall?", "Ada Moor said that it was high.", False),
        ("What did the mayor say about the wall?", "The mayor said that it was high.", False),
        ("What did the residents say?", "The manager said that it was high.", False),
        ("", "", False),
    ],
)
def test_what_others_said_is_not_what_somebody_said(question: str, sentence: str, another: bool) -> None:
    assert tells_of_another_speaker(question, sentence) is another


@pytest.mark.parametrize("part", ["a", "Ada ", "said ", "a-", "A."])
def test_long_lines_are_read_in_linear_time(part: str) -> None:
    started = time.process_time()
    tells_of_another_speaker(ASKED, part * 100_000)
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    ("question", "sentence", "only"),
    [
        ("Who paid for the wall?", "Ada Moor asked who paid for the wall.", True),
        ("Is the wall safe?", "Mrs Moor wondered whether the wall was safe.", True),
        ("Who paid for the wall?", "4.3 Ada Moor asked who paid for the wall.", True),
        ("Who paid for the wall?", "(2) Ada Moor asked who paid for the wall.", True),
        ("When will the wall be mended?", "A resident wanted to know when the wall would be mended.", True),
        ("Who paid for the wall?", "Ada Moor asked the clerk who had paid for the wall.", True),
        ("What did Ada Moor ask?", "Ada Moor asked who paid for the wall.", False),
        ("Who asked about the wall?", "Ada Moor asked who paid for the wall.", False),
        ("Who raised the wall?", "Ada Moor asked who paid for the wall.", False),
        ("Who built the wall?", "Ben Rowe, who built the wall, asked who paid for it.", False),
        ("Who paid for the wall?", "Ada Moor asked who paid for the wall: the council did.", False),
        ("Who paid for the wall?", "Ada Moor asked who paid for the wall, and was told that the council did.", False),
        ("Who paid for the wall?", "Ada Moor asked who paid for the wall and was told that the council did.", False),
        ("Who paid for the wall?", "Ada Moor asked who paid for the wall, the clerk replying that we did.", False),
        ("Who paid for the wall?", "Asked who paid for the wall, Ada Moor said that the council did.", False),
        ("Who paid for the wall?", "In reply to Mr Rowe, who asked who paid for the wall, she named us.", False),
        ("Who paid for the wall?", "Ada Moor asked who paid for the wall – the council.", False),
        ("Who paid for the wall?", "Ada Moor asked who paid for the wall (the council).", False),
        ("Who paid for the wall?", "Ada Moor asked who paid for the “new” wall.”", True),
        ("Must I tell how old I am?", "You will be asked how old you are.", False),
        ("How old must I be?", "If asked how old you are, show your card.", False),
        ("Who paid for the wall?", "Ada Moor asked for a wall.", False),
        ("", "", False),
    ],
)
def test_who_puts_a_question_tells_nothing_of_it(question: str, sentence: str, only: bool) -> None:
    assert only_asks(question, sentence) is only


def test_a_long_sentence_is_searched_quickly_for_who_asks() -> None:
    started = time.process_time()
    assert not only_asks("Who paid?", "asked the " * 5_000)
    assert not only_asks("Who paid?", "4." * 20_000)
    assert not only_asks("Who paid?", "5 " * 10_000)
    assert not only_asks("Who paid?", f"5{' ' * 20_000}")
    assert not only_asks("Who paid?", "asked who, and " * 3_000)
    assert not only_asks("Who paid?", f"Ada asked who {',' * 20_000}; the council did.")
    assert time.process_time() - started < 4
