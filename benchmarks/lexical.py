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
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from corpus.files import SourceFile
from corpus.language.words import stems
from corpus.reading import read_file
from corpus.splitting import PassageSize, split
from index.encoder import HashingEncoder
from index.lexical import BM25Index, write_postings


def main() -> None:
    """Run the measurement and print its table."""
    import tantivy

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    corpus = folder / "corpus.jsonl"
    documents = read_file(SourceFile(corpus, corpus.name), corpus.read_bytes()).documents
    passages = [
        passage for document in documents for passage in split(document, HashingEncoder().count_tokens, PassageSize())
    ]
    questions = [json.loads(line) for line in (folder / "queries.jsonl").open(encoding="utf-8")]
    gold = defaultdict(list)
    for line in (folder / "spans.jsonl").open(encoding="utf-8"):
        span = json.loads(line)
        gold[span["query_id"]].append((span["doc_id"], span["start"], span["end"]))

    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        started = time.perf_counter()
        write_postings(work / "bm25s", (passage.text for passage in passages))
        bm25s_build = time.perf_counter() - started
        postings = BM25Index(work / "bm25s")

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
        tantivy_build = time.perf_counter() - started
        index.reload()
        searcher = index.searcher()

        def by_bm25s(asked: list[str]) -> list[int]:
            scores = postings.scores(asked)
            best = np.argpartition(-scores, 100)[:100]
            return [int(row) for row in best[np.argsort(-scores[best], kind="stable")]]

        def by_tantivy(asked: list[str]) -> list[int]:
            query: Any = tantivy.Query.boolean_query(
                [(tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "text", stem)) for stem in asked]
            )
            return [int(searcher.doc(address)["row"][0]) for _, address in searcher.search(query, 100).hits]

        print(f"{len(passages)} passages, {len(questions)} questions")
        times: dict[str, list[float]] = {"bm25s": [], "tantivy": []}
        first = {"bm25s": 0, "tantivy": 0}
        answerable = [question for question in questions if question["answerable"]]
        for question in answerable:
            asked = stems(question["text"])
            for engine, search in (("bm25s", by_bm25s), ("tantivy", by_tantivy)):
                started = time.perf_counter()
                rows = search(asked)
                times[engine].append(time.perf_counter() - started)
                first[engine] += bool(rows) and _hits(passages[rows[0]], gold[question["id"]])
        print("engine     index s     MB   p50 ms   p95 ms   hit@1")
        for engine, build in (("bm25s", bm25s_build), ("tantivy", tantivy_build)):
            size = sum(path.stat().st_size for path in (work / engine).rglob("*") if path.is_file()) / 1e6
            milliseconds = [1000 * seconds for seconds in times[engine]]
            tail = statistics.quantiles(milliseconds, n=20)[-1]
            middle = statistics.median(milliseconds)
            hits = first[engine] / len(answerable)
            print(f"{engine:9}{build:9.1f}{size:7.1f}{middle:9.2f}{tail:9.2f}{hits:8.3f}")


def _hits(passage: Any, spans: list[tuple[str, int, int]]) -> bool:
    overlaps = (
        (min(passage.end, end) - max(passage.start, start), min(passage.end - passage.start, end - start))
        for document, start, end in spans
        if document == passage.document_id
    )
    return any(overlap > 0 and 2 * overlap >= shorter for overlap, shorter in overlaps)


if __name__ == "__main__":
    main()
