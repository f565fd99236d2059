"""The blocks of marked-up text, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from corpus.assembly import LINE_END, SourceBlock
from corpus.document import BlockKind
from corpus.language.lists import marker_at
from corpus.language.vocabulary import load
from corpus.markup.inline import BREAK, TAKEN_WHOLE, Line
from corpus.markup.lists import Numbering
from corpus.markup.preformatted import line_blocks
from corpus.markup.tables import is_layout, table_blocks
from corpus.markup.tree import flat_text, holds, is_in

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset("ul ol dl menu dir".split())
_ITEMS = frozenset("li dt dd".split())
_BLOCKS = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section "
    "summary table tbody td tfoot th thead tr ul caption listing xmp".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font hi i ins kbd label mark q ref rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr nobr option".split()
)
_PREFORMATTED = frozenset("pre listing xmp".split())
_SHOWN_AS_BLOCK = re.compile(r"\bdisplay\s*:\s*(?:block|flex|grid|table|list-item)\b", re.I)
_TOGGLES = frozenset(load("web")["parts"]["toggles"])
_OPENED = frozenset(load("web")["parts"]["opened"])
_OPENING = frozenset(("aria-controls", "aria-expanded", "data-target", "data-bs-target"))
_NOTE_ROLES = ("doc-footnote", "doc-endnote", "doc-endnotes")
_NOTE_CLASSES = frozenset(load("web")["parts"]["notes"])
_NESTED_TABLES_MOST = 10
_BREAKS = re.compile(rf"\s*{BREAK}\s*")
_GAPS = re.compile(rf"\s*{BREAK}\s*{BREAK}[\s{BREAK}]*")


def blocks_of(root: etree._Element, nested: int = 0) -> Iterator[SourceBlock]:
    """The blocks of an element and all in it.

    Args:
        root: the element; what is not shown has been taken out of it.
        nested: in how many tables it stands.
    """
    walk = _Walk(nested)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            whole = walk.whole(element, tag)
            if whole is None:
                yield from walk.open(element, tag)
            else:
                yield from whole
                walker.skip_subtree()
        else:
            yield from walk.close(element, tag)
            if element is not root:
                walk.line.add(element.tail)
    yield from walk.end()


@dataclass(slots=True)
class _Item:
    """An item of a list that is open: its depth from 1, what stands before it, and whether its first block is out."""

    depth: int
    marker: str = ""
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is open: the depth of the item in which it stands, and how it counts its own."""

    depth: int
    numbering: Numbering | None


class _Walk:
    """Puts blocks together while the elements of marked-up text open and close."""

    def __init__(self, nested: int) -> None:
        self.line = Line()
        self._nested = nested
        self._whole: etree._Element | None = None  # the element that was taken whole
        self._heading = 0
        self._section = 1  # the level of the last heading
        self._caption = 0
        self._notes = 0
        self._items: list[_Item] = []
        self._lists: list[_List] = []

    def whole(self, element: etree._Element, tag: str) -> Iterator[SourceBlock] | None:
        """What an element gives that is taken whole; None for one to go into."""
        if tag in TAKEN_WHOLE:
            TAKEN_WHOLE[tag](element, self.line)
            blocks: Iterator[SourceBlock] | None = iter(())
        elif tag in _PREFORMATTED:
            blocks = self._lines(element)
        elif tag == "table" and self._nested < _NESTED_TABLES_MOST and not is_layout(element):
            blocks = self._table(element)
        elif tag == "button" and not _opens_something(element):
            blocks = iter(())
        else:
            blocks = None
        self._whole = None if blocks is None else element
        return blocks

    def open(self, element: etree._Element, tag: str) -> Iterator[SourceBlock]:
        """Enter an element; gives the block that ends there."""
        if tag == "br":
            self.line.add(BREAK if element.get("data-line") is None else LINE_END)
        elif _is_inline(element, tag):
            self.line.opens(element, tag)
            self.line.add("“" if tag == "q" else "")
        else:
            yield from self._block()
            self._enter(element, tag)
        self.line.add(element.text)

    def _enter(self, element: etree._Element, tag: str) -> None:
        if tag in _LISTS:
            above = self._lists[-1].depth + 1 if self._lists and _is_list(element.getparent()) else 0
            self._lists.append(_List(max(self._depth(), above), Numbering(element) if tag == "ol" else None))
        elif tag in _ITEMS:
            self._items.append(self._item(element, tag))
        elif level := self._level(element, tag):
            self._heading = level
        elif tag in ("figcaption", "caption"):
            self._caption += 1
        self._notes += _is_note(element)

    def _item(self, element: etree._Element, tag: str) -> _Item:
        within = self._lists[-1] if self._lists else _List(self._depth(), None)
        depth = within.depth + (2 if tag == "dd" else 1)
        marker = within.numbering.marker(element) if within.numbering is not None and tag == "li" else ""
        if self._items and not self._items[-1].is_begun and self._items[-1].marker:
            above, self._items[-1].marker = self._items[-1].marker, ""
            marker = f"{above} {marker}".strip()
        return _Item(depth, marker)

    def _level(self, element: etree._Element, tag: str) -> int:
        """The level of the heading that an element is, or 0."""
        if tag in _HEADINGS:
            self._section = _HEADINGS[tag]
            return self._section
        if element.get("role") == "heading":
            stated = element.get("aria-level", "2")
            self._section = min(int(stated), 6) if stated.isdecimal() and stated != "0" else 2
            return self._section
        return min(self._section + 1, 6) if _heads_what_opens(element, tag) else 0

    def close(self, element: etree._Element, tag: str) -> Iterator[SourceBlock]:
        """Leave an element; gives the block that ends there."""
        if element is self._whole:
            self._whole = None
        elif _is_inline(element, tag):
            if tag in ("abbr", "acronym"):
                self.line.spell_out(element)
            self.line.add("”" if tag == "q" else "")
            self.line.closes(tag)
        else:
            yield from self._block()
            self._leave(element, tag)

    def _leave(self, element: etree._Element, tag: str) -> None:
        if tag in _LISTS:
            self._lists.pop()
        elif tag in _ITEMS:
            self._items.pop()
        elif tag in ("figcaption", "caption"):
            self._caption -= 1
        elif tag in _HEADINGS or element.get("role") == "heading" or _heads_what_opens(element, tag):
            self._heading = 0
        self._notes -= _is_note(element)

    def end(self) -> Iterator[SourceBlock]:
        """The last block."""
        yield from self._block()

    def _block(self) -> Iterator[SourceBlock]:
        """The block that ends here, or the blocks where the page breaks its lines."""
        text = self.line.take()
        if not text.strip():
            return
        if self._heading or self._caption:
            yield self._made(text, "caption" if self._caption else "heading")
            return
        for paragraph in _GAPS.split(text) if BREAK in text else (text,):
            if paragraph.strip():
                yield from self._paragraph(paragraph)

    def _paragraph(self, text: str) -> Iterator[SourceBlock]:
        lines = _own_lines(text)
        if len(lines) > 1:
            if self._items and not self._items[-1].is_begun and marker_at(lines[0]) is None:
                yield self._made(lines[0], "list_item")
                lines = lines[1:]
            for line in lines:
                is_item = marker_at(line) is not None
                yield SourceBlock(line, "list_item" if is_item else "paragraph", self._depth() + is_item)
        else:
            item = self._items[-1] if self._items else None
            yield self._made(text, "list_item" if item and not item.is_begun else "paragraph")

    def _made(self, text: str, kind: BlockKind) -> SourceBlock:
        """A block with what stands before it; the first in an item carries the item."""
        kind = "note" if self._notes and kind in ("paragraph", "list_item") else kind
        item = self._items[-1] if self._items else None
        marker = ""
        if item is not None and not item.is_begun:
            marker, item.marker = item.marker, ""
            item.is_begun = kind in ("list_item", "note")
        level = self._heading if kind == "heading" else self._depth() if kind in ("list_item", "paragraph") else 0
        return SourceBlock(f"{marker} {text}" if marker else text, kind, level, marker=marker.rpartition(" ")[2])

    def _depth(self) -> int:
        return self._items[-1].depth if self._items else 0

    def _lines(self, element: etree._Element) -> Iterator[SourceBlock]:
        yield from self._block()
        text = "".join(_with_breaks(element))
        is_code = holds(element, "code", "samp", "kbd")
        yield from line_blocks(text, self._depth(), is_code=is_code)

    def _table(self, element: etree._Element) -> Iterator[SourceBlock]:
        yield from self._block()
        yield from table_blocks(element, self._cell_text)

    def _cell_text(self, cell: etree._Element) -> str:
        """The text of a cell in a line, with signs before the items of a list in it."""
        blocks = list(blocks_of(cell, self._nested + 1))
        items = sum(block.kind == "list_item" for block in blocks)
        return " ".join(_in_cell(block, is_one_of_many=items > 1) for block in blocks)


def _in_cell(block: SourceBlock, *, is_one_of_many: bool) -> str:
    if block.cells:
        return ", ".join(cell.text for cell in block.cells if cell.text.strip())
    return f"• {block.text}" if block.kind == "list_item" and is_one_of_many and not block.marker else block.text


def _is_inline(element: etree._Element, tag: str) -> bool:
    """Whether an element is a part of the line around it."""
    if tag == "button":
        return not _heads_what_opens(element, tag)
    if tag in _INLINE:
        style = element.get("style")
        return not style or not _SHOWN_AS_BLOCK.search(style)
    return tag not in _BLOCKS and not holds(element, *_BLOCKS)


def _opens_something(button: etree._Element) -> bool:
    """Whether a button names a part of the text that it opens, and does not only do something."""
    if flat_text(button).lower() in _TOGGLES:
        return False
    is_in_heading = is_in(button, *_HEADINGS, "summary", "dt")
    return is_in_heading or bool(_OPENING & set(button.attrib)) or button.get("role") == "tab" or _is_of_opened(button)


def _heads_what_opens(element: etree._Element, tag: str) -> bool:
    """Whether an element heads a part that a click opens, with nothing after that part that it does not head."""
    if tag == "summary":
        details = element.getparent()
        after = None if details is None else details.getnext()
        return after is None or after.tag in ("details", *_HEADINGS)
    if tag != "button" or element.get("role") == "tab" or is_in(element, *_HEADINGS, "summary", "dt"):
        return False
    return _is_of_opened(element) or "aria-expanded" in element.attrib


def _is_of_opened(button: etree._Element) -> bool:
    return bool(_OPENED & set(re.split(r"[\s_-]+", button.get("class", "").lower())))


def _is_list(element: etree._Element | None) -> bool:
    return element is not None and element.tag in _LISTS


def _is_note(element: etree._Element) -> bool:
    """Whether an element holds notes to the text."""
    return element.get("role") in _NOTE_ROLES or bool(_NOTE_CLASSES & set(element.get("class", "").lower().split()))


def _with_breaks(element: etree._Element) -> Iterator[str]:
    """The text of an element with its line breaks."""
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield "\n" if part.tag == "br" else part.text or ""
        elif part is not element:
            yield part.tail or ""


def _own_lines(text: str) -> Sequence[str]:
    """The lines of a text in which several begin with a number or a bullet; else the text alone."""
    if BREAK not in text:
        return (text,)
    lines = [line for line in _BREAKS.split(text) if line.strip()]
    marked = sum((marker := marker_at(line)) is not None and not marker.is_bare for line in lines)
    return lines if marked > 1 else (text,)
