"""Minutes in Word, a workbook, slides and an OpenDocument text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
import openpyxl
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odfdo import Document as OpenDocument
from odfdo import Header, Paragraph
from pptx import Presentation
from pptx.util import Inches

Rows = Sequence[Sequence[str | float]]


def minutes() -> bytes:
    """Minutes whose numbers, from 41 on, are given by Word."""
    document = docx.Document()
    numbering = _numbering(document, start=41)
    document.core_properties.title = "Minutes of the Cabinet"
    document.add_heading("Haverdale District Council: minutes of the Cabinet", level=0)
    document.add_paragraph("Minutes of the meeting held on Tuesday 12 March 2024 in the Council Chamber, Haverdale.")
    document.add_paragraph("Present: Councillors R. Ashdown (Chair), M. Pellow, J. Quince and S. Varley.")

    def item(text: str, level: int = 0) -> None:
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(_number(numbering, level))

    document.add_heading("Opening", level=1)
    item("Apologies for absence were received from Councillor D. Marchbank.")
    item("The minutes of the meeting held on 6 February 2024 were approved as a correct record.")
    document.add_heading("Footbridge at Mill Lane", level=1)
    item("The Cabinet considered a report on the footbridge at Mill Lane, which was closed in November 2023.")
    item("RESOLVED that:")
    item("the footbridge be replaced at a cost of no more than £184,000;", 1)
    item("the work be put out to tender by 30 April 2024; and", 1)
    item("the Head of Property report on progress in July.", 1)
    document.add_heading("Grants to village halls", level=1)
    item("Members agreed the grants set out below.")
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for row in (
        ("Village hall", "Purpose", "Grant"),
        ("Upper Wickley", "New boiler", "£7,500"),
        ("Stonebeck", "Ramp and handrail", "£3,200"),
        ("Farleigh", "Roof repairs", "£11,000"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    item("The meeting closed at 8.35 pm. The next meeting will be on Tuesday 16 April 2024.")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _numbering(document: WordDocument, start: int) -> int:
    """Define numbers "41." and letters "(a)" in a Word document, and return the id to use them by."""
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, (form, text, first) in enumerate((("decimal", "%1.", start), ("lowerLetter", "(%2)", 1))):
        own = OxmlElement("w:lvl")
        own.set(qn("w:ilvl"), str(level))
        for tag, value in (("w:start", str(first)), ("w:numFmt", form), ("w:lvlText", text)):
            part = OxmlElement(tag)
            part.set(qn("w:val"), value)
            own.append(part)
        abstract.append(own)
    root.insert(0, abstract)
    used = OxmlElement("w:num")
    used.set(qn("w:numId"), "90")
    refers = OxmlElement("w:abstractNumId")
    refers.set(qn("w:val"), "90")
    used.append(refers)
    root.append(used)
    return 90


def _number(numbering: int, level: int) -> Any:
    properties = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", numbering)):
        part = OxmlElement(tag)
        part.set(qn("w:val"), str(value))
        properties.append(part)
    return properties


def budget() -> bytes:
    """A revenue sheet and a capital sheet."""
    book = openpyxl.Workbook()
    revenue = book.active
    assert revenue is not None
    revenue.title = "Revenue"
    _fill(
        revenue,
        (
            ("Service", "2023/24 (£)", "2024/25 (£)", "Note"),
            ("Waste and recycling", 4_310_000, 4_655_000, "New collection contract from June"),
            ("Planning", 1_120_000, 1_185_000, ""),
            ("Housing options", 890_000, 1_240_000, "Temporary accommodation"),
            ("Parks and open spaces", 764_000, 771_000, ""),
        ),
    )
    _fill(
        book.create_sheet("Capital"),
        (
            ("Scheme", "2024/25 (£)", "2025/26 (£)", "Manager"),
            ("Leisure centre roof", 420_000, 60_000, "Head of Property"),
            ("Mill Lane footbridge", 184_000, "", "Head of Property"),
            ("Electric refuse vehicles", 690_000, 690_000, "Head of Waste"),
            ("Play areas", 95_000, 95_000, "Parks Manager"),
        ),
    )
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(sheet: Any, rows: Rows) -> None:
    for row in rows:
        sheet.append(list(row))
    for row in sheet.iter_rows(min_row=2, min_col=2, max_col=3):
        for cell in row:
            cell.number_format = "#,##0"


def slides() -> bytes:
    """Three slides: a list, a table, and one with notes."""
    show = Presentation()
    first = show.slides.add_slide(show.slide_layouts[0])
    first.shapes.title.text = "Recycling in Haverdale"
    first.placeholders[1].text = "Briefing for members, 20 February 2024"
    second = show.slides.add_slide(show.slide_layouts[1])
    second.shapes.title.text = "What changed"
    body = second.placeholders[1].text_frame
    body.text = "Food waste is collected every week from 31,000 homes"
    for line in ("Garden waste bins now cost £48 a year", "The tip at Stonebeck opens on Sundays"):
        body.add_paragraph().text = line
    third = show.slides.add_slide(show.slide_layouts[5])
    third.shapes.title.text = "Share of household waste recycled"
    rows = (
        ("Year", "Recycled", "Sent to landfill"),
        ("2021", "41.8%", "9.6%"),
        ("2022", "44.1%", "7.2%"),
        ("2023", "47.3%", "4.9%"),
    )
    table = third.shapes.add_table(len(rows), 3, Inches(1), Inches(2), Inches(8), Inches(2)).table
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            table.cell(y, x).text = text
    third.notes_slide.notes_text_frame.text = "The rise in 2023 comes mostly from food waste."
    written = io.BytesIO()
    show.save(written)
    return written.getvalue()


def policy() -> bytes:
    """A text document with headings and a numbered clause."""
    document = OpenDocument("text")
    body = document.body
    body.clear()
    for level, text in (
        (1, "Policy on the hire of the town hall"),
        (0, "Adopted by Haverdale District Council on 5 December 2023."),
        (2, "Booking"),
        (0, "The town hall may be booked up to twelve months ahead. A deposit of £150 is paid on booking."),
        (2, "Cancelling"),
        (0, "A cancellation must reach the Hall Manager in writing at least 28 days before the day of the hire."),
        (0, "After that day the whole fee is due."),
        (2, "Noise"),
        (0, "Amplified music ends at 11.30 pm. The windows on Castle Street are kept shut while music is played."),
    ):  # fmt: skip
        body.append(Header(level, text) if level else Paragraph(text))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
