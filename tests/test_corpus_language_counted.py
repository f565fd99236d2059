"""Of several numbers in a sentence the one that is asked for answers."""

from __future__ import annotations

import pytest

from corpus.language.counted import number_answer


@pytest.mark.parametrize(
    ("sentence", "question", "normalized"),
    [
        (
            "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat.",
            "How many Conservative councillors are there?",
            "15",
        ),
        (
            "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat.",
            "How many councillors are there?",
            "46",
        ),
        (
            "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat.",
            "How many Labour councillors are there?",
            "20",
        ),
        (
            "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat.",
            "How many Liberal Democrats are there?",
            "11",
        ),
        ("Labour: 20; Conservative: 15; Liberal Democrat: 11", "How many Conservative councillors are there?", "15"),
        ("Labour (20), Conservative (15), Liberal Democrat (11)", "How many Labour councillors are there?", "20"),
        ("Labour 20, Conservative 15, Liberal Democrat 11", "How many Conservative councillors are there?", "15"),
        ("Labour 20 Conservative 15 Green 3", "How many Conservative councillors are there?", "15"),
        ("There are 8 nurses, 3 doctors and 2 porters on the ward.", "How many doctors are on the ward?", "3"),
        ("There are 8 nurses, 3 doctors and 2 porters on the ward.", "How many porters are there?", "2"),
        ("We fixed 214 potholes, 60 street lights and 9 bridges in March.", "How many bridges were fixed?", "9"),
        ("We fixed 214 potholes, 60 street lights and 9 bridges in March.", "How many street lights were fixed?", "60"),
        (
            "The library holds 9,000 books, of which 1,200 are for children and 300 are in Polish.",
            "How many books are for children?",
            "1200",
        ),
        (
            "The library holds 9,000 books, of which 1,200 are for children and 300 are in Polish.",
            "How many books does the library hold?",
            "9000",
        ),
        (
            "Conservatives have 15 councillors, Labour 20 and the Greens 3.",
            "How many councillors does Labour have?",
            "20",
        ),
        (
            "Conservatives have 15 councillors, Labour 20 and the Greens 3.",
            "How many Green councillors are there?",
            "3",
        ),
        ("Of 20 homes, 3 closed.", "How many homes closed?", "3"),
        ("A day ticket costs £5 and a season ticket £60.", "How much is a season ticket?", "60"),
        ("A day ticket costs £5 and a season ticket £60.", "How much does a day ticket cost?", "5"),
        ("Adults pay £8, children £3 and families £20.", "How much do children pay?", "3"),
        ("Adults pay £8, children £3 and families £20.", "How much do families pay?", "20"),
        ("Adults: £8.50; children: £3; under fives: free", "How much do children pay?", "3"),
        (
            "Voters chose 15 Conservative, 20 Labour and 11 Green councillors.",
            "How many Conservative councillors were elected?",
            "15",
        ),
        (
            "Voters chose 15 Conservative, 20 Labour and 11 Green councillors.",
            "How many Green councillors were elected?",
            "11",
        ),
        ("None of the 14 homes failed.", "How many homes failed?", "0"),
        ("None of the 14 homes failed.", "How many homes are there?", "14"),
        ("None of the 14 lifeguards has left.", "How many lifeguards have left?", "0"),
        ("No homes failed.", "How many homes failed?", "0"),
        (
            "Last year no complaints were received and 12 compliments came in.",
            "How many complaints were received?",
            "0",
        ),
        (
            "Last year no complaints were received and 12 compliments came in.",
            "How many compliments were received?",
            "12",
        ),
        ("None of the 14 homes failed but 3 were warned.", "How many homes were warned?", "3"),
        ("Complaints received: nil", "How many complaints were received?", "0"),
        ("No fewer than 12 homes failed.", "How many homes failed?", "12"),
        ("No other homes failed; 3 did.", "How many homes failed?", "3"),
        ("There are no lifts in the building.", "How many lifts are there in the building?", "0"),
        ("Nine of the 21 recommendations remain open.", "How many recommendations remain open?", "9"),
        ("Nine of the 21 recommendations remain open.", "How many recommendations were made?", "21"),
        ("Nine of the 21 recommendations remain open.", "How many recommendations are there?", "21"),
        (
            "Nine of the 21 recommendations remain open and four are overdue.",
            "How many recommendations are overdue?",
            "4",
        ),
        ("12 out of 14 homes passed.", "How many homes passed?", "12"),
        ("Two in five children were moved.", "What proportion of children were moved?", "2/5"),
        ("Hire costs 50p a chair.", "How much does a chair cost?", "0.50"),
        ("The key is 7 cm long; the corridor 3 ft 6 in wide.", "How wide is the corridor?", "3.5"),
        ("The key is 7 cm long; the corridor 3 ft 6 in wide.", "How long is the key?", "7"),
        ("In winter it fell to -12°C.", "How cold did it get?", "-12"),
        ("Costs came to £3.4–£3.6 million.", "How much did it cost?", "3400000/3600000"),
        ("The hall seats between 180 and 220 people.", "How many people does the hall seat?", "180/220"),
        ("Half a million people live here.", "How many people live here?", "500000"),
        ("No, 12 homes failed.", "How many homes failed?", "12"),
        ("Nobody came to 3 of the 7 meetings.", "How many meetings did nobody come to?", "3"),
        ("The number rose from 12 to 18.", "How many are there?", "12"),
    ],
)
def test_the_number_that_is_asked_for_answers(sentence: str, question: str, normalized: str) -> None:
    found = number_answer(sentence, question)
    assert found
    start, end, value = found
    assert (sentence[start:end], value.normalized) == (value.text, normalized)


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("No homes were sold in 2019.", "What is the cost of a home?"),
        ("No other homes failed.", "How many homes failed?"),
        ("No doubt homes failed.", "How many homes failed?"),
        ("The home failed.", "How many homes failed?"),
        ("It has 14 beds.", "How many of the 14 beds are free?"),
    ],
)
def test_no_number_answers_where_none_is_told(sentence: str, question: str) -> None:
    assert number_answer(sentence, question) is None


@pytest.mark.parametrize(
    ("sentence", "question", "words"),
    [
        ("None of the 14 homes failed.", "How many homes failed?", "None of the 14 homes"),
        ("None of the old homes failed.", "How many homes failed?", "None of the old homes"),
        ("None of them has left.", "How many lifeguards have left?", "None of them"),
        ("Last year no new homes failed.", "How many homes failed?", "no new homes"),
        ("Complaints: none", "How many complaints were there?", "none"),
    ],
)
def test_none_has_its_words(sentence: str, question: str, words: str) -> None:
    found = number_answer(sentence, question)
    assert found and (found[2].text, found[2].normalized) == (words, "0")
