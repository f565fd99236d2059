"""What is on a printed page: pieces of lines with their places, and what is usual in a document's body.

Lengths are in points, y upwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

BIGGER = 1.1
"""Times the body's line height make the type of a heading."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line without a wide gap between them.

    Attributes:
        text: the words, single spaces between them.
        left, right, bottom, top: the room they take.
        bold: whether they are in bold type from first to last.
        first_word: how wide the first word is.
        broken: whether the last word goes on in the next line after a hyphen, which `text` leaves out.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    first_word: float
    broken: bool = False

    @property
    def height(self) -> float:
        """How high the line is."""
        return self.top - self.bottom


Line = list[Piece]


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order of the file, and the height at which the page ends at its bottom and top."""

    lines: Sequence[Line]
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document's body: its line height, the distance of its lines, whether it is bold."""

    height: float
    pitch: float
    bold: bool


def usual_style(pages: Iterable[Sequence[Line]]) -> Style:
    """What is usual on some pages, by the share of their text."""
    chars: Counter[tuple[float, bool]] = Counter()
    pitches: Counter[float] = Counter()
    for lines in pages:
        for piece in (piece for line in lines for piece in line):
            chars[rounded(piece.height), piece.bold] += len(piece.text)
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
    return Style(height, min(pitch, 2 * height), bold)


def rounded(points: float) -> float:
    """A length to half a point, in which sizes of type are told apart."""
    return round(2 * points) / 2
