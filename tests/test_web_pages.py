from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, meta

import web
from corpus.document import Document, Paragraph, ParagraphKind
from corpus.language.kinds import Value
from qa.answer import (
    Answer,
    Citation,
    Filters,
    Highlight,
    IndexInfo,
    Quote,
    RankedPassage,
    Sentence,
)
from qa.query import Interpretation
from qa.query.entities import Name
from qa.query.spelling import Correction
from web.pages import (
    TEMPLATES,
    Asked,
    ErrorPage,
    Form,
    Frame,
    Group,
    HomePage,
    Mark,
    chance,
    cite,
    frame,
    group_blocks,
    place,
    render,
    show_answer,
    show_document,
    show_understood,
    web_address,
)

INFO = IndexInfo("x", 1, 1)
ASKED = Asked(3, Filters(published_from=date(2020, 1, 1), source=("A & B",)))
FOLDER = Path(str(web.__file__)).parent / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)


def needed_by(template: str) -> set[str]:
    return meta.find_undeclared_variables(ENVIRONMENT.parse((FOLDER / template).read_text(encoding="utf-8")))


def document(text: str, paragraphs: tuple[Paragraph, ...], pages: tuple[int, ...] = ()) -> Document:
    return Document(
        "a/b c.txt",
        "A title",
        text,
        "A publisher",
        "https://example.org/",
        date(2022, 9, 9),
        "text/plain",
        "0" * 64,
        pages,
        paragraphs,
    )


class OnlyOne:
    """A library of one document."""

    def __init__(self, document: Document) -> None:
        self.only = document

    def document(self, document_id: str, /) -> Document | None:
        return self.only if document_id == self.only.id else None


def answer_from(
    read: Document, value: tuple[int, int, Value] | None = None, quote: tuple[int, int] | None = None
) -> Answer:
    """An answer whose sentence is the whole of a document; it quotes a part of it, or all, and has a value in it."""
    end = len(read.text)
    start, stop = quote or (0, end)
    found = Quote(
        read.text[start:stop], read.id, start, stop, 1, Sentence(read.text, 0, end), value[2] if value else None
    )
    marks = (Highlight(start, stop, "quote"), *([Highlight(value[0], value[1], "value")] if value else []))
    cited = Citation(
        read.id, read.title, read.source, read.url, read.published, None, 1, 0, end, read.sha256, "/documents/x"
    )
    passage = RankedPassage(1, f"{read.id}:0-{end}", read.text, "", 0.9, {}, marks, cited)
    return Answer("Q?", "answered", None, 0.9, found, (passage,), IndexInfo("x", 1, 1), 1.0)


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


def test_an_error_without_a_template_of_its_own_gets_the_general_one() -> None:
    page = render(ErrorPage(Frame("Not ready yet", "/s", "/c", None), 503, "Not ready yet", "Run <qa build>."))
    assert "Run &lt;qa build&gt;." in page
    assert "You can ask a question from here" not in page
    assert "You can ask a question from here" in render(
        ErrorPage(frame("Not found"), 404, "Not found", "Nothing here.")
    )


@pytest.mark.parametrize(
    ("probability", "words", "percent"),
    [
        (1.0, "high", "over 99%"),
        (0.97, "high", "97%"),
        (0.8, "high", "80%"),
        (0.5, "fair", "50%"),
        (0.12, "low", "12%"),
        (0.0, "low", "under 1%"),
    ],
)
def test_a_chance_is_told_in_a_word_and_per_cent_and_never_as_certain(
    probability: float, words: str, percent: str
) -> None:
    told = chance(probability)
    assert (told.words, told.percent) == (words, percent)


def test_a_place_says_what_is_known_and_no_more() -> None:
    assert place("Ofsted", date(2022, 9, 9), 3, 12) == ("Ofsted", "9 September 2022", "page 3", "paragraph 12")
    assert place(None, None, None, 2) == ("Date not known", "paragraph 2")
    assert (
        cite("Two\nwords", "Title", place("ofsted", None, 3, None), None).text
        == "“Two words” (Title. Ofsted, date not known, page 3.)"
    )


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/", True),
        ("HTTP://a.example/", True),
        ("javascript:alert(1)", False),
        ("", False),
        (None, False),
    ],
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
    groups = list(
        group_blocks(
            document(text, (Paragraph(0, len(text)),)),
            0,
            len(text),
            [Mark(start, len(text), "cited")],
            page_starts=True,
        )
    )
    assert groups[0].blocks[0].segments[1].text == "a 👩‍👩‍👧 family."


def test_overlapping_marks_are_cut_at_each_edge() -> None:
    text = "the red house"
    groups = list(
        group_blocks(
            document(text, (Paragraph(0, 13),)), 0, 13, [Mark(0, 13, "quote"), Mark(4, 7, "term")], page_starts=False
        )
    )
    assert [(part.text, part.kinds) for part in groups[0].blocks[0].segments] == [
        ("the ", "quote"),
        ("red", "quote term"),
        (" house", "quote"),
    ]


def test_pages_are_labelled_where_they_start_also_inside_a_paragraph() -> None:
    text = "First.\n\nSecond runs on and on.\n\nLast."
    read = document(text, (Paragraph(0, 6), Paragraph(8, 30), Paragraph(32, 37)), pages=(0, 20, 32, 32))
    groups = list(group_blocks(read, 0, len(text), [], page_starts=True))
    assert [group.pages for group in groups] == [(1,), (), (3, 4)]
    assert [(part.text, part.pages) for part in groups[1].blocks[0].segments] == [
        ("Second runs ", ()),
        ("on and on.", (2,)),
    ]


def test_list_items_and_table_rows_stand_together() -> None:
    text = "a\nb\nc | d\ne"
    read = document(
        text,
        (Paragraph(0, 1, "list_item"), Paragraph(2, 3, "list_item"), Paragraph(4, 9, "table_row"), Paragraph(10, 11)),
    )
    groups = list(group_blocks(read, 0, len(text), [], page_starts=True))
    assert [(group.kind, len(group.blocks)) for group in groups] == [
        ("list_item", 2),
        ("table_row", 1),
        ("paragraph", 1),
    ]


def rows(groups: list[Group]) -> list[list[list[str]]]:
    return [
        [["".join(part.text for part in cell) for cell in block.cells] for block in group.blocks] for group in groups
    ]


def table(*lines: str) -> Document:
    text, paragraphs = "", list[Paragraph]()
    for line in lines:
        paragraphs.append(Paragraph(len(text), len(text) + len(line), "table_row"))
        text += line + "\n"
    return document(text, tuple(paragraphs))


def test_table_rows_are_cut_into_cells() -> None:
    read = table("Area | 2022 | 2025", "Help |  | Good", "a|b | c | ", "| d | e |")
    assert rows(list(group_blocks(read, 0, len(read.text), [], page_starts=True))) == [
        [["Area", "2022", "2025"], ["Help", "", "Good"], ["a|b", "c", ""]],
        [["", "d", "e", ""]],
    ]


def test_rows_with_other_columns_are_a_table_of_their_own() -> None:
    read = table("2022 | 2025", "Help | Poor | Good", "Care | Poor | Good")
    assert [len(group) for group in rows(list(group_blocks(read, 0, len(read.text), [], page_starts=True)))] == [1, 2]


def test_only_the_quoted_part_of_a_row_is_marked_and_no_pipe_is_shown() -> None:
    read = table("Area | July 2022 | November 2025", "Help | Inadequate | Good")
    start, end = read.text.index("July"), read.text.index("Help | Inad") + 4
    page = render(show_document(read, (start, end), IndexInfo("x", 1, 1)))
    assert re.findall(r'<mark class="cited"( id="cited")?>(.*?)</mark>', page) == [
        (' id="cited"', "July 2022"),
        ("", "November 2025"),
        ("", "Help"),
    ]
    assert re.findall(r"<td>(.*?)</td>", page)[-2:] == ["Inadequate", "Good"]
    assert "|" not in page.split('class="text"')[1]


def test_cited_words_that_start_between_two_cells_have_a_target() -> None:
    read = table("Help | Good")
    page = render(show_document(read, (5, 11), IndexInfo("x", 1, 1)))
    assert '<td><mark class="cited" id="cited">Good</mark></td>' in page


def test_a_page_that_starts_between_two_cells_is_labelled() -> None:
    read = table("Help | Good")
    (group,) = group_blocks(document(read.text, read.paragraphs, pages=(0, 5)), 0, 11, [], page_starts=True)
    assert [part.pages for cell in group.blocks[0].cells for part in cell] == [(), (2,)]


@pytest.mark.parametrize("kind", ["heading", "paragraph"])
def test_a_title_that_the_document_repeats_is_shown_once_with_its_marks_and_its_page(kind: ParagraphKind) -> None:
    text = "A  Title\n\nThe words."
    read = document(text, (Paragraph(0, 8, kind, int(kind == "heading")), Paragraph(10, 20)), pages=(0,))
    page = render(show_document(read, (3, 13), IndexInfo("x", 1, 1)))
    assert '<h1>A  <mark class="cited" id="cited">Title</mark></h1>' in page
    assert page.count("Title</mark>") == 1
    assert '<mark class="cited">The</mark> words.' in page
    assert 'id="page-1"' in page


def test_a_title_that_the_document_does_not_repeat_stands_above_all_its_words() -> None:
    page = render(
        show_document(
            document("Another title\n\nWords.", (Paragraph(0, 13, "heading", 1), Paragraph(15, 21))),
            None,
            IndexInfo("x", 1, 1),
        )
    )
    assert "<h1>A title</h1>" in page
    assert "<h2>Another title</h2>" in page


def test_the_place_is_one_line_of_parts_that_do_not_break() -> None:
    read = document("The pool is open.", (Paragraph(0, 17),))
    shown = show_answer(answer_from(read), OnlyOne(read), ASKED).passages[0]
    assert shown.place == ("A publisher", "9 September 2022", "paragraph 1")


def test_a_quoted_table_is_an_answer_in_rows() -> None:
    read = table("Area | Grade", "Help | Good")
    shown = show_answer(answer_from(read), OnlyOne(read), ASKED)
    assert rows(list(shown.table)) == [[["Area", "Grade"], ["Help", "Good"]]]
    assert "".join(part.text for part in shown.sentence) == read.text
    words = document("Just words.", (Paragraph(0, 11),))
    assert show_answer(answer_from(words), OnlyOne(words), ASKED).table == ()


def test_the_words_that_answer_are_marked_in_a_quoted_table_too() -> None:
    read = table("Area | Grade", "Help | Good")
    start = read.text.index("Good")
    page = render(
        HomePage(
            frame("Q?"),
            Form(),
            None,
            show_answer(answer_from(read, quote=(start, start + 4)), OnlyOne(read), ASKED),
            None,
        )
    )
    answer = page[page.index('<section class="answer"') : page.index('<section class="passages"')]
    assert re.findall(r"<td>(.*?)</td>", answer) == ["Area", "Grade", "Help", '<mark class="quote">Good</mark>']


SHUT = document("First words.\n\nIt shut in May 2013 for good.", (Paragraph(0, 12), Paragraph(14, 43)))


def shut(quote: str, value: str = "") -> Answer:
    """An answer whose sentence is the second of a document, and which quotes these words of it."""
    answer = answer_from(SHUT)
    start, day = SHUT.text.index(quote), SHUT.text.index(value)
    found = Quote(
        quote,
        SHUT.id,
        start,
        start + len(quote),
        1,
        Sentence(SHUT.text[14:], 14, 43),
        Value("date", value, "2013-05") if value else None,
    )
    marks = (
        Highlight(start, start + len(quote), "quote"),
        *([Highlight(day, day + len(value), "value")] if value else []),
    )
    return replace(answer, answer=found, passages=(replace(answer.passages[0], highlights=marks),))


def test_the_sentence_is_shown_and_cited_with_the_words_that_answer_marked_in_it() -> None:
    shown = show_answer(shut("for good"), OnlyOne(SHUT), ASKED)
    page = render(HomePage(frame("Q?"), Form(), None, shown, None))
    assert '<blockquote><p>It shut in May 2013 <mark class="quote">for good</mark>.</p></blockquote>' in page
    assert (
        shown.cite
        and shown.cite.text
        == "“It shut in May 2013 for good.” (A title. A publisher, 9 September 2022, paragraph 2. https://example.org/)"
    )
    assert f"<p data-copy>{shown.cite.text}</p>" in page
    assert shown.link.endswith("?start=14&end=43#cited")
    (passage,) = shown.passages
    marked = [part.text for group in passage.groups for block in group.blocks for part in block.segments if part.kinds]
    assert marked == ["for good"]


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
    shown = show_answer(shut(quote, "May 2013"), OnlyOne(SHUT), ASKED)
    assert [(part.text, part.kinds) for part in shown.sentence if part.kinds] == marked
    assert "".join(part.text for part in shown.sentence) == "It shut in May 2013 for good."
    assert shown.value == ("Date", "May 2013")


def test_the_value_is_marked_in_the_sentence_and_told_beside_it() -> None:
    read = document("It shut in May 2013 for good.", (Paragraph(0, 29),))
    shown = show_answer(answer_from(read, (11, 19, Value("date", "May 2013", "2013-05"))), OnlyOne(read), ASKED)
    assert [(part.text, part.kinds) for part in shown.sentence] == [
        ("It shut in ", ""),
        ("May 2013", "value"),
        (" for good.", ""),
    ]
    assert shown.value == ("Date", "May 2013")
    marked = [
        part.text for block in shown.passages[0].groups[0].blocks for part in block.segments if "value" in part.kinds
    ]
    assert marked == ["May 2013"]


def test_a_value_that_is_the_whole_sentence_is_not_told_again() -> None:
    read = document("Good", (Paragraph(0, 4),))
    assert show_answer(answer_from(read, (0, 4, Value("rating", "Good", "good"))), OnlyOne(read), ASKED).value is None


def fields_of(address: str) -> list[tuple[str, str]]:
    assert address.startswith("/?")
    return parse_qsl(urlsplit(address).query)


def test_a_mending_is_undone_by_an_address_with_all_that_was_asked() -> None:
    read = Interpretation("Is Bristol good?", mended=(Correction("Bristle", 3, 10, "Bristol"),))
    shown = show_understood(
        Answer(
            "Is Bristle good?",
            "abstained",
            "not_answered",
            0.1,
            None,
            (),
            INFO,
            1.0,
            reason_text="No.",
            interpretation=read,
        ),
        ASKED,
    )
    assert shown and (shown.typed, shown.meant, shown.mend) == ("“Bristle”", "“Bristol”", "")
    limits = [("k", "3"), ("published_from", "2020-01-01"), ("source", "A & B")]
    assert fields_of(shown.undo) == [("q", "Is Bristle good?"), *limits, ("as_typed", "1")]


def test_an_unknown_name_is_replaced_by_a_near_one_with_its_ending() -> None:
    read = Interpretation("Is Bristle's pool open?", names=(Name("Bristle", 3, 12, 0, False, ("Bristol", "Brighton")),))
    refused = Answer(
        "Is Bristle's pool open?",
        "abstained",
        "name_not_in_corpus",
        0.1,
        None,
        (),
        INFO,
        1.0,
        reason_text="No Bristle.",
        interpretation=read,
    )
    shown = show_answer(refused, OnlyOne(document("", ())), ASKED)
    assert shown.reason == "No Bristle."
    assert [(name, dict(fields_of(link))["q"]) for name, link in shown.unknown[0].nearest] == [
        ("Bristol", "Is Bristol's pool open?"),
        ("Brighton", "Is Brighton's pool open?"),
    ]
    assert show_understood(refused, ASKED) is None


def test_what_goes_without_saying_is_not_told() -> None:
    read = answer_from(document("Words.", (Paragraph(0, 6),)))
    assert show_understood(read, ASKED) is None
    assert show_understood(replace(read, interpretation=Interpretation("Q?")), ASKED) is None


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
