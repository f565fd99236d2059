from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Block, BlockKind
from tests.pages import INFO, document, table
from web.views.addresses import Steps
from web.views.document import View, show_document
from web.views.rendering import render


def test_only_the_quoted_part_of_a_row_is_marked_and_no_pipe_is_shown() -> None:
    read = table("Area | July 2022 | November 2025", "Help | Inadequate | Good")
    start, end = read.text.index("July"), read.text.index("Help | Inad") + 4
    page = render(show_document(read, View((start, end)), INFO))
    assert re.findall(r'<mark class="cited"( id="cited")?>(.*?)</mark>', page) == [
        (' id="cited"', "July 2022"),
        ("", "November 2025"),
        ("", "Help"),
    ]
    assert re.findall(r"<td>(.*?)</td>", page)[-2:] == ["Inadequate", "Good"]
    assert "|" not in page.split('class="text"')[1]


def test_cited_words_that_start_between_two_cells_have_a_target() -> None:
    read = table("Help | Good")
    page = render(show_document(read, View((5, 11)), INFO))
    assert '<td><mark class="cited" id="cited">Good</mark></td>' in page


@pytest.mark.parametrize("kind", ["heading", "paragraph"])
def test_a_title_that_the_document_repeats_is_shown_once_with_its_marks_and_its_page(kind: BlockKind) -> None:
    text = "A  Title\n\nThe words."
    read = document(text, (Block(0, 8, kind, int(kind == "heading")), Block(10, 20)), pages=(0,))
    page = render(show_document(read, View((3, 13)), INFO))
    assert '<h1 dir="auto">A  <mark class="cited" id="cited">Title</mark></h1>' in page
    assert page.count("Title</mark>") == 1
    assert '<mark class="cited">The</mark> words.' in page
    assert 'id="page-1"' in page


def test_a_title_that_the_document_does_not_repeat_stands_above_all_its_words() -> None:
    page = render(
        show_document(
            document("Another title\n\nWords.", (Block(0, 13, "heading", 1), Block(15, 21))),
            View(),
            INFO,
        )
    )
    assert '<h1 dir="auto">A title</h1>' in page
    assert '<h2 id="at-0" data-at="0" dir="auto">Another title</h2>' in page


def test_a_page_cannot_be_made_to_run_what_a_document_says() -> None:
    evil = '<script>alert(1)</script> & "quotes"'
    page = render(show_document(document(evil, (Block(0, len(evil)),)), View((0, 8)), INFO))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_days_of_a_document_are_told_with_what_they_are_and_its_labels_by_name() -> None:
    read = replace(
        document("Words.", (Block(0, 6),)),
        dated=date(2022, 7, 29),
        dated_basis="inspection",
        labels=(("authority", "Thornby"), ("year", "2022")),
    )
    page = render(show_document(read, View(), INFO))
    assert "<dt>Date</dt><dd>Published 9 September 2022; inspected to 29 July 2022</dd>" in page
    assert '<dt>Authority</dt><dd dir="auto">Thornby</dd>' in page
    assert "<dt>Year</dt>" not in page


def test_a_document_of_no_known_day_says_so() -> None:
    page = render(show_document(replace(document("Words.", (Block(0, 6),)), published=None), View(), INFO))
    assert "<dt>Date</dt><dd>not known</dd>" in page


def test_a_long_document_is_shown_in_parts_of_which_the_cited_words_choose_one() -> None:
    blocks = [Block(number * 1000, number * 1000 + 990) for number in range(60)]
    read = document("".join(f"{number:03}{'x' * 987}" + " " * 10 for number in range(60)), tuple(blocks), (0, 30_000))
    whole, cited = show_document(read, View(), INFO), show_document(read, View((40_000, 40_003)), INFO)
    assert whole.parts and (whole.parts.at, whole.parts.before) == (1, "") and whole.pages == "page 1 of 2"
    assert cited.parts and cited.parts.at == 3 and cited.groups[0].blocks[0].segments[0].text.startswith("036")
    assert (cited.pages, cited.groups[0].pages) == ("page 2 of 2", ())
    assert show_document(read, View((40_000, 40_003), part=1), INFO).groups == whole.groups
    assert show_document(read, View(page=2), INFO).pages == "pages 1 to 2 of 2"
    found = show_document(read, View(find="059", match=7), INFO)
    assert found.parts and (found.parts.at, found.finding.matches) == (4, Steps(1, 1, "", ""))


def test_only_a_pdf_that_is_there_has_a_printed_page_which_follows_what_is_looked_at() -> None:
    read = replace(
        document("One.\n\nTwo.\n\nThree.", (Block(0, 4), Block(6, 10), Block(12, 18)), (0, 6, 12)),
        media_type="application/pdf",
    )

    def printed(view: View) -> tuple[int, bool]:
        page = show_document(read, view, INFO, has_original=True).printed
        assert page
        return page.pages.at, page.is_boxed

    assert show_document(read, View(), INFO).printed is None
    assert show_document(replace(read, media_type="text/plain"), View(), INFO, has_original=True).printed is None
    assert printed(View()) == (1, False)
    assert printed(View((6, 13))) == (2, True)
    assert printed(View((6, 13), page=3)) == (3, True)
    assert printed(View((6, 9), page=3)) == (3, False)
    assert printed(View((6, 9), page=9)) == (2, True)
    assert printed(View((6, 9), find="three", match=1)) == (3, True)
    assert printed(View((6, 9), part=1)) == (1, False)


def test_every_block_says_where_it_starts_so_that_a_selection_is_cited_where_it_stands() -> None:
    kinds: tuple[BlockKind, ...] = ("heading", "paragraph", "list_item", "note", "table_row")
    words = "abcdefghi "
    read = document(words * 5, tuple(Block(10 * place, 10 * place + 9, kind) for place, kind in enumerate(kinds)))
    page = render(show_document(read, View(asked=(("q", "Who?"),)), INFO))
    assert re.findall(r'data-at="(\d+)"', page) == ["0", "10", "20", "30", "40"]
    assert page.count('name="document" value="a/b c.txt"') == 1 and 'name="q" value="Who?"' in page
