"""Postings: BM25 over each passage's text and over what its document is called.

Scores are Lucene's BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) as
computed ahead of time by bm25s (Lù, 2024); a field's scores are added up over the question's words.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

from corpus.language.words import WORD, stem_of

FIELDS = ("text", "identity")
"""The fields of a passage: its own text; the title, headings, publisher and date it stands under."""

_WORDS, _ENDS = "words.npy", "words.ends.npy"
"""For each word of the passages, in order, the number of its stem and where it starts; and how many words there are up to the end of each passage."""


@dataclass(frozen=True, slots=True)
class TermPositions:
    """What a passage holds of some stems.

    Attributes:
        words: how many words the passage has, as `words` counts them.
        numerals: how many of these are numbers.
        places: of each word with one of the stems, in order: which of the words it is, from 0, its stem, and where it starts.
    """

    words: int
    numerals: int
    places: list[tuple[int, str, int]]


class BM25Index:
    """One field's BM25 index, memory-mapped from a snapshot."""

    def __init__(self, folder: Path) -> None:
        self._bm25: Any = bm25s.BM25.load(str(folder), mmap=True, show_progress=False)
        self._vocabulary: dict[str, int] = self._bm25.vocab_dict
        self.passages = int(self._bm25.scores["num_docs"])
        self._pointers = np.asarray(self._bm25.scores["indptr"]).view(np.ndarray)
        self._rows = np.asarray(self._bm25.scores["indices"]).view(np.ndarray)
        self._weights: dict[str, float] = {}
        self._words, self._ends = (np.load(folder / name, mmap_mode="r").view(np.ndarray) for name in (_WORDS, _ENDS))
        self._is_numeral = np.array([stem.isdecimal() for stem in self._vocabulary])

    def scores(self, question_stems: Sequence[str]) -> NDArray[np.float32]:
        """BM25 of every passage for the stems, each counted as often as it is given.

        Returns:
            float32 of shape (passages,), 0 or more; higher is better; 0 where no word matches.
        """
        known = [self._vocabulary[stem] for stem in question_stems if stem in self._vocabulary]
        if not known:
            return np.zeros(self.passages, dtype=np.float32)
        scores: NDArray[np.float32] = self._bm25.get_scores_from_ids(known)
        return scores

    def frequency(self, stem: str) -> int:
        """In how many passages the stem stands."""
        word = self._vocabulary.get(stem)
        return 0 if word is None else int(self._pointers[word + 1] - self._pointers[word])

    def weight(self, stem: str) -> float:
        """How much a stem tells: its inverse document frequency, as in BM25."""
        found = self._weights.get(stem)
        if found is None:
            frequency = self.frequency(stem)
            found = math.log1p((self.passages - frequency + 0.5) / (frequency + 0.5))
            if frequency:
                self._weights[stem] = found
        return found

    def rows(self, stem: str) -> NDArray[np.int32]:
        """The rows of the passages in which the stem stands, ascending."""
        word = self._vocabulary.get(stem)
        if word is None:
            return np.empty(0, dtype=np.int32)
        return self._rows[self._pointers[word] : self._pointers[word + 1]]

    def found(self, rows: NDArray[np.int64], wanted: Collection[str]) -> list[TermPositions]:
        """What each of some passages, at least one, holds of some stems, without reading their texts."""
        stem_of = {self._vocabulary[stem]: stem for stem in wanted if stem in self._vocabulary}
        firsts, ends = self._ends[rows], self._ends[rows + 1]
        numbers, starts = np.concatenate(
            [self._words[:, first:end] for first, end in zip(firsts.tolist(), ends.tolist(), strict=True)], axis=1
        )
        owner = np.repeat(np.arange(len(rows)), ends - firsts)
        is_wanted = np.zeros(len(self._is_numeral), dtype=bool)
        is_wanted[np.fromiter(stem_of, dtype=np.intp)] = True
        hits = np.flatnonzero(is_wanted[numbers])
        before = np.concatenate([[0], np.cumsum(ends - firsts)])
        places: list[list[tuple[int, str, int]]] = [[] for _ in rows]
        of_hits = owner[hits]
        for which, place, number, start in zip(
            *(each.tolist() for each in (of_hits, hits - before[of_hits], numbers[hits], starts[hits])), strict=True
        ):
            places[which].append((place, stem_of[number], start))
        numerals = np.bincount(owner[self._is_numeral[numbers]], minlength=len(rows))
        return [TermPositions(*each) for each in zip((ends - firsts).tolist(), numerals.tolist(), places, strict=True)]


def write_postings(folder: Path, texts: Iterable[str]) -> None:
    """Index one field of all passages, in row order, into a folder that `BM25Index` opens."""
    vocabulary: dict[str, int] = {}
    starts = array("Q")
    rows: list[list[int]] = []
    for text in texts:
        found = [(stem, match.start()) for match in WORD.finditer(text) if (stem := stem_of(match.group()))]
        rows.append([vocabulary.setdefault(stem, len(vocabulary)) for stem, _ in found])
        starts.extend([start for _, start in found])
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
