"""What questions can be grouped by."""

from __future__ import annotations

from pathlib import Path

from eval.datasets import read_dataset
from tests.dataset_cases import own, question


def test_a_field_is_a_slice_when_it_sorts_questions_into_a_few_kinds(tmp_path: Path) -> None:
    lines = [
        question(
            id=f"q{number}",
            type="when" if number % 2 else "who",
            urgent=number < 3,
            author=f"author {number}",
            source="all",
            page=number,
        )
        for number in range(30)
    ]
    dataset = read_dataset(own(tmp_path, *lines))
    assert dataset.questions[2].slices == {"type": "who", "urgent": "True"}
