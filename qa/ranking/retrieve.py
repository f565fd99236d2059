"""Candidate generation: passages that may answer, by words, by vectors, and of the documents that are meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from corpus.language.words import stems
from index.copies import CopyTable
from index.seams import EVERYTHING, Encoder, Hits, LexicalQuery, Rows, Scope, Vectors
from index.snapshot import Snapshot
from qa.passages.asked import Asked
from qa.passages.candidates import Retrieved
from qa.passages.editions import other_editions
from qa.query.coverage import of_period
from qa.query.syntax import heeds
from qa.request import Filters

LEXICAL = 40
DENSE = 24
MEANT = 30
MEANT_DOCUMENTS = 3
"""How many candidates BM25 may bring, and vectors, and BM25 within each of so many of the documents that are meant."""
PHRASE = 200
"""So many more candidates BM25 may bring for each phrase that passages must hold."""
HEAD = 5
HEAD_DOCUMENTS = 6
"""So many passages at the beginning of each of so many documents that are meant are candidates too: there a document
says what it is about."""
TIE_BREAK = 1e-3
"""Within documents that are meant terms decide; so little does the whole question count between passages that hold the
same terms."""


def scope_of(snapshot: Snapshot, filters: Filters) -> Scope:
    """The documents that pass the filters, and of these the passages that do; nothing where no times are known."""
    if not filters:
        return EVERYTHING
    if not filters.asks_times:
        return snapshot.scope(filters.passes)
    speaking = snapshot.times.rows(filters.about_from, filters.about_to) if snapshot.times else Hits.none().rows
    return snapshot.scope(filters.passes, speaking)


def retrieve(asked: Asked, encoder: Encoder) -> Retrieved:
    """Find the passages that may answer a question.

    Candidates are the best by BM25 over text and header, the nearest by vectors, and of the documents that the
    question's names and times mean the best by its terms, the nearest, and those at the beginning. All of them stand in
    the question's scope. The copies of a passage count as one, and so do the editions of one that say nearly the same.

    Args:
        asked: the question; at least `asked.k` candidates are found, where so many passages may be.
        encoder: the one the snapshot was built with.
    """
    copies, searches = asked.snapshot.copies, Searches.of(asked, encoder)
    meant = documents_meant(asked)
    within = asked.scope.within(meant)

    def nearest(k: int, scope: Scope) -> Rows:
        near = partial(asked.snapshot.vector_index.search, searches.vector, scope=scope)
        return Hits.none().rows if scope.is_empty else best_distinct(near, k, copies)

    ways = {
        "lexical": best_distinct(partial(searches.question.search, scope=asked.scope), LEXICAL, copies),
        "dense": nearest(max(DENSE, asked.k), asked.scope),
        "meant": best_within(searches.terms.plus(searches.question, TIE_BREAK), meant, asked.scope),
        "meant_dense": nearest(DENSE, within),
        "heads": first_rows(asked, meant),
        **phrase_rows(asked),
    }
    rows = copies.with_copies(np.unique(np.concatenate(list(ways.values()))).astype(np.int64))
    counted = copies_of(asked, heeding(asked, rows[asked.snapshot.in_scope(rows, asked.scope)]), meant)
    editions = other_editions(asked, sorted(counted))
    left_out = {row for rows in editions.values() for row in rows}
    alone = {row: copies for row, copies in counted.items() if row not in left_out}
    return with_scores(asked, searches, alone, meant, {way: len(own) for way, own in ways.items()}, editions)


def phrase_rows(asked: Asked) -> dict[str, Rows]:
    """The best rows for the words of each phrase that passages must hold, by the way in which they were found."""
    lexical = asked.snapshot.lexical_index
    found = (lexical.query(stems(phrase)).search(PHRASE, asked.scope) for phrase in asked.query.interpretation.phrases)
    rows = [hits.rows for hits in found]
    return {"phrases": np.unique(np.concatenate(rows))} if rows else {}


def heeding(asked: Asked, rows: Rows) -> Rows:
    """Those of some rows whose passages hold a question's phrases and nothing that it leaves out; all where none does.

    Titles, headings and what leads in count as theirs.
    """
    read, snapshot = asked.query.interpretation, asked.snapshot
    if not read.phrases and not read.excluded:
        return rows
    documents = map(snapshot.document_meta, snapshot.document_index_of(rows).tolist())
    texts = (
        "\n".join((document.title, passage.heading, passage.context, passage.text))
        for document, passage in zip(documents, snapshot.passages(rows.tolist()), strict=True)
    )
    heeded = np.array([heeds(text, read.phrases, read.excluded) for text in texts], dtype=bool)
    return rows[heeded] if heeded.any() else rows


def best_distinct(search: Callable[[int], Hits], k: int, copies: CopyTable) -> Rows:
    """The best k rows of a search, the copies of one passage counted once."""
    wanted = k
    while True:
        rows = search(wanted).rows
        if not copies.has_copies:
            return rows
        places = np.sort(np.unique(copies.group_of(rows), return_index=True)[1])
        if len(places) >= k or len(rows) < wanted:
            return rows[places[:k]]
        wanted *= 2


def retrieve_rows(asked: Asked, encoder: Encoder, rows: Rows) -> Retrieved:
    """Take some passages as the candidates for a question, however well they answer it.

    Args:
        asked: the question; the passages' documents are its scope.
        encoder: the one the snapshot was built with.
        rows: of the passages, ascending.
    """
    meant = documents_meant(asked)
    return with_scores(asked, Searches.of(asked, encoder), copies_of(asked, rows, meant), meant, {"given": len(rows)})


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
    asked: Asked,
    searches: Searches,
    copies: Mapping[int, tuple[int, ...]],
    meant: Sequence[int],
    by_way: Mapping[str, int],
    editions: Mapping[int, tuple[int, ...]] = MappingProxyType({}),
) -> Retrieved:
    """The candidates in some rows, with what each search says of them.

    Args:
        asked: the question.
        searches: of the question.
        copies: the rows of the candidates, each with those of its copies.
        meant: indexes of the documents that the question means, ascending.
        by_way: how many candidates each way of retrieval brought.
        editions: by row, those of the same passage in other editions.
    """
    snapshot = asked.snapshot
    rows = np.array(sorted(copies), dtype=np.int64)
    document_indexes = tuple(snapshot.document_index_of(rows).tolist())
    return Retrieved(
        rows=rows,
        passages=tuple(snapshot.passages(rows.tolist())),
        document_indexes=document_indexes,
        documents=tuple(map(snapshot.document_meta, document_indexes)),
        copies=tuple(copies[row] for row in rows.tolist()),
        bm25_text=searches.question.scores(rows, "text"),
        bm25_text_identity=searches.question.scores(rows),
        bm25_terms=searches.terms.scores(rows),
        similarity=np.clip(snapshot.vector_index.scores(searches.vector, rows), 0, 1),
        meant=tuple(meant),
        by_way=by_way,
        editions=editions,
    )


def copies_of(asked: Asked, rows: Rows, meant: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Some passages without their copies: of those that say (nearly) the same one counts.

    That is one in a document that is meant, then one of a time that is asked about, or the oldest where the first is
    asked for, then the one that the build put first: recognised in no picture, the newest, with fewer slips, and with
    all that the others say.

    Args:
        asked: the question.
        rows: of the passages.
        meant: indexes of the documents that the question means.

    Returns:
        The row of each passage that counts, with the rows of its copies in other documents.
    """
    snapshot, read = asked.snapshot, asked.query.interpretation
    groups = snapshot.copies.group_of(rows).tolist()
    alike: dict[int, list[tuple[bool, bool, int, bool, int, int]]] = {}
    for row, group, index in zip(rows.tolist(), groups, snapshot.document_index_of(rows).tolist(), strict=True):
        meta = snapshot.document_meta(index)
        of_time = any(of_period(meta, period) for period in read.periods)
        day = meta.day if read.order == "first" else 0
        alike.setdefault(group, []).append((index not in meant, not of_time, day, row != group, row, index))
    counted = map(sorted, alike.values())
    return {first[-2]: tuple(other[-2] for other in others if other[-1] != first[-1]) for first, *others in counted}


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
    return sorted(_without_copies(snapshot, of_time or best))


def _without_copies(snapshot: Snapshot, documents: Sequence[int]) -> list[int]:
    """Some documents without those of which every passage is a copy of one in another of them."""
    if not snapshot.copies.has_copies:
        return list(documents)

    def is_copy(document_index: int) -> bool:
        rows = np.array(snapshot.document_meta(document_index).rows, dtype=np.int64)
        first = snapshot.copies.group_of(rows)
        owners = snapshot.document_index_of(first.astype(np.int64)).tolist()
        return bool((first != rows).all()) and set(owners) <= set(documents) - {document_index}

    return [document_index for document_index in documents if not is_copy(document_index)]


def best_within(query: LexicalQuery, meant: Sequence[int], scope: Scope) -> Rows:
    """The best rows in scope of each of the documents that are meant, the best such documents first."""
    by_document = [query.search(MEANT, scope.within([document_index])) for document_index in meant]
    by_document.sort(key=lambda hits: -float(hits.scores.max(initial=0.0)))
    return np.concatenate([Hits.none().rows, *(hits.rows for hits in by_document[:MEANT_DOCUMENTS])])


def first_rows(asked: Asked, meant: Sequence[int]) -> Rows:
    """The first rows of the documents that are meant: of the newest, or of the oldest where the first is asked for."""
    newest_first = asked.query.interpretation.order != "first"
    documents = sorted(map(asked.snapshot.document_meta, meant), key=lambda meta: meta.day, reverse=newest_first)
    return np.array([row for meta in documents[:HEAD_DOCUMENTS] for row in meta.rows[:HEAD]], dtype=np.int64)
