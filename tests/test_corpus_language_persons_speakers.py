"""Speakers: what the judges said of somebody is not what that one said."""

from __future__ import annotations

import time

import pytest

from corpus.language.persons.speakers import tells_of_another_speaker

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
