"""Figures as the report shows them."""

from __future__ import annotations

from dataclasses import dataclass

from eval.measures.estimates import Estimate


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as it is shown; `low` and `high` are its 95 % interval, "" where there is none."""

    value: str
    low: str = ""
    high: str = ""


def shown_estimate(figure: Estimate | None, pattern: str = ".3f") -> Number | None:
    """An estimate with its interval; None where there is none."""
    return None if figure is None else shown_interval(figure.mean, figure.low, figure.high, pattern)


def shown_interval(value: float, low: float | None, high: float | None, pattern: str = ".3f") -> Number:
    """A value with its interval, written by a format."""
    return Number(*("" if bound is None else format(bound, pattern) for bound in (value, low, high)))
