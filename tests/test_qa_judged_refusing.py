"""Why no judgement answers is said in a sentence with what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from index.encoder import HashingEncoder
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.judged.answering import judged
from qa.judged.refusing import undated as undated_sentence
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from tests.judged_papers import MARLOW_2018, WENDHAM, report

TODAY = date(2026, 11, 27)
Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def refused(snapshot: Snapshot, question: str) -> tuple[str | None, str]:
    answer = Assistant(HashingEncoder()).ask(snapshot, AskRequest(question, today=TODAY))
    return answer.reason, answer.reason_text


def test_of_several_one_is_to_be_named(snapshot_of: Made) -> None:
    reason, text = refused(snapshot_of((*WENDHAM, MARLOW_2018)), "What is the rating now?")
    assert reason == "several_judged" and "Name the authority" in text


def test_judgements_of_another_time_are_named_by_their_days(snapshot_of: Made) -> None:
    reason, text = refused(snapshot_of(WENDHAM), "How was Wendham rated in 2015?")
    assert reason == "not_judged_then" and "The nearest is of 9 to 20 January 2017" not in text
    assert "20 January 2017" in text


def test_an_inspection_that_judged_parts_alone_is_told_with_them(snapshot_of: Made) -> None:
    paper = report("Wendham", "1 to 12 June 2026", "2026-08-03", "Good", "Outstanding")
    parts = {**paper, "text": paper["text"].replace("Overall effectiveness\n\nGood\n", "")}
    reason, text = refused(snapshot_of((*WENDHAM, parts)), "How was Wendham rated in 2026?")
    assert reason == "judged_in_parts"
    assert text.startswith("The inspection that ended on 12 June 2026 gave no overall judgement")
    assert "children and families: Outstanding" in text and "The last one told is Good, of 16 June 2023." in text


def test_an_undated_rating_that_may_be_the_latest_is_told_with_the_last_that_has_a_day(snapshot_of: Made) -> None:
    undated = {"title": "News of Wendham", "text": "Children's services in Wendham are rated outstanding.\n"}
    snapshot = snapshot_of((*WENDHAM, undated))
    judged_so = judged(understand("What is Wendham's rating?", snapshot, today=TODAY), snapshot, EVERYTHING)
    assert judged_so
    text = undated_sentence(judged_so, snapshot)
    assert "“News of Wendham” has no date" in text and "The last rating with a date is Good, of 16 June 2023." in text
