"""Of a question for several things the passage with their list is read, however far down the first stage has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from corpus.document import Passage
from index.snapshot import Snapshot
from qa.passages.asked import Asked
from qa.query import understand
from qa.ranking.listing import holds_asked_list, with_listing

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
LIST = "## {}\n\n- records of visits\n- the lift"
PROSE = "The lift was mended in May. Meals are better than they were."


def asked_about(snapshot_of: Made, question: str, *texts: str) -> tuple[Asked, list[Passage]]:
    """A question that is put to the passages of some documents, and these."""
    snapshot = snapshot_of({"title": f"Home {number}", "text": text} for number, text in enumerate(texts))
    return Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 24))), snapshot.passages(
        range(len(texts))
    )


@pytest.mark.parametrize(
    ("question", "heading", "holds"),
    [
        ("What has the home got to improve?", "What needs to improve?", True),
        ("What could be done better at the home?", "What needs to improve?", True),
        ("What has the home got to improve?", "What works well", False),
        ("Which things does the home lend?", "Things that are lent", True),
        ("Which rooms are let?", "What needs to improve?", False),
    ],
)
def test_a_list_is_asked_for_by_what_stands_above_it(
    snapshot_of: Made, question: str, heading: str, holds: bool
) -> None:
    asked, [passage] = asked_about(snapshot_of, question, LIST.format(heading))
    assert holds_asked_list(asked, passage) is holds


def test_where_none_of_those_to_be_read_has_the_list_that_one_is_read_in_the_place_of_the_last(
    snapshot_of: Made,
) -> None:
    texts = (PROSE, PROSE, LIST.format("What works well"), LIST.format("What must improve"), LIST.format("To improve"))
    asked, passages = asked_about(snapshot_of, "What does the home have to improve?", *texts)
    assert with_listing(asked, passages, range(5), 2) == [0, 3], "no more are read, and the likeliest of the lists is"
    assert with_listing(asked, passages, [0, 4, 3], 2) == [0, 4], "one of them has such a list"
    assert with_listing(asked, passages, range(3), 2) == [0, 1], "there is none"
    assert with_listing(asked, passages, range(5), 1) == [0], "the likeliest is read in any case"


def test_a_question_for_one_thing_reads_what_is_likeliest(snapshot_of: Made) -> None:
    asked, passages = asked_about(snapshot_of, "When did the home improve?", PROSE, PROSE, LIST.format("To improve"))
    assert with_listing(asked, passages, range(3), 2) == [0, 1]
