"""A date, publisher or title is what the document says, or nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata import choose_title, days_in, parse_date, read_stated, web_address


@pytest.mark.parametrize(
    "written",
    [
        "23rd July 2018", "23 July 2018", "Monday 23 July 2018", "July 23, 2018", "23/07/2018", "23.07.2018",
        "2018-07-23", "2018-07-23T23:30:00Z", "2018-07-23T23:30:00-05:00", "Mon, 23 Jul 2018 23:59:00 +0100",
        "23rd of July, 2018", "20180723", 20180723, "Thurs 23 July 2018", "23 July 2018 at 9am", "23/07/2018 14:30",
        "9:30am, 23 July 2018", "July 23, 2018 10:00 AM", "2018-07-23 10:00:00.123456", "Mon, 23 Jul 2018 23:59:00 GMT",
        "Mon, 23 Jul 2018 23:59:00 -0500 (EST)", "2018-07-23 (revised)", "23-Jul-18", "2018/07/23", " 23\n July 2018.",
        date(2018, 7, 23), datetime(2018, 7, 23, 23, 59, tzinfo=UTC),
    ],
)  # fmt: skip
def test_a_whole_date_is_read_as_written(written: object) -> None:
    assert parse_date(written) == date(2018, 7, 23)


def test_the_day_comes_before_the_month() -> None:
    assert parse_date("03/04/2018") == date(2018, 4, 3)


@pytest.mark.parametrize(
    "written",
    [
        "July 2018", "23 July", "2018", "today", "3 days ago", "31 February 2018", "2018-13-01", "", "soon", None,
        "1" * 60, "20181323", 20181323, 2018, True, 10**30, "20 to 24 July 2018", "3 and 10 March 2025", "12.05.23",
        "revised 23 July 2018", "23 July 2018 by the council", f"23 July 2018{' ' * 80}at{' (x)' * 20}",
    ],
)  # fmt: skip
def test_a_date_without_day_month_and_year_is_none(written: object) -> None:
    assert parse_date(written) is None


@given(st.text(max_size=70))
def test_no_text_makes_reading_a_date_fail(text: str) -> None:
    assert parse_date(text) is None or isinstance(parse_date(text), date)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["A heading", "Published: 23rd July 2018"], date(2018, 7, 23)),
        (["Inspection date: 11 April 2016 to 5 May 2016", "Report published: 27 June 2016"], date(2016, 6, 27)),
        (["A heading", "", "Thursday 19 December 2024", "Prose follows."], date(2024, 12, 19)),
        (["Posted on 3 May 2021 by the press office"], date(2021, 5, 3)),
        (["Date: 03/04/2018"], date(2018, 4, 3)),
        (["Date: 12/05/23"], date(2023, 5, 12)),
        (["Published: 23 July 2018 10:30 am BST"], date(2018, 7, 23)),
        (["23 July 2018, 10:30 GMT"], date(2018, 7, 23)),
        (["Published: | 16 August 2013"], date(2013, 8, 16)),
        (["Last updated 5 May 2020", "Published 1 May 2020"], date(2020, 5, 1)),
        (["Guide", "Last updated: 5 May 2020"], date(2020, 5, 5)),
        (["HEREFORD, 4 March 2019 – The council said so."], date(2019, 3, 4)),
        (["At its meeting today, Thursday 19 December 2024, the cabinet received two reports."], date(2024, 12, 19)),
        (["A heading", *["Prose that says nothing of it."] * 60, "Published: 23rd July 2018"], date(2018, 7, 23)),
    ],
)
def test_the_date_a_text_gives_itself_is_found(lines: list[str], day: date) -> None:
    assert read_stated(lines).published == day


@pytest.mark.parametrize(
    "lines",
    [
        ["Inspection dates: 9 July 2018 to 20 July 2018"],
        ["Dates of previous inspection: 3 October 2016"],
        ["The service was judged inadequate on 21 September 2022."],
        ["11 April 2016 to 5 May 2016"],
        ["Published: 20 to 24 January 2025"],
        ["20-24 January 2025"],
        ["3 May 2021 and 5 others"],
        ["3 May 2021 10 PEOPLE"],
        ["Published: soon"],
        ["Prose. " * 60, "The cabinet met on Thursday 19 December 2024 and agreed."],
        ["A heading", *["Prose."] * 60, "The report was published: 23rd July 2018 it said", *["More."] * 20],
        ["12 July", "July 2018"],
        [],
    ],
)
def test_another_date_is_not_taken_for_it(lines: list[str]) -> None:
    assert read_stated(lines).published is None


def test_the_days_a_text_names_are_those_with_month_and_year_and_of_a_span_the_last() -> None:
    text = "Met on 3 and 10 March 2025, from 20 to 24 January 2025, in May 2019 and on 4 June. Published 12/05/23."
    assert days_in(text) == {date(2025, 3, 3), date(2025, 3, 10), date(2025, 1, 24), date(2023, 5, 12)}


def test_a_labelled_publisher_is_found_but_an_address_is_none() -> None:
    assert read_stated(["Title", "Publisher: The County Council"]).source == "The County Council"
    assert read_stated(["Title", "Source: https://example.org/a"]).source is None
    assert read_stated(["Sources: many"]).source is None


def test_the_first_real_title_is_taken_on_one_line_and_not_too_long() -> None:
    assert choose_title([None, " ", "***", 7, " A\n title "], "a.txt") == "A title"
    assert choose_title([], "folder/annual_report 2018.pdf") == "annual report 2018"
    assert choose_title([], ".txt")
    long = choose_title(["word " * 200], "a.txt")
    assert len(long) <= 202
    assert long.endswith("word …")


def test_only_http_addresses_are_addresses() -> None:
    assert web_address(" https://example.org/a?b=c ") == "https://example.org/a?b=c"
    assert web_address("javascript:alert(1)") is None
    assert web_address("example.org") is None
    assert web_address(None) is None
