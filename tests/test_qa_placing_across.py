"""A table comes with the passage of its first row, or as a refusal that says nothing was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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


@pytest.fixture(scope="module")
def both(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018))


def ask(snapshot: Snapshot, question: str, filters: Filters = Filters()) -> Answer:
    return Assistant(HashingEncoder()).ask(snapshot, AskRequest(question, 3, filters, today=date(2026, 11, 27)))


def test_the_first_row_is_quoted_and_its_passage_stands_first(both: Snapshot) -> None:
    answer = ask(both, "Which councils are good or outstanding?")
    assert answer.answer and answer.table and [row.subject for row in answer.rows] == ["Marlow", "Wendham"]
    assert answer.answer.document_id == answer.rows[0].evidence.document_id == "003"
    assert (answer.answer.completeness, answer.table.count) == ("part", 2)
    assert answer.answer.value and answer.answer.value.normalized == "outstanding"
    assert answer.confidence == pytest.approx(load_fact_model().likely("some told"), abs=1e-4)
    assert len({passage.passage_id for passage in answer.passages}) == len(answer.passages)


def test_one_row_is_the_whole_answer(both: Snapshot) -> None:
    answer = ask(both, "Which councils are outstanding now?")
    assert answer.answer and answer.answer.completeness == "whole" and len(answer.rows) == 1


def test_a_comparison_is_one_table_and_no_two_halves(both: Snapshot) -> None:
    answer = ask(both, "Compare the overall effectiveness of Wendham in 2017 and 2023")
    assert answer.answer and not answer.answer.parts and len(answer.rows) == 2


def test_nothing_found_is_a_refusal_that_says_where_it_looked(both: Snapshot) -> None:
    answer = ask(both, "Which councils were judged inadequate in 2018?")
    assert (answer.status, answer.reason, answer.rows, answer.table) == ("abstained", "nothing_to_list", (), None)
    assert "4 documents were looked at" in answer.reason_text
    answer = ask(both, "Which councils were judged inadequate in 2018?", Filters(document=("003",)))
    assert "1 document was looked at" in answer.reason_text


def test_only_documents_that_pass_the_filters_count(both: Snapshot) -> None:
    answer = ask(both, "Which councils are good or outstanding?", Filters(document=("003",)))
    assert [row.subject for row in answer.rows] == ["Marlow"] and answer.table and answer.table.documents == 1


def test_a_question_about_one_judgement_has_no_table(both: Snapshot) -> None:
    assert not ask(both, "How was Wendham rated in 2021?").rows


def test_what_words_in_an_old_report_say_is_told_of_no_table(snapshot_of: Made) -> None:
    years = [("Marlow", 2013, "Inadequate"), ("Marlow", 2023, "Good"), ("Wick", 2021, "Inadequate")]
    others = [(place, 2021, "Good") for place in ("Ashby", "Burford", "Corley", "Denham", "Elsworth", "Fenton", "Holt")]
    papers = [
        {
            **report(place, f"5 to 16 June {year}", f"{year}-08-01", grade),
            "title": f"Inspection of {place} local authority children's services",
        }
        for place, year, grade in (*years, *others)
    ]
    papers[0]["text"] += "\nMany councils are inadequate now. How many councils are inadequate now, the council tells."
    answer = ask(snapshot_of(papers), "How many councils are inadequate now?")
    assert [row.subject for row in answer.rows] == ["Wick"]
    assert answer.notices == ()
