"""The lines in which a document says what it is: those it opens and closes with, and its running headers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.document import Block
from corpus.language.rows import CELL_END
from corpus.language.times.parts import WEEKDAY
from corpus.metadata.days import begins_with_day
from corpus.metadata.imprint import LEADERS, parts_of

_LINES = 40
_CHARS = 4000
_CLOSING_LINES = 8
_IMPRINT_LINES = 8
_IMPRINT_CHARS = 300
_UNDATED = re.compile(rf"\W*(?:{WEEKDAY},?\s*)?")


@dataclass(frozen=True, slots=True)
class Opening:
    """The lines in which a document says what it is, each with single spaces.

    Attributes:
        lines: the first ones, those of a row with two cells among them as "label value"; a row of more cells also gives
            a line for each pair of them.
        closing: the last ones, the last first, without those of `lines`.
        furniture: what pages repeat around their text.
        imprint: what the very first lines say, part by part; see `corpus.metadata.imprint`.
    """

    lines: tuple[str, ...]
    closing: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    imprint: tuple[tuple[str, ...], ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the imprint that are not lines themselves."""
        return tuple(part for parts in self.imprint if len(parts) > 1 for part in parts)


def opening_of(text: str, blocks: Sequence[Block]) -> Opening:
    """The lines of a document; see `Opening`."""
    body = [block for block in blocks if block.kind != "furniture"]
    first = (line for block in body for line in text[block.start : block.end].split("\n") if line.strip())
    lines = tuple(_some((line for block in body for line in _lines(text, block)), _LINES))
    from_the_end = (block for block in reversed(blocks) if block.kind != "furniture")
    last = (line for block in from_the_end for line in reversed(_lines(text, block)))
    return Opening(
        lines,
        tuple(line for line in _some(last, _CLOSING_LINES) if line not in lines),
        tuple(_some((text[block.start : block.end] for block in blocks if block.kind == "furniture"), _LINES)),
        tuple(parts_of(line) for line in _without_events(list(islice(first, _IMPRINT_LINES)))),
    )


def _without_events(lines: Sequence[str]) -> Iterator[str]:
    """Lines but for long ones, and those of a list of events: with a day each, and more, one below the other."""
    listed = [begins_with_day(_UNDATED.sub("", line, count=1)) for line in lines]
    beside = zip([False, *listed], [*listed[1:], False], strict=False)
    for line, is_dated, neighbours in zip(lines, listed, beside, strict=False):
        if len(line) <= _IMPRINT_CHARS and not (is_dated and any(neighbours)):
            yield line


def _lines(text: str, block: Block) -> list[str]:
    whole = text[block.start : block.end]
    cells = [text[cell.start : cell.end] for cell in block.cells if cell.end > cell.start]
    pairs = [f"{label} {value}" for label, value in zip(cells[::2], cells[1::2], strict=False)]
    return [*whole.split("\n"), *(pairs if len(cells) > 2 else ())]


def _some(lines: Iterator[str], most: int) -> Iterator[str]:
    """The first lines that are not blank, with single spaces and without marks of Markdown headings."""
    chars = count = 0
    for line in lines:
        if line := " ".join(LEADERS.sub(": ", line[:_CHARS].lstrip("#").replace(CELL_END, " ")).split()):
            yield line
            chars += len(line)
            count += 1
        if count >= most or chars >= _CHARS:
            return
