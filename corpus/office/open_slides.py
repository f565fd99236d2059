"""The slides of an OpenDocument presentation (.odp)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element

from corpus.assembly import SourceBlock
from corpus.office.open_file import OpenFile
from corpus.office.open_styles import DRAW, PRESENTATION
from corpus.office.open_text import TextReader
from corpus.office.package import local_name
from corpus.office.page_order import Box, reading_order
from corpus.office.slide import Slide, with_heading

_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_LENGTH = re.compile(r"(-?[0-9.]+)\s*(cm|mm|in|pt|px|pc)?")
_MILLIMETRES = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 25.4 / 72, "px": 25.4 / 96, "pc": 25.4 / 6}
_AROUND = ("header", "footer", "date-time", "page-number", "page")


def open_slides(body: _Element, file: OpenFile) -> Iterator[Slide]:
    """The slides of a presentation, in the order in which they are shown.

    Args:
        body: the element that holds them.
        file: the file.
    """
    reader = file.reader()
    for number, page in enumerate(body.iterfind(DRAW + "page"), start=1):
        style = page.get(DRAW + "style-name", "")
        if file.styles.property_of(style, PRESENTATION + "visibility") == "hidden":
            yield Slide(number, is_hidden=True)
        else:
            yield _slide(number, page, reader)


def _slide(number: int, page: _Element, reader: TextReader) -> Slide:
    slide = Slide(number)
    titles: list[SourceBlock] = []
    others: list[SourceBlock] = []
    notes: list[SourceBlock] = []
    shapes = [shape for shape in page if local_name(shape) not in ("notes", "annotation", "forms", "animations", "par")]
    for index in reading_order([_box(shape) for shape in shapes]):
        shape = shapes[index]
        kind = shape.get(PRESENTATION + "class", "")
        blocks = list(reader.blocks([shape]))
        slide.pictures += any(local_name(one) == "image" for one in shape)
        if kind == "title":
            titles += (SourceBlock(block.text, "heading", 1) for block in blocks)
        elif kind in _AROUND:
            slide.furniture += (block.text for block in blocks if kind == "footer")
        elif kind == "subtitle":
            others += (replace(block, kind="paragraph", level=0) for block in blocks)
        else:
            others += blocks
    for child in page:
        if local_name(child) == "notes":
            shown = [one for one in child if one.get(PRESENTATION + "class", "") not in _AROUND]
            notes += (replace(block, kind="note", level=0) for block in reader.blocks(shown))
        elif local_name(child) == "annotation":
            notes += reader.blocks([child])
    slide.objects, reader.unread = reader.unread, []
    slide.blocks = with_heading(number, titles, [*others, *notes])
    return slide


def _box(shape: _Element) -> Box:
    left, top, width, height = (_length(shape.get(_SVG + name, "")) for name in ("x", "y", "width", "height"))
    return Box(left, top, left + width, top + height)


def _length(written: str) -> float:
    """A length in millimetres; 0 for one that is none."""
    match = _LENGTH.fullmatch(written)
    try:
        return float(match[1]) * _MILLIMETRES[match[2] or "mm"] if match else 0.0
    except ValueError:
        return 0.0
