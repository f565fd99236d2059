"""Names of WordprocessingML, and how elements and their values are looked up."""

from __future__ import annotations

from lxml.etree import _Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

VAL = WORD + "val"
PARAGRAPH, TABLE, ROW, CELL = WORD + "p", WORD + "tbl", WORD + "tr", WORD + "tc"
RUN, RUN_FORMAT, PARAGRAPH_FORMAT = WORD + "r", WORD + "rPr", WORD + "pPr"
CONTROL, CONTROL_FORMAT, CONTROL_CONTENT = WORD + "sdt", WORD + "sdtPr", WORD + "sdtContent"
BOX_CONTENT = WORD + "txbxContent"
CHUNK = WORD + "altChunk"
SECTION = WORD + "sectPr"
ALTERNATIVES, CHOICE, FALLBACK = (COMPATIBILITY + name for name in ("AlternateContent", "Choice", "Fallback"))
WRAPPERS = frozenset(WORD + name for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent"))
"""Elements whose children stand where they themselves do."""

_OFF = frozenset({"0", "false", "off", "none"})
_NUMBER_MAX = 1_000_000


def at(element: _Element | None, *path: str) -> _Element | None:
    """The element at the end of a path of child names of WordprocessingML, or None."""
    for name in path:
        if element is None:
            return None
        element = element.find(WORD + name)
    return element


def value(element: _Element | None, *path: str) -> str:
    """What the element at the end of a path is set to; "" for nothing."""
    found = at(element, *path)
    return "" if found is None else found.get(VAL, "")


def switch(element: _Element | None, *path: str) -> bool | None:
    """Whether the element at the end of a path switches something on or off; None where there is none."""
    found = at(element, *path)
    return None if found is None else found.get(VAL, "1").lower() not in _OFF


def whole_number(text: str | None) -> int | None:
    """A whole number of sensible size, or None."""
    try:
        number = int(text or "")
    except ValueError:
        return None
    return number if -_NUMBER_MAX <= number <= _NUMBER_MAX else None
