"""Forms of question sets are declared once: a new one is known wherever sets are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.datasets import all_forms, read_dataset, squad
from eval.datasets.checking import DatasetError, SetReader
from eval.datasets.form import Form
from eval.records import Dataset, Question


def forms_table() -> str:
    """The table of forms as docs/evaluators.md must hold it."""
    rows = ["| form | files |", "|---|---|"]
    rows += [f"| {form.name} | {form.files} |" for form in all_forms()]
    return "\n".join(rows)


def test_the_evaluators_page_lists_every_form(repo_root: Path) -> None:
    assert forms_table() in (repo_root / "docs" / "evaluators.md").read_text(encoding="utf-8")


def read_lines(files: SetReader, path: Path) -> Dataset:
    texts = files.text(path, path.name).split("\n")
    questions = tuple(Question(str(place), text, answerable=False) for place, text in enumerate(texts) if text)
    return Dataset(path.stem, questions, None, files.digest.hexdigest())


LINES = Form(
    name="lines",
    files="one `.questions` file",
    described="a .questions file",
    precedence=9,
    sniff=lambda path: path.suffix == ".questions",
    read=read_lines,
)


def test_a_form_that_is_declared_in_one_place_is_read_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hall.questions"
    path.write_text("Who built it?\nWhen?\n", encoding="utf-8")
    with pytest.raises(DatasetError, match="no question set is here"):
        read_dataset(path)
    monkeypatch.setattr(squad, "FORM", LINES)
    assert [question.text for question in read_dataset(path).questions] == ["Who built it?", "When?"]
    assert "| lines | one `.questions` file |" in forms_table()
    with pytest.raises(DatasetError, match=r"; or a \.questions file\."):
        read_dataset(tmp_path)
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"hall\.questions: it holds no questions\."):
        read_dataset(path)


def test_where_several_forms_could_be_meant_the_one_of_lowest_precedence_is(tmp_path: Path) -> None:
    precedences = [form.precedence for form in all_forms()]
    assert precedences == sorted(set(precedences))
    for name in ("questions.jsonl", "queries.jsonl", "spans.jsonl", "corpus.jsonl"):
        (tmp_path / name).touch()
    with pytest.raises(DatasetError) as caught:
        read_dataset(tmp_path)
    assert caught.value.faults == (f"{tmp_path.name}: it holds no questions.",)
