"""Lookup: what an index knows of the words of one question, each looked up once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from corpus.language.names import CONNECTORS, bare, bare_words
from corpus.language.persons import people
from corpus.language.words import stems
from index.seams import FIELDS
from index.snapshot import Snapshot

_PASSAGES_READ = 50
"""So many passages at most are read to see how the words of a name stand in them."""
_in_both = partial(np.intersect1d, assume_unique=True)


def texts_with_stems(snapshot: Snapshot, found: Sequence[str]) -> list[str]:
    """The texts of the first passages that hold all of some stems, or are called by them.

    Args:
        snapshot: the documents.
        found: the stems, one at least.
    """
    rows = reduce(_in_both, map(snapshot.lexical_index.rows, found))[:_PASSAGES_READ].tolist()
    return [passage.text for passage in snapshot.passages(rows)]


class Lookup:
    """What a snapshot knows of words, kept for one question.

    Attributes:
        snapshot: the documents.
        catalogue: what they are called.
        proper: bare words that they always write with a capital: how they are written, and how often.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.catalogue = snapshot.catalogue
        self.proper = snapshot.catalogue.proper_nouns
        self._documents: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._frequency: dict[str, int] = {}

    def documents(self, *words: str) -> tuple[int, ...]:
        """The documents whose title or publisher holds these bare words, one after the other."""
        if words not in self._documents:
            self._documents[words] = tuple(self.catalogue.documents_named(words))
        return self._documents[words]

    def is_common(self, *words: str) -> bool:
        """Whether so many documents are called by these words that they tell none from another."""
        return self.catalogue.is_common(len(self.documents(*words)))

    def tells_apart(self, *words: str) -> bool:
        """Whether documents are called by these words, but not most of them."""
        return bool(self.documents(*words)) and not self.is_common(*words)

    def is_proper(self, word: str) -> bool:
        """Whether the documents always write a bare word with a capital."""
        return word in self.proper

    def written(self, word: str) -> str:
        """A bare word as the documents write it, where they always write it with a capital."""
        return self.proper[word][0] if word in self.proper else word

    def frequency(self, word: str) -> int:
        """In how many passages a word stands, counted anew for each of its stems and each field; 0 where in none."""
        if word not in self._frequency:
            self._frequency[word] = frequency(self.snapshot, word)
        return self._frequency[word]

    def rows_with(self, words: Sequence[str]) -> NDArray[np.int32]:
        """The rows of the passages that hold all of some words, in their text or in what they are called."""
        lexical = self.snapshot.lexical_index
        rows = [lexical.rows(stem) for word in words for stem in stems(word) if word not in CONNECTORS]
        return reduce(_in_both, rows) if rows else np.empty(0, dtype=np.int32)

    def texts_with(self, words: Sequence[str]) -> list[str]:
        """The texts of the first passages that hold all of some words, or are called by them."""
        rows = self.rows_with(words)[:_PASSAGES_READ].tolist()
        return [passage.text for passage in self.snapshot.passages(rows)]

    def proper_parts(self, name: str) -> list[str]:
        """The words of an unknown name that are names in the documents by themselves."""
        return [word for word in name.split() if len(word) > 1 and self.is_proper(bare(word)) and self.frequency(word)]

    def people_called(self, word: str) -> list[str]:
        """The people, of several words, whom the first passages with a word of their name name by it on one line.

        Over the end of a line a heading goes before a name: "Captain" above "Ada Moor".
        """
        texts = self.texts_with([word])
        found = (" ".join(name.split()) for text in texts for name in _named_on_a_line(text))
        return list(dict.fromkeys(name for name in found if bare(word) in bare_words(name)))

    def has_person_titled(self, name: str) -> bool:
        """Whether a title and a name, such as "Mrs Moor", may be somebody whom the documents call "Ada Moor".

        They may not where these only write another title before the name: "Dr Moor".
        """
        title, _, rest = name.partition(" ")
        if not rest or not people.TITLED.match(title):
            return bool(rest) and self._has_person_in_initials(name)
        called = (one.split() for one in self.people_called(bare_words(rest)[-1]))
        own = [words for words in called if bare_words(" ".join(words))[-len(rest.split()) :] == bare_words(rest)]
        return any(not people.TITLED.match(words[0]) or people.are_alike_titles(title, words[0]) for words in own)

    def _has_person_in_initials(self, name: str) -> bool:
        """Whether "Ada Moor" may be somebody whom the documents only call "A Moor"; not beside an "Alma Moor"."""
        own = people.untitled(name)
        called = [people.untitled(one) for one in self.people_called(bare(own[-1]))] if len(own) > 1 else []
        alike = [words for words in called if len(words) > 1 and words[-1] == own[-1] and words[0][0] == own[0][0]]
        return bool(alike) and all(len(words[0].rstrip(".")) == 1 for words in alike)

    def documents_naming(self, name: str) -> frozenset[int]:
        """The documents in whose first passages with all of its words a name stands word for word."""
        words = bare_words(name)
        rows = self.rows_with(words)[:_PASSAGES_READ].tolist()
        texts = (f" {' '.join(bare_words(passage.text))} " for passage in self.snapshot.passages(rows))
        named = [row for row, text in zip(rows, texts, strict=True) if f" {' '.join(words)} " in text]
        return frozenset(self.snapshot.document_index_of(np.array(named, dtype=np.int64)).tolist())

    def first_two_adjoin(self, words: Sequence[str]) -> bool:
        """Whether, of the first passages that hold all of some words, one has the first two one after the other."""
        wanted = f" {' '.join(bare(word) for word in words[:2])} "
        return any(wanted in f" {' '.join(bare_words(text))} " for text in self.texts_with(words))


def _named_on_a_line(text: str) -> Iterator[str]:
    """The names of people in a text, but for those that a line's end parts."""
    named = (text[slice(*span)] for span in people.names(text))
    return (name for name in named if "\n" not in name)


def frequency(snapshot: Snapshot, word: str) -> int:
    """In how many passages a word stands, counted anew for each of its stems and each field; 0 where in none."""
    return sum(snapshot.lexical_index.frequency(stem, field) for stem in stems(word) for field in FIELDS)
