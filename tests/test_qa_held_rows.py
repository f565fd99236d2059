"""The rows of a table tell what is so at several times, now and then."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.wording import beside_in_words, lead_in_words, words_beside

PAPERS = {
    "pay.md": (
        "# Pay of casual staff\n\nVersion of 20 August 2026\n\nThe hourly rates of casual staff are these.\n\n"
        "| Date effective | Hourly rate |\n|---|---|\n| April 2023 | £11.10 |\n| April 2024 | £11.80 |\n"
        "| April 2025 | £12.45 |\n| April 2026 | £13.05 |\n| April 2027 | £13.60 |\n"
    ),
    "chairs.md": (
        "# Chairs of the allotment society\n\nUpdated 2 February 2026\n\n"
        "| Year | Chair | Secretary |\n|---|---|---|\n| 2017 to 2019 | Petra Lund | Ivan Moss |\n"
        "| 2020 to 2023 | Colin Abara | Ivan Moss |\n| 2024 to date | Sheila Trent | Ruth Quill |\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("What are casual staff paid an hour?", "£13.05"),
        ("current hourly rate for casual staff", "£13.05"),
        ("What was the hourly rate of casual staff in June 2024?", "£11.80"),
        ("What is the hourly rate of casual staff from May 2027 to June 2027?", "£13.60"),
        ("Who is the chair of the allotment society?", "Sheila Trent"),
        ("Who was the chair of the allotment society in 2018?", "Petra Lund"),
        ("Who was secretary of the allotment society in 2022?", "Ivan Moss"),
        ("Who was the previous chair of the allotment society?", "Colin Abara"),
    ],
)
def test_the_row_of_the_time_asked_about_answers(
    assistant: Assistant, papers: Snapshot, question: str, quote: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.answer.quote == quote


def test_what_held_before_stands_beside_it(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "What are casual staff paid an hour?")
    assert [other.quote for other in answer.alternatives] == ["£12.45", "£11.80", "£11.10"]


@pytest.mark.parametrize(
    "question",
    ["What was the hourly rate of casual staff in 2021?", "Who was the chair of the allotment society in 2011?"],
)
def test_before_the_first_row_nothing_is_known(assistant: Assistant, papers: Snapshot, question: str) -> None:
    assert ask(assistant, papers, question).answer is None


@pytest.mark.parametrize(
    ("question", "label", "before", "words"),
    [
        ("What are casual staff paid an hour?", "April 2026, Hourly rate", "April 2025, Hourly rate", "£12.45"),
        ("Who is the chair of the allotment society?", "2024 to date, Chair", "2020 to 2023, Chair", "Colin Abara"),
        (
            "Who is secretary of the allotment society?",
            "2024 to date, Secretary",
            "2020 to 2023, Secretary",
            "Ivan Moss",
        ),
    ],
)
def test_a_cell_of_an_earlier_row_is_named_as_that_which_answers_is(
    assistant: Assistant, papers: Snapshot, question: str, label: str, before: str, words: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.answer.parts[0].label == label
    other = answer.alternatives[0]
    assert (other.label, other.quote, words_beside(other)) == (before, words, words)
    assert lead_in_words(other) == f"Before that ({before})"
    assert f"Before that ({before}): “{words}”" in " ".join(beside_in_words(answer))
