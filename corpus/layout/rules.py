"""The straight lines that a PDF draws on a page: the rules of tables and the edges of boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.layout.page import Rule

_THIN = 3.0  # points up to which a box is a line
_SHORT = 4.0
_OBJECTS_MAX = 3000  # paths on a page, more of which are a drawing
_WHITE = 250  # of 255
_BOX_SEGMENTS = 5  # a line or a box has no more parts
_SEGMENTS_MAX = 600
_PAGE_SHARE = 0.85  # of a page's width and height that its ground or frame takes


def rules_on(page: pypdfium2.PdfPage) -> list[Rule]:
    """Find the flat and the upright lines on a page, whatever they are drawn as.

    Args:
        page: the page.

    Returns:
        Them in the page's own coordinates; none for a page that is a drawing.
    """
    raw = page.raw
    paths = []
    for index in range(pdfium.FPDFPage_CountObjects(raw)):
        drawn = pdfium.FPDFPage_GetObject(raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_PATH:
            paths.append(drawn)
    if len(paths) > _OBJECTS_MAX:
        return []
    size = page.get_width() * _PAGE_SHARE, page.get_height() * _PAGE_SHARE
    return [rule for path in paths for rule in _rules_of(path, size)]


def _rules_of(path: pdfium.FPDF_PAGEOBJECT, page_size: tuple[float, float]) -> Iterator[Rule]:
    if not _is_seen(path):
        return
    count = pdfium.FPDFPath_CountSegments(path)
    if count <= _BOX_SEGMENTS:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top):
            return
        if right.value - left.value < page_size[0] or top.value - bottom.value < page_size[1]:
            yield from _edges(left.value, bottom.value, right.value, top.value, is_line=count <= 2)
    elif count <= _SEGMENTS_MAX:
        yield from _strokes(path, count)


def _is_seen(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a path is drawn, in anything but white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or stroke.value:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    return bool(fill.value and alpha.value) and min(red.value, green.value, blue.value) < _WHITE


def _edges(left: float, bottom: float, right: float, top: float, *, is_line: bool) -> Iterator[Rule]:
    """The line that a narrow box is, or the four edges of a wide one."""
    if top - bottom <= _THIN:
        if right - left > _SHORT:
            yield Rule(left, (bottom + top) / 2, right, (bottom + top) / 2)
    elif right - left <= _THIN:
        yield Rule((left + right) / 2, bottom, (left + right) / 2, top)
    elif not is_line:
        yield Rule(left, bottom, right, bottom)
        yield Rule(left, top, right, top)
        yield Rule(left, bottom, left, top)
        yield Rule(right, bottom, right, top)


def _strokes(path: pdfium.FPDF_PAGEOBJECT, count: int) -> Iterator[Rule]:
    """The flat and upright parts of a path with many."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if last is not None and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            left, right = sorted((last[0], here[0]))
            bottom, top = sorted((last[1], here[1]))
            yield from _edges(left, bottom, right, top, is_line=True)
        last = here
