"""Lists in a text: bullets, printed numbers, what leads into a list, and what follows a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.language.kinds import Span
from corpus.language.vocabulary import alternatives, load

_TABLE = load("lists")
PRINTED_BULLETS: str = re.escape(_TABLE["bullets"])
"""Bullets as they are printed; like the others as they are written within a class of a pattern."""
BULLETS: str = PRINTED_BULLETS + re.escape(_TABLE["font_bullets"])
"""The signs that open an item of a list wherever they stand."""
LINE_BULLETS: str = re.escape(_TABLE["line_bullets"])
"""The signs that open one only at the beginning of a line, before white space."""
_ITEM = re.compile(
    rf"(?:(?:^|\n)[ \t]*(?:[{BULLETS}{LINE_BULLETS}]|(?P<number>\(?(?:[0-9]{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]))\s+"
    rf"|[{BULLETS}]\s*)(?P<item>[^\s][^\n{BULLETS}]*)"
)
REASON: re.Pattern[str] = re.compile(rf"{alternatives(_TABLE['reasons'])}\s?:\s+\S", re.I)
"""How a line begins that gives the reason of the condition above it."""
_NUMBERED_CHARS = 240
"""Numbered lines farther apart are paragraphs, no list."""
_SERIES = re.compile(r":\s{1,20}(?![\"“‘'])(?P<items>[^.:;?!]+;[^.:;?!]+|[^.:;,?!]+,[^.:;,?!]+(?:,|\sand\s)[^.:;?!]*)")
_LEVELS = r"[0-9]{1,4}(?:\.[1-9][0-9]{0,2}){0,4}"
_MARKER = re.compile(
    rf"(?P<sign>[{BULLETS}{LINE_BULLETS}](?=\s)|[{BULLETS}])"
    rf"|(?P<part>{alternatives(_TABLE['numbered_parts'])}\s+{_LEVELS}(?:[.:)]|(?=\s*$|\s+[-–—]|\s+[A-Z])))"
    rf"|(?P<closed>\(?{_LEVELS}[.)]|\([a-z]{{1,2}}\)|\(?[ivx]{{1,5}}[.)]|[a-z][.)])(?=\s|$)"
    rf"|(?P<bare>{_LEVELS})(?=\s+[A-Z(“‘\"'])",
    re.I,
)
_NUMBER = re.compile(_LEVELS)
_BULLET = re.compile(f"[{BULLETS}]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LETTERS = re.compile(r"[a-z]{1,5}", re.I)
_OPEN_END = re.compile(r"[\w,)\]’'\"”]\s*$")
_LEADS_IN = re.compile(rf"[:–—-]\s*$|\b{alternatives(_TABLE['leads_in'])}\b[^.!?]*[.!?]?\s*$", re.I)


def items(text: str) -> Iterator[Span]:
    """Where the items of a text's lists stand.

    A list has two bullets or numbered lines at least; without these it is what follows a colon
    with semicolons or commas between.
    """
    found = list(_ITEM.finditer(text))
    near = {
        end
        for one, other in pairwise(found)
        if other.start() - one.start() < _NUMBERED_CHARS
        for end in (one.start(), other.start())
    }
    items = [match.span("item") for match in found if not match["number"] or match.start() in near]
    if len(items) > 1:
        yield from items
    else:
        yield from (match.span("items") for match in _SERIES.finditer(text) if "\n\n" not in match["items"])


@dataclass(frozen=True, slots=True)
class Marker:
    """What an item or paragraph begins with.

    Attributes:
        text: the sign or number as it is printed.
        is_bare: whether it is a number without a mark after it, which may as well belong to the sentence.
    """

    text: str
    is_bare: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign that opens an item wherever it stands."""
        return bool(_BULLET.fullmatch(self.text))

    @property
    def levels(self) -> tuple[int, ...]:
        """The numbers of it, outermost first, such as (3, 2) for "3.2"; () for a sign or a letter."""
        return levels_of(self.text)


def marker_at(text: str) -> Marker | None:
    """The sign or number that a text begins with, or None.

    A bare number counts only before a capital letter, and where it is no year.
    """
    match = _MARKER.match(text)
    if match is None:
        return None
    if match["bare"] and (_YEAR.fullmatch(match["bare"]) or not _starts_sentence(text, match.end())):
        return None
    return Marker(match[0], is_bare=match["bare"] is not None)


def _starts_sentence(text: str, after: int) -> bool:
    rest = text[after:].lstrip()
    return bool(rest) and not rest[0].islower()


def levels_of(marker: str) -> tuple[int, ...]:
    """The numbers of a printed marker, outermost first; () for a sign or a letter."""
    number = _NUMBER.search(marker)
    return tuple(map(int, number[0].split("."))) if number else ()


def paragraph_number(markers: Sequence[str]) -> str | None:
    """The number by which a paragraph is cited.

    Args:
        markers: its own, then those of what it hangs on, the nearest first; "" for none.

    Returns:
        Such as "51", "3.2", "3.2(a)" or "Minute 41"; None where no number is printed.
    """
    letters: list[str] = []
    for marker in markers:
        if levels_of(marker):
            number = re.sub(r"^\(|[.:)]+$", "", marker)
            return number + "".join(f"({letter})" for letter in reversed(letters))
        if letter := _LETTERS.search(marker):
            letters.append(letter[0])
    return None


def leads_in(sentence: str) -> bool:
    """Whether a sentence leads into the list or the table that follows it."""
    return _LEADS_IN.search(sentence) is not None


def opens_list(text: str) -> bool:
    """Whether what stands right above the first item of a list leads into it: it says so, or has no end."""
    return leads_in(text) or (not text[:1].islower() and _OPEN_END.search(text) is not None)
