"""What a paragraph of a Word document shows: its words, and what is fixed to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml.etree import _Element

from corpus.language.folding import RAISED_DIGITS
from corpus.language.vocabulary import load
from corpus.word.drawings import Drawn, drawn_in
from corpus.word.equations import linear
from corpus.word.names import (
    ALTERNATIVES,
    CHOICE,
    CONTROL,
    CONTROL_CONTENT,
    CONTROL_FORMAT,
    FALLBACK,
    MATH,
    RUN,
    RUN_FORMAT,
    WORD,
    WORD_2010,
    at,
    switch,
    value,
    whole_number,
)
from corpus.word.styles import Styles
from corpus.word.symbols import symbol, without_codes

PAGE_NUMBER = "\x01"
"""Stands for the number of a page, or of pages, in a line of a header or footer."""
_NOTE_MARK = "\x02"
_TICKED, _NOT_TICKED = "☒", "☐"
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_PROMPTS = frozenset(load("word")["prompts"]["fields"])
_MARKS = re.compile(rf"(?P<glued>(?<=[^\s(\[{_NOTE_MARK}]){_NOTE_MARK}+(?=[\w(“‘\"£$€]))|{_NOTE_MARK}+")
_RAISED_NUMBER = re.compile(r"[-+−]?[0-9]{1,4}")
_RAISED = RAISED_DIGITS | str.maketrans("+-−", "⁺⁻⁻")
_NOTED = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)”’\"'])$")
_NOTE_KINDS = {WORD + "footnoteReference": "footnotes", WORD + "endnoteReference": "endnotes"}
_SPACES = {WORD + "tab": "\t", WORD + "ptab": "\t", WORD + "br": "\n", WORD + "cr": "\n", WORD + "noBreakHyphen": "-"}
_NOT_SHOWN = frozenset(
    WORD + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText", "softHyphen", "pgNum"),
        *("annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "rubyPr", "fldData"),
    )
)


@dataclass(slots=True)
class Line:
    """What a paragraph shows.

    Attributes:
        text: its words, with tabs and line breaks.
        drawn: pictures, boxes, charts and the like that are fixed to it, in order.
        notes: the kind ("footnotes", "endnotes", "comments") and the id of each whose mark stands in it.
        is_bold, is_underlined: whether all of its words are.
    """

    text: str = ""
    drawn: list[Drawn] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    is_bold: bool = False
    is_underlined: bool = False


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction as far as it is read, and whether its result has begun."""

    instruction: str = ""
    has_result: bool = False

    @property
    def is_page_number(self) -> bool:
        return (self.instruction.split() or [""])[0].upper() in _PAGE_FIELDS


@dataclass(slots=True)
class _Look:
    """How the letters of a run look."""

    is_hidden: bool = False
    is_bold: bool = False
    is_underlined: bool = False
    is_raised: bool = False
    font: str = ""


def read_line(elements: Iterable[_Element], styles: Styles, style_id: str, *, is_furniture: bool = False) -> Line:
    """What a paragraph shows.

    Args:
        elements: the paragraph, or some elements that stand like one.
        styles: of the document.
        style_id: of the paragraph, or "".
        is_furniture: whether it stands in a header or footer; the page's number is then `PAGE_NUMBER`.
    """
    reading = _Reading(styles, style_id, is_furniture=is_furniture)
    reading.visit(elements)
    return reading.finished()


class _Reading:
    """One paragraph as far as it is read."""

    def __init__(self, styles: Styles, style_id: str, *, is_furniture: bool) -> None:
        self._styles = styles
        self._is_furniture = is_furniture
        self._usual = _Look(bool(styles.is_hidden(style_id)), bool(styles.is_bold(style_id)))
        self._look = self._usual
        self._parts: list[str] = []
        self._line = Line()
        self._fields: list[_Field] = []
        self._chars = self._bold = self._underlined = 0
        self._is_after_equation = False

    def finished(self) -> Line:
        line = self._line
        line.text = _MARKS.sub(lambda marks: " " if marks["glued"] else "", "".join(self._parts))
        line.is_bold = 0 < self._chars == self._bold
        line.is_underlined = 0 < self._chars == self._underlined
        return line

    def visit(self, elements: Iterable[_Element]) -> None:
        for element in elements:
            tag = element.tag
            if tag in _NOT_SHOWN:
                continue
            if (method := _VISITS.get(tag)) is not None:
                method(self, element)
            elif tag in _SPACES:
                self._add(_SPACES[tag])
            else:
                self.visit(element)

    def run(self, element: _Element) -> None:
        outer, properties = self._look, element.find(RUN_FORMAT)
        self._look = self._usual if properties is None else self._look_of(properties)
        self.visit(element)
        self._look = outer

    def text(self, element: _Element) -> None:
        text = without_codes(element.text or "", self._look.font)
        if self._look.is_raised and _RAISED_NUMBER.fullmatch(text.strip()):
            is_mark = bool(self._parts) and _NOTED.search(self._parts[-1]) is not None
            text = (" " if is_mark else "") + text.translate(_RAISED)
        self._add(text)

    def sign(self, element: _Element) -> None:
        self._add(symbol(element.get(WORD + "font", ""), element.get(WORD + "char", "")))

    def note(self, element: _Element) -> None:
        if not self._look.is_hidden:
            self._parts.append(_NOTE_MARK)
            self._line.notes.append((_NOTE_KINDS[element.tag], element.get(WORD + "id", "")))

    def comment(self, element: _Element) -> None:
        self._line.notes.append(("comments", element.get(WORD + "id", "")))

    def instruction(self, element: _Element) -> None:
        if self._fields and not self._fields[-1].has_result:
            self._fields[-1].instruction += element.text or ""

    def field_mark(self, element: _Element) -> None:
        """Where a field begins, its result begins, or it ends."""
        kind = element.get(WORD + "fldCharType", "")
        if kind == "begin":
            self._add(_form_value(at(element, "ffData")))
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].has_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if self._is_furniture and ended.is_page_number:
                self._add(PAGE_NUMBER)

    def simple_field(self, element: _Element) -> None:
        one = _Field(element.get(WORD + "instr", ""), has_result=True)
        if self._is_furniture and one.is_page_number:
            self._add(PAGE_NUMBER)
        else:
            self.visit(element)

    def control(self, element: _Element) -> None:
        """A content control: a tick, or what it holds unless that is only Word's own prompt."""
        properties, content = element.find(CONTROL_FORMAT), element.find(CONTROL_CONTENT)
        tick = None if properties is None else properties.find(WORD_2010 + "checkbox")
        if tick is not None:
            state = tick.find(WORD_2010 + "checked")
            is_ticked = state is not None and state.get(WORD_2010 + "val", "1") in ("1", "true", "on")
            self._add(_TICKED if is_ticked else _NOT_TICKED)
        elif content is not None and not shows_prompt(element):
            self.visit(content)

    def drawing(self, element: _Element) -> None:
        if not self._look.is_hidden:
            self._line.drawn += drawn_in(element)

    def equation(self, element: _Element) -> None:
        text = linear(element).strip()
        is_glued = bool(self._parts) and self._parts[-1][-1:].isalnum() and text[:1].isalnum()
        self._add(f" {text}" if is_glued else text)
        self._is_after_equation = text[-1:].isalnum()

    def reading_aid(self, element: _Element) -> None:
        """Words with their pronunciation above them, which stands in brackets here."""
        base, aid = at(element, "rubyBase"), at(element, "rt")
        self.visit([] if base is None else base)
        if aid is not None:
            self._add("(")
            self.visit(aid)
            self._add(")")

    def alternatives(self, element: _Element) -> None:
        """The newest form of something, or the older one where the newest says nothing."""
        before = len(self._parts), len(self._line.drawn)
        for form in (CHOICE, FALLBACK):
            for wrapper in element.findall(form):
                self.visit(wrapper)
                if (len(self._parts), len(self._line.drawn)) != before:
                    return

    def _add(self, text: str) -> None:
        if not text or self._is_silent():
            return
        if self._is_after_equation and text[0].isalnum():
            text = f" {text}"
        self._is_after_equation = False
        self._parts.append(text)
        if count := len(text.strip()):
            self._chars += count
            self._bold += count * self._look.is_bold
            self._underlined += count * self._look.is_underlined

    def _is_silent(self) -> bool:
        """Whether what comes now is hidden, or part of a field's instruction."""
        return self._look.is_hidden or any(
            not one.has_result or (self._is_furniture and one.is_page_number) for one in self._fields
        )

    def _look_of(self, properties: _Element) -> _Look:
        style = value(properties, "rStyle")
        fonts = at(properties, "rFonts")
        return _Look(
            is_hidden=_first(
                switch(properties, "vanish"), self._styles.is_hidden(style) if style else None, self._usual.is_hidden
            ),
            is_bold=_first(
                switch(properties, "b"), self._styles.is_bold(style) if style else None, self._usual.is_bold
            ),
            is_underlined=bool(switch(properties, "u")) and not style,
            is_raised=value(properties, "vertAlign") == "superscript",
            font="" if fonts is None else fonts.get(WORD + "ascii") or fonts.get(WORD + "hAnsi") or "",
        )


def _first(*choices: bool | None) -> bool:
    return next((choice for choice in choices if choice is not None), False)


def shows_prompt(control: _Element) -> bool:
    """Whether a content control is empty and shows only Word's own prompt."""
    if switch(control, "sdtPr", "showingPlcHdr") is not True:
        return False
    text = "".join(part.text or "" for part in control.iter(WORD + "t"))
    return " ".join(text.split()).strip(". ").lower() in _PROMPTS


def _form_value(data: _Element | None) -> str:
    """What a form field that has no text of its own shows: a tick, or what is chosen of a list."""
    box, choices = at(data, "checkBox"), at(data, "ddList")
    if box is not None:
        ticked = switch(box, "checked")
        return _TICKED if (switch(box, "default") if ticked is None else ticked) else _NOT_TICKED
    if choices is not None:
        entries = [entry.get(WORD + "val", "") for entry in choices.findall(WORD + "listEntry")]
        chosen = whole_number(value(choices, "result") or value(choices, "default") or "0")
        return entries[chosen] if chosen is not None and 0 <= chosen < len(entries) else ""
    return ""


_VISITS: MappingProxyType[str, Callable[[_Reading, _Element], None]] = MappingProxyType(
    {
        RUN: _Reading.run,
        WORD + "t": _Reading.text,
        WORD + "sym": _Reading.sign,
        WORD + "footnoteReference": _Reading.note,
        WORD + "endnoteReference": _Reading.note,
        WORD + "commentReference": _Reading.comment,
        WORD + "instrText": _Reading.instruction,
        WORD + "fldChar": _Reading.field_mark,
        WORD + "fldSimple": _Reading.simple_field,
        CONTROL: _Reading.control,
        WORD + "drawing": _Reading.drawing,
        WORD + "pict": _Reading.drawing,
        WORD + "object": _Reading.drawing,
        WORD + "ruby": _Reading.reading_aid,
        MATH + "oMath": _Reading.equation,
        ALTERNATIVES: _Reading.alternatives,
    }
)
