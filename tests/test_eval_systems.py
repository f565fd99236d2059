"""The systems that are compared."""

from __future__ import annotations

import numpy as np
import pytest

from eval.records import Dataset, Span
from eval.systems import SYSTEMS
from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.wording import beside_in_words

ASSISTANT = Assistant(HashingEncoder())


@pytest.mark.parametrize("name", list(SYSTEMS))
def test_every_system_ranks_passages_that_stand_in_their_documents(
    name: str, first_questions: Dataset, samples_snapshot: Snapshot
) -> None:
    for question in first_questions.questions:
        reply = SYSTEMS[name].answer(samples_snapshot, ASSISTANT, question.text, 10)
        assert len(reply.retrieved) <= 10
        assert len({(found.document_id, found.start) for found in reply.retrieved}) == len(reply.retrieved)
        scores = [found.score for found in reply.retrieved]
        assert scores == sorted(scores, reverse=True)
        for found in reply.retrieved:
            document = samples_snapshot.document(found.document_id)
            assert document is not None
            assert document.text[found.start : found.end] == found.text
            assert all(np.isfinite(part) for part in found.parts.values())


def test_fusion_adds_reciprocal_ranks(first_questions: Dataset, samples_snapshot: Snapshot) -> None:
    question = first_questions.questions[0].text
    lists = [SYSTEMS[name].answer(samples_snapshot, ASSISTANT, question, 100).retrieved for name in ("bm25", "dense")]
    ranks = [{(found.document_id, found.start): rank for rank, found in enumerate(each, start=1)} for each in lists]
    for found in SYSTEMS["fusion"].answer(samples_snapshot, ASSISTANT, question, 10).retrieved:
        key = (found.document_id, found.start)
        assert found.score == pytest.approx(sum(1 / (60 + each[key]) for each in ranks if key in each))


def test_the_full_system_gives_what_the_assistant_gives(samples_snapshot: Snapshot) -> None:
    question = "When was the service rated inadequate?"
    answer = ASSISTANT.ask(samples_snapshot, AskRequest(question, k=10))
    reply = SYSTEMS["full"].answer(samples_snapshot, ASSISTANT, question, 10)
    assert (reply.status, reply.confidence) == (answer.status, answer.confidence)
    assert [found.text for found in reply.retrieved] == [passage.text for passage in answer.passages]
    assert answer.answer is not None and reply.beside == beside_in_words(answer)
    assert reply.quote == Span(answer.answer.document_id, answer.answer.start, answer.answer.end, answer.answer.quote)
