"""Passages are shown with their place, and marked where they may answer."""

from __future__ import annotations

from dataclasses import replace

from corpus.document import Block
from corpus.structure import hang
from tests.pages import ASKED, SCHEMA, SHUT, OnlyOne, answer_from, document, shut
from tests.town import parsed
from web.views.answer import show_answer
from web.views.form import Form
from web.views.frame import frame
from web.views.home import HomePage
from web.views.rendering import render


def test_the_place_is_one_line_of_parts_that_do_not_break() -> None:
    read = document("The pool is open.", (Block(0, 17),))
    shown = show_answer(answer_from(read), OnlyOne(read), ASKED, SCHEMA).passages[0]
    assert shown.cite.place == ("A publisher", "published 9 September 2022", "paragraph 1")


def test_no_answer_is_marked_in_a_passage_that_hardly_holds_one_and_the_quoted_one_is_known() -> None:
    answer = shut("for good")
    second = replace(answer.passages[0], rank=2, passage_id="b", probability=0.199)
    third = replace(answer.passages[0], rank=3, passage_id="c", probability=0.2)
    shown = show_answer(replace(answer, passages=(answer.passages[0], second, third)), OnlyOne(SHUT), ASKED, SCHEMA)
    assert [passage.is_quoted for passage in shown.passages] == [True, False, False]
    marked = [bool([part for part in passage.excerpt if part.kinds]) for passage in shown.passages]
    assert marked == [True, False, True]
    page = render(HomePage(frame("Q?"), Form(), None, shown, None))
    assert page.count("The answer above stands in this passage") == 1
    places = [" ".join(place.text_content().split()) for place in parsed(page).xpath("//article//p[@class='where']")]
    assert ["Chance" in place for place in places] == [False, False, True]
    assert places[2].endswith("Chance that it answers: low (20%)")


def test_a_passage_over_two_numbered_paragraphs_is_cited_with_both() -> None:
    text = "4.2 The pool is open.\n4.3 The lido is not."
    read = document(text, hang(text, [Block(0, 21), Block(22, 42)]))
    shown = show_answer(answer_from(read), OnlyOne(read), ASKED, SCHEMA).passages[0]
    assert shown.cite.reference.endswith("paragraphs 1 to 4.3")  # the first is that of the citation


def test_authority_and_kind_stand_beside_the_place_unless_the_title_says_them() -> None:
    read = document("The pool is open.", (Block(0, 17),))
    answer = answer_from(read)

    def place(title: str) -> str:
        cited = replace(answer.passages[0].citation, title=title, labels={"authority": "Slough", "type": "Inspection"})
        told = replace(answer, passages=(replace(answer.passages[0], citation=cited),))
        page = parsed(render(HomePage(frame("Q?"), Form(), None, show_answer(told, OnlyOne(read), ASKED, SCHEMA))))
        return " ".join(page.xpath("string(//article//p[@class='where'])").split())

    assert place("Pools").startswith("A publisher, published 9 September 2022, paragraph 1, Slough, Inspection")
    assert "Slough" not in place("Inspection of pools in Slough") and "Inspection" not in place("Slough inspection")


def test_what_a_passage_has_in_common_with_the_one_above_is_told_once() -> None:
    answer = shut("for good")
    first = answer.passages[0]
    other = replace(first.citation, title="Baths", document_id="b", link="/documents/b?start=0&end=4#cited")
    passages = tuple(
        replace(first, rank=rank, passage_id=str(rank), citation=cited)
        for rank, cited in enumerate((first.citation, replace(first.citation, page=4), other, first.citation), 1)
    )
    shown = show_answer(replace(answer, passages=passages), OnlyOne(SHUT), ASKED, SCHEMA)
    page = parsed(render(HomePage(frame("Q?"), Form(), None, shown, None)))
    title = first.citation.title
    heads = [" ".join(head.text_content().split()) for head in page.xpath("//article/h3/a")]
    assert heads == [title, f"Page 4, paragraph 1 in the same document: {title}", "Baths", title]
    places = [" ".join(place.text_content().split()) for place in page.xpath("//article//p[@class='where']")]
    assert ["A publisher" in place for place in places] == [True, False, True, True]


def test_without_a_page_or_number_a_passage_is_headed_by_its_nearest_heading() -> None:
    answer = shut("for good")
    first = answer.passages[0]
    plain = replace(first, citation=replace(first.citation, paragraph=None, page=None))
    title = plain.citation.title

    def within(heading: str) -> str:
        told = replace(answer, passages=(replace(plain, heading=heading),))
        return show_answer(told, OnlyOne(SHUT), ASKED, SCHEMA).passages[0].within

    assert within("Pools > What it costs") == "What it costs"
    assert within("") == within(title) == "Elsewhere"
