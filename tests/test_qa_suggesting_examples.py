"""Examples are drawn from the documents, and only such are offered as they answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from corpus.language.vocabulary import load
from index.snapshot import Snapshot
from qa.suggesting.examples import answered_examples, possible_examples

REPORT = (
    "# Inspection of {0} local authority children's services\n\nInspection dates: 1 to 5 {1} {2}\n\n"
    "# {3}\n\nIt was good."
)


@pytest.fixture(scope="module")
def held(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    reports = [
        {
            "title": f"Inspection of {place} local authority children's services",
            "text": REPORT.format(place, "May", year, "What needs to improve?"),
        }
        for place, year in (("Ashby", 2019), ("Thornby", 2022), ("Thornby", 2018))
    ]
    guide = (
        "# Guide\n\n# What happens now?\n\nSo.\n\n# Opening hours for all of us?\n\n"
        "# Can we move this forward?\n\nYes.\n\n# What should I do meanwhile?\n\nWait.\n\n"
        "# Will I be able to have one?\n\nYes.\n\n"
        "# How do I join? What do I need?\n\nA card.\n\n# Who may borrow a spade?\n\nI."
    )
    named = "# Rules\n\n# Who may join the Wendham Library Club?\n\nAll."
    return snapshot_of([*reports, {"title": "Guide", "text": guide}, {"title": "Rules", "text": named}])


def test_headings_that_are_questions_and_declared_forms_may_be_asked(held: Snapshot) -> None:
    questions = [question for kind in possible_examples(held) for question in kind]
    assert questions[0] == "Who may join the Wendham Library Club?" and "Who may borrow a spade?" in questions
    assert {"How was Thornby rated in 2022?", "How was Ashby rated in 2019?", "When was Thornby inspected?"} <= {
        *questions
    }
    assert not {
        "What needs to improve?",
        "What happens now?",
        "Will I be able to have one?",
        "Can we move this forward?",
        "What should I do meanwhile?",
        "How do I join? What do I need?",
        "Opening hours for all of us?",
        "How was Thornby rated in 2018?",
    } & {*questions}


def test_what_papers_list_is_asked_by_turns_with_reports_and_not_what_one_of_many_reports_does(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    rows = "| Licence | Fee |\n|---|---|\n| {} | £95 |\n"
    report = f"{REPORT.format('Ashby', 'May', 2019, 'Findings')}\n\n{rows.format('Second visit')}"
    snapshot = snapshot_of(
        [
            {"id": "a", "title": "Inspection of Ashby local authority children's services", "text": report},
            {"id": "b", "title": "Fees", "text": f"# Fees\n\n{rows.format('Boarding of cats')}"},
        ]
    )
    questions = [question for kind in possible_examples(snapshot) for question in kind]
    offered = answered_examples(snapshot, lambda _: True)
    snapshot.close()
    assert offered[:2] == ("What is the charge for boarding of cats?", "How was Ashby rated in 2019?")
    assert not any("second visit" in question for question in questions)


def test_only_what_is_answered_is_offered_and_no_more_than_four(held: Snapshot) -> None:
    asked: list[str] = []

    def is_answered(question: str) -> bool:
        asked.append(question)
        return "Thornby" in question

    assert all("Thornby" in question for question in answered_examples(held, is_answered))
    assert len(asked) == sum(map(len, possible_examples(held)))
    assert len(answered_examples(held, lambda _: True)) == 4
    assert answered_examples(held, lambda _: False) == ()


def test_what_is_offered_is_of_many_kinds_as_far_as_they_are_answered(held: Snapshot) -> None:
    asked: list[str] = []

    def is_answered(question: str) -> bool:
        asked.append(question)
        return question.startswith("When") or question == "How was Ashby rated in 2019?"

    offered = answered_examples(held, is_answered)
    assert sorted(offered) == [
        "How was Ashby rated in 2019?",
        "When was Ashby inspected?",
        "When was Thornby inspected?",
    ]
    first, second = (asked.index(f"When was {name} inspected?") for name in ("Ashby", "Thornby"))
    assert abs(first - second) > 3, "others have their turn between two of a kind"
    assert len({*asked}) == len(asked), "no question is asked twice"


def test_a_slow_machine_looks_for_one_example_and_no_more_once_the_time_is_up(held: Snapshot) -> None:
    asked: list[str] = []

    def is_third(question: str) -> bool:
        asked.append(question)
        return len(asked) == 3

    assert answered_examples(held, is_third, seconds=-1.0) == (asked[2],)
    assert len(asked) == 3


def test_every_form_needs_labels_that_are_there() -> None:
    for form in load("examples")["forms"]:
        assert form["question"].endswith("?") and "{" in form["question"] and form["when"]
