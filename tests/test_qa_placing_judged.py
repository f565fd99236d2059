"""Placing: the passage that states the judgement asked for comes first, with the timeline, in the whole assistant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.judged.confidence import load_fact_model
from qa.pipeline import Assistant
from qa.request import AskRequest, Filters
from tests.judged_papers import MARLOW_2018, WENDHAM, report

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
PLAIN = Assistant(HashingEncoder())


@pytest.fixture(scope="module")
def both(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018))


def ask(snapshot: Snapshot, question: str, assistant: Assistant = PLAIN, **other: object) -> Answer:
    return assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27), **other))  # type: ignore[arg-type]


def test_the_words_that_state_the_judgement_are_the_answer(both: Snapshot) -> None:
    answer = ask(both, "How was Wendham rated in 2021?")
    assert answer.answer and answer.answer.value
    assert (answer.answer.document_id, answer.answer.value.normalized) == ("001", "requires improvement to be good")
    assert answer.answer.passage_rank == 1 and answer.passages[0].citation.document_id == "001"
    assert answer.passages[0].highlights[0].kind == "quote"
    probability = load_fact_model().likely("all told")
    assert answer.confidence == pytest.approx(probability, abs=1e-4)
    assert answer.passages[0].probability >= answer.confidence - 1e-4
    assert len({passage.passage_id for passage in answer.passages}) == len(answer.passages)


def test_all_judgements_of_it_are_on_the_timeline(both: Snapshot) -> None:
    answer = ask(both, "How was Wendham rated in 2021?")
    told = [(entry.last, entry.grade) for entry in answer.timeline]
    assert told == [
        (date(2017, 1, 20), "inadequate"),
        (date(2019, 11, 15), "requires_improvement"),
        (date(2023, 6, 16), "good"),
    ]
    assert not answer.conflicts and not answer.alternatives
    assert not ask(both, "Who read the files in Wendham?").timeline


def test_a_passage_that_no_search_has_found_answers_too(both: Snapshot) -> None:
    found = ask(both, "How was Wendham rated in 2021?", k=1)
    assert len(found.passages) == 1 and found.answer and found.answer.document_id == "001"
    scores = found.passages[0].scores
    assert scores["text"] > 0


def test_other_times_of_a_grade_are_alternatives(snapshot_of: Made) -> None:
    again = {name: words.replace("2017", "2025") for name, words in WENDHAM[0].items()}
    answer = ask(snapshot_of((*WENDHAM, again)), "When was Wendham rated inadequate?")
    assert answer.answer and answer.answer.value and answer.answer.value.normalized == "2025-01-09/2025-01-20"
    assert [other.value and other.value.normalized for other in answer.alternatives] == ["2017-01-09/2017-01-20"]


def test_of_several_none_is_shown_where_the_question_names_none(both: Snapshot) -> None:
    answer = ask(both, "What is our rating now?")
    assert (answer.status, answer.reason, answer.confidence) == ("abstained", "several_judged", 0.0)
    chosen = ask(both, "What is our rating now?", filters=Filters(document=("003",)))
    assert chosen.answer and chosen.answer.value and chosen.answer.value.normalized == "outstanding"


def test_a_judgement_of_another_time_is_not_shown(both: Snapshot) -> None:
    answer = ask(both, "How was Wendham rated in 2015?")
    assert (answer.status, answer.reason) == ("abstained", "not_judged_then")
    assert "The nearest is of 20 January 2017." in answer.reason_text
    between = ask(both, "What rating did Ofsted give Wendham in 2021?")
    assert "Those nearest to it are of 15 November 2019 and 16 June 2023." in between.reason_text


def test_a_rating_without_a_day_is_only_shown_as_the_latest_with_those_before_it(snapshot_of: Made) -> None:
    undated = {"title": "News of Wendham", "text": "Children's services in Wendham are rated outstanding.\n"}
    snapshot = snapshot_of((*WENDHAM, undated))
    answer = ask(snapshot, "How is Wendham rated?", replace(PLAIN, answer_confidence=0.999))
    assert (answer.status, answer.reason) == ("abstained", "judgement_undated")
    shown = ask(snapshot, "How is Wendham rated?", replace(PLAIN, answer_confidence=0.0))
    assert shown.answer and shown.answer.document_id == "003" and shown.confidence > 0
    assert len(shown.timeline) == 4 and shown.timeline[-1].last is None


def test_what_is_told_otherwise_is_shown_beside_it(snapshot_of: Made) -> None:
    text = "Children's services in Wendham were judged to be inadequate in July 2023.\n"
    wrong = {"title": "News of Wendham", "text": text, "published": "2023-09-01"}
    answer = ask(snapshot_of((*WENDHAM, wrong)), "How is Wendham rated?")
    assert [entry.grade for entry in answer.conflicts] == ["inadequate"]
    assert answer.answer and answer.answer.value and answer.answer.value.normalized == "good"


def test_an_answer_too_unsure_for_the_threshold_is_refused_without_a_timeline(both: Snapshot) -> None:
    answer = ask(both, "How was Wendham rated in 2021?", replace(PLAIN, answer_confidence=0.999))
    assert answer.status == "abstained" and not answer.timeline


def test_the_explanation_tells_what_the_confidence_is_made_of(both: Snapshot) -> None:
    answer = ask(both, "How was Wendham rated in 2021?", explain=True)
    assert answer.explanation and set(answer.explanation.decision.parts) == {"all told"}


RECKONED = {
    "title": "Service now rated good",
    "text": "Children's services in Wendham have been rated good. Its leader, who came in July 2024, was pleased.\n\n"
    "The inspections between 10 and 21 November said that much was better.\n",
}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What is the rating now?", "good"),
        ("When was Wendham rated good?", ""),
        ("How was Wendham rated in 2025?", "good"),
    ],
)
def test_a_year_that_is_worked_out_is_said_to_be(question: str, value: str, snapshot_of: Made) -> None:
    papers = (WENDHAM[0], WENDHAM[1], RECKONED)
    answer = ask(snapshot_of(papers), question)
    assert (
        answer.answer
        and answer.answer.document_id == "002"
        and [entry.basis for entry in answer.timeline][-1] == "reckoned"
    )
    assert [entry.last for entry in answer.timeline][-1] == date(2025, 11, 21)
    assert [notice.text for notice in answer.notices] == [
        "The document that says so has no date. The year 2025 is worked out."
    ]
    if value:
        assert answer.answer.value and answer.answer.value.normalized == value


def test_a_notice_of_what_has_no_date_names_the_grade(snapshot_of: Made) -> None:
    news = {
        "title": "News of Wendham",
        "text": "Children's services in Wendham are rated outstanding. Its leader came in July 2024.\n",
    }
    answer = ask(snapshot_of((*WENDHAM, news)), "How is Wendham rated?")
    assert "The last one with a date is Good, of 16 June 2023." in answer.notices[0].text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How was Wendham rated in 2018?", ["Judged on 20 January 2017; the last judgement known before 2018."]),
        (
            "What was Wendham's rating in May 2018?",
            ["Judged on 20 January 2017; the last judgement known before May 2018."],
        ),
        ("Was Wendham inadequate in 2018?", ["Judged on 20 January 2017; the last judgement known before 2018."]),
        (
            "How were leaders rated in Wendham in 2021?",
            ["Judged on 15 November 2019; the last judgement known before 2021."],
        ),
        ("What was Marlow's rating in 2025?", ["Judged on 16 March 2018; the last judgement known before 2025."]),
        ("How was Wendham rated in 2017?", []),
        ("How is Wendham rated?", []),
        ("When was Wendham rated inadequate?", []),
        ("How was Wendham rated before 2018?", []),
        ("What was Wendham's first rating?", []),
    ],
)
def test_a_judgement_from_before_the_time_asked_about_says_so(both: Snapshot, question: str, told: list[str]) -> None:
    answer = ask(both, question)
    assert answer.answer and [notice.text for notice in answer.notices if notice.kind == "held"] == told


def test_an_inspection_in_between_of_which_no_judgement_is_known_is_told_and_makes_it_less_sure(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    later = {
        **WENDHAM[2],
        "text": f"{WENDHAM[2]['text']}\nSince the last inspection in 2019, much progress has been made.",
    }
    snapshot = snapshot_of((WENDHAM[0], later))
    answer = ask(snapshot, "How was Wendham rated in 2021?")
    assert answer.answer and answer.confidence <= 0.5
    assert [notice.kind for notice in answer.notices] == ["held", "inspected_since"]
    assert "There was an inspection after that, in 2019." in answer.notices[1].text
    assert ask(snapshot, "How was Wendham rated in 2018?").confidence > 0.5


def test_what_came_before_the_latest_is_not_told_as_if_the_latest_were_unknown(both: Snapshot) -> None:
    answer = ask(both, "What was Wendham rated before?")
    assert answer.answer and "Requires improvement" in answer.answer.quote
    assert "inspected_since" not in [notice.kind for notice in answer.notices]


def test_a_judgement_whose_report_is_of_the_time_asked_about_is_of_that_time(snapshot_of: Made) -> None:
    snapshot = snapshot_of([report("Wendham", "5 to 16 December 2016", "2017-02-03", "Good")])
    of_report, later = (ask(snapshot, f"How was Wendham rated in {year}?") for year in (2017, 2018))
    assert of_report.answer and not [one for one in of_report.notices if one.kind == "held"]
    assert [one.text for one in later.notices if one.kind == "held"] == [
        "Judged on 16 December 2016; the last judgement known before 2018."
    ]
