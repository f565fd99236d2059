"""What stands before the text of a line: bullets and numbers, in columns too; what leads a line to a page number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from corpus.language.lists import BULLETS, LINE_BULLETS
from corpus.layout.page import BIGGER, Line, Piece, Style

_GAP = 5.0  # line heights that may lie between a bullet or number and its text
_NUMBER_TEXT_CHARS = 25  # of a text before which a bare number is the number of a paragraph
_NUMBERED_MIN = 3  # items that bare numbers count
_COUNTED_MIN = 3  # items in a column with numbers that follow each other,
_COUNTED_SHARE = 0.7  # of the lines that begin with a number
_BARE_LINES = 1.5  # for each item whose number has no mark, else it may be a date or a count
_COUNT = re.compile(r"[(\[]?(\d{1,3})(?:(?P<mark>[.)\]])\s+\S|\s+[^\W\d_a-z])")  # where raised digits are plain
_SIGN = re.compile(rf"[{BULLETS}]$")
_LINE_SIGN = re.compile(rf"(?:[{LINE_BULLETS}o☐☑☒]|[^\w\s(£$€%])$")
_MARKED = re.compile(r"\(?\w{1,4}[.)]$|\d{1,3}(?:\.\d{1,3}){1,4}\.?$")
_BARE = re.compile(r"\d{1,3}$")
_LEADER = re.compile(r"\s*(?:\.\s?){4,}\s*|\s*(?:…\s?){2,}\s*|\s*(?:·\s?){4,}\s*|\s*_{6,}\s*(?=\d{1,4}$)")
_LEADER_SIGNS = ("..", ". .", "…", "··", "· ·", "______")
_PAGE_NUMBER = re.compile(r"(?:\d{1,4}|[ivxlc]{1,6}|[A-Z]{1,3}[-.]?\d{1,3})$")


def with_leads(lines: Sequence[Line], style: Style) -> list[Line]:
    """Lines with a bullet or number put to its text, and with the dots before a page number taken out.

    Args:
        lines: from the top down.
        style: of the document's body.

    Returns:
        Them; the entries of a table of contents are one piece each, with that role.
    """
    kept: list[Line] = []
    numbered = _numbered(lines)
    for line in lines:
        if id(line[0]) in numbered:
            line = [put_together(line)]
        if any(sign in piece.text for piece in line for sign in _LEADER_SIGNS):
            line = _without_leaders(line)
        if len(line) > 1:
            line = _joined(line, style)
        if line:
            kept.append(line)
    return kept


def _numbered(lines: Sequence[Line]) -> set[int]:
    """The bare numbers in the margin, by their ids, that count the items beside them: 1, 2, 3, each with its text."""
    runs: list[list[int]] = []
    for index, line in enumerate(lines):
        if len(line) != 2 or not _BARE.match(line[0].text) or not line[1].text[:1].isupper():
            continue
        before = lines[runs[-1][-1]] if runs else None
        if before is not None and _counts_on(before, line):
            runs[-1].append(index)
        else:
            runs.append([index])
    return {id(lines[index][0]) for run in runs if _is_list(lines, run) for index in run}


def _counts_on(before: Line, line: Line) -> bool:
    """Whether a line has the number after that of another, in the same place."""
    tolerance = 0.5 * line[0].height
    is_below = min(abs(before[0].left - line[0].left), abs(before[0].right - line[0].right)) <= tolerance
    return is_below and abs(before[1].left - line[1].left) <= tolerance and int(line[0].text) == int(before[0].text) + 1


def _is_list(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether lines with numbers are items and not the rows of a table, which has a header row or further cells."""
    first = lines[run[0]]
    if len(run) < _NUMBERED_MIN or first[1].left - first[0].right > _GAP * max(first[0].height, first[1].height):
        return False
    above = lines[run[0] - 1] if run[0] else []
    has_header = len(above) > 1 and abs(above[1].left - first[1].left) <= 0.5 * first[1].height
    return not has_header and all(len(line) <= 2 for line in lines[run[0] : run[-1] + 1])


def _without_leaders(line: Line) -> Line:
    """A line without its dots, as one piece where they lead to a page number."""
    text = " ".join(piece.text for piece in line)
    parts = [part for part in _LEADER.split(text) if part]
    if len(parts) == 2 and _PAGE_NUMBER.match(parts[1]):
        whole = put_together(line)
        return [replace(whole, text=" ".join(parts), words=(), role="entry")]
    bare = (replace(piece, text=_LEADER.sub(" ", piece.text).strip(), words=()) for piece in line)
    return [piece for piece in bare if piece.text]


def _joined(line: Line, style: Style) -> Line:
    joined: Line = []
    for index, piece in enumerate(line):
        before = joined[-1] if joined else None
        if before is not None and _leads(before, piece, style, is_first=index == 1, is_last=index + 1 == len(line)):
            joined[-1] = put_together([before, piece])
        else:
            joined.append(piece)
    return joined


def _leads(sign: Piece, text: Piece, style: Style, *, is_first: bool, is_last: bool) -> bool:
    """Whether a piece is the bullet or the number of the next one on its line."""
    if text.left - sign.right > _GAP * max(sign.height, text.height) or text.role or not text.text or not sign.text:
        return False
    if _SIGN.match(sign.text):
        return True
    if not (is_first or len(text.text) >= _NUMBER_TEXT_CHARS):
        return False
    if _MARKED.match(sign.text) or _LINE_SIGN.match(sign.text):
        return text.text[0].isalpha() or text.text[0] in "(‘“'\"" or len(text.text) >= _NUMBER_TEXT_CHARS
    if not (is_first and is_last and _BARE.match(sign.text) and text.text[0].isupper()):
        return False
    is_heading = min(sign.height, text.height) >= BIGGER * style.height or (sign.bold and text.bold and not style.bold)
    return is_heading or len(text.text) >= _NUMBER_TEXT_CHARS


def put_together(pieces: Sequence[Piece]) -> Piece:
    """Pieces side by side as one."""
    first, last = pieces[0], pieces[-1]
    taller = max(pieces, key=lambda piece: len(piece.text))
    return Piece(
        " ".join(piece.text for piece in pieces),
        first.left,
        last.right,
        taller.bottom,
        taller.top,
        all(piece.bold for piece in pieces),
        first.first_word,
        last.broken,
        tuple(word for piece in pieces for word in piece.words),
        last.role,
    )


def counts_on(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether the items on the right have the numbers after those on the left, as in a list that is set in columns."""
    counted, further = _counted(left), _counted(right)
    return bool(counted and further) and further[0] == counted[-1] + 1


def _counted(pieces: Sequence[Piece]) -> range:
    """The numbers that follow each other of the items in a column, if they are most that its lines begin with."""
    found = [match for piece in pieces if (match := _COUNT.match(normalize("NFKC", piece.text)))]
    numbers = sorted(int(match[1]) for match in found)
    longest = range(0)
    start = 0
    for end in range(1, len(numbers) + 1):
        if end == len(numbers) or numbers[end] != numbers[end - 1] + 1:
            longest = max(longest, range(numbers[start], numbers[end - 1] + 1), key=len)
            start = end
    is_marked = sum(match["mark"] is not None for match in found) >= _COUNTED_SHARE * len(found)
    is_list = is_marked or len(pieces) >= _BARE_LINES * len(longest)
    return longest if is_list and len(longest) >= max(_COUNTED_MIN, _COUNTED_SHARE * len(numbers)) else range(0)
