"""The tables of rich text (.rtf), which says of cells only where they end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.assembly import SourceBlock, SourceCell
from corpus.header_rows import with_header

_SAME_EDGE = 60  # twentieths of a point; edges nearer than this are meant to be one
_CELLS_MAX = 200


@dataclass(slots=True)
class RowForm:
    """How a row is divided into cells, which are told of before their edge.

    Attributes:
        edges: where each cell ends.
        down: the places of cells that go on from the row above.
        right: the places of cells that go on from the cell before.
        is_header: whether the row is repeated on each page.
        goes_down, goes_right: whether the cell that comes next goes on so.
    """

    edges: list[int] = field(default_factory=list)
    down: set[int] = field(default_factory=set)
    right: set[int] = field(default_factory=set)
    is_header: bool = False
    goes_down: bool = False
    goes_right: bool = False

    def end_cell(self, edge: int) -> None:
        """A cell ends at an edge."""
        if len(self.edges) < _CELLS_MAX:
            if self.goes_down:
                self.down.add(len(self.edges))
            if self.goes_right:
                self.right.add(len(self.edges))
            self.edges.append(edge)
        self.goes_down = self.goes_right = False


@dataclass(slots=True)
class Row:
    """A row with the texts of its cells."""

    texts: list[str] = field(default_factory=list)
    form: RowForm = field(default_factory=RowForm)


def table_blocks(rows: Sequence[Row]) -> Iterator[SourceBlock]:
    """The rows of a table; a cell reaches over as many columns as other rows have edges within it.

    Args:
        rows: those that stand below each other.
    """
    edges: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.form.edges}):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    yield from with_header([SourceBlock("", "table_row", cells=tuple(_cells(row, edges))) for row in rows])


def _cells(row: Row, edges: Sequence[int]) -> Iterator[SourceCell]:
    form = row.form
    column = 0
    place = 0
    while place < len(row.texts):
        text, is_down = row.texts[place], place in form.down
        last = place
        while last + 1 in form.right:
            last += 1
            text = f"{text} {row.texts[last]}" if last < len(row.texts) else text
        end = column + 1
        if last < len(form.edges):
            end = max(end, bisect_left(edges, form.edges[last] - _SAME_EDGE) + 1)
        yield SourceCell("" if is_down else text, end - column, form.is_header, is_down)
        column, place = end, last + 1
