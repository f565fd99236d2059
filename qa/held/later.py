"""Later papers: words of minutes are no surer than not where later ones tell of the same item, which are pointed to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from corpus.language.persons.attendance import is_of_attendance
from corpus.language.words import stems
from qa.answer import Notice
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.choosing.statements import READ
from qa.citing.citation import flattened
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import day_told, is_later, tells_events

_ITEM: Final = re.compile(r"\W*(?:\d[\d./]*[.)]?\s+)?(?P<label>[A-Z][^.:;,|\n]{2,48})[.:]\s")
"""An item of minutes with its label: "53. Youth shelter. The Council declined"."""
_SAME_MATTER: Final = 0.6
"""A later item is of the same matter when it has so much of what is asked about; set by hand."""


def of_later(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where later minutes of the same body have an item of that name and matter, with a notice.

    What an item of minutes says may have been changed by the next: "Minute 53 was reconsidered".

    Args:
        course: of the question, which is of what is so now.
        chosen: its passages in order.
    """
    asked = course.asked
    first = chosen.ranking.candidates[0]
    is_open = chosen.confidence.probability > 0 and not (chosen.timeline or asked.query.interpretation.order)
    if not is_open or not tells_events(first.document):
        return chosen
    own = next((item for item in _items(first) if item.start <= chosen.spans[0].sentence[0] < item.end), None)
    later = [
        (candidate, item)
        for candidate in chosen.ranking.candidates[:READ]
        if own and is_later(asked, first.document, candidate.document)
        for item in _items(candidate)
        if item.label == own.label and _share(asked, candidate, item) >= _SAME_MATTER
    ]
    if not later:
        return chosen
    candidate, item = max(later, key=lambda one: one[0].document.day)
    words = flattened(item.text)
    told = f"A later paper, of {day_told(candidate.document)}, has an item of this name: “{words}”"
    return replace(chosen.as_one_of_two(), notices=(*chosen.notices, Notice("later", told)))


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of minutes: the stems of its label, and where it stands in its passage."""

    label: frozenset[str]
    start: int
    end: int
    text: str


def _items(candidate: Candidate) -> Iterator[_Item]:
    """The lines of a passage that begin with a label."""
    text, start = candidate.passage.text, 0
    for line in text.split("\n"):
        if (found := _ITEM.match(line)) and not is_of_attendance(found["label"]):
            yield _Item(frozenset(stems(found["label"])), start, start + len(line), line)
        start += len(line) + 1


def _share(asked: Asked, candidate: Candidate, item: _Item) -> float:
    """The share of what is asked about that an item has, with the title of its minutes."""
    told = set(stems(f"{candidate.document.title}\n{item.text}"))
    return len(told & asked.term_idf.keys()) / max(len(asked.term_idf), 1)
