"""A folder of documents with its index, its feedback, and the command line to go with it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from cli.main import app
from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import open_snapshot
from qa.answer import Answer
from qa.feedback import FeedbackStore, Judgement, judge
from qa.pipeline import Assistant
from qa.request import AskRequest, Filters
from qa.verdicts import Kind

POOL = (
    "The town pool closed for repairs on 4 January 2021.\n\n"
    "The pool reopened on 3 May 2021. Lanes must be booked two days ahead.\n"
)


LIBRARY = "The library lends garden tools 😀 from April to September.\n"


WHEN = "When did the pool reopen?"


TOOLS = "which tools does the library lend"


DAY = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


class ReviewDesk:
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


def votes(lines: Sequence[dict[str, Any]]) -> list[dict[str, int]]:
    return [line["votes"] for line in lines]


def three_candidates(root: Path) -> ReviewDesk:
    """A desk with three candidates."""
    desk = ReviewDesk(root)
    desk.say("answers_it", WHEN, comment="Third line\x1b[2J of \u202ethe notice")
    desk.say("answers_it", TOOLS)
    desk.say("nothing_answers", "Which penguins \x1b]0;x\x07moult?", None)
    desk.done("export", desk.file)
    return desk
