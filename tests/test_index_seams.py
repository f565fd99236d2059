"""Scopes say which documents a search may find."""

from __future__ import annotations

import numpy as np
import pytest

from index.seams import EVERYTHING, Hits, Scope
from tests.builds import document_meta


@pytest.mark.parametrize("documents", [[2, 1], [1, 1], [0, 3, 3, 5]])
def test_documents_out_of_order_or_named_twice_are_refused(documents: list[int]) -> None:
    with pytest.raises(ValueError, match="ascending order"):
        Scope(np.array(documents, dtype=np.int64))


def test_everything_holds_every_document_and_is_not_empty() -> None:
    assert 0 in EVERYTHING and 10**6 in EVERYTHING
    assert not EVERYTHING.is_empty
    assert Scope(np.array([], dtype=np.int64)).is_empty and not Scope(np.array([0])).is_empty


def test_a_scope_holds_its_documents_and_no_other() -> None:
    scope = Scope(np.array([1, 4, 7]))
    assert [index for index in range(10) if index in scope] == [1, 4, 7]
    assert 0 not in Scope(np.array([], dtype=np.int64))


def test_within_a_scope_are_those_documents_that_it_lets_through_in_order() -> None:
    scope = Scope(np.array([1, 4, 7]))
    within = scope.within([7, 2, 1, 7]).documents
    assert within is not None and within.tolist() == [1, 7] and within.dtype == np.int64
    everywhere = EVERYTHING.within([5, 3]).documents
    assert everywhere is not None and everywhere.tolist() == [3, 5]
    assert scope.within([]).is_empty


def test_passages_of_a_scope_stay_those_within_other_documents() -> None:
    some = Scope(np.array([1, 4]), np.array([3, 9]))
    within = some.within([4])
    assert within.documents is not None and within.passages is not None
    assert (within.documents.tolist(), within.passages.tolist()) == ([4], [3, 9])
    with pytest.raises(ValueError, match="passages of a scope"):
        Scope(None, np.array([3, 3]))


def test_no_hits_have_rows_and_scores_of_no_length() -> None:
    hits = Hits.none()
    assert len(hits) == 0 and hits.rows.dtype == np.int64 and hits.scores.dtype == np.float32
    assert len(Hits(np.array([3, 1]), np.array([2.0, 1.0], dtype=np.float32))) == 2


def test_the_rows_of_a_document_are_one_run() -> None:
    assert list(document_meta(1, first_row=4, end_row=7).rows) == [4, 5, 6]
