"""A day that a label, a notice or a list of days gives is not the day of the document."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.metadata import Given, describe
from corpus.metadata.other_days import is_taken_up, leads_elsewhere
from corpus.readers.text import plain


def days(lines: list[str]) -> tuple[date | None, date | None]:
    text = "\n\n".join(lines)
    stated = describe("a.txt", text, plain(text).blocks, Given())
    return stated.published, stated.dated


@pytest.mark.parametrize(
    "above",
    [
        "Closing date for bids",
        "Last date for claims",
        "Payment due",
        "Autumn term starts",
        "Dates for your diary",
        "Deadline for comments on the plan",
        "Date of the previous inspection",
        "Next review",
        "Completion date",
        "Rent is payable",
        "Consultation closes",
        "Invoices due for payment",
    ],
)
@pytest.mark.parametrize("day", ["30 June 2023", "Friday 7 July 2023", "31/03/2024"])
@pytest.mark.parametrize("title", ["Grants guide", "Mill School", "Planning Committee"])
def test_a_lone_day_below_a_notice_dates_nothing(title: str, above: str, day: str) -> None:
    assert days([title, above, day, "Prose that says nothing more of it."]) == (None, None)


@pytest.mark.parametrize("heading", ["Dates for your diary", "Key dates", "Upcoming events", "What's on"])
def test_a_day_below_its_event_in_a_list_of_days_dates_nothing(heading: str) -> None:
    assert days(["Mill School", heading, "Summer fair", "Friday 7 July 2023", "Bring a cake."]) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Publication date of the previous report: 4 May 2018",
        "Deadline for the report: 4 May 2018",
        "Last report: 4 May 2018",
        "Next newsletter, 4 May 2018",
        "Replaces the policy, 4 May 2018",
    ],
)
def test_a_label_of_another_paper_s_day_dates_nothing(line: str) -> None:
    assert days(["Schools", line, "Prose that says nothing of it."]) == (None, None)


@pytest.mark.parametrize(
    "above",
    [
        "Report date",
        "Last updated",
        "Date of report",
        "Page last reviewed",
        "Report of the Director",
        "An up-to-date guide",
        "The council met the people of every ward about bins, rents, roads and the last bus.",
    ],
)
def test_a_lone_day_is_of_the_document_where_the_line_above_says_so_or_nothing(above: str) -> None:
    assert days(["Annual plan", above, "4 July 2023", "Prose."])[1] == date(2023, 7, 4)


@pytest.mark.parametrize("headline", ["Depot closes next week", "Library opens at last", "New term starts"])
def test_a_headline_may_tell_of_other_days(headline: str) -> None:
    assert days([headline, "4 July 2023", "The council said today that it did."])[0] == date(2023, 7, 4)
    assert not is_taken_up([headline, "4 July 2023"], 1, in_news=True)
    assert is_taken_up([headline, "4 July 2023"], 1)


@pytest.mark.parametrize(
    ("before", "elsewhere"),
    [("Cabinet report, ", False), ("Next review: Tuesday ", True), ("Closing date for bids ", True), ("", False)],
)
def test_the_words_before_a_day_lead_elsewhere(before: str, elsewhere: bool) -> None:
    assert leads_elsewhere(before) is elsewhere
