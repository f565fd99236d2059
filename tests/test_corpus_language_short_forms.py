"""Short forms: what they stand for is found where both forms stand beside each other."""

from __future__ import annotations

import time

import pytest

from corpus.language.short_forms import asks_meaning, meaning_asked_for

ASKED = "What does CF stand for?"


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        (ASKED, True),
        ("CF meaning", True),
        ("what is meant by CF", True),
        ("Who runs the CF?", False),
        ("What is the mean age?", False),
        ("What does the mean age tell?", False),
        ("what does cf mean in this report", True),
        ("Tell me what CF means.", True),
        ("Who needs a means test?", False),
    ],
)
def test_a_question_asks_for_the_meaning(question: str, asks: bool) -> None:
    assert asks_meaning(question) is asks


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("Grants come from the community fund (CF).", ASKED, "community fund (CF)"),
        ("Community Funds (CFs)\n\n- Help clubs", ASKED, "Community Funds (CFs)"),
        ("CF (community fund) pays.", ASKED, "CF (community fund)"),
        ("The community fund (the “CF”) pays.", ASKED, "community fund (the “CF”)"),
        ("Each head of service (HoS) signs.", "HoS meaning", "head of service (HoS)"),
        ("Each head of service (HS) signs.", "what does hs mean", "head of service (HS)"),
        (
            "The special educational needs coordinator (SENCO)",
            "SENCO meaning",
            "special educational needs coordinator (SENCO)",
        ),
        ("The multi-agency hub (MAH)", "what does MAH mean?", "multi-agency hub (MAH)"),
        ("Ada’s cafe\u0301 fund (CF)", ASKED, "cafe\u0301 fund (CF)"),
    ],
)
def test_both_forms_are_found_beside_each_other(text: str, question: str, said: str) -> None:
    found = meaning_asked_for(question, text)
    assert found is not None and text[slice(*found)] == said


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The community fund (CF) pays.", "Who runs the CF?"),
        ("The community fund (CF) pays.", "What does DF stand for?"),
        ("The hall closed (CF) late.", ASKED),
        ("Community\nfund (CF)", "What does CUF stand for?"),
        ("(CF) (CF)", ASKED),
        ("CF (see the other page)", ASKED),
        ("The CF pays.", ASKED),
        ("Fund (F)", "What does F mean?"),
        ("CF (community fund of) pays.", ASKED),
    ],
)
def test_words_that_do_not_spell_it_are_none(text: str, question: str) -> None:
    assert meaning_asked_for(question, text) is None


def test_small_words_without_end_are_tried_in_no_time() -> None:
    started = time.process_time()
    assert meaning_asked_for("What does ooooooox mean?", f"ooooooox ({'of ' * 38}of)") is None
    assert time.process_time() - started < 1


def test_a_long_text_is_searched_in_no_time() -> None:
    started = time.process_time()
    for text in (
        "(" * 1_000_000,
        "of " * 300_000 + "(CF)",
        "community fund " * 60_000 + "(CF) " * 2_000,
        "a" * 1_000_000,
    ):
        meaning_asked_for(ASKED, text)
    assert time.process_time() - started < 5
