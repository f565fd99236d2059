"""Explanations: how an answer came about, stage by stage, and where a known right passage was lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.seams import Scope
from index.snapshot import Snapshot
from qa.choosing.answer_model import Chosen
from qa.features.confidence import INTERCEPT
from qa.passages.candidates import Candidate, Candidates
from qa.ranking.rank import Ranking
from qa.request import Expected
from qa.stages import StageClock
from qa.trace import CandidateCounts, ChangingStage, Decision, Filtered, RankedCandidate, Trace, TracedSpan

RANKS = 20
"""So many of the first candidates are explained."""
LEAST_PART = 0.0005
"""A part of a score that is nearer to 0 is not told."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question.

    Attributes:
        threshold: the least confidence for an answer.
        reason: why there is no answer, or None.
        quote: the half-open span of the first passage's document that is quoted, or None.
    """

    threshold: float
    reason: str | None
    quote: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched, for which words.

    Attributes:
        snapshot: what was searched.
        scope: which documents the filters let through.
        expected: where the answer is known to stand, to be told which stage lost it; None where nobody says.
    """

    snapshot: Snapshot
    scope: Scope
    expected: Expected | None = None

    @property
    def is_any_allowed(self) -> bool:
        """Whether any document passes the filters."""
        return not self.scope.is_empty


def trace(search: Search, candidates: Candidates, chosen: Chosen, outcome: Outcome, clock: StageClock) -> Trace:
    """Each stage of a search.

    Args:
        search: what was searched.
        candidates: what was found.
        chosen: the candidates in order.
        outcome: what came of it.
        clock: that its stages were run by.
    """
    ranking, confidence = chosen.ranking, chosen.confidence
    return Trace(
        filtered=_filtered(search),
        candidates=CandidateCounts(
            ways=dict(candidates.by_way),
            all=len(ranking.candidates),
            read=len(ranking.read),
            to_read=ranking.to_read,
            out_of_time=len(ranking.read) < ranking.to_read,
        ),
        ranking=tuple(
            _ranked(ranking, rank, candidate) for rank, candidate in enumerate(ranking.candidates[:RANKS], start=1)
        ),
        decision=Decision(
            confidence=round(confidence.probability, 4),
            threshold=outcome.threshold,
            parts={name: round(part, 3) for name, part in confidence.log_odds.items()},
            intercept=confidence.weights[INTERCEPT],
            reason=outcome.reason,
        ),
        changed_by=tuple(ChangingStage(stage.name, stage.makes) for stage in clock.changed),
        took_ms=clock.published,
        expected=_expected(search, ranking, outcome, search.expected) if search.expected else None,
    )


def trace_unsearched(search: Search, outcome: Outcome) -> Trace:
    """The trace of a question that was refused before anything was searched.

    Args:
        search: what would have been searched.
        outcome: with the reason.
    """
    return Trace(
        filtered=_filtered(search),
        candidates=CandidateCounts(),
        ranking=(),
        decision=Decision(0.0, outcome.threshold, {}, 0.0, outcome.reason),
        changed_by=(),
        took_ms={},
        expected=_expected_unsearched(search, search.expected) if search.expected else None,
    )


def _filtered(search: Search) -> Filtered:
    return Filtered(search.snapshot.manifest.passages, search.snapshot.count(search.scope))


def _ranked(ranking: Ranking, rank: int, candidate: Candidate) -> RankedCandidate:
    return RankedCandidate(
        rank=rank,
        passage_id=candidate.passage.id,
        title=candidate.document.title,
        first=candidate.first_rank,
        score=round(candidate.score, 3),
        probability=round(candidate.probability, 4),
        reranker=candidate.rerank.logit if candidate.rerank else None,
        parts={
            name: round(part, 3) for name, part in ranking.contributions(candidate).items() if abs(part) >= LEAST_PART
        },
    )


def _holding(snapshot: Snapshot, expected: Expected) -> dict[str, int]:
    """The passages that hold some of a span, by their ids, with their rows."""
    return {
        f"{expected.document_id}:{start}-{end}": row
        for row, start, end in snapshot.document_store.spans(expected.document_id)
        if start < expected.end and expected.start < end
    }


def _lost_early(holding: Mapping[str, int], search: Search, expected: Expected) -> tuple[str, str] | None:
    """The stage before any search that lost a span, and a sentence; None where none did."""
    if not holding:
        return "not in the index", f"No passage holds {expected}: check the document's id and the offsets."
    if not search.snapshot.in_scope(np.array(list(holding.values())), search.scope).any():
        return "filtered", f"The filters leave out {expected}."
    return None


def _expected_unsearched(search: Search, expected: Expected) -> TracedSpan:
    """What became of a span in a question that was not searched for."""
    holding = _holding(search.snapshot, expected)
    early = _lost_early(holding, search, expected)
    stage, text = early or ("not searched", "The question was refused before anything was searched.")
    return TracedSpan(tuple(sorted(holding)), stage, None, text, None)


def _expected(search: Search, ranking: Ranking, outcome: Outcome, expected: Expected) -> TracedSpan:
    """Which stage lost the passages that hold a span, or that it was found."""
    holding = _holding(search.snapshot, expected)
    rank, candidate = next(
        (ranked for ranked in enumerate(ranking.candidates, start=1) if ranked[1].passage.id in holding),
        (None, None),
    )
    stage, text = _lost_early(holding, search, expected) or _lost_late(holding, rank, ranking, outcome, expected)
    ranked = _ranked(ranking, rank, candidate) if rank and candidate else None
    return TracedSpan(tuple(sorted(holding)), stage, rank, text, ranked)


def _lost_late(
    holding: Mapping[str, int], rank: int | None, ranking: Ranking, outcome: Outcome, expected: Expected
) -> tuple[str, str]:
    """The stage of the search that lost a span, or that found it, and a sentence."""
    if rank is None:
        count = len(ranking.candidates)
        return "not a candidate", f"Neither words nor vectors brought {expected} among the {count} candidates."
    read = {candidate.passage.id for candidate in ranking.read}
    if rank > 1 and read and not read & holding.keys():
        ran_out = f" of {ranking.to_read} before its time ran out" if len(read) < ranking.to_read else ""
        return (
            "not read by the reranker",
            (
                f"The passage with {expected} is at rank {rank}, "
                f"after the {len(read)} that the reranker has read{ran_out}."
            ),
        )
    if rank > 1:
        return (
            "ranked below",
            f"The passage with {expected} is at rank {rank}: the parts of the scores above it say why.",
        )
    if outcome.reason:
        return (
            "refused",
            (
                f"The first passage holds {expected}, but its confidence is below {outcome.threshold:g}, "
                "so there is no answer."
            ),
        )
    start, end = outcome.quote or (expected.start, expected.end)
    if expected.end <= start or end <= expected.start:
        return "quoted otherwise", f"The first passage holds {expected}, but characters {start} to {end} are quoted."
    return "found", f"The first passage holds {expected}, and it is quoted."
