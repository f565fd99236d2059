"""Ranking: candidates from postings and vectors, and one order made of all that is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.lexical import Postings, stems
from index.reranker import Reranker
from index.snapshot import Snapshot
from qa.answer import Filters

CANDIDATES = 100
RERANKED = 12
WINDOW_WORDS = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that might answer, by its row, with the parts of its score; higher is better in each.

    Attributes:
        row: the passage's row in the snapshot.
        text: BM25 of the passage's own words.
        identity: BM25 of its title, publisher, date and headings.
        dense: inner product of question and passage vectors, -1 to 1.
        fused: lexical and dense parts together, 0 to 1.
        reranker: probability by the reranker that its best window answers, 0 to 1; None when it was not asked.
    """

    row: int
    text: float
    identity: float
    dense: float
    fused: float
    reranker: float | None = None

    @property
    def combined(self) -> float:
        """What the order is by, 0 to 2: the fused part and the reranker's, equally."""
        return self.fused + (self.reranker or 0.0)


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


def retrieve(snapshot: Snapshot, encoder: Encoder, question: str, allowed: NDArray[np.bool_] | None) -> list[Candidate]:
    """Find the passages that may answer a question, best first.

    The best of the postings and the nearest vectors are candidates. Each part is brought to 0..1 with
    its theoretical least value and the greatest found (the TMM normalisation of Bruch et al., "An Analysis
    of Fusion Functions for Hybrid Retrieval", 2023), and the two are averaged.

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
    lexical = text + identity
    if allowed is not None:
        lexical = np.where(allowed, lexical, 0)
    vector = encoder.encode_question(question)
    nearest, _ = snapshot.vectors.search(vector, CANDIDATES, allowed)
    rows = np.union1d(_best(lexical, CANDIDATES), nearest)
    dense = snapshot.vectors.vectors(rows) @ vector
    fused = (_from_least(lexical[rows], 0) + _from_least(dense, -1)) / 2
    order = np.lexsort((rows, -fused))
    return [Candidate(int(rows[n]), float(text[rows[n]]), float(identity[rows[n]]), float(dense[n]), float(fused[n])) for n in order]


def rerank(
    reranker: Reranker, question: str, candidates: Sequence[Candidate], windows: Sequence[str], doubts: Sequence[float]
) -> list[Candidate]:
    """Let a reranker read the windows of the first candidates, and order those anew; the rest follow as they were.

    Args:
        reranker: reads a question and a text together.
        question: in the user's words.
        candidates: best first.
        windows: a short text of each of the first candidates, in their order.
        doubts: what the reranker's probability of each is multiplied with, 0 to 1.
    """
    probabilities = np.array(doubts) / (1 + np.exp(-reranker.score(question, windows).astype(np.float64)))
    read = [replace(candidate, reranker=float(p)) for candidate, p in zip(candidates, probabilities, strict=False)]
    return sorted(read, key=lambda candidate: (-candidate.combined, candidate.row)) + list(candidates[len(read) :])


def weights(postings: Postings, asked: Sequence[str]) -> dict[str, float]:
    """How much each of a question's stems tells: its inverse document frequency, as in BM25."""
    return {
        stem: float(np.log1p((postings.passages - frequency + 0.5) / (frequency + 0.5)))
        for stem in asked
        for frequency in [postings.frequency(stem)]
    }


def covered(weight: Mapping[str, float], present: Sequence[str]) -> float:
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
