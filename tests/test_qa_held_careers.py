"""Where somebody was at a time is told by what a document about that one says of the times around it."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS = {
    "moss.md": """# Ada Moss

Ada Moss (born 14 March 1981) is a former footballer who played as a midfielder.

## Club career

Moss signed her first contract with Hale Town in 1998. In the summer of 2001 she moved to Tarn Athletic for a fee of
£1.2 million. She spent the second half of the 2002-03 season on loan at Marrow Vale, scoring four goals.

In July 2005 she joined Ostrava. She left the Spanish side in 2008 and signed for Brack Rovers, where she was captain
until 2011.

## Coaching

Moss was assistant manager of Marrow Vale from 2015 to 2018.
""",
    "brand.md": """# Ilse Brand

Ilse Brand was a politician. She represented the constituency of East Tarn in the Assembly from 1966 to 1992.

## Posts

In 1972 Olaf Stenn appointed her Minister of Transport, a post that she held until 1975. She then served as Minister
of Health from 1975 to 1977. In 1981 she became Minister of Finance. She resigned in March 1985.

## Books

She wrote The Long Tide in 1987 and The White Foam in 1989.
""",
    "john-pell.md": "# John Pell\n\nJohn Pell was a footballer. He played for Wick Town from 1946 to 1951.\n",
    "tom-pell.md": (
        "# Tom Pell\n\nTom Pell (born 1920) was a footballer. He played for Marl from 1945 to 1952 and for Stoke from "
        "1953 to 1959.\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29)))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Who did Ada Moss play for in 2000?", "Hale Town"),
        ("Which club did Ada Moss play for in 2004?", "Tarn Athletic"),
        ("Where was Ada Moss on loan in 2003?", "Marrow Vale"),
        ("Which club did Ada Moss play for between 2009 and 2010?", "Brack Rovers"),
        ("Who did Ada Moss play for before Tarn Athletic?", "Hale Town"),
        ("Which club was Ada Moss assistant manager of in 2016?", "Marrow Vale"),
        ("What was Ilse Brand minister of in 1983?", "Finance"),
        ("Which constituency did Ilse Brand represent in 1980?", "constituency of East Tarn in the Assembly"),
    ],
)
def test_what_held_at_a_time_answers(assistant: Assistant, papers: Snapshot, question: str, quote: str) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.answer.quote == quote
    assert answer.confidence >= 0.8


@pytest.mark.parametrize(
    "question",
    [
        "Who did Ada Moss play for in 1995?",
        "Who did Ada Moss play for in 2017?",
        "Which club was Ada Moss assistant manager of in 2012?",
        "What was Ilse Brand minister of in 1979?",
        "Which constituency did Ilse Brand represent in 1995?",
    ],
)
def test_other_times_answer_nothing(assistant: Assistant, papers: Snapshot, question: str) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is None and answer.confidence == 0


def test_a_document_of_very_many_passages_is_not_gone_through(
    assistant: Assistant, tmp_path_factory: pytest.TempPathFactory
) -> None:
    notes = "".join(f"\n\n## Season {number}\n\nShe trained on most days of the week." for number in range(240))
    papers = {**PAPERS, "moss.md": PAPERS["moss.md"] + notes}
    snapshot = open_papers(papers, tmp_path_factory.mktemp("long"), assistant.encoder)
    answer = ask(assistant, snapshot, "Who did Ada Moss play for in 2000?")
    assert answer.answer is None or answer.confidence < 0.8


def test_a_name_of_many_documents_is_no_one_somebodys(
    assistant: Assistant, tmp_path_factory: pytest.TempPathFactory
) -> None:
    players = {
        f"{name}.md": f"# {name} Moss\n\n{name} Moss signed a contract with {club} in 1998. In 2001 she left.\n"
        for name, club in (("Ada", "Hale Town"), ("Bea", "Marrow Vale"), ("Cyd", "Wick United"), ("Dot", "Penn City"))
    }
    others = {
        f"{place}.md": f"# {place.title()}\n\nThe {place} has a red door.\n"
        for place in "barn hall hut inn mill".split()
    }
    snapshot = open_papers({**players, **others}, tmp_path_factory.mktemp("many"), assistant.encoder)
    assert ask(assistant, snapshot, "Who did Moss play for in 2000?").answer is None


def test_who_did_something_is_told_by_other_words(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Who appointed Ilse Brand Minister of Transport in 1972?")
    assert answer.answer and "Olaf Stenn" in answer.answer.quote


@pytest.mark.parametrize(("year", "book"), [(1987, "The Long Tide"), (1989, "The White Foam")])
def test_words_that_tell_of_the_time_itself_still_answer(
    assistant: Assistant, papers: Snapshot, year: int, book: str
) -> None:
    answer = ask(assistant, papers, f"What did Ilse Brand write in {year}?")
    assert answer.answer and book.removeprefix("The ") in answer.answer.quote


def test_what_is_shown_has_no_notice_on_other_words(assistant: Assistant, papers: Snapshot) -> None:
    assert not ask(assistant, papers, "Who did Ada Moss play for in 2003?").notices


def test_that_a_year_is_told_of_is_not_denied(assistant: Assistant, papers: Snapshot) -> None:
    assert ask(assistant, papers, "Which newspaper did Ilse Brand write for in 1970?").reason == "not_answered"
    assert ask(assistant, papers, "Which newspaper did Ilse Brand write for in 1912?").reason == "date_not_covered"


def test_of_a_year_of_two_clubs_the_longer_one_is_no_surer_than_not(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Who did Ada Moss play for in 2005?")
    assert answer.answer and answer.answer.quote in ("Tarn Athletic", "Ostrava")
    shown = {answer.answer.quote, *(other.quote for other in answer.alternatives)}
    assert {"Tarn Athletic", "Ostrava"} <= shown


def test_of_two_of_a_name_neither_is_surely_meant(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Who did Pell play for in 1950?")
    assert answer.answer and answer.confidence <= 0.5
    assert {answer.answer.quote, *(other.quote for other in answer.alternatives)} == {"Wick Town", "Marl"}
    assert [notice.kind for notice in answer.notices] == ["conflict"]


@pytest.mark.parametrize(
    ("question", "quote"),
    [("Who did Tom Pell play for in 1950?", "Marl"), ("Who did Pell play for in 1957?", "Stoke")],
)
def test_one_of_a_name_is_named_or_alone_did_so_then(
    assistant: Assistant, papers: Snapshot, question: str, quote: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.answer.quote == quote and answer.confidence >= 0.8
    assert not answer.notices
