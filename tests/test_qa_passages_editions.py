"""Editions: the newest in force of documents that are one by their name answers a question without a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import (
    NEW_DAYS,
    asks_for_earlier,
    day_by,
    editions,
    is_not_in_force,
    is_outdated,
    may_be_of_one_body,
    name_of,
    other_editions,
)
from qa.passages.quoted import AnswerSpan
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from tests.builds import open_papers

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
QUESTION = "How much are staff paid for a car?"
OLD = {"title": "Travel policy 2019", "published": "2019-04-01", "text": "Staff are paid £45 for the use of a car."}
NEW = {"title": "Travel policy", "published": "2023-04-01", "text": "Staff are paid £52 for the use of a car."}


def places(snapshot_of: Made, *documents: Mapping[str, str], question: str = QUESTION, best: int = 0) -> list[int]:
    """Which of some documents' first words are editions of the best one's, the one in force first."""
    snapshot = snapshot_of(documents)
    asked = Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 24)))
    found = []
    for row in range(len(documents)):
        [passage] = snapshot.passages([row])
        span = (0, len(passage.text))
        candidate = Candidate(row, passage, row, snapshot.document_meta(row), {}, 1, 0.0, 0.0, 0.5)
        found.append((candidate, AnswerSpan(span, span, None)))
    return editions(asked, found, best)


@pytest.mark.parametrize("best", [0, 1])
def test_the_newest_edition_comes_first_whichever_is_likeliest(snapshot_of: Made, best: int) -> None:
    assert places(snapshot_of, OLD, NEW, best=best) == [1, 0]
    first, second = (
        {**each, "title": f"Travel policy, {which} edition"} for each, which in ((OLD, "first"), (NEW, "second"))
    )
    assert places(snapshot_of, first, second, best=best) == [1, 0]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Travel policy of Marlow"},
        {"published": "2019-04-01"},
        {"published": ""},
        {"text": "The hall costs £52 a day."},
        {"text": "Staff are paid £52 for lunch."},
        {"source": "Marlow Council"},
    ],
)
def test_other_documents_are_no_editions(snapshot_of: Made, other: Mapping[str, str]) -> None:
    made = {name: value for name, value in ({**NEW, **other}).items() if value}
    assert places(snapshot_of, OLD, made) == [0]


def test_a_title_of_numbers_alone_is_no_name(snapshot_of: Made) -> None:
    assert places(snapshot_of, OLD | {"title": "2019"}, NEW | {"title": "2023, new version"}) == [0]


@pytest.mark.parametrize(
    "question",
    [
        "How much were staff paid for a car in 2019?",
        "How much were staff paid for a car at first, in the first policy?",
    ],
)
def test_where_a_time_is_asked_for_the_best_words_stay(snapshot_of: Made, question: str) -> None:
    assert places(snapshot_of, OLD, NEW, question=question) == [0]


@pytest.mark.parametrize(
    "draft",
    [
        {"title": "Draft travel policy"},
        {"title": "Draft travel policy", "published": ""},
        {"id": "cars/travel-policy_2025_DRAFT.docx"},
        {"text": "It is proposed that staff are paid £60 for the use of a car."},
    ],
)
def test_a_draft_is_not_in_force(snapshot_of: Made, draft: Mapping[str, str]) -> None:
    newer = {**NEW, "published": "2025-01-10", **draft}
    assert places(snapshot_of, OLD, NEW, newer, best=2) == [1, 0, 2]
    assert places(snapshot_of, OLD, newer, best=1, question=QUESTION) == [0, 1]


def test_a_draft_that_is_asked_for_stays(snapshot_of: Made) -> None:
    draft = OLD | {"title": "Draft travel policy"}
    assert places(snapshot_of, draft, NEW, question="How much are staff paid for a car in the draft policy?") == [0]
    assert places(snapshot_of, OLD, NEW, question="How much are staff paid for a car after consultation?") == [1, 0]


CALLED_SO = [
    ("Draft travel policy", "1.md"),
    ("Wick Council draft budget 2026", "2.md"),
    ("Consultation draft of the local plan", "3.md"),
    ("Proposed parking charges", "4.md"),
    ("Travel policy (draft)", "5.md"),
    ("Travel policy – draft v0.3", "6.md"),
    ("Travel policy: draft for consultation", "7.md"),
    ("Budget 2026 – consultation", "8.md"),
    ("Old version: leave", "9.md"),
    ("Travel policy, superseded", "10.md"),
    ("Leave", "hr/leave_DRAFT_v2.docx"),
    ("Leave", "2026-03 draft leave policy.md"),
    ("Leave", "leave-2021-withdrawn.pdf"),
]
NOT_CALLED_SO = [
    ("Consultation fees", "consultation-fees.md"),
    ("Consultation on library hours: what you told us", "libraries-consultation.md"),
    ("What you told us about the draft plan", "11.md"),
    ("Objections to the proposed local plan", "12.md"),
    ("Proposed new school in Hatch", "13.md"),
    ("Planning application: proposed extension at 4 Mill Row", "14.md"),
    ("Archived collections", "archived-collections.md"),
    ("Withdrawn stock sale", "15.md"),
    ("Draft beer and cider", "16.md"),
    ("How to write a draft policy", "17.md"),
    ("GP consultation", "18.md"),
]


def test_a_document_is_not_in_force_where_it_is_called_so_itself(snapshot_of: Made) -> None:
    called = [{"id": file, "title": title, "text": "Prose."} for title, file in (*CALLED_SO, *NOT_CALLED_SO)]
    found = [(one.title, one.id) for one in snapshot_of(called).metadata if is_not_in_force(one)]
    assert sorted(found) == sorted(CALLED_SO)


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("How many dogs could tenants keep under the old animals policy?", True),
        ("How many days of leave are there in the draft?", True),
        ("What are the proposed charges?", True),
        ("How much is a consultation?", False),
        ("When is the consultation on hours?", False),
        ("How much are withdrawn books?", False),
        ("When is the proposed school to open?", False),
    ],
)
def test_an_earlier_paper_or_a_draft_is_asked_for(question: str, is_asked: bool) -> None:
    assert asks_for_earlier(question) is is_asked


@pytest.mark.parametrize(
    ("question", "outdated"),
    [
        ("What is our rating now?", True),
        ("What was our rating?", False),
        ("Who runs the pool now?", False),
    ],
)
def test_an_older_rating_is_not_the_latest(snapshot_of: Made, question: str, outdated: bool) -> None:
    texts = {"2019-04-01": "The pool was rated poor.", "2023-04-01": "The pool was rated good."}
    snapshot = snapshot_of(
        {"title": f"Marlow pool {day}", "published": day, "text": text} for day, text in texts.items()
    )
    asked = Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 24)))
    old, new = (
        Candidate(row, passage, row, snapshot.document_meta(row), {"holds_rating": 1.0}, 1, 0.0, 0.0, 0.5)
        for row, passage in enumerate(snapshot.passages([0, 1]))
    )
    span = AnswerSpan((0, 24), (0, 24), None)
    assert is_outdated(asked, (old, span), [old, new]) is outdated
    assert not is_outdated(asked, (new, span), [old, new])
    assert not is_outdated(asked, (old, span), [old, replace(new, features={"holds_rating": 0.0})])
    soon = replace(new, document=replace(new.document, day=old.document.day + NEW_DAYS))
    later = replace(soon, document=replace(soon.document, day=soon.document.day + 1))
    assert not is_outdated(asked, (old, span), [old, soon])
    assert is_outdated(asked, (old, span), [old, later]) is outdated


@pytest.mark.parametrize(("year", "outdated"), [(2018, True), (2021, True), (2022, False), (2023, False)])
def test_a_sentence_of_years_ago_does_not_tell_the_latest_rating(snapshot_of: Made, year: int, outdated: bool) -> None:
    text = f"The inspection of June {year} left it poor."
    snapshot = snapshot_of([{"title": "Visits", "published": "2023-04-01", "text": text}])
    asked = Asked(snapshot, understand("What is our rating now?", snapshot, today=date(2026, 11, 24)))
    [passage] = snapshot.passages([0])
    candidate = Candidate(0, passage, 0, snapshot.document_meta(0), {"holds_rating": 1.0}, 1, 0.0, 0.0, 0.5)
    assert is_outdated(asked, (candidate, AnswerSpan((0, 5), (0, len(text)), None)), [candidate]) is outdated


LONG = (
    "Staff are paid {} for the use of a car. A claim is made within a month. It is paid with the salary, never in cash."
)
FIRST = {"title": "Travel policy 2019", "published": "2019-04-01", "text": LONG.format("£45")}
LAST = {"title": "Travel policy", "published": "2023-04-01", "text": LONG.format("£52")}


def folded(snapshot_of: Made, *documents: Mapping[str, str], question: str = QUESTION) -> dict[int, tuple[int, ...]]:
    snapshot = snapshot_of(documents)
    return other_editions(
        Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 24))), range(len(documents))
    )


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (QUESTION, {1: (0,)}),
        ("How much were staff paid for a car in 2021?", {0: (1,)}),
        ("How much were staff paid for a car in 2024?", {1: (0,)}),
        ("How much were staff paid for a car in 2017?", {0: (1,)}),
        ("How much were staff paid for a car at first, in the first policy?", {0: (1,)}),
        ("How much were staff paid for a car in the previous policy?", {}),
        ("When was the use of a car rated good?", {}),
    ],
)
def test_a_question_is_put_to_one_edition_of_a_passage(
    snapshot_of: Made, question: str, found: dict[int, tuple[int, ...]]
) -> None:
    assert folded(snapshot_of, FIRST, LAST, question=question) == found


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Travel policy of Marlow"},
        {"published": ""},
        {"published": "2019-04-01"},
        {"source": "Marlow Council"},
        {"text": "The hall costs £52 a day. A claim is made within a month. It has a floor of oak."},
        {"text": LONG.format("£52").replace("Staff are", "It is proposed that staff are")},
    ],
)
def test_other_passages_are_no_editions(snapshot_of: Made, other: Mapping[str, str]) -> None:
    made = {name: value for name, value in ({**LAST, **other}).items() if value}
    assert folded(snapshot_of, FIRST, made) == {}


def test_another_edition_is_no_rival_and_what_it_says_is_told(snapshot_of: Made) -> None:
    assistant = Assistant(HashingEncoder(), answer_confidence=0.0)
    alone, both = (assistant.ask(snapshot_of(made), AskRequest(QUESTION)) for made in ([LAST], [FIRST, LAST]))
    assert both.answer is not None and both.answer.value is not None and both.answer.value.text == "£52"
    assert len(both.passages) == 1 and abs(both.confidence - alone.confidence) < 0.02
    [other] = both.alternatives
    assert other.document_id == "000" and other.value is not None and other.value.text == "£45"


@pytest.mark.parametrize(
    ("title", "source", "is_one"),
    [
        ("Minutes of 9 June", "Pellow Trust", True),
        ("Pellow Trust: newsletter", "", True),
        ("Newsletter", "", False),
        ("Pellow Trust: newsletter", "Marlow Trust", False),
    ],
)
def test_a_paper_without_a_publisher_may_name_the_body_in_its_title(
    snapshot_of: Made, title: str, source: str, is_one: bool
) -> None:
    papers = [("Minutes", "Pellow Trust"), (title, source)]
    snapshot = snapshot_of([{"title": each, "source": by, "text": "The fee is £9."} for each, by in papers])
    one, other = (snapshot.document_meta(index) for index in range(2))
    assert may_be_of_one_body(one, other) is may_be_of_one_body(other, one) is is_one


def test_a_paper_of_this_month_is_out_and_one_of_the_next_is_not(tmp_path: Path) -> None:
    papers = {
        "a.md": "# Newsletter, November 2026\n\nA stall costs £14.\n",
        "b.md": "# Note, 12 May 2026\n\nIt rained.\n",
    }
    of_month, of_day = open_papers(papers, tmp_path, HashingEncoder()).metadata
    assert day_by(of_month, date(2026, 11, 9)) == date(2026, 11, 9).toordinal()
    assert day_by(of_month, date(2026, 12, 9)) == date(2026, 11, 30).toordinal()
    assert day_by(of_month, date(2026, 10, 9)) == date(2026, 11, 30).toordinal()
    assert day_by(of_day, date(2026, 5, 9)) == date(2026, 5, 12).toordinal()


def test_the_weekday_of_a_day_tells_no_other_body_and_another_weekday_does() -> None:
    one, other = (f"Minutes of the meeting on {day} 2026" for day in ("Tuesday 10 March", "Wednesday, 8 July"))
    assert name_of(one) == name_of(other)
    assert name_of("Sunday timetable") != name_of("Friday timetable")


def test_later_minutes_without_a_publisher_are_pointed_to(assistant: Assistant, tmp_path: Path) -> None:
    papers = {
        f"{number}.md": (
            f"---\ntitle: Minutes of the meeting on {day}\n---\n# Meeting\n\nPresent: five members.\n\n"
            f"1. Bench. {said}\n"
        )
        for number, day, said in (
            ("1", "Tuesday 13 January 2026", "The fee for a memorial bench is £720."),
            (
                "2",
                "Wednesday 11 March 2026",
                "It was agreed to raise the fee for a bench in memory of somebody to £800.",
            ),
        )
    }
    snapshot = open_papers(papers, tmp_path, assistant.encoder)
    question = AskRequest("How much is the fee for a memorial bench?", today=date(2026, 11, 30))
    answer = assistant.ask(snapshot, question)
    assert answer.confidence <= 0.5 and "£800" in next(one.text for one in answer.notices if one.kind == "later")
