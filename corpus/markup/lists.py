"""The numbers of ordered lists, as a page prints them before their items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from corpus.language.lists import marker_at
from corpus.markup.tree import pieces

_OWN_CHARS = 40
_NUMBER_MOST = 1_000_000
_WHOLE = re.compile(r"\s*([+-]?[0-9]{1,7})")
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*[^;]*?\b(none|decimal|lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)"
)
_KIND_OF_STYLE = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


class Numbering:
    """Counts the items of an ordered list.

    Args:
        ordered: the list's element, <ol>.
    """

    def __init__(self, ordered: etree._Element) -> None:
        items = [child for child in ordered if child.tag == "li"]
        is_reversed = "reversed" in ordered.attrib
        self._step = -1 if is_reversed else 1
        first = whole_number(ordered.get("start"))
        self._next = first if first is not None else len(items) if is_reversed else 1
        self._kind = _kind(ordered)
        self._mark = ordered.get("data-mark", ".")
        self._is_printed = not self._kind or _print_their_own(items)

    def marker(self, item: etree._Element) -> str:
        """What stands before the next item, such as "4."; "" where the item has its own number in its text."""
        value = whole_number(item.get("value"))
        number = self._next if value is None else value
        self._next = number + self._step
        return "" if self._is_printed else f"{counted(number, item.get('type') or self._kind)}{self._mark}"


def whole_number(value: str | None) -> int | None:
    """The whole number that an attribute starts with, or None."""
    match = _WHOLE.match(value or "")
    return max(-_NUMBER_MOST, min(int(match[1]), _NUMBER_MOST)) if match else None


def counted(number: int, kind: str) -> str:
    """A number as a list of a kind writes it.

    Args:
        number: the number.
        kind: "1", "a", "A", "i" or "I", as the `type` of a list.
    """
    if kind.lower() == "a" and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(kind) + rest) + letters
        return letters
    if kind.lower() == "i" and 0 < number < 4000:
        return "".join(_roman(number)).upper() if kind == "I" else "".join(_roman(number))
    return str(number)


def _roman(number: int) -> Iterator[str]:
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        yield letters * count


def _kind(ordered: etree._Element) -> str:
    style = _STYLE.search(ordered.get("style", "").lower())
    if style:
        return _KIND_OF_STYLE[style[1]]
    kind = ordered.get("type", "1")
    return kind if kind in ("a", "A", "i", "I") else "1"


def _print_their_own(items: list[etree._Element]) -> bool:
    """Whether all items begin with numbers of their own, so that none is counted."""
    return bool(items) and all((marker := marker_at(_opening(item))) and not marker.is_bare for item in items)


def _opening(item: etree._Element) -> str:
    text = ""
    for part in pieces(item):
        text = f"{text}{part}".lstrip()
        if len(text) >= _OWN_CHARS:
            break
    return text[:_OWN_CHARS]
