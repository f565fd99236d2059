"""Tables with rules between their cells: cells, merged ones too, by the lines that part them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.layout.page import Line, Piece, Rule, Style, lines_of
from corpus.layout.tables import TableCell, TableRow, table_of, with_header

_NEAR = 3.0  # points between lines that are one
_COVERED = 0.6  # of a cell's side along which a rule parts it from the next
_LINES_MAX = 120  # of a grid in one direction; more are a drawing
_LINES_A_ROW = 3
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
    if len(upright) < 2 or len(flat) < 2:
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


def _apart(values) -> list[float]:
    """Values in order, with those next to each other as one."""
    kept: list[list[float]] = []
    for value in sorted(values):
        if kept and value - kept[-1][-1] <= _NEAR:
            kept[-1].append(value)
        else:
            kept.append([value])
    return [sum(group) / len(group) for group in kept]


def rows_of(grid: Grid, pieces: Sequence[Piece], style: Style) -> list[TableRow] | None:
    """The rows of a ruled table.

    Args:
        grid: its lines.
        pieces: that stand in it.
        style: of the document's body.

    Returns:
        Rows with cells; None where the lines are no table's but a frame, a form's boxes or a chart's.
    """
    owners = _owners(grid)
    filled: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        filled.setdefault(owners[_place(grid, piece)], []).append(piece)
    if not _is_table(filled):
        return None
    columns = [column for column in range(len(grid.xs) - 1) if any(place[1] == column for place in filled)]
    edges = tuple(grid.xs[column] for column in columns)
    rows: list[TableRow] = []
    for index in range(len(grid.ys) - 1):
        row = TableRow(_cells(index, owners, columns, filled), edges)
        if row.pieces or any(cell.goes_on for cell in row.cells):
            rows += _unruled(row, style)
    return with_header(rows, grid.flat)


def _place(grid: Grid, piece: Piece) -> tuple[int, int]:
    x, y = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
    column = sum(x > edge for edge in grid.xs[1:-1])
    row = sum(y < edge for edge in grid.ys[1:-1])
    return row, column


def _owners(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of a grid the upper left place of the cell that it is part of."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(zip(grid.ys, grid.ys[1:], strict=False)):
        for column, (left, right) in enumerate(zip(grid.xs, grid.xs[1:], strict=False)):
            owner = (row, column)
            if column and not _covers(grid.upright, left, bottom, top):
                owner = owners[row, column - 1]
            elif row and not _covers(grid.flat, top, left, right):
                above = owners[row - 1, column]
                owner = above if above[1] == column or owners.get((row, column - 1)) == above else owner
            owners[row, column] = owner
    return owners


def _covers(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Whether rules stand at a place along a good part of a side."""
    is_upright = bool(rules) and rules[0].left == rules[0].right
    covered = 0.0
    for rule in rules:
        position, low, high = (rule.left, rule.bottom, rule.top) if is_upright else (rule.bottom, rule.left, rule.right)
        if abs(position - at) <= _NEAR:
            covered = max(covered, min(end, high) - max(start, low))
    return covered >= _COVERED * (end - start)


def _is_table(filled: dict[tuple[int, int], list[Piece]]) -> bool:
    rows: dict[int, int] = {}
    for row, _ in filled:
        rows[row] = rows.get(row, 0) + 1
    many = sum(count > 1 for count in rows.values())
    longest = max((sum(len(piece.text) for piece in pieces) for pieces in filled.values()), default=0)
    return bool(many) and 2 * many >= len(rows) and (many > 1 or len(rows) > 1) and longest <= _FLOW_CHARS


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
    full: list[Line] = [line for line in lines if len(line) > 1]
    if len(full) < _LINES_A_ROW or len(full) < 0.7 * len(lines) or any(cell.span > 1 for cell in row.cells):
        return [row]
    parted = table_of(lines, (), style)
    is_same = len(parted) > 1 and all(len(one.cells) == len([c for c in row.cells if c.pieces]) for one in parted)
    if not is_same or len(parted) < 0.7 * len(lines):
        return [row]
    for one in parted:
        one.first = False
        for cell in one.cells:
            cell.names = False
    return parted
