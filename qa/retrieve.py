"""Candidate generation: passages that may answer, by words, by vectors, and of the documents that are meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.document import Passage
from index.seams import EVERYTHING, Encoder, Hits, LexicalQuery, Rows, Scope, Vectors
from index.snapshot import Snapshot
from qa.asked import Asked
from qa.candidates import Retrieved
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


def scope_of(snapshot: Snapshot, filters: Filters) -> Scope:
    """The documents that pass the filters."""
    return snapshot.scope(filters.passes) if filters else EVERYTHING


def retrieve(asked: Asked, encoder: Encoder) -> Retrieved:
    """Find the passages that may answer a question.

    Candidates are the best by BM25 over text and header, the nearest by vectors, and of the documents that the
    question's names and times mean the best by its terms, the nearest, and those at the beginning. All of them stand in
    the question's scope.

    Args:
        asked: the question; at least `asked.k` candidates are found, where so many passages may be.
        encoder: the one the snapshot was built with.
    """
    snapshot, searches = asked.snapshot, Searches.of(asked, encoder)
    meant = documents_meant(asked)
    dense = snapshot.vector_index.search(searches.vector, max(DENSE, asked.k), asked.scope)
    within = asked.scope.within(meant)
    ways = {
        "lexical": searches.question.search(LEXICAL, asked.scope).rows,
        "dense": dense.rows,
        "meant": best_within(searches.terms.plus(searches.question, TIE_BREAK), meant),
        "meant_dense": Hits.none().rows
        if within.is_empty
        else snapshot.vector_index.search(searches.vector, DENSE, within).rows,
        "heads": first_rows(asked, meant),
    }
    rows = np.unique(np.concatenate(list(ways.values()))).astype(np.int64)
    return with_scores(asked, searches, rows, meant, {way: len(own) for way, own in ways.items()})


def retrieve_rows(asked: Asked, encoder: Encoder, rows: Rows) -> Retrieved:
    """Take some passages as the candidates for a question, however well they answer it.

    Args:
        asked: the question; the passages' documents are its scope.
        encoder: the one the snapshot was built with.
        rows: of the passages, ascending.
    """
    return with_scores(asked, Searches.of(asked, encoder), rows, documents_meant(asked), {"given": len(rows)})


@dataclass(frozen=True, slots=True)
class Searches:
    """What a question is searched by: all its words, the terms that an answer should hold, and its vector."""

    question: LexicalQuery
    terms: LexicalQuery
    vector: Vectors

    @classmethod
    def of(cls, asked: Asked, encoder: Encoder) -> Searches:
        """The searches of a question."""
        lexical = asked.snapshot.lexical_index
        return cls(
            lexical.query(asked.question_stems),
            lexical.query(asked.query.terms),
            encoder.encode_question(asked.query.question),
        )


def with_scores(
    asked: Asked, searches: Searches, rows: Rows, meant: Sequence[int], by_way: Mapping[str, int]
) -> Retrieved:
    """The candidates in some rows, with what each search says of them.

    Args:
        asked: the question.
        searches: of the question.
        rows: of the candidates, ascending.
        meant: indexes of the documents that the question means, ascending.
        by_way: how many candidates each way of retrieval brought.
    """
    snapshot = asked.snapshot
    passages = dict(zip(rows.tolist(), snapshot.passages(rows.tolist()), strict=True))
    copies = copies_of(snapshot, passages, meant)
    rows = np.array(sorted(copies), dtype=np.int64)
    document_indexes = tuple(snapshot.document_index_of(rows).tolist())
    return Retrieved(
        rows=rows,
        passages=tuple(passages[row] for row in rows.tolist()),
        document_indexes=document_indexes,
        documents=tuple(map(snapshot.document_meta, document_indexes)),
        copies=tuple(copies[row] for row in rows.tolist()),
        bm25_text=searches.question.scores(rows, "text"),
        bm25_text_identity=searches.question.scores(rows),
        bm25_terms=searches.terms.scores(rows),
        similarity=np.clip(snapshot.vector_index.scores(searches.vector, rows), 0, 1),
        meant=tuple(meant),
        by_way=by_way,
    )


def copies_of(snapshot: Snapshot, passages: Mapping[int, Passage], meant: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Some passages without their copies: of those with one text, in documents of one name and day, one counts.

    Such is a document that is there twice. The same words in the reports on two places are no copies: each is of its
    own place.

    Args:
        snapshot: with the passages.
        passages: by their rows.
        meant: indexes of documents whose passages come before their copies.

    Returns:
        The row of each passage that counts, with the rows of its copies in other documents.
    """
    alike: dict[tuple[Hashable, ...], list[int]] = {}
    indexes = snapshot.document_index_of(np.array(list(passages), dtype=np.int64)).tolist()
    document_of = dict(zip(passages, indexes, strict=True))
    for row, passage in passages.items():
        document = snapshot.document_meta(document_of[row])
        named = document.title, document.source, document.published, document.dated, document.labels
        alike.setdefault((" ".join(passage.text.split()), passage.heading, passage.context, *named), []).append(row)
    counted = (sorted(same, key=lambda row: (document_of[row] not in meant, row)) for same in alike.values())
    return {first: tuple(row for row in others if document_of[row] != document_of[first]) for first, *others in counted}


def documents_meant(asked: Asked) -> list[int]:
    """The documents that a question's names and times mean, of those with a passage that may be found.

    They are those that most of the names call, and of these the ones of a time that is asked about, where there are
    any.

    Returns:
        Their indexes, ascending; none where no name calls any of these.
    """
    snapshot, query = asked.snapshot, asked.query
    times_named = Counter(
        document_index for named in query.documents for document_index in named if document_index in asked.scope
    )
    most = max(times_named.values(), default=0)
    best = [document_index for document_index, times in times_named.items() if times == most]
    periods = query.interpretation.periods
    of_time = [
        document_index
        for document_index in best
        if any(of_period(snapshot.document_meta(document_index), period) for period in periods)
    ]
    return sorted(of_time or best)


def best_within(query: LexicalQuery, meant: Sequence[int]) -> Rows:
    """The best rows of each of the documents that are meant, the best such documents first."""
    by_document = [query.search(MEANT, EVERYTHING.within([document_index])) for document_index in meant]
    by_document.sort(key=lambda hits: -float(hits.scores.max(initial=0.0)))
    return np.concatenate([Hits.none().rows, *(hits.rows for hits in by_document[:MEANT_DOCUMENTS])])


def first_rows(asked: Asked, meant: Sequence[int]) -> Rows:
    """The first rows of the documents that are meant: of the newest, or of the oldest where the first is asked for."""
    newest_first = asked.query.interpretation.order != "first"
    documents = sorted(map(asked.snapshot.document_meta, meant), key=lambda meta: meta.day, reverse=newest_first)
    return np.array([row for meta in documents[:HEAD_DOCUMENTS] for row in meta.rows[:HEAD]], dtype=np.int64)
