"""A day or a publisher of publication is what a document states as such, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.metadata import Given, describe
from corpus.metadata.opening import Opening
from corpus.metadata.publication import letterhead_in, lone_days, published_in, published_month, publisher_in
from corpus.readers.text import plain
from tests.dated_texts import DatedText, dated_texts


def published(lines: list[str]) -> date | None:
    text = "\n\n".join(lines)
    return describe("a.txt", text, plain(text).blocks, Given()).published


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["A heading", "Published: 23rd July 2018"], date(2018, 7, 23)),
        (["Inspection date: 11 April 2016 to 5 May 2016", "Report published: 27 June 2016"], date(2016, 6, 27)),
        (["Posted on 3 May 2021 by the press office"], date(2021, 5, 3)),
        (["Published 5 March 2020."], date(2020, 3, 5)),
        (["Fares", "Issued 12 March 2021. In force from 1 April 2021."], date(2021, 3, 12)),
        (["Fares", "First published 12 March 2021. This edition replaces the one of 3 May 2019."], date(2021, 3, 12)),
        (["Night duty", "Issued by Millbrook Clinic on 12 January 2024."], date(2024, 1, 12)),
        (["Bells", "Published by the Tower Captains' Guild, 9 October 2023"], date(2023, 10, 9)),
        (["Published 9 October 2023 by the Tower Captains' Guild."], date(2023, 10, 9)),
        (["Bins", "Author: A. Smith. Published: 12 February 2024. Review: 2025."], date(2024, 2, 12)),
        (["Bins", *["Prose."] * 60, "Publisher: Wendham Council. Published 12 February 2024."], date(2024, 2, 12)),
        (["Published: 23 July 2018 10:30 am BST"], date(2018, 7, 23)),
        (["Published: | 16 August 2013"], date(2013, 8, 16)),
        (["Last updated 5 May 2020", "Published 1 May 2020"], date(2020, 5, 1)),
        (["HEREFORD, 4 March 2019 – The council said so."], date(2019, 3, 4)),
        (["News release", "Hereford, 4 March 2019 – The council said so."], date(2019, 3, 4)),
        (["At its meeting today, Thursday 19 December 2024, the cabinet received two reports."], date(2024, 12, 19)),
        (["A heading", *["Prose that says nothing of it."] * 60, "Published: 23rd July 2018"], date(2018, 7, 23)),
        (["Town Hall", "4 July 2023", "Dear Mrs Pound", "Thank you."], date(2023, 7, 4)),
        (["Planning Committee", "4 July 2023", "Dear Mrs Pound", "Thank you."], date(2023, 7, 4)),
        (["Planning Committee", "Date: 4 July 2023", "Dear Mrs Pound", "Thank you."], date(2023, 7, 4)),
        (["Press release", "4 July 2023", "New bins"], date(2023, 7, 4)),
        (["New bins", "Tuesday 4 July 2023, 10:30 GMT", "Cabinet today agreed to buy them."], date(2023, 7, 4)),
        (["New bins", "By Ada Pound", "4 July 2023"], date(2023, 7, 4)),
        (["On bins", "Pound, Ada; Hill, John", "2023-07-04", "DOI:10.1000/1", "Abstract: Bins."], date(2023, 7, 4)),
        (["Leisure bulletin, 4 July 2023", "Prose."], date(2023, 7, 4)),
        (["From: Ada", "To: John", "Date: 4 July 2023", "Dear John"], date(2023, 7, 4)),
    ],
)
def test_the_day_a_text_gives_itself_is_found(lines: list[str], day: date) -> None:
    assert published(lines) == day


@pytest.mark.parametrize(
    "lines",
    [
        ["Inspection dates: 9 July 2018 to 20 July 2018"],
        ["Dates of previous inspection: 3 October 2016"],
        ["The service was judged inadequate on 21 September 2022."],
        ["11 April 2016 to 5 May 2016"],
        ["Published: 20 to 24 January 2025"],
        ["Issued by the clinic to all who were seen on 12 January 2024 or soon after that."],
        ["20-24 January 2025"],
        ["3 May 2021 and 5 others"],
        ["3 May 2021 10 PEOPLE"],
        ["Published: soon"],
        ["Rates by ward", "Source: Census. Published 12 February 2024."],
        ["Bins", "The bins were lost. Published 12 February 2024, the report said so."],
        ["Bins", "Note: the bins were lost. Published 12 February 2024, the report said so."],
        ["Bins", "Publisher: Wendham Council. The report published 12 February 2024 is replaced."],
        ["Guide", "Last updated: 5 May 2020"],
        ["A heading", "Thursday 19 December 2024", "Prose follows."],
        ["Planning Committee", "Date: Tuesday 14 March 2023", "Present: A"],
        ["Planning Committee", "Tuesday 14 March 2023", "The committee said today that it met."],
        ["Date: 03/04/2018"],
        ["The strike", "Date: 5 May 1985"],
        ["From: Ada", "To: John", "Date: 4 July 2023", "Subject: Bins"],
        ["Summer fair", "Date: 14 June 2023", "Venue: The Green"],
        ["Anna Jones, 12 May 1990 – the painter was born in the mill."],
        ["At its meeting today, Monday 19 December 2024, the cabinet received two reports."],
        ["Bins", "Prose.", "At its meeting today, Thursday 19 December 2024, the cabinet met."],
        ["Date of birth: 5 March 1984"],
        ["“Published 5 March 1984", "stands on the stone.”"],
        ["Published on 5 March 1984, the pamphlet shocked the town."],
        ["Prose. " * 60, "The cabinet met on Thursday 19 December 2024 and agreed."],
        ["A heading", *["Prose."] * 60, "The report was published: 23rd July 2018 it said", *["More."] * 20],
        ["A heading", *["Prose."] * 60, "Date: 23rd July 2018", "More."],
        ["12 July", "July 2018"],
        [],
    ],
)
def test_another_day_is_not_taken_for_it(lines: list[str]) -> None:
    assert published(lines) is None


@pytest.mark.parametrize("text", list(dated_texts()), ids=lambda text: f"{text.kind}-{text.day}")
def test_no_day_that_a_sentence_mentions_is_one_of_publication(text: DatedText) -> None:
    assert describe("a.txt", text.text, plain(text.text).blocks, Given()).published is None


def test_there_are_two_hundred_such_texts_of_many_kinds() -> None:
    texts = list(dated_texts())
    assert len({text.text for text in texts}) >= 200
    assert len({text.kind for text in texts}) >= 10


def test_a_labelled_publisher_is_found_but_an_address_is_none() -> None:
    assert publisher_in(Opening(("Title", "Publisher: The County Council"))) == "The County Council"
    assert publisher_in(Opening(("Title", "Source: https://example.org/a"))) is None
    assert publisher_in(Opening(("Sources: many",))) is None
    assert publisher_in(Opening(("Rates by ward", "Source: council survey, 2023"))) is None
    assert publisher_in(Opening(("Rates by ward", "Source: Census (2021)."))) is None


@pytest.mark.parametrize(
    ("lines", "page_titles", "publisher"),
    [
        (["WICK TOWN COUNCIL", "Allotments: rules"], [], "WICK TOWN COUNCIL"),
        (["**Wick Town Council**", "Allotments"], [], "Wick Town Council"),
        (["Allotments", "Wick Town Council"], [], None),
        (["Approved By Wick Town Council"], [], None),
        (["Allotments", "*Wick Town Council, reception 01666 550 300*"], [], "Wick Town Council"),
        (["Allotments", "Wick Town Council – press notice – 24 October 2024"], [], "Wick Town Council"),
        (["Allotments", "Mill Lane", "Wick Town Council"], [], None),
        (["The Clerk", "Wick Town Council", "Dear Ms Moor"], [], None),
        (["Wick Town Council", "Dear Ms Moor"], [], "Wick Town Council"),
        (["Full Council", "3 May 2024"], [], None),
        (["Skills Board", "Allotments"], [], None),
        (["Health and Wellbeing Board", "Allotments"], [], None),
        (["Children’s Services Programme Board", "Allotments"], [], None),
        (["Wick Skills Board", "Allotments"], [], "Wick Skills Board"),
        (["Mill Lane Surgery", "Allotments"], [], "Mill Lane Surgery"),
        (["Mill Lane Surgery", "Dear Ms Moor", "Allotments"], [], "Mill Lane Surgery"),
        (["Starting at school", "Allotments"], [], None),
        (["City of Wick Council", "Taxis"], [], "City of Wick Council"),
        (["The Wick Council", "Taxis"], [], "The Wick Council"),
        (["The Council", "Taxis"], [], None),
        (["The Parish Council", "Taxis"], [], None),
        (["Wick Town Council, once rich, is poor"], [], None),
        (["Allotment rules"], ["Wick Town Council: allotment rules"], "Wick Town Council"),
        (["Allotment rules"], ["Allotment rules | Wick Town Council"], "Wick Town Council"),
        (["Allotment rules"], ["Wick Town Council: what went wrong"], None),
        (["Allotment rules"], ["Wick Town Council"], None),
    ],
)
def test_the_letterhead_is_the_publisher(lines: list[str], page_titles: list[str], publisher: str | None) -> None:
    assert letterhead_in(lines, page_titles, "Allotment rules") == publisher


def test_an_organisation_is_the_publisher_of_its_papers_and_not_of_all_that_is_headed_by_its_name() -> None:
    def told(title: str, *lines: str) -> str | None:
        return letterhead_in(["Friends of Mill Park", *lines], [], title)

    assert told("Minutes of the meeting of 4 May 2023", "Present: A, B") == "Friends of Mill Park"
    assert told("A new path", "Dear supporter", "A new path") == "Friends of Mill Park"
    assert told("A new path", "1 Mill Lane", "A new path") == "Friends of Mill Park"
    assert told("A new path", "A new path", "Version 2, May 2026") == "Friends of Mill Park"
    assert told("A new path", "The council built it.") is None


def test_what_a_document_is_called_is_not_its_publisher() -> None:
    assert letterhead_in(["Contact Wick Town Council"], [], "Contact Wick Town Council") is None


def test_who_issued_it_on_a_day_is_the_publisher() -> None:
    def told(line: str) -> str | None:
        return publisher_in(Opening(("Night duty", line), (), ()))

    assert told("Issued by Millbrook Clinic on 12 January 2024.") == "Millbrook Clinic"
    assert told("Published by the Tower Captains' Guild, 9 October 2023") == "Tower Captains' Guild"
    assert told("Issued by hand on 12 January 2024.") is None


@pytest.mark.parametrize(
    "line",
    [
        "Publisher: Wendham Council. Published 12 February 2024.",
        "Publisher: Wendham Council. Published: 12 February 2024",
        "Publisher: Wendham Council Published: 12 February 2024",
        "Publisher: Wendham Council; issued on 12 February 2024",
        "Publisher: Wendham Council, published 12 February 2024",
        "Publisher: Wendham Council – date of publication: 12 February 2024",
        "Publisher: Wendham Council (published 12 February 2024)",
        "Publisher: Wendham Council. First published 12 February 2024. Next review February 2025.",
        "Published 12 February 2024. Publisher: Wendham Council.",
        "Published 12 February 2024 by Wendham Council.",
        "Version: 3. Publisher: Wendham Council. Issued 12 February 2024.",
    ],
)
@pytest.mark.parametrize("before", [[], ["Garden waste"]])
def test_one_line_may_state_who_published_it_and_when(before: list[str], line: str) -> None:
    text = "\n\n".join([*before, line])
    told = describe("a.txt", text, plain(text).blocks, Given())
    assert (told.source, told.published) == ("Wendham Council", date(2024, 2, 12))


def test_a_publisher_ends_with_its_sentence_and_keeps_its_own_stops() -> None:
    def told(line: str) -> str | None:
        return publisher_in(Opening(("Bins", line)))

    assert told("Publisher: Wendham Council. It replaces the one of 2019.") == "Wendham Council"
    assert told("Publisher: St. Mary's Trust. Issued 12 February 2024.") == "St. Mary's Trust"
    assert told("Publisher: Smith, Published Authors") == "Smith, Published Authors"


def test_the_last_line_counts_only_where_it_says_no_more() -> None:
    assert published_in(Opening(("Title",), ("Published: 3 May 2021",))) == date(2021, 5, 3)
    assert published_in(Opening(("Title",), ("Published: 3 May 2021 and again",))) is None


@pytest.mark.parametrize(
    ("lines", "index"),
    [
        (["Title", "4 July 2023", "Prose."], 1),
        (["Tuesday 4 July 2023, 7pm"], 0),
        (["Apply by", "4 July 2023"], None),
        (["Closing date", "4 July 2023"], None),
        (["The fair is held on", "4 July 2023"], None),
        (["Opening:", "4 July 2023"], None),
        (["The rent is due on the first, so from", "4 July 2023", "it is higher."], None),
        (["It opened.", "4 July 2023", "and closed again."], None),
    ],
)
def test_a_day_is_alone_where_the_lines_around_do_not_take_it_up(lines: list[str], index: int | None) -> None:
    assert [lone.index for lone in lone_days(lines)] == ([] if index is None else [index])


def test_the_month_of_publication_is_told_by_a_label_alone() -> None:
    assert published_month(Opening(("Leave policy", "Published: March 2024"))) == date(2024, 3, 31)
    assert published_month(Opening(("Leave policy", "Date: March 2024"))) is None
    assert published_month(Opening(("Leave policy", "Published in March 2024 the plan was long. It was read."))) is None
