"""How whole PDFs are read: words, their order and tables, against the text that another program took from them.

    python -m benchmarks.reading ../shared/data/ofsted
    python -m benchmarks.reading ../shared/data/ofsted --extractor pdfminer

The folder has the files in `pdf/` and, in corpus.jsonl, the text that pdftotext took from each. With `--extractor
pdfminer` pdfminer.six reads them instead; it takes minutes and is no part of the project: `pip install pdfminer.six`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import read_file
from eval.results import Results

_RUNNING_SHARE = 0.4  # of the pages on which a line is furniture
_RUNNING_PAGES_MIN = 3
_EDGE_LINES = 3  # of a page, at its top and its foot, that may be furniture
_WORD = re.compile(r"[^\W_]+")
_GRADES = {
    "outstanding",
    "good",
    "requires improvement",
    "requires improvement to be good",
    "inadequate",
    "not judged",
}


@dataclass(frozen=True, slots=True)
class _Compared:
    """One file against another program's text, in words.

    Attributes:
        words: how many the other text has.
        found: how many of them ours has.
        in_order: how many of these follow each other in ours as they do there.
        glued: words of ours that are two of the other text's run together.
        rows, right_rows: of the table of judgements on the first page, which pdftotext has cell by cell, and how many
            of these ours has so.
        rows_more: rows of ours that the other text does not have.
    """

    words: int
    found: int
    in_order: int
    glued: list[str]
    rows: int
    right_rows: int
    rows_more: int


def main() -> None:
    """Run the measurement and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--extractor", choices=("pdftotext", "pdfminer"), default="pdftotext")
    parser.add_argument("--limit", type=int, help="only so many files")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    files = sorted((arguments.dataset / "pdf").glob("*.pdf"))
    files = files[:: max(len(files) // arguments.limit, 1)][: arguments.limit] if arguments.limit else files
    texts = _stored_texts(arguments.dataset) if arguments.extractor == "pdftotext" else {}
    found: dict[str, _Compared] = {}
    seconds = pages = 0.0
    for path in track(files, "Reading", console=Console(stderr=True), transient=True):
        begun = time.process_time()
        document = _read(path)
        seconds += time.process_time() - begun
        pages += len(document.pages)
        other = texts[path.stem] if texts else _by_pdfminer(path)
        found[path.stem] = _compared(document, other, with_rows=bool(texts))
    results = Results(Console(width=160))
    results.table(_summary(arguments.extractor, found, pages, seconds))
    results.table(_worst(found))
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.reading", *sys.argv[1:]])


def _stored_texts(folder: Path) -> dict[str, str]:
    lines = (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row["text"] for row in map(json.loads, lines)}


def _by_pdfminer(path: Path) -> str:
    try:
        extract = importlib.import_module("pdfminer.high_level").extract_text
    except ImportError:
        sys.exit("pdfminer.six is not here. Install it with: pip install pdfminer.six")
    return str(extract(path))


def _read(path: Path) -> Document:
    return read_file(SourceFile(path, path.name), path.read_bytes()).documents[0]


def _compared(document: Document, other: str, *, with_rows: bool) -> _Compared:
    pages = other.rstrip("\f").split("\f")
    theirs = _words("\n".join(_without_furniture(pages)))
    ours = _words("\n".join(_body(document)))
    common = Counter(ours) & Counter(theirs)
    known = set(theirs)
    pairs = {one + two for one, two in pairwise(theirs)}
    rows, wanted = (_rows(document), list(_judgements(pages[0]))) if with_rows else ([], [])
    right = sum(any(label.endswith(row[0]) and grade == row[1] for row in rows) for label, grade in wanted)
    return _Compared(
        words=len(theirs),
        found=common.total(),
        in_order=_in_order(ours, theirs),
        glued=sorted({word for word in ours if word.isalpha() and word not in known and word in pairs}),
        rows=len(wanted),
        right_rows=right,
        rows_more=max(len(rows) - len(wanted), 0),
    )


def _body(document: Document) -> Iterator[str]:
    return (document.text[block.start : block.end] for block in document.blocks if block.kind != "furniture")


def _words(text: str) -> list[str]:
    """The words of a text, however lines break them and with or without their hyphens."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(re.sub(r"(?<=\w)[-‐‑\u00ad](?:\s*\n\s*)?(?=\w)|[-‐‑\u00ad](?=\s)", "", plain))


def _without_furniture(pages: Sequence[str]) -> Iterator[str]:
    """Pages without the lines at their edges that many of them have, but for numbers; bare numbers go too."""
    lines = [[line for line in page.split("\n") if line.strip()] for page in pages]
    seen = Counter(
        edge for page in lines for edge in {_plain(line) for line in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])}
    )
    needed = max(_RUNNING_PAGES_MIN, _RUNNING_SHARE * len(pages))
    for page in lines:
        edges = {*range(_EDGE_LINES), *range(len(page) - _EDGE_LINES, len(page))}
        yield "\n".join(
            line
            for index, line in enumerate(page)
            if index not in edges or (seen[_plain(line)] < needed and _plain(line) not in ("#", ""))
        )


def _plain(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.casefold().split()))


def _in_order(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """The length of the longest common subsequence, a bit of a long number for each word of one text."""
    places: dict[str, int] = {}
    for index, word in enumerate(ours):
        places[word] = places.get(word, 0) | 1 << index
    row = everything = (1 << len(ours)) - 1
    for word in theirs:
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & everything
    return len(ours) - row.bit_count()


def _rows(document: Document) -> list[tuple[str, str]]:
    """The rows of two cells on the first page of which the second is a grade."""
    rows = [
        tuple(_flat(document.text[cell.start : cell.end]) for cell in block.cells)
        for block in document.blocks
        if block.cells and document.page_at(block.start) == 1
    ]
    return [(row[0], row[1]) for row in rows if len(row) == 2 and row[1] in _GRADES]


def _judgements(page: str) -> Iterator[tuple[str, str]]:
    """The judgements with their grades that the other text has on its first page, one below the other."""
    parts = [_flat(part) for part in re.split(r"\n\s*\n", page)]
    yield from ((label, grade) for label, grade in pairwise(parts) if grade in _GRADES)


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _summary(extractor: str, found: dict[str, _Compared], pages: float, seconds: float) -> Table:
    words = sum(one.words for one in found.values())
    common = sum(one.found for one in found.values())
    table = Table(title=f"{len(found)} PDFs, {pages:.0f} pages, against {extractor}", title_justify="left")
    for column in ("word recall", "order", "glued words", "judgement rows right", "rows more", "pages a second"):
        table.add_column(column, justify="right")
    table.add_row(
        f"{common / words:.4f}",
        f"{sum(one.in_order for one in found.values()) / common:.4f}",
        str(sum(len(one.glued) for one in found.values())),
        f"{sum(one.right_rows for one in found.values())} of {sum(one.rows for one in found.values())}",
        str(sum(one.rows_more for one in found.values())),
        f"{pages / seconds:.0f}",
    )
    return table


def _worst(found: dict[str, _Compared]) -> Table:
    """The files that are farthest from the other text."""
    table = Table(title="The five with the lowest recall, and all with glued words or wrong rows", title_justify="left")
    for column in ("file", "recall", "order", "rows right", "rows more", "glued"):
        table.add_column(column, justify="left" if column in ("file", "glued") else "right")
    lowest = sorted(found, key=lambda name: found[name].found / max(found[name].words, 1))[:5]
    wrong = [name for name, one in found.items() if one.glued or one.right_rows < one.rows or one.rows_more]
    for name in dict.fromkeys((*lowest, *wrong)):
        one = found[name]
        table.add_row(
            name,
            f"{one.found / max(one.words, 1):.4f}",
            f"{one.in_order / max(one.found, 1):.4f}",
            f"{one.right_rows} of {one.rows}",
            str(one.rows_more),
            " ".join(one.glued),
        )
    return table


if __name__ == "__main__":
    main()
