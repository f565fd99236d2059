"""The catalogue: what the documents of a snapshot are called and of which time they are, for reading questions."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np

from corpus.language.folding import searchable
from corpus.language.names import CONNECTORS, WORD, bare, bare_words
from index.seams import DocumentMeta

MOST_WORDS = 6
"""No name is looked for that has more words."""
SERIES_DOCUMENTS = 10
SERIES_SHARE = 0.4
"""At least so many documents make a series when a word of their titles stands, on average, in this share of them."""

_ANYWHERE = re.compile(r"(?<![^\W_])(?<!['’.-])[^\W\d_](?:[^\W_]|[\u0300-\u036f])*(?:['’][^\W_]+)*")
_WITHIN = re.compile(rf"(?:(?<=[^\W\d_A-Z] )|(?<=[\u0300-\u036f,;] )){_ANYWHERE.pattern}")
"""A word anywhere, and one within a sentence, where a capital tells."""
_ADDRESS = re.compile(r"\b[\w.+-]{1,64}@[\w.-]{1,255}|\b(?:https?://|www\.)\S+", re.I)
"""Addresses are in small letters whatever stands in them."""
_CAPITAL_SHARE = 0.8


class Capitals:
    """Counts which words are written with a capital in mid-sentence, and which are not."""

    def __init__(self) -> None:
        self._anywhere: Counter[str] = Counter()
        self._within: Counter[str] = Counter()

    def count(self, text: str) -> None:
        """Count a text's words."""
        text = searchable(text)
        if "@" in text or "//" in text or "www." in text:
            text = _ADDRESS.sub(" ", text)
        self._anywhere.update(_ANYWHERE.findall(text))
        self._within.update(_WITHIN.findall(text))

    def proper(self) -> dict[str, int]:
        """Words that (nearly) always have a capital, as they are mostly written, with how often they occur."""
        small: Counter[str] = Counter()
        for word, times in self._anywhere.items():
            if not word[0].isupper():
                small[bare(word)] += times
        spellings: dict[str, tuple[str, int]] = {}
        for word, times in self._within.most_common():
            if not word[0].isupper():
                continue
            plain = bare(word)
            written, before = spellings.get(plain, (word.removesuffix("'s").removesuffix("’s"), 0))
            spellings[plain] = (written, before + times)
        return {
            written: times
            for plain, (written, times) in spellings.items()
            if len(plain) > 1 and times >= _CAPITAL_SHARE * (times + small[plain])
        }


class Catalogue:
    """What documents are called; opened from a snapshot.

    Attributes:
        proper_nouns: words that are always written with a capital, by their bare form: how they are written, and how
            often.
        is_series: whether the documents are of one mould, as reports on many places are: their names tell them apart.
    """

    def __init__(self, metadata: Sequence[DocumentMeta], proper: Mapping[str, int]) -> None:
        self.metadata = metadata
        self.proper_nouns = {bare(written): (written, times) for written, times in proper.items()}
        self._padded = [
            f" {' '.join(bare_words(meta.title))} | {' '.join(bare_words(meta.source or ''))} " for meta in metadata
        ]
        self._by_word: dict[str, list[int]] = {}
        for document_index, padded in enumerate(self._padded):
            for word in set(padded.split()):
                self._by_word.setdefault(word, []).append(document_index)

        self.is_series = len(metadata) >= SERIES_DOCUMENTS and self._shared() >= SERIES_SHARE

    def _shared(self) -> float:
        """The share of all titles that a word of a title stands in, on average."""
        titles = [[word for word in bare_words(meta.title) if word not in CONNECTORS] for meta in self.metadata]
        return float(
            np.mean([len(self._by_word[word]) / len(self.metadata) for words in titles for word in words] or [0.0])
        )

    def documents_named(self, words: Sequence[str]) -> list[int]:
        """The indexes of the documents whose title or publisher holds these bare words, one after the other."""
        rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
        wanted = f" {' '.join(words)} "
        return [document_index for document_index in rarest if wanted in self._padded[document_index]]

    def is_common(self, documents: int) -> bool:
        """Whether so many documents are called by a name that it tells none from another."""
        return documents > len(self.metadata) / 2

    def neighbours(self, words: Sequence[str], document_index: int) -> list[tuple[str, str]]:
        """The words beside these in a document's names.

        Args:
            words: bare words, one after the other.
            document_index: of the document.

        Returns:
            The words before and after, connectors left out, in each name in its title or publisher that holds these; ""
            for none.
        """
        beside = []
        for run in self._bare_runs[document_index]:
            for place in range(len(run) - len(words) + 1):
                if run[place : place + len(words)] == tuple(words):
                    before = [word for word in run[:place] if word not in CONNECTORS]
                    after = [word for word in run[place + len(words) :] if word not in CONNECTORS]
                    beside.append(("".join(before[-1:]), "".join(after[:1])))
        return beside

    @cached_property
    def newest(self) -> date | None:
        """The day of the newest document; None where none has a day."""
        newest = max((meta.day for meta in self.metadata), default=0)
        return date.fromordinal(newest) if newest else None

    @cached_property
    def names(self) -> dict[str, int]:
        """The names in titles and publishers that tell documents apart, as written, with how many documents have it."""
        documents: Counter[str] = Counter()
        for meta in self.metadata:
            documents.update(set(self._runs(meta)))
        return dict(documents)

    @cached_property
    def _bare_runs(self) -> list[list[tuple[str, ...]]]:
        return [[tuple(bare_words(name)) for name in self._runs(meta)] for meta in self.metadata]

    def _runs(self, meta: DocumentMeta) -> Iterator[str]:
        run: list[str] = []
        title, source = (WORD.findall(searchable(part).replace("_", " ")) for part in (meta.title, meta.source or ""))
        for word in [*title, "", *source, ""]:
            named = word[:1].isupper() and not self.is_common(len(self._by_word.get(bare(word), [])))
            if named or (run and word in CONNECTORS):
                run.append(word.removesuffix("'s").removesuffix("’s"))
                continue
            while run and run[-1] in CONNECTORS:
                run.pop()
            if 0 < len(run) <= MOST_WORDS:
                yield " ".join(run)
            run = []


def write_proper_nouns(path: Path, proper: Mapping[str, int]) -> None:
    """Write the words that nearly always have a capital, each with how often it has."""
    path.write_text(json.dumps(proper, ensure_ascii=False), encoding="utf-8")


def read_proper_nouns(path: Path) -> dict[str, int]:
    """The words in a file that `write_proper_nouns` wrote."""
    proper: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    return proper
