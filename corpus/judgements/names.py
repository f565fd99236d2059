"""Names of those who are judged, and whether two are of one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.labels import shipped_labels
from corpus.language.folding import searchable
from corpus.language.vocabulary import alternatives, load

_WORDS = load("judgements")["wording"]
_NAME = r"[A-Z][\w-]+(?:\s+(?:(?:and|of|upon|with|on|in|the|&)\s+){0,2}[A-Z][\w-]+){0,4}?"
_BODIES = alternatives(_WORDS["bodies"]).replace("'", "['’]")
_BODY = re.compile(rf"\b(?P<name>{_NAME})(?:['’]s)?\s+{_BODIES}(?!\w)|\b{_BODIES}\s+in\s+(?P<place>{_NAME})(?![\w-])")
_NAMED_CHARS = 6000


def bare_name(words: str) -> str:
    """A name without the words for what kind of body it is, as it would be a label; "" where nothing is left."""
    return shipped_labels().names.bare(words.removesuffix("'s").removesuffix("’s"))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same, or one of them is the beginning of the other: "Hammersmith" is.

    "Northamptonshire" is not "North Northamptonshire".
    """
    short, long = sorted((f"{searchable(name).casefold()} " for name in (one, other)), key=len)
    return bool(short.strip()) and long.startswith(short)


def named_with(words: Iterable[str], text: str) -> str:
    """The first name in a text that ends with one of some words: "Moor Lane Primary School"; "" where there is none."""
    named = re.search(rf"\b(?:[A-Z][\w'’.-]*\s+){{1,6}}?(?=[A-Z])(?i:{alternatives(words)})\b", text)
    return " ".join(named[0].split()) if named else ""


def only_body(text: str) -> str:
    """The one council or the like that a text names near its beginning; "" where there is none, or several."""
    names = set(bodies(text[:_NAMED_CHARS]))
    return names.pop() if len(names) == 1 else ""


def bodies(text: str) -> list[str]:
    """The names of the councils and the like that a text names, in its order."""
    named = (bare_name(match["name"] or match["place"]) for match in _BODY.finditer(text))
    return [name for name in named if name]
