"""Figures: a reader is measured by the words it likes best, and by how well it knows that there are none."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from eval.training.reader.figures import Figures, figures
from eval.training.reader.material import Example
from index.reader import SPAN_TOKENS
from index.seams import RerankOutput

TEXT = "The pool opened in May 1901 and the hall in June 1950."
QUESTION = "When did the pool open?"


class Marked:
    """A reader that likes the words it was told of, and is as sure as it was told to be.

    Args:
        told: for each text where it likes an answer to start and to end, as words of it, and its margin.
    """

    name = "marked"

    def __init__(self, told: Mapping[str, tuple[str, str, float]]) -> None:
        self.told = told

    def score(self, question: str, passages: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of texts."""
        made: list[RerankOutput | None] = []
        for text in passages:
            first, last, margin = self.told[text]
            tokens = [match.span() for match in re.finditer(r"\w+", text)]
            scores = [[text[start:end] == first, text[start:end] == last] for start, end in tokens]
            made.append(RerankOutput(0.0, np.array(tokens, dtype=np.int64), np.array(scores, dtype=np.float32), margin))
        return made


def answered(answer: str, text: str = TEXT) -> Example:
    start = text.index(answer)
    return Example(QUESTION, text, (start, start + len(answer)), True)


def nothing(text: str) -> Example:
    return Example(QUESTION, text, None, False)


@pytest.mark.parametrize(
    ("first", "last", "f1"),
    [
        ("May", "1901", 1.0),
        ("May", "May", 2 / 3),
        ("in", "1901", 4 / 5),
        ("hall", "hall", 0.0),
    ],
)
def test_the_words_liked_best_are_compared_with_the_answer(first: str, last: str, f1: float) -> None:
    reader = Marked({TEXT: (first, last, 1.0), "Rain.": ("Rain", "Rain", -1.0)})
    found = figures(reader, [answered("May 1901"), nothing("Rain.")])
    assert found == Figures(1, 1, found.f1, 1.0) and found.f1 == pytest.approx(f1)


def test_the_words_end_where_they_start_or_later_and_are_few() -> None:
    turned = Marked({TEXT: ("1950", "May", 1.0), "Rain.": ("Rain", "Rain", 0.0)})
    assert figures(turned, [answered("1950"), nothing("Rain.")]).f1 < 1
    for between, f1 in ((SPAN_TOKENS - 2, 1.0), (SPAN_TOKENS - 1, 0.0)):
        text = f"start {'word ' * between}finish"
        reader = Marked({text: ("start", "finish", 1.0), "Rain.": ("Rain", "Rain", 0.0)})
        found = figures(reader, [answered(text, text), nothing("Rain.")]).f1
        assert (found == 1.0) is (f1 == 1.0)


@pytest.mark.parametrize(
    ("margins", "auroc"),
    [((3.0, 2.0, 1.0), 1.0), ((1.0, 3.0, 2.0), 0.5), ((1.0, 1.5, 2.0), 0.0), ((1.0, 1.0, 1.0), 0.5)],
)
def test_the_margin_tells_those_with_an_answer_from_those_without(margins: tuple[float, ...], auroc: float) -> None:
    other = TEXT.replace("1901", "1902")
    reader = Marked(
        {TEXT: ("1901", "1901", margins[0]), other: ("1902", "1902", margins[1]), "Rain.": ("Rain", "Rain", margins[2])}
    )
    found = figures(reader, [answered("1901"), nothing("Rain."), answered("1902", other)])
    assert (found.answered, found.unanswered, found.f1) == (2, 1, 1.0)
    assert found.auroc == pytest.approx(auroc)


def test_a_pair_for_ranking_of_which_no_span_is_known_does_not_count() -> None:
    reader = Marked({TEXT: ("1901", "1901", 2.0), "Rain.": ("Rain", "Rain", 1.0)})
    items = [answered("1901"), nothing("Rain.")]
    ranked = [Example(QUESTION, "Snow.", None, relevant, False) for relevant in (True, False)]
    assert figures(reader, [*items, *ranked]) == figures(reader, items) == Figures(1, 1, 1.0, 1.0)
