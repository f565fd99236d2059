"""What somebody says of themselves is not the case that a rule is for."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.circumstances import is_for_the_other_case


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("We aren't married, can I come alone?", "If the parents are married, either of them can come alone."),
        ("We are married. Who must come?", "Parents who are not married must both come."),
        ("I'm not a member. What do I pay?", "If you are a member you pay £3."),
        ("My child has a packed lunch. What is she given?", "Children who do not have a packed lunch get a sandwich."),
        ("There's flooding at a pump, who do I ring?", "For a Level 2 (a pump down, no flooding) ring the customer."),
        (
            "There's flooding at a pump at 3am: I ring: how soon?",
            "For a Level 2 (a pump down, no flooding) ring in 30 minutes.",
        ),
        ("There is no smoke but the alarm sounds. What now?", "If there is smoke, leave by the nearest door."),
        ("I have a licence. When do I apply?", "If you do not hold a licence you must apply by 1 May."),
        ("I haven't got a ticket, where do I go?", "Those with a ticket go to gate 2."),
        ("He is deaf. Whom does he tell?", "Staff who are not deaf ring the desk."),
        ("My son doesn't have asthma. How long does he stay?", "A child with asthma stays for an hour."),
    ],
)
def test_a_rule_is_for_the_other_case(question: str, said: str) -> None:
    assert is_for_the_other_case(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("We are married, can I come alone?", "If the parents are married, either of them can come alone."),
        ("We aren't married, who must come?", "If the parents are married, one may. If they are not, both must come."),
        ("We aren't married, who must come?", "If the parents are married, one may come, otherwise both must."),
        ("I'm not a member. What do I pay?", "Those who are not members pay £6."),
        ("I'm not a member. What do I pay?", "Members pay £3 and others £6."),
        ("I'm not a member. How do I join?", "Members are elected in May."),
        ("I don't have a licence. When do I apply?", "If you do not hold a licence you must apply by 1 May."),
        ("Do I need a ticket?", "People without a ticket pay £5."),
        ("What happens to a dog?", "If there is no lead, dogs must stay outside."),
        ("I'm ill. Whom do I ring?", "If you are not well, ring the desk."),
        ("I have no computer. Where can I apply?", "You can apply at the library, where computers are free."),
        ("I am not a member. How much is a swim?", "A swim is £4, or £3 for members."),
        ("I have no bank account. How can I pay?", "You can pay at any shop, or with a bank account by phone."),
        ("We have no garden. Where does food go?", "People with a garden have a heap; food goes in the brown bin."),
        ("I'm not from the town. Whom do I ring?", "People from the town ring 101, anyone else 102."),
        ("We have no bin. How do we get one?", "Households that need a bin order it by phone."),
        ("I'm not a member. What do I pay?", "A swim costs those who are members £3."),
        ("I have a licence. When do I apply?", "Those who do not work here and hold a licence apply by May."),
        ("I have no old blue rubber ball. What now?", "If you have an old blue rubber ball, throw it."),
        ("I have no permit. How do I get one?", "If you want a permit, write to the office."),
    ],
)
def test_a_rule_is_for_the_case_told_or_for_both(question: str, said: str) -> None:
    assert not is_for_the_other_case(question, said)
