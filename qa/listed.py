"""Lists in a passage: what a sentence leads into, and the list in which an item stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corpus.language.kinds import Span
from corpus.language.lists import marker_at
from corpus.language.sentences import HEADING_SIGN


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank.

    Attributes:
        start, end: where it stands, without white space around it.
        item: what kind of item it opens: "sign" or "number"; "" for none.
        goes_on: whether it can go on with the one before: no blank line parts them, and it is indented or starts small.
        is_inner: whether it is indented.
    """

    start: int
    end: int
    item: str
    goes_on: bool
    is_inner: bool


def led_list(text: str, lead: Span) -> Span | None:
    """A sentence with the list that it leads into; None where it does not end with a colon or nothing follows.

    Args:
        text: of the passage.
        lead: the sentence.
    """
    if not text[slice(*lead)].rstrip("*_ ").endswith(":"):
        return None
    first = end = None
    for line in _lines(text, lead[1]):
        first = first or line.item
        is_next = line.item and (line.item == first or line.is_inner)
        if not (is_next or (end and line.goes_on)):
            break
        end = line.end
    return (lead[0], end) if end else None


def list_of(text: str, item: Span) -> Span | None:
    """The list in which words stand, with what leads into it; None where they are no item of one.

    Args:
        text: of the passage.
        item: the words.
    """
    lead = None
    for line in _lines(text, 0):
        if line.start > item[0]:
            break
        if text[line.start : line.end].rstrip("*_ ").endswith(":") and not line.item:
            lead = line
    if lead is None or lead.start == item[0]:
        return None
    whole = led_list(text, (lead.start, lead.end))
    return whole if whole and whole[1] >= item[1] else None


def is_heading(words: str, headings: Collection[str]) -> bool:
    """Whether words are one of some headings, or a line marked as one."""
    return (HEADING_SIGN.match(words) is not None and "\n" not in words) or " ".join(words.split()) in headings


def _lines(text: str, place: int) -> Iterator[_Line]:
    is_parted = False
    for line in text[place:].splitlines(keepends=True):
        if words := line.strip():
            start = place + len(line) - len(line.lstrip())
            marker = marker_at(words)
            item = "" if marker is None or marker.is_bare else "number" if marker.levels else "sign"
            is_inner = start > place
            yield _Line(start, start + len(words), item, not is_parted and (is_inner or words[0].islower()), is_inner)
        is_parted = not words
        place += len(line)
