"""Short forms: whether a question asks what one stands for, and where a text says so: "community fund (CF)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.language.folding import fold, searchable
from corpus.language.kinds import Span
from corpus.language.vocabulary import alternatives, load

_TABLE = load("acronyms")
_MEANING = re.compile(
    rf"\b(?:{alternatives(_TABLE['meaning'])}|{alternatives(_TABLE['doing'])}\b[^?]{{1,80}}(?<!\bthe\s)\bmean|what\s+[^?]{{1,40}}\bmeans(?=\W*$))\b",
    re.I,
)
_SMALL = frozenset[str](load("names")["connectors"])
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORT_AFTER = re.compile(r"\((?:the\s+)?[\"'“‘]?(?P<short>[^\W\d_]{2,8}?)s?[\"'”’]?\)")
_SHORT_BEFORE = re.compile(r"(?<!\w)(?P<short>[^\W\d_]{2,8}?)s?\s{1,3}\((?P<long>[^()\n]{4,120})\)")
_LONGEST_CHARS = 120
"""A long form is no longer than this."""


def asks_meaning(question: str) -> bool:
    """Whether a question asks what something stands for: "What does CF mean?"."""
    return _MEANING.search(question) is not None


def meaning_asked_for(question: str, text: str) -> Span | None:
    """Where a text first says what a short form stands for that a question asks after, with both forms.

    Args:
        question: such as "What does CF stand for?".
        text: such as "Grants are made by the community fund (CF).".

    Returns:
        None where the question asks for no such thing, or the text does not say it.
    """
    if not asks_meaning(question):
        return None
    folded = fold(text)
    asked = {_singular(word) for word in _WORD.findall(searchable(question))}
    found = min(_long_forms(folded.text, asked), default=None)
    return folded.span(*found) if found else None


def _long_forms(text: str, asked: Collection[str]) -> Iterator[Span]:
    """Where long forms of some words stand, each with its short one in brackets, or in brackets after that."""
    for match in _SHORT_AFTER.finditer(text):
        if _singular(match["short"]) in asked and (start := _long_before(text, match)) is not None:
            yield start, match.end()
    for match in _SHORT_BEFORE.finditer(text):
        if _singular(match["short"]) in asked and _spells(_WORD.findall(match["long"]), match["short"].casefold()):
            yield match.span()


def _long_before(text: str, short: re.Match[str]) -> int | None:
    """Where the words begin, two or more, that stand before a short form in their line and spell it; else None."""
    first = max(short.start() - _LONGEST_CHARS, 0)
    first = max(first, *(text.rfind(end, first, short.start()) + 1 for end in "\n()"))
    words = list(_WORD.finditer(text, first, short.start()))
    for place in reversed(range(len(words) - 1)):
        if _spells([word[0] for word in words[place:]], short["short"].casefold()):
            return words[place].start()
    return None


def _spells(words: Sequence[str], short: str) -> bool:
    """Whether words spell a short form in small letters: each gives the letters that it begins with, or is small.

    So "special educational needs coordinator" spells "senco", and "head of service" both "hs" and "hos".
    """
    reached = {0}
    for place, word in enumerate(words, start=1):
        first = word.casefold()
        ends = {
            at + letters
            for at in reached
            for letters in range(1, len(short) - at + 1)
            if first.startswith(short[at : at + letters])
        }
        reached = ends | reached if first in _SMALL and place < len(words) else ends
    return len(short) in reached


def _singular(word: str) -> str:
    return word.casefold().removesuffix("s")
