"""What another edition of a document has in the place of some words: a sentence on the same matter, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from corpus.document import Document
from corpus.language.amounts.numbers import numbers
from corpus.language.kinds import Span
from corpus.language.rows import row_name
from corpus.language.sentences import sentences
from corpus.language.times.dates import times
from corpus.language.words import stems

_LIKE: Final = 60.0
"""A sentence may stand in the place of another when the two are so much alike, in per cent; set by hand."""
_SAME_MATTER: Final = 0.6
"""Two are on the same matter when the shorter shares so many of its words, with those above it, but for numbers."""
_SAID = re.compile(r"[^\s.,;:|]+(?:[.,:]\d[^\s.,;:|]*)*")
_LABEL_END = re.compile(r":\s|\d")


@dataclass(frozen=True)
class Statement:
    """A sentence or a row of a document, with what it stands under.

    Attributes:
        start, end: where it stands in its document, without the number or sign before it.
        text: its words, with single spaces.
        above: the nearest heading over it, and what leads into its list or names its columns.
        is_row: whether it is a row of a table.
        paragraph: the words of all of its block.
    """

    start: int
    end: int
    text: str
    above: str
    is_row: bool
    paragraph: str = ""

    @cached_property
    def place(self) -> str:
        """What tells where it stands from where others do: what it stands under, and its words."""
        return f"{self.above}\n{self.text}"

    @cached_property
    def said(self) -> str:
        """Its words without the marks that end or part them, be it a row or a line."""
        return " ".join(_SAID.findall(self.text))

    @cached_property
    def matter(self) -> frozenset[str]:
        """The stems of what it stands under and of its words, without numbers and dates."""
        return frozenset(stems(self.above)) | frozenset(stems(_without_values(self.text)))

    @cached_property
    def label(self) -> frozenset[str]:
        """The stems of what it is about: its first cell, what stands before a colon or number, or its first word."""
        if self.is_row:
            return frozenset(stems(row_name(self.text)))
        end = _LABEL_END.search(self.text)
        if end and end[0].startswith(":"):
            return frozenset(stems(self.text[: end.start()]))
        found = stems(_without_values(self.text[: end.start()] if end else self.text))
        return frozenset(found if end else found[:1])

    def is_on_matter_of(self, other: Statement) -> bool:
        """Whether another one is about the same, whatever the two say of it."""
        fewest = min(len(self.matter), len(other.matter))
        is_one = self.label == other.label if self.is_row or other.is_row else _is_within(self.label, other.label)
        return is_one and len(self.matter & other.matter) >= _SAME_MATTER * fewest


@dataclass(frozen=True, slots=True)
class Compared:
    """Words of one edition beside those of another.

    Attributes:
        own: the sentences or rows in which they stand.
        other: what the other edition has in their place; "" where nothing in it is surely on the same matter.
        is_one: whether it is one sentence or row.
        is_new: whether the other edition has nothing that is like them at all.
    """

    own: str
    other: str
    is_one: bool
    is_new: bool


def statements_of(document: Document) -> list[Statement]:
    """The sentences and rows of a document in order, but for headings and what pages repeat."""
    return [
        one
        for index, block in enumerate(document.blocks)
        if block.kind not in ("heading", "furniture") and not any(cell.names for cell in block.cells[1:])
        for one in _of_block(document, index)
    ]


def compared(document: Document, span: Span, other: Document) -> Compared:
    """Some words of a document beside those on the same matter in another edition of it.

    Beside a statement stands the one that is most like it, and to which none of its own document is more like; so a
    price for juniors is never compared with one for seniors.

    Args:
        document: with the words.
        span: where they stand in it.
        other: the other edition.
    """
    own, others = statements_of(document), statements_of(other)
    said = [one for one in own if one.start < span[1] and span[0] < one.end]
    found = [_counterpart(one, own, others) for one in said]
    beside = [one.text for one in found if one]
    return Compared(
        own=" ".join(one.text for one in said),
        other=" ".join(beside) if len(beside) == len(said) else "",
        is_one=len(said) == 1,
        is_new=bool(said) and not any(_nearest(one, others) for one in said),
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """What one edition says otherwise than another.

    Attributes:
        old, new: the statements of the two on one matter; None where one of them has none that is like it.
    """

    old: Statement | None
    new: Statement | None

    @property
    def told(self) -> tuple[Statement, ...]:
        """Those that are there, the new one first."""
        return tuple(one for one in (self.new, self.old) if one)


def differences(old: Document, new: Document) -> list[Difference]:
    """What two editions say otherwise: what was changed or added, in its order, and what was left out."""
    own, others = statements_of(new), statements_of(old)
    told, was_told = ({one.said for one in some} for some in (own, others))
    found = [Difference(_counterpart(one, own, others), one) for one in own if one.said not in was_told]
    paired = {one.old.said for one in found if one.old}
    return [*found, *(Difference(one, None) for one in others if one.said not in told | paired)]


def _of_block(document: Document, index: int) -> Iterator[Statement]:
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    above = [one for one in document.above(index) if one.kind != "furniture"]
    under = [one for one in above[:1] if one.kind != "heading"] + [one for one in above if one.kind == "heading"][:1]
    named = " ".join(" ".join(document.text[one.start : one.end].split()) for one in under)
    is_row = block.kind == "table_row"
    marker = len(block.marker) if text.startswith(block.marker) else 0
    for start, end in [(0, len(text))] if is_row else sentences(text):
        first = max(start, marker)
        words = " ".join(text[first:end].split())
        if words:
            yield Statement(block.start + first, block.start + end, words, named, is_row, " ".join(text.split()))


def _counterpart(one: Statement, own: Sequence[Statement], others: Sequence[Statement]) -> Statement | None:
    found = _nearest(one, others)
    is_its_own = found is not None and _nearest(found, own) == one
    return found if found and is_its_own and one.is_on_matter_of(found) else None


def _nearest(one: Statement, others: Sequence[Statement]) -> Statement | None:
    """The statement that is most like one, by its words and what it stands under; a row by its label before these."""
    alike = process.extract(
        one.text, [other.text for other in others], scorer=fuzz.ratio, score_cutoff=_LIKE, limit=None
    )
    rows = [other for other in others if one.is_row and other.is_row and one.label and other.label == one.label]
    found = rows or [others[place] for _, _, place in alike]
    return max(found, key=lambda other: fuzz.ratio(one.place, other.place), default=None)


def _without_values(text: str) -> str:
    """A text without its numbers and dates."""
    spans = sorted([match.span() for match in numbers(text)] + [(time.start, time.end) for time in times(text)])
    kept, place = [], 0
    for start, end in spans:
        kept.append(text[place : max(place, start)])
        place = max(place, end)
    return re.sub(r"\d+", " ", " ".join([*kept, text[place:]]))


def _is_within(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
