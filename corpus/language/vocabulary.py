"""Vocabulary: the tables of words, a folder a language, how they become patterns, and what several grammars share."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

_TABLES = Path(__file__).parent


@cache
def load(name: str, language: str = "en") -> dict[str, Any]:
    """A table of words, such as "numbers" for `en/numbers.toml`; whoever reads it leaves it as it is."""
    return tomllib.loads((_TABLES / language / f"{name}.toml").read_text("utf-8"))


def languages(name: str) -> list[str]:
    """The codes of the languages other than English that have a table of this name."""
    return sorted(path.parent.name for path in _TABLES.glob(f"*/{name}.toml") if path.parent.name != "en")


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of some words or phrases; white space of any kind may stand where one has a space."""
    return any_of(re.escape(word).replace("\\ ", r"\s+") for word in words)


def any_of(patterns: Iterable[str]) -> str:
    """A pattern for any of several that begin with a letter, the longest first.

    Those with the same first letter are one alternative, so that `re` looks at this letter once.
    """
    ordered = sorted(dict.fromkeys(patterns), key=lambda pattern: (pattern[0], -len(pattern), pattern))
    groups = ("|".join(group) for _, group in groupby(ordered, itemgetter(0)))
    return "(?:" + "|".join(f"(?:{group})" for group in groups) + ")"


def first_of(words: str) -> str:
    """A pattern for the first of some words in a question, or behind a question mark in it, with all before it.

    Where what has to follow in the same question does not, a later one has it no more, so that none is tried: searched
    for with "[^?]*" and that behind it, it takes a time that grows with the length of the question alone.

    Args:
        words: a pattern of them.
    """
    return rf"(?:^|(?<=\?))(?>[^?]*?\b{words}\b)"


_NUMBERS = load("numbers")
_UNITS = load("units")

DASH = "[-‐‑‒–—−]"
PHONE = rf"\(?0[0-9]{{2,4}}\)?(?:\s|{DASH})?[0-9]{{3,4}}(?:\s|{DASH})?[0-9]{{3,4}}(?![0-9])"
COUNTS: dict[str, int] = _NUMBERS["below_twenty"]
"""The numbers below twenty, by their words."""
CURRENCY_SIGNS: str = _UNITS["currency_signs"]
UNIT = alternatives(unit for units in _UNITS.values() if isinstance(units, list) for unit in units) + r"\b"
"""A word for what is counted or measured, in lower case."""
