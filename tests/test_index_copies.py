"""The table of copies: groups, and all members of the groups of some rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.copies import CopyTable, read_copies, write_copies

FIRST = np.array([0, 1, 0, 3, 1, 0], dtype=np.int32)


def test_passages_of_one_group_are_found_with_each_other(tmp_path: Path) -> None:
    write_copies(tmp_path / "copies.npy", FIRST)
    table = read_copies(tmp_path / "copies.npy")
    assert table.has_copies and table.group_of(np.array([5, 4, 3])).tolist() == [0, 1, 3]
    assert table.with_copies(np.array([2, 3])).tolist() == [0, 2, 3, 5]
    assert table.with_copies(np.array([4], dtype=np.int64)).tolist() == [1, 4]
    assert table.with_copies(np.empty(0, dtype=np.int64)).tolist() == []


def test_where_nothing_is_a_copy_rows_stay_as_they_are() -> None:
    table = CopyTable(np.arange(4, dtype=np.int32))
    assert not table.has_copies and table.with_copies(np.array([2, 1])).tolist() == [2, 1]
