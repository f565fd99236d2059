"""A permanent link shows the words it cites, or says that they have changed and shows both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from corpus.document import Document
from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import Snapshot, open_snapshot
from qa.address import check_of, permanent_link
from web.views.recalling import Recalled, recall, recall_checked

WORDS = "The pool is open from May to September."


def built(folder: Path, text: str) -> tuple[Snapshot, Document]:
    folder.mkdir(exist_ok=True)
    (folder / "pool.txt").write_text(text, encoding="utf-8")
    build([folder], folder.parent / "index", HashingEncoder())
    snapshot = open_snapshot(folder.parent / "index")
    document = snapshot.document("pool.txt")
    assert document
    return snapshot, document


def followed(snapshot: Snapshot, document: Document, link: str) -> Recalled:
    given = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    return recall(snapshot, document, (int(given["start"]), int(given["end"])), given["words"], given["file"])


@pytest.fixture
def link(tmp_path: Path) -> Iterator[str]:
    snapshot, document = built(tmp_path / "papers", f"Pool\n\n{WORDS} It is warm.")
    start = document.text.index(WORDS)
    made = permanent_link(document.id, start, start + len(WORDS), WORDS, document.sha256)
    assert followed(snapshot, document, made) == Recalled((start, start + len(WORDS)))
    elsewhere = replace(document, text="A" + document.text, blocks=())
    assert followed(snapshot, elsewhere, made).sentence.startswith("The file is the same")
    yield made
    snapshot.close()


def test_words_that_have_moved_are_found_where_they_are(tmp_path: Path, link: str) -> None:
    snapshot, document = built(tmp_path / "papers", f"Pool\n\nA new foreword.\n\n{WORDS}")
    told = followed(snapshot, document, link)
    assert told.span and document.text[slice(*told.span)] == WORDS
    assert told.sentence == "This document has changed since these words were cited. They stand here now."
    snapshot.close()


def test_words_that_have_changed_are_shown_beside_what_stands_there_now(tmp_path: Path, link: str) -> None:
    snapshot, document = built(tmp_path / "papers", "Pool\n\nA foreword.\n\nThe pool is open from June to September.")
    told = followed(snapshot, document, link)
    assert told.span and document.text[slice(*told.span)] == "The pool is open from June to September."
    assert [(run.cited, run.written) for run in told.differences if not run.is_same] == [("May", "June")]
    assert told.words == WORDS and "has changed" in told.sentence
    snapshot.close()


def test_words_that_have_gone_are_shown_and_nothing_is_marked(tmp_path: Path, link: str) -> None:
    snapshot, document = built(tmp_path / "papers", "Another text on other matters, and short.")
    told = followed(snapshot, document, link)
    assert (told.span, told.words, told.differences) == (None, WORDS, ())
    assert "no longer stand in it" in told.sentence
    assert recall(snapshot, document, (0, 9), "Van | £70 a year", "").words == "Van; £70 a year"
    snapshot.close()


def test_a_row_that_has_changed_is_shown_cell_by_cell_with_the_names_of_its_columns(tmp_path: Path) -> None:
    table = "| Area | First | Second |\n|---|---|---|\n| Car | £52 | £96 |\n| Van | £75 | £140 |"
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "fees.md").write_text(f"# Fees\n\n{table}\n", encoding="utf-8")
    build([folder], tmp_path / "index", HashingEncoder())
    snapshot = open_snapshot(tmp_path / "index")
    document = snapshot.document("fees.md")
    assert document
    start = document.text.index("Van")
    (row,) = recall(snapshot, document, (start, start + 16), "Van | £70 | £140", "").compared
    assert (row.kind, row.columns) == ("table_row", ("Area", "First", "Second"))
    cells = [[(run.cited, run.written) for run in cell] for cell in row.lines[0]]
    assert cells == [[("Van", "Van")], [("£", "£"), ("70", "75")], [("£140", "£140")]]
    snapshot.close()


def test_a_short_link_marks_the_words_only_while_they_are_the_same(tmp_path: Path) -> None:
    _, document = built(tmp_path / "papers", f"Pool\n\n{WORDS}")
    start = document.text.index(WORDS)
    span = start, start + len(WORDS)
    assert recall_checked(document, span, check_of(WORDS)) == Recalled(span)
    for cited in ((start + 1, span[1]), (None, span[1]), (start, None), (span[1], start), (start, 10**9)):
        assert recall_checked(document, cited, check_of(WORDS)).span is None or cited == (start, 10**9)
    assert "are not found" in recall_checked(document, span, "00000000").sentence


def test_words_of_a_short_link_that_have_moved_are_found_where_they_are(tmp_path: Path) -> None:
    _, document = built(tmp_path / "papers", f"Pool\n\nA new foreword.\n\n{WORDS}")
    told = recall_checked(document, (0, len(WORDS)), check_of(WORDS))
    assert told.span and document.text[slice(*told.span)] == WORDS
    assert told.sentence == "This document has changed since these words were cited. They stand here now."
