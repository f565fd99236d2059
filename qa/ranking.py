"""Ranking: candidates from postings and vectors, and one order made of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.lexical import Postings, stems
from index.snapshot import Snapshot
from qa.answer import Filters

CANDIDATES = 100
IDENTITY_WEIGHT = 1.0
DENSE_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that might answer, by its row, with the parts of its score; higher is better in each.

    Attributes:
        row: the passage's row in the snapshot.
        text: BM25 of the passage's own words.
        identity: BM25 of its title, publisher, date and headings.
        dense: inner product of question and passage vectors, -1 to 1.
        combined: what the order is by, 0 to 1.
    """

    row: int
    text: float
    identity: float
    dense: float
    combined: float


def allowed_rows(snapshot: Snapshot, filters: Filters) -> NDArray[np.bool_] | None:
    """Which passages pass the filters: bool of shape (passages,), or None when all do."""
    if not filters:
        return None
    documents = np.ones(len(snapshot.document_ids), dtype=bool)
    if filters.published_from or filters.published_to:
        first = (filters.published_from or date.min).toordinal()
        last = (filters.published_to or date.max).toordinal()
        documents &= (snapshot.published > 0) & (snapshot.published >= first) & (snapshot.published <= last)
    if filters.source:
        documents &= np.array([source in filters.source for source in snapshot.document_sources], dtype=bool)
    if filters.document:
        documents &= np.array([identifier in filters.document for identifier in snapshot.document_ids], dtype=bool)
    return documents[snapshot.passage_document]


def rank(snapshot: Snapshot, encoder: Encoder, question: str, allowed: NDArray[np.bool_] | None) -> list[Candidate]:
    """Order the passages that may answer a question, best first.

    The best of the postings and the nearest vectors are candidates. Each part is brought to 0..1 with
    its theoretical least value and the greatest found (the TMM normalisation of Bruch et al., "An Analysis
    of Fusion Functions for Hybrid Retrieval", 2023), and the parts are added up with fixed weights.

    Args:
        snapshot: holds at least one passage.
        encoder: the one the snapshot was built with.
        question: in the user's words.
        allowed: which passages may be found; None for all.

    Returns:
        Up to twice `CANDIDATES` candidates.
    """
    asked = stems(question)
    text = snapshot.postings["text"].scores(asked)
    identity = snapshot.postings["identity"].scores(asked)
    lexical = text + IDENTITY_WEIGHT * identity
    if allowed is not None:
        lexical = np.where(allowed, lexical, 0)
    vector = encoder.encode_question(question)
    nearest, _ = snapshot.vectors.search(vector, CANDIDATES, allowed)
    rows = np.union1d(_best(lexical, CANDIDATES), nearest)
    dense = snapshot.vectors.vectors(rows) @ vector
    combined = (1 - DENSE_WEIGHT) * _from_least(lexical[rows], 0) + DENSE_WEIGHT * _from_least(dense, -1)
    order = np.lexsort((rows, -combined))
    return [
        Candidate(int(rows[n]), float(text[rows[n]]), float(identity[rows[n]]), float(dense[n]), float(combined[n])) for n in order
    ]


def weights(postings: Postings, asked: Sequence[str]) -> dict[str, float]:
    """How much each of a question's stems tells: its inverse document frequency, as in BM25."""
    return {
        stem: float(np.log1p((postings.passages - frequency + 0.5) / (frequency + 0.5)))
        for stem in asked
        for frequency in [postings.frequency(stem)]
    }


def covered(weight: dict[str, float], present: Sequence[str]) -> float:
    """The share, 0 to 1, of the question's weight whose stems are present."""
    whole = sum(weight.values())
    return sum(weight[stem] for stem in weight.keys() & set(present)) / whole if whole else 0.0


def _best(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    k = min(k, len(scores))
    best = np.argpartition(-scores, k - 1)[:k]
    return best[scores[best] > 0]


def _from_least(scores: NDArray[np.float32], least: float) -> NDArray[np.float32]:
    greatest = float(scores.max(initial=least))
    return (scores - least) / (greatest - least) if greatest > least else np.zeros_like(scores)
