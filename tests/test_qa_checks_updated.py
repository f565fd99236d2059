"""Updates: what a later note in the same paper tells otherwise is no longer so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.checks.updated import is_updated
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

NOTICE = """Summer works

The hall reopens on 24 July. The pool reopens on 3 August. The bar is closed.

Update, 9 July: The hall will now reopen on 31 July, as the carpets came late.

# Correction

A day ticket for the rink is £5."""


@pytest.fixture(scope="module")
def notices(snapshot_of: Made) -> Snapshot:
    return snapshot_of([{"id": "report", "title": "Summer works", "text": NOTICE}])


@pytest.mark.parametrize(
    ("question", "said", "quote", "updated"),
    [
        ("When does the hall reopen?", "The hall reopens on 24 July.", "24 July", True),
        ("when will the hall reopen", "Hall | 24 July", "24 July", True),
        ("How much is a day ticket for the rink?", "A day ticket for the rink is £4.", "£4", True),
        ("When was the hall originally to reopen?", "The hall reopens on 24 July.", "24 July", False),
        ("When does the pool reopen?", "The pool reopens on 3 August.", "3 August", False),
        ("When does the hall reopen?", "The hall will now reopen on 31 July.", "31 July", False),
        ("Is the bar closed?", "The bar is closed.", "The bar is closed", False),
        ("How much is a week ticket for the rink?", "A week ticket for the rink is £9.", "£9", False),
    ],
)
def test_a_later_note_takes_the_place_of_what_was_said(
    notices: Snapshot, question: str, said: str, quote: str, updated: bool
) -> None:
    assert is_updated(words_of(asked_of(notices, question), said, quote, title="Summer works")) is updated


@pytest.mark.parametrize(
    ("note", "updated"),
    [("Correction: the gala is on 11 July.", True), ("Correction: the bar shuts on 11 July.", False)],
)
def test_what_the_paper_is_about_is_told_otherwise_where_the_note_names_it(
    snapshot_of: Made, note: str, updated: bool
) -> None:
    paper = {"id": "report", "title": "Swim gala", "text": f"Swim gala\n\nThe gala is on 4 July.\n\n{note}"}
    asked = asked_of(snapshot_of([paper]), "When is the gala?")
    assert is_updated(words_of(asked, "The gala is on 4 July.", "4 July", title="Swim gala")) is updated
