"""Phrases and words to leave out are heeded and told, and so is what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.deciding.notices import notices, of_words
from qa.pipeline import Assistant
from qa.query import Interpretation
from qa.request import AskRequest

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

PAPERS = (
    {"title": "Doors", "text": "A spare key hangs behind the front door of the hall."},
    {"title": "Dogs", "text": "The key to the kennels is a spare one. The dog bites."},
    {"title": "Bells", "text": "A spare key to the bell tower is kept by the dog warden."},
)


@pytest.mark.parametrize(
    ("ignored", "text"),
    [
        (("visit*",), "visit* is searched as plain words."),
        (("AND", "visit*"), "AND, visit* are searched as plain words."),
    ],
)
def test_signs_of_other_search_engines_are_said_to_be_ignored(ignored: tuple[str, ...], text: str) -> None:
    [notice] = notices(Interpretation("children AND plans visit*", ignored=ignored))
    assert (notice.kind, notice.text) == ("ignored_syntax", text)


def test_which_july_was_last_july_is_told(snapshot_of: Made) -> None:
    papers = snapshot_of(
        [{"title": "Count", "published": "2026-08-03", "text": "In July 2026 we counted 73 pairs of lapwing."}]
    )
    answer = Assistant(HashingEncoder()).ask(
        papers, AskRequest("How many lapwing did you count last July?", today=date(2026, 11, 30))
    )
    told = "“last July” is read as July 2026. Name the year where you mean another."
    assert ("read_as", told) in [(notice.kind, notice.text) for notice in answer.notices]


def test_a_plain_question_has_no_notice() -> None:
    assert notices(Interpretation("children")) == ()


@pytest.mark.parametrize(
    ("question", "titles", "kind", "text"),
    [
        (
            'where is a "spare key"',
            {"Doors", "Bells"},
            "applied_syntax",
            "Only passages with “spare key” word for word are shown.",
        ),
        ("spare key -dog", {"Doors"}, "applied_syntax", "Passages with “dog” are left out."),
        ('spare key NOT "front door"', {"Dogs", "Bells"}, "applied_syntax", "Passages with “front door” are left out."),
        (
            'who has the "key spare"',
            {"Doors", "Dogs", "Bells"},
            "ignored_syntax",
            "No passage was found with “key spare” word for word, so its words are searched as plain words.",
        ),
        (
            "dog -spare",
            {"Doors", "Dogs", "Bells"},
            "ignored_syntax",
            "No passage was found without “spare”, so none is left out.",
        ),
    ],
)
def test_what_is_shown_heeds_the_signs_or_it_is_told(
    snapshot_of: Made,
    question: str,
    titles: set[str],
    kind: str,
    text: str,
) -> None:
    answer = Assistant(HashingEncoder()).ask(snapshot_of(PAPERS), AskRequest(question))
    assert {passage.citation.title for passage in answer.passages} == titles
    [notice] = answer.notices
    assert (notice.kind, notice.text) == (kind, text)


def test_what_is_left_out_is_no_word_of_the_question(
    snapshot_of: Made,
) -> None:
    read = Assistant(HashingEncoder()).ask(snapshot_of(PAPERS), AskRequest("spare key -zebras in hall")).interpretation
    assert read is not None and read.excluded == ("zebras",)
    assert read.question == "spare key in hall" and "zebras" not in read.terms


def test_an_answer_of_an_undated_document_says_what_it_is_later_than(snapshot_of: Made) -> None:
    text = "Wendham's children's services were judged inadequate in July 2022. They are now rated good."
    snapshot = snapshot_of([{"title": "Wendham's children's services", "text": text}])
    answer = Assistant(HashingEncoder()).ask(snapshot, AskRequest("What is the rating of Wendham's services now?"))
    assert [(notice.kind, "31 July 2022" in notice.text) for notice in answer.notices] == [("undated", True)]


def test_words_that_say_that_it_is_not_known_are_shown_as_such() -> None:
    [notice] = of_words("What caused the fire?", "Some blame a kettle, but the cause is not yet known.")
    assert (notice.kind, notice.text) == ("not_known", "These words say that this is not known, or not settled yet.")
    assert of_words("What caused the fire?", "The cause was a kettle.") == ()
