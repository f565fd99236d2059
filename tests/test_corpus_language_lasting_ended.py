"""A rule that was lifted, withdrawn or scrapped holds no more; one that somebody wanted to end still does."""

from __future__ import annotations

import pytest

from corpus.language.lasting.ended import ended, tells_of_kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Resolved that the ban on barbecues on the Green be lifted with immediate effect.", "ban"),
        ("The hosepipe ban was lifted on 3 May 2026.", "ban"),
        ("Ban on ball games lifted.", "ban"),
        ("77/26 Barbecues. Ban on barbecues on the Green lifted.", "ban"),
        ("It was agreed to scrap the £5 booking fee.", "charge"),
        ("The governors dropped the charge for the minibus.", "charge"),
        ("The charge for cars and vans has been withdrawn.", "charge"),
        ("The one-way system in Mill Lane has now been removed.", "scheme"),
        ("The 20 mph limit in Mill Lane was revoked.", "limit"),
        ("The rule on hats no longer applies.", "rule"),
        ("The closure of the footbridge has ended.", "closure"),
    ],
)
def test_a_sentence_tells_that_a_rule_ended(sentence: str, kind: str) -> None:
    told = ended(sentence)
    assert told and told.kind == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The council refused to lift the ban on barbecues.",
        "The ban on barbecues was not lifted.",
        "A motion that the ban be lifted was lost.",
        "Members asked that the ban be lifted.",
        "The ban may be lifted.",
        "If the ban was lifted, the grass would suffer.",
        "The ban was lifted for one day.",
        "The charge for cars that are removed by a truck is £40.",
        "Bikes must be removed by Friday.",
        "The charge was raised and the bins were removed.",
        "The meeting ended at noon with a hymn.",
        "Barbecues are banned on the Green.",
        "The ban starts on 1 May.",
        "The fee was lowered to £2.",
        "Fee for swimming lessons cancelled at short notice: £10.",
        "Charge for pallets lifted: £5.",
        "The council scrapped the fee increase.",
        "It was agreed to withdraw the charge increase.",
        "The parking charge increase was scrapped.",
        "The contractor removed the speed limit signs.",
        "The ban was lifted on Sundays only.",
    ],
)
def test_what_was_not_ended_or_not_yet_is_not_told_as_ended(sentence: str) -> None:
    assert ended(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Resolved that the ban on barbecues on the Green be lifted.", "ban on barbecues on the Green be lifted."),
        ("It was agreed to scrap the £5 booking fee of the hall.", "hall."),
        ("The evening charge for holders of a badge was waived.", "evening charge for holders of a badge was waived."),
    ],
)
def test_what_the_rule_was_of_is_told_from_its_article_on(sentence: str, told: str) -> None:
    found = ended(sentence)
    assert found and sentence[found.start :].endswith(told)


@pytest.mark.parametrize(
    ("sentence", "kind", "told"),
    [
        ("Barbecues are not allowed on the Green.", "ban", True),
        ("Parking costs £2 a day.", "charge", True),
        ("Parking costs £2 a day.", "ban", False),
        ("Dogs must be kept on leads.", "rule", True),
        ("The bench is by the pond.", "ban", False),
    ],
)
def test_a_rule_is_told_in_other_words_too(sentence: str, kind: str, told: bool) -> None:
    assert tells_of_kind(sentence, kind) is told
