"""What people put onto a page is read in its place: values of forms, ticks, typed-on text and comments."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from corpus.reading import ReadResult
from tests.drawn_pdf import PROSE, Pages, document, read, shown


def annotated(pages: Pages, *notes: tuple[int, Sequence[float], str, int]) -> bytes:
    """A PDF with annotations: kind, place, words and flags of each."""
    with pypdfium2.PdfDocument(pages.data()) as pdf:
        page = pdf[0]
        for kind, rect, words, flags in notes:
            annotation = pdfium.FPDFPage_CreateAnnot(page.raw, kind)
            left, bottom, right, top = rect
            pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(left, top, right, bottom))
            text = words.encode("utf-16-le") + b"\0\0"
            pdfium.FPDFAnnot_SetStringValue(
                annotation, b"Contents", (pdfium.FPDF_WCHAR * (len(text) // 2)).from_buffer_copy(text)
            )
            pdfium.FPDFAnnot_SetFlags(annotation, flags)
            pdfium.FPDFPage_CloseAnnot(annotation)
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def form() -> Pages:
    pages = Pages()
    pages.write("Licence application", size=20)
    return pages


def test_the_value_of_a_field_stands_beside_its_label() -> None:
    pages = form()
    for number, (label, value) in enumerate((("Premises:", "The Old Mill, Bridge Street"), ("Hours:", "10am to 11pm"))):
        y = 700 - 40 * number
        pages.write(label, y=y)
        pages.canvas.acroForm.textfield(name=label, value=value, x=180, y=y - 5, width=250, height=20)
    assert shown(document(pages.data()))[1:] == [
        ("table_row", "Premises: | The Old Mill, Bridge Street"),
        ("table_row", "Hours: | 10am to 11pm"),
    ]


def test_boxes_are_read_as_ticked_or_not() -> None:
    pages = form()
    for number, (label, checked) in enumerate((("Music outdoors", True), ("Late opening", False))):
        y = 700 - 30 * number
        pages.canvas.acroForm.checkbox(name=label, checked=checked, x=72, y=y - 3, size=14)
        pages.write(label, x=92, y=y)
    text = document(pages.data()).text
    assert "☑ Music outdoors" in text
    assert "☐ Late opening" in text


def test_the_values_on_a_page_taken_out_of_its_form_are_read() -> None:
    pages = form()
    fields = pages.canvas.acroForm
    for number, (label, value) in enumerate((("Premises:", "The Old Mill, Bridge Street"), ("Hours:", "10am to 11pm"))):
        y = 700 - 40 * number
        pages.write(label, y=y)
        fields.textfield(name=label, value=value, x=180, y=y - 5, width=250, height=20)
    pages.write("Ward:", y=620)
    fields.choice(name="ward", value="North", options=["North", "South"], x=180, y=615, width=120, height=20)
    for number, (label, checked) in enumerate((("Music outdoors", True), ("Late opening", False))):
        y = 560 - 30 * number
        fields.checkbox(name=label, checked=checked, x=72, y=y - 3, size=14)
        pages.write(label, x=92, y=y)
    fields.textfield(name="code", value="1234", x=72, y=480, width=250, height=20, fieldFlags="password")
    with pypdfium2.PdfDocument(pages.data()) as whole, pypdfium2.PdfDocument.new() as part:
        part.import_pages(whole)
        buffer = io.BytesIO()
        part.save(buffer)
    text = document(buffer.getvalue()).text
    for line in ("Premises: | The Old Mill, Bridge Street", "Hours: | 10am to 11pm", "Ward: | North"):
        assert line in text
    assert "☑ Music outdoors" in text
    assert "☐ Late opening" in text
    assert "1234" not in text


def test_a_choice_and_a_chosen_button_are_read() -> None:
    pages = form()
    pages.write("Ward:", y=700)
    pages.canvas.acroForm.choice(
        name="ward", value="North", options=["North", "South"], x=180, y=695, width=120, height=20
    )
    for number, name in enumerate(("yes", "no")):
        pages.canvas.acroForm.radio(
            name="agreed", value=name, selected=name == "no", x=72 + 80 * number, y=600, size=14
        )
        pages.write(name, x=92 + 80 * number, y=602)
    text = document(pages.data()).text
    assert "Ward: | North" in text
    assert "☐ yes" in text
    assert "☑ no" in text


def test_a_long_answer_stands_where_its_field_begins() -> None:
    pages = form()
    pages.write("Reasons:", y=700)
    pages.canvas.acroForm.textfield(
        name="why",
        value="The hall is empty.\nNo one has asked for it.",
        x=72,
        y=600,
        width=400,
        height=90,
        fieldFlags="multiline",
    )
    pages.write("Signed on the day of the meeting", y=560)
    text = document(pages.data()).text
    assert "Reasons:\n\nThe hall is empty. No one has asked for it.\n\nSigned" in text


def test_what_a_password_field_holds_is_not_read() -> None:
    pages = form()
    pages.write(*PROSE, y=700)
    pages.canvas.acroForm.textfield(
        name="secret", value="hunter2", x=180, y=600, width=250, height=20, fieldFlags="password"
    )
    assert "hunter2" not in document(pages.data()).text


@pytest.mark.parametrize("place", [(60, 500, 300, 540), (60, 690, 300, 704), (300, 400, 500, 500)])
def test_text_typed_onto_a_page_is_a_paragraph_in_its_place(place: tuple[float, float, float, float]) -> None:
    pages = Pages()
    pages.write(*PROSE)
    pages.write("The last line of the page stands here.", y=100)
    data = annotated(pages, (pdfium.FPDF_ANNOT_FREETEXT, place, "Correction: the cost is 5 million pounds.", 4))
    assert shown(document(data)) == [
        ("paragraph", " ".join(PROSE)),
        ("paragraph", "Correction: the cost is 5 million pounds."),
        ("paragraph", "The last line of the page stands here."),
    ]


@pytest.mark.parametrize("kind", [pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_STRIKEOUT])
def test_a_comment_is_a_note(kind: int) -> None:
    pages = Pages()
    pages.write(*PROSE)
    assert ("note", "Ask the clerk.") in shown(
        document(annotated(pages, (kind, (60, 600, 80, 620), "Ask the clerk.", 4)))
    )


def test_hidden_and_empty_annotations_and_links_say_nothing() -> None:
    pages = Pages()
    pages.write(*PROSE)
    pages.canvas.linkURL("https://example.org", (72, 700, 200, 720))
    data = annotated(
        pages,
        (pdfium.FPDF_ANNOT_FREETEXT, (60, 500, 300, 540), "Hidden words", 2),
        (pdfium.FPDF_ANNOT_FREETEXT, (60, 400, 300, 440), "", 4),
    )
    assert shown(document(data)) == [("paragraph", " ".join(PROSE))]


def with_attachments(*names: str) -> ReadResult:
    pages = Pages()
    pages.write(*PROSE)
    with pypdfium2.PdfDocument(pages.data()) as pdf:
        for name in names:
            pdf.new_attachment(name).set_data(b"data")
        buffer = io.BytesIO()
        pdf.save(buffer)
    return read(buffer.getvalue())


def test_attached_files_are_named() -> None:
    assert with_attachments().warnings == ()
    (warning,) = with_attachments("inner.pdf").warnings
    assert warning.reason.startswith("It holds 1 attached file (inner.pdf), not read.")
    (warning,) = with_attachments(*(f"{number}.pdf" for number in range(12))).warnings
    assert warning.reason.startswith("It holds 12 attached files (0.pdf, ")
    assert ", …)" in warning.reason


def test_a_file_that_hangs_on_a_page_is_named() -> None:
    pages = Pages()
    pages.write(*PROSE)
    with pypdfium2.PdfDocument(pages.data()) as pdf:
        page = pdf[0]
        annotation = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_FILEATTACHMENT)
        name = (pdfium.FPDF_WCHAR * 8).from_buffer_copy("map.pdf\0".encode("utf-16-le"))
        pdfium.FPDFAnnot_AddFileAttachment(annotation, name)
        pdfium.FPDFPage_CloseAnnot(annotation)
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert "map.pdf" in read(buffer.getvalue()).warnings[0].reason
