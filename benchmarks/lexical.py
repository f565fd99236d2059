"""bm25s (memory-mapped) beside tantivy for the postings: time to index, size, question time, and what they find.

    .venv/bin/pip install tantivy
    python -m benchmarks.lexical ../shared/data/ofsted

The folder holds corpus.jsonl, queries.jsonl and spans.jsonl. Both index the same passages of the text alone;
tantivy is given our stems as whitespace-separated words, so only the engines differ. They answer each question in
turns.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from corpus.files import SourceFile
from corpus.language.words import stems
from corpus.reading import read_file
from corpus.splitting import PassageSize, split
from eval.results import Results
from index.encoder import HashingEncoder
from index.lexical import BM25Index, write_postings


def main() -> None:
    """Run the measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    corpus = given.folder / "corpus.jsonl"
    documents = read_file(SourceFile(corpus, corpus.name), corpus.read_bytes()).documents
    passages = [
        passage for document in documents for passage in split(document, HashingEncoder().count_tokens, PassageSize())
    ]
    questions = [question for question in _lines(given.folder / "queries.jsonl") if question["answerable"]]
    gold = defaultdict(list)
    for span in _lines(given.folder / "spans.jsonl"):
        gold[span["query_id"]].append((span["doc_id"], span["start"], span["end"]))
    with tempfile.TemporaryDirectory() as name:
        engines = [_bm25s(Path(name), passages), _tantivy(Path(name), passages)]
        for question in questions:
            asked = stems(question["text"])
            for engine in engines:
                started = time.perf_counter()
                rows = engine.search(asked)
                engine.seconds.append(time.perf_counter() - started)
                engine.first += bool(rows) and _hits(passages[rows[0]], gold[question["id"]])
        table = _table(engines, len(questions))
    results = Results(Console(width=120))
    results.line(f"{len(passages)} passages, {len(questions)} questions with an answer")
    results.table(table)
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.lexical", *sys.argv[1:]])


@dataclass(slots=True)
class _Engine:
    """An index of the passages, how long it took to make, and what came of asking it."""

    name: str
    folder: Path
    build_seconds: float
    search: Callable[[list[str]], list[int]]
    seconds: list[float] = field(default_factory=list)
    first: int = 0


def _bm25s(work: Path, passages: Sequence[Any]) -> _Engine:
    started = time.perf_counter()
    write_postings(work / "bm25s", (passage.text for passage in passages))
    took = time.perf_counter() - started
    postings = BM25Index(work / "bm25s")

    def search(asked: list[str]) -> list[int]:
        scores = postings.scores(asked)
        best = np.argpartition(-scores, 100)[:100]
        return [int(row) for row in best[np.argsort(-scores[best], kind="stable")]]

    return _Engine("bm25s", work / "bm25s", took, search)


def _tantivy(work: Path, passages: Sequence[Any]) -> _Engine:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name="whitespace")
    builder.add_unsigned_field("row", stored=True)
    (work / "tantivy").mkdir()
    index = tantivy.Index(builder.build(), path=str(work / "tantivy"))
    started = time.perf_counter()
    writer = index.writer(num_threads=1)
    for row, passage in enumerate(passages):
        writer.add_document(tantivy.Document(text=" ".join(stems(passage.text)), row=row))
    writer.commit()
    writer.wait_merging_threads()
    took = time.perf_counter() - started
    index.reload()
    searcher = index.searcher()

    def search(asked: list[str]) -> list[int]:
        query: Any = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "text", stem)) for stem in asked]
        )
        return [int(searcher.doc(address)["row"][0]) for _, address in searcher.search(query, 100).hits]

    return _Engine("tantivy", work / "tantivy", took, search)


def _table(engines: Sequence[_Engine], questions: int) -> Table:
    table = Table("engine")
    for heading in ("index s", "MB", "p50 ms", "p95 ms", "hit@1"):
        table.add_column(heading, justify="right")
    for engine in engines:
        size = sum(path.stat().st_size for path in engine.folder.rglob("*") if path.is_file()) / 1e6
        milliseconds = [1000 * seconds for seconds in engine.seconds]
        table.add_row(
            engine.name,
            f"{engine.build_seconds:.1f}",
            f"{size:.1f}",
            f"{statistics.median(milliseconds):.2f}",
            f"{statistics.quantiles(milliseconds, n=20)[-1]:.2f}",
            f"{engine.first / questions:.3f}",
        )
    return table


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _hits(passage: Any, spans: list[tuple[str, int, int]]) -> bool:
    overlaps = (
        (min(passage.end, end) - max(passage.start, start), min(passage.end - passage.start, end - start))
        for document, start, end in spans
        if document == passage.document_id
    )
    return any(overlap > 0 and 2 * overlap >= shorter for overlap, shorter in overlaps)


if __name__ == "__main__":
    main()
