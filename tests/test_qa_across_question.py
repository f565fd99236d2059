"""What questions over many documents ask for, and which of them no table answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.across.known import told_of
from qa.across.question import RowsQuestion, may_ask_for_rows, read_rows_question
from qa.query import understand
from tests.judged_papers import MARLOW_2018, WENDHAM

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def both(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018))


def read(snapshot: Snapshot, question: str) -> RowsQuestion | None:
    scales = list(snapshot.scales)
    if not may_ask_for_rows(question, scales):
        return None
    query = understand(question, snapshot, today=date(2026, 11, 27))
    return read_rows_question(query, told_of(snapshot, EVERYTHING).keys(), scales)


@pytest.mark.parametrize(
    ("question", "asks", "counted", "holding"),
    [
        ("Which authorities were inadequate in 2017?", "judged", "authorities", "held"),
        ("Which authorities were judged inadequate in 2017?", "judged", "authorities", "given"),
        ("which councils are outstanding now", "judged", "authorities", "now"),
        ("Which councils are good or outstanding?", "judged", "authorities", "now"),
        ("How many councils were ever inadequate?", "judged", "authorities", "ever"),
        ("Name the authorities whose leadership is good", "judged", "authorities", "now"),
        ("Which inspections were inadequate in 2017?", "judged", "inspections", "given"),
        ("How many times was Wendham judged inadequate?", "judged", "times", "ever"),
        ("How many monitoring visits were there by October 2024?", "visited", "visits", "held"),
        ("List all inspections of Wendham", "visited", "visits", "ever"),
        ("List all inspections of Wendham's children's services", "visited", "visits", "ever"),
        ("How many inspections has Wendham council had?", "visited", "visits", "ever"),
        ("list the authorities inspected in 2018", "visited", "authorities", "given"),
        ("When was Wendham inspected?", "visited", "inspections", "ever"),
        ("Who was inspected in 2017?", "visited", "authorities", "given"),
        ("Who was judged inadequate in 2017?", "judged", "authorities", "given"),
        ("how many are good now", "judged", "authorities", "now"),
        ("who went from inadequate to good", "moved", "authorities", "ever"),
        ("Which council was inspected most recently?", "visited", "visits", "now"),
        ("How many inspections took place in 2017?", "visited", "visits", "held"),
        ("list every visit to Wendham since 2017", "visited", "visits", "held"),
        ("When was the inspection of Wendham?", "visited", "inspections", "ever"),
        ("When was the Wendham inspection?", "visited", "inspections", "ever"),
        ("When did the inspection of Wendham take place?", "visited", "inspections", "ever"),
        ("What were the dates of the inspection of Wendham?", "visited", "inspections", "ever"),
        ("When was Wendham's last inspection?", "visited", "visits", "now"),
        ("When was the monitoring visit to Wendham?", "visited", "visits", "ever"),
        ("How many reports are there on Wendham?", "reports", "reports", "now"),
        ("Compare Wendham in 2017 and 2019", "compared", "rows", "held"),
        ("What changed between the 2017 and the 2019 inspections of Wendham?", "compared", "rows", "held"),
        ("compare Wendham and Marlow", "compared", "rows", "ever"),
        ("Was Wendham better than Marlow?", "compared", "rows", "ever"),
        ("Which is better, Wendham or Marlow?", "compared", "rows", "now"),
        ("Is Marlow rated lower than Wendham?", "compared", "rows", "now"),
        ("Did Marlow do worse than Wendham in 2018?", "compared", "rows", "held"),
        ("Which councils have improved since 2018?", "moved", "authorities", "held"),
        ("Which councils went from inadequate to good?", "moved", "authorities", "ever"),
        ("Which councils improved from inadequate?", "moved", "authorities", "ever"),
        ("Which councils got out of inadequate?", "moved", "authorities", "ever"),
        ("Which councils fell to inadequate?", "moved", "authorities", "ever"),
        ("Which councils require improvement to be good?", "judged", "authorities", "now"),
    ],
)
def test_what_is_asked_for(both: Snapshot, question: str, asks: str, counted: str, holding: str) -> None:
    found = read(both, question)
    assert found and (found.asks, found.counted, found.holding) == (asks, counted, holding)


@pytest.mark.parametrize(
    "question",
    [
        "How was Wendham rated in 2017?",
        "What was Wendham's rating in the 2017 inspection?",
        "Which areas of the service were rated good in Wendham?",
        "Which councils have the most children in care?",
        "Compare Wendham and Marlow on caseloads",
        "Which reports mention county lines?",
        "What is the difference between a focused visit and a monitoring visit?",
        "How does a monitoring visit differ from an inspection?",
        "Do more children go missing in Marlow than in Wendham?",
        "Is Wendham rated lower than it was?",
        "How many inspectors visited Wendham?",
        "List the recommendations for Wendham",
        "What does Wendham council have to improve?",
        "What does the Marlow partnership need to do better?",
        "Compare good and inadequate",
        "What did Wendham get overall in the 2018 inspection?",
        "What was the outcome of the last inspection of Wendham?",
        "who inspected in 2017",
        "Which councils are better than good?",
        "Which councils are good or better?",
        "Which councils were good before they were inadequate?",
        "Which councils improved and are now good?",
        "Who inspected Wendham?",
        "Who has judged Marlow inadequate?",
    ],
)
def test_what_the_facts_do_not_tell_is_left_to_words(both: Snapshot, question: str) -> None:
    assert read(both, question) is None


def test_the_word_in_a_grade_is_no_direction(both: Snapshot) -> None:
    asked = read(both, "Which councils went from good to requires improvement?")
    assert asked and (asked.asks, len(asked.grades), asked.direction) == ("moved", 2, "")


def test_subjects_times_and_directions_are_read(both: Snapshot) -> None:
    found = read(both, "Compare Marlow and Wendham in 2018 and 2019")
    assert found and found.subjects == (("marlow",), ("wendham",)) and len(found.times) == 2
    between = read(both, "Which councils were judged good between 2017 and 2019?")
    assert between and between.times == ((date(2017, 1, 1).toordinal(), date(2019, 12, 31).toordinal()),)
    worse = read(both, "Which councils got worse since 2018?")
    assert worse and worse.direction == "worse" and worse.times == ((date(2018, 1, 1).toordinal(), None),)
    whole = read(both, "Compare the overall effectiveness of Wendham in 2017 and 2019")
    assert whole and {key for _, key in whole.aspects} == {"overall"}


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("Which council was inspected most recently?", "latest"),
        ("Which council was inspected first?", "first"),
        ("Which councils had a previous inspection?", None),
    ],
)
def test_the_first_or_latest_visit_of_any_is_picked_and_no_previous_one(
    both: Snapshot, question: str, order: str | None
) -> None:
    asked = read(both, question)
    assert asked is not None
    assert asked.order == order
