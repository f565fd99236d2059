"""Tables with rules between their cells: cells, merged ones too, by the lines that part them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.layout.page import Piece, Rule, Style, Word, lines_of
from corpus.layout.tables import Item, TableCell, TableRow, part_of, table_of, with_columns_joined, with_header

_NEAR = 3.0  # points between lines that are one
_COVERED = 0.6  # of a cell's side along which a rule parts it from the next
_LINES_MAX = 120  # of a grid in one direction; more are a drawing
_RULES_MAX = 2500
_UNRULED_ROWS_MAX = 2  # in a grid; more are parted by rules
_LINES_A_ROW = 3
_MOSTLY = 0.7
_FLOW_CHARS = 1500  # in a cell, more of which are text in a frame


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the upright and the flat lines of a table stand: from the left, and from the top down."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    upright: tuple[Rule, ...]
    flat: tuple[Rule, ...]

    def holds(self, piece: Piece) -> bool:
        """Whether the middle of a piece lies in it."""
        x, y = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
        return self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """Find where rules cross to more than one cell."""
    upright = [rule for rule in rules if rule.left == rule.right]
    flat = [rule for rule in rules if rule.bottom == rule.top]
    if len(upright) < 2 or len(flat) < 2 or len(rules) > _RULES_MAX:
        return []
    grids: list[Grid] = []
    for uprights, flats in _connected(upright, flat):
        xs = _apart(rule.left for rule in uprights)
        ys = _apart(rule.bottom for rule in flats)
        if 2 < len(xs) <= _LINES_MAX and 1 < len(ys) <= _LINES_MAX:
            grids.append(Grid(tuple(xs), tuple(reversed(ys)), tuple(uprights), tuple(flats)))
    return [grid for grid in grids if not any(other is not grid and _within(grid, other) for other in grids)]


def _within(grid: Grid, other: Grid) -> bool:
    return (
        other.xs[0] <= grid.xs[0]
        and grid.xs[-1] <= other.xs[-1]
        and other.ys[-1] <= grid.ys[-1]
        and grid.ys[0] <= other.ys[0]
        and (other.xs[0], other.ys[0], other.xs[-1], other.ys[-1]) != (grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])
    )


def _connected(upright: Sequence[Rule], flat: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules in groups of those that touch each other."""
    rules = [*upright, *flat]
    parents = list(range(len(rules)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    order = sorted(range(len(rules)), key=lambda index: rules[index].left)
    active: list[int] = []
    for index in order:
        rule = rules[index]
        active = [one for one in active if rules[one].right >= rule.left - _NEAR]
        for one in active:
            if rules[one].bottom - _NEAR <= rule.top and rule.bottom - _NEAR <= rules[one].top:
                parents[root(index)] = root(one)
        active.append(index)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), ([], []))[rule.bottom == rule.top and index >= len(upright)].append(rule)
    return list(groups.values())


def _apart(values: Iterable[float]) -> list[float]:
    """Values in order, with those next to each other as one."""
    kept: list[list[float]] = []
    for value in sorted(values):
        if kept and value - kept[-1][-1] <= _NEAR:
            kept[-1].append(value)
        else:
            kept.append([value])
    return [sum(group) / len(group) for group in kept]


def items_of(grid: Grid, pieces: Sequence[Piece], style: Style) -> list[Item] | None:
    """What stands in a ruled table.

    Args:
        grid: its lines.
        pieces: that stand in it.
        style: of the document's body.

    Returns:
        Its rows with their cells; before and after them as lines what a frame around all columns holds. None where the
        lines are no table's but a frame, a form's boxes or a chart's.
    """
    owners = _owners(grid)
    filled: dict[tuple[int, int], list[Piece]] = {}
    for part in (part for piece in pieces for part in _cut(piece, grid)):
        filled.setdefault(owners[_place(grid, part)], []).append(part)
    columns = [column for column in range(len(grid.xs) - 1) if any(place[1] == column for place in filled)]
    edges = tuple(grid.xs[column] for column in columns)
    rows: list[TableRow] = []
    for index in range(len(grid.ys) - 1):
        row = TableRow(_cells(index, owners, columns, filled), edges)
        if row.pieces or any(cell.goes_on for cell in row.cells):
            rows.append(row)
    top, bottom = _rows_where(rows, _is_parted)
    above, below = rows[:top], rows[bottom:]
    first, last = _rows_where(rows, _has_many)
    if first > top and any(cell.pieces and cell.column and cell.span > 1 for cell in rows[first - 1].cells):
        first -= 1  # a name over several columns, with nothing above the names of the rows
    if not _is_table(rows[first:last]):
        return None
    table = with_columns_joined(rows[top:bottom])
    outer, inner, rest = table[: first - top], table[first - top : last - top], table[last - top :]
    if len(inner) <= _UNRULED_ROWS_MAX:
        inner = [part for row in inner for part in _unruled(row, style)]
    table = [*outer, *with_header(inner, grid.flat), *rest]
    for row in table:
        row.first = row is table[0]
    return [*_lines(above), *table, *_lines(below)]


def _cut(piece: Piece, grid: Grid) -> list[Piece]:
    """A piece in parts where a rule of a grid stands between its words."""
    top_down = (piece.bottom + piece.top) / 2
    edges = [
        x
        for x in grid.xs[1:-1]
        if piece.left + _NEAR < x < piece.right - _NEAR
        and any(abs(rule.left - x) <= _NEAR and rule.bottom <= top_down <= rule.top for rule in grid.upright)
    ]
    parts: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for word in piece.words:
        parts[sum((word.left + word.right) / 2 > edge for edge in edges)].append(word)
    parts = [part for part in parts if part]
    return [part_of(piece, words, is_last=words is parts[-1]) for words in parts] if len(parts) > 1 else [piece]


def _rows_where(rows: Sequence[TableRow], holds: Callable[[TableRow], bool]) -> tuple[int, int]:
    """From which row to which (not that one) of a table something holds of its outer rows; all where of none."""
    found = [index for index, row in enumerate(rows) if holds(row)]
    return (found[0], found[-1] + 1) if found else (0, len(rows))


def _has_many(row: TableRow) -> bool:
    """Whether more than one cell of a row is filled."""
    return sum(bool(cell.pieces) or cell.goes_on for cell in row.cells) > 1


def _is_parted(row: TableRow) -> bool:
    """Whether a row is one of a table's and not what a frame around all of its columns holds."""
    return len(row.cells) > 1 and all(len(cell.text) <= _FLOW_CHARS for cell in row.cells)


def _lines(rows: Sequence[TableRow]) -> list[Item]:
    return [[piece] for row in rows for line in lines_of(row.pieces) for piece in line]


def _place(grid: Grid, piece: Piece) -> tuple[int, int]:
    x, y = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
    column = sum(x > edge for edge in grid.xs[1:-1])
    row = sum(y < edge for edge in grid.ys[1:-1])
    return row, column


def _owners(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of a grid the upper left place of the cell that it is part of."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    upright = [[rule for rule in grid.upright if abs(rule.left - x) <= _NEAR] for x in grid.xs]
    flat = [[rule for rule in grid.flat if abs(rule.bottom - y) <= _NEAR] for y in grid.ys]
    for row, (top, bottom) in enumerate(zip(grid.ys, grid.ys[1:], strict=False)):
        for column, (left, right) in enumerate(zip(grid.xs, grid.xs[1:], strict=False)):
            owner = (row, column)
            if column and not _covers(upright[column], bottom, top):
                owner = owners[row, column - 1]
            elif row and not _covers(flat[row], left, right):
                above = owners[row - 1, column]
                owner = above if above[1] == column or owners.get((row, column - 1)) == above else owner
            owners[row, column] = owner
    return owners


def _covers(rules: Sequence[Rule], start: float, end: float) -> bool:
    """Whether one of the rules at a place stands along a good part of a side."""
    return any(
        min(end, max(rule.top - rule.bottom, rule.right - rule.left) + low) - max(start, low)
        >= _COVERED * (end - start)
        for rule in rules
        for low in (rule.bottom if rule.left == rule.right else rule.left,)
    )


def _is_table(rows: Sequence[TableRow]) -> bool:
    many = sum(map(_has_many, rows))
    longest = max((len(cell.text) for row in rows for cell in row.cells), default=0)
    return many > 0 and 2 * many >= len(rows) and longest <= _FLOW_CHARS


def _cells(
    row: int,
    owners: dict[tuple[int, int], tuple[int, int]],
    columns: Sequence[int],
    filled: dict[tuple[int, int], list[Piece]],
) -> list[TableCell]:
    cells: list[TableCell] = []
    last: tuple[int, int] | None = None
    for place, column in enumerate(columns):
        owner = owners[row, column]
        if cells and owner == last:
            cells[-1].span += 1
            continue
        last = owner
        goes_on = owner[0] < row and bool(filled.get(owner))
        pieces = [] if owner[0] < row else filled.get(owner, [])
        ordered = [piece for line in lines_of(pieces) for piece in line]
        cells.append(TableCell(ordered, place, goes_on=goes_on))
    return cells


def _unruled(row: TableRow, style: Style) -> list[TableRow]:
    """A row of a grid as its rows, where rules part the columns only."""
    lines = lines_of(row.pieces)
    full = [line for line in lines if len(line) > 1]
    is_plain = all(cell.pieces and cell.span == 1 for cell in row.cells)
    if len(full) < _LINES_A_ROW or len(full) < _MOSTLY * len(lines) or not is_plain:
        return [row]
    parted = table_of(lines, (), style)
    if any(len(one.cells) != len(row.cells) for one in parted) or len(parted) < _MOSTLY * len(lines):
        return [row]
    for one in parted:
        one.first = False
        for cell in one.cells:
            cell.names = False
    return parted
