"""Features of spans that may be quoted: what is known of some words of a window as the answer to a question."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from corpus.language.kinds import AnswerType, Span
from corpus.language.words import stems
from qa.features.feature import Feature, FeatureSet
from qa.query.idf import idf_coverage

KINDS: tuple[AnswerType, ...] = tuple(kind for kind in get_args(AnswerType) if kind != "other")
VALUE_SHARE = 0.6
"""A value of which a span consists is at least so much of it."""
LOGIT_SCALE = 10
LONG_QUESTION = 5
"""A question with more terms than this is long."""

READER, SHAPE, VALUES, ASKED, BY_KIND = (
    "the reader",
    "length and sentences",
    "values",
    "words asked about",
    "kind of answer",
)


@dataclass(frozen=True)
class ReadText:
    """What a reranker has read of a passage, and what is known of it.

    Attributes:
        text: the window.
        tokens: where each of its tokens starts and ends: int64 of shape (tokens, 2), at least one.
        likely: the logarithm of the chance of each token to begin and to end an answer: float32 of shape (tokens, 2).
        sentences: its sentences, with the share of the terms' idf that each covers.
        values: where it holds values of the kind that is wanted.
        idf: of the question's terms.
        kind: of answer that is wanted.
    """

    text: str
    tokens: NDArray[np.int64]
    likely: NDArray[np.float32]
    sentences: Mapping[Span, float]
    values: Sequence[Span]
    idf: Mapping[str, float]
    kind: AnswerType

    @cached_property
    def best_coverage(self) -> float:
        """The greatest share of the terms' idf that a sentence covers."""
        return max(self.sentences.values())

    @cached_property
    def unsure(self) -> float:
        """How far the reader is from being sure of one token to begin with and one to end with."""
        return -float((self.likely[:, 0].max() + self.likely[:, 1].max()) / 2)

    @cached_property
    def question_length(self) -> float:
        """How long the question is: 0 for one of a usual length."""
        return math.log(max(len(self.idf), 1) / LONG_QUESTION)


@dataclass(frozen=True)
class ReadSpan:
    """A span of what was read."""

    window: ReadText
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it starts and ends."""
        return self.start, self.end

    @cached_property
    def words(self) -> str:
        """Its words."""
        return self.window.text[self.start : self.end]

    @cached_property
    def word_count(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    @cached_property
    def length(self) -> float:
        """The logarithm of how many words it has."""
        return math.log(self.word_count)

    @cached_property
    def stems(self) -> list[str]:
        """Its stems."""
        return stems(self.words)

    @cached_property
    def first_token(self) -> int:
        """The token it begins with."""
        first = int(np.searchsorted(self.window.tokens[:, 1], self.start, side="right"))
        return min(first, len(self.window.tokens) - 1)

    @cached_property
    def last_token(self) -> int:
        """The token it ends with."""
        last = int(np.searchsorted(self.window.tokens[:, 0], self.end, side="left")) - 1
        return min(max(self.first_token, last), len(self.window.tokens) - 1)

    @cached_property
    def is_sentence(self) -> float:
        """Whether it is a whole sentence, as 1 or 0."""
        return float(self.span in self.window.sentences)

    @cached_property
    def around(self) -> list[float]:
        """The shares of the terms' idf that the sentences cover which it reaches into."""
        return [
            coverage
            for (start, end), coverage in self.window.sentences.items()
            if start < self.end and self.start < end
        ]

    def holds(self, value: Span) -> bool:
        """Whether it holds the whole of a value."""
        return self.start <= value[0] and value[1] <= self.end


def _liked(span: ReadSpan) -> float:
    """How well the reader likes the span."""
    likely = span.window.likely
    return float(likely[span.first_token, 0] + likely[span.last_token, 1]) / LOGIT_SCALE


def _ends_sentence(span: ReadSpan) -> float:
    return float(any(end - 1 <= span.end <= end for _, end in span.window.sentences))


def _is_value(span: ReadSpan) -> float:
    least = VALUE_SHARE * (span.end - span.start)
    return float(any(span.holds(value) and value[1] - value[0] >= least for value in span.window.values))


def _begins_within(span: ReadSpan) -> float:
    return float(np.exp(span.window.likely[span.first_token : span.last_token + 1, 0]).sum())


def _around_best(span: ReadSpan) -> float:
    return float(bool(span.around) and max(span.around) == span.window.best_coverage)


def _for_kind(kind: AnswerType, compute: Callable[[ReadSpan], float]) -> Callable[[ReadSpan], float]:
    """What is computed where answers of a kind are wanted, else 0."""
    return lambda span: compute(span) if span.window.kind == kind else 0.0


def _length(span: ReadSpan) -> float:
    return span.length


def _sentence(span: ReadSpan) -> float:
    return span.is_sentence


SPAN_FEATURES: FeatureSet[ReadSpan, float] = FeatureSet(
    (
        Feature("liked", "for", READER, _liked),
        Feature("length", "either", SHAPE, _length),
        Feature("one_word", "either", SHAPE, lambda span: float(span.word_count == 1)),
        Feature("sentence", "either", SHAPE, _sentence),
        Feature(
            "begins_sentence",
            "either",
            SHAPE,
            lambda span: float(any(span.start == start for start, _ in span.window.sentences)),
        ),
        Feature("ends_sentence", "either", SHAPE, _ends_sentence),
        Feature("is_value", "either", VALUES, _is_value),
        Feature("holds_value", "either", VALUES, lambda span: float(any(map(span.holds, span.window.values)))),
        Feature("asked_share", "either", ASKED, lambda span: idf_coverage(span.window.idf, span.stems)),
        Feature(
            "asked_words",
            "either",
            ASKED,
            lambda span: sum(stem in span.window.idf for stem in span.stems) / max(len(span.stems), 1),
        ),
        Feature("begins_within", "either", READER, _begins_within),
        Feature("around_asked", "either", ASKED, lambda span: max(span.around, default=0.0)),
        Feature("around_best", "either", ASKED, _around_best),
        Feature("sentences_more", "either", SHAPE, lambda span: float(max(len(span.around) - 1, 0))),
        Feature("sentence_asked", "either", ASKED, lambda span: span.window.sentences.get(span.span, 0.0)),
        Feature(
            "sentence_best",
            "either",
            ASKED,
            lambda span: float(span.window.sentences.get(span.span) == span.window.best_coverage),
        ),
        Feature("sentence_unsure", "either", READER, lambda span: span.is_sentence * span.window.unsure),
        Feature("sentence_long_question", "either", SHAPE, lambda span: span.is_sentence * span.window.question_length),
        Feature("length_unsure", "either", READER, lambda span: span.length * span.window.unsure),
        Feature("length_long_question", "either", SHAPE, lambda span: span.length * span.window.question_length),
        *(Feature(f"length_{kind}", "either", BY_KIND, _for_kind(kind, _length)) for kind in KINDS),
        *(Feature(f"sentence_{kind}", "either", BY_KIND, _for_kind(kind, _sentence)) for kind in KINDS),
    )
)
"""What is known of a span that may be quoted; its weight may have either sign."""


def span_features(window: ReadText, spans: Sequence[Span]) -> NDArray[np.float64]:
    """What is known of some spans of a window.

    float64 of shape (spans, features), with the columns of `SPAN_FEATURES`.
    """
    read = [ReadSpan(window, start, end) for start, end in spans]
    return np.array([[feature.compute(span) for feature in SPAN_FEATURES] for span in read])
