"""Who came after whom by one sentence, since when and until when, and which of its dates a question asks for."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.lasting.holding import Held
from corpus.language.persons.handing_over import date_asked, is_post_of, terms, turns
from corpus.language.persons.posts import post_in
from corpus.language.words import stems

TOOK_OVER = "John Doe took over from Ada Moor, who had been chair since 2009, in 2015."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (TOOK_OVER, [("Ada Moor", "2009", "2015"), ("John Doe", "2015", "")]),
        (
            "In 2015 John Doe succeeded Ada Moor, chair since 2009.",
            [("Ada Moor", "2009", "2015"), ("John Doe", "2015", "")],
        ),
        (
            "Ada Moor (2009-2015) was succeeded as chair by John Doe.",
            [("Ada Moor", "2009", "2015"), ("John Doe", "2015", "")],
        ),
        (
            "Ada Moor was chair from 2009 until 2015, when John Doe took over.",
            [("Ada Moor", "2009", "2015"), ("John Doe", "2015", "")],
        ),
        (
            "After six years as chair Ada Moor handed over to John Doe in 2015.",
            [("Ada Moor", "", "2015"), ("John Doe", "2015", "")],
        ),
        ("John Doe took over last May from Ada Moor.", [("Ada Moor", "", "last May"), ("John Doe", "last May", "")]),
        (
            "John Doe has been chair since 2015; before him Ada Moor held the post.",
            [("Ada Moor", "", "2015"), ("John Doe", "2015", "")],
        ),
        ("When Ada Moor retired in 2015, John Doe became chair.", [("Ada Moor", "", "2015"), ("John Doe", "2015", "")]),
        (
            "John Doe became chair when Ada Moor stepped down in 2015.",
            [("Ada Moor", "", "2015"), ("John Doe", "2015", "")],
        ),
        (
            "John Doe was appointed in 2015, following the death of Ada Moor, who had served since 2009.",
            [("Ada Moor", "2009", "2015"), ("John Doe", "2015", "")],
        ),
        (
            "In 2015 the post of chair passed from Ada Moor, elected in 2009, to John Doe.",
            [("Ada Moor", "2009", "2015"), ("John Doe", "2015", "")],
        ),
        (
            "John Doe took over from Ada Moor, who had succeeded Gwen Tarr in 2009, as chair in 2015.",
            [("Gwen Tarr", "", "2009"), ("Ada Moor", "2009", "2015"), ("John Doe", "2015", "")],
        ),
        ("Ada Moor was chair until 2015; John Doe replaced her.", []),
        ("John Doe replaced the roof, and Ada Moor paid for it.", []),
        ("Ada Moor and John Doe are the chairs.", []),
        ("John Doe took over from Ada Moor, and she from him: John Doe succeeded Ada Moor, who replaced John Doe.", []),
    ],
)
def test_those_who_took_turns_are_told_in_order_with_their_dates(
    sentence: str, told: list[tuple[str, str, str]]
) -> None:
    found = turns(sentence)
    texts = [
        tuple(sentence[slice(*place)] if place else "" for place in (one.name, one.since, one.until)) for one in found
    ]
    assert texts == told


def test_dates_that_differ_tell_no_turn_its_end() -> None:
    before, after = turns("John Doe took over from Ada Moor in 2014 in 2015.")
    assert (before.until, after.since) == (None, None)


def test_a_turn_has_its_time() -> None:
    before, after = turns(TOOK_OVER)
    assert before.held(TOOK_OVER, None) == Held(date(2009, 1, 1).toordinal(), date(2015, 12, 31).toordinal())
    assert after.held(TOOK_OVER, None) == Held(date(2015, 1, 1).toordinal())
    sentence = "Ada Moor (May 2009 to 3 June 2015) was succeeded by John Doe."
    before, after = turns(sentence)
    assert before.held(sentence, None) == Held(date(2009, 5, 1).toordinal(), date(2015, 6, 3).toordinal())
    assert after.held(sentence, None) == Held(date(2015, 6, 3).toordinal())
    untold = "John Doe replaced Ada Moor as chair."
    assert [turn.held(untold, None) for turn in turns(untold)] == [Held(is_past=True), Held()]


@pytest.mark.parametrize(
    ("sentence", "post", "is_theirs"),
    [
        (TOOK_OVER, "chair", True),
        ("John Doe, the secretary, took over from Ada Moor as chair.", "chair", True),
        ("John Doe, the secretary, took over from Ada Moor as chair.", "secretary", False),
        ("John Doe, the secretary, took over from Ada Moor in 2015.", "secretary", False),
        ("Ada Moor, chair since 2009, was succeeded by John Doe.", "chair", True),
        ("Jo Firth was chosen as leader in May, replacing Sam Coe.", "leader", True),
        ("Jo Firth was appointed as the head, succeeding Sam Coe, the leader.", "leader", False),
    ],
)
def test_a_post_is_theirs_unless_they_became_another(sentence: str, post: str, is_theirs: bool) -> None:
    place = post_in(sentence, stems(post))
    assert place is not None
    assert is_post_of(turns(sentence), sentence, place) is is_theirs


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("Since when has John Doe been chair?", TOOK_OVER, "2015"),
        ("When did Moor become chair?", TOOK_OVER, "2009"),
        ("Until when was Ada Moor chair?", TOOK_OVER, "2015"),
        ("When did John Doe take over from Ada Moor?", TOOK_OVER, "2015"),
        ("Since when has John Doe been chair?", "John Doe replaced Ada Moor as chair.", "nothing"),
        ("Which of John Doe and Ada Moor is older?", TOOK_OVER, None),
        ("When was the roof mended?", TOOK_OVER, None),
        ("When did John Doe become chair?", "John Doe became chair in 2015.", None),
        (
            "When did Ada Moor become chair?",
            "Ada Moor became chair in May 2015, after John Doe resigned in April 2015.",
            "May 2015",
        ),
        (
            "When did Ada Moor leave?",
            "Ada Moor left in May 2015 and was replaced by John Doe in June 2015.",
            "May 2015",
        ),
        (
            "When did Ada Moor become chair?",
            "Ada Moor, who joined the club in 1999, succeeded John Doe as chair in 2010.",
            "2010",
        ),
        (
            "When did Ada Moor join the club?",
            "Ada Moor, who joined the club in 1999, succeeded John Doe in 2010.",
            None,
        ),
        (
            "When was John Doe elected to the council?",
            "John Doe, elected to the council in 1999, took over from Ada Moor in 2010.",
            None,
        ),
    ],
)
def test_a_question_asks_for_one_of_the_dates(question: str, sentence: str, told: str | None) -> None:
    asked = date_asked(question, sentence)
    place = asked and asked.place
    assert (sentence[slice(*place)] if place else asked and "nothing") == told


def test_who_handed_over_in_a_year_held_the_post_until_its_first_day() -> None:
    held = terms(turns(TOOK_OVER), TOOK_OVER, None)
    assert [(one.since, one.until) for one in held] == [
        (date(2009, 1, 1).toordinal(), date(2014, 12, 31).toordinal()),
        (date(2015, 1, 1).toordinal(), 0),
    ]
    apart = "Ada Moor (2009-2012) was succeeded as chair by John Doe in 2015."
    assert terms(turns(apart), apart, None)[0].until == date(2012, 12, 31).toordinal(), "another began years later"
    untold = "John Doe took over from Ada Moor."
    assert terms(turns(untold), untold, None) == [Held(is_past=True), Held()]
