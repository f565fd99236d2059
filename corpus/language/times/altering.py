"""Altering: what was so until a day and what is so from then on, as two sentences or one tell it."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.kinds import Span
from corpus.language.times.parts import ANY_MONTH, YEAR
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load

_TABLE = load("holding")
_UNTIL_THEN = re.compile(rf"\W*{alternatives(_TABLE['until_then'])}\b", re.I)
_STAYS = re.compile(
    rf"\b{alternatives(_TABLE['stays'])}\b[^.;]{{0,120}}\b{alternatives(_TABLE['until_that'])}\W*$", re.I
)
_ABOUT = rf"(?:{alternatives(_TABLE['about'])}\s+){{0,2}}$"
_IN_PLACE_OF = re.compile(rf"\b{alternatives(_TABLE['in_place_of'])}\s+{_ABOUT}", re.I)
_ALTERED_FROM = re.compile(
    rf"\b(?:{alternatives(_TABLE['altered'])}|put\b[^.;]{{1,40}}?\b(?:up|down))\b[^.;]{{0,60}}?\bfrom\s+{_ABOUT}", re.I
)
_EARLIER: Final = _TABLE["earlier"]
_WAS_BEFORE = re.compile(
    rf"\W*{alternatives([*_EARLIER['before'], *_EARLIER['until']])}\s+(?:[\w]+\s+){{0,3}}?(?:{ANY_MONTH}|{YEAR}\b)"
    r"[^.;:]{0,80}?\b(?:was|were|had|used\s+to)\b",
    re.I,
)
_IS_NOW = re.compile(
    rf"\b(?:is|are|will|{alternatives([*_TABLE['asking']['now'], *_TABLE['after_that']])})\b|\bsince\W*$", re.I
)
_LEAD_CHARS: Final = 120
_SIGNS: Final = re.escape("".join(CURRENCY_SIGNS))
_AMOUNT: Final = rf"[{_SIGNS}]?\d[\d,]*(?:\.\d+)?(?:p\b|\s?%)?"
_FROM_TO = re.compile(
    rf"\b{alternatives(_TABLE['altered'])}\s+(?:[a-z]+\s+){{0,3}}?from\s+(?P<old>{_AMOUNT})\s+(?:[a-z]+\s+){{0,3}}?to\s+"
    rf"(?P<new>{_AMOUNT})",
    re.I,
)
_TO_ANOTHER = re.compile(rf"[^.;:\d]{{0,40}}?\bto\s+{_AMOUNT}", re.I)
_ON = re.compile(
    rf"\b(?:on|in|at|{alternatives(_TABLE['since'])})\s+(?:the\s+)?(?:(?:start|beginning)\s+of\s+)?$", re.I
)
_PARTED = re.compile(rf"[,;:]|\b{alternatives(_TABLE['until'])}\b", re.I)


def tells_until_then(sentence: str) -> bool:
    """Whether a sentence tells what is so until what the one before it tells.

    Args:
        sentence: such as "Until then it opens at 10am." and "The fee of £4 stays until then.".
    """
    return _UNTIL_THEN.match(sentence) is not None or _STAYS.search(sentence) is not None


def is_replaced(sentence: str, value: Span) -> bool:
    """Whether a value is told only as what was so before another, or beside it.

    Args:
        sentence: such as "Rents were last put up in 2023, from £48." and "every 20 minutes in place of every 30".
        value: where it stands in it.
    """
    first = max(0, value[0] - _LEAD_CHARS)
    leads = (lead.search(sentence, first, value[0]) for lead in (_IN_PLACE_OF, _ALTERED_FROM))
    return any(leads) and _TO_ANOTHER.match(sentence, value[1]) is None


def was_before(sentence: str) -> bool:
    """Whether a sentence only tells what was so before a date: "Before July the charge was 20p"."""
    return _WAS_BEFORE.match(sentence) is not None and _IS_NOW.search(sentence) is None


def altered_in(sentence: str) -> tuple[Span, Span] | None:
    """The value that was so and the one that is so then: "£6" and "£8" of "The fee rises from £6 to £8 on 1 May".

    Args:
        sentence: itself.

    Returns:
        Where both stand; None where it tells of no such change, or of several.
    """
    found = list(_FROM_TO.finditer(sentence))
    return (found[0].span("old"), found[0].span("new")) if len(found) == 1 else None


def begins_on(between: str) -> bool:
    """Whether what stands between a new value and a day says that it holds from then on: " a visit on ", " from ".

    Args:
        between: the words.
    """
    return _ON.search(between) is not None and not _PARTED.search(between)
