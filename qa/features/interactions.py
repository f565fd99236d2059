"""Interactions: kinds of question for which features weigh otherwise, so that other weights are added to theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qa.passages.asked import Asked


@dataclass(frozen=True, slots=True)
class Interaction:
    """A kind of question for which other weights are added.

    Attributes:
        name: its key in the fitted model.
        holds: whether a question is of that kind.
    """

    name: str
    holds: Callable[[Asked], bool]


def _wants(kind: str) -> Callable[[Asked], bool]:
    """Whether a question names documents of a series and wants an answer of a kind."""
    return lambda asked: asked.names_documents_of_series and asked.answer_type == kind


INTERACTIONS: tuple[Interaction, ...] = (
    # the documents of a series are alike in their words, while names and times tell them apart
    Interaction("series", lambda asked: asked.names_documents_of_series),
    Interaction("series_rating", _wants("rating")),
    Interaction("series_list", _wants("list")),
)


def interactions_of(asked: Asked) -> tuple[str, ...]:
    """The names of the interactions that hold for a question."""
    return tuple(interaction.name for interaction in INTERACTIONS if interaction.holds(asked))
