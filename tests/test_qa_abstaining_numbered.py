"""A numbered thing that stands in no document is told so, with those that do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.abstaining.numbered import no_such_number

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
BUSES = (
    {"title": "Bus changes", "text": "Route 17: every 20 minutes. Route 23 is withdrawn after Saturday 9 January."},
    {"title": "Route 4", "text": "No change. Ring 9 times."},
    {"title": "Rules", "text": "Under rule 3 dogs are kept out. Plots 7 to 12 are shut. The 44 will stop at noon."},
    {"title": "Minutes", "text": "Ada Moor objected to 26/00318/FUL."},
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "When was route 9 withdrawn?",
            "The documents here do not mention route 9. They do mention route 4, route 17 and route 23.",
        ),
        ("Who may break rule 8?", "The documents here do not mention rule 8. They do mention rule 3."),
        ("How much is plot 14?", "The documents here do not mention plot 14. They do mention plot 7."),
        ("Who objected to 26/00999/FUL?", "The documents here do not mention 26/00999/FUL."),
        ("Who objected to 26/00318/FUL?", ""),
        ("When was route 17 withdrawn?", ""),
        ("When was route 4 changed?", ""),
        ("Does the 17 bus stop there?", ""),
        ("When does route 44 stop?", ""),
        ("Is plot 9 shut?", ""),
        ("What is grade 9?", ""),
        ("What stands on page 9?", ""),
        ("What changed in 2024?", ""),
    ],
)
def test_a_number_that_stands_nowhere_is_told_with_others_of_its_kind(
    snapshot_of: Made, question: str, told: str
) -> None:
    assert no_such_number(question, snapshot_of(BUSES)) == told


LISTS = (
    {"title": "Allotments", "text": "Plots 1 and 2 are by the gate.\n\nPlot | Holder\n44 | Ada Moor\n45 | Ben Hall"},
    {"title": "Wick buses", "text": "Route 4 runs on Sundays. Routes numbered 20 up to 29 are run by Moor Coaches."},
    {"title": "To school", "text": "The following are school routes: 31, 33, 35. Route 6 costs £41 a year."},
    {"title": "Gates", "text": "Gate 1 is locked.\n\n2 by the lane\n3 by the mill"},
)


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("Who holds plot 45?", False),
        ("Who drives route 24?", False),
        ("When does route 33 leave?", False),
        ("Where is gate 3?", False),
        ("Who holds plot 48?", True),
        ("When does route 34 leave?", True),
        ("When does route 41 leave?", True),
        ("Who drives route 30?", True),
        ("Where is gate 9?", True),
    ],
)
def test_a_number_of_a_column_or_list_of_its_kind_is_not_told_to_stand_nowhere(
    snapshot_of: Made, question: str, is_told: bool
) -> None:
    assert bool(no_such_number(question, snapshot_of(LISTS))) is is_told
