"""A request says how a question is to be answered, with what goes without saying left out."""

from __future__ import annotations

from datetime import date

import pytest

from qa.request import AskRequest, Expected, Filters


def test_a_question_alone_is_asked_for_five_passages_without_a_filter() -> None:
    request = AskRequest("When did the pool reopen?")
    assert (request.k, request.filters, request.expect, request.today) == (5, Filters(), None, None)
    assert not (request.as_typed or request.fast or request.explain or request.filters)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(published_from=date(2022, 1, 1)),
        Filters(published_to=date(2022, 1, 1)),
        Filters(source=("The Gazette",)),
        Filters(document=("news/pool.txt",)),
    ],
)
def test_any_filter_limits_the_search(filters: Filters) -> None:
    assert filters


def test_an_expected_span_names_its_document_and_characters() -> None:
    assert str(Expected("news/pool.txt", 120, 180)) == "characters 120 to 180 of 'news/pool.txt'"
