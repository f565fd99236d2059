"""Later papers: words are no surer than not where later ones tell of the same item or state, which are pointed to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.language.persons.attendance import is_of_attendance
from corpus.language.words import stems
from qa.answer import Notice
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.choosing.statements import READ, Statement
from qa.citing.citation import flattened
from qa.held.valued import sentence_spans
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import day_told, is_later, tells_events

_ITEM: Final = re.compile(r"\W*(?:\d[\d./]*[.)]?\s+)?(?P<label>[A-Z][^.:;,|\n]{2,48})[.:]\s")
"""An item of minutes with its label: "53. Youth shelter. The Council declined"."""
_SAME_MATTER: Final = 0.6
"""A later item is of the same matter when it has so much of what is asked about; set by hand."""
_SAME_STATE: Final = 0.75
"""So is a later sentence when it has so much: all but the word of four that says how it is; set by hand."""


def of_later(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where a later paper of the same body tells of the same matter, with a notice.

    What an item of minutes says may have been changed by the next ("Minute 53 was reconsidered"), and whether the lift
    works by a newer letter.

    Args:
        course: of the question, which is of what is so now.
        chosen: its passages in order.
    """
    asked = course.asked
    first = chosen.ranking.candidates[0]
    if not chosen.confidence.probability or chosen.timeline or asked.query.interpretation.order:
        return chosen
    after = [one for one in chosen.ranking.candidates[:READ] if is_later(asked, first.document, one.document)]
    found = _same_item(asked, chosen, after) if tells_events(first.document) else None
    if found is None and asked.answer_type == "yes_no":
        found = _same_state(asked, chosen, after)
    if found is None:
        return chosen
    return replace(chosen.as_one_of_two(), notices=(*chosen.notices, Notice("later", found)))


def _same_item(asked: Asked, chosen: Chosen, after: Sequence[Candidate]) -> str | None:
    """That later minutes have an item of the name and matter of the one that answers; None where none have.

    Args:
        asked: the question.
        chosen: its passages in order.
        after: those of them that are of later papers.
    """
    items = _items(chosen.ranking.candidates[0])
    own = next((item for item in items if item.start <= chosen.spans[0].sentence[0] < item.end), None)
    later = [
        (candidate, item)
        for candidate in after
        for item in (_items(candidate) if own else ())
        if own and item.label == own.label and _share(asked, f"{candidate.document.title}\n{item.text}") >= _SAME_MATTER
    ]
    if not later:
        return None
    candidate, item = max(later, key=lambda one: one[0].document.day)
    return f"A later paper, of {day_told(candidate.document)}, has an item of this name: “{flattened(item.text)}”"


def _same_state(asked: Asked, chosen: Chosen, after: Sequence[Candidate]) -> str | None:
    """That a later paper has a sentence with nearly all that is asked about; None where none has.

    Args:
        asked: the question, of yes or no.
        chosen: its passages in order.
        after: those of them that are of later papers.
    """
    own = stems(Statement(chosen.ranking.candidates[0], chosen.spans[0]).sentence)
    told = (
        (candidate.document.day, _share(asked, f"{candidate.passage.heading}\n{words}"), words, candidate)
        for candidate in after
        for words in (candidate.passage.text[slice(*span)] for span, _ in sentence_spans(asked, candidate))
        if stems(words) != own
    )
    later = [one for one in told if one[1] >= _SAME_STATE]
    if not later:
        return None
    *_, words, candidate = max(later, key=lambda one: one[:2])
    return f"A later paper, of {day_told(candidate.document)}, tells of this too: “{flattened(words)}”"


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


def _share(asked: Asked, words: str) -> float:
    """The share of what is asked about that some words have."""
    told = set(stems(words))
    return len(told & asked.term_idf.keys()) / max(len(asked.term_idf), 1)
