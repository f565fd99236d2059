"""A question without words that somebody does not want it asked by: "How was Redcar rated?" without "in 2018"."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.times.dates import find_times
from corpus.language.vocabulary import alternatives, load
from qa.query.tokens import SMALL_WORDS

_BEFORE = [*load("holding")["asking"]["time_leads"], *load("follow_ups")["between"]]
_JOINING = frozenset[str](load("contrasts")["joining"])
_LEAD: Final = rf"(?<!\w){alternatives(_BEFORE)}\s+(?:the\s+)?"
_ENDS: Final = rf"(?=\s*(?:[?.!,;]|$)|\s+{alternatives(SMALL_WORDS)}(?!\w))"
_WORD: Final = re.compile(r"[\w'’-]+")
_LEAST_WORDS: Final = 2


def without_words(question: str, words: str) -> str:
    """The question without some words, and without what leads to them.

    Args:
        question: as it was typed.
        words: some of its own. A time is left out wherever it stands, and what may be a name where it ends what a word
            such as "in" begins.

    Returns:
        The question; "" where the rest may be none, as of "Was it open in 2018 and 2019?" without one of the two.
    """
    said = r"\s+".join(map(re.escape, words.split()))
    if not said:
        return ""
    led = re.search(rf"{_LEAD}{said}{_ENDS}", question, re.I)
    alone = re.search(rf"(?<![\w'’-]){said}(?![\w'’-])", question, re.I) if not led and _is_time(words) else None
    if (match := led or alone) is None:
        return ""
    before, after = question[: match.start()].rstrip(), question[match.end() :].lstrip()
    last, following = ["", *_WORD.findall(before.lower())][-1], [*_WORD.findall(after.lower()), ""][0]
    is_listed = not _JOINING.isdisjoint((last, following)) or following[:1].isdigit()
    if is_listed or (alone and last in SMALL_WORDS and last != "the"):
        return ""
    left = _joined(before, after)
    return left if len(_WORD.findall(left)) >= _LEAST_WORDS else ""


def _is_time(words: str) -> bool:
    return any(time.end == len(words) for time in find_times(words))


def _joined(before: str, after: str) -> str:
    """What stands before and after words that are left out, with a capital where these began it."""
    if not before:
        after = after.lstrip(",;: ")
        return after[:1].upper() + after[1:]
    return f"{before}{' ' if _WORD.match(after) else ''}{after}"
