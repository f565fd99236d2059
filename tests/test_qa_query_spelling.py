"""Misspelt words are taken for words of the documents; right ones are left alone."""

from __future__ import annotations

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.query import understand
from qa.query.spelling import whole_words
from tests.query_corpora import TODAY, corrections, places, read, read_for_slips


@pytest.mark.parametrize("place", ["Herefordshire", "Bolton", "Sutton", "Brighton"])
@pytest.mark.parametrize("slip", ["dropped", "doubled", "swapped"])
def test_a_slip_in_a_name_is_corrected_and_can_be_undone(reports: Snapshot, place: str, slip: str) -> None:
    wrong = {
        "dropped": place[:3] + place[4:],
        "doubled": place[:4] + place[3:],
        "swapped": place[:3] + place[4] + place[3] + place[5:],
    }[slip]
    for typed in (wrong, wrong.lower()):
        question = f"what was {typed}'s rating in 2017"
        query = read(question, reports)
        assert corrections(query) == [(f"{typed}'s", f"{place}'s")]
        assert query.question == f"what was {place}'s rating in 2017"
        assert [place in found for numbers in places(query, reports) for found in numbers] == [True]
        as_typed = understand(question, reports, today=TODAY, as_typed=True)
        assert (as_typed.question, as_typed.interpretation.mended, as_typed.documents) == (question, (), ())


@pytest.mark.parametrize(
    "question",
    [
        "How was Boston rated?",
        "what does a bolting horse do",
        "what did the sultan say of kant",
        "Is it brightening up?",
        "Is NEKT a gene?",
        "What do Frenchman and Korea have in common with Leaders?",
        "Were there midday or midway reviews in sutton?",
        "readings of the plan",
        "How was Sutton, Herefordshire, Bolton or Brighton rated?",
        "How were suttons and Boltons reports received?",
    ],
)
def test_a_word_that_is_right_is_never_corrected(reports: Snapshot, articles: Snapshot, question: str) -> None:
    assert corrections(read(question, reports)) == corrections(read(question, articles)) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what did the comissioner say", [("comissioner", "commissioner")]),
        ("what did the commisioner say", [("commisioner", "commissioner")]),
        ("what did the commissionerr say", [("commissionerr", "commissioner")]),
        ("what did the commissoiner say", [("commissoiner", "commissioner")]),
        ("what did the commissiomer say", [("commissiomer", "commissioner")]),
        ("what did the inspecter say", [("inspecter", "inspector")]),
        ("what did the comissioner's staff say", [("comissioner's", "commissioner's")]),
        ("Comissioner: who is it?", [("Comissioner", "Commissioner")]),
        ("who is the comissionér", [("comissionér", "commissioner")]),
        ("WHO IS THE COMISSIONER?", [("COMISSIONER", "COMMISSIONER")]),
        ("do famlies and referals matter", [("famlies", "families"), ("referals", "referrals")]),
        ("how many famillies were there", [("famillies", "families")]),
        ("what of its dominace", [("dominace", "dominance")]),
        ("Was the Comissioner paid?", [("Comissioner", "Commissioner")]),
        ("who met the famliy?", []),
        ("who met the cmmsisionr?", []),
    ],
)
def test_a_slip_in_an_ordinary_word_is_corrected_and_can_be_undone(
    notes: Snapshot, question: str, expected: list[tuple[str, str]]
) -> None:
    query = read_for_slips(question, notes)
    assert corrections(query) == expected
    understood = question
    for typed, meant in expected:
        understood = understood.replace(typed, meant)
    assert query.question == understood
    assert set(query.interpretation.terms) >= {meant for _, meant in expected if meant.islower()}
    assert all(question[each.start : each.end] == each.text for each in query.interpretation.mended)
    as_typed = read_for_slips(question, notes, as_typed=True)
    assert (as_typed.question, corrections(as_typed)) == (question, [])


@pytest.mark.parametrize(
    "question",
    [
        "does it bother anyone, and is it of any stature",
        "costing of the hall",
        "is there talcum powder",
        "who was handed what",
        "who is serving pain",
        "is it unplanned",
        "should there be more members",
        "Was Mr Statua there?",
        "Was Mrs Satue there?",
        "adoptive or adaptive plans",
        "a stat of hal",
        "2statue or 2,019 or famil1es",
        "what is it like on wednesdays or in decembr",
        "the of and",
    ],
)
def test_a_word_that_may_be_right_is_left_as_it_is(notes: Snapshot, question: str) -> None:
    assert corrections(read_for_slips(question, notes)) == []


def test_names_and_words_are_corrected_in_one_question(reports: Snapshot) -> None:
    query = read_for_slips("what was the inspecton of Herefordshre", reports)
    assert corrections(query) == [("inspecton", "inspection"), ("Herefordshre", "Herefordshire")]
    assert query.question == "what was the inspection of Herefordshire"


def test_an_encoder_that_knows_every_word_whole_leaves_ordinary_words_alone(notes: Snapshot) -> None:
    question = "what did the comissioner say"
    assert corrections(read(question, notes)) == []
    assert corrections(understand(question, notes, today=TODAY, is_word=whole_words(HashingEncoder()))) == []
