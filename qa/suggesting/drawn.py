"""Questions drawn from what a document lists: what something costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from corpus.document import Cell, Document
from corpus.language.vocabulary import CURRENCY_SIGNS, load

_ROWS: dict[str, Any] = load("examples")["rows"]
_PRICES = frozenset[str](_ROWS["prices"])
_PRICE: Final = re.compile(rf"[{re.escape(''.join(CURRENCY_SIGNS))}]\s?\d")
_LABEL: Final = re.compile(
    rf"[^\W\d_][a-z'’-]*(?: [a-z][a-z'’-]*){{{_ROWS['fewest_words'] - 1},{_ROWS['most_words'] - 1}}}"
)


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
        if first and has_price and _LABEL.fullmatch(label := _text(document, first)):
            yield _ROWS["priced"].format(label=label[0].lower() + label[1:])


def _text(document: Document, part: Cell) -> str:
    return document.text[part.start : part.end].strip()
