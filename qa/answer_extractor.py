"""The reader: which words of a passage answer, by what a reranker holds for each of its tokens.

Two heads score where an answer begins and ends, linear in one inner layer of the reranker: one for answers of a few words, one for
longer ones (as the output layer of BERT does; Devlin et al., 2019). Of the stretches they like best, and the sentences, a linear score
then chooses the one to quote. `python -m eval.training.answer_extractor` fits all of it and writes answer_extractor.json.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from corpus.language.kinds import AnswerType
from corpus.language.sentences import sentences
from corpus.language.values import value_spans
from corpus.language.words import stems
from index.reranker import RerankOutput
from qa.evidence import covered

BRIEF_WORDS = 6
"""An answer of more words is not brief."""
BRIEF_TOKENS = 20
FULL_TOKENS = 120
"""The longest stretch that each head may find."""
LIKED = 6
"""So many stretches of each head may be chosen."""
KINDS: tuple[AnswerType, ...] = ("date", "person", "number", "rating", "list", "reason", "yes_no")
SPAN_FEATURES = (
    "brief",
    "full",
    "length",
    "one_word",
    "sentence",
    "begins_sentence",
    "ends_sentence",
    "is_value",
    "holds_value",
    "asked_share",
    "asked_words",
    "begins_within",
    "around_asked",
    "around_best",
    "sentences_more",
    "sentence_asked",
    "sentence_best",
    "sentence_unsure",
    "sentence_long_question",
    "length_unsure",
    "length_long_question",
    *(f"length_{kind}" for kind in KINDS),
    *(f"sentence_{kind}" for kind in KINDS),
)
"""What is known of a stretch that may be quoted; see `Reader.candidates`."""

_MARKS = (("“", "”"), ("(", ")"), ("[", "]"), ('"', '"'))
"""Not single quotation marks: they are apostrophes too."""

Span = tuple[int, int]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Head:
    """What of a token's state speaks for an answer beginning there, and for one ending there: a weight for each of its numbers."""

    start: tuple[float, ...]
    end: tuple[float, ...]


@dataclass(frozen=True)
class Reader:
    """The fitted model.

    Attributes:
        reranker: the name of the one whose states it knows.
        brief, full: the heads for answers of a few words and for longer ones.
        choice: a weight for each of `CHOICE`.
        training: how, on what and with which result it was fitted.
    """

    reranker: str
    brief: Head
    full: Head
    choice: Mapping[str, float]
    training: Mapping[str, Any]

    @cached_property
    def heads(self) -> NDArray[np.float32]:
        """Both heads' weights: float32 of shape (width, 4), brief start and end, full start and end."""
        return np.array([self.brief.start, self.brief.end, self.full.start, self.full.end], dtype=np.float32).T

    def quote(self, text: str, read: RerankOutput, weight: Mapping[str, float], kind: AnswerType) -> Span:
        """The words of a text that answer, as offsets within it.

        Args:
            text: in which at least one token stands.
            read: of the text: its tokens are within it.
            weight: how much each of the question's stems tells.
            kind: of answer that is wanted.

        Returns:
            Where the words start and end, half-open; they are one of the `candidates`.
        """
        spans, features = candidates(text, read.tokens, read.states @ self.heads, weight, kind)
        return spans[int((features @ np.array([self.choice[name] for name in SPAN_FEATURES])).argmax())]


@lru_cache(maxsize=1)
def load_answer_extractor() -> Reader:
    """The reader that is shipped."""
    return TypeAdapter(Reader).validate_json(Path(__file__).with_name("answer_extractor.json").read_bytes())


def candidates(
    text: str, tokens: NDArray[np.int64], scores: NDArray[np.float32], weight: Mapping[str, float], kind: AnswerType
) -> tuple[list[Span], Floats]:
    """The stretches of a text that may be quoted: those that the heads like best, and its sentences.

    Args:
        text: what was read of a passage.
        tokens: where each of its tokens starts and ends: int64 of shape (tokens, 2), at least one.
        scores: of each token for beginning and ending a brief and a full answer: float32 of shape (tokens, 4).
        weight: how much each of the question's stems tells.
        kind: of answer that is wanted.

    Returns:
        Their offsets within the text, and what is known of each: float64 of shape (stretches, features), in the order of `CHOICE`.
    """
    likely = scores - np.logaddexp.reduce(scores, axis=0)
    whole = [span for span in sentences(text) if any(map(str.isalnum, text[slice(*span)]))] or [(0, len(text))]
    spans = dict.fromkeys(whole)
    for start, end, most in ((0, 1, BRIEF_TOKENS), (2, 3, FULL_TOKENS)):
        spans |= dict.fromkeys(
            _whole_words(text, tokens[first][0], tokens[last][1])
            for first, last in _liked(likely[:, start], likely[:, end], most)
        )
    values = value_spans(text, kind)
    spans = dict.fromkeys(span if span in whole else _both_marks(text, _whole_values(span, values)) for span in spans)
    spans = dict.fromkeys(span for span in spans if span in whole or _is_stretch(text[slice(*span)]))
    asked = {span: covered(weight, stems(text[slice(*span)])) for span in whole}
    known = [_features(text, span, tokens, likely, asked, values, weight, kind) for span in spans]
    return list(spans), np.array([[each[name] for name in SPAN_FEATURES] for each in known])


def _is_stretch(words: str) -> bool:
    """Whether these are words of one paragraph."""
    return any(map(str.isalnum, words)) and "\n\n" not in words


def _liked(starts: NDArray[np.float32], ends: NDArray[np.float32], most: int) -> list[Span]:
    """The likeliest stretches of tokens, first and last, by where they begin and end."""
    together = starts[:, np.newaxis] + ends
    place = np.arange(len(starts))
    far = place - place[:, np.newaxis]
    together = np.where((far >= 0) & (far < most), together, -np.inf)
    best = np.argsort(-together, axis=None, kind="stable")[:LIKED]
    return [
        (int(first), int(last))
        for first, last in zip(*np.unravel_index(best, together.shape), strict=True)
        if np.isfinite(together[first, last])
    ]


def _whole_words(text: str, start: int, end: int) -> Span:
    """A stretch made longer to where its first word begins and its last one ends: tokens may be parts of words."""
    while start > 0 and _of_word(text[start - 1]) and _of_word(text[start]):
        start -= 1
    while end < len(text) and _of_word(text[end]) and _of_word(text[end - 1]):
        end += 1
    return int(start), int(end)


def _of_word(character: str) -> bool:
    return character.isalnum() or bool(unicodedata.combining(character))


def _both_marks(text: str, span: Span) -> Span:
    """A stretch with both of a pair of quotation marks or brackets, where one is missing right beside it, or else without a lone one at an end."""
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
    """A stretch made longer to the ends of the values that it cuts."""
    cut = [value for value in values if value[0] < span[1] and span[0] < value[1]]
    return min([span[0], *(start for start, _ in cut)]), max([span[1], *(end for _, end in cut)])


def _features(
    text: str,
    span: Span,
    tokens: NDArray[np.int64],
    likely: NDArray[np.float32],
    asked: Mapping[Span, float],
    values: Sequence[Span],
    weight: Mapping[str, float],
    kind: AnswerType,
) -> dict[str, float]:
    """What is known of a stretch, by the names of `SPAN_FEATURES`."""
    first = int(np.searchsorted(tokens[:, 1], span[0], side="right"))
    last = max(first, int(np.searchsorted(tokens[:, 0], span[1], side="left")) - 1)
    first, last = min(first, len(tokens) - 1), min(last, len(tokens) - 1)
    own = stems(text[slice(*span)])
    words = len(text[slice(*span)].split())
    length, sentence = math.log(words), float(span in asked)
    best = max(asked.values())
    around = [share for (start, end), share in asked.items() if start < span[1] and span[0] < end]
    unsure, long = -float((likely[:, 0].max() + likely[:, 1].max()) / 2), math.log(max(len(weight), 1) / 5)
    return {
        "brief": float(likely[first, 0] + likely[last, 1]) / 10,
        "full": float(likely[first, 2] + likely[last, 3]) / 10,
        "length": length,
        "one_word": float(words == 1),
        "sentence": sentence,
        "begins_sentence": float(any(span[0] == start for start, _ in asked)),
        "ends_sentence": float(any(end - 1 <= span[1] <= end for _, end in asked)),
        "is_value": float(
            any(
                span[0] <= start and end <= span[1] and end - start >= 0.6 * (span[1] - span[0])
                for start, end in values
            )
        ),
        "holds_value": float(any(span[0] <= start and end <= span[1] for start, end in values)),
        "asked_share": covered(weight, own),
        "asked_words": sum(stem in weight for stem in own) / max(len(own), 1),
        "begins_within": float(np.exp(likely[first : last + 1, 0]).sum()),
        "around_asked": max(around, default=0.0),
        "around_best": float(bool(around) and max(around) == best),
        "sentences_more": float(max(len(around) - 1, 0)),
        "sentence_asked": asked.get(span, 0.0),
        "sentence_best": float(asked.get(span) == best),
        "sentence_unsure": sentence * unsure,
        "sentence_long_question": sentence * long,
        "length_unsure": length * unsure,
        "length_long_question": length * long,
        **{f"length_{each}": length * (kind == each) for each in KINDS},
        **{f"sentence_{each}": sentence * (kind == each) for each in KINDS},
    }
