"""From the hOCR that Tesseract writes to the lines of a page, as those of a printed page are given to the layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median, median_low

from lxml import etree

from corpus.layout.page import Page, Piece, Word, lines_of

_CELL_GAP = 1.2  # line heights between words that part cells or columns
_SAME_SIZE = 0.06  # sizes of type that differ by no more are measured unsharply, and are one
_SIGN_CERTAINTY_MIN = 0.5  # a sign without letters and digits that is less sure is a speck
_RULES = frozenset("|¦_")  # what ruled lines are taken for
_PLACE = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_CERTAINTY = re.compile(r"\bx_wconf (\d+)")
_SIZE = re.compile(r"\bx_size ([\d.]+)")
_BASELINE = re.compile(r"\bbaseline (-?[\d.]+) (-?[\d.]+)")
_DESCENDERS = re.compile(r"\bx_descenders (-?[\d.]+)")
_TURN = re.compile(r"\btextangle (\d+)")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐¬]$")


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What was recognised in a picture.

    Attributes:
        page: its lines, in points.
        certainties: of its words, 0-1, in order.
        sure_letters: how many letters and digits there are in words that are fairly sure.
    """

    page: Page
    certainties: tuple[float, ...]
    sure_letters: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    left: float
    bottom: float
    right: float
    top: float
    certainty: float


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as it was recognised.

    Attributes:
        words: with their places, y downwards.
        size: of its type.
        turn: by how many degrees it is turned to the left.
        slope: by how much it falls or rises to the right.
        foot: where the letters that reach lowest end, in the middle of the line; None where it is not told.
    """

    words: tuple[_Word, ...]
    size: float
    turn: int
    slope: float = 0.0
    foot: float | None = None

    @property
    def middle(self) -> float:
        return (self.words[0].left + self.words[-1].right) / 2


def page_of(hocr: bytes, number: int, width: int, height: int, dots_per_inch: float, sure: float) -> RecognisedPage:
    """The lines of a picture.

    A picture that lies on a side or upside down is turned upright, and a slight slope of its lines taken out, as the
    lines themselves tell. Type of almost one size is given one height.

    Args:
        hocr: what Tesseract wrote.
        number: of the page that the picture is of.
        width: of the picture, in dots.
        height: of the picture, in dots.
        dots_per_inch: of the picture.
        sure: the certainty from which a word counts as fairly sure.

    Raises:
        lxml.etree.XMLSyntaxError: it is no hOCR at all.
    """
    paragraphs = [rows for rows in _paragraphs(hocr) if rows]
    rows = [row for paragraph in paragraphs for row in paragraph]
    turn = median_low([row.turn for row in rows]) if rows else 0
    slope = median([row.slope for row in rows if not row.turn] or [0.0])
    body = _usual_size(rows)
    scale = 72 / dots_per_inch
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        size = _one_size([row.size for row in paragraph], body)
        for row in paragraph:
            words = [_upright(word, width, height, turn, slope) for word in row.words]
            foot = min(word.bottom for word in words)
            if row.foot is not None and not turn:
                foot = height - row.foot + slope * row.middle
            pieces += _pieces(words, foot, size, scale)
    words = [word for row in rows for word in row.words]
    page_height = (width if turn in (90, 270) else height) * scale
    return RecognisedPage(
        Page(number, lines_of(pieces), 0.0, page_height),
        tuple(word.certainty for word in words),
        sum(char.isalnum() for word in words if word.certainty >= sure for char in word.text),
    )


def _paragraphs(hocr: bytes) -> Iterator[list[_Row]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(hocr, parser)
    for paragraph in root.iterfind(".//{*}p") if root is not None else ():
        yield [row for line in paragraph.iterfind("{*}span") if (row := _row(line))]


def _row(line: etree._Element) -> _Row | None:
    words = tuple(word for part in line.iterfind("{*}span") if (word := _word(part)))
    if not words:
        return None
    title = line.get("title", "")
    size, turn = _SIZE.search(title), _TURN.search(title)
    height = max(word.bottom - word.top for word in words)
    row = _Row(words, float(size[1]) if size else height, int(turn[1]) if turn else 0)
    place, baseline, descenders = _PLACE.search(title), _BASELINE.search(title), _DESCENDERS.search(title)
    if not place or not baseline or not descenders:
        return row
    slope = float(baseline[1])
    foot = float(place[4]) + float(baseline[2]) + slope * (row.middle - float(place[1])) + float(descenders[1])
    return replace(row, slope=slope, foot=foot)


def _word(part: etree._Element) -> _Word | None:
    text = " ".join("".join(map(str, part.itertext())).split())
    title = part.get("title", "")
    place, certainty = _PLACE.search(title), _CERTAINTY.search(title)
    if not text or not place or not certainty:
        return None
    left, top, right, bottom = map(float, place.groups())
    word = _Word(text, left, bottom, right, top, min(int(certainty[1]) / 100, 1.0))
    is_sign = not any(char.isalnum() for char in text)
    return None if is_sign and (word.certainty < _SIGN_CERTAINTY_MIN or _RULES.issuperset(text)) else word


def _usual_size(rows: Sequence[_Row]) -> float:
    """The size of the type in which most of the text is."""
    sizes = sorted((row.size, sum(len(word.text) for word in row.words)) for row in rows)
    half = sum(chars for _, chars in sizes) / 2
    for size, chars in sizes:
        half -= chars
        if half <= 0:
            return size
    return 0.0


def _one_size(sizes: Sequence[float], body: float) -> float:
    size = median(sizes)
    return body if abs(size - body) <= _SAME_SIZE * body else size


def _upright(word: _Word, width: int, height: int, turn: int, slope: float) -> _Word:
    """A word where a reader of the upright page sees it, with y upwards; its place until then has y downwards."""
    left, top, right, bottom = word.left, word.top, word.right, word.bottom
    match turn:
        case 90:  # the text runs upwards
            left, right, bottom, top = height - bottom, height - top, width - right, width - left
        case 180:
            left, right, bottom, top = width - right, width - left, top, bottom
        case 270:
            left, right, bottom, top = top, bottom, left, right  # it runs downwards
        case _:
            bottom, top = height - bottom, height - top
            drop = slope * (left + right) / 2
            bottom, top = bottom + drop, top + drop
    return replace(word, left=left, bottom=bottom, right=right, top=top)


def _pieces(words: Sequence[_Word], foot: float, size: float, scale: float) -> list[Piece]:
    """The pieces of a line, parted where a wide gap is; all of them stand on one height."""
    pieces: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: word.left):
        if pieces and word.left - pieces[-1][-1].right <= _CELL_GAP * size:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return [
        _piece(piece, foot, size, scale, may_be_broken=index == len(pieces) - 1) for index, piece in enumerate(pieces)
    ]


def _piece(words: Sequence[_Word], foot: float, size: float, scale: float, *, may_be_broken: bool) -> Piece:
    text = " ".join(word.text for word in words)
    broken = may_be_broken and _BROKEN.search(text) is not None
    return Piece(
        text=_BROKEN.sub("", text) if broken else text,
        left=words[0].left * scale,
        right=words[-1].right * scale,
        bottom=foot * scale,
        top=(foot + size) * scale,
        bold=False,
        first_word=(words[0].right - words[0].left) * scale,
        broken=broken,
        words=tuple(Word(word.text, word.left * scale, word.right * scale) for word in words),
    )
