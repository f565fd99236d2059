"""Deeds: how often or when a tank is inspected is not how often or when it is drained."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.deeds import (
    is_dated_of_another,
    is_left_alone,
    lasts_no_time,
)

ASKED = "How often are the tanks drained?"
INSPECTED = "The tanks are inspected once a year."


@pytest.mark.parametrize(
    ("question", "words", "before", "no_time"),
    [
        ("How long does the check take?", "every five years", "It is checked ", True),
        ("How long does the check take?", "five years", "It is checked every ", True),
        ("How long does the check take?", "each term", "It is checked ", True),
        ("How long does the check take?", "every day for a week", "It goes on ", False),
        ("How long does the check take?", "every one of us an hour", "It takes ", False),
        ("How long does the check take?", "seven days", "It is done within ", False),
        ("How long does the meeting last?", "seven days", "It decides within ", True),
        ("How long does the meeting last?", "two hours", "It takes ", False),
        ("How long is it between checks?", "every five years", "It is checked ", False),
        ("", "", "", False),
    ],
)
def test_until_when_and_how_often_are_no_duration(question: str, words: str, before: str, no_time: bool) -> None:
    assert lasts_no_time(question, words, before) is no_time


SORRY = "The clerk apologised on 4 May."
NO_CENSURE = "The panel considered, but did not recommend, a censure."


LATE = "At our visit 40 repairs were overdue."
DONE = "By May all repairs had been completed."


BAN = "The panel considered, but did not impose, a ban."


@pytest.mark.parametrize(
    ("question", "sentence", "under", "is_other"),
    [
        ("When did the crane arrive?", "The dredger arrived on 12 July 2026.", "", True),
        ("When did the crane arrive?", "The dredger arrived on 12 July 2026.", "The new crane", False),
        ("When did the crane arrive?", "The crane arrived on 12 July 2026.", "", False),
        ("When did the crane arrive?", "It arrived on 12 July 2026.", "", False),
        ("When did the crane arrive?", "The machine arrived on 12 July 2026 with its driver.", "", False),
        ("When was the winch replaced?", "The carpets were replaced on 2 March 2026.", "", True),
        ("When was the winch cable replaced?", "The cable was replaced on 2 March 2026.", "", False),
        ("When was the head appointed?", "Mrs Okoro was appointed on 1 September 2025.", "", False),
        ("When was the winch replaced?", "The carpets were sold on 2 March 2026.", "", False),
        ("When did she arrive?", "The dredger arrived on 12 July 2026.", "", False),
        ("When did the library open?", "The building opened on 4 May 1904.", "", False),
        ("When did the theatre open?", "The library opened on 4 May 1904.", "", True),
        ("When were the kids evacuated?", "The children were evacuated on 4 May 1940.", "", False),
        ("When did the councillors meet?", "The council met on 4 May 2026.", "", False),
        ("When was the road resurfaced?", "The highway was resurfaced on 4 May 2026.", "", False),
    ],
)
def test_the_day_of_a_deed_of_another_thing(question: str, sentence: str, under: str, is_other: bool) -> None:
    assert is_dated_of_another(question, sentence, under) is is_other


@pytest.mark.parametrize(
    ("question", "before", "is_other"),
    [
        ("When was the ramp mended?", "2. The pump broke down on 3 March.", True),
        ("When was the ramp mended?", "The ramp was shut. The pump broke down on 3 March.", False),
        ("When was the pump mended?", "2. The pump broke down on 3 March.", False),
        ("When was the ramp mended?", "Work went on.", False),
        ("When was the pub mended?", "The Plough lost its roof.", False),
        ("When was the ramp mended?", "", False),
    ],
)
def test_it_is_what_the_sentence_before_tells_of(question: str, before: str, is_other: bool) -> None:
    assert is_dated_of_another(question, "It was mended on 9 March 2026.", "Minutes", before) is is_other


def test_a_name_may_be_that_of_the_thing() -> None:
    assert not is_dated_of_another("When did the pub close?", "The Plough closed on 3 May 2026.", "News")
    assert is_dated_of_another("When did the pub close?", "The shop closed on 3 May 2026.", "News")


@pytest.mark.parametrize(
    ("question", "sentence", "is_left"),
    [
        ("Why was the walnut felled?", "The walnut was left alone after bats were found.", True),
        ("When was the roof replaced?", "The roof was left as it was in May.", True),
        ("Why was the wall pulled down?", "The wall was left standing because it is old.", True),
        ("Why was the walnut left alone?", "The walnut was left alone after bats were found.", False),
        ("Why was the oak felled?", "The oak was felled and the walnut left alone.", False),
        ("Why does the walnut lean?", "The walnut was left alone.", False),
        ("Why was the walnut felled?", "The walnut was ill.", False),
    ],
)
def test_what_was_left_alone_was_not_done(question: str, sentence: str, is_left: bool) -> None:
    assert is_left_alone(question, sentence) is is_left
