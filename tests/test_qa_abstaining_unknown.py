"""Unknown names: what the documents do not mention is said truly, of short forms too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.abstaining.unknown import names_unknown
from qa.query import understand

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"title": "Cattle", "text": "Tuberculosis in cattle rose. The director of children's services saw it."},
            {"title": "Rain", "text": "Ada Moor measured the rain at Thornby. The Royal Meteorological Office helped."},
        ]
    )


def said(question: str, papers: Snapshot) -> str:
    return names_unknown(understand(question, papers, today=date(2026, 11, 30)), papers)


def test_of_a_short_form_only_its_letters_are_said_to_be_missing(papers: Snapshot) -> None:
    assert said("Did BSE in cattle rise?", papers) == (
        "The short form BSE stands nowhere in the documents here. Ask with its words in full."
    )
    assert said("Did BSE rise at the NFU?", papers) == (
        "The short forms BSE and NFU stand nowhere in the documents here. Ask with their words in full."
    )


def test_what_a_short_form_may_stand_for_is_said_where_it_is_known(papers: Snapshot) -> None:
    told = said("What does RMO mean?", papers)
    assert told.endswith("RMO may stand for Royal Meteorological Office, which they do mention.")


def test_what_is_known_to_stand_for_one_thing_is_not_taken_for_another_that_begins_alike(snapshot_of: Made) -> None:
    papers = snapshot_of([{"title": "Boards", "text": "The Chair of the Quality Committee spoke. Boards meet."}])
    assert said("What did the CQC find?", papers).startswith("The short form CQC stands nowhere in the documents")


def test_a_title_is_no_part_of_a_name_that_is_offered(snapshot_of: Made) -> None:
    papers = snapshot_of([{"title": "Doctors", "text": "Ask Dr Moor. Dr Orr is away."}])
    assert said("Who is Dr Patel?", papers) == "The documents here do not mention Dr Patel. Check how it is spelt."


def test_names_beside_short_forms_are_told_with_what_is_nearest(papers: Snapshot) -> None:
    assert said("Did Zebedee Moor have BSE?", papers) == (
        "The documents here do not mention Zebedee Moor. They do mention Moor. "
        "The short form BSE stands nowhere in the documents here. Ask with its words in full."
    )


@pytest.mark.parametrize("question", ["What does BSE mean?", "WHO IS AT BSE?"])
def test_where_capitals_tell_nothing_or_a_meaning_is_asked_for_it_is_a_name(question: str, papers: Snapshot) -> None:
    assert said(question, papers).startswith("The documents here do not mention ") or "BSE" not in said(
        question, papers
    )


@pytest.mark.parametrize("question", ["Where did Ada Moor measure rain?", "Is cattle fed?"])
def test_nothing_is_said_where_all_names_stand_in_documents(question: str, papers: Snapshot) -> None:
    assert said(question, papers) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How was A&E rated?", "The short form A&E stands nowhere in the documents here. Ask with its words in full."),
        (
            "Does the Q&A say so?",
            "The short form Q&A stands nowhere in the documents here. Ask with its words in full.",
        ),
        ("What did Brown&Co see?", "The documents here do not mention Brown&Co. Check how it is spelt."),
        ("What did Brown & Sons see?", "The documents here do not mention Brown & Sons. Check how it is spelt."),
    ],
)
def test_letters_joined_by_an_ampersand_are_told_whole(papers: Snapshot, question: str, told: str) -> None:
    assert said(question, papers) == told
