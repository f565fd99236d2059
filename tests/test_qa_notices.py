"""What is not obeyed in a question is said with its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.notices import notices
from qa.pipeline import Assistant
from qa.query import Interpretation
from qa.request import AskRequest

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.mark.parametrize(
    ("ignored", "text"),
    [
        (("-visits",), "-visits is searched as plain words."),
        (("NOT", "-visits"), "NOT, -visits are searched as plain words."),
    ],
)
def test_signs_of_other_search_engines_are_said_to_be_ignored(ignored: tuple[str, ...], text: str) -> None:
    [notice] = notices(Interpretation("children NOT plans -visits", ignored=ignored))
    assert (notice.kind, notice.text) == ("ignored_syntax", text)


def test_a_plain_question_has_no_notice() -> None:
    assert notices(Interpretation("children")) == ()


def test_an_answer_and_a_refusal_have_the_notice(reports: Snapshot) -> None:
    for question in ("children NOT plans -visits", '"zebra crossings" upkeep'):
        answer = Assistant(HashingEncoder()).ask(reports, AskRequest(question))
        assert [notice.kind for notice in answer.notices] == ["ignored_syntax"]


def test_an_answer_of_an_undated_document_says_what_it_is_later_than(snapshot_of: Made) -> None:
    text = "Wendham's children's services were judged inadequate in July 2022. They are now rated good."
    snapshot = snapshot_of([{"title": "Wendham's children's services", "text": text}])
    answer = Assistant(HashingEncoder()).ask(snapshot, AskRequest("What is the rating of Wendham's services now?"))
    assert [(notice.kind, "31 July 2022" in notice.text) for notice in answer.notices] == [("undated", True)]
