"""Offices: who holds another one is no answer."""

from __future__ import annotations

import pytest

from corpus.language.persons.offices import (
    is_of_another_body,
    is_stand_in,
    lacks_stand_in,
    leads_something_else,
    tells_of_another_caller,
    tells_of_another_office,
    tells_of_another_rank,
    tells_of_office_held,
)


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


@pytest.mark.parametrize(
    ("sentence", "another"),
    [
        ("The chair of the Dock Trust is Ada Moor, who is the treasurer of the Reed Club.", True),
        ("Ada Moor is the treasurer of the Dock Trust.", False),
        ("Ada Moor is the treasurer.", False),
        ("Ada Moor is treasurer to the Trust.", False),
        ("Ada Moor is treasurer of the Reed Club, Ben Carr of the Dock Trust and its treasurer.", False),
        ("The chair of the Reed Club is Ada Moor.", False),
    ],
)
def test_an_office_of_another_body_is_another_office(sentence: str, another: bool) -> None:
    assert is_of_another_body("Who is the treasurer of the Dock Trust?", sentence) is another
    assert not is_of_another_body("Who is the treasurer?", sentence)
    assert not is_of_another_body("Where does the treasurer of the Dock Trust live?", sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("How long must Ada Moor stay as Wick's town clerk?", "The clerk gives six months' notice.", True),
        ("When does Ada Moor, the treasurer, retire?", "The treasurer retires in May.", True),
        ("How much is Bo Rowe paid as head of the school?", "The head is paid £60,000.", True),
        ("When did Ada Moor meet the clerk?", "The clerk met Bo Rowe on 3 May.", False),
        ("How long must Ada Moor stay as clerk?", "The treasurer gives six months' notice.", False),
        ("How long must Ada Moor stay?", "The clerk gives six months' notice.", False),
    ],
)
def test_whoever_has_an_office_is_told_of_by_it(question: str, sentence: str, told: bool) -> None:
    assert tells_of_office_held(question, sentence) is told


@pytest.mark.parametrize(
    ("question", "sentence", "told", "is_below"),
    [
        ("Who is the chair?", "Present: Ada Moor (Vice-Chair), Ben Rowe", "Ada Moor", True),
        ("Who is the clerk?", "Ada Moor, Deputy Clerk, took notes.", "Ada Moor", True),
        ("Who is the chair?", "Present: Ada Moor (Vice-Chair), Ben Rowe", "Ada Moor (Vice-Chair), Ben Rowe", False),
        ("Who is the vice chair?", "Present: Ada Moor (Vice-Chair), Ben Rowe", "Ada Moor", False),
        ("Who is the chair?", "Present: Ada Moor (Chair), Ben Rowe (Vice-Chair)", "Ada Moor", False),
        ("Who opened the fair?", "Ada Moor (Vice-Chair) opened the fair.", "Ada Moor", False),
    ],
)
def test_whoever_stands_below_an_office_does_not_hold_it(
    question: str, sentence: str, told: str, is_below: bool
) -> None:
    assert is_stand_in(question, sentence, told) is is_below


def test_only_a_stand_in_is_one() -> None:
    assert lacks_stand_in("Who is the deputy clerk?", "The clerk is Ada Moor.")
    assert not lacks_stand_in("Who is the deputy clerk?", "Ada Moor stands in for the clerk.")
    assert not lacks_stand_in("Who is the clerk?", "The clerk is Ada Moor.")


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("Who led the council in 2018?", True),
        ("Who leads Larkham's early help service?", True),
        ("Who is the lead member for children?", True),
        ("Who heads the virtual school?", True),
        ("Who led the inspection of Larkham?", False),
        ("Who led the team that came to Larkham?", False),
        ("Who headed the inspectors?", False),
        ("Who was the lead inspector?", False),
        ("Who was in charge of the council?", False),
        ("What did the council lead?", False),
    ],
)
def test_who_leads_the_inspectors_leads_nothing_else(question: str, another: bool) -> None:
    assert leads_something_else(question, "Lead inspector: Ada Moor") is another
    assert not leads_something_else(question, "Ada Moor leads the council.")


@pytest.mark.parametrize(
    ("question", "said", "another"),
    [
        ("Why did the deputy manager resign?", "The previous manager left after a quarrel.", True),
        ("Why did the assistant ward manager leave?", "The medical director left because of ill health.", True),
        ("Since when has the senior market officer been here?", "The deputy market officer came in 2019.", True),
        ("When did the manager start?", "The deputy manager started in May.", True),
        ("When did the deputy manager start?", "The deputy manager started in May.", False),
        ("When did the deputy head start?", "The vice principal started in May.", False),
        ("When did the manager start?", "The registered manager started in May.", False),
        ("When did the manager start?", "The manager and the deputy manager started in May.", False),
        ("Why did the assistant ward manager leave?", "The medical director said that he was ill.", False),
        ("When did the deputy manager start?", "She followed the manager in May.", False),
        ("When was the assistant clerk appointed?", "The clerk's assistant was appointed in May.", False),
        ("When did the manager and the deputy manager start?", "The manager started in May.", False),
        ("When did the deputy manager start?", "It opened in May.", False),
        ("Why did it shut?", "The deputy manager left.", False),
    ],
)
def test_when_or_why_of_somebody_is_not_told_by_the_deputy(question: str, said: str, another: bool) -> None:
    assert tells_of_another_rank(question, said, "") is another


def test_a_heading_may_name_the_deputy() -> None:
    question, said = "When did the deputy manager start?", "The manager named above started in May."
    assert tells_of_another_rank(question, said, "Duties")
    assert not tells_of_another_rank(question, said, "Deputy manager")
