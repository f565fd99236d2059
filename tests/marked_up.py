"""Blocks of markup, short enough to compare."""

from __future__ import annotations

from corpus.assembly import SourceBlock
from corpus.markup.blocks import blocks_of
from corpus.markup.parsing import parse


def found(markup: str) -> list[SourceBlock]:
    return list(blocks_of(parse(f"<body>{markup}</body>")))


def texts(markup: str) -> list[str]:
    """The text of each block with single spaces, the cells of a row with bars between."""
    return [" ".join(row(block).split()) for block in found(markup)]


def row(block: SourceBlock) -> str:
    return "|".join("=" if cell.goes_on else " ".join(cell.text.split()) for cell in block.cells) or block.text
