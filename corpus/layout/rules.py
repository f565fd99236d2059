"""The straight lines that a PDF draws on a page: the rules of tables and the edges of boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

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
    left, bottom, right, top = page.get_bbox()  # not turned, as paths are not
    most = (right - left) * _PAGE_SHARE, (top - bottom) * _PAGE_SHARE
    rules: list[Rule] = []
    frames: list[Sequence[Rule]] = []
    for path in paths:
        found = list(_rules_of(path))
        if not _is_of_page(found, *most):
            rules += found
        elif _is_stroked(path):
            frames.append(found)
    return rules + [edge for frame in frames if any(_ends_on(rule, frame) for rule in rules) for edge in frame]


def _is_of_page(edges: Sequence[Rule], width: float, height: float) -> bool:
    """Whether lines are the edges of a box that is as wide and as high as a page."""
    return len(edges) > 1 and edges[0].right - edges[0].left >= width and edges[1].top - edges[0].bottom >= height


def _ends_on(rule: Rule, frame: Sequence[Rule]) -> bool:
    """Whether a line within a frame ends on a side of it, as the inner lines of a table do."""
    (left, bottom, right, _), top = frame[0], frame[1].top
    across, up = (rule.left - left, right - rule.right), (rule.bottom - bottom, top - rule.top)
    ends, inner = (across, up) if rule.bottom == rule.top else (up, across)
    return min(inner) > _THIN and min(map(abs, ends)) <= _THIN


def _rules_of(path: pdfium.FPDF_PAGEOBJECT) -> Iterator[Rule]:
    if not _is_seen(path):
        return
    count = pdfium.FPDFPath_CountSegments(path)
    if count <= _BOX_SEGMENTS:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top):
            yield from _edges(left.value, bottom.value, right.value, top.value, is_line=count <= 2)
    elif count <= _SEGMENTS_MAX:
        yield from _strokes(path, count)


def _is_stroked(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether the edge of a path is drawn, or may be."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or bool(stroke.value)


def _is_seen(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a path is drawn, in anything but white."""
    if _is_stroked(path):
        return True
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
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
