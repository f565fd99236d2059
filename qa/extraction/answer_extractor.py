"""The answer extractor: which words of a passage answer, by what the reader says of each of its tokens.

The reader scores where an answer starts and ends (as the output layer of BERT does; Devlin et al., 2019). Of the spans
that it likes best, and the sentences, a linear score chooses the one to quote. `python -m
eval.training.answer_extractor` fits it and writes answer_extractor.json.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from corpus.language.contacts import contact_spans
from corpus.language.kinds import AnswerType, Span
from corpus.language.values import value_spans
from corpus.language.words import stems
from index.reader import span_scores
from index.seams import RerankOutput
from qa.features.softmax import log_softmax
from qa.features.spans import SPAN_FEATURES, ReadText, span_features
from qa.query.idf import idf_coverage

BRIEF_TOKENS = 20
FULL_TOKENS = 120
"""The longest spans that are looked for, of a few words and of more."""
RIVAL = 0.1
"""A sentence less likely than this is no rival of the one beside it."""
LIKED = 6
"""So many spans of each length may be chosen."""
_MARKS = (("“", "”"), ("(", ")"), ("[", "]"), ('"', '"'))
"""Not single quotation marks: they are apostrophes too."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class AnswerExtractor:
    """The fitted model.

    Attributes:
        span_weights: a weight for each of `SPAN_FEATURES`.
        torn: a sentence for which the reader's probability is lower is quoted with the one beside it, 0 to 1.
        training: how, on what and with which result it was fitted.
    """

    span_weights: Mapping[str, float]
    torn: float
    training: Mapping[str, Any]

    def quote(
        self, text: str, whole: Sequence[Span], read: RerankOutput, idf: Mapping[str, float], kind: AnswerType
    ) -> Span:
        """The words of a text that answer, as offsets within it.

        Args:
            text: in which at least one token stands.
            whole: its sentences that may be quoted, in order, at least one.
            read: of the text: its tokens are within it.
            idf: of the question's terms.
            kind: of answer that is wanted.

        Returns:
            Where the words start and end, half-open; they are one of the `proposed_spans`.
        """
        spans, features = proposed_spans(text, whole, read.tokens, read.scores, idf, kind)
        return spans[int((features @ np.array([self.span_weights[name] for name in SPAN_FEATURES.names])).argmax())]

    def with_neighbour(self, text: str, prose: Sequence[Span], read: RerankOutput, quote: Span) -> Span | None:
        """The sentence in which a quote begins with the likelier one beside it, where the reader is torn between them.

        Args:
            text, read: as of `quote`.
            prose: the sentences of the text that go on from each other, in order.
            quote: the words that were chosen.

        Returns:
            None where it is sure enough of the one, or none stands beside it.
        """
        own = next((place for place, (start, end) in enumerate(prose) if start <= quote[0] < end), None)
        if own is None:
            return None
        likely = sentence_probabilities(prose, read)
        beside = [place for place in (own - 1, own + 1) if 0 <= place < len(prose)]
        other = max(beside, key=lambda place: likely[place], default=own)
        if likely[own] >= self.torn or likely[other] < RIVAL or other == own:
            return None
        first, last = min(own, other), max(own, other)
        between = text[prose[first][1] : prose[last][0]]
        if between.strip() or "\n\n" in between or text[slice(*prose[last])].rstrip().endswith("?"):
            return None
        return prose[first][0], prose[last][1]


@lru_cache(maxsize=1)
def load_answer_extractor() -> AnswerExtractor:
    """The answer extractor that is shipped."""
    shipped = Path(__file__).with_name("answer_extractor.json")
    return TypeAdapter(AnswerExtractor).validate_json(shipped.read_bytes())


def proposed_spans(
    text: str,
    whole: Sequence[Span],
    tokens: NDArray[np.int64],
    scores: NDArray[np.float32],
    idf: Mapping[str, float],
    kind: AnswerType,
) -> tuple[list[Span], Floats]:
    """The spans of a text that may be quoted: those that the reader likes best, and its sentences, but no headings.

    Args:
        text: what was read of a passage.
        whole: its sentences that may be quoted, in order, at least one.
        tokens: where each of its tokens starts and ends: int64 of shape (tokens, 2), at least one.
        scores: of each token for starting and ending an answer: float32 of shape (tokens, 2).
        idf: of the question's terms.
        kind: of answer that is wanted.

    Returns:
        Their offsets within the text, and what is known of each: float64 of shape (spans, features), with the columns
        of `SPAN_FEATURES`.
    """
    likely = log_softmax(scores)
    values = value_spans(text, kind)
    uncut = (*values, *contact_spans(text))
    spans = dict.fromkeys(whole)
    for span in dict.fromkeys(_liked_spans(text, tokens, likely)):
        made = span if span in whole else _both_marks(text, _of_sentences(_whole_values(span, uncut), whole))
        is_said = any(start <= made[0] < end for start, end in whole)
        if made in whole or (is_said and _is_of_one_paragraph(text[slice(*made)])):
            spans[made] = None
    coverages = {span: idf_coverage(idf, stems(text[slice(*span)])) for span in whole}
    window = ReadText(text, tokens, likely, coverages, values, idf, kind)
    return list(spans), span_features(window, list(spans))


def sentence_probabilities(spans: Sequence[Span], read: RerankOutput) -> Floats:
    """How likely the reader thinks that an answer starts or ends in each of some spans, float64 of shape (spans,)."""
    if not len(read.tokens):
        return np.zeros(len(spans))
    likely = np.exp(log_softmax(read.scores)).mean(axis=1)
    starts = read.tokens[:, 0]
    return np.array([likely[(start <= starts) & (starts < end)].sum() for start, end in spans], dtype=np.float64)


def _liked_spans(text: str, tokens: NDArray[np.int64], likely: NDArray[np.float32]) -> Iterator[Span]:
    """What the reader likes best, made longer to whole words."""
    for most in (BRIEF_TOKENS, FULL_TOKENS):
        for first, last in _liked(likely, most):
            yield _whole_words(text, tokens[first][0], tokens[last][1])


def _of_sentences(span: Span, whole: Sequence[Span]) -> Span:
    """A span that is part of one sentence, or whole ones; where it only reaches into others it ends with its first."""
    first = next((sentence for sentence in whole if sentence[0] <= span[0] < sentence[1]), span)
    if span[1] <= first[1] or (span[0] == first[0] and any(span[1] == end for _, end in whole)):
        return span
    return span[0], first[1]


def _is_of_one_paragraph(words: str) -> bool:
    """Whether these are words of one paragraph."""
    return any(map(str.isalnum, words)) and "\n\n" not in words


def _liked(likely: NDArray[np.float32], most: int) -> list[Span]:
    """The likeliest spans of tokens, first and last, by where they begin and end."""
    together = span_scores(likely, most)
    scores = together.ravel()
    few = min(LIKED, len(scores))
    places = np.flatnonzero(scores >= np.partition(scores, -few)[-few])
    best = places[np.argsort(-scores[places], kind="stable")][:few]
    return [
        (int(first), int(last))
        for first, last in zip(*np.unravel_index(best, together.shape), strict=True)
        if np.isfinite(together[first, last])
    ]


def _whole_words(text: str, start: int, end: int) -> Span:
    """A span made longer to where its first word begins and its last one ends: tokens may be parts of words."""
    while start > 0 and _of_word(text[start - 1]) and _of_word(text[start]):
        start -= 1
    while end < len(text) and _of_word(text[end]) and _of_word(text[end - 1]):
        end += 1
    return int(start), int(end)


def _of_word(character: str) -> bool:
    unseen = unicodedata.category(character) == "Cf"  # such as a soft hyphen
    return character.isalnum() or bool(unicodedata.combining(character)) or unseen


def _both_marks(text: str, span: Span) -> Span:
    """A span with both of a pair of quotation marks or brackets.

    Where one is missing right beside it, it is made longer; else it is left without a lone one at an end.
    """
    start, end = span
    for opening, closing in _MARKS:
        inside = text[start:end]
        opened, closed = inside.count(opening), inside.count(closing)
        alike = opening == closing and bool(opened % 2)
        if (opened > closed or alike) and text[end : end + 1] == closing:
            end += 1
        elif (closed > opened or alike) and start and text[start - 1] == opening:
            start -= 1
        elif (opened > closed or alike) and inside.startswith(opening):
            start += 1
        elif (closed > opened or alike) and inside.endswith(closing):
            end -= 1
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _whole_values(span: Span, values: Sequence[Span]) -> Span:
    """A span made longer to the ends of the values that it cuts."""
    cut = [value for value in values if value[0] < span[1] and span[0] < value[1]]
    return min([span[0], *(start for start, _ in cut)]), max([span[1], *(end for _, end in cut)])
