"""Offices: who holds another one is no answer."""

from __future__ import annotations

import pytest

from corpus.language.offices import tells_of_another_caller, tells_of_another_office


@pytest.mark.parametrize(
    ("question", "said", "under", "another"),
    [
        ("Who is the treasurer of the club?", "Its secretary is Ada Moor.", "", True),
        ("who's the club secretary", "Treasurer: Bo Hale", "", True),
        ("Who is the clerk?", "The council is led by Ada Moor.", "", True),
        ("Who is the head of the group?", "Its secretary is Ada Moor.", "", True),
        ("Who is the head of the group?", "The group is chaired by Ada Moor.", "", False),
        ("Who is the head of the group?", "The exams officer is Ada Moor.", "", True),
        ("Who is the chief executive?", "The chief officer is Ada Moor.", "", False),
        ("Who is the treasurer?", "The secretary is Bo Hale, the treasurer Ada Moor.", "", False),
        ("Who is the treasurer?", "Ada Moor, once its secretary", "Treasurer", False),
        ("Who is the treasurer?", "Ada Moor was elected.", "", False),
        ("Who spoke to the treasurer?", "The secretary, Ada Moor.", "", False),
        ("Who was at the meeting?", "The secretary, Ada Moor.", "", False),
        ("", "The secretary", "", False),
    ],
)
def test_the_secretary_is_not_the_treasurer(question: str, said: str, under: str, another: bool) -> None:
    assert tells_of_another_office(question, said, under) is another


@pytest.mark.parametrize(
    ("question", "said", "under", "another"),
    [
        ("How often does the dentist come?", "The doctor calls on Mondays.", "", True),
        ("How often does the dentist come?", "The doctor calls on Mondays, the dentist on Fridays.", "", False),
        ("How often does the dentist come?", "The doctor calls on Mondays.", "Dentist", False),
        ("How often does the dentist come?", "She comes on Mondays after the doctor.", "", False),
        ("How often does the dentist come?", "Every six weeks.", "", False),
        ("When is my GP there?", "The doctor calls on Mondays.", "", False),
        ("How often do dentists come?", "The doctor calls on Mondays.", "", False),
    ],
)
def test_the_doctor_calls_not_when_the_dentist_does(question: str, said: str, under: str, another: bool) -> None:
    assert tells_of_another_caller(question, said, under) is another
