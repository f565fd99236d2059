"""Near-copies of pages differ from them in one way, and in nothing else."""

from __future__ import annotations

import random

from benchmarks.copies import reflowed


def test_only_paragraphs_are_broken_at_other_lines() -> None:
    prose = "The harbour office opens at nine and closes at noon on every Friday of the year, but in May it is shut."
    listed = "SCENARIO: somebody leaves the project\n- Git - no change\n- Server - block"
    numbered = "Do this:\n1. Ring the office.\n2. Wait."
    table = "Berth | Fee\nA | £4"
    made = reflowed("\n\n".join((prose, listed, numbered, table)), random.Random(0)).split("\n\n")
    assert made[1:] == [listed, numbered, table]
    assert "\n" in made[0] and " ".join(made[0].split()) == prose
