"""In what ways a result fails its question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from eval.measures.answers import answer_is_right
from eval.measures.halves import halves_given
from eval.measures.relevance import hit_rank, overlaps_enough
from eval.records import Question, Result, Retrieved, Span

Kind = Literal[
    "shown_wrong", "answered_nothing", "half", "missed", "low", "not_first", "incomplete", "beside", "refused"
]
KINDS: Final[Mapping[Kind, tuple[str, str]]] = {
    "shown_wrong": ("Wrong words shown", "An answer was shown, and its words are not right."),
    "answered_nothing": ("Answered wrongly", "The documents hold no answer, and one was given."),
    "half": ("Half an answer", "The question asks several things, and the right words of some of them are not shown."),
    "missed": ("Not found", "No passage that answers is among those retrieved."),
    "low": ("Ranked low", "The first passage that answers stands below rank 5."),
    "not_first": ("Not first", "The first passage that answers stands at rank 2 to 5."),
    "incomplete": ("Part missing", "The question needs all its parts, and the first 5 passages lack some of them."),
    "beside": ("Quote beside the answer", "The first passage answers, but the words quoted touch no gold span."),
    "refused": ("Refused wrongly", "The documents hold the answer, and none was given."),
}
"""Each kind of failure with its label and its meaning; a question may have several."""

WRONG: Final[frozenset[Kind]] = frozenset({"shown_wrong", "answered_nothing"})
"""The worst kinds: who reads the answer is misled."""

PASSAGES_SHOWN: Final = 5
"""How many passages a reader is taken to look at, and the report shows of each failure."""


def failures(question: Question, result: Result) -> tuple[Kind, ...]:
    """In what ways a result fails its question, in the order of `KINDS`; none when it is right."""
    if not question.answerable:
        return ("answered_nothing",) if result.status == "answered" else ()
    kinds: list[Kind] = []
    if result.status == "answered" and result.quote:
        given = halves_given(question, result)
        if not answer_is_right(question, result.quote) and not any(given):
            kinds.append("shown_wrong")
        elif not all(given):
            kinds.append("half")
    first = first_hit(question, result)
    if first is None:
        kinds.append("missed")
    elif first > 1:
        kinds.append("low" if first > PASSAGES_SHOWN else "not_first")
    if (
        question.spans_needed == "all"
        and first is not None
        and (hit_rank(question, result.retrieved) or PASSAGES_SHOWN + 1) > PASSAGES_SHOWN
    ):
        kinds.append("incomplete")
    if first == 1 and result.quote and not any(shares_words(result.quote, gold) for gold in question.gold):
        kinds.append("beside")
    if result.status == "abstained":
        kinds.append("refused")
    return tuple(kinds)


def first_hit(question: Question, result: Result) -> int | None:
    """The rank of the first passage that hits any gold span."""
    return next(
        (
            rank
            for rank, passage in enumerate(result.retrieved, start=1)
            if any(overlaps_enough(passage, gold) for gold in question.gold)
        ),
        None,
    )


def shares_words(one: Span | Retrieved, other: Span) -> bool:
    """Whether two spans of documents have a character in common."""
    return one.document_id == other.document_id and max(one.start, other.start) < min(one.end, other.end)
