"""A judgement is kept whole from one build to the next."""

from __future__ import annotations

import json
from dataclasses import astuple

from corpus.judgements.judgement import Judgement
from index.columns import read_derived

GIVEN = Judgement("Wendham", "overall", "good", "cqc", 738000, 738030, "stated", "told", 10, 24)


def test_a_judgement_comes_back_as_it_was_written() -> None:
    written = json.dumps({"day": 0, "years": [2022], "judgements": [astuple(GIVEN)]})
    assert read_derived(written) == {"day": 0, "years": (2022,), "judgements": (GIVEN,), "visits": ()}
