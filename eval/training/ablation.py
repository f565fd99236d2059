"""What each part of the ranking is worth: the ranker fitted again without it, on held-out folds, beside the whole.

Run it as `python -m eval.training.ablation DATASET...`. Every variant is fitted from nothing without the part, so that
what remains may make up for it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from eval.differences import difference
from eval.results import Results
from eval.training.calibration import Outcome
from eval.training.examples import Example, examples_of_sets
from eval.training.options import DAY_OF_FITTING, Datasets, Limit, ResultsFile, Today
from eval.training.ranker import fold, held_out
from qa.features import FEATURES
from qa.pipeline import load_assistant
from qa.settings import read_settings

INTERACTIONS_PART = "other weights for series"
RERANKER_PART = "reranker"


def without(example: Example, names: frozenset[str]) -> Example:
    """An example with some of its features blanked out, which no fitted weight can then use."""
    features = example.candidates.features.copy()
    features[:, [FEATURES.column(name) for name in names]] = 0.0
    return replace(example, candidates=replace(example.candidates, features=features))


def without_interactions(example: Example) -> Example:
    """An example as if its documents were no series."""
    return replace(example, candidates=replace(example.candidates, interactions=()))


def rows(whole: Sequence[Outcome], ranks: Mapping[str, Sequence[int]], depth: int) -> list[tuple[str, list[str]]]:
    """For each variant a cell a set: how far hit@depth changes from the whole, and the p-value of that.

    Args:
        whole: outcomes of the whole ranker.
        ranks: for each variant the rank at which it answers each of the same questions.
        depth: how many passages count.
    """
    answerable = [position for position, outcome in enumerate(whole) if outcome.example.question.answerable]
    sets: dict[str, list[int]] = {outcome.example.dataset: [] for outcome in whole}
    for position in answerable:
        sets[whole[position].example.dataset].append(position)
    before = {name: [float(whole[position].rank <= depth) for position in own] for name, own in sets.items()}
    table = [("the whole", [f"{np.mean(hits):.3f}" for hits in before.values()])]
    for variant, found in ranks.items():
        after = {name: [float(found[position] <= depth) for position in own] for name, own in sets.items()}
        table.append((variant, [str(difference("hit", after[name], hits, 0)) for name, hits in before.items()]))
    return table


def main(
    datasets: Datasets,
    limit: Limit = 1000,
    today: Today = DAY_OF_FITTING,
    results: ResultsFile = None,
) -> None:
    """Print what each part of the ranking is worth, by set."""
    console = Console(width=200)
    printed = Results(console)
    assistant = load_assistant(read_settings())
    every = examples_of_sets(datasets, assistant, limit, console, date.fromisoformat(today))
    most_read = assistant.reranked_passages
    whole = held_out(every, most_read, fold)
    ranks = {RERANKER_PART: [outcome.fast_rank for outcome in whole]}
    for name, names in FEATURES.groups.items():
        blanked = [without(example, names) for example in every]
        ranks[name] = [outcome.rank for outcome in held_out(blanked, most_read, fold)]
    plain = [without_interactions(example) for example in every]
    ranks[INTERACTIONS_PART] = [outcome.rank for outcome in held_out(plain, most_read, fold)]
    for depth in (1, 5):
        table = Table(
            title=f"hit@{depth}, held out by documents, with one part taken out (* p < .05)", title_justify="left"
        )
        table.add_column("without")
        for dataset in dict.fromkeys(example.dataset for example in every):
            table.add_column(dataset, justify="right")
        for name, cells in rows(whole, ranks, depth):
            table.add_row(name, *cells)
        printed.table(table)
    if results:
        printed.write(results, ["python", "-m", "eval.training.ablation", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
