"""Lists and tables as people paste them: with signs or numbers of their own before items, and bars beside rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final, Literal

from corpus.document import Block, BlockKind, Document
from corpus.language.kinds import Span
from corpus.language.lists import BULLETS, LINE_BULLETS, marker_at
from corpus.language.rows import between
from qa.citing.citation import flattened, quoted
from qa.tables.named_rows import cell_names, partings

_KEPT: Final = 256
EDGES: Final = frozenset[BlockKind]({"furniture", "note"})
"""Blocks that stand at a page's edge, between words that go on behind them."""
_LISTED: Final = frozenset[BlockKind]({"list_item", "table_row"})
_SEVERAL: Final = 2
_SIGN: Final = "•"
_INNER: Final = "o"
_NESTED: Final = re.compile(rf"(?m:^)[ \t]*(?P<sign>{_INNER})(?=[ \t])")
"""The sign of an inner item, as word processors copy it."""
_JOINED: Final = re.compile(r"(?P<sign>\(?\d{1,3}[.)])(?=[^\W\d_])")
"""A number that was copied without what stands between it and its words."""
_WITHIN: Final = re.compile(rf"(?P<before>[:;.,](?:\s(?:and|or))?)\s(?=[{BULLETS}{LINE_BULLETS}]\s)")
"""The sign of an item whose line was joined to the one before."""
_DASHED: Final = re.compile(r"(?m:^)[ \t]*[–—-][ \t]+[^\W\d]")
_DASH: Final = re.compile(r"(?m:^)[ \t]*[–—-][ \t]")
_MINUS: Final = re.compile(r"[–—-]\s+\W{0,2}\d")
"""It may be a minus where no other line begins with a dash, and none with one before a word."""
_SEEN: Final = re.compile(r"\S")
_BAR: Final = "|"
_MARKS: Final = "().: "
Begun = BlockKind | Literal["table_cell"]
"""What begins in a document: a block, or a cell of a row behind its first."""


@dataclass(frozen=True, slots=True)
class Line:
    """An item, a row or a paragraph, or as much of it as is quoted.

    Attributes:
        kind: what it is.
        start, end: half-open offsets into the document's text; the sign or number of an item stands before.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listed:
    """What was pasted, without the signs and numbers of items and the bars around rows.

    Attributes:
        words: what is left.
        numbers: the numbers that stood before items, in their order, each with whether a mark behind it shows that it
            is one ("1." or "(a)", but not "12 members").
        begins: whether the first of these stood before all the words.
    """

    words: str
    numbers: tuple[tuple[str, bool], ...] = ()
    begins: bool = False

    def fits(self, document: Document, span: Span) -> bool:
        """Whether its numbers are those of the document, as far as items have numbers there.

        Args:
            document: which has the words.
            span: where they stand in it.
        """
        own = [_number(block.marker) for block in _overlapping(document, span) if _is_number(block.marker)]
        if not own:
            is_closed = all(closed for _, closed in self.numbers)
            return is_closed and (not self.begins or item_begin(document, span[0]) is not None)
        left = iter(own)
        return all(number in left for number, _ in self.numbers)


@lru_cache(maxsize=_KEPT)
def listed(pasted: str, *, with_numbers: bool = False) -> Listed:
    """What was pasted, without the signs of items and the bars around rows.

    Args:
        pasted: the words.
        with_numbers: whether the numbers of items stay.
    """
    pasted = _WITHIN.sub(r"\g<before>\n", pasted)
    lines, numbers = list[str](), list[tuple[str, bool]]()
    begins, is_dashed = False, bool(_DASHED.search(pasted)) or len(_DASH.findall(pasted)) > 1
    for line in map(str.strip, pasted.split("\n")):
        sign = _sign(line)
        if _is_number(sign):
            begins = begins or not any(lines)
            numbers.append((_number(sign), sign[-1] in _MARKS))
        is_kept = with_numbers if _is_number(sign) else not is_dashed and bool(_MINUS.match(line))
        said = line if is_kept else line[len(sign) :].strip()
        is_row = len(said) > 1 and said.startswith(_BAR) and said.endswith(_BAR)
        lines.append(said[1:-1].strip() if is_row else said)
    return Listed("\n".join(lines), tuple(numbers), begins)


def compared(document: Document, pasted: str, span: Span) -> tuple[str, str, Span]:
    """What was pasted and what a document has, as the two are shown side by side: without signs of items.

    Numbers stay where they are not the same.

    Args:
        document: which has the words.
        pasted: the words.
        span: where those stand in it that come nearest.

    Returns:
        The words as pasted; the document's text, of the same length as it is; and where the words stand there.
    """
    read = listed(pasted)
    with_numbers = bool(read.numbers) and not read.fits(document, span)
    start = item_begin(document, span[0]) if with_numbers and read.begins else None
    whole = (span[0] if start is None else start, span[1])
    return (
        listed(pasted, with_numbers=with_numbers).words,
        without_markers(document, *whole, with_numbers=with_numbers),
        whole,
    )


def without_markers(document: Document, first: int, last: int, *, with_numbers: bool = False) -> str:
    """A document's text of the same length, with spaces for signs of items and bars around rows in a part of it.

    Args:
        document: the document.
        first, last: the part.
        with_numbers: whether numbers stay.
    """
    text, pieces, place = document.text, list[str](), 0
    for start, end in _beside_words(document, (first, last)):
        if not (with_numbers and _is_number(text[start:end])):
            pieces += [text[place:start], _SEEN.sub(" ", text[start:end])]
            place = end
    return "".join((*pieces, text[place:])) if pieces else text


def _beside_words(document: Document, span: Span) -> Iterator[Span]:
    """Where signs and numbers of items stand in a part of a document, and the bars that are drawn around its rows."""
    end: int | None = None
    for block in _overlapping(document, span):
        if end is not None and document.text[end : block.start].strip():
            yield end, block.start
        yield from _signs(document, block)
        end = block.end


def _signs(document: Document, block: Block) -> Iterator[Span]:
    """Where the sign or number of a block stands, and those of inner items that are read as a part of it."""
    if block.marker and document.text.startswith(block.marker, block.start):
        yield block.start, block.start + len(block.marker)
    if block.kind == "list_item":
        yield from (match.span("sign") for match in _NESTED.finditer(document.text, block.start + 1, block.end))


def readings(document: Document, pasted: str, first: int, last: int) -> Iterator[tuple[str, str, bool]]:
    """The ways in which what was pasted is compared with a document: as it stands, without signs, without numbers too.

    Args:
        document: the document.
        pasted: the words.
        first, last: the part of it that is looked at.

    Yields:
        The document's text, of the same length as it is; the words; and whether numbers are left out.
    """
    before = document.text, pasted
    yield *before, False
    for with_numbers in (True, False):
        words = listed(pasted, with_numbers=with_numbers).words
        text = without_markers(document, first, last, with_numbers=with_numbers)
        if text != before[0] or words.split() != before[1].split():
            before = text, words
            yield *before, not with_numbers


def lines_of(document: Document, start: int, end: int) -> tuple[Line, ...]:
    """The items, rows and paragraphs that words stand in, without what a page has at its edge between them.

    Args:
        document: which has the words.
        start, end: where they stand.

    Returns:
        () where all stand in one.
    """
    found = tuple(
        Line(block.kind, max(_after_marker(document, block), start), min(block.end, end))
        for block in _overlapping(document, (start, end))
        if block.kind not in EDGES
    )
    return found if len(found) > 1 else ()


def in_pieces(document: Document, text: str, span: Span) -> Iterator[tuple[Begun | None, str]]:
    """A part of a document as it is quoted, in pieces that begin with an item, a row, a cell of one, or a paragraph.

    Args:
        document: the document.
        text: its text, perhaps with spaces for what is not compared.
        span: the part.

    Yields:
        What begins, and the piece; for a part of one block that is no row, None and all of it.
    """
    lines = lines_of(document, *span)
    kinds: list[BlockKind | None] = [line.kind for line in lines] or [_row_of(document, span)]
    places = [span[0], *(line.start for line in lines[1:]), span[1]]
    for kind, place in zip(kinds, pairwise(places), strict=True):
        words = text[slice(*place)]
        *cells, last = (words[slice(*cell)].strip() for cell in between(partings(words), len(words)))
        if kind != "table_row":
            yield kind, quoted(words)
            continue
        begun: Begun = kind
        for cell in cells:
            yield begun, cell if cell.endswith(":") else f"{flattened(cell)};"
            begun = "table_cell"
        yield begun, flattened(last)


def _row_of(document: Document, span: Span) -> BlockKind | None:
    """What a part of one block is of: a row of a table, or nothing that has parts."""
    place = document.block_at(span[0])
    return "table_row" if place is not None and document.blocks[place].kind == "table_row" else None


def columns_of(document: Document, start: int, end: int) -> tuple[str, ...]:
    """What names the cells of a row, or as much of it as is quoted, by the header rows above them.

    Args:
        document: which has the words.
        start, end: where they stand; of several rows, the first is named.

    Returns:
        A name for each cell, "" for one without; () for what is no row, and where nothing names its columns.
    """
    place = document.block_at(start)
    block = document.blocks[place] if place is not None else None
    if place is None or block is None or block.kind != "table_row":
        return ()
    names = tuple(
        name
        for name, cell in zip(cell_names(document, place), block.cells, strict=True)
        if cell.end > start and cell.start < end
    )
    return names if any(names) else ()


def item_begin(document: Document, place: int) -> int | None:
    """Where the block begins of which the words begin at a place, with its sign; None where they begin elsewhere."""
    index = document.block_at(place)
    if index is None:
        return None
    block = document.blocks[index]
    return block.start if place in (block.start, _after_marker(document, block)) else None


def quoted_lines(document: Document, start: int, end: int) -> str:
    """Words of a document as they are quoted: of several items or rows each in a line of its own; others in one.

    Args:
        document: which has the words.
        start, end: where they stand.
    """
    lines = lines_of(document, start, end)
    if sum(line.kind in _LISTED for line in lines) < _SEVERAL:
        return quoted(document.text[start:end])
    return "\n".join(_quoted_line(document, line) for line in lines)


def _quoted_line(document: Document, line: Line) -> str:
    """A line of a quotation, an item that is quoted from its beginning with its number or a sign."""
    said = quoted(document.text[line.start : line.end])
    block = document.blocks[document.block_at(line.start) or 0]
    if line.kind != "list_item" or line.start != _after_marker(document, block):
        return said
    return f"{block.marker if _is_number(block.marker) else _SIGN} {said}"


def _sign(line: str) -> str:
    """The sign or number that a line begins with; "" for none."""
    if marker := marker_at(line):
        return marker.text
    other = _NESTED.match(line) or _JOINED.match(line)
    return other["sign"] if other else ""


def _is_number(marker: str) -> bool:
    return any(letter.isalnum() for letter in marker) and marker != _INNER


def _number(marker: str) -> str:
    return marker.strip(_MARKS).casefold()


def _overlapping(document: Document, span: Span) -> Iterator[Block]:
    """The blocks of which some stands in a part of a document."""
    for block in islice(document.blocks, document.block_at(span[0]) or 0, None):
        if block.start >= span[1]:
            return
        if block.end > span[0]:
            yield block


def _after_marker(document: Document, block: Block) -> int:
    """Where the words of a block begin, behind its sign or number."""
    start = next((end for start, end in _signs(document, block) if start == block.start), block.start)
    return start + len(document.text[start : block.end]) - len(document.text[start : block.end].lstrip())
