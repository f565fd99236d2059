"""The words that a PDF draws on a page, in any order and direction, put together to pieces of lines."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.language.folding import RAISED_DIGITS
from corpus.layout.page import Line, Page, Piece, Rule, Word, lines_of
from corpus.layout.rules import rules_on

_CELL_GAP = 1.2  # line heights between words that part cells or columns
_WORD_GAP = 0.5  # the same for words that the file does not draw one after the other
_NO_GAP = 0.08
_BACKWARDS = -0.3  # line heights by which a word may reach into the one before it
_OVERLAP = 0.5  # of the height of the lower one of two words that stand on one line
_CELLS_MIN = 4  # lines with a piece at one place, at which these are cells however close to those before them
_SAME_LEFT = 0.6  # points
_BOLD_WEIGHT = 600
_TILT = 0.2  # radians from the nearest right angle from which on text is no line of a page
_RAISED = 0.15  # of a word's height by which a raised sign stands above its foot
_MARK_MAX = 2  # characters of a raised mark before a word
_SPACED_OUT = 0.3  # line heights between letters from which on these are apart, as words are
_EVENLY = 0.25  # of the gap between two letters by which the next one may be wider
_SMALLER = 0.85
_PALE_HEIGHT = 28.0  # points from which on it matters whether type is pale
_PALE = 140  # of 255

_BROKEN = "\x02\ufffe"  # what the library gives for a hyphen at the end of a line
_TOKEN = re.compile("(\\s*)([^\\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe])")
_HYPHEN_END = re.compile(r"[^\W\d_]{2}[-\u2010]$")
_ODD_CHARACTERS = re.compile("[\uf000-\uf0ff\u00ad\x01-\x08\x0e-\x1f\ufb00-\ufb06\ud800-\udfff]")
_SHOWN_AS = {"\uf06e": "◼", "\uf0a7": "▪", "\uf02d": "–", "\uf0be": "–", "\uf0d8": "➢", "\uf0fc": "✓"} | dict(
    zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_BOLD_NAME = re.compile(rb"bold|black|heavy", re.I)
_FontName = ctypes.c_char * 128

_Box = tuple[float, float, float, float]  # left, bottom, right, top


class _Drawn(NamedTuple):
    """A word as it is drawn: its box, its first and last character, and the white space before it in the file."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    first: int
    last: int
    space: str
    broken: bool


def read_page(page: pypdfium2.PdfPage, number: int, added: Iterable[Piece] = ()) -> list[Page]:
    """Read what stands on a page.

    Args:
        page: the page.
        number: its number, from 1.
        added: what is to be read on it beside its text, placed by the page's own coordinates.

    Returns:
        The page as most of its text is read; then the same page turned, for text that runs in another direction.
    """
    text_page = page.get_textpage()
    try:
        raw = text_page.raw
        words, tilted = _by_direction(raw, _characters(raw))
        upright = page.get_rotation() // 90
        words.setdefault(upright, [])
        order = sorted(words, key=lambda turn: (-sum(len(word.text) for word in words[turn]), turn != upright))
        pages: list[Page] = []
        for turn in order:
            turned = _turned_by(page, turn)
            pieces = list(_pieces(raw, [_turned(word, turned) for word in words[turn]] if turn else words[turn]))
            if turn == order[0]:
                pieces += [_moved(piece, turned) for piece in added]
                pieces += _watermarks(tilted, turned)
            _, bottom, _, top = turned(page.get_bbox())
            rules = [Rule(*turned(rule)) for rule in rules_on(page)] if turn == order[0] else []
            pages.append(Page(number, _merged(lines_of(pieces)), bottom, top, rules))
        return pages
    finally:
        text_page.close()


def _characters(raw: pdfium.FPDF_TEXTPAGE) -> str:
    """A page's text, with one character for each of the library's character numbers."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(raw, index) for index in range(count))
    return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)


def _turned_by(page: pypdfium2.PdfPage, quarters: int) -> Callable[[_Box], _Box]:
    """A function that turns boxes so that text that runs up the page by so many quarter turns is upright."""
    left, bottom, right, top = page.get_mediabox()
    turns: dict[int, Callable[[_Box], _Box]] = {
        1: lambda box: (box[1] - bottom, right - box[2], box[3] - bottom, right - box[0]),
        2: lambda box: (right - box[2], top - box[3], right - box[0], top - box[1]),
        3: lambda box: (top - box[3], box[0] - left, top - box[1], box[2] - left),
    }
    return turns.get(quarters, lambda box: box)


def _turned(word: _Drawn, turned: Callable[[_Box], _Box]) -> _Drawn:
    left, bottom, right, top = turned((word.left, word.bottom, word.right, word.top))
    return word._replace(left=left, bottom=bottom, right=right, top=top)


def _moved(piece: Piece, turned: Callable[[_Box], _Box]) -> Piece:
    left, bottom, right, top = turned((piece.left, piece.bottom, piece.right, piece.top))
    return replace(piece, left=left, bottom=bottom, right=right, top=top)


def _by_direction(raw: pdfium.FPDF_TEXTPAGE, text: str) -> tuple[dict[int, list[_Drawn]], list[_Drawn]]:
    """The words of a page by the quarter turns of the direction in which they run, and those that run askew."""
    words: dict[int, list[_Drawn]] = {}
    tilted: list[_Drawn] = []
    here: list[_Drawn] = words.setdefault(0, [])
    rect = pdfium.FS_RECTF()
    at = ctypes.byref(rect)
    box_of = pdfium.FPDFText_GetLooseCharBox
    upright = here
    is_plain = _ODD_CHARACTERS.search(text) is None
    before = _Drawn("", 0, 0, 0, 0, 0, 0, "", False)
    for match in _TOKEN.finditer(text):
        space, token = match.groups()
        first, end = match.span(2)
        broken = token[-1] in _BROKEN
        last = end - 1 - broken
        if last < first:
            if here and here[-1] is before:
                before = here[-1] = before._replace(broken=True)
            continue
        box_of(raw, first, at)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last > first:
            box_of(raw, last, at)
            foot = rect.bottom
            is_flat = rect.left > left and abs(foot - bottom) < 0.7 * (top - bottom)
        else:
            foot = bottom
            is_flat = here is upright and before.bottom < top and bottom < before.top and left > before.left
        word = token[: last + 1 - first]
        if is_flat:
            here = upright
            if foot - bottom > _RAISED * (top - bottom) and word[-1].isdigit():
                word = _with_raised(raw, word, first, (bottom, top))
            elif bottom - rect.bottom > _RAISED * (rect.top - rect.bottom):
                word = _after_mark(raw, word, first, (rect.bottom, rect.top))
            right = rect.right
        else:
            turn = _quarters(raw, first)
            here = tilted if turn is None else words.setdefault(turn, [])
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        if not is_plain and not (word := _ODD_CHARACTERS.sub(_written_out, word)):
            continue
        before = _Drawn(word, left, bottom, right, top, first, last, space, broken)
        here.append(before)
    return {turn: list(_evenly_spaced(raw, drawn)) for turn, drawn in words.items() if drawn}, tilted


def _evenly_spaced(raw: pdfium.FPDF_TEXTPAGE, words: Sequence[_Drawn]) -> Iterator[_Drawn]:
    """Words without the white space that the library sees where a word's letters stand apart, all as far as these."""
    done: _Drawn | None = None
    before: _Drawn | None = None
    for word in words:
        if before and word.space == " " and _is_near(before, word) and _goes_on(raw, done, before, word):
            before = before._replace(text=before.text + word.text, right=word.right, last=word.last, broken=word.broken)
            continue
        if before:
            yield before
        done, before = before, word
    if before:
        yield before


def _is_near(one: _Drawn, other: _Drawn) -> bool:
    """Whether a word of the same height stands right of another one, no farther than letters that are set apart do."""
    height = one.top - one.bottom
    is_level = one.bottom == other.bottom and one.top == other.top
    return is_level and _NO_GAP * height <= other.left - one.right <= _SPACED_OUT * height


def _goes_on(raw: pdfium.FPDF_TEXTPAGE, done: _Drawn | None, one: _Drawn, other: _Drawn) -> bool:
    """Whether a word begins no farther from the one before it than letters of these, or of the one before, do."""
    if not pdfium.FPDFText_IsGenerated(raw, other.first - 1):
        return False
    known = (one, other, *([done] if done and done.bottom == one.bottom and done.top == one.top else []))
    for word in known:
        if word.last > word.first:
            rect = pdfium.FS_RECTF()
            pdfium.FPDFText_GetLooseCharBox(raw, word.last - 1, ctypes.byref(rect))
            right = rect.right
            pdfium.FPDFText_GetLooseCharBox(raw, word.last, ctypes.byref(rect))
            return bool(other.left - one.right <= (1 + _EVENLY) * (rect.left - right))
    return False


def _quarters(raw: pdfium.FPDF_TEXTPAGE, character: int) -> int | None:
    """By how many quarter turns a character is turned to the left; None where it stands askew."""
    angle = -pdfium.FPDFText_GetCharAngle(raw, character)
    quarters = round(angle / (math.pi / 2))
    return None if abs(angle - quarters * math.pi / 2) > _TILT else quarters % 4


def _with_raised(raw: pdfium.FPDF_TEXTPAGE, word: str, first: int, foot: tuple[float, float]) -> str:
    """A word whose last digits stand above the line, such as the mark of a footnote, with raised digits."""
    start = len(word)
    while start > 1 and word[start - 1].isdigit() and _is_mark(raw, first + start - 1, foot):
        start -= 1
    return word[:start] + word[start:].translate(RAISED_DIGITS)


def _is_mark(raw: pdfium.FPDF_TEXTPAGE, index: int, foot: tuple[float, float]) -> bool:
    """Whether a character is smaller than its word and stands above the foot of that."""
    bottom, top = foot
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, index, ctypes.byref(rect))
    is_raised: bool = rect.bottom - bottom > _RAISED * (top - bottom)
    return is_raised and bool(rect.top - rect.bottom <= _SMALLER * (top - bottom))


def _after_mark(raw: pdfium.FPDF_TEXTPAGE, word: str, first: int, foot: tuple[float, float]) -> str:
    """A word that the mark of a note stands raised before, parted from it."""
    length = 0
    while length < len(word) and word[length].isalnum() and _is_mark(raw, first + length, foot):
        length += 1
    if not 0 < length <= _MARK_MAX or not word[length:][:1].isalpha():
        return word
    return f"{word[:length].translate(RAISED_DIGITS)} {word[length:]}"


def _written_out(match: re.Match[str]) -> str:
    """What to write for a character of a symbol font, a ligature, or one that shows nothing."""
    char = match[0]
    if char in _SHOWN_AS:
        return _SHOWN_AS[char]
    return "•" if "\uf000" <= char <= "\uf0ff" else "\ufffd" if "\ud800" <= char <= "\udfff" else ""


def _pieces(raw: pdfium.FPDF_TEXTPAGE, words: Sequence[_Drawn]) -> Iterator[Piece]:
    """Words that the file draws one after the other, put together where they stand side by side."""
    run: list[_Drawn] = []
    for word in words:
        if run and not _follows(run[-1], word):
            yield _piece(raw, run)
            run = []
        run.append(word)
    if run:
        yield _piece(raw, run)


def _follows(one: _Drawn, other: _Drawn) -> bool:
    """Whether a word stands right of another one on its line, without a gap that parts cells."""
    _, _, bottom, right, top, _, _, _, broken = one
    _, left, other_bottom, _, other_top, _, _, space, _ = other
    height = top - bottom
    gap = left - right
    if not _BACKWARDS * height <= gap <= _CELL_GAP * height or broken:
        return False
    if gap > _WORD_GAP * height and "\n" in space:
        return False
    if bottom == other_bottom and top == other_top:
        return height >= 0
    shared = min(top, other_top) - max(bottom, other_bottom)
    return shared >= _OVERLAP * min(height, other_top - other_bottom)


def _piece(raw: pdfium.FPDF_TEXTPAGE, run: Sequence[_Drawn]) -> Piece:
    first, last = run[0], run[-1]
    tallest = max(run, key=_height)
    words = [Word(first.text, first.left, first.right)]
    for one, other in pairwise(run):
        height = one.top - one.bottom
        gap = other.left - one.right
        if gap >= 2 * _NO_GAP * height:
            words.append(Word(other.text, other.left, other.right))
        elif other.text.isdigit() and _is_raised(one, other):
            words[-1] = Word(words[-1].text + other.text.translate(RAISED_DIGITS), words[-1].left, other.right)
        elif gap < _NO_GAP * height and not other.space.strip("\r\n"):
            words[-1] = Word(words[-1].text + other.text, words[-1].left, other.right)
        else:
            words.append(Word(other.text, other.left, other.right))
    text = " ".join([word.text for word in words])
    broken = last.broken
    if not broken and text[-1] in "-\u2010" and _HYPHEN_END.search(text):
        text, broken = text[:-1], True
    return Piece(
        text,
        first.left,
        last.right,
        tallest.bottom,
        tallest.top,
        _is_bold(raw, first.first) and (first.first == last.last or _is_bold(raw, last.last)),
        first.right - first.left,
        broken,
        tuple(words),
        pale=tallest.top - tallest.bottom >= _PALE_HEIGHT and _is_pale(raw, first.first),
    )


def _height(word: _Drawn) -> float:
    return word.top - word.bottom


def _is_raised(one: _Drawn, other: _Drawn) -> bool:
    height = one.top - one.bottom
    return other.bottom - one.bottom > _RAISED * height and other.top - other.bottom < _SMALLER * height


def _is_bold(raw: pdfium.FPDF_TEXTPAGE, character: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(raw, character) >= _BOLD_WEIGHT:
        return True
    name = _FontName()
    pdfium.FPDFText_GetFontInfo(raw, character, name, 128, None)
    return _BOLD_NAME.search(name.value) is not None


def _is_pale(raw: pdfium.FPDF_TEXTPAGE, character: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(raw, character, red, green, blue, alpha):
        return False
    return alpha.value <= _PALE or min(red.value, green.value, blue.value) >= _PALE


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Lines with pieces put together that stand as close as words do, but for cells of a column."""
    return [_merged_line(lines, index) if len(line) > 1 else line for index, line in enumerate(lines)]


def _opens_cell(lines: Sequence[Line], index: int, piece: Piece) -> bool:
    """Whether pieces begin where one does in several lines that follow each other."""
    count = 1
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and count < _CELLS_MIN:
            if not any(abs(other.left - piece.left) < _SAME_LEFT for other in lines[at][1:]):
                break
            count += 1
            at += step
    return count >= _CELLS_MIN


def _merged_line(lines: Sequence[Line], index: int) -> Line:
    merged = lines[index][:1]
    for piece in lines[index][1:]:
        before = merged[-1]
        height = min(before.height, piece.height)
        gap = piece.left - before.right
        is_close = _BACKWARDS * height <= gap <= _WORD_GAP * height
        if before.role or piece.role or not is_close or _opens_cell(lines, index, piece):
            merged.append(piece)
            continue
        hyphen = "-" if before.broken else ""
        is_one_word = gap < _NO_GAP * height
        taller = max(before, piece, key=lambda one: one.height)
        merged[-1] = Piece(
            f"{before.text}{hyphen}{'' if is_one_word else ' '}{piece.text}",
            before.left,
            piece.right,
            taller.bottom,
            taller.top,
            before.bold and piece.bold,
            before.first_word,
            piece.broken,
            before.words + piece.words,
            pale=before.pale and piece.pale,
        )
    return merged


def _watermarks(tilted: Sequence[_Drawn], turned: Callable[[_Box], _Box]) -> list[Piece]:
    """What runs askew over a page."""
    runs: list[list[_Drawn]] = []
    for word in tilted:
        if not runs or "\n" in word.space:
            runs.append([])
        runs[-1].append(word)
    marks: list[Piece] = []
    for run in runs:
        left, bottom, right, top = turned(
            (
                min(word.left for word in run),
                min(word.bottom for word in run),
                max(word.right for word in run),
                max(word.top for word in run),
            )
        )
        marks.append(
            Piece(" ".join(word.text for word in run), left, right, bottom, top, False, right - left, role="watermark")
        )
    return marks
