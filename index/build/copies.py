"""Copies found at build time: by equal texts, and by MinHash and locality-sensitive hashing (Broder, 1997)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
from datasketch import MinHash, MinHashLSH
from numpy.typing import NDArray

from corpus.document import Passage
from index.build.statements import StatedDocument, Words
from index.seams import DocumentMeta, DocumentStore

SHINGLE: Final = 3
"""Passages are compared by so many words in a row."""
BANDS: Final = (16, 4)
"""So many bands of so many MinHashes each: passages that share half of their shingles are mostly found."""
LEAST_SHARE: Final = 0.5
"""Documents are copies when at least such a share of the passages of one of them is in the other."""
MOST_ALIKE: Final = 50
"""A passage that is like more others than this says nothing of which documents are copies."""

_WORD = re.compile(r"[^\W_]+")


def find_copies(metadata: Sequence[DocumentMeta], store: DocumentStore, words: Words) -> NDArray[np.int32]:
    """Which passages are copies of which.

    Documents of one publisher and the same labels, beside the year, are compared. Passages with one text in documents
    of one title and day are copies of each other. Other passages are when most of their document's are: all that they
    state, word for word or but for slips, stands in one place of the other document, which may be called by a header or
    state more that has no value. Of documents of two days it is the older one whose passages are copies, but for those
    that count time from their day.

    Args:
        metadata: of the documents, in order.
        store: with their passages.
        words: what is known of words.

    Returns:
        For each row, that of the passage of which it is a copy; its own where it is none.
    """
    first = np.arange(metadata[-1].end_row if metadata else 0, dtype=np.int32)
    alike: dict[Hashable, list[DocumentMeta]] = {}
    for meta in metadata:
        labels = tuple(label for label in meta.labels if label[0] != "year")
        alike.setdefault((meta.source, labels), []).append(meta)
    for group in alike.values():
        _Copies([_StatedRows.of(meta, store) for meta in group], first, words).find()
    for row in np.flatnonzero(first != np.arange(len(first))).tolist():
        first[row] = _root(first, row)
    return first


def _root(first: NDArray[np.int32], row: int) -> int:
    """The passage of which the one in a row is a copy in the end."""
    while first[row] != row:
        row = int(first[row])
    return row


@dataclass(frozen=True)
class _StatedRows(StatedDocument):
    """A document whose passages are those in some rows."""

    @classmethod
    def of(cls, meta: DocumentMeta, store: DocumentStore) -> _StatedRows:
        return cls(meta, store.passages(meta.rows))

    def row(self, place: int) -> int:
        """The row of the passage in a place."""
        return self.meta.first_row + place


@dataclass(frozen=True, slots=True)
class _Copies:
    """The copies among documents that may be copies of each other.

    Attributes:
        documents: these, in order.
        first: for each row of all, that of the passage of which it is known to be a copy; changed as more is known.
        words: what is known of words.
    """

    documents: Sequence[_StatedRows]
    first: NDArray[np.int32]
    words: Words

    def find(self) -> None:
        """Find all of them."""
        self._find_equal()
        if len(self.documents) == 1:
            return
        for one, other, near in self._likely_pairs():
            if one.is_called_like(other):
                self._compare(*self._better_first(one, other, near))

    def _find_equal(self) -> None:
        seen: dict[Hashable, int] = {}
        for document in self.documents:
            for place, passage in enumerate(document.passages):
                row, text = document.row(place), " ".join(passage.text.split())
                named = document.meta.title, document.meta.day
                self._join(row, seen.setdefault((*named, passage.heading, passage.context, text), row))

    def _join(self, copy: int, original: int) -> None:
        """Know that a passage that is a copy of none is one of another."""
        root = _root(self.first, original)
        if root != copy and self.first[copy] == copy:
            self.first[copy] = root

    def _likely_pairs(self) -> Iterator[tuple[_StatedRows, _StatedRows, dict[int, int]]]:
        """Pairs of documents most of whose passages are like one of the other, with the rows of these."""
        pairs: dict[tuple[int, int], dict[int, int]] = {}
        owners = {
            document.row(place): (index, passage)
            for index, document in enumerate(self.documents)
            for place, passage in enumerate(document.passages)
            if self.first[document.row(place)] == document.row(place)
        }
        open_rows = Counter(index for index, _ in owners.values())
        for row, other in _like({row: passage for row, (_, passage) in owners.items()}):
            one, two = owners[row][0], owners[other][0]
            if one != two:
                pairs.setdefault((one, two), {}).update({row: other, other: row})
        for (one, two), near in sorted(pairs.items()):
            least = LEAST_SHARE * min(open_rows[one], open_rows[two])
            if max(sum(owners[row][0] == index for row in near) for index in (one, two)) >= least:
                yield self.documents[one], self.documents[two], near

    def _better_first(
        self, one: _StatedRows, other: _StatedRows, near: dict[int, int]
    ) -> tuple[_StatedRows, _StatedRows, dict[int, int]]:
        """Two documents, that first which is no picture, then the newer one, then the one with fewer slips."""

        def slips(document: StatedDocument, beside: StatedDocument) -> int:
            return sum(not self.words.is_word(word) for word in document.spellings - beside.spellings)

        first, second = (
            (bool(document.meta.recognised), -document.meta.day, slips(document, beside))
            for document, beside in ((one, other), (other, one))
        )
        return (one, other, near) if first <= second else (other, one, near)

    def _compare(self, better: _StatedRows, other: _StatedRows, near: dict[int, int]) -> None:
        """Join the passages of two documents that are copies, if these are copies: what says less to what says more."""
        copies, originals = self._in(better, other, near), self._in(other, better, near)
        if max(len(copies) / len(other.passages), len(originals) / len(better.passages)) < LEAST_SHARE:
            return
        for copy, original in copies.items():
            self._join(copy, original)
        if better.meta.day == other.meta.day:
            for copy, original in originals.items():
                if copy not in copies.values():
                    self._join(copy, original)

    def _in(self, document: _StatedRows, other: _StatedRows, near: dict[int, int]) -> dict[int, int]:
        """For each passage of another document that is in a document, the row in which it is."""
        found = {}
        for place in range(len(other.passages)):
            like = near.get(other.row(place), -1)
            likely = like - document.meta.first_row if like in document.meta.rows else None
            here = document.place_of(other, place, self.words, likely)
            is_of_its_day = document.meta.day != other.meta.day and other.counts_from_its_day(place)
            if here is not None and not is_of_its_day:
                found[other.row(place)] = document.row(here)
        return found


def _like(passages: dict[int, Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of rows whose passages share many shingles, the lower row first."""
    bands, width = BANDS
    shingles = {row: found for row, passage in passages.items() if (found := _shingles(passage.text))}
    sketches = MinHash.generator(shingles.values(), num_perm=bands * width, hashfunc=crc32)
    lsh = MinHashLSH(num_perm=bands * width, params=BANDS)
    for row, sketch in zip(shingles, sketches, strict=True):
        like = lsh.query(sketch)
        if len(like) <= MOST_ALIKE:
            yield from ((other, row) for other in sorted(like))
        lsh.insert(row, sketch)


def _shingles(text: str) -> set[bytes]:
    """The runs of words of a text, a shorter text as one run."""
    words = _WORD.findall(text.casefold())
    starts = range(max(1, len(words) - SHINGLE + 1)) if words else ()
    return {" ".join(words[start : start + SHINGLE]).encode() for start in starts}
