"""Deeds: how often or when a tank is inspected is not how often or when it is drained."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.deeds import (
    is_considered_alone,
    is_dated_of_another,
    is_dated_otherwise,
    is_denied_beside,
    is_of_another_deed,
    is_over_by_then,
    lasts_no_time,
)
from corpus.language.values import value_spans

ASKED = "How often are the tanks drained?"
INSPECTED = "The tanks are inspected once a year."


@pytest.mark.parametrize(
    ("question", "sentence", "other", "another"),
    [
        (ASKED, INSPECTED, "Tanks were last drained in May 2021.", True),
        ("How often do you drain the tanks?", INSPECTED, "Tanks are drained every ten years.", True),
        (ASKED, INSPECTED, "The tanks are in the loft.", False),
        (ASKED, INSPECTED, "Ponds were last drained in May 2021.", False),
        (ASKED, INSPECTED, "If tanks are drained, ring us every time.", False),
        (ASKED, INSPECTED, "Tanks may be drained.", False),
        (ASKED, "The tanks are drained once a year.", "Tanks were last drained in May 2021.", False),
        (ASKED, "The tanks are a nuisance once a year.", "Tanks were last drained in May 2021.", False),
        (ASKED, "The boilers are inspected once a year.", "Tanks were last drained in May 2021.", False),
        (
            ASKED,
            "The tanks, housed in the loft, get a rinse once a year.",
            "Tanks were last drained in May 2021.",
            False,
        ),
        (ASKED, "The tanks are weekly and thoroughly inspected.", "Tanks were last drained in May 2021.", True),
        (
            "How often are the tanks checked?",
            "The tanks are sampled once a day.",
            "Tanks were checked in May 2021.",
            False,
        ),
        ("How often are the tanks checked?", INSPECTED, "Tanks were last checked in May 2021.", False),
        (
            "How soon must a claim be answered?",
            "A claim must be made within a year.",
            "Claims are answered within a week.",
            True,
        ),
        (
            "How long have you to answer a claim?",
            "A claim must be made within a year.",
            "Claims are answered within a week.",
            True,
        ),
        (
            "How soon must a claim be made?",
            "A claim must be made within a year.",
            "Claims are answered within a week.",
            False,
        ),
        ("When were the tanks drained?", INSPECTED, "Tanks were last drained in May 2021.", False),
        ("", "", "", False),
    ],
)
def test_how_often_is_not_told_of_another_deed(question: str, sentence: str, other: str, another: bool) -> None:
    assert is_of_another_deed(question, sentence, [other]) is another


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


@pytest.mark.parametrize(
    ("question", "sentence", "words", "is_other"),
    [
        (
            "When did the fuel berth break down?",
            "The fuel berth reopened on 21 September 2026 after the pump broke down in the first week of that month.",
            "",
            True,
        ),
        (
            "When did the pump break down?",
            "The fuel berth reopened on 21 September 2026 after the pump broke down in the first week of that month.",
            "all",
            False,
        ),
        (
            "When did the fuel berth reopen?",
            "The fuel berth reopened on 21 September 2026 after the pump broke down in the first week of that month.",
            "",
            False,
        ),
        (
            "When did the winch cable snap?",
            "The slipway was closed on 3 May 2026, a day after the winch cable snapped.",
            "",
            True,
        ),
        (
            "When did the winch cable snap?",
            "The slipway was closed on 3 May 2026, a day after the winch cable snapped.",
            "3 May 2026, a day after the winch cable snapped",
            False,
        ),
        (
            "When was the fire at the ice plant?",
            "The ice plant, which had been shut since the fire, started again on 11 August 2026.",
            "",
            True,
        ),
        (
            "When did the ice plant shut?",
            "The ice plant, which had been shut since the fire, started again on 11 August 2026.",
            "",
            True,
        ),
        (
            "When did the ice plant shut?",
            "The ice plant, which had been shut since the fire, started again on 11 August 2026.",
            "all",
            True,
        ),
        (
            "When did the ice plant start again?",
            "The ice plant, which had been shut since the fire, started again on 11 August 2026.",
            "",
            False,
        ),
        (
            "When was the fish market painted?",
            "The fish market was painted before it opened on 5 April 2026.",
            "",
            True,
        ),
        ("When did the fish market open?", "The fish market was painted before it opened on 5 April 2026.", "", False),
        (
            "When did the lorry strike the bridge?",
            "The bridge was repaired in June 2026 after a lorry struck it.",
            "",
            True,
        ),
        (
            "When did the boiler at the mill fail?",
            "The boiler was serviced on 6 November 2026, after it had failed twice in the cold spell.",
            "6 November 2026, after it had failed twice in the cold spell",
            True,
        ),
        (
            "When did the bearing crack?",
            "The waterwheel was installed on 4 May 1988, and stopped turning when the bearing cracked.",
            "",
            True,
        ),
        (
            "When did the waterwheel stop turning?",
            "The waterwheel was installed on 4 May 1988, and stopped turning when the bearing cracked.",
            "4 May 1988, and stopped turning when the bearing cracked",
            True,
        ),
        (
            "When was the waterwheel installed?",
            "The waterwheel was installed on 4 May 1988, and stopped turning when the bearing cracked.",
            "",
            False,
        ),
        (
            "When was the marquee damaged?",
            "The volunteers' barbecue was cancelled on 11 July 2026 because the marquee had been damaged by wind.",
            "all",
            True,
        ),
        (
            "When did the boiler burst at the school?",
            "The heating was restored on 19 October 2026 after the boiler burst.",
            "",
            True,
        ),
        (
            "When did the tiles come off?",
            "The roof was mended on 17 April 2026 after tiles came off in the February storm.",
            "",
            True,
        ),
        (
            "When did Mr Lamb resign?",
            "Mrs Okoro was appointed head on 1 September 2025, two months after Mr Lamb resigned.",
            "",
            True,
        ),
        (
            "When did Mr Lamb resign?",
            "Mrs Okoro was appointed head on 1 September 2025, two months after Mr Lamb resigned.",
            "all",
            False,
        ),
        ("When was the lease signed?", "The lease was signed on 20 May 2026 and ends on 19 May 2046.", "", False),
        ("When does the lease end?", "The lease was signed on 20 May 2026 and ends on 19 May 2046.", "", True),
        (
            "When was the plan approved?",
            "The plan was considered by the committee on 3 May 2026 and approved.",
            "",
            False,
        ),
        ("When was the hall opened?", "On 3 May 2026 the mayor cut the ribbon and opened the hall.", "", False),
        ("When was the pool closed?", "The pool was closed on 3 May 2026 after the pump broke down.", "", False),
        ("When was the pool closed?", "The pool was closed after the pump broke down on 3 May 2026.", "", True),
        ("When was the plan approved?", "The plan was approved after the committee met on 3 May 2026.", "", False),
        ("When did the board agree the plan?", "The board, which met on 3 May 2026, agreed the plan.", "", False),
        ("When did the pump fail?", "The pump that failed was replaced on 3 May 2026.", "", True),
        ("When was the pump replaced?", "The pump that failed was replaced on 3 May 2026.", "", False),
        ("When must the form be returned?", "The form must be returned before the end of May 2026.", "", False),
        ("When is the hall open?", "The hall is closed until 3 May 2026.", "", False),
        ("When did the pool open?", "It was not until 3 May 2026 that the pool opened.", "", False),
        ("When is the AGM?", "Papers go out before the AGM, which is on 3 May 2026.", "", False),
        ("When is the fair?", "The fair, which is free, is on 3 May 2026.", "", False),
        ("When was the hall built?", "The hall was built and opened on 3 May 1988.", "", False),
        ("When does the course run?", "The course starts on 3 May 2026 and runs for six weeks.", "", False),
        ("When did the fair run?", "The fair opened on 3 May 2026 and ran until 5 May 2026.", "", False),
        (
            "When did the hall flood?",
            "The hall reopened on 3 May 2026 because the drains had been cleared after it had flooded.",
            "",
            True,
        ),
        ("When was the flood?", "The hall reopened on 3 May 2026 after the flood.", "", True),
        ("When did the hall reopen?", "The hall reopened on 3 May 2026 after the flood.", "", False),
        ("When did Ann Lee become chair?", "Ann Lee was elected on 3 May 2026 after the chair resigned.", "", False),
        ("When was Ann Lee made chair?", "Ann Lee was elected on 3 May 2026 after the chair resigned.", "", False),
        ("When did the chair resign?", "Ann Lee was elected on 3 May 2026 after the chair resigned.", "", True),
        (
            "When did Ann Lee join?",
            "The berth was repaired on 3 May 2026 by Ann Lee, who joined the trust as an apprentice.",
            "",
            True,
        ),
        ("When did Ann Lee join?", "Ann Lee, who joined the trust on 3 May 2026, repaired the berth.", "", False),
        (
            "When did Ann Lee repair the berth?",
            "Ann Lee, who joined the trust on 3 May 2026, repaired the berth.",
            "",
            True,
        ),
        ("When was the refund paid?", "The refund was paid on 3 May 2026, once the form had been signed.", "", False),
        ("When was the form signed?", "The refund was paid on 3 May 2026, once the form had been signed.", "", True),
        (
            "When did the league start?",
            "The league started on 3 May 2026 and the final was played on 9 June 2026.",
            "",
            False,
        ),
        (
            "When was the final played?",
            "The league started on 3 May 2026 and the final was played on 9 June 2026.",
            "",
            True,
        ),
        (
            "When was the final played?",
            "The league started on 3 May 2026 and the final was played on 9 June 2026.",
            "9 June 2026",
            False,
        ),
        ("When will the road close?", "The road will close on 3 May 2026 before the bridge is lifted in.", "", False),
        (
            "When will the bridge be lifted in?",
            "The road will close on 3 May 2026 before the bridge is lifted in.",
            "",
            True,
        ),
        ("When was the fire?", "The fire on 3 May 2026 destroyed the roof, and the hall was closed.", "", False),
        (
            "When does the season start?",
            "The season starts on 3 May 2026 and the pool will be open until 9 September 2026.",
            "",
            False,
        ),
        ("When did the dredger arrive?", "The dredger arrived on 12 July 2026 and left on 26 July 2026.", "", False),
        ("When was the bid accepted?", "The bid was submitted on 3 May 2026 and was accepted.", "", False),
        ("When did the scheme end?", "The scheme, launched in 2019, ended on 3 May 2026.", "3 May 2026", False),
        (
            "When was the school last inspected?",
            "The school was last inspected on 3 May 2026, when it was judged good.",
            "",
            False,
        ),
        ("When are applications due?", "Applications, which are made online, are due on 3 May 2026.", "", False),
        ("When does the circle meet?", "The circle, which began in 2015, meets on Fridays.", "all", False),
        ("When does the circle meet?", "The circle, which began in 2015, meets on Fridays.", "in 2015", True),
        ("When does the circle meet?", "The circle, which began in 2015, meets at the hall.", "all", True),
        (
            "When will the results be announced?",
            "The results will be announced on 3 May 2026 after the votes have been counted.",
            "",
            False,
        ),
    ],
)
def test_the_day_of_another_deed_in_a_sentence(question: str, sentence: str, words: str, is_other: bool) -> None:
    days = value_spans(sentence, "date")
    start = 0 if words == "all" else sentence.index(words) if words else days[0][0]
    end = len(sentence) if words == "all" else start + len(words) if words else days[0][1]
    assert is_dated_otherwise(question, sentence, (start, end), days) is is_other


SORRY = "The clerk apologised on 4 May."
NO_CENSURE = "The panel considered, but did not recommend, a censure."


@pytest.mark.parametrize(
    ("question", "sentence", "others", "denied"),
    [
        ("When was the clerk censured?", SORRY, [NO_CENSURE], True),
        ("Why was the clerk censured?", SORRY, [NO_CENSURE], True),
        ("When was the clerk not censured?", SORRY, [NO_CENSURE], False),
        ("When did the clerk apologise?", SORRY, [NO_CENSURE], False),
        ("When was the clerk censured?", SORRY, ["The censure was read out."], False),
        ("When was the clerk censured?", SORRY, [NO_CENSURE, "The censure was read out."], False),
        ("When was the clerk censured?", "She was censured on 4 May.", [NO_CENSURE], False),
        ("When was the clerk censured?", SORRY, [NO_CENSURE, "Ms Hale had recommended a censure."], True),
        ("When was the clerk censured?", SORRY, ["Ms Hale had recommended a censure."], False),
        ("When was the clerk censured?", SORRY, [], False),
        ("When was the driver banned?", "The driver was fined in May.", ["The driver was never banned."], True),
        ("How much was the owner fined?", "The cook paid £90.", ["The owner was not fined."], True),
        ("When was the order confirmed?", "The order was made in May.", ["It has not yet been confirmed."], True),
        ("When was the order confirmed?", "The order was made in May.", ["It was confirmed, but not at once."], False),
        ("Was the clerk censured?", SORRY, [NO_CENSURE], False),
    ],
)
def test_what_was_not_done_by_all_that_is_told_has_no_day_or_reason(
    question: str, sentence: str, others: list[str], denied: bool
) -> None:
    assert is_denied_beside(question, sentence, others) is denied


LATE = "At our visit 40 repairs were overdue."
DONE = "By May all repairs had been completed."


@pytest.mark.parametrize(
    ("question", "sentence", "later", "over"),
    [
        ("How many repairs are still overdue?", LATE, [DONE], True),
        (
            "How many repairs are still overdue?",
            LATE,
            ["The council had cleared all of the overdue ones by May."],
            True,
        ),
        ("How many repairs were overdue?", LATE, [DONE], False),
        ("How many repairs are still overdue?", "Still 40 repairs are overdue.", [DONE], False),
        ("How many repairs are still overdue?", LATE, ["By May most repairs had been completed."], False),
        ("How many repairs are still overdue?", LATE, ["All repairs had not been completed by May."], False),
        ("How many repairs are still overdue?", LATE, ["All forms had been completed."], False),
        ("How many repairs are still overdue?", LATE, [], False),
    ],
)
def test_what_was_finished_later_is_not_still_so(question: str, sentence: str, later: list[str], over: bool) -> None:
    assert is_over_by_then(question, sentence, later) is over


BAN = "The panel considered, but did not impose, a ban."


@pytest.mark.parametrize(
    ("question", "sentence", "alone"),
    [
        ("What punishment did the driver get?", BAN, True),
        ("What did the panel do?", "It considered a fine, then decided against that.", True),
        ("How much will the path cost?", "A path for £9,000 was considered and rejected.", True),
        ("What did the panel consider?", BAN, False),
        ("Why was the driver not banned?", BAN, False),
        ("When did the board reject the path?", "The board discussed the path and rejected it.", False),
        ("Which plan was rejected?", "A path for £9,000 was considered and rejected.", False),
        ("What punishment did the driver get?", "The panel considered the case and fined him.", False),
        ("What happened to the path?", "A path for £9,000 was considered and rejected.", False),
    ],
)
def test_what_was_considered_and_not_done_is_not_what_was(question: str, sentence: str, alone: bool) -> None:
    assert is_considered_alone(question, sentence) is alone


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
