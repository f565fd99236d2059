"""Tokens: the words of a question, each as names are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.language.names import CONNECTORS, WORD, bare, bare_words
from corpus.language.vocabulary import load
from qa.query.lookup import Lookup

_VOCABULARY = load("questions")
SMALL_WORDS: Final = frozenset[str](_VOCABULARY["small_words"])
"""Words that are never a name by themselves, and never a slip of another word."""
ORGANISATION: Final = frozenset[str](_VOCABULARY["names"]["organisation"])
"""Words that may stand beside a place's name without making it the name of another place."""
_EVERYDAY = frozenset[str](load("acronyms")["everyday"])

_ABBREVIATION = 3
"""A word of so many letters may have a full stop and go on, as in "St. Helens"."""
_JOIN = re.compile(r"\s*|[-‐‑–]|['’]\s+")
"""What may stand between two words of a name."""
_STOP = re.compile(r"[.!?:;\n]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the question.

    Attributes:
        text: the word; where an ordinary word was corrected, the word it was taken for.
        start, end: where it stands in the question as it was typed.
        plain: it as names are compared.
        is_joined: whether it may be of one name with the word before it: there is no comma or the like between them.
        is_opening: whether a sentence starts with it, so that its capital says nothing.
        name: the word of a name that it was taken for, as that is written; "" where it was not.
    """

    text: str
    start: int
    end: int
    plain: str
    is_joined: bool
    is_opening: bool
    name: str = ""

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital."""
        return self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        """Whether it ends as "Sutton's" does."""
        return self.text.casefold().endswith(("'s", "’s"))


def tokenize(question: str, lookup: Lookup) -> list[Token]:
    """The words of a question, in order."""
    tokens: list[Token] = []
    for match in WORD.finditer(question):
        before = tokens[-1].text if tokens else ""
        gap = question[tokens[-1].end : match.start()] if tokens else "."
        unstopped = gap.removeprefix(".") if before.isalpha() and len(before) <= _ABBREVIATION else gap
        is_joined = bool(tokens) and _JOIN.fullmatch(unstopped) is not None
        is_opening = _STOP.search(unstopped if before[:1].isupper() else gap) is not None
        tokens.append(Token(match.group(), *match.span(), _plain(match.group(), lookup), is_joined, is_opening))
    return tokens


def is_everyday(name: str) -> bool:
    """Whether all words are everyday short forms, as "DJ" and "TVs" are, which name nobody and no place."""
    return all(word.removesuffix("s") in _EVERYDAY for word in bare_words(name) if word not in CONNECTORS)


def _plain(word: str, lookup: Lookup) -> str:
    """A word as names are compared.

    Of "Suttons", where no document is called so, it is the name without the ending whose apostrophe was left out.
    """
    plain = bare(word)
    owner = plain.removesuffix("s")
    if owner == plain or not lookup.is_proper(owner) or lookup.is_proper(plain):
        return plain
    is_written_as_name = lookup.catalogue.is_series or word[0].isupper()
    return owner if is_written_as_name and lookup.documents(owner) and not lookup.documents(plain) else plain


def within_organisation(words: Sequence[str]) -> slice:
    """Where the words of a name stand without those at either end that only go with one, such as "council".

    Args:
        words: as names are compared.
    """
    outside = CONNECTORS | ORGANISATION
    own = [place for place, word in enumerate(words) if word not in outside]
    return slice(own[0], own[-1] + 1) if own else slice(0)
