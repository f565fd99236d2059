"""Words: BM25 over each passage's text and over its header.

Scores are Lucene's BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) as
computed ahead of time by bm25s (Lù, 2024); a field's scores are added up over the question's words.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, reduce
from itertools import chain
from pathlib import Path
from typing import Any, Final

import bm25s
import numpy as np
from numpy.typing import NDArray

from corpus.language.words import stem_starts
from index.rows import RowTable
from index.seams import EVERYTHING, Field, Hits, Rows, Scope, Scores, TermPositions

_WORDS: Final = "words.npy"
"""For each word of the passages, in order, the index of its stem and where it starts."""
_ENDS: Final = "words.ends.npy"
"""How many words there are up to the end of each passage, from 0."""
_NO_ROWS: Final = np.empty(0, dtype=np.int32)


class BM25Index:
    """One field's BM25 index, memory-mapped from a snapshot."""

    def __init__(self, folder: Path) -> None:
        self._bm25: Any = bm25s.BM25.load(str(folder), mmap=True, show_progress=False)
        self._vocabulary: dict[str, int] = self._bm25.vocab_dict
        self.passages = int(self._bm25.scores["num_docs"])
        self._pointers = np.asarray(self._bm25.scores["indptr"]).view(np.ndarray)
        self._rows = np.asarray(self._bm25.scores["indices"]).view(np.ndarray)
        self._words, self._ends = (np.load(folder / name, mmap_mode="r").view(np.ndarray) for name in (_WORDS, _ENDS))
        self._is_numeral = np.array([stem.isdecimal() for stem in self._vocabulary])

    def scores(self, stems: Sequence[str]) -> Scores:
        """BM25 of every passage for some stems, each counted as often as it is given.

        Returns:
            float32 of shape (passages,), 0 or more; higher is better; 0 where no word matches.
        """
        known = [self._vocabulary[stem] for stem in stems if stem in self._vocabulary]
        if not known:
            return np.zeros(self.passages, dtype=np.float32)
        scores: Scores = self._bm25.get_scores_from_ids(known)
        return scores

    def frequency(self, stem: str) -> int:
        """In how many passages the stem stands."""
        return len(self.rows(stem))

    def rows(self, stem: str) -> NDArray[np.int32]:
        """The rows of the passages in which the stem stands, ascending."""
        term = self._vocabulary.get(stem)
        return _NO_ROWS if term is None else self._rows[self._pointers[term] : self._pointers[term + 1]]

    def positions(self, rows: Rows, stems: Collection[str]) -> list[TermPositions]:
        """Where some stems stand in each of some passages."""
        if not len(rows):
            return []
        stem_of_term = {self._vocabulary[stem]: stem for stem in stems if stem in self._vocabulary}
        firsts, ends = self._ends[rows], self._ends[rows + 1]
        terms, starts = np.concatenate(
            [self._words[:, first:end] for first, end in zip(firsts.tolist(), ends.tolist(), strict=True)], axis=1
        )
        owner = np.repeat(np.arange(len(rows)), ends - firsts)
        is_wanted = np.zeros(len(self._is_numeral), dtype=bool)
        is_wanted[np.fromiter(stem_of_term, dtype=np.intp)] = True
        hits = np.flatnonzero(is_wanted[terms])
        before = np.concatenate([[0], np.cumsum(ends - firsts)])
        places: list[list[tuple[int, str, int]]] = [[] for _ in rows]
        of_hits = owner[hits]
        for passage, place, term, start in zip(
            *(column.tolist() for column in (of_hits, hits - before[of_hits], terms[hits], starts[hits])), strict=True
        ):
            places[passage].append((place, stem_of_term[term], start))
        numerals = np.bincount(owner[self._is_numeral[terms]], minlength=len(rows))
        return [
            TermPositions(*columns) for columns in zip((ends - firsts).tolist(), numerals.tolist(), places, strict=True)
        ]


class BM25Query:
    """Some stems looked up: the score of every passage, by field and in all."""

    def __init__(
        self, table: RowTable, by_field: Mapping[Field, Scores], added: tuple[tuple[float, BM25Query], ...] = ()
    ) -> None:
        self._table = table
        self._by_field = by_field
        self._added = added

    @cached_property
    def _total(self) -> Scores:
        """The sum over the fields and over what was added; float32 of shape (passages,)."""
        own: Scores = reduce(np.add, self._by_field.values())
        return reduce(np.add, (weight * other._total for weight, other in self._added), own)

    def search(self, k: int, scope: Scope = EVERYTHING) -> Hits:
        """The best k passages in scope that hold any of the words; of equally good ones the lower row comes first."""
        run = self._table.run(scope)
        start, end = run or (0, len(self._table))
        scores = self._total[start:end] if run else np.where(self._table.mask(scope), self._total, 0)
        k = min(k, len(scores))
        if not k:
            return Hits.none()
        best = np.argpartition(-scores, k - 1)[:k]
        best = best[scores[best] > 0]
        best = best[np.lexsort((best, -scores[best]))]
        return Hits(start + best, scores[best])

    def scores(self, rows: Rows, field: Field | None = None) -> Scores:
        """The score of some passages in a field, or over all fields."""
        if field is None:
            return self._total[rows]
        return reduce(
            np.add, (weight * other.scores(rows, field) for weight, other in self._added), self._by_field[field][rows]
        )

    def plus(self, other: BM25Query, weight: float) -> BM25Query:
        """The query whose scores are this one's and those of another times a weight."""
        return BM25Query(self._table, self._by_field, (*self._added, (weight, other)))


class BM25Indexes:
    """The BM25 indexes of a snapshot's fields as one index.

    Args:
        folders: where the index of each field is.
        table: which rows are whose; where there are none, the folders need not be there.
    """

    def __init__(self, folders: Mapping[Field, Path], table: RowTable) -> None:
        self._table = table
        self._fields = tuple(folders)
        self._indexes = {field: BM25Index(folder) for field, folder in folders.items()} if len(table) else {}
        self._idf: dict[str, float] = {}

    def query(self, stems: Sequence[str]) -> BM25Query:
        """Look up stems, each counted as often as it is given."""
        nothing = np.zeros(len(self._table), dtype=np.float32)
        return BM25Query(
            self._table,
            {
                field: self._indexes[field].scores(stems) if field in self._indexes else nothing
                for field in self._fields
            },
        )

    def idf(self, stem: str) -> float:
        """The inverse document frequency of a stem in the texts of passages."""
        known = self._idf.get(stem)
        if known is None:
            frequency = self.frequency(stem)
            known = math.log1p((len(self._table) - frequency + 0.5) / (frequency + 0.5))
            if frequency:
                self._idf[stem] = known
        return known

    def frequency(self, stem: str, field: Field = "text") -> int:
        """In how many passages the stem stands in that field."""
        return self._indexes[field].frequency(stem) if self._indexes else 0

    def rows(self, stem: str, field: Field | None = None) -> NDArray[np.int32]:
        """The rows of all passages in which the stem stands in that field, or in any, ascending."""
        if field:
            return self._indexes[field].rows(stem) if self._indexes else _NO_ROWS
        return reduce(np.union1d, (index.rows(stem) for index in self._indexes.values()), _NO_ROWS)

    def positions(self, rows: Rows, stems: Collection[str]) -> list[TermPositions]:
        """Where some stems stand in the texts of some passages."""
        return self._indexes["text"].positions(rows, stems) if len(rows) else []


def write_postings(folder: Path, texts: Iterable[str]) -> None:
    """Index one field of all passages, in row order, into a folder that `BM25Index` opens."""
    vocabulary: dict[str, int] = {}
    starts = array("Q")
    rows: list[list[int]] = []
    for text in texts:
        stemmed = stem_starts(text)
        rows.append([vocabulary.setdefault(stem, len(vocabulary)) for stem, _ in stemmed])
        starts.extend([start for _, start in stemmed])
    folder.mkdir(parents=True)
    in_order = np.empty((2, len(starts)), dtype=np.min_scalar_type(max(len(vocabulary), max(starts, default=0))))
    in_order[0] = np.fromiter(chain.from_iterable(rows), dtype=in_order.dtype, count=len(starts))
    in_order[1] = starts
    np.save(folder / _WORDS, in_order)
    np.save(folder / _ENDS, np.cumsum([0, *map(len, rows)]))
    if not vocabulary:
        vocabulary[""] = 0
        rows = [[0] for _ in rows]
    bm25: Any = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    bm25.index(bm25s.tokenization.Tokenized(ids=rows, vocab=vocabulary), create_empty_token=False, show_progress=False)
    bm25.save(str(folder), show_progress=False)
