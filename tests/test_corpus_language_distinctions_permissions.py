"""Permissions: what may be done is not told by what may not, nor the other way round."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.permissions import permits_otherwise


@pytest.mark.parametrize(
    ("question", "sentence", "otherwise"),
    [
        ("What may I buy with the grant?", "The grant cannot be used for:\nsofas", True),
        ("What may I buy with the grant?", "It can be used for desks.", False),
        ("What can the grant not be used for?", "It can be used for desks.", True),
        ("What can the grant not be used for?", "It must not be spent on sofas.", False),
        ("What may I buy with the grant?", "It can be used for desks but cannot be used for sofas.", False),
        ("What may I buy with the grant?", "The grant pays for desks.", False),
        ("Where are dogs allowed?", "Dogs are not allowed in the hall.", True),
        ("Where do dogs sleep?", "Dogs are not allowed in the hall.", False),
        ("How much can I claim a night?", "A claim must not exceed £90 a night.", False),
        ("How long can I park there?", "You must not stay longer than two hours.", False),
        ("Where can I smoke?", "Smoking is prohibited except in the shelter.", False),
        ("What was agreed in May?", "Dogs must not be let into the hall.", False),
        ("what was agreed in may 2023?", "Dogs must not be let into the hall.", False),
        ("When was the last May fair?", "The fair should not be missed.", False),
        ("What must I not bring to the May fair?", "The fair of the 3rd of May was full.", False),
        ("Who isn't allowed to apply?", "Firms may not apply.", False),
        ("Who isn’t allowed to apply?", "Clubs may apply.", True),
        ("When can boats not go out?", "Boats must not go out in fog.", False),
        ("When can boats not go out?", "Boats may go out at dawn.", True),
        ("When can boats go out?", "Boats must not go out in fog.", True),
        ("When can I apply again?", "You cannot apply again for six months.", False),
        ("How soon may I claim?", "You may not claim within two weeks of your first day.", False),
        ("When may dogs come in?", "Dogs are not allowed until 1 October.", False),
        ("When can we move in?", "Nobody may move in before the roof is finished.", False),
        ("How long before I can ride?", "Riding is not allowed for ten days.", False),
        ("When may dogs come in?", "Dogs are not allowed in the hall.", True),
        ("What can I bring?", "You cannot bring dogs until 1 October.", True),
        ("May dogs come in?", "Dogs are not allowed.", True),
        ("Where may dogs come in?", "In May dogs are not allowed.", True),
        ("Where can't I smoke?", "You may smoke in every yard but the stable yard.", False),
        ("Which days can I not park?", "You can park there on any day but Friday.", False),
        ("Where can dogs not go?", "Dogs may be taken anywhere except the dunes.", False),
        ("What may I not paint?", "Tenants may paint all walls other than the hall's.", False),
        ("Where can't I smoke?", "You may smoke in every yard.", True),
        ("Where can't I smoke?", "You may smoke in the yard, but please be tidy.", True),
        ("Who found that tides can be told ahead?", "It would not be shown until Ames drew up the tables.", False),
        ("Which dogs can come in?", "Large dogs will not be let in.", True),
        ("How close to a school can a van park?", "Vans may not stop within 100 metres of a school.", False),
        ("How near the reeds can I light a fire?", "Fires are not allowed within fifty metres of reeds.", False),
        (
            "Why can't I build a shed?",
            "No shed, porch or wall shall be built.\nReason: permitted plots are small.",
            False,
        ),
        ("Where can I build a shed?", "No sheds shall be built.", True),
        ("Where can a van park?", "Vans may not stop within 100 metres of a school.", True),
        ("How close to a school can a van park?", "Vans may not stop by a school.", True),
    ],
)
def test_what_may_be_done_is_told_from_what_may_not(question: str, sentence: str, otherwise: bool) -> None:
    assert permits_otherwise(question, sentence) is otherwise


@pytest.mark.parametrize(
    ("question", "sentence", "otherwise"),
    [
        ("What can I carry in the cabin?", "Paint may be carried neither in the cabin nor in the hold.", True),
        ("Which bags are allowed on deck?", "Wheeled bags are allowed neither on deck nor below.", True),
        ("Where may I smoke?", "Smoking is permitted neither in the yard nor in the bar.", True),
        ("What can I keep on the plot?", "You may keep neither hens nor bees.", True),
        ("Who may vote?", "Neither guests nor juniors may vote.", True),
        ("Who may not vote?", "Neither guests nor juniors may vote.", False),
        ("What may I not bring in?", "Neither pens nor bags may be brought in.", False),
        ("What may I bring in?", "You may bring in pencils, but neither pens nor bags.", False),
        ("What may I bring in?", "Bags may be brought in.", False),
    ],
)
def test_neither_of_two_is_permitted(question: str, sentence: str, otherwise: bool) -> None:
    assert permits_otherwise(question, sentence) is otherwise


@pytest.mark.parametrize(
    ("question", "words", "denied"),
    [
        ("What may be borrowed?", "neither tables nor stools", True),
        ("What may not be borrowed?", "neither tables nor stools", False),
        ("What can I not bring in?", "Neither glitter nor candles may be brought in.", False),
        ("What may be borrowed?", "Chairs but neither tables nor stools may be borrowed.", False),
        ("What was bought?", "neither tables nor stools", False),
    ],
)
def test_what_is_denied_alone_is_not_what_may_be(question: str, words: str, denied: bool) -> None:
    assert permits_otherwise(question, f"Chairs may be borrowed, {words}.", words) is denied
