"""Figures: how well a reader finds answers, and knows that there is none, in material it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eval.measures.quotes import answer_f1
from eval.measures.refusing import auroc
from eval.training.reader.material import Example
from index.reader import SPAN_TOKENS, span_scores
from index.seams import Reranker, RerankOutput


@dataclass(frozen=True, slots=True)
class Figures:
    """How a reader does on some examples.

    Attributes:
        answered, unanswered: how many of them there are with an answer, and without.
        f1: of the likeliest words, where there is an answer.
        auroc: of the margin, for telling those with an answer from those without.
    """

    answered: int
    unanswered: int
    f1: float
    auroc: float


def figures(reader: Reranker, items: Sequence[Example]) -> Figures:
    """How a reader does on examples of which it is known where the answer stands, or that there is none."""
    margins: dict[bool, list[float]] = {True: [], False: []}
    f1 = []
    for item in items:
        if not item.has_span:
            continue
        [read] = reader.score(item.question, [item.text])
        assert read is not None, "nothing bounds the time"
        margins[item.relevant].append(read.margin)
        if item.span:
            f1.append(answer_f1(_best_words(item.text, read), [item.text[slice(*item.span)]]))
    with_answer, without = (np.array(margins[relevant]) for relevant in (True, False))
    return Figures(len(with_answer), len(without), float(np.mean(f1)), float(auroc(with_answer, without)))


def _best_words(text: str, read: RerankOutput) -> str:
    """The likeliest span of a text."""
    together = span_scores(read.scores, SPAN_TOKENS)
    first, last = np.unravel_index(int(together.argmax()), together.shape)
    return text[read.tokens[first][0] : read.tokens[last][1]]
