"""Letters, news and the papers of meetings are told by their first lines."""

from __future__ import annotations

import pytest

from corpus.metadata.shape import (
    address_lines,
    heads_its_papers,
    heads_meeting,
    is_address,
    is_article,
    is_body,
    is_called_inspection,
    is_greeting,
    is_letter,
    is_letterhead,
    is_name,
    is_news,
    is_of_event,
    is_of_meeting,
    is_organisation,
    names_paper,
    subject_of_letter,
    unquoted,
)


@pytest.mark.parametrize(
    "lines",
    [
        ["Planning Committee", "Tuesday 14 March 2023"],
        ["Slough Borough Council", "Overview and Scrutiny Committee"],
        ["AGENDA"],
        ["Minutes of the annual meeting"],
        ["Board of Trustees", "Present: A, B"],
        ["Report to: Planning Committee"],
        ["Full Council Meeting"],
        ["Council"],
    ],
)
def test_the_papers_of_a_meeting_name_who_meets_or_what_they_are(lines: list[str]) -> None:
    assert is_of_meeting(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["Slough Borough Council", "Housing strategy"],
        ["The committee that nobody wanted", "It met twice."],
        ["Meeting the need for homes"],
        ["Summer fair", "Venue: The Green"],
        ["What the cabinet decided"],
        [],
    ],
)
def test_other_papers_may_speak_of_meetings(lines: list[str]) -> None:
    assert not is_of_meeting(lines)


def test_a_letterhead_is_a_body_and_heads_no_meeting() -> None:
    assert is_body("Slough Borough Council") and not heads_meeting("Slough Borough Council")
    assert heads_meeting("Planning Committee") and not is_body("Approved by Cabinet")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Wick Skills Board", True),
        ("City of Wick Council", True),
        ("Skills Board", False),
        ("Audit and Risk Board", False),
        ("The Council", False),
        ("Approved By Wick Council", False),
        ("", False),
    ],
)
def test_a_letterhead_has_a_name_beside_what_a_body_is_for(line: str, is_one: bool) -> None:
    assert is_letterhead(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Mill Lane Surgery", True),
        ("Friends of Mill Park", True),
        ("FRIENDS OF MILL PARK", True),
        ("Larkfield Housing Association Ltd", True),
        ("St Bede’s C of E Primary School", True),
        ("Surgery", False),
        ("The day we left school", False),
        ("Friends of the earth", False),
        ("Mill Lane Surgery opens", False),
        ("Photographs By Wick Camera Club", False),
    ],
)
def test_organisations_are_known_by_words_of_their_names(line: str, is_one: bool) -> None:
    assert is_organisation(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("12 Marsh Road", True),
        ("2–4 Corn Street", True),
        ("Quill House, 12 Marsh Road, Thornby", True),
        ("Day Surgery Unit, Level 2", True),
        ("4th Floor, Beech Court", True),
        ("The Old Mill, Thornby TB1 2AB", True),
        ("Mill Street", True),
        ("PO Box 12", True),
        ("Tel: 01632 960111", True),
        ("Email info@thornby.example", True),
        ("www.thornby.example", True),
        ("Registered charity 123456", True),
        ("Hire of the Village Hall", False),
        ("Health, Safety and Welfare", False),
        ("Planning application 12/345: 4 Mill Lane", False),
        ("Email policy", False),
        ("2024 Charity Walk", False),
        ("5 Day Treatment Plan", False),
        ("We moved to 12 Marsh Road", False),
        ("Mill Lane, " * 20, False),
    ],
)
def test_an_address_says_where_somebody_is_or_how_to_reach_them(line: str, is_one: bool) -> None:
    assert is_address(line) is is_one


def test_an_organisation_heads_its_papers_by_its_legal_form_or_above_its_address() -> None:
    assert heads_its_papers(["Thornby NHS Trust", "Your hip operation"])
    assert heads_its_papers(["Mill Lane Surgery", "New patients", "1 Mill Lane"])
    assert not heads_its_papers(["Mill Lane Surgery", "New patients"])
    assert not heads_its_papers(["New patients", "1 Mill Lane"])
    assert not heads_its_papers([])


def test_an_address_has_lines_that_are_none_by_themselves() -> None:
    assert address_lines(["The Old Mill", "4 Mill Lane", "Thornby", "TB1 2AB", "Your plot"]) == 4
    assert address_lines(["Community nursing team", "Level 2", "A bandage"]) == 2
    assert address_lines(["Library review", "4 Mill Lane"]) == 0
    assert address_lines(["How the community team works", "Level 2"]) == 0
    assert address_lines(["Team"]) == 0 and address_lines([]) == 0


def test_a_name_is_a_few_words_with_capitals() -> None:
    assert is_name("Mill Lane Singers") and is_name("Friends of Mill Park")
    assert not is_name("Singers") and not is_name("What the singers sang") and not is_name("Fees 2023")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Complaints procedure", True),
        ("Hire charges from 1 April 2024", True),
        ("Annual report 2019/20", True),
        ("Minutes of the meeting", True),
        ("A planner’s life", False),
        ("The club has rules.", False),
        ("Rules we broke", False),
    ],
)
def test_some_lines_say_what_kind_of_paper_they_head(line: str, names: bool) -> None:
    assert names_paper(line) is names


def test_the_subject_of_a_letter_stands_below_its_greeting() -> None:
    assert subject_of_letter(["Wick", "Dear all", "New hours", "We open at 7am."]) == ["New hours"]
    assert subject_of_letter(["Dear all", "We open at 7am.", "New hours"]) == []
    assert subject_of_letter(["Dear all", "and everybody", "New hours"]) == []
    assert subject_of_letter(["New hours", "We open at 7am.", "Ada"]) == []
    assert is_greeting("Dear Ms Moor") and not is_greeting("Dearth of homes")


def test_an_event_labels_its_time_or_place() -> None:
    assert is_of_event(["Summer fair", "Venue: The Green"])
    assert not is_of_event(["Summer fair", "The venue: unknown"])


def test_a_letter_greets_somebody_below_its_date() -> None:
    assert is_letter(["4 July 2023", "Our ref: 1", "Dear Mrs Pound"], 0)
    assert not is_letter(["Dear Mrs Pound", "4 July 2023"], 1)


def test_an_article_has_its_number_below_its_date() -> None:
    assert is_article(["2023-07-04", "JAMA. 2020. doi:10.1000/1"], 0)
    assert not is_article(["DOI:10.1000/1", "2023-07-04", *["Prose."] * 5, "doi: 10.1000/2"], 1)


@pytest.mark.parametrize(
    ("lines", "news"),
    [
        (["PRESS RELEASE"], True),
        (["Staff bulletin: after the inspection"], True),
        (["New bins", "By Ada Pound"], True),
        (["New bins", "The council said today that all homes get one."], True),
        (["New bins", "“We got one today,” she said."], False),
        (["New bins", "By the end of the year"], False),
        (["New bins", "All homes get one."], False),
    ],
)
def test_news_says_so_names_its_writer_or_tells_of_today_in_its_own_words(lines: list[str], news: bool) -> None:
    assert is_news(lines) is news


def test_what_is_quoted_is_left_out_and_apostrophes_are_no_quotes() -> None:
    assert unquoted("He wrote “today, 3 May” on the council’s wall").split() == "He wrote on the council’s wall".split()
    assert unquoted('A "b" c').split() == ["A", "c"]


@pytest.mark.parametrize(
    ("called", "is_inspection"),
    [
        ("Inspection of Mill Lane School", True),
        ("Wick Council: re-inspection of services", True),
        ("Inspection report: Moor House", True),
        ("Inspections of playgrounds", False),
        ("How to prepare for an inspection of a kitchen", False),
    ],
)
def test_a_title_tells_of_an_inspection(called: str, is_inspection: bool) -> None:
    assert is_called_inspection(called) is is_inspection
