"""Entity features: the document that is called by the name of a question stands out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from tests.features_shown import feature

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    notes = [{"id": f"n{n}", "title": f"Note {n}", "text": "The rain fell on the roof."} for n in range(6)]
    return snapshot_of(
        [
            {"id": "t", "title": "Thornby council", "text": "The rain fell on the roof."},
            {"id": "w", "title": "Wendham council", "text": "The rain fell on the roof, as in Thornby."},
            {"id": "b", "title": "Thornby council with Wendham council", "text": "The rain fell on it."},
            *notes,
        ]
    )


def test_a_document_matches_by_the_share_of_the_names_it_is_called_by(papers: Snapshot) -> None:
    question = "Did rain fall in Thornby? And in Wendham?"
    match, mismatch = feature(papers, question, "entity_match"), feature(papers, question, "entity_mismatch")
    assert {name: match[name] for name in "twb"} == {"t": 0.5, "w": 0.5, "b": 1.0}
    assert all(value == 0.0 for name, value in match.items() if name[0] == "n")
    assert mismatch == {name: float(not value) for name, value in match.items()} and any(mismatch.values())


def test_where_no_name_calls_a_document_none_matches_and_none_is_another(papers: Snapshot) -> None:
    assert not any(feature(papers, "Did rain fall?", "entity_match").values())
    assert not any(feature(papers, "Did rain fall?", "entity_mismatch").values())


def test_names_stand_in_a_passage_or_in_what_its_document_is_called(papers: Snapshot) -> None:
    values = feature(papers, "Did rain fall in Thornby? And in Wendham?", "names_in_passage")
    assert {name: values[name] for name in "twb"} == {"t": 0.5, "w": 1.0, "b": 1.0}
    assert all(value == 0.0 for name, value in values.items() if name[0] == "n")
    assert not any(feature(papers, "Did rain fall?", "names_in_passage").values())
