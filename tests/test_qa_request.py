"""A request says how a question is to be answered, with what goes without saying left out."""

from __future__ import annotations

from qa.answer import Filters
from qa.request import AskRequest, Expected


def test_a_question_alone_is_asked_for_five_passages_without_a_filter() -> None:
    request = AskRequest("When did the pool reopen?")
    assert (request.k, request.filters, request.expect, request.today) == (5, Filters(), None, None)
    assert not (request.as_typed or request.fast or request.explain or request.filters)


def test_an_expected_span_names_its_document_and_characters() -> None:
    assert str(Expected("news/pool.txt", 120, 180)) == "characters 120 to 180 of 'news/pool.txt'"
