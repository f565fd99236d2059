"""Of a table that passages share the row of the time asked about answers, whichever passage has it."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

FARES = "Year from January,Adult single,Adult day ticket,Child single,Weekly ticket\n" + "".join(
    f"{year},£{2 + place / 10:.2f},£{4 + place / 5:.2f},£{1 + place / 20:.2f},£{17 + place / 2:.2f}\n"
    for place, year in enumerate(range(2010, 2028))
)


@pytest.fixture(scope="module")
def papers(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers({"bus-fares.csv": FARES}, tmp_path_factory.mktemp("fares"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("adult single fare next year", "2027 | £3.70"),
        ("How much is the weekly ticket?", "2026"),
        ("How much was the weekly ticket in 2012?", "2012"),
    ],
)
def test_the_row_of_the_time_answers(assistant: Assistant, papers: Snapshot, question: str, row: str) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29))).answer
    assert answer is not None
    document = papers.document(answer.document_id)
    assert document is not None
    assert document.text[answer.sentence.start : answer.sentence.end].startswith(row)
