"""Exchanges: a name or a letter of the question with another in its place."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.exchanges import (
    acts_on_another,
    exchanges_letter,
    exchanges_name,
    is_contact_for_another,
    is_titled_otherwise,
    sets_apart,
)


@pytest.mark.parametrize(
    ("question", "sentence", "exchanged"),
    [
        ("What does Ada Moor read at Wick?", "Ada Moor reads law at Cole.", True),
        ("What will Ben study at Wick?", "He studied stone carving at the Cole School, and sings.", True),
        ("When did Ben play for Wick?", "Ben played for Cole from 1990 to 1993.", True),
        ("How long did Ada live in Wick?", "Ada lived in Cole for two years.", True),
        ("What does Ada Moor read at Cole?", "Ada Moor reads law at Cole.", False),
        ("What does Ada Moor read at Wick?", "Ada Moor reads law at Cole and drama at Wick.", False),
        ("What does Ada Moor read at Wick?", "Ada Moor reads law.", False),
        ("What does Ada Moor read at Wick?", "Ada Moor reads law in Cole.", False),
        ("What does Ada Moor teach at Wick?", "Ada Moor reads law at Cole.", False),
        ("When was the play read at Wick?", "It was read at Easter and in May.", False),
        ("When did the club meet in May?", "The club met in June.", False),
        ("Why was the Wick trip called off?", "The trip to Cole was called off.", True),
        ("Why was the Wick trip called off?", "The trip to Wick was called off.", False),
        ("Why was the Wick trip called off?", "The fair at Cole was called off.", False),
        ("Did Ada move from Cole to Wick?", "Ada moved from Cole.", False),
    ],
)
def test_a_deed_at_one_place_is_not_told_by_it_at_another(question: str, sentence: str, exchanged: bool) -> None:
    assert exchanges_name(question, sentence, "") is exchanged


def test_what_a_sentence_stands_under_may_name_the_place() -> None:
    assert not exchanges_name("What was built in Wick?", "A hall was built in Church Road.", "News from Wick")


@pytest.mark.parametrize(
    ("question", "said", "exchanged"),
    [
        ("How much is a hepatitis A jab?", "Hepatitis B | 3 | £45", True),
        ("How much is a Hepatitis A jab?", "A hepatitis B jab costs £45.", True),
        ("How much is a hepatitis A jab?", "Hepatitis A | 3 | £45", False),
        ("How much is a hepatitis B jab?", "Hepatitis A and B | 3 | £45", False),
        ("How much is a hepatitis B jab?", "Hepatitis A to C | 3 | £45", False),
        ("How much is a hepatitis A jab?", "A jab costs £45.", False),
        ("How much is a hepatitis jab?", "Hepatitis B | 3 | £45", False),
        ("What did Walter A. Moor say?", "Walter B Carr spoke.", False),
        ("Who has plan A?", "A plan B. Moor has.", False),
    ],
)
def test_what_goes_by_one_letter_is_not_told_by_what_goes_by_another(question: str, said: str, exchanged: bool) -> None:
    assert exchanges_letter(question, said) is exchanged


def test_long_texts_are_read_in_one_pass() -> None:
    started = time.process_time()
    exchanges_name("What is read at Wick?", "read at at at " * 5_000, "")
    exchanges_letter("What is plan A?", "plan B, C, " * 5_000)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("question", "above", "document", "otherwise"),
    [
        ("How long must I rest after a hip replacement?", "Your knee replacement", "Rest for two days.", True),
        ("Can I drive after my hip replacement last May?", "Your knee replacement", "Rest for two days.", True),
        ("How long must I rest after a knee replacement?", "Your knee replacement", "Rest for two days.", False),
        ("How long must I rest after a hip replacement?", "Your knee replacement", "For hips it is three.", False),
        ("How long must I rest after a total replacement?", "Your knee replacement", "Rest for two days.", False),
        ("How long must I rest after a replacement?", "Your knee replacement", "Rest for two days.", False),
        ("How long must I rest after a hip operation?", "Your knee replacement", "Rest for two days.", False),
        ("How long does the hip replacement team rest?", "Your knee replacement", "Rest for two days.", False),
        ("How long do I rest after a hip replacement?", "After a replacement", "Rest for two days.", False),
        ("How long does the planning process take?", "The application process", "It takes two days.", False),
        ("What is the fire procedure?", "Evacuation procedure", "Leave by the back.", False),
        ("How long do I rest after a hip replacement?", "Your new replacement", "Rest for two days.", False),
    ],
)
def test_a_paper_called_by_another_kind_of_a_thing_tells_nothing_of_it(
    question: str, above: str, document: str, otherwise: bool
) -> None:
    assert is_titled_otherwise(question, above, lambda: f"{above}\n{document}") is otherwise


@pytest.mark.parametrize(
    ("question", "sentence", "apart"),
    [
        ("Why did the arson start?", "A faulty plug, not arson, started the fire.", True),
        ("How much did the cheese cost?", "The ham (not the cheese) cost £3.", True),
        ("How much did the ham cost?", "The ham, not the cheese, cost £3.", False),
        ("How much did the cheese cost?", "The ham, not only the cheese, cost £3.", False),
        ("How much did the cheese cost?", "The ham, not the cheese, cost £3, and cheese £2.", False),
        ("How much did the cheese cost?", "The cheese cost £3, not £4.", False),
        ("How much did the cheese cost?", "It was not the cheese that cost £3.", False),
        ("Who pays for repairs if not the landlord?", "The tenant, not the landlord, pays for repairs.", False),
        ("Who pays for repairs instead of the landlord?", "The tenant, not the landlord, pays for repairs.", False),
        ("Why does the landlord not pay?", "The tenant, not the landlord, pays since it is his.", False),
    ],
)
def test_what_is_only_set_apart_is_not_told_of(question: str, sentence: str, apart: bool) -> None:
    assert sets_apart(question, sentence) is apart


@pytest.mark.parametrize(
    ("question", "said", "is_other"),
    [
        ("What number do I ring about damp?", "Out of hours, ring 01774 555 999.", True),
        ("What number do I ring to report a pothole?", "At night, ring 01774 555 999.", True),
        ("What number do I ring about damp?", "Damp homes: 01774 555 999.", False),
        ("What number do I ring about damp?", "Street lights: 01774 555 999.", True),
        ("What number do I ring about rats?", "Out of hours, ring 01774 555 999.", False),
        ("What number do I ring about a problem?", "Out of hours, ring 01774 555 999.", False),
        ("What is said about damp?", "Out of hours, ring 01774 555 999.", False),
    ],
)
def test_a_number_is_for_what_is_named_beside_it(question: str, said: str, is_other: bool) -> None:
    others = ["Damp and mould should be reported online.", "We aim to look at potholes within a week."]
    assert is_contact_for_another(question, said, "Report it", others) is is_other


LOGS = "Clerks must keep visitor logs for two years. Ward rotas must be kept by the matron for six months."


@pytest.mark.parametrize(
    ("question", "said", "near", "another"),
    [
        ("How long must the matron keep visitor logs?", "Ward rotas must be kept for six months.", "", True),
        ("How long do clerks keep rotas?", "Clerks must keep visitor logs for two years.", "", True),
        ("How long do clerks keep logs?", "Clerks must keep visitor logs for two years.", "", False),
        ("How long do clerks keep logs?", "Ward rotas must be kept for six months.", "Logs and rotas", False),
        ("How long do clerks keep logs?", "It must be kept for six months.", "", False),
        ("How long do clerks keep logs?", "Clerks keep them for six months.", "", False),
        ("How long do clerks keep letters?", "Ward rotas must be kept for six months.", "", False),
        ("How long do clerks keep ward logs?", "Ward rotas must be kept for six months.", "", False),
        ("How long can clerks go without keeping logs?", "Ward rotas must be kept for six months.", "", False),
        (
            "How long must new senior hospital night shift ward clerks keep visitor logs?",
            "Rotas must be kept.",
            "",
            False,
        ),
        ("How long must night clerks keep visitor logs?", "Rotas must be kept for six months.", "", True),
        ("How long do clerks sit?", "Ward rotas must be kept for six months.", "", False),
        ("", "", "", False),
    ],
)
def test_what_is_done_to_one_thing_is_not_what_is_done_to_another(
    question: str, said: str, near: str, another: bool
) -> None:
    assert acts_on_another(question, said, near, lambda: LOGS) is another
