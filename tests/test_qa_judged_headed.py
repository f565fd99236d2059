"""A later paper that is headed by another grade makes what is known as the latest less sure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.judged_papers import WENDHAM_2017

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TEXT = "Seven years after it failed, its care of children is as it should be, says a report. Staff were thanked."


def rated(snapshot: Snapshot, question: str) -> tuple[Answer, list[str]]:
    answer = Assistant(HashingEncoder()).ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))
    return answer, [notice.text for notice in answer.notices if notice.kind == "later"]


def test_a_later_headline_with_another_grade_is_told(snapshot_of: Made) -> None:
    snapshot = snapshot_of(
        [WENDHAM_2017, {"title": "Wendham rated good at last", "text": TEXT, "published": "2024-10-09"}]
    )
    answer, told = rated(snapshot, "How is Wendham rated?")
    assert answer.answer and answer.confidence <= 0.5
    assert told == [
        "A later document, of 9 October 2024, is headed “Wendham rated good at last”: it may tell of another judgement."
    ]
    assert rated(snapshot, "How was Wendham rated in 2017?")[1] == []


def test_a_paper_that_recalls_the_old_grade_below_its_headline_tells_of_another(snapshot_of: Made) -> None:
    recalled = f"Wendham's children's services were judged inadequate in March 2017. {TEXT}"
    paper = {"title": "Wendham rated good at last", "text": recalled, "published": "2024-10-09"}
    answer, told = rated(snapshot_of([WENDHAM_2017, paper]), "How is Wendham rated?")
    assert answer.confidence <= 0.5 and len(told) == 1


def test_a_grade_that_the_paper_states_on_another_scale_is_not_that_of_its_headline(snapshot_of: Made) -> None:
    care = f"Wendham's care home was rated good overall by the Care Quality Commission in May 2024. {TEXT}"
    paper = {"title": "Wendham rated good at last", "text": care, "published": "2024-10-09"}
    snapshot = snapshot_of([WENDHAM_2017, paper])
    scales = {judgement.scale for document in snapshot.metadata for judgement in document.judgements}
    assert len(scales) == 2 and len(rated(snapshot, "How is Wendham rated?")[1]) == 1


def test_a_grade_that_the_paper_states_is_no_other(snapshot_of: Made) -> None:
    stated = f"Wendham's children's services were judged good in May 2012. {TEXT}"
    paper = {"title": "Wendham was rated good once", "text": stated, "published": "2024-10-09"}
    assert rated(snapshot_of([WENDHAM_2017, paper]), "How is Wendham rated?")[1] == []


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("Wendham rated inadequate", "2024-10-09"),
        ("Wendham rated good at last", "2017-04-09"),
        ("Marlow rated good at last", "2024-10-09"),
        ("Wendham thanks its staff", "2024-10-09"),
        ("Wendham: good practice in fostering", "2024-10-09"),
        ("Outstanding debts of Wendham", "2024-10-09"),
    ],
)
def test_other_headlines_say_nothing_of_it(snapshot_of: Made, title: str, published: str) -> None:
    snapshot = snapshot_of([WENDHAM_2017, {"title": title, "text": TEXT, "published": published}])
    answer, told = rated(snapshot, "How is Wendham rated?")
    assert answer.confidence > 0.5 and told == []
