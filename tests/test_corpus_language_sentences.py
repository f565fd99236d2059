"""Sentences hold every character of a text once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from corpus.language.sentences import sentences, trimmed

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400)


@given(ANY_TEXT)
@example("One.\x00Two. \u2028 e\u0301\U0001f600! A…")
@example("a\x1cb. C")
def test_sentences_hold_every_character_that_is_not_white_space_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_an_abbreviation_ends_no_sentence() -> None:
    text = " Dr. Shaw came.  Mr. Reed left. "
    assert [text[start:end] for start, end in sentences(text)] == ["Dr. Shaw came.", "Mr. Reed left."]
    assert sentences(" \n ") == []


def test_a_part_is_trimmed_where_it_stands() -> None:
    assert list(trimmed("ab  cd  ", 2, 8)) == [(4, 6)]
    assert list(trimmed("ab  cd", 2, 4)) == []


def test_each_row_of_a_table_is_a_sentence_of_its_own() -> None:
    text = "Fees for halls\nHall | Fee\nMarlow | £4\nPaid by June. Not before."
    found = [text[slice(*span)] for span in sentences(text)]
    assert found == ["Fees for halls", "Hall | Fee", "Marlow | £4", "Paid by June.", "Not before."]
