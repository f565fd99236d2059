"""How well words on scanned pages are recognised, and how long a page takes.

    python -m benchmarks.recognition corpus/samples/reports/inspection-history-2012-2025.pdf

The pages of a PDF that has text are scanned in several ways, the PDF of pictures is read as a build reads it, and its
words are compared with those of the PDF in their order: a word counts as right when it stands, letter for letter, where
the other has it. Where lines are broken or cells of a table are read in
another order, words stand elsewhere and count as wrong.
"""

from __future__ import annotations

import argparse
import difflib
import resource
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.scanned import picture_pdf, scanned_pages
from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import read_file
from corpus.recognition.recogniser import recogniser_in_use
from corpus.recognition.tesseract import find_tesseract
from eval.results import Results

SCANS = (
    (300, 0.0, 0.0),
    (300, 0.7, 12.0),
    (300, -1.5, 25.0),
    (300, 90.0, 0.0),
    (300, 180.0, 0.0),
    (150, 0.0, 0.0),
    (150, 0.7, 12.0),
    (150, -1.5, 25.0),
    (100, 0.0, 0.0),
)
"""Dots per inch, degrees turned, and noise."""


def main() -> None:
    """Scan, read, compare, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdfs", nargs="+", type=Path, metavar="PDF")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    if missing := recogniser_in_use().missing:
        sys.exit(missing)
    tesseract = find_tesseract()
    results = Results(Console(width=140))
    results.line(f"Tesseract {tesseract.version if tesseract else ''}, {recogniser_in_use().languages}")
    for path in arguments.pdfs:
        results.line(path.name)
        results.table(measured(path.read_bytes()))
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.recognition", *sys.argv[1:]])


def measured(pdf: bytes) -> Table:
    """A row for each way of scanning the pages of a PDF."""
    table = Table(box=None, pad_edge=False)
    for heading in (
        "Dots per inch",
        "Turned",
        "Noise",
        "Words",
        "Right",
        "Added",
        "Certainty",
        "Processor seconds a page",
    ):
        table.add_column(heading, justify="right")
    words = read(pdf).text.split()
    for dots_per_inch, turned, noise in SCANS:
        scan = picture_pdf(scanned_pages(pdf, dots_per_inch, turned=turned, noise=noise), dots_per_inch)
        started = _processor_seconds()
        found = read(scan)
        seconds = _processor_seconds() - started
        recognised = found.text.split()
        right = sum(
            block.size
            for block in difflib.SequenceMatcher(None, words, recognised, autojunk=False).get_matching_blocks()
        )
        certainty = sum(sure for _, sure in found.recognised) / len(found.recognised)
        table.add_row(
            str(dots_per_inch),
            f"{turned:g}°",
            f"{noise:g}",
            str(len(words)),
            f"{right / len(words):.1%}",
            str(len(recognised) - right),
            f"{certainty:.1%}",
            f"{seconds / len(found.pages):.1f}",
        )
    return table


def _processor_seconds() -> float:
    """How long Tesseract has used a processor so far, whatever else the machine did meanwhile."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def read(pdf: bytes) -> Document:
    """The document of a PDF."""
    outcome = read_file(SourceFile(Path("a.pdf"), "a.pdf"), pdf)
    if not outcome.documents:
        sys.exit(outcome.errors[0].reason)
    return outcome.documents[0]


if __name__ == "__main__":
    main()
