"""Candidate generation: passages that may answer, by words, by vectors, and of the documents that are meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.snapshot import Snapshot
from qa.asked import Asked
from qa.candidates import Floats, Retrieved
from qa.query.coverage import of_period
from qa.request import Filters

LEXICAL = 40
DENSE = 24
MEANT = 30
MEANT_DOCUMENTS = 3
"""How many candidates BM25 may bring, and vectors, and BM25 within each of so many of the documents that are meant."""
HEAD = 5
HEAD_DOCUMENTS = 6
"""So many passages at the beginning of each of so many documents that are meant are candidates too: there a document
says what it is about."""
TIE_BREAK = 1e-3
"""Within documents that are meant terms decide; so little does the whole question count between passages that hold the
same terms."""


def allowed_rows(snapshot: Snapshot, filters: Filters) -> NDArray[np.bool_] | None:
    """Which passages pass the filters: bool of shape (passages,), or None when all do."""
    if not filters:
        return None
    documents = np.ones(len(snapshot.document_ids), dtype=bool)
    if filters.published_from or filters.published_to:
        first = filters.published_from.toordinal() if filters.published_from else 1
        last = filters.published_to.toordinal() if filters.published_to else np.iinfo(np.int32).max
        documents &= (snapshot.published > 0) & (snapshot.published >= first) & (snapshot.published <= last)
    if filters.source:
        documents &= np.array([source in filters.source for source in snapshot.document_sources], dtype=bool)
    if filters.document:
        documents &= np.array([identifier in filters.document for identifier in snapshot.document_ids], dtype=bool)
    return documents[snapshot.passage_document]


def retrieve(asked: Asked, encoder: Encoder) -> Retrieved:
    """Find the passages that may answer a question.

    Candidates are the best by BM25 over text and identity, the nearest by vectors, and of the documents that the
    question's names and times mean the best by its terms, the nearest, and those at the beginning. Filters hold in each
    of these searches.

    Args:
        asked: the question; at least `asked.k` candidates are found, where so many passages may be.
        encoder: the one the snapshot was built with.
    """
    snapshot, terms = asked.snapshot, list(asked.query.terms)
    text, identity = snapshot.postings["text"], snapshot.postings["identity"]
    by_text = text.scores(asked.question_stems)
    by_both = by_text + identity.scores(asked.question_stems)
    by_terms = text.scores(terms) + identity.scores(terms)
    vector = encoder.encode_question(asked.query.question)
    meant = documents_meant(asked)
    is_open = np.ones(len(by_both), dtype=bool) if asked.allowed is None else asked.allowed
    found = {
        "lexical": _best(np.where(is_open, by_both, 0), LEXICAL),
        "dense": snapshot.vectors.search(vector, max(DENSE, asked.k), asked.allowed)[0],
        "meant": np.concatenate(
            [
                np.empty(0, dtype=np.int64),
                *_best_within(snapshot, meant, np.where(is_open, by_terms + TIE_BREAK * by_both, 0)),
            ]
        ),
        "meant_dense": _nearest_within(snapshot, vector, meant, is_open),
        "heads": first_rows(asked, meant, is_open),
    }
    rows = np.unique(np.concatenate(list(found.values()))).astype(np.int64)
    document_indexes = tuple(snapshot.passage_document[rows].tolist())
    return Retrieved(
        rows=rows,
        passages=tuple(snapshot.passages(rows.tolist())),
        document_indexes=document_indexes,
        documents=tuple(asked.document(document_index) for document_index in document_indexes),
        bm25_text=by_text[rows],
        bm25_text_identity=by_both[rows],
        bm25_terms=by_terms[rows],
        similarity=np.clip(snapshot.vectors.vectors(rows) @ vector, 0, 1),
        meant=tuple(meant),
        found={way: len(own) for way, own in found.items()},
    )


def documents_meant(asked: Asked) -> list[int]:
    """The documents that a question's names and times mean, of those with a passage that may be found.

    They are those that most of the names call, and of these the ones of a time that is asked about, where there are
    any.

    Returns:
        Their indexes, ascending; none where no name calls any of these.
    """
    snapshot, query = asked.snapshot, asked.query
    if not query.documents:
        return []
    count = len(snapshot.document_ids)
    is_open = (
        np.ones(count, dtype=bool)
        if asked.allowed is None
        else np.bincount(snapshot.passage_document[asked.allowed], minlength=count) > 0
    )
    times_named: dict[int, int] = {}
    for named in query.documents:
        for document_index in named:
            if is_open[document_index]:
                times_named[document_index] = times_named.get(document_index, 0) + 1
    most = max(times_named.values(), default=0)
    best = [document_index for document_index, times in times_named.items() if times == most]
    periods = query.interpretation.periods
    of_time = [
        document_index
        for document_index in best
        if any(of_period(snapshot.catalogue, document_index, period) for period in periods)
    ]
    return sorted(of_time or best)


def _rows_of(snapshot: Snapshot, document_index: int) -> slice:
    return slice(int(snapshot.first_row[document_index]), int(snapshot.first_row[document_index + 1]))


def _nearest_within(
    snapshot: Snapshot, vector: Floats, meant: Sequence[int], is_open: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Of the open rows of the documents that are meant those nearest to a vector."""
    within = np.zeros(len(is_open), dtype=bool)
    for document_index in meant:
        within[_rows_of(snapshot, document_index)] = True
    rows = np.flatnonzero(is_open & within)
    if not len(rows):
        return rows
    order = np.argsort(-(snapshot.vectors.vectors(rows) @ vector), kind="stable")
    return rows[order[:DENSE]]


def _best_within(snapshot: Snapshot, meant: Sequence[int], scores: Floats) -> Iterator[NDArray[np.int64]]:
    """The best rows of each of the documents that are meant, the best such documents first."""
    spans = [_rows_of(snapshot, document_index) for document_index in meant]
    spans.sort(key=lambda span: -float(scores[span].max(initial=0.0)))
    for span in spans[:MEANT_DOCUMENTS]:
        yield span.start + _best(scores[span], MEANT)


def first_rows(asked: Asked, meant: Sequence[int], is_open: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The first rows of the newest documents that are meant, or of the oldest where the first is asked for."""
    snapshot, day = asked.snapshot, asked.snapshot.catalogue.day
    newest_first = asked.query.interpretation.order != "first"
    chosen = sorted(meant, key=lambda document_index: int(day[document_index]), reverse=newest_first)[:HEAD_DOCUMENTS]
    spans = [_rows_of(snapshot, document_index) for document_index in chosen]
    rows = np.array([row for span in spans for row in range(span.start, span.stop)[:HEAD]], dtype=np.int64)
    return rows[is_open[rows]]


def _best(scores: Floats, k: int) -> NDArray[np.int64]:
    """The rows with the k best scores above 0, in no order."""
    k = min(k, len(scores))
    best = np.argpartition(-scores, k - 1)[:k]
    return best[scores[best] > 0]
