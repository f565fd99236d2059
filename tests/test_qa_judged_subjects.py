"""Subjects: a question that names nobody can only mean the one that the documents are about."""

from __future__ import annotations

import pytest

from corpus.judgements.judgement import Judgement
from qa.judged.subjects import only_of_kinds, only_subject, subject_named, subject_of


def judged(*subjects: str, standing: str = "given") -> list[tuple[int, Judgement]]:
    return [
        (index, Judgement(name, "overall", "good", "cqc", 1, 1, "inspected", standing, 0, 1))  # type: ignore[arg-type]
        for index, name in enumerate(subjects)
    ]


@pytest.mark.parametrize("name", ["Wendham", "Wendham Council", "The London Borough of Wendham", "wendham’s"])
def test_a_name_is_compared_without_what_only_goes_with_it(name: str) -> None:
    assert subject_of(name) == ("wendham",)


def test_the_longest_name_that_fits_is_meant() -> None:
    known = {("wendham",), ("north", "wendham"), ()}
    assert subject_named(["how", "is", "north", "wendham", "rated"], known) == (
        ("north", "wendham"),
        ["how", "is", "rated"],
    )
    assert subject_named(["how", "is", "north", "", "wendham"], known) == (("wendham",), ["how", "is", "north"])
    assert subject_named(["how"], known) == (None, ["how"])


def test_a_name_said_in_short_is_that_of_the_only_one_so_called() -> None:
    both, upon, other = ("wendham", "and", "marlow"), ("ashby", "upon", "lea"), ("north", "wendham")
    assert subject_named(["how", "is", "wendham", "rated"], {both, upon, other}) == (both, ["how", "is", "rated"])
    assert subject_named(["ashby"], {both, upon}) == (upon, [])
    assert subject_named(["wendham", "and", "marlow"], {both}) == (both, [])
    assert subject_named(["wendham"], {both, ("wendham",)}) == (("wendham",), [])
    assert subject_named(["wendham"], {both, ("wendham", "with", "lea")}) == (None, ["wendham"])
    assert subject_named(["home"], {("home", "and", "away")}) == (None, ["home"])


def test_several_judged_leave_open_who_is_meant() -> None:
    assert only_subject(judged("Wendham", "Wendham Council")) == ("wendham",)
    assert only_subject(judged("Wendham", "Marlow")) is None
    assert only_subject(judged("Wendham", "")) == ("wendham",)
    assert only_subject(judged("", "")) == ()
    assert only_subject([]) is None


def test_one_that_is_told_of_in_passing_does_not() -> None:
    told = judged(*["Wendham"] * 4, "Marlow", standing="told")
    assert only_subject(told) == ("wendham",)
    assert only_subject(told[1:]) is None
    assert only_subject([*judged(*["Wendham"] * 9), (9, judged("Marlow")[0][1])]) is None


def test_a_house_is_named_without_the_word_for_it_where_only_one_is_called_so() -> None:
    house, school = ("larkfield", "house"), ("quay", "lane", "primary", "school")
    assert subject_named(["larkfield", "rating"], {house, school}) == (house, ["rating"])
    assert subject_named(["quay", "lane"], {house, school}) == (school, [])
    assert subject_named(["larkfield", "court"], {house}) == (house, ["court"]), "what is left is no word of rating"
    assert subject_named(["larkfield"], {house, ("larkfield", "court")}) == (None, ["larkfield"])
    assert subject_named(["park"], {("park", "school")}) == (None, ["park"]), "no name by itself"


def test_what_somebody_is_means_the_only_one_that_is_called_so() -> None:
    assert only_of_kinds(["Marlow Vale NHS Trust", "Hill School", "Quay School", "Wick"]) == {
        "trust": subject_of("Marlow Vale NHS Trust")
    }
    assert only_of_kinds(["Marlow Vale NHS Trust", "Wick NHS Trust"]) == {}
    assert only_of_kinds([""]) == {}
