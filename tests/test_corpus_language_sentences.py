"""Sentences hold every character of a text once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.language.sentences import last_sentence, sentences, trimmed

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("42. It met. It left.\n43. It rained. Late.", ["42. It met.", "It left.", "43. It rained.", "Late."]),
        ("It met.\n\n2.1 It left. Late.\n2.2 It rained.", ["It met.", "2.1 It left.", "Late.", "2.2 It rained."]),
        ("(a) It met. It left.\n(b) It rained.", ["(a) It met.", "It left.", "(b) It rained."]),
        ("- Chair: Ada\n- Clerk: Bob\n- None", ["- Chair: Ada", "- Clerk: Bob", "- None"]),
        ("Members\n• Ada came\nlate.\n• Bob", ["Members", "• Ada came\nlate.", "• Bob"]),
        ("The plan was – as\n– they say – bad.", ["The plan was – as\n– they say – bad."]),
        ("The rent of\na) the hall rose.", ["The rent of\na) the hall rose."]),
        ("They were:\na) the hall\nb) the pool", ["They were:", "a) the hall", "b) the pool"]),
        ("The plan\n• Ada came. It rained.\nLate", ["The plan", "• Ada came.", "It rained.", "Late"]),
        ("- Chair: Ada\nand Bob\n- Clerk: Cyril. Late.", ["- Chair: Ada\nand Bob", "- Clerk: Cyril.", "Late."]),
        ("It was let to:\n12 Guides and\n14 Scouts.", ["It was let to:\n12 Guides and\n14 Scouts."]),
        ("3.", ["3."]),
    ],
)
def test_numbered_paragraphs_and_items_have_sentences_of_their_own(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_question_with_its_answer_in_one_line_is_a_sentence() -> None:
    text = "Ratings\nIs it safe? Requires Improvement\nIs it kind? Good\n\nWe came twice. Was it clean? It was."
    assert [text[slice(*span)] for span in sentences(text)] == [
        "Ratings",
        "Is it safe? Requires Improvement",
        "Is it kind? Good",
        "We came twice.",
        "Was it clean?",
        "It was.",
    ]


def test_a_line_that_goes_on_below_answers_no_question_by_itself() -> None:
    text = "Have you got a permit? If not you\nmust buy one."
    assert [text[slice(*span)] for span in sentences(text)] == ["Have you got a permit?", "If not you\nmust buy one."]


def test_the_last_sentence_has_none_of_those_before_nor_white_space() -> None:
    assert last_sentence("It opens at 9. It closes at 5. ") == "It closes at 5."
    assert last_sentence(" \n") == ""
