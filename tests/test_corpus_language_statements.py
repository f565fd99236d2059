"""What a text says of something by a value: summaries, tables and sentences, and the rating a question names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.kinds import AnswerType
from corpus.language.statements import asked_rating, pairs, same_rating, statements
from corpus.language.words import stems

GRID = """Children who need help and
protection
Requires improvement

Adoption performance
Good
The experiences and progress of care leavers
Outstanding
"""
PIECES = [
    "Overall",
    "Good",
    "inadequate",
    "|",
    " | ",
    "\n",
    ":",
    ". ",
    "requires improvement",
    "in 2014",
    "Area: ",
    "İ",
    "🙂",
    "was",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Overall effectiveness: Good", [("Overall effectiveness", "Good")]),
        ("Overall effectiveness\nGood", [("Overall effectiveness", "Good")]),
        ("Overall effectiveness\n\nGood.\n", [("Overall effectiveness", "Good.")]),
        (
            "  Overall effectiveness  \n\t Requires improvement to be good  ",
            [("Overall effectiveness", "Requires improvement to be good")],
        ),
        (
            GRID,
            [
                ("Children who need help and protection", "Requires improvement"),
                ("Adoption performance", "Good"),
                ("The experiences and progress of care leavers", "Outstanding"),
            ],
        ),
        ("Overall effectiveness | Inadequate", [("Overall effectiveness", "Inadequate")]),
        ("Area | Grade\nAdoption | Good\nCare leavers | Poor", [("Adoption", "Good"), ("Care leavers", "Poor")]),
        ("Area | Grade | Year\nFostering | Outstanding | 2017", [("Fostering", "Outstanding")]),
        ("Area | 2022 | 2025\nFostering | Inadequate | Good", [("Fostering", "Inadequate"), ("Fostering", "Good")]),
        ("Area | Grade\nNotes\nGood", [("Notes", "Good")]),
        (
            "Lead inspector: Ann Hall\nOverall effectiveness: Good",
            [("Lead inspector", "Ann Hall"), ("Overall effectiveness", "Good")],
        ),
        ("Good", [("", "Good")]),
        ("The council gave the families that had written to it in the spring a full answer\nGood", [("", "Good")]),
        ("We heard of nine things that a good leader ought to know about: patience, humour, time and so on", []),
        ("Good leaders listen to staff and to children.", []),
        ("", []),
        (" | | \n | ", []),
    ],
)
def test_a_summary_gives_each_label_with_its_value(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.label, each.value) for each in pairs(text, rated=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Children in care: 412\nOpened: 5 May 2014", [("Children in care", "412"), ("Opened", "5 May 2014")]),
        ("Overall effectiveness\nGood", []),
        ("Overall effectiveness | Good", []),
    ],
)
def test_where_no_rating_is_wanted_a_value_stands_after_a_colon(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.label, each.value) for each in pairs(text, rated=False)] == expected


@given(text=st.text(max_size=80) | st.lists(st.sampled_from(PIECES)).map("".join))
@pytest.mark.parametrize("rated", [True, False])
def test_a_pair_stands_where_it_says(rated: bool, text: str) -> None:
    for each in pairs(text, rated):
        stretch = text[each.start : each.end]
        assert stretch.endswith(each.value) and stretch == stretch.lstrip()
        assert not each.label or stretch.startswith(each.label.split()[0])


@pytest.mark.parametrize(
    ("text", "kind", "subject", "value"),
    [
        ("Services for children in Wendham are inadequate.", "rating", "services children Wendham", "inadequate"),
        (
            "Services for children in\nWendham were judged to be\ninadequate.",
            "rating",
            "services children Wendham judged",
            "inadequate",
        ),
        ("We came in March. The fostering service is good because carers stay.", "rating", "fostering service", "good"),
        ("Overall effectiveness\nRequires improvement", "rating", "overall effectiveness", "Requires improvement"),
        ("Area | Grade\nFostering | Outstanding", "rating", "fostering", "Outstanding"),
        ("Children in care: 412", "number", "children care", "412"),
        ("The library opened on 5 May 2014, and people came.", "date", "library opened", "5 May 2014"),
    ],
)
def test_a_value_is_said_of_what_stands_before_it(text: str, kind: AnswerType, subject: str, value: str) -> None:
    assert (frozenset(stems(subject)), value) in {(each.subject, each.value) for each in statements(text, kind)}


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("Adoption is slow. The fostering service is good.", "adoption"),
        ("Adoption is slow\n\nThe fostering service is good.", "adoption"),
        ("Fostering | Good\nAdoption | Inadequate", "grade"),
        ("The fostering service is good because adoption is quick.", "adoption"),
    ],
)
def test_a_value_is_not_said_of_what_another_sentence_is_about(text: str, stranger: str) -> None:
    found = statements(text, "rating")
    assert found and not any(set(stems(stranger)) & each.subject for each in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Services were judged inadequate in 2014. In 2017 they were good.", {"inadequate": {2014}, "good": {2017}}),
        ("In 2018, after four years, services were inadequate.", {"inadequate": {2018}}),
        ("Between 2012 and 2016 services were inadequate.", {"inadequate": {2012, 2016}}),
        ("All 2140 services were inadequate, as 12017 letters say.", {"inadequate": set()}),
        ("Services were inadequate.", {"inadequate": set()}),
    ],
)
def test_the_years_of_a_statement_are_those_its_sentence_names(text: str, expected: dict[str, set[int]]) -> None:
    assert {each.value: set(each.years) for each in statements(text, "rating")} == expected


@given(text=st.text(max_size=80) | st.lists(st.sampled_from(PIECES)).map("".join))
@pytest.mark.parametrize("kind", ["rating", "number", "date", "person", "list", "other"])
def test_what_is_stated_stands_in_the_text(kind: AnswerType, text: str) -> None:
    found = statements(text, kind)
    assert all(" ".join(each.value.split()) in " ".join(text.split()) for each in found)
    assert all(each.subject <= set(stems(text)) for each in found) and len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("question", "rating"),
    [
        ("When was Sutton rated inadequate?", "inadequate"),
        ("when was sutton rated outstanding", "outstanding"),
        ("When did Sutton require improvement?", "require improvement"),
        ("In which year was it judged to be good?", "good"),
        ("Was it good or outstanding?", "outstanding"),
        ("What was Sutton's rating?", None),
        ("Who said a good thing about Sutton?", None),
        ("What is good practice?", None),
        ("?", None),
        ("", None),
    ],
)
def test_the_rating_a_question_names_is_known(question: str, rating: str | None) -> None:
    assert asked_rating(question) == rating


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Good", "good", True),
        ("inadequate", "Inadequate.", True),
        ("requires improvement", "require improvement to be good", True),
        ("Requires\nimprovement", "requires improvement", True),
        ("good", "outstanding", False),
        ("good", "requires improvement to be good", False),
        ("good", "very good", False),
        ("adequate", "inadequate", False),
    ],
)
def test_ratings_are_told_apart_however_they_are_inflected(one: str, other: str, same: bool) -> None:
    assert same_rating(one, other) == same_rating(other, one) == same


def test_ratings_are_one_by_their_grade_as_by_their_words() -> None:
    assert same_rating("five-star", "5 Stars") and same_rating("Two stars", "two-star")
    assert not same_rating("five-star", "4 stars")
    assert not same_rating("good", "very good")


@pytest.mark.parametrize(
    ("question", "rating"),
    [
        ("What is the employer contribution for Grade 4?", None),
        ("Who is paid at band 3?", None),
        ("When was it judged to be grade 4?", "grade 4"),
        ("Which school was inadequate?", "inadequate"),
    ],
)
def test_a_grade_of_staff_is_no_rating(question: str, rating: str | None) -> None:
    assert asked_rating(question) == rating


def test_a_colon_in_brackets_makes_no_label() -> None:
    assert pairs("There are 1,204 members (2023: 1,377).", rated=False) == ()
    assert [pair.value for pair in pairs("Members (adults): 1,204", rated=False)] == ["1,204"]
