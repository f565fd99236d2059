"""The first lines of a document say from which day on it holds."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.document import Document
from corpus.labels import labelled, shipped_labels
from corpus.labels.table import IN_FORCE, IN_FORCE_UNTIL
from corpus.metadata.in_force import in_force_in
from corpus.readers.markdown import read

DAY = date(2027, 5, 1)


def held(title: str, *lines: str) -> tuple[date | None, date | None]:
    text = "\n\n".join((f"# {title}", *lines))
    (document,) = (one for one in read("a.md", text.encode(), "0" * 64) if isinstance(one, Document))
    found = in_force_in(document.text, document.blocks, document.title)
    labels = dict(labelled(document, shipped_labels()).labels)
    assert [labels.get(IN_FORCE), labels.get(IN_FORCE_UNTIL)] == [day.isoformat() if day else None for day in found]
    return found


def in_force(title: str, *lines: str) -> date | None:
    return held(title, *lines)[0]


@pytest.mark.parametrize(
    "line",
    [
        "Approved by full council on 14 October 2026. In force from 1 May 2027.",
        "Adopted 3 November 2026. It takes effect on 1 May 2027.",
        "These charges apply from 1 May 2027 to 30 April 2028.",
        "The charges will apply from May 2027.",
        "Effective date: 1 May 2027 | Owner: Clerk",
        "Version 4 · valid from Saturday 1 May 2027 · replaces version 3",
        "Agreed on 3 March 2026 and effective from 1 May 2027",
        "The charges come into force on 1 May 2027 for all halls.",
        "This edition replaces that of 2023 on 1 May 2027.",
        "With effect from 1 May 2027 members must register gifts.",
        "Prices from 1 May 2027",
        "For the year 1 May 2027 to 30 April 2028. Published 9 March 2027",
    ],
)
def test_a_line_below_the_title_says_from_when_on_a_paper_holds(line: str) -> None:
    assert in_force("Hall charges", line) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "The course starts on 1 May 2027.",
        "Mileage claims. This rate applies from 1 May 2027.",
        "The closure takes effect on 1 May 2027.",
        "This edition replaces that of 1 May 2027.",
        "Approved on 1 May 2027.",
        "In force from 1 May.",
        "These rules do not apply from 1 May 2027.",
        "These rules no longer apply from 1 May 2027.",
        "The new rules come into force on 1 May 2027. Until then these hold.",
        "The previous rules came into force on 1 May 2020.",
        "The fees apply from 1 May 2027.",
        "These rules apply in May 2027 only.",
        "61. Allotment policy. The policy to be in force from 1 May 2027 was adopted.",
        "The policy to be in force from 1 May 2027 was adopted.",
        "In force from 2027.",
        f"{'These charges are for all halls. ' * 10}These charges apply from 1 May 2027.",
    ],
)
def test_what_is_said_of_something_else_is_no_day_of_the_paper(line: str) -> None:
    assert in_force("Hall rules", line) is None


def test_only_what_stands_above_the_first_heading_is_of_the_paper() -> None:
    line = "These charges apply from 1 May 2027."
    assert in_force("Hall charges", "## Issue 4", line) == DAY
    assert in_force("Hall charges", "How to hire.", "## Barn", line) is None
    assert in_force("Hall charges", *["How to hire."] * 6, line) == DAY
    assert in_force("Hall charges", *["How to hire."] * 7, line) is None


@pytest.mark.parametrize(
    "line",
    [
        "In force from 1 May 2027 until 30 April 2028. Agreed on 3 March 2027.",
        "These charges apply from 1 May 2027 to 30 April 2028.",
        "For the year 1 May 2027 to 30 April 2028. Published 9 March 2027",
        "The charges apply from May 2027 to April 2028.",
        "Prices valid from 1 May 2027 to 30 April 2028",
    ],
)
def test_a_line_says_until_when_a_paper_holds(line: str) -> None:
    assert held("Hall charges", line) == (DAY, date(2028, 4, 30))


def test_a_line_may_say_only_until_when() -> None:
    assert held("Hall charges", "Valid until 30 April 2028.") == (None, date(2028, 4, 30))
    assert held("Hall charges", "These charges apply up to 30 April 2028.") == (None, date(2028, 4, 30))
    assert held("Hall charges", "Bookings are taken until 30 April 2028.") == (None, None)
    assert held("Hall charges", "In force from 1 May 2027.") == (DAY, None)
