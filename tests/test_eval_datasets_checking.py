"""What is wrong with a question set is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.datasets import read_dataset
from eval.datasets.checking import DatasetError
from tests.dataset_cases import GOOD, faults, own, question, write_lines


def test_every_fault_is_named_by_file_and_line(tmp_path: Path) -> None:
    folder = own(
        tmp_path,
        question(evidence=[GOOD | {"start": 7, "end": 23}]),
        question(evidence=[GOOD]),
        question(
            id="q3", evidence=[GOOD | {"document": "b.txt"}, GOOD | {"start": 30, "end": 99}, GOOD | {"start": 22}]
        ),
        question(id="q4", evidence=[]),
        question(id="q5", answerable=False),
        {"id": "q6", "answerable": "perhaps"},
    )
    with (folder / "questions.jsonl").open("a") as file:
        file.write('\n{"id": "q7"\n')
    assert sorted(faults(folder)) == [
        (
            "questions.jsonl:1: evidence 1 7-23 of 'a.txt' is said to read 'good in May 2021', but 'ood in May 2021.' "
            "stands there. Its text stands at 6-22."
        ),
        "questions.jsonl:2: the id 'q1' is already used in questions.jsonl:1.",
        "questions.jsonl:3: evidence 1 is in the document 'b.txt', which the corpus does not hold.",
        "questions.jsonl:3: evidence 2 30-99 of 'a.txt' ends outside of the document, which has 41 characters.",
        (
            "questions.jsonl:3: evidence 3 22-22 of 'a.txt' is not a range: start must be 0 or more and end greater"
            " than start."
        ),
        "questions.jsonl:4: the question is said to be answerable and has no gold span.",
        "questions.jsonl:5: the question is said to have no answer and has gold spans.",
        "questions.jsonl:6: answerable: Input should be a valid boolean, unable to interpret input.",
        "questions.jsonl:6: question: Field required.",
        "questions.jsonl:8: Invalid JSON: EOF while parsing an object at line 1 column 11.",
    ]


def test_the_message_lists_ten_faults_and_counts_the_rest(tmp_path: Path) -> None:
    folder = own(tmp_path, *(question(id=f"q{number}", evidence=[]) for number in range(13)))
    with pytest.raises(DatasetError) as caught:
        read_dataset(folder)
    message = str(caught.value)
    assert f"The question set {tmp_path} has 13 faults" in message
    assert "questions.jsonl:10:" in message
    assert "questions.jsonl:11:" not in message
    assert message.endswith("and 3 more")


def test_without_documents_only_the_length_of_a_span_is_checked(tmp_path: Path) -> None:
    write_lines(tmp_path / "questions.jsonl", [question(), question(id="q2", evidence=[GOOD | {"end": 21}])])
    assert faults(tmp_path) == (
        "questions.jsonl:2: evidence 1 6-21 of 'a.txt' spans 15 characters, and its text has 16.",
    )


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    folder = own(tmp_path, question())
    with (folder / "questions.jsonl").open("ab") as file:
        file.write(b'{"id": "caf\xe9"}')
    assert faults(folder) == ("questions.jsonl:2: it is not UTF-8. Save the file as UTF-8.",)


def test_blank_questions_and_ids_are_faults(tmp_path: Path) -> None:
    assert faults(own(tmp_path, question(question=" "), question(id=""))) == (
        "questions.jsonl:2: the id is blank.",
        "questions.jsonl:1: the question is blank.",
    )
