"""Called: a document of another body, place or thing than a question names does not answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.passages.called import is_of_another, names_absent, own_references, says_name
from qa.query.entities import Name
from tests.called_papers import PAPERS
from tests.words_shown import asked_of, no_answer

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(PAPERS)


@pytest.mark.parametrize(
    ("question", "document", "said", "another"),
    [
        ("Who is the harbour master at Wick?", "amber", "The master is Bo Hale.", True),
        ("who is the harbour master at wick", "amber", "The master is Bo Hale.", True),
        ("Who is the harbour master at Amber?", "amber", "The master is Bo Hale.", False),
        ("Who is the harbour master?", "amber", "The master is Bo Hale.", False),
        ("Who is the harbour master at Wick and at Amber?", "amber", "The master is Bo Hale.", False),
        ("How many pilots are at Wick?", "both", "There are six pilots.", False),
        ("When is high tide at Wick?", "tides", "High tide is at noon.", False),
        ("What does the roof cost the Lower School Board?", "upper", "A roof is £5,000.", True),
        (
            "What does the roof cost the Lower School Board?",
            "upper",
            "The Lower School Board pays for the roof.",
            False,
        ),
        ("What does the roof cost the Upper School Board?", "upper", "A roof is £5,000.", False),
        ("When did the Upper School Board meet?", "lower", "The Lower School Board met with the Upper one.", False),
        ("How many buses has Stoke Depot?", "hartley", "The depot has 42 buses, and others.", True),
        ("How many buses has Hartley Depot?", "hartley", "The depot has 42 buses, and others.", False),
        ("What does Wick Town Council ask for the hall?", "hall", "The Jubilee Hall costs £16.", False),
        ("Who is the harbour master at Thornby?", "amber", "The master is Bo Hale.", False),
        ("Who is the harbour master at Wick?", "nowhere", "The master is Bo Hale.", False),
    ],
)
def test_a_document_that_is_called_otherwise_and_does_not_speak_of_it_is_of_another(
    papers: Snapshot, question: str, document: str, said: str, another: bool
) -> None:
    assert is_of_another(asked_of(papers, question), document, said) is another


@pytest.mark.parametrize(
    ("question", "document", "share"),
    [
        ("Who is the harbour master at Wick?", "amber", 1.0),
        ("Who is the harbour master at Wick?", "both", 0.0),
        ("Who is the harbour master at Wick?", "wick", 0.0),
        ("Who is the harbour master at Wick and at Amber?", "amber", 0.5),
        ("Who is the harbour master?", "amber", 0.0),
        ("Who is the harbour master at Thornby?", "amber", 0.0),
        ("Who is the harbour master at Wick?", "nowhere", 0.0),
    ],
)
def test_the_share_of_names_that_a_document_has_nowhere(
    papers: Snapshot, question: str, document: str, share: float
) -> None:
    assert names_absent(asked_of(papers, question), document) == share


@pytest.mark.parametrize(
    ("name", "said", "says"),
    [
        ("Grade B", "Grades A to C have 25 days.", True),
        ("Grade B", "Grades D to F have 27 days.", False),
        ("Grade B", "Everybody has 25 days.", False),
        ("Wick Zone C", "Zones A to D", False),
        ("Wick", "Boats pay £9 a night at Wick.", True),
        ("Wick", "Boats pay £9.", False),
    ],
)
def test_words_say_a_name_by_its_words_or_by_a_range_of_letters(name: str, said: str, says: bool) -> None:
    assert says_name(said, Name(name, 0, len(name), 0, True)) is says


NOTICE = "Application number: 26/00318/FUL\nApplicant: Ada Moor, C.12\n\nWork may go on until noon."


def test_a_document_gives_its_own_reference_at_its_beginning(snapshot_of: Made) -> None:
    lines = "".join(f"Line {number} says so.\n\n" for number in range(30))
    papers = snapshot_of(
        [
            {"id": "report", "title": "Notice", "text": NOTICE},
            {"id": "late", "title": "Late", "text": f"{lines}Application number: 26/00318/FUL"},
        ]
    )
    assert own_references(papers, "report") == "Application number: 26/00318/FUL"
    circular = [
        {"id": "seven", "title": "Brae Rowing Club", "text": "Brae Rowing Club\n\nCircular No. 007\n\nBring oars."}
    ]
    assert own_references(snapshot_of(circular), "seven") == "Circular No. 007"
    assert own_references(papers, "late") == own_references(papers, "nowhere") == ""


def test_all_of_a_notice_is_of_its_own_application_and_of_no_other(snapshot_of: Made) -> None:
    papers = snapshot_of([{"id": "report", "title": "Notice", "text": NOTICE}])
    said = "Work may go on until noon."
    assert not no_answer(papers, "Until when may work go on under 26/00318/FUL?", said, said)
    assert no_answer(papers, "Until when may work go on under 26/00402/FUL?", said, said)
