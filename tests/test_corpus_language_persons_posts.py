"""A post in a sentence is that of the one whose name is joined to it."""

from __future__ import annotations

import pytest

from corpus.language.persons.people import names
from corpus.language.persons.posts import is_joined, post_in, posts_in


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("Ada Moor, director of housing, came.", True),
        ("The director of housing, Ada Moor, came.", True),
        ("Ada Moor, who has been the director of housing since 2014, came.", True),
        ("The director of housing at Ennerby Council, Ada Moor, came.", True),
        ("Director of housing: Ada Moor", True),
        ("- Ada Moor - Director of housing (interim)", True),
        ("The director of housing thanked Ada Moor.", False),
        ("Ada Moor wrote to the director of housing.", False),
    ],
)
def test_only_small_words_stand_between_a_name_and_its_post(sentence: str, joined: bool) -> None:
    post = post_in(sentence, ("director", "hous"))
    [name] = names(sentence)
    assert post is not None and is_joined(sentence, name, post) == joined


def test_a_post_is_one_whose_words_stand_together_with_what_it_is_of() -> None:
    assert post_in("The deputy director of housing came.", ("director", "hous")) is None
    assert post_in("The director came to see the housing.", ("director", "hous")) is None
    post = post_in("The mayor of Ennerby came.", ("mayor",))
    assert post and "ennerbi" in post.of
    led = post_in("The panel is led by Ada Moor.", ("lead", "panel"))
    assert led is not None, "led is of one verb with leads"


def test_a_date_may_stand_between_a_post_and_a_name() -> None:
    sentence = "The mayor until 2015 was Ada Moor."
    post = post_in(sentence, ["mayor"])
    assert post and is_joined(sentence, next(iter(names(sentence))), post)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ada Moor would step down as director in March.", "Ada Moor"),
        ("They welcomed Ada Moor, who had taken up the post of director.", "Ada Moor"),
        ("Director\nThey welcomed Ada Moor, who had taken up the post of director.", "Ada Moor"),
        ("John Doe had acted as director since then.", "John Doe"),
        ("The registered director was John Doe.", "John Doe"),
        ("Trustees have appointed Ada Moor as permanent director.", "Ada Moor"),
        ("Ada Moor, clerk since 2021, director.", "Ada Moor"),
    ],
)
def test_a_post_is_that_of_whoever_is_joined_to_it_anywhere_in_the_sentence(sentence: str, name: str) -> None:
    found = list(names(sentence))
    post = post_in(sentence, ("director",), found)
    assert post and [sentence[slice(*one)] for one in found if is_joined(sentence, one, post)] == [name]


@pytest.mark.parametrize(
    ("sentence", "post", "held_by"),
    [
        ("Ada Moor (Town Mayor, in the Chair), Bo Rowe (Deputy Mayor), Cy Dunn", ["mayor"], ["Ada Moor"]),
        ("Bo Rowe (Deputy Mayor), Ada Moor (Town Mayor)", ["mayor"], ["Ada Moor"]),
        ("Bo Rowe (Vice Chairman), Ada Moor (Chairman)", ["chair"], ["Ada Moor"]),
        ("Ada Moor (Chair), Bo Rowe (Vice-Chair)", ["vice", "chair"], ["Bo Rowe"]),
        ("Chair: Ada Moor, Clerk: Bo Rowe", ["clerk"], ["Bo Rowe"]),
        ("Ada Moor, Hon. Treasurer; Bo Rowe, Hon. Secretary", ["treasur"], ["Ada Moor"]),
        ("Ada Moor [Clerk], Bo Rowe", ["clerk"], ["Ada Moor"]),
        ("Ada Moor in the Chair, Bo Rowe (Vice-Chair)", ["chair"], []),
        ("Officers: Ada Moor (Head of Planning), Bo Rowe (Planning Officer)", ["offic"], ["Bo Rowe"]),
        ("Bo Rowe (Assistant Clerk), Ada Moor", ["clerk"], []),
        ("Bo Rowe (Under Secretary), Ada Moor (Secretary)", ["secretari"], ["Ada Moor"]),
    ],
)
def test_a_post_in_a_list_is_that_of_the_one_it_stands_beside(
    sentence: str, post: list[str], held_by: list[str]
) -> None:
    people = list(names(sentence))
    found = post_in(sentence, post, people)
    assert [sentence[slice(*one)] for one in people if found and is_joined(sentence, one, found)] == held_by


def test_what_a_post_is_called_more_is_what_it_is_of_and_a_year_is_not() -> None:
    town = post_in("Ada Moor was elected Town Mayor for 2025/26.", ["mayor"])
    assert town and town.of == {"town"}
    year = post_in("Ada Moor was elected chair for the year 2025/26.", ["chair"])
    assert year and not year.of
    the = post_in("The Mayor, Ada Moor, came.", ["mayor"])
    assert the and not the.of


def test_whoever_put_somebody_forward_holds_no_post() -> None:
    sentence = "Cllr Ada Moor, proposed by Cllr Reed and seconded by Cllr Tull, was elected Town Mayor."
    people = list(names(sentence))
    post = post_in(sentence, ("mayor",), people)
    assert post and [sentence[slice(*one)] for one in people if is_joined(sentence, one, post)] == ["Cllr Ada Moor"]


def test_a_post_is_found_beside_each_name_that_a_sentence_gives_it() -> None:
    sentence = "From 2015 to 2019 Ada Moor was chair; Tom Reed has been chair since, and the chair is oak."
    named = list(names(sentence))
    found = [
        [sentence[slice(*one)] for one in named if is_joined(sentence, one, post)]
        for post in posts_in(sentence, ("chair",), named)
    ]
    assert found == [["Ada Moor"], ["Tom Reed"]]
