"""What is said of one group of people is not said of another."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.groups import (
    holds_for_some,
    is_for_another_group,
    is_paper_of_another_group,
)


@pytest.mark.parametrize(
    ("question", "said", "under", "another"),
    [
        ("I'm a student at Weir, what does parking cost me?", "Yes, at Weir; staff pay £12 a month.", "Parking", True),
        ("I'm a student at Weir, what does parking cost me?", "Staff pay £12 a month.", "Parking for students", False),
        ("I'm a student at Weir, what does parking cost me?", "Parking costs £12 a month.", "", False),
        ("As a governor, what can I claim a mile?", "Staff may claim 45p a mile.", "Travel", True),
        ("As a governor, what can I claim a mile?", "Staff and governors may claim 45p a mile.", "Travel", False),
        ("What do leaseholders pay for the door phone?", "Tenants pay £2 a week for it.", "", True),
        ("What do leaseholders pay for the door phone?", "Tenants pay £2, leaseholders £90 a year.", "", False),
        ("How many days of leave do volunteers get?", "All staff have 26 days of leave.", "", True),
        ("How many days of leave do we get?", "All staff have 26 days of leave.", "", False),
        ("Can students use the car park?", "Only staff may use the car park.", "", False),
        ("I'm not a tenant but rent a garage, what do I pay?", "Tenants pay £11 a week.", "", False),
        ("Who do students ring?", "Ring 123 and staff will answer.", "", False),
        ("As a visitor, where do I park?", "Non-staff must park in Mill Lane.", "", False),
        ("Where does the students' union meet?", "Staff have the hall on Mondays.", "", False),
        ("For pupils, how long is lunch?", "Teachers have an hour for lunch.", "", True),
        ("As a visitor, where do I park?", "Staff must park in Mill Lane.", "", True),
        ("I'm a student, not staff, what does parking cost?", "Staff pay £12 a month.", "", True),
        ("As a student, how long does marking take?", "Lecturers have three weeks to mark essays.", "", False),
        ("As a tenant, how soon is a leak mended?", "Contractors must come within four hours.", "", False),
        ("I'm a tenant, how long can my visitors stay?", "Visitors may stay two weeks.", "", False),
        ("As a student, who can extend my loan?", "Staff can extend it at the desk.", "", False),
        ("As a patient, how many visitors may I have?", "Visitors must come in twos.", "", False),
        ("As a staff governor, what may I claim?", "Governors may claim 45p a mile.", "", False),
        ("How many spaces are there for staff?", "Ten of them are for blue badge holders.", "Parking", True),
        ("How many spaces are there for staff?", "Ten are for visitors and nine for staff.", "Parking", False),
        ("How many spaces are there?", "Ten of them are for visitors.", "Parking", False),
        ("What should volunteers do in a fire?", "Open the gate for visitors.", "", False),
        ("", "", "", False),
    ],
)
def test_one_group_is_not_another(question: str, said: str, under: str, another: bool) -> None:
    assert is_for_another_group(question, said, under) is another


@pytest.mark.parametrize(
    ("question", "title", "text", "another"),
    [
        ("Can leaseholders keep a dog?", "A handbook for tenants", "You may keep one dog.", True),
        ("How much notice must leaseholders give?", "Tenants' handbook", "Give four weeks' notice.", True),
        ("As a visitor, where do I park?", "Staff parking policy", "Park in bay C.", True),
        ("Can tenants keep a dog?", "A handbook for tenants", "You may keep one dog.", False),
        ("Can I keep a dog?", "A handbook for tenants", "You may keep one dog.", False),
        ("Can leaseholders keep a dog?", "A handbook for tenants and leaseholders", "You may.", False),
        ("Can leaseholders keep a dog?", "A handbook for tenants", "Leaseholders ask us, too.", False),
        ("Can employees park here?", "Staff handbook", "Park in bay C.", False),
        ("Do pupils have a break?", "Minutes of the governors", "There is a break at ten.", False),
        ("As a tenant, can I ask a leaseholder to move?", "Handbook for leaseholders", "You may.", False),
    ],
)
def test_a_paper_for_another_group_says_nothing_of_one(question: str, title: str, text: str, another: bool) -> None:
    assert is_paper_of_another_group(question, title, lambda: text) is another


@pytest.mark.parametrize(
    ("question", "sentence", "quoted", "is_for_some"),
    [
        ("How much is a gate key?", "New members pay £10 for a gate key.", "£10", True),
        ("What do new members pay for a gate key?", "New members pay £10 for a gate key.", "£10", False),
        ("How much is the pitch?", "For clubs that book often, the pitch costs £20.", "£20", True),
        ("How much is a card?", "A card costs £5 for anyone who has lost one.", "£5", True),
        ("How much is a box?", "Schools may borrow a box for £15 a term.", "£15", True),
        ("How much is a stall?", "Local businesses are charged £90 for a stall.", "£90", True),
        ("What does entry cost?", "Entry for groups of ten is £5 a head.", "£5 a head", True),
        ("What do schools pay to borrow a box?", "Schools may borrow a box for £15 a term.", "£15", False),
        ("How much is a card?", "A card costs £5 for five years.", "£5", False),
        ("How much is a card?", "You pay £5 for a card.", "£5", False),
        ("How much is a card?", "Students will pay £5 for a card.", "Students will pay £5 for a card.", False),
        ("How much is parking?", "Our staff must pay £5 for parking.", "£5", True),
    ],
)
def test_a_value_for_some_is_known(question: str, sentence: str, quoted: str, is_for_some: bool) -> None:
    start = sentence.index(quoted)
    assert holds_for_some(question, sentence, (start, start + len(quoted))) is is_for_some
