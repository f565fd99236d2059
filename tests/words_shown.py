"""Words that may be shown as the answer, made by hand for a question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from corpus.document import Passage
from corpus.language.kinds import Span, Value
from corpus.language.sentences import sentences
from index.snapshot import Snapshot
from qa.checks.words import is_no_answer
from qa.features import FEATURES
from qa.features.confidence import PlacedPassage
from qa.features.reranker import RERANK_FEATURES
from qa.features.shown import ShownWords
from qa.passages.asked import Asked
from qa.passages.quoted import AnswerSpan
from qa.query import understand

TODAY = date(2026, 11, 24)


def asked_of(snapshot: Snapshot, question: str) -> Asked:
    """A question that is put to a snapshot."""
    return Asked(snapshot, understand(question, snapshot, today=TODAY))


def words_of(
    asked: Asked,
    text: str,
    quote: str = "",
    *,
    title: str = "Report",
    heading: str = "",
    context: str = "",
    value: tuple[int, int, Value] | None = None,
    known: Mapping[str, float] | None = None,
    score: float = 0.0,
    scores: tuple[float, ...] = (0.0,),
    said: tuple[tuple[float, float], ...] | None = None,
) -> ShownWords:
    """These words of a passage in their sentence, or its first sentence; of its features only those known are not 0."""
    start = text.index(quote)
    spans: list[Span] = [span for span in sentences(text) if span[0] <= start < span[1]]
    span = (start, start + len(quote)) if quote else spans[0]
    features = dict.fromkeys((*FEATURES.names, *RERANK_FEATURES.names), 0.0) | dict(known or {})
    read = None if said is None else np.array(said, dtype=np.float32)
    placed = PlacedPassage(asked, False, features, score, np.array(scores), read)
    passage = Passage("report", 0, len(text), text, heading, None, None, context)
    return ShownWords(asked, passage, title, AnswerSpan(span, spans[0], value), placed=placed)


def no_answer(
    snapshot: Snapshot,
    question: str,
    text: str,
    quote: str = "",
    *,
    title: str = "Report",
    heading: str = "",
    context: str = "",
) -> bool:
    """Whether these words of a passage are no answer to a question, whatever a model makes of them."""
    asked = asked_of(snapshot, question)
    return is_no_answer(words_of(asked, text, quote, title=title, heading=heading, context=context))
