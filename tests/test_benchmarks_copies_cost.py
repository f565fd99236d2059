"""What looking for copies adds to a build is set beside the rest of the same build."""

from __future__ import annotations

from pathlib import Path

import index.build.run
from benchmarks.copies_cost import Built, Took, built, cost_table
from eval.results import markdown_table
from index.build.copies import find_copies
from index.encoder import HashingEncoder


def test_the_search_is_timed_within_a_build_that_is_made_as_ever(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("The harbour office opens at nine. It closes at noon on Fridays.\n")
    made = built([tmp_path], HashingEncoder())
    assert made.passages == 2
    assert 0 < made.copies.clock < made.whole.clock
    assert vars(index.build.run)["find_copies"] is find_copies


def test_a_table_tells_the_medians_and_what_is_added_to_the_rest() -> None:
    builds = [
        Built(9, Took(10.5, 21.0), Took(0.5, 1.0)),
        Built(9, Took(20.0, 42.0), Took(0.4, 2.0)),
        Built(9, Took(40.4, 20.2), Took(0.4, 0.2)),
    ]
    rows = [line for line in markdown_table(cost_table(builds)).splitlines() if line.startswith(("| by", "| of"))]
    assert rows == [
        "| by the clock | 3 | 9 | 20.0 | 0.40 | +2.0% |",
        "| of the processors | 3 | 9 | 21.0 | 1.00 | +5.0% |",
    ]
