"""Attendance: who sent apologies is told neither by who came nor by who was in the chair, nor by another meeting."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language.kinds import TEXTS_KEPT
from corpus.language.vocabulary import alternatives, load

_TABLE = load("attendance")
_ABSENT = re.compile(rf"\b{alternatives(_TABLE['absent'])}(?!\w)".replace("'", "['’]"), re.I)
_NO_ABSENCE = re.compile(rf"\b{alternatives(_TABLE['no_absence'])}\b", re.I)
_ASKS_CHAIR, _CHAIR = (re.compile(rf"\b{alternatives(_TABLE[name])}\b", re.I) for name in ("asks_chair", "chair"))
_LABELS = frozenset[str](_TABLE["labels"])
_MEETINGS = {kind: re.compile(rf"\b{alternatives(names)}\b", re.I) for kind, names in _TABLE["meetings"].items()}
_SAYING = re.compile(rf"\bwho\s+{alternatives([*load('speakers')['saying'], 'told'])}\b", re.I)
_WHO = re.compile(r"\b(?:who|whom|whose|which\s+[\w-]+)\b", re.I)

_ANNUAL = frozenset({"annual", "parish"})
"""Both are held once a year, and told apart by whose they are."""


def lacks_absence(question: str, said: str) -> bool:
    """Whether a question asks who was not at a meeting, and what is said tells of nobody's absence.

    Args:
        question: such as "Who gave apologies?".
        said: the sentence with what it stands under, such as "Present: Ada Moor and Ben Rowe".
    """
    if _SAYING.search(question):
        return False
    return _WHO.search(question) is not None and _tells_absence(question) and not _tells_absence(said)


def lacks_chair(question: str, said: str) -> bool:
    """Whether a question asks who chaired a meeting, and what is said tells of nobody in the chair."""
    return _ASKS_CHAIR.search(question) is not None and not _CHAIR.search(said)


def is_of_another_meeting(question: str, sentence: str, above: str) -> bool:
    """Whether a question asks of one kind of meeting, and a sentence stands in the minutes of one of another kind.

    Args:
        question: such as "Who gave apologies at the annual meeting?".
        sentence: such as "Apologies: Ada Moor"; it may name that meeting.
        above: what it stands under, such as "Minutes of the Ordinary Meeting".
    """
    asked, told = _meetings(question), _meetings(above)
    return bool(asked and told) and asked.isdisjoint(told | _meetings(sentence))


def is_of_other_annual_meeting(question: str, sentence: str, above: str) -> bool:
    """Whether a question asks of an annual parish meeting, and a sentence is on a council's, or the other way round.

    Args:
        question: such as "When is the annual parish meeting?".
        sentence: such as "The annual meeting of the Council is in May."
        above: what it stands under.
    """
    asked, named = _meetings(question), _meetings(sentence)
    return bool(asked and named) and asked | named <= _ANNUAL and asked.isdisjoint(named | _meetings(above))


@lru_cache(maxsize=TEXTS_KEPT)
def _meetings(text: str) -> frozenset[str]:
    """The kinds of meeting that a text names."""
    return frozenset(kind for kind, named in _MEETINGS.items() if named.search(text))


def _tells_absence(text: str) -> bool:
    return _ABSENT.search(_NO_ABSENCE.sub(" ", text)) is not None


def is_of_attendance(label: str) -> bool:
    """Whether a label stands before who was at a meeting: "Present", "In attendance"."""
    return label.casefold() in _LABELS
