"""The styles of a Word document, and what they make of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lxml.etree import _Element

from corpus.language.vocabulary import alternatives, load
from corpus.word.names import PARAGRAPH_FORMAT, RUN_FORMAT, WORD, at, switch, value, whole_number

Role = Literal["", "title", "subtitle", "caption", "contents", "list", "continued"]

_TABLE = load("word")
_HEADING = re.compile(rf"{alternatives(_TABLE['styles']['headings'])}\s*(?P<level>[1-9])")
_CONTENTS = re.compile(rf"{alternatives(_TABLE['styles']['contents'])}(?:\s*\d|$)")
_LIST = re.compile(r"list(?! paragraph| table)(?P<continued> continue)?\b.*?(?P<level>[2-5])?$")
_NAMED: dict[str, Role] = {
    name: role for role in ("title", "subtitle", "caption") for name in _TABLE["styles"][f"{role}s"]
}
_BODY_OUTLINE = 9
_CHAIN_MAX = 30


@dataclass(frozen=True, slots=True)
class Style:
    """A style as it is declared; None for what it leaves to the style that it is based on.

    Attributes:
        id: how paragraphs and other styles refer to it.
        name: what people see, in lower case.
        based_on: the id of the style that it is based on, or "".
        outline: its outline level from 0; 9 is the text's.
        number: the id of the numbering it uses.
        depth: the level of that, from 0.
        indent: how far it is indented.
        is_bold, is_hidden: how its letters look.
        sets_off: which parts of a table it sets off: "firstRow", "firstCol".
    """

    id: str
    name: str
    based_on: str = ""
    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    indent: int | None = None
    is_bold: bool | None = None
    is_hidden: bool | None = None
    sets_off: frozenset[str] = frozenset()


class Styles:
    """The styles of a document.

    Args:
        root: of the part that declares them; None where there is none.
    """

    def __init__(self, root: _Element | None) -> None:
        elements = [] if root is None else root.findall(WORD + "style")
        self._styles = {style.id: style for style in map(_style, elements)}
        self._default = next(
            (
                one.get(WORD + "styleId", "")
                for one in elements
                if one.get(WORD + "type") == "paragraph" and one.get(WORD + "default") in ("1", "true", "on")
            ),
            "",
        )
        self._numbered = {
            one.get(WORD + "styleId", ""): value(one, "pPr", "numPr", "numId")
            for one in elements
            if one.get(WORD + "type") == "numbering"
        }
        self.chain = cache(self._chain)
        self.heading_level = cache(self._heading_level)
        self.role = cache(self._role)
        self.is_bold = cache(self._is_bold)
        self.is_hidden = cache(self._is_hidden)
        self.numbering = cache(self._numbering)

    def numbering_of_list_style(self, style_id: str) -> str | None:
        """The id of the numbering that a list style stands for, or None."""
        return self._numbered.get(style_id) or None

    def indent(self, style_id: str) -> int | None:
        """How far a style indents, or None where it does not say."""
        return next((style.indent for style in self.chain(style_id) if style.indent is not None), None)

    def sets_off(self, style_id: str) -> frozenset[str]:
        """Which parts of a table a style sets off."""
        return frozenset[str]().union(*(style.sets_off for style in self.chain(style_id)))

    def _chain(self, style_id: str) -> tuple[Style, ...]:
        """A style and those that it is based on, the nearest first; of a paragraph without one, the default style."""
        found: list[Style] = []
        wanted = style_id or self._default
        while wanted and len(found) < _CHAIN_MAX and all(style.id != wanted for style in found):
            style = self._styles.get(wanted) or Style(wanted, wanted.lower())
            found.append(style)
            wanted = style.based_on
        return tuple(found)

    def _heading_level(self, style_id: str) -> int | None:
        """The level of the headings that a style makes, 1-6; None where it makes none."""
        for style in self.chain(style_id):
            if (named := _HEADING.fullmatch(style.name)) is not None:
                return min(int(named["level"]), 6)
            if style.outline is not None:
                return min(style.outline + 1, 6) if style.outline < _BODY_OUTLINE else None
        return None

    def _role(self, style_id: str) -> tuple[Role, int]:
        """What a style is for beside headings, and the depth of a list."""
        for style in self.chain(style_id):
            if (role := _NAMED.get(style.name)) is not None:
                return role, 0
            if _CONTENTS.match(style.name):
                return "contents", 0
            if (listed := _LIST.match(style.name)) is not None:
                return "continued" if listed["continued"] else "list", int(listed["level"] or 1)
        return "", 0

    def _is_bold(self, style_id: str) -> bool | None:
        return next((style.is_bold for style in self.chain(style_id) if style.is_bold is not None), None)

    def _is_hidden(self, style_id: str) -> bool | None:
        return next((style.is_hidden for style in self.chain(style_id) if style.is_hidden is not None), None)

    def _numbering(self, style_id: str) -> tuple[str, int | None, tuple[str, ...]] | None:
        """The numbering that a style brings: its id, its level, and the styles from this to the one that says so."""
        depth: int | None = None
        passed: list[str] = []
        for style in self.chain(style_id):
            passed.append(style.id)
            depth = style.depth if depth is None else depth
            if style.number is not None:
                return style.number, depth, tuple(passed)
        return None


def _style(element: _Element) -> Style:
    paragraph, run = element.find(PARAGRAPH_FORMAT), element.find(RUN_FORMAT)
    number = at(paragraph, "numPr")
    return Style(
        id=element.get(WORD + "styleId", ""),
        name=value(element, "name").strip().lower() or element.get(WORD + "styleId", "").lower(),
        based_on=value(element, "basedOn"),
        outline=whole_number(value(paragraph, "outlineLvl")),
        number=value(number, "numId") or None,
        depth=whole_number(value(number, "ilvl")),
        indent=indent_of(paragraph),
        is_bold=switch(run, "b"),
        is_hidden=switch(run, "vanish"),
        sets_off=frozenset(
            part.get(WORD + "type", "")
            for part in element.findall(WORD + "tblStylePr")
            if switch(part, "rPr", "b") or at(part, "tcPr", "shd") is not None
        ),
    )


def indent_of(properties: _Element | None) -> int | None:
    """How far some properties of a paragraph indent it, or None where they do not say."""
    indent = at(properties, "ind")
    if indent is None:
        return None
    return whole_number(indent.get(WORD + "left") or indent.get(WORD + "start"))
