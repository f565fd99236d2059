"""How deep the items of lists stand, where lists of different kinds stand in one another."""

from __future__ import annotations

_LISTS_MAX = 50


class ListDepths:
    """The items that are open at a place of a document.

    A list that begins farther to the right than an open item stands in this item, whatever list that is of.
    """

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []  # indent and level of the items that are open
        self._outside: dict[str, int] = {}  # by list, the level of the item that it stands in

    def add(self, list_id: str, depth: int, indent: int) -> int:
        """The level, from 1, of the next item.

        Args:
            list_id: of which list it is.
            depth: its level in that list, from 0.
            indent: how far it is indented.
        """
        if list_id not in self._outside:
            while self._open and self._open[-1][0] >= indent:
                self._open.pop()
            self._outside[list_id] = self._open[-1][1] - depth if self._open else 0
        level = max(self._outside[list_id] + depth + 1, 1)
        while self._open and self._open[-1][1] >= level:
            self._open.pop()
        self._open.append((indent, level))
        kept = [one for one in self._outside.items() if one[1] < level and one[0] != list_id][1 - _LISTS_MAX :]
        self._outside = {**dict(kept), list_id: self._outside[list_id]}
        return level

    def within(self, indent: int) -> int:
        """The level of the item that a paragraph goes on in, or 0, which closes all lists.

        Args:
            indent: how far the paragraph is indented.
        """
        while indent > 0 and self._open:
            if self._open[-1][0] <= indent:
                return self._open[-1][1]
            self._open.pop()
        self.close()
        return 0

    def close(self) -> None:
        """Close all lists."""
        self._open.clear()
        self._outside.clear()
