"""The words around a date without its year tell whether it is past or to come."""

from __future__ import annotations

import pytest

from corpus.language.times.tense import (
    asks_when_meant,
    is_hour_alone,
    is_moved_from,
    is_next_of_another,
    is_yearly,
    only_past,
    only_plans_state,
    only_to_come,
    says_next,
    tells_what_is,
    tense,
)


def told(sentence: str) -> str:
    start = sentence.index("1 July")
    return tense(sentence, start, start + len("1 July"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The hall will reopen on 1 July.", "coming"),
        ("Payment is due by 1 July.", "coming"),
        ("The firm has the part and expects to fit it on 1 July.", "coming"),
        ("We found rust and hope to open by 1 July.", "coming"),
        ("The trust, which bought it, aims to open on 1 July.", "coming"),
        ("The council agreed, and is planning to close it on 1 July.", "coming"),
        ("They intend to meet on 1 July.", "coming"),
        ("We hoped for rain on 1 July.", "past"),
        ("Who's locking up on 1 July?", "present"),
        ("The clerk's note of 1 July", ""),
        ("It's been shut since it burned on 1 July.", "past"),
        ("She had the hope that on 1 July", "past"),
        ("The deadline for comments was moved to 1 July.", "coming"),
        ("The hearing was postponed to 1 July.", "present"),
        ("The hall reopens on 1 July.", "present"),
        ("The gates reopen on 1 July.", "present"),
        ("The order is effective 1 July.", "lasting"),
        ("The library is closed from 1 July.", "lasting"),
        ("Entry: £4 from 1 July.", "lasting"),
        ("It was to be built by 1 July.", "present"),
        ("The record was set on 1 July.", "past"),
        ("On 1 July fares rise.", "present"),
        ("The licensed bars, which opened last May, close on 1 July.", "present"),
        ("The hall reopened on 1 July.", "past"),
        ("The hall was closed on 1 July.", "past"),
        ("The rule has applied since 1 July.", "past"),
        ("It has been open since 1 July.", "past"),
        ("On 1 July fares rose.", "past"),
        ("At the start of the inquest on 1 July", ""),
        ("1 July", ""),
        ("The hall will reopen. 1 July", ""),
    ],
)
def test_the_nearest_verb_tells_but_words_of_what_comes_first(sentence: str, expected: str) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "yearly"),
    [
        ("Fees rise on 1 July every year.", True),
        ("Every 1 July the fair is held.", True),
        ("It usually opens on 1 July.", True),
        ("On 1 July every two years they meet.", True),
        ("Every child was paid on 1 July.", False),
        ("It opens every year. Then, on 1 July, it shut.", False),
    ],
)
def test_a_day_of_every_year_is_known_by_its_sentence(sentence: str, yearly: bool) -> None:
    start = sentence.index("1 July")
    assert is_yearly(sentence, start, start + 6) == yearly


@pytest.mark.parametrize(
    ("sentence", "what_is"),
    [
        ("The committee is chaired by Ada Moor.", True),
        ("It will meet again.", True),
        ("The Board agreed to pay for the crane.", False),
        ("The pool was shut; it is open now.", False),
        ("The hall has been sold.", False),
        ("They have to leave.", True),
        ("", False),
    ],
)
def test_a_sentence_speaks_of_what_is_by_its_first_auxiliary(sentence: str, what_is: bool) -> None:
    assert tells_what_is(sentence) is what_is


@pytest.mark.parametrize(
    ("question", "sentence", "to_come"),
    [
        ("When did the works start?", "They are expected to start on 1 July.", True),
        ("When was the pool reopened?", "The pool will be reopened by 1 July.", True),
        ("When will the works start?", "They are expected to start on 1 July.", False),
        ("When were the works due to start?", "They are due to start on 1 July.", False),
        ("When did the works start?", "The planned works started on 1 July.", False),
        ("When did the works start?", "They started on 1 July.", False),
        ("When did the works start?", "They were due to start on 1 July.", True),
        ("When did the lift open?", "The lift was to open on 1 July.", True),
        ("When was the café closed?", "The café was expected to be closed by 1 July.", True),
        ("When was the lift meant to open?", "The lift was to open on 1 July.", False),
        ("When did the works start?", "Works that were due to last a week started on 1 July.", False),
        ("When did the works start?", "They were due to start in May and started on 1 July.", False),
        ("When did the works start?", "They started, as they were due to do, on 1 July.", False),
        ("When was the lift opened?", "It was due to open in May but on 1 July it opened.", False),
    ],
)
def test_what_was_done_is_not_what_is_to_come(question: str, sentence: str, to_come: bool) -> None:
    start = sentence.index("1 July")
    assert only_to_come(question, sentence, start, start + len("1 July")) is to_come


@pytest.mark.parametrize(
    ("heading", "alone"),
    [
        ("Prospectus 2025", True),
        ("Meeting of 12 May 2025", False),
        ("Open day, Monday", False),
        ("On Mondays", False),
        ("Weekends", False),
    ],
)
def test_an_hour_stands_alone_where_what_is_above_tells_no_day(heading: str, alone: bool) -> None:
    assert is_hour_alone("School ends at 3.30pm.", heading) is alone
    assert not is_hour_alone("School ends in July.", heading)


def test_a_heading_tells_the_tense_only_where_its_paragraph_does_not() -> None:
    assert told("What happens next\n\nThe library closed on 1 July.") == "past"
    assert told("What happens next\n\nClosure: 1 July") == "coming"


@pytest.mark.parametrize(
    ("sentence", "moved"),
    [
        ("The fair has been moved from 1 July to 8 July.", True),
        ("The hearing was put back from Monday 1 July to 8 July.", True),
        ("The deadline was extended from the 1 July to the 8 July.", True),
        ("The council will move its summer meeting from 1 July to 8 July.", True),
        ("It was agreed to move the switching on of the lights from Monday 1 July to 8 July.", True),
        ("RESOLVED to postpone the fair from Sunday 1 July\nto 8 July.", True),
        ("We are bringing the sale forward from 1 July to 28 June.", True),
        ("The quiz moves from 1 July to 8 July.", True),
        ("They postponed the flower show from 1 July to 8 July.", True),
        ("The library moves to the annexe from 1 July to 8 July.", False),
        ("They move the boats out of the hall from 1 July to 8 July.", False),
        ("We move the stalls while the road is closed from 1 July to 8 July.", False),
        ("The fair runs from 1 July to 8 July.", False),
        ("The stall was moved because the fair runs from 1 July to 8 July.", False),
    ],
)
def test_a_day_from_which_something_was_moved_begins_no_range(sentence: str, moved: bool) -> None:
    assert is_moved_from(sentence, sentence.index("1 July")) is moved


def test_a_day_of_the_past_is_not_when_something_will_be() -> None:
    said, day = "The works, begun on 1 July, are to end in autumn.", "1 July"
    start = said.index(day)
    assert only_past("When will the works end?", said, start, start + len(day))
    assert not only_past("When did the works begin?", said, start, start + len(day))
    assert not only_past("When will it open?", "It opens on 1 July.", 12, 18)


@pytest.mark.parametrize(
    ("sentence", "is_past"),
    [
        ("The bridge reopened on 1 July, later than planned.", True),
        ("The bridge was finished on 1 July.", True),
        ("The bridge was to reopen on 1 July.", False),
        ("The opening planned for 1 July took place in May.", False),
        ("The opening on 1 July was put off to August.", False),
        ("The bridge will reopen on 1 July.", False),
    ],
)
def test_when_something_was_to_be_is_not_told_by_when_it_was(sentence: str, is_past: bool) -> None:
    start = sentence.index("1 July")
    assert only_past("When was the bridge meant to reopen?", sentence, start, start + len("1 July")) is is_past


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("When was the bridge due to reopen?", True),
        ("When was the fair planned for?", True),
        ("When was the fair scheduled?", True),
        ("When was the fair to be held?", True),
        ("When was the church originally built?", False),
        ("When was it proposed that the library close?", False),
        ("When was the hall next to the pool shut?", False),
        ("When was the will read?", False),
        ("When was the planned road approved?", False),
    ],
)
def test_what_was_to_be_is_asked_by_what_was_meant(question: str, meant: bool) -> None:
    assert asks_when_meant(question) is meant


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("When is the next fair?", True),
        ("The NEXT is on 3 May.", True),
        ("Who lives next door?", False),
        ("The hall is next to the mill.", False),
        ("What will it cost next year?", False),
        ("What will it cost next season?", False),
        ("When is the fair?", False),
    ],
)
def test_what_comes_next_is_no_next_year_and_nothing_next_door(text: str, is_said: bool) -> None:
    assert says_next(text) is is_said


@pytest.mark.parametrize(
    ("question", "said", "is_another"),
    [
        ("When is the next full inspection?", "The next full test is due in April 2028.", True),
        ("When is our next fire inspection?", "The next fire drill is on 3 May.", True),
        ("When is the next annual meeting?", "The next annual show will be held on 3 June.", True),
        ("next parish election date", "The next parish meeting: 5 May.", True),
        ("When is the next open day of the school?", "Our next open evening is on 5 May.", True),
        ("When is the next full inspection?", "The next full inspection is due in April 2028.", False),
        ("When is the next full inspection?", "We are next inspected in full in April 2028.", False),
        ("When is the next bin collection?", "The next pick-up of bins is on 3 May.", False),
        ("When is the next inspection?", "The next full test is due in April 2028.", False),
        (
            "When is the next committee meeting?",
            "The next committee session is on 5 May, the meeting of the year.",
            False,
        ),
        ("When is the next policy review?", "The next policy date for review is 5 May.", False),
        ("When will the next fire inspection finish?", "The next fire inspection is on 5 May.", False),
        ("Who led the full inspection?", "The next full test is due in April 2028.", False),
    ],
)
def test_the_next_of_another_name_is_not_the_next(question: str, said: str, is_another: bool) -> None:
    assert is_next_of_another(question, said, "") is is_another
    assert not is_next_of_another(question, said, "Inspections, elections, meetings and days\nIt is inspected.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Is the pool open yet?", "The pool is to open in May 2024."),
        ("Has the bridge been finished?", "The bridge is due to be finished by Easter."),
        ("Has the post office closed?", "The post office will close on 30 May."),
        ("Are the works complete?", "The works are expected to be complete in June."),
        ("Did the shop open?", "The shop, which was to open in May, will sell bread."),
        ("Is the pool open now?", "From May 2027 the pool will be open every day."),
    ],
)
def test_a_plan_tells_nothing_of_whether_it_is_so_yet(question: str, sentence: str) -> None:
    assert only_plans_state(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Is the pool open yet?", "The pool opened in May 2024."),
        ("Is the pool open yet?", "The pool, which was to open in May, opened in June."),
        ("Is the pool to open in May?", "The pool is to open in May 2024."),
        ("Will the pool be open?", "The pool will be open from May."),
        ("Is the hall open on Mondays?", "The hall will be open on Mondays."),
        ("Is there a pool?", "A pool is to open in May 2024."),
        ("Is the hall open now?", "The hall will be open from 9am to 8pm every day."),
        ("Is the shop closed today?", "The shop will be closed on Sundays."),
    ],
)
def test_what_is_so_and_what_a_plan_says_are_told(question: str, sentence: str) -> None:
    assert not only_plans_state(question, sentence)
