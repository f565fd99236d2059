"""An agenda and a scanned letter, as PDFs."""

from __future__ import annotations

import io

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from benchmarks.scanned import picture_pdf, scanned_pages


def agenda() -> bytes:
    """Three pages with a running header and a table of items."""
    items = (
        ("Item", "Subject", "Lead officer", "Time"),
        ("1", "Apologies and declarations of interest", "Democratic Services", "6.30 pm"),
        ("2", "Application 24/00117: 36 homes at Gorse Farm", "Callum Reeve", "6.35 pm"),
        ("3", "Application 24/00131: change of use, 9 High Street", "Callum Reeve", "7.05 pm"),
        ("4", "Tree strategy 2024 to 2034", "Imogen Farrow", "7.30 pm"),
        ("5", "Appeals decided since January", "Nadia Whitlock", "8.00 pm"),
    )
    notes = (
        "Members of the public may speak for three minutes on each application. Tell us by noon.",
        "The site at Gorse Farm was visited on 2 April 2024. The Highways Authority does not object.",
        "The draft tree strategy asks that canopy cover in the district rise from 14 per cent to 20 per cent by 2034.",
        "Two appeals were dismissed and one was allowed. Costs were awarded in none of them.",
    )
    style = getSampleStyleSheet()
    ruled = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    cells = [[Paragraph(str(text), style["BodyText"]) for text in row] for row in items]
    flow: list[Flowable] = [
        Paragraph("Planning Committee: agenda", style["Title"]),
        Paragraph("Wednesday 10 April 2024, 6.30 pm, Council Chamber, Haverdale", style["BodyText"]),
        Spacer(1, 6 * mm),
        Table(cells, colWidths=[14 * mm, 78 * mm, 44 * mm, 24 * mm], style=ruled, repeatRows=1),
        Spacer(1, 6 * mm),
        *(
            part
            for number, text in enumerate(notes, start=1)
            for part in (
                Paragraph(f"Note {number}", style["Heading2"]),
                Paragraph(text, style["BodyText"]),
                Spacer(1, 60 * mm),
            )
        ),
    ]
    written = io.BytesIO()
    template = SimpleDocTemplate(
        written, pagesize=A4, title="Planning Committee: agenda", invariant=1, topMargin=32 * mm
    )

    def decorate(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(25 * mm, A4[1] - 15 * mm, "Haverdale District Council · Planning Committee · 10 April 2024")
        canvas.drawRightString(A4[0] - 25 * mm, 12 * mm, f"Page {canvas.getPageNumber()}")

    template.build(flow, onFirstPage=decorate, onLaterPages=decorate)
    return written.getvalue()


def scanned_letter() -> bytes:
    """A letter on one sheet, scanned at 200 dots per inch, a little askew and noisy: a picture and no text."""
    lines = (
        "14 Orchard Close, Stonebeck",
        "",
        "22 January 2024",
        "",
        "To the Highways Team, Haverdale District Council",
        "",
        "Dear Sir or Madam,",
        "",
        "I write on behalf of the residents of Orchard Close. Seven street lights in",
        "Orchard Close have been dark since the storm of 27 December 2023. Two of",
        "our neighbours have fallen on the steps beside the bus shelter, and one of",
        "them has broken her wrist.",
        "",
        "We reported the fault by telephone on 3 January and were given the",
        "reference HD-20417, but nobody has come to look. Please tell us when the",
        "lights will be repaired, and whether the steps can be gritted meanwhile.",
        "",
        "Yours faithfully,",
        "Winifred Oakshott",
    )
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1)
    canvas.setFont("Times-Roman", 12.5)
    for number, line in enumerate(lines):
        canvas.drawString(28 * mm, A4[1] - 40 * mm - 17 * number, line)
    canvas.save()
    return picture_pdf(scanned_pages(written.getvalue(), 200, turned=0.6, noise=10), 200)
