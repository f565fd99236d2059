"""The trace of a question: what each stage made of it, as records; `explain` in /ask gives it as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Filtered:
    """What the filters left.

    Attributes:
        passages: how many there are.
        allowed: how many of them the filters let through.
    """

    passages: int
    allowed: int


@dataclass(frozen=True, slots=True)
class CandidateCounts:
    """How many candidates there were.

    Attributes:
        ways: how many each way of retrieval brought.
        all: how many there were in all.
        read: how many the reranker has read.
        to_read: how many it was to read.
        out_of_time: whether it had no time for some of these.
    """

    ways: Mapping[str, int] = field(default_factory=dict)
    all: int = 0
    read: int = 0
    to_read: int = 0
    out_of_time: bool = False


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """A candidate in its place.

    Attributes:
        rank: its rank, from 1.
        passage_id, title: of the passage and its document.
        first: its rank before a reranker had read any.
        score, probability: as they rank it.
        reranker: the reranker's logit; None where it has not read it.
        parts: what each feature adds to the score, where that is not next to nothing.
    """

    rank: int
    passage_id: str
    title: str
    first: int
    score: float
    probability: float
    reranker: float | None
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether there is an answer.

    Attributes:
        confidence, threshold: of the first passage, and the least there must be.
        parts: what each confidence feature adds to the log odds.
        intercept: what these begin with.
        reason: why there is no answer; None where there is one.
    """

    confidence: float
    threshold: float
    parts: Mapping[str, float]
    intercept: float
    reason: str | None


@dataclass(frozen=True, slots=True)
class ChangingStage:
    """A stage that changed what was chosen by the words of passages.

    Attributes:
        stage: its name.
        makes: what it makes, in words.
    """

    stage: str
    makes: str


@dataclass(frozen=True, slots=True)
class TracedSpan:
    """What became of the passages that hold the words somebody expects as the answer.

    Attributes:
        passage_ids: of these passages.
        stage: which stage lost them, or "found".
        rank: of the first of them; None where none is a candidate.
        text: a sentence that says so.
        ranked: the first of them; None where none is a candidate.
    """

    passage_ids: tuple[str, ...]
    stage: str
    rank: int | None
    text: str
    ranked: RankedCandidate | None


@dataclass(frozen=True, slots=True)
class Trace:
    """What each stage made of a question.

    Attributes:
        filtered: by the filters.
        candidates: how many there were.
        ranking: the first of them.
        decision: whether there is an answer.
        changed_by: the stages that changed which words were chosen, or what is told of them, in order.
        took_ms: milliseconds for each part of the work.
        expected: what became of the expected words; None where none were given.
    """

    filtered: Filtered
    candidates: CandidateCounts
    ranking: tuple[RankedCandidate, ...]
    decision: Decision
    changed_by: tuple[ChangingStage, ...]
    took_ms: Mapping[str, float]
    expected: TracedSpan | None = None

    def as_json(self) -> dict[str, Any]:
        """The trace as /ask gives it.

        The ways of retrieval stand beside the other counts, and nothing is expected where nothing was.
        """
        made = asdict(self)
        made["candidates"] = made["candidates"].pop("ways") | made["candidates"]
        if self.expected is None:
            del made["expected"]
        return made
