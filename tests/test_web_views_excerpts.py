from __future__ import annotations

import pytest

from qa.answer import Highlight
from web.views.excerpts import excerpt

TEXT = "First words stand here. " * 20 + "The pool reopened\non 3 May 2021 | North. " + "Last words stand there. " * 20


def said(*marks: Highlight) -> str:
    return "".join(segment.text for segment in excerpt(TEXT, marks))


def test_the_words_around_the_quote_are_taken_whole_and_in_one_line() -> None:
    at = TEXT.index("3 May")
    segments = excerpt(TEXT, [Highlight(0, 5, "term"), Highlight(at, at + 5, "quote")])
    line = "".join(segment.text for segment in segments)
    assert [segment.text for segment in segments if segment.kinds] == ["3 May"]
    assert line.startswith("… ") and line.endswith(" …")
    assert "The pool reopened on 3 May 2021; North." in line
    assert all(word in TEXT.split() for word in line.split() if word.rstrip(";") not in "…·2021")
    assert len(line) < 240


def test_without_a_quote_the_first_mark_counts_and_without_marks_the_beginning() -> None:
    at = TEXT.index("pool")
    assert "pool reopened" in said(Highlight(at, at + 4, "term"))
    assert said().startswith("First words") and said().endswith(" …")
    assert [segment.text for segment in excerpt("Short.", [])] == ["Short."]


def test_the_end_of_a_text_is_filled_and_a_word_without_end_is_cut() -> None:
    at = TEXT.rindex("there")
    line = said(Highlight(at, at + 5, "quote"))
    assert line.startswith("… ") and line.endswith("there. ")
    assert len("".join(segment.text for segment in excerpt("x" * 5_000, []))) == 167


def test_items_of_a_list_are_parted_by_a_dot_where_they_have_no_sign_of_their_own() -> None:
    told = excerpt("You need:\n\nproof\nof address\na licence\n- the fee", [], (11, 28, 38))
    assert "".join(segment.text for segment in told) == "You need: · proof of address · a licence - the fee"


@pytest.mark.parametrize("gap", [" | ", "   ", "\t"])
def test_an_excerpt_neither_begins_nor_ends_between_the_cells_of_a_row(gap: str) -> None:
    text = gap.join(f"cell {number:02}" for number in range(80))
    for at in range(0, len(text), 10):
        told = "".join(segment.text for segment in excerpt(text, [Highlight(at, at + 4, "term")]))
        assert "|" not in told and not told.strip("… ").startswith(";") and not told.strip("… ").endswith(";")
        assert "; cell" in told and "\t" not in told and "   " not in told
