"""Draws the PDFs that tests of their reader and of the layout of pages read."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file

LEFT, TOP, PITCH = 72.0, 760.0, 14.0


class Pages:
    """Draws text on the pages of a PDF."""

    def __init__(self, password: str | None = None) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, encrypt=password)

    def write(
        self,
        *lines: str,
        x: float = LEFT,
        y: float = TOP,
        size: float = 12,
        font: str = "Helvetica",
        pitch: float = PITCH,
    ) -> float:
        """Draw lines below each other; returns the height of the next one."""
        self.canvas.setFont(font, size)
        for line in lines:
            self.canvas.drawString(x, y, line)
            y -= pitch
        return y

    def turn(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()


def read(data: bytes) -> ReadResult:
    return read_file(SourceFile(Path("a.pdf"), "a.pdf"), data)


def document(data: bytes) -> Document:
    reading = read(data)
    assert reading.errors == ()
    return reading.documents[0]


def shown(found: Document) -> list[tuple[str, str]]:
    return [(paragraph.kind, found.text[paragraph.start : paragraph.end]) for paragraph in found.blocks]


PROSE = (
    "Inspectors found that the services for children had improved a good deal since",
    "the last time they came, and that the people who work there know what it is",
    "that they still have to do.",
)
SECOND = (
    "Leaders read the report with care. They told the council that they accept what",
    "it says, and that a plan will follow.",
)
