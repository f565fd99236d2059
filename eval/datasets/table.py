"""A table of questions in CSV, as people keep them: question, answer, and the document that it stands in."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from eval.datasets.checking import SetReader
from eval.datasets.form import Form
from eval.datasets.own import documents_beside
from eval.datasets.slices import sliced
from eval.records import Dataset, Question

COLUMNS: Final = ("question", "answer", "document")


def _read(files: SetReader, path: Path) -> Dataset:
    reader = csv.DictReader(io.StringIO(files.text(path, path.name)))
    reader.fieldnames = [name.strip().casefold() for name in reader.fieldnames or ()]
    if missing := [name for name in COLUMNS if name not in reader.fieldnames]:
        files.fault(f"{path.name}:1", f"there is no column {missing[0]!r}. The first line names {', '.join(COLUMNS)}.")
        return Dataset(path.stem, (), None, files.digest.hexdigest())
    corpus = documents_beside(files, path.parent)
    texts = files.corpus_files(corpus) if corpus else None
    rows = [(f"{path.name}:{reader.line_num}", _trimmed(row)) for row in reader if any(row.values())]
    found = files.unique(
        [(where, _question(files, where, number, row, texts)) for number, (where, row) in enumerate(rows, start=1)],
        lambda question: question.id,
    )
    fields = [{"type": row["type"]} if row.get("type") else {} for _, row in rows]
    questions = [question for _, question in found.values()]
    if len(questions) == len(fields):
        questions = list(sliced(questions, fields))
    return Dataset(path.stem, tuple(questions), corpus, files.digest.hexdigest())


def _trimmed(row: Mapping[str | None, str | None]) -> dict[str, str]:
    return {name: (value or "").strip() for name, value in row.items() if name}


def _question(
    files: SetReader, where: str, number: int, row: Mapping[str, str], texts: Mapping[str, str] | None
) -> Question:
    """The question of a row; without an answer it is one that the documents do not answer."""
    answer = row["answer"]
    return Question(
        id=row.get("id") or str(number),
        text=files.asked(where, row["question"]),
        answerable=bool(answer),
        gold=tuple(files.quoted(where, "the answer", row["document"], answer, texts)) if answer else (),
        answers=(answer,) if answer else (),
    )


def _sniff(path: Path) -> bool:
    return path.is_file() and path.suffix.casefold() == ".csv"


FORM: Final = Form(
    name="table",
    files="one `.csv` file with the columns `question`, `answer` (empty where the documents have none) and `document`, "
    "and `id` and `type` where you like; documents in `documents/` beside it, or named in `dataset.json`",
    described="a .csv file with question, answer and document",
    precedence=4,
    sniff=_sniff,
    read=_read,
)
