"""Fitting the answer extractor: which of the words that the reader likes to quote, learnt from gold spans.

Run it as `python -m eval.training.answer_extractor DATASET... --out qa/extraction/answer_extractor.json`. Each
question is read with a passage that holds a gold span, so what it prints is how well words are chosen where the right
passage comes first. The reader itself has seen none of these sets.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
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
from corpus.language.kinds import AnswerType, Span
from corpus.language.values import value_spans
from eval.datasets import read_dataset, sample
from eval.indexing import index_of
from eval.measures.quotes import answer_f1, normalise_answer
from eval.measures.relevance import overlaps_enough
from eval.records import Dataset, Question, Retrieved
from eval.results import Results
from eval.training.folds import FOLDS, fold_of, linked_documents
from eval.training.options import DAY_OF_FITTING, QUESTIONS_A_SET, Datasets, Limit, ResultsFile, Today
from eval.training.weighting import shares
from index.encoder import whole_words
from index.seams import Reranker, RerankOutput
from index.snapshot import Snapshot, open_snapshot
from qa.extraction.answer_extractor import AnswerExtractor, proposed_spans
from qa.extraction.extract import PROSE, candidate_spans, summary_pairs
from qa.features.softmax import Rivals
from qa.features.spans import SPAN_FEATURES
from qa.passages.asked import Asked
from qa.passages.window import Window, rerank_window
from qa.pipeline import Assistant, load_assistant
from qa.query import understand
from qa.settings import read_settings

TORN_STEPS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Thresholds that are tried for quoting two sentences; see `Torn`."""
SPAN_PENALTY = 1e-4
"""The weight of the squared (standardised) weights in the loss."""
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
        idf: of the question's terms.
        text: what was read of the passage, without the title.
        whole, prose: its sentences that may be quoted, and those of them that go on from each other.
        read: what the reranker made of it.
        references: what the answer may be.
        sentence: what would be quoted without an extractor.
    """

    dataset: str
    fold: int
    kind: AnswerType
    idf: Mapping[str, float]
    text: str
    whole: tuple[Span, ...]
    prose: tuple[Span, ...]
    read: RerankOutput
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
        raise ChapterError(
            "The answer extractor is fitted to what the reader says. Set QA_RERANKER to reader, not to none."
        )
    linked = linked_documents(dataset)
    found = []
    for question in track(dataset.questions, dataset.name, console=console, transient=True):
        passage = _answering(question, snapshot)
        if passage is None:
            continue
        query = understand(question.text, snapshot, today=today, is_word=whole_words(assistant.encoder))
        example = _example(question, passage, Asked(snapshot, query), assistant.reranker)
        if example:
            fold = fold_of(f"{dataset.name} {linked(passage.document_id)}")
            found.append(replace(example, dataset=dataset.name, fold=fold))
    return found


def _example(question: Question, passage: Passage, asked: Asked, reranker: Reranker) -> Example | None:
    """A question read with a passage, of no set and fold yet; None where no gold span stands in what is read."""
    text, kind, idf = passage.text, asked.answer_type, asked.term_idf
    sentences = asked.sentences(passage)
    document = asked.snapshot.find_document(passage.document_id)
    window = rerank_window(document.title if document else "", passage, sentences)
    [read] = reranker.score(asked.query.question, [window.text(text)])
    if read is None or not _holds_gold(question, passage, window):
        return None
    best, *_ = candidate_spans(sentences, summary_pairs(text, kind), idf, kind)
    return Example(
        dataset="",
        fold=0,
        kind=kind,
        idf=idf,
        text=text[window.start : window.end],
        whole=tuple(sentences.quotable(window.start, window.end)),
        prose=tuple(sentences.quotable(window.start, window.end, PROSE)),
        read=window.within(read, text),
        references=(*question.answers, *(span.text for span in question.gold)),
        sentence=text[slice(*best)],
    )


def _answering(question: Question, snapshot: Snapshot) -> Passage | None:
    """The first passage that hits a gold span of a question; None where none does."""
    for span in question.gold:
        for row, start, end in snapshot.document_store.spans(span.document_id):
            if overlaps_enough(Retrieved(span.document_id, start, end, "", 0.0, {}), span):
                return snapshot.passages([row])[0]
    return None


def _holds_gold(question: Question, passage: Passage, chosen: Window) -> bool:
    """Whether a gold span (nearly) stands in what is read of a passage."""
    start, end = passage.start + chosen.start, passage.start + chosen.end
    return any(
        span.document_id == passage.document_id
        and min(span.end, end) - max(span.start, start) >= HELD * (span.end - span.start)
        for span in question.gold
    )


@dataclass(frozen=True, slots=True)
class ProposedSpans:
    """The spans of an example that may be quoted: their offsets, what is known of each, and the F1 each would get."""

    spans: list[Span]
    features: NDArray[np.float64]
    f1: NDArray[np.float64]

    def chosen(self, span_weights: Mapping[str, float]) -> int:
        """Which of the spans has the greatest score by these weights of `SPAN_FEATURES`."""
        return int((self.features @ np.array([span_weights[name] for name in SPAN_FEATURES.names])).argmax())


def propose(example: Example) -> ProposedSpans:
    """What may be quoted of an example."""
    read = example.read
    idf, kind = example.idf, example.kind
    spans, features = proposed_spans(example.text, example.whole, read.tokens, read.scores, idf, kind)
    f1 = np.array([answer_f1(example.text[slice(*span)], example.references) for span in spans])
    return ProposedSpans(spans, features, f1)


def fit_span_weights(every: Sequence[ProposedSpans], share: NDArray[np.float64]) -> dict[str, float]:
    """The weights of a span by which the expected F1 of a choice by softmax is greatest.

    Args:
        every: what may be quoted of each example.
        share: how much each example counts: float64 of shape (examples,), adding up to 1.

    Returns:
        A weight for each of `SPAN_FEATURES`.
    """
    features = np.concatenate([proposed.features for proposed in every])
    f1 = np.concatenate([proposed.f1 for proposed in every])
    rivals = Rivals.of_sizes([len(proposed.spans) for proposed in every])
    deviation = features.std(axis=0) + 1e-6
    features = features / deviation

    def loss(weight: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        chance = rivals.softmax(features @ weight)
        expected = rivals.totals(chance * f1)
        slope = (share / (expected + 1e-3))[rivals.owner] * chance * (f1 - expected[rivals.owner])
        value = -(share * np.log(expected + 1e-3)).sum() + SPAN_PENALTY * weight @ weight
        return float(value), 2 * SPAN_PENALTY * weight - features.T @ slope

    bounds = [feature.bounds for feature in SPAN_FEATURES]
    start = np.zeros(len(SPAN_FEATURES))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 300}).x / deviation
    return {name: round(float(value), 4) for name, value in zip(SPAN_FEATURES.names, found, strict=True)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How words are quoted of a set's right passages.

    Attributes:
        dataset, questions: the set, and how many of its questions have an example.
        f1: the mean of the words chosen.
        f1_by_words: of the sentence that is quoted without an extractor.
        best_f1: of the best spans there were to choose from.
        sentences: the share of examples of which a whole sentence is chosen.
    """

    dataset: str
    questions: int
    f1: float
    f1_by_words: float
    best_f1: float
    sentences: float


def outcomes(every: Sequence[Example], proposed: Sequence[ProposedSpans], picked: Sequence[int]) -> list[Outcome]:
    """How words are quoted of each set's right passages.

    Args:
        every: the examples.
        proposed: what may be quoted of each.
        picked: which of these is.
    """
    sentence = SPAN_FEATURES.column("sentence")
    sets: dict[str, list[int]] = {}
    for position, example in enumerate(every):
        sets.setdefault(example.dataset, []).append(position)
    return [
        Outcome(
            name,
            len(own),
            float(np.mean([proposed[position].f1[picked[position]] for position in own])),
            float(np.mean([answer_f1(every[position].sentence, every[position].references) for position in own])),
            float(np.mean([proposed[position].f1.max() for position in own])),
            float(np.mean([proposed[position].features[picked[position], sentence] for position in own])),
        )
        for name, own in sets.items()
    ]


def held_out(
    every: Sequence[Example], proposed: Sequence[ProposedSpans], part_of: Callable[[Example], object]
) -> list[int]:
    """Which span of each example is chosen by weights that were fitted without its part."""
    picked: dict[int, int] = {}
    for part in {part_of(example) for example in every}:
        others = [position for position, example in enumerate(every) if part_of(example) != part]
        share = shares([every[position].dataset for position in others])
        weights = fit_span_weights([proposed[position] for position in others], share)
        picked |= {
            position: proposed[position].chosen(weights)
            for position, example in enumerate(every)
            if part_of(example) == part
        }
    return [picked[position] for position in range(len(every))]


@dataclass(frozen=True, slots=True)
class Torn:
    """What comes of quoting a sentence with the one beside it where the reader's probability is below a threshold.

    Attributes:
        threshold: that probability.
        pairs: the share of examples of which two sentences are quoted.
        f1: the mean of what is quoted, over sets.
        held: the share in which what is quoted holds half of the answer, or the answer half of it, over sets.
        words: the mean number of words quoted, over sets.
    """

    threshold: float
    pairs: float
    f1: float
    held: float
    words: float

    @property
    def worth(self) -> float:
        """What a threshold is chosen by: words are to hold the answer, and little else."""
        return (self.f1 + self.held) / 2


def torn(every: Sequence[Example], proposed: Sequence[ProposedSpans], picked: Sequence[int]) -> list[Torn]:
    """What comes of each of `TORN_STEPS`.

    Args:
        every: the examples.
        proposed: what may be quoted of each.
        picked: which of these is, by weights that have not seen it.
    """
    chosen = [one.spans[place] for one, place in zip(proposed, picked, strict=True)]
    share = shares([example.dataset for example in every])

    def tried(threshold: float) -> Torn:
        extractor = AnswerExtractor({}, threshold, {})
        pairs = [_pair(extractor, *one) for one in zip(every, chosen, strict=True)]
        shown = [example.text[slice(*(pair or span))] for example, pair, span in zip(every, pairs, chosen, strict=True)]
        values = np.array(
            [
                (pair is not None, answer_f1(words, example.references), _holds(words, example), len(words.split()))
                for example, pair, words in zip(every, pairs, shown, strict=True)
            ],
            dtype=np.float64,
        )
        return Torn(threshold, *(share @ values).tolist())

    return [tried(threshold) for threshold in TORN_STEPS]


def _pair(extractor: AnswerExtractor, example: Example, span: Span) -> Span | None:
    if value_spans(example.text[slice(*span)], example.kind):
        return None
    return extractor.with_neighbour(example.text, example.prose, example.read, span)


def _holds(words: str, example: Example) -> bool:
    said = Counter(normalise_answer(words).split())
    for reference in example.references:
        wanted = Counter(normalise_answer(reference).split())
        if 2 * (said & wanted).total() >= min(said.total(), wanted.total()) > 0:
            return True
    return False


def torn_table(found: Sequence[Torn]) -> Table:
    """What comes of each threshold."""
    table = Table("below", title="A sentence quoted with the one beside it", title_justify="left")
    for heading in ("pairs", "F1", "answer held", "words"):
        table.add_column(heading, justify="right")
    for one in found:
        table.add_row(
            f"{one.threshold:.1f}", *(f"{rate:.3f}" for rate in (one.pairs, one.f1, one.held)), f"{one.words:.1f}"
        )
    return table


def outcomes_table(title: str, found: Sequence[Outcome]) -> Table:
    """How well words are quoted, by set."""
    table = Table("", title=title, title_justify="left")
    for heading in ("questions", "F1", "F1 of a sentence by words alone", "best F1 to be had", "sentences quoted"):
        table.add_column(heading, justify="right")
    for outcome in found:
        rates = (outcome.f1, outcome.f1_by_words, outcome.best_f1, outcome.sentences)
        table.add_row(outcome.dataset, str(outcome.questions), *(f"{rate:.3f}" for rate in rates))
    return table


def main(
    datasets: Datasets,
    out: Annotated[Path | None, typer.Option(help="Write the answer extractor here.")] = None,
    limit: Limit = QUESTIONS_A_SET,
    today: Today = DAY_OF_FITTING,
    results: ResultsFile = None,
) -> None:
    """Fit the answer extractor on question sets and print how well it chooses words on what it was not fitted on."""
    console = Console(width=160)
    printed = Results(console)
    settings, day = read_settings(), date.fromisoformat(today)
    assistant = load_assistant(settings)
    every: list[Example] = []
    for dataset in map(read_dataset, datasets):
        snapshot = open_snapshot(index_of(dataset, settings, assistant.encoder).folder, assistant.encoder)
        every += examples(sample(dataset, limit, 0), snapshot, assistant, console, day)
    proposed = [propose(example) for example in every]
    title = f"Words quoted of the right passage, held out by documents, {FOLDS} folds"
    picked = held_out(every, proposed, lambda example: example.fold)
    found = outcomes(every, proposed, picked)
    printed.table(outcomes_table(title, found))
    tried = torn(every, proposed, picked)
    printed.table(torn_table(tried))
    threshold = max(tried, key=lambda one: one.worth).threshold
    names = [example.dataset for example in every]
    if len(set(names)) > 1:
        unseen = outcomes(every, proposed, held_out(every, proposed, lambda example: example.dataset))
        printed.table(outcomes_table("The same, held out by set", unseen))
    training = {
        "method": "expected F1 over spans, ridge penalty; folds by documents",
        "questions": dict(Counter(names)),
        "span_penalty": SPAN_PENALTY,
        "held_out_f1": {outcome.dataset: round(outcome.f1, 3) for outcome in found},
    }
    extractor = AnswerExtractor(fit_span_weights(proposed, shares(names)), threshold, training)
    if out:
        out.write_text(json.dumps(asdict(extractor), indent=1) + "\n", encoding="utf-8")
        console.print(f"Written: {out}")
    if results:
        printed.write(results, ["python", "-m", "eval.training.answer_extractor", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
