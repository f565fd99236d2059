"""Ends: from when on something is so does not tell when it ends."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.ends import are_both_ends, tells_other_end


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("When does the ban end?", "From 00.01 on 18 July 2026 you may not use a hose.", True),
        ("When is the road closure over?", "The road is shut from Monday 4 May.", True),
        ("When does the offer expire?", "Since May tickets are half price.", True),
        ("when does half price finish", "With effect from 1 June all tickets are half price.", True),
        ("When does the ban start?", "The ban holds until 4 May.", True),
        ("When did the boil notice begin?", "The notice was lifted on 17 May.", True),
        ("When did the licence come into force?", "The licence expired in May.", True),
        ("When did the boil notice end?", "The notice was lifted on 17 May.", False),
        (
            "When was the swimming ban lifted?",
            "It was agreed to lift the ban on swimming from 15 September.",
            False,
        ),
        ("From when was swimming banned?", "It was agreed to lift the ban on swimming from 15 September.", True),
        ("Since when has there been a charge?", "The charge was withdrawn on 3 May.", True),
        ("When was the charge introduced?", "The charge was withdrawn on 3 May.", True),
        ("From when was swimming banned?", "Swimming is banned from 1 April.", False),
        ("When was the charge introduced?", "The charge was introduced on 3 May.", False),
        ("When did the ban begin?", "The ban began on 3 May and was lifted on 17 May.", False),
        ("When does the ban end?", "The ban lasts from 6 July to 24 July.", False),
        ("When does the ban end?", "The ban holds until 4 May.", False),
        ("When does the offer end?", "The offer ends on 4 May.", False),
        ("When is the season over?", "The rink is open from October to March.", False),
        ("When do fines start?", "No fines are paid until October.", False),
        ("When did work start?", "Work began in May.", False),
        ("When does the sale start?", "From 1 June all is half price.", False),
        ("When does the ban end?", "From 6 September hoses may be used again.", False),
        ("When does the closure end?", "The library will be back in use from 11 May.", False),
        ("When did the one-way system end?", "From 2 April the one-way system no longer applies.", False),
        ("When does the closure end?", "The road reopens from 3 May.", False),
        ("When does the strike end?", "Trams resume from Monday 4 May.", False),
        ("When does the ban end?", "From 6 September hoses may not be used.", True),
        ("When did the clerk retire?", "Clerk | In post since | 3 February 2020", True),
        ("When did the clerk leave?", "Clerk | In post since | 3 February 2020", True),
        ("When did the bursar resign?", "The bursar has been in post since May 2020.", True),
        ("When did the bursar stand down?", "Bursar | From | May 2020", True),
        ("Since when has the clerk been in post?", "Clerk | In post since | 3 February 2020", False),
        ("When did the clerk retire?", "Clerk | Retired | 3 February 2020", False),
        ("When did the clerk retire?", "The clerk, in post since 2011, retired in May 2020.", False),
        ("When was the fish pass finished?", "Work on the fish pass started on 7 September, later than planned.", True),
        ("When were the works completed?", "The works began in May 2025.", True),
        ("When did the works end?", "Works started on 7 May and finished in July.", False),
        ("When were the works completed?", "The works, which began on 7 May, were completed in July.", False),
        ("When did the works start?", "The works started on 7 May.", False),
        ("When is annual leave given?", "From May it is given weekly.", False),
        ("When do the over-60s travel free?", "Pensioners travel free from 9 May.", False),
        ("When may people over 60 travel free?", "Pensioners travel free from 9 May.", False),
        ("When is the end-of-term concert?", "The concert runs from 7 May.", False),
    ],
)
def test_from_when_on_is_not_until_when(question: str, sentence: str, other: bool) -> None:
    assert tells_other_end(question, sentence) is other


@pytest.mark.parametrize(
    ("one", "other", "words", "both"),
    [
        ("When does the fair start?", "When does it end?", "from 5 May to 9 June", True),
        ("When does it end?", "When does the fair start?", "5 May to 9 June", True),
        ("When does the fair start?", "When does it end?", "on 5 May", False),
        ("When does the fair start?", "Where does it start?", "from 5 May to 9 June", False),
    ],
)
def test_from_when_to_when_tells_both_ends(one: str, other: str, words: str, both: bool) -> None:
    assert are_both_ends(one, other, words) is both
