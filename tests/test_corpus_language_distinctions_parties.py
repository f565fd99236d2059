"""Parties: another one than is asked about, known by the paper itself; never one of those that the sentence is of."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.parties import tells_for_another, tells_of_another_party

PAPER = """Leave is asked for two weeks ahead.
Office staff have 27 days of leave. Trades staff are paid weekly, and guards are trained over twelve days.
Signal crew need a medical every five years. Footplate crew need one every two.
Students may borrow eight books. Members of the public may read on Saturdays. DVDs are lent for a week.
Instructors in workshops have an hour for it. Lecturers give two months' notice.
Leaseholders pay for all repairs inside their flat. A permit has a number. Families come on Sundays.
Dummy runs are made first, and data is kept. Fines for fly-tipping were 140 last year.
"""


def asked(question: str, said: str, heading: str = "", title: str = "Handbook", under: str = "") -> bool:
    around = "\n".join((title, under, heading, said))
    return tells_of_another_party(question, said, heading, title, around, lambda: PAPER)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("May trades staff work from home?", "Office staff may work from home for two days."),
        ("How much leave do trades staff get?", "Office staff have 27 days of leave."),
        ("What are office staff on call paid?", "Trades staff on call are paid £140 a week."),
        ("How often does a guard need a medical?", "Footplate crew need one every two years."),
        ("How often do guards need a medical?", "Footplate crew need one every two years."),
        ("How many books may the public borrow?", "Students may borrow eight books."),
        ("How long are the Footplate crew trained?", "Guards are trained over twelve days."),
        ("What notice must instructors give?", "Lecturers give two months' notice."),
        ("guards must keep passes how long", "Passes are kept by the office staff for a year."),
        ("How long should instructors keep marks?", "Marks are kept by the registrar for a year."),
        ("What notice do instructors give?", "All staff sign a form. Lecturers give two months' notice."),
    ],
)
def test_what_one_party_has_does_or_may_do_tells_nothing_of_another(question: str, said: str) -> None:
    assert asked(question, said) is not said.startswith("All")


def test_a_heading_tells_of_whom_a_sentence_is() -> None:
    said = "A lock change costs £64."
    assert asked("What do leaseholders pay for a lock change?", said, heading="What tenants pay for")
    assert not asked("What do leaseholders pay for a lock change?", said, heading="What leaseholders pay for")
    assert not asked("What do leaseholders pay for a lock change?", said, heading="Locks")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How much leave do office staff get?", "Office staff have 27 days of leave."),
        ("How much leave do staff get?", "Office staff have 27 days of leave."),
        ("How much leave do trades staff get?", "Staff have 27 days of leave."),
        ("How much leave do nurses get?", "Office staff have 27 days of leave."),
        ("How much leave do I get?", "Office staff have 27 days of leave."),
        ("How much leave do guards get?", "You have 27 days of leave."),
        ("How much leave do guards get?", "Everyone but signal crew have 27 days of leave."),
        ("What does a permit cost?", "Residents pay £45 a year."),
        ("Do students or guards pay?", "Students pay £4, guards nothing."),
        ("What must guards show signal crew?", "Signal crew must see a pass."),
        ("When must guards pay?", "The bill must be paid by the end of May."),
        ("When must instructors give notice?", "Notice must be given by the due date."),
        ("How long must guards keep passes?", "Passes are kept by the guard for a year."),
        ("When must guards be at work?", "The gate must be open by six."),
        ("Where does trades money end up?", "If the year has ended, it goes to the next one."),
        ("When does dummy data vanish?", "The sandbox keeps test data for 7 days."),
    ],
)
def test_those_of_whom_a_sentence_may_be_are_no_other_party(question: str, said: str) -> None:
    assert not asked(question, said)


def test_whoever_the_whole_paper_is_for_is_no_other_party() -> None:
    assert not asked("How much leave do guards get?", "Volunteers have 27 days of leave.", title="Volunteer handbook")
    assert not asked("How much leave do guards get?", "Signal crew have 27 days of leave.", under="Guards")


@pytest.mark.parametrize(
    ("question", "said", "is_another"),
    [
        ("What is the fine for a late DVD?", "The fine for a late book is 20p a day.", True),
        ("What is the fine for a late book?", "The fine for a late book is 20p a day.", False),
        ("What is the fine for a late map?", "The fine for a late book is 20p a day.", False),
        ("How much is a pass for a family?", "A pass costs £36 for one adult and £9 for a year more.", True),
        ("How much is the deposit for families?", "The deposit is £50; ask at the desk for a receipt.", False),
        ("How much is a pass for a family?", "The pass for one adult costs £36.", True),
        ("How much is a pass for a family?", "The pass for two years costs £36.", False),
        ("How many were fined for fly-tipping?", "This year 88 people were fined for fly-tipping.", False),
        ("What do I wait for DVDs?", "The fine for a late book is 20p a day.", False),
    ],
)
def test_what_is_so_for_one_thing_tells_nothing_of_another(question: str, said: str, is_another: bool) -> None:
    assert tells_for_another(question, said, f"Handbook\n{said}", lambda: PAPER) is is_another
