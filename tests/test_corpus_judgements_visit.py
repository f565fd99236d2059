"""A visit is kept whole from one build to the next, and an index of before tells of none."""

from __future__ import annotations

import json
from dataclasses import astuple

from corpus.judgements.visit import Visit
from index.columns import read_derived

TOLD = Visit("Wendham", "monitoring_visit", "cqc", 738000, 738030, "stated", "told", 10, 24, number=5)


def test_a_visit_comes_back_as_it_was_written() -> None:
    written = {"day": 0, "years": [2022], "judgements": []}
    assert read_derived(json.dumps({**written, "visits": [astuple(TOLD)]}))["visits"] == (TOLD,)
    assert read_derived(json.dumps(written))["visits"] == ()
