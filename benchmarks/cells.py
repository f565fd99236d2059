"""How often a cell, a label's value or a term's meaning that is asked for is given: 74 questions, a third near misses.

    python -m benchmarks.cells --work /tmp/cells

The documents of `cells.toml` are made for this and written to files of their formats. The outcome of a question is one
of `OUTCOMES`.
"""

from __future__ import annotations

import argparse
import csv
import html
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Final

import docx
import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from rich.console import Console
from rich.table import Table as PrintedTable

from eval.results import Results
from index.build import build
from index.snapshot import open_snapshot
from qa.answer import Answer
from qa.pipeline import load_assistant
from qa.request import AskRequest
from qa.settings import read_settings

TODAY: Final = date(2026, 11, 28)
MISS: Final = "miss"
RIGHT, WRONG, REFUSED, RIGHTLY_REFUSED = OUTCOMES = ("right", "wrong", "refused", "rightly refused")
_LEFT, _ABOVE = "<", "^"
Written = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the words that answer it.

    Attributes:
        question: as people ask it.
        form: how its document is made.
        kind: what answers it: a cell, a whole column, the value of a label, a definition; or nothing.
        answer: words that all stand in a right answer; none where nothing answers.
        never: words that stand in no right answer.
    """

    question: str
    form: str
    kind: str
    answer: tuple[str, ...]
    never: tuple[str, ...]


def read_cells(path: Path) -> tuple[list[Written], list[Asked]]:
    """The documents that are made for this, and what is asked of them."""
    documents = tomllib.loads(path.read_text(encoding="utf-8"))["documents"]
    asked = [
        Asked(each["ask"], document["form"], each["kind"], tuple(each.get("answer", ())), tuple(each.get("never", ())))
        for document in documents
        for each in document["questions"]
    ]
    return documents, asked


def write_documents(documents: Sequence[Written], folder: Path) -> None:
    """Write documents to files of the formats that their names tell."""
    folder.mkdir(parents=True, exist_ok=True)
    for document in documents:
        path = folder / document["name"]
        _WRITERS[path.suffix](document, path)


def _write_csv(document: Written, path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(document["rows"])


def _write_sheet(document: Written, path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = document["title"][:31]
    for row in document["rows"]:
        sheet.append(row)
    book.save(path)


def _write_word(document: Written, path: Path) -> None:
    word = docx.Document()
    word.add_heading(document["title"], 1)
    rows = document["rows"]
    table = word.add_table(len(rows), len(rows[0]))
    for place, row in enumerate(rows):
        for column, said in enumerate(row):
            cell = table.cell(place, column)
            if said == _LEFT:
                table.cell(place, column - 1).merge(cell)
            elif said == _ABOVE:
                table.cell(place - 1, column).merge(cell)
            else:
                cell.text = said
    word.save(str(path))


def _write_page(document: Written, path: Path) -> None:
    pieces = [f"<h1>{html.escape(document['title'])}</h1>"]
    pieces += [f"<p>{html.escape(line)}</p>" for line in (*document.get("before", ()), *document.get("lines", ()))]
    rows = document.get("rows", ())
    made = "".join(f"<tr>{''.join(_page_cells(rows, place))}</tr>" for place in range(len(rows)))
    pieces += [f"<table>{made}</table>"] if rows else []
    path.write_text(f"<!doctype html><html><body>{''.join(pieces)}</body></html>", encoding="utf-8")


def _page_cells(rows: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    """The cells of a row as markup, with those that reach down over others."""
    tag = "td" if place else "th"
    for column, said in enumerate(rows[place]):
        if said != _ABOVE:
            below = [row[column] == _ABOVE for row in rows[place + 1 :]]
            reach = 1 + (below.index(False) if False in below else len(below))
            yield f'<{tag} rowspan="{reach}">{html.escape(said)}</{tag}>'


def _write_pdf(document: Written, path: Path) -> None:
    styles = getSampleStyleSheet()
    rows, after = document["rows"], document.get("page_after")
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    flow: list[Flowable] = [Paragraph(document["title"], styles["Heading1"])]
    if after:
        flow.append(Spacer(1, A4[1] - 240 - 18 * after))
    flow.append(Table(rows, repeatRows=1, style=grid))
    SimpleDocTemplate(str(path), pagesize=A4, invariant=True).build(flow)


def _write_marked(document: Written, path: Path) -> None:
    lines = [f"- {line}" if "lead" in document else line for line in document.get("lines", ())]
    paragraphs = [*document.get("paragraphs", ()), *([document["lead"]] if "lead" in document else [])]
    between = "\n" if "lead" in document else "\n\n"
    text = "\n\n".join(filter(None, (f"# {document['title']}", *paragraphs, between.join(lines))))
    path.write_text(f"{text}\n", encoding="utf-8")


_WRITERS: Final = {
    ".csv": _write_csv,
    ".xlsx": _write_sheet,
    ".docx": _write_word,
    ".html": _write_page,
    ".pdf": _write_pdf,
    ".md": _write_marked,
}


def outcome(answer: Answer, asked: Asked) -> str:
    """What came of a question: one of `OUTCOMES`."""
    if answer.answer is None:
        return REFUSED if asked.answer else RIGHTLY_REFUSED
    given = [answer.answer.quote, *(part.quote or "" for part in answer.answer.parts)]
    said = " ".join(" ".join(given).split()).casefold()
    is_right = bool(asked.answer) and all(words.casefold() in said for words in asked.answer)
    return RIGHT if is_right and not any(words.casefold() in said for words in asked.never) else WRONG


def main() -> None:
    """Run the measurement and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the index is kept")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    documents, asked = read_cells(Path(__file__).with_suffix(".toml"))
    results = Results(Console(width=160))
    assistant = replace(load_assistant(read_settings()), reranking_budget_ms=600_000)
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        write_documents(documents, work / "documents")
        build([work / "documents"], work / "index", assistant.encoder)
        snapshot = open_snapshot(work / "index", assistant.encoder)
        came = []
        for each in asked:
            answer = assistant.ask(snapshot, AskRequest(each.question, today=TODAY))
            came.append((each, outcome(answer, each)))
            if came[-1][1] in (WRONG, REFUSED):
                said = answer.answer.quote if answer.answer else answer.reason
                results.line(f"{came[-1][1]} ({answer.confidence:.2f}): {each.question} ({each.form}): {said}")
        snapshot.close()
    results.table(_table("form", [(each.form, what) for each, what in came]))
    results.table(_table("what answers", [(each.kind, what) for each, what in came]))
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.cells", *sys.argv[1:]])


def _table(heading: str, came: Sequence[tuple[str, str]]) -> PrintedTable:
    """How many questions of each group came to what."""
    table = PrintedTable(title="cells, labels and definitions that are asked for", title_justify="left")
    table.add_column(heading)
    for name in ("questions", *OUTCOMES):
        table.add_column(name, justify="right")
    rows = [(group, Counter(what for own, what in came if own == group)) for group in dict.fromkeys(g for g, _ in came)]
    for group, counts in chain(rows, [("all", Counter(what for _, what in came))]):
        table.add_row(group, str(counts.total()), *(str(counts[name]) for name in OUTCOMES))
    return table


if __name__ == "__main__":
    main()
