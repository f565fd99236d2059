"""The catalogue: what the documents of a snapshot are called and of which time they are, for reading questions."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.document import Document
from corpus.language.date_parts import TOLD_YEARS, years_in
from corpus.metadata import days_in

HEAD_CHARS = 1500
"""So much of a document's beginning says of which time it is."""
CONNECTORS = frozenset("of and upon on with the in under by le de la du & y".split())
"""Words that stand inside of names without a capital."""
MOST_WORDS = 6
"""No name is looked for that has more words."""
SERIES_DOCUMENTS = 10
SERIES_SHARE = 0.4
"""At least so many documents make a series when the words of their titles stand, on average, in this share of all titles."""

WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:['’][^\W_]+)*|&")
"""A word of a name, or the sign for "and"; a letter's accents may be characters of their own."""
_ANYWHERE = re.compile(r"(?<![^\W_])(?<!['’.-])[^\W\d_](?:[^\W_]|[\u0300-\u036f])*(?:['’][^\W_]+)*")
_WITHIN = re.compile(rf"(?:(?<=[^\W\d_A-Z] )|(?<=[\u0300-\u036f,;] )){_ANYWHERE.pattern}")
"""A word anywhere, and one within a sentence, where a capital tells."""
_CAPITAL_SHARE = 0.8
_SPELT = {"&": "and", "saint": "st"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the catalogue.

    Attributes:
        title, source: of the document.
        years: those that its title, its beginning and its day of publication name, ascending.
        day: its day of publication, or else the last day that its beginning names, as a proleptic ordinal; 0 when there is none.
    """

    title: str
    source: str
    years: tuple[int, ...]
    day: int


def entry(document: Document) -> Entry:
    """A document's entry."""
    head = f"{document.title}\n{document.text[:HEAD_CHARS]}"
    published = document.published
    days = [published] if published else sorted(days_in(head))[-1:]
    years = years_in(head, TOLD_YEARS) | ({published.year} if published else set())
    return Entry(document.title, document.source or "", tuple(sorted(years)), days[0].toordinal() if days else 0)


class Capitals:
    """Counts which words are written with a capital in mid-sentence, and which are not."""

    def __init__(self) -> None:
        self._anywhere: Counter[str] = Counter()
        self._within: Counter[str] = Counter()

    def count(self, text: str) -> None:
        """Count a text's words."""
        self._anywhere.update(_ANYWHERE.findall(text))
        self._within.update(_WITHIN.findall(text))

    def proper(self) -> dict[str, int]:
        """Words that (nearly) always have a capital, as they are mostly written, with how often they occur."""
        small: Counter[str] = Counter()
        for word, times in self._anywhere.items():
            if not word[0].isupper():
                small[bare(word)] += times
        found: dict[str, tuple[str, int]] = {}
        for word, times in self._within.most_common():
            if not word[0].isupper():
                continue
            plain = bare(word)
            written, before = found.get(plain, (word.removesuffix("'s").removesuffix("’s"), 0))
            found[plain] = (written, before + times)
        return {
            written: times
            for plain, (written, times) in found.items()
            if len(plain) > 1 and times >= _CAPITAL_SHARE * (times + small[plain])
        }


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """A word as names are compared: without case, accents and possessive ending, and with "and" and "St" for their other spellings."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", word).casefold() if not unicodedata.combining(letter)
    )
    plain = plain.replace("’", "'").removesuffix("'s")
    return _SPELT.get(plain, plain)


def bare_words(text: str) -> list[str]:
    """The words of a text as names are compared."""
    return [bare(word) for word in WORD.findall(text.replace("_", " "))]


class Catalogue:
    """What documents are called; opened from a snapshot.

    Attributes:
        entries: in the order of the documents' numbers.
        day: of each document, see `Entry`; int32 of shape (documents,).
        proper: words that are always written with a capital, by their bare form: how they are written, and how often.
        is_series: whether the documents are of one mould, as reports on many places are: then what they are called tells them apart.
    """

    def __init__(self, entries: Sequence[Entry], proper: dict[str, int]) -> None:
        self.entries = entries
        self.day: NDArray[np.int32] = np.array([each.day for each in entries], dtype=np.int32)
        self.proper = {bare(written): (written, times) for written, times in proper.items()}
        self._padded = [
            f" {' '.join(bare_words(each.title))} | {' '.join(bare_words(each.source))} " for each in entries
        ]
        self._by_word: dict[str, list[int]] = {}
        for number, padded in enumerate(self._padded):
            for word in set(padded.split()):
                self._by_word.setdefault(word, []).append(number)

        self.is_series = len(entries) >= SERIES_DOCUMENTS and self._shared() >= SERIES_SHARE

    def _shared(self) -> float:
        titles = [[word for word in bare_words(each.title) if word not in CONNECTORS] for each in self.entries]
        return float(
            np.mean([len(self._by_word[word]) / len(self.entries) for words in titles for word in words] or [0.0])
        )

    def called(self, words: Sequence[str]) -> list[int]:
        """The numbers of the documents whose title or publisher holds these bare words, one after the other."""
        rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
        wanted = f" {' '.join(words)} "
        return [number for number in rarest if wanted in self._padded[number]]

    def is_common(self, documents: int) -> bool:
        """Whether so many documents are called by a name that it tells none from another."""
        return documents > len(self.entries) / 2

    def neighbours(self, words: Sequence[str], number: int) -> list[tuple[str, str]]:
        """The words before and after these, connectors left out, in each name in a document's title or publisher that holds them; "" for none."""
        found = []
        for run in self._bare_runs[number]:
            for place in range(len(run) - len(words) + 1):
                if run[place : place + len(words)] == tuple(words):
                    before = [word for word in run[:place] if word not in CONNECTORS]
                    after = [word for word in run[place + len(words) :] if word not in CONNECTORS]
                    found.append(("".join(before[-1:]), "".join(after[:1])))
        return found

    @cached_property
    def names(self) -> dict[str, int]:
        """The names in titles and publishers that tell documents apart, as they are written, with the number of documents called so."""
        found: Counter[str] = Counter()
        for each in self.entries:
            found.update(set(self._runs(each)))
        return dict(found)

    @cached_property
    def _bare_runs(self) -> list[list[tuple[str, ...]]]:
        return [[tuple(bare_words(name)) for name in self._runs(each)] for each in self.entries]

    def _runs(self, each: Entry) -> Iterator[str]:
        run: list[str] = []
        for word in [*WORD.findall(each.title.replace("_", " ")), "", *WORD.findall(each.source.replace("_", " ")), ""]:
            named = word[:1].isupper() and not self.is_common(len(self._by_word.get(bare(word), [])))
            if named or (run and word in CONNECTORS):
                run.append(word.removesuffix("'s").removesuffix("’s"))
                continue
            while run and run[-1] in CONNECTORS:
                run.pop()
            if 0 < len(run) <= MOST_WORDS:
                yield " ".join(run)
            run = []


def write_catalogue(path: Path, entries: Sequence[Entry], proper: dict[str, int]) -> None:
    """Write a catalogue so that `open_catalogue` opens it."""
    path.write_text(
        json.dumps({"entries": [asdict(each) for each in entries], "proper": proper}, ensure_ascii=False),
        encoding="utf-8",
    )


def open_catalogue(path: Path) -> Catalogue:
    """The catalogue in a file."""
    read = json.loads(path.read_text(encoding="utf-8"))
    return Catalogue(
        [Entry(each["title"], each["source"], tuple(each["years"]), each["day"]) for each in read["entries"]],
        read["proper"],
    )
