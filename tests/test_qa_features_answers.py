"""Answer features: passages that hold and state what is asked for stand out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from corpus.language.kinds import KNOWN_BY_FORM
from index.snapshot import Snapshot
from tests.features_shown import feature

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"id": "pair", "title": "A", "text": "Lead inspector: Ada Moor\nOverall effectiveness: Good"},
            {"id": "said", "title": "B", "text": "The schools were judged good by those who came in May 2019."},
            {"id": "near", "title": "C", "text": "The roof of the pool cost 40 pounds."},
            {
                "id": "far",
                "title": "D",
                "text": f"The roof of the pool is dear. {'It is of slate. ' * 12} It cost 40 pounds.",
            },
            {"id": "list", "title": "E", "text": "What to mend:\n• the roof\n• the door\n• the wall"},
            {"id": "none", "title": "F", "text": "The roof of the pool is of slate and the schools are near."},
        ]
    )


def test_a_pair_counts_where_its_value_is_of_the_kind(papers: Snapshot) -> None:
    values = feature(papers, "Who was the lead inspector?", "pair_holds_terms")
    assert values["pair"] == 1.0 and not any(value for name, value in values.items() if name != "pair")
    assert feature(papers, "When was the lead inspector there?", "pair_holds_terms")["pair"] == 0.0


def test_a_rating_that_is_asked_about_is_said_by_a_half_and_more_with_the_terms_by_it(papers: Snapshot) -> None:
    values = feature(papers, "When were schools judged good?", "says_rating")
    assert values["said"] == 1.0 and values["none"] == values["near"] == 0.0
    assert 0.5 <= values["pair"] < 1.0
    assert not any(feature(papers, "When were schools judged inadequate?", "says_rating").values())
    assert not any(feature(papers, "When were schools judged?", "says_rating").values())


def test_a_statement_matches_by_the_share_of_its_subject_that_is_asked_about(papers: Snapshot) -> None:
    match = feature(papers, "When were schools judged good?", "statement_match")
    assert match["pair"] == 1.0, "what is said of the whole is asked about"
    assert 0 < match["said"] <= 1.0 and match["near"] == match["none"] == 0.0
    terms = feature(papers, "When were schools judged good?", "states_terms")
    assert 0 < terms["said"] <= match["said"] and terms["pair"] < 1.0


def test_a_value_near_the_terms_counts_and_one_far_from_them_does_not(papers: Snapshot) -> None:
    values = feature(papers, "How much did the roof of the pool cost?", "value_near_terms")
    assert values["near"] == 1.0 and 0 < values["far"] < 1.0 and values["none"] == 0.0


@pytest.mark.parametrize(
    ("question", "kind", "held"),
    [
        ("How much did the roof cost?", "number", {"near": 1.0, "far": 1.0}),
        ("When were schools judged?", "date", {"said": 1.0}),
        ("Who was the lead inspector?", "person", {"pair": 1.0}),
        ("How were the schools rated?", "rating", {"pair": 1.0, "said": 1.0}),
        ("What are the things to mend?", "list", {"list": 1.0}),
    ],
)
def test_what_holds_a_value_of_the_kind_is_told_for_that_kind_alone(
    papers: Snapshot, question: str, kind: str, held: dict[str, float]
) -> None:
    values, lacks = feature(papers, question, f"holds_{kind}"), feature(papers, question, "lacks_value")
    assert {name: value for name, value in values.items() if value} == held
    assert lacks == {name: 1.0 - value for name, value in values.items()}
    for other in set(KNOWN_BY_FORM) - {kind}:
        assert not any(feature(papers, question, f"holds_{other}").values())


def test_kinds_without_a_form_are_lacked_by_nothing(papers: Snapshot) -> None:
    assert not any(feature(papers, "Why is the roof of slate?", "lacks_value").values())
