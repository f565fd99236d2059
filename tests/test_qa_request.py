"""A request says how a question is to be answered, with what goes without saying left out."""

from __future__ import annotations

from datetime import date

import pytest

from qa.request import AskRequest, Expected, Filters, type_of
from tests.builds import document_meta


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
        Filters(authority=("Slough",)),
        Filters(type=("Letter",)),
    ],
)
def test_any_filter_limits_the_search(filters: Filters) -> None:
    assert filters


@pytest.mark.parametrize(
    ("day", "first", "last", "passes"),
    [
        (date(2023, 2, 3), date(2023, 1, 1), date(2023, 12, 31), True),
        (date(2023, 2, 3), date(2023, 2, 3), date(2023, 2, 3), True),
        (date(2023, 2, 3), date(2023, 2, 4), None, False),
        (date(2023, 2, 3), None, date(2023, 2, 2), False),
        (None, None, date(2023, 2, 2), False),
        (None, date(1, 1, 1), None, False),
    ],
)
def test_documents_are_filtered_by_the_day_they_have(
    day: date | None, first: date | None, last: date | None, passes: bool
) -> None:
    meta = document_meta(0, day=day.toordinal() if day else 0)
    assert Filters(published_from=first, published_to=last).passes(meta) is passes


def test_an_expected_span_names_its_document_and_characters() -> None:
    assert str(Expected("news/pool.txt", 120, 180)) == "characters 120 to 180 of 'news/pool.txt'"


def test_documents_are_filtered_by_authority_and_by_kind() -> None:
    letter = document_meta(0, labels=(("authority", "Slough"), ("type", "Letter")))
    assert Filters(authority=("Redcar", "Slough")).passes(letter) and Filters(type=("Letter",)).passes(letter)
    assert not Filters(authority=("Redcar",)).passes(letter) and not Filters(type=("Minutes",)).passes(letter)
    assert not Filters(authority=("Slough",), type=("Minutes",)).passes(letter)


@pytest.mark.parametrize(
    ("document_id", "labels", "kind"),
    [
        ("a/report.pdf", (), "PDF"),
        ("a/report.pdf", (("type", "Letter"),), "Letter"),
        ("a.b/report", (), "Other"),
        ("No. 7 of the series", (), "Other"),
        ("report.abcdef", (), "Other"),
        ("report.abcde", (), "ABCDE"),
    ],
)
def test_the_kind_of_a_document_is_its_label_or_the_suffix_of_its_file(
    document_id: str, labels: tuple[tuple[str, str], ...], kind: str
) -> None:
    assert type_of(document_id, dict(labels)) == kind
    assert Filters(type=(kind,)).passes(document_meta(0, document_id=document_id, labels=labels))
