"""Fields before a text are read in every form; text that only looks like fields is text."""

from __future__ import annotations

import re
from datetime import date

import pytest

from corpus.markup.front_matter import split_front_matter

DAY = date(2023, 3, 14)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Depot plan\ndate: 2023-03-14\n---\n",
        "---\ntitle: 'Depot plan'\npublished: 14 March 2023\n---\n",
        "---\nTitle: Depot plan\nPublish-Date: 2023-03-14T09:00:00Z\n...\n",
        "\n---\ntitle: Depot plan\npublished: true\npublish_date: 14/03/2023\ntags:\n- a\n- b\n# note\n---\n",
        "---\ntitle: Depot plan\ndescription: |\n  Many\n  lines: here\ndatePublished: 20230314\n---\n",
        '+++\ntitle = "Depot plan"\ndate = 2023-03-14\n+++\n',
        '+++\ntitle="Depot plan"\ndate=2023-03-14T09:00:00Z\n[extra]\na=1\n+++\n',
        '{\n "title": "Depot plan",\n "date": "2023-03-14"\n}\n',
        '{"title": "Depot plan", "pubDate": "14 March 2023"}\n',
    ],
)
def test_title_and_day_in_every_form(front: str) -> None:
    read = split_front_matter(f"{front}\n# Depot\n")
    given = read.given()
    is_plain = re.search(r"^\W*date\b", front, re.M) is not None
    assert (given.published, given.dated) == ((None, DAY) if is_plain else (DAY, None))
    assert (given.titles[0], read.problems) == ("Depot plan", [])
    assert read.text.strip() == "# Depot"


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA paragraph after a rule.\n\n---\n\nAnother: with colon.\n",
        "---\n\nNote: this\n\n---\nMore",
        "---\nA paragraph: with colon and text.\n---\nMore",
        "---\nAnother: with colon.\n---\nMore",
        "---\n- a\n- b\n---\nText",
        "---\nJust text\n---\nText",
        "---\ntitle: x\nnever closed\n",
        "Text.\n\n---\n\nMore: text.\n\n---\n",
        '{"a": 1} stands in a sentence.\n',
        "{ broken\n\nText",
        "[1]\nText",
        "+++\nText\n+++\n",
    ],
)
def test_text_that_begins_with_a_rule_or_a_bracket_has_no_fields(text: str) -> None:
    read = split_front_matter(text)
    assert (read.fields, read.text, read.problems) == ({}, text, [])


@pytest.mark.parametrize(
    ("front", "title", "said"),
    [
        ("---\ntitle: Depot: the plan\ndate: 2023-03-14\n---\n", "Depot: the plan", "not valid YAML at line 2"),
        ('\n---\ntitle: Depot\nsource: "y\n---\n', "Depot", "not valid YAML at line 5"),
        ("---\ntitle: Depot\npublished: 2023-99-99\n---\n", "Depot", "not valid YAML (month"),
        ("---\ntitle: Depot\nx: @y\n---\n", "Depot", "not valid YAML at line 3"),
        ("+++\ntitle = Depot\n+++\n", "Depot", "not valid TOML (Invalid value (at line 2"),
    ],
)
def test_fields_that_break_the_rules_are_read_line_by_line(front: str, title: str, said: str) -> None:
    read = split_front_matter(f"{front}Text.")
    assert (read.given().titles[0], read.text) == (title, "Text.")
    assert said in read.problems[0] and "line by line" in read.problems[0]


def test_a_day_that_is_none_is_named() -> None:
    for value in ("2023-99-99", "'week 3 of May'"):
        read = split_front_matter(f"---\ntitle: x\ndate: {value}\n---\nText")
        assert read.given().published is None
        assert "no day" in read.problems[-1] and value.strip("'") in read.problems[-1]
    read = split_front_matter("---\ndate: soon\nlastmod: 2023-03-14\n---\nText")
    assert (read.given().published, read.problems) == (None, [])


def test_the_day_of_a_meeting_is_what_the_document_is_of() -> None:
    for name in ("meeting_date", "event-date", "Date of meeting", "inspectionDate"):
        given = split_front_matter(f"---\n{name}: 4 July 2023\npublished: 2023-03-14\n---\nText").given()
        assert (given.dated, given.dated_basis, given.published) == (date(2023, 7, 4), "front matter", DAY)


@pytest.mark.parametrize("name", ["last_reviewed", "Last-Updated", "lastmod", "reviewed on"])
def test_the_day_of_the_last_review_counts_after_any_other(name: str) -> None:
    assert split_front_matter(f"---\ntitle: a\n{name}: 2024-05-09\n---\n").given().dated == date(2024, 5, 9)
    both = split_front_matter(f"---\ntitle: a\n{name}: 2024-05-09\ndate: 2023-03-14\n---\n").given()
    assert both.dated == DAY


def test_publisher_and_address() -> None:
    for fields, source, url in (
        ("publisher: Anytown\nauthor: Ann\nurl: https://example.org/p", "Anytown", "https://example.org/p"),
        ("author: [Ann, Bob]\npermalink: https://example.org/p", "Ann, Bob", "https://example.org/p"),
        ("organisation: {name: Anytown}\npermalink: /p", "Anytown", None),
        ("source: https://example.org/p", None, "https://example.org/p"),
        ("source: The council", "The council", None),
        ("authors: [{name: Ann}]", "Ann", None),
    ):
        given = split_front_matter(f"---\n{fields}\n---\nText").given()
        assert (given.source, given.url) == (source, url)


def test_fields_that_refer_to_themselves_are_survived() -> None:
    assert split_front_matter("---\ntitle: &a [*a]\nauthor: &b [*b]\n---\nText.").text == "Text."


def test_fields_that_tell_of_the_paper_itself_are_kept_in_their_own_words() -> None:
    front = """---
title: Bins
published: 2024-02-01
last_reviewed: 2024-11-20
reviewDue: "May #2027" # or sooner
next-review:
owner: 'Head of Parks'
authors: [Ada Moor, Ben Lee]
author:
- Ada Moor
version: 1.10
issue-tracker: here
updated: # not yet
---
"""
    assert split_front_matter(f"{front}Text.").imprint == (
        "last_reviewed: 2024-11-20",
        "reviewDue: May #2027",
        "owner: Head of Parks",
        "version: 1.10",
    )
    assert split_front_matter('+++\nowner = "Ada Moor"\n+++\nText.').imprint == ("owner: Ada Moor",)
    assert split_front_matter("---\ntitle: Depot: plan\nowner: Ada Moor\n---\nText.").imprint == ("owner: Ada Moor",)
    assert split_front_matter("Owner: Ada Moor\n\nText.").imprint == ()
