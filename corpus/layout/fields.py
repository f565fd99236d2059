"""What people put onto a PDF's pages: the values of form fields, ticked boxes, typed-on text and comments."""

from __future__ import annotations

import ctypes
import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.layout.page import Piece, Role

_LINE_HEIGHT = 12.0  # points of a line in a field or note higher than two of them
_CHAR_WIDTH = 0.5  # of a line's height, at a guess
_TICKED, _NOT_TICKED = "☑", "☐"
_TICK_KINDS = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_VALUE_KINDS = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_TYPED = (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
_COMMENTS = (
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_INK,
)
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_TAG = re.compile("<[^>]*>")
_PUSH_BUTTON = 1 << 16  # the flag of a button that only starts something
_PASSWORD = 1 << 13  # the flag of a text field that hides what is typed


def added_to(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[Piece]:
    """Read what was put onto a page.

    Args:
        pdf: the file, with its form environment begun if it has a form.
        page: one of its pages.

    Returns:
        A piece for each value and note, where it stands by the page's own coordinates.
    """
    found: list[Piece] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        with _annotation(page, index) as annotation:
            if annotation and not pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                found += _pieces(pdf, annotation)
    return found


def attached_to(page: pypdfium2.PdfPage) -> list[str]:
    """The names of the files that hang on a page."""
    names: list[str] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        with _annotation(page, index) as annotation:
            if annotation and pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_FILEATTACHMENT:
                attachment = pdfium.FPDFAnnot_GetFileAttachment(annotation)
                names.append(_written(lambda *into, a=attachment: pdfium.FPDFAttachment_GetName(a, *into)))
    return names


@contextmanager
def _annotation(page: pypdfium2.PdfPage, index: int) -> Iterator[pdfium.FPDF_ANNOTATION]:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    try:
        yield annotation
    finally:
        if annotation:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _pieces(pdf: pypdfium2.PdfDocument, annotation: pdfium.FPDF_ANNOTATION) -> Iterator[Piece]:
    subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
    if subtype == pdfium.FPDF_ANNOT_WIDGET:
        form = pdf.formenv.raw if pdf.formenv else None
        has_form = form is not None and pdfium.FPDFAnnot_GetFormFieldType(form, annotation) >= 0
        if value := _value(form, annotation) if has_form else _lone_value(annotation):
            yield from _placed(annotation, value, "")
    elif subtype in _TYPED:
        yield from _placed(annotation, _contents(annotation), "typed")
    elif subtype in _COMMENTS:
        yield from _placed(annotation, _contents(annotation), "comment")


def _value(form: pdfium.FPDF_FORMHANDLE, annotation: pdfium.FPDF_ANNOTATION) -> str:
    """What a field holds: its text, or whether it is ticked."""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _TICK_KINDS:
        return _TICKED if pdfium.FPDFAnnot_IsChecked(form, annotation) else _NOT_TICKED
    if kind not in _VALUE_KINDS or pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
        return ""
    return _written(lambda *into: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, *into))


def _lone_value(annotation: pdfium.FPDF_ANNOTATION) -> str:
    """What a field holds that no form in the file knows of, as on a page that was taken out of one."""
    kind = _string(annotation, b"FT")
    flags = ctypes.c_float()
    pdfium.FPDFAnnot_GetNumberValue(annotation, b"Ff", flags)
    if kind == "Btn":
        is_button = int(flags.value) & _PUSH_BUTTON or not pdfium.FPDFAnnot_HasKey(annotation, b"AS")
        ticks = _NOT_TICKED if _string(annotation, b"AS") == "Off" else _TICKED
        return "" if is_button else ticks
    is_hidden = kind == "Tx" and int(flags.value) & _PASSWORD
    return _string(annotation, b"V") if kind in ("Tx", "Ch") and not is_hidden else ""


def _string(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    return _written(lambda *into: pdfium.FPDFAnnot_GetStringValue(annotation, key, *into))


def _contents(annotation: pdfium.FPDF_ANNOTATION) -> str:
    rich = _string(annotation, b"RC")
    return _string(annotation, b"Contents") or " ".join(html.unescape(_TAG.sub(" ", rich)).split())


def _written(call: Callable[..., int]) -> str:
    """A text that a function of the library writes into a buffer, on one line."""
    size = call(None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    call(buffer, size)
    text = bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0]
    return " ".join(re.sub("[\x01-\x08\x0e-\x1f]", "", text).split())


def _placed(annotation: pdfium.FPDF_ANNOTATION, text: str, role: Role) -> Iterator[Piece]:
    """A text as one line, at the top of the room that it has, or in its middle where it has room for no more."""
    rect = pdfium.FS_RECTF()
    if not text or not pdfium.FPDFAnnot_GetRect(annotation, rect):
        return
    bottom, top = sorted((rect.bottom, rect.top))
    left, right = sorted((rect.left, rect.right))
    if top - bottom <= 2 * _LINE_HEIGHT:
        middle = (bottom + top) / 2
        bottom, top = middle - _LINE_HEIGHT / 2, middle + _LINE_HEIGHT / 2
    else:
        bottom, top = top - _LINE_HEIGHT - 2, top - 2
    if len(text) > 1:
        right = max(min(right, left + _CHAR_WIDTH * _LINE_HEIGHT * len(text)), left + 1)
    yield Piece(text, left, right, bottom, top, False, min(right - left, _LINE_HEIGHT), role=role)
