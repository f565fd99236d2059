"""Fitting the answer model: which of the words that may be shown answer, and how likely they are right.

Run it as `python -m eval.training.answer_model DATASET... --ranker qa/ranking/ranker.json --out
qa/choosing/answer_model.json`. Ranker and answer model are fitted together here, from one reading of the sets; what it
prints is of each set that neither of them has seen.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console

from eval.results import Results
from eval.training.calibration import STYLE, Outcome, example_shares, logistic_weights
from eval.training.examples import Example, ShownSpan, examples_elsewhere, examples_of_sets
from eval.training.folds import FOLDS
from eval.training.options import DAY_OF_FITTING, QUESTIONS_A_SET, Datasets, Limit, ResultsFile, Today
from eval.training.ranker import by_rankers_without, fitted, fold, held_out_confidences, outcome
from eval.training.reader.written import WRITTEN
from eval.training.report import confidence_table, ranking_table
from eval.training.shown import Shown, answers_table, even_odds_table, thresholds_table
from eval.training.written_sets import examples_of_written
from qa.checks.words import is_no_answer
from qa.choosing.answer_model import CONSIDERED, AnswerModel, rival_scores, telling
from qa.extraction.asked_list import list_told
from qa.features import FEATURES
from qa.features.confidence import PlacedPassage, calibrated
from qa.features.feature import FeatureSet
from qa.features.reranker import rerank_values
from qa.features.shown import READ_WORDS_FEATURES, WORDS_FEATURES, ShownWords
from qa.pipeline import load_assistant
from qa.ranking.rank import StageOrder, first_stage, likely_candidates, rerank_stage
from qa.ranking.ranker import Ranker
from qa.settings import read_settings

THRESHOLDS = (0.3, 0.4, 0.5, 0.6)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """What may be shown to an example's question: what is known of the words of each of the first passages.

    Attributes:
        example: the question.
        values: float64 of shape (words, features).
        right: whether the words of each are right; bool of shape (words,).
        possible: whether the words of each pass the checks; bool of shape (words,).
        hit: whether the first passage answers, and whether one of the first five does.
    """

    example: Example
    values: Floats
    right: NDArray[np.bool_]
    possible: NDArray[np.bool_]
    hit: tuple[bool, bool]


def read_rows(example: Example, ranker: Ranker, most_read: int) -> Rows:
    """The rows of an example whose candidates a reranker has read."""
    candidates = example.candidates
    places = likely_candidates(first_stage(ranker.first_stage, candidates))[:most_read]
    order = rerank_stage(ranker.rerank_stage, candidates, places, example.said(places.tolist()))
    return _rows(example, order, example.shown, example.said(order.candidates.tolist()))


def unread_rows(example: Example, ranker: Ranker) -> Rows:
    """The rows of an example without a reranker."""
    return _rows(example, first_stage(ranker.first_stage, example.candidates), example.unread, None)


def _rows(
    example: Example, order: StageOrder, shown_of: Callable[[int], ShownSpan], said: NDArray[np.float32] | None
) -> Rows:
    """The rows of the first candidates of an order.

    Args:
        example: the question.
        order: of its candidates.
        shown_of: which words of a candidate would be shown, by its place among them.
        said: what a reranker says of those in the order, in it; None where none has read them.
    """
    candidates, best = example.candidates, order.candidates[:CONSIDERED].tolist()
    made = [shown_of(place) for place in best]
    tellings = [
        list_told(example.asked, candidates.passages[place], one.span.quote)
        or telling(candidates.passages[place], one.span)
        for place, one in zip(best, made, strict=True)
    ]

    def words(rank: int, place: int) -> ShownWords:
        features = dict(zip(FEATURES.names, candidates.features[place].tolist(), strict=True))
        if said is not None:
            features |= rerank_values(*said[rank].tolist())
        score = float(order.scores[rank])
        others = rival_scores(order.scores, tellings, rank)
        placed = PlacedPassage(example.asked, candidates.of_series, features, score, others, said)
        title, span = candidates.documents[place].title, made[rank].span
        return ShownWords(example.asked, candidates.passages[place], title, span, placed=placed)

    each = [words(rank, place) for rank, place in enumerate(best)]
    declared = WORDS_FEATURES if said is None else READ_WORDS_FEATURES
    hits = example.hits[best]
    return Rows(
        example,
        values=np.array([[feature.compute(one) for feature in declared] for one in each]),
        right=np.array([one.right for one in made], dtype=bool),
        possible=np.array([not is_no_answer(one) for one in each], dtype=bool),
        hit=(bool(hits[0]), bool(hits.any())),
    )


def fit_words(rows: Sequence[Rows], declared: FeatureSet[ShownWords, float]) -> dict[str, float]:
    """A logistic regression from what is known of words to whether they are right; each example counts once.

    Words that the checks refuse whatever the weights say are left out.
    """
    rows = [one for one in rows if one.possible.any()]
    values = np.concatenate([one.values[one.possible] for one in rows])
    truth = np.concatenate([one.right[one.possible] for one in rows]).astype(np.float64)
    share = np.concatenate(
        [
            np.full(one.possible.sum(), whole / one.possible.sum())
            for one, whole in zip(rows, example_shares([one.example for one in rows]), strict=True)
        ]
    )
    return logistic_weights(values, truth, share, declared)


def shown(rows: Rows, weights: dict[str, float], declared: FeatureSet[ShownWords, float]) -> Shown:
    """What a model shows of an example."""
    sure = [calibrated(weights, dict(zip(declared.names, row, strict=True))).probability for row in rows.values]
    sure = np.where(rows.possible, sure, 0.0).tolist()
    best = int(np.argmax(sure))
    example = rows.example
    return Shown(
        example.dataset, example.question.answerable, sure[best], bool(rows.right[best]), rows.hit[0], rows.hit[1]
    )


def of_set(example: Example) -> str:
    """The set whose documents an example is asked of."""
    return example.dataset.partition(":")[0]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What is done with each example, in their order, by rankers that have not seen its part."""

    outcomes: tuple[Outcome, ...]
    read: tuple[Rows, ...]
    fast: tuple[Rows, ...]


def held_out(
    every: Sequence[Example], training: Sequence[Example], most_read: int, part_of: Callable[[Example], Hashable]
) -> HeldOut:
    """What is done with each example by a ranker that was fitted to the training, but for its part."""

    def done(example: Example, ranker: Ranker) -> tuple[Outcome, Rows, Rows]:
        rows = read_rows(example, ranker, most_read), unread_rows(example, ranker)
        return outcome(example, ranker, most_read), *rows

    return HeldOut(*map(tuple, zip(*by_rankers_without(every, training, most_read, part_of, done), strict=True)))


def shown_to_unseen(unseen: HeldOut, folded: HeldOut, part_of: Callable[[Example], Hashable]) -> list[Shown]:
    """What is shown of each part by a ranker and an answer model that have not seen it, in the order of the examples.

    Args:
        unseen: what was done with each example by a ranker without its part.
        folded: what was done by rankers without the example's fold; on these of the other parts the answer model is
            fitted.
        part_of: the part of an example.
    """
    weights = {
        part: fit_words([rows for rows in folded.read if part_of(rows.example) != part], READ_WORDS_FEATURES)
        for part in dict.fromkeys(part_of(rows.example) for rows in unseen.read)
    }
    return [shown(rows, weights[part_of(rows.example)], READ_WORDS_FEATURES) for rows in unseen.read]


def main(
    datasets: Datasets,
    out: Annotated[Path | None, typer.Option(help="Write the answer model here.")] = None,
    ranker_out: Annotated[Path | None, typer.Option("--ranker", help="Write the ranker here.")] = None,
    checked: Annotated[list[Path] | None, typer.Option(help="A set that no weights are fitted to; repeatable.")] = None,
    limit: Limit = QUESTIONS_A_SET,
    today: Today = DAY_OF_FITTING,
    results: ResultsFile = None,
    written: Annotated[Path, typer.Option(help="The material that we have written.")] = WRITTEN,
) -> None:
    """Fit ranker and answer model on question sets, and print what is shown of each set that they have not seen."""
    console = Console(width=180)
    printed = Results(console)
    assistant, day = load_assistant(read_settings()), date.fromisoformat(today)
    sets = [*datasets, *(checked or ())]
    every = [
        example
        for example in (
            *examples_of_sets(sets, assistant, limit, console, day),
            *examples_elsewhere(sets, assistant, console, day),
            *examples_of_written(written, assistant, limit, console, day),
        )
        if len(example.candidates.rows)
    ]
    most_read, only_checked = assistant.reranked_passages, {path.name for path in checked or ()}
    training = [example for example in every if of_set(example) not in only_checked]
    folded = held_out(training, training, most_read, fold)
    if len(sets) > 1:
        unseen = held_out(every, training, most_read, of_set)
        printed.table(ranking_table("Ranking of each set by a ranker that has not seen it", unseen.outcomes, _dataset))
        found = shown_to_unseen(unseen, folded, of_set)
        printed.table(answers_table("Each set with a ranker and an answer model that have not seen it", found))
        printed.table(thresholds_table("The same, by the least confidence of an answer", found))
        peoples = {of_set(example) for example in every if STYLE in example.question.slices}
        as_people_ask = [one for one in found if one.dataset in peoples]
        if as_people_ask:
            printed.table(even_odds_table("Where right answers are worth what wrong ones cost", as_people_ask))
    found = shown_to_unseen(folded, folded, fold)
    printed.table(answers_table(f"Answers held out by documents, {FOLDS} folds", found))
    printed.table(ranking_table(f"Ranking held out by documents, {FOLDS} folds", folded.outcomes, _dataset))
    printed.table(ranking_table("The same, by kind of question", folded.outcomes, _kind))
    sure = held_out_confidences(folded.outcomes)
    title = "Confidence of the first passage, held out by documents"
    printed.table(confidence_table(title, folded.outcomes, sure, THRESHOLDS))
    record = {
        "method": "logistic regression, ridge penalty, signed weights; rows of rankers fitted without their fold",
        "considered": CONSIDERED,
        "questions": dict(Counter(example.dataset for example in training)),
    }
    model = AnswerModel(fit_words(folded.fast, WORDS_FEATURES), fit_words(folded.read, READ_WORDS_FEATURES), record)
    for path, fitted_model in ((out, model), (ranker_out, fitted(training, folded.outcomes, assistant))):
        if path:
            path.write_text(json.dumps(asdict(fitted_model), indent=1) + "\n", encoding="utf-8")
            console.print(f"Written: {path}")
    if results:
        printed.write(results, ["python", "-m", "eval.training.answer_model", *sys.argv[1:]])


def _dataset(outcome: Outcome) -> str:
    return outcome.example.dataset


def _kind(outcome: Outcome) -> str:
    return outcome.example.kind


if __name__ == "__main__":
    typer.run(main)
