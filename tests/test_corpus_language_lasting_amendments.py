"""Brackets that say that a rule holds no more are told from all other brackets."""

from __future__ import annotations

import time
from datetime import date

import pytest

from corpus.language.lasting.amendments import Amendment, amendments

SAID, TODAY = date(2026, 5, 5), date(2026, 11, 29)


def found(text: str) -> list[Amendment]:
    return list(amendments(text, SAID, TODAY))


@pytest.mark.parametrize(
    ("rule", "brackets"),
    [
        ("Bonfires are allowed on Saturdays.", "[Suspended from 1 July 2026 until further notice]"),
        ("Hens may be kept.", "[Repealed by resolution of the general meeting, 2014.]"),
        ("Hens may be kept.", "[Repealed]"),
        ("Vans may park here.", "(Revoked with effect from 1 January 2025.)"),
        ("(b) Inflatables may be used.", "[Withdrawn 2 June 2024]"),
        ("Nets may be dried here.", "[This byelaw ceased to have effect on 30 September 2022.]"),
        ("Bands may play.", "[Suspended until 1 May 2027.]"),
        ("Late swim | £6", "[discontinued from 1 October 2025]"),
        ("Swimming is permitted", "[now suspended until further notice]"),
    ],
)
def test_brackets_say_that_the_rule_before_them_holds_no_more(rule: str, brackets: str) -> None:
    before = "Dogs must be on a lead." + ("\n" if "|" in rule or rule.startswith("(") else "\n\n")
    text = f"{before}{rule} {brackets}\n\nMore."
    (told,) = found(text)
    assert told.has_ended
    assert text[told.ruled : told.end] == f"{rule} {brackets}"


@pytest.mark.parametrize(
    ("brackets", "worded"),
    [
        ("[Until 31 May 2009 this byelaw read: No cycling.]", "No cycling."),
        ("[Before 2011 this byelaw provided: Kites may be flown.]", "Kites may be flown."),
        ("[Formerly: “Skating is forbidden.”]", "“Skating is forbidden.”"),
    ],
)
def test_brackets_say_how_a_rule_was_worded(brackets: str, worded: str) -> None:
    text = f"Bicycles may be pushed. {brackets}"
    (told,) = found(text)
    assert not told.has_ended
    assert text[told.told : told.end - 1].strip() == worded


def test_a_rule_within_its_brackets_has_their_words_before_it() -> None:
    text = "[Deleted by the committee on 4 April 2019: Ponds are 60 centimetres deep.]"
    (told,) = found(text)
    assert text[told.told :] == " Ponds are 60 centimetres deep.]"


@pytest.mark.parametrize(
    "text",
    [
        "Dogs must be kept on a lead. [See also rule 9 on nuisance.]",
        "A deposit is payable. [Inserted on 12 May 2018.]",
        "A shed may be 2.5 metres tall. [Substituted on 3 March 2021 for “2 metres”.]",
        "Fires are forbidden. [Repeal of this byelaw was proposed in 2023 and not carried.]",
        "Stalls pay £30. [Suspended from 1 January 2027.]",
        "Bait digging is allowed. [Suspended from 1 March 2024 to 30 June 2024.]",
        "Bands may play. [Suspended until 1 May 2025.]",
        "The contract of Ada Moor (revoked in 2019) was for six years.",
        "The lamps [suspended from iron brackets since 1904] are lit at dusk.",
        "See the report [2014] and [3]. Anglers may fish [the western arm only].",
        "The hall [until 2009 a chapel] holds ninety.",
    ],
)
def test_other_brackets_and_those_that_are_over_or_to_come_say_nothing(text: str) -> None:
    assert not found(text)


def test_many_brackets_take_no_long_time() -> None:
    started = time.process_time()
    for hostile in ("[" * 20_000, "[until a " * 3_000, "[Repealed " * 3_000, "[until " + "a " * 290 + "]" * 9_000):
        found(hostile)
    assert time.process_time() - started < 2
