"""A numbered thing that stands in no document is told so, with those that do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.numbered import no_such_number

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
BUSES = (
    {"title": "Bus changes", "text": "Route 17: every 20 minutes. Route 23 is withdrawn after Saturday 9 January."},
    {"title": "Route 4", "text": "No change. Ring 9 times."},
    {"title": "Rules", "text": "Under rule 3 dogs are kept out. Plots 7 to 12 are shut. The 44 will stop at noon."},
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
