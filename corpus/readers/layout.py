"""From the lines of printed pages to blocks of text; lengths are in points, y upwards."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from corpus.assembly import Block
from corpus.document import ParagraphKind

_MARGIN_POINTS = 72.0  # from a page's edge to the middle of the innermost line of a running header or footer
_REPEATED_SHARE = 0.4  # of the pages that must show a line, apart from its page number, at the same height
_REPEATED_MIN_PAGES = 3
_NUMBERED_MIN_PAGES = 2  # for a line that is nothing but a page number
_DETACHED_GAPS = 2.0  # times the usual gap between lines part a running header or footer from the text,
_DETACHED_HEIGHT = 0.75  # and so much of a line's height at least
_SAME_HEIGHT_POINTS = 8.0
_BIGGER = 1.1  # times the body's line height make a heading
_SAME_SIZE = 0.12
_FAR_APART = 1.25  # times the usual line distance part paragraphs
_HEADING_MAX_CHARS = 220
_HEADING_MAX_LINES = 4
_ROW_MAX_LINES = 8
_COLUMN_MIN_LINES = 8
_COLUMN_MIN_CHARS = 18

_BULLET = re.compile(
    r"(?:[•◼▪■●○◦‣⁃∙·❑➢✓*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)])(?:\s|$)|\(?\d{1,3}[.)](?=[A-Z])|[•◼▪■●]"
)
_BULLET_SIGN = re.compile(r"(?:[•◼▪■●○◦‣⁃∙·❑➢✓*–—-])(?:\s|$)|[•◼▪■●]")
_NUMBER_STUCK = re.compile(r"(\(?\d{1,3}[.)])(?=[^\W\d_])")  # a tab that the file does not spell out
_DATED = re.compile(r"\b(?:dates?|published|issued|updated)\b[^:]{0,20}:", re.I)  # it states a fact and heads nothing
_PAGE_OF = re.compile(r"\bpage\s+(\d{1,5})\s*(?:of|/)\s*(\d{1,5})\b|^(\d{1,5})\s*/\s*(\d{1,5})$")
_PAGE_NUMBERS = (
    re.compile(r"^[\[|\s–—·•~-]*(?P<number>\d{1,5})(?=[\]|–—·•~-]*(?:\s|$))"),
    re.compile(r"(?:^|(?<=\s))[\[|–—·•~-]*(?P<number>\d{1,5})(?=[\]|\s–—·•~-]*$)"),
    re.compile(r"\bpage\s+(?P<number>\d{1,5})(?=\s|$)"),
)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*\d{0,2}$")


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
class _Style:
    """What is usual in a document's body: its line height, the distance of its lines, whether it is bold."""

    height: float
    pitch: float
    bold: bool


@dataclass(slots=True)
class _Draft:
    """A block that is being put together from lines: one cell, or the cells of a table row."""

    page: int
    cells: list[list[Piece]]
    level: int = 0
    next_page: list[Piece] = field(default_factory=list)

    @property
    def first(self) -> Piece:
        return self.cells[0][0]

    @property
    def last(self) -> Piece:
        return self.cells[-1][-1]

    @property
    def is_row(self) -> bool:
        return len(self.cells) > 1

    def pieces(self) -> Iterator[Piece]:
        for cell in self.cells:
            yield from cell
        yield from self.next_page


def find_blocks(pages: Sequence[Page]) -> list[Block]:
    """Put the lines of pages together to blocks.

    Headers, footers and page numbers are left out: what a good share of the pages says in the margin at the same height, word for
    word but for the number of the page, with a gap between it and the text. Lines that run on are joined, over page ends too; words
    broken at a line's end are mended; paragraphs end at a wider gap, an indentation, a bullet, a change of type or a line that could
    have held the next word. Cells beside each other make a table row. Lines in larger or bolder type than the body are headings,
    larger type the higher level.

    Args:
        pages: in the order of the file.

    Returns:
        The blocks in reading order, with their pages from 1.
    """
    texts = [_columns_apart(lines) for lines in _without_repeats(pages)]
    style = _style(texts)
    drafts = [draft for number, lines in enumerate(texts, start=1) for draft in _drafts(lines, number, style)]
    drafts = _joined_over_pages(_with_headings(drafts, style))
    spelling = _Spelling(drafts)
    return [_block(draft, spelling) for draft in drafts]


# What every page repeats


_Mark = tuple[str, str, int]  # what a repeated line says, at which edge, and how far from it


def _without_repeats(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each page without its running header and footer.

    A mark is left out where enough pages show it apart from the text, that is from all that is not left out; then also on the pages
    that are so full that it is close to the text.
    """
    style = _style(page.lines for page in pages)
    clear = max(_DETACHED_GAPS * (style.pitch - style.height), _DETACHED_HEIGHT * style.height)
    marked = [
        [(line, _marks(line, page, number, style.height)) for line in page.lines]
        for number, page in enumerate(pages, start=1)
    ]
    running = _frequent(((mark for _, marks in lines for mark in marks) for lines in marked), len(pages))
    while True:
        kept = [[line for line, marks in lines if not marks & running] for lines in marked]
        apart = [
            [mark for line, marks in lines for mark in marks & running if _gap(line, text, mark[1]) >= clear]
            for lines, text in zip(marked, kept, strict=True)
        ]  # fmt: skip
        still = running & _frequent(apart, len(pages))
        if still == running:
            return kept if any(kept) else [list(page.lines) for page in pages]
        running = still


def _marks(line: Line, page: Page, number: int, body: float) -> set[_Mark]:
    """What a line in a margin says: as it stands, with its page number counted from the page's place in the file, and without it."""
    middle = (line[0].bottom + line[0].top) / 2
    edge, distance = min(("top", page.top - middle), ("bottom", middle - page.bottom), key=lambda found: found[1])
    if distance > _MARGIN_POINTS:
        return set()
    text = " ".join(piece.text for piece in line).lower()
    said = {text}
    if line[0].height < _BIGGER * body or not re.search(
        r"[^\W\d_]", text.replace("page", "")
    ):  # "Question 3" in large type is a heading
        said |= _numbered(text, number)
    return {(words, edge, round(distance / _SAME_HEIGHT_POINTS)) for words in said}


def _numbered(text: str, page: int) -> set[str]:
    """What a line says apart from the page number it may hold."""
    if (found := _PAGE_OF.search(text)) is not None:
        place, count = (int(group) for group in found.groups() if group)
        return {f"{text[: found.start()]}# of #{text[found.end() :]}"} if place <= count else set()
    said: set[str] = {"#roman"} if re.fullmatch("[ivxlc]{1,7}", text) else set()
    for pattern in _PAGE_NUMBERS:
        if (found := pattern.search(text)) is not None:
            start, end = found.span("number")
            said.add(f"{text[:start]}#{int(found['number']) - page}{text[end:]}")
            if int(found["number"]) == page and (bare := f"{text[:start].removesuffix('page ')}{text[end:]}".strip()):
                said.add(bare)
    return said


def _frequent(marks_of_pages: Iterable[Iterable[_Mark]], page_count: int) -> set[_Mark]:
    """The marks that a good share of the pages has at about the same height, with those a little higher or lower."""
    seen = Counter(mark for marks in marks_of_pages for mark in set(marks))
    frequent: set[_Mark] = set()
    for words, edge, height in seen:
        near = [(words, edge, height + step) for step in (-1, 0, 1)]
        is_number = re.fullmatch(r"\W*(?:page)?\W*#-?\d*(?: of #)?\W*|#roman", words) is not None
        needed = max(_NUMBERED_MIN_PAGES if is_number else _REPEATED_MIN_PAGES, page_count * _REPEATED_SHARE)
        if sum(seen[mark] for mark in near) >= needed:
            frequent.update(near)
    return frequent


def _gap(line: Line, text: Sequence[Line], edge: str) -> float:
    """The white between a line in a margin and the nearest text towards the middle of the page."""
    if edge == "top":
        bottom = min(piece.bottom for piece in line)
        return min(
            (bottom - piece.top for other in text for piece in other if piece.bottom + piece.top < 2 * bottom),
            default=math.inf,
        )
    top = max(piece.top for piece in line)
    return min(
        (piece.bottom - top for other in text for piece in other if piece.bottom + piece.top > 2 * top),
        default=math.inf,
    )


# Columns


def _columns_apart(lines: list[Line]) -> list[Line]:
    """A page whose file holds two columns of prose line beside line, with the left column before the right one."""
    pairs = [line for line in lines if len(line) == 2 and min(len(piece.text) for piece in line) >= _COLUMN_MIN_CHARS]
    if len(pairs) < _COLUMN_MIN_LINES or 2 * len(pairs) < len(lines):
        return lines
    middle = median((line[0].right + line[1].left) / 2 for line in pairs)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if any(piece.left < middle < piece.right for piece in line):  # it runs over both columns
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            left += [[piece] for piece in line if piece.right <= middle]
            right += [[piece] for piece in line if piece.left >= middle]
    return [*ordered, *left, *right]


# From lines to drafts of blocks


def _style(pages: Iterable[Sequence[Line]]) -> _Style:
    chars: Counter[tuple[float, bool]] = Counter()
    pitches: Counter[float] = Counter()
    for lines in pages:
        for piece in (piece for line in lines for piece in line):
            chars[_rounded(piece.height), piece.bold] += len(piece.text)
        for line, following in pairwise(lines):
            if 0 < (pitch := line[0].bottom - following[0].bottom) < 3 * line[0].height:
                pitches[_rounded(pitch)] += 1
    heights: Counter[float] = Counter()
    for (height, _), count in chars.items():
        heights[height] += count
    height = heights.most_common(1)[0][0] if heights else 12.0
    bold = chars[height, True] > chars[height, False]
    near = {pitch: count for pitch, count in pitches.items() if pitch >= 0.6 * height}
    pitch = max(near, key=lambda value: near[value], default=height)
    return _Style(height, min(pitch, 2 * height), bold)


def _rounded(points: float) -> float:
    return round(2 * points) / 2


def _drafts(lines: Sequence[Line], page: int, style: _Style) -> list[_Draft]:
    drafts: list[_Draft] = []
    for line in lines:
        if drafts and _place(drafts[-1], line, style):
            continue
        drafts.append(_Draft(page, [[piece] for piece in line]))
    return drafts


def _place(draft: _Draft, line: Line, style: _Style) -> bool:
    """Add a line to a draft if it belongs there."""
    first = line[0]
    if _is_beside(draft, first):
        draft.cells += [[piece] for piece in line]
        return True
    if draft.is_row:
        return _continue_row(draft, line, style)
    if not _runs_on(draft, draft.last, first, style):
        return False
    if len(line) > 1 and len(draft.cells[0]) >= _ROW_MAX_LINES:
        return False
    draft.cells[0].append(first)
    draft.cells += [[piece] for piece in line[1:]]
    return True


def _is_beside(draft: _Draft, piece: Piece) -> bool:
    """Whether a piece starts a further cell, to the right of all that is in the draft and at the height of some of it."""
    if sum(len(cell) for cell in draft.cells) > _ROW_MAX_LINES * len(draft.cells):
        return False
    if piece.left < max(other.right for other in draft.cells[-1]) or piece.left <= max(
        other.left for other in draft.pieces()
    ):
        return False
    top, bottom = max(other.top for other in draft.pieces()), min(other.bottom for other in draft.pieces())
    return min(top, piece.top) - max(bottom, piece.bottom) > 0.3 * piece.height


def _continue_row(draft: _Draft, line: Line, style: _Style) -> bool:
    """Add a line to the cells of a row that it stands under, when the row plainly goes on."""
    under: list[tuple[list[Piece], Piece]] = []
    for piece in line:
        cell = next((cell for cell in draft.cells if abs(cell[0].left - piece.left) < piece.height), None)
        if cell is None or not 0 < cell[-1].bottom - piece.bottom <= _line_distance(piece, style):
            return False
        under.append((cell, piece))
    in_last_cell = len(line) == 1 and under[0][0] is draft.cells[-1]
    if not in_last_cell and not all(piece.text[0].islower() for piece in line):
        return False
    if len(under[0][0]) >= 5 * _ROW_MAX_LINES:
        return False
    for cell, piece in under:
        cell.append(piece)
    return True


def _line_distance(piece: Piece, style: _Style) -> float:
    """How far below a line the next one of its paragraph may be."""
    return _FAR_APART * max(style.pitch, style.height) * max(piece.height / style.height, 0.5)


def _runs_on(draft: _Draft, last: Piece, piece: Piece, style: _Style) -> bool:
    """Whether a line below the last one of a paragraph belongs to the paragraph."""
    if not 0 < last.bottom - piece.bottom <= _line_distance(piece, style):
        return False
    if abs(piece.height - last.height) > _SAME_SIZE * max(piece.height, last.height) or _BULLET_SIGN.match(piece.text):
        return False
    ended = _SENTENCE_END.search(last.text) is not None
    right = max(max(other.right for other in draft.cells[0]), piece.right)
    has_room = last.right + piece.first_word + piece.height < right
    if last.bold != piece.bold and (has_room or ended):
        return False
    is_next_item = (
        _BULLET.match(draft.first.text) is not None and abs(piece.left - draft.first.left) < 0.5 * piece.height
    )
    if _BULLET.match(piece.text) and (ended or has_room or is_next_item):
        return False
    indent = piece.left - last.left
    is_first_line = len(draft.cells[0]) == 1
    if (
        abs(indent) > 0.8 * piece.height
        and not (is_first_line and (_BULLET.match(last.text) or not ended))
        and not _is_centred(last, piece)
    ):
        return False
    if last.broken:
        return True
    return not (has_room and ended)


def _is_centred(one: Piece, other: Piece) -> bool:
    return abs((one.left + one.right) - (other.left + other.right)) < one.height


# Headings


def _with_headings(drafts: Sequence[_Draft], style: _Style) -> list[_Draft]:
    """Give headings their level, 1 for the largest type; parts of one heading that stand apart are put together."""
    looks = {
        id(draft): (_rounded(median(piece.height for piece in draft.pieces())), draft.first.bold) for draft in drafts
    }
    heading = {id(draft) for draft in drafts if _is_heading(draft, style)}
    ranks = sorted({looks[name] for name in heading}, reverse=True)
    kept: list[_Draft] = []
    for draft in drafts:
        if id(draft) in heading:
            draft.level = min(1 + ranks.index(looks[id(draft)]), 6)
            above = kept[-1] if kept else None
            if above and above.level and above.page == draft.page and _is_cut(above, draft):
                above.cells[0] += draft.cells[0]
                above.level = min(above.level, draft.level)
                continue
        kept.append(draft)
    return kept


def _is_cut(above: _Draft, below: _Draft) -> bool:
    """Whether two headings are one, by their wording and size."""
    if not 0.75 < above.last.height / below.first.height < 1.33:
        return False
    return (
        below.first.text[0].islower()
        or re.search(r"(?:\b(?:and|of|the|for|in)|[:,&])$", above.last.text, re.I) is not None
    )


def _is_heading(draft: _Draft, style: _Style) -> bool:
    pieces = list(draft.pieces())
    if draft.is_row or len(pieces) > _HEADING_MAX_LINES:
        return False
    text = " ".join(piece.text for piece in pieces)
    if (
        len(text) > _HEADING_MAX_CHARS
        or text.endswith((".", ";", ","))
        or _BULLET_SIGN.match(text)
        or sum(char.isalpha() for char in text) < 3
    ):
        return False
    is_larger = min(piece.height for piece in pieces) >= _BIGGER * style.height
    is_bolder = (
        not style.bold
        and all(piece.bold for piece in pieces)
        and min(piece.height for piece in pieces) >= 0.95 * style.height
    )
    return (is_larger or is_bolder) and not _DATED.search(text)


# Over page ends


def _joined_over_pages(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Put the two halves of a paragraph together that runs over a page's end; notes at the page's foot go before it."""
    kept: list[_Draft] = []
    for draft in drafts:
        if (
            kept
            and kept[-1].page == draft.page - 1
            and not draft.level
            and not draft.is_row
            and (number := _open_end(kept, draft)) is not None
        ):
            above = kept.pop(number)
            above.next_page = draft.cells[0]
            kept.append(above)
        else:
            kept.append(draft)
    return kept


def _open_end(kept: Sequence[_Draft], draft: _Draft) -> int | None:
    """Which draft of the page before goes on in the first draft of a page."""
    if _BULLET.match(draft.first.text) or not (draft.first.text[0].islower() or draft.first.text[0] in "(‘“'\""):
        return None
    for number in range(len(kept) - 1, max(len(kept) - 4, -1), -1):
        above = kept[number]
        if above.page != draft.page - 1 or above.level or above.is_row or above.next_page:
            return None
        if abs(above.last.height - draft.first.height) <= _SAME_SIZE * draft.first.height:
            return None if _SENTENCE_END.search(above.last.text) else number
        if above.last.height > draft.first.height:
            return None
    return None


# Words broken at line ends


class _Spelling:
    """Tells words that were broken by a hyphen from words that have one, by how the document writes them elsewhere."""

    def __init__(self, drafts: Iterable[_Draft]) -> None:
        texts = " ".join(piece.text.lower() for draft in drafts for piece in draft.pieces())
        self._count = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", texts))
        self._seams = 0  # above 0 when the words that can be told were mostly broken ones
        for draft in drafts:
            pieces = list(draft.pieces())
            for piece, following in pairwise(pieces):
                if piece.broken:
                    self._seams += self._evidence(piece.text, following.text)

    def _evidence(self, before: str, after: str) -> int:
        head, tail = _seam(before, after)
        whole, hyphened = self._count[head + tail], self._count[f"{head}-{tail}"]
        return (whole > hyphened) - (hyphened > whole)

    def join(self, pieces: Sequence[Piece]) -> str:
        """The text of lines that follow each other."""
        parts: list[str] = []
        for piece, following in pairwise([*pieces, None]):
            if piece is None:
                continue
            parts.append(piece.text)
            if following is None:
                parts.append("-" if piece.broken else "")
            elif not piece.broken:
                parts.append("" if re.search(r"\w-$", piece.text) and following.text[0].isalpha() else " ")
            elif not following.text[0].islower() or (self._evidence(piece.text, following.text) or self._seams) <= 0:
                parts.append("-")
        return "".join(parts)


def _seam(before: str, after: str) -> tuple[str, str]:
    """The last word of one line and the first of the next."""
    head = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", before.lower())
    tail = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", after.lower())
    return head[0] if head else "", tail[0] if tail else ""


def _block(draft: _Draft, spelling: _Spelling) -> Block:
    if draft.is_row:
        return Block(" | ".join(spelling.join(cell) for cell in draft.cells), "table_row", page=draft.page)
    whole = spelling.join([*draft.cells[0], *draft.next_page])
    if _NUMBER_STUCK.match(whole):
        whole = _NUMBER_STUCK.sub(r"\1 ", whole, count=1)
    continued = spelling.join(draft.next_page)
    if draft.next_page and draft.cells[0][-1].broken:  # the word stays whole, on the page where it starts
        continued = continued.split(" ", 1)[1] if " " in continued else ""
    text = whole[: len(whole) - len(continued)]
    kind: ParagraphKind = "heading" if draft.level else "list_item" if _BULLET.match(whole) else "paragraph"
    return Block(text, kind, draft.level, draft.page, continued)
