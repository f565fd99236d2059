"""Absence: that no document of the time asked about speaks of something is said with how many were searched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.abstaining.absence import near_miss, speaks_of, unheard_of, untold
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest, Filters

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
PAPERS = (
    {"title": "Bins", "published": "2019-05-01", "text": "Green bins are emptied on Mondays."},
    {"title": "Parks", "published": "2020-05-01", "text": "The parks are open all day, and bins stand at each gate."},
    {"title": "Pool", "published": "2021-05-01", "text": "The pool has a wave machine."},
    {"title": "Parking permits", "published": "2023-05-01", "text": "A parking permit costs £40 and is sent by post."},
    {"title": "Notes", "text": "Parking is free on Sundays."},
)


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(PAPERS)


def said(snapshot: Snapshot, question: str, filters: Filters = Filters()) -> str:
    scope = snapshot.scope(filters.passes) if filters else EVERYTHING
    return untold(understand(question, snapshot, today=date(2026, 11, 27)), snapshot, scope, filters)


def test_what_no_document_of_a_time_speaks_of_is_said_with_counts(papers: Snapshot) -> None:
    assert said(papers, "What did parking permits cost between May 2019 and June 2021?") == (
        "No document here dated May 2019 to June 2021 speaks of “permits cost” (3 searched). "
        "“permits” stands in 1 document of another time or of none."
    )
    assert "“wave” stands in 1 document " in said(papers, "Was there a wave in 2020?")


def test_a_letter_alone_is_no_matter(snapshot_of: Made) -> None:
    papers = snapshot_of(
        [
            {"title": "2021", "text": "Two people slept at a bed and breakfast.", "published": "2021-05-01"},
            {"title": "2022", "text": "Nobody had to stay at a B&B. The lift broke.", "published": "2022-05-01"},
        ]
    )
    assert said(papers, "Was anybody put up in a B&B in 2021?") == ""
    assert "“lift broke”" in said(papers, "Was it a B&B where the lift broke in 2021?")


def test_that_nobody_says_says_nothing_of_the_matter(snapshot_of: Made) -> None:
    told = {
        "title": "Letters",
        "published": "2018-05-01",
        "text": "Residents say that rain is wet. They mention gutters.",
    }
    snapshot = snapshot_of((*PAPERS, told))
    assert said(snapshot, "What did residents say about bins in 2019?").startswith(
        "No document here dated 2019 speaks of “residents”"
    )
    assert said(snapshot, "What did they say about bins in 2019?") == ""


def test_the_time_of_the_filters_counts_where_the_question_names_none(papers: Snapshot) -> None:
    filters = Filters(published_from=date(2019, 1, 1), published_to=date(2020, 12, 31))
    assert said(papers, "What does a permit cost?", filters).startswith(
        "No document here dated 2019 to 2020 speaks of “permit cost” (2 searched)."
    )
    assert said(papers, "What does a permit cost?") == ""


@pytest.mark.parametrize(
    "question",
    [
        "What did a permit cost in 2023?",
        "What did a permit cost in 1999?",
        "What did a permit cost in 2019 and in 2021?",
        "Who stroked the zebra in 2019?",
    ],
)
def test_nothing_untrue_is_said(papers: Snapshot, question: str) -> None:
    assert said(papers, question) == ""


def test_a_later_paper_that_names_the_year_may_tell_of_it(snapshot_of: Made) -> None:
    told = {"title": "Tolls", "published": "2022-05-01", "text": "A toll was paid 900 times in 2019 and 1,200 in 2020."}
    snapshot = snapshot_of((*PAPERS, told))
    assert said(snapshot, "How many tolls were paid in 2020?") == ""
    assert said(snapshot, "How many tolls were paid in 2021?") != ""


def test_a_paper_without_a_day_that_names_a_year_of_the_time_may_tell_of_it(snapshot_of: Made) -> None:
    told = {"title": "Summer works 2020", "text": "The north entrance is shut all summer."}
    snapshot = snapshot_of((*PAPERS, told))
    assert said(snapshot, "Which entrance was shut in summer 2020?") == ""
    assert said(snapshot, "Which entrance was shut in May 2020?") == ""
    assert "“entrance” stands in 1 document " in said(snapshot, "Which entrance was shut in May 2021?")


def test_it_is_the_refusal(papers: Snapshot) -> None:
    asked = AskRequest("What did parking permits cost in 2020?", today=date(2026, 11, 27))
    answer = Assistant(HashingEncoder()).ask(papers, asked)
    assert answer.reason == "not_told_then" and "(1 searched)" in answer.reason_text


@pytest.mark.parametrize("word", ["itself", "whoever", "him", "led", "asked", "according"])
def test_a_word_for_anybody_is_no_matter(snapshot_of: Made, word: str) -> None:
    snapshot = snapshot_of([*PAPERS, {"title": "Clock", "text": f"The clock mends {word} it likes."}])
    assert word not in said(snapshot, f"What did {word} bring to the pool in 2021?")


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("Our committee went on a visit. Was there a wave machine in 2020?", "wave machine"),
        ("How did the wave here go in 2020?", "wave"),
        ("Which gutters went wrong at the pool in 2020?", "gutters"),
        ("Rain came in. What did the wave cost in 2020?", "wave cost"),
        ("My neighbour keeps a zebra. Are parking permits sent by post in 2020?", "permits sent"),
        ("What was done about gutters in the pool in 2020?", "gutters"),
    ],
)
def test_the_matter_is_of_the_sentence_that_asks_and_of_words_side_by_side(
    snapshot_of: Made, question: str, matter: str
) -> None:
    others = {"title": "Odds", "text": "The committee went wrong here. Rain comes in, gutters drip. A zebra is kept."}
    assert f"speaks of “{matter}” (1 searched)" in said(snapshot_of([*PAPERS, others]), question)


def test_words_that_stand_nowhere_are_named(papers: Snapshot) -> None:
    said = papers.passages([0])[0].text
    known = understand(said, papers, today=date(2026, 11, 29))
    assert unheard_of(known, papers) == ""
    query = understand("Is the trampoline open with a saxophone?", papers, today=date(2026, 11, 29))
    told = unheard_of(query, papers)
    assert "“trampoline” and “saxophone”" in told
    story = understand("My boss has a saxophone. Is the trampoline open?", papers, today=date(2026, 11, 29))
    assert "has the word “trampoline”." in unheard_of(story, papers)
    plain = understand("Is anything being brought to the pool?", papers, today=date(2026, 11, 29))
    assert unheard_of(plain, papers) == ""


@pytest.mark.parametrize(
    ("question", "best", "told"),
    [
        ("Is the pool warm?", "The pools were warm.", "Some passages are about this, "),
        ("Does the pool have anything warm?", "A warm pool.", "Some passages are about this, "),
        ("Is the pool warm?", "The pool.", "Some passages come near, "),
        ("Is the pool warm and open?", "The pool opened.", "Some passages mention pool and open, "),
        ("Is the pool warm?", "", "Some passages come near, "),
        ("How many pools are there?", "Pools are warm.", "Some passages mention pools, "),
        ("Was the pool warm in 1987?", "The pools were warm.", "Some passages mention pool and warm, "),
        ("Is pool 26/00318/FUL open?", "Pool 26/00318/FUL.", "Some passages mention pool and 26/00318/FUL, "),
        ("Is the pool 26/00318/FUL?", "A pool for 26/00402/FUL.", "Some passages come near, "),
        ("When is the pool warm after a towel?", "Pools are warm after all.", "Some passages mention pool and warm, "),
        ("Is the warm towel from above?", "It is from above.", "Some passages come near, "),
    ],
)
def test_what_came_near_is_said_to_be_about_it_where_it_has_all_its_words(
    snapshot_of: Made, question: str, best: str, told: str
) -> None:
    snapshot = snapshot_of([{"title": "Pools", "text": "The warm pool is open to all who have a towel."}])
    query = understand(question, snapshot, today=date(2026, 11, 29))
    said = near_miss(query, snapshot, best, is_near=True)
    assert said == f"{told}but none of them answers the question for sure."
    assert (near_miss(query, snapshot, best, is_near=False) == "") == ("come near" in told)


@pytest.mark.parametrize(
    "question",
    [
        "Are bins turned down?",
        "How much money is a bin?",
        "Is the pool being dealt with?",
        "Are bins emptied on Wednesday in December?",
        "Who is telling about the bins?",
    ],
)
def test_a_word_that_says_little_by_itself_is_none_that_documents_lack(papers: Snapshot, question: str) -> None:
    assert unheard_of(understand(question, papers, today=date(2026, 11, 29)), papers) == ""


@pytest.mark.parametrize(
    "question", ["How often are bins emptied?", "How large are the parks?", "How wide a gate is it?"]
)
def test_what_only_asks_is_no_word_that_documents_lack(papers: Snapshot, question: str) -> None:
    plain, more = (understand(asked, papers, today=date(2026, 11, 29)) for asked in (question, f"{question} Or zumba?"))
    assert unheard_of(plain, papers) == ""
    assert "the word “zumba”" in unheard_of(more, papers)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("child", "Children swim."),
        ("grandchildren", "A grandchild swims."),
        ("firemen", "A fireman swims."),
        ("drove", "Lorries are driven here."),
        ("women", "A woman swims."),
        ("lost", "Towels lose their colour."),
    ],
)
def test_a_word_is_not_said_to_be_missing_where_another_form_of_it_stands(
    snapshot_of: Made, asked: str, told: str
) -> None:
    def unheard(text: str) -> str:
        snapshot = snapshot_of([{"title": "Pools", "text": text}])
        return unheard_of(understand(f"Is there a pool with {asked}?", snapshot, today=date(2026, 11, 29)), snapshot)

    assert unheard(told) == ""
    assert f"“{asked}”" in unheard("The chill of manual doors.")


@pytest.mark.parametrize(
    ("text", "year", "is_told"),
    [
        ("Between 2010 and 2014 the hall was heated by coal.", 2012, True),
        ("Between 2010 and 2014 the hall was heated by coal.", 2016, False),
        ("Until 2019 the fee was £4, and from then on £6.", 2017, True),
        ("Until 2019 the fee was £4.", 2022, False),
        ("Tom Reed has been chair since 2019.", 2022, True),
        ("Tom Reed has been chair since 2019.", 2017, False),
        ("The roof was mended in 2016.", 2017, False),
        ("The hall was closed from March 2020 to June 2021.", 2021, True),
    ],
)
def test_a_text_speaks_of_a_time_within_its_bounds(text: str, year: int, is_told: bool) -> None:
    assert speaks_of(text, date(year, 1, 1), date(year, 12, 31)) is is_told


HALL = {
    "title": "Torbeck village hall",
    "published": "2024-03-01",
    "text": "Between 2010 and 2014 the hall was heated by coal, which Ned Orme gave.",
}


@pytest.mark.parametrize(
    ("question", "is_denied"),
    [
        ("Who brought the coal that heated the hall in 2012?", False),
        ("Who brought the coal that heated the hall in 2016?", True),
    ],
)
def test_that_no_document_is_of_a_time_is_not_said_where_the_nearest_passage_tells_of_it(
    snapshot_of: Made, question: str, is_denied: bool
) -> None:
    assistant = Assistant(HashingEncoder())
    for published in ("2024-03-01", "2016-03-01"):
        snapshot = snapshot_of([HALL, {"title": "Notes", "published": published, "text": "The library is open."}])
        answer = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))
        assert (answer.reason in ("date_not_covered", "not_told_then")) is is_denied
