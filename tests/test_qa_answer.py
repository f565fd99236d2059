"""The answer record refuses what must never be shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from qa.answer import Answer, Citation, IndexInfo, Quote, RankedPassage, Sentence

CITATION = Citation("d.txt", "D", None, None, None, None, None, {}, None, "1", 10, 24, "0" * 64, "/documents/d.txt")
PASSAGE = RankedPassage(1, "d.txt:10-24", "It was closed.", "", "", 0.9, {}, (), CITATION)
SENTENCE = Sentence("It was closed.", 10, 24)
QUOTE = Quote("closed", "d.txt", 17, 23, 1, SENTENCE, CITATION)
ANSWER = Answer("q", "answered", None, 0.9, QUOTE, (PASSAGE,), IndexInfo("s", 1, 1), 1.0)


def test_a_quote_in_its_passage_is_accepted() -> None:
    assert ANSWER.answer == QUOTE


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer": replace(QUOTE, quote="opened")},
        {"answer": replace(QUOTE, document_id="other.txt")},
        {"answer": replace(QUOTE, passage_rank=2)},
        {"answer": replace(QUOTE, quote="", start=17, end=17)},
        {"answer": replace(QUOTE, start=3, end=9)},
        {"answer": replace(QUOTE, sentence=Sentence("was closed.", 14, 25))},
        {"answer": replace(QUOTE, sentence=Sentence("It is closed.", 10, 23))},
        {"answer": replace(QUOTE, sentence=Sentence("No. It was closed.", 6, 24))},
        {"answer": replace(QUOTE, sentence=Sentence("It was", 10, 16))},
        {"passages": ()},
        {"answer": None},
        {"reason": "nothing_relevant"},
        {"confidence": 1.5},
    ],
)
def test_an_answer_without_a_source_cannot_be_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"quote|confidence"):
        replace(ANSWER, **wrong)


def test_abstaining_needs_a_reason_and_no_quote() -> None:
    refused = replace(ANSWER, status="abstained", reason="nothing_relevant", reason_text="Nothing.", answer=None)
    assert refused.passages == (PASSAGE,)
    mistakes: list[dict[str, Any]] = [{"reason": None}, {"reason_text": ""}, {"answer": QUOTE}]
    for wrong in mistakes:
        with pytest.raises(ValueError, match="no quote"):
            replace(refused, **wrong)


def test_only_a_declared_reason_can_be_given() -> None:
    with pytest.raises(ValueError, match="'no_idea' is no reason to abstain: empty_corpus, empty_question, "):
        replace(ANSWER, status="abstained", reason="no_idea", reason_text="Nothing.", answer=None)
