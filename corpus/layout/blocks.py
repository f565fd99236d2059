"""From the lines of printed pages to blocks of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from corpus.assembly import SourceBlock, table_row
from corpus.document import BlockKind
from corpus.language.lists import BULLETS, LINE_BULLETS
from corpus.language.vocabulary import alternatives, load
from corpus.layout.columns import columns_apart
from corpus.layout.furniture import without_furniture
from corpus.layout.hyphens import Hyphens
from corpus.layout.page import BIGGER, Line, Page, Piece, Style, rounded, usual_style

_SAME_SIZE = 0.12
_FAR_APART = 1.25  # times the usual line distance part paragraphs
_HEADING_MAX_CHARS = 220
_HEADING_MAX_LINES = 4
_ROW_MAX_LINES = 8

_SIGN = rf"[{BULLETS}{LINE_BULLETS}](?:\s|$)|[{BULLETS}]"
_BULLET_SIGN = re.compile(_SIGN)
_BULLET = re.compile(rf"{_SIGN}|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{2,4}})[.)](?:\s|$)|\(?\d{{1,3}}[.)](?=[A-Z])")
_NUMBER_STUCK = re.compile(r"(\(?\d{1,3}[.)])(?=[^\W\d_])")  # a tab that the file does not spell out
_LINES = load("metadata")["lines"]
_FACT = re.compile(rf"\b{alternatives(_LINES['facts'])}\b[^:]{{0,20}}:", re.I)
_GOES_ON = re.compile(rf"(?:\b{alternatives(_LINES['heading_goes_on'])}|[:,&])$", re.I)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*\d{0,2}$")


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


def find_blocks(pages: Sequence[Page]) -> list[SourceBlock]:
    """Put the lines of pages together to blocks.

    Page furniture is left out: what a good share of the pages says in the margin at the same height, word for word but
    for the number of the page, with a gap between it and the text. Lines that run on are joined, over page ends too;
    words broken at a line's end are joined; paragraphs end at a wider gap, an indentation, a bullet, a change of type
    or a line that could have held the next word. Cells beside each other make a table row. Lines in larger or bolder
    type than the body are headings, larger type the higher level.

    Args:
        pages: in the order of the file.

    Returns:
        The blocks in reading order, with their pages from 1.
    """
    texts = [columns_apart(lines) for lines in without_furniture(pages)]
    style = usual_style(texts)
    drafts = [draft for page, lines in enumerate(texts, start=1) for draft in _drafts(lines, page, style)]
    drafts = _joined_over_pages(_with_headings(drafts, style))
    hyphens = Hyphens([list(draft.pieces()) for draft in drafts])
    return [_block(draft, hyphens) for draft in drafts]


def _drafts(lines: Sequence[Line], page: int, style: Style) -> list[_Draft]:
    drafts: list[_Draft] = []
    for line in lines:
        if drafts and _place(drafts[-1], line, style):
            continue
        drafts.append(_Draft(page, [[piece] for piece in line]))
    return drafts


def _place(draft: _Draft, line: Line, style: Style) -> bool:
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
    """Whether a piece starts a further cell, right of all that is in the draft and at the height of some of it."""
    if sum(len(cell) for cell in draft.cells) > _ROW_MAX_LINES * len(draft.cells):
        return False
    if piece.left < max(other.right for other in draft.cells[-1]) or piece.left <= max(
        other.left for other in draft.pieces()
    ):
        return False
    top, bottom = max(other.top for other in draft.pieces()), min(other.bottom for other in draft.pieces())
    return min(top, piece.top) - max(bottom, piece.bottom) > 0.3 * piece.height


def _continue_row(draft: _Draft, line: Line, style: Style) -> bool:
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


def _line_distance(piece: Piece, style: Style) -> float:
    """How far below a line the next one of its paragraph may be."""
    return _FAR_APART * max(style.pitch, style.height) * max(piece.height / style.height, 0.5)


def _runs_on(draft: _Draft, last: Piece, piece: Piece, style: Style) -> bool:
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


def _with_headings(drafts: Sequence[_Draft], style: Style) -> list[_Draft]:
    """Give headings their level, 1 for the largest type; parts of one heading that stand apart are put together."""
    looks = {
        id(draft): (rounded(median(piece.height for piece in draft.pieces())), draft.first.bold) for draft in drafts
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
    return below.first.text[0].islower() or _GOES_ON.search(above.last.text) is not None


def _is_heading(draft: _Draft, style: Style) -> bool:
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
    is_larger = min(piece.height for piece in pieces) >= BIGGER * style.height
    is_bolder = (
        not style.bold
        and all(piece.bold for piece in pieces)
        and min(piece.height for piece in pieces) >= 0.95 * style.height
    )
    return (is_larger or is_bolder) and not _FACT.search(text)


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
            and (index := _open_end(kept, draft)) is not None
        ):
            above = kept.pop(index)
            above.next_page = draft.cells[0]
            kept.append(above)
        else:
            kept.append(draft)
    return kept


def _open_end(kept: Sequence[_Draft], draft: _Draft) -> int | None:
    """Which draft of the page before goes on in the first draft of a page."""
    if _BULLET.match(draft.first.text) or not (draft.first.text[0].islower() or draft.first.text[0] in "(‘“'\""):
        return None
    for index in range(len(kept) - 1, max(len(kept) - 4, -1), -1):
        above = kept[index]
        if above.page != draft.page - 1 or above.level or above.is_row or above.next_page:
            return None
        if abs(above.last.height - draft.first.height) <= _SAME_SIZE * draft.first.height:
            return None if _SENTENCE_END.search(above.last.text) else index
        if above.last.height > draft.first.height:
            return None
    return None


# From drafts to blocks


def _block(draft: _Draft, hyphens: Hyphens) -> SourceBlock:
    if draft.is_row:
        return table_row((hyphens.join(cell) for cell in draft.cells), draft.page)
    whole = hyphens.join([*draft.cells[0], *draft.next_page])
    if _NUMBER_STUCK.match(whole):
        whole = _NUMBER_STUCK.sub(r"\1 ", whole, count=1)
    continued = hyphens.join(draft.next_page)
    if draft.next_page and draft.cells[0][-1].broken:  # the word stays whole, on the page where it starts
        continued = continued.split(" ", 1)[1] if " " in continued else ""
    text = whole[: len(whole) - len(continued)]
    kind: BlockKind = "heading" if draft.level else "list_item" if _BULLET.match(whole) else "paragraph"
    return SourceBlock(text, kind, draft.level, draft.page, continued)
