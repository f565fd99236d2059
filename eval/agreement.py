"""Whether two runs over the same questions give the same answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from eval.measures.relevance import passage_id
from eval.records import Result, Run


@dataclass(frozen=True, slots=True)
class Change:
    """What of an answer differs (see `ASPECTS`), in the earlier run and now."""

    aspect: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """A question whose answer differs, and how."""

    question_id: str
    question: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many answers of two runs are the same.

    Attributes:
        questions: how many there are.
        same: how many have the same of each aspect, in the order of `ASPECTS`.
        changed: the questions whose answer differs in any of them, in the run's order.
    """

    questions: int
    same: Mapping[str, int]
    changed: tuple[ChangedAnswer, ...]

    @property
    def unchanged(self) -> int:
        """How many questions have the same answer in every aspect."""
        return self.questions - len(self.changed)

    @property
    def in_words(self) -> str:
        """How many answers are the same, in a sentence."""
        parts = ", ".join(f"{aspect} {count}" for aspect, count in self.same.items())
        return f"The same answer to {self.unchanged} of {self.questions} questions ({parts})."


def agreement(new: Run, old: Run) -> Agreement:
    """Compare the answers of two runs over the same questions, with as many passages a question.

    Args:
        new: the run that is looked at; its order counts.
        old: what it is compared with.
    """
    before = {result.question_id: result for result in old.results}
    changes = {
        now.question_id: tuple(
            change for aspect, compared in ASPECTS.items() if (change := compared(aspect, before[now.question_id], now))
        )
        for now in new.results
    }
    return Agreement(
        questions=len(new.results),
        same={
            aspect: sum(all(change.aspect != aspect for change in found) for found in changes.values())
            for aspect in ASPECTS
        },
        changed=tuple(
            ChangedAnswer(result.question_id, result.question, changes[result.question_id])
            for result in new.results
            if changes[result.question_id]
        ),
    )


def _ranking(aspect: str, before: Result, now: Result) -> Change | None:
    """The first rank at which another passage stands, and what stands there."""
    ranks = zip_longest(map(passage_id, before.retrieved), map(passage_id, now.retrieved), fillvalue="no passage")
    for rank, (earlier, later) in enumerate(ranks, start=1):
        if earlier != later:
            return Change(aspect, f"rank {rank}: {earlier}", f"rank {rank}: {later}")
    return None


def _as_written(write: Callable[[Result], str]) -> Callable[[str, Result, Result], Change | None]:
    """Compares what is written of two results."""

    def compared(aspect: str, before: Result, now: Result) -> Change | None:
        earlier, later = write(before), write(now)
        return Change(aspect, earlier, later) if earlier != later else None

    return compared


def _quote(result: Result) -> str:
    quote = result.quote
    return f"{quote.text!r} at {quote.document_id}:{quote.start}-{quote.end}" if quote else "none"


def _confidence(result: Result) -> str:
    return f"{result.confidence:.4f}"


def _outcome(result: Result) -> str:
    return f"{result.status}: {result.reason}" if result.reason else result.status


ASPECTS: Final[dict[str, Callable[[str, Result, Result], Change | None]]] = {
    "ranking": _ranking,
    "quote": _as_written(_quote),
    "confidence": _as_written(_confidence),
    "outcome": _as_written(_outcome),
}
"""In what an answer may differ: its passages in their order, the words quoted and where they stand, the confidence to
four decimals, and whether it was given or why not."""
