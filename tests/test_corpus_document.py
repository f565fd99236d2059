"""Documents and passages are valid when made, and know where their parts lie."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Block, Document, Passage, said_on

PARAGRAPHS = (Block(0, 4), Block(6, 10), Block(12, 16))


def document(
    text: str = "aaaa\n\nbbbb\n\ncccc",
    document_id: str = "a.txt",
    title: str = "A",
    pages: tuple[int, ...] = (),
    paragraphs: tuple[Block, ...] = PARAGRAPHS,
) -> Document:
    return Document(document_id, title, text, None, None, None, "text/plain", "0" * 64, pages, paragraphs)


def test_a_page_starts_at_its_offset_and_lasts_to_the_next() -> None:
    paged = document(pages=(0, 6, 12))
    assert [paged.page_at(offset) for offset in (0, 5, 6, 11, 12, 99)] == [1, 1, 2, 2, 3, 3]
    assert document().page_at(0) is None


def test_a_block_is_the_one_around_an_offset_or_the_next_after_it() -> None:
    assert [document().block_at(offset) for offset in (0, 3, 4, 5, 6, 9, 10, 15)] == [0, 0, 1, 1, 1, 1, 2, 2]
    assert document().block_at(16) is None


def test_what_a_block_hangs_on_stands_above_it() -> None:
    hung = document(paragraphs=(Block(0, 4), Block(6, 10, parent=0), Block(12, 16, parent=1)))
    assert [block.start for block in hung.above(2)] == [6, 0]
    for parent in (2, 3, -1):
        with pytest.raises(ValueError, match="hangs on one that does not stand above it"):
            document(paragraphs=(Block(0, 4), Block(6, 10), Block(12, 16, parent=parent)))


def test_a_day_without_what_says_so_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a day and what says so, or neither"):
        replace(document(), dated=date(2023, 2, 3))
    assert replace(document(), dated=date(2023, 2, 3), dated_basis="meeting").day == date(2023, 2, 3)
    later = replace(document(), dated=date(2023, 2, 3), dated_basis="meeting", published=date(2023, 3, 15))
    assert later.day == date(2023, 3, 15)


@pytest.mark.parametrize(
    "paragraphs",
    [(Block(0, 17),), (Block(3, 3),), (Block(0, 5), Block(4, 8)), (Block(-1, 2),)],
)
def test_paragraphs_that_overlap_are_empty_or_end_past_the_text_are_refused(paragraphs: tuple[Block, ...]) -> None:
    with pytest.raises(ValueError, match="out of order or out of range"):
        document(paragraphs=paragraphs)


def test_paragraphs_may_touch_and_fill_the_text() -> None:
    assert document(paragraphs=(Block(0, 6), Block(6, 16))).block_at(6) == 1


def test_a_document_needs_an_id_a_title_and_whole_characters() -> None:
    for document_id, title in (("", "A"), ("a.txt", "")):
        with pytest.raises(ValueError, match="needs an id and a title"):
            document(document_id=document_id, title=title)
    with pytest.raises(UnicodeEncodeError):
        document(text="aaaa\n\nbbbb\n\nccc\ud800")


def test_a_passage_holds_the_text_between_its_offsets() -> None:
    assert Passage("a.txt", 2, 4, "ab", "", None, None).id == "a.txt:2-4"
    for start, end, text in ((2, 4, "abc"), (2, 2, ""), (-1, 1, "ab")):
        with pytest.raises(ValueError, match="does not hold its own text"):
            Passage("a.txt", start, end, text, "", None, None)


def test_the_certainty_of_a_span_is_that_of_the_least_sure_page_it_touches() -> None:
    scanned = replace(document(pages=(0, 6, 12)), recognised=((2, 0.9), (3, 0.7)))
    assert scanned.certainty_of(0, 6) is None
    assert scanned.certainty_of(0, 7) == scanned.certainty_of(6, 12) == 0.9
    assert scanned.certainty_of(4, 13) == 0.7
    assert document().certainty_of(0, 4) is None


def test_what_is_told_of_a_month_alone_has_no_day_on_which_it_was_said() -> None:
    day = date(2024, 3, 31)
    assert said_on(None, day, "header") == said_on(day, None, None) == said_on(day, day, "stated month") == day
    assert (
        said_on(None, day, "stated month") is said_on(None, day, "stated season") is said_on(None, None, None) is None
    )
