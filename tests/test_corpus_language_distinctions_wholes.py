"""What is said of one of a kind is told from what is said of all of them."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.wholes import (
    asks_of_authorities,
    parts_told,
    tells_of_authorities,
    tells_of_the_whole,
)


@pytest.mark.parametrize(
    ("question", "said", "ones"),
    [
        ("What are the visiting hours for all wards?", "Visiting on Oak Ward is from 2pm.", ("Oak Ward",)),
        ("What are the visiting hours on every ward?", "Visiting on all wards is from 2pm.", ()),
        ("What are the visiting hours on Oak Ward?", "Visiting on Oak Ward is from 2pm.", ()),
        ("What are the visiting hours on each of our wards?", "Oak Ward and Elm Ward: 2pm", ("Oak Ward", "Elm Ward")),
        ("When do all the Oak wards open?", "The Oak Ward opens at 9am.", ()),
        ("When is lunch for all years?", "Year 7 has lunch at noon.", ("Year 7",)),
        ("When is lunch for all years?", "Lunch is at noon.", ()),
        ("Does anyone need a card at every library?", "Nobody needs a card at any library in Marlow Library.", ()),
        ("When is every library closed?", "The library is closed on Sundays.", ()),
        ("When is every library closed?", "Monday Library hours are longer.", ()),
        ("What do all clinics offer?", "Flu Clinics", ()),
        ("", "", ()),
        ("When do schools break up?", "Hill School breaks up on 19 July.", ("Hill School",)),
        ("When do schools break up?", "Schools break up on 19 July, Hill School too.", ()),
        ("How many beds do homes have?", "Fern Bank Home has 40 beds.", ("Fern Bank Home",)),
        ("When do the schools break up?", "Hill School breaks up on 19 July.", ()),
        ("How do pupils get to schools?", "A bus runs to Hill School.", ()),
        ("How much do permits cost?", "A Parking Permit costs £9.", ()),
    ],
)
def test_of_which_ones_alone_words_tell(question: str, said: str, ones: tuple[str, ...]) -> None:
    assert parts_told(question, said) == ones


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How many children do councils have in care?", True),
        ("When were local authorities last inspected?", True),
        ("What must councils publish?", True),
        ("How many children does the council have in care?", False),
        ("How many councils are there?", False),
        ("What do schools teach?", False),
        ("Who pays councils?", False),
        ("When were the councils merged?", False),
    ],
)
def test_whether_it_is_asked_how_something_is_in_authorities(question: str, asks: bool) -> None:
    assert asks_of_authorities(question) == asks


def test_whether_a_sentence_tells_of_authorities_in_general() -> None:
    assert tells_of_authorities("Councils must publish their plans.")
    assert tells_of_authorities("Most local authorities have fewer.")
    assert tells_of_authorities("4. Councils may charge.")
    assert tells_of_authorities("A council must mend its walls.")
    assert tells_of_authorities("Each unitary authority has to publish it.")
    assert tells_of_authorities("Your council can help.")
    assert not tells_of_authorities("A council house is £90 a week.")
    assert not tells_of_authorities("A County Council review was held.")
    assert not tells_of_authorities("It has two Youth Councils.")
    assert not tells_of_authorities("The council has 304 children in care.")


@pytest.mark.parametrize(
    ("question", "said", "title", "of_all"),
    [
        ("What share of calls were late in Marlow?", "Nationally, 22% of calls were late.", "Marlow report", True),
        ("How many permits are in force in Marlow?", "Across the county 340 permits are in force.", "Permits", True),
        ("How many permits are in force in Marlow?", "Across the county 340 are in force.", "Marlow County", False),
        ("What share of calls were late in Marlow?", "In Marlow 9% were late, nationally 22%.", "", False),
        ("What share of calls were late in Marlow?", "Of calls 9% were late, below the 22% nationally.", "", False),
        ("What share of calls were late in Marlow?", "22% of calls were late.", "", False),
        ("What share of calls were late nationally, Marlow?", "Nationally, 22% of calls were late.", "", False),
        ("What share of calls were late in England?", "Nationally, 22% of calls were late.", "", False),
        ("What share of calls were late at the Post Office?", "Government-wide, 22% were late.", "", True),
        ("What share of calls were late in May?", "Nationally, 22% of calls were late.", "", False),
        ("What share of calls were late?", "Nationally, 22% of calls were late.", "", False),
        ("What share of calls were late in Marlow?", "Nationally, calls were late.", "", False),
    ],
)
def test_the_figure_of_all_is_not_that_of_one(question: str, said: str, title: str, of_all: bool) -> None:
    assert tells_of_the_whole(question, said, title, {"Marlow", "England"}.__contains__) is of_all
