"""Replacing: what took the place of the ferry is neither the ferry nor what the ferry took the place of."""

from __future__ import annotations

import re
from typing import Final, Literal

from corpus.language.kinds import Span
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

Side = Literal["new", "old"]

_TABLE = load("replacing")
_THING: Final = r"\s+(?:the\s+|an?\s+|our\s+|its\s+|their\s+)?(?P<thing>[^?.,;]{3,60}?)"
_ENDS: Final = r"\s*[?.!]*\s*$"
_ASKED: Final[tuple[tuple[Side, re.Pattern[str]], ...]] = (
    ("new", re.compile(rf"{alternatives(_TABLE['asks_new'])}{_THING}{_ENDS}", re.I)),
    (
        "new",
        re.compile(
            rf"{alternatives(_TABLE['asks_new_of'])}{_THING}\s+(?:being\s+|to\s+be\s+)?"
            rf"{alternatives(_TABLE['replaced'])}{_ENDS}",
            re.I,
        ),
    ),
    ("old", re.compile(rf"{alternatives(_TABLE['asks_old'])}{_THING}{_ENDS}", re.I)),
    (
        "old",
        re.compile(
            rf"{alternatives(_TABLE['asks_old_of'])}{_THING}(?<!\sto)\s+{alternatives(_TABLE['replace'])}{_ENDS}",
            re.I,
        ),
    ),
)
_LINK = re.compile(
    rf"\b(?:(?P<old_first>{alternatives(_TABLE['old_first'])})|(?P<of_it>{alternatives(_TABLE['of_it'])})"
    rf"|(?P<new_first>{alternatives(_TABLE['new_first'])}))\b",
    re.I,
)
_CHANGING = re.compile(rf"\b{alternatives(_TABLE['changing'])}\b", re.I)


def is_other_side(question: str, sentence: str, quote: Span, around: str) -> bool:
    """Whether a question asks what took the place of a thing, or whose place it took, and words tell the other way.

    So do words that are only the thing itself, and a sentence that tells of no change.

    Args:
        question: such as "What took the place of the ferry?".
        sentence: such as "The footbridge replaced the ferry in 1931."
        quote: where the words stand in it that may answer.
        around: the sentences before and after it in its paragraph.
    """
    asked = _asked(question)
    if asked is None:
        return False
    side, thing = asked
    told = frozenset(stems(sentence[slice(*quote)]))
    if told and told <= thing:
        return True
    links = list(_LINK.finditer(sentence))
    if not links:
        return not (_CHANGING.search(sentence) or _LINK.search(around))
    return all(_tells_other(sentence, link, side, thing, quote) for link in links)


def _asked(question: str) -> tuple[Side, frozenset[str]] | None:
    """Which of two a question asks for, and the stems of the other one; None for another question."""
    for side, pattern in _ASKED:
        if (found := pattern.search(question)) and (thing := frozenset(stems(found["thing"]))):
            return side, thing
    return None


def _tells_other(sentence: str, link: re.Match[str], side: Side, thing: frozenset[str], quote: Span) -> bool:
    """Whether the thing stands on the side of a link that is asked for, and not on its own, or words on its own.

    Where a sentence begins with the link, as with "Instead of the ferry", the old one stands right behind it.
    """
    before, after = (0, link.start()), (link.end(), len(sentence))
    is_new_first = link["old_first"] is None
    if link["new_first"] and not stems(sentence[slice(*before)]):
        behind = " ".join(sentence[slice(*after)].split()[: len(thing) + 1])
        return _names(behind, thing) is (side == "old")
    wanted, own = (before, after) if is_new_first == (side == "new") else (after, before)
    if link["of_it"]:
        return side == "old" or _names(sentence[slice(*before)], thing)
    is_turned = _names(sentence[slice(*wanted)], thing) and not _names(sentence[slice(*own)], thing)
    return is_turned or (own[0] <= quote[0] and quote[1] <= own[1])


def _names(words: str, thing: frozenset[str]) -> bool:
    """Whether some words have most of what a thing is called."""
    return len(thing.intersection(stems(words))) * 2 > len(thing)
