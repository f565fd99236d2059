"""Lists in a text: bullets, numbered lines, and what follows a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.language.kinds import Span
from corpus.language.vocabulary import load

_TABLE = load("lists")
PRINTED_BULLETS: str = re.escape(_TABLE["bullets"])
"""Bullets as they are printed; like the others as they are written within a class of a pattern."""
BULLETS: str = PRINTED_BULLETS + re.escape(_TABLE["font_bullets"])
"""The signs that open an item of a list wherever they stand."""
LINE_BULLETS: str = re.escape(_TABLE["line_bullets"])
"""The signs that open one only at the beginning of a line, before white space."""
_ITEM = re.compile(
    rf"(?:(?:^|\n)[ \t]*(?:[{BULLETS}{LINE_BULLETS}]|(?P<number>\(?(?:[0-9]{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]))\s+"
    rf"|[{BULLETS}]\s*)(?P<item>[^\s][^\n{BULLETS}]*)"
)
_NUMBERED_CHARS = 240
"""Numbered lines farther apart are paragraphs, no list."""
_SERIES = re.compile(r":\s{1,20}(?![\"“‘'])(?P<items>[^.:;?!]+;[^.:;?!]+|[^.:;,?!]+,[^.:;,?!]+(?:,|\sand\s)[^.:;?!]*)")


def items(text: str) -> Iterator[Span]:
    """Where the items of a text's lists stand.

    A list has two bullets or numbered lines at least; without these it is what follows a colon
    with semicolons or commas between.
    """
    found = list(_ITEM.finditer(text))
    near = {
        end
        for one, other in pairwise(found)
        if other.start() - one.start() < _NUMBERED_CHARS
        for end in (one.start(), other.start())
    }
    items = [match.span("item") for match in found if not match["number"] or match.start() in near]
    if len(items) > 1:
        yield from items
    else:
        yield from (match.span("items") for match in _SERIES.finditer(text) if "\n\n" not in match["items"])
