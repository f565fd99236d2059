"""Explanations: how an answer came about, stage by stage, and where a known right passage was lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.snapshot import Snapshot
from qa.evidence import Evidence
from qa.rank import Ranking
from qa.request import Expected

RANKS = 20
"""So many of the first candidates are explained."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question.

    Attributes:
        threshold: the least confidence for an answer.
        reason: why there is no answer, or None.
        quote: the half-open stretch of the first passage's document that is quoted, or None.
    """

    threshold: float
    reason: str | None
    quote: tuple[int, int] | None = None


def explanation(
    snapshot: Snapshot,
    allowed: NDArray[np.bool_] | None,
    evidence: Evidence,
    ranking: Ranking,
    outcome: Outcome,
    expected: Expected | None,
    took_ms: Mapping[str, float],
) -> dict[str, Any]:
    """Each stage of a search, ready for JSON.

    Args:
        snapshot: what was searched.
        allowed: which passages the filters let through; None for all.
        evidence: for the candidates.
        ranking: of the candidates.
        outcome: what came of it.
        expected: where the answer is known to stand, to be told which stage lost it.
        took_ms: how long each stage took.
    """
    return {
        "filtered": _filtered(snapshot, allowed),
        "candidates": {
            **evidence.found,
            "all": len(evidence.rows),
            "read": len(ranking.reads),
            "to_read": ranking.to_read,
            "out_of_time": len(ranking.reads) < ranking.to_read,
        },
        "ranking": [
            _ranked(snapshot, evidence, ranking, place, number)
            for place, number in enumerate(ranking.order[:RANKS], start=1)
        ],
        "decision": {
            "confidence": round(ranking.confidence, 4),
            "threshold": outcome.threshold,
            "parts": {
                name: round(ranking.decided_by.confidence[name] * value, 3)
                for name, value in ranking.confidence_features.items()
            },
            "intercept": ranking.decided_by.confidence["intercept"],
            "reason": outcome.reason,
        },
        **({"expected": _lost(snapshot, allowed, evidence, ranking, outcome, expected)} if expected else {}),
        "took_ms": {name: round(value, 1) for name, value in took_ms.items()},
    }


def explanation_unsearched(
    snapshot: Snapshot, allowed: NDArray[np.bool_] | None, outcome: Outcome, expected: Expected | None
) -> dict[str, Any]:
    """The same for a question that was refused before anything was searched, in the same shape.

    Args:
        snapshot: what would have been searched.
        allowed: which passages the filters let through; None for all.
        outcome: with the reason.
        expected: where the answer is known to stand.
    """
    found: dict[str, Any] = {
        "filtered": _filtered(snapshot, allowed),
        "candidates": {"all": 0, "read": 0, "to_read": 0, "out_of_time": False},
        "ranking": [],
        "decision": {
            "confidence": 0.0,
            "threshold": outcome.threshold,
            "parts": {},
            "intercept": 0.0,
            "reason": outcome.reason,
        },
    }
    if expected:
        held = _held(snapshot, expected)
        early = _lost_early(held, allowed, expected)
        stage, text = early or ("not searched", "The question was refused before anything was searched.")
        found["expected"] = {"passage_ids": sorted(held), "stage": stage, "rank": None, "text": text, "ranked": None}
    return {**found, "took_ms": {}}


def _filtered(snapshot: Snapshot, allowed: NDArray[np.bool_] | None) -> dict[str, int]:
    passages = snapshot.manifest.passages
    return {"passages": passages, "allowed": passages if allowed is None else int(allowed.sum())}


def _ranked(snapshot: Snapshot, evidence: Evidence, ranking: Ranking, place: int, number: int) -> dict[str, Any]:
    passage = evidence.passages[number]
    read = ranking.reads.get(number)
    return {
        "rank": place,
        "passage_id": passage.id,
        "title": snapshot.catalogue.entries[int(snapshot.passage_document[evidence.rows[number]])].title,
        "first": ranking.first_rank[number],
        "score": round(ranking.score[number], 3),
        "probability": round(ranking.probability(number), 4),
        "reranker": read.logit if read else None,
        "parts": {
            name: round(value, 3)
            for name, value in ranking.contributions(evidence, number).items()
            if abs(value) >= 0.0005
        },
    }


def _held(snapshot: Snapshot, expected: Expected) -> dict[str, int]:
    """The passages that hold some of a stretch, by their ids, with their rows."""
    return {
        f"{expected.document_id}:{start}-{end}": row
        for row, start, end in snapshot.store.stretches(expected.document_id)
        if start < expected.end and expected.start < end
    }


def _lost_early(
    held: Mapping[str, int], allowed: NDArray[np.bool_] | None, expected: Expected
) -> tuple[str, str] | None:
    """The stage before any search that lost a stretch, and a sentence; None where none did."""
    if not held:
        return "not in the index", f"No passage holds {expected}: check the document's id and the offsets."
    if allowed is not None and not any(allowed[row] for row in held.values()):
        return "filtered", f"The filters leave out {expected}."
    return None


def _lost(
    snapshot: Snapshot,
    allowed: NDArray[np.bool_] | None,
    evidence: Evidence,
    ranking: Ranking,
    outcome: Outcome,
    expected: Expected,
) -> dict[str, Any]:
    """Which stage lost the passages that hold the expected stretch."""
    held = _held(snapshot, expected)
    rank = next(
        (place for place, number in enumerate(ranking.order, start=1) if evidence.passages[number].id in held), None
    )
    stage, text = _lost_early(held, allowed, expected) or _lost_late(held, rank, evidence, ranking, outcome, expected)
    ranked = _ranked(snapshot, evidence, ranking, rank, ranking.order[rank - 1]) if rank else None
    return {"passage_ids": sorted(held), "stage": stage, "rank": rank, "text": text, "ranked": ranked}


def _lost_late(
    held: Mapping[str, int],
    rank: int | None,
    evidence: Evidence,
    ranking: Ranking,
    outcome: Outcome,
    expected: Expected,
) -> tuple[str, str]:
    """The stage of the search that lost a stretch, or that found it, and a sentence."""
    if rank is None:
        return (
            "not a candidate",
            f"Neither words nor vectors brought {expected} among the {len(evidence.rows)} candidates.",
        )
    read = {evidence.passages[number].id for number in ranking.reads}
    if rank > 1 and read and not read & held.keys():
        ran_out = f" of {ranking.to_read} before its time ran out" if len(read) < ranking.to_read else ""
        return (
            "not read by the reranker",
            f"The passage with {expected} is at rank {rank}, after the {len(read)} that the reranker has read{ran_out}.",
        )
    if rank > 1:
        return (
            "ranked below",
            f"The passage with {expected} is at rank {rank}: the parts of the scores above it say why.",
        )
    if outcome.reason:
        return (
            "refused",
            f"The first passage holds {expected}, but its confidence is below {outcome.threshold:g}, so there is no answer.",
        )
    start, end = outcome.quote or (expected.start, expected.end)
    if expected.end <= start or end <= expected.start:
        return "quoted otherwise", f"The first passage holds {expected}, but characters {start} to {end} are quoted."
    return "found", f"The first passage holds {expected}, and it is quoted."


def stage_times(marks: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Milliseconds between clock readings in seconds, each under the name of the stage that ended with it; the first starts the clock."""
    return {name: 1000 * (now - before) for (_, before), (name, now) in pairwise(marks)}
