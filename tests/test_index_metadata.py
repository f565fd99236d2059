"""Of which time a document is, by its title, its beginning and its day of publication."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from corpus.document import Document
from index.metadata import DERIVED, day_of, years_of
from index.seams import DocumentMeta


@pytest.mark.parametrize(
    ("title", "text", "published", "years", "day"),
    [
        (
            "Inspection of Thornby",
            "Published 3 May 2018. Visited in 2017.",
            date(2018, 5, 3),
            (2017, 2018),
            date(2018, 5, 3),
        ),
        (
            "Inspection of Thornby 2016",
            "Visited from 4 to 8 July 2016 and 9 August 2016.",
            None,
            (2016,),
            None,
        ),
        ("thornby_2021-08", "It was a short visit.", None, (2021,), None),
        ("Notes", "2000 books, £2017, 2,019 and 20195 and 2018.5 and 1800%", None, (2000,), None),
        ("Notes", "", None, (), None),
        ("Notes", "x" * 1500 + " in 2016", None, (), None),
    ],
)
def test_a_document_is_of_the_years_that_it_begins_with(
    title: str, text: str, published: date | None, years: tuple[int, ...], day: date | None
) -> None:
    document = Document("a.txt", title, text, "Thornby Council", None, published, "text/plain", "0" * 64, (), ())
    assert (years_of(document), day_of(document)) == (years, day.toordinal() if day else 0)


def test_a_document_without_publication_is_of_the_day_that_it_is_dated() -> None:
    document = Document(
        "a.txt", "Notes", "", None, None, None, "text/plain", "0" * 64, (), (), date(2016, 8, 9), "meeting"
    )
    assert (years_of(document), day_of(document)) == ((2016,), date(2016, 8, 9).toordinal())
    published = replace(document, published=date(2017, 1, 2))
    assert (years_of(published), day_of(published)) == ((2016, 2017), date(2017, 1, 2).toordinal())


def test_all_that_is_derived_of_a_document_is_a_field_of_its_metadata() -> None:
    assert set(DERIVED) <= {field.name for field in fields(DocumentMeta)}
