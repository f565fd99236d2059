"""Examples: questions of sets with all that is known of their candidates, as the assistant makes it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from corpus.errors import ChapterError
from eval.datasets import read_dataset, sample
from eval.indexing import index_of
from eval.measures.answers import answer_is_right
from eval.measures.relevance import hit_rank, overlaps_enough
from eval.records import Dataset, Question, Retrieved, Span
from eval.training.folds import linked_documents
from eval.training.negatives import (
    foreign_questions,
    of_three_passages,
    other_names,
    other_ratings,
    other_years,
    places_left_out,
)
from index.build import build
from index.encoder import whole_words
from index.reader import NAME as READER
from index.seams import EVERYTHING, Encoder, Reranker, RerankOutput, Rows
from index.snapshot import Snapshot, open_snapshot
from qa.extraction.answer_extractor import AnswerExtractor
from qa.extraction.extract import select_span
from qa.extraction.reread import reread
from qa.features import FEATURES, featurize
from qa.features.confidence import LEAST_STATED
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate, Candidates
from qa.passages.candidates import Retrieved as RetrievedCandidates
from qa.passages.quoted import AnswerSpan
from qa.passages.window import Window
from qa.pipeline import Assistant
from qa.query import Query, understand
from qa.ranking.rank import window_of
from qa.ranking.retrieve import retrieve, retrieve_rows
from qa.settings import read_settings

RENAMED = 30
"""So many questions of each set are asked of a name that is in none of its documents, and so many of another year."""
THREES = 40
"""So many questions of each set are put to three of its passages."""
FOREIGN = 30
"""So many questions of other sets are put to each set's documents."""
NEVER = 1000
"""The rank of an answer that does not come."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with all that is known of its candidates.

    Attributes:
        dataset: its set.
        question: with its gold spans.
        asked, candidates: as the assistant makes them.
        hits: whether each candidate hits a gold span.
        group: questions of one group are about the same documents and are held out together.
        kind: questions of one kind are alike in their words.
        said: what the reranker says of some candidates, by their places among them; of shape (places, 2).
        shown: which words of a candidate would be shown once it is read, by its place.
        unread: which words would be shown of it without the reranker, likewise.
    """

    dataset: str
    question: Question
    asked: Asked
    candidates: Candidates
    hits: NDArray[np.bool_]
    group: str
    kind: str
    said: Callable[[Sequence[int]], NDArray[np.float32]]
    shown: Callable[[int], ShownSpan]
    unread: Callable[[int], ShownSpan]

    def rank(self, order: Sequence[int]) -> int:
        """The rank at which an order of candidates answers; 1,000 when it never does."""
        retrieved = [Retrieved.of(self.candidates.passages[place]) for place in order]
        return hit_rank(self.question, retrieved) or NEVER


@dataclass(frozen=True, slots=True)
class ShownSpan:
    """The words that would be shown of a candidate, and whether they are right."""

    span: AnswerSpan
    right: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The candidates for a question as they are read, each when it is needed and then kept."""

    question: Question
    asked: Asked
    candidates: Candidates
    reranker: Reranker
    extractor: AnswerExtractor | None
    outputs: dict[int, tuple[Window, RerankOutput]] = field(default_factory=dict)
    known: dict[int, ShownSpan] = field(default_factory=dict)
    known_unread: dict[int, ShownSpan] = field(default_factory=dict)

    def said(self, places: Sequence[int]) -> NDArray[np.float32]:
        """What the reranker says of some candidates, by their places among them; of shape (places, 2)."""
        self._read([place for place in places if place not in self.outputs])
        return np.array([self.outputs[place][1].said for place in places], dtype=np.float32).reshape(-1, 2)

    def _read(self, places: Sequence[int]) -> None:
        windows = [window_of(self.asked, self.candidates, place) for place in places]
        texts = [
            window.text(self.candidates.passages[place].text) for place, window in zip(places, windows, strict=True)
        ]
        outputs = self.reranker.score(self.asked.query.question, texts)
        for place, window, output in zip(places, windows, outputs, strict=True):
            assert output is not None, "nothing bounds the time"
            self.outputs[place] = window, output

    def shown(self, place: int) -> ShownSpan:
        """Which words of a candidate would be shown once it is read, by its place among them."""
        if place not in self.known:
            self.said([place])
            self.known[place] = self._shown(place, *self.outputs[place])
        return self.known[place]

    def unread(self, place: int) -> ShownSpan:
        """Which words of a candidate would be shown without the reranker, by its place among them."""
        if place not in self.known_unread:
            self.known_unread[place] = self._shown(place, None, None)
        return self.known_unread[place]

    def _shown(self, place: int, window: Window | None, output: RerankOutput | None) -> ShownSpan:
        candidates, passage = self.candidates, self.candidates.passages[place]
        candidate = Candidate(
            row=int(candidates.rows[place]),
            passage=passage,
            document_index=candidates.document_indexes[place],
            document=candidates.documents[place],
            features={},
            first_rank=0,
            first_score=0.0,
            score=0.0,
            probability=0.0,
            window=window,
            rerank=output,
        )
        extractor = self.extractor if output else None
        chosen = select_span(self.asked, candidate, extractor)
        [span] = reread(self.asked, [candidate], [chosen], self.reranker if extractor else None)
        start, end = span.quote
        quote = Span(passage.document_id, passage.start + start, passage.start + end, passage.text[start:end])
        return ShownSpan(span, answer_is_right(self.question, quote))


def examples(
    dataset: str,
    questions: Sequence[Question],
    snapshot: Snapshot,
    assistant: Assistant,
    console: Console,
    today: date,
    linked: Callable[[str], str],
    rows: Sequence[Rows] = (),
) -> list[Example]:
    """Questions with their candidates in a snapshot; what the assistant's reranker says is asked when it is needed.

    Args:
        dataset: the name of their set.
        questions: to be put to the snapshot.
        snapshot: of the documents.
        assistant: with its models.
        console: what to show progress on.
        today: what "last year" counts from.
        linked: what stands for the documents that are linked with one, see `eval.training.folds`.
        rows: for each question the passages that are its candidates, ascending; nothing where they are searched for.
    """
    reranker = assistant.reranker
    if reranker is None:
        raise ChapterError("The ranker is fitted with what a reranker says. Set QA_RERANKER to one, not to none.")
    extractor = assistant.answer_extractor if reranker.name == READER else None
    made = []
    for position, question in enumerate(track(questions, dataset, console=console, transient=True)):
        query = understand(question.text, snapshot, today=today, is_word=whole_words(assistant.encoder))
        asked, retrieved = _retrieved(snapshot, query, assistant.encoder, rows[position] if rows else None)
        candidates = featurize(asked, retrieved)
        reading = Reading(question, asked, candidates, reranker, extractor)
        made.append(
            Example(
                dataset=dataset,
                question=question,
                asked=asked,
                candidates=candidates,
                hits=hits(question, candidates),
                group=f"{dataset.partition(':')[0]} {_about(question, asked, candidates, linked)}",
                kind=f"{dataset} {question.slices.get('type', '')}",
                said=reading.said,
                shown=reading.shown,
                unread=reading.unread,
            )
        )
    return made


def hits(question: Question, candidates: Candidates) -> NDArray[np.bool_]:
    """Whether each candidate hits a gold span of a question."""
    retrieved = [Retrieved.of(passage) for passage in candidates.passages]
    return np.array(
        [any(overlaps_enough(passage, span) for span in question.gold) for passage in retrieved], dtype=bool
    )


def _retrieved(
    snapshot: Snapshot, query: Query, encoder: Encoder, rows: Rows | None
) -> tuple[Asked, RetrievedCandidates]:
    """A question with its candidates: those in some rows, or those that a search finds."""
    if rows is None:
        asked = Asked(snapshot, query)
        return asked, retrieve(asked, encoder)
    asked = Asked(snapshot, query, EVERYTHING.within(snapshot.document_index_of(rows).tolist()))
    return asked, retrieve_rows(asked, encoder, rows)


def _about(question: Question, asked: Asked, candidates: Candidates, linked: Callable[[str], str]) -> str:
    """What a question is about, for its group.

    In a series that is what is called so, else the documents with its gold span, or with the best words.
    """
    if asked.names_documents_of_series:
        return str(sorted(asked.query.documents[0]))
    if question.gold:
        return linked(question.gold[0].document_id)
    if not len(candidates.rows):
        return question.id
    best = int(candidates.features[:, FEATURES.column("bm25_text")].argmax())
    return linked(candidates.passages[best].document_id)


def examples_of_sets(
    paths: Sequence[Path], assistant: Assistant, limit: int, console: Console, today: date
) -> list[Example]:
    """The questions of sets with their candidates; each set's documents are indexed first where that is needed."""
    settings = read_settings()
    made = []
    for dataset in map(read_dataset, paths):
        snapshot = open_snapshot(index_of(dataset, settings, assistant.encoder).folder, assistant.encoder)
        questions, linked = sample(dataset, limit, 0).questions, linked_documents(dataset)
        made += examples(dataset.name, questions, snapshot, assistant, console, today, linked)
    return made


def examples_elsewhere(paths: Sequence[Path], assistant: Assistant, console: Console, today: date) -> list[Example]:
    """Questions put to other documents than their own.

    They are others', three passages of their own, or a series without the place that is asked about.
    """
    datasets = [read_dataset(path) for path in paths]
    return [
        example for dataset in datasets for example in _examples_elsewhere(dataset, datasets, assistant, console, today)
    ]


def _examples_elsewhere(
    dataset: Dataset, datasets: Sequence[Dataset], assistant: Assistant, console: Console, today: date
) -> list[Example]:
    """The questions of one of the sets, put to other documents."""
    settings = read_settings()
    folder = index_of(dataset, settings, assistant.encoder).folder
    own = open_snapshot(folder, assistant.encoder)
    linked = linked_documents(dataset)

    def put(
        what: str, questions: Sequence[Question], rows: Sequence[Rows] = (), snapshot: Snapshot = own
    ) -> list[Example]:
        return examples(f"{dataset.name}: {what}", questions, snapshot, assistant, console, today, linked, rows)

    made = put("asked of others", foreign_questions(own, dataset.name, datasets, FOREIGN, today))
    few = list(of_three_passages(own, sample(dataset, THREES, 1).questions))
    made += put("of three passages", [question for question, _ in few], [rows for _, rows in few])
    if not own.catalogue.is_series:
        made += put("other names", other_names(own, dataset, datasets, RENAMED, today))
        made += put("other years", other_years(own, dataset, RENAMED, today))
    elif dataset.corpus and dataset.corpus.suffix == ".jsonl":
        made += [example for example in put("other ratings", other_ratings(dataset)) if not _states_rating(example)]
        left = folder.with_name(f"{folder.name}-places-left-out")
        questions = places_left_out(dataset, own, left / "corpus.jsonl", today)
        if not (left / "index").exists():
            shutil.copytree(folder, left / "index")  # so that nothing is encoded again
        build([left / "corpus.jsonl"], left / "index", assistant.encoder, size=settings.passage_size)
        made += put("places left out", questions, snapshot=open_snapshot(left / "index", assistant.encoder))
    return made


def _states_rating(example: Example) -> bool:
    """Whether a candidate states the rating that is asked about, so that the question may have an answer after all."""
    matches = example.candidates.features[:, FEATURES.column("statement_match")]
    return bool(matches.max(initial=0.0) >= LEAST_STATED)
