"""Forecasts and changes: what was expected is not what came of it, and a rise of 6% is not a share of 6%."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.forecasts import (
    lacks_change,
    only_contribution,
    only_forecast,
    only_promised,
)


@pytest.mark.parametrize(
    ("question", "sentence", "forecast"),
    [
        ("How much did the path cost?", "The path is estimated to cost £600.", True),
        ("How much did the path cost?", "The path will cost £600.", True),
        ("How much did the path cost?", "The path cost £600.", False),
        ("How much did the path cost?", "The path is estimated to have cost £600.", False),
        ("How much did the path cost?", "An estimated £600 was spent.", False),
        ("How much was the path expected to cost?", "The path was expected to cost £600.", False),
        ("How much does the path cost?", "The path will cost £600.", False),
        ("How much did the path cost?", "It was expected to pay, and in the end cost, the town £600.", False),
    ],
)
def test_what_is_expected_is_not_what_came_of_it(question: str, sentence: str, forecast: bool) -> None:
    assert only_forecast(question, sentence, sentence.index("£600")) is forecast


@pytest.mark.parametrize(
    ("question", "sentence", "gift"),
    [
        ("What did the roof cost?", "The county gave £600 towards the roof.", True),
        ("What did the roof cost?", "The county gave £600 of its own towards the roof.", True),
        ("What did the roof cost?", "The roof cost £600, and the county gave £90 towards it.", False),
        ("What did the roof cost?", "The roof cost £600.", False),
        ("How much did the county give towards the cost?", "The county gave £600 towards the roof.", False),
        ("How much was raised?", "The county gave £600 towards the roof.", False),
    ],
)
def test_a_gift_towards_something_is_not_what_it_costs(question: str, sentence: str, gift: bool) -> None:
    assert only_contribution(question, sentence, sentence.index("£600") + len("£600")) is gift


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("By how much will garage rents rise?", "Garages are charged VAT at 20%.", True),
        ("By how much will garage rents rise?", "Garage rents rise by 20%.", False),
        ("By how much did it grow?", "It was £6, compared with £5 then, £1 more.", False),
        ("By how many votes was it carried?", "It was carried by seven votes to two.", False),
        ("Who pays for it, and by how much?", "Garages are charged VAT at 20%.", False),
        ("How much will garage rents be?", "Garages are charged VAT at 20%.", False),
    ],
)
def test_by_how_much_something_changes_is_told_by_a_change(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_change(question, sentence) is lacks


def test_an_amendment_is_of_the_change_that_was_proposed_before() -> None:
    question, amendment = "By how much will fees rise?", "Ada Moor moved an amendment of 4%, which was carried."
    assert not lacks_change(question, amendment, "Ben Carr proposed a rise of 6%.")
    assert lacks_change(question, amendment, "Ben Carr proposed a charge of 6%.")
    assert lacks_change(question, "VAT is charged at 20%.", "Ben Carr proposed a rise of 6%.")


@pytest.mark.parametrize(
    ("question", "sentence", "promised"),
    [
        ("When did the shop open?", "Mrs Pell told the Council that she would open the shop on 2 May.", True),
        ("How much did the fund give?", "The fund had said that it would give £9,000.", True),
        ("When did the 14 begin to run?", "The company promised that it would begin in June.", True),
        ("When was the bridge mended?", "The county said it would mend the bridge by March.", True),
        ("What has she paid?", "She hoped that she would pay £40.", True),
        ("When will the shop open?", "She said that she would open the shop on 2 May.", False),
        ("What did the county promise to mend?", "The county promised that it would mend the bridge.", False),
        ("When did the shop open?", "It was agreed that the shop would open on 2 May.", False),
        ("When did the shop open?", "She said that the shop opened on 2 May.", False),
        ("When did the shop shut?", "She said that she would open the shop again in May.", False),
        ("When did they decide to open?", "They told us in May that they would open it.", False),
        ("How much was given?", "They said it would have given £9.", False),
    ],
)
def test_what_somebody_said_would_be_is_not_what_was(question: str, sentence: str, promised: bool) -> None:
    assert only_promised(question, sentence) is promised
