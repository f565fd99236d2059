"""Turned words: what is said of the contrary."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.turned import is_turned, tells_only_contrary


@pytest.mark.parametrize(
    ("question", "said", "turned"),
    [
        ("How many unpaid days are there?", "There are 25 paid days.", True),
        ("How many paid days are there?", "There are ten unpaid days.", True),
        ("How many unpaid days are there?", "There are 25 paid and ten unpaid days.", False),
        ("How many paid and unpaid days are there?", "There are 25 paid days.", False),
        ("What do non-members pay?", "Members | 4", True),
        ("What do members pay?", "Non-members | 4", True),
        ("burial plot for non parishioner", "Burial plot, parishioner | £500", True),
        ("What does it cost if I am not a member?", "Members | 4", True),
        ("What does it cost if I'm not a member?", "Non-members | 4", False),
        ("What does it cost off-peak?", "Peak", True),
        ("What does it cost off-peak?", "Off-peak", False),
        ("When is the gate locked?", "It is unlocked at six.", True),
        ("Which absence is unauthorised?", "Absence that is not authorised is written down.", False),
        ("What if I am unable to come?", "We are able to help.", False),
        ("What happens if I can't pay?", "Those who pay late are called.", False),
        ("What is the limit?", "Visits are unlimited.", False),
        ("What do non-members pay?", "Nonmembers pay £4, members £3.", False),
        ("Who are the members?", "The club has members.", False),
    ],
)
def test_a_word_for_the_contrary_is_not_the_word(question: str, said: str, turned: bool) -> None:
    assert is_turned(question, said) is turned


def test_what_is_said_of_all_others_tells_of_the_contrary_too() -> None:
    assert tells_only_contrary("What do non-residents pay?", "Residents pay £3.")
    assert not tells_only_contrary("What does it cost if I am not a member?", "Lane | Non-members | £4")
    assert not tells_only_contrary("How do I join if I am not a member?", "To become a member, write to us.")
    assert not tells_only_contrary("How many unfilled posts are there?", "There are ten posts to be filled.")
    assert not tells_only_contrary("What do non-residents pay?", "Residents pay £3, everyone else £5.")
    assert not tells_only_contrary("How common are cramps?", "Uncommon (up to 1 in 100): itching, cramps")
    assert not tells_only_contrary("how safe is the ladder", "The ladder is unsafe above the third rung.")
    assert tells_only_contrary("How much is a safe ladder?", "An unsafe ladder is £3.")


def test_a_short_word_is_no_contrary_of_one_that_ends_with_it() -> None:
    assert is_turned("When is paid leave taken?", "Unpaid leave costs £4.")
    assert not is_turned("When is the rent due?", "Undue delay costs £4.")


@pytest.mark.parametrize(
    ("question", "sentence", "only"),
    [
        ("When do folded bikes travel?", "Bikes that are not folded travel only after 7 pm.", True),
        ("When may registered carers park?", "Carers who have not registered may park from noon.", True),
        ("When must insured vans be back?", "Vans that aren't insured must be back by noon.", True),
        ("What does a vaccinated cat cost?", "Cats which are not yet vaccinated cost £9 a night.", True),
        ("How long may residents stay?", "Visitors who are not residents may stay an hour.", True),
        ("When may bikes that are not folded travel?", "Bikes that are not folded travel after 7 pm.", False),
        ("When do folded bikes travel?", "Folded bikes and those that are not folded travel at noon.", False),
        (
            "What happens if a child is collected late?",
            "A child who is not collected by six goes to the office.",
            False,
        ),
        ("When do bikes travel?", "Bikes that are not folded travel after 7 pm.", False),
        ("Which cells do not attack directly?", "T cells are those which do not directly attack them.", False),
        ("Which cells attack directly?", "T cells are those which do not directly attack them.", True),
        ("Who are the un-elected members?", "The aldermen are the unelected members.", False),
        ("Who are the un-elected members?", "The aldermen are the elected members.", True),
    ],
)
def test_what_is_told_of_those_who_are_not_so_is_told_of_no_others(question: str, sentence: str, only: bool) -> None:
    assert tells_only_contrary(question, sentence) is only
