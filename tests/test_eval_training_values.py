"""Sentences with several values, of which one answers, are what the threshold is chosen on."""

from __future__ import annotations

import pytest

from corpus.language.kinds import Span
from eval.training.reader.material import Example
from eval.training.values import TIMES, choices, is_right
from index.reranker import OverlapReranker

TEXT = "Halls. The hall opened in May 2021 and shut in June 2022. It rained."


def example(question: str, words: str | None) -> Example:
    span: Span | None = (TEXT.index(words), TEXT.index(words) + len(words)) if words else None
    return Example(question, TEXT, span, True)


def test_only_sentences_with_a_value_that_answers_and_another_that_does_not_count() -> None:
    told = example("When did the hall open?", "May 2021")
    both = example("When was the hall open?", "May 2021 and shut in June 2022")
    other = example("What opened in May 2021?", "hall")
    found = choices([told, both, other, example("When did it rain?", None)])
    assert [(one.example, one.kind) for one in found] == [(told, "date")]
    assert TEXT[slice(*found[0].sentence)] == "The hall opened in May 2021 and shut in June 2022."


@pytest.mark.parametrize(("words", "right"), [("May 2021", True), ("June 2022", False)])
def test_without_a_reader_that_likes_any_value_the_words_decide(words: str, right: bool) -> None:
    [choice] = choices([example("When was the hall opened?", words)])
    assert is_right(choice, OverlapReranker()) == [right] * len(TIMES)
