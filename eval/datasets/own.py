"""Our own form: questions.jsonl with evidence by offsets, and documents beside it or where dataset.json says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from eval.datasets.checking import Line, SetReader
from eval.datasets.form import Form
from eval.datasets.slices import other_fields, sliced
from eval.records import Dataset, Question, Span

QUESTIONS: Final = "questions.jsonl"


class _Evidence(Line):
    document: str
    text: str
    start: int | None = None
    end: int | None = None
    part: str = ""


class _OwnQuestion(Line):
    id: str
    question: str
    answerable: bool
    evidence: tuple[_Evidence, ...] = ()
    answers: tuple[str, ...] = ()
    spans_needed: Literal["any", "all"] = "any"


class _Place(BaseModel):
    model_config = ConfigDict(extra="forbid")

    corpus: str


def _read(files: SetReader, path: Path) -> Dataset:
    folder = path if path.is_dir() else path.parent
    corpus = documents_beside(files, folder)
    texts = files.corpus_files(corpus) if corpus else None
    found = files.unique(files.lines(folder / QUESTIONS, _OwnQuestion), lambda line: line.id)
    questions = []
    for where, line in found.values():
        spans = [
            span
            for number, gold in enumerate(line.evidence, start=1)
            for span in _spans(files, where, f"evidence {number}", gold, texts)
        ]
        questions.append(
            Question(
                id=line.id,
                text=files.asked(where, line.question),
                answerable=line.answerable,
                gold=files.gold(where, line.answerable, spans, len(line.evidence)),
                spans_needed=line.spans_needed,
                answers=line.answers,
            )
        )
    fields = [other_fields(line) for _, line in found.values()]
    return Dataset(folder.resolve().name, sliced(questions, fields), corpus, files.digest.hexdigest())


def _spans(files: SetReader, where: str, name: str, gold: _Evidence, texts: Mapping[str, str] | None) -> list[Span]:
    """The span of an evidence, or without offsets every place where its words stand."""
    if gold.start is None or gold.end is None:
        part = gold.part or name  # one of the places is enough
        return files.quoted(where, name, gold.document, gold.text, texts, part)
    return files.span(where, name, Span(gold.document, gold.start, gold.end, gold.text, gold.part), texts)


def documents_beside(files: SetReader, folder: Path) -> Path | None:
    """Where the documents of our own format are: where dataset.json says, in documents/, or nowhere."""
    place = folder / "dataset.json"
    if not place.is_file():
        return folder / "documents" if (folder / "documents").is_dir() else None
    parsed = files.parsed(place.name, files.text(place, place.name), _Place)
    if parsed is None:
        return None
    corpus = (folder / parsed.corpus).resolve()
    if not corpus.exists():
        files.fault(place.name, f"its corpus {parsed.corpus!r} does not exist; the path counts from {folder}.")
        return None
    return corpus


def _sniff(path: Path) -> bool:
    return path.name == QUESTIONS or (path / QUESTIONS).is_file()


FORM: Final = Form(
    name="our own",
    files="`questions.jsonl` with `id`, `question`, `answerable`, `evidence` (`document`, `text`, `start` and `end` "
    "unless any place with these words will do, `part`), `answers`, `type`; documents in `documents/`, or named in "
    '`dataset.json` as `{"corpus": "../path"}`',
    described=f"a folder with {QUESTIONS}",
    precedence=1,
    sniff=_sniff,
    read=_read,
)
