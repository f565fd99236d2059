"""Which words of a question its list should have, and what is so of the things that it asks for."""

from __future__ import annotations

import pytest

from corpus.language.words import stems
from qa.query.list_terms import list_coverage, predicate_asked, tells_of_a_deed, unneeded


@pytest.mark.parametrize(
    ("question", "needed"),
    [
        ("What are the areas for improvement?", "improvement"),
        ("Which kinds of bread are there?", "bread"),
        ("What must links be like?", "links"),
        ("Which improvements did inspectors ask of Moor House?", "improvements Moor House"),
        ("What are the weaknesses that it must address?", "weaknesses"),
        ("Which weaknesses did it address?", "weaknesses address"),
        ("Which lamps did inspectors find?", "lamps inspectors find"),
    ],
)
def test_words_that_only_ask_for_a_list_need_not_stand_in_it(question: str, needed: str) -> None:
    terms = set(stems(question))
    assert terms - unneeded(question, terms) == set(stems(needed))


def test_what_a_list_need_not_have_counts_where_it_has_it() -> None:
    idf, spare = dict.fromkeys(("area", "roof", "lamp"), 1.0), frozenset({"area"})
    assert list_coverage(idf, spare, {"roof"}) == 0.5
    assert list_coverage(idf, spare, {"roof", "area"}) == pytest.approx(2 / 3)
    assert list_coverage({"area": 1.0}, spare, {"roof"}) == 0.0


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which duties did the caretaker neglect?", "neglect"),
        ("What did the caretaker forget?", "forget"),
        ("Which recommendations were rejected?", "reject"),
        ("Which members are women?", "women"),
        ("Which forms are needed?", ""),
        ("What were the recommendations?", ""),
        ("Which duties does the caretaker neglect?", ""),
        ("Who neglected the duties?", ""),
    ],
)
def test_what_is_so_of_the_things_that_are_asked_for_is_the_last_word(question: str, said: str) -> None:
    found = predicate_asked(question, stems(question))
    assert found == (stems(said)[0] if said else "")


@pytest.mark.parametrize(
    ("lead", "is_so"),
    [
        ("The following people were elected:", True),
        ("Tenders received:", True),
        ("What needs to improve?", False),
        ("You need:", False),
        ("Duties of the caretaker", False),
    ],
)
def test_what_leads_into_a_list_may_tell_of_a_deed(lead: str, *, is_so: bool) -> None:
    assert tells_of_a_deed(lead) is is_so
