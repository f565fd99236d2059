"""Blocks of a long document kept in a few bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args, overload

from corpus.document import Block, BlockKind, Cell

LONG_CHARS: Final = 4_000_000
"""The blocks of a text that is longer are kept so."""

_KINDS: Final[tuple[BlockKind, ...]] = get_args(BlockKind)
_NO_PARENT: Final = -1
_MADE: Final = 2000  # blocks that are kept for those who ask again: headings above, and neighbours


class PackedBlocks(Sequence[Block]):
    """A sequence of blocks that holds few of them: the others are made when they are asked for.

    A block takes about 26 bytes in place of 180; a marker and cells take more, for the blocks that have them.

    Args:
        blocks: to begin with.
    """

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self._starts, self._ends = array("Q"), array("Q")
        self._kinds, self._levels = array("B"), array("B")
        self._parents = array("q")
        self._markers: dict[int, str] = {}
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._made: dict[int, Block] = {}
        for block in blocks:
            self.append(block)

    def append(self, block: Block) -> None:
        """Add a block after the last."""
        index = len(self._starts)
        self._starts.append(block.start)
        self._ends.append(block.end)
        self._kinds.append(_KINDS.index(block.kind))
        self._levels.append(block.level)
        self._parents.append(_NO_PARENT if block.parent is None else block.parent)
        if block.marker:
            self._markers[index] = block.marker
        if block.cells:
            self._cells[index] = block.cells

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...

    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return tuple(self._block(place) for place in range(*index.indices(len(self))))
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(f"there is no block {index} among {len(self)}")
        return self._block(place)

    def __iter__(self) -> Iterator[Block]:
        return map(self._block, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether it holds the blocks that another sequence of blocks does."""
        if not isinstance(other, tuple | list | PackedBlocks):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # it can be added to

    def _block(self, place: int) -> Block:
        if (known := self._made.get(place)) is not None:
            return known
        if len(self._made) == _MADE:
            self._made.clear()
        parent = self._parents[place]
        made = self._made[place] = Block(
            self._starts[place],
            self._ends[place],
            _KINDS[self._kinds[place]],
            self._levels[place],
            self._markers.get(place, ""),
            None if parent == _NO_PARENT else parent,
            self._cells.get(place, ()),
        )
        return made
