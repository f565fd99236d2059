"""Fitting the reader: which words of a passage answer, learnt from the gold spans of question sets, with held-out folds.

Run it as `python -m eval.training.answer_extractor DATASET... --out qa/answer_extractor.json`. Each question is read with a passage that holds a gold span, so what it
prints is how well words are chosen where the right passage comes first. Heads are fitted without the fold they are tried on; the few weights
of the choice are fitted on what heads say of the other folds, and those heads have seen the fold: a small leak.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table
from scipy.optimize import minimize

from corpus.document import Passage
from corpus.errors import ChapterError
from corpus.language.kinds import AnswerType
from eval.datasets import read_dataset, sample
from eval.indexing import index_of
from eval.measures.quotes import answer_f1
from eval.measures.relevance import overlaps_enough
from eval.records import Dataset, Question, Retrieved
from eval.results import Results
from eval.training.folds import FOLDS, fold_of, linked_documents
from index.reranker import RerankOutput
from index.snapshot import Snapshot, open_snapshot
from qa.answer_extractor import BRIEF_WORDS, SPAN_FEATURES, Head, Reader, Span, candidates
from qa.evidence import weights
from qa.extract import Window, candidate_spans
from qa.pipeline import Assistant, load_assistant, window
from qa.query import understand
from qa.query.spelling import whole_words
from qa.settings import read_settings

PENALTY = 1e-3
CHOICE_PENALTY = 1e-4
"""The weight of the squared (standardised) weights in the loss of the heads, and of the choice among stretches."""
ROUNDS = 80
HELD = 0.6
"""A window holds a gold span when it holds at least this share of it."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """A question read with a passage that answers it.

    Attributes:
        dataset: the question's set.
        fold: in which it is held out.
        kind: of answer that is wanted.
        weight: how much each of the question's stems tells.
        text: what was read of the passage, without the title.
        read: what the reranker made of it.
        gold: the first and last tokens of the gold spans in it, at least one.
        brief: whether the shortest answer is.
        references: what the answer may be.
        sentence: what would be quoted without a reader.
    """

    dataset: str
    fold: int
    kind: AnswerType
    weight: Mapping[str, float]
    text: str
    read: RerankOutput
    gold: tuple[Span, ...]
    brief: bool
    references: tuple[str, ...]
    sentence: str


def examples(
    dataset: Dataset, snapshot: Snapshot, assistant: Assistant, console: Console, today: date
) -> list[Example]:
    """The questions of a set whose gold span stands in the window of a passage, read with it.

    Args:
        dataset: the set, or a sample of it.
        snapshot: of its documents.
        assistant: with the reranker whose states are learnt from.
        console: what to show progress on.
        today: what "last year" counts from.

    Raises:
        ChapterError: the assistant has no reranker.
    """
    if assistant.reranker is None:
        raise ChapterError("The reader is fitted to what a reranker holds. Set QA_RERANKER to one, not to none.")
    linked = linked_documents(dataset)
    found = []
    for question in track(dataset.questions, dataset.name, console=console, transient=True):
        passage = _answering(question, snapshot)
        if passage is None:
            continue
        query = understand(question.text, snapshot, today=today, is_word=whole_words(assistant.encoder))
        weight = weights(snapshot.postings["text"], query.terms)
        kind = query.interpretation.answer_type
        title = snapshot.store.described(passage.document_id).title
        chosen = window(title, passage.text, query, weight)
        [read] = assistant.reranker.score(query.question, [chosen.text(passage.text)])
        if read is None or not (gold := _gold(question, passage, chosen, own := chosen.within(read))):
            continue
        references = (*question.answers, *(span.text for span in question.gold))
        brief = min(len(span.text.split()) for span in question.gold) <= BRIEF_WORDS
        sentence = passage.text[slice(*candidate_spans(passage.text, passage.heading, weight, kind)[0])]
        text = passage.text[chosen.start : chosen.end]
        fold = fold_of(f"{dataset.name} {linked(passage.document_id)}")
        found.append(Example(dataset.name, fold, kind, weight, text, own, gold, brief, references, sentence))
    return found


def _answering(question: Question, snapshot: Snapshot) -> Passage | None:
    """The first passage that hits a gold span of a question; None where none does."""
    for span in question.gold:
        for row, start, end in snapshot.store.stretches(span.document_id):
            if overlaps_enough(Retrieved(span.document_id, start, end, "", 0.0, {}), span):
                return snapshot.passages([row])[0]
    return None


def _gold(question: Question, passage: Passage, chosen: Window, read: RerankOutput) -> tuple[Span, ...]:
    """The first and last tokens of the gold spans that (nearly) stand in a window."""
    shift = passage.start + chosen.start
    found = []
    for span in question.gold:
        start, end = max(span.start - shift, 0), min(span.end - shift, chosen.end - chosen.start)
        if span.document_id != passage.document_id or end - start < HELD * (span.end - span.start):
            continue
        inside = np.flatnonzero((read.tokens[:, 1] > start) & (read.tokens[:, 0] < end))
        if len(inside):
            found.append((int(inside[0]), int(inside[-1])))
    return tuple(found)


def shares(every: Sequence[Example]) -> NDArray[np.float64]:
    """How much each example counts: each set as the root of its size."""
    counts = Counter(each.dataset for each in every)
    share = np.array([counts[each.dataset] ** -0.5 for each in every])
    found: NDArray[np.float64] = share / share.sum()
    return found


def fit_head(training: Sequence[Example]) -> Head:
    """The weights of a token's state by which answers likeliest begin, and end, at their first and last tokens among those of their window.

    Args:
        training: at least one example; each set counts as the root of its size.
    """
    states = np.concatenate([each.read.states for each in training])
    mean, deviation = states.mean(axis=0), states.std(axis=0) + 1e-3
    states = (states - mean) / deviation
    sizes = np.array([len(each.read.states) for each in training])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    owner = np.repeat(np.arange(len(training)), sizes)
    share = shares(training)

    def side(place: Callable[[Span], int]) -> tuple[float, ...]:
        right = np.zeros(len(owner), dtype=bool)
        right[[start + place(span) for start, each in zip(starts, training, strict=True) for span in each.gold]] = True

        def loss(weight: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
            score = states @ weight.astype(np.float32)
            power = np.exp(score - np.maximum.reduceat(score, starts)[owner])
            whole, of_right = np.add.reduceat(power, starts), np.add.reduceat(power * right, starts)
            slope = (power / whole[owner] - power * right / of_right[owner]) * share[owner]
            gradient = (slope.astype(np.float32) @ states).astype(np.float64) + 2 * PENALTY * weight
            return float(-(share * np.log(of_right / whole)).sum() + PENALTY * weight @ weight), gradient

        found = (
            minimize(loss, np.zeros(states.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
            / deviation
        )
        return tuple(round(float(each), 4) for each in found)

    return Head(side(lambda span: span[0]), side(lambda span: span[1]))


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches of an example that may be quoted: their offsets, what is known of each, and the F1 each would get."""

    spans: list[Span]
    features: NDArray[np.float64]
    f1: NDArray[np.float64]


def stretches(example: Example, brief: Head, full: Head) -> Stretches:
    """What may be quoted of an example by these heads, the one for brief answers and the one for longer ones."""
    heads = Reader("", brief, full, {}, {}).heads
    spans, features = candidates(
        example.text, example.read.tokens, example.read.states @ heads, example.weight, example.kind
    )
    return Stretches(
        spans, features, np.array([answer_f1(example.text[slice(*span)], example.references) for span in spans])
    )


def fit_choice(every: Sequence[Stretches], share: NDArray[np.float64]) -> dict[str, float]:
    """The weights of a stretch by which the expected F1 of a choice with probabilities as the powers of their scores is greatest.

    Args:
        every: what may be quoted of each example.
        share: how much each example counts: float64 of shape (examples,), adding up to 1.

    Returns:
        A weight for each of `CHOICE`.
    """
    features, f1 = np.concatenate([each.features for each in every]), np.concatenate([each.f1 for each in every])
    sizes = np.array([len(each.spans) for each in every])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    owner = np.repeat(np.arange(len(every)), sizes)
    deviation = features.std(axis=0) + 1e-6
    features = features / deviation

    def loss(weight: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = features @ weight
        power = np.exp(score - np.maximum.reduceat(score, starts)[owner])
        chance = power / np.add.reduceat(power, starts)[owner]
        expected = np.add.reduceat(chance * f1, starts)
        slope = (share / (expected + 1e-3))[owner] * chance * (f1 - expected[owner])
        return float(
            -(share * np.log(expected + 1e-3)).sum() + CHOICE_PENALTY * weight @ weight
        ), 2 * CHOICE_PENALTY * weight - features.T @ slope

    found = (
        minimize(loss, np.zeros(len(SPAN_FEATURES)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
        / deviation
    )
    return {name: round(float(each), 4) for name, each in zip(SPAN_FEATURES, found, strict=True)}


def heads_of(training: Sequence[Example]) -> tuple[Head, Head]:
    """The head for brief answers, and the one for longer ones.

    Raises:
        ChapterError: there are no answers of one of these kinds.
    """
    brief, full = [each for each in training if each.brief], [each for each in training if not each.brief]
    if not brief or not full:
        raise ChapterError(
            f"The reader is fitted to answers of at most {BRIEF_WORDS} words and to longer ones. Name more sets, until each fold has both."
        )
    return fit_head(brief), fit_head(full)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How words are quoted of a set's right passages.

    Attributes:
        dataset, questions: the set, and how many of its questions have an example.
        f1: the mean of the words chosen.
        f1_by_words: of the sentence that is quoted without a reader.
        best_f1: of the best stretches there were to choose from.
        sentences: the share of examples of which a whole sentence is chosen.
    """

    dataset: str
    questions: int
    f1: float
    f1_by_words: float
    best_f1: float
    sentences: float


def outcomes(every: Sequence[Example], found: Mapping[int, Stretches], picked: Mapping[int, int]) -> list[Outcome]:
    """How words are quoted of each set's right passages.

    Args:
        every: the examples.
        found: what may be quoted of each, by its number.
        picked: which stretch is, by the number of the example.
    """
    sentence = SPAN_FEATURES.index("sentence")
    sets: dict[str, list[int]] = {}
    for number, each in enumerate(every):
        sets.setdefault(each.dataset, []).append(number)
    return [
        Outcome(
            name,
            len(own),
            float(np.mean([found[number].f1[picked[number]] for number in own])),
            float(np.mean([answer_f1(every[number].sentence, every[number].references) for number in own])),
            float(np.mean([found[number].f1.max() for number in own])),
            float(np.mean([found[number].features[picked[number], sentence] for number in own])),
        )
        for name, own in sets.items()
    ]


def main(
    datasets: Annotated[list[Path], typer.Argument(help="Question sets with gold spans.")],
    out: Annotated[Path | None, typer.Option(help="Write the reader here.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many questions a set, drawn with seed 0.")] = 10_000,
    today: Annotated[str, typer.Option(help="What 'last year' counts from, YYYY-MM-DD.")] = "2026-01-01",
    results: Annotated[
        Path | None, typer.Option(metavar="FILE.md", help="Write what is printed as Markdown too.")
    ] = None,
) -> None:
    """Fit the reader on question sets and print how well it chooses words on what it was not fitted on."""
    console = Console(width=160)
    printed = Results(console)
    settings, day = read_settings(), date.fromisoformat(today)
    assistant = load_assistant(settings)
    every: list[Example] = []
    for dataset in map(read_dataset, datasets):
        snapshot = open_snapshot(index_of(dataset, settings, assistant.encoder).folder, assistant.encoder)
        every += examples(sample(dataset, limit, 0), snapshot, assistant, console, day)
    held_out: dict[int, Stretches] = {}
    for part in range(FOLDS):
        heads = heads_of([each for each in every if each.fold != part])
        held_out |= {number: stretches(each, *heads) for number, each in enumerate(every) if each.fold == part}
    picked: dict[int, int] = {}
    for part in range(FOLDS):
        others = [number for number, each in enumerate(every) if each.fold != part]
        choice = fit_choice([held_out[number] for number in others], shares([every[number] for number in others]))
        weight = np.array([choice[name] for name in SPAN_FEATURES])
        picked |= {
            number: int((held_out[number].features @ weight).argmax())
            for number, each in enumerate(every)
            if each.fold == part
        }
    found = outcomes(every, held_out, picked)
    table = Table(
        title=f"Words quoted of the right passage, held out by documents, {FOLDS} folds", title_justify="left"
    )
    for heading in ("", "questions", "F1", "F1 of a sentence by words alone", "best F1 to be had", "sentences quoted"):
        table.add_column(heading, justify="left" if not heading else "right")
    for each in found:
        table.add_row(
            each.dataset,
            str(each.questions),
            *(f"{rate:.3f}" for rate in (each.f1, each.f1_by_words, each.best_f1, each.sentences)),
        )
    printed.table(table)
    brief, full = heads_of(every)
    training = {
        "method": "softmax over the tokens of a window, and expected F1 over stretches; ridge penalties; folds by documents",
        "questions": dict(Counter(each.dataset for each in every)),
        "penalty": PENALTY,
        "choice_penalty": CHOICE_PENALTY,
        "held_out_f1": {each.dataset: round(each.f1, 3) for each in found},
    }
    name = assistant.reranker.name if assistant.reranker else ""
    reader = Reader(
        name, brief, full, fit_choice([held_out[number] for number in range(len(every))], shares(every)), training
    )
    if out:
        out.write_text(json.dumps(asdict(reader), indent=None, separators=(",", ":")) + "\n", encoding="utf-8")
        console.print(f"Written: {out}")
    if results:
        printed.write(results, ["python", "-m", "eval.training.answer_extractor", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
