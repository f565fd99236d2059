"""Events: what documents tell of one inspection is one, and what is only heard of is none of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from corpus.judgements.judgement import Judgement
from qa.judged.events import NEAR_DAYS, Event, Fact, days_apart, events_of, held_at, inspection_ends, undated_of

SCALE = "ofsted_childrens_services"
JULY = date(2022, 7, 29)


def fact(grade: str, day: date | None, document: int = 0, days: int = 0, **other: Any) -> Fact:
    first = day.toordinal() if day else 0
    made = Judgement("Wendham", "overall", grade, SCALE, first, first + days, "inspected", "given", 0, 10)
    return Fact(document, replace(made, **other))


def heard(grade: str, day: date, document: int = 9) -> Fact:
    return fact(grade, day, document, basis="document", standing="told")


def told(events: list[Event]) -> list[tuple[str, int]]:
    return [(event.grade, event.documents) for event in events]


def test_what_is_told_of_days_near_each_other_is_one_event_with_the_most_exact_time() -> None:
    year = fact("inadequate", date(2022, 1, 1), 1, 364, basis="stated", standing="told")
    near = fact("inadequate", JULY + timedelta(days=NEAR_DAYS), 2)
    event, *others = events_of([year, fact("inadequate", JULY), near])
    assert not others and (event.day, event.until, event.documents) == (JULY.toordinal(), JULY.toordinal(), 3)
    far = fact("inadequate", JULY + timedelta(days=NEAR_DAYS + 1), 2)
    assert told(events_of([fact("inadequate", JULY), far])) == [("inadequate", 1), ("inadequate", 1)]
    other = fact("good", JULY)
    assert len(events_of([fact("inadequate", JULY), other])) == 2


def test_events_come_in_the_order_of_time() -> None:
    days = [date(2018, 6, 22), date(2025, 11, 21), date(2022, 7, 29)]
    events = events_of([fact("good", day) for day in days])
    assert [date.fromordinal(event.day) for event in events] == sorted(days)


def test_what_still_holds_on_the_day_of_a_document_is_no_event_of_its_own() -> None:
    first, second = fact("inadequate", JULY), fact("good", date(2025, 11, 21), 1)
    assert told(events_of([first, heard("inadequate", date(2024, 10, 1))])) == [("inadequate", 2)]
    late = heard("inadequate", date(2025, 12, 4))
    assert told(events_of([first, second, late])) == [("inadequate", 2), ("good", 1)]


def test_what_is_heard_of_anew_is_an_event_of_its_own() -> None:
    first = fact("inadequate", JULY)
    assert told(events_of([first, heard("good", date(2025, 1, 4))])) == [("inadequate", 1), ("good", 1)]
    again = heard("inadequate", date(2027, 1, 4))
    between = fact("good", date(2025, 11, 21), 1)
    assert told(events_of([first, between, again])) == [("inadequate", 1), ("good", 1), ("inadequate", 1)]


def test_a_document_without_a_day_gives_its_grade_after_what_it_tells_of() -> None:
    undated = fact("good", None, 5, basis="document")
    before = fact("inadequate", date(2022, 1, 1), 5, 364, basis="stated", standing="told")
    older = fact("requires_improvement", date(2018, 6, 22))
    assert told(events_of([undated, older])) == [("requires_improvement", 1)]
    events = events_of([undated, before, older])
    assert told(events) == [("requires_improvement", 1), ("inadequate", 1), ("good", 1)]
    assert events[-1].day == 0
    of_a_day = replace(undated, said=JULY.toordinal())
    assert told(events_of([of_a_day, before, older])) == told(events)[:2]
    later = fact("good", date(2025, 11, 21), 6)
    assert told(events_of([undated, before, later])) == [("inadequate", 1), ("good", 2)]


def test_the_grade_that_held_is_the_last_one_given_until_then() -> None:
    events = events_of([fact("inadequate", JULY), fact("good", date(2025, 11, 21), 1)])

    def grade(last: date | None) -> str | None:
        held = held_at(events, last.toordinal() if last else None)
        return held.grade if held else None

    assert grade(None) == "good"
    assert grade(date(2025, 11, 21)) == "good"
    assert grade(date(2025, 11, 20)) == grade(JULY) == "inadequate"
    assert grade(JULY - timedelta(days=1)) is None
    assert held_at([], None) is None


def test_a_time_within_a_year_in_which_the_grade_was_given_tells_nothing_for_sure() -> None:
    events = events_of([fact("inadequate", date(2022, 1, 1), days=364)])
    assert held_at(events, date(2022, 6, 30).toordinal()) is None
    assert held_at(events, date(2022, 12, 31).toordinal()) == events[0]
    month = events_of([fact("inadequate", date(2022, 7, 1), days=30)])
    assert held_at(month, date(2022, 7, 10).toordinal()) == month[0]


def test_days_apart_are_those_between_two_events() -> None:
    one, other = events_of([fact("good", JULY, days=3), fact("inadequate", JULY + timedelta(days=10))])
    assert days_apart(one, other) == days_apart(other, one) == 7
    assert days_apart(one, one) == 0


def test_what_is_heard_of_shortly_after_another_inspection_is_not_of_an_earlier_one() -> None:
    end = date(2025, 3, 14)
    soon, late = heard("good", end + timedelta(days=NEAR_DAYS)), heard("good", end + timedelta(days=NEAR_DAYS + 1))
    assert len(events_of([fact("good", JULY), soon], [end.toordinal()])) == 2
    assert len(events_of([fact("good", JULY), late], [end.toordinal()])) == 1
    assert len(events_of([fact("good", JULY), soon])) == 1
    assert inspection_ends([fact("good", JULY), heard("good", end)], SCALE) == {JULY.toordinal()}


def test_a_past_time_that_an_undated_document_names_tells_its_place() -> None:
    undated = fact("good", None, 5, basis="document", after=date(2024, 7, 1).toordinal())
    events = events_of([undated, fact("inadequate", JULY)])
    assert told(events) == [("inadequate", 1), ("good", 1)] and events[-1].after == undated.judgement.after


def test_what_has_no_time_at_all_is_an_event_of_no_day() -> None:
    undated = fact("good", None, 5)
    events = events_of([undated, fact("inadequate", JULY)])
    assert [(event.grade, event.day, event.facts) for event in undated_of([undated], events)] == [
        ("good", 0, (undated,))
    ]
    assert undated_of(events[0].facts, events) == ()
