"""Who wrote a text, or the newspaper that it stood in, with a day beside it says of which day the text is."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.assembly import described
from corpus.document import Document
from corpus.metadata.given import Given
from corpus.readers.text import plain


def read(*lines: str) -> Document:
    text = "\n\n".join([*lines, "The pool was shut on 3 May 2011, and it is open again.", "More is to come."])
    return described("a.txt", "0" * 64, "text/plain", plain(text), Given())


@pytest.mark.parametrize(
    "line",
    [
        "The Courier, 12 November 2026",
        "Marlow Vale Gazette, Thursday 12 November 2026",
        "*The Wexholme Times*, 12 November 2026",
        "The Star: 12 November 2026",
        "Parish Pump no. 14, 12 November 2026",
        "12 November 2026, The Courier",
        "By Anna Field, 12 November 2026",
        "By Anna Field and Tom Reed, 12 November 2026, 9.30am",
        "Written by Anna Field, education reporter, 12 November 2026",
        "Thursday 12 November 2026 – by Anna Field",
    ],
)
def test_news_is_of_the_day_beside_its_writer_or_its_newspaper(line: str) -> None:
    document = read("Pool to open again", line)
    assert (document.published, document.dated_basis) == (date(2026, 11, 12), "published")


@pytest.mark.parametrize(
    ("line", "day", "basis"),
    [
        ("Hill School: newsletter, 11 September 2026", date(2026, 9, 11), "published"),
        ("Friends of Mill Park, newsletter no. 4, 11 September 2026", date(2026, 9, 11), "published"),
        ("The Beacon, 11 September 2026", date(2026, 9, 11), "published"),
        ("Governors' letter to parents, 11 September 2026", date(2026, 9, 11), "header"),
        ("The Beacon, September 2026", date(2026, 9, 30), "stated month"),
        ("Parish Pump | September 2026", date(2026, 9, 30), "stated month"),
        ("Hill School: newsletter, September 2026", date(2026, 9, 30), "stated month"),
    ],
)
def test_a_title_that_is_a_newspaper_with_its_day_or_month_dates_it(line: str, day: date, basis: str) -> None:
    document = read(line)
    assert (document.dated, document.dated_basis) == (day, basis)


@pytest.mark.parametrize(
    "line",
    [
        "Inspection, 12 May 2024",
        "Harvest Supper, 12 October 2026",
        "Annual parish meeting, 12 May 2027",
        "The Great Flood, 12 May 1924",
        "The Mousetrap, 12 December 2026",
        "The Last Post, 11 November 2026",
        "Opening Times, 24 December 2026",
        "Santa Express, 12 December 2026",
        "The Courier, 12 November 2026, said that it was shut.",
        "Source: The Courier, 12 November 2026",
        "Photo: Anna Field, 12 May 2024",
        "Opened by Anna Field, 12 May 1996",
        "By Friday, 12 November 2026",
        "By Noon Friday, 12 November 2026",
        "Anna Field, 12 May 1932 – 3 June 2026",
        "Summer fair, November 2026",
    ],
)
def test_the_day_of_something_else_dates_no_news(line: str) -> None:
    assert read("Pool to open again", line).dated is None
