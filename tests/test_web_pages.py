from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, meta

import web
from corpus.document import Document, Paragraph
from qa.answer import IndexInfo, Reason
from web.pages import REASONS, TEMPLATES, ErrorPage, Frame, Group, Mark, frame, group_blocks, likelihood, render, show_document, web_address, where

FOLDER = Path(str(web.__file__)).parent / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)


def needed_by(template: str) -> set[str]:
    return meta.find_undeclared_variables(ENVIRONMENT.parse((FOLDER / template).read_text(encoding="utf-8")))


def document(text: str, paragraphs: tuple[Paragraph, ...], pages: tuple[int, ...] = ()) -> Document:
    return Document("a/b c.txt", "A title", text, "A publisher", "https://example.org/", date(2022, 9, 9), "text/plain", "0" * 64, pages, paragraphs)


def written(groups: list[Group]) -> list[str]:
    return ["".join(part.text for part in block.segments) for group in groups for block in group.blocks]


@pytest.mark.parametrize(("page", "template"), TEMPLATES.items())
def test_a_template_uses_only_the_fields_of_its_page(page: type, template: str) -> None:
    assert needed_by(template) <= {each.name for each in fields(page)}


def test_the_frame_and_the_shared_parts_need_nothing_else() -> None:
    assert needed_by("base.html") == {"frame"}
    assert needed_by("_passages.html") == needed_by("_votes.html") == set()
    assert needed_by("404.html") <= {each.name for each in fields(ErrorPage)}


def test_every_template_belongs_to_a_page() -> None:
    known = {*TEMPLATES.values(), "base.html", "_passages.html", "_votes.html", "404.html"}
    assert {path.name for path in FOLDER.iterdir()} == known


def test_no_template_has_inline_script_or_style() -> None:
    for path in FOLDER.iterdir():
        source = path.read_text(encoding="utf-8")
        assert "style=" not in source
        assert "<style" not in source
        assert "onclick" not in source
        assert "<script>" not in source


def test_each_reason_to_abstain_has_its_sentence() -> None:
    assert set(REASONS) == set(get_args(Reason))
    assert all(sentence.endswith(".") for sentence in REASONS.values())


def test_an_error_without_a_template_of_its_own_gets_the_general_one() -> None:
    page = render(ErrorPage(Frame("Not ready yet", "/s", "/c", None), 503, "Not ready yet", "Run <qa build>."))
    assert "Run &lt;qa build&gt;." in page
    assert "You can ask a question from here" not in page
    assert "You can ask a question from here" in render(ErrorPage(frame("Not found"), 404, "Not found", "Nothing here."))


@pytest.mark.parametrize(
    ("probability", "words", "percent"),
    [(1.0, "Very likely", "over 99 %"), (0.83, "Likely", "83 %"), (0.5, "Possible", "50 %"), (0.2, "Unlikely", "20 %"), (0.0, "Very unlikely", "under 1 %")],
)
def test_a_probability_is_told_in_words_and_per_cent(probability: float, words: str, percent: str) -> None:
    told = likelihood(probability)
    assert (told.words, told.percent) == (words, percent)


def test_where_says_what_is_known_and_no_more() -> None:
    assert where("Ofsted", date(2022, 9, 9), 3, 12) == "Ofsted, 9 September 2022, page 3, paragraph 12"
    assert where(None, None, None, 2) == "Date not known, paragraph 2"


@pytest.mark.parametrize(
    ("url", "safe"), [("https://a.example/", True), ("HTTP://a.example/", True), ("javascript:alert(1)", False), ("", False), (None, False)]
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert (web_address(url) is not None) is safe


def test_cited_words_across_paragraphs_get_one_target() -> None:
    text = "One two.\n\nThree four.\n\nFive six."
    read = document(text, (Paragraph(0, 8), Paragraph(10, 21), Paragraph(23, 32)))
    groups = list(group_blocks(read, 0, len(text), [Mark(4, 27, "cited")], page_starts=True))
    marked = [part for group in groups for block in group.blocks for part in block.segments if part.kinds]
    assert [part.text for part in marked] == ["two.", "Three four.", "Five"]
    assert [part.target for part in marked] == [True, False, False]


def test_offsets_are_code_points() -> None:
    text = "A 😀 smile, a 👩‍👩‍👧 family."
    start = text.index("a 👩")
    groups = list(group_blocks(document(text, (Paragraph(0, len(text)),)), 0, len(text), [Mark(start, len(text), "cited")], page_starts=True))
    assert groups[0].blocks[0].segments[1].text == "a 👩‍👩‍👧 family."


def test_overlapping_marks_are_cut_at_each_edge() -> None:
    text = "the red house"
    groups = list(group_blocks(document(text, (Paragraph(0, 13),)), 0, 13, [Mark(0, 13, "quote"), Mark(4, 7, "term")], page_starts=False))
    assert [(part.text, part.kinds) for part in groups[0].blocks[0].segments] == [("the ", "quote"), ("red", "quote term"), (" house", "quote")]


def test_pages_are_labelled_where_they_start_also_inside_a_paragraph() -> None:
    text = "First.\n\nSecond runs on and on.\n\nLast."
    read = document(text, (Paragraph(0, 6), Paragraph(8, 30), Paragraph(32, 37)), pages=(0, 20, 32, 32))
    groups = list(group_blocks(read, 0, len(text), [], page_starts=True))
    assert [group.pages for group in groups] == [(1,), (), (3, 4)]
    assert [(part.text, part.pages) for part in groups[1].blocks[0].segments] == [("Second runs ", ()), ("on and on.", (2,))]


def test_list_items_and_table_rows_stand_together() -> None:
    text = "a\nb\nc | d\ne"
    read = document(text, (Paragraph(0, 1, "list_item"), Paragraph(2, 3, "list_item"), Paragraph(4, 9, "table_row"), Paragraph(10, 11)))
    groups = list(group_blocks(read, 0, len(text), [], page_starts=True))
    assert [(group.kind, len(group.blocks)) for group in groups] == [("list_item", 2), ("table_row", 1), ("paragraph", 1)]


def test_a_page_cannot_be_made_to_run_what_a_document_says() -> None:
    evil = '<script>alert(1)</script> & "quotes"'
    page = render(show_document(document(evil, (Paragraph(0, len(evil)),)), (0, 8), IndexInfo("x", 1, 1)))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@given(st.data())
def test_whatever_is_marked_the_words_stay_the_same(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.text(min_size=1).filter(lambda word: not word.isspace()), min_size=1, max_size=6))
    text, paragraphs = "", list[Paragraph]()
    for word in words:
        paragraphs.append(Paragraph(len(text), len(text) + len(word)))
        text += word + "\n\n"
    edge = st.integers(0, len(text))
    marks = [Mark(min(pair), max(pair) + 1, "cited") for pair in data.draw(st.lists(st.tuples(edge, edge), max_size=5))]
    pages = tuple(sorted(data.draw(st.lists(edge, max_size=4))))
    groups = list(group_blocks(document(text, tuple(paragraphs), pages), 0, len(text), marks, page_starts=True))
    assert written(groups) == words
    segments = [part for group in groups for block in group.blocks for part in block.segments]
    assert sum(part.target for part in segments) == any(part.kinds for part in segments)
    labelled = [page for group in groups for page in group.pages] + [page for part in segments for page in part.pages]
    assert sorted(labelled) == [number for number, start in enumerate(pages, start=1) if start < paragraphs[-1].end]
