"""Hours of the day: where they stand, and whether a question asks for one or for the day from which on it is so."""

from __future__ import annotations

import pytest

from corpus.language.lasting.hours import (
    asks_hour,
    asks_opening,
    has_bounds,
    hour_asked,
    hours,
    lacks_hour,
    tells_hour,
    tells_of_other_hours,
    weekdays_asked,
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It opens at 7am, 8am from November 2025.", ["7am", "8am"]),
        ("Open from 10am to 5pm, 9-5pm on Fridays.", ["10am to 5pm", "9-5pm"]),
        ("The gates shut at dusk or at 16:30.", ["dusk", "16:30"]),
        ("It opens at 9.00 and costs 2.50.", ["9.00"]),
        ("Rates rose by 3.20% to 4.10%.", []),
    ],
)
def test_hours_are_found(text: str, told: list[str]) -> None:
    assert [text[slice(*span)] for span in hours(text)] == told


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("When does it open?", True),
        ("At what time is the pool open?", True),
        ("By when must the bins be out?", True),
        ("When does the new time start?", False),
        ("From when is it open later?", False),
        ("When did the pool open?", False),
        ("When is the fair?", False),
    ],
)
def test_a_question_of_what_is_so_asks_for_an_hour(question: str, is_asked: bool) -> None:
    assert asks_hour(question) is is_asked


@pytest.mark.parametrize(
    ("question", "sentence", "quote", "hour"),
    [
        ("When does it open?", "It opens at 7am, 8am from November 2025.", "November 2025", "8am"),
        ("When does it start?", "From Monday 3 November 2025 it will start at 8am.", "3 November 2025", "8am"),
        ("When is it open?", "It is open from 10am to 5pm until 31 October 2025.", "31 October 2025", "10am to 5pm"),
        ("When does it open?", "It opens at 7am, 8am from November 2025.", "7am", ""),
        ("When does it open?", "It opens from 3 May 2026, at 7am.", "3 May 2026", ""),
        ("When does the sale end?", "The sale runs until 4 May 2026, 9am to 5pm.", "4 May 2026", ""),
        ("When does the class end?", "Until 4 May 2026 the class ends at 8pm.", "4 May 2026", "8pm"),
        ("When is it open?", "It is open daily from 3 May 2026 to 5 June 2026, 10am to 5pm.", "3 May 2026", ""),
        ("When does it start?", "It starts on 5 January 2027 at 7pm.", "5 January 2027", ""),
        ("When does it open?", "It will change from 7am to 8am from November 2025.", "November 2025", ""),
        ("When does the new time start?", "It opens at 7am, 8am from November 2025.", "November 2025", ""),
    ],
)
def test_the_day_since_which_an_hour_is_so_is_not_what_is_asked_for(
    question: str, sentence: str, quote: str, hour: str
) -> None:
    start = sentence.index(quote)
    found = hour_asked(question, sentence, (start, start + len(quote)))
    assert (sentence[slice(*found)] if found else "") == hour


def test_words_with_the_hour_tell_it_where_no_day_answers() -> None:
    changed = "It opens at 7am, 8am from November 2025."
    assert tells_hour("When does it open?", changed, (12, 15))
    assert not tells_hour("When does it open?", changed, (24, 38))
    assert not tells_hour("When does it start?", "It starts on 5 January 2027 at 7pm.", (31, 34))


def test_bounds_and_other_hours_are_told_by_words() -> None:
    assert has_bounds("Open at 8am from May 2025.") and not has_bounds("It starts on 5 May 2025 at 7pm.")
    assert tells_of_other_hours("When does it open?", "it closes at 5pm")
    assert not tells_of_other_hours("When does it open?", "7am") and not tells_of_other_hours(
        "When does it open?", "open at 7"
    )


@pytest.mark.parametrize(
    ("question", "said", "is_lacking"),
    [
        ("What time does the office shut?", "closed on Wednesdays", True),
        ("What time does the office shut?", "at 4pm", False),
        ("What time does the office shut?", "at dusk", False),
        ("What time does the office shut on Sundays?", "closed on Sundays", False),
        ("What time is needed for the form?", "about half an hour", False),
        ("What time limit is there for appeals?", "None is set.", False),
        ("When does the office shut?", "on Wednesdays", False),
    ],
)
def test_a_day_tells_no_time_of_the_day(question: str, said: str, is_lacking: bool) -> None:
    assert lacks_hour(question, said) is is_lacking


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("library hours thurs", {3}),
        ("opening times sat", {5}),
        ("What are the opening times of the sun lounge?", set()),
        ("Can we wed in the hall?", set()),
        ("When does it open on Mondays?", {0}),
    ],
)
def test_short_forms_of_days_count_beside_hours(question: str, days: set[int]) -> None:
    assert weekdays_asked(question) == days


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How late is the baths open?", True),
        ("surgery opening times", True),
        ("When does the toddler group start?", True),
        ("How many books may I borrow?", False),
        ("Who opens the hall?", False),
    ],
)
def test_opening_hours_are_asked_for_in_several_ways(question: str, asks: bool) -> None:
    assert asks_opening(question) is asks
