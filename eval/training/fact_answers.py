"""Counting how often answers from facts are right, which is the confidence of such answers.

Run it as `python -m eval.training.fact_answers DATASET... --out qa/judged/confidence.json`. Every question that facts
answer is judged by its gold spans. So that there are some that do not tell whose judgement they ask for, each is asked
again without the name, of the documents of that name alone.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from eval.datasets import read_dataset
from eval.indexing import index_of
from eval.measures.answers import answer_is_right
from eval.records import Dataset, Question, Span
from eval.results import Results
from eval.training.folds import FOLDS, fold_of
from eval.training.options import DAY_OF_FITTING, Datasets, ResultsFile, Today
from index.encoder import load_encoder
from index.seams import EVERYTHING, Scope
from index.snapshot import Snapshot, open_snapshot
from qa.judged.answering import Judged, judged
from qa.judged.confidence import FactModel, Told, told_of
from qa.judged.stating import stated
from qa.judged.subjects import Subject, subject_of
from qa.passages.asked import Asked
from qa.query import understand
from qa.settings import read_settings

KINDS: tuple[Told, ...] = ("all told", "some told")


@dataclass(frozen=True, slots=True)
class FactAnswer:
    """An answer from facts.

    Attributes:
        dataset: of the question.
        group: whose judgement it is; what is of one group is held out together.
        told: what the question tells.
        right: whether the words are right.
    """

    dataset: str
    group: str
    told: Told
    right: bool


def fact_answers(dataset: Dataset, snapshot: Snapshot, today: date) -> Iterator[FactAnswer]:
    """The answers from facts to the questions of a set, each as it is and without the name in it.

    Args:
        dataset: with gold spans.
        snapshot: of its documents.
        today: what "last year" counts from.
    """
    for question in dataset.questions:
        found = _answer(dataset.name, question, question.text, snapshot, EVERYTHING, today)
        if found is None:
            continue
        answer, subject = found
        yield answer
        own = {index for index, judgement in snapshot.judgements if subject_of(judgement.subject) == subject}
        unnamed = _without(question.text, subject)
        if again := _answer(dataset.name, question, unnamed, snapshot, EVERYTHING.within(own), today):
            yield again[0]


def _answer(
    name: str, question: Question, text: str, snapshot: Snapshot, scope: Scope, today: date
) -> tuple[FactAnswer, Subject] | None:
    """The answer from facts to a question in some words, and whose judgement it is; None where none answers."""
    asked = Asked(snapshot, understand(text, snapshot, today=today), scope)
    found = judged(asked.query, snapshot, scope)
    quote = _quote(asked, found) if found else None
    if found is None or quote is None:
        return None
    subject = subject_of(found.answering[0].facts[0].judgement.subject)
    right = answer_is_right(question, quote)
    return FactAnswer(name, " ".join(subject), told_of(found.question), right), subject


def _quote(asked: Asked, found: Judged) -> Span | None:
    """The words that are quoted for what answers."""
    for event in found.answering:
        if one := stated(event, found.question.wants, asked):
            start, end = one.span.quote
            shift = one.passage.start
            return Span(one.passage.document_id, shift + start, shift + end, one.passage.text[start:end])
    return None


def _without(text: str, subject: Subject) -> str:
    """A question without a name in it."""
    name = r"\W+".join(map(re.escape, subject))
    return re.sub(rf"\b{name}(?:['’]s)?\b", "", text, flags=re.I)


def counted(answers: Sequence[FactAnswer], training: dict[str, object]) -> FactModel:
    """How often answers are right, by what the questions tell."""
    own = {kind: [answer.right for answer in answers if answer.told == kind] for kind in KINDS}
    return FactModel(
        {kind: sum(right) for kind, right in own.items()}, {kind: len(own[kind]) for kind in KINDS}, training
    )


def folds_table(answers: Sequence[FactAnswer]) -> Table:
    """How often answers are right in each fold, and how often they were in the others."""
    table = Table(
        "", title=f"Answers from facts, held out by whose judgement it is, {FOLDS} folds", title_justify="left"
    )
    for heading in ("answers", "right", "share", "confidence by the other folds"):
        table.add_column(heading, justify="right")
    for kind in KINDS:
        for fold in range(FOLDS):
            own = [answer.right for answer in answers if answer.told == kind and fold_of(answer.group) == fold]
            others = counted([answer for answer in answers if fold_of(answer.group) != fold], {})
            if own:
                share, likely = sum(own) / len(own), others.likely(kind)
                table.add_row(f"{kind}, fold {fold}", str(len(own)), str(sum(own)), f"{share:.3f}", f"{likely:.3f}")
    return table


def main(
    datasets: Datasets,
    out: Annotated[Path | None, typer.Option(help="Write the counts here.")] = None,
    today: Today = DAY_OF_FITTING,
    results: ResultsFile = None,
) -> None:
    """Count how often answers from facts are right on question sets, and print it by fold."""
    console = Console(width=180)
    printed, settings = Results(console), read_settings()
    encoder, day = load_encoder(settings.encoder, settings.models), date.fromisoformat(today)
    answers: list[FactAnswer] = []
    for path in datasets:
        dataset = read_dataset(path)
        snapshot = open_snapshot(index_of(dataset, settings, encoder).folder, encoder)
        answers.extend(fact_answers(dataset, snapshot, day))
    printed.table(folds_table(answers))
    training: dict[str, object] = {
        "method": "share of answers that were right, as if one more were and one not; with and without the name",
        "answers": dict(Counter(answer.dataset for answer in answers)),
    }
    if out:
        out.write_text(json.dumps(asdict(counted(answers, training)), indent=1) + "\n", encoding="utf-8")
        console.print(f"Written: {out}")
    if results:
        printed.write(results, ["python", "-m", "eval.training.fact_answers", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
