"""Ratings that only words tell: the newest answers, what held then is told, and two of one time stand together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS: Mapping[str, str] = {
    "harbour.md": (
        "# Harbour Nursery does well\nPublished: 12 June 2025\n\n"
        "Ofsted rated Harbour Nursery good at its inspection in May 2025. Parents were pleased.\n"
    ),
    "harbour-2.md": (
        "# Harbour Nursery must do better\nPublished: 14 June 2025\n\n"
        "Harbour Nursery was judged to require improvement when Ofsted inspected it in May 2025.\n"
    ),
    "fennick.md": (
        "# The Fennick Centre\nPublished: 6 June 2020\n\n"
        "The Fennick Centre was rated inadequate by Ofsted, and the county took it over. It has a garden.\n"
    ),
    "fennick-22.md": (
        "# Ten years of the Fennick Centre\nPublished: 1 May 2022\n\n"
        "In March 2018 Ofsted rated the Fennick Centre inadequate. In 2021 it was rated good.\n"
    ),
    "quay.md": (
        "# Letter to parents of Quay Lane School\n12 March 2024\n\n"
        "We visited on 6 February 2024. We rate Quay Lane as good overall. Behaviour was outstanding. "
        "The school was last inspected in October 2019, when it was judged to require improvement.\n"
    ),
}


@pytest.fixture(scope="module")
def snapshot(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(PAPERS, tmp_path_factory.mktemp("rated"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "grade"),
    [
        ("How is the Fennick Centre rated?", "good"),
        ("What is the current rating of the Fennick Centre?", "good"),
        ("How was the Fennick Centre rated in 2019?", "inadequate"),
        ("How was the Fennick Centre rated in 2021?", "good"),
        ("How was the Fennick Centre rated in 2015?", None),
        ("How is Quay Lane School rated?", "good"),
        ("How was Quay Lane School rated in 2024?", "good"),
        ("How was Quay Lane School rated in 2021?", "require improvement"),
    ],
)
def test_the_grade_in_force_at_the_time_asked_about_answers(
    question: str, grade: str | None, assistant: Assistant, snapshot: Snapshot
) -> None:
    found = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27))).answer
    assert (found.value.normalized if found and found.value else None) == grade


@pytest.mark.parametrize("question", ["How was Harbour Nursery rated in May 2025?", "How is Harbour Nursery rated?"])
def test_two_grades_of_one_time_are_shown_beside_each_other(
    question: str, assistant: Assistant, snapshot: Snapshot
) -> None:
    answer = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.confidence <= 0.5
    assert [other.relation for other in answer.alternatives] == ["conflict"]
    assert [notice.kind for notice in answer.notices if notice.kind == "conflict"]
    told = {answer.answer.quote if answer.answer else "", answer.alternatives[0].quote}
    assert any("good" in one for one in told) and any("improvement" in one for one in told)
