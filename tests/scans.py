"""Scans to recognise words in, and programs that stand where Tesseract would."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.scanned import picture_pdf, scanned_pages
from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file
from tests.drawn_pdf import Pages

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed (Debian, Ubuntu: apt install tesseract-ocr)."
)

LETTER = (
    "Dear Mrs Thornbury,",
    "Thank you for your letter about the footbridge at Mill Lane. The council closed it",
    "because two of its beams have rotted, and a new bridge will be open on 14 October 2024.",
    "Until then, please walk round by Church Street.",
)

FOUND = (
    'cat >/dev/null; echo "<html><p><span title=\\"x_size 40\\">'
    '<span title=\\"bbox 300 900 600 940; x_wconf 90\\">The</span>'
    '<span title=\\"bbox 610 900 900 940; x_wconf 70\\">bridge</span>'
    '<span title=\\"bbox 910 900 1200 940; x_wconf 80\\">closed.</span></span></p></html>"'
)
"""What prints the words "The bridge closed." as Tesseract would, with a mean certainty of 0.8."""


def page(lines: Sequence[str] = LETTER, heading: str = "Footbridge at Mill Lane") -> bytes:
    """A PDF of one page that has its words as text."""
    pages = Pages()
    y = pages.write(heading, size=20, pitch=36)
    pages.write(*lines, y=y, pitch=16)
    return pages.data()


def scan(*, dots_per_inch: int = 200, turned: float = 0.0, noise: float = 0.0) -> list[Image.Image]:
    """That page as a scanner sees it."""
    return scanned_pages(page(), dots_per_inch, turned=turned, noise=noise)


def scanned_letter() -> bytes:
    """A PDF of one page that is nothing but a picture."""
    return picture_pdf(scan(), 200)


def read(name: str, data: bytes) -> ReadResult:
    return read_file(SourceFile(Path(name), name), data)


def document(name: str, data: bytes) -> Document:
    reading = read(name, data)
    assert reading.errors == (), reading.errors
    return reading.documents[0]


def without_tesseract(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this test run where no Tesseract is installed."""
    (folder / "empty").mkdir()
    monkeypatch.setenv("PATH", str(folder / "empty"))


def instead_of_tesseract(
    folder: Path, monkeypatch: pytest.MonkeyPatch, does: str, languages: Sequence[str] = ("eng", "osd")
) -> None:
    """Put a program in Tesseract's place that has some languages, and does something to a picture."""
    program = folder / "programs" / "tesseract"
    program.parent.mkdir()
    listed = "\\n".join(languages)
    program.write_text(
        "#!/bin/sh\n"
        'case "$1" in\n'
        '--version) echo "tesseract 5.0.1";;\n'
        f'--list-langs) printf "List of available languages (2):\\n{listed}\\n";;\n'
        f"*) {does};;\n"
        "esac\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
