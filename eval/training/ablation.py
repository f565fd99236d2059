"""What each part of the ranking is worth: the ranker fitted again without it, on held-out folds, beside the whole.

Run it as `python -m eval.training.ablation DATASET...`. Every variant is fitted from nothing without the part, so that what remains may make up for it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from eval.differences import difference
from eval.results import Results
from eval.training.ranker import Example, Outcome, examples_of_sets, fold, held_out
from qa.evidence import FEATURES
from qa.pipeline import load_assistant
from qa.settings import read_settings

PARTS: Mapping[str, frozenset[str]] = {
    "names (title, publisher)": frozenset({"called", "called_otherwise", "names_in_passage", "text_identity"}),
    "times": frozenset(
        {"published_then", "head_names_year", "passage_names_year", "passage_names_other_year", "of_another_time"}
    ),
    "latest, first, previous": frozenset({"in_order", "in_order_covering", "newest"}),
    "dense vectors": frozenset({"dense", "dense_absolute"}),
    "BM25 scores": frozenset({"text", "text_identity", "terms", "text_absolute"}),
    "words covered, and near each other": frozenset(
        {"covers_question", "covers_terms", "near_terms", "rarest_missing"}
    ),
    "headings and short lines": frozenset({"heading_holds_terms", "heading_in_question", "line_in_question"}),
    "summaries and ratings": frozenset({"pair_holds_terms", "says_rating", "states", "states_terms"}),
    "kind of answer": frozenset(
        {"value_near_terms", "lacks_value", *(name for name in FEATURES if name.startswith("holds_"))}
    ),
    "place, length, digits": frozenset({"beginning", "length", "digits"}),
}
"""What is taken out, and the evidence that goes with it."""
GATES_PART = "other weights for series"
RERANKER_PART = "reranker"


def without(example: Example, names: frozenset[str]) -> Example:
    """The same example with some of its evidence blanked out, which no fitted weight can then use."""
    features = example.evidence.features.copy()
    features[:, [column for column, name in enumerate(FEATURES) if name in names]] = 0.0
    return replace(example, evidence=replace(example.evidence, features=features))


def ungated(example: Example) -> Example:
    """The same example as if its documents were no series."""
    return replace(example, evidence=replace(example.evidence, interactions=()))


def rows(whole: Sequence[Outcome], ranks: Mapping[str, Sequence[int]], depth: int) -> list[tuple[str, list[str]]]:
    """For each variant a cell a set: how far hit@depth changes from the whole, and the p-value of that.

    Args:
        whole: outcomes of the whole ranker.
        ranks: for each variant the rank at which it answers each of the same questions.
        depth: how many passages count.
    """
    sets = list(dict.fromkeys(each.example.dataset for each in whole))
    picked = {
        name: [n for n, each in enumerate(whole) if each.example.dataset == name and each.example.question.answerable]
        for name in sets
    }
    table = [
        ("the whole", [f"{np.mean([whole[n].rank <= depth for n in numbers]):.3f}" for numbers in picked.values()])
    ]
    for name, found in ranks.items():
        cells = []
        for numbers in picked.values():
            cells.append(
                str(
                    difference(
                        "hit",
                        [float(found[n] <= depth) for n in numbers],
                        [float(whole[n].rank <= depth) for n in numbers],
                        0,
                    )
                )
            )
        table.append((name, cells))
    return table


def main(
    datasets: Annotated[list[Path], typer.Argument(help="Question sets with gold spans.")],
    limit: Annotated[int, typer.Option(help="At most so many questions a set, drawn with seed 0.")] = 1000,
    today: Annotated[str, typer.Option(help="What 'last year' counts from, YYYY-MM-DD.")] = "2026-01-01",
    results: Annotated[
        Path | None, typer.Option(metavar="FILE.md", help="Write what is printed as Markdown too.")
    ] = None,
) -> None:
    """Print what each part of the ranking is worth, by set."""
    console = Console(width=200)
    printed = Results(console)
    assistant = load_assistant(read_settings())
    every = examples_of_sets(datasets, assistant, limit, console, date.fromisoformat(today))
    most_read = assistant.reranked_passages
    whole = held_out(every, most_read, fold)
    ranks = {RERANKER_PART: [each.fast_rank for each in whole]}
    for name, names in PARTS.items():
        ranks[name] = [each.rank for each in held_out([without(each, names) for each in every], most_read, fold)]
    ranks[GATES_PART] = [each.rank for each in held_out([ungated(each) for each in every], most_read, fold)]
    for depth in (1, 5):
        table = Table(
            title=f"hit@{depth}, held out by documents, with one part taken out (* p < .05)", title_justify="left"
        )
        table.add_column("without")
        for dataset in dict.fromkeys(each.dataset for each in every):
            table.add_column(dataset, justify="right")
        for name, cells in rows(whole, ranks, depth):
            table.add_row(name, *cells)
        printed.table(table)
    if results:
        printed.write(results, ["python", "-m", "eval.training.ablation", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
