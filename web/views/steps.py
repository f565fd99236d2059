"""Going through numbered things."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steps:
    """Going through numbered things: which one is shown, of how many, and where its neighbours are, "" for none."""

    at: int
    count: int
    before: str
    after: str
