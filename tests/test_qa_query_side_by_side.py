"""Two things that one question names are each asked, where both or one of them alone can be an answer."""

from __future__ import annotations

import pytest

from qa.query.entities import Name
from qa.query.side_by_side import side_by_side


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "How much can I claim for mileage and for lunch?",
            "How much can I claim for mileage?",
            "How much can I claim for lunch?",
        ),
        ("What are the fees for dogs and for cats?", "What are the fees for dogs?", "What are the fees for cats?"),
        (
            "How much leave must we in Rome and in Oslo take?",
            "How much leave must we in Rome take?",
            "How much leave must we in Oslo take?",
        ),
        (
            "What does a stall at Thornby and at Old Haven cost?",
            "What does a stall at Thornby cost?",
            "What does a stall at Old Haven cost?",
        ),
        ("Who may staff in Wales and in Kent ring?", "Who may staff in Wales ring?", "Who may staff in Kent ring?"),
        (
            "Who are the chair and the secretary of the club?",
            "Who is the chair of the club?",
            "Who is the secretary of the club?",
        ),
        ("What is the rate by bus and the limit for tea?", "What is the rate by bus?", "What is the limit for tea?"),
        ("pool times and lesson price", "pool times?", "lesson price?"),
        ("mileage and meal allowance", "mileage allowance?", "meal allowance?"),
        ("Is a swim dearer than a towel?", "how much is a swim?", "how much is a towel?"),
        (
            "Is a swim dearer for guests than for members?",
            "how much is a swim for guests?",
            "how much is a swim for members?",
        ),
        (
            "Is a swim cheaper than a sauna at the lido?",
            "how much is a swim at the lido?",
            "how much is a sauna at the lido?",
        ),
        (
            "Does the board meet more often than the panel?",
            "how often does the board meet?",
            "how often does the panel meet?",
        ),
        (
            "Do managers at the lido have a longer notice period than other staff?",
            "how long is the notice period of managers at the lido?",
            "how long is the notice period of other staff?",
        ),
        ("Do adults pay more than children?", "how much do adults pay?", "how much do children pay?"),
        ("What is the rent and the service charge?", "What is the rent?", "What is the service charge?"),
        (
            "Do I need a form for a skip or for a stall?",
            "Do I need a form for a skip?",
            "Do I need a form for a stall?",
        ),
        ("Do I need a form for a skip or a stall?", "Do I need a form for a skip?", "Do I need a form for a stall?"),
        ("Is the fox a pet or a pest?", "Is the fox a pet?", "Is the fox a pest?"),
        ("Is it paid if I ask or if you do?", "Is it paid if I ask?", "Is it paid if you do?"),
        ("How big may a shed be compared with a pond?", "How big may a shed be?", "How big may a pond be?"),
        (
            "How many children are in the new teams compared with the old teams in Bury?",
            "How many children are in the new teams in Bury?",
            "How many children are in the old teams in Bury?",
        ),
        (
            "What is the fine for a second breach of the rules and for smoke in a room?",
            "What is the fine for a second breach of the rules?",
            "What is the fine for smoke in a room?",
        ),
        (
            "How much do the staff pay for a cup versus a mug?",
            "How much do the staff pay for a cup?",
            "How much do the staff pay for a mug?",
        ),
        (
            "Is the fee for a burial higher than the one for a cremation?",
            "what is the fee for a burial?",
            "what is the fee for a cremation?",
        ),
        ("How big is a top bin compared with a flat one?", "How big is a top bin?", "How big is the flat bin?"),
        (
            "Do we meet in the room at Bury or in the one at Wick?",
            "Do we meet in the room at Bury?",
            "Do we meet in the room at Wick?",
        ),
        ("Is the small hall dearer than the big one?", "how much is the small hall?", "how much is the big hall?"),
        ("Is the fee at Bury higher than that at Wick?", "what is the fee at Bury?", "what is the fee at Wick?"),
        (
            "What does the day ticket cost, and the season ticket?",
            "What does the day ticket cost?",
            "What does the season ticket cost?",
        ),
        ("What is the rate for a car, and for a bike?", "What is the rate for a car?", "What is the rate for a bike?"),
        (
            "Is a skip licence dearer than the one for a stall?",
            "how much is a skip licence?",
            "how much is the licence for a stall?",
        ),
        ("When does the pool open, and the café?", "When does the pool open?", "When does the café open?"),
        ("When does the pool open and close?", "When does the pool open?", "When does the pool close?"),
        (
            "When was the bridge closed and reopened in 2019?",
            "When was the bridge closed in 2019?",
            "When was the bridge reopened in 2019?",
        ),
        ("Sick pay as well as maternity pay?", "Sick pay?", "maternity pay?"),
        ("fee for adults and for children", "fee for adults?", "fee for children?"),
        (
            "What are the fees for a burial and a cremation?",
            "What are the fees for a burial?",
            "What are the fees for a cremation?",
        ),
        ("What is the fee for cats as well as dogs?", "What is the fee for cats?", "What is the fee for dogs?"),
        (
            "Early club and late club: what do they cost?",
            "Early club: what do they cost?",
            "late club: what do they cost?",
        ),
        (
            "Are colour prints dearer than black and white ones?",
            "how much are colour prints?",
            "how much are black and white prints?",
        ),
        ("What do a lock and a key cost?", "What does a lock cost?", "What does a key cost?"),
        (
            "How much leave do lecturers and support staff have?",
            "How much leave do lecturers have?",
            "How much leave do support staff have?",
        ),
        (
            "How long are office staff and cooks paid when sick?",
            "How long are office staff paid when sick?",
            "How long are cooks paid when sick?",
        ),
        (
            "When do the doctors and the nurses start work in Bury?",
            "When do the doctors start work in Bury?",
            "When do the nurses start work in Bury?",
        ),
    ],
)
def test_two_things_side_by_side_can_be_asked_each(question: str, first: str, second: str) -> None:
    sides = side_by_side(question)
    assert sides and [half.question for half in sides.halves] == [first, second]
    assert all(half.told in half.question for half in sides.halves)


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("pool times and lesson price", True),
        ("Do I need a form for a skip or for a stall?", True),
        ("What are the fees for dogs and for cats?", False),
        ("Is a swim dearer than a towel?", False),
        ("How big may a shed be compared with a pond?", False),
    ],
)
def test_one_of_two_that_may_be_one_thing_or_a_choice_is_no_answer(question: str, both: bool) -> None:
    sides = side_by_side(question)
    assert sides and sides.needs_both == both


@pytest.mark.parametrize(
    "question",
    [
        "What are the terms and conditions?",
        "How many children and young people are in care and at school?",
        "What is the difference between the rent and the charge?",
        "Is it for dogs and for cats?",
        "terms and conditions",
        "Who is responsible for health and safety?",
        "What is the price of bed and breakfast?",
        "Who opens and cleans the hall?",
        "How big is it compared with a pond?",
        "Who are the chair, the clerk, and the treasurer?",
        "When does it open, and the café?",
        "How much do bed and breakfast rooms cost?",
        "What do I and my guests pay?",
        "What do you make and take home?",
        "How long do dogs and cats live?",
        "What is the one for, and who has it?",
        f"How much is it {'in all ' * 12}for dogs and for cats?",
        "",
    ],
)
def test_what_is_said_of_one_thing_is_not_parted(question: str) -> None:
    assert side_by_side(question) is None


def test_a_name_with_and_in_it_is_one() -> None:
    question = "Overall effectiveness of Redcar and Cleveland in 2017"
    assert side_by_side(question)
    assert side_by_side(question, (Name("Redcar and Cleveland", 25, 45, 1, True),)) is None
    assert side_by_side("Grants of Redcar and rents in Cleveland", (Name("Redcar", 10, 16, 1, True),))
