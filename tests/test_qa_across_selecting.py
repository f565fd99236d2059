"""Of the facts those are selected that were so at the time asked about, as far as is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from tests.judged_papers import MARLOW_2018, WENDHAM_2017, WENDHAM_2023, in_parts, report
from tests.test_qa_across_tabulating import rows, table

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def test_a_report_of_the_year_after_the_inspection_counts_and_says_so(snapshot_of: Made) -> None:
    paper = report("Wendham", "5 to 16 December 2016", "2017-02-03", "Good")
    found = table(snapshot_of([paper]), "Which councils were judged good in 2017?")
    assert [row.note for row in found.rows] == ["report dated 3 February 2017"]
    assert not table(snapshot_of([paper]), "Which councils were judged good in 2018?").rows


def test_what_a_later_document_only_still_tells_is_not_known_to_have_begun_then(snapshot_of: Made) -> None:
    news = {
        "title": "Wendham Council: children's services",
        "published": "2021-05-01",
        "text": "Wendham's children's services are still rated good.",
    }
    assert rows(snapshot_of([WENDHAM_2017, news]), "Which councils were inadequate in 2019?") == []
    assert rows(snapshot_of([WENDHAM_2017]), "Which councils were inadequate in 2019?") != []


def test_a_part_is_not_known_after_the_whole_was_judged_again(snapshot_of: Made) -> None:
    later = {
        "title": "Wendham Council: children's services",
        "published": "2021-05-01",
        "text": "Wendham's children's services were judged good in March 2019.",
    }
    question = "Which councils required improvement for leadership in 2020?"
    assert rows(snapshot_of([WENDHAM_2017]), question) != []
    assert rows(snapshot_of([WENDHAM_2017, later]), question) == []


def test_the_last_two_inspections_of_one_are_compared_without_times(snapshot_of: Made) -> None:
    papers = [
        report("Wendham", f"5 to 16 June {year}", f"{year}-08-01", grade)
        for year, grade in ((2014, "Inadequate"), (2018, "Good"), (2023, "Outstanding"))
    ]
    found = rows(snapshot_of(papers), "What has changed in the overall effectiveness of Wendham?")
    assert [(grade, year) for _, grade, year in found] == [("Good", 2018), ("Outstanding", 2023)]


WENDHAM_2026 = in_parts("Wendham", "4 to 15 May 2026", "2026-07-01", "Outstanding")
NO_WHOLE = "given without a judgement of “Overall effectiveness”"


@pytest.mark.parametrize(
    "question",
    [
        "compare Wendham's overall effectiveness in 2017 and 2026",
        "How did Wendham's overall rating change between 2017 and 2026?",
        "Compare the overall effectiveness of Wendham in 2018 and November 2026",
        "What has changed in the overall effectiveness of Wendham?",
        "compare overall effectiveness of Wendham in 2017 and since 2020",
    ],
)
def test_an_inspection_without_what_is_compared_has_what_it_gave_and_says_so(question: str, snapshot_of: Made) -> None:
    found = table(snapshot_of([WENDHAM_2017, WENDHAM_2026]), question).rows
    assert [(row.value, row.first.year if row.first else 0) for row in found] == [
        ("Inadequate", 2017),
        ("Outstanding", 2026),
        ("Outstanding", 2026),
    ]
    assert [row.note for row in found[1:]] == [NO_WHOLE, NO_WHOLE]


def test_two_are_compared_by_the_last_inspection_of_each_whatever_that_judged(snapshot_of: Made) -> None:
    papers = [WENDHAM_2017, WENDHAM_2026, report("Marlow", "5 to 16 June 2023", "2023-08-01", "Good")]
    found = table(snapshot_of(papers), "compare overall effectiveness of Wendham and Marlow").rows
    assert [(row.subject, row.value, row.note) for row in found] == [
        ("Wendham", "Outstanding", NO_WHOLE),
        ("Wendham", "Outstanding", NO_WHOLE),
        ("Marlow", "Good", ""),
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Compare Wendham in 2017 and 2023", [2017, 2023]),
        ("Compare Wendham and Marlow", ["Wendham", "Marlow"]),
    ],
)
def test_what_is_compared_of_one_thing_stands_one_below_the_other(
    snapshot_of: Made, question: str, told: list[object]
) -> None:
    papers = [WENDHAM_2017, WENDHAM_2023, MARLOW_2018]
    found = table(snapshot_of(papers), question).rows
    assert [row.subject if isinstance(told[0], str) else row.last and row.last.year for row in found] == told * 3
    assert [row.what for row in found] == [one.what for one in found[::2] for _ in told]
    assert len({row.what for row in found}) == 3


def test_where_nothing_was_judged_since_the_last_one_known_still_stands_for_a_time(snapshot_of: Made) -> None:
    found = table(snapshot_of([WENDHAM_2017]), "compare Wendham's overall effectiveness in 2017 and 2026").rows
    assert [row.note for row in found] == ["", "the last one known before that time"]


def test_a_grade_is_not_known_after_an_inspection_that_gave_parts_alone(snapshot_of: Made) -> None:
    snapshot = snapshot_of([WENDHAM_2017, WENDHAM_2026])
    assert rows(snapshot, "Which councils were inadequate in 2025?") != []
    assert rows(snapshot, "Which councils were inadequate in 2027?") == []
