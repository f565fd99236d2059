"""Formulas in MathML, written in a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from corpus.markup.tree import text_of

_NOT_SHOWN = ("annotation", "annotation-xml", "mphantom")
_DEEPEST = 50
_SIGN_CHARS = 3
_CLOSE_SIGNS = tuple("()[]{}|,.!′'")
_UNSEEN = ("\u2061", "\u2062", "\u2063")  # function application, times, separator


def formula(math: etree._Element) -> str:
    """A formula as a line of text, such as "(a + b)/2" or "x^2".

    Args:
        math: the <math> element.

    Returns:
        What it says in words, where its `alttext` does and is no TeX; else its parts in a line; else its `alttext`.
    """
    said = " ".join(math.get("alttext", "").split())
    if said and "\\" not in said:
        return said
    return " ".join(_line(math, 0).split()) or said


def _line(element: etree._Element, depth: int) -> str:
    tag = _name(element)
    if tag in _NOT_SHOWN:
        return ""
    children = [child for child in element if _name(child) not in _NOT_SHOWN]
    if depth > _DEEPEST or not children:
        return text_of(element).strip()
    parts = [_line(child, depth + 1) for child in children]
    if tag == "msqrt":
        return f"√{_grouped(_row(children, parts))}"
    write = _WRITERS.get(tag)
    if write is not None and len(parts) >= _LEAST_PARTS.get(tag, 2):
        return write(parts)
    return _row(children, parts)


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower()


def _row(children: Sequence[etree._Element], parts: Sequence[str]) -> str:
    """Parts in a line, with spaces around the signs of operations and relations."""
    written = ""
    for child, part in zip(children, parts, strict=True):
        if part in _UNSEEN:
            continue
        is_sign = _name(child) == "mo" and part not in _CLOSE_SIGNS and len(part) <= _SIGN_CHARS
        written += f" {part} " if is_sign else f"{part} " if part == "," else part
    return written


def _grouped(part: str) -> str:
    """A part with brackets where it is more than one sign, word or number."""
    return (
        part
        if len(part.strip()) < 2 or part.replace(".", "").isalnum() or (part[:1] == "(" and part[-1:] == ")")
        else f"({part.strip()})"
    )


def _fraction(parts: Sequence[str]) -> str:
    return f"{_grouped(parts[0])}/{_grouped(parts[1])}"


def _both(parts: Sequence[str]) -> str:
    return f"{_grouped(parts[0])}_{_grouped(parts[1])}^{_grouped(parts[2])}"


_WRITERS: dict[str, Callable[[Sequence[str]], str]] = {
    "mfrac": _fraction,
    "msup": lambda parts: f"{_grouped(parts[0])}^{_grouped(parts[1])}",
    "msub": lambda parts: f"{_grouped(parts[0])}_{_grouped(parts[1])}",
    "munder": lambda parts: f"{parts[0]}_{_grouped(parts[1])} ",
    "mover": lambda parts: f"{parts[0]}^{_grouped(parts[1])} ",
    "msubsup": _both,
    "munderover": lambda parts: f"{_both(parts)} ",
    "mroot": lambda parts: f"{_grouped(parts[0])}^(1/{parts[1]})",
    "mtr": ", ".join,
    "mtable": "; ".join,
}
_LEAST_PARTS = {"mtr": 1, "mtable": 1, "msubsup": 3, "munderover": 3}
