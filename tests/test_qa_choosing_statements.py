"""Statements: which sentences say something of what a question asks about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.choosing.statements import Matter, documents_of, statements
from qa.features import featurize
from qa.passages.asked import Asked
from qa.query import understand
from qa.ranking.rank import rank
from qa.ranking.ranker import load_ranker
from qa.ranking.retrieve import retrieve

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
QUESTION = "When was the bridge closed?"


def asked_of(snapshot: Snapshot, question: str = QUESTION) -> Asked:
    return Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 27)), k=5)


def told(snapshot_of: Made, *texts: str) -> list[str]:
    snapshot = snapshot_of([{"title": f"Paper {number}", "text": text} for number, text in enumerate(texts)])
    asked, encoder = asked_of(snapshot), HashingEncoder()
    ranking = rank(asked, featurize(asked, retrieve(asked, encoder)), load_ranker(), None, 0)
    found = list(statements(asked, ranking))
    assert documents_of(found) == len({one.candidate.document_index for one in found})
    return sorted(one.value.normalized for one in found)


def test_a_sentence_that_holds_all_that_is_asked_states_it(snapshot_of: Made) -> None:
    assert told(snapshot_of, "The bridge was closed in 2012.", "In May 2018 the bridge was closed again.") == [
        "2012",
        "2018-05",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was opened in 2012.",
        "The bridge will be closed in 2031.",
        "The bridge was not closed in 2012.",
        "Was the bridge closed in 2012?",
        "The school was closed in 2012.",
        "The bridge café was closed in 2012.",
        "The foot bridge was closed in 2012.",
        "The bridge was closed.",
    ],
)
def test_what_tells_of_something_else_states_nothing(snapshot_of: Made, text: str) -> None:
    assert told(snapshot_of, text, "The market is held in the square.") == []


def test_names_may_stand_above_and_what_most_documents_name_need_not_stand_at_all(snapshot_of: Made) -> None:
    papers = [{"title": "Penn Bridge", "text": "It was closed in 2012."}, {"title": "Ferry", "text": "The ferry runs."}]
    snapshot = snapshot_of([*papers, {"title": "Mill", "text": "We like Penn and its mill."}])
    matter = Matter(asked_of(snapshot, "When was it closed in Penn?"))
    assert matter.plain == ("close",)
    assert not matter.names, "most of the papers name Penn"
    other = Matter(asked_of(snapshot_of(papers), "When was it closed in Penn?"))
    assert other.names == {"penn"}
