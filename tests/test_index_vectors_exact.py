"""The exact index: of equally near passages the lower row comes first."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.rows import RowTable
from index.seams import Scope
from index.vectors import exact


def test_of_equally_near_passages_the_lower_row_comes_first(tmp_path: Path) -> None:
    exact.BACKEND.write(tmp_path / "v", np.ones((6, 2), dtype=np.float32))
    opened = exact.BACKEND.open(tmp_path / "v", RowTable([0, 2, 4, 6]))
    vector = np.ones(2, dtype=np.float32)
    assert opened.search(vector, 3).rows.tolist() == [0, 1, 2]
    assert opened.search(vector, 3, Scope(np.array([0, 2]))).rows.tolist() == [0, 1, 4]
