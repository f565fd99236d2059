"""The lines below a title that say which edition a document is, and of which day."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.assembly import described
from corpus.document import DatedBasis, Document
from corpus.metadata.given import Given
from corpus.metadata.imprint import day_imprinted, day_of_byline, month_imprinted, parts_of
from corpus.readers.text import plain


def read(*lines: str) -> Document:
    text = "\n".join(
        ["Swimming at the lido", "", *lines, "", "A swim costs £4.", "", "Children swim free on 3 May 2011."]
    )
    return described("a.txt", "0" * 64, "text/plain", plain(text), Given())


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "Version 5, issued 24 August 2026 (replaces version 4 of August 2025)",
            ("Version 5", "issued 24 August 2026", "replaces version 4 of August 2025)"),
        ),
        ("Marlow Council | Pools | Updated 1 September 2026", ("Marlow Council", "Pools", "Updated 1 September 2026")),
        ("Chapter 9: Pools        Issued 10 August 2026", ("Chapter 9: Pools", "Issued 10 August 2026")),
        ("Last updated: 2 March 2026 Applies to: all staff", ("Last updated: 2 March 2026", "Applies to: all staff")),
        ("Issued .......... 12 March 2026", ("Issued: 12 March 2026",)),
        ("It replaces Version 2 of May 2022", ("It replaces Version 2 of May 2022",)),
        ("Source: Census. Published 12 February 2024.", ("Source: Census. Published 12 February 2024.",)),
        ("", ()),
    ],
)
def test_a_line_says_one_thing_after_the_other(line: str, parts: tuple[str, ...]) -> None:
    assert parts_of(line) == parts


@pytest.mark.parametrize(
    ("line", "basis", "day"),
    [
        (
            "Leaflet 12, version 5. Published 17 June 2026; charges apply from 1 July 2026.",
            "published",
            date(2026, 6, 17),
        ),
        ("Version 5, issued 24 August 2026 (replaces version 4 of August 2025)", "published", date(2026, 8, 24)),
        ("Marlow Council | Pools | Updated 1 September 2026", "stated", date(2026, 9, 1)),
        ("Pools guidance Published 17 June 2025 Updated 1 October 2026", "stated", date(2026, 10, 1)),
        ("Last updated: 2 March 2026 Applies to: all staff", "stated", date(2026, 3, 2)),
        (
            "Marlow Pools Ltd – handbook. Last changed 5 January 2026 (see the foot). Owner: Pools.",
            "stated",
            date(2026, 1, 5),
        ),
        (
            "This statement was prepared on 23 September 2021. It was last reviewed on 8 May 2026.",
            "stated",
            date(2026, 5, 8),
        ),
        ("This note was prepared on 23 September 2021.", "stated", date(2021, 9, 23)),
        ("Presented to the annual general meeting, 22 February 2025", "stated", date(2025, 2, 22)),
        ("For release: 9 September 2026, 00:01", "published", date(2026, 9, 9)),
        ("Edition of April 2026, with changes of 1 October 2026 (marked *)", "stated", date(2026, 10, 1)),
        (
            "Version 3.2 – approved by the Pools Committee on 18 June 2026 – in force from 1 August 2026",
            "stated",
            date(2026, 6, 18),
        ),
        (
            "Version 2 - agreed 21 May 2025, takes effect 1 July 2025. It replaces version 1. To be reviewed in 2028.",
            "stated",
            date(2025, 5, 21),
        ),
        ("Version 3, approved 21 May 2025, comes into force on 1 July 2025.", "stated", date(2025, 5, 21)),
        ("Thursday 26 November 2026                    Paper 7", "stated", date(2026, 11, 26)),
        ("Ref: T/12       Tuesday, 9 July 2026       Page 1 of 3", "stated", date(2026, 7, 9)),
        ("3 May 2026 revision", "stated", date(2026, 5, 3)),
        ("September 2026 edition. Owner: Vice Principal (Students), Ada Moor", "stated month", date(2026, 9, 30)),
        ("This is the March 2026 version.", "stated month", date(2026, 3, 31)),
        ("Spring 2026 issue. Editor: Ada Moor", "stated season", date(2026, 3, 1)),
        ("Marlow Council | Ada Moor | 1 October 2026 | For the meeting on 8 October 2026", "stated", date(2026, 10, 1)),
        (
            "Pools guidance Version 4.1, 20 July 2026. Replaces version 3 of 11 February 2025.",
            "stated",
            date(2026, 7, 20),
        ),
        (
            "Edition of April 2026. In force from 1 April 2026. It takes the place of the edition of April 2024.",
            "stated month",
            date(2026, 4, 30),
        ),
        ("Edition 6 | April 2026", "stated month", date(2026, 4, 30)),
        ("**Marlow Pools** – March 2021", "stated month", date(2021, 3, 31)),
        ("Edition 6 (April 2026). Questions to Pools, ext. 2040", "stated month", date(2026, 4, 30)),
        ("Information for swimmers. PI-0212, version 3, January 2026", "stated month", date(2026, 1, 31)),
        ("Leaflet PI-0188   Version 6   July 2026   (replaces version 5, May 2024)", "stated month", date(2026, 7, 31)),
        (
            "Issued September 2024 by the Registry. In force for the season 2024/25 only.",
            "stated month",
            date(2024, 9, 30),
        ),
        ("Pools of Marlow. Prices valid from 1 April 2026.", "stated month", date(2026, 4, 30)),
        ("Fees from 1 April 2026 to 31 March 2027", "stated month", date(2026, 4, 30)),
        (
            "Guidance note 12, version 7, in force from 1 May 2026. It takes the place of version 6.",
            "stated month",
            date(2026, 5, 31),
        ),
    ],
)
def test_an_imprint_dates_a_document(line: str, basis: DatedBasis, day: date) -> None:
    found = read(line)
    assert (found.dated_basis, found.dated) == (basis, day)


@pytest.mark.parametrize(
    "line",
    [
        "It replaces the edition of April 2024.",
        "It replaces the March 2024 edition.",
        "See the March 2026 edition for rents.",
        "March 2026 edition of the Beacon told of a flood",
        "Period from 1 May 2026          Paper 7",
        "The rise was agreed on 21 May 2025, takes effect on 1 July 2025.",
        "Takes the place of Version 3 of 11 February 2025",
        "The pool opened on 3 May 2018 | It is heated",
        "Effective from 14 April 2011, parking costs £2 an hour.",
        "Prices from 1 April 2011 were twice those of the year before.",
        "Deadline | 1 October 2026 | Send it in",
        "Source: Census. Published 12 February 2024.",
        "Open from 1 May 2026 to 30 September 2026",
        "Timetable 7 September – 18 December 2026",
        "Timetable: Monday 7 September – Friday 18 December 2026",
        "Exhibition 1 May 2026 – 30 June 2026",
        "Pools | 18 December 2026 – 3 January",
        "Timetable, September – December 2026",
        "Membership April 2025 – March 2026",
        "Review date: February 2026",
        "Released 3 May 2021, the report had told of a leak in the roof.",
    ],
)
def test_a_day_of_something_else_in_a_line_dates_nothing(line: str) -> None:
    assert read(line).dated is None


def test_a_document_that_was_changed_after_it_was_published_is_of_the_day_of_its_last_change() -> None:
    found = read("Published 17 June 2025 | Updated 1 October 2026")
    assert (found.published, found.dated, found.said) == (date(2025, 6, 17), date(2026, 10, 1), date(2026, 10, 1))
    found = read("Published 17 June 2025 | Reviewed 1 October 2024")
    assert (found.published, found.dated, found.dated_basis) == (date(2025, 6, 17), date(2025, 6, 17), "published")


def test_the_last_changes_count_before_the_edition_and_that_before_when_it_holds() -> None:
    lines = [parts_of("Edition of 1 April 2026 | with changes of 1 October 2026 | in force from 1 November 2026")]
    assert day_imprinted(lines) == date(2026, 10, 1)
    assert month_imprinted([parts_of("In force from 1 November 2026")]) == date(2026, 11, 30)
    assert month_imprinted([parts_of("Edition of May 2026 | in force from 1 November 2026")]) == date(2026, 5, 31)


def test_a_byline_has_one_day_alone() -> None:
    assert day_of_byline([parts_of("Budget | Ada Moor | 1 May 2026")]) == date(2026, 5, 1)
    assert day_of_byline([parts_of("Budget | 1 May 2026 | 2 May 2026")]) is None
    assert day_of_byline([parts_of("1 May 2026")]) is None
    assert day_of_byline([parts_of("Budget 2026 | Issue 12 | 1 May 2026")]) == date(2026, 5, 1)
    assert day_of_byline([("Pools",)] * 3 + [parts_of("Budget | Ada Moor | 1 May 2026")]) is None
