"""About: documents are said to be about a name only where they are called by all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.abstaining.about import about_names, documents_called, of_which_time, telling
from qa.query import understand

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"title": "Stroke ward to move to Wendham", "published": "2024-05-01", "text": "Beds move to Wendham."},
            {
                "title": "Fees at St Brega's Primary School",
                "published": "2025-05-01",
                "text": "Luke Orr of Rovers paid.",
            },
            {"title": "Bins in Thornby", "published": "2026-05-01", "text": "The Rovers play. Bins are green."},
            {"title": "Thornby Council: parks", "text": "Parks are open. Ask Thornby Council."},
            {"title": "Pools", "text": "Pools are shut. Pupils of the Primary School swim."},
        ]
    )


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("How many beds are in Wendham?", " about Wendham"),
        ("how many beds are in wendham", " about Wendham"),
        ("How many beds are in Wendham and Thornby?", " about Wendham or Thornby"),
        ("What did Luke Orr pay in Wendham?", " about Wendham"),
        ("What did Wendham Rovers pay?", ""),
        ("when do we hear about primary places", ""),
        ("What did Wendham Council pay?", " about Wendham Council"),
        ("what did wendham council pay", " about Wendham"),
        ("What did the Council pay?", ""),
        ("What do St Brega's pupils pay?", " about St Brega"),
        ("Are parks green?", ""),
    ],
)
def test_a_part_of_a_name_says_nothing_of_what_documents_are_about(question: str, about: str, papers: Snapshot) -> None:
    query = understand(question, papers, today=date(2026, 11, 30))
    assert about_names(query, papers) == about
    assert bool(telling(query, papers)) == bool(about)


def test_the_times_are_those_of_the_documents_called_so_or_else_of_all(papers: Snapshot) -> None:
    named = understand("How many beds are in Wendham?", papers, today=date(2026, 11, 30))
    assert [document.title for document in documents_called(named, papers)] == ["Stroke ward to move to Wendham"]
    assert of_which_time(named, papers) == "are from 2024"
    nobody = understand("What is green?", papers, today=date(2026, 11, 30))
    assert len(documents_called(nobody, papers)) == 5
    assert of_which_time(nobody, papers) == "that have a date are from 2024, 2025 and 2026"
