"""What reading more passages is worth, and what it takes: right passages and words, and milliseconds.

    python -m benchmarks.depth ../shared/data/minutes_read ../shared/data/guidance_read --results depth.md

For each number of passages that the reader reads: whether the first passage answers, whether one of the first five
does, whether the words found in the first one are right, of all questions with an answer; and the median time of
reading so many, alone in one process. Weights are the shipped ones, which have seen the sets of `make fit`, and no
question is refused: only how the rows compare tells anything.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from eval.results import Results
from eval.training.examples import Example, examples_of_sets
from eval.training.options import DAY_OF_FITTING, Datasets, Limit, ResultsFile, Today
from index.seams import Reranker
from qa.pipeline import load_assistant
from qa.ranking.rank import first_stage, rerank_stage, window_of
from qa.ranking.ranker import Ranker
from qa.settings import read_settings

DEPTHS = (1, 2, 3, 5, 8, 10, 15, 20)
TIMED = 40
"""So many questions of all sets are timed."""


@dataclass(frozen=True, slots=True)
class Read:
    """What comes first to a question when so many passages are read."""

    dataset: str
    hit: bool
    hit_at_5: bool
    right: bool


def main(
    datasets: Datasets,
    limit: Limit = 400,
    today: Today = DAY_OF_FITTING,
    results: ResultsFile = None,
) -> None:
    """Print what each depth of reading is worth on question sets, and what it takes."""
    console = Console(width=160)
    printed, assistant = Results(console), load_assistant(read_settings())
    if assistant.reranker is None:
        raise typer.BadParameter("nothing is read without a reranker. Set QA_RERANKER to one, not to none.")
    every = [
        example
        for example in examples_of_sets(datasets, assistant, limit, console, date.fromisoformat(today))
        if example.question.answerable and len(example.candidates.rows)
    ]
    table = Table("passages read", title="What reading so many passages is worth", title_justify="left")
    names = list(dict.fromkeys(example.dataset for example in every))
    for name in names:
        table.add_column(f"{name}: hit@1 / hit@5 / words right", justify="right")
    table.add_column("ms", justify="right")
    for depth in DEPTHS:
        read = [read_to(example, assistant.ranker, depth) for example in every]
        shares = (_shares([one for one in read if one.dataset == name]) for name in names)
        took = milliseconds(every[:: max(1, len(every) // TIMED)], assistant.ranker, assistant.reranker, depth)
        table.add_row(str(depth), *shares, f"{took:.0f}")
    printed.table(table)
    if results:
        printed.write(results, ["python", "-m", "benchmarks.depth", *sys.argv[1:]])


def read_to(example: Example, ranker: Ranker, depth: int) -> Read:
    """What comes first to a question when so many of its likeliest candidates are read."""
    places = first_stage(ranker.first_stage, example.candidates).candidates[:depth]
    order = rerank_stage(ranker.rerank_stage, example.candidates, places, example.said(places.tolist())).candidates
    first = int(order[0])
    return Read(
        example.dataset, bool(example.hits[first]), bool(example.hits[order[:5]].any()), example.shown(first).right
    )


def milliseconds(timed: Sequence[Example], ranker: Ranker, reranker: Reranker, depth: int) -> float:
    """The median time of reading so many candidates of a question, in milliseconds."""
    took = []
    for example in timed:
        places = first_stage(ranker.first_stage, example.candidates).candidates[:depth].tolist()
        texts = [
            window_of(example.asked, example.candidates, place).text(example.candidates.passages[place].text)
            for place in places
        ]
        started = time.perf_counter()
        reranker.score(example.asked.query.question, texts)
        took.append((time.perf_counter() - started) * 1000)
    return statistics.median(took)


def _shares(read: Sequence[Read]) -> str:
    shares = np.array([(one.hit, one.hit_at_5, one.right) for one in read], dtype=float).mean(axis=0)
    return " / ".join(f"{share:.3f}" for share in shares)


if __name__ == "__main__":
    typer.run(main)
