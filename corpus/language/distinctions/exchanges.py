"""Exchanges: who reads law at Wick does not read it at Cole, and a group B jab is no group A jab."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from corpus.language.distinctions.namesakes import is_name
from corpus.language.folding import searchable
from corpus.language.lasting.holding import verb_stem
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("exchanges")
_NAME: Final = r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,4})"
_PLACED = re.compile(
    rf"(?P<deed>[a-z]{{3,20}})(?P<between>(?:\s+(?!{alternatives(_TABLE['joining'])}\b)[\w’'-]{{1,20}}){{0,3}}?)"
    rf"\s+(?P<by>{alternatives(_TABLE['before_names'])})\s+(?:the\s+)?{_NAME}"
)
_WORD = re.compile(r"\b[a-z]{3,20}\b")
_LETTERED = re.compile(r"(?P<thing>[^\W\d_]{4,})\s+(?P<letter>[A-HJ-UWYZ])(?![\w’'.&/+-])(?!\s+[A-Z])")
_AND_MORE: Final = rf"\s*(?:[,/&–—-]|\b{alternatives(_TABLE['joining'])}\b)\s*"
_ITS_LETTERS: Final = rf"s?\s+(?P<letters>(?-i:[A-Z])(?![\w’'.])(?:{_AND_MORE}(?-i:[A-Z])(?![\w’'.]))*)"
_MOST_OF_LETTERS: Final = 4
"""A question with more things that go by a letter than these lists them."""


def exchanges_name(question: str, sentence: str, above: str) -> bool:
    """Whether a question asks of a deed at one place, say, and a sentence tells it of another alone.

    Args:
        question: such as "What does Ada Moor read at Wick?".
        sentence: such as "Ada Moor reads law at Cole."
        above: the title and the headings that it stands under, where the place may be named.
    """
    asked = list(_placed(question))
    present = frozenset(stems(f"{above}\n{sentence}")) if asked else frozenset[str]()
    own = frozenset(stems(question))
    for one in asked:
        if not present.isdisjoint(stems(one["name"])):
            continue
        told = [other for other in _placed(sentence) if _is_so_placed(one, other)]
        if told and all(own.isdisjoint(stems(other["name"])) for other in told):
            return True
    return False


def _placed(text: str) -> Iterator[re.Match[str]]:
    """The deeds of a text with a name behind a small word: "read" and "Cole" of "read law at Cole"; no days."""
    text = searchable(text)
    for word in _WORD.finditer(text):
        match = _PLACED.match(text, word.start())
        if match and stem_of(match["deed"]) and is_name(match["name"].split()[0]):
            yield match


def _is_so_placed(one: re.Match[str], other: re.Match[str]) -> bool:
    return one["by"] == other["by"] and verb_stem(stem_of(one["deed"])) == verb_stem(stem_of(other["deed"]))


def exchanges_letter(question: str, said: str) -> bool:
    """Whether a question asks about what goes by one letter, and words tell only of what goes by another.

    Args:
        question: such as "How much is a hepatitis A jab?".
        said: such as "Hepatitis B | £45"; "hepatitis A to C" may tell of it too.
    """
    told = searchable(said)
    for match in islice(_LETTERED.finditer(searchable(question)), _MOST_OF_LETTERS):
        named = re.finditer(rf"\b{re.escape(match['thing'])}{_ITS_LETTERS}", told, re.I)
        letters = [one["letters"] for one in named]
        if letters and all(len(one) == 1 and one != match["letter"] for one in letters):
            return True
    return False
