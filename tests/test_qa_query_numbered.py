"""A numbered paper is found however many noughts stand before its number, and no other is in its place."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS = {
    "seven.txt": "BRAE ROWING CLUB\nCircular No. 007\n2 June 2026\n\nThe boats go out on Thursdays at 6 pm.\n",
    "eight.txt": "BRAE ROWING CLUB\nCircular No. 008\n3 August 2026\n\nThe boats go out on Mondays at 7 pm.\n",
    "heron.md": "# The Heron\n\nIssue 4, spring 2026\n\nWe saw 19 otters in nine weeks.\n",
}


@pytest.fixture(scope="module")
def papers(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(PAPERS, tmp_path_factory.mktemp("numbered"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("When do the boats go out by circular 7?", [("7", "007")]),
        ("When do the boats go out by Circular No. 08?", [("08", "008")]),
        ("How many otters are told of in issue 04?", [("04", "4")]),
        ("How many otters are told of in issue 4?", []),
        ("What does circular 9 say?", []),
        ("How many otters were seen in 7 weeks?", []),
    ],
)
def test_a_number_is_looked_up_as_the_documents_write_it(
    papers: Snapshot, question: str, written: list[tuple[str, str]]
) -> None:
    read = understand(question, papers, today=date(2026, 11, 30)).interpretation
    assert [(one.text, one.mended) for one in read.mended] == written
    plain = understand(question, papers, today=date(2026, 11, 30), plain=[text for text, _ in written])
    assert not plain.interpretation.mended


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When do the boats go out by circular 7?", "Thursdays"),
        ("When do the boats go out by Circular No. 8?", "Mondays"),
        ("When do the boats go out?", "Mondays"),
    ],
)
def test_the_paper_of_that_number_answers(assistant: Assistant, papers: Snapshot, question: str, day: str) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 30)))
    assert answer.answer and day in answer.answer.sentence.text
