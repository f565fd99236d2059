"""What counts as a hit, on cases worked out by hand."""

from __future__ import annotations

import pytest

from eval.measures.relevance import document_rank, hit_rank, overlaps_enough
from eval.records import Retrieved, Span
from tests.eval_cases import asked, passage, span


@pytest.mark.parametrize(
    ("found", "hits"),
    [
        (passage(50, 150), True),  # exactly half of the span
        (passage(51, 151), False),
        (passage(90, 110), True),  # half of the shorter, which is the passage
        (passage(91, 111), False),
        (passage(10, 20), True),
        (passage(100, 200), False),
        (passage(0, 100, "other"), False),
    ],
)
def test_a_hit_shares_half_of_the_shorter(found: Retrieved, hits: bool) -> None:
    assert overlaps_enough(found, span(0, 100)) is hits


def test_the_rank_of_a_hit_is_the_first_for_any_span_and_the_last_for_all() -> None:
    found = [passage(500, 600), passage(0, 100), passage(0, 100, "e"), passage(200, 300)]
    gold = (span(0, 100), span(200, 300))
    assert hit_rank(asked("q", *gold), found) == 2
    assert hit_rank(asked("q", *gold, needs="all"), found) == 4
    assert hit_rank(asked("q", *gold, needs="all"), found[:3]) is None
    assert hit_rank(asked("q"), found) is None


def test_documents_rank_as_their_first_passages() -> None:
    found = [passage(0, 9, "a"), passage(10, 19, "a"), passage(0, 9, "b"), passage(0, 9, "c")]
    assert document_rank(asked("q", span(900, 950, "b"), span(0, 5, "c")), found) == 2
    assert document_rank(asked("q", span(900, 950, "b"), span(0, 5, "c"), needs="all"), found) == 3


def test_one_span_of_each_part_is_enough_where_all_are_needed() -> None:
    said_twice = (Span("d", 0, 100, "x" * 100, "when"), Span("e", 0, 100, "x" * 100, "when"), span(200, 300))
    found = [passage(0, 100, "e"), passage(500, 600), passage(200, 300), passage(0, 100)]
    assert hit_rank(asked("q", *said_twice, needs="all"), found) == 3
    assert hit_rank(asked("q", *said_twice), found) == 1
    assert hit_rank(asked("q", *said_twice, needs="all"), found[:2]) is None
    assert document_rank(asked("q", *said_twice, needs="all"), [passage(500, 600)]) == 1
