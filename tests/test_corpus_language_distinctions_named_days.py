"""Named days: where a paper tells of Christmas Eve, what is so on all days is not what is so on that one."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.named_days import is_told_of_day_elsewhere

DAILY = "The yard is open every day from 8am to 6pm, except Wednesdays."


@pytest.mark.parametrize(
    ("question", "sentence", "other", "expected"),
    [
        ("How late is the yard open on Christmas Eve?", DAILY, "On Christmas Eve the gates close at 2pm.", True),
        ("Is the yard open on bank holidays?", DAILY, "It is closed on bank holidays.", True),
        ("Do buses run on New Year's Day?", "Buses run Monday to Saturday.", "There are none on New Year’s Day.", True),
        ("Can I take rubbish on Wednesday?", "Asbestos is taken on Tuesdays only.", DAILY, True),
        ("Can I get a delivery on Saturday?", "Deliveries are made Monday to Friday.", "Saturdays cost £5 more.", True),
        ("Is the yard open on Boxing Day?", DAILY, "Vans may come before noon.", False),
        ("Is the yard open on Wednesdays?", DAILY, "On Wednesdays there is a market outside.", False),
        ("When does it open on Sundays?", "It is open every day from 9am.", "On Sundays there is a tour.", False),
        ("How late is the yard open on Christmas Eve?", DAILY, "On Christmas Eve there are carols.", False),
        ("Who spoke on Tuesday?", "Ada Moor spoke.", "They met on Tuesday.", False),
        ("How late is the yard open?", DAILY, "On Christmas Eve the gates close at 2pm.", False),
    ],
)
def test_a_day_that_is_told_of_elsewhere_is_no_other(question: str, sentence: str, other: str, expected: bool) -> None:
    assert is_told_of_day_elsewhere(question, sentence, "", [other]) is expected


def test_a_day_may_be_named_above_the_sentence() -> None:
    others = ["On Christmas Eve the gates close at 2pm."]
    assert not is_told_of_day_elsewhere("When does it open on Christmas Eve?", DAILY, "Christmas Eve", others)
