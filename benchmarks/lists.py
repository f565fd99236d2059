"""How often a list that is asked for is given whole, and never more than it: 203 questions, each with all its items.

    python -m benchmarks.lists --data ../shared/data --work /tmp/lists

The documents of `lists.toml` are made for this, in each form of a list; of those of the sets in DATA it names the first
words of each item. Without --data only the made ones are asked about. Indexes are kept in --work, so that they
need not be built again. The outcome of a question is one of `OUTCOMES`.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Final

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from rich.console import Console
from rich.table import Table

from corpus.document import Document
from corpus.language.kinds import Span
from eval.results import Results
from index.build import build
from index.snapshot import Snapshot, open_snapshot
from qa.answer import Answer
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import read_settings

TODAY: Final = date(2026, 11, 27)
MADE, REAL = "made", "of a set"
OUTCOMES: Final = ("whole", "part, and said so", "part, looks whole", "more than the list", "refused", "wrong")
HELD: Final = 0.8
"""An item is given where so much of it is, and nothing is where less than this of it is of an item."""
MARKER_CHARS: Final = 6
"""So much before an item may be its number or sign."""
LEAD_CHARS: Final = 300
"""So much before the first item may be what leads into the list."""
END_CHARS: Final = 60
"""So much may follow the last item in its sentence."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A question with the list that answers it.

    Attributes:
        question: as people ask it.
        form: how the list is made.
        place: the set, and the document in it.
        items: the words of each, or its first and its last ones with " … " between.
    """

    question: str
    form: str
    place: tuple[str, str]
    items: tuple[str, ...]


def read_lists(path: Path) -> tuple[list[dict[str, Any]], list[Listed]]:
    """The documents that are made for this, and all the questions."""
    documents = tomllib.loads(path.read_text(encoding="utf-8"))["documents"]
    asked = [
        Listed(
            each["question"],
            each.get("form", document.get("set", "")),
            (document.get("set", MADE), document["name"]),
            tuple(each["items"]),
        )
        for document in documents
        for each in document["questions"]
    ]
    return [document for document in documents if "text" in document], asked


def write_documents(documents: Sequence[dict[str, Any]], folder: Path) -> None:
    """Write documents to files, those in several pages as PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    for document in documents:
        path, text = folder / document["name"], document["text"].strip() + "\n"
        if path.suffix == ".pdf":
            draw_pages(text.split("\\f\n"), document.get("header", ""), path)
        else:
            path.write_text(text, encoding="utf-8")


def draw_pages(pages: Sequence[str], header: str, path: Path) -> None:
    """Draw the lines of pages to a PDF, each page with a header, if there is one, and its number.

    A line by itself in its paragraph and without a stop is a heading.
    """
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for number, page in enumerate(pages, 1):
        if header:
            canvas.setFont("Helvetica", 9)
            canvas.drawString(72, 800, header)
        height = 760.0
        for paragraph in page.strip("\n").split("\n\n"):
            lines = paragraph.split("\n")
            is_heading = len(lines) == 1 and lines[0][-1] not in ".:;" and lines[0][0].isupper()
            canvas.setFont("Helvetica-Bold" if is_heading else "Helvetica", 14 if is_heading else 11)
            for line in lines:
                canvas.drawString(
                    90 if re.match(r"[•\w][.)]?\s", line) and not is_heading and len(lines) > 1 else 72, height, line
                )
                height -= 15
            height -= 9
        canvas.setFont("Helvetica", 9)
        canvas.drawString(290, 40, str(number))
        canvas.showPage()
    canvas.save()


def place_items(document: Document, items: Sequence[str]) -> list[Span]:
    """Where the items of a list stand in their document, one after the other, nearest to each other.

    Raises:
        ValueError: one does not stand there.
    """
    heads = [re.compile(_pattern(item.partition("…")[0])) for item in items]
    runs: list[list[re.Match[str]]] = []
    for first in heads[0].finditer(document.text):
        run = [first]
        for head in heads[1:]:
            if after := head.search(document.text, run[-1].end()):
                run.append(after)
        if len(run) == len(items):
            runs.append(run)
    if not runs:
        raise ValueError(f"{document.id} does not hold the list {items[0]!r}, …")
    nearest = min(runs, key=lambda run: run[-1].start() - run[0].start())
    return _with_ends(document, nearest, items)


def _with_ends(document: Document, heads: Sequence[re.Match[str]], items: Sequence[str]) -> list[Span]:
    """Items by where their first words stand: to their last words, or where these are not told to the next item."""
    spans = []
    starts = [head.start() for head in heads]
    for head, item, after in zip(heads, items, [*starts[1:], len(document.text)], strict=True):
        tail, end = item.partition("…")[2], head.end()
        if "…" in item:
            found = re.compile(_pattern(tail)).search(document.text, end) if tail else None
            place = document.block_at(head.start())
            assert place is not None, "an item stands in a block"
            end = found.end() if found else min(document.blocks[place].end, after)
        spans.append((head.start(), end))
    return spans


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def outcome(answer: Answer, place: str, items: Sequence[Span]) -> str:
    """What came of a question: one of `OUTCOMES`.

    Args:
        answer: to it.
        place: the id of the document with the list.
        items: where all the items stand.
    """
    quote = answer.answer
    if quote is None:
        return "refused"
    parts = [part for part in quote.parts if part.start is not None and part.end is not None]
    shown = [(part.document_id, part.start or 0, part.end or 0) for part in parts] or [
        (quote.document_id, quote.start, quote.end)
    ]
    spans = [(start, end) for document_id, start, end in shown if document_id == place]
    marked = [(start - MARKER_CHARS, end) for start, end in items]
    given = [item for item in items if any(_share(item, span) >= HELD for span in spans)]
    beyond = (
        any(max(_share(span, item) for item in marked) < HELD for span in spans) or len(spans) < len(shown)
        if parts
        else spans and (spans[0][0] < items[0][0] - LEAD_CHARS or spans[0][1] > items[-1][1] + END_CHARS)
    )
    if not given:
        return "wrong"
    if beyond:
        return "more than the list"
    if len(given) == len(items):
        return "whole"
    return "part, and said so" if quote.completeness == "part" else "part, looks whole"


def _share(span: Span, within: Span) -> float:
    """The share of a span that lies within another."""
    return max(0, min(span[1], within[1]) - max(span[0], within[0])) / (span[1] - span[0])


def main() -> None:
    """Run the measurement and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, metavar="DATA", help="the folder with the sets")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where indexes are kept")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    made, asked = read_lists(Path(__file__).with_suffix(".toml"))
    asked = [each for each in asked if each.place[0] == MADE or arguments.data]
    results = Results(Console(width=160))
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        write_documents(made, work / "made")
        outcomes = list(_outcomes(asked, arguments.data, work))
    for each, came in outcomes:
        if came != "whole":
            results.line(f"{came}: {each.question} ({each.form})")
    results.table(_table(outcomes))
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.lists", *sys.argv[1:]])


def _outcomes(asked: Sequence[Listed], data: Path | None, work: Path) -> Iterator[tuple[Listed, str]]:
    """Each question with what came of it, those of one set after each other."""
    assistant = replace(load_assistant(read_settings()), reranking_budget_ms=600_000)
    for name in dict.fromkeys(each.place[0] for each in asked):
        source = work / "made" if name == MADE or data is None else data / name
        corpus = source / "corpus.jsonl"
        snapshot = _opened(corpus if corpus.is_file() else source, work / "indexes" / name.replace("/", "-"), assistant)
        for each in (each for each in asked if each.place[0] == name):
            document = snapshot.document(each.place[1])
            if document is None:
                raise ValueError(f"{name} has no document {each.place[1]!r}")
            answer = assistant.ask(snapshot, AskRequest(each.question, today=TODAY))
            yield each, outcome(answer, document.id, place_items(document, each.items))
        snapshot.close()


def _opened(source: Path, folder: Path, assistant: Assistant) -> Snapshot:
    build([source], folder, assistant.encoder)
    return open_snapshot(folder, assistant.encoder)


def _table(outcomes: Sequence[tuple[Listed, str]]) -> Table:
    """How many questions of each form came to what."""
    table = Table(title="lists that are asked for", title_justify="left")
    table.add_column("form")
    for name in ("questions", *OUTCOMES, "share whole"):
        table.add_column(name, justify="right")
    forms = list(dict.fromkeys(each.form for each, _ in outcomes))
    rows = [(form, Counter(came for each, came in outcomes if each.form == form)) for form in forms]
    for form, counts in chain(rows, [("all", Counter(came for _, came in outcomes))]):
        share = f"{counts['whole'] / counts.total():.2f}"
        table.add_row(form, str(counts.total()), *(str(counts[name]) for name in OUTCOMES), share)
    return table


if __name__ == "__main__":
    main()
