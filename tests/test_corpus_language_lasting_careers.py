"""What somebody did from when to when, by the clauses of a text."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.lasting.careers import beside_named, deed_asked, in_turn, stays
from corpus.language.words import stems

PLAYER = (
    "Moss signed his first contract with Hale Town in 1998. In the summer of 2001 she moved to Tarn Athletic for a fee "
    "of £1.2 million. She spent the second half of the 2002-03 season on loan at Marrow Vale, scoring four goals. "
    "In July 2005 she joined Ostrava. She left the Spanish side in 2008 and signed for Brack Rovers, where she was "
    "captain until 2011. Her sister Ida played for Port Dorran from 2003 to 2009."
)
MINISTER = (
    "In 1972 Olaf Stenn appointed her Minister of Transport, a post that she held until 1975. She then served as "
    "Minister of Health from 1975 to 1977. In 1981 she became Minister of Finance. She resigned in March 1985."
)


def told(text: str, question: str, terms: str) -> list[tuple[str, int, int]]:
    deed = deed_asked(question, stems(terms))
    found = in_turn(stays(text, deed, {"ada", "moss"}, None), deed)
    return [(text[slice(*stay.words)], year(stay.since), year(stay.until)) for stay in found]


def year(day: int) -> int:
    return date.fromordinal(day).year if day else 0


def test_a_club_is_played_for_until_the_next_one_is_joined() -> None:
    assert told(PLAYER, "Who did Ada Moss play for in 2004?", "play") == [
        ("Hale Town", 1998, 2001),
        ("Tarn Athletic", 2001, 2005),
        ("Ostrava", 2005, 2008),
        ("Brack Rovers", 2008, 2011),
    ]


def test_a_loan_is_told_apart() -> None:
    assert told(PLAYER, "Where was Ada Moss on loan in 2003?", "loan") == [("Marrow Vale", 2002, 2003)]


def test_a_post_ends_with_what_is_told_of_its_end() -> None:
    assert told(MINISTER, "What was Ada Moss minister of in 1983?", "minister") == [
        ("Transport", 1972, 1975),
        ("Health", 1975, 1977),
        ("Finance", 1981, 1985),
    ]


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        (
            "She taught at Hesk High School from 1924 to 1929 and at the Quay School in Brennet from 1929 to 1937.",
            "teach",
            [("Hesk High School", 1924, 1929), ("Quay School in Brennet", 1929, 1937)],
        ),
        ("She was editor of the Brennet Review between 1933 and 1939.", "edit", [("Brennet Review", 1933, 1939)]),
        (
            "Moss was married to the pianist Leon Abel from 1983 until 1991.",
            "marry",
            [("pianist Leon Abel", 1983, 1991)],
        ),
        (
            "She lived in Tarnby until 1995, when she moved to the island of Sorn, where she died in 2009.",
            "live",
            [("Tarnby", 0, 1995), ("Sorn", 1995, 2009)],
        ),
        (
            "From 1950 she lived in Ansel, and from 1985 until her death in Little Marl.",
            "live",
            [("Ansel", 1950, 1985), ("Little Marl", 1985, 0)],
        ),
        (
            "She became president of the Royal Guild in 1984 and was succeeded in 1990 by Oskar Penn.",
            "president",
            [("Royal Guild", 1984, 1990)],
        ),
        (
            "She was a member of the Ferry Quartet from 1984 to 1991 and then of the Big Band, which she left in 1997.",
            "member",
            [("Ferry Quartet", 1984, 1991), ("Big Band", 1991, 1997)],
        ),
        (
            "Between 1997 and 2003 she recorded for Norlys Records.",
            "record",
            [("Norlys Records", 1997, 2003)],
        ),
        (
            "She joined the Reform Party in 1984, and Moss joined the Green League in 2010.",
            "join",
            [("Reform Party", 1984, 1984), ("Green League", 2010, 2010)],
        ),
        ("In 1972 Olaf Stenn made her Minister of Transport.", "minister transport", []),
        ("She has been professor at the Lindow Conservatory since 2007.", "teach", [("Lindow Conservatory", 2007, 0)]),
        ("Moss (born 3 May 1931) taught in Lima.", "teach", []),
        ("She taught her brothers to read in 1924.", "teach", []),
    ],
)
def test_clauses_tell_of_their_own_times(text: str, terms: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(text, f"Where did Ada Moss {terms} then?", terms) == expected


def test_of_one_before_an_untold_move_no_end_is_known() -> None:
    text = (
        "She joined Hale Town in 2006. After three seasons she signed for Tarn Athletic. In 2013 she moved to Ostrava."
    )
    assert told(text, "Who did Ada Moss play for then?", "play") == [("Hale Town", 2006, 2006), ("Ostrava", 2013, 0)]


def test_a_later_move_without_a_date_is_not_of_the_date_before() -> None:
    text = "In 2018 she signed for Dorne Olympic, but returned to Hale Town after one year. In 2022 she joined Ostrava."
    assert told(text, "Who did Ada Moss play for then?", "play") == [
        ("Dorne Olympic", 2018, 2018),
        ("Ostrava", 2022, 0),
    ]


def test_what_is_told_of_others_is_left_out() -> None:
    assert not told("Ida Moor taught in Lima from 1931 to 1937.", "Where did Ada Moss teach in 1934?", "teach")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who did Ada Moss play for before Tarn Athletic?", "Hale Town"),
        ("Who did Ada Moss play for after leaving Ostrava?", "Brack Rovers"),
        ("Who did Ada Moss play for before Hale Town?", None),
        ("Who did Ada Moss play for before Wick Wanderers?", None),
        ("Who did Ada Moss play for?", None),
    ],
)
def test_one_comes_before_or_after_another(question: str, expected: str | None) -> None:
    deed = deed_asked(question, stems("play"))
    stay = beside_named(question, in_turn(stays(PLAYER, deed, {"moss"}, None), deed), PLAYER)
    assert (PLAYER[slice(*stay.words)] if stay else None) == expected


def test_a_stay_has_days_of_a_time() -> None:
    stay = stays(
        "Moss taught in Lima from 1931 to 1932.", deed_asked("Where did Moss teach?", stems("teach")), {"moss"}, None
    )[0]
    assert stay.shared(date(1932, 12, 30).toordinal(), date(1933, 5, 1).toordinal()) == 2
    assert stay.shared(date(1933, 1, 1).toordinal(), date(1933, 5, 1).toordinal()) == 0
    assert stay.moved(10).words == (stay.words[0] + 10, stay.words[1] + 10)
    assert stay.moved(10).sentence == (stay.sentence[0] + 10, stay.sentence[1] + 10)
