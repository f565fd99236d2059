"""What the command line prints of an answer, where a process of its own would tell no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from cli.printing import print_answer
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.answer import PartsCount
from qa.pipeline import Assistant
from qa.request import AskRequest

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture
def explained(snapshot_of: Made) -> Callable[..., str]:
    """What is printed for a question to two documents, with how it came about."""
    texts = {"Barrow": "The pool in Barrow was rated good.", "Dale": "The library in Dale was rated poor."}
    snapshot = snapshot_of(
        [{"title": f"Visit to {name}", "text": text, "published": "2018-03-05"} for name, text in texts.items()]
    )

    def printed(question: str, **more: Any) -> str:
        console = Console(file=StringIO(), width=200)
        print_answer(Assistant(HashingEncoder(), **more).ask(snapshot, AskRequest(question, explain=True)), console)
        assert isinstance(console.file, StringIO)
        return console.file.getvalue()

    return printed


def test_each_way_of_finding_candidates_is_named(explained: Callable[[str], str]) -> None:
    found = next(
        line for line in explained("How was the pool in Barrow rated?").splitlines() if line.startswith("Candidates")
    )
    for way in (
        "by words",
        "by vectors",
        "by words within the documents meant",
        "by vectors within them",
        "at their beginnings",
    ):
        assert f"1 {way}" in found or f"2 {way}" in found, found


@pytest.mark.parametrize(
    ("budget_ms", "told"),
    [(60_000, "the reranker read 2\n"), (0, "read 1 of 2, then its time ran out (QA_RERANKING_BUDGET_MS)\n")],
)
def test_where_the_time_of_the_reranker_ran_out_is_told(
    explained: Callable[..., str], budget_ms: int, told: str
) -> None:
    assert told in explained("What was rated?", reranker=OverlapReranker(), reranking_budget_ms=budget_ms)


def test_the_sentence_is_printed_in_one_line_with_the_words_that_answer_in_bold(snapshot_of: Made) -> None:
    answer = Assistant(HashingEncoder(), answer_confidence=0).ask(
        snapshot_of([{"title": "Visit", "text": "The pool\nwas rated good in\nMay."}]), AskRequest("good pool?")
    )
    assert answer.answer is not None and answer.answer.sentence.text == "The pool\nwas rated good in\nMay."
    start = answer.answer.sentence.text.index("good")
    short = replace(answer.answer, quote="good in\nMay", start=start, end=start + 11)
    for terminal, line in (
        (False, "“The pool was rated good in May.”"),
        (True, "“The pool was rated \x1b[1mgood in May\x1b[0m.”"),
    ):
        console = Console(
            file=StringIO(), width=200, force_terminal=terminal, color_system="standard" if terminal else None
        )
        print_answer(replace(answer, answer=short), console)
        assert isinstance(console.file, StringIO)
        assert console.file.getvalue().splitlines()[0] == line


def test_an_answer_is_printed_with_where_its_words_are_found_on_the_web(snapshot_of: Made) -> None:
    documents = [{"title": "Visit", "text": f"The pool was rated good in May.{' It is a long way down.' * 9}"}]
    for own in (None, "https://example.org/visit"):
        snapshot = snapshot_of([{**documents[0], **({"url": own} if own else {})}])
        answer = Assistant(HashingEncoder(), answer_confidence=0).ask(snapshot, AskRequest("good pool?"))
        console = Console(file=StringIO(), width=60)
        print_answer(answer, console)
        assert isinstance(console.file, StringIO) and answer.answer
        assert f"\n  {own or answer.answer.citation.link}\n" in console.file.getvalue()


def test_one_document_is_called_by_a_name(explained: Callable[[str], str]) -> None:
    assert "Name        Barrow: 1 document is called by it\n" in explained("How was the pool in Barrow rated?")


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("March 2018", ""),
        ("May 2018", ": no document dated just then, but some near it"),
        ("2017", ": no document dated then"),
    ],
)
def test_whether_documents_are_of_a_time_is_told(explained: Callable[[str], str], time: str, told: str) -> None:
    assert f"Time        {time}{told}\n" in explained(f"How was the pool in Barrow rated in {time}?")


def test_what_another_edition_says_is_printed_below_the_answer(snapshot_of: Made) -> None:
    fees = {"2019": "£45", "2023": "£52"}
    snapshot = snapshot_of(
        [
            {"title": f"Fees {year}", "published": f"{year}-04-01", "text": f"A day in the hall costs {fee}."}
            for year, fee in fees.items()
        ]
    )
    answer = Assistant(HashingEncoder(), answer_confidence=0).ask(
        snapshot, AskRequest("What does a day in the hall cost?")
    )
    console = Console(file=StringIO(), width=200)
    print_answer(answer, console)
    assert isinstance(console.file, StringIO)
    printed = console.file.getvalue()
    told, _, rest = printed.partition("\n“A day in the hall costs £52.”\n")
    assert (
        told.startswith(
            "This is as of 1 April 2023: the passages that were read hold nothing newer that is in force.\n"
        )
        and rest
    )
    assert "It replaces" in told
    assert "  Another edition of this document says: “A day in the hall costs £45.” Fees 2019" in printed


def test_each_half_of_a_question_is_printed_with_its_answer_or_that_it_has_none(snapshot_of: Made) -> None:
    text = "The pool at Mill Lane reopened on 3 May 2021. The lane is wide."
    question = "When did the pool at Mill Lane reopen, and which zebras graze there?"
    answer = Assistant(HashingEncoder()).ask(snapshot_of([{"title": "Pool", "text": text}]), AskRequest(question))
    console = Console(file=StringIO(), width=200)
    print_answer(answer, console)
    assert isinstance(console.file, StringIO)
    printed = console.file.getvalue()
    assert printed.startswith("One half of the question is not answered: “Which zebras graze there?”")
    assert "When did the pool at Mill Lane reopen?\n  The pool at Mill Lane reopened on 3 May 2021.\n" in printed
    assert "\n  Date: 3 May 2021\n" in printed
    assert "Which zebras graze there?\n  No answer." in printed


def test_a_half_that_a_list_answers_is_printed_with_all_its_points(snapshot_of: Made) -> None:
    text = "The pool at Mill Lane reopened on 3 May 2021."
    question = "When did the pool at Mill Lane reopen, and which zebras graze there?"
    answer = Assistant(HashingEncoder()).ask(snapshot_of([{"title": "Pool", "text": text}]), AskRequest(question))
    assert answer.answer is not None
    first, second = answer.answer.parts
    points = tuple(replace(first, quote=words, label="You need:", sentence=None) for words in ("a bag", "a hat"))
    halves = replace(first, parts=points, counted=PartsCount(2, 3)), second
    console = Console(file=StringIO(), width=200)
    print_answer(replace(answer, answer=replace(answer.answer, parts=halves)), console)
    assert isinstance(console.file, StringIO)
    assert "\n  The first 2 of 3 points of “You need”:\n    a bag\n    a hat\n" in console.file.getvalue()


def test_copies_of_a_passage_are_named_below_it(snapshot_of: Made) -> None:
    text = "The pool in Barrow was rated good."
    papers = [{"title": title, "text": text} for title in ("Visit", "Visit")]
    console = Console(file=StringIO(), width=200)
    print_answer(Assistant(HashingEncoder()).ask(snapshot_of(papers), AskRequest("How was the pool rated?")), console)
    assert isinstance(console.file, StringIO)
    assert "   Also in: Visit" in console.file.getvalue()
