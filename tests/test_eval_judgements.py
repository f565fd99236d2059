from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cli.main import app
from eval.datasets import read_dataset
from eval.judgements import normalised
from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import open_snapshot
from qa.answer import Answer, Filters
from qa.feedback import FeedbackStore, Judgement, Kind, judge
from qa.pipeline import Assistant
from qa.request import AskRequest

POOL = "The town pool closed for repairs on 4 January 2021.\n\nThe pool reopened on 3 May 2021. Lanes must be booked two days ahead.\n"
LIBRARY = "The library lends garden tools 😀 from April to September.\n"
WHEN = "When did the pool reopen?"
TOOLS = "which tools does the library lend"
DAY = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


class Desk:
    """A folder of documents with its index and feedback, and the command line to go with it."""

    def __init__(self, root: Path) -> None:
        self.root, self.documents, self.index = root, root / "documents", root / "index"
        self.documents.mkdir()
        self.store = FeedbackStore(root / "feedback.sqlite", 36_500)
        self.file, self.set = root / "candidates.jsonl", root / "candidates"
        self.write("pool.txt", POOL)
        self.write("library.txt", LIBRARY)
        self.build()

    def write(self, name: str, text: str) -> None:
        (self.documents / name).write_text(text, encoding="utf-8")

    def build(self) -> None:
        assert not build([self.documents], self.index, HashingEncoder()).failed

    def ask(self, question: str, filters: Filters = Filters()) -> Answer:
        snapshot = open_snapshot(self.index)
        try:
            return Assistant(HashingEncoder()).ask(snapshot, AskRequest(question, filters=filters))
        finally:
            snapshot.close()

    def say(
        self,
        kind: Kind,
        question: str,
        rank: int | None = 1,
        *,
        filters: Filters = Filters(),
        comment: str = "",
        days: int = 0,
    ) -> Judgement:
        judgement = judge(self.ask(question, filters), kind, rank, filters=filters, comment=comment)
        judgement = replace(judgement, given=DAY + timedelta(days=days))
        self.store.keep(judgement)
        return judgement

    def run(self, *arguments: str | Path, answers: str = "") -> Result:
        environment = {
            "QA_FEEDBACK": str(self.store.path),
            "QA_FEEDBACK_RETENTION_DAYS": "36500",
            "QA_INDEX": str(self.index),
            "COLUMNS": "500",
        }
        return CliRunner().invoke(app, ["judgements", *map(str, arguments)], input=answers, env=environment)

    def done(self, *arguments: str | Path, answers: str = "") -> str:
        result = self.run(*arguments, answers=answers)
        assert result.exit_code == 0, (result.output, result.exception)
        return result.output

    def refused(self, *arguments: str | Path) -> str:
        result = self.run(*arguments)
        assert result.exit_code == 1
        return str(result.exception)

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def votes(lines: Sequence[dict[str, Any]]) -> list[dict[str, int]]:
    return [line["votes"] for line in lines]


# Export


def test_wordings_that_differ_in_nothing_are_one_question(desk: Desk) -> None:
    desk.say("answers_it", "  when did the POOL reopen ??", days=-3)
    desk.say("answers_it", WHEN, comment="Thank you!")
    desk.say("thumbs_up", WHEN)
    desk.say("nothing_answers", WHEN, None, days=2)
    assert "to review: 1." in desk.done("export", desk.file)
    (line,) = desk.lines()
    assert (line["question"], line["answerable"], line["status"]) == (WHEN, True, "candidate")
    assert line["votes"] == {"answers_it": 2, "thumbs_up": 1, "nothing_answers": 1}
    assert line["asked"] == ["2026-03-01", "2026-03-06"]
    assert line["comments"] == ["Thank you!"]
    assert line["snapshots"] == [desk.ask(WHEN).index.snapshot]
    (evidence,) = line["evidence"]
    assert evidence["document"] == "pool.txt"
    assert POOL[evidence["start"] : evidence["end"]] == evidence["text"]
    assert evidence["votes"] == {"answers_it": 2, "thumbs_up": 1}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("When?", " when ", True),
        ("ＷＨＥＮ did\u00a0it", "when did it", True),
        ("“When did it?”", "When did it", True),
        ("When did it", "When it did", False),
        ("in 2018?", "in 2019?", False),
    ],
)
def test_how_questions_are_grouped(one: str, other: str, same: bool) -> None:
    assert (normalised(one) == normalised(other)) is same


def test_a_question_to_which_nothing_answers_has_no_answer(desk: Desk) -> None:
    desk.say("nothing_answers", "Which penguins moult?", None)
    desk.say("thumbs_down", "Which penguins moult?")
    desk.done("export", desk.file)
    (line,) = desk.lines()
    assert (line["answerable"], line["evidence"]) == (False, [])


def test_thumbs_and_limited_searches_decide_nothing_and_are_told(desk: Desk) -> None:
    desk.say("thumbs_up", TOOLS)
    desk.say("nothing_answers", WHEN, None, filters=Filters(document=("library.txt",)))
    told = desk.done("export", desk.file)
    assert desk.lines() == []
    assert TOOLS in told and WHEN in told


def test_the_file_is_a_question_set_of_our_own_format(desk: Desk) -> None:
    desk.say("answers_it", WHEN)
    desk.say("answers_it", TOOLS, comment="a\nb")
    desk.say("nothing_answers", "Which penguins moult?", None)
    desk.done("export", desk.root / "set" / "questions.jsonl")
    (desk.root / "set" / "dataset.json").write_text('{"corpus": "../documents"}', encoding="utf-8")
    dataset = read_dataset(desk.root / "set")
    assert [(question.text, question.answerable) for question in dataset.questions] == [
        (WHEN, True),
        (TOOLS, True),
        ("Which penguins moult?", False),
    ]
    assert dataset.questions[1].gold[0].text == LIBRARY.strip()
    assert dataset.questions[0].slices == {}


def test_a_passage_that_moved_is_found_again(desk: Desk) -> None:
    said = desk.say("answers_it", TOOLS)
    desk.write("library.txt", "A new notice: 😀\n\n# Library\n\n" + LIBRARY)
    desk.build()
    desk.done("export", desk.file)
    (evidence,) = desk.lines()[0]["evidence"]
    assert said.passage is not None and evidence["start"] == said.passage.start + len(
        "A new notice: 😀\n\n# Library\n\n"
    )
    assert evidence["text"] == LIBRARY.strip()


def test_a_passage_of_a_renamed_document_is_found_again(desk: Desk) -> None:
    desk.say("answers_it", TOOLS)
    (desk.documents / "library.txt").rename(desk.documents / "tools & books.txt")
    desk.build()
    desk.say("thumbs_up", TOOLS)
    desk.done("export", desk.file)
    (line,) = desk.lines()
    assert [each["document"] for each in line["evidence"]] == ["tools & books.txt"]
    assert len(line["snapshots"]) == 2


def test_a_passage_that_vanished_is_stale(desk: Desk) -> None:
    desk.say("answers_it", TOOLS)
    gone = desk.say("answers_it", WHEN).passage
    desk.write("library.txt", "The library is closed.\n")
    desk.write("pool.txt", POOL.replace("3 May", "4 May"))
    desk.build()
    desk.say("answers_it", WHEN)
    told = desk.done("export", desk.file)
    (line,) = desk.lines()
    assert "4 May" in line["evidence"][0]["text"] and line["votes"] == {"answers_it": 2}
    assert gone is not None
    assert line["stale"] == [{"document": "pool.txt", "start": gone.start, "end": gone.end, "sha256": gone.sha256}]
    assert "are not in the index any more: 1" in told and TOOLS in told


def test_exporting_again_keeps_decisions_and_adds_what_is_new(desk: Desk) -> None:
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


def test_what_cannot_be_exported_is_said(desk: Desk) -> None:
    assert "There is no feedback" in desk.refused("export", desk.file)
    desk.say("answers_it", WHEN)
    assert ".jsonl" in desk.refused("export", desk.root / "candidates.json")
    assert "qa build" in desk.refused("export", desk.file, "--index", desk.root / "nowhere")
    desk.file.write_text('{"id": "a"}\n', encoding="utf-8")
    assert "candidates.jsonl, line 1 is not a candidate" in desk.refused("export", desk.file)
    assert desk.file.read_text(encoding="utf-8") == '{"id": "a"}\n'


# Review


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk with three candidates."""
    desk.say("answers_it", WHEN, comment="Third line\x1b[2J of \u202ethe notice")
    desk.say("answers_it", TOOLS)
    desk.say("nothing_answers", "Which penguins \x1b]0;x\x07moult?", None)
    desk.done("export", desk.file)
    return desk


def test_a_review_shows_each_candidate_and_makes_a_checked_question_set(full: Desk) -> None:
    told = full.done("review", full.file, answers="x\na\nr\na\n")
    assert WHEN in told and "pool.txt, characters" in told and "The pool reopened on 3 May 2021." in told
    assert "this answers it: 1" in told and "nothing here answers it: 1" in told
    assert "3 decided, 0 left" in told and "Questions in" in told
    assert [line["status"] for line in full.lines()] == ["accepted", "rejected", "accepted"]
    dataset = read_dataset(full.set)
    assert [(question.answerable, len(question.gold)) for question in dataset.questions] == [(True, 1), (False, 0)]
    gold = dataset.questions[0].gold[0]
    assert POOL[gold.start : gold.end] == gold.text
    assert dataset.corpus == (full.set / "documents.jsonl").resolve()
    assert "Third line" not in (full.set / "questions.jsonl").read_text(encoding="utf-8")


def test_words_cannot_steer_the_terminal(full: Desk) -> None:
    told = full.done("review", full.file, answers="s\ns\ns\n")
    assert "Third line" in told and "penguins" in told
    assert not set("\x1b\x07\u202e") & set(told)


def test_a_review_can_be_left_and_taken_up_again(full: Desk) -> None:
    assert "1 decided, 2 left" in full.done("review", full.file, answers="r\nq\n")
    told = full.done("review", full.file, answers="s\n")
    assert "1 of 2" in told and WHEN not in told and "1 decided, 2 left" in told
    assert not full.set.exists()
    assert "3 decided, 0 left" in full.done("review", full.file, answers="a\na\n")
    assert len(read_dataset(full.set).questions) == 2


def test_deciding_by_id_needs_no_terminal_and_can_be_taken_back(full: Desk) -> None:
    first, second, third = (line["id"] for line in full.lines())
    full.done(
        "review", full.file, "--accept", first, "--accept", third, "--reject", second, "--into", full.root / "judged"
    )
    assert [question.id for question in read_dataset(full.root / "judged").questions] == [first, third]
    full.done("review", full.file, "--reject", first, "--into", full.root / "judged")
    assert [question.id for question in read_dataset(full.root / "judged").questions] == [third]
    assert "use-0" in full.refused("review", full.file, "--accept", "use-0")
    assert "both" in full.refused("review", full.file, "--accept", first, "--reject", first)


def test_a_question_set_keeps_what_it_held(full: Desk) -> None:
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


def test_the_documents_may_be_those_the_index_was_built_from(full: Desk) -> None:
    full.done("review", full.file, "--corpus", full.documents, answers="a\nq\n")
    assert read_dataset(full.set).corpus == full.documents.resolve()
    assert not (full.set / "documents.jsonl").exists()
    assert "nowhere" in full.refused("review", full.file, "--corpus", full.root / "nowhere")


def test_evidence_that_no_longer_stands_there_is_not_accepted(full: Desk) -> None:
    first = full.lines()[0]["id"]
    full.write("pool.txt", "Closed. " + POOL)
    full.build()
    assert "export the feedback again" in full.refused("review", full.file, "--accept", first)
    told = full.done("review", full.file, answers="a\nr\nq\n")
    assert "is not in the index any more" in told and "r = reject, s = skip" in told
    assert full.lines()[0]["status"] == "rejected"
    assert not full.set.exists()


def test_an_evaluator_may_shorten_the_evidence(full: Desk) -> None:
    lines = full.lines()
    start = POOL.index("The pool reopened")
    lines[0]["evidence"] = [
        {"document": "pool.txt", "start": start, "end": start + 32, "text": "The pool reopened on 3 May 2021."}
    ]
    full.file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    full.done("review", full.file, "--accept", lines[0]["id"])
    assert [span.text for span in read_dataset(full.set).questions[0].gold] == ["The pool reopened on 3 May 2021."]


def test_missing_candidates_are_asked_for(desk: Desk) -> None:
    assert "qa judgements export" in desk.refused("review", desk.file)
