"""Lines put together to paragraphs, within a page and over its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.document import BlockKind
from corpus.language.lists import BULLETS, LINE_BULLETS
from corpus.language.rows import CELL_END
from corpus.language.vocabulary import alternatives, load
from corpus.layout.page import Piece, Style, ends_sentence
from corpus.layout.tables import Item, TableRow

SAME_SIZE = 0.12
_NOTES_MAX = 12  # drafts at a page's foot over which a paragraph goes on

BULLET_SIGN = re.compile(rf"[{BULLETS}{LINE_BULLETS}](?:\s|$)|[{BULLETS}]")
"""A sign that opens an item."""
ITEM = re.compile(
    rf"{BULLET_SIGN.pattern}|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{2,5}})[.)](?:\s|$)|\(?\d{{1,3}}[.)](?=[A-Z])"
    r"|\d{1,3}(?:\.\d{1,3})+[.)]?\s+(?=[A-Z“‘(])|\((?:[a-z]{1,2}|[ivx]{2,5})\)\s"
)
"""A sign or a number that opens an item or a numbered paragraph."""
_LINES = load("metadata")["lines"]
_LABEL = re.compile(
    rf"(?:{alternatives(_LINES['labels'])}|(?:[\w’'-]+\s+){{0,2}}{alternatives(_LINES['facts'])}\b[^:]{{0,20}}):(?=\s|$)",
    re.I,
)
_NUMBER = re.compile(r"[(\[]?(\d{1,3})[\])]?[.)]?\s?(?=[^\W\d_]|[“‘(])")


@dataclass(slots=True)
class Draft:
    """A block that is being put together: pieces below each other, or a row of a table.

    Attributes:
        page: on which it starts.
        pieces: in order; none for a row.
        row: of a table.
        next_page: its pieces on the page after.
        kind: what it is, where that is told already.
        level: of a heading, or the depth in a list.
    """

    page: int
    pieces: list[Piece] = field(default_factory=list)
    row: TableRow | None = None
    next_page: list[Piece] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    level: int = 0

    @property
    def first(self) -> Piece:
        """Its first piece."""
        return self.pieces[0]

    @property
    def last(self) -> Piece:
        """Its last piece on the page where it starts."""
        return self.pieces[-1]

    @property
    def text(self) -> str:
        """Its text, before words that lines break are put together."""
        return " ".join(piece.text for piece in (*self.pieces, *self.next_page))

    def runs(self) -> Iterator[list[Piece]]:
        """Pieces that read on from one to the next."""
        if self.row is not None:
            yield from (cell.pieces for cell in self.row.cells)
        else:
            yield [*self.pieces, *self.next_page]


def drafts_of(items: Sequence[Item], page: int, style: Style) -> list[Draft]:
    """Put what stands on a page together to drafts.

    Args:
        items: in reading order.
        page: the page's number.
        style: of the document's body.
    """
    drafts: list[Draft] = []
    for item in items:
        if isinstance(item, TableRow):
            drafts.append(Draft(page, row=item, kind="table_row"))
            continue
        piece = item[0]
        above = drafts[-1] if drafts and drafts[-1].row is None else None
        if above is not None and _runs_on(above, piece, style):
            above.pieces.append(piece)
        else:
            drafts.append(Draft(page, [piece]))
    return drafts


def _runs_on(draft: Draft, piece: Piece, style: Style) -> bool:
    """Whether a line below the last one of a paragraph belongs to the paragraph."""
    last = draft.last
    if last.role or piece.role not in ("", "entry") or BULLET_SIGN.match(piece.text):
        return False
    if abs(piece.height - last.height) > SAME_SIZE * max(piece.height, last.height):
        return False
    ended = ends_sentence(last.text)
    if piece.bottom > last.top and abs(piece.left - last.left) > piece.height:  # at the top of the next column
        return not ended and (last.broken or piece.text[0].islower())
    if not 0 < last.bottom - piece.bottom <= style.line_distance(piece.height):
        return False
    right = max(*(other.right for other in draft.pieces), piece.right)
    has_room = last.right + piece.first_word + piece.height < right
    if _LABEL.match(piece.text) and piece.text[0].isupper() and abs(piece.left - draft.first.left) < 0.5 * piece.height:
        return False
    if last.bold != piece.bold and (has_room or ended):
        return False
    if _is_next_item(draft, piece, has_room=has_room, ended=ended):
        return False
    if _is_indented(draft, piece, ended=ended):
        return False
    return last.broken or not (has_room and ended)


def _is_next_item(draft: Draft, piece: Piece, *, has_room: bool, ended: bool) -> bool:
    """Whether a line opens the item after the one that it stands below."""
    is_at_side = abs(piece.left - draft.first.left) < 0.5 * piece.height
    one, other = _NUMBER.match(draft.first.text), _NUMBER.match(piece.text)
    if one and other and is_at_side and int(other[1]) == int(one[1]) + 1:
        return True
    if not ITEM.match(piece.text):
        return False
    if ended or has_room:
        return True
    opens_list = not (one and other and int(other[1]) > 1) and not _is_below_text(draft, piece)
    return ITEM.match(draft.first.text) is not None and (is_at_side or opens_list)


def _is_below_text(draft: Draft, piece: Piece) -> bool:
    """Whether a line begins where the text of the item above it does."""
    words = draft.first.words
    text_left = draft.pieces[1].left if len(draft.pieces) > 1 else words[1].left if len(words) > 1 else draft.first.left
    return abs(piece.left - text_left) <= 0.3 * piece.height


def _is_indented(draft: Draft, piece: Piece, *, ended: bool) -> bool:
    """Whether a line begins so far from where the one above it does that it opens a paragraph.

    What goes on from an item begins below its sign or its text, and not before them.
    """
    last = draft.last
    if abs(piece.left - last.left) <= 0.8 * piece.height:
        return False
    if BULLET_SIGN.match(last.text) and piece.left < last.left and piece.text[0].isupper():
        return True
    if len(draft.pieces) == 1 and (ITEM.match(last.text) or _NUMBER.match(last.text) or not ended):
        return False
    return abs((last.left + last.right) - (piece.left + piece.right)) >= last.height  # both are not centred


def joined_over_pages(drafts: Sequence[Draft]) -> list[Draft]:
    """Put the halves of paragraphs, rows and tables together that run over a page's end.

    Notes at the foot of the page go before what runs on.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if not kept or kept[-1].page not in (draft.page - 1, draft.page) or draft.kind == "heading":
            kept.append(draft)
        elif draft.row is not None:
            _add_row(kept, draft)
        elif kept[-1].page == draft.page - 1 and (index := _open_end(kept, draft)) is not None:
            above = kept.pop(index)
            above.next_page = draft.pieces
            kept.append(above)
        else:
            kept.append(draft)
    return kept


def _add_row(kept: list[Draft], draft: Draft) -> None:
    """Add a row; where a table goes on after a page's end, its head is said once and a cut row is put together."""
    above = kept[-1]
    row, last = draft.row, above.row
    if row is None or last is None or above.page == draft.page or _columns(row) != _columns(last):
        kept.append(draft)
        return
    if row.is_header and _text(row) in {_text(one.row) for one in kept[-400:] if one.row and one.row.is_header}:
        return
    upper = {(cell.column, cell.span): cell for cell in last.cells if cell.pieces}
    cut = [(upper.get((cell.column, cell.span)), cell) for cell in row.cells if cell.pieces]
    if (
        row.first
        and len(row.cells) == len(last.cells)
        and cut
        and all(one is not None and other.text[0].islower() for one, other in cut)
    ):
        for one, other in cut:
            if one is not None:
                one.pieces += other.pieces
        return
    kept.append(draft)


def _columns(row: TableRow) -> int:
    return sum(cell.span for cell in row.cells)


def _text(row: TableRow) -> str:
    return CELL_END.join(cell.text for cell in row.cells)


def _open_end(kept: Sequence[Draft], draft: Draft) -> int | None:
    """Which draft of the page before goes on in the first draft of a page."""
    if ITEM.match(draft.first.text) or draft.first.role:
        return None
    if not (draft.first.text[0].islower() or draft.first.text[0] in "(‘“'\""):
        return None
    for index in range(len(kept) - 1, max(len(kept) - _NOTES_MAX, -1), -1):
        above = kept[index]
        if above.page != draft.page - 1 or above.kind == "heading" or above.row is not None or above.next_page:
            return None
        if above.kind == "furniture" or above.last.role:
            continue
        if abs(above.last.height - draft.first.height) <= SAME_SIZE * draft.first.height:
            return None if ends_sentence(above.last.text) else index
        if above.last.height > draft.first.height:
            return None
    return None
