"""Own-year checks: a figure of FY25 is not one of another year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from index.snapshot import Snapshot
from qa.checks.own_years import another_own_year
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

SPENT = "In FY25 £412 was spent."


@pytest.mark.parametrize(
    ("question", "ends", "rejected"),
    [
        ("How much was spent in 2025/26?", "30 September", True),
        ("How much was spent in 2024/25?", "30 September", False),
        ("How much was spent in FY25?", "30 September", False),
        ("How much was spent in FY26?", "30 September", True),
        ("How much was spent in the year to September 2025?", "30 September", False),
        ("How much was spent in 2025?", "30 September", True),
        ("How much was spent in 2025?", "31 December", False),
        ("How much was spent in June 2025?", "31 December", False),
        ("How much was spent?", "30 September", False),
    ],
)
def test_a_figure_of_one_year_is_not_one_of_another(
    snapshot_of: Made, question: str, ends: str, rejected: bool
) -> None:
    text = f"The Trust's year ends on {ends}. {SPENT}"
    words = words_of(asked_of(snapshot_of([{"title": "Money", "text": text}]), question), text, SPENT)
    words = replace(words, passage=replace(words.passage, document_id="000"))
    assert another_own_year(words) is rejected
