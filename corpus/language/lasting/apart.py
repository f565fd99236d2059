"""Apart: where a sentence goes on to tell of another, by a clause or by a value that has its own time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.language.kinds import TEXTS_KEPT, Span
from corpus.language.nearness import clause_ends
from corpus.language.times.parts import ANY_MONTH, YEAR
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load

_TABLE = load("holding")
AMOUNT: Final = (
    rf"(?!\d{{1,2}}(?:st|nd|rd|th)?\s+{ANY_MONTH}|{YEAR}\b)(?:[{re.escape(''.join(CURRENCY_SIGNS))}]?\d\S{{0,12}}"
    rf"|{alternatives(_TABLE['asking']['hours'])}\b)"
)
"""A sum, a number or an hour; no day of a month, and no year."""
FEW_WORDS: Final = r"(?:\s+[^\s,;()]{1,20}){0,4}?"
_ENDED_BY = alternatives([*_TABLE["since"], "until", "till"])
_GOING_ON = alternatives(_TABLE["going_on"])
_NOW = alternatives(_TABLE["asking"]["now"])
_TIMED = (
    rf"{AMOUNT}(?:\s+(?!(?:for|with|if|and|to)\b)[^\s,;()]{{1,20}}){{0,3}}?\s+(?:{_NOW}|{_ENDED_BY}|(?:this|last)\s+[a-z]|"
    rf"(?:in|by|on)\s+(?:the\s+)?(?:[^\s,;()]{{1,20}}\s+){{0,2}}?(?:{ANY_MONTH}|{YEAR}\b))"
)
"""A value with words for its time behind it, and none that tell for whom or what it is."""
_OF_YEAR = rf"\((?:(?:in|for)\s+)?{YEAR}(?:[/–-]\d{{2,4}})?\s*[:,]?\s+(?:it\s+was\s+)?{AMOUNT}"
"""In brackets another year with its value."""
_BESIDE_YEAR = re.compile(_OF_YEAR)
_OWN_TIME = re.compile(
    rf"(?<!\s)(?:,?\s+(?=(?:and|but)\s+(?:{_GOING_ON}\s+){{0,4}}?{_TIMED}|(?:and|but)\s+{_NOW}\s+(?:{_GOING_ON}\s+){{0,3}}?{AMOUNT})"
    rf"|,\s+(?=(?:{_GOING_ON}\s+){{1,3}}?{_TIMED})|,?\s+(?={alternatives(_TABLE['compared_with'])}\s+{_TIMED})"
    rf"|\s+(?=to\s+{_TIMED})"
    rf"|\s+(?={_OF_YEAR})"
    rf"|\s+(?=when\s+(?:it|they|this)\s+(?:was|were)\s+{alternatives(_TABLE['altered'])}\s+to\s+{AMOUNT}))"
)
"""Before a value that has its own time, where another stands before: "£4 until 2019 and is £6 now", "40 (2021: 31)"."""
_VALUED = re.compile(rf"(?<![\w.,/:–-]){AMOUNT}")
_FROM_TIMED = re.compile(rf"(?:^|\bfrom\s+(?:[a-z]+\s+){{0,2}}?){_TIMED}", re.I)
_BESIDE = [word for words in ("compared_with", "in_place_of", "until_that", "before_that") for word in _TABLE[words]]
_COMPARED = re.compile(rf"{_OF_YEAR}|{alternatives(_BESIDE)}\b")
_BEFORE = re.compile(
    rf"{AMOUNT}{FEW_WORDS}\s+{alternatives(_TABLE['earlier']['before'])}\s+(?:the\s+)?(?:[^\s,;()]{{1,20}}\s+){{0,2}}?(?:{ANY_MONTH}|{YEAR}\b)"
)
_BARE = re.compile(rf"(?:and|but)\s+{AMOUNT}")
_OF_TIME = re.compile(_TIMED)
"""Before "and" and a bare value stands one with a time too: "£3 in 2019 and £5 in 2022"; not "£4 and £2 from May"."""
_BETWEEN = re.compile(r"\bbetween\s+\S+$", re.I)
_VALUED_APART = re.compile(
    rf"(?<!\s)(?:(?:[,;]\s+|\s+\()(?:then\s+(?=[{re.escape(''.join(CURRENCY_SIGNS))}]\d)"
    rf"|(?={AMOUNT}{FEW_WORDS}\s+(?i:{_ENDED_BY})\s+(?:the\s+)?[A-Z\d]))"
    rf"|(?:[,;]\s+|\s+\(|,?\s+(?=(?:and|but|then)\b))(?:and\b,?\s+|but\b,?\s+|then\b,?\s+)?"
    rf"(?=(?:{_ENDED_BY})\s+(?:the\s+)?(?:[^\s,;:()]{{1,20}}\s+){{0,4}}[^\s,;:()]{{1,20}}[,:]?\s+(?:at\s+)?{AMOUNT})"
    rf"|(?:,?\s+and\s+|[,;]\s+|\s+\()(?:then\s+)?(?={AMOUNT}{FEW_WORDS}\s+{alternatives(_TABLE['after_that'])}\b)"
    rf"|\s+(?={alternatives(_TABLE['in_place_of'])}\s+{AMOUNT}))"
)
"""Before another value that has its own time: "£21 a month, £24 from January 2027", "7am, and from May 8am"."""
_SEMICOLON = re.compile(r";\s+(?=\S)")


@lru_cache(maxsize=TEXTS_KEPT)
def parts_of(sentence: str) -> tuple[Span, ...]:
    """A sentence cut where clauses begin with "and" or "but", after semicolons, and before a value of another time."""
    stops = {stop for stop in clause_ends(sentence) if sentence.startswith(("and ", "but "), stop)}
    stops.update(match.end() for match in _VALUED_APART.finditer(sentence))
    stops.update(match.end() for match in _SEMICOLON.finditer(sentence))
    stops.update(_of_own_time(sentence))
    return tuple(pairwise([0, *sorted(stops), len(sentence)]))


def values_apart(sentence: str) -> bool:
    """Whether a sentence gives a value beside another that has its own time: "7am, 8am from November 2025"."""
    return _VALUED_APART.search(sentence) is not None or any(_of_own_time(sentence))


def _of_own_time(sentence: str) -> Iterator[int]:
    """Where a value begins that has its own time behind another."""
    for match in _OWN_TIME.finditer(sentence):
        is_bare = _BARE.match(sentence, match.end()) is not None
        first = _FROM_TIMED if sentence.startswith("to ", match.end()) else _OF_TIME if is_bare else _VALUED
        if first.search(sentence, 0, match.start()) and not _BETWEEN.search(sentence, 0, match.start()):
            yield match.end()


def has_value(part: str) -> bool:
    """Whether a part of a sentence has a sum, a number or an hour."""
    return _VALUED.search(part) is not None


def is_beside(sentence: str, start: int) -> bool:
    """Whether a part of a sentence tells only what it is compared with: "40 (2021: 31)", "40, up from 31 in 2021".

    Args:
        sentence: itself.
        start: where the part begins.
    """
    return _COMPARED.match(sentence, start) is not None


def beside_year(sentence: str, words: Span) -> bool:
    """Whether words of a sentence are the value of a year in brackets, behind another value: "£48 (2021: £44)".

    Args:
        sentence: itself.
        words: where they stand in it.
    """
    found = (match for match in _BESIDE_YEAR.finditer(sentence) if match.start() < words[1])
    return any(words[0] < match.end() and _VALUED.search(sentence, 0, match.start()) for match in found)


def tells_before(part: str) -> bool:
    """Whether a part of a sentence tells what was so before a time: "£30 a plot before April 2022"."""
    return _BEFORE.search(part) is not None
