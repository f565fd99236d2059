"""What each part of the ranking, and of the weighing of words, is worth: fitted again without it, beside the whole.

Run it as `python -m eval.training.ablation DATASET...`. Every variant is fitted from nothing without the part, so that
what remains may make up for it. Rankings are held out by documents; words are weighed with the whole set left out.
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
from eval.training.answer_model import HeldOut, Rows, of_set, shown_to_unseen
from eval.training.answer_model import held_out as words_held_out
from eval.training.calibration import Outcome
from eval.training.examples import Example, examples_of_sets
from eval.training.options import DAY_OF_FITTING, Datasets, Limit, ResultsFile, Today
from eval.training.ranker import fold, held_out
from eval.training.report import figures_table
from eval.training.shown import THRESHOLD, Shown, answer_shares, by_set
from qa.features import FEATURES
from qa.features.shown import READ_WORDS_FEATURES
from qa.pipeline import load_assistant
from qa.settings import read_settings

INTERACTIONS_PART = "other weights for series"
RERANKER_PART = "reranker"
WHOLE = "the whole"


def without(example: Example, names: frozenset[str]) -> Example:
    """An example with some of its features blanked out, which no fitted weight can then use."""
    features = example.candidates.features.copy()
    features[:, [FEATURES.column(name) for name in names]] = 0.0
    return replace(example, candidates=replace(example.candidates, features=features))


def without_interactions(example: Example) -> Example:
    """An example as if its documents were no series."""
    return replace(example, candidates=replace(example.candidates, interactions=()))


def words_without(rows: Rows, names: frozenset[str]) -> Rows:
    """Words of which some features are blanked out, which no fitted weight can then use."""
    values = rows.values.copy()
    values[:, [READ_WORDS_FEATURES.names.index(name) for name in names]] = 0.0
    return replace(rows, values=values)


def words_held_out_without(held: HeldOut, names: frozenset[str]) -> HeldOut:
    """What was read, as if nothing were known of some features of words."""
    return replace(held, read=tuple(words_without(rows, names) for rows in held.read))


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
    table = [(WHOLE, [f"{np.mean(hits):.3f}" for hits in before.values()])]
    for variant, found in ranks.items():
        after = {name: [float(found[position] <= depth) for position in own] for name, own in sets.items()}
        table.append((variant, [str(difference("hit", after[name], hits, 0)) for name, hits in before.items()]))
    return table


def words_table(title: str, found: Mapping[str, Sequence[Shown]]) -> Table:
    """For each group of features of words, what is shown of each set by a model that does without it.

    Args:
        title: of the table.
        found: what could be shown of the same questions, by the group that was taken out.
    """
    sets = {group: by_set(every) for group, every in found.items()}
    table = figures_table(title, list(next(iter(sets.values()), {})), "without")
    for group, each in sets.items():
        table.add_row(group, *(" / ".join(answer_shares(own, THRESHOLD)) for own in each.values()))
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
        title = f"hit@{depth}, held out by documents, with one part taken out (* p < .05)"
        table = figures_table(title, list(dict.fromkeys(example.dataset for example in every)), "without")
        for name, cells in rows(whole, ranks, depth):
            table.add_row(name, *cells)
        printed.table(table)
    unseen, folded = words_held_out(every, every, most_read, of_set), words_held_out(every, every, most_read, fold)
    found = {
        group: shown_to_unseen(words_held_out_without(unseen, names), words_held_out_without(folded, names), of_set)
        for group, names in {WHOLE: frozenset[str](), **READ_WORDS_FEATURES.groups}.items()
    }
    printed.table(words_table("Answer right / shown wrong / outcome, with the set left out", found))
    if results:
        printed.write(results, ["python", "-m", "eval.training.ablation", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
