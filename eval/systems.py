"""The systems that are compared: the full assistant, and the parts it is made of, over one snapshot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from corpus.language.words import stems
from eval.records import GivenPart, Retrieved, Span
from index.seams import Field
from index.snapshot import Snapshot
from qa.answer import Answer, AnswerPart
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.wording import beside_in_words

FUSION_CONSTANT: Final = 60
FUSION_DEPTH: Final = 100


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system gives for a question; the fields are those of `eval.records.Result`."""

    retrieved: tuple[Retrieved, ...]
    status: Literal["answered", "abstained"] = "answered"
    reason: str | None = None
    confidence: float = 0.0
    quote: Span | None = None
    parts: tuple[GivenPart, ...] = ()
    beside: tuple[str, ...] = ()


Answering = Callable[[Snapshot, Assistant, str, int], Reply]
"""Answers a question from a snapshot with an assistant's models, giving at most so many passages."""


@dataclass(frozen=True, slots=True)
class System:
    """Something that answers questions from a snapshot.

    Attributes:
        name: what to call it on the command line and in tables.
        description: what it does, in a few words.
        answer: how it answers.
        gives_confidence: whether the confidence it gives is meant as a probability.
        gives_quotes: whether it quotes words as the answer.
    """

    name: str
    description: str
    answer: Answering
    gives_confidence: bool = False
    gives_quotes: bool = False


def _bm25(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> Reply:
    return _reply(snapshot, _lexical(snapshot, question, ("text",), k))


def _bm25_identity(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> Reply:
    return _reply(snapshot, _lexical(snapshot, question, ("text", "identity"), k))


def _dense(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> Reply:
    return _reply(snapshot, _nearest(snapshot, assistant, question, k))


def _fusion(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> Reply:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009) of the first hundred of BM25 and dense."""
    lists = (
        _lexical(snapshot, question, ("text",), FUSION_DEPTH),
        _nearest(snapshot, assistant, question, FUSION_DEPTH),
    )
    fused: dict[int, dict[str, float]] = {}
    for found in lists:
        for rank, (row, _, parts) in enumerate(found, start=1):
            scores = fused.setdefault(row, {"fused": 0.0})
            scores.update(parts)
            scores["fused"] += 1 / (FUSION_CONSTANT + rank)
    order = sorted(fused, key=lambda row: (-fused[row]["fused"], row))[:k]
    return _reply(snapshot, [(row, fused[row]["fused"], fused[row]) for row in order])


def _full(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> Reply:
    return _answered(assistant.ask(snapshot, AskRequest(question, k=k)))


def _fast(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> Reply:
    return _answered(assistant.ask(snapshot, AskRequest(question, k=k, fast=True)))


def _answered(answer: Answer) -> Reply:
    quote = answer.answer
    return Reply(
        retrieved=tuple(
            Retrieved(
                passage.citation.document_id,
                passage.citation.start,
                passage.citation.end,
                passage.text,
                passage.probability,
                passage.scores,
            )
            for passage in answer.passages
        ),
        status=answer.status,
        reason=answer.reason,
        confidence=answer.confidence,
        quote=Span(quote.document_id, quote.start, quote.end, quote.quote) if quote else None,
        parts=tuple(map(_given, quote.parts)) if quote else (),
        beside=beside_in_words(answer),
    )


def _given(part: AnswerPart) -> GivenPart:
    if part.document_id is None or part.start is None or part.end is None:
        return GivenPart(part.label, None)
    return GivenPart(part.label, Span(part.document_id, part.start, part.end, part.quote))


SYSTEMS: Final = {
    system.name: system
    for system in (
        System("bm25", "BM25 over the passages' words", _bm25),
        System(
            "bm25-identity",
            "BM25 over the passages' words and their title, headings, publisher and date",
            _bm25_identity,
        ),
        System("dense", "nearest passage vectors", _dense),
        System("fusion", "reciprocal rank fusion of bm25 and dense", _fusion),
        System("fast", "the assistant without its reranker", _fast, gives_confidence=True, gives_quotes=True),
        System("full", "the assistant as it is shipped", _full, gives_confidence=True, gives_quotes=True),
    )
}

_Found = list[tuple[int, float, Mapping[str, float]]]
"""Row, score and parts of the score, best first."""


def _lexical(snapshot: Snapshot, question: str, fields: Sequence[Field], k: int) -> _Found:
    query, rows = snapshot.lexical_index.query(stems(question)), np.arange(snapshot.manifest.passages)
    parts = {field: query.scores(rows, field) for field in fields}
    scores: NDArray[np.float32] = np.sum(list(parts.values()), axis=0)
    best = np.lexsort((np.arange(len(scores)), -scores))[:k]
    return [
        (int(row), float(scores[row]), {field: float(part[row]) for field, part in parts.items()})
        for row in best
        if scores[row] > 0
    ]


def _nearest(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> _Found:
    hits = snapshot.vector_index.search(assistant.encoder.encode_question(question), k)
    return [
        (int(row), float(product), {"dense": float(product)})
        for row, product in zip(hits.rows, hits.scores, strict=True)
    ]


def _reply(snapshot: Snapshot, found: _Found) -> Reply:
    passages = snapshot.passages([row for row, _, _ in found])
    return Reply(
        tuple(
            Retrieved(passage.document_id, passage.start, passage.end, passage.text, score, parts)
            for passage, (_, score, parts) in zip(passages, found, strict=True)
        )
    )
