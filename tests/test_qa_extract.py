"""Quotes: what is quoted stands in what is shown around it, with the value that was asked after, and with both of its quotation marks."""

from __future__ import annotations

import re

import numpy as np
import pytest

from corpus.language.kinds import AnswerType
from index.reranker import RerankOutput
from qa.answer_extractor import SPAN_FEATURES, Head, Reader
from qa.extract import AnswerSpan, Window, candidate_spans, select_span

READER = Reader(
    "",
    Head((1.0, 0.0), (0.0, 1.0)),
    Head((0.0, 0.0), (0.0, 0.0)),
    dict.fromkeys(SPAN_FEATURES, 0.0) | {"brief": 1.0},
    {},
)
TITLE = "Report"


def chosen(text: str, words: str, kind: AnswerType, question: str, asked: str = "") -> AnswerSpan:
    """What is quoted of a text when a reader likes these words of it."""
    window = Window(TITLE, 0, len(text))
    found = window.text(text)
    tokens = [match.span() for match in re.finditer(r"\w+|[^\w\s]", found)]
    first = found.index(words)
    states = [[9.0 * (start == first), 9.0 * (end == first + len(words))] for start, end in tokens]
    read = RerankOutput(1.0, np.array(tokens, dtype=np.int64), np.array(states, dtype=np.float32))
    weight = dict.fromkeys(asked.split(), 1.0)
    return select_span(
        text, candidate_spans(text, "", weight, kind), window, read, READER, weight, kind, question, None
    )


def test_the_words_are_quoted_in_their_sentence_without_the_title_that_was_read_with_them() -> None:
    text = "The board met twice. It is chaired by Ada Moor."
    found = chosen(text, "Ada Moor", "other", "Who chairs the board?")
    assert text[slice(*found.quote)] == "Ada Moor" and text[slice(*found.sentence)] == "It is chaired by Ada Moor."


def test_where_a_value_is_asked_after_that_only_the_sentence_has_the_sentence_is_quoted() -> None:
    text = "In July 2022 the service was judged inadequate. It has moved since."
    found = chosen(text, "inadequate", "date", "When was the service judged inadequate?")
    assert (
        text[slice(*found.quote)] == text[slice(*found.sentence)] == "In July 2022 the service was judged inadequate."
    )
    assert found.value and found.value[2].normalized == "2022-07" and text[slice(*found.value[:2])] == "July 2022"


def test_of_a_summary_the_value_beside_the_label_asked_after_is_quoted_not_a_like_one() -> None:
    text = "The experiences of care leavers\nGood\n\nOverall effectiveness\nInadequate\n\nLeadership\nGood"
    found = chosen(text, "Good", "rating", "What was the overall effectiveness?", "overal effect")
    assert (
        text[slice(*found.quote)] == "Inadequate"
        and text[slice(*found.sentence)] == "Overall effectiveness\nInadequate"
    )


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("They listen in “a small minority” of cases.", "in “a small minority", "in “a small minority”"),
        ("They listen in “a small minority” of cases.", "“a small", "a small"),
        ('It was called "outstanding" by all.', 'outstanding"', '"outstanding"'),
        ("The old hall (built in 1911) burnt down.", "hall (built in 1911", "hall (built in 1911)"),
    ],
)
def test_a_quotation_mark_is_quoted_with_its_other_or_not_at_all(text: str, words: str, quoted: str) -> None:
    assert text[slice(*chosen(text, words, "other", "What is it?").quote)] == quoted


def test_what_was_not_read_is_quoted_by_the_sentence() -> None:
    text = "The board met twice. It is chaired by Ada Moor."
    stretches = candidate_spans(text, "", {"chair": 1.0}, "other")
    window = Window(TITLE, 0, len(text))
    unread = select_span(text, stretches, window, None, READER, {"chair": 1.0}, "other", "Who chairs it?", None)
    assert unread.quote == unread.sentence and text[slice(*unread.quote)] == "It is chaired by Ada Moor."


def test_a_person_who_is_called_by_no_name_is_not_exchanged_for_one_who_is() -> None:
    text = "The library was opened by the Duchess of Teck. Mrs Moor was its first librarian."
    found = chosen(text, "the Duchess of Teck", "person", "Who opened the library?", "open librari")
    assert text[slice(*found.quote)] == "the Duchess of Teck"


def test_where_only_another_sentence_has_the_date_asked_after_that_one_is_quoted() -> None:
    text = "The library was opened by the Duchess of Teck. The opening of the library was in May 1901."
    found = chosen(text, "the Duchess of Teck", "date", "When was the library opened?", "open librari")
    assert (
        text[slice(*found.quote)] == "The opening of the library was in May 1901."
        and found.value
        and found.value[2].normalized == "1901-05"
    )
