"""Candidates: the passages that may answer a question, from their retrieval to their place in the order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from corpus.document import Passage
from index.seams import DocumentMeta, RerankOutput
from qa.passages.window import Window

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Retrieved:
    """The candidates for a question as they are retrieved, with the scores of the searches that found them.

    Attributes:
        rows: of the candidates in the snapshot, ascending.
        passages: the candidates.
        document_indexes: of the document each of them stands in.
        documents: the metadata of the document each of them stands in.
        bm25_text: the BM25 score of each for the question over its text; float32 of shape (candidates,), as the next
            three.
        bm25_text_identity: the BM25 scores over the text and over what the document is called, added up.
        bm25_terms: of both, for the terms alone.
        similarity: the cosine of the vectors of question and passage, 0 to 1.
        meant: indexes of the documents that the question's names and times mean, ascending.
        by_way: how many candidates each way of retrieval brought.
        copies: for each the rows of its copies in other documents, which are no candidates.
        editions: by row, those of the same passage in other editions of its document, which are none either.
    """

    rows: NDArray[np.int64]
    passages: tuple[Passage, ...]
    document_indexes: tuple[int, ...]
    documents: tuple[DocumentMeta, ...]
    bm25_text: Floats
    bm25_text_identity: Floats
    bm25_terms: Floats
    similarity: Floats
    meant: tuple[int, ...]
    by_way: Mapping[str, int]
    copies: tuple[tuple[int, ...], ...]
    editions: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The candidates for a question with their features.

    Attributes:
        rows: of the candidates in the snapshot, ascending.
        passages: the candidates.
        document_indexes: of the document each of them stands in.
        documents: the metadata of the document each of them stands in.
        features: float32 of shape (candidates, features), with the columns of `qa.features.FEATURES`; each about 0 to
            1.
        by_way: how many candidates each way of retrieval brought.
        interactions: the names of the `qa.features.interactions.INTERACTIONS` that hold for the question.
        of_series: whether the snapshot's documents are a series (see `Catalogue.is_series`).
        copies: for each the rows of its copies in other documents.
        editions: by row, those of the same passage in other editions of its document.
    """

    rows: NDArray[np.int64]
    passages: tuple[Passage, ...]
    document_indexes: tuple[int, ...]
    documents: tuple[DocumentMeta, ...]
    features: Floats
    by_way: Mapping[str, int]
    interactions: tuple[str, ...]
    of_series: bool
    copies: tuple[tuple[int, ...], ...]
    editions: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer a question, once it has its place in the order.

    Attributes:
        row: of the passage in the snapshot.
        passage: itself.
        document_index: of the document it stands in.
        document: the metadata of that document.
        features: its features by their names.
        first_rank, first_score: its rank (from 1) and its score in the first stage.
        score: its score in the stage that ranked it last; comparable among those a reranker has read, and among the
            others.
        probability: that it answers, 0 to 1.
        window: what a reranker was to read of it; None where it was not to read it.
        rerank: what the reranker made of it; None where it has not read it.
        copies: the rows of its copies in other documents.
        editions: those of the same passage in other editions of its document.
    """

    row: int
    passage: Passage
    document_index: int
    document: DocumentMeta
    features: Mapping[str, float]
    first_rank: int
    first_score: float
    score: float
    probability: float
    window: Window | None = None
    rerank: RerankOutput | None = None
    copies: tuple[int, ...] = ()
    editions: tuple[int, ...] = ()
