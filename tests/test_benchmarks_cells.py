"""The made tables and what is asked of them: each answer stands in its file as it is read, and outcomes are told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.cells import MISS, Asked, outcome, read_cells, write_documents
from corpus.document import Document
from corpus.reading import read_parts

TABLES = Path(__file__).parents[1] / "benchmarks" / "cells.toml"


def test_every_answer_stands_in_its_file_as_it_is_read(tmp_path: Path) -> None:
    documents, asked = read_cells(TABLES)
    write_documents(documents, tmp_path)
    assert len(documents) >= 12 and len({Path(document["name"]).suffix for document in documents}) == 6
    for document in documents:
        [read] = read_parts(document["name"], (tmp_path / document["name"]).read_bytes())
        assert isinstance(read, Document), document["name"]
        said = " ".join(read.text.split()).casefold()
        for each in document["questions"]:
            for words in (*each.get("answer", ()), *each.get("never", ())):
                assert words.casefold() in said, (document["name"], words)
    kinds = Counter(each.kind for each in asked)
    assert len(asked) >= 60 and 3 * kinds[MISS] >= len(asked)
    assert all(bool(each.answer) is (each.kind != MISS) for each in asked)


@dataclass(frozen=True)
class Part:
    quote: str | None


@dataclass(frozen=True)
class Quote:
    quote: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Given:
    answer: Quote | None


@pytest.mark.parametrize(
    ("given", "answer", "never", "expected"),
    [
        (None, ("£4",), (), "refused"),
        (None, (), (), "rightly refused"),
        (Quote("£4"), (), (), "wrong"),
        (Quote("It is £4\na day"), ("£4 a",), (), "right"),
        (Quote("£4 or £5"), ("£4",), ("£5",), "wrong"),
        (Quote("Alder", (Part("Birch"), Part(None))), ("alder", "birch"), (), "right"),
        (Quote("Alder"), ("alder", "birch"), (), "wrong"),
    ],
)
def test_what_came_of_a_question(
    given: Quote | None, answer: tuple[str, ...], never: tuple[str, ...], expected: str
) -> None:
    asked = Asked("Which?", "sheet", "cell", answer, never)
    assert outcome(Given(given), asked) == expected  # type: ignore[arg-type]  # of an answer only the words count
