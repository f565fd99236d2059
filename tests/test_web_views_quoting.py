"""What is quoted is shown in its sentence, list or row, and cited as it is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Block, Document
from corpus.language.kinds import Value
from qa.answer import Answer, AnswerPart, PartsCount, Sentence
from tests.pages import ASKED, SCHEMA, SHUT, OnlyOne, answer_from, document, rows, shut, table
from web.views.answer import show_answer
from web.views.form import Form
from web.views.frame import frame
from web.views.home import HomePage
from web.views.quoting import ShownQuote
from web.views.rendering import render


def quoted(answer: Answer, read: Document) -> ShownQuote:
    """The words that answer, as the page shows them."""
    shown = show_answer(answer, OnlyOne(read), ASKED, SCHEMA).quote
    assert shown is not None
    return shown


def test_a_quoted_table_is_an_answer_in_rows() -> None:
    read = table("Area | Grade", "Help | Good")
    shown = quoted(answer_from(read), read)
    assert rows(list(shown.blocks)) == [[["Area", "Grade"], ["Help", "Good"]]]
    assert "".join(part.text for part in shown.sentence) == read.text
    words = document("Just words.", (Block(0, 11),))
    assert quoted(answer_from(words), words).blocks == ()


def test_a_quoted_list_is_an_answer_in_items() -> None:
    read = document(
        "You need:\na card\na form", (Block(0, 9), Block(10, 16, "list_item", 1), Block(17, 23, "list_item", 1))
    )
    shown = quoted(answer_from(read), read)
    assert [(group.kind, len(group.blocks)) for group in shown.blocks] == [("paragraph", 1), ("list_item", 2)]


def test_the_sentence_is_shown_and_cited_with_the_words_that_answer_marked_in_it() -> None:
    shown, quote = show_answer(shut("for good"), OnlyOne(SHUT), ASKED, SCHEMA), quoted(shut("for good"), SHUT)
    page = render(HomePage(frame("Q?"), Form(), None, shown, None))
    assert '<blockquote><p>It shut in May 2013 <mark class="quote">for good</mark>.</p></blockquote>' in page
    assert quote.cite.text == "“It shut in May 2013 for good.” (A publisher, A title, published 9 September 2022)"
    assert f'<textarea data-copy readonly rows="3">{quote.cite.text} https://example.org/</textarea>' in page
    assert "?start=14&end=43&check=" in quote.link and quote.link.endswith("#cited")
    (passage,) = shown.passages
    marked = [part.text for group in passage.groups for block in group.blocks for part in block.segments if part.kinds]
    assert marked == ["for good"]


def test_the_sign_before_one_point_is_not_quoted() -> None:
    read = document("◼ 65 children live here.", (Block(0, 24, "list_item", 1, "◼"),))
    shown = quoted(answer_from(read), read)
    assert "".join(part.text for part in shown.sentence) == "65 children live here."
    assert shown.cite.text.startswith("“65 children live here.” (") and shown.cite.quote == "65 children live here."


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ("May 2013", [("May 2013", "quote value")]),
        ("in May 2013", [("in ", "quote"), ("May 2013", "quote value")]),
        ("It shut in May 2013 for good", [("May 2013", "value")]),
        ("It shut in May 2013 for good.", [("May 2013", "value")]),
    ],
)
def test_words_are_in_one_mark_each_and_a_sentence_that_answers_as_a_whole_is_not_marked(
    quote: str, marked: list[tuple[str, str]]
) -> None:
    shown = quoted(shut(quote, "May 2013"), SHUT)
    assert [(part.text, part.kinds) for part in shown.sentence if part.kinds] == marked
    assert "".join(part.text for part in shown.sentence) == "It shut in May 2013 for good."
    assert shown.value == ("Date", "May 2013")


def test_the_value_is_marked_in_the_sentence_and_told_beside_it() -> None:
    read = document("It shut in May 2013 for good.", (Block(0, 29),))
    answer = answer_from(read, (11, 19, Value("date", "May 2013", "2013-05")))
    shown = quoted(answer, read)
    assert [(part.text, part.kinds) for part in shown.sentence] == [
        ("It shut in ", ""),
        ("May 2013", "value"),
        (" for good.", ""),
    ]
    assert shown.value == ("Date", "May 2013")
    (passage,) = show_answer(answer, OnlyOne(read), ASKED, SCHEMA).passages
    marked = [part.text for block in passage.groups[0].blocks for part in block.segments if "value" in part.kinds]
    assert marked == ["May 2013"]


def test_a_value_that_is_the_whole_sentence_is_not_told_again() -> None:
    read = document("Good", (Block(0, 4),))
    assert quoted(answer_from(read, (0, 4, Value("rating", "Good", "good"))), read).value is None


@pytest.mark.parametrize("gap", [" | ", "   ", "\t"])
def test_the_value_of_one_cell_is_not_told_of_a_whole_row(gap: str) -> None:
    text = f"Adult swim{gap}£5.20{gap}£2.60"
    read = document(text, (Block(0, len(text)),))
    value = (len(f"Adult swim{gap}"), len(f"Adult swim{gap}£5.20"), Value("number", "£5.20", "5.2 GBP"))
    answer = answer_from(read, value)
    assert answer.answer is not None
    assert quoted(answer, read).value is None
    cell = replace(answer.answer, quote="£5.20", start=value[0], end=value[1])
    assert quoted(replace(answer, answer=cell), read).value is not None


def test_a_list_that_goes_beyond_the_sentence_is_cited_with_all_its_points() -> None:
    answer = shut("for good")
    assert answer.answer is not None
    words = AnswerPart("First words.", "It says:", "x", 0, 12, answer.answer.citation, 0.9)
    own = AnswerPart("for good", "It says:", "x", 34, 42, answer.answer.citation, 0.9)
    shown = quoted(replace(answer, answer=replace(answer.answer, parts=(words, own), counted=PartsCount(2, 2))), SHUT)
    assert shown.cite.quote == "First words. It shut in May 2013 for good."
    assert "start=0" in shown.cite.link and shown.chosen != quoted(answer, SHUT).chosen
    read = replace(words, document_id=SHUT.id), replace(own, document_id=SHUT.id)
    beyond = quoted(replace(answer, answer=replace(answer.answer, parts=read, counted=PartsCount(2, 2))), SHUT)
    assert f"start=0&end={answer.answer.citation.end}" in beyond.link
    assert shown.link == quoted(answer, SHUT).link, "of another document nothing is marked here"


@pytest.mark.parametrize(("label", "shown"), [("To do:", False), ("All of this:", True)])
def test_points_below_their_heading_are_not_shown_twice(label: str, shown: bool) -> None:
    read = document("To do\n- A bag.\n- A hat.", (Block(0, 5, "heading"), Block(6, 14, "list_item"), Block(15, 23)))
    answer = answer_from(read)
    assert answer.answer is not None
    spans = [(6, 14), (15, 23)]
    points = tuple(
        AnswerPart(read.text[slice(*span)], label, read.id, *span, answer.answer.citation, 0.9) for span in spans
    )
    said = replace(
        answer.answer, quote=read.text[:14], sentence=Sentence(read.text[:14], 0, 14), start=0, end=14, parts=points
    )
    card = quoted(replace(answer, answer=replace(said, counted=PartsCount(2, 2))), read)
    assert len(card.points) == 2 and card.is_point is not shown
