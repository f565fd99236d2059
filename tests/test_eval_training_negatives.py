"""Questions that documents cannot answer are made of those that others can."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from eval.records import Dataset, Question, Span
from eval.training.negatives import foreign_questions, other_ratings, other_years, places_left_out
from index.snapshot import Snapshot

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
PLACES = (
    "Barrow",
    "Dale",
    "Ashcombe",
    "Kirkbury",
    "Wendham",
    "Marlow",
    "Thorpe",
    "Selby",
    "Calverley",
    "Ormsby",
    "Penrith",
    "Whitby",
)
REPORTS = tuple(
    {
        "id": f"{number:03}",
        "title": f"Inspection of {place} schools",
        "text": f"Schools in {place} were rated good. Pupils in {place} read well.",
    }
    for number, place in enumerate(PLACES)
)


def asked(text: str, document: str = "000", answer: str = "rated good") -> Question:
    return Question(text, text, True, (Span(document, 0, len(answer), answer),))


@pytest.fixture
def snapshot(snapshot_of: Made) -> Snapshot:
    return snapshot_of(REPORTS)


def test_questions_of_other_sets_are_taken_unless_the_documents_may_answer_them(snapshot: Snapshot) -> None:
    strange = asked("How deep is the lake?", answer="forty metres")
    known_name, known_answer = (
        asked("Who lives in Barrow?", answer="a hermit"),
        asked("How are cakes judged?", answer="Rated  good"),
    )
    refused = Question("no", "Is there tea?", False)
    others = [
        Dataset("other", (known_name, strange, known_answer, refused), None, ""),
        Dataset("own", (asked("How wide is it?", answer="a mile"),), None, ""),
    ]
    found = foreign_questions(snapshot, "own", others, 9, TODAY)
    assert [(each.text, each.answerable, each.gold) for each in found] == [(strange.text, False, ())]
    assert foreign_questions(snapshot, "own", others, 0, TODAY) == []


def test_places_that_are_left_out_are_those_that_are_asked_about(snapshot: Snapshot, tmp_path: Path) -> None:
    corpus, left = tmp_path / "all.jsonl", tmp_path / "new" / "left.jsonl"
    corpus.write_text("\n".join(map(json.dumps, REPORTS)), encoding="utf-8")
    questions = tuple(
        asked(f"How were schools in {place} rated?", f"{number:03}") for number, place in enumerate(PLACES)
    )
    found = places_left_out(Dataset("reports", questions, corpus, ""), snapshot, left, TODAY)
    kept = {json.loads(line)["id"] for line in left.read_text(encoding="utf-8").splitlines()}
    texts = {question.text for question in found}
    assert 0 < len(found) < len(questions) and not any(question.answerable or question.gold for question in found)
    assert kept == {question.gold[0].document_id for question in questions if question.text not in texts}


def test_a_rating_is_asked_about_in_place_of_another() -> None:
    questions = (
        asked("When was Dale rated inadequate?"),
        asked("Which schools were rated outstanding?"),
        asked("Who reads?"),
    )
    found = other_ratings(Dataset("reports", questions, None, ""))
    assert [each.text for each in found] == ["When was Dale rated outstanding?", "Which schools were rated inadequate?"]
    assert not any(each.answerable or each.gold for each in found) and len({each.id for each in found}) == 2


def test_a_year_is_exchanged_for_one_that_stands_nowhere_with_the_rest_of_the_question(snapshot_of: Made) -> None:
    snapshot = snapshot_of(
        [
            {"id": "a", "title": "Floods", "text": "The bridge fell in 1953. The mill burnt down in 1961."},
            {"id": "b", "title": "Works", "text": "The bridge was built again in 1961."},
            {"id": "c", "title": "Roads", "text": "The road was closed in 1974."},
        ]
    )
    fell, twice, undated = (
        asked("Why did the bridge fall in 1953?"),
        asked("What stood from 1953 to 1974?"),
        asked("Who built the mill?"),
    )
    found = [
        each
        for _ in range(9)
        for each in other_years(snapshot, Dataset("floods", (fell, twice, undated), None, ""), 9, TODAY)
    ]
    assert found and {each.text for each in found} == {"Why did the bridge fall in 1974?"}
    assert not any(each.answerable or each.gold for each in found)
