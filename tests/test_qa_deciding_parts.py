"""A list that answers is given with all its items and no more, and a cell with the names of its row and column."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import Snapshot, open_snapshot
from qa.answer import Quote, Sentence
from qa.deciding.parts import MOST_ITEMS, with_parts
from qa.passages.asked import Asked
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest

ASSISTANT = Assistant(HashingEncoder(), answer_confidence=0.0)
ITEMS = [f"Item {number} of the kit" for number in range(1, MOST_ITEMS + 3)]
PAPERS = {
    "hall.md": (
        "# Hall\n\nTo book the hall you need:\n\n- a photograph\n- a deposit\n- two names\n\n"
        "The hall is painted white.\n\n"
        "Systems must be used in ways that maintain:\n\n- safety from thieves\n- the law\n- peace in summer\n"
    ),
    "bays.md": "# Bays\n\n| Bay | Keeper |\n| --- | --- |\n"
    + "\n".join(f"| Bay {number} | Keeper of the lock by the gate {number} |" for number in range(1, 31))
    + "\n",
    "locks.md": "# Locks\n\n| Lock | Keeper |\n| --- | --- |\n"
    + "".join(f"| Lock {number} | Keeper of the lock by the gate and its lamp {number} |\n" for number in range(1, 31)),
    "kit.md": "# Kit\n\nThe mountain kit holds:\n\n" + "\n".join(f"- {item}" for item in ITEMS) + "\n",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    work = tmp_path_factory.mktemp("parts")
    (work / "papers").mkdir()
    for name, text in PAPERS.items():
        (work / "papers" / name).write_text(text, encoding="utf-8")
    build([work / "papers"], work / "index", HashingEncoder())
    return open_snapshot(work / "index", HashingEncoder())


def answered(question: str, papers: Snapshot) -> Quote:
    answer = ASSISTANT.ask(papers, AskRequest(question))
    assert answer.answer is not None
    for part in answer.answer.parts:
        document = papers.document(part.document_id or "")
        assert document is not None and part.citation is not None
        assert document.text[part.start : part.end] == part.quote
        assert (part.citation.start, part.citation.end) == (part.start, part.end)
    return answer.answer


def test_a_list_is_given_whole_with_what_leads_into_it(papers: Snapshot) -> None:
    quote = answered("What do you need to book the hall?", papers)
    assert [part.quote for part in quote.parts] == ["a photograph", "a deposit", "two names"]
    assert {part.label for part in quote.parts} == {"To book the hall you need:"}
    assert quote.completeness == "whole" and quote.counted is not None
    assert (quote.counted.given, quote.counted.all) == (3, 3)


def test_of_a_long_list_it_is_said_how_many_items_there_are(papers: Snapshot) -> None:
    quote = answered("What does the mountain kit hold?", papers)
    assert len(quote.parts) == MOST_ITEMS and quote.completeness == "part"
    assert quote.counted is not None and (quote.counted.given, quote.counted.all) == (MOST_ITEMS, len(ITEMS))


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("What is the first thing you need to book the hall?", ["a photograph"]),
        ("What are the first two things you need to book the hall?", ["a photograph", "a deposit"]),
        ("What are the first 2 requirements to book the hall?", ["a photograph", "a deposit"]),
        ("What are the first nine things you need to book the hall?", ["a photograph", "a deposit", "two names"]),
    ],
)
def test_the_first_items_alone_are_given_where_they_are_asked_for(
    papers: Snapshot, question: str, items: list[str]
) -> None:
    quote = answered(question, papers)
    assert quote.quote == quote.sentence.text == "\n".join(items)
    assert [part.quote for part in quote.parts] == items
    assert quote.counted is not None and (quote.counted.given, quote.counted.all) == (len(items), 3)
    assert quote.completeness == ("whole" if len(items) == 3 else "part")


@pytest.mark.parametrize(
    "question", ["What do you need first of all to book the hall?", "What must the first booking have?"]
)
def test_another_first_is_no_item(papers: Snapshot, question: str) -> None:
    quote = answered(question, papers)
    assert quote.counted is None or quote.counted.given == quote.counted.all


def test_a_sentence_beside_a_list_has_no_parts(papers: Snapshot) -> None:
    quote = answered("Is the hall painted white?", papers)
    assert (quote.parts, quote.counted, quote.completeness) == ((), None, "whole")


def test_one_item_gives_its_list_where_the_question_is_of_what_leads_into_it(papers: Snapshot) -> None:
    quote = answered("What must the ways in which systems are used maintain?", papers)
    assert [part.quote for part in quote.parts] == ["safety from thieves", "the law", "peace in summer"]


def test_an_item_that_is_asked_for_itself_stays_alone(papers: Snapshot) -> None:
    assert answered("Who is kept from safety: thieves?", papers).parts == ()


def given_items(question: str, item: str, document_id: str, papers: Snapshot) -> int:
    """How many items are given where one of them is what answers a question."""
    document = papers.document(document_id)
    assert document is not None
    start = document.text.index(item)
    span = start, start + len(item)
    said = answered("What do you need to book the hall?", papers)
    words = replace(
        said, quote=item, document_id=document_id, start=span[0], end=span[1], sentence=Sentence(item, *span)
    )
    one = replace(words, parts=(), counted=None)
    asked = Asked(papers, understand(question, papers, today=date(2026, 11, 27)))
    passage = next(each for each in papers.passages_of(document_id) if each.start <= start < each.end)
    return len(with_parts(asked, one, passage, lambda *_: said.citation, 0.9).parts)


def test_the_rows_of_a_table_are_given_whole_where_it_goes_on_behind_the_passage(papers: Snapshot) -> None:
    passages = papers.passages_of("locks.md")
    rows = passages[0].text[passages[0].text.index("Lock | Keeper") :]
    assert len(passages) > 1 and 2 < len(rows.splitlines()) < 30
    assert given_items("Who are the keepers?", rows, "locks.md", papers) == 30
    assert given_items("Who are the keepers?", rows.splitlines()[1], "locks.md", papers) == 0
