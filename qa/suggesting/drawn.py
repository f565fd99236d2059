"""Questions drawn from what a document lists: what something costs, and who holds an office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from corpus.document import Block, Cell, Document
from corpus.language.persons.people import names
from corpus.language.vocabulary import CURRENCY_SIGNS, load

_ROWS: dict[str, Any] = load("examples")["rows"]
_OFFICES = load("offices")
_CALLED = frozenset[str]((*_OFFICES["heads"], *chain.from_iterable(_OFFICES["others"])))
_PRICES = frozenset[str](_ROWS["prices"])
_PRICE: Final = re.compile(rf"[{re.escape(''.join(CURRENCY_SIGNS))}]\s?\d")
_LABEL: Final = re.compile(
    rf"[^\W\d_][a-z'’-]*(?: [a-z][a-z'’-]*){{{_ROWS['fewest_words'] - 1},{_ROWS['most_words'] - 1}}}"
)
_LINE_CHARS: Final = 120


def priced(document: Document) -> Iterator[str]:
    """What each thing costs that a row of a table has a price for, in a column that is called so.

    Args:
        document: with its rows.
    """
    for block in document.blocks:
        header = document.blocks[block.parent].cells if block.cells and block.parent is not None else ()
        columns = {one.column for one in header if _PRICES & {*_text(document, one).casefold().split()}}
        first, *others = block.cells or (None,)
        has_price = any(one.column in columns and _PRICE.match(_text(document, one)) for one in others)
        if first and has_price and (label := _label(_text(document, first))):
            yield _ROWS["priced"].format(label=label)


def held(document: Document) -> Iterator[str]:
    """Who holds each office that a row or a line such as "Deputy clerk: Ada Moor" gives the name of one person for.

    Args:
        document: with its rows and lines.
    """
    for block in document.blocks:
        called, *told = _sides(document, block)
        label = _label(called)
        is_one = len(told) == 1 and list(names(told[0])) == [(0, len(told[0]))]
        if label and is_one and _CALLED & {*label.split()}:
            yield _ROWS["held"].format(label=label)


def _text(document: Document, part: Cell) -> str:
    return document.text[part.start : part.end].strip()


def _sides(document: Document, block: Block) -> list[str]:
    """The cells of a row; of a short line the two sides of its first colon."""
    if block.cells:
        return [_text(document, cell) for cell in block.cells]
    if block.end - block.start > _LINE_CHARS:
        return [""]
    return [side.strip() for side in document.text[block.start : block.end].split(":", 1)]


def _label(words: str) -> str:
    """Words as they are asked about; "" where they are no label, or may be a name."""
    return words[0].lower() + words[1:] if _LABEL.fullmatch(words) else ""
