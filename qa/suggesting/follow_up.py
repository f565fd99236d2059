"""Follow-up questions: "What about Redcar?" is the question before it with the other name or time in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.language.names import bare_words
from corpus.language.vocabulary import alternatives, load
from qa.query import Interpretation
from qa.query.coverage import Period
from qa.query.entities import Name
from qa.query.tokens import SMALL_WORDS

_TABLE, _HALVES = load("follow_ups"), load("halves")
_ASKING = frozenset[str](_HALVES["asking"]) | frozenset[str](_HALVES["auxiliaries"])
_LEAD = re.compile(
    rf"\W*{alternatives(_TABLE['leads'])}\s+(?:{alternatives(_TABLE['between'])}\s+)?(?P<about>\S.*?)[\s?.!]*",
    re.I | re.S,
)
_BEFORE_YEAR = re.compile(rf"\b(?:{alternatives(_TABLE['before_years'])})\s+$", re.I)
_YEAR = re.compile(r"\d{4}")
"""A year that is far off is read as one behind "in" alone."""
_END = re.compile(r"[\s?.!]*$")
MOST_CHARS: Final = 100
"""What is longer names no other subject or time but asks another question."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that goes on from the one before.

    Attributes:
        said: it, as it was typed.
        before: the question before it.
        question: all of what it asks; "" where that cannot be told.
        why: why it cannot be told, in a sentence; "" where it can.
    """

    said: str
    before: str
    question: str = ""
    why: str = ""


def follow_up(said: str, before: str, read: Callable[[str], Interpretation]) -> FollowUp | None:
    """What a question asks that goes on from the one before; None where it does not go on.

    The name, the time, or both, that it gives stand in the place of the one name or time of the question before. A year
    is put at its end where it has none.

    Args:
        said: the question.
        before: the question before it.
        read: understands a question.
    """
    match = _LEAD.fullmatch(said) if before.strip() and len(said) <= MOST_CHARS else None
    if match is None:
        return None
    about = f"in {match['about']}" if _YEAR.fullmatch(match["about"]) else match["about"]
    other, earlier = read(about), read(before)
    times, rest = other.periods, _without(about, other.periods)
    names = other.names if rest else ()
    if not (times or rest) or _asks_by_itself(rest, names):
        return None
    changes: list[tuple[int, int, str]] = []
    if rest:
        name = _to_replace(earlier.names, names)
        if name is None or len(names) > 1:
            return FollowUp(said, before, why=_why(earlier.names, "name"))
        changes.append((name.start, name.end, rest + _ending(before[name.start : name.end])))
    if times:
        place = _time_place(before, earlier.periods)
        if place is None or len(times) > 1:
            return FollowUp(said, before, why=_why(earlier.periods, "time"))
        changes.append(_timed(before, place, times[0].text))
    return FollowUp(said, before, _changed(before, changes))


def can_follow(read: Interpretation) -> bool:
    """Whether a question has a name or a time that another may take the place of."""
    return _to_replace(read.names, ()) is not None or len(read.periods) == 1


def _without(about: str, times: Sequence[Period]) -> str:
    """What is left of some words without the times in them, and without what leads to these."""
    for time in reversed(times):
        about = _BEFORE_YEAR.sub("", about[: time.start]) + about[time.end :]
    return about.strip(" ,;")


def _asks_by_itself(rest: str, names: Sequence[Name]) -> bool:
    """Whether words are more than a name: they ask, as "who led it" does, or are small words without any name."""
    words = set(bare_words(rest))
    return bool(words & _ASKING) or (not names and bool(words & SMALL_WORDS))


def _to_replace(names: Sequence[Name], others: Sequence[Name]) -> Name | None:
    """The one name that another takes the place of; of several the one that documents are called by."""
    called = [name for name in names if name.documents]
    likely = called or list(names)
    if len(likely) > 1 and others:
        likely = [name for name in likely if bool(name.documents) == bool(others[0].documents)]
    return likely[0] if len(likely) == 1 else None


def _time_place(before: str, times: Sequence[Period]) -> tuple[int, int] | None:
    """Where another time goes: in the place of the only one, or at the end where there is none."""
    if len(times) > 1:
        return None
    end = _END.search(before)
    return (times[0].start, times[0].end) if times else (end.start() if end else len(before),) * 2


def _timed(before: str, place: tuple[int, int], time: str) -> tuple[int, int, str]:
    """A time put in its place, with "in" before a year and nothing before "last year"."""
    start, end = place
    is_written = time[:1].isdigit() or time[:1].isupper()
    if start == end:
        return start, end, f" in {time}" if is_written else f" {time}"
    lead = _BEFORE_YEAR.search(before[:start])
    return (lead.start() if lead and not is_written else start), end, time


def _ending(typed: str) -> str:
    return typed[-2:] if typed.endswith(("'s", "’s")) else ""


def _changed(before: str, changes: Sequence[tuple[int, int, str]]) -> str:
    for start, end, words in sorted(changes, reverse=True):
        before = before[:start] + words + before[end:]
    return before


def _why(found: Sequence[object], what: str) -> str:
    count = f"more than one {what}" if len(found) > 1 else f"no {what}"
    return f"The question before it has {count} that the other could take the place of. Ask the whole question."
