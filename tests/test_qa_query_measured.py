"""What compares two things asks something of each: how much it is, when it opens, how many members it has."""

from __future__ import annotations

import pytest

from qa.query.measured import measured, of_than, of_which


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Is a swim dearer in Bury?", "how much is a swim in Bury?"),
        ("Are allotments more expensive in Bury?", "how much are allotments in Bury?"),
        ("Does the pool open earlier on Sundays?", "when does the pool open on Sundays?"),
        ("Does the board meet more often?", "how often does the board meet?"),
        ("Do prescriptions take longer?", "how long do prescriptions take?"),
        ("Does the board have more members?", "how many members does the board have?"),
        ("Are there more staff at the depot?", "how many staff are there at the depot?"),
        ("Can I borrow more books with a card?", "how many books can I borrow with a card?"),
        ("Does the clinic want more notice to cancel?", "how much notice does the clinic want to cancel?"),
        ("Do managers have a longer notice period?", "how long is the notice period of managers?"),
        ("Has the board a larger quorum?", "how big is the quorum of the board?"),
        ("Is the rent higher for a full plot?", "what is the rent for a full plot?"),
        ("Do Bury and Bolton charge the same for lunch?", "what do Bury and Bolton charge for lunch?"),
        ("May a fence be higher?", "how high may a fence be?"),
        ("Did more people vote in Bury?", "how many people vote in Bury?"),
        ("Were more children in care in 2019?", "how many children were in care in 2019?"),
        ("Do fewer staff drive to the depot?", "how many staff drive to the depot?"),
        ("Was more money spent on parks?", "how much money was spent on parks?"),
        ("Is more than one dog allowed?", "Is more than one dog allowed?"),
        ("Is Bury more generous?", "Is Bury more generous?"),
        ("Is the pool open?", "Is the pool open?"),
        ("How much is a swim?", "How much is a swim?"),
        ("Is it a bigger hall?", "Is it a bigger hall?"),
        ("", ""),
    ],
)
def test_a_comparing_word_asks_what_it_measures(question: str, asked: str) -> None:
    assert measured(question.rstrip("?")) == asked.rstrip("?")


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("Which is dearer, a swim or a towel?", "how much is a swim", "how much is a towel"),
        ("Which costs more: a swim or a towel?", "how much does a swim cost", "how much does a towel cost"),
        ("which is cheaper Bury or Bolton", "how much is Bury", "how much is Bolton"),
        (
            "Which is cheaper for a letter, Bury or Bolton?",
            "how much is it for a letter, Bury",
            "how much is it for a letter, Bolton",
        ),
        (
            "Which has longer appointments, Bury or Bolton?",
            "how long are the appointments of Bury",
            "how long are the appointments of Bolton",
        ),
        (
            "Which school has the dearer lunch, Bury or Bolton?",
            "how much is the lunch of Bury school",
            "how much is the lunch of Bolton school",
        ),
        (
            "Which board at Bury has the larger quorum, Planning or Pay and Staff?",
            "how big is the quorum of Planning board at Bury",
            "how big is the quorum of Pay and Staff board at Bury",
        ),
        (
            "Which meets more often, the board or the panel?",
            "how often does the board meet",
            "how often does the panel meet",
        ),
        (
            "Who answers letters faster, Bury or Bolton?",
            "how quickly does Bury answer letters",
            "how quickly does Bolton answer letters",
        ),
        ("Which pool opens earlier, Bury or Bolton?", "when does Bury pool open", "when does Bolton pool open"),
        ("which gym is cheaper, bury or bolton?", "how much is bury gym", "how much is bolton gym"),
        ("Which room is cheaper, the Loft or the Cellar?", "how much is the Loft", "how much is the Cellar"),
        ("Which hall is dearer, Elm Hall or Ash Hall?", "how much is Elm Hall", "how much is Ash Hall"),
        ("Which of the two is cheaper, Bury or Bolton?", "how much is Bury", "how much is Bolton"),
        (
            "Which hall has more seats, Bury or Bolton?",
            "how many seats has Bury hall",
            "how many seats has Bolton hall",
        ),
        (
            "Where do repairs take longer, at Bury or at Bolton?",
            "how long do repairs take at Bury",
            "how long do repairs take at Bolton",
        ),
    ],
)
def test_which_of_two_asks_it_of_each(question: str, one: str, other: str) -> None:
    assert [asked for asked, _ in of_which(question)] == [one, other]
    assert all(thing in asked for asked, thing in of_which(question))


@pytest.mark.parametrize(
    "question",
    [
        "Which is more generous, Bury or Bolton?",
        "Which council is the largest?",
        "Which of the two is open?",
        "Which of the pools opens earlier, Bury or Bolton?",
        "Which is dearer, a swim?",
        "Who went earlier, Bury or Bolton?",
        "",
    ],
)
def test_what_is_not_measured_is_not_asked(question: str) -> None:
    assert of_which(question) == ()


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("Is a swim dearer than a towel?", "how much is a swim", "how much is a towel"),
        (
            "Is a swim dearer for guests than for members?",
            "how much is a swim for guests",
            "how much is a swim for members",
        ),
        (
            "Is a swim cheaper than a sauna at the lido?",
            "how much is a swim at the lido",
            "how much is a sauna at the lido",
        ),
        (
            "Does the board meet more often than the panel?",
            "how often does the board meet",
            "how often does the panel meet",
        ),
        (
            "Do managers at the lido have a longer notice period than other staff?",
            "how long is the notice period of managers at the lido",
            "how long is the notice period of other staff",
        ),
        ("Do adults pay more than children?", "how much do adults pay", "how much do children pay"),
        (
            "Did more or fewer people come in 2024 than the year before?",
            "how many people come in 2024",
            "how many people come in 2023",
        ),
        ("Can a wall be taller than a hedge?", "how tall can a wall be", "how tall can a hedge be"),
        ("May a fence be higher than a hedge?", "how high may a fence be", "how high may a hedge be"),
        ("Can boats at Bury be longer than at Wick?", "how long can boats at Bury be", "how long can boats at Wick be"),
        (
            "Does the school have to give longer notice than the tenant?",
            "how long is the notice of the school",
            "how long is the notice of the tenant",
        ),
        (
            "Is the wait for a scan longer or shorter than for a test?",
            "how long is the wait for a scan",
            "how long is the wait for a test",
        ),
    ],
)
def test_more_than_asks_it_of_each(question: str, one: str, other: str) -> None:
    assert [asked for asked, _ in of_than(question)] == [one, other]


def test_the_place_of_both_is_told_of_neither_alone() -> None:
    assert [told for _, told in of_than("Is a swim cheaper than a sauna at the lido?")] == ["a swim", "a sauna"]
    apart = of_than("Is the hall at Bury cheaper than the room at Bolton?")
    assert [told for _, told in apart] == ["the hall at Bury", "the room at Bolton"]


@pytest.mark.parametrize(
    "question",
    [
        "Is the hall more generous than the pool?",
        "Can a shed be higher than 2 metres?",
        "Is the fence higher than 2 metres?",
        "Should the notice be longer than a month?",
        "Can dogs be walked for longer than half an hour?",
        "Is it cheaper than in May?",
        "Is the pool open?",
        "",
    ],
)
def test_what_is_beside_a_number_or_not_measured_is_one_question(question: str) -> None:
    assert of_than(question) == ()
