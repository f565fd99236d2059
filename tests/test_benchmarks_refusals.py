"""What a refusal says is looked up in the texts, and of the made documents nothing that is said is untrue."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.lists import TODAY, read_lists, write_documents
from benchmarks.refusals import HERE, Texts, untrue
from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import Snapshot, open_snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.query import Interpretation
from qa.query.coverage import Period
from qa.query.entities import Name
from qa.request import AskRequest

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
NEVER = Assistant(HashingEncoder(), answer_confidence=1.0)


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    text = "The pool at Marlow was opened by Ada Moor. The water of the pool is warm."
    return snapshot_of(
        [{"title": f"Marlow report of {year}", "text": text, "published": f"{year}-03-01"} for year in (2019, 2021)]
    )


def refused(papers: Snapshot, question: str, **changed: Any) -> Answer:
    answer = NEVER.ask(papers, AskRequest(question, today=date(2024, 1, 1)))
    assert answer.status == "abstained"
    return replace(answer, **changed)


@pytest.mark.parametrize(
    ("reason", "text", "read", "faults"),
    [
        (
            "name_not_in_corpus",
            "do not mention Bo Lee. Check it.",
            Interpretation("?", (Name("Bo Lee", 0, 6, 0, False),)),
            0,
        ),
        ("name_not_in_corpus", "do not mention Ada Moor.", Interpretation("?", (Name("Ada Moor", 0, 8, 0, False),)), 1),
        ("name_not_in_corpus", "do not mention that.", Interpretation("?", (Name("Bo Lee", 0, 6, 0, False),)), 1),
        (
            "name_not_in_corpus",
            "do not mention Ada Lee. They do mention Ada.",
            Interpretation("?", (Name("Ada Lee", 0, 7, 0, False),)),
            0,
        ),
        (
            "name_not_in_corpus",
            "do not mention Ada Lee. They do mention Lee.",
            Interpretation("?", (Name("Ada Lee", 0, 7, 0, False),)),
            1,
        ),
        (
            "name_not_in_corpus",
            "do not mention Mor. The nearest name in them: Moore.",
            Interpretation("?", (Name("Mor", 0, 3, 0, False, ("Moore",)),)),
            1,
        ),
        (
            "name_not_in_corpus",
            "do not mention Lee Moor. The words of it stand in them, but nowhere all together.",
            Interpretation("?", (Name("Lee Moor", 0, 8, 0, False),)),
            1,
        ),
        ("not_answered", "The documents are from 2019 and 2021, but no.", Interpretation("?"), 0),
        ("not_answered", "The documents are from 2019, but no.", Interpretation("?"), 1),
        (
            "date_not_covered",
            "No document is of the time asked about (2021).",
            Interpretation("?", periods=(Period("2021", 0, 4, date(2021, 1, 1), date(2021, 12, 31), False),)),
            1,
        ),
        (
            "date_not_covered",
            "No document is of the time asked about (2020).",
            Interpretation("?", periods=(Period("2020", 0, 4, date(2020, 1, 1), date(2020, 12, 31), False),)),
            0,
        ),
        (
            "not_answered",
            "Some passages mention pool, water and warm, but none of them answers.",
            Interpretation("?"),
            0,
        ),
        ("not_answered", "Some passages mention pool and steam, but none of them answers.", Interpretation("?"), 1),
        ("other_language", "and its words stand in none of the documents", Interpretation("?", terms=("pool",)), 1),
    ],
)
def test_what_is_said_is_looked_up(papers: Snapshot, reason: str, text: str, read: Interpretation, faults: int) -> None:
    answer = refused(papers, "pool water", reason=reason, reason_text=text, interpretation=read)
    assert len(untrue(answer, Texts.of(papers))) == faults


def test_of_the_made_documents_no_reason_is_untrue(tmp_path: Path) -> None:
    made, _ = read_lists(HERE / "lists.toml")
    write_documents(made, tmp_path / "made")
    build([tmp_path / "made"], tmp_path / "index", HashingEncoder())
    snapshot = open_snapshot(tmp_path / "index", HashingEncoder())
    texts, reasons = Texts.of(snapshot), set()
    for question in tomllib.loads((HERE / "refusals.toml").read_text(encoding="utf-8"))["questions"]:
        answer = NEVER.ask(snapshot, AskRequest(question, today=TODAY))
        reasons.add(answer.reason)
        assert untrue(answer, texts) == [], (question, answer.reason_text)
    assert len(reasons) >= 4, reasons
