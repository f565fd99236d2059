"""What a set's questions can be grouped by: those of their fields that sort them into a few kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from eval.datasets.checking import Line
from eval.records import Question

MOST_SLICE_VALUES: Final = 20
LONGEST_SLICE_VALUE: Final = 40


def other_fields(line: Line) -> dict[str, Any]:
    """What a line says beyond the question itself: what it may be grouped by."""
    return line.model_extra or {}


def sliced(questions: Sequence[Question], fields: Sequence[Mapping[str, Any]]) -> tuple[Question, ...]:
    """The questions with those of their fields that sort them into a few kinds, each named in a few words."""
    values: dict[str, set[str | None]] = {}
    for names in fields:
        for name in names:
            values.setdefault(name, set())
    for name, seen in values.items():
        for given in fields:
            value = given.get(name)
            seen.add(
                None
                if value is None
                else str(value)
                if isinstance(value, str | bool)
                else " " * (LONGEST_SLICE_VALUE + 1)
            )
    useful = {
        name
        for name, seen in values.items()
        if 1 < len(seen) <= MOST_SLICE_VALUES + (None in seen)
        and all(len(value or "") <= LONGEST_SLICE_VALUE for value in seen)
    }
    return tuple(
        replace(
            question, slices={name: str(value) for name, value in given.items() if name in useful and value is not None}
        )
        for question, given in zip(questions, fields, strict=True)
    )
