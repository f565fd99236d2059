"""Exchange checks: what is told of another side, doer, place or letter than is asked about is no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from tests.words_shown import no_answer

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    people = "Bea Carr met Ada Moor. Then Bea Carr left, and Ada Moor stayed."
    return snapshot_of([{"title": "Pool", "text": "The pool is warm."}, {"title": "People", "text": people}])


@pytest.mark.parametrize(
    ("question", "text", "rejected"),
    [
        ("How many more germs did copper carry?", "Copper carried 83% fewer germs than plastic.", True),
        ("How many fewer germs did copper carry?", "Copper carried 83% fewer germs than plastic.", False),
        ("Which plant set more seeds?", "Thistles set 13% fewer seeds.", True),
        ("Did thistles set more seeds?", "Thistles set 13% fewer seeds.", False),
        ("Did thistles set more seeds or fewer seeds?", "Thistles set 13% fewer seeds.", False),
        ("When did Ada Moor open the shop?", "The shop, opened in 1898 by her uncle Elias Carr, shuts.", True),
        ("Did Ada Moor open the shop?", "The shop, opened in 1898 by her uncle Elias Carr, shuts.", False),
        ("When was the shop built by Moor Homes?", "The shop was built in 1898.", True),
        ("How many aunts does Ada Moor have?", "Bea Carr, who has two aunts, spoke.", True),
        ("What does Ada Moor read at Wick?", "Ada Moor reads law at Cole.", True),
        ("What does Ada Moor read at Cole?", "Ada Moor reads law at Cole.", False),
        ("Does Ada Moor read law at Wick?", "Ada Moor reads law at Cole.", False),
        ("How much is a hepatitis A jab?", "A hepatitis B jab costs £45.", True),
        ("How much is a hepatitis B jab?", "A hepatitis B jab costs £45.", False),
        ("I'm not a diver. When may I swim?", "If you are a diver you may swim at 8am.", True),
        ("I'm not a diver. May I swim?", "If you are a diver you may swim at 8am.", False),
        ("I'm a diver. When may I swim?", "If you are a diver you may swim at 8am.", False),
        ("How many aims does the charter not declare?", "The charter declares 30 aims.", True),
        ("The acts of which body begin so?", "Acts of the council do not begin so.", True),
        ("Do acts of the council begin so?", "Acts of the council do not begin so.", False),
        ("Does the county pay the bill or does the council pay?", "It is not paid by the county.", False),
        ("Why did the shop shut?", "Neither rent nor rates were the reason.", True),
        ("Was the rent the reason?", "Neither rent nor rates were the reason.", False),
    ],
)
def test_what_is_told_of_another_is_no_answer(papers: Snapshot, question: str, text: str, rejected: bool) -> None:
    assert no_answer(papers, question, text, text) is rejected


def test_the_title_may_name_the_place(papers: Snapshot) -> None:
    said = "A hall was built in Church Road."
    assert no_answer(papers, "What was built in Wick?", said, said)
    assert not no_answer(papers, "What was built in Wick?", said, said, title="News from Wick")


def test_what_is_done_to_another_thing_is_no_answer(snapshot_of: Made) -> None:
    rotas = "Rotas must be kept by the matron for a year."
    paper = f"Clerks must keep the logs for two years. {rotas}"
    snapshot = snapshot_of([{"id": "report", "title": "Papers", "text": paper}])
    assert no_answer(snapshot, "How long must the matron keep the logs?", rotas, rotas)
    assert not no_answer(snapshot, "How long must the matron keep the rotas?", rotas, rotas)
    assert not no_answer(snapshot, "Must the matron keep the logs?", rotas, rotas)
