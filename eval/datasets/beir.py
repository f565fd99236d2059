"""A BEIR folder (Thakur et al., 2021): queries.jsonl, qrels/test.tsv and corpus.jsonl; whole documents are gold."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from eval.datasets.checking import SetReader
from eval.datasets.form import Form
from eval.datasets.qrels import grades_of, read_qrels
from eval.datasets.queries import CORPUS, QUERIES, Query
from eval.datasets.slices import other_fields, sliced
from eval.records import Dataset, Question, Span

QRELS: Final = "qrels/test.tsv"


def _read(files: SetReader, folder: Path) -> Dataset:
    if not (folder / QRELS).is_file():
        there = ", ".join(_graded(folder))
        files.fault(QRELS, f"it is not there, but {there}. Copy the one to ask to {QRELS} in a folder of its own.")
        return Dataset(folder.resolve().name, (), None, files.digest.hexdigest())
    corpus = folder / CORPUS
    texts = files.corpus_lines(corpus)
    queries = files.unique(files.lines(folder / QUERIES, Query), lambda line: line.id)
    grades = read_qrels(files, folder, QRELS, queries.keys(), texts)
    judged = [
        (where, line, grades_of(grades[identifier]))
        for identifier, (where, line) in queries.items()
        if grades.get(identifier)
    ]
    questions = [
        Question(
            id=line.id,
            text=files.asked(where, line.text),
            answerable=True,
            gold=tuple(Span(document, 0, len(texts[document]), texts[document]) for document in documents),
            answers=line.answers,
            grades=documents,
        )
        for where, line, documents in judged
    ]
    return Dataset(
        folder.resolve().name,
        sliced(questions, [other_fields(line) for _, line, _ in judged]),
        corpus,
        files.digest.hexdigest(),
    )


def _sniff(path: Path) -> bool:
    return (path / QRELS).is_file() or ((path / QUERIES).is_file() and bool(_graded(path)))


def _graded(folder: Path) -> list[str]:
    """The files of a folder that grade documents."""
    return sorted(f"qrels/{file.name}" for file in (folder / QRELS).parent.glob("*.tsv"))


FORM: Final = Form(
    name="BEIR",
    files="`corpus.jsonl`, `queries.jsonl`, `qrels/test.tsv`; whole documents are gold",
    described=f"a folder with {QUERIES} and {QRELS}",
    precedence=3,
    sniff=_sniff,
    read=_read,
)
