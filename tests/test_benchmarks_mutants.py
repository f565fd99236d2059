"""Counting mutants: what the tests noticed, what they did not, and what was not tried."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.mutants import entry, survivors, table, tallies, tally

CODES = {"m.f_1": 1, "m.f_2": 0, "m.f_3": 33, "m.f_4": None, "m.f_5": -24, "m.f_6": 3}


def test_a_fault_is_killed_when_a_test_fails_or_runs_on_and_on() -> None:
    found = tally("m.py", CODES)
    assert (found.killed, found.survivors, found.untested, found.open) == (3, ("m.f_2",), ("m.f_3",), 1)


def test_where_pytest_itself_failed_nothing_was_tried() -> None:
    found = tally("m.py", {"m.f_1": 255, "m.f_2": 1})
    assert (found.killed, found.open, found.share) == (1, 1, 1.0)


def test_what_no_test_reaches_counts_against_the_tests_and_what_was_not_tried_does_not() -> None:
    assert tally("m.py", CODES).share == 3 / 5
    assert tally("m.py", {"m.f_1": None}).share == 0


def test_the_counts_are_read_from_the_files_that_mutmut_keeps(tmp_path: Path) -> None:
    (tmp_path / "qa" / "ranking").mkdir(parents=True)
    (tmp_path / "qa" / "ranking" / "rank.py.meta").write_text(json.dumps({"exit_code_by_key": CODES}), encoding="utf-8")
    (tmp_path / "qa" / "ranking" / "none.py.meta").write_text(json.dumps({"exit_code_by_key": {}}), encoding="utf-8")
    [found] = tallies(tmp_path)
    assert found.module == "qa/ranking/rank.py"
    assert table([found]).splitlines()[-1] == "| qa/ranking/rank.py | 6 | 3 | 1 | 1 | 1 | 60% |"


def test_nothing_survived_where_all_were_killed() -> None:
    assert survivors([tally("m.py", {"m.f_1": 1})], {}) == ""


def test_a_survivor_stands_with_what_it_changed_and_why_it_cannot_be_noticed() -> None:
    diff = "# m.f_1: survived\n--- m.py\n+++ m.py\n@@ -1,2 +1,2 @@\n def f():\n-    return 1\n+    return 2\n"
    assert entry("m.f_1", diff, "nobody reads it") == (
        "- `m.f_1`: nobody reads it\n\n  ```diff\n  -    return 1\n  +    return 2\n  ```"
    )
    assert entry("m.f_1", diff, None).startswith("- `m.f_1`: **no reason given**\n")


def test_a_reason_for_what_was_noticed_is_named_as_out_of_date() -> None:
    said = survivors([tally("m.py", {"m.f_1": 1})], {"m.f_1": "nobody reads it"})
    assert said.strip() == "Reasons for what was noticed, not tried, or is there no more: `m.f_1`."
