from __future__ import annotations

import pytest

from corpus.document import Block
from qa.verdicts import COMMENT_MAX_CHARS
from tests.pages import ASKED, SCHEMA, answer_from, document
from web.views.voting import NOTICES, show_voting

ANSWER = answer_from(document("Open.", (Block(0, 5),)))


def test_the_buttons_send_what_was_asked_and_the_snapshot_that_answered() -> None:
    voting = show_voting(ANSWER, ASKED, SCHEMA, "", "", "q=Q%3F&k=3")
    assert voting.fields == (
        ("question", "Q?"),
        ("snapshot", "x"),
        ("k", "3"),
        ("published_from", "2020-01-01"),
        ("source", "A & B"),
        ("back", "q=Q%3F&k=3"),
    )
    assert (voting.comment_max, voting.notice, voting.about) == (COMMENT_MAX_CHARS, "", None)


@pytest.mark.parametrize(
    ("notice", "passage", "about"),
    [
        ("kept", "1", 1),
        ("kept", "0", 0),
        ("kept", "2", None),
        ("kept", "", None),
        ("changed", "1", None),
        ("not_kept", "1", None),
    ],
)
def test_a_notice_stands_beside_what_it_is_about(notice: str, passage: str, about: int | None) -> None:
    voting = show_voting(ANSWER, ASKED, SCHEMA, notice, passage, "")
    assert voting.notice in NOTICES.values() and voting.notice
    assert voting.about == about


def test_an_unknown_notice_is_none() -> None:
    assert show_voting(ANSWER, ASKED, SCHEMA, "<b>", "1", "").notice == ""
