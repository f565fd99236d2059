"""An undated paper never decides in silence what is so now, where a dated one says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS: Mapping[str, str] = {
    "leaflet.md": "# Welcome to Eskdon School\n\nSchool dinners are £2.40 a day. The shop takes £9 for a tie.\n",
    "news.md": (
        "# School newsletter\nPublished: 11 September 2026\n\nSchool dinners are now £2.75 a day, to be paid online.\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29)))


def test_what_a_dated_paper_says_otherwise_is_told(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "How much are school dinners?")
    assert answer.answer
    if answer.answer.document_id == "leaflet.md":
        [notice] = [one for one in answer.notices if one.kind == "undated"]
        assert "One of 11 September 2026 says: “School dinners are now £2.75" in notice.text
        assert answer.confidence <= 0.5
    else:
        assert "£2.75" in answer.answer.quote


def test_where_no_other_paper_tells_of_it_nothing_is_said(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "How much is a tie?")
    assert answer.answer and "£9" in answer.answer.quote
    assert not any(notice.kind == "undated" for notice in answer.notices)


@pytest.mark.parametrize(
    "dated",
    [
        "# School newsletter\nPublished: 11 September 2026\n\nSchool dinners are still £2.40 a day, as they were.\n",
        "# Draft: price list of the school\nPublished: 11 September 2026\n\nSchool dinners are £2.75 a day.\n",
    ],
    ids=["alike", "draft"],
)
def test_what_is_alike_or_only_a_draft_leaves_an_undated_paper_as_sure(
    dated: str, assistant: Assistant, tmp_path: Path
) -> None:
    papers = open_papers({**PAPERS, "news.md": dated}, tmp_path, assistant.encoder)
    answer = ask(assistant, papers, "How much are school dinners?")
    assert answer.answer and "£2.40" in answer.answer.quote
    assert not any(notice.kind == "undated" for notice in answer.notices)


def test_a_dated_paper_is_not_told_to_be_undated(assistant: Assistant, tmp_path: Path) -> None:
    older = "# School newsletter\nPublished: 2 May 2025\n\nThis term school dinners are £2.55 a day, in cash.\n"
    papers = open_papers({"news.md": PAPERS["news.md"], "older.md": older}, tmp_path, assistant.encoder)
    assert not any(one.kind == "undated" for one in ask(assistant, papers, "How much are school dinners?").notices)
