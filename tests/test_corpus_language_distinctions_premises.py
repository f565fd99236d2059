"""The hours of a part of a place are not those of the place, nor is the price of a programme that of a ticket."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.premises import hours_of_another


@pytest.mark.parametrize(
    ("question", "sentence", "title"),
    [
        ("When does the café open?", "The kitchen opens at noon.", "The Old Forge café"),
        ("When is the café open?", "On Sundays the kitchen is open from noon to 3pm.", "The Old Forge café"),
        ("What are the gym's opening hours?", "Opening hours of the crèche: 9am to noon.", "Harrow gym"),
        ("When does the pool close?", "The steam room at the pool now closes at 8pm.", "Penn pool"),
        ("What time does the station open?", "The ticket office opens at 6.15am and closes at 7pm.", "Wold station"),
        ("When does the church open?", "The church shop is open on Saturdays from 10am.", "St Bride's church"),
        ("When does the reading room close?", "The library opens at 9am and closes at 6pm.", "Tessel library"),
        ("When does the dispensary open?", "Doors open at 7.50am.", "Elm surgery"),
        ("Opening times of the castle", "Tea room opening hours: 10am to 4pm.", "Grell castle"),
        ("When does the library open?", "Gardens open at 9am, but the maze is closed.", "Tessel library"),
        ("When does the park close?", "The car park closes at 8pm.", "Country parks"),
    ],
)
def test_hours_of_a_part_or_of_the_whole_are_of_another(question: str, sentence: str, title: str) -> None:
    assert hours_of_another(question, sentence, title)


@pytest.mark.parametrize(
    ("question", "sentence", "title"),
    [
        ("When does the café open?", "The café is open from 9am to 5pm.", "The Old Forge café"),
        ("When does the Old Forge open?", "The café opens at 9am.", "The Old Forge café"),
        ("When does the surgery open?", "We are open from 8am.", "Elm surgery"),
        ("When does the surgery open?", "The practice is open from 8am.", "Elm surgery"),
        ("When does the pool open?", "Doors open at 7am.", "Penn pool"),
        ("When does the kitchen open?", "It opens at noon.", "The Old Forge café"),
        ("When does the kitchen open?", "The kitchen at the mill opens at noon.", "The Old Forge café"),
        ("When is the office open?", "The office is staffed from 10am.", "Harrow gym"),
        ("When does the shop open?", "The church shop is open from 10am.", "St Bride's church"),
        ("When do you open?", "The bar opens at 11am.", "The Plough"),
        ("When will the fair open?", "The mayor of the park will open the fair at noon.", "Fair"),
        ("Who opens the café?", "The kitchen opens at noon.", "The Old Forge café"),
        (
            "When does the library open?",
            "The kitchen opens at noon, the library at nine.",
            "Tessel library, the kitchen",
        ),
        ("When did the pool open?", "The pool did open in May 1901.", "Wold"),
        ("When did the pool open?", "It was first opened in May 1901.", "Wold"),
        ("When did the café open?", "The café was officially opened in May 1901.", "Wold"),
        ("When did the gallery open?", "The mayor opened it in May 1901.", "Wold"),
        ("When did the shop close?", "The shop has since closed.", "Wold"),
        ("When will the gym open?", "This will open in May.", "Wold"),
        ("When does the car park close?", "The car park at Hallam Park closes at 8pm.", "Country parks"),
        ("When does the lido open?", "The pool opens at 7am.", "Swimming in Penn"),
        ("When does the pub shut?", "The bar shuts at 11pm.", "The Forge"),
        ("When is the chemist open?", "The pharmacy opens at 9am.", "Elm surgery"),
        ("When do the phone lines open?", "The switchboard opens at 8am.", "Elm surgery"),
        ("When does the art show open?", "The exhibition opens on 4 May.", "Tessel"),
        ("When does the canteen shut?", "The restaurant shuts at 3pm.", "Weir College"),
        ("When does the canteen shut?", "The refectory shuts at 3pm.", "Weir College"),
        ("When does the gym close?", "The fitness suite closes at 10pm.", "Penn pool"),
        ("When did Ada Moor's business open?", "Her first shop opened in 1961.", "Ada Moor"),
        ("When did the Rex open?", "The Rex Gallery opened in 1912.", "Wold"),
    ],
)
def test_other_hours_may_be_those_asked_for(question: str, sentence: str, title: str) -> None:
    assert not hours_of_another(question, sentence, title)


def test_a_heading_tells_whose_hours_they_are_where_the_sentence_does_not() -> None:
    question, said, title = "When does the café open?", "Open from noon to 3pm.", "The Old Forge café"
    assert hours_of_another(question, said, title, "Kitchen")
    assert not hours_of_another(question, said, title, "Opening hours")
    assert not hours_of_another("When is the office open?", "Staffed from 10am.", "Harrow gym", "Harrow gym")
