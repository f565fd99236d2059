"""Question sets: which form one has, and samples of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.datasets import read_dataset, sample
from tests.dataset_cases import faults, own, question


def test_what_is_no_question_set_is_told_what_one_may_be(tmp_path: Path) -> None:
    assert "queries.jsonl and spans.jsonl" in faults(tmp_path)[0]
    (tmp_path / "questions.jsonl").touch()
    assert faults(tmp_path) == (f"{tmp_path.name}: it holds no questions.",)
    assert faults(tmp_path / "nowhere") == (f"{tmp_path / 'nowhere'}: there is no such file or folder.",)


def test_a_sample_is_the_same_for_a_seed_and_keeps_the_order(tmp_path: Path) -> None:
    dataset = read_dataset(own(tmp_path, *(question(id=f"q{number:02}") for number in range(30))))
    chosen = [asked.id for asked in sample(dataset, 5, seed=1).questions]
    assert len(chosen) == 5
    assert chosen == sorted(chosen)
    assert chosen == [asked.id for asked in sample(dataset, 5, seed=1).questions]
    assert chosen != [asked.id for asked in sample(dataset, 5, seed=2).questions]
    assert sample(dataset, 31, seed=1) == dataset


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "questions", "unanswerable", "spans"),
    [
        ("herefordshire", 24, 6, 28),
        ("ofsted", 364, 54, 360),
        ("chroma_chunking", 472, 0, 790),
        ("covidqa_200423", 1380, 0, 1380),
        ("squad2_cs224n_dev", 6078, 3168, 5109),
    ],
)
def test_the_shared_sets_are_read_without_a_fault(
    shared_data: Path, name: str, questions: int, unanswerable: int, spans: int
) -> None:
    dataset = read_dataset(shared_data / name)
    assert len(dataset.questions) == questions
    assert sum(not asked.answerable for asked in dataset.questions) == unanswerable
    assert sum(len(asked.gold) for asked in dataset.questions) == spans
