"""Lexical features: passages made by hand match a question by so much, in their words, headings and lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.seams import TermPositions
from index.snapshot import Snapshot
from qa.features import FEATURES, featurize
from qa.features.lexical import HEADING_CHARS, NEAR_WORDS, idf_share, proximity, short_lines
from qa.passages.asked import Asked
from qa.query import understand
from qa.ranking.retrieve import retrieve

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)


def feature(snapshot: Snapshot, question: str, name: str) -> dict[str, float]:
    """A feature of the candidates for a question, by the ids of their documents, which have a passage each."""
    asked = Asked(snapshot, understand(question, snapshot, today=TODAY, as_typed=True))
    candidates = featurize(asked, retrieve(asked, HashingEncoder()))
    values = candidates.features[:, FEATURES.column(name)].tolist()
    return {document.id: value for document, value in zip(candidates.documents, values, strict=True)}


IDF = {"pool": 3.0, "roof": 1.0}


def positions(*places: tuple[int, str]) -> TermPositions:
    return TermPositions(99, 0, [(place, stem, 5 * place) for place, stem in places])


@pytest.mark.parametrize(
    ("places", "share"),
    [
        ((), 0.0),
        (((0, "rain"),), 0.0),
        (((7, "roof"),), 0.25),
        (((7, "roof"), (8, "pool")), 1.0),
        (((0, "roof"), (NEAR_WORDS - 1, "pool")), 1.0),
        (((0, "roof"), (NEAR_WORDS, "pool")), 0.75),
        (((0, "pool"), (1, "pool"), (20, "roof")), 1.0),
        (((0, "pool"), (1, "pool"), (21, "roof")), 0.75),
        (((0, "roof"), (1, "roof"), (30, "roof")), 0.25),
    ],
)
def test_proximity_is_the_greatest_share_within_so_many_words(
    places: tuple[tuple[int, str], ...], share: float
) -> None:
    assert proximity(IDF, positions(*places)) == share
    assert proximity({}, positions(*places)) == 0.0


def lines(text: str) -> list[str]:
    return [text[start:end] for start, end in short_lines(text)]


def test_a_line_that_could_be_a_heading_is_short_and_does_not_run_on() -> None:
    assert lines("Costs\nThe roof is dear.\nThe pool\nis not\nWho pays") == ["Costs", "is not", "Who pays"]
    assert lines("One,\nTwo;\nThree:\nFour.\nFive?") == ["Five?"]
    assert lines("x" * HEADING_CHARS) == ["x" * HEADING_CHARS] and lines("x" * (HEADING_CHARS + 1)) == []


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"id": "roof", "title": "Plans", "text": "The roof of the pool leaks badly in rain."},
            {"id": "rain", "title": "Weather", "text": "Rain fell on 12 days, more than in 1999."},
            {"id": "pool", "title": "The pool", "text": "It was built of stone."},
            {"id": "line", "title": "Notes", "text": "Roof of the pool\n\nIt is of slate and it is new."},
        ]
    )


def test_the_best_candidate_has_1_by_bm25_and_by_vectors(papers: Snapshot) -> None:
    for name in ("bm25_text", "text_identity", "terms", "dense"):
        values = feature(papers, "Does the roof of the pool leak badly in the rain?", name)
        assert max(values.values()) == values["roof"] == 1.0 and min(values.values()) >= 0
    assert feature(papers, "Does the roof of the pool leak badly in the rain?", "bm25_text")["pool"] == 0.0
    assert feature(papers, "Does the roof of the pool leak badly in the rain?", "text_identity")["pool"] > 0.0


def test_a_passage_covers_what_it_its_headings_and_its_document_hold(papers: Snapshot) -> None:
    covered = feature(papers, "roof pool", "covers_question")
    assert covered["roof"] == covered["line"] == 1.0 and covered["rain"] == 0.0 and 0 < covered["pool"] < 1
    by_itself = feature(papers, "roof pool", "covers_terms")
    assert by_itself["roof"] == by_itself["line"] == 1.0 and by_itself["pool"] == 0.0
    missing = feature(papers, "stone pool", "rarest_missing")
    assert missing["pool"] == 0.0 and missing["roof"] == missing["rain"] == 1.0


def test_a_line_that_is_asked_about_stands_out(papers: Snapshot) -> None:
    values = feature(papers, "roof of the pool", "line_in_question")
    assert values["line"] == 1.0 and values["rain"] == values["roof"] == 0.0


def test_length_and_digits_are_those_of_the_passage(papers: Snapshot) -> None:
    digits, length = feature(papers, "rain", "digits"), feature(papers, "rain", "length")
    assert digits["roof"] == 0.0 and digits["rain"] > 0.25
    assert length["rain"] == pytest.approx(math.log1p(2 / digits["rain"]) / 5)
    assert set(feature(papers, "rain", "beginning").values()) == {1.0}


def test_the_share_of_a_heading_is_of_its_idf(papers: Snapshot) -> None:
    asked = Asked(papers, understand("roof", papers, today=TODAY))
    idf = papers.lexical_index.idf
    assert idf_share(asked, ["roof", "rain", "roof"], {"roof"}) == pytest.approx(
        idf("roof") / (idf("roof") + idf("rain"))
    )
    assert idf_share(asked, ["rain"], {"roof"}) == 0.0 and idf_share(asked, ["roof"], {"roof"}) == 1.0
