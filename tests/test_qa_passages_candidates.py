"""Candidates are records: one is not changed, only made anew."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from corpus.document import Passage
from qa.passages.candidates import Candidate
from tests.builds import document_meta


def test_a_candidate_carries_its_passage_its_document_and_its_scores_and_never_changes() -> None:
    passage = Passage("a", 0, 10, "It rained.", "", None, None)
    document = document_meta(1, "Rain")
    candidate = Candidate(3, passage, 1, document, {"dense": 0.5}, 2, 1.5, 2.5, 0.75)
    assert candidate.window is None and candidate.rerank is None
    assert replace(candidate, score=3.0).score == 3.0 and candidate.score == 2.5
    with pytest.raises(FrozenInstanceError):
        candidate.score = 3.0  # type: ignore[misc]  # that it is refused is what is tested
