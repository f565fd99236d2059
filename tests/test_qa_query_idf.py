"""Idf: rare stems tell more, and a text covers the share of the question that its stems tell."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.query.idf import idf_coverage, term_idf

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def test_the_idf_of_a_stem_is_that_of_bm25(snapshot_of: Made) -> None:
    snapshot = snapshot_of([{"text": "The roof leaks."}, {"text": "The roof of the pool."}, {"text": "Rain."}])
    idf = term_idf(snapshot.lexical_index, ["roof", "pool", "zebra", "roof"])
    assert list(idf) == ["roof", "pool", "zebra"]
    assert list(idf.values()) == pytest.approx([math.log1p(1.5 / 2.5), math.log1p(2.5 / 1.5), math.log1p(3.5 / 0.5)])


@pytest.mark.parametrize(
    ("present", "coverage"),
    [((), 0.0), (("x",), 0.0), (("roof", "x"), 0.25), (["pool"], 0.75), ({"roof", "pool"}, 1.0)],
)
def test_coverage_is_the_share_of_the_idf(present: tuple[str, ...], coverage: float) -> None:
    assert idf_coverage({"roof": 1.0, "pool": 3.0}, present) == coverage


def test_of_no_stems_nothing_is_covered() -> None:
    assert idf_coverage({}, ["roof"]) == 0.0
