"""Draws the PDFs that tests of their reader and of the layout of pages read."""

from __future__ import annotations

import io
from collections.abc import Sequence
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

    def cells(
        self,
        table: Sequence[Sequence[str]],
        xs: Sequence[float],
        y: float = TOP,
        *,
        pitch: float = 20,
        size: float = 10,
    ) -> float:
        """Draw a table row by row; returns the height of the next row."""
        for row in table:
            for x, text in zip(xs, row, strict=True):
                self.write(text, x=x, y=y, size=size)
            y -= pitch
        return y

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Rule a table."""
        self.canvas.grid(list(xs), list(ys))

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


def rows(found: Document) -> list[list[str]]:
    """The cells of each table row, the rest of a cell from above as "^"."""
    return [
        [found.text[cell.start : cell.end] if cell.start >= block.start else "^" for cell in block.cells]
        for block in found.blocks
        if block.cells
    ]


def headers(found: Document) -> list[str]:
    """The table rows of which every cell with text names its column."""
    return [
        found.text[block.start : block.end]
        for block in found.blocks
        if block.cells and all(cell.names for cell in block.cells if cell.start < cell.end)
    ]


PROSE = (
    "Inspectors found that the services for children had improved a good deal since",
    "the last time they came, and that the people who work there know what it is",
    "that they still have to do.",
)
SECOND = (
    "Leaders read the report with care. They told the council that they accept what",
    "it says, and that a plan will follow.",
)
