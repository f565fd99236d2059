"""Retrieval: the passages that may answer are found, within the filters, by each of the ways there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from index.encoder import HashingEncoder
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.passages.asked import Asked
from qa.passages.candidates import Retrieved
from qa.query import understand
from qa.ranking.retrieve import (
    DENSE,
    HEAD,
    HEAD_DOCUMENTS,
    LEXICAL,
    MEANT,
    MEANT_DOCUMENTS,
    copies_of,
    documents_meant,
    first_rows,
    retrieve,
    scope_of,
)
from qa.request import Filters
from tests.query_corpora import lanes_reports_and_a_roof

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
ENCODER = HashingEncoder()
PLACES = {
    "Marlow Vale": (2014, 2017, 2021),
    "East Wendham": (2013, 2018),
    "Thornby": (2012, 2016, 2022),
    "Ashby Green": (2015, 2019),
    "Old Haven": (2016, 2023),
}
FILLER = " ".join(
    f"Desk number {number} was looked at with care, and so were its drawers, lamps and notes." for number in range(40)
)
SHELVES = 300


@pytest.fixture(scope="module")
def reports(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        {
            "title": f"Inspection of {place} town council services {year}",
            "text": f"{place} town council\n\nInspection of services for families\n\n{FILLER}",
            "published": f"{year}-06-02",
        }
        for place, years in PLACES.items()
        for year in years
    )


@pytest.fixture(scope="module")
def library(snapshot_of: Made) -> Snapshot:
    """Many documents on one thing, of which few are of one publisher, and those say the least about it."""
    shelves = [
        {
            "title": f"Shelf {number}",
            "text": f"The rain falls on the roof and fills butt {number} with rain.",
            "source": "Many",
            "published": "2015-01-01",
        }
        for number in range(SHELVES)
    ]
    few = [
        {
            "title": f"Attic {number}",
            "text": f"Attic {number} is dry in all weathers, though rain is heard.",
            "source": "Few",
            "published": "2020-01-01",
        }
        for number in range(6)
    ]
    return snapshot_of([*shelves, *few])


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(lanes_reports_and_a_roof())


def found(question: str, snapshot: Snapshot, filters: Filters = Filters()) -> Retrieved:
    asked = Asked(snapshot, understand(question, snapshot, today=TODAY), scope_of(snapshot, filters))
    return retrieve(asked, ENCODER)


@pytest.mark.parametrize(
    ("filters", "passages"),
    [
        (Filters(source=("Few",)), 6),
        (Filters(published_from=date(2019, 1, 1)), 6),
        (Filters(document=("300", "303", "305")), 3),
        (Filters(source=("Few",), document=("301", "000")), 1),
        (Filters(source=("Many",)), 40),
        (Filters(), 40),
    ],
)
def test_a_filtered_search_finds_what_passes_the_filter_however_much_else_there_is(
    library: Snapshot, filters: Filters, passages: int
) -> None:
    candidates = found("where does the rain fall", library, filters)
    assert len(candidates.rows) >= passages
    assert all(document_index in scope_of(library, filters) for document_index in candidates.document_indexes)


@pytest.mark.parametrize("question", ["what did the councillors repair", "Marlow Vale in 2019", "lamps"])
def test_every_search_finds_passages_alone_that_speak_of_the_time(snapshot_of: Made, question: str) -> None:
    towns = snapshot_of(
        {
            "title": f"{place} town council, year book",
            "text": "\n\n".join(
                f"# {year}\n\nIn {year} the councillors of {place} repaired lamps.\n\n{FILLER}" for year in years
            ),
        }
        for place, years in PLACES.items()
    )
    candidates = found(question, towns, Filters(about_from=date(2019, 3, 1), about_to=date(2019, 3, 31)))
    assert len(candidates.rows)
    assert all("2019" in f"{passage.heading}{passage.text}" for passage in candidates.passages)
    speaking = Filters(about_from=date(2019, 1, 1), document=("004",))
    assert {passage.document_id for passage in found(question, towns, speaking).passages} == {"004"}


@pytest.mark.parametrize(
    "question", ["Is there rain in Marlow Vale?", "Which drawers and lamps does Marlow Vale have?", "marlow vale"]
)
def test_the_heads_of_documents_that_are_meant_are_candidates(reports: Snapshot, question: str) -> None:
    candidates = found(question, reports)
    meant = [meta for meta in reports.metadata if "Marlow Vale" in meta.title]
    assert len(meant) == 3
    for meta in meant:
        assert set(meta.rows[:HEAD]) <= set(candidates.rows.tolist())
    assert candidates.by_way["heads"] >= len(meant) and not found("Is there rain?", reports).by_way["heads"]


def test_heads_are_filtered_like_all_else(reports: Snapshot) -> None:
    candidates = found("marlow vale", reports, Filters(published_from=date(2020, 1, 1)))
    assert {document.title for document in candidates.documents} <= {
        f"Inspection of {place} town council services {year}"
        for place, ratings in PLACES.items()
        for year in ratings
        if year >= 2020
    }
    assert "Inspection of Marlow Vale town council services 2021" in {
        document.title for document in candidates.documents
    }


@pytest.mark.parametrize("least", [1, 60, 1000])
def test_as_many_candidates_are_found_as_passages_are_wanted_though_no_word_matches(
    library: Snapshot, least: int
) -> None:
    asked = Asked(library, understand("zebra crossings", library, today=TODAY), k=least)
    candidates = retrieve(asked, ENCODER)
    assert len(candidates.rows) >= min(least, library.manifest.passages)


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(source=("Few",)), 4),
        (Filters(source=("Few", "Many")), 44),
        (Filters(published_from=date(2018, 6, 2)), 2),
        (Filters(published_to=date(2014, 6, 2)), 1),
        (Filters(published_from=date(2014, 1, 1), published_to=date(2018, 6, 1)), 41),
        (Filters(document=("000", "043", "absent")), 2),
        (Filters(source=("Few",), published_to=date(2018, 12, 31)), 2),
        (Filters(source=("Nobody",)), 0),
    ],
)
def test_filters_name_the_passages_that_pass_them(papers: Snapshot, filters: Filters, documents: int) -> None:
    scope = scope_of(papers, filters)
    assert scope.documents is not None and len(scope.documents) == documents


def test_no_filter_leaves_all(papers: Snapshot) -> None:
    assert scope_of(papers, Filters()) is EVERYTHING


def meant(question: str, snapshot: Snapshot, filters: Filters = Filters()) -> list[str]:
    asked = Asked(snapshot, understand(question, snapshot, today=TODAY), scope_of(snapshot, filters))
    indexes = documents_meant(asked)
    assert indexes == sorted(indexes)
    return [snapshot.document_meta(document_index).title.removeprefix("Inspection of ") for document_index in indexes]


def test_the_documents_meant_are_those_of_the_name_and_of_the_time_where_any_is(reports: Snapshot) -> None:
    services = "town council services"
    assert meant("Is it warm?", reports) == []
    assert meant("Is it warm in Thornby?", reports) == [f"Thornby {services} {year}" for year in (2012, 2016, 2022)]
    assert meant("Was Thornby warm in 2016?", reports) == [f"Thornby {services} 2016"]
    assert meant("Was Thornby warm in 2017?", reports) == [f"Thornby {services} {year}" for year in (2012, 2016, 2022)]
    assert meant("roof of Thornby", reports, Filters(published_from=date(2016, 6, 2))) == [
        f"Thornby {services} {year}" for year in (2016, 2022)
    ]
    assert meant("roof of Thornby", reports, Filters(published_from=date(2023, 1, 1))) == []


def test_where_two_names_are_given_the_documents_of_both_are_meant_before_those_of_one(snapshot_of: Made) -> None:
    titles = (
        "Thornby council",
        "Wendham council",
        "Thornby council with Wendham council",
        *(f"Note {n}" for n in range(6)),
    )
    papers = snapshot_of({"title": title, "text": "It stands."} for title in titles)
    assert meant("Is it far from Thornby to Wendham?", papers) == ["Thornby council with Wendham council"]
    assert meant("Is it far from Thornby?", papers) == ["Thornby council", "Thornby council with Wendham council"]


def test_each_way_brings_no_more_than_it_may_and_all_are_within_the_filters(
    reports: Snapshot, library: Snapshot
) -> None:
    ways = found("Were the drawers, lamps and notes of desk 7 in Marlow Vale looked at?", reports).by_way
    assert list(ways) == ["lexical", "dense", "meant", "meant_dense", "heads"]
    assert ways["dense"] == DENSE and 0 < ways["lexical"] <= LEXICAL
    assert 0 < ways["meant"] <= MEANT * MEANT_DOCUMENTS and 0 < ways["meant_dense"] <= DENSE
    assert 0 < ways["heads"] <= HEAD * HEAD_DOCUMENTS
    assert found("where does the rain fall", library).by_way == {
        "lexical": LEXICAL,
        "dense": DENSE,
        "meant": 0,
        "meant_dense": 0,
        "heads": 0,
    }


def test_scores_and_documents_are_those_of_the_rows(reports: Snapshot) -> None:
    retrieved = found("Were the drawers of Marlow Vale looked at?", reports)
    count = len(retrieved.rows)
    assert (np.diff(retrieved.rows) > 0).all()
    assert [passage.id for passage in retrieved.passages] == [
        passage.id for passage in reports.passages(retrieved.rows.tolist())
    ]
    assert [document.id for document in retrieved.documents] == [passage.document_id for passage in retrieved.passages]
    assert [reports.document_meta(document_index).id for document_index in retrieved.document_indexes] == [
        document.id for document in retrieved.documents
    ]
    for scores in (retrieved.bm25_text, retrieved.bm25_text_identity, retrieved.bm25_terms, retrieved.similarity):
        assert scores.shape == (count,) and (scores >= 0).all() and scores.any()
    assert (retrieved.bm25_text_identity >= retrieved.bm25_text).all() and retrieved.similarity.max() <= 1


@pytest.mark.parametrize(
    ("question", "years"), [("roof of Thornby", range(2012, 2018)), ("first roof of Thornby", range(2010, 2016))]
)
def test_heads_are_of_the_newest_documents_unless_the_first_is_asked_for(
    snapshot_of: Made, question: str, years: range
) -> None:
    reports = (
        {"id": f"t{year}", "title": f"Thornby {year}", "text": f"{FILLER} {FILLER}", "published": f"{year}-01-01"}
        for year in range(2010, 2018)
    )
    notes = ({"id": f"n{n}", "title": f"Note {n}", "text": "It stands."} for n in range(10))
    papers = snapshot_of([*reports, *notes])
    asked = Asked(papers, understand(question, papers, today=TODAY))
    rows = first_rows(asked, documents_meant(asked))
    assert len(rows) == HEAD * HEAD_DOCUMENTS
    expected = [meta for meta in papers.metadata if meta.id in {f"t{year}" for year in years}]
    assert set(rows.tolist()) == {row for meta in expected for row in meta.rows[:HEAD]}
    open_now = EVERYTHING.within(meta.document_index for meta in papers.metadata if meta != expected[0])
    assert expected[0].document_index not in documents_meant(replace(asked, scope=open_now))


NOTE = {"title": "Badges", "text": "A lost badge costs £15.", "published": "2023-06-12", "source": "Vale News"}


def _copies(snapshot_of: Made, *documents: Mapping[str, str]) -> list[tuple[str, int]]:
    snapshot = snapshot_of([*documents, {"title": "Pool", "text": "A lost towel costs £2."}])
    asked = Asked(snapshot, understand("What does a lost badge cost?", snapshot, today=TODAY))
    found = retrieve(asked, ENCODER)
    assert len(found.copies) == len(found.rows) == len(found.passages) == len(found.similarity)
    pairs = zip(found.passages, found.copies, strict=True)
    return sorted((passage.text, len(copies)) for passage, copies in pairs if "badge" in passage.text)


def test_a_document_that_is_there_twice_is_one_candidate(snapshot_of: Made) -> None:
    text = NOTE["text"]
    assert _copies(snapshot_of, NOTE, dict(NOTE)) == [(text, 1)]
    assert _copies(snapshot_of, NOTE, dict(NOTE), dict(NOTE)) == [(text, 2)]
    spaced = "A lost  badge\ncosts £15."
    assert _copies(snapshot_of, NOTE, NOTE | {"text": spaced}) == [(text, 1)]


@pytest.mark.parametrize(
    "other",
    [{"title": "Passes"}, {"source": "Moor News"}, {"text": "A lost badge costs £16."}],
)
def test_the_same_words_of_another_document_are_no_copy(snapshot_of: Made, other: Mapping[str, str]) -> None:
    assert [copies for _, copies in _copies(snapshot_of, NOTE, {**NOTE, **other})] == [0, 0]


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("What does a lost badge cost?", 1),
        ("What did a lost badge cost in 2022?", 0),
        ("What did a lost badge cost at first?", 0),
    ],
)
def test_of_an_unchanged_page_the_newest_counts_or_that_of_the_time_asked_about(
    snapshot_of: Made, question: str, counts: int
) -> None:
    snapshot = snapshot_of([NOTE | {"published": "2022-06-12"}, NOTE])
    asked = Asked(snapshot, understand(question, snapshot, today=TODAY))
    assert copies_of(asked, np.array([0, 1], dtype=np.int64), []) == {counts: (1 - counts,)}


def test_as_many_distinct_passages_are_found_however_many_copies_there_are(snapshot_of: Made) -> None:
    tickets = [{"title": f"Ticket {place}", "text": f"Ticket {place} is for the rain."} for place in range(LEXICAL)]
    snapshot = snapshot_of([ticket for ticket in tickets for _ in range(3)])
    asked = Asked(snapshot, understand("Which ticket is for rain?", snapshot, today=TODAY))
    found = retrieve(asked, ENCODER)
    assert found.by_way["lexical"] == LEXICAL and found.by_way["dense"] == DENSE
    assert len({passage.text for passage in found.passages}) == len(found.rows)
    assert all(len(copies) == 2 for copies in found.copies)


def test_of_the_documents_that_are_meant_copies_are_left_out(snapshot_of: Made) -> None:
    named = {"title": "Thornby council", "text": "It stands by the river and has a hall for the people of the town."}
    notes = [{"title": f"Note {place}", "text": "It stands."} for place in range(6)]
    papers = snapshot_of([named, named, *notes])
    assert meant("Is it far from Thornby?", papers) == ["Thornby council"]
    assert meant("Is it far from Thornby?", papers, Filters(document=("001",))) == ["Thornby council"]


def test_a_copy_that_is_meant_is_the_one_that_counts(snapshot_of: Made) -> None:
    snapshot = snapshot_of([NOTE, NOTE])
    asked = Asked(snapshot, understand("What does a lost badge cost?", snapshot, today=TODAY))
    rows = np.array([0, 1], dtype=np.int64)
    assert copies_of(asked, rows, []) == {0: (1,)}
    assert copies_of(asked, rows, [1]) == {1: (0,)}


def test_the_same_words_twice_in_one_document_are_one_candidate_and_no_copy(snapshot_of: Made) -> None:
    paragraph = " ".join(FILLER.split()[:120])
    snapshot = snapshot_of([{"title": "Desks", "text": f"{paragraph}\n\n{paragraph}"}])
    texts = [passage.text for passage in snapshot.passages(range(snapshot.manifest.passages))]
    assert len(set(texts)) < len(texts)
    asked = Asked(snapshot, understand("Which desk?", snapshot, today=TODAY))
    copies = copies_of(asked, np.arange(len(texts), dtype=np.int64), [])
    assert len(copies) == len(set(texts)) and not any(copies.values())
