"""Fitting the ranker: the weights of evidence and the calibration of confidence, from question sets, with held-out folds.

Run it as `python -m eval.training.ranker DATASET... --out qa/ranker.json`. It prints how well each set does when it is held out in each of
three ways: by groups of questions about the same documents, by kinds of question, and as a whole set.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table
from scipy.optimize import minimize

from corpus.errors import ChapterError
from eval.datasets import read_dataset, sample
from eval.indexing import index_of
from eval.measures.calibration import calibration
from eval.measures.refusing import auroc
from eval.measures.relevance import hit_rank, overlaps_enough
from eval.records import Dataset, Question, Retrieved
from eval.results import Results
from eval.training.folds import FOLDS, fold_of, linked_documents
from eval.training.negatives import (
    foreign_questions,
    of_three_passages,
    other_names,
    other_ratings,
    other_years,
    places_left_out,
)
from index.build import build
from index.snapshot import Snapshot, open_snapshot
from qa.evidence import FEATURES, INTERACTIONS, Evidence, gather, weights
from qa.pipeline import Assistant, load_assistant, reranked_window
from qa.query import Query, understand
from qa.query.spelling import whole_words
from qa.rank import UNLIKELY
from qa.ranker import (
    CONFIDENCE_FEATURES,
    RERANK_FEATURES,
    RERANKED_CONFIDENCE_FEATURES,
    STATED,
    Ranker,
    Stage,
    confidence,
    confidence_features,
    rerank_features,
    scores,
)
from qa.settings import read_settings

PENALTY = 1e-3
INTERACTION_PENALTY = 1e-2
"""The weight of the squared (standardised) weights in the loss; what an open gate adds is held smaller."""
AGAINST = frozenset(
    """of_another_time passage_names_other_year lacks_value called_otherwise rarest_missing rating_unsaid rating_unstated_in_series covers_little
    unknown_name uncovered_time unknown_name_in_series uncovered_time_in_series only_mentioned_in_series only_mentioned_elsewhere""".split()
)
"""Evidence that can only speak against a passage."""
EITHER = frozenset({"digits", "length", "newest", "series", "intercept"})
"""Evidence that may speak for or against; all other only for."""
NOT_INTERACTING = frozenset({"beginning"})
"""Evidence that no gate changes: the sets at hand ask for beginnings more often than people do."""
RENAMED = 60
"""So many questions of each set are asked of a name that is in none of its documents, and so many of another year."""
THREES = 80
"""So many questions of each set are put to three of its passages."""
SURE = 0.8
"""Answers of at least this confidence are looked at apart."""
KIND_LEAST = 20
"""Kinds with so many questions are held out in turn."""
FOREIGN = 60
"""So many questions of other sets are put to each set's documents."""
UNANSWERABLE = 0.25
"""So many of a set's questions count as unanswerable at the most: in SQuAD 2.0 it is half, all written to deceive, which people's questions are not."""
SPREADS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question with all that is known of its candidates.

    Attributes:
        dataset: its set.
        question: with its gold spans.
        reading, evidence: as the assistant makes them.
        hits: whether each candidate hits a gold span.
        group: questions of one group are about the same documents and are held out together.
        kind: questions of one kind are alike in their words.
        logit: what the reranker says of a candidate, by its number.
    """

    dataset: str
    question: Question
    query: Query
    evidence: Evidence
    hits: NDArray[np.bool_]
    group: str
    kind: str
    logit: Callable[[int], float]

    def rank(self, order: Sequence[int]) -> int:
        """The rank at which an order of candidates answers; 1,000 when it never does."""
        passages = [self.evidence.passages[number] for number in order]
        retrieved = [
            Retrieved(passage.document_id, passage.start, passage.end, passage.text, 0.0, {}) for passage in passages
        ]
        return hit_rank(self.question, retrieved) or 1000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fitted ranker does with an example: the rank of the answer, and what its confidence is made of, fast and with the reranker."""

    example: Example
    fast_rank: int
    rank: int
    fast: Mapping[str, float]
    read: Mapping[str, float]
    fast_right: bool
    right: bool
    falls: tuple[tuple[float, bool], ...]


def examples(
    dataset: str,
    questions: Sequence[Question],
    snapshot: Snapshot,
    assistant: Assistant,
    console: Console,
    today: date,
    linked: Callable[[str], str],
    allowed: Sequence[NDArray[np.bool_]] = (),
) -> list[Example]:
    """Questions with their evidence in a snapshot; what the assistant's reranker says is asked when it is needed.

    Args:
        dataset: the name of their set.
        questions: to be put to the snapshot.
        snapshot: of the documents.
        assistant: with its models.
        console: what to show progress on.
        today: what "last year" counts from.
        linked: what stands for the documents that are linked with one, see `eval.training.folds`.
        allowed: for each question which passages may be found; nothing where all may.
    """
    reranker = assistant.reranker
    if reranker is None:
        raise ChapterError("The ranker is fitted with what a reranker says. Set QA_RERANKER to one, not to none.")
    found = []
    for number, question in enumerate(track(questions, dataset, console=console, transient=True)):
        query = understand(question.text, snapshot, today=today, is_word=whole_words(assistant.encoder))
        evidence = gather(snapshot, assistant.encoder, query, allowed[number] if allowed else None)
        weight = weights(snapshot.postings["text"], query.terms)
        logits: dict[int, float] = {}

        def logit(
            number: int,
            query: Query = query,
            evidence: Evidence = evidence,
            weight: Any = weight,
            logits: dict[int, float] = logits,
        ) -> float:
            if number not in logits:
                text = reranked_window(snapshot, query, evidence, number, weight).text(evidence.passages[number].text)
                logits[number] = next(read.logit for read in reranker.score(query.question, [text]) if read)
            return logits[number]

        hits = [
            any(
                overlaps_enough(Retrieved(each.document_id, each.start, each.end, each.text, 0.0, {}), span)
                for span in question.gold
            )
            for each in evidence.passages
        ]
        kind = question.slices.get("type", "")
        group = f"{dataset.partition(':')[0]} {_about(question, query, evidence, linked)}"
        found.append(
            Example(dataset, question, query, evidence, np.array(hits, dtype=bool), group, f"{dataset} {kind}", logit)
        )
    return found


def _about(question: Question, query: Query, evidence: Evidence, linked: Callable[[str], str]) -> str:
    """What a question is about, for its group: in a series what is called so, else the documents with its gold span, or with the best words."""
    if evidence.of_series and query.documents:
        return str(sorted(query.documents[0]))
    if question.gold:
        return linked(question.gold[0].document_id)
    best = int(evidence.features[:, FEATURES.index("text")].argmax()) if len(evidence.rows) else None
    return question.id if best is None else linked(evidence.passages[best].document_id)


def examples_of_sets(
    paths: Sequence[Path], assistant: Assistant, limit: int, console: Console, today: date
) -> list[Example]:
    """The questions of sets with their evidence; each set's documents are indexed first where that is needed."""
    settings = read_settings()
    found = []
    for dataset in map(read_dataset, paths):
        snapshot = open_snapshot(index_of(dataset, settings, assistant.encoder).folder, assistant.encoder)
        found += examples(
            dataset.name,
            sample(dataset, limit, 0).questions,
            snapshot,
            assistant,
            console,
            today,
            linked_documents(dataset),
        )
    return found


def examples_elsewhere(paths: Sequence[Path], assistant: Assistant, console: Console, today: date) -> list[Example]:
    """Questions put to other documents than their own: others', three passages of their own, a series without the place that is asked about."""
    datasets = [read_dataset(path) for path in paths]
    return [each for dataset in datasets for each in _examples_elsewhere(dataset, datasets, assistant, console, today)]


def _examples_elsewhere(
    dataset: Dataset, datasets: Sequence[Dataset], assistant: Assistant, console: Console, today: date
) -> list[Example]:
    """The same for one of the sets."""
    settings = read_settings()
    folder = index_of(dataset, settings, assistant.encoder).folder
    own = open_snapshot(folder, assistant.encoder)
    linked = linked_documents(dataset)

    def put(
        what: str, questions: Sequence[Question], allowed: Sequence[NDArray[np.bool_]] = (), snapshot: Snapshot = own
    ) -> list[Example]:
        return examples(f"{dataset.name}: {what}", questions, snapshot, assistant, console, today, linked, allowed)

    found = put("asked of others", foreign_questions(own, dataset.name, datasets, FOREIGN, today))
    few = list(of_three_passages(own, sample(dataset, THREES, 1).questions))
    found += put("of three passages", [each for each, _ in few], [allowed for _, allowed in few])
    if not own.catalogue.is_series:
        found += put("other names", other_names(own, dataset, datasets, RENAMED, today))
        found += put("other years", other_years(own, dataset, RENAMED, today))
    elif dataset.corpus and dataset.corpus.suffix == ".jsonl":
        swapped = put("other ratings", other_ratings(dataset))
        found += [
            each for each in swapped if each.evidence.features[:, FEATURES.index("states")].max(initial=0.0) < STATED
        ]
        left = folder.with_name(f"{folder.name}-places-left-out")
        questions = places_left_out(dataset, own, left / "corpus.jsonl", today)
        if not (left / "index").exists():
            shutil.copytree(folder, left / "index")  # so that nothing is encoded again
        build([left / "corpus.jsonl"], left / "index", assistant.encoder, size=settings.passage_size)
        found += put("places left out", questions, snapshot=open_snapshot(left / "index", assistant.encoder))
    return found


def fit(training: Sequence[Example], most_read: int) -> Ranker:
    """Fit the order of both stages; confidence is left empty, see `calibrate`."""
    first = _stage(
        training,
        [each.evidence.features.astype(np.float64) for each in training],
        [each.hits for each in training],
        FEATURES,
    )
    chosen = [_read(each, first, most_read) for each in training]
    features = [_with_reranker(each, numbers) for each, numbers in zip(training, chosen, strict=True)]
    read = _stage(
        training,
        features,
        [each.hits[numbers] for each, numbers in zip(training, chosen, strict=True)],
        (*FEATURES, *RERANK_FEATURES),
    )
    return Ranker(first, read, {})


def _stage(
    training: Sequence[Example], features: Sequence[Floats], hits: Sequence[NDArray[np.bool_]], names: Sequence[str]
) -> Stage:
    """Weights by which the candidates that hit are likeliest: a conditional logit with a ridge penalty and signed weights."""
    usable = [
        number
        for number, each in enumerate(training)
        if each.question.answerable and hits[number].any() and not hits[number].all()
    ]
    sizes = np.array([len(hits[number]) for number in usable])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    owner = np.repeat(np.arange(len(usable)), sizes)
    hit = np.concatenate([hits[number] for number in usable])
    plain = np.concatenate([features[number] for number in usable])
    interactions = [column for column, name in enumerate(names) if name not in NOT_INTERACTING]
    opened = {
        interaction: np.array(
            [interaction in training[number].evidence.interactions for number in usable], dtype=np.float64
        )[owner]
        for interaction in INTERACTIONS
    }
    matrix = np.concatenate(
        [plain, *(plain[:, interactions] * is_open[:, np.newaxis] for is_open in opened.values())], axis=1
    )
    deviation = matrix.std(axis=0) + 1e-6
    matrix /= deviation
    share = _shares([training[number] for number in usable])
    penalty = np.r_[np.full(len(names), PENALTY), np.full(len(INTERACTIONS) * len(interactions), INTERACTION_PENALTY)]

    def loss(weight: Floats) -> tuple[float, Floats]:
        score = matrix @ weight
        power = np.exp(score - np.maximum.reduceat(score, starts)[owner])
        whole, right = np.add.reduceat(power, starts), np.add.reduceat(power * hit, starts)
        gradient = matrix.T @ ((power / whole[owner] - power * hit / right[owner]) * share[owner])
        return float(
            -(share * np.log(right / whole)).sum() + (penalty * weight**2).sum()
        ), gradient + 2 * penalty * weight

    bounds = [_sign(name) for name in names] + [(None, None)] * (len(INTERACTIONS) * len(interactions))
    found = (
        minimize(
            loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}
        ).x
        / deviation
    )
    order = {name: round(float(value), 4) for name, value in zip(names, found[: len(names)], strict=True)}
    added = {
        interaction: {names[column]: round(float(value), 4) for column, value in zip(interactions, part, strict=True)}
        for interaction, part in zip(INTERACTIONS, np.split(found[len(names) :], len(INTERACTIONS)), strict=True)
    }
    return Stage(order, added, {}, 1.0)


def _sign(name: str) -> tuple[float | None, float | None]:
    return (None, 0.0) if name in AGAINST else (None, None) if name in EITHER else (0.0, None)


def _read(example: Example, first: Stage, most_read: int) -> NDArray[np.int64]:
    """The candidates a reranker reads, as `qa.rank.rank` chooses them."""
    found = scores(first, example.evidence.features, FEATURES, example.evidence.interactions)
    order = np.lexsort((example.evidence.rows, -found))
    likely: NDArray[np.int64] = order[found[order] >= found[order[0]] - UNLIKELY]
    return likely[:most_read]


def _with_reranker(example: Example, numbers: NDArray[np.int64]) -> Floats:
    logits = np.array([example.logit(int(number)) for number in numbers], dtype=np.float32)
    return np.concatenate([example.evidence.features[numbers], rerank_features(logits)], axis=1)


def outcome(example: Example, ranker: Ranker, most_read: int) -> Outcome:
    """What a ranker does with an example, as `qa.rank.rank` does it."""
    evidence = example.evidence
    found = scores(ranker.first_stage, evidence.features, FEATURES, evidence.interactions)
    order = np.lexsort((evidence.rows, -found))
    chosen = _read(example, ranker.first_stage, most_read)
    logits = np.array([example.logit(int(number)) for number in chosen], dtype=np.float32)
    after = scores(
        ranker.rerank_stage, _with_reranker(example, chosen), (*FEATURES, *RERANK_FEATURES), evidence.interactions
    )
    best = np.lexsort((evidence.rows[chosen], -after))
    whole = [*chosen[best].tolist(), *order[len(chosen) :].tolist()]
    return Outcome(
        example=example,
        fast_rank=example.rank(order[:10].tolist()),
        rank=example.rank(whole[:10]),
        fast=confidence_features(example.query, evidence, int(order[0]), found, None),
        read=confidence_features(example.query, evidence, whole[0], after, logits[best]),
        fast_right=bool(example.hits[order[0]]),
        right=bool(example.hits[whole[0]]),
        falls=tuple((float(after[place] - after[best[0]]), bool(example.hits[chosen[place]])) for place in best[1:5]),
    )


def held_out(
    every: Sequence[Example],
    most_read: int,
    fold: Callable[[Example], int | str],
    folds: Sequence[int | str] | None = None,
) -> list[Outcome]:
    """What is done with each example by a ranker that was fitted without its fold, in the examples' order; of some folds, or all."""
    outcomes: dict[int, Outcome] = {}
    for part in folds if folds is not None else sorted({fold(each) for each in every}, key=str):
        ranker = fit([each for each in every if fold(each) != part], most_read)
        outcomes |= {
            number: outcome(each, ranker, most_read) for number, each in enumerate(every) if fold(each) == part
        }
    return [outcomes[number] for number in sorted(outcomes)]


def calibrate(
    outcomes: Sequence[Outcome],
    parts: Callable[[Outcome], Mapping[str, float]],
    right: Callable[[Outcome], bool],
    names: Sequence[str],
) -> dict[str, float]:
    """A logistic regression from the parts of a decision to whether the first passage was right, each set counting the same."""
    matrix = np.array([[*(parts(each)[name] for name in names), 1.0] for each in outcomes])
    truth = np.array([right(each) for each in outcomes], dtype=np.float64)
    share = _shares([each.example for each in outcomes])
    deviation = matrix.std(axis=0)
    deviation[deviation < 1e-6] = 1.0
    matrix /= deviation
    penalty = np.r_[np.full(len(names), PENALTY), 0.0]

    def loss(weight: Floats) -> tuple[float, Floats]:
        score = matrix @ weight
        gradient = matrix.T @ (share * (1 / (1 + np.exp(-score)) - truth)) + 2 * penalty * weight
        return float((share * (np.logaddexp(0, score) - truth * score)).sum() + (penalty * weight**2).sum()), gradient

    bounds = [_sign(name) for name in (*names, "intercept")]
    found = (
        minimize(
            loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}
        ).x
        / deviation
    )
    return {name: round(float(value), 4) for name, value in zip((*names, "intercept"), found, strict=True)}


def _shares(every: Sequence[Example]) -> Floats:
    """How much each example counts: each set as the root of its size, of which unanswerable questions make up `UNANSWERABLE` at the most.

    Sets of nothing but unanswerable questions, which were made for calibration, count whole.
    """
    counts = Counter(each.dataset for each in every)
    answerable = Counter(each.dataset for each in every if each.question.answerable)
    odds = UNANSWERABLE / (1 - UNANSWERABLE)
    share = np.array([counts[each.dataset] ** -0.5 for each in every])
    for number, each in enumerate(every):
        most = odds * answerable[each.dataset]
        if not each.question.answerable and 0 < most < counts[each.dataset] - answerable[each.dataset]:
            share[number] *= most / (counts[each.dataset] - answerable[each.dataset])
    shares: Floats = share / share.sum()
    return shares


def spread(outcomes: Sequence[Outcome], weights: Mapping[str, float]) -> float:
    """How fast the probability falls with the score below the first passage's, by the likelihood of what was right at ranks 2 to 5."""

    def likelihood(value: float) -> float:
        total = 0.0
        for each in outcomes:
            first = confidence(weights, each.read)
            for fall, right in each.falls:
                p = min(max(first * float(np.exp(value * fall)), 1e-4), 1 - 1e-4)
                total += float(np.log(p if right else 1 - p))
        return total

    return max(SPREADS, key=likelihood)


def fold(example: Example) -> int:
    """The fold in which an example is held out: one for all questions about the same documents."""
    return fold_of(example.group)


def _table(title: str, outcomes: Sequence[Outcome], by: Callable[[Outcome], str]) -> Table:
    table = Table(title=title, title_justify="left")
    for heading in ("", "questions", "fast hit@1", "fast hit@5", "hit@1", "hit@5", "other document first"):
        table.add_column(heading, justify="left" if not heading else "right")
    for name in dict.fromkeys(by(each) for each in outcomes):
        those = [each for each in outcomes if by(each) == name and each.example.question.answerable]
        if those:
            rates = [
                np.mean([rank(each) <= depth for each in those]) for rank in (_fast_rank, _rank) for depth in (1, 5)
            ]
            table.add_row(
                name,
                str(len(those)),
                *(f"{rate:.3f}" for rate in rates),
                f"{np.mean([_elsewhere(each) for each in those]):.3f}",
            )
    return table


def _rank(each: Outcome) -> int:
    return each.rank


def _fast_rank(each: Outcome) -> int:
    return each.fast_rank


def _elsewhere(each: Outcome) -> bool:
    """Whether the first passage stands in a document that is called otherwise than the question says."""
    return each.read["called_otherwise"] > 0


def _confidence_table(
    title: str, outcomes: Sequence[Outcome], sure: Sequence[float], thresholds: Iterable[float]
) -> Table:
    table = Table(title=title, title_justify="left")
    for heading in (
        "",
        "ECE",
        "AUROC",
        f"right at >= {SURE}",
        *(f"answered / refused rightly at {value}" for value in thresholds),
    ):
        table.add_column(heading, justify="left" if not heading else "right")
    for name in dict.fromkeys(each.example.dataset for each in outcomes):
        picked = [number for number, each in enumerate(outcomes) if each.example.dataset == name]
        p = np.array([sure[number] for number in picked])
        right = np.array([outcomes[number].right for number in picked])
        answerable = np.array([outcomes[number].example.question.answerable for number in picked])
        area = f"{auroc(p[answerable], p[~answerable]):.3f}" if 0 < answerable.sum() < len(answerable) else "–"
        rates = [f"{_share(p[answerable] >= t)} / {_share(p[~answerable] < t)}" for t in thresholds]
        table.add_row(
            name,
            f"{calibration(p, right).ece:.3f}",
            area,
            f"{_share(right[p >= SURE])} of {int((p >= SURE).sum())}",
            *rates,
        )
    return table


def _share(found: NDArray[np.bool_]) -> str:
    return f"{found.mean():.3f}" if len(found) else "–"


def main(
    datasets: Annotated[list[Path], typer.Argument(help="Question sets with gold spans.")],
    out: Annotated[Path | None, typer.Option(help="Write the ranker here.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many questions a set, drawn with seed 0.")] = 1000,
    today: Annotated[str, typer.Option(help="What 'last year' counts from, YYYY-MM-DD.")] = "2026-01-01",
    results: Annotated[
        Path | None, typer.Option(metavar="FILE.md", help="Write what is printed as Markdown too.")
    ] = None,
) -> None:
    """Fit the ranker on question sets and print how well it does on what it was not fitted on."""
    console = Console(width=160)
    printed = Results(console)
    assistant, day = load_assistant(read_settings()), date.fromisoformat(today)
    every = examples_of_sets(datasets, assistant, limit, console, day) + examples_elsewhere(
        datasets, assistant, console, day
    )
    most_read = assistant.reranked_passages
    folded = held_out(every, most_read, fold)
    printed.table(_table(f"Held out by documents, {FOLDS} folds", folded, lambda each: each.example.dataset))
    printed.table(_table("The same, by kind of question", folded, lambda each: each.example.kind))
    kinds = Counter(each.kind for each in every if each.question.answerable and each.question.slices.get("type"))
    left_out = held_out(
        every, most_read, lambda each: each.kind, [kind for kind, count in kinds.items() if count >= KIND_LEAST]
    )
    printed.table(_table("Held out by kind of question", left_out, lambda each: each.example.kind))
    printed.table(
        _table(
            "Held out by set", held_out(every, most_read, lambda each: each.dataset), lambda each: each.example.dataset
        )
    )
    sure: dict[int, float] = {}
    for part in range(FOLDS):
        model = calibrate(
            [each for each in folded if fold(each.example) != part],
            lambda each: each.read,
            lambda each: each.right,
            RERANKED_CONFIDENCE_FEATURES,
        )
        sure |= {
            number: confidence(model, each.read) for number, each in enumerate(folded) if fold(each.example) == part
        }
    printed.table(
        _confidence_table(
            "Confidence, held out by documents",
            folded,
            [sure[number] for number in range(len(folded))],
            (0.3, 0.4, 0.5, 0.6),
        )
    )
    ranker = fit(every, most_read)
    read = calibrate(folded, lambda each: each.read, lambda each: each.right, RERANKED_CONFIDENCE_FEATURES)
    fast = calibrate(folded, lambda each: each.fast, lambda each: each.fast_right, CONFIDENCE_FEATURES)
    falls = spread(folded, read)
    counts = Counter(each.dataset for each in every)
    training = {
        "method": "conditional logit and logistic regression, ridge penalty, signed weights; folds by documents",
        "questions": dict(counts),
        "read": most_read,
        "penalty": PENALTY,
        "interaction_penalty": INTERACTION_PENALTY,
        "unanswerable_at_most": UNANSWERABLE,
        "encoder": assistant.encoder.name,
        "reranker": assistant.reranker.name if assistant.reranker else "none",
        "held_out_hit_at_1": {
            name: round(
                float(
                    np.mean(
                        [
                            each.rank == 1
                            for each in folded
                            if each.example.dataset == name and each.example.question.answerable
                        ]
                    )
                ),
                3,
            )
            for name in dict.fromkeys(each.dataset for each in every if each.question.answerable)
        },
    }
    ranker = replace(
        ranker,
        first_stage=replace(ranker.first_stage, confidence=fast, spread=falls),
        rerank_stage=replace(ranker.rerank_stage, confidence=read, spread=falls),
        training=training,
    )
    if out:
        out.write_text(json.dumps(asdict(ranker), indent=1) + "\n", encoding="utf-8")
        console.print(f"Written: {out}")
    if results:
        printed.write(results, ["python", "-m", "eval.training.ranker", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
