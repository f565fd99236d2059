"""Whether a question of two halves has both of them answered; half an answer counts as half."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from eval.measures.answers import answer_is_right
from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Measure, Place, Scores
from eval.measures.quotes import normalise_answer
from eval.measures.relevance import part_numbers
from eval.records import Question, Result, Span

_TWO: Final = "twopart"
"""A slice of this value, however it is written, says that a question has two halves: "two-part", "two_part"."""


@dataclass(frozen=True, slots=True)
class GoldHalf:
    """What answers one half of a question.

    Attributes:
        gold: the spans that do; one of them is enough.
        answers: short answers in words; may be empty.
    """

    gold: tuple[Span, ...]
    answers: tuple[str, ...]


def halves_of(question: Question) -> tuple[GoldHalf, ...]:
    """What answers each half, or part, of a question; () where one span answers all of it.

    Where a set names no parts, but has a question in a slice of two-part ones, its answers are the halves, those of
    which one holds another as one.
    """
    if question.spans_needed == "all":
        numbers = part_numbers(question)
        found = [
            tuple(span for span, own in zip(question.gold, numbers, strict=True) if own == number)
            for number in dict.fromkeys(numbers)
        ]
        return tuple(GoldHalf(spans, ()) for spans in found) if len(found) > 1 else ()
    if _TWO not in {"".join(filter(str.isalnum, value.lower())) for value in question.slices.values()}:
        return ()
    groups = _groups(question.answers)
    return tuple(_of_answers(question, group) for group in groups) if len(groups) > 1 else ()


def _groups(answers: Sequence[str]) -> list[list[str]]:
    """Answers, those together of which one holds the other."""
    groups: list[list[str]] = []
    for answer in answers:
        own = next(
            (group for group in groups if any(_holds(answer, one) or _holds(one, answer) for one in group)), None
        )
        if own is None:
            groups.append([answer])
        else:
            own.append(answer)
    return groups


def _of_answers(question: Question, answers: Sequence[str]) -> GoldHalf:
    spans = (span for span in question.gold if any(_holds(span.text, answer) for answer in answers))
    return GoldHalf(tuple(spans), tuple(answers))


def _holds(text: str, words: str) -> bool:
    return f" {normalise_answer(words)} " in f" {normalise_answer(text)} "


def halves_given(question: Question, result: Result) -> tuple[bool, ...]:
    """For each half of a question whether its words are shown and right; () for a question of one."""
    shown = list(_shown(result))
    return tuple(any(_answers(question, half, words) for words in shown) for half in halves_of(question))


def _shown(result: Result) -> Iterator[Span]:
    """The words that a result shows as its answer, and those of its parts."""
    if result.status == "answered":
        yield from (words for words in (result.quote, *(part.words for part in result.parts)) if words)


def _answers(question: Question, half: GoldHalf, words: Span) -> bool:
    """Whether words answer a half: by its spans, or by its answers in a document that answers the question."""
    if half.gold:
        return answer_is_right(replace(question, gold=half.gold, answers=half.answers), words)
    return answer_is_right(replace(question, answers=half.answers), replace(words, start=0, end=0))


def _over_halves(value: Callable[[tuple[bool, ...]], float]) -> Callable[[EvaluatedRun], Scores]:
    def compute(run: EvaluatedRun) -> Scores:
        if not (run.run.info.gives_quotes or any(result.quote for result in run.run.results)):
            return {}
        given = {question.id: halves_given(question, run.results[question.id]) for question in run.answerable}
        return {name: value(halves) for name, halves in given.items() if halves}

    return compute


_SHOWN: Final = frozenset[Place]({"printed", "headline", "comparison", "slices"})

MEASURES: Final = (
    Measure(
        "halves_right",
        "All in all",
        "halves right",
        "share of the halves, or parts, of questions that have several whose right words are shown",
        _over_halves(lambda halves: sum(halves) / len(halves)),
        shown=_SHOWN,
    ),
    Measure(
        "both_halves",
        "All in all",
        "both halves",
        "share of the questions of several halves, or parts, of which the right words of all are shown",
        _over_halves(lambda halves: float(all(halves))),
        shown=_SHOWN,
    ),
)
