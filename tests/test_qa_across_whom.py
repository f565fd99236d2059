"""Whom a question over many documents asks for, and that others than authorities are listed too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from corpus.judgements.scales import shipped_scales
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.across.tabulating import Tabulated, tabulate
from qa.across.whom import without_about
from qa.query import understand
from tests.judged_papers import HOME, WENDHAM

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
ROWANS = {
    "title": "",
    "text": """Care Quality Commission. Care home.

The Rowans
Inspection report
Date of inspection visit: 3 February 2025
Date of publication: 11 March 2025

Overall rating for this service: Good
Is the service safe? Good
Is the service well-led? Outstanding

The Rowans is a care home for 20 people.
""",
}


@pytest.fixture(scope="module")
def homes(snapshot_of: Made) -> Snapshot:
    return snapshot_of((HOME, ROWANS, *WENDHAM))


def table(snapshot: Snapshot, question: str) -> Tabulated | None:
    return tabulate(understand(question, snapshot, today=date(2026, 11, 27)), snapshot, EVERYTHING)


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Which homes are good?", ["The Rowans"]),
        ("Which care homes require improvement?", ["Larkfield Lodge"]),
        ("Which homes are outstanding for being well-led?", ["The Rowans"]),
        ("Which services are good?", ["The Rowans"]),
        ("Who is good?", ["The Rowans", "Wendham"]),
        ("Which homes are inadequate?", []),
        ("Which schools are good?", []),
        ("Which colleges are good?", []),
        ("Which hospices are good?", []),
        ("Which councils are good?", ["Wendham"]),
        ("Which children's services are good?", ["Wendham"]),
        ("Which children’s services are inadequate?", []),
    ],
)
def test_those_are_listed_who_are_called_so(homes: Snapshot, question: str, subjects: list[str]) -> None:
    found = table(homes, question)
    assert found and [row.subject for row in found.rows] == subjects


def test_they_are_counted_by_what_they_are_called(homes: Snapshot) -> None:
    found = table(homes, "How many homes were ever good?")
    assert found and (found.info.count, found.info.counted) == (2, "homes")


@pytest.mark.parametrize("question", ["Which homes have good food?", "How many beds do the homes have?"])
def test_what_no_judgement_tells_of_them_is_left_to_words(homes: Snapshot, question: str) -> None:
    assert table(homes, question) is None


def test_where_only_authorities_are_judged_homes_are_left_to_words(snapshot_of: Made) -> None:
    assert table(snapshot_of(WENDHAM), "Which homes are good?") is None


def test_the_services_that_an_authority_is_judged_for_are_its_own(homes: Snapshot) -> None:
    found = table(homes, "How did children's services in Wendham change between 2018 and 2024?")
    assert found and [row.subject for row in found.rows][:1] == ["Wendham"]
    assert "Inadequate" in str(found.rows[0]) and "Good" in str(found.rows[-1])


def test_of_all_who_were_inspected_the_last_is_the_one_that_was_inspected_last(homes: Snapshot) -> None:
    every, last = (table(homes, f"Which {asked} inspected") for asked in ("homes were", "home was most recently"))
    assert every and last
    assert [row.last for row in last.rows] == [max(row.last for row in every.rows if row.last)]


def test_those_whom_a_question_calls_nothing_are_counted_by_their_names(homes: Snapshot) -> None:
    counted = table(homes, "Who is good?")
    assert counted and (counted.info.count, counted.info.counted) == (2, "names")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "compare elm row bakery and the bakery inspection of wend",
            "compare elm row bakery and the bakery inspection of wend",
        ),
        ("which bakery was it", "which \n was it"),
        ("was wend a bakery", "was wend a \n"),
    ],
)
def test_what_a_scale_is_about_stays_in_a_name_that_has_it(text: str, left: str) -> None:
    bakeries = replace(next(iter(shipped_scales())), about=("bakery",))
    said, meant = without_about(text, [bakeries], {("elm", "row", "bakery"), ("wend",)})
    assert said == left
    assert meant == [frozenset({(bakeries.key, "")})] * text.count("bakery")
