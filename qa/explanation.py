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
from qa.ranking import Ranking

RANKS = 20
"""So many of the first candidates are explained."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A stretch of a document that somebody knows to answer: half-open code-point offsets."""

    document_id: str
    start: int
    end: int


def explanation(
    snapshot: Snapshot,
    allowed: NDArray[np.bool_] | None,
    evidence: Evidence,
    ranking: Ranking,
    threshold: float,
    reason: str | None,
    expected: Expected | None,
    took_ms: Mapping[str, float],
) -> dict[str, Any]:
    """Each stage of a search, ready for JSON.

    Args:
        snapshot: what was searched.
        allowed: which passages the filters let through; None for all.
        evidence: for the candidates.
        ranking: of the candidates.
        threshold: the least confidence for an answer.
        reason: why there is no answer, or None.
        expected: where the answer is known to stand, to be told which stage lost it.
        took_ms: how long each stage took.
    """
    passages = snapshot.manifest.passages
    return {
        "filtered": {"passages": passages, "allowed": passages if allowed is None else int(allowed.sum())},
        "candidates": {**evidence.found, "all": len(evidence.rows)},
        "ranking": [_ranked(snapshot, evidence, ranking, place, number) for place, number in enumerate(ranking.order[:RANKS], start=1)],
        "decision": {
            "confidence": round(ranking.confidence, 4),
            "threshold": threshold,
            "parts": {name: round(ranking.stage.confidence[name] * value, 3) for name, value in ranking.decision.items()},
            "intercept": ranking.stage.confidence["intercept"],
            "reason": reason,
        },
        **({"expected": _lost(snapshot, allowed, evidence, ranking, expected)} if expected else {}),
        "took_ms": {name: round(value, 1) for name, value in took_ms.items()},
    }


def _ranked(snapshot: Snapshot, evidence: Evidence, ranking: Ranking, place: int, number: int) -> dict[str, Any]:
    passage = evidence.passages[number]
    return {
        "rank": place,
        "passage_id": passage.id,
        "title": snapshot.catalogue.entries[int(snapshot.passage_document[evidence.rows[number]])].title,
        "first": ranking.first_rank[number],
        "score": round(ranking.score[number], 3),
        "probability": round(ranking.probability(number), 4),
        "reranker": ranking.logits.get(number),
        "parts": {name: round(value, 3) for name, value in ranking.contributions(evidence, number).items() if abs(value) >= 0.0005},
    }


def _lost(snapshot: Snapshot, allowed: NDArray[np.bool_] | None, evidence: Evidence, ranking: Ranking, expected: Expected) -> dict[str, Any]:
    """Which stage lost the passages that hold the expected stretch."""
    held = {
        f"{expected.document_id}:{start}-{end}": row
        for row, start, end in snapshot.store.stretches(expected.document_id)
        if start < expected.end and expected.start < end
    }
    rank = next((place for place, number in enumerate(ranking.order, start=1) if evidence.passages[number].id in held), None)
    read = {evidence.passages[number].id for number in ranking.logits}
    where = f"characters {expected.start} to {expected.end} of {expected.document_id!r}"
    if not held:
        stage, text = "not in the index", f"No passage holds {where}: check the document's id and the offsets."
    elif allowed is not None and not any(allowed[row] for row in held.values()):
        stage, text = "filtered", f"The filters leave out {where}."
    elif rank is None:
        stage, text = "not a candidate", f"Neither words nor vectors brought {where} among the {len(evidence.rows)} candidates."
    elif rank == 1:
        stage, text = "found", f"The first passage holds {where}."
    elif read and not read & held.keys():
        stage, text = "not read by the reranker", f"The passage with {where} is at rank {rank}, after the {len(read)} that the reranker has read."
    else:
        stage, text = "ranked below", f"The passage with {where} is at rank {rank}: the parts of the scores above it say why."
    return {"passage_ids": sorted(held), "stage": stage, "rank": rank, "text": text}


def stage_times(marks: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Milliseconds between clock readings in seconds, each under the name of the stage that ended with it; the first starts the clock."""
    return {name: 1000 * (now - before) for (_, before), (name, now) in pairwise(marks)}
