"""A question that goes on from the one before is that one with the other name or time, or it is said why not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.snapshot import Snapshot
from qa.query import Interpretation
from qa.suggesting.follow_up import MOST_CHARS, can_follow, follow_up
from tests.query_corpora import read


@pytest.fixture
def understood(reports: Snapshot) -> Callable[[str], Interpretation]:
    return lambda question: read(question, reports).interpretation


@pytest.mark.parametrize(
    ("said", "before", "asked"),
    [
        ("What about Bolton?", "How was Sutton rated in 2019?", "How was Bolton rated in 2019?"),
        ("what about bolton", "How was Sutton rated?", "How was bolton rated?"),
        ("And for Bolton?", "What was Sutton's rating in 2019?", "What was Bolton's rating in 2019?"),
        ("And in 2017?", "How was Sutton rated in 2019?", "How was Sutton rated in 2017?"),
        ("What about 2017?", "How was Sutton rated?", "How was Sutton rated in 2017?"),
        ("What about 3023?", "How was Sutton rated in 2019?", "How was Sutton rated in 3023?"),
        ("And 2017?", "How was Sutton rated in 2019?", "How was Sutton rated in 2017?"),
        ("What about plot 2017?", "How was Sutton rated?", "How was plot 2017 rated?"),
        ("How about last year?", "How was Sutton rated in 2019?", "How was Sutton rated last year?"),
        ("And last year?", "How was Sutton rated", "How was Sutton rated last year"),
        ("What about Bolton in 2017?", "How was Sutton rated in 2019?", "How was Bolton rated in 2017?"),
        ("What about Redcar?", "How was Sutton rated?", "How was Redcar rated?"),
    ],
)
def test_the_other_name_or_time_takes_the_place_of_the_one_before(
    understood: Callable[[str], Interpretation], said: str, before: str, asked: str
) -> None:
    found = follow_up(said, before, understood)
    assert found and (found.question, found.why) == (asked, "")


@pytest.mark.parametrize(
    ("said", "before", "why"),
    [
        ("What about Bolton?", "How many parks are there?", "no name"),
        ("What about Bolton?", "How were Sutton and Brighton rated?", "more than one name"),
        ("And in 2017?", "How did Sutton change between 2018 and 2021?", "more than one time"),
    ],
)
def test_what_cannot_be_put_in_its_place_is_said(
    understood: Callable[[str], Interpretation], said: str, before: str, why: str
) -> None:
    found = follow_up(said, before, understood)
    assert found and found.question == "" and why in found.why and "Ask the whole question." in found.why


@pytest.mark.parametrize(
    ("said", "before"),
    [
        ("What about Bolton?", " "),
        ("How was Bolton rated?", "How was Sutton rated?"),
        ("What about?", "How was Sutton rated?"),
        ("What about " + "Bolton " * MOST_CHARS, "How was Sutton rated?"),
        ("android phones", "How was Sutton rated?"),
        ("And who led it?", "How was Sutton rated?"),
        ("And was Bolton rated good?", "How was Sutton rated?"),
        ("What about the others?", "How was Sutton rated?"),
    ],
)
def test_anything_else_is_a_question_of_its_own(
    understood: Callable[[str], Interpretation], said: str, before: str
) -> None:
    assert follow_up(said, before, understood) is None


@pytest.mark.parametrize(
    ("question", "is_offered"),
    [
        ("How was Sutton rated?", True),
        ("What happened in 2019?", True),
        ("How many parks are there?", False),
        ("How were Sutton and Brighton rated?", False),
    ],
)
def test_it_is_offered_where_something_can_be_replaced(
    understood: Callable[[str], Interpretation], question: str, is_offered: bool
) -> None:
    assert can_follow(understood(question)) is is_offered
