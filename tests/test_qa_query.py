"""Questions are understood as a person means them: names, times, which documents, and what is left to look for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.language.vocabulary import load
from index.snapshot import Snapshot
from qa.query import understand
from tests.query_corpora import PLACES, REPORT, TODAY, Made, corrections, places, read, read_for_slips, unknown

PIECES = "Sutton sutten and & St . , Bath 2017 in last year first Café İ 's ’s ? upon NHS".split()


def test_a_corrected_word_is_no_name_and_tells_what_is_asked_after(reports: Snapshot) -> None:
    query = read_for_slips("how many childern did the dirctor of Sutton meet", reports)
    assert corrections(query) == [("childern", "children"), ("dirctor", "Director")]
    assert (places(query, reports), unknown(query)) == ([{"Sutton"}], [])
    assert query.interpretation.answer_type == "number"
    assert query.interpretation.terms == ("children", "Director", "meet")


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize(
    "question",
    [
        "How was Sutton rated in 2017?",
        "what was Herefordshre's rating last year",
        "?",
        "the",
        "🙂",
        "COVID19 in Wakefield",
    ],
)
def test_a_corpus_of_hardly_anything_is_no_trouble(snapshot_of: Made, count: int, question: str) -> None:
    snapshot = snapshot_of({"text": REPORT.format(place=place, year=2017)} for place in PLACES[:count])
    query = read(question, snapshot)
    assert query.interpretation.question and all(len(numbers) < max(count, 1) for numbers in query.documents)


@given(question=st.text(max_size=60) | st.lists(st.sampled_from(PIECES)).map(" ".join))
@example(question="İİİ's & and St. 2017-2016 31/02/2019 in Suttons")
def test_any_text_can_be_read_and_offsets_are_those_of_the_question(reports: Snapshot, question: str) -> None:
    found = read(question, reports).interpretation
    assert all(0 <= name.start < name.end <= len(question) for name in found.names)
    assert all(question[each.start : each.end] == each.text for each in found.mended)
    assert all(question[each.start : each.end] == each.text for each in found.periods)


def test_a_long_story_is_read_for_its_names_and_times(reports: Snapshot) -> None:
    story = (
        "My sister moved away some years ago. Afterwards she often told us how much better things were there. "
        "Granted, she exaggerates! "
        "Her children went to school in Herefordshire, and one of them, who is now in Year 6, had a plan for SEND "
        "support. "
        "Meanwhile we stayed where we were. " * 8 + "So, was the service there rated good in 2019?"
    )
    query = read(story, reports)
    assert places(query, reports) == [{"Herefordshire"}]
    assert (unknown(query), corrections(query)) == ([], [])
    assert [(each.text, each.covered) for each in query.interpretation.periods] == [("2019", True)]


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("What was the overall rating of Sutton in 2017?", ("overall", "rating")),
        ("what did Sutton's latest report say about care leavers", ("report", "say", "care", "leavers")),
        (
            "How many social workers did Ofsted meet before the 2022 inspection?",
            ("social", "workers", "meet", "inspection"),
        ),
        ("Sutton", ()),
        ("2017", ()),
        ("the of and", ()),
    ],
)
def test_what_is_left_to_look_for_is_without_names_times_and_order(
    reports: Snapshot, question: str, terms: tuple[str, ...]
) -> None:
    query = read(question, reports)
    assert query.interpretation.terms == terms
    assert query.terms or question == "the of and", "where nothing else is left, the names and times are looked for"


@pytest.mark.parametrize(
    ("question", "rating"),
    [
        ("When was Sutton rated inadequate?", "inadequate"),
        ("When was Sutton rated requires improvement?", "requires improvement"),
        ("How was Sutton rated in 2017?", None),
    ],
)
def test_the_rating_that_a_question_names_is_read_once(reports: Snapshot, question: str, rating: str | None) -> None:
    assert read(question, reports).asked_rating == rating


def test_names_that_are_only_mentioned_are_told_where_none_tells_documents_apart(articles: Snapshot) -> None:
    def mentioned(question: str) -> list[str]:
        return [name.text for name in read(question, articles).only_mentioned]

    assert mentioned("Who made the engine of Newcomen?") == ["Newcomen"]
    assert mentioned("Was Newcomen in Zürich?") == []
    assert mentioned("Was Skelmersdale there?") == []


def test_what_is_looked_for_is_each_stem_once(reports: Snapshot) -> None:
    query = read("plan, plans and planned visits to Sutton and Sutton", reports)
    assert query.terms == ("plan", "visit")
    assert read("Sutton in 2017", reports).terms == ("sutton", "2017")


def test_every_declared_word_is_in_small_letters_and_stands_once_in_its_list() -> None:
    lists: list[Any] = [load("questions")]
    for words in lists:
        if isinstance(words, dict):
            lists.extend(words.values())
        elif not isinstance(words, str):
            assert words and len(set(words)) == len(words) and all(word == word.lower() for word in words)
    assert len(lists) > 20


def test_a_time_that_is_to_be_plain_is_none_but_words_to_look_for(reports: Snapshot) -> None:
    query = understand("How was Bolton rated in 2019?", reports, today=TODAY, plain=["2019"])
    assert query.interpretation.periods == () and "2019" in query.interpretation.terms
    last = understand("How was Bolton rated  Last  Year?", reports, today=TODAY, plain=["last year"])
    assert last.interpretation.periods == ()


def test_a_name_an_order_and_a_kind_of_answer_may_be_left_unread(reports: Snapshot) -> None:
    question = "When was the latest report on Bolton?"
    read = understand(question, reports, today=TODAY).interpretation
    assert ([name.text for name in read.names], read.order, read.order_words) == (["Bolton"], "latest", "latest")
    assert (read.answer_type, read.type_words) == ("date", "When")
    query = understand(question, reports, today=TODAY, plain=["bolton"])
    assert not query.interpretation.names and not query.documents and "bolton" in query.terms
    assert understand(question, reports, today=TODAY, plain=["Latest"]).interpretation.order is None
    assert understand(question, reports, today=TODAY, plain=["when"]).interpretation.answer_type == "other"


def test_a_name_that_stands_nowhere_is_told_though_it_is_taken_as_it_is_typed(reports: Snapshot) -> None:
    read = understand("When was the report on Zzyzx?", reports, today=TODAY, plain=["Zzyzx"]).interpretation
    assert [(name.text, name.known) for name in read.names] == [("Zzyzx", False)]


@pytest.mark.parametrize(
    ("question", "dated"),
    [
        ("How many fines were there last year?", "How many fines were there 2025?"),
        ("How many fines were there two years ago?", "How many fines were there 2024?"),
        ("How many fines were there in 2015?", "How many fines were there in 2015?"),
        ("How many fines were there last month?", "How many fines were there last month?"),
        ("How many fines were there?", "How many fines were there?"),
    ],
)
def test_words_that_mean_a_year_are_compared_as_that_year(reports: Snapshot, question: str, dated: str) -> None:
    assert read(question, reports).dated == dated
