"""Sentences of a passage, weighed by how much of a question each of them holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.language.kinds import AnswerType, Span
from corpus.language.sentences import sentences
from corpus.language.values import holds
from corpus.language.words import stems
from qa.idf import idf_coverage

VALUE_WORTH: Mapping[AnswerType, float] = {"date": 1.0, "person": 0.5, "number": 0.5, "rating": 0.5}
"""What a value of the kind that is asked after adds to the share of the question's idf that a sentence covers."""


@dataclass(frozen=True, slots=True)
class WeighedSentences:
    """The sentences of a text in order, and how much each is worth as an answer, 0 or more."""

    text: str
    spans: tuple[Span, ...]
    worths: tuple[float, ...]


def weigh_sentences(text: str, idf: Mapping[str, float], kind: AnswerType) -> WeighedSentences:
    """The sentences of a text, weighed.

    Args:
        text: of a passage, not empty.
        idf: of the question's terms.
        kind: of answer that is wanted.
    """
    spans = sentences(text)
    return WeighedSentences(text, tuple(spans), tuple(span_worths(text, spans, idf, kind)))


def span_worths(text: str, spans: Sequence[Span], idf: Mapping[str, float], kind: AnswerType) -> list[float]:
    """How much each span of a text is worth as an answer.

    That is the share of the question's idf it covers, and more where it covers any and has a value of the kind that is
    wanted.
    """
    coverages = [idf_coverage(idf, stems(text[start:end])) for start, end in spans]
    worth = VALUE_WORTH.get(kind, 0.0)
    return [
        coverage + (worth if worth and coverage and holds(text[start:end], kind) else 0.0)
        for coverage, (start, end) in zip(coverages, spans, strict=True)
    ]
