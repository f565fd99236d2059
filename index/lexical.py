"""Words: BM25 over each passage's text and over its header.

Scores are Lucene's BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) as
computed ahead of time by bm25s (Lù, 2024); a field's scores are added up over the question's words.
"""

from __future__ import annotations

import math
import tempfile
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
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
_WINDOW_WORDS: Final = 2_000_000
"""So many words are worked on at once while postings are written."""
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

    def rows_spelling(self, letters: str) -> NDArray[np.int64]:
        """The rows of the passages with stems one after the other that begin with some letters, ascending."""
        initials = np.array([stem[:1] for stem in self._vocabulary], dtype="<U1")
        firsts = self._words.shape[1] - len(letters) + 1
        if firsts < 1:
            return np.empty(0, dtype=np.int64)
        spells = np.ones(firsts, dtype=bool)
        for place, letter in enumerate(letters):
            spells &= (initials == letter)[self._words[0, place : place + firsts]]
        starts = np.flatnonzero(spells)
        first, last = (np.searchsorted(self._ends, at, side="right") - 1 for at in (starts, starts + len(letters) - 1))
        return np.unique(first[first == last])

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
        if not self._indexes:
            return _NO_ROWS
        found = np.sort(np.concatenate([index.rows(stem) for index in self._indexes.values()]), kind="stable")
        return found[np.diff(found, prepend=-1) > 0]

    def rows_spelling(self, letters: str) -> NDArray[np.int64]:
        """The rows of the passages with stems one after the other that begin with some letters, ascending."""
        return self._indexes["text"].rows_spelling(letters) if self._indexes else np.empty(0, dtype=np.int64)

    def positions(self, rows: Rows, stems: Collection[str]) -> list[TermPositions]:
        """Where some stems stand in the texts of some passages."""
        return self._indexes["text"].positions(rows, stems) if len(rows) else []


def write_postings(folder: Path, texts: Iterable[str]) -> None:
    """Index one field of all passages, in row order, into a folder that `BM25Index` opens.

    What is held in memory while it works grows with the postings, eight bytes each, and not with the texts.
    """
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=folder) as spool:
        words = _Words(Path(spool))
        for text in texts:
            words.add(text)
        words.finish()
        _write_words(folder, words)
        bm25 = _Spooled(words)
        vocabulary = words.vocabulary or {"": 0}
        bm25.index(
            bm25s.tokenization.Tokenized(ids=[], vocab=vocabulary), create_empty_token=False, show_progress=False
        )
        bm25.save(str(folder), show_progress=False)


class _Words:
    """The words of texts, numbered by their stems and spooled to files, some texts at a time.

    Attributes:
        vocabulary: the number of each stem.
        lengths: how many words each text has.
        farthest: where the last of all words starts.
    """

    def __init__(self, spool: Path) -> None:
        self.vocabulary: dict[str, int] = {}
        self.lengths = array("Q")
        self.farthest = 0
        self._spool = spool
        self._terms, self._starts = array("I"), array("I")
        self._windows: list[tuple[int, int]] = []  # the rows of each window
        self._first_row = 0

    def add(self, text: str) -> None:
        """Take the words of the next text."""
        before = len(self._terms)
        for stem, start in stem_starts(text):
            self._terms.append(self.vocabulary.setdefault(stem, len(self.vocabulary)))
            self._starts.append(start)
        self.lengths.append(len(self._terms) - before)
        if len(self._terms) > before:
            self.farthest = max(self.farthest, self._starts[-1])
        if len(self._terms) >= _WINDOW_WORDS:
            self.finish()

    def finish(self) -> None:
        """Write out what is still held."""
        if len(self.lengths) == self._first_row:
            return
        for name, values in (("terms", self._terms), ("starts", self._starts)):
            np.save(self._spool / f"{name}{len(self._windows)}.npy", np.frombuffer(values, dtype=np.uint32))
        self._windows.append((self._first_row, len(self.lengths)))
        self._first_row = len(self.lengths)
        self._terms, self._starts = array("I"), array("I")

    def terms(self) -> Iterator[tuple[NDArray[np.uint32], NDArray[np.int64]]]:
        """For each window, the numbers of the stems in order, and the row of each."""
        for window, (first, end) in enumerate(self._windows):
            rows = np.repeat(np.arange(first, end), np.array(self.lengths[first:end], dtype=np.int64))
            yield self._load("terms", window), rows

    def column(self, name: str) -> Iterator[NDArray[np.uint32]]:
        """The "terms" or "starts" of each window."""
        return (self._load(name, window) for window in range(len(self._windows)))

    def _load(self, name: str, window: int) -> NDArray[np.uint32]:
        values: NDArray[np.uint32] = np.load(self._spool / f"{name}{window}.npy")
        return values


def _write_words(folder: Path, words: _Words) -> None:
    """Write each word's stem and start, as `BM25Index` reads them."""
    dtype = np.min_scalar_type(max(len(words.vocabulary), words.farthest))
    ends = np.concatenate([[0], np.cumsum(np.array(words.lengths, dtype=np.int64))])
    header = {"descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": (2, int(ends[-1]))}
    with (folder / _WORDS).open("wb") as file:
        np.lib.format.write_array_header_1_0(file, header)
        for name in ("terms", "starts"):
            for window in words.column(name):
                file.write(window.astype(dtype).tobytes())
    np.save(folder / _ENDS, ends)


class _Spooled(bm25s.BM25):  # type: ignore[misc]  # bm25s has no types
    """BM25 of words that were spooled, in the arithmetic of bm25s, to the last bit."""

    def __init__(self, words: _Words) -> None:
        super().__init__(method="lucene", k1=1.2, b=0.75)
        self._spooled = words

    def build_index_from_ids(self, unique_token_ids: Sequence[int], *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The score of each stem in each passage, by stem and then by row: what bm25s keeps."""
        self.nonoccurrence_array = None
        lengths = np.array(self._spooled.lengths, dtype=np.int64)
        frequencies = self._frequencies(len(unique_token_ids))
        idf = np.zeros(len(frequencies), dtype=np.float32)
        for term in np.flatnonzero(frequencies):
            frequency = int(frequencies[term])
            idf[term] = math.log(1 + (len(lengths) - frequency + 0.5) / (frequency + 0.5))
        pointers = np.concatenate([[0], np.cumsum(frequencies)])
        scores = np.empty(pointers[-1], dtype=np.float32)
        rows = np.empty(pointers[-1], dtype=np.int32)
        places = pointers[:-1].copy()
        mean = lengths.mean()
        for terms, term_rows, times in self._counted():
            order = np.argsort(terms, kind="stable")
            terms, term_rows, times = terms[order], term_rows[order], times[order].astype(np.float32)
            firsts = np.flatnonzero(np.diff(terms, prepend=-1))
            runs = np.diff(firsts, append=len(terms))
            at = places[terms] + np.arange(len(terms)) - np.repeat(firsts, runs)
            places[terms[firsts]] += runs
            scores[at] = idf[terms] * (times / (self.k1 * ((1 - self.b) + self.b * lengths[term_rows] / mean) + times))
            rows[at] = term_rows
        return {"data": scores, "indices": rows, "indptr": pointers, "num_docs": len(lengths)}

    def _frequencies(self, terms: int) -> NDArray[np.int64]:
        """In how many passages each stem stands."""
        return sum(
            (np.bincount(own, minlength=terms) for own, _, _ in self._counted()), np.zeros(terms, dtype=np.int64)
        )

    def _counted(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]:
        """For each window the stems of each passage, the row of each, and how often it stands there, by row."""
        for terms, rows in self._spooled.terms():
            pairs, times = np.unique(rows << 32 | terms, return_counts=True)
            yield pairs & 0xFFFF_FFFF, pairs >> 32, times
