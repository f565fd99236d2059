"""A request: what it holds where nobody says otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from qa.request import AskRequest, Expected, Filters


def test_a_request_limits_nothing_and_is_answered_in_full_where_nobody_says_otherwise() -> None:
    request = AskRequest("When was it inspected?")
    assert not request.filters
    assert (request.k, request.as_typed, request.fast, request.explain) == (5, False, False, False)
    assert request.expect is None and request.today is None


@pytest.mark.parametrize(
    "filters",
    [
        Filters(published_from=date(2022, 1, 1)),
        Filters(published_to=date(2022, 1, 1)),
        Filters(source=("Ofsted",)),
        Filters(document=("guide.txt",)),
    ],
)
def test_any_filter_limits_the_search(filters: Filters) -> None:
    assert filters


def test_a_span_that_is_known_to_answer_is_told_by_its_characters() -> None:
    assert str(Expected("news/pool.txt", 120, 180)) == "characters 120 to 180 of 'news/pool.txt'"
