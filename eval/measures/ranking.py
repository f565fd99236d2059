"""How high right passages and documents are ranked, by ir-measures (MacAvaney et al., 2022).

All are taken over the answerable questions, and a question for which nothing was found counts 0; that a system
abstained changes nothing in how its passages are ranked. Documents are those of the run's passages, each at the place
of its first passage.

What is relevant is decided without regard to what was found: every passage of the snapshot that hits a gold span, so
the ideal ranking of nDCG has them all on top, up to ten. Recall is the share of them, also where one would do. Both so
depend on how the documents are split; hits and reciprocal ranks hardly do. A document has the grade its set gives it,
or 1. Where a question needs all its parts, hit and reciprocal rank are those of the rank at which the last of them is
found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import ir_measures
from ir_measures import RR, R, Success, nDCG

from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Group, Measure, Place, Scores
from eval.measures.relevance import document_rank, hit_rank, passage_id, ranked_documents
from eval.records import Question, Retrieved

DEEPEST: Final = 10
"""Where reciprocal rank and nDCG are cut off."""

Grades = Mapping[str, Mapping[str, int]]
"""How relevant items are, by question id and the item's id."""


@dataclass(frozen=True, slots=True)
class Level:
    """What is ranked: passages, or the documents they come from.

    Attributes:
        name: begins the names of its measures.
        group: of its measures.
        ranking: the ids of what is ranked, best first.
        rank: the rank at which a question is answered, or None.
        grades: how relevant items are, whether they were found or not.
        comparable: what two runs must share before hits and ranks may be compared; `all_comparable` before nDCG and
            recall may.
        meanings: of its measures.
    """

    name: str
    group: Group
    ranking: Callable[[Sequence[Retrieved]], Sequence[str]]
    rank: Callable[[Question, Sequence[Retrieved]], int | None]
    grades: Callable[[EvaluatedRun], Grades]
    comparable: Literal["questions", "documents"]
    all_comparable: Literal["questions", "passages"]
    meanings: Mapping[Literal["hit", "mrr", "ndcg", "recall"], str]


def _relevant_passages(run: EvaluatedRun) -> Grades:
    judged = run.run.judged
    return {
        question.id: dict.fromkeys(judged[question.id].passages, 1)
        for question in run.answerable
        if question.id in judged
    }


def _relevant_documents(run: EvaluatedRun) -> Grades:
    return {
        question.id: {span.document_id: question.grades.get(span.document_id, 1) for span in question.gold}
        for question in run.answerable
    }


PASSAGES: Final = Level(
    "passage",
    "Passages",
    lambda retrieved: [passage_id(passage) for passage in retrieved],
    hit_rank,
    _relevant_passages,
    "documents",
    "passages",
    {
        "hit": "share of answerable questions with a passage that answers among the first k",
        "mrr": "mean of 1/rank of the first passage that answers, 0 when it is not among the first k",
        "ndcg": "how near the first k passages come to having every passage that answers on top",
        "recall": "share of all passages that answer that are among the first k",
    },
)
DOCUMENTS: Final = Level(
    "document",
    "Documents",
    ranked_documents,
    document_rank,
    _relevant_documents,
    "questions",
    "questions",
    {
        "hit": "share of answerable questions with a right document among the first k documents of the passages "
        "returned",
        "mrr": "mean of 1/rank of the first right document, among the documents of the passages returned; "
        "0 when it is not there",
        "ndcg": "how near the first k documents of the passages returned come to having every right one on top, by "
        "its grade",
        "recall": "share of the right documents that are among the first k documents of the passages returned",
    },
)


def _by_rank(level: Level, measure: Any, cutoff: int) -> Callable[[EvaluatedRun], Scores]:
    """Computes a measure of the rank at which a question is answered."""

    def compute(run: EvaluatedRun) -> Scores:
        if run.depth < cutoff:
            return {}
        answered = {}
        for question in run.answerable:
            rank = level.rank(question, run.retrieved(question))
            if rank:
                answered[question.id] = {level.ranking(run.retrieved(question))[rank - 1]: 1}
        return _scores(measure, answered, level, run)

    return compute


def _by_grades(level: Level, measure: Any, cutoff: int) -> Callable[[EvaluatedRun], Scores]:
    """Computes a measure of all that is relevant; nothing where that is not known."""

    def compute(run: EvaluatedRun) -> Scores:
        grades = level.grades(run) if run.depth >= cutoff else {}
        return _scores(measure, grades, level, run) if grades else {}

    return compute


def _scores(measure: Any, grades: Grades, level: Level, run: EvaluatedRun) -> Scores:
    """A measure of each answerable question.

    The scores given to ir-measures keep the order as it is, also among equals.
    """
    found = {question.id: 0.0 for question in run.answerable}
    ranked = [
        ir_measures.ScoredDoc(question.id, item, -float(rank))
        for question in run.answerable
        for rank, item in enumerate(level.ranking(run.retrieved(question)), start=1)
    ]
    relevant = [
        ir_measures.Qrel(query, item, grade) for query, items in grades.items() for item, grade in items.items()
    ]
    if ranked and relevant:
        found |= {score.query_id: float(score.value) for score in ir_measures.iter_calc([measure], relevant, ranked)}
    return found


def _hit(level: Level, cutoff: int, *shown: Place) -> Measure:
    return Measure(
        f"{level.name}_hit@{cutoff}",
        level.group,
        f"hit@{cutoff}",
        level.meanings["hit"],
        _by_rank(level, Success @ cutoff, cutoff),
        shown=frozenset(shown),
        comparable=level.comparable,
    )


def _mrr(level: Level, *shown: Place) -> Measure:
    return Measure(
        f"{level.name}_mrr@{DEEPEST}",
        level.group,
        f"MRR@{DEEPEST}",
        level.meanings["mrr"],
        _by_rank(level, RR @ DEEPEST, DEEPEST),
        shown=frozenset(shown),
        comparable=level.comparable,
    )


def _ndcg(level: Level, *shown: Place) -> Measure:
    return Measure(
        f"{level.name}_ndcg@{DEEPEST}",
        level.group,
        f"nDCG@{DEEPEST}",
        level.meanings["ndcg"],
        _by_grades(level, nDCG @ DEEPEST, DEEPEST),
        shown=frozenset(shown),
        comparable=level.all_comparable,
    )


def _recall(level: Level, cutoff: int, *shown: Place) -> Measure:
    return Measure(
        f"{level.name}_recall@{cutoff}",
        level.group,
        f"recall@{cutoff}",
        level.meanings["recall"],
        _by_grades(level, R @ cutoff, cutoff),
        shown=frozenset(shown),
        comparable=level.all_comparable,
    )


MEASURES: Final = (
    _hit(PASSAGES, 1, "printed", "headline", "slices", "comparison"),
    _hit(PASSAGES, 3, "printed"),
    _hit(PASSAGES, 5, "printed", "headline", "slices", "comparison"),
    _hit(PASSAGES, 10, "printed"),
    _mrr(PASSAGES, "printed", "headline", "slices", "comparison"),
    _ndcg(PASSAGES, "printed", "headline", "comparison"),
    _recall(PASSAGES, 1),
    _recall(PASSAGES, 3),
    _recall(PASSAGES, 5),
    _recall(PASSAGES, 10, "printed"),
    _hit(DOCUMENTS, 1, "printed", "headline", "slices", "comparison"),
    _hit(DOCUMENTS, 3),
    _hit(DOCUMENTS, 5, "printed"),
    _hit(DOCUMENTS, 10),
    _mrr(DOCUMENTS, "printed", "comparison"),
    _ndcg(DOCUMENTS, "printed"),
    _recall(DOCUMENTS, 1),
    _recall(DOCUMENTS, 3),
    _recall(DOCUMENTS, 5),
    _recall(DOCUMENTS, 10, "printed"),
)
