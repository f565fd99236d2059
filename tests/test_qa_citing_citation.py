"""A source is named by publisher, title, day with what it is, page and printed number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest

from corpus.document import Block, DatedBasis, Document
from corpus.structure import hang
from qa.answer import Citation
from qa.citing.citation import (
    DAYS_IN_WORDS,
    Place,
    capitalised,
    citation_line,
    copied_citation,
    days_in_words,
    paragraph_in_words,
    place_in_words,
    place_of,
    points_held,
    quoted,
    within_in_words,
)
from tests.pages import document

CITED = Citation("a", "Pool", "Leisure", None, date(2021, 5, 3), None, None, {}, 2, "5", 0, 9, "0" * 64, "/documents/a")
UNDATED = replace(CITED, published=None)


@pytest.mark.parametrize(
    ("source", "page", "paragraph", "place"),
    [
        (CITED, 3, "12", ("Leisure", "published 3 May 2021", "page 3", "paragraph 12")),
        (replace(UNDATED, source=None), None, "2", ("date not known", "paragraph 2")),
        (UNDATED, 3, None, ("Leisure", "date not known", "page 3")),
        (CITED, None, "Minute 41", ("Leisure", "published 3 May 2021", "Minute 41")),
    ],
)
def test_a_place_says_what_is_known_and_no_more(
    source: Citation, page: int | None, paragraph: str | None, place: tuple[str, ...]
) -> None:
    assert place_in_words(source, Place(page, paragraph)) == place


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("published", "published 3 February 2023"),
        ("inspection", "inspected to 3 February 2023"),
        ("meeting", "meeting of 3 February 2023"),
        ("header", "dated 3 February 2023"),
        ("front matter", "dated 3 February 2023"),
        ("stated", "dated 3 February 2023"),
        ("file name", "dated 3 February 2023 (file name)"),
        ("stated month", "dated February 2023"),
        ("stated season", "dated winter 2022"),
    ],
)
def test_a_day_is_told_with_what_it_is(basis: DatedBasis, words: str) -> None:
    assert days_in_words(replace(UNDATED, dated=date(2023, 2, 3), dated_basis=basis)) == (words,)


def test_each_basis_has_its_words() -> None:
    assert set(DAYS_IN_WORDS) == set(get_args(DatedBasis))


def test_the_day_of_publication_comes_first_and_is_told_once() -> None:
    inspected = replace(CITED, dated=date(2021, 4, 1), dated_basis="inspection")
    assert days_in_words(inspected) == ("published 3 May 2021", "inspected to 1 April 2021")
    assert place_in_words(inspected, Place()) == ("Leisure", "published 3 May 2021")
    assert days_in_words(replace(CITED, dated=date(2021, 5, 3), dated_basis="published")) == ("published 3 May 2021",)
    assert days_in_words(UNDATED) == ()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("50", "paragraph 50"),
        ("3.2(a)", "paragraph 3.2(a)"),
        ("(iv)", "paragraph (iv)"),
        ("A1", "paragraph A1"),
        ("Minute 41", "Minute 41"),
        ("Appendix B", "Appendix B"),
        ("00:12:31", "at 00:12:31"),
        ("101:02:05", "at 101:02:05"),
        ("12:31", "paragraph 12:31"),
    ],
)
def test_a_number_that_says_what_it_numbers_needs_no_word_before_it(number: str, words: str) -> None:
    assert paragraph_in_words(number) == words


def test_only_the_first_part_gets_a_capital_and_keeps_the_others_it_has() -> None:
    assert capitalised(("date not known", "paragraph 2")) == ("Date not known", "paragraph 2")
    assert capitalised(("the BBC", "page 1")) == ("The BBC", "page 1")


def test_a_transcript_is_cited_by_the_time_at_which_words_are_said() -> None:
    talk = replace(CITED, title="Cabinet of 4 July", source=None, page=None, paragraph="00:12:31")
    assert citation_line(talk) == "Cabinet of 4 July, published 3 May 2021, at 00:12:31"
    assert copied_citation("We agreed.", talk, talk.title, place_in_words(talk, Place(None, "00:12:31"))) == (
        "“We agreed.” (Cabinet of 4 July, published 3 May 2021, at 00:12:31)"
    )


def test_the_line_of_a_terminal_begins_with_the_title() -> None:
    assert citation_line(CITED) == "Pool, Leisure, published 3 May 2021, page 2, paragraph 5"


def test_the_copied_line_holds_the_words_in_one_line_and_their_source() -> None:
    report = replace(
        UNDATED,
        title="Inspection of Slough local authority children's services",
        source="Ofsted",
        dated=date(2023, 2, 3),
        dated_basis="inspection",
    )
    assert copied_citation(quoted("Two\nwords"), report, report.title, place_in_words(report, Place(9, "50"))) == (
        "“Two words” (Ofsted, Inspection of Slough local authority children's services, inspected to 3 February 2023, "
        "page 9, paragraph 50)"
    )


def test_a_copied_line_without_a_publisher_begins_with_the_title() -> None:
    source = replace(CITED, source=None)
    copied = copied_citation("Two", source, "pool", place_in_words(source, Place()))
    assert copied == "“Two” (Pool, published 3 May 2021)"
    lower = replace(CITED, source="ofsted")
    assert copied_citation("Two", lower, "pool", place_in_words(lower, Place(3))) == (
        "“Two” (Ofsted, pool, published 3 May 2021, page 3)"
    )


def test_a_place_says_that_words_were_recognised_and_how_surely() -> None:
    scan = Document("a", "A", "Open.", None, None, None, "image/png", "0" * 64, (0,), (Block(0, 5),))
    assert place_in_words(scan, Place(1, recognised=0.934))[-2:] == ("page 1", "text recognised from a scan, 93% sure")
    assert place_in_words(scan, Place(1))[-1] == "page 1"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("◼ 65 children live here.", "65 children live here."),
        ("• keep the gate\n• count the lorries", "• keep the gate • count the lorries"),
        ("Open • all day", "Open • all day"),
        ("•Bullet", "•Bullet"),
        ("3. The lamp | was mended", "3. The lamp; was mended"),
    ],
)
def test_one_point_is_quoted_without_the_sign_before_it(words: str, written: str) -> None:
    assert quoted(words) == written


@pytest.mark.parametrize(("begun", "held"), [("• keep", "2 of 3 points of the list"), ("keep", "2 of 3"), ("eep", "")])
def test_points_are_counted_with_the_sign_before_the_first_or_without(begun: str, held: str) -> None:
    text = "The master must:\n\n• keep the gate\n\n• count the lorries\n\n• tell the lines"
    items = [text.index(item) for item in ("• keep", "• count", "• tell")]
    ends = (items[1] - 2, items[2] - 2, len(text))
    points = (Block(start, end, "list_item", 1, "•", 0) for start, end in zip(items, ends, strict=True))
    read = Document("a", "A", text, None, None, None, "text/plain", "0" * 64, (), (Block(0, 16), *points))
    counted = points_held(read, text.index(begun), text.index("lorries") + len("lorries"))
    assert counted.startswith(held) and bool(counted) is bool(held)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(9, "4.2", 10, "4.3"), ("pages 9 to 10", "paragraphs 4.2 to 4.3")),
        (Place(9, "4.2", None, "4.3"), ("page 9", "paragraphs 4.2 to 4.3")),
        (Place(None, "Minute 41", None, "Minute 42"), ("Minute 41 to Minute 42",)),
        (Place(None, "00:12:31", None, "00:13:02"), ("at 00:12:31 to 00:13:02",)),
        (Place(9, None, 10), ("pages 9 to 10",)),
    ],
)
def test_words_over_several_pages_and_paragraphs_are_cited_from_the_first_to_the_last(
    place: Place, words: tuple[str, ...]
) -> None:
    assert within_in_words(place) == words


def test_a_span_stands_from_its_first_paragraph_to_its_last_and_within_the_one_that_its_points_are_of() -> None:
    text = "4.2 We met.\n4.3 We agreed:\n(a) to go\n(b) to stay"
    blocks = hang(text, [Block(0, 11), Block(12, 26), Block(27, 36, "list_item", 1), Block(37, 48, "list_item", 1)])
    read = document(text, blocks)
    assert (place_of(read, 0, 26).paragraph, place_of(read, 0, 26).last_paragraph) == ("4.2", "4.3")
    assert place_of(read, 0, 11).last_paragraph is None
    within = place_of(read, 12, 48)
    assert (within.paragraph, within.last_paragraph) == ("4.3", None)


def test_what_begins_with_headings_is_cited_by_the_paragraph_below_them() -> None:
    text = "1 Moorings\nOf boats\n7. A berth costs £40.\n8. Pay in May.\n2 Cranes\nA crane is free."
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n"), len(text) + 1]
    levels = {"1": 1, "O": 2, "2": 1}
    blocks = [
        Block(start, end - 1, "heading", levels[text[start]]) if text[start] in levels else Block(start, end - 1)
        for start, end in pairwise(starts)
    ]
    read = document(text, hang(text, blocks))
    first = place_of(read, 0, text.index("\n8."))
    assert (first.paragraph, first.last_paragraph) == ("7", None)
    both = place_of(read, text.index("Of boats"), text.index("\n2 "))
    assert (both.paragraph, both.last_paragraph) == ("7", "8")
    assert place_of(read, text.index("2 Cranes"), len(text)).paragraph is None
