"""A folder with queries.jsonl, spans.jsonl, qrels.tsv and corpus.jsonl."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from eval.datasets.checking import Line, SetReader
from eval.datasets.form import Form
from eval.datasets.qrels import grades_of, read_qrels
from eval.datasets.queries import CORPUS, QUERIES, Query
from eval.datasets.slices import other_fields, sliced
from eval.records import Dataset, Question, Span

SPANS: Final = "spans.jsonl"


class _GoldSpan(Line):
    query_id: str
    doc_id: str
    start: int
    end: int
    text: str


def _read(files: SetReader, folder: Path) -> Dataset:
    corpus = folder / CORPUS
    texts = files.corpus_lines(corpus)
    queries = files.unique(files.lines(folder / QUERIES, Query), lambda line: line.id)
    given: dict[str, int] = dict.fromkeys(queries, 0)
    spans: dict[str, list[Span]] = {identifier: [] for identifier in queries}
    for where, gold in files.lines(folder / SPANS, _GoldSpan):
        if gold.query_id not in queries:
            files.fault(where, f"{QUERIES} has no question {gold.query_id!r}.")
            continue
        given[gold.query_id] += 1
        spans[gold.query_id] += files.span(where, "the span", Span(gold.doc_id, gold.start, gold.end, gold.text), texts)
    grades = read_qrels(files, folder, "qrels.tsv", queries.keys(), texts)
    for identifier, documents in grades.items():
        _check_grades(files, queries[identifier][1], spans[identifier], documents)
    questions = [
        Question(
            id=identifier,
            text=files.asked(where, line.text),
            answerable=line.answerable,
            gold=files.gold(where, line.answerable, spans[identifier], given[identifier]),
            spans_needed=line.spans_needed,
            answers=line.answers,
            grades=grades_of(grades.get(identifier, {})),
        )
        for identifier, (where, line) in queries.items()
    ]
    fields = [other_fields(line) for _, line in queries.values()]
    return Dataset(folder.resolve().name, sliced(questions, fields), corpus, files.digest.hexdigest())


def _check_grades(
    files: SetReader, query: Query, spans: Sequence[Span], documents: Mapping[str, tuple[str, int]]
) -> None:
    """Check that a question's graded documents are those of its gold spans, where it has any."""
    held = {span.document_id for span in spans}
    for document, (where, _) in documents.items():
        claim = f"it grades {document!r} as relevant to {query.id!r}"
        if not query.answerable:
            files.fault(where, f"{claim}, which {QUERIES} says has no answer.")
        elif held and document not in held:
            files.fault(where, f"{claim}, but {SPANS} has no span of it there.")


def _sniff(path: Path) -> bool:
    return (path / SPANS).is_file()


FORM: Final = Form(
    name="folder",
    files="`corpus.jsonl`, `queries.jsonl`, `spans.jsonl`, `qrels.tsv`",
    described=f"a folder with {QUERIES} and {SPANS}",
    precedence=2,
    sniff=_sniff,
    read=_read,
)
