"""A grade of a part is not that of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.checks.rated_parts import rates_part
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
DEPOT = "Fire doors | Good\nSignage | Inadequate\nOverall | Requires improvement"


@pytest.mark.parametrize(
    ("question", "row", "is_part"),
    [
        ("What is Thornby depot rated now?", "Fire doors | Good", True),
        ("What is Thornby depot rated now?", "Signage | Inadequate", True),
        ("What is Thornby depot rated now?", "Overall | Requires improvement", False),
        ("How is signage rated at Thornby depot?", "Signage | Inadequate", False),
    ],
)
def test_a_part_is_no_answer_where_the_whole_is_asked_for_and_graded(
    snapshot_of: Made, question: str, row: str, is_part: bool
) -> None:
    snapshot = snapshot_of([{"title": "Thornby depot: safety audit", "text": DEPOT}])
    words = words_of(asked_of(snapshot, question), DEPOT, row.partition(" | ")[2], title="Thornby depot: safety audit")
    assert rates_part(words.asked, words.passage, words.title, words.span.quote) is is_part


def test_without_a_grade_of_the_whole_a_part_may_answer(snapshot_of: Made) -> None:
    text = "2025 | Good\nOverall | Poor"
    snapshot = snapshot_of([{"title": "Thornby depot", "text": text}])
    words = words_of(asked_of(snapshot, "How is Thornby depot rated?"), text, "Good", title="Thornby depot")
    assert not rates_part(words.asked, words.passage, words.title, words.span.quote), "a year is no part"
    words = words_of(asked_of(snapshot, "How is Thornby depot rated?"), "Stairs | Good", "Good", title="Thornby depot")
    assert not rates_part(words.asked, words.passage, words.title, words.span.quote)


@pytest.mark.parametrize(
    ("text", "quote", "is_part"),
    [
        ("Care planning | Good\nOverall | Requires improvement", "Good", True),
        ("Care planning | Good\nOverall | Requires improvement", "Requires improvement", False),
        ("Moor House | Good\nOverall | Requires improvement", "Good", False),
        ("Kitchen | Good | Outstanding\nOverall | Inadequate | Good", "Outstanding", True),
        ("Kitchen | Good | Outstanding\nOverall | Inadequate | Good", "Inadequate", False),
        ("May 2026 | Good | Outstanding\nOverall | Inadequate | Poor", "Outstanding", False),
    ],
)
def test_a_label_with_a_word_of_the_title_or_grades_of_years_is_that_of_a_part(
    snapshot_of: Made, text: str, quote: str, is_part: bool
) -> None:
    snapshot = snapshot_of([{"title": "Moor House care home", "text": text}])
    words = words_of(asked_of(snapshot, "How is Moor House rated?"), text, quote, title="Moor House care home")
    assert rates_part(words.asked, words.passage, words.title, words.span.quote) is is_part
