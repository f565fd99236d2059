"""The numbers that Word computes for paragraphs, and shows before them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.word.names import CHOICE, FALLBACK, VAL, WORD, at, switch, value, whole_number
from corpus.word.numerals import numeral
from corpus.word.styles import Styles, indent_of

_LEVELS = 9
_LABEL_CHARS = 80
_LINKS_MAX = 10
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as it is declared.

    Attributes:
        start: its first number.
        form: how numbers are written.
        pattern: what the form "custom" follows.
        text: what is shown, with "%2" for the number of the second level.
        restart: after which level (from 1) it begins again; 0 for never.
        is_legal: whether the numbers of all levels are in digits.
        style: the id of the style whose paragraphs are of this level, or "".
        indent: how far it is indented.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    text: str = ""
    restart: int = 0
    is_legal: bool = False
    style: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph of a list.

    Attributes:
        text: the number as it is shown; "" for a bullet, or where nothing is shown.
        is_bullet: whether it is a bullet.
        list_id: which list it is of; lists that count on have the same.
        depth: the level of the list, from 0.
        indent: how far it is indented.
    """

    text: str
    is_bullet: bool
    list_id: str
    depth: int
    indent: int


@dataclass(slots=True)
class _Definition:
    """A list as it is declared; `linked` is the list style that declares it instead."""

    levels: Mapping[int, Level]
    linked: str = ""


@dataclass(slots=True)
class _Use:
    """How paragraphs use a list: with levels and first numbers of their own; `begun` has levels that began anew."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """Counts the paragraphs of a document's lists.

    Args:
        root: of the part that declares the lists; None where there is none.
        styles: of the document.
    """

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, _Definition] = {}
        self._uses: dict[str, _Use] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is None:
            return
        for element in root.findall(WORD + "abstractNum"):
            levels = _levels(element)
            self._definitions[element.get(WORD + "abstractNumId", "")] = _Definition(
                levels, value(element, "numStyleLink")
            )
        for element in root.findall(WORD + "num"):
            self._uses[element.get(WORD + "numId", "")] = _use(element)

    def label(self, properties: _Element | None, style_id: str) -> Label | None:
        """Count a paragraph, and say what stands before it.

        Args:
            properties: of the paragraph.
            style_id: its style, or "".

        Returns:
            Its number or bullet; None for a paragraph of no list.
        """
        number_id, depth = self._reference(properties, style_id)
        use = self._uses.get(number_id)
        if use is None:
            return None
        list_id = self._declared(use.definition)
        definition = self._definitions.get(list_id) or _Definition({})
        levels = {**definition.levels, **use.levels} if use.levels else definition.levels
        level = levels.get(depth)
        if level is None:
            return None
        self._count(list_id, use, levels, depth)
        indent = indent_of(properties)
        text = self._text(list_id, levels, depth)
        is_number = any(char.isalnum() for char in text)
        return Label(
            text=text if is_number else "",
            is_bullet=not is_number and (level.form == "bullet" or bool(level.text)),
            list_id=list_id,
            depth=depth,
            indent=level.indent if indent is None else indent,
        )

    def _reference(self, properties: _Element | None, style_id: str) -> tuple[str, int]:
        """The id of the list that a paragraph is of and its level there; "" and 0 for none."""
        own = at(properties, "numPr")
        number_id = value(own, "numId")
        depth = whole_number(value(own, "ilvl"))
        of_style = self._styles.numbering(style_id)
        if not number_id and of_style is not None:
            number_id, style_depth, styles = of_style
            if depth is None:
                linked = self._level_of_style(number_id, styles)
                depth = style_depth if linked is None else linked
        return number_id, min(max(depth or 0, 0), _LEVELS - 1)

    def _level_of_style(self, number_id: str, styles: tuple[str, ...]) -> int | None:
        use = self._uses.get(number_id)
        definition = self._definitions.get(self._declared(use.definition)) if use else None
        if definition is None:
            return None
        depths = {level.style: depth for depth, level in definition.levels.items() if level.style}
        return next((depths[style] for style in styles if style in depths), None)

    def _declared(self, list_id: str) -> str:
        """The list that declares a list's levels, where a list style does it."""
        for _ in range(_LINKS_MAX):
            definition = self._definitions.get(list_id)
            if definition is None or not definition.linked:
                break
            use = self._uses.get(self._styles.numbering_of_list_style(definition.linked) or "")
            if use is None:
                break
            list_id = use.definition
        return list_id

    def _count(self, list_id: str, use: _Use, levels: Mapping[int, Level], depth: int) -> None:
        counts = self._counts.setdefault(list_id, [None] * _LEVELS)
        if depth in use.starts and depth not in use.begun:
            use.begun.add(depth)
            counts[depth] = use.starts[depth] - 1
        current = counts[depth]
        counts[depth] = levels[depth].start if current is None else current + 1
        for deeper in range(depth + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else deeper
            if depth < restart:
                counts[deeper] = use.starts[deeper] - 1 if deeper in use.starts else None

    def _text(self, list_id: str, levels: Mapping[int, Level], depth: int) -> str:
        level = levels[depth]
        if level.form == "bullet":
            return ""
        counts = self._counts[list_id]

        def shown(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            one = levels.get(above, Level())
            count = counts[above]
            is_digits = level.is_legal and one.form != "none"
            return numeral(one.start if count is None else count, "decimal" if is_digits else one.form, one.pattern)

        text = " ".join(_PLACE.sub(shown, level.text).split())
        return text[:_LABEL_CHARS]


def _levels(parent: _Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in parent.findall(WORD + "lvl"):
        depth = whole_number(element.get(WORD + "ilvl"))
        if depth is not None and 0 <= depth < _LEVELS:
            levels[depth] = _level(element, depth)
    return levels


def _level(element: _Element, depth: int) -> Level:
    form = element.find(WORD + "numFmt")
    if form is None:
        choices = (element.find(f".//{wrapper}/{WORD}numFmt") for wrapper in (CHOICE, FALLBACK))
        form = next((choice for choice in choices if choice is not None), None)
    start = whole_number(value(element, "start"))
    restart = whole_number(value(element, "lvlRestart"))
    return Level(
        start=1 if start is None else start,  # Word always writes it; programs that do not mean 1
        form="decimal" if form is None else form.get(VAL, "decimal"),
        pattern="" if form is None else form.get(WORD + "format", ""),
        text="" if switch(element, "rPr", "vanish") else value(element, "lvlText")[:_LABEL_CHARS],
        restart=depth if restart is None else restart,
        is_legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle"),
        indent=indent_of(at(element, "pPr")) or 0,
    )


def _use(element: _Element) -> _Use:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.findall(WORD + "lvlOverride"):
        depth = whole_number(override.get(WORD + "ilvl"))
        if depth is None or not 0 <= depth < _LEVELS:
            continue
        levels.update(_levels(override))
        start = whole_number(value(override, "startOverride"))
        if start is not None:
            starts[depth] = start
    return _Use(value(element, "abstractNumId"), levels, starts)
