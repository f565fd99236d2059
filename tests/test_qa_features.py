"""Features: what is known of the candidates tells the right document, and the passage in it, from the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.features import FEATURES, featurize
from qa.features.interactions import INTERACTIONS
from qa.passages.asked import Asked
from qa.passages.candidates import Candidates
from qa.query import understand
from qa.ranking.retrieve import retrieve, scope_of
from qa.request import Filters

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
ENCODER = HashingEncoder()
PLACES = {
    "Marlow Vale": {2014: "Inadequate", 2017: "Requires improvement", 2021: "Good"},
    "East Wendham": {2013: "Good", 2018: "Inadequate"},
    "Thornby": {2012: "Good", 2016: "Good", 2022: "Outstanding"},
    "Ashby Green": {2015: "Requires improvement", 2019: "Good"},
    "Long Barrow": {2014: "Good", 2020: "Inadequate"},
    "Old Haven": {2016: "Inadequate", 2023: "Good"},
}
REPORT = """{place} town council

Inspection of services for families

Overall effectiveness
{rating}

The inspectors spent two weeks with staff. {filler}

What needs to improve

• The time that families wait for a first visit.
• How often plans are read by those they are for.

{filler}

The inspectors were led by Ann Hall, who also led the visit to the town before."""
FILLER = " ".join(
    f"Desk number {number} was looked at with care, and so were its drawers, lamps and notes." for number in range(40)
)


@pytest.fixture(scope="module")
def reports(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        {
            "title": f"Inspection of {place} town council services {year}",
            "text": REPORT.format(place=place, rating=rating, filler=FILLER),
            "published": f"{year}-06-02",
            "source": "Inspectorate",
        }
        for place, ratings in PLACES.items()
        for year, rating in ratings.items()
    )


def found(question: str, snapshot: Snapshot, filters: Filters = Filters()) -> Candidates:
    asked = Asked(snapshot, understand(question, snapshot, today=TODAY), scope_of(snapshot, filters))
    return featurize(asked, retrieve(asked, ENCODER))


def column(candidates: Candidates, name: str) -> NDArray[np.float32]:
    return candidates.features[:, FEATURES.column(name)]


def titles(candidates: Candidates, snapshot: Snapshot, chosen: NDArray[np.bool_]) -> set[str]:
    return {
        snapshot.document_meta(index).title for index in snapshot.document_index_of(candidates.rows[chosen]).tolist()
    }


@pytest.mark.parametrize(
    "question",
    [
        "How was Marlow Vale rated in 2017?",
        "What did the latest inspection of Thornby say?",
        "When was Old Haven rated inadequate?",
        "What needs to improve in East Wendham and in Ashby Green?",
        "Who led the inspection of Long Barrow?",
        "how many desks were looked at",
        "rain",
        "2019",
        "the of and",
        "?",
        "",
    ],
)
def test_features_are_numbers_of_about_0_to_1(reports: Snapshot, question: str) -> None:
    candidates = found(question, reports)
    assert (
        candidates.features.shape == (len(candidates.rows), len(FEATURES)) == (len(candidates.passages), len(FEATURES))
    )
    assert np.isfinite(candidates.features).all()
    assert candidates.features.min(initial=0.0) >= 0.0 and candidates.features.max(initial=0.0) <= 1.5
    assert (np.diff(candidates.rows) > 0).all()
    assert [passage.id for passage in candidates.passages] == [
        passage.id for passage in reports.passages(candidates.rows.tolist())
    ]
    assert set(candidates.interactions) <= {interaction.name for interaction in INTERACTIONS}


@pytest.mark.parametrize(
    ("question", "feature"), [("latest rating of Marlow Vale", "in_order"), ("rating of Marlow Vale", "newest")]
)
def test_the_latest_is_the_latest_that_passes_the_filters(reports: Snapshot, question: str, feature: str) -> None:
    candidates = found(question, reports, Filters(published_to=date(2018, 12, 31)))
    assert titles(candidates, reports, column(candidates, feature) == 1) == {
        "Inspection of Marlow Vale town council services 2017"
    }


@pytest.mark.parametrize(("place", "year"), [(place, year) for place, ratings in PLACES.items() for year in ratings])
def test_name_and_time_tell_the_right_one_of_a_series(reports: Snapshot, place: str, year: int) -> None:
    candidates = found(f"What was the overall effectiveness of {place} in {year}?", reports)
    wanted = f"Inspection of {place} town council services {year}"
    right = (column(candidates, "entity_match") == 1) & (column(candidates, "published_then") == 1)
    assert titles(candidates, reports, right) == {wanted}
    assert titles(candidates, reports, column(candidates, "of_another_time") == 0) >= {wanted}
    assert not any(place in title for title in titles(candidates, reports, column(candidates, "entity_mismatch") == 1))
    rating = [
        PLACES[place][year] in passage.text for passage, ours in zip(candidates.passages, right, strict=True) if ours
    ]
    assert any(rating), "the passage that gives the rating is a candidate"
    assert candidates.of_series and set(candidates.interactions) == {"series", "series_rating"}


@pytest.mark.parametrize(
    ("word", "year"),
    [
        ("latest", lambda years: years[-1]),
        ("most recent", lambda years: years[-1]),
        ("first", lambda years: years[0]),
        ("previous", lambda years: years[-2]),
    ],
)
@pytest.mark.parametrize("place", list(PLACES))
def test_latest_first_and_previous_tell_the_right_one_of_a_series(
    reports: Snapshot, place: str, word: str, year: Callable[[list[int]], int]
) -> None:
    candidates = found(f"What did the {word} inspection of {place} find?", reports)
    assert titles(candidates, reports, column(candidates, "in_order") == 1) == {
        f"Inspection of {place} town council services {year(sorted(PLACES[place]))}"
    }


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("When was Marlow Vale last rated inadequate?", 2014),
        ("When was Thornby last rated good?", 2016),
        ("When was Thornby first rated outstanding?", 2022),
        ("When was Thornby first rated good?", 2012),
    ],
)
def test_last_rated_so_is_the_last_document_that_says_so(reports: Snapshot, question: str, year: int) -> None:
    candidates = found(question, reports)
    (title,) = titles(candidates, reports, column(candidates, "in_order") == 1)
    assert title.endswith(str(year))


def test_the_newest_of_several_documents_is_marked_only_where_no_time_is_asked_for(reports: Snapshot) -> None:
    candidates = found("What needs to improve in Marlow Vale?", reports)
    assert titles(candidates, reports, column(candidates, "newest") == 1) == {
        "Inspection of Marlow Vale town council services 2021"
    }
    assert not column(found("What needs to improve in Marlow Vale in 2014?", reports), "newest").any()


@pytest.mark.parametrize(
    ("question", "feature", "held"),
    [
        ("What was the overall effectiveness of Old Haven in 2016?", "pair_holds_terms", "Overall effectiveness"),
        ("When was Old Haven rated inadequate?", "says_rating", "Inadequate"),
        ("What needs to improve in Old Haven?", "line_in_question", "What needs to improve"),
        ("Who led the inspectors to Old Haven?", "value_near_terms", "Ann Hall"),
        ("How many drawers does Old Haven have?", "near_terms", "drawers"),
    ],
)
def test_the_passage_that_answers_stands_out_by_what_it_says(
    reports: Snapshot, question: str, feature: str, held: str
) -> None:
    candidates = found(question, reports)
    values = column(candidates, feature)
    best = [passage for passage, value in zip(candidates.passages, values, strict=True) if value == values.max()]
    assert values.max() > 0 and all(held in passage.text for passage in best)


@pytest.mark.parametrize(
    "documents",
    [
        [{"text": "Rain."}],
        [{"text": "the of and"}],
        [{"text": "雨が降る"}, {"text": "🙂"}],
        [{"title": "Rain", "text": "42"}],
        [
            {"text": "Rain fell in Thornby."},
            {"title": "Thornby", "text": "Rain fell again.", "published": "2015-01-01"},
        ],
    ],
)
@pytest.mark.parametrize("question", ["When did rain fall in Thornby in 2015?", "the", "", "latest rating of Thornby"])
def test_documents_that_lack_nearly_everything_give_features_too(
    snapshot_of: Made, documents: list[dict[str, str]], question: str
) -> None:
    snapshot = snapshot_of(documents)
    candidates = found(question, snapshot)
    assert len(candidates.rows) == len(candidates.passages) == len(candidates.features)
    assert np.isfinite(candidates.features).all() and candidates.interactions == ()


@given(
    question=st.text(max_size=60)
    | st.lists(st.sampled_from("Marlow Vale in 2017 latest rating When who ? Old Haven inadequate".split())).map(
        " ".join
    )
)
def test_features_for_any_question_are_the_same_each_time(reports: Snapshot, question: str) -> None:
    one, two = found(question, reports), found(question, reports)
    assert (
        (one.rows == two.rows).all() and (one.features == two.features).all() and one.interactions == two.interactions
    )
