"""What stands in a line: raised and lowered signs, pictures, fields, formulas and the places where words part."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from corpus.language.vocabulary import load
from corpus.markup.mathml import formula
from corpus.markup.tree import class_words, flat, flat_text, holds, is_in, text_of

BREAK = "\x1e"
"""A line break that a page makes itself, which is white space like any other to those who need none."""

_RAISED_CHARS = 12
_ALT_WORDS_MIN = 2
_ABBREVIATION_CHARS = 15
_POWER = re.compile(r"[+−-]?[0-9]{1,3}|[0-9]?[+−-]|[a-z]", re.I)
_BASE = re.compile(r"(?:(?<![0-9.,])[0-9]{1,2}|[×*]\s?10|(?<![^\W\d_])(?P<letters>[a-z]{1,2})|\))$", re.I)
_FORMULA_BASE = re.compile(r"[^\W\d_]\)?$")
_VARIABLE = re.compile(r"(?<![^\W\d_])[^\W\d_]$")
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?)", re.I)
_PARTS = load("web")["parts"]
_NOTE_MARKS = frozenset(_PARTS["note_marks"])
_ORDINALS = frozenset(_PARTS["ordinals"])
_SITE_PICTURES = frozenset(_PARTS["pictures"])
_SHORT_WORDS = frozenset(_PARTS["short_words"])
_FIELDS = frozenset("text number date email tel url search month week time datetime-local range".split())
_APART = frozenset("a button label time input select option".split())


class Line:
    """The text of the block that is open."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._closed = ""  # the tag of the inline element that ended here, with no text after it
        self._spelt_out: set[str] = set()

    def add(self, text: str | None) -> None:
        """Add text."""
        if text:
            self._parts.append(text)
            self._closed = ""

    def add_apart(self, text: str) -> None:
        """Add text that is no part of the words beside it."""
        self.add(f" {text} ")

    def opens(self, element: etree._Element, tag: str) -> None:
        """Part an inline element from the one that ended just before it, where a page shows them apart."""
        if self._closed and self.ending[-1:].isalnum():
            starts = (element.text or "")[:1]
            is_case_change = starts.isupper() and not self.ending[-1:].isupper()
            if (tag in _APART and self._closed in _APART) or (is_case_change and tag == self._closed == "span"):
                self.add(" ")

    def closes(self, tag: str) -> None:
        """Note that an inline element ends."""
        self._closed = tag

    def spell_out(self, element: etree._Element) -> None:
        """Add what an abbreviation stands for, the first time."""
        short, long = flat_text(element), flat(element.get("title", ""))
        parent = element.getparent()
        around = flat_text(parent) if parent is not None else ""
        if (
            len(short) <= _ABBREVIATION_CHARS
            and len(long) > len(short)
            and short not in self._spelt_out
            and long not in around
        ):
            self.add(f" ({long})")
        self._spelt_out.add(short)

    @property
    def ending(self) -> str:
        """The last characters that were added."""
        text = ""
        for part in reversed(self._parts):
            text = part[-12:] + text
            if len(text) >= 12:
                break
        return text

    def take(self) -> str:
        """The text, with none left."""
        text = "".join(self._parts)
        self._parts.clear()
        self._closed = ""
        return text


def _raised(element: etree._Element, line: Line) -> None:
    text, before = flat_text(element), line.ending
    if not text or not before[-1:].strip():
        line.add(f"{text} ")
    elif len(text) > _RAISED_CHARS:
        line.add_apart(text)
    elif (
        text[0] in "[("
        or (before[-1:].isdigit() and text.lower() in _ORDINALS)
        or not (text[0].isalnum() or text[0] in "+-−")
    ):
        line.add(text)
    elif text.upper() in ("TM", "SM"):
        line.add("™" if text.upper() == "TM" else "℠")
    elif _POWER.fullmatch(text) and _is_base(before) and not _is_note(element):
        line.add(f"^{text}")
    else:
        line.add(f"[{text}]")


def _is_base(before: str) -> bool:
    """Whether what stands before a raised sign may be raised to a power: a short number, a letter, a unit."""
    base = _BASE.search(before)
    return base is not None and (base["letters"] or "").lower() not in _SHORT_WORDS


def _is_note(element: etree._Element) -> bool:
    """Whether a raised sign leads to a note, by its link or by what it is called."""
    return holds(element, "a") or is_in(element, "a") or bool(_NOTE_MARKS & class_words(element))


def _lowered(element: etree._Element, line: Line) -> None:
    text, before = flat_text(element), line.ending
    if len(text) > _RAISED_CHARS:
        line.add_apart(text)
    elif text and ((before[-1:].isdigit() and text.isdigit()) or (not text.isdigit() and _VARIABLE.search(before))):
        line.add(f"_{text}")
    else:
        line.add(text if not text or not before[-1:].isalnum() or _FORMULA_BASE.search(before) else f"_{text}")


def _picture(element: etree._Element, line: Line) -> None:
    said = flat(element.get("alt", ""))
    words = said.split()
    if len(words) < _ALT_WORDS_MIN or element.get("role") in ("presentation", "none") or _FILE_NAME.fullmatch(said):
        return
    if not _SITE_PICTURES & {word.strip(".,:").lower() for word in words} and said not in _captions(element):
        line.add_apart(said)


def _captions(element: etree._Element) -> list[str]:
    figure = next(element.iterancestors("figure"), None)
    return [] if figure is None else [flat_text(caption) for caption in figure.iter("figcaption")]


def _field(element: etree._Element, line: Line) -> None:
    kind = element.get("type", "text").strip().lower()
    if kind in ("checkbox", "radio"):
        line.add_apart("☑" if "checked" in element.attrib else "☐")
    elif kind in _FIELDS:
        line.add_apart(element.get("value", ""))


def _choice(element: etree._Element, line: Line) -> None:
    chosen = [option for option in element.iter("option") if "selected" in option.attrib and option.get("value") != ""]
    line.add_apart(", ".join(flat_text(option) for option in chosen))


def _written(element: etree._Element, line: Line) -> None:
    line.add_apart(text_of(element))


def _gauge(element: etree._Element, line: Line) -> None:
    said = flat_text(element)
    value, most = element.get("value", ""), element.get("max", "1")
    line.add_apart(said or (f"{value} of {most}" if value else ""))


def _formula(element: etree._Element, line: Line) -> None:
    line.add_apart(formula(element))


def _source_of_formula(element: etree._Element, line: Line) -> None:
    if element.get("type", "").startswith("math/tex"):
        line.add_apart(element.text or "")


def _drawing(element: etree._Element, line: Line) -> None:
    for text in element.iter("text"):
        line.add_apart(text_of(text))


TAKEN_WHOLE: dict[str, Callable[[etree._Element, Line], None]] = {
    "sup": _raised,
    "sub": _lowered,
    "img": _picture,
    "input": _field,
    "select": _choice,
    "textarea": _written,
    "output": _written,
    "meter": _gauge,
    "progress": _gauge,
    "math": _formula,
    "script": _source_of_formula,
    "svg": _drawing,
}
"""What adds an element to a line without a look at the elements in it."""
