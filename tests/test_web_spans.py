from __future__ import annotations

import pytest

from web.problems import Problem
from web.spans import cited_span


def test_a_span_is_taken_whole_or_not_at_all() -> None:
    assert cited_span(0, 9, 9) == (0, 9)
    assert cited_span(None, None, 9) is None


@pytest.mark.parametrize(
    ("start", "end", "field"), [(0, 10, "end"), (5, 5, "end"), (None, 3, "start"), (3, None, "end")]
)
def test_an_impossible_span_is_refused_by_name(start: int | None, end: int | None, field: str) -> None:
    with pytest.raises(Problem) as refused:
        cited_span(start, end, 9)
    assert refused.value.status_code == 422
    assert [error.field for error in refused.value.errors] == [field]
