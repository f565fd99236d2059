"""What is on a printed page: pieces of lines with their places, and what is usual in a document's body.

Lengths are in points, y upwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

BIGGER = 1.1
"""Times the body's line height make the type of a heading."""

Role = Literal["", "entry", "typed", "comment", "watermark"]
"""What a piece is beside ordinary text: an entry of contents, typed onto a page, a comment, a watermark."""


class Word(NamedTuple):
    """A word of a piece, and from where to where it reaches."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line without a wide gap between them.

    Attributes:
        text: the words, single spaces between them.
        left, right, bottom, top: the room they take.
        bold: whether they are in bold type from first to last.
        first_word: how wide the first word is.
        broken: whether the last word goes on in the next line after a hyphen, which `text` leaves out.
        words: the words with their places, where a piece may have to be cut.
        role: what it is beside ordinary text.
        pale: whether it is in type so pale that a reader looks through it.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    first_word: float
    broken: bool = False
    words: tuple[Word, ...] = ()
    role: Role = ""
    pale: bool = False

    @property
    def height(self) -> float:
        """How high the line is."""
        return self.top - self.bottom


Line = list[Piece]


class Rule(NamedTuple):
    """A straight line that is drawn on a page, or an edge of a box: flat where `bottom` and `top` are one."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page in one direction of reading; text that is turned stands on one of its own.

    Attributes:
        number: of the page in the file, from 1.
        lines: what stands at one height, the highest first, each from left to right.
        bottom, top: the heights at which the page ends.
        rules: the lines drawn on it.
    """

    number: int
    lines: Sequence[Line]
    bottom: float
    top: float
    rules: Sequence[Rule] = field(default=())


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document's body: its line height, the distance of its lines, whether it is bold."""

    height: float
    pitch: float
    bold: bool

    def line_distance(self, height: float) -> float:
        """How far below a line of some height the next one of its paragraph may be."""
        return _FAR_APART * max(self.pitch, self.height) * max(height / self.height, 0.5)


_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}$")
_END_CHARS = 8
_FAR_APART = 1.25  # times the usual line distance part paragraphs


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Pieces in any order to lines: those at one height beside each other, from the top down, from left to right."""
    lines: list[Line] = []
    bottom = top = 0.0
    for piece in sorted(pieces, key=lambda piece: -piece.top - piece.bottom):
        height = piece.top - piece.bottom
        shared = min(top, piece.top) - max(bottom, piece.bottom)
        if lines and shared >= 0.5 * min(height, top - bottom):
            lines[-1].append(piece)
            if height > 1.2 * (top - bottom) and piece.bottom <= bottom:
                bottom, top = piece.bottom, piece.top
        else:
            lines.append([piece])
            bottom, top = piece.bottom, piece.top
    for line in lines:
        line.sort(key=lambda piece: piece.left)
    return lines


def ends_sentence(text: str) -> bool:
    """Whether a line's text ends as a sentence does, with the mark of a note or without."""
    return _SENTENCE_END.search(text[-_END_CHARS:]) is not None


def usual_style(pages: Iterable[Sequence[Line]]) -> Style:
    """What is usual on some pages, by the share of their text."""
    chars: Counter[tuple[float, bool]] = Counter()
    pitches: Counter[float] = Counter()
    for lines in pages:
        for piece in (piece for line in lines for piece in line):
            chars[rounded(piece.top - piece.bottom), piece.bold] += len(piece.text)
        for line, following in pairwise(lines):
            if 0 < (pitch := line[0].bottom - following[0].bottom) < 3 * line[0].height:
                pitches[rounded(pitch)] += 1
    heights: Counter[float] = Counter()
    for (height, _), count in chars.items():
        heights[height] += count
    height = heights.most_common(1)[0][0] if heights else 12.0
    bold = chars[height, True] > chars[height, False]
    near = {pitch: count for pitch, count in pitches.items() if pitch >= 0.6 * height}
    pitch = max(near, key=lambda value: near[value], default=height)
    return Style(max(height, 1.0), min(pitch, 2 * max(height, 1.0)), bold)


def rounded(points: float) -> float:
    """A length to half a point, in which sizes of type are told apart."""
    return round(2 * points) / 2
