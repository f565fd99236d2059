"""The graded documents of a set, as TREC and BEIR have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from eval.datasets.checking import SetReader


def read_qrels(
    files: SetReader, folder: Path, name: str, queries: Iterable[str], texts: Mapping[str, str]
) -> dict[str, dict[str, tuple[str, int]]]:
    """Where each relevant document of each question is graded, and its grade.

    A first line without a number is a header.
    """
    known = set(queries)
    grades: dict[str, dict[str, tuple[str, int]]] = {}
    for line_number, line in enumerate(files.text(folder / name, name).split("\n"), start=1):
        columns = line.rstrip("\r").split("\t")
        if not line.strip() or (line_number == 1 and len(columns) == 3 and not _is_whole(columns[2])):
            continue
        where = f"{name}:{line_number}"
        if len(columns) != 3 or not _is_whole(columns[2]):
            files.fault(where, "it is not a question id, a document id and a whole number, with tabs between them.")
            continue
        query, document, grade = columns
        if query not in known:
            files.fault(where, f"queries.jsonl has no question {query!r}.")
        elif document not in texts:
            files.fault(where, f"corpus.jsonl has no document {document!r}.")
        elif int(grade) > 0:
            grades.setdefault(query, {})[document] = (where, int(grade))
    return grades


def grades_of(graded: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    """The grades without where they stand."""
    return {document: grade for document, (_, grade) in graded.items()}


def _is_whole(text: str) -> bool:
    return text.strip().lstrip("-").isdecimal()
