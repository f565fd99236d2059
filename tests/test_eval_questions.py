from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from corpus.files import find_files
from corpus.reading import read_file
from eval.datasets import read_dataset

Row = dict[str, Any]

WORDS_IN_COMMON = 8
STYLES = {"short", "long", "misspelt", "keywords", "plain"}
TYPES = {"when", "who", "what", "how_many", "why", "yes_no", "multi_document", "none"}
KINDS = {"off_topic", "absent", "wrong_place", "wrong_year"}


@pytest.fixture(scope="module")
def folder(repo_root: Path) -> Path:
    return repo_root / "eval" / "questions"


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[Row]:
    return [json.loads(line) for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def texts(folder: Path) -> dict[str, str]:
    samples = folder / json.loads((folder / "dataset.json").read_text(encoding="utf-8"))["corpus"]
    readings = [read_file(file, file.path.read_bytes()) for file in find_files([samples]).files]
    return {document.id: document.text for reading in readings for document in reading.documents}


def _words(text: str) -> str:
    """A text's words in lower case, each with a space on both sides."""
    words = " ".join(re.findall(r"[^\W_]+", text.casefold()))
    return f" {words} "


def _count(rows: list[Row], field: str) -> Counter[str]:
    return Counter(row[field] for row in rows if field in row)


def test_there_are_enough_questions_of_each_type_and_each_is_asked_once(rows: list[Row]) -> None:
    assert len(rows) >= 124
    assert len({row["id"] for row in rows}) == len({_words(row["question"]) for row in rows}) == len(rows)
    types = _count(rows, "type")
    assert set(types) == TYPES
    assert types["none"] >= 32
    assert min(types.values()) >= 10


def test_staff_type_in_every_style_and_half_the_questions_were_written_blind(rows: list[Row]) -> None:
    styles = _count(rows, "style")
    assert set(styles) == STYLES
    assert min(styles.values()) >= 12
    written = _count(rows, "written")
    assert set(written) == {"blind", "sighted"}
    assert written["blind"] >= 66
    assert written["blind"] * 2 >= len(rows)


def test_eight_or_more_questions_have_no_answer_for_each_reason(rows: list[Row]) -> None:
    assert all(("kind" in row) == (row["type"] == "none") for row in rows)
    kinds = _count(rows, "kind")
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 8


def test_a_question_has_evidence_exactly_when_it_can_be_answered(rows: list[Row]) -> None:
    for row in rows:
        assert row["answerable"] == (row["type"] != "none") == bool(row["evidence"]), row["id"]
        assert row["answerable"] or not row["answers"], row["id"]


def test_questions_over_several_documents_need_every_part_of_their_answer(rows: list[Row]) -> None:
    for row in rows:
        assert (row.get("spans_needed") == "all") == (row["type"] == "multi_document"), row["id"]
        if row["type"] == "multi_document":
            assert len({span["document"] for span in row["evidence"]}) >= 2, row["id"]


def test_each_question_that_needs_all_has_two_or_more_parts_and_no_other_has_any(folder: Path, rows: list[Row]) -> None:
    for row in rows:
        named = [span.get("part", "") for span in row["evidence"]]
        if row.get("spans_needed") == "all":
            assert all(part == part.strip() != "" for part in named), row["id"]
            assert len(set(named)) >= 2, row["id"]
        else:
            assert not any(named), row["id"]
    read = {question.id: {span.part for span in question.gold} for question in read_dataset(folder).questions}
    assert read == {row["id"]: {span.get("part", "") for span in row["evidence"]} for row in rows}


def test_readme_counts_the_questions_as_they_are(folder: Path, rows: list[Row]) -> None:
    words = " ".join((folder / "README.md").read_text(encoding="utf-8").split())
    assert f"{len(rows)} questions" in words
    for field in ("type", "kind", "style"):
        for name, count in _count(rows, field).items():
            assert f"{name} {count}" in words, (field, name)
    for name, count in _count(rows, "written").items():
        assert re.search(rf"\b{count} `{name}`", words), name


def test_evidence_stands_at_its_offsets_in_the_documents_as_they_are_read(
    rows: list[Row], texts: dict[str, str]
) -> None:
    for row in rows:
        for span in row["evidence"]:
            assert texts[span["document"]][span["start"] : span["end"]] == span["text"], (row["id"], span)
            assert span["text"] == span["text"].strip() != "", (row["id"], span)


def test_evidence_for_when_holds_a_date(rows: list[Row]) -> None:
    date = re.compile(
        r"\b(20\d\d|January|February|March|April|May|June|July|August|September|October|November|December)\b"
    )
    for row in rows:
        for span in row["evidence"] if row["type"] == "when" else ():
            assert date.search(span["text"]), (row["id"], span)


def test_every_sample_answers_some_question(rows: list[Row], texts: dict[str, str]) -> None:
    assert {span["document"] for row in rows for span in row["evidence"]} == set(texts)


def test_short_answers_occur_in_the_evidence(rows: list[Row]) -> None:
    for row in rows:
        evidence = [_words(span["text"]) for span in row["evidence"]]
        for answer in row["answers"]:
            assert any(_words(answer) in text for text in evidence), (row["id"], answer)
        if row["type"] in {"when", "who", "how_many"}:
            assert row["answers"], row["id"]


def test_no_question_is_copied_from_a_document(rows: list[Row], texts: dict[str, str]) -> None:
    documents = [_words(text) for text in texts.values()]
    for row in rows:
        words = _words(row["question"]).split()
        runs = [words[start : start + WORDS_IN_COMMON] for start in range(max(1, len(words) - WORDS_IN_COMMON + 1))]
        for run in runs:
            assert not any(f" {' '.join(run)} " in text for text in documents), (row["id"], run)


def test_evaluators_read_the_set_as_any_other(folder: Path, rows: list[Row]) -> None:
    dataset = read_dataset(folder)
    assert [question.id for question in dataset.questions] == [row["id"] for row in rows]
    assert sum(len(question.gold) for question in dataset.questions) == sum(len(row["evidence"]) for row in rows)
    assert {"type", "style", "written", "kind"} <= {name for question in dataset.questions for name in question.slices}
