"""The tense of a sentence around a date without its year: whether it tells of what was, or of what is to come."""

from __future__ import annotations

import re
from typing import Literal

from corpus.language.context import before
from corpus.language.vocabulary import alternatives, load

Tense = Literal["coming", "present", "past", ""]

_CUES: dict[str, list[str]] = load("dates")["tense"]
_CHARS = 100
_AFTER_CHARS = 60
_COMING = re.compile(rf"\b{alternatives(_CUES['coming'])}\b[^.!?;]*$", re.I)
_MOVED = re.compile(rf"\b{alternatives(_CUES['moved'])}\s+(?:to|until|till|for)\s+(?:the\s+)?$", re.I)
_SINCE = re.compile(r"\b(?:since|ago)\s+(?:the\s+)?$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.I)
_CUE = re.compile(
    rf"\b(?:(?P<past>{alternatives(_CUES['past'])}\b(?:\s+(?:been\s+)?\w+)?"
    r"|(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bfor\s)(?<!\bthe\s)(?<!\bof\s)(?<!\ball\s)(?<!\ban\s)(?<!\ba\s)[a-z]{2,}(?<!e)ed)"
    rf"|(?P<present>{alternatives(_CUES['present'])})(?!\s+of\b))\b",
    re.I,
)
"""A verb, "been open" and the like with what stands after it; "is closed" and "licensed" before a noun are none."""
_EVERY = alternatives(_CUES["every"])
_YEARLY = re.compile(rf"\b(?:{alternatives(_CUES['yearly'])}|{_EVERY}\s+\w+\s+years)\b|\b{_EVERY}\s+$", re.I)
_STOP = re.compile(r"[.!?;](?!\d)")


def tense(text: str, start: int, end: int) -> Tense:
    """What the sentence says of a day that stands in it.

    Returns:
        "coming" after words such as "will"; else what the nearest verb is in: "present" may speak of the past and of
        what comes ("the fee is due from 1 May"), so the nearer is meant; "" where no verb tells.
    """
    if before(_COMING, text, start, _CHARS):
        return "coming"
    if before(_MOVED, text, start, _CHARS):
        return "present"
    if before(_SINCE, text, start):
        return "past"
    lead, rest = _sentence(text, start, end)
    cues = list(_CUE.finditer(lead))
    cue = cues[-1] if cues else _CUE.search(rest)
    if cue is None:
        return "present" if before(_FROM, text, start) else ""
    return "past" if cue["past"] else "present"


def is_yearly(text: str, start: int, end: int) -> bool:
    """Whether the sentence says of a day that it comes every year."""
    return any(_YEARLY.search(part) for part in _sentence(text, start, end))


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place in its sentence, as far as it may tell of it."""
    lead = text[max(0, start - _CHARS) : start]
    stops = [match.end() for match in _STOP.finditer(lead)]
    rest = text[end : end + _AFTER_CHARS]
    stop = _STOP.search(rest)
    return lead[stops[-1] if stops else 0 :], rest[: stop.start() if stop else None]
