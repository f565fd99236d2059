"""Question sets of our own form."""

from __future__ import annotations

from pathlib import Path

from eval.datasets import read_dataset
from eval.records import Span
from tests.dataset_cases import GOOD, TEXT, faults, own, question


def test_our_own_format_is_read_with_its_documents(tmp_path: Path) -> None:
    line = {"document": "a.txt", "start": 24, "end": 40, "text": "Led by Ann Smith"}
    folder = own(
        tmp_path / "set",
        question(answers=["May 2021"], type="when"),
        question(id="q2", question="Who led?", type="who", evidence=[line, GOOD], spans_needed="all"),
        question(id="q3", question="Why?", type="none", answerable=False, evidence=[]),
    )
    dataset = read_dataset(folder)
    assert dataset.name == "set"
    assert dataset.corpus == folder / "documents"
    first, second, third = dataset.questions
    assert (first.text, first.answers, first.gold) == (
        "When was it good?",
        ("May 2021",),
        (Span("a.txt", 6, 22, "good in May 2021"),),
    )
    assert (second.spans_needed, len(second.gold)) == ("all", 2)
    assert (third.answerable, third.gold, third.slices) == (False, (), {"type": "none"})
    assert read_dataset(folder / "questions.jsonl") == dataset


def test_evidence_may_name_the_part_of_the_answer_it_gives(tmp_path: Path) -> None:
    line = {"document": "a.txt", "start": 24, "end": 40, "text": "Led by Ann Smith"}
    folder = own(tmp_path / "set", question(evidence=[GOOD | {"part": "when"}, line], spans_needed="all"))
    (only,) = read_dataset(folder).questions
    assert [span.part for span in only.gold] == ["when", ""]


def test_a_set_says_where_its_documents_are_and_may_have_none(tmp_path: Path) -> None:
    folder = own(tmp_path / "set", question())
    (folder / "documents").rename(tmp_path / "papers")
    assert read_dataset(folder).corpus is None
    (folder / "dataset.json").write_text('{"corpus": "../papers"}')
    assert read_dataset(folder).corpus == tmp_path / "papers"
    (folder / "dataset.json").write_text('{"corpus": "../nowhere"}')
    assert faults(folder) == (f"dataset.json: its corpus '../nowhere' does not exist; the path counts from {folder}.",)


def test_a_changed_document_changes_the_hash(tmp_path: Path) -> None:
    folder = own(tmp_path / "set", question())
    before = read_dataset(folder).sha256
    (folder / "documents" / "a.txt").write_text(TEXT + " More.")
    assert read_dataset(folder).sha256 != before


def test_evidence_without_offsets_stands_wherever_its_words_do(tmp_path: Path) -> None:
    folder = own(tmp_path / "set", question(evidence=[{"document": "a.txt", "text": "good  in\nMay 2021"}]))
    (only,) = read_dataset(folder).questions
    assert [(span.start, span.end, span.text) for span in only.gold] == [(6, 22, "good in May 2021")]
    own(tmp_path / "other", question(evidence=[{"document": "a.txt", "text": "good in May 2031"}]))
    [fault] = faults(tmp_path / "other")
    assert "'good in May 2031', which does not stand in 'a.txt'" in fault


def test_the_sets_that_we_wrote_are_sound(repo_root: Path) -> None:
    for folder in sorted((repo_root / "eval" / "people").glob("*/")):
        dataset = read_dataset(folder)
        answerable = [question for question in dataset.questions if question.answerable]
        assert (len(dataset.questions), len(answerable)) == (140, 98), folder.name
        assert all(question.gold and question.answers for question in answerable), folder.name
        assert len({question.text for question in dataset.questions}) == 140, folder.name
