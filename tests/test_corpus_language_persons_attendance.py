"""Attendance: who sent apologies is told neither by who came nor by who was in the chair."""

from __future__ import annotations

import pytest

from corpus.language.persons.attendance import (
    is_of_another_meeting,
    is_of_attendance,
    is_of_other_annual_meeting,
    lacks_absence,
    lacks_chair,
)


@pytest.mark.parametrize(
    ("question", "said", "lacks"),
    [
        ("Who gave apologies?", "Present: Ada Moor and Ben Rowe", True),
        ("Who gave apologies?", "Apologies: Cy Dunn", False),
        ("Who sent apologies?", "Cy Dunn was unable to attend.", False),
        ("Which members did not attend?", "Ada Moor opened the meeting.", True),
        ("Who wasn’t at the meeting?", "Absent: Cy Dunn", False),
        ("Who was absent?", "In the absence of the chair, Ada Moor opened the meeting.", True),
        ("Who attended?", "Present: Ada Moor", False),
        ("Who said that she had missed it?", "He said that she had missed it.", False),
        ("What is the sickness absence rate?", "It was 4%.", False),
        ("Why were there no apologies?", "Ada Moor opened the meeting.", False),
        ("", "", False),
    ],
)
def test_who_was_away_is_told_by_words_that_say_so(question: str, said: str, lacks: bool) -> None:
    assert lacks_absence(question, said) is lacks


@pytest.mark.parametrize(
    ("question", "said", "lacks"),
    [
        ("Who chaired the panel?", "Officers: Gwen Harte, Licensing Manager", True),
        ("Who chaired the panel?", "Ruth Amadi (in the chair), Neil Stokoe", False),
        ("Who was in the chair?", "Ruth Amadi presided.", False),
        ("Who chairs the panel?", "Ruth Amadi has led it since May.", False),
    ],
)
def test_who_was_in_the_chair_is_told_by_words_that_say_so(question: str, said: str, lacks: bool) -> None:
    assert lacks_chair(question, said) is lacks


@pytest.mark.parametrize(
    ("label", "of_attendance"), [("Present", True), ("IN ATTENDANCE", True), ("Youth shelter", False)]
)
def test_who_was_there_is_no_item_of_a_meeting(label: str, of_attendance: bool) -> None:
    assert is_of_attendance(label) is of_attendance


@pytest.mark.parametrize(
    ("question", "sentence", "above", "is_other"),
    [
        ("Why was Ada not at the annual meeting?", "She sent no apologies.", "Minutes of the Ordinary Meeting", True),
        ("Who came to the extraordinary meeting?", "Present: Ada Moor", "Minutes of the Annual Meeting", True),
        ("Who came to the annual parish meeting?", "Present: Ada Moor", "Annual Meeting of the Council", True),
        ("What was agreed at the AGM?", "The fee stays.", "Minutes of the annual general meeting", False),
        ("What was agreed at the AGM?", "The fee stays.", "Minutes of the committee", False),
        ("When is the annual meeting?", "The Annual Meeting is on 12 May.", "Minutes of the Ordinary Meeting", False),
        ("What was agreed at the meeting?", "The fee stays.", "Minutes of the Annual Meeting", False),
        ("Who came to the ordinary meeting?", "Present: Ada", "Minutes of the Extraordinary Meeting", True),
    ],
)
def test_what_one_meeting_did_is_not_told_by_another(question: str, sentence: str, above: str, is_other: bool) -> None:
    assert is_of_another_meeting(question, sentence, above) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "above", "is_other"),
    [
        ("When is the annual parish meeting?", "The annual meeting of the Council is in May.", "Standing orders", True),
        ("When is the annual meeting of the Council?", "The annual parish meeting is in April.", "Orders", True),
        ("When is the annual parish meeting?", "The annual parish meeting is in April.", "Standing orders", False),
        ("When is the annual meeting of the parish?", "The annual parish meeting is in April.", "Orders", False),
        ("When is the annual meeting?", "The annual meeting of the Council is in May.", "Standing orders", False),
        ("When is the annual parish meeting?", "It is in April.", "Standing orders", False),
        ("What is said of the annual meeting?", "A special meeting is called by the chair.", "Standing orders", False),
    ],
)
def test_the_annual_parish_meeting_is_not_that_of_the_council(
    question: str, sentence: str, above: str, is_other: bool
) -> None:
    assert is_of_other_annual_meeting(question, sentence, above) is is_other
