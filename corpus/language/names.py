"""Names as they are compared: words without case, accents and possessive endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from corpus.language.folding import PLAIN_LETTERS, searchable
from corpus.language.vocabulary import alternatives, load

_TABLE = load("names")
CONNECTORS = frozenset[str](_TABLE["connectors"])
"""Words that stand inside of names without a capital."""
_JOINS = frozenset[str](_TABLE["joins"])
_HOUSES: Sequence[tuple[str, ...]] = sorted((tuple(words.split()) for words in _TABLE["houses"]), key=len, reverse=True)
_NO_SHORT_NAMES = frozenset[str](_TABLE["no_short_names"])
_SPELT: Mapping[str, str] = _TABLE["spelt"]
_OF_PLACE = re.compile(rf"(?<=\w{{4}}){alternatives(_TABLE['of_places'])}$")

WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:['’][^\W_]+)*|&")
"""A word of a name, or the sign for "and"; a letter's accents may be characters of their own."""


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """A word as names are compared: without case, accents and possessive ending.

    "And" and "St" stand for their other spellings.
    """
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", word).casefold() if not unicodedata.combining(letter)
    )
    plain = plain.translate(PLAIN_LETTERS).replace("’", "'").removesuffix("'s")
    return _SPELT.get(plain, plain)


def bare_words(text: str) -> list[str]:
    """The words of a text as names are compared."""
    return [bare(word) for word in WORD.findall(searchable(text).replace("_", " "))]


def in_short(name: Sequence[str]) -> tuple[str, ...]:
    """The words of a name as it is said in short, "Brighton" for "Brighton and Hove"; () where there is no such way.

    "Larkfield" is said for "Larkfield House", too.

    Args:
        name: its words, as names are compared.
    """
    house = next((words for words in _HOUSES if tuple(name[-len(words) :]) == words), ())
    end = next((place for place, word in enumerate(name) if word in _JOINS), len(name) - len(house) if house else 0)
    return tuple(name[:end]) if not _NO_SHORT_NAMES.issuperset(name[:end]) else ()


def places_of(word: str) -> tuple[str, ...]:
    """What a place may be called of which a word tells people or things: "cornwall" among those of "cornish"."""
    stem = _OF_PLACE.sub("", word)
    if stem == word:
        return ()
    single = stem[:-1] if stem[-1] == stem[-2] else stem
    return tuple(f"{one}{ending}" for one in dict.fromkeys((stem, single)) for ending in _TABLE["places"])
