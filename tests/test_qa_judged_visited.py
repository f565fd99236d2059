"""What documents tell of one visit is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.judgements.visit import Visit
from qa.judged.visited import VisitEvent, VisitFact, visits_by_time

MARCH = (date(2023, 3, 1).toordinal(), date(2023, 3, 31).toordinal())
VISIT = Visit("Wendham", "monitoring_visit", "ofsted_childrens_services", *MARCH, "stated", "told", 0, 10)
EXACT = replace(VISIT, day=MARCH[0] + 28, until=MARCH[0] + 29, number=1)


def merged(*visits: Visit) -> list[VisitEvent]:
    return visits_by_time(VisitFact(document, visit) for document, visit in enumerate(visits))


def test_times_that_meet_are_of_one_visit_and_the_exact_one_counts() -> None:
    (event,) = merged(VISIT, EXACT)
    assert (event.day, event.until, event.number, event.count) == (EXACT.day, EXACT.until, 1, 1)
    assert [fact.document_index for fact in event.facts] == [1, 0]
    next_day = replace(VISIT, day=MARCH[1] + 1, until=MARCH[1] + 1)
    assert len(merged(VISIT, next_day)) == 2
    assert len(merged(VISIT, replace(next_day, day=MARCH[1]))) == 1


def test_other_kinds_numbers_and_counts_are_other_visits() -> None:
    assert len(merged(EXACT, replace(EXACT, number=2))) == 2
    assert len(merged(VISIT, replace(VISIT, kind="focused_visit"))) == 2
    assert len(merged(VISIT, replace(VISIT, count=7))) == 2


def test_visits_come_in_the_order_of_time_and_those_without_one_last() -> None:
    undated = replace(VISIT, day=0, until=0)
    after = replace(undated, after=MARCH[1] + 300, number=4)
    later = replace(VISIT, day=MARCH[1] + 400, until=MARCH[1] + 401)
    assert [event.facts[0].visit for event in merged(undated, later, after, VISIT)] == [VISIT, after, later, undated]
