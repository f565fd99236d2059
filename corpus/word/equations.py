"""Equations of a Word document as text on one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType

from lxml.etree import _Element

from corpus.word.names import MATH, WORD

_BARE_MAX_CHARS = 1


def linear(element: _Element) -> str:
    """An equation as text.

    Args:
        element: the equation, or a part of it.

    Returns:
        Such as "x = (a + b)/(2c)", "√(x^2)", "∑_(i=1)^n x_i".
    """
    form = _FORMS.get(element.tag)
    if form is not None:
        return form(element)
    return _together(element)


def _together(parts: Iterable[_Element]) -> str:
    return "".join(linear(part) for part in parts if not str(part.tag).endswith("Pr"))


def _of(element: _Element, name: str) -> str:
    child = element.find(MATH + name)
    return "" if child is None else _together(child).strip()


def _bound(text: str) -> str:
    """A part in brackets, unless it is one letter or number, or has brackets already."""
    is_bare = text.isalnum() or len(text) <= _BARE_MAX_CHARS
    return text if is_bare or _is_bracketed(text) else f"({text})"


def _is_bracketed(text: str) -> bool:
    """Whether the bracket that a text begins with is closed at its end."""
    if not text.startswith("(") or not text.endswith(")"):
        return False
    depth = 0
    for index, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth:
            return index == len(text) - 1
    return False


def _property(element: _Element, kind: str, name: str, default: str) -> str:
    found = element.find(f"{MATH}{kind}Pr/{MATH}{name}")
    return default if found is None else found.get(MATH + "val", default)


def _run(element: _Element) -> str:
    return "".join(part.text or "" for part in element if part.tag in (MATH + "t", WORD + "t"))


def _fraction(element: _Element) -> str:
    above, below = _of(element, "num"), _of(element, "den")
    if _property(element, "f", "type", "") == "noBar":
        return f"({above} over {below})" if below else above
    return f"{_bound(above)}/{_bound(below)}"


def _raised(element: _Element) -> str:
    return f"{_bound(_of(element, 'e'))}^{_bound(_of(element, 'sup'))}"


def _lowered(element: _Element) -> str:
    return f"{_bound(_of(element, 'e'))}_{_bound(_of(element, 'sub'))}"


def _both(element: _Element) -> str:
    return f"{_bound(_of(element, 'e'))}_{_bound(_of(element, 'sub'))}^{_bound(_of(element, 'sup'))}"


def _before(element: _Element) -> str:
    return f"_{_bound(_of(element, 'sub'))}^{_bound(_of(element, 'sup'))} {_of(element, 'e')}"


def _root(element: _Element) -> str:
    degree = _of(element, "deg")
    return f"{f'^{_bound(degree)}' if degree else ''}√({_of(element, 'e')})"


def _sum(element: _Element) -> str:
    low, high = _of(element, "sub"), _of(element, "sup")
    sign = _property(element, "nary", "chr", "∫")
    limits = (f"_{_bound(low)}" if low else "") + (f"^{_bound(high)}" if high else "")
    return f"{sign}{limits} {_of(element, 'e')}"


def _brackets(element: _Element) -> str:
    opening, closing = _property(element, "d", "begChr", "("), _property(element, "d", "endChr", ")")
    between = _property(element, "d", "sepChr", "|")
    parts = [_together(part).strip() for part in element.findall(MATH + "e")]
    return f"{opening}{between.join(parts)}{closing}"


def _function(element: _Element) -> str:
    return f"{_of(element, 'fName')}{_spaced(_of(element, 'e'))}"


def _spaced(text: str) -> str:
    return text if text.startswith(("(", "[", "{")) else f" {text}"


def _low_limit(element: _Element) -> str:
    return f"{_of(element, 'e')}_{_bound(_of(element, 'lim'))}"


def _high_limit(element: _Element) -> str:
    return f"{_of(element, 'e')}^{_bound(_of(element, 'lim'))}"


def _lines(element: _Element) -> str:
    return "; ".join(_together(part).strip() for part in element.findall(MATH + "e"))


def _matrix(element: _Element) -> str:
    rows = (
        ", ".join(_together(part).strip() for part in row.findall(MATH + "e")) for row in element.findall(MATH + "mr")
    )
    return f"[{'; '.join(rows)}]"


def _accented(element: _Element) -> str:
    sign = _property(element, "acc", "chr", "\u0302")
    text = _of(element, "e")
    return text + sign if len(text) == 1 else _bound(text)


def _nothing(_: _Element) -> str:
    return ""


_FORMS: MappingProxyType[str, Callable[[_Element], str]] = MappingProxyType(
    {
        MATH + name: form
        for name, form in (
            ("r", _run),
            ("f", _fraction),
            ("sSup", _raised),
            ("sSub", _lowered),
            ("sSubSup", _both),
            ("sPre", _before),
            ("rad", _root),
            ("nary", _sum),
            ("d", _brackets),
            ("func", _function),
            ("limLow", _low_limit),
            ("limUpp", _high_limit),
            ("eqArr", _lines),
            ("m", _matrix),
            ("acc", _accented),
            ("phant", _nothing),
        )
    }
    | {WORD + name: _nothing for name in ("del", "moveFrom")}
)
