"""A table of questions in CSV: answers are found in the documents that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.datasets import read_dataset
from eval.datasets.checking import DatasetError
from eval.records import Span

TEXT = "The pool costs £4.\nIt opened\nin May 2021. It closed in June."


def table(folder: Path, text: str) -> Path:
    """A table with the one document that its questions are asked of."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "pool.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "questions.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_each_row_is_a_question_with_its_answer_found_in_its_document(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "\ufeffQuestion,Answer,Document,Type\n"
        '"When did the pool open, and who came?",opened in May 2021,pool.txt,when\n'
        "\nWho owns it?,,,who\n",
    )
    dataset = read_dataset(path)
    assert dataset.name == "questions" and dataset.corpus == tmp_path / "documents"
    first, second = dataset.questions
    assert first.text == "When did the pool open, and who came?" and first.answers == ("opened in May 2021",)
    start = TEXT.index("opened")
    assert first.gold == (Span("pool.txt", start, start + 18, "opened\nin May 2021"),) and first.answerable
    assert (second.id, second.answerable, second.gold) == ("2", False, ())
    assert [question.slices for question in dataset.questions] == [{"type": "when"}, {"type": "who"}]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("question,answer\nWhen?,May\n", "questions.csv:1: there is no column 'document'"),
        ("question,answer,document\nWhen?,July,pool.txt\n", "questions.csv:2: the answer is said to read 'July'"),
        ("question,answer,document\nWhen?,May,hall.txt\n", "'hall.txt', which the corpus does not hold"),
        ("question,answer,document\n,May,pool.txt\n", "questions.csv:2: the question is blank."),
        ("question,answer,document,id\nA?,May,pool.txt,1\nB?,May,pool.txt,1\n", "the id '1' is already used"),
        ("", "there is no column 'question'"),
    ],
)
def test_what_is_wrong_is_named_by_its_line(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(DatasetError) as raised:
        read_dataset(table(tmp_path, text))
    assert any(fault in each for each in raised.value.faults), raised.value.faults
