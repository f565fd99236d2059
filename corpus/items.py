"""Items: all the items of the list, or rows of the table, in which words stand, over pages and what pages repeat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from corpus.document import Block, BlockKind, Document
from corpus.language.kinds import Span
from corpus.language.lists import levels_of
from corpus.language.sentences import sentences

_BESIDE: frozenset[BlockKind] = frozenset({"furniture", "note", "caption"})
"""What a page may put between two items of a list."""
_INDENT = 2  # so many spaces set an item of a plain text below another


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list as its document has it.

    Attributes:
        lead: the sentence that leads into it, or else the heading above it; "" for none.
        items: where each of its items stands in the document, with what hangs on it.
        goes_on: whether its numbers go on from others above, as those of a document's paragraphs do.
    """

    lead: str
    items: tuple[Span, ...]
    goes_on: bool = False


def list_at(document: Document, start: int, end: int) -> ItemList | None:
    """The list of which words are an item, or several, or into which they lead; None where they are of no list.

    Items of another sign between two of the list's own are nested in the one before. A page's number or a note between
    two items does not end a list.

    Args:
        document: with the words.
        start, end: half-open offsets of the words in its text.
    """
    place = document.block_at(start)
    if place is None:
        return None
    item = _item_of(document, place)
    if item is None:
        item = _led_item(document, place, end)
    if item is None:
        return None
    run = whole = list(_run(document, item))
    outer = _sign(document, run[0])
    if _sign(document, item) != outer:
        run = _alike_beside(document, run, item)
    own = [one for one in run if _sign(document, one) == _sign(document, item)]
    ends = [_end_of(document, max(one for one in run if one < after)) for after in (*own[1:], run[-1] + 1)]
    spans = tuple((document.blocks[one].start, last) for one, last in zip(own, ends, strict=True))
    above = max((one for one in whole if one < own[0]), default=None)
    lead = _lead(document, own[0] if above is None else above, is_item=above is not None)
    return ItemList(lead, spans, (levels_of(document.blocks[own[0]].marker) or (1,))[-1] > 1)


def rows_at(document: Document, start: int) -> tuple[Span, ...]:
    """Where the rows of the table stand that words are of, without those that name its columns; () for no table.

    A page's number, a note or the names of the columns once more do not end a table.

    Args:
        document: with the words.
        start: where the words begin in its text.
    """
    place = document.block_at(start)
    if place is None or document.blocks[place].kind != "table_row":
        return ()
    width = len(document.blocks[place].cells)
    before = takewhile(partial(_is_of_table, document, width), reversed(range(place)))
    after = takewhile(partial(_is_of_table, document, width), range(place, len(document.blocks)))
    blocks = (document.blocks[one] for one in sorted((*before, *after)))
    return tuple(
        (block.start, block.end)
        for block in blocks
        if block.kind == "table_row" and not all(cell.names for cell in block.cells)
    )


def _is_of_table(document: Document, width: int, place: int) -> bool:
    """Whether a block is a row of so many cells, or only stands on the page."""
    block = document.blocks[place]
    return _is_beside(document, place) if block.kind != "table_row" else len(block.cells) == width


def _item_of(document: Document, place: int) -> int | None:
    """The item that a block is, or that of which it is all but the marker; None for any other block."""
    if document.blocks[place].kind == "list_item":
        return place
    is_rest = place > 0 and _is_bare(document, place - 1) and document.blocks[place].kind == "paragraph"
    return place - 1 if is_rest else None


def _led_item(document: Document, place: int, end: int) -> int | None:
    """The first item of the list that words to the end of their block lead into; None where they lead into none."""
    block = document.blocks[place]
    after = next((one for one in range(place + 1, len(document.blocks)) if not _is_beside(document, one)), None)
    if after is None or document.blocks[after].kind != "list_item":
        return None
    reaches_it = end > document.blocks[after].start
    leads = document.blocks[after].parent == place and not document.text[end : block.end].strip("*_ \n")
    return after if reaches_it or leads or block.kind == "heading" else None


def _run(document: Document, item: int) -> Iterator[int]:
    """The items that stand one after the other around one, in order."""
    first = item
    for place in range(item - 1, -1, -1):
        if document.blocks[place].kind == "list_item":
            first = place
        elif not _goes_on(document, place):
            break
    for place in range(first, len(document.blocks)):
        if document.blocks[place].kind == "list_item":
            yield place
        elif not _goes_on(document, place):
            return


def _goes_on(document: Document, place: int) -> bool:
    """Whether a block that is no item does not end a list: it is of an item, or only stands on the page."""
    block = document.blocks[place]
    is_rest = place > 0 and _is_bare(document, place - 1) and block.kind == "paragraph"
    return is_rest or _is_beside(document, place) or (block.kind == "paragraph" and block.level > 0)


def _is_beside(document: Document, place: int) -> bool:
    """Whether a block is furniture, a note, or a number alone."""
    block = document.blocks[place]
    is_number = block.kind == "paragraph" and not any(map(str.isalpha, _text(document, block)))
    return block.kind in _BESIDE or is_number


def _alike_beside(document: Document, run: list[int], item: int) -> list[int]:
    """The items around one that have its sign, as far as none with another stands between."""
    sign, at = _sign(document, item), run.index(item)
    first = last = at
    while first and _sign(document, run[first - 1]) == sign:
        first -= 1
    while last + 1 < len(run) and _sign(document, run[last + 1]) == sign:
        last += 1
    return run[first : last + 1]


def _sign(document: Document, place: int) -> tuple[int, int, str]:
    """What items of one list share: depth, indent and sign; numbers are one sign, and letters are."""
    block = document.blocks[place]
    indent = document.text[document.text.rfind("\n", 0, block.start) + 1 : block.start]
    marker = block.marker.strip("().:")
    kind = "1" if levels_of(block.marker) else "a" if marker.isalpha() else block.marker
    return block.level, 0 if indent.strip() else len(indent) // _INDENT, kind


def _is_bare(document: Document, place: int) -> bool:
    """Whether a block is an item of which only the marker was read as one."""
    block = document.blocks[place]
    return block.kind == "list_item" and _text(document, block).strip() == block.marker.strip() != ""


def _end_of(document: Document, place: int) -> int:
    """Where an item ends, with the paragraphs that belong to it."""
    end = document.blocks[place].end
    for after in range(place + 1, len(document.blocks)):
        block = document.blocks[after]
        if block.kind == "list_item" or not _goes_on(document, after):
            break
        if not _is_beside(document, after):
            end = block.end
    return end


def _lead(document: Document, place: int, *, is_item: bool) -> str:
    """What leads into a list, in one line; "" for nothing.

    Args:
        document: with the list.
        place: the item that the list is nested in, or else its first one.
        is_item: whether it is the one that the list is nested in.
    """
    hung_on = next((one for one in document.above(place) if one.kind in ("paragraph", "heading")), None)
    above = document.blocks[place] if is_item else hung_on
    if above is None:
        return ""
    text = _text(document, above)
    if above.kind != "heading":
        start, end = sentences(text)[-1]
        text = text[start:end]
    return " ".join(text.strip("#*_ \n").split())


def _text(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]
