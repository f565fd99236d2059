"""The imprint: the lines below a title that say, part by part, which edition a document is and from when it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from corpus.language.times.parts import WEEKDAY
from corpus.language.vocabulary import alternatives, load
from corpus.metadata.days import PlacedDay, begins_with_day, ends_with_day, first_months, single_days, single_months
from corpus.metadata.other_days import leads_elsewhere

_WORDS = load("metadata")
_IMPRINT = _WORDS["imprint"]
_NUMBERED: Final = alternatives(_WORDS["decided"]["numbered"])
EDITION_LABELS: Final = (
    *_WORDS["published"]["labels"],
    *_WORDS["updated"]["labels"],
    *_WORDS["decided"]["labels"],
    *_IMPRINT["made"],
)
"""What labels the day on which a document was published, changed, decided on or made."""
_LABELS: Final = alternatives([*EDITION_LABELS, *_IMPRINT["changed"], *_IMPRINT["in_force"]])
_LED: Final = rf"(?i:(?:last\s+)?{_LABELS}\b|{_NUMBERED}\s*\d)"
LEADERS: Final = re.compile(r"(?<!\s)\s*(?:\. ?){4,}\s*")
"""The full stops that lead from a label to its value."""
_APART = re.compile(
    rf"\s{{3,}}|\s*[|;•·]\s*|\s+[–—-]\s+|\s*\(|,\s+(?={_LED})"
    rf"|(?<=[\w.)*])\s+(?=[A-Z][a-z]+(?:\s[a-z]+){{0,2}}:\s)|(?<=[\w.)*])\s+(?=[A-Z])(?={_LED})"
)
_GOES_ON = re.compile(rf"\b(?i:{alternatives(_IMPRINT['goes_on'])})$")
_OF_OTHERS = re.compile(rf"\W*{alternatives(_IMPRINT['of_others'])}\b", re.I)
_LEAD_END: Final = rf"(?:\s+(?:on|in))?\s*[:,–—-]?\s+(?:{WEEKDAY},?\s+)?$"
_BY: Final = r"(?:\s+(?:by|to|at)\s+(?:the\s+)?[^\d.:;|]{2,60}?)?"
_FIRST: Final = rf"[\W_]{{0,4}}(?:{alternatives(_WORDS['updated']['first_words'])}\s+(?:was|is|has\s+been)\s+)?"
_CHANGED = re.compile(rf"{_FIRST}{alternatives(_IMPRINT['changed'])}{_LEAD_END}", re.I)
_MADE = re.compile(rf"{_FIRST}{alternatives(_IMPRINT['made'])}{_BY}{_LEAD_END}", re.I)
_IN_FORCE = re.compile(rf"{_FIRST}{alternatives(_IMPRINT['in_force'])}(?:\s+(?:from|on|since))?\s*:?\s+$", re.I)
_VERSION = re.compile(rf"\W*{_NUMBERED}\.?\s*\d+(?:\.\d+)*\W*", re.I)
_END = re.compile(r"[\s*_]*(?:$|[.;:()]|(?:by|at)\b|,?\s*\S+(?:\s+\S+){0,2}$)")
_ALONE = re.compile(r"\W*$")
_BEFORE_ALONE = re.compile(rf"[\s*_]*(?:{WEEKDAY},?\s+)?$", re.I)
_THIS_IS = re.compile(r"[\s*_]*(?:this\s+is\s+(?:the|our)\s+)?$", re.I)
_EDITION = re.compile(rf"\s+{alternatives(_IMPRINT['editions'])}[\s*_]*(?:$|[.;:(]|\s*,)", re.I)
_BY_LINES = 3


def parts_of(line: str) -> tuple[str, ...]:
    """What a line says, one thing after the other: "Version 5", "issued 24 August 2026", "Owner: Ada Moor".

    A line that says what others have published ("Source: Census. Published 12 February 2024") is one part.

    Args:
        line: as it is written, columns parted by three spaces or more, and leaders of full stops in it.
    """
    if _OF_OTHERS.match(line):
        return (" ".join(line.split()),)
    parts: list[str] = []
    for part in _APART.split(LEADERS.sub(": ", line.strip().lstrip("#> "))):
        if parts and _GOES_ON.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        elif part.strip():
            parts.append(part)
    return tuple(" ".join(part.split()) for part in parts)


def day_imprinted(lines: Sequence[tuple[str, ...]]) -> date | None:
    """The day that an imprint gives as that of the last changes, or else as that on which the edition was made."""
    return next(_labelled(lines, _CHANGED, single_days), None) or next(_labelled(lines, _MADE, single_days), None)


def month_imprinted(lines: Sequence[tuple[str, ...]]) -> date | None:
    """The last day of the month that an imprint gives of an edition, or else of the day from which it is in force."""
    ways = (
        _labelled(lines, _CHANGED, single_months),
        _labelled(lines, _MADE, single_months),
        _of_version(lines),
        _of_byline(lines, single_months),
        _labelled(lines, _IN_FORCE, first_months),
    )
    return next((month for way in ways for month in way), None)


def day_of_byline(lines: Sequence[tuple[str, ...]]) -> date | None:
    """The only day that stands alone among the parts of one of the first lines: "Budget | Ada Moor | 1 May 2026"."""
    return next(_of_byline(lines, single_days), None)


def _of_byline(lines: Sequence[tuple[str, ...]], placed_in: Callable[[str], Sequence[PlacedDay]]) -> Iterator[date]:
    """The days or months that stand alone among the parts of one of the first lines, where there is one of them.

    Beside another they are an end of a longer time: "Term: 7 September – 18 December 2026".
    """
    for parts in lines[:_BY_LINES]:
        alone = [
            placed.day
            for above, part, below in zip(("", *parts), parts, (*parts[1:], ""), strict=False)
            for placed in placed_in(part)
            if _is_alone(part, placed)
            and not (leads_elsewhere(above) or ends_with_day(above) or begins_with_day(below))
        ]
        if len(alone) == 1 < len(parts):
            yield alone[0]


def _of_version(lines: Sequence[tuple[str, ...]]) -> Iterator[date]:
    """The months that stand alone after the number of a version."""
    for parts in lines:
        for version, part in pairwise(parts):
            for placed in single_months(part) if _VERSION.fullmatch(version) else ():
                if not part[: placed.start].strip(" *_") and _END.match(part, placed.end):
                    yield placed.day


def edition_imprinted(lines: Sequence[tuple[str, ...]], placed_in: Callable[[str], Sequence[PlacedDay]]) -> date | None:
    """The day, month or season by which an imprint calls the edition that it is of: "September 2026 edition"."""
    named = (
        placed.day
        for parts in lines
        for part in parts
        for placed in placed_in(part)[:1]
        if _THIS_IS.match(part, 0, placed.start) and _EDITION.match(part, placed.end)
    )
    return next(named, None)


def _is_alone(part: str, placed: PlacedDay) -> bool:
    return bool(_BEFORE_ALONE.match(part, 0, placed.start) and _ALONE.match(part, placed.end))


def _labelled(
    lines: Sequence[tuple[str, ...]], label: re.Pattern[str], placed_in: Callable[[str], Sequence[PlacedDay]]
) -> Iterator[date]:
    for part in (part for parts in lines for part in parts):
        for placed in placed_in(part)[:1]:
            if label.match(part, 0, placed.start) and _END.match(part, placed.end):
                yield placed.day
