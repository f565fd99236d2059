"""Visits that are told by another one are those before or after it, and never that one."""

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
VISITS = {
    "title": "Wendham Council: minutes",
    "published": "2019-12-03",
    "text": "Published: 3 December 2019\n\nWendham Council's children's services had two focused visits, in May 2018 "
    "and March 2019. Ofsted carried out seven monitoring visits between July 2017 and May 2019. "
    "Members read of the monitoring visit in March 2018.",
}


@pytest.fixture(scope="module")
def both(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018, VISITS))


def shown(snapshot: Snapshot, question: str) -> list[tuple[str, str]]:
    query = understand(question, snapshot, today=date(2026, 11, 27))
    found = tabulate(query, snapshot, EVERYTHING)
    assert found
    return [(row.what, f"{row.first:%m/%Y}" if row.first else "") for row in found.rows]


IN_2017, IN_2019, IN_2023 = ("Inspection", "01/2017"), ("Inspection", "11/2019"), ("Inspection", "06/2023")
FOCUSED = [("Focused visit", "05/2018"), ("Focused visit", "03/2019")]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When was the inspection before Wendham's 2023 one?", [IN_2019]),
        ("When was the inspection prior to Wendham's 2019 inspection?", [IN_2017]),
        ("When was the Wendham inspection before the one in 2023?", [IN_2019]),
        ("Which inspection came before Wendham's 2023 inspection?", [IN_2019]),
        ("When was the inspection after Wendham's 2017 one?", [IN_2019]),
        ("When was the inspection that followed Wendham's 2019 one?", [IN_2023]),
        ("When were the inspections before Wendham's 2023 one?", [IN_2019, IN_2017]),
        ("When was Wendham inspected after its 2017 inspection?", [IN_2023, IN_2019]),
        ("When was the inspection before Wendham's 2017 one?", []),
        ("When was the inspection after Marlow's 2018 one?", []),
        ("When were Wendham's focused visits before the 2019 inspection?", FOCUSED),
        ("When were Wendham's focused visits before 2019?", FOCUSED[:1]),
        ("When were Wendham's focused visits before the 2023 inspection?", FOCUSED),
        ("How many focused visits did Wendham have between the 2017 and 2019 inspections, and when?", FOCUSED),
        ("When was Wendham inspected before 2020?", [IN_2019, IN_2017]),
        ("When was the previous inspection of Wendham before 2022?", [IN_2019]),
        ("When was Wendham inspected in 2019?", [IN_2019]),
    ],
)
def test_what_is_told_by_another_visit_is_beside_it(
    both: Snapshot, question: str, expected: list[tuple[str, str]]
) -> None:
    assert shown(both, question) == expected


def test_visits_told_of_together_begin_with_the_first_of_them(both: Snapshot) -> None:
    together = ("Monitoring visit", "07/2017")
    assert shown(both, "When were Wendham's monitoring visits?") == [together, ("Monitoring visit", "03/2018")]
    assert shown(both, "When was the first monitoring visit to Wendham after the 2017 inspection?") == [together]


def test_the_first_after_another_is_not_called_the_earliest(both: Snapshot) -> None:
    query = understand("When was the inspection after Wendham's 2017 one?", both, today=date(2026, 11, 27))
    found = tabulate(query, both, EVERYTHING)
    assert found and [row.note for row in found.rows] == [""]
