"""How questions over many documents are answered: rows right and whole, rows wrong or missing, or refused.

    python -m benchmarks.across FOLDER

The folder is of an index of the 80 PDFs in ../shared/data/ofsted/pdf. The questions stand in across_questions.toml
beside this file, with all rows that answer them, written by hand from the reports.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.results import Results
from index.encoder import load_encoder
from index.snapshot import Snapshot, open_snapshot
from qa.across.rows import Row
from qa.answer import Answer
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import read_settings

_QUESTIONS = Path(__file__).with_name("across_questions.toml")
_TODAY = date(2026, 11, 27)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what answers it.

    Attributes:
        text: its words.
        rows: all of its rows, as name, year and grade; none where it is to be refused.
        count: how many things it counts.
    """

    text: str
    rows: frozenset[str]
    count: int

    def verdict(self, answer: Answer) -> str:
        """Whether the answer has just these rows and this count."""
        if not answer.rows:
            return "rightly refused" if not self.rows else "refused"
        told = frozenset(map(row_in_words, answer.rows))
        is_whole = told == self.rows and answer.table is not None and answer.table.count == self.count
        return "right" if is_whole else "wrong"


def questions(path: Path = _QUESTIONS) -> list[Asked]:
    """The questions of a file."""
    tables = tomllib.loads(path.read_text("utf-8"))["questions"]
    return [
        Asked(table["text"], frozenset(table.get("rows", ())), table.get("count", len(table.get("rows", ()))))
        for table in tables
    ]


def row_in_words(row: Row) -> str:
    """A row as the file of questions has it."""
    grade = row.value.lower().removesuffix(" to be good")
    known = {
        "widespread and/or systemic failings": "systemic failings",
        "inconsistent experiences and outcomes": "inconsistent",
    }
    return " ".join(
        part for part in (row.subject, str(row.last.year) if row.last else "", known.get(grade, grade)) if part
    )


def differences(asked: Asked, answer: Answer) -> str:
    """What an answer has too much, and what it lacks."""
    told = set(map(row_in_words, answer.rows))
    parts = [f"too much: {', '.join(sorted(told - asked.rows))}"] if told - asked.rows else []
    parts += [f"missing: {', '.join(sorted(asked.rows - told))}"] if asked.rows - told else []
    counted = answer.table.count if answer.table else 0
    parts += [f"count {counted}, not {asked.count}"] if counted != asked.count else []
    return "; ".join(parts)


def ask_all(asked: Sequence[Asked], assistant: Assistant, snapshot: Snapshot) -> list[Answer]:
    """The answers to some questions."""
    return [assistant.ask(snapshot, AskRequest(one.text, k=3, fast=True, today=_TODAY)) for one in asked]


def main() -> None:
    """Ask all questions and print which are answered right, which wrong and which not at all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path, help="of the PDFs")
    parser.add_argument("--results", type=Path, help="write the tables there too")
    given = parser.parse_args()
    settings = read_settings(index=given.index)
    snapshot = open_snapshot(settings.index, load_encoder(settings.encoder, settings.models))
    asked = questions()
    answers = ask_all(asked, load_assistant(settings), snapshot)
    results = Results(Console(width=200))
    table = Table(title=f"Questions over {snapshot.manifest.documents} documents")
    for name in ("question", "rows", "verdict"):
        table.add_column(name, justify="right" if name == "rows" else "left")
    verdicts = [one.verdict(answer) for one, answer in zip(asked, answers, strict=True)]
    for one, verdict in zip(asked, verdicts, strict=True):
        table.add_row(one.text, str(len(one.rows)), verdict)
    results.table(table)
    for one, answer, verdict in zip(asked, answers, verdicts, strict=True):
        if verdict in ("wrong", "refused"):
            results.line(f"{verdict}: {one.text} {differences(one, answer)}")
    results.line(", ".join(f"{count} {verdict}" for verdict, count in Counter(verdicts).most_common()))
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.across", *sys.argv[1:]])


if __name__ == "__main__":
    main()
