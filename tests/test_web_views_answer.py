from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Block, Cell, Document
from corpus.language.kinds import Value
from qa.answer import Alternative, Answer, AnswerPart, Copy, Notice, PartsCount, Sentence, Support
from qa.judged.timeline import Evidence, TimelineEntry
from qa.query import Interpretation
from tests.pages import ASKED, SCHEMA, SHUT, OnlyOne, answer_from, document, shut, table
from web.views.answer import show_answer
from web.views.form import Form
from web.views.frame import frame
from web.views.home import HomePage
from web.views.rendering import render


def test_the_words_that_answer_are_marked_in_a_quoted_table_too() -> None:
    read = table("Area | Grade", "Help | Good")
    start = read.text.index("Good")
    page = render(
        HomePage(
            frame("Q?"),
            Form(),
            None,
            show_answer(answer_from(read, quote=(start, start + 4)), OnlyOne(read), ASKED, SCHEMA),
            None,
        )
    )
    answer = page[page.index('<section class="answer"') : page.index('<section class="passages"')]
    assert re.findall(r"<td>(.*?)</td>", answer) == ["Area", "Grade", "Help", '<mark class="quote">Good</mark>']


def test_what_another_edition_says_is_told_on_the_card_and_copies_beside_their_passage() -> None:
    answer = shut("for good")
    passage = replace(answer.passages[0], also_in=(Copy("b", "The copy", "/documents/b?start=1"),))
    old = replace(passage.citation, title="An older <title>", link="/documents/old", published=date(2010, 1, 2))
    other = Alternative("It shut at noon", "old", 0, 15, Sentence("It shut at noon.", 0, 16), old)
    answer = replace(answer, passages=(passage,), alternatives=(other,))
    page = render(HomePage(frame("Q?"), Form(), None, show_answer(answer, OnlyOne(SHUT), ASKED, SCHEMA), None))
    card = page[page.index('<section class="answer"') : page.index('<section class="passages"')]
    told = "Another edition of this document says: “It shut at noon.”"
    assert f'{told} <a href="/documents/old">An older &lt;title&gt;</a>' in card and "2 January 2010" in card
    assert '<a href="/documents/b?start=1">The copy</a>' in page


def test_who_else_says_so_is_told_on_the_card_where_anybody_does() -> None:
    answer = shut("for good")
    assert answer.answer and "other document" not in card_of(answer)
    supported = replace(answer, answer=replace(answer.answer, support=Support(2, 0)))
    assert "Also said by 2 other documents." in card_of(supported)


def test_when_something_was_judged_is_the_value_where_the_words_quoted_do_not_say_the_day() -> None:
    answer = shut("for good")
    assert answer.answer is not None
    told = Evidence(SHUT.id, SHUT.title, None, None, "for good", 34, 42, "/documents/x", "given")
    entry = TimelineEntry("s", "a", "g", "S", "A", "Good", date(2019, 2, 1), date(2019, 2, 1), "inspected", 1, (told,))
    asks_when = replace(answer, interpretation=Interpretation("When?", answer_type="date"), timeline=(entry,))
    assert '<p class="value">Date: <strong>1 February 2019</strong></p>' in card_of(asks_when)
    elsewhere = replace(entry, evidence=(replace(told, start=0, end=12),))
    other_kind = replace(asks_when, interpretation=Interpretation("Who?", answer_type="person"))
    undated = replace(entry, first=None, last=None)
    for other in (other_kind, replace(asks_when, timeline=(elsewhere,)), replace(asks_when, timeline=(undated,))):
        assert "Date: <strong>" not in card_of(other)


def card_of(answer: Answer) -> str:
    page = render(HomePage(frame("Q?"), Form(), None, show_answer(answer, OnlyOne(SHUT), ASKED, SCHEMA), None, "q=Q"))
    return page[page.index('<section class="answer"') : page.index('<section class="passages"')]


def test_each_half_of_a_question_stands_on_the_card_with_its_words_or_the_reason() -> None:
    answer = shut("for good")
    assert answer.answer is not None
    one = AnswerPart("for good", "How <long>?", "x", 34, 42, answer.answer.citation, 0.9, answer.answer.sentence)
    other = AnswerPart("", "Why?", None, None, None, None, 0.1, reason_text="Nothing says so.")
    quote = replace(answer.answer, parts=(one, other), counted=PartsCount(1, 2), completeness="part")
    card = card_of(replace(answer, answer=quote, notices=(Notice("partial", "One half is not answered."),)))
    marked = '<mark class="quote">for good</mark>'
    assert "<h3>How &lt;long&gt;?</h3>" in card and f"<blockquote><p>It shut in May 2013 {marked}.</p>" in card
    assert '&amp;q=Q#cited">' in card[card.index("How &lt;long&gt;?") : card.index("Why?")]
    assert "<h3>Why?</h3>" in card and "<p>Nothing says so.</p>" in card
    assert '<p class="hint">One of two questions is answered.</p>' in card and "One half is not" not in card
    assert card.count("<summary>What the chance means</summary>") == 1


def test_of_which_day_an_answer_is_stands_below_its_source_and_what_else_to_know_above_it() -> None:
    told = Notice("as_of", "This is as of 1 May 2013."), Notice("proposed", "This is only put forward.")
    answer = replace(shut("for good"), notices=told)
    card = card_of(answer)
    places = [card.index(words) for words in ("only put forward", "for good", SHUT.title, "as of 1 May 2013")]
    assert places == sorted(places)
    assert answer.answer is not None
    one = AnswerPart("for good", "How long?", "x", 34, 42, answer.answer.citation, 0.9, answer.answer.sentence)
    halved = replace(answer, answer=replace(answer.answer, parts=(one, one), counted=PartsCount(2, 2)))
    assert card_of(halved).index("as of 1 May 2013") < card_of(halved).index("How long?")


@pytest.mark.parametrize("beyond", [True, False])
def test_a_half_that_a_list_answers_says_how_many_points_that_has(beyond: bool) -> None:
    answer = answer_from(document("A bag. A hat.", (Block(0, 6), Block(7, 13))))
    assert answer.answer is not None
    cited = answer.answer.citation
    points = tuple(AnswerPart(words, "You need:", "x", 0, 6, cited, 0.9) for words in ("A bag.", "A hat."))
    half = replace(points[0], label="What?", sentence=Sentence("A bag.", 0, 6), counted=PartsCount(2, 2))
    half = replace(half, parts=points if beyond else ())
    card = card_of(replace(answer, answer=replace(answer.answer, parts=(half, half), counted=PartsCount(2, 2))))
    assert ("All 2 points of “You need”" if beyond else "All 2 points of the list") in card
    assert card.count("A hat.") == (2 if beyond else 0) and ('<blockquote class="points">' in card) == beyond


def test_the_value_of_a_half_and_who_else_says_so_stand_with_it() -> None:
    answer = shut("for good")
    assert answer.answer is not None
    one = AnswerPart("for good", "How long?", "x", 35, 43, answer.answer.citation, 0.9, answer.answer.sentence)
    told = replace(one, value=Value("date", "May 2013", "2013-05"), support=Support(2, 1))
    card = card_of(replace(answer, answer=replace(answer.answer, parts=(one, told), counted=PartsCount(2, 2))))
    assert card.count('<p class="value">Date: <strong>May 2013</strong></p>') == 1
    assert card.count('<p class="hint">Also said by 2 other documents; 1 copy.</p>') == 1


def test_a_half_that_a_list_answers_says_how_many_of_its_points_are_given_and_is_cited_with_them() -> None:
    answer = shut("for good")
    assert answer.answer is not None
    cited = answer.answer.citation
    points = tuple(
        AnswerPart(SHUT.text[start:end], "It says:", SHUT.id, start, end, cited, 0.9)
        for start, end in ((0, 12), (34, 42))
    )
    half = AnswerPart(
        "for good", "What?", SHUT.id, 34, 42, cited, 0.9, answer.answer.sentence, parts=points, counted=PartsCount(2, 6)
    )
    other = replace(half, label="Who?", parts=(), counted=None)
    halved = replace(answer, answer=replace(answer.answer, parts=(half, other), counted=PartsCount(2, 2)))
    card = card_of(halved)
    assert '<p class="hint">The first 2 of 6 points of “It says”</p>' in card
    assert '<li dir="auto">First words.</li>' in card and card.count("points of") == 1
    shown = show_answer(halved, OnlyOne(SHUT), ASKED, SCHEMA).quote
    assert shown and [part.cite.quote for part in shown.halves if part.cite] == [
        "First words. It shut in May 2013 for good.",
        "It shut in May 2013 for good.",
    ]
    assert len({part.chosen for part in shown.halves}) == 2


def test_a_list_is_chosen_for_a_pack_once_and_a_passage_that_says_more_by_itself() -> None:
    read = document("You need:\n\nA bag.\n\nA hat.", (Block(0, 9, kind="heading"), Block(11, 17), Block(19, 25)))
    answer = answer_from(read, quote=(11, 17))
    assert answer.answer is not None
    points = tuple(
        AnswerPart(read.text[start:end], "You need:", read.id, start, end, answer.answer.citation, 0.9)
        for start, end in ((11, 17), (19, 25))
    )
    listed = replace(answer.answer, sentence=Sentence("A bag.", 11, 17), parts=points, counted=PartsCount(2, 2))
    for quote, count in ((listed, 1), (replace(listed, parts=(), counted=None), 2)):
        shown = show_answer(replace(answer, answer=quote), OnlyOne(read), ASKED, SCHEMA)
        assert render(HomePage(frame("Q?"), Form(), None, shown, None)).count('name="item"') == count


def test_points_beyond_the_quote_and_the_names_of_a_cell_are_told_on_the_card() -> None:
    answer = shut("for good")
    assert answer.answer is not None
    words = AnswerPart("First words.", "It says:", "x", 0, 12, answer.answer.citation, 0.9)
    own = AnswerPart("for good", "It says:", "x", 34, 42, answer.answer.citation, 0.9)
    card = card_of(replace(answer, answer=replace(answer.answer, parts=(words, own), counted=PartsCount(2, 2))))
    assert '<p class="hint">All 2 points of “It says”</p>' in card
    assert '<li dir="auto">First words.</li>' in card and '<li dir="auto">for good</li>' in card
    assert "It shut in May 2013 for" not in card[: card.index("Cite this")]
    signed = (replace(words, quote="■ First words."), replace(own, quote="■ for good"))
    card = card_of(replace(answer, answer=replace(answer.answer, parts=signed, counted=PartsCount(2, 2))))
    assert '<li dir="auto">First words.</li>' in card and "■" not in card  # the list has signs of its own
    led = replace(answer.answer, parts=(own, replace(own, start=50, end=58)), counted=PartsCount(2, 2))
    assert "<blockquote><p>It shut" in card_of(replace(answer, answer=led))
    within = replace(answer.answer, parts=(replace(own, start=34, end=42),), counted=PartsCount(1, 1))
    assert "<li" not in card_of(replace(answer, answer=within))
    cell = replace(answer.answer, parts=(replace(own, label="Attic, Fee"),))
    assert '<p class="value">Attic, Fee</p>' in card_of(replace(answer, answer=cell))


def test_what_other_editions_say_is_told_below_the_half_that_they_say_otherwise() -> None:
    answer = shut("for good")
    assert answer.answer is not None
    one = AnswerPart("for good", "How long?", "x", 35, 43, answer.answer.citation, 0.9, answer.answer.sentence)
    other = Alternative("at noon", "old", 0, 7, Sentence("It shut at noon.", 0, 16), answer.answer.citation)
    told = "Another edition of this document says: “It shut at noon.”"
    two = replace(one, quote="First words.", label="What?", start=0, end=12, sentence=Sentence("First words.", 0, 12))

    quote = answer.answer

    def card_with(*halves: AnswerPart) -> str:
        halved = replace(quote, parts=halves, counted=PartsCount(2, 2))
        return card_of(replace(answer, answer=halved, alternatives=(other,)))

    card = card_with(one, two)
    assert card.index("How long?") < card.index(told) < card.index("What?") and card.count(told) == 1
    card = card_with(two, one)
    assert card.index("What?") < card.index("How long?") < card.index(told) and card.count(told) == 1
    assert card_with(two, two).count(told) == 1


class Shelf(dict[str, Document]):
    """Documents by their ids."""

    def document(self, document_id: str, /) -> Document | None:
        """That with an id, if it is there."""
        return self.get(document_id)


def test_the_row_of_another_edition_stands_below_the_names_of_its_columns() -> None:
    header = (Cell(0, 4, 0, names=True), Cell(7, 11, 1, names=True))
    blocks = (
        Block(0, 11, "table_row", cells=header),
        Block(12, 21, "table_row", 0, parent=0, cells=(Cell(12, 17, 0), Cell(20, 21, 1))),
    )
    rates = replace(document("Area | Rate\nNorth | 3", blocks), id="rates")
    answer = shut("for good")
    cited = replace(answer.passages[0].citation, document_id="rates", title="Rates of 2019")
    row = Alternative("North | 3", "rates", 12, 21, Sentence("North | 3", 12, 21), cited)
    shelf = Shelf({SHUT.id: SHUT, "rates": rates})

    def card_with(other: Alternative) -> str:
        shown = show_answer(replace(answer, alternatives=(other,)), shelf, ASKED, SCHEMA)
        page = render(HomePage(frame("Q?"), Form(), None, shown, None))
        return page[page.index('<section class="answer"') : page.index('<section class="passages"')]

    card = card_with(row)
    assert "<th>Area</th><th>Rate</th>" in card and "<td>North</td><td>3</td>" in card and "“North" not in card
    assert "Rates of 2019</a>" in card
    cell = card_with(replace(row, quote="3", start=20, label="North, Rate"))
    assert "(North, Rate): “3”" in cell and "<td>" not in cell
