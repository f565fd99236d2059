"""An open snapshot tells of its documents, and which of them pass a filter."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
import pytest

from corpus.language.words import stems
from index.encoder import HashingEncoder
from index.seams import EVERYTHING, Scope
from index.snapshot import Snapshot
from qa.ranking.retrieve import scope_of
from qa.request import Filters

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
LONG = "The council met in spring and spoke of its schools at length. " * 60


@pytest.fixture(scope="module")
def snapshot(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"title": "Plan", "text": LONG, "published": "2019-06-02", "source": "Vale"},
            {"title": "Note", "text": "A note of 5 May 2020.", "source": "Marlow", "url": "https://example.org/note"},
            {"title": "Report", "text": "A report on Thornby.", "published": "2021-01-31", "source": "Marlow"},
            {"title": "Rota", "text": "The rota is ready.", "published": "2018-02-03"},
        ]
    )


def titles(snapshot: Snapshot, scope: Scope) -> list[str]:
    return [meta.title for meta in snapshot.metadata if meta.document_index in scope]


def test_all_that_is_known_of_a_document_has_one_home(snapshot: Snapshot) -> None:
    plan, note, report, _ = snapshot.metadata
    assert [meta.document_index for meta in snapshot.metadata] == [0, 1, 2, 3]
    assert (plan.id, plan.title, plan.source, plan.url, plan.published) == (
        "000",
        "Plan",
        "Vale",
        None,
        date(2019, 6, 2),
    )
    assert (note.url, note.published, note.day, note.years) == ("https://example.org/note", None, 0, (2020,))
    assert (date.fromordinal(report.day), report.years) == (date(2021, 1, 31), (2021,))
    assert snapshot.document_meta(2) == report == snapshot.find_document("002")
    assert snapshot.find_document("none") is None
    document = snapshot.document("001")
    assert document is not None and (document.sha256, document.media_type) == (note.sha256, note.media_type)
    assert snapshot.document("none") is None


def test_the_passages_of_a_document_are_those_in_its_rows(snapshot: Snapshot) -> None:
    for meta in snapshot.metadata:
        passages = snapshot.passages_of(meta.id)
        assert passages and passages == snapshot.passages(meta.rows)
        assert {passage.document_id for passage in passages} == {meta.id}
    assert snapshot.passages_of("none") == []


def test_the_rows_of_documents_follow_each_other(snapshot: Snapshot) -> None:
    plan = snapshot.metadata[0]
    assert len(plan.rows) > 2 and plan.first_row == 0
    assert [meta.first_row for meta in snapshot.metadata[1:]] == [meta.end_row for meta in snapshot.metadata[:-1]]
    assert snapshot.metadata[-1].end_row == snapshot.manifest.passages
    for meta in snapshot.metadata:
        assert {passage.document_id for passage in snapshot.passages(meta.rows)} == {meta.id}
        assert set(snapshot.document_index_of(np.array(meta.rows)).tolist()) == {meta.document_index}


@pytest.mark.parametrize(
    ("filters", "passing"),
    [
        ({}, ["Plan", "Note", "Report", "Rota"]),
        ({"published_from": date(2019, 6, 2)}, ["Plan", "Report"]),
        ({"published_from": date(2019, 6, 3)}, ["Report"]),
        ({"published_to": date(2019, 6, 2)}, ["Plan", "Rota"]),
        ({"published_to": date(2019, 6, 1)}, ["Rota"]),
        ({"published_from": date(2018, 1, 1), "published_to": date(2019, 12, 31)}, ["Plan", "Rota"]),
        ({"published_from": date(2022, 1, 1)}, []),
        ({"source": ("Marlow",)}, ["Note", "Report"]),
        ({"source": ("Marlow", "Vale")}, ["Plan", "Note", "Report"]),
        ({"document": ("003", "000", "none")}, ["Plan", "Rota"]),
        ({"source": ("Marlow",), "published_from": date(1900, 1, 1)}, ["Report"]),
        ({"source": ("Marlow",), "document": ("000",)}, []),
    ],
)
def test_a_scope_is_of_the_documents_that_pass_all_filters(
    snapshot: Snapshot, filters: dict[str, Any], passing: list[str]
) -> None:
    scope = snapshot.scope(Filters(**filters).passes)
    assert titles(snapshot, scope) == passing
    assert scope.is_empty == (not passing)
    assert snapshot.count(scope) == sum(len(meta.rows) for meta in snapshot.metadata if meta.title in passing)


def test_no_filter_is_everything(snapshot: Snapshot) -> None:
    assert scope_of(snapshot, Filters()) is EVERYTHING


def test_publishers_and_days_are_those_that_are_known(snapshot: Snapshot) -> None:
    assert snapshot.sources() == ("Marlow", "Vale")
    assert snapshot.dates() == (date(2018, 2, 3), date(2021, 1, 31))


def test_words_and_vectors_are_searched_within_a_scope(snapshot: Snapshot) -> None:
    vector = HashingEncoder().encode_question("A report on Thornby")
    hits = snapshot.vector_index.search(vector, 1)
    assert snapshot.document_index_of(hits.rows).tolist() == [2]
    words = snapshot.lexical_index.query(stems("Thornby report"))
    assert snapshot.document_index_of(words.search(5).rows).tolist() == [2]
    assert len(words.search(5, snapshot.scope(lambda meta: meta.id == "000"))) == 0
    assert "thornby" in snapshot.catalogue.proper_nouns


def test_a_snapshot_of_nothing_answers_everything_with_nothing(snapshot_of: Made) -> None:
    empty = snapshot_of([])
    assert (empty.metadata, empty.sources(), empty.dates(), empty.count(EVERYTHING)) == ((), (), None, 0)
    assert len(empty.lexical_index.query(["word"]).search(5)) == 0
    assert empty.lexical_index.frequency("word") == 0 and len(empty.lexical_index.rows("word")) == 0
    assert len(empty.lexical_index.rows("word", "text")) == 0
    assert len(empty.vector_index.search(np.ones(1, dtype=np.float32), 3)) == 0
    assert empty.scope(lambda meta: True).is_empty


def test_a_snapshot_that_was_closed_gives_no_more_passages(snapshot_of: Made) -> None:
    opened = snapshot_of([{"text": "One text."}])
    opened.close()
    with pytest.raises(sqlite3.ProgrammingError):
        opened.passages([0])
