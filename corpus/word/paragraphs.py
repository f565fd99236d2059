"""What a paragraph of a Word document is: a heading, an item of a list, a caption, or text."""

from __future__ import annotations

import re

from lxml.etree import _Element

from corpus.assembly import SourceBlock
from corpus.language.lists import BULLETS, marker_at
from corpus.word.depths import ListDepths
from corpus.word.lines import Line
from corpus.word.names import value, whole_number
from corpus.word.numbering import Label, Numbering
from corpus.word.pieces import Piece
from corpus.word.styles import Styles, indent_of

_HEADING_CHARS = 200
_CLAUSE_CHARS = 80
_CLAUSE_ENDS = (".", ";", ",", "; and", "; or")
_OUTLINE_LEVELS = 6
_DIGITS_AND_LETTERS = re.compile("[0-9]+|[a-zA-Z]+")


class Paragraphs:
    """Says of one paragraph after the other what it is.

    Args:
        styles: of the document.
        numbering: of the document.

    Attributes:
        depths: the items that are open.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.depths = ListDepths()

    def piece(self, properties: _Element | None, line: Line, *, is_cell: bool) -> Piece | None:
        """A paragraph as a piece of the document.

        Args:
            properties: of the paragraph.
            line: what it shows.
            is_cell: whether it stands in a cell, where a number alone is text.

        Returns:
            The piece; None for a paragraph that shows nothing, or that is an entry of a table of contents.
        """
        style = value(properties, "pStyle")
        role, list_level = self._styles.role(style)
        if role == "contents":
            return None
        label = self._numbering.label(properties, style)
        number = "" if label is None else label.text
        if not line.text.strip() and not (is_cell and number):
            return None
        text = f"{number} {line.text.strip()}" if number else line.text
        if role == "title":
            return self._shown(line, SourceBlock(text, "heading", 1, marker=number), is_title=True)
        level = 2 if role == "subtitle" else self._heading_level(properties, style)
        if level and _can_head(line.text, number):
            self.depths.close()
            return self._shown(line, SourceBlock(text, "heading", level, marker=number))
        if role == "caption":
            return self._shown(line, SourceBlock(text, "caption", marker=number))
        return self._shown(line, self._text_block(text, properties, style, label, list_level if role == "list" else 0))

    def _shown(self, line: Line, block: SourceBlock, *, is_title: bool = False) -> Piece:
        return Piece(block, line.is_bold, line.is_underlined, is_title)

    def _heading_level(self, properties: _Element | None, style: str) -> int:
        """The level of the heading that a paragraph is; 0 for none."""
        outline = whole_number(value(properties, "outlineLvl"))
        if outline is not None and 0 <= outline < _OUTLINE_LEVELS:
            return outline + 1
        return self._styles.heading_level(style) or 0

    def _text_block(
        self, text: str, properties: _Element | None, style: str, label: Label | None, list_level: int
    ) -> SourceBlock:
        indent = indent_of(properties)
        indent = (self._styles.indent(style) or 0) if indent is None else indent
        if label is not None:
            if label.text or label.is_bullet:
                level = self.depths.add(label.list_id, label.depth, label.indent)
                return SourceBlock(text, "list_item", level, marker=label.text)
            indent = label.indent
        if list_level:
            return SourceBlock(text, "list_item", self.depths.add("", list_level - 1, indent))
        if (typed := _typed_list(text)) is not None:
            return SourceBlock(text, "list_item", self.depths.add(typed, 0, indent))
        return SourceBlock(text, "paragraph", self.depths.within(indent))


def _can_head(text: str, number: str) -> bool:
    """Whether a paragraph with a heading's style is one, and no numbered clause or running text."""
    text = text.strip()
    if len(text) > _HEADING_CHARS:
        return False
    return not (number and len(text) > _CLAUSE_CHARS and text.endswith(_CLAUSE_ENDS))


def _typed_list(text: str) -> str | None:
    """The kind of list that a paragraph is of whose number or bullet is typed, or None."""
    marker = marker_at(text.lstrip()[:60])
    if marker is None or marker.is_bare:
        return None
    after = text.lstrip()[len(marker.text) :]
    if marker.text in BULLETS or after.startswith("\t"):
        return "typed " + _DIGITS_AND_LETTERS.sub("1", marker.text)
    return None
