"""The styles of an OpenDocument file: what paragraphs are by their style, and how its lists are numbered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.office.numerals import numeral

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"

_LEVELS = 10
_PARENTS_MAX = 20


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered; `form` is "" for one without numbers."""

    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown_levels: int = 1


@dataclass(slots=True)
class Styles:
    """The styles of a file.

    Attributes:
        parents: the style above each style of paragraphs, text, cells and the like.
        elements: each style's own element.
        lists: the levels of each list style.
        chapters: the levels of chapters.
    """

    parents: dict[str, str] = field(default_factory=dict)
    elements: dict[str, _Element] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    chapters: dict[int, Level] = field(default_factory=dict)

    def add(self, root: _Element | None) -> None:
        """Take in the styles that a part declares."""
        for element in () if root is None else root.iter(STYLE + "style", TEXT + "list-style", TEXT + "outline-style"):
            name = element.get(STYLE + "name", "")
            if element.tag == STYLE + "style":
                self.parents[name] = element.get(STYLE + "parent-style-name", "")
                self.elements[name] = element
            elif element.tag == TEXT + "list-style":
                self.lists[name] = dict(_levels(element))
            else:
                self.chapters = dict(_levels(element))

    def family(self, name: str) -> list[str]:
        """A style and those above it, in lower case and with plain spaces."""
        names: list[str] = []
        while name and len(names) < _PARENTS_MAX:
            names.append(name.replace("_20_", " ").lower())
            name = self.parents.get(name, "")
        return names

    def property_of(self, name: str, attribute: str) -> str:
        """What a style, or the nearest above it that says anything, says of an attribute; "" for nothing."""
        for _ in range(_PARENTS_MAX):
            element = self.elements.get(name)
            if element is None:
                break
            value = element.get(attribute) or next((one.get(attribute) for one in element if one.get(attribute)), None)
            if value:
                return value
            name = self.parents.get(name, "")
        return ""

    def list_style(self, name: str) -> dict[int, Level]:
        """The levels of a list style; none for one that is not known."""
        return self.lists.get(name) or self.lists.get(self.parents.get(name, "-"), {})


def _levels(element: _Element) -> Iterable[tuple[int, Level]]:
    for child in element:
        level = child.get(TEXT + "level", "")
        if not level.isdecimal():
            continue
        yield (
            min(int(level), _LEVELS),
            Level(
                form=child.get(STYLE + "num-format", ""),
                before=child.get(STYLE + "num-prefix", ""),
                after=child.get(STYLE + "num-suffix", ""),
                start=_whole(child.get(TEXT + "start-value"), 1),
                shown_levels=_whole(child.get(TEXT + "display-levels"), 1),
            ),
        )


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 8 else otherwise


@dataclass(slots=True)
class Counter:
    """Counts the items of a list, or the chapters of a text."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int, restart: str | None = None) -> str:
        """Count an item.

        Args:
            depth: from 1.
            restart: the number that the item itself begins with, or None.

        Returns:
            Its number as it is shown, or "".
        """
        level = self.levels.get(depth, Level())
        for deeper in [one for one in self.counts if one > depth]:
            del self.counts[deeper]
        number = self.counts[depth] + 1 if depth in self.counts else level.start
        self.counts[depth] = _whole(restart, number)
        if not level.form:
            return ""
        first = max(depth - max(level.shown_levels, 1) + 1, 1)
        parts = []
        for above in range(first, depth + 1):
            form = self.levels.get(above, Level()).form
            if form:
                parts.append(numeral(self.counts.get(above, self.levels[above].start), form))
        return f"{level.before}{'.'.join(parts)}{level.after}".strip()
