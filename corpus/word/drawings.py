"""What is drawn in a Word document: text boxes, lettering, pictures with their descriptions, charts, objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element

from corpus.language.vocabulary import alternatives, load
from corpus.word.names import (
    ALTERNATIVES,
    BOX_CONTENT,
    CHART,
    CHOICE,
    DIAGRAM,
    DRAWING,
    FALLBACK,
    OFFICE,
    PLACED,
    RELATIONSHIPS,
    VML,
    WORD,
)

DrawnKind = Literal["box", "words", "description", "picture", "chart", "diagram", "object"]

_NEW_CHART = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPES = frozenset(VML + name for name in ("shape", "rect", "roundrect", "oval", "group", "image"))
_TABLE = load("word")["pictures"]
_GENERATED = re.compile(alternatives(_TABLE["generated"]), re.I)
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|heic|webp)|https?://\S+|(?:\w:)?[\\/]\S.*", re.I)
_OWN_NAME = re.compile(rf"{alternatives(_TABLE['names'])}\s*#?\d*", re.I)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something that is drawn.

    Attributes:
        kind: what it is.
        text: its words, its description, or what program an object is of.
        element: of a text box, what holds its paragraphs.
        reference: by which id the part refers to the part that it is kept in, or "".
    """

    kind: DrawnKind
    text: str = ""
    element: _Element | None = None
    reference: str = ""


def drawn_in(element: _Element) -> list[Drawn]:
    """What a drawing holds, in order.

    Args:
        element: the drawing, of the kind that Word writes now or of an older one.
    """
    found = list(_found(element))
    if any(one.kind in ("box", "words") for one in found):
        found = [one for one in found if one.kind != "description"]
    return list(dict.fromkeys(found))


def _found(element: _Element) -> Iterator[Drawn]:
    tag = element.tag
    if tag == BOX_CONTENT:
        yield Drawn("box", element=element)
    elif tag == ALTERNATIVES:
        yield from _alternative(element)
    elif tag == DRAWING + "p":
        yield from _words(_lettering(element))
    elif (one := _single(element)) is not None:
        yield one
    else:
        yield from _described(element)
        for child in element.iterchildren("*"):
            yield from _found(child)


def _alternative(element: _Element) -> Iterator[Drawn]:
    """The newest form of a drawing, or the older one where the newest says nothing."""
    for form in (CHOICE, FALLBACK):
        for wrapper in element.findall(form):
            found = [one for child in wrapper.iterchildren("*") for one in _found(child)]
            if found:
                yield from found
                return


def _single(element: _Element) -> Drawn | None:
    """What an element that holds nothing else stands for, or None."""
    tag, reference = element.tag, element.get(RELATIONSHIPS + "id", "")
    if tag == CHART + "chart":
        return Drawn("chart", reference=reference)
    if tag == DIAGRAM + "relIds":
        return Drawn("diagram", reference=element.get(RELATIONSHIPS + "dm", ""))
    if tag == _NEW_CHART:
        return Drawn("object", "a chart", reference=reference)
    if tag == OFFICE + "OLEObject":
        return Drawn("object", element.get("ProgID", ""), reference=reference)
    if tag == WORD + "control":
        return Drawn("object", f"a form control ({element.get(WORD + 'name', '')})", reference=reference)
    if tag in (_PICTURE, VML + "imagedata"):
        return Drawn("picture")
    return None


def _described(element: _Element) -> Iterator[Drawn]:
    if element.tag == PLACED + "docPr":
        mark = element.find(f".//{_DECORATIVE}")
        if mark is None or mark.get("val") not in ("1", "true"):
            yield from _description(element.get("descr", ""))
    elif element.tag == VML + "textpath":
        yield from _words(element.get("string", ""))
    elif element.tag in _SHAPES:
        yield from _description(element.get("alt", ""))


def _words(text: str) -> Iterator[Drawn]:
    if text.strip():
        yield Drawn("words", " ".join(text.split()))


def _description(text: str) -> Iterator[Drawn]:
    """What a person wrote of a picture."""
    text = " ".join(text.split())
    if text and not (_GENERATED.search(text) or _FILE_NAME.fullmatch(text) or _OWN_NAME.fullmatch(text)):
        yield Drawn("description", text)


def _lettering(paragraph: _Element) -> str:
    parts = (
        " " if part.tag == DRAWING + "br" else part.text or "" for part in paragraph.iter(DRAWING + "t", DRAWING + "br")
    )
    return "".join(parts)
