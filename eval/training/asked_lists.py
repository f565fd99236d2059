"""Fitting how much it says for a list that what stands above it has what is asked.

Run it as `python -m eval.training.asked_lists eval/lists/SET... --out qa/choosing/answer_model.json`, after all else of
the answer model and its calibration: the other weights stay as they are. Questions of one set are put to the documents
of the others too, which do not answer them. What it prints is of each set by a weight that has not seen it. It is for
words that a reranker has read; without one, nearly as many wrong answers would come with such a weight as right ones.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from pydantic import TypeAdapter
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize_scalar
from scipy.special import expit, logit

from eval.datasets import read_dataset
from eval.indexing import index_of
from eval.results import Results
from eval.training.answer_model import Rows, read_rows
from eval.training.examples import Example, examples, examples_of_sets
from eval.training.negatives import foreign_questions
from eval.training.options import DAY_OF_FITTING, Datasets, ResultsFile, Today
from eval.training.report import figures_table
from index.snapshot import open_snapshot
from qa.choosing.answer_model import AnswerModel, load_answer_model
from qa.choosing.calibration import load_calibration
from qa.features.confidence import calibrated
from qa.features.feature import FeatureSet
from qa.features.shown import LIST_ASKED, READ_WORDS_FEATURES, ShownWords
from qa.pipeline import Assistant, load_assistant
from qa.ranking.ranker import load_ranker
from qa.settings import read_settings

MOST = 8.0
"""No weight is more than this, in log odds."""
VARIANCE = 2.0
"""Of what a weight is taken to be before anything is known, about 0: few questions show a list, and nearly all of these
rightly, which would be likeliest with a weight that lets a list answer whatever else speaks against it. Set by hand."""
SHARE = 1e-4
"""Log odds are taken of probabilities this far from 0 and 1."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Listed:
    """The words that may be shown to a question.

    Attributes:
        dataset: whose documents are asked.
        odds: the log odds that each is right, without the weight that is fitted; float64 of shape (words,).
        asked: how much of what is asked stands above the list of each; float64 of shape (words,).
        right: whether each is; bool of shape (words,).
    """

    dataset: str
    odds: Floats
    asked: Floats
    right: NDArray[np.bool_]

    def sure(self, weight: float) -> Floats:
        """How sure each is with a weight."""
        made: Floats = expit(self.odds + weight * self.asked)
        return made


def listed(rows: Rows, weights: Mapping[str, float], declared: FeatureSet[ShownWords, float]) -> Listed:
    """What is known of the words of an example that pass the checks.

    Args:
        rows: of the example.
        weights: of the answer model, calibrated.
        declared: the features that these are of.
    """
    without, values = {**weights, LIST_ASKED: 0.0}, rows.values[rows.possible]
    sure = [calibrated(without, dict(zip(declared.names, row, strict=True))).probability for row in values]
    odds = logit(np.clip(np.array(sure, dtype=np.float64), SHARE, 1 - SHARE))
    return Listed(
        rows.example.dataset.partition(":")[0],
        odds,
        values[:, declared.names.index(LIST_ASKED)].astype(np.float64),
        rows.right[rows.possible],
    )


def fit_weight(every: Sequence[Listed]) -> float:
    """The likeliest weight, 0 or more, by what was right and `VARIANCE`; each question counts alike.

    Args:
        every: of at least one question with words.
    """

    def loss(weight: float) -> float:
        own = sum(float(np.mean(np.logaddexp(0, score) - one.right * score)) for one, score in scores(weight))
        return own + weight**2 / (2 * VARIANCE)

    def scores(weight: float) -> list[tuple[Listed, Floats]]:
        return [(one, one.odds + weight * one.asked) for one in every if len(one.odds)]

    return round(float(minimize_scalar(loss, bounds=(0, MOST), method="bounded").x), 4)


def left_out_table(title: str, every: Sequence[Listed], least: float) -> Table:
    """What is shown to the questions of each set before, and with the weight of all others.

    Args:
        title: of the table.
        every: of at least two sets.
        least: words are shown from this confidence on.
    """
    headings = ("questions", "right", "wrong", "weight by the others", "right then", "wrong then")
    table = figures_table(title, headings, "left out")
    names = list(dict.fromkeys(one.dataset for one in every))
    counted = []
    for name in names:
        weight = fit_weight([one for one in every if one.dataset != name])
        own = [one for one in every if one.dataset == name]
        counted.append((len(own), *_shown(own, 0.0, least), *_shown(own, weight, least)))
        table.add_row(name, *map(str, counted[-1][:3]), f"{weight:.2f}", *map(str, counted[-1][3:]))
    total = [str(sum(column)) for column in zip(*counted, strict=True)]
    table.add_row("all", *total[:3], f"{fit_weight(every):.2f}", *total[3:])
    return table


def _shown(every: Sequence[Listed], weight: float, least: float) -> tuple[int, int]:
    """How many questions are shown right words, and how many wrong ones."""
    right = wrong = 0
    for one in every:
        sure = one.sure(weight)
        if len(sure) and sure.max() >= least:
            is_right = bool(one.right[int(sure.argmax())])
            right, wrong = right + is_right, wrong + (not is_right)
    return right, wrong


def _examples(paths: Sequence[Path], assistant: Assistant, console: Console, day: date) -> list[Example]:
    """The questions of sets, put to their documents and to those of the others."""
    datasets, settings = [read_dataset(path) for path in paths], read_settings()
    most = sum(len(dataset.questions) for dataset in datasets)
    made = examples_of_sets(paths, assistant, most, console, day)
    for dataset in datasets:
        own = open_snapshot(index_of(dataset, settings, assistant.encoder).folder, assistant.encoder)
        others = foreign_questions(own, dataset.name, datasets, most, day)
        made += examples(f"{dataset.name}: asked of others", others, own, assistant, console, day, str)
    return [example for example in made if len(example.candidates.rows)]


def write_weight(out: Path, weight: float, questions: int) -> None:
    """Write a weight, which is of calibrated log odds, into an answer model as its calibration will find it.

    Args:
        out: the answer model, in whose place the new one is written.
        weight: of `LIST_ASKED`.
        questions: how many it was fitted to.
    """
    model, scaling = TypeAdapter(AnswerModel).validate_json(out.read_bytes()), load_calibration()
    model = replace(
        model,
        fast={LIST_ASKED: 0.0, **model.fast},
        read={**model.read, LIST_ASKED: round(weight / scaling.read.slope, 4)},
        training={**model.training, "questions for lists": questions},
    )
    out.write_text(json.dumps(asdict(model), indent=1) + "\n", encoding="utf-8")


def main(
    datasets: Datasets,
    out: Annotated[Path | None, typer.Option(help="Write the weight into the answer model here.")] = None,
    today: Today = DAY_OF_FITTING,
    results: ResultsFile = None,
) -> None:
    """Fit the weight on questions for lists, and print what it does to each set that it has not seen."""
    console = Console(width=160)
    printed = Results(console)
    settings = read_settings()
    assistant, ranker, model = load_assistant(settings), load_ranker(), load_answer_model()
    every = _examples(datasets, assistant, console, date.fromisoformat(today))
    read = [read_rows(example, ranker, assistant.reranked_passages) for example in every]
    rows = [listed(one, model.read, READ_WORDS_FEATURES) for one in read]
    printed.table(left_out_table("What is shown", rows, settings.answer_confidence))
    if out:
        write_weight(out, fit_weight(rows), len(every))
        console.print(f"Written: {out}")
    if results:
        printed.write(results, ["python", "-m", "eval.training.asked_lists", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
