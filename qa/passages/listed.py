"""Lists and tables in a passage: what leads into them, what stands above words, and which item is for an amount."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from corpus.document import Part, Passage
from corpus.language.amounts.bands import Band
from corpus.language.distinctions.ages import named_amounts, named_band
from corpus.language.kinds import AnswerType, Span
from corpus.language.lists import marker_at, opens_list
from corpus.language.sentences import sentences
from corpus.language.vocabulary import load
from corpus.language.words import stem_of, stems
from qa.tables.named_rows import header_of

LED: Final = 0.5
"""What leads into a list is about what is asked where it holds, with title and headings, this share of it."""

ITEM_WORDS: Final = 4
"""An item of a list that a question names by all of its words has no more that count."""
_COUNTS_UP = re.compile(r":\s+[^:\n]*,[^:\n]*\s(?:and|or)\s")
_ALIKE = tuple(frozenset(map(stem_of, group)) for group in load("lists")["alike"])


@dataclass(frozen=True, slots=True)
class PlacedList:
    """A list of several items, as offsets in its passage.

    Attributes:
        above: the sentence that leads into it, or else the heading right above it.
        words: its items, with what leads into them where that is no heading.
    """

    above: Span
    words: Span


def with_alike(known: Iterable[str]) -> frozenset[str]:
    """Some stems with those of words that ask for the same list: "improve" with "better"."""
    own = frozenset(known)
    return own.union(*(group for group in _ALIKE if not group.isdisjoint(own)))


def placed_lists(passage: Passage) -> Iterator[PlacedList]:
    """The lists of a passage that stand below what leads into them or a heading, in order."""
    parts = passage.parts
    for first in range(1, len(parts)):
        own = _list_around(passage, first)
        if own is None or own[0] != first or own[1] == first:
            continue
        start, end, over = parts[first].start, parts[own[1]].end, parts[first - 1]
        if over.kind == "heading":
            yield PlacedList((over.start, over.end), (start, end))
        elif _leads(passage, first - 1):
            lead = _last_sentence(passage, over)
            yield PlacedList(lead, (lead[0], end))


def led_list(passage: Passage, lead: Span) -> Span | None:
    """A sentence with the list that it leads into.

    Args:
        passage: with both.
        lead: the sentence.

    Returns:
        Where both stand; None where the sentence leads into nothing, does not end its block, or no item follows. A
        sentence with its stop leads from an item only into those below it.
    """
    said = passage.text[slice(*lead)].rstrip("*_ \n")
    if not opens_list(said):
        return None
    place = _part_at(passage.parts, lead[0])
    if place is None or passage.text[lead[1] : passage.parts[place].end].strip():
        return None
    own = _list_around(passage, place + 1)
    if own is None or (own[0] <= place and said.endswith(".")):
        return None
    return lead[0], passage.parts[own[1]].end


def list_of(passage: Passage, words: Span) -> Span | None:
    """The list in which words stand, with the sentence that leads into it where that is in the passage.

    Args:
        passage: with the words.
        words: of an item, or of several.

    Returns:
        None where they are of no item, or of the only one.
    """
    parts = passage.parts
    place = _part_at(parts, words[0])
    own = None if place is None else _list_around(passage, place)
    if own is None:
        return None
    first, last = own
    start = parts[first].start
    if first and _leads(passage, first - 1):
        start = _last_sentence(passage, parts[first - 1])[0]
    return None if last == first and start == parts[first].start else (start, parts[last].end)


def whole_list(passage: Passage, sentence: Span, kind: AnswerType) -> Span | None:
    """The list that a sentence leads into, or where a list is asked for, the one in which it is an item.

    An item that counts things up itself, as "The prizes are: a cup, a book and a rose" does, stays alone, and so does a
    numbered paragraph of a report that nothing leads into.

    Args:
        passage: with both.
        sentence: any.
        kind: of answer that is wanted.
    """
    if led := led_list(passage, sentence):
        return led
    is_item = kind == "list" and not _COUNTS_UP.search(passage.text[slice(*sentence)])
    own = list_of(passage, sentence) if is_item else None
    is_led = own is not None and any(
        part.start <= own[0] < part.end for part in passage.parts if part.kind != "list_item"
    )
    return own if own and (is_led or not are_paragraphs(passage, own)) else None


def are_paragraphs(passage: Passage, words: Span) -> bool:
    """Whether the items of a list are numbered paragraphs of several sentences, as those of a report.

    Args:
        passage: with the list.
        words: of its items.
    """
    texts = [
        passage.text[part.start : part.end]
        for part in passage.parts
        if part.kind == "list_item" and part.start < words[1] and words[0] < part.end
    ]
    markers = [marker_at(text) for text in texts]
    return all(marker and marker.levels for marker in markers) and any(len(sentences(text)) > 1 for text in texts)


def lead_of(passage: Passage, words: Span) -> str:
    """What leads into the list in which words stand, or names the columns of their table; "" where nothing does."""
    parts = passage.parts
    place = _part_at(parts, words[0])
    if place is None or parts[place].kind not in ("list_item", "table_row"):
        return ""
    if parts[place].kind == "table_row" and (header := header_of(passage, words)):
        return header
    own = _list_around(passage, place)
    first = own[0] if own else _first_alike(parts, place)
    if not first:
        return passage.context
    return _text(passage, first - 1) if _leads(passage, first - 1) else ""


def banded(passage: Passage, words: Span, question: str) -> Span | None:
    """The item or row for the amount that a question names, among those of the list or table in which words stand.

    Of several amounts of a question, all that have an item or a row must have the same one. Of bands that only begin,
    or only end, the nearest counts: "After 10 years", before "After 5 years", for twelve.

    Args:
        passage: with the words.
        words: of an item or a row, such as "For 2 to 4 days, at least 10 days before".
        question: such as "How long before must I book ten days of holiday?".

    Returns:
        Where it stands; None where none or several are for such amounts, or words stand in no list and no table.
    """
    place = _part_at(passage.parts, words[0])
    if place is None or passage.parts[place].kind not in ("list_item", "table_row"):
        return None
    kind, first = passage.parts[place].kind, _first_alike(passage.parts, place)
    alike = list(takewhile(lambda part: part.kind == kind, passage.parts[first:]))
    bands = [(part, named_band(question, passage.text[part.start : part.end])) for part in alike]
    asked = {
        tuple((part.start, part.end) for part, band in bands if band in _nearest(bands, amount, unit))
        for amount, unit in named_amounts(question)
    } - {()}
    own = asked.pop() if len(asked) == 1 else ()
    return own[0] if len(own) == 1 else None


def _nearest(bands: Iterable[tuple[Part, Band | None]], amount: float, unit: str) -> list[Band]:
    """The bands that hold an amount; of those that only begin, or only end, the one that does so nearest to it."""
    found = [band for _, band in bands if band and band.unit == unit and band.holds(amount)]
    if all(math.isinf(band.high) for band in found):
        return [band for band in found if band.low == max(one.low for one in found)]
    if all(math.isinf(band.low) for band in found):
        return [band for band in found if band.high == min(one.high for one in found)]
    return found


def heading_over(passage: Passage, words: Span) -> Part | None:
    """The nearest heading above some words in their passage; None where none stands there."""
    above = (part for part in reversed(passage.parts) if part.kind == "heading" and part.end <= words[0])
    return next(above, None)


def _part_at(parts: tuple[Part, ...], offset: int) -> int | None:
    """The place of the part in which an offset lies; None where none does."""
    return next((place for place, part in enumerate(parts) if part.start <= offset < part.end), None)


def _first_alike(parts: tuple[Part, ...], place: int) -> int:
    """The place of the first of the parts of one kind that stand one after the other up to a place."""
    while place and parts[place - 1].kind == parts[place].kind:
        place -= 1
    return place


def _leads(passage: Passage, place: int) -> bool:
    """Whether the part at a place is one that leads into a list below it."""
    return passage.parts[place].kind != "heading" and opens_list(_text(passage, place).rstrip("*_ \n"))


def _last_sentence(passage: Passage, part: Part) -> Span:
    """The last sentence of a part."""
    start, end = sentences(passage.text[part.start : part.end])[-1]
    return part.start + start, part.start + end


def _text(passage: Passage, place: int) -> str:
    return passage.text[passage.parts[place].start : passage.parts[place].end]


def _list_around(passage: Passage, place: int) -> Span | None:
    """The places of the first and the last item of the list of which the part at a place is one, with those below them.

    None where it is no item.
    """
    parts = passage.parts
    if place >= len(parts) or parts[place].kind != "list_item":
        return None
    run = _first_alike(parts, place)
    items = list(takewhile(lambda part: part.kind == "list_item", parts[run:]))
    depths = _depths([passage.text[part.start : part.end] for part in items], "" if run else passage.context)
    own = depths[place - run]
    before = sum(1 for _ in takewhile(lambda depth: depth >= own, reversed(depths[: place - run])))
    after = sum(1 for _ in takewhile(lambda depth: depth >= own, depths[place - run + 1 :]))
    return run + depths.index(own, place - run - before), place + after


def _depths(items: Sequence[str], above: str) -> list[int]:
    """How deep each of some items stands, by the signs that they begin with.

    A sign that has not come yet opens a list below the item before it.

    Args:
        items: such as "8. Not lent are:", "(a) maps", "(b) theses" and "9. Laptops are lent." in order.
        above: the item that led into the first ones, where that stands in another passage; "" for none.
    """
    open_signs = [_sign(above)] if marker_at(above) else []
    depths = []
    for item in items:
        sign = _sign(item)
        open_signs = open_signs[: open_signs.index(sign)] if sign in open_signs else open_signs
        open_signs.append(sign)
        depths.append(len(open_signs))
    return depths


def _sign(item: str) -> str | int:
    """What the items of one list begin with: numbers of so many levels, letters, or any other sign."""
    marker = marker_at(item)
    if marker is None or marker.is_bare:
        return ""
    return len(marker.levels) or ("a" if marker.text.strip("().:").isalpha() else "")


def list_naming(passage: Passage, asked: Collection[str]) -> Span | None:
    """Where the items of the list stand, with what leads into them, of which a question names one; else None.

    None where it names several, or the list has neither a heading nor a sentence that leads into it.

    Args:
        passage: with the list, such as "Not allowed: hoodies, nose studs" in items.
        asked: the stems of the question, such as those of "Can he wear hoodies?".
    """
    items = [(part.start, part.end) for part in passage.parts if part.kind == "list_item"]
    items = [item for item in items if not passage.text[slice(*item)].endswith(":")]
    own = [(item, stems(_unmarked(passage.text[slice(*item)]))) for item in items]
    named = [item for item, said in own if 0 < len(said) <= ITEM_WORDS and set(said).issubset(asked)]
    lists = (one.words for one in placed_lists(passage)) if len(named) == 1 else ()
    around = (words for words in lists if words[0] <= named[0][0] < words[1])
    return min(around, key=lambda words: words[1] - words[0], default=None)


def _unmarked(item: str) -> str:
    """An item without the sign or number that it begins with."""
    marker = marker_at(item)
    return item.removeprefix(marker.text) if marker else item
