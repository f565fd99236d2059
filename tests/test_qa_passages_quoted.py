"""Quoted words: what they stand in and under is known, and lines with the own day of a document are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from corpus.document import Part
from corpus.language.kinds import Value
from index.snapshot import Snapshot
from qa.passages.quoted import AnswerSpan, is_unasked_day
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TEXT = "Fees\n\nA hall costs:\n\n£4 a day\n£20 a week"
PARTS = (
    Part(0, 4, "heading"),
    Part(6, 19, "paragraph"),
    Part(21, 29, "list_item"),
    Part(30, len(TEXT), "list_item"),
)


def test_what_tells_stands_in_the_sentence_by_its_value_or_else_by_the_quote() -> None:
    span = AnswerSpan((8, 20), (10, 30), None)
    assert span.within == (-2, 10), "what is quoted may begin before the sentence"
    assert replace(span, value=(14, 16, Value("number", "£4", "4"))).within == (4, 6)


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of([{"title": "Pool", "text": "The pool is warm."}])


def test_an_item_stands_under_its_headings_and_what_leads_into_its_list(papers: Snapshot) -> None:
    asked = asked_of(papers, "What does a hall cost?")
    words = words_of(asked, TEXT, "£20 a week", heading="Halls", context="From May:")
    span = replace(words.span, sentence=words.span.quote)
    words = replace(words, passage=replace(words.passage, parts=PARTS), span=span)
    assert (words.quote, words.sentence_text, words.line) == ("£20 a week", "£20 a week", "£20 a week")
    assert words.lead == "A hall costs:" and words.stands_under == "Halls\nFrom May:\nFees\nA hall costs:"
    assert words.above == f"{words.title}\n{words.stands_under}"
    assert words.led_coverage > words.sentence_coverage == 0.0


def test_a_list_whose_heading_is_in_its_sentence_stands_under_that_one(papers: Snapshot) -> None:
    text = "What is done well?\n\nMeals\n\nWhat is to improve?\n\nLamps\nPaths"
    words = words_of(asked_of(papers, "What is to improve?"), text, "Lamps\nPaths")
    at = text.index("What is to")
    before = Part(0, 18, "heading"), Part(20, 25, "list_item")
    own = Part(at, at + 19, "heading"), Part(at + 21, at + 26, "list_item"), Part(at + 27, len(text), "list_item")
    span = replace(words.span, sentence=(at, len(text)))
    words = replace(words, passage=replace(words.passage, parts=(*before, *own)), span=span)
    assert words.stands_under == "What is to improve?"


def test_words_of_a_paragraph_stand_under_no_lead_in(papers: Snapshot) -> None:
    words = words_of(asked_of(papers, "Is the pool warm?"), "It is 30 degrees. The pool is warm.", "warm")
    assert (words.lead, words.stands_under, words.on_the_matter) == ("", "", "The pool is warm.")
    assert "Report" in words.surroundings and words.kind == "yes_no"


@pytest.mark.parametrize(
    ("question", "line", "unasked"),
    [
        ("When did the pool open?", "Published: 3 May 2018", True),
        ("When was it published?", "Published: 3 May 2018", False),
        ("When did the pool open?", "It opened on 3 May 2018", False),
        ("When does the pool close?", "Notice of 3 May 2018", True),
        ("When did the pool open?", "Approved: 3 May 2018", True),
        ("When was the new pool policy brought in?", "Approved: 3 May 2018", False),
        ("When does the pool close?", "In force from 3 May 2018", False),
    ],
)
def test_the_day_of_a_document_is_told_from_what_is_asked(
    papers: Snapshot, question: str, line: str, unasked: bool
) -> None:
    assert is_unasked_day(asked_of(papers, question), line) is unasked
