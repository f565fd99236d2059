"""The page of a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from html import escape
from urllib.parse import parse_qsl, urlsplit

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer, AnswerPart, PartsCount, Sentence
from qa.citing.pack import gather
from tests.pages import INFO, SCHEMA, OnlyOne, answer_from, table, written
from web.pack_address import PackAddress, asked_of, read_address
from web.views.packing import PackPage, show_pack
from web.views.rendering import render

TODAY = date(2024, 5, 1)
WALK = "a/b c.txt"
Shown = Callable[..., tuple[PackPage, PackAddress]]


@pytest.fixture(scope="module")
def walk(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    text = "New benches came. The walk is open."
    facts = {"id": WALK, "title": "A title", "source": "A publisher", "published": "2022-09-09"}
    return snapshot_of([{**facts, "text": text}])


@pytest.fixture(scope="module")
def shown(walk: Snapshot) -> Shown:
    """Makes the page of a pack."""

    def show(*pairs: tuple[str, str], answer: Answer | None = None) -> tuple[PackPage, PackAddress]:
        address = read_address(pairs, SCHEMA, TODAY)
        pack = gather(walk, [asked_of(part, SCHEMA, TODAY) for part in address.parts], TODAY)
        return show_pack(pack, address, SCHEMA, INFO, "http://here", walk, [("q", "Next?")], answer), address

    return show


def test_quotations_are_numbered_throughout_and_each_can_be_taken_out(shown: Shown, walk: Snapshot) -> None:
    one, two = f"{WALK}:0-17", f"{WALK}:18-35"
    page, address = shown(("q", "One?"), ("item", one), ("item", two), ("q", "Two?"), ("item", one), ("item", "x:0-5"))
    assert page.made == f"Made on 1 May 2024 from 1 document, index {walk.manifest.snapshot_id}."
    assert [[piece.number for piece in question.pieces] for question in page.questions] == [[1, 2], [3]]
    first = page.questions[0].pieces[0]
    assert written(list(first.groups)) == ["New benches came."]
    assert first.cite.reference == "A publisher, A title, published 9 September 2022"
    assert first.shown_link.startswith("http://here/documents/a%2Fb%20c.txt?start=0&end=17&check=")
    assert first.without == address.without(0, address.parts[0].chosen[0]).to(SCHEMA) != address.to(SCHEMA)
    ((what, reason, without),) = page.questions[1].left_out
    assert (what, reason) == ("x, characters 0 to 5", "This document is no longer in the index.")
    assert without == address.without(1, address.parts[1].chosen[1]).to(SCHEMA) != address.to(SCHEMA)
    assert page.csv == address.to(SCHEMA, ".csv") and page.docx == address.to(SCHEMA, ".docx")
    assert dict(page.carried)["q"] == "Two?" and page.offers == ()


def test_each_quotation_can_be_moved_within_its_question(shown: Shown) -> None:
    one, two, gone = f"{WALK}:0-17", f"{WALK}:18-35", "x:0-5"
    page, address = shown(("q", "One?"), ("item", one), ("item", gone), ("item", two), ("q", "Two?"), ("item", one))
    (first, second), (alone,) = (question.pieces for question in page.questions)
    assert (first.earlier, second.later, alone.earlier, alone.later) == ("", "", "", "")
    assert first.later == second.earlier == address.swapped(0, *address.parts[0].chosen[::2]).to(SCHEMA)
    moved, _ = shown(*parse_qsl(urlsplit(first.later).query))
    assert [written(list(piece.groups)) for piece in moved.questions[0].pieces] == [
        ["The walk is open."],
        ["New benches came."],
    ]
    assert moved.questions[0].left_out[0][0].startswith("x,") and len(moved.questions) == 2
    html = render(page)
    assert html.count("Move down") == html.count("Move up") == 1 and f'{escape(first.later)}#piece-2"' in html


def found_in(walk: Snapshot, **more: object) -> Answer:
    """An answer that quotes the second sentence of the walk's document, with what more its quote has."""
    read = walk.document(WALK)
    assert read
    answer = answer_from(read)
    assert answer.answer
    second = Sentence("The walk is open.", 18, 35)
    quote = replace(answer.answer, quote=second.text, start=18, sentence=second)
    return replace(answer, answer=replace(quote, **more))  # type: ignore[arg-type]  # fields of a quote


def test_what_another_question_finds_is_offered_the_answer_ticked(shown: Shown, walk: Snapshot) -> None:
    read = walk.document(WALK)
    assert read
    page, _ = shown(("ask", "Next?"), answer=found_in(walk))
    assert (page.next, page.csv, page.questions) == ("Next?", "", ())
    answer, passage = page.offers
    assert (answer.answers, passage.answers) == ("The answer", "")
    assert (answer.words, passage.words) == ("The walk is open.", "New benches came. The walk is open.")
    assert answer.chosen.startswith(f"{WALK}:18-35~")
    assert answer.source.startswith("A title, A publisher, published 9 September 2022")


def test_of_a_list_all_points_are_offered_at_once(shown: Shown, walk: Snapshot) -> None:
    cited = found_in(walk).passages[0].citation
    points = tuple(
        AnswerPart(words, "News:", WALK, start, start + len(words), cited, 0.9)
        for words, start in (("New benches came.", 0), ("The walk is open.", 18))
    )
    page, _ = shown(("ask", "Next?"), answer=found_in(walk, parts=points, counted=PartsCount(2, 2)))
    (first,) = page.offers  # the passage has the same words
    assert (first.answers, first.words) == ("The answer, all 2 points of “News”", "New benches came. The walk is open.")
    assert first.chosen.startswith(f"{WALK}:0-35~")
    assert "<strong>The answer, all 2 points of “News”:</strong>" in render(page)


def test_rows_of_what_is_offered_stand_apart(walk: Snapshot) -> None:
    read = table("Area | Grade", "Help | Good", "Care | Poor")
    address = read_address([("ask", "Next?")], SCHEMA, TODAY)
    page = show_pack(
        gather(walk, [], TODAY), address, SCHEMA, INFO, "http://here", OnlyOne(read), [], answer_from(read)
    )
    assert [offer.words for offer in page.offers] == ["Area; Grade · Help; Good · Care; Poor"]  # the passage is no more


def test_each_half_that_is_answered_is_offered_by_itself(shown: Shown, walk: Snapshot) -> None:
    one = found_in(walk).answer
    assert one
    halves = (
        AnswerPart("open", "Is it open?", WALK, 30, 34, one.citation, 0.9, one.sentence),
        AnswerPart("", "Why?", None, None, None, None, 0.1, reason_text="Nothing says so."),
    )
    page, _ = shown(("ask", "Next?"), answer=found_in(walk, parts=halves, counted=PartsCount(1, 2)))
    first, passage = page.offers
    assert (first.answers, first.words) == ("The answer to “Is it open?”", "The walk is open.")
    assert first.chosen.startswith(f"{WALK}:18-35~") and passage.answers == ""
