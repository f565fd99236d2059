"""Rows belong to documents, each document's one after the other."""

from __future__ import annotations

import numpy as np
import pytest

from index.rows import RowTable
from index.seams import EVERYTHING, Scope
from tests.builds import document_meta

TABLE = RowTable([0, 3, 4, 9])


def scope(*documents: int) -> Scope:
    return Scope(np.array(documents, dtype=np.int64))


def test_each_row_is_of_the_document_it_stands_in() -> None:
    assert TABLE.document_of.tolist() == [0, 0, 0, 1, 2, 2, 2, 2, 2]
    assert TABLE.document_of.dtype == np.int32 and TABLE.first_row.dtype == np.int64
    assert len(TABLE) == 9 and TABLE.first_row.tolist() == [0, 3, 4, 9]


def test_a_table_is_made_of_what_is_known_of_documents() -> None:
    table = RowTable.of([document_meta(0, end_row=3), document_meta(1, first_row=3, end_row=4)])
    assert table.first_row.tolist() == [0, 3, 4]
    assert len(RowTable.of([])) == 0


@pytest.mark.parametrize(
    ("within", "rows"),
    [
        (EVERYTHING, [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        (scope(), []),
        (scope(1), [3]),
        (scope(2), [4, 5, 6, 7, 8]),
        (scope(0, 2), [0, 1, 2, 4, 5, 6, 7, 8]),
    ],
)
def test_the_rows_in_scope_are_those_of_its_documents(within: Scope, rows: list[int]) -> None:
    assert TABLE.rows(within).tolist() == rows
    assert np.flatnonzero(TABLE.mask(within)).tolist() == rows
    assert TABLE.count(within) == len(rows)


@pytest.mark.parametrize(
    ("passages", "within", "rows"),
    [
        ([0, 3, 8], EVERYTHING, [0, 3, 8]),
        ([0, 3, 8], scope(0, 2), [0, 8]),
        ([4, 6], scope(2), [4, 6]),
        ([0], scope(2), []),
        ([], EVERYTHING, []),
    ],
)
def test_passages_of_a_scope_are_those_of_its_documents(passages: list[int], within: Scope, rows: list[int]) -> None:
    some = Scope(within.documents, np.array(passages, dtype=np.int64))
    assert TABLE.rows(some).tolist() == rows and TABLE.count(some) == len(rows)
    assert TABLE.run(some) is None


def test_one_run_of_rows_is_what_everything_and_one_document_are() -> None:
    assert TABLE.run(EVERYTHING) == (0, 9)
    assert TABLE.run(scope(1)) == (3, 4) and TABLE.run(scope(2)) == (4, 9)
    assert TABLE.run(scope(0, 1)) is None and TABLE.run(scope()) is None
