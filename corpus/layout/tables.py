"""Tables without rules between their cells: columns, rows and header by where words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from corpus.assembly import SourceCell
from corpus.header_rows import header_rows
from corpus.language.lists import BULLETS, LINE_BULLETS
from corpus.language.vocabulary import alternatives, load
from corpus.layout.page import Line, Piece, Rule, Style, Word

_SHARED = 0.15  # of the narrower of a piece and a column that makes the piece one of the column's
_CUT_GAP = 0.3  # line heights between words at which a piece may be cut where a column begins
_STAGGERED = 0.2  # of a line's height that lines beside each other share
_WORDS_THAT_WRAP = 3
_MOSTLY = 0.6
_HEADER_LINES_MAX = 3
_CELL_CHARS_MAX = 60

GOES_ON_WORD = rf"\b{alternatives(load('metadata')['lines']['heading_goes_on'])}"
"""A pattern of the words after which a heading or a cell that ends with one goes on; case is not told apart."""
_GOES_ON = re.compile(rf"(?:{GOES_ON_WORD}|[,&(/])$", re.I)
_ITEM = re.compile(rf"[{BULLETS}{LINE_BULLETS}]|\(?(?:\d{{1,3}}|[a-z])[.)]\s", re.I)
_VALUE = re.compile(r"[£$€]?\(?[-–+]?[£$€]?\d[\d,. ]*(?:%|[kmb]n?|p)?\)?[*†]?|[-–—.]|n/?a|nil", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d){1,2})?")


@dataclass(slots=True)
class TableCell:
    """A cell with its pieces from the top down.

    Attributes:
        pieces: none for an empty cell.
        column: from 0.
        span: how many columns it reaches over.
        goes_on: whether it is the rest of a cell that reaches down from the row above.
        names: whether it names its row or its columns.
    """

    pieces: list[Piece]
    column: int
    span: int = 1
    goes_on: bool = False
    names: bool = False

    @property
    def text(self) -> str:
        """Its text, lines joined by a space."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        cells: from the first column on without a gap.
        edges: where the table's columns begin, from the left.
        first: whether it opens its table.
    """

    cells: list[TableCell]
    edges: tuple[float, ...]
    first: bool = field(default=False)

    @property
    def pieces(self) -> list[Piece]:
        """All pieces in it."""
        return [piece for cell in self.cells for piece in cell.pieces]

    @property
    def is_header(self) -> bool:
        """Whether all that it says names columns."""
        return bool(self.pieces) and all(cell.names for cell in self.cells if cell.pieces)


Item = Line | TableRow
"""A line of one piece, or a row of a table."""
_Span = tuple[float, float]


def table_of(lines: Sequence[Line], rules: Sequence[Rule], style: Style) -> list[TableRow]:
    """Put lines with cells side by side together to a table.

    Args:
        lines: from the top down.
        rules: the flat lines between them, if any.
        style: of the document's body.

    Returns:
        Its rows; a cell that runs over several lines is one cell.
    """
    columns = columns_of(lines)
    placed = [_placed(line, columns) for line in lines]
    rows = [_row([placed[index] for index in group], columns) for group in _grouped(placed, columns, rules, style)]
    return with_header(rows, rules)


def columns_of(lines: Sequence[Line]) -> list[_Span]:
    """Where the columns of some lines reach from and to; pieces that reach over several tell nothing of them."""
    columns: list[list[float]] = []
    for line in sorted(lines, key=len, reverse=True):
        for piece in line:
            under = [column for column in columns if min(column[1], piece.right) > max(column[0], piece.left)]
            if not under:
                columns.append([piece.left, piece.right])
            elif len(under) == 1 and len(line) > 1:
                others = [column for column in columns if column is not under[0]]
                left, right = min(under[0][0], piece.left), max(under[0][1], piece.right)
                if not any(min(column[1], right) > max(column[0], left) for column in others):
                    under[0][:] = left, right
    return _without_twins(sorted((left, right) for left, right in columns), lines)


def _without_twins(columns: list[_Span], lines: Sequence[Line]) -> list[_Span]:
    """The columns without those that only a header makes, which stands beside the cells that it names."""
    index = 0
    while index + 1 < len(columns):
        one, other = columns[index], columns[index + 1]
        in_both = any(_has_in(line, one) and _has_in(line, other) for line in lines)
        counts = [sum(_has_in(line, column) for line in lines) for column in (one, other)]
        if not in_both and min(counts) == 1 and len(columns) > 2:
            columns[index : index + 2] = [(one[0], other[1])]
        else:
            index += 1
    return columns


def _has_in(line: Line, column: _Span) -> bool:
    return any(min(column[1], piece.right) > max(column[0], piece.left) for piece in line)


def _placed(line: Line, columns: Sequence[_Span]) -> list[TableCell]:
    """The pieces of a line as cells of their columns."""
    cells: list[TableCell] = []
    for piece in line:
        for part in _cut(piece, columns):
            under = _under(part, columns)
            cell = TableCell([part], under[0], len(under))
            if cells and cells[-1].column + cells[-1].span > cell.column:
                cells[-1].pieces.append(part)
                cells[-1].span = max(cells[-1].span, cell.column + cell.span - cells[-1].column)
            else:
                cells.append(cell)
    return cells


def _under(piece: Piece, columns: Sequence[_Span]) -> list[int]:
    """The columns that a piece stands in: all that it shares a good part with, else the nearest."""
    shared = [min(right, piece.right) - max(left, piece.left) for left, right in columns]
    width = piece.right - piece.left
    under = [
        index
        for index, (left, right) in enumerate(columns)
        if shared[index] > 0 and shared[index] >= _SHARED * min(width, right - left)
    ]
    return list(range(under[0], under[-1] + 1)) if under else [max(range(len(columns)), key=lambda i: shared[i])]


def _cut(piece: Piece, columns: Sequence[_Span]) -> list[Piece]:
    """A piece in parts where it runs over several columns with a wide enough gap at the beginning of each."""
    under = _under(piece, columns)
    if len(under) == 1 or len(piece.words) < len(under):
        return [piece]
    edges = [(columns[one][1] + columns[other][0]) / 2 for one, other in pairwise(under)]
    parts: list[list[Word]] = [[] for _ in under]
    for word in piece.words:
        parts[sum((word.left + word.right) / 2 > edge for edge in edges)].append(word)
    if not all(parts):
        return [piece]
    gaps = [after[0].left - before[-1].right for before, after in pairwise(parts)]
    if min(gaps) < _CUT_GAP * piece.height or any(min(gaps) <= gap for part in parts for gap in _gaps(part)):
        return [piece]
    return [part_of(piece, words, is_last=words is parts[-1]) for words in parts]


def _gaps(words: Sequence[Word]) -> list[float]:
    return [other.left - one.right for one, other in pairwise(words)]


def part_of(piece: Piece, words: Sequence[Word], *, is_last: bool) -> Piece:
    """Some words of a piece that follow each other, as a piece."""
    text = " ".join(word.text for word in words)
    broken = piece.broken and is_last
    return Piece(
        text[:-1] if broken and text.endswith(("-", "‐")) else text,
        words[0].left,
        words[-1].right,
        piece.bottom,
        piece.top,
        piece.bold,
        words[0].right - words[0].left,
        broken,
        tuple(words),
        piece.role,
        piece.pale,
    )


# Lines to rows


def _grouped(
    placed: Sequence[Sequence[TableCell]], columns: Sequence[_Span], rules: Sequence[Rule], style: Style
) -> list[list[int]]:
    """Which lines are of one row."""
    groups: list[list[int]] = []
    open_cells: dict[int, Piece] = {}
    for index, cells in enumerate(placed):
        if groups and _goes_on(placed[index - 1], cells, open_cells, columns, rules, style):
            groups[-1].append(index)
        else:
            groups.append([index])
            open_cells = {}
        for cell in cells:
            open_cells[cell.column] = cell.pieces[-1]
    return groups


def _goes_on(
    before: Sequence[TableCell],
    cells: Sequence[TableCell],
    above: dict[int, Piece],
    columns: Sequence[_Span],
    rules: Sequence[Rule],
    style: Style,
) -> bool:
    """Whether a line of cells belongs to the row of the line before."""
    upper = [piece for cell in before for piece in cell.pieces]
    lower = [piece for cell in cells for piece in cell.pieces]
    foot, head = min(piece.bottom for piece in upper), max(piece.top for piece in lower)
    height = min(piece.height for piece in (*upper, *lower))
    middle = (max(piece.top for piece in upper) + foot) / 2, (head + min(piece.bottom for piece in lower)) / 2
    if any(middle[1] < rule.bottom < middle[0] for rule in rules):
        return False
    if head - foot > _STAGGERED * height and not {cell.column for cell in before} & {cell.column for cell in cells}:
        return True
    if foot - min(piece.bottom for piece in lower) > style.line_distance(max(piece.height for piece in lower)):
        return False
    if len(columns) == 2 and [cell.column for cell in cells] == [1] and 0 in above:
        return not _VALUE.fullmatch(cells[0].text) and not _ITEM.match(cells[0].text)
    if any(sum(0 <= cell.column - wide.column < wide.span for cell in cells) > 1 for wide in before):
        return False
    known = [cell for cell in cells if cell.column in above]
    return bool(known) and all(_wraps(above[cell.column], cell.pieces[0], columns[cell.column]) for cell in known)


def _wraps(above: Piece, piece: Piece, column: _Span) -> bool:
    """Whether a line in a cell plainly goes on from the one above it."""
    if _ITEM.match(piece.text) or _VALUE.fullmatch(piece.text):
        return False
    if above.broken or piece.text[0].islower() or _GOES_ON.search(above.text):
        return True
    has_room = above.right + piece.first_word + 0.3 * piece.height < column[1]
    return not has_room and above.text.count(" ") + 1 >= _WORDS_THAT_WRAP


def _row(lines: Iterable[Sequence[TableCell]], columns: Sequence[_Span]) -> TableRow:
    """A row of lines, with a cell for each place in it."""
    made: list[TableCell] = []
    for cells in lines:
        for cell in cells:
            same = next(
                (one for one in made if one.column < cell.column + cell.span and cell.column < one.column + one.span),
                None,
            )
            if same is None:
                made.append(TableCell(list(cell.pieces), cell.column, cell.span))
            else:
                last = max(same.column + same.span, cell.column + cell.span)
                same.pieces += cell.pieces
                same.column = min(same.column, cell.column)
                same.span = last - same.column
    made.sort(key=lambda cell: cell.column)
    return TableRow(_without_gaps(made, len(columns)), tuple(left for left, _ in columns))


def _without_gaps(cells: Sequence[TableCell], count: int) -> list[TableCell]:
    filled: list[TableCell] = []
    column = 0
    for cell in cells:
        if cell.column < column:  # it reaches into the one before
            filled[-1].pieces += cell.pieces
            continue
        filled += [TableCell([], empty) for empty in range(column, cell.column)]
        filled.append(cell)
        column = cell.column + cell.span
    return filled + [TableCell([], empty) for empty in range(column, count)]


def with_columns_joined(rows: list[TableRow]) -> list[TableRow]:
    """Rows without columns that no row has beside the next one, such as the indentation of a name."""
    column = 0
    while rows and column + 1 < len(rows[0].edges):
        if any(_has_both(row, column) for row in rows):
            column += 1
        else:
            rows = [_with_column_joined(row, column) for row in rows]
    return rows


def _has_both(row: TableRow, column: int) -> bool:
    starts = {cell.column for cell in row.cells if cell.pieces or cell.goes_on}
    return column in starts and column + 1 in starts


def _with_column_joined(row: TableRow, column: int) -> TableRow:
    cells: list[TableCell] = []
    for cell in row.cells:
        reaches = cell.column <= column < cell.column + cell.span - 1
        moved = replace(cell, column=cell.column - (cell.column > column), span=cell.span - reaches)
        if cells and cells[-1].column == moved.column:
            kept = moved if moved.pieces or moved.goes_on else cells[-1]
            cells[-1] = replace(kept, column=moved.column, span=max(cells[-1].span, moved.span))
        else:
            cells.append(moved)
    return replace(row, cells=cells, edges=row.edges[: column + 1] + row.edges[column + 2 :])


# The header row


def with_header(rows: list[TableRow], rules: Sequence[Rule]) -> list[TableRow]:
    """Say which cells of a table name its columns and its rows: bold or ruled ones, or words above numbers."""
    if not rows:
        return rows
    rows[0].first = True
    count = _header_count(rows, rules)
    for row in rows[:count]:
        for cell in row.cells:
            cell.names = bool(cell.pieces) or cell.goes_on
    if count and _has_row_names(rows[count:]):
        for row in rows[count:]:
            others = [cell for cell in row.cells[1:] if cell.pieces]
            row.cells[0].names = bool(row.cells[0].pieces and others)
    return rows


def _header_count(rows: Sequence[TableRow], rules: Sequence[Rule]) -> int:
    """How many rows, from the first, are a header."""
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return 0
    depth = _header_depth(rows)
    if depth == 1 and not _may_name(rows[0]):
        return 0
    bold = [bool(row.pieces) and all(piece.bold for piece in row.pieces) for row in rows]
    if bold[0] and not all(bold):
        count = max(bold.index(False), depth)
        return count if count <= _HEADER_LINES_MAX and count < len(rows) else 0
    if _is_ruled_off(rows, rules) or _is_ruled_off(rows[depth - 1 :], rules):
        return depth
    is_merged = depth > 1 and rows[1].cells[0].goes_on
    if len(rows) > 2 and (is_merged or _stands_above_values(rows[depth - 1 :])):
        return depth
    return header_rows([[SourceCell(cell.text, cell.span, goes_on=cell.goes_on) for cell in row.cells] for row in rows])


def _header_depth(rows: Sequence[TableRow]) -> int:
    """How many rows a header has if the first is one: below a name over several columns stand their own names."""
    most = min(_HEADER_LINES_MAX, len(rows) - 1)
    parts = (_names_parts(rows[index - 1], rows[index], rows[index + 1 :]) for index in range(1, most))
    return 1 + sum(takewhile(bool, parts))


def _names_parts(above: TableRow, row: TableRow, below: Sequence[TableRow]) -> bool:
    """Whether a row names the columns that cells of the row above reach over."""
    parts = {
        column
        for cell in above.cells
        if cell.pieces and cell.span > 1
        for column in range(cell.column, cell.column + cell.span)
    }
    filled = [cell for cell in row.cells if cell.pieces]
    named = [cell for cell in filled if cell.column in parts]
    if len(named) < 2 or len(parts) == len(row.edges) or not _may_name(row):
        return False
    values = [cell.text for one in below for cell in one.cells if cell.column in parts and cell.pieces]
    is_above_values = sum(_VALUE.fullmatch(text) is not None for text in values) >= _MOSTLY * len(values) > 0
    return len(named) == len(filled) or is_above_values


def _may_name(row: TableRow) -> bool:
    texts = [cell.text for cell in row.cells if cell.pieces]
    named = [text for text in texts if not _VALUE.fullmatch(text) or _YEAR.fullmatch(text)]
    return len(texts) > 1 and len(named) == len(texts) and all(len(text) <= _CELL_CHARS_MAX for text in texts)


def _is_ruled_off(rows: Sequence[TableRow], rules: Sequence[Rule]) -> bool:
    """Whether a rule stands below the first row and none between the others."""
    middles = [
        (max(piece.top for piece in row.pieces) + min(piece.bottom for piece in row.pieces)) / 2 if row.pieces else None
        for row in rows
    ]
    ruled = [
        any(low < rule.bottom < high for rule in rules)
        for high, low in pairwise(middle for middle in middles if middle is not None)
    ]
    return len(ruled) > 1 and ruled[0] and not any(ruled[1:])


def _stands_above_values(rows: Sequence[TableRow]) -> bool:
    below = [cell.text for row in rows[1:] for cell in row.cells[1:] if cell.pieces]
    values = [text for text in below if _VALUE.fullmatch(text) and not _YEAR.fullmatch(text)]
    return bool(below) and len(values) >= _MOSTLY * len(below)


def _has_row_names(rows: Sequence[TableRow]) -> bool:
    """Whether the first cells of rows name them: words in front of numbers, or bold ones in front of others."""
    firsts = [row.cells[0] for row in rows if row.cells[0].pieces]
    others = [cell for row in rows for cell in row.cells[1:] if cell.pieces]
    if not firsts or not others or any(_VALUE.fullmatch(cell.text) for cell in firsts):
        return False
    if all(piece.bold for cell in firsts for piece in cell.pieces) and not all(
        piece.bold for cell in others for piece in cell.pieces
    ):
        return True
    return sum(_VALUE.fullmatch(cell.text) is not None for cell in others) >= _MOSTLY * len(others)
