"""The written material that the reader was not trained on, as question sets: each file is a corpus of its own.

The ranker and the answer model are fitted to them too, for their questions are put as people put them, and a third of
them have no answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from rich.console import Console

from eval.datasets import sample
from eval.indexing import index_of
from eval.records import Dataset, Question, Span
from eval.training.examples import Example, examples
from eval.training.reader.written import Written, WrittenQuestion, meant, read_written, written_files
from index.snapshot import open_snapshot
from qa.pipeline import Assistant
from qa.settings import read_settings

WRITTEN_SET: Final = "written"
"""What the sets are called together."""


def examples_of_written(folder: Path, assistant: Assistant, limit: int, console: Console, today: date) -> list[Example]:
    """The questions of the files that are kept from the reader, with their candidates in their own file.

    Args:
        folder: of the files.
        assistant: with its models.
        limit: at most so many questions, as many of each file.
        console: what to show progress on.
        today: what "last year" counts from.
    """
    settings, made = read_settings(), list[Example]()
    files = written_files(folder, "dev")
    for path in files:
        dataset = written_set(path)
        snapshot = open_snapshot(index_of(dataset, settings, assistant.encoder).folder, assistant.encoder)
        questions = sample(dataset, limit // len(files), 0).questions
        found = examples(WRITTEN_SET, questions, snapshot, assistant, console, today, lambda document: document)
        made += [replace(example, group=f"{WRITTEN_SET} {path.stem}") for example in found]
    return made


def written_set(path: Path) -> Dataset:
    """A file of written material as a question set that brings its documents."""
    written = read_written(path)
    articles, starts = _articles(written)
    questions = tuple(
        Question(
            f"{path.stem}-{number}",
            question.text,
            bool(question.answers),
            tuple(_gold(written, question, starts)),
            answers=question.answers,
        )
        for number, question in enumerate(written.questions, start=1)
    )
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Dataset(f"{WRITTEN_SET}-{path.stem}", questions, None, sha256, articles)


def _articles(written: Written) -> tuple[dict[str, str], list[int]]:
    """The documents by their names, and for each section where its paragraphs begin in its document."""
    articles: dict[str, str] = {}
    starts = []
    for section in written.sections:
        before = articles.get(section.document, "")
        heading = f"## {section.heading}\n\n" if section.heading else ""
        start = f"{before}\n\n{heading}" if before and (heading or section.text) else f"{before}{heading}"
        starts.append(len(start))
        articles[section.document] = start + section.text
    return articles, starts


def _gold(written: Written, question: WrittenQuestion, starts: list[int]) -> Iterator[Span]:
    """Where each of the answers stands."""
    for answer in question.answers:
        place, (start, end) = meant(written, question, answer)
        section = written.sections[place]
        yield Span(section.document, starts[place] + start, starts[place] + end, section.text[start:end], part="answer")
