"""Whether a question asks which things there were, or what one of them is or who did it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.across.tabulating import tabulate
from qa.query import understand
from tests.judged_papers import MARLOW_2018, WENDHAM

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
VISITED = {
    "title": "Wendham Council: inspection of children's services",
    "publisher": "Ofsted",
    "published": "2024-09-04",
    "text": "Since the last inspection of Wendham there were three monitoring visits between January and May 2024.",
}


@pytest.fixture(scope="module")
def visited(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018, VISITED))


def has_rows(snapshot: Snapshot, question: str) -> bool:
    return tabulate(understand(question, snapshot, today=date(2026, 11, 27)), snapshot, EVERYTHING) is not None


@pytest.mark.parametrize(
    "question",
    [
        "What is a monitoring visit?",
        "What's a monitoring visit?",
        "What are monitoring visits?",
        "What are monitoring visits for?",
        "What is a monitoring visit like?",
        "What is an inspection?",
        "What did the monitoring visit show?",
        "What did the monitoring visit to Wendham find?",
        "What did inspectors see on the monitoring visit?",
        "Who made the monitoring visit?",
        "Who did the monitoring visit to Wendham?",
        "Who carried out the monitoring visits in Wendham?",
        "How many monitoring visits does a council get?",
        "When does a council get a monitoring visit?",
        "When do councils get inspected?",
        "Which council has had the most inspections?",
        "What is in the report?",
        "What is the report?",
        "What does a report have in it?",
        "What do councils get after being inadequate?",
        "Which inspectors visited Wendham?",
        "How many children do councils have in care?",
    ],
)
def test_what_a_thing_is_or_who_did_it_is_no_list(visited: Snapshot, question: str) -> None:
    assert not has_rows(visited, question)


@pytest.mark.parametrize(
    "question",
    [
        "Who had a monitoring visit?",
        "Who was inspected in 2017?",
        "Which councils had a monitoring visit?",
        "Which councils had a report published in 2024?",
        "Which councils are good?",
        "Which councils required improvement in 2017?",
        "What inspections has Wendham had?",
        "What were the inspections of Wendham?",
        "What were Wendham's inspections?",
        "What has Wendham's rating been since 2017?",
        "How many monitoring visits were there?",
        "How many of the councils are good?",
        "List the monitoring visits",
        "Could you list every authority that was judged good?",
        "Show each council that is good",
        "Monitoring visits by June 2024, all of them",
        "When was the monitoring visit to Wendham?",
        "When was Wendham inspected?",
    ],
)
def test_which_there_were_is_a_list(visited: Snapshot, question: str) -> None:
    assert has_rows(visited, question)


def test_when_it_usually_is_is_no_list_of_the_only_council_either(snapshot_of: Made) -> None:
    snapshot = snapshot_of([*WENDHAM, VISITED])
    assert not has_rows(snapshot, "When are councils inspected?")
    assert has_rows(snapshot, "When were councils inspected?")
