"""What a document is called and of which day: what its file states goes before what its lines say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from corpus.assembly import SourceBlock, compose
from corpus.document import DatedBasis, Document
from corpus.files import SourceFile
from corpus.metadata import Given
from corpus.reading import read_file
from tests.dated_texts import dated_texts


def read(*lines: str, name: str = "a.txt", given: Given | None = None) -> Document:
    return compose(name, "0" * 64, "text/plain", [SourceBlock(line) for line in lines], given or Given())


def days(document: Document) -> tuple[date | None, date | None, DatedBasis | None]:
    return document.published, document.dated, document.dated_basis


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (read("Title", "Published: 3 May 2021"), (date(2021, 5, 3), date(2021, 5, 3), "published")),
        (
            read("Title", "Inspection dates: 1 to 3 April 2021", "Published: 3 May 2021"),
            (date(2021, 5, 3), date(2021, 4, 3), "inspection"),
        ),
        (read("Title", name="2021-05-03 notes.txt"), (None, date(2021, 5, 3), "file name")),
        (read("Report", "4 July 2023", name="2021-05-03 notes.txt"), (None, date(2023, 7, 4), "header")),
        (
            read("Title", "Last updated 5 May 2020", name="2021-05-03 notes.txt"),
            (None, date(2021, 5, 3), "file name"),
        ),
        (read("Title", given=Given(published=date(2021, 5, 3))), (date(2021, 5, 3), date(2021, 5, 3), "published")),
        (
            read("Published: 1 May 2020", given=Given(published=date(2021, 5, 3))),
            (date(2021, 5, 3), date(2021, 5, 3), "published"),
        ),
        (
            read("Report", "4 July 2023", given=Given(dated=date(2021, 5, 3), dated_basis="front matter")),
            (None, date(2021, 5, 3), "front matter"),
        ),
        (
            read("Report", "4 July 2023", given=Given(dated=date(2021, 5, 3), dated_basis="stated")),
            (None, date(2023, 7, 4), "header"),
        ),
        (
            read("Minutes of 4 July 2023", given=Given(dated=date(2021, 5, 3), dated_basis="front matter")),
            (None, date(2023, 7, 4), "meeting"),
        ),
        (
            read("Minutes of the meeting held on 4 July 2023", name="2023-07-10 minutes published.md"),
            (None, date(2023, 7, 4), "meeting"),
        ),
        (
            read("Minutes", "Published: 10 July 2023", "The minutes of the meeting held on 4 July 2023 follow."),
            (date(2023, 7, 10), date(2023, 7, 4), "meeting"),
        ),
        (read("Minutes", "Present: A and B", name="2023-07-10 minutes.md"), (None, date(2023, 7, 10), "file name")),
        (read("Apply by Friday, 30 June 2023 to be considered."), (None, None, None)),
    ],
)
def test_what_is_trusted_most_dates_a_document(
    document: Document, expected: tuple[date | None, date | None, DatedBasis | None]
) -> None:
    assert days(document) == expected


def test_a_document_is_filtered_by_its_publication_where_it_has_both_days() -> None:
    assert read("Inspection dates: 1 to 3 April 2021", "Published: 3 May 2021").day == date(2021, 5, 3)
    assert read("Inspection dates: 1 to 3 April 2021").day == date(2021, 4, 3)


def test_a_publisher_that_a_file_states_goes_before_one_that_its_lines_name() -> None:
    assert read("T", "Publisher: Lines").source == "Lines"
    assert read("T", "Publisher: Lines", given=Given(source="File")).source == "File"


def test_whoever_heads_the_report_of_an_inspection_did_not_publish_it() -> None:
    assert read("Wick Town Council", "Children’s services", "Inspection dates: 1 to 3 April 2021").source is None
    assert read("Wick Town Council", "Inspection of the museum", "The museum is good, and liked.").source is None
    assert read("Wick Town Council", "Rules of the museum", "No dogs are let in, ever.").source == "Wick Town Council"


def test_no_day_that_a_sentence_mentions_dates_a_text() -> None:
    telling = {"meeting", "inspection"}  # some of these sentences are labels
    wrong = [
        text.text
        for text in dated_texts()
        if text.kind not in telling and read(*text.text.split("\n\n")).dated is not None
    ]
    assert wrong == []


@pytest.mark.shared
def test_every_real_report_is_dated_by_the_last_day_that_its_first_page_names(shared_data: Path) -> None:
    months = "January February March April May June July August September October November December".split()
    paths = sorted((shared_data / "ofsted" / "pdf").glob("*.pdf"))
    assert len(paths) == 80
    for path in paths:
        with pypdfium2.PdfDocument(path) as pdf:
            first = pdf[0].get_textpage().get_text_range()
        said = re.search(r"Inspection dates?:\s*([^\n\r]*\d{4})", first)
        assert said, path.name
        numbers = re.search(r"(\d{1,2})[ /](\w+)[ /](\d{4})\s*$", said[1])
        assert numbers, path.name
        day, month, year = numbers.groups()
        last = date(int(year), int(month) if month.isdigit() else months.index(month) + 1, int(day))
        (document,) = read_file(SourceFile(path=path, id=path.name), path.read_bytes()).documents
        assert (document.dated, document.dated_basis) == (last, "inspection"), path.name
