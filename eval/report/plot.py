"""A plot as the report shows it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with the words that stand for it where it cannot be seen."""

    id: str
    svg: Markup
    title: str
    caption: str
    description: str
