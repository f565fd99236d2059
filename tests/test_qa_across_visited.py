"""Visits that a question over many documents asks for."""

from __future__ import annotations

import pytest

from corpus.judgements.scales import shipped_scales
from qa.across.visited import asks_when, inspections_of, speaks_of_visits, visits_meant

SCALES = tuple(shipped_scales())


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [("When was Bexley inspected?", True), ("What year was that?", True), ("How was Bexley inspected?", False)],
)
def test_a_day_or_year_is_asked_for(question: str, is_asked: bool) -> None:
    assert asks_when(question) is is_asked


@pytest.mark.parametrize(
    ("question", "is_spoken_of"),
    [("Who was inspected?", True), ("Which monitoring visit was it?", True), ("Who is good at inspections?", False)],
)
def test_visits_are_spoken_of_by_their_kinds_or_their_deed(question: str, is_spoken_of: bool) -> None:
    assert speaks_of_visits(question, SCALES if "monitoring" in question else ()) is is_spoken_of


def test_inspected_means_inspections_and_visited_any_visit_where_any_may_be_meant() -> None:
    assert visits_meant("When was Bexley last inspected?", SCALES, is_any_meant=False) == inspections_of(SCALES)
    assert visits_meant("When was Bexley last visited?", SCALES, is_any_meant=True) > inspections_of(SCALES)
    assert not visits_meant("When was Bexley last visited?", SCALES, is_any_meant=False)
    assert not visits_meant("When was Bexley last rated?", SCALES, is_any_meant=True)
