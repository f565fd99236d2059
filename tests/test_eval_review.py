"""Exporting feedback, and deciding about candidates by id."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.datasets import read_dataset
from qa.request import Filters
from tests.judgement_cases import POOL, TOOLS, WHEN, ReviewDesk, three_candidates, votes


@pytest.fixture
def desk(tmp_path: Path) -> ReviewDesk:
    return ReviewDesk(tmp_path)


@pytest.fixture
def full(tmp_path: Path) -> ReviewDesk:
    return three_candidates(tmp_path)


def test_thumbs_and_limited_searches_decide_nothing_and_are_told(desk: ReviewDesk) -> None:
    desk.say("thumbs_up", TOOLS)
    desk.say("nothing_answers", WHEN, None, filters=Filters(document=("library.txt",)))
    told = desk.done("export", desk.file)
    assert desk.lines() == []
    assert TOOLS in told and WHEN in told


def test_exporting_again_keeps_decisions_and_adds_what_is_new(desk: ReviewDesk) -> None:
    desk.say("answers_it", WHEN)
    desk.say("nothing_answers", "Which penguins moult?", None)
    desk.done("export", desk.file)
    first, second = (line["id"] for line in desk.lines())
    desk.done("review", desk.file, "--accept", first)
    desk.say("thumbs_up", WHEN)
    desk.say("nothing_answers", "which penguins MOULT", None)
    desk.say("answers_it", TOOLS)
    assert "to review: 2." in desk.done("export", desk.file)
    assert [line["status"] for line in desk.lines()] == ["accepted", "candidate", "candidate"]
    assert [line["id"] for line in desk.lines()][:2] == [first, second]
    assert votes(desk.lines()) == [{"answers_it": 1}, {"nothing_answers": 2}, {"answers_it": 1}]


def test_what_cannot_be_exported_is_said(desk: ReviewDesk) -> None:
    assert "There is no feedback" in desk.refused("export", desk.file)
    desk.say("answers_it", WHEN)
    assert ".jsonl" in desk.refused("export", desk.root / "candidates.json")
    assert "qa build" in desk.refused("export", desk.file, "--index", desk.root / "nowhere")
    desk.file.write_text('{"id": "a"}\n', encoding="utf-8")
    assert "candidates.jsonl, line 1 is not a candidate" in desk.refused("export", desk.file)
    assert desk.file.read_text(encoding="utf-8") == '{"id": "a"}\n'


def test_deciding_by_id_needs_no_terminal_and_can_be_taken_back(full: ReviewDesk) -> None:
    first, second, third = (line["id"] for line in full.lines())
    full.done(
        "review", full.file, "--accept", first, "--accept", third, "--reject", second, "--into", full.root / "judged"
    )
    assert [question.id for question in read_dataset(full.root / "judged").questions] == [first, third]
    full.done("review", full.file, "--reject", first, "--into", full.root / "judged")
    assert [question.id for question in read_dataset(full.root / "judged").questions] == [third]
    assert "use-0" in full.refused("review", full.file, "--accept", "use-0")
    assert "both" in full.refused("review", full.file, "--accept", first, "--reject", first)


def test_a_question_set_keeps_what_it_held(full: ReviewDesk) -> None:
    (full.root / "judged").mkdir()
    (full.root / "judged" / "questions.jsonl").write_text(
        '{"id": "own", "question": "Why?", "answerable": false, "type": "why"}\n', encoding="utf-8"
    )
    full.done("review", full.file, "--into", full.root / "judged", answers="a\nq\n")
    held = read_dataset(full.root / "judged").questions
    assert [question.id for question in held] == ["own", full.lines()[0]["id"]]
    assert (
        (full.root / "judged" / "questions.jsonl")
        .read_text(encoding="utf-8")
        .startswith('{"id": "own", "question": "Why?"')
    )


def test_the_documents_may_be_those_the_index_was_built_from(full: ReviewDesk) -> None:
    full.done("review", full.file, "--corpus", full.documents, answers="a\nq\n")
    assert read_dataset(full.set).corpus == full.documents.resolve()
    assert not (full.set / "documents.jsonl").exists()
    assert "nowhere" in full.refused("review", full.file, "--corpus", full.root / "nowhere")


def test_evidence_that_no_longer_stands_there_is_not_accepted(full: ReviewDesk) -> None:
    first = full.lines()[0]["id"]
    full.write("pool.txt", "Closed. " + POOL)
    full.build()
    assert "export the feedback again" in full.refused("review", full.file, "--accept", first)
    told = full.done("review", full.file, answers="a\nr\nq\n")
    assert "is not in the index any more" in told and "r = reject, s = skip" in told
    assert full.lines()[0]["status"] == "rejected"
    assert not full.set.exists()


def test_an_evaluator_may_shorten_the_evidence(full: ReviewDesk) -> None:
    lines = full.lines()
    start = POOL.index("The pool reopened")
    lines[0]["evidence"] = [
        {"document": "pool.txt", "start": start, "end": start + 32, "text": "The pool reopened on 3 May 2021."}
    ]
    full.file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    full.done("review", full.file, "--accept", lines[0]["id"])
    assert [span.text for span in read_dataset(full.set).questions[0].gold] == ["The pool reopened on 3 May 2021."]


def test_missing_candidates_are_asked_for(desk: ReviewDesk) -> None:
    assert "qa judgements export" in desk.refused("review", desk.file)
