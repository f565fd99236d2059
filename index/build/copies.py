"""Copies found at build time: by equal texts, and by MinHash and locality-sensitive hashing (Broder, 1997)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import Final
from zlib import crc32

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from corpus.document import Passage
from corpus.labels.table import WORKED_OUT
from index.build.statements import StatedDocument, Words, broken_lines
from index.seams import DocumentMeta, DocumentStore

BANDS: Final = 16
BAND: Final = 4
"""So many bands of so many MinHashes each: passages that share half of their shingles are mostly found."""
LEAST_SHARE: Final = 0.5
"""Documents are copies when at least such a share of the passages of one of them is in the other."""
MOST_ALIKE: Final = 50
"""More passages than this that are alike say nothing of which documents are copies."""
_KEPT_DOCUMENTS: Final = 64

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
        labels = tuple(label for label in meta.labels if label[0] not in WORKED_OUT)
        alike.setdefault((meta.source, labels), []).append(meta)
    for group in alike.values():
        _Copies(group, store, words, first).find()
    for row in np.flatnonzero(first != np.arange(len(first))).tolist():
        first[row] = _root(first, row)
    return first


def _root(first: NDArray[np.int32], row: int) -> int:
    """The passage of which the one in a row is a copy in the end."""
    while first[row] != row:
        row = int(first[row])
    return row


@dataclass(frozen=True, slots=True)
class _Copies:
    """The copies among documents that may be copies of each other.

    Attributes:
        documents: these, in order.
        store: with their passages.
        words: what is known of words.
        first: for each row of all, that of the passage of which it is known to be a copy; changed as more is known.
    """

    documents: Sequence[DocumentMeta]
    store: DocumentStore
    words: Words
    first: NDArray[np.int32]

    def find(self) -> None:
        """Find all of them; no more texts are held than those of some documents."""
        stated = lru_cache(maxsize=_KEPT_DOCUMENTS)(self._stated)
        for one, other, near in self._likely_pairs():
            if stated(one).is_called_like(stated(other)):
                pair = stated(one).whole_beside(stated(other)), stated(other).whole_beside(stated(one))
                self._compare(*self._better_first(*pair), near)

    def _stated(self, index: int) -> StatedDocument:
        meta = self.documents[index]
        return StatedDocument(meta, self.store.passages(meta.rows))

    def _join(self, copy: int, original: int) -> None:
        """Know that a passage that is a copy of none is one of another."""
        root = _root(self.first, original)
        if root != copy and self.first[copy] == copy:
            self.first[copy] = root

    def _likely_pairs(self) -> Iterator[tuple[int, int, dict[int, int]]]:
        """Pairs of documents most of whose passages are like one of the other, with the rows of these."""
        owners, sketches = self._sketched()
        open_rows = Counter(owners.values())
        pairs: dict[tuple[int, int], dict[int, int]] = {}
        for row, other in _alike(list(owners), sketches):
            one, two = owners[row], owners[other]
            if one != two:
                pairs.setdefault((one, two), {}).update({row: other, other: row})
        for (one, two), near in sorted(pairs.items()):
            least = LEAST_SHARE * min(open_rows[one], open_rows[two])
            if max(sum(owners[row] == index for row in near) for index in (one, two)) >= least:
                yield one, two, near

    def _sketched(self) -> tuple[dict[int, int], NDArray[np.uint32]]:
        """The rows of all passages that are equal to none before, each with its document, and their MinHashes.

        Those that are equal are known as copies of that with the fewest broken lines from then on.
        """
        seen: dict[bytes, int] = {}
        broken: dict[int, int] = {}
        owners: dict[int, int] = {}
        sketch, sketches = MinHash(num_perm=BANDS * BAND, hashfunc=int), bytearray()
        for index, meta in enumerate(self.documents):
            for row, passage in zip(meta.rows, self.store.passages(meta.rows), strict=True):
                digest = _digest(meta, passage)
                original = seen.setdefault(digest, row)
                if lines := broken_lines(passage):
                    broken[row] = lines
                if broken.get(row, 0) < broken.get(original, 0):
                    self._join(original, row)
                    seen[digest] = row
                elif original != row:
                    self._join(row, original)
                elif len(self.documents) > 1 and (shingles := _shingles(passage.text)):
                    sketch.clear()
                    sketch.update_batch(shingles)
                    sketches += sketch.hashvalues.astype(np.uint32).tobytes()
                    owners[row] = index
        return owners, np.frombuffer(sketches, dtype=np.uint32).reshape(-1, BANDS * BAND)

    def _better_first(self, one: StatedDocument, other: StatedDocument) -> tuple[StatedDocument, StatedDocument]:
        """Two documents: first that which is no picture, then the newer, with fewer slips, with fewer broken lines."""

        def slips(document: StatedDocument, beside: StatedDocument) -> int:
            return sum(not self.words.is_word(word) for word in document.spellings - beside.spellings)

        first, second = (
            (bool(document.meta.recognised), -document.meta.day, slips(document, beside), document.broken_lines)
            for document, beside in ((one, other), (other, one))
        )
        return (one, other) if first <= second else (other, one)

    def _compare(self, better: StatedDocument, other: StatedDocument, near: dict[int, int]) -> None:
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

    def _in(self, document: StatedDocument, other: StatedDocument, near: dict[int, int]) -> dict[int, int]:
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


def _alike(rows: Sequence[int], sketches: NDArray[np.uint32]) -> Iterator[tuple[int, int]]:
    """Pairs of rows whose passages have the MinHashes of a band in common, the lower row first.

    The bands are sorted as arrays: the hash tables of `datasketch.MinHashLSH` would take kilobytes a passage.
    """
    for band in range(BANDS if len(rows) else 0):
        keys = np.ascontiguousarray(sketches[:, band * BAND : (band + 1) * BAND]).view(f"V{BAND * 4}").ravel()
        _, group, sizes = np.unique(keys, return_inverse=True, return_counts=True)
        order = np.argsort(group, kind="stable")
        ends = np.cumsum(sizes)
        for end, size in zip(ends.tolist(), sizes.tolist(), strict=True):
            if 1 < size <= MOST_ALIKE:
                yield from combinations((rows[place] for place in order[end - size : end].tolist()), 2)


def _digest(meta: DocumentMeta, passage: Passage) -> bytes:
    """What is the same for passages with one text, under one heading, in documents of one title and day."""
    told = meta.title, str(meta.day), passage.heading, passage.context, " ".join(passage.text.split())
    return blake2b("\0".join(told).encode(), digest_size=16).digest()


def _shingles(text: str) -> set[int]:
    """The runs of three words of a text, by a number for each."""
    numbers = [_number(word) for word in _WORD.findall(text.casefold())]
    runs = zip(numbers, numbers[1:], numbers[2:], strict=False)
    return {(one * 0x9E3779B1 + two * 0x85EBCA77 + three) & 0xFFFF_FFFF for one, two, three in runs}


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return crc32(word.encode())
