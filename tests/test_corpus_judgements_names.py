"""Names are those of whoever is judged, however they are called."""

from __future__ import annotations

import pytest

from corpus.judgements.names import bare_name, bodies, named_in_title, named_with, only_body, same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hammersmith", "Hammersmith and Fulham", True),
        ("slough", "Slough", True),
        ("Northamptonshire", "North Northamptonshire", False),
        ("Hereford", "Herefordshire", False),
        ("", "Slough", False),
    ],
)
def test_a_name_is_the_same_as_one_that_it_begins(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) == same_name(other, one) == same


def test_a_council_is_called_by_its_place() -> None:
    assert bare_name("Slough Borough Council") == bare_name("Slough's") == "Slough"


def test_councils_are_named_before_or_after_the_word_for_what_they_are() -> None:
    text = "Norbury City Council helps. News of Wendham's children's services; children's services in Eastmere."
    assert bodies(text) == ["Norbury", "Wendham", "Eastmere"]
    assert only_body(text) == ""
    assert only_body("Wendham Council and Wendham's children's services") == "Wendham"
    assert only_body("x" * 6000 + " Wendham Council") == ""


def test_a_school_is_named_with_its_kind() -> None:
    words = ("school", "primary school")
    assert named_with(words, "Inspection report: Moor Lane Primary School, May 2023") == "Moor Lane Primary School"
    assert named_with(words, "the school") == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Moor House: inspection report", "Moor House"),
        ("Moor House Inspection Report", "Moor House"),
        ("The Elms of Wendham – CQC inspection report", "The Elms of Wendham"),
        ("Inspection report", ""),
        ("How we read an inspection report", ""),
        ("Moor House, Wick: inspection report", "Moor House"),
        ("Moor House, West Wick CQC report", "Moor House"),
        ("Inspection of Moor House", "Moor House"),
        ("CQC inspection report for Moor House, Wick", "Moor House"),
        ("Inspection of fire doors", ""),
        ("Report of the board", ""),
        ("Moor House, the story: inspection report", ""),
    ],
)
def test_a_title_says_whose_report_it_is(title: str, name: str) -> None:
    assert named_in_title(title) == name
