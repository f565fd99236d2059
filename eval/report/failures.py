"""Every failure of a run, and what they can be limited by, as the report shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from eval.records import Dataset, Question, Result, Run
from eval.report.cards import Deeper, FailureCard, card
from eval.report.excerpts import Library
from eval.report.failure_kinds import KINDS, WRONG, Kind, failures

_BY_FAILURE: Final = "Kind of failure"
"""What the first choice is called, beside those of the question set, of which one may be called "kind"."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value the failures can be limited to; `id` is also the class of the failures that have it."""

    id: str
    label: str
    questions: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What the failures can be limited by."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of failure, what it means and how many questions it befell."""

    label: str
    meaning: str
    questions: int


@dataclass(frozen=True, slots=True)
class ShownFailures:
    """The failures, the worst first, what they can be limited by, and how many there are of each kind."""

    cards: tuple[FailureCard, ...]
    filters: tuple[Filter, ...]
    kinds: tuple[KindRow, ...]


@dataclass(frozen=True, slots=True)
class _Failed:
    question: Question
    result: Result
    kinds: tuple[Kind, ...]


def shown_failures(dataset: Dataset, run: Run, library: Library, deeper: Deeper | None) -> ShownFailures:
    """Every failed question, ready to be shown.

    Args:
        dataset: the questions.
        run: what was done with them.
        library: where the words around gold spans are read.
        deeper: asked where no passage returned answers; None looks no further.
    """
    results = {result.question_id: result for result in run.results}
    asked = [(question, results[question.id]) for question in dataset.questions if question.id in results]
    failed = sorted(
        (_Failed(question, result, kinds) for question, result in asked if (kinds := failures(question, result))),
        key=_badness,
    )
    groups = _groups(failed)
    filters, classes = _filters(groups)
    cards = tuple(
        card(
            f"failure-{place}",
            " ".join(classes[failure.question.id]),
            failure.question,
            failure.result,
            failure.kinds,
            library,
            gives_confidence=run.info.gives_confidence,
            deeper=deeper,
        )
        for place, failure in enumerate(failed, start=1)
    )
    counts = groups[_BY_FAILURE]
    rows = tuple(KindRow(label, meaning, len(counts[label])) for label, meaning in KINDS.values() if counts[label])
    return ShownFailures(cards, filters, rows)


def _badness(failure: _Failed) -> tuple[bool, float]:
    """Wrong answers shown come first, the surest of them at the top; the others keep their order."""
    wrong = not WRONG.isdisjoint(failure.kinds)
    return not wrong, -failure.result.confidence if wrong else 0.0


def _groups(failed: Sequence[_Failed]) -> dict[str, dict[str, list[str]]]:
    """The ids of failed questions by kind of failure, and by each of their slices."""
    groups: dict[str, dict[str, list[str]]] = {_BY_FAILURE: {label: [] for label, _ in KINDS.values()}}
    for failure in failed:
        for kind in failure.kinds:
            groups[_BY_FAILURE][KINDS[kind][0]].append(failure.question.id)
        for name, value in failure.question.slices.items():
            groups.setdefault(name, {}).setdefault(value, []).append(failure.question.id)
    return groups


def _filters(
    groups: Mapping[str, Mapping[str, Sequence[str]]],
) -> tuple[tuple[Filter, ...], dict[str, list[str]]]:
    """What failures can be limited by, and for each failed question the choices that keep it."""
    classes: dict[str, list[str]] = {}
    filters = []
    for group_index, (name, values) in enumerate(groups.items()):
        choices = []
        for value_index, (value, ids) in enumerate(values.items()):
            if ids:
                choice = Choice(f"f{group_index}-{value_index}", value, len(ids))
                choices.append(choice)
                for identifier in ids:
                    classes.setdefault(identifier, []).append(choice.id)
        filters.append(Filter(name, tuple(choices)))
    return tuple(filters), classes
