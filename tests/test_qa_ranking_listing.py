"""Of a question for several things the passage with their list is read, however far down the first stage has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import numpy as np
import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.features import featurize
from qa.passages.asked import Asked
from qa.passages.candidates import Candidates
from qa.query import understand
from qa.ranking.listing import holds_asked_list, with_listing
from qa.ranking.retrieve import retrieve_rows

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
LIST = "## {}\n\n- records of visits\n- the lift"
PROSE = "The lift was mended in May. Meals are better than they were."


def asked_about(snapshot_of: Made, question: str, *texts: str, title: str = "Home {}") -> tuple[Asked, Candidates]:
    """A question with the passages of some documents, one each, of 2020 and the years after it."""
    papers = [
        {"title": title.format("ABCDEFG"[number]), "text": text, "published": f"{2020 + number}-05-02"}
        for number, text in enumerate(texts)
    ]
    snapshot = snapshot_of(papers)
    asked = Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 24)))
    return asked, featurize(asked, retrieve_rows(asked, HashingEncoder(), np.arange(len(texts))))


@pytest.mark.parametrize(
    ("question", "heading", "holds"),
    [
        ("What has the home got to improve?", "What needs to improve?", True),
        ("What could be done better at the home?", "What needs to improve?", True),
        ("What has the home got to improve?", "What works well", False),
        ("Which things does the home lend?", "Things that are lent", True),
        ("Who else may use the home?", "Others who may come:", True),
        ("Which rooms are let?", "What needs to improve?", False),
    ],
)
def test_a_list_is_asked_for_by_what_stands_above_it(
    snapshot_of: Made, question: str, heading: str, holds: bool
) -> None:
    asked, candidates = asked_about(snapshot_of, question, LIST.format(heading))
    assert holds_asked_list(asked, candidates.passages[0]) is holds


def test_where_none_of_those_to_be_read_has_the_list_that_one_is_read_in_the_place_of_the_last(
    snapshot_of: Made,
) -> None:
    texts = (PROSE, PROSE, LIST.format("What works well"), LIST.format("What must improve"), LIST.format("To improve"))
    asked, candidates = asked_about(snapshot_of, "What does the home have to improve?", *texts)
    assert with_listing(asked, candidates, range(5), range(5), 2) == [0, 3], "the likeliest of the lists"
    assert with_listing(asked, candidates, range(5), range(2), 3) == [0, 1, 3], "though it is not likely"
    assert with_listing(asked, candidates, [0, 4, 3], range(5), 5) == [0, 1, 2, 3, 4], "one of them has such a list"
    assert with_listing(asked, candidates, range(3), range(3), 2) == [0, 1], "there is none"
    assert with_listing(asked, candidates, range(5), range(5), 1) == [0], "the likeliest is read in any case"
    when, candidates = asked_about(snapshot_of, "When did the home improve?", *texts)
    assert with_listing(when, candidates, range(5), range(5), 2) == [0, 1], "one thing is asked for"


def test_the_list_is_that_of_a_document_which_is_meant(snapshot_of: Made) -> None:
    own = LIST.format("What must improve")
    question = "What did the home have to improve in 2023?"
    asked, candidates = asked_about(snapshot_of, question, PROSE, PROSE, own, own)
    assert with_listing(asked, candidates, range(4), range(2), 3) == [0, 1, 3], "that of 2022 is of another time"
    named, candidates = asked_about(
        snapshot_of, "What does Fenwick D have to improve?", PROSE, PROSE, own, own, title="Report on Fenwick {}"
    )
    assert named.query.documents == ((3,),)
    assert with_listing(named, candidates, range(4), range(2), 3) == [0, 1, 3]
