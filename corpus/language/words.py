"""Words: the tokens of a text as an index and a ranker know them, stemmed and without stop words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

import Stemmer

from corpus.language.folding import PLAIN_LETTERS, fold, searchable
from corpus.language.vocabulary import load

_WORD = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")
"""A word of a folded text."""
WRITTEN_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
"""A word as it is written, with its hyphens."""
_STOPWORDS = frozenset(word for words in load("stop_words").values() for word in words)
_JUDGEMENT = re.compile(r"(?<=dg)e?ments?$")
"""An ending that the stemmer leaves on short words, so that "judgement" would be another word than "judged"."""
_PLAIN = PLAIN_LETTERS | str.maketrans("‘’", "''")
_INFLECTION = re.compile(r"|(?:[a-z]?(?:e?s|e?d|ing|e|y|ie[sd]|ly|er|ment|ments))?(?:['’]s?)?|['’]s")
"""What a word has more than another of its stem where both say the same: "fee" and "fees", "plan" and "planned"."""
_SHORT = 600
"""The stems of a text of at most so many characters, such as a sentence, are kept: stages ask for them again."""
_stemmer = Stemmer.Stemmer("english")


class Word(NamedTuple):
    """A word as postings know it, and where it stands in its text (half-open code points).

    They are made by the thousand for a question.
    """

    stem: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text that carry meaning, in order, stemmed and without case or accents."""
    folded = fold(text)
    if folded.offsets is None:
        return [Word(stem, *match.span()) for match in _WORD.finditer(text) if (stem := stem_of(match.group()))]
    return [
        Word(stem, *folded.span(*match.span()))
        for match in _WORD.finditer(folded.text)
        if (stem := stem_of(match.group()))
    ]


def stem_starts(text: str) -> list[tuple[str, int]]:
    """The words of `words(text)` as postings keep them: stems and where they start."""
    folded = fold(text)
    found = [(stem, match.start()) for match in _WORD.finditer(folded.text) if (stem := stem_of(match.group()))]
    return found if folded.offsets is None else [(stem, folded.offsets[start]) for stem, start in found]


def word_spans(text: str, wanted: Collection[str]) -> list[tuple[int, int]]:
    """Where those words of a text stand that have one of some stems."""
    folded = fold(text)
    return [folded.span(*match.span()) for match in _WORD.finditer(folded.text) if stem_of(match.group()) in wanted]


def stems(text: str) -> list[str]:
    """The stems alone, one for each word of `words(text)`."""
    return list(_stems_kept(text)) if len(text) <= _SHORT else _stems(text)


def _stems(text: str) -> list[str]:
    return [stem for word in _WORD.findall(searchable(text)) if (stem := stem_of(word))]


@lru_cache(maxsize=1 << 15)
def _stems_kept(text: str) -> tuple[str, ...]:
    return tuple(_stems(text))


@lru_cache(maxsize=1 << 18)
def stem_of(word: str) -> str:
    """The stem of a word of a folded text, without case, accents and possessive ending; empty for a stop word."""
    plain = unicodedata.normalize("NFKD", word).casefold().translate(_PLAIN).removesuffix("'s")
    if not plain.isalnum():
        plain = "".join(letter for letter in plain if letter.isalnum())
    return "" if plain in _STOPWORDS else str(_stemmer.stemWord(_JUDGEMENT.sub("", plain)))


def repeats(said: str, asked: str) -> bool:
    """Whether some words are all words of others, as they stand or inflected: "fees" for "fee", not "feeble".

    Args:
        said: the words, at least one of which is no stop word.
        asked: the others.
    """
    forms: dict[str, list[str]] = {}
    for word in _WORD.findall(searchable(asked)):
        forms.setdefault(stem_of(word), []).append(word.casefold())
    told = [(stem, word.casefold()) for word in _WORD.findall(searchable(said)) if (stem := stem_of(word))]
    return bool(told) and all(any(_is_inflected(word, other) for other in forms.get(stem, ())) for stem, word in told)


def _is_inflected(one: str, other: str) -> bool:
    """Whether two words of one stem differ in no more than an ending such as that of a plural or a past."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return _INFLECTION.fullmatch(one, shared) is not None and _INFLECTION.fullmatch(other, shared) is not None
