"""Visits that a question over many documents asks for: of which kinds, and whether it asks when they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.judgements.scales import Scale
from corpus.language.vocabulary import alternatives, load

Keys = frozenset[tuple[str, str]]
_WHENS = re.compile(rf"(?<![\w-]){alternatives(load('across_questions')['whens'])}(?![\w-])", re.I)
_INSPECTED = re.compile(r"\binspect(?:ed)?\b", re.I)
_VISITED = re.compile(r"\bvisit(?:s|ed)?\b", re.I)


def asks_when(question: str) -> bool:
    """Whether a question asks for the day or year of something."""
    return _WHENS.search(question) is not None


def speaks_of_visits(question: str, scales: Iterable[Scale]) -> bool:
    """Whether a question has a word for visits, or for one of the kinds of them that the scales know."""
    folded = question.casefold()
    return any(word.search(question) for word in (_INSPECTED, _VISITED)) or any(
        word in folded for scale in scales for kind in scale.visits for word in kind.words
    )


def inspections_of(scales: Sequence[Scale]) -> Keys:
    """The first kind of visits of each scale, which is an inspection."""
    return frozenset((scale.key, scale.visits[0].key) for scale in scales if scale.visits)


def visits_meant(question: str, scales: Sequence[Scale], *, is_any_meant: bool) -> Keys:
    """The kinds of visits that a question means without a word for one: "When was Bexley last inspected?"."""
    if _INSPECTED.search(question):
        return inspections_of(scales)
    if is_any_meant and _VISITED.search(question):
        return frozenset((scale.key, kind.key) for scale in scales for kind in scale.visits)
    return frozenset()
