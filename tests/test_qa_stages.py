"""Stages run in one declared order, are timed, and those that change what was chosen are told."""

from __future__ import annotations

import time
from datetime import date

from index.encoder import HashingEncoder
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.stages import REFINEMENTS, STAGES, StageClock
from tests.query_corpora import Made

FEES = [
    {"id": str(year), "title": "Fees", "text": f"The fee for a permit is £{fee}.", "published": f"{year}-04-01"}
    for year, fee in ((2015, 11), (2018, 14), (2024, 12))
]
PLAN = {
    "id": "plan",
    "title": "Minutes",
    "text": "It was proposed that the pond be drained.",
    "published": "2024-05-01",
}


def changed_by(snapshot_of: Made, papers: list[dict[str, str]], question: str) -> list[str]:
    """The names of the stages that changed what was chosen for a question."""
    request = AskRequest(question, explain=True, today=date(2026, 11, 27))
    answer = Assistant(HashingEncoder(), answer_confidence=0.0).ask(snapshot_of(papers), request)
    assert answer.explanation is not None
    return [stage["stage"] for stage in answer.explanation.as_json()["changed_by"]]


def test_each_stage_has_a_name_of_its_own_and_says_what_it_makes() -> None:
    names = [stage.name for stage in STAGES]
    assert len(set(names)) == len(names) and all(stage.makes for stage in STAGES)
    assert [stage.name for stage in REFINEMENTS] == names[-1 - len(REFINEMENTS) : -1]


def test_the_stages_that_change_what_was_chosen_are_told(snapshot_of: Made) -> None:
    assert changed_by(snapshot_of, [PLAN], "Was the pond drained?") == ["of_proposal"]
    assert "in_force" in changed_by(snapshot_of, FEES, "How much was the permit in 2016?")
    roof = {"id": "roof", "title": "Hall", "text": "The roof of the hall is blue."}
    assert changed_by(snapshot_of, [roof], "What colour is the roof of the hall?") == []


def test_stages_are_timed_by_their_own_names_and_told_by_the_published_ones() -> None:
    def understand() -> str:
        return "understood"

    def retrieve(what: str, *, k: int) -> str:
        time.sleep(0.002)
        return what * k

    def featurize() -> None:
        time.sleep(0.002)

    clock = StageClock()
    assert clock.run(understand) == "understood" and clock.run(retrieve, "a", k=3) == "aaa"
    clock.run(featurize)
    assert list(clock.took_ms) == ["understand", "retrieve", "featurize"]
    assert clock.took_ms["retrieve"] >= 2 and clock.took_ms["featurize"] >= 2
    assert list(clock.published) == ["reading", "evidence"] and clock.published["evidence"] >= 4
