"""How much of the gold, and how much else, stands in the passages, in characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, Literal

from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Measure, Place, Scores
from eval.records import Question, Retrieved, Span

CHARACTER_DEPTH: Final = 5
"""How many passages the character measures look at, as in Chroma's tables."""

Ranges = Sequence[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Characters:
    """How well retrieved passages cover the gold spans, in characters; each 0 to 1."""

    recall: float
    precision: float
    iou: float


def characters(question: Question, retrieved: Sequence[Retrieved]) -> Characters:
    """Recall, precision and intersection over union of the passages' characters with the gold spans.

    As in Smith and Troynikov, "Evaluating Chunking Strategies for Retrieval" (Chroma, 2024): with g the gold
    characters, r those of the passages and h those of both, recall is h/g, precision h/r and IoU h/(r + g - h);
    every gold span counts, whether one would have sufficed or not. The report speaks of tokens; its published code
    and figures count characters, as this does. A character that two passages hold counts twice in r, as there.
    One that two gold spans hold counts once in g; there it counts twice, but its own set has no such spans.
    """
    gold = _ranges(question.gold)
    hit = _length(_intersection(_ranges(retrieved), gold))
    whole = _length(_union(gold))
    given = sum(passage.end - passage.start for passage in retrieved)
    return Characters(
        recall=hit / whole if whole else 0.0,
        precision=hit / given if given else 0.0,
        iou=hit / (given + whole - hit) if given + whole else 0.0,
    )


def precision_omega(question: Question, passages: Iterable[Retrieved]) -> float:
    """The precision a search would have that misses nothing: a limit set by how documents are split.

    Chroma's precision-omega (Smith and Troynikov, 2024): of all passages that share a character with a gold span,
    the gold characters among theirs, gold characters that no passage holds counting as missed.

    Args:
        question: with its gold spans.
        passages: all passages of the gold documents.
    """
    gold = _ranges(question.gold)
    touched = [passage for passage in _ranges(passages) if _intersection([passage], gold)]
    hit = _length(_intersection(touched, gold))
    return hit / (_length(_union(touched)) + _length(_union(gold)) - hit) if hit else 0.0


def _ranges(items: Iterable[Retrieved | Span]) -> list[tuple[str, int, int]]:
    return [(item.document_id, item.start, item.end) for item in items]


def _union(ranges: Ranges) -> list[tuple[str, int, int]]:
    """The same characters as ranges that do not overlap."""
    merged: list[tuple[str, int, int]] = []
    for document, start, end in sorted(ranges):
        if merged and merged[-1][0] == document and start <= merged[-1][2]:
            merged[-1] = (document, merged[-1][1], max(end, merged[-1][2]))
        else:
            merged.append((document, start, end))
    return merged


def _intersection(one: Ranges, other: Ranges) -> list[tuple[str, int, int]]:
    """The characters of both, as ranges that do not overlap."""
    others = _union(other)
    return [
        (document, max(start, other_start), min(end, other_end))
        for document, start, end in _union(one)
        for other_document, other_start, other_end in others
        if document == other_document and max(start, other_start) < min(end, other_end)
    ]


def _length(ranges: Ranges) -> int:
    return sum(end - start for _, start, end in ranges)


def _covered(part: Literal["recall", "precision", "iou"]) -> Callable[[EvaluatedRun], Scores]:
    """Computes one of `Characters` of the first passages, where the run has so many."""
    value = attrgetter(part)

    def compute(run: EvaluatedRun) -> Scores:
        if run.depth < CHARACTER_DEPTH:
            return {}
        return {
            question.id: value(characters(question, run.retrieved(question)[:CHARACTER_DEPTH]))
            for question in run.answerable
        }

    return compute


def _precision_omega(run: EvaluatedRun) -> Scores:
    judged = run.run.judged
    return {question.id: judged[question.id].precision_omega for question in run.answerable if question.id in judged}


_PRINTED: Final = frozenset[Place]({"printed"})
_COMPARED: Final = frozenset[Place]({"printed", "comparison"})

MEASURES: Final = (
    Measure(
        f"character_recall@{CHARACTER_DEPTH}",
        "Characters",
        f"recall@{CHARACTER_DEPTH}",
        "share of the gold characters that stand in the first k passages",
        _covered("recall"),
    ),
    Measure(
        f"character_precision@{CHARACTER_DEPTH}",
        "Characters",
        f"precision@{CHARACTER_DEPTH}",
        "share of the first k passages' characters that are gold",
        _covered("precision"),
        shown=_PRINTED,
    ),
    Measure(
        f"character_iou@{CHARACTER_DEPTH}",
        "Characters",
        f"IoU@{CHARACTER_DEPTH}",
        "gold characters found, over the characters that are gold or were returned among the first k",
        _covered("iou"),
        shown=_COMPARED,
    ),
    Measure(
        "precision_omega",
        "Characters",
        "precision-omega",
        "the precision of a search that misses nothing: a limit set by how documents are split",
        _precision_omega,
        shown=_PRINTED,
        comparable="passages",
    ),
)
