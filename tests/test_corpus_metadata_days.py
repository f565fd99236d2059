"""A day is what is written, or nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.days import (
    days_after,
    days_in,
    file_name_day,
    may_name_day,
    parse_date,
    single_days,
    single_months,
)


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


def test_the_days_a_text_names_are_those_with_month_and_year_and_of_a_span_the_last() -> None:
    text = "Met on 3 and 10 March 2025, from 20 to 24 January 2025, in May 2019 and on 4 June. Published 12/05/23."
    assert days_in(text) == {date(2025, 3, 3), date(2025, 3, 10), date(2025, 1, 24), date(2023, 5, 12)}


def test_single_days_are_no_ends_of_longer_times() -> None:
    line = "Open 3 May 2021, not 20 to 24 January 2025 and not 3 May 2022 to 9"
    assert [(placed.day, line[placed.start : placed.end]) for placed in single_days(line)] == [
        (date(2021, 5, 3), "3 May 2021")
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Dates: 23 January to 3 February 2023", date(2023, 2, 3)),
        ("Dates: Monday 23 January to Friday 3 February 2023", date(2023, 2, 3)),
        ("Dates: 29 April – 22 May 2014", date(2014, 5, 22)),
        ("Dates: 1/06/2015 – 25/06/2015", date(2015, 6, 25)),
        ("Dates: 9–24 November 2017", date(2017, 11, 24)),
        ("Dates: 11 – 22 July 2022", date(2022, 7, 22)),
        ("Dates: 19 November – 11 December 2013", date(2013, 12, 11)),
        ("Dates: 28 December 2022 to 6 January 2023", date(2023, 1, 6)),
        ("Dates: 3, 4 and 9 March 2020", date(2020, 3, 9)),
        ("Dates: Tuesday 3 March 2020 and Thursday 12 March 2020", date(2020, 3, 12)),
        ("Dates: from 3 March 2020, previous visit 2 May 2019", date(2020, 3, 3)),
        ("Dates: 7pm on Tuesday 14 March 2023", date(2023, 3, 14)),
        ("Dates: to be told, not before 3 March 2020", None),
        ("Dates: March 2020", None),
        ("Dates: 3 March", None),
        ("Dates:", None),
    ],
)
def test_of_the_days_that_follow_a_label_the_last_counts(line: str, day: date | None) -> None:
    placed = days_after(line, len("Dates:"))
    assert (placed.day if placed else None) == day


@pytest.mark.parametrize(
    "name",
    [
        "2023-07-04 minutes.md", "minutes_04072023.pdf", "Minutes 4 July 2023.docx", "20230704-agenda.pdf",
        "papers/2022-23/cabinet_2023_07_04.pdf", "4th-July-2023_notes.txt", "04.07.2023.odt", "cabinet 4-7-2023.doc",
        "Agenda (Tuesday 4 July 2023).pdf", "a-20230704.eml", "July 4 2023.txt", "04-Jul-2023.pdf", "2023.07.04.txt",
        "minutes 2023-07-04 (4 July 2023).md",
    ],
)  # fmt: skip
def test_a_file_s_name_gives_its_day(name: str) -> None:
    assert file_name_day(name) == date(2023, 7, 4)


@pytest.mark.parametrize(
    "name",
    [
        "minutes_040723.pdf", "04-07-23.pdf", "minutes.pdf", "budget 2022-23.xlsx", "minutes 2023-07.pdf",
        "2023-07-04 to 2023-07-18.pdf", "2023-13-04.pdf", "07-23-2023.pdf", "scan 20230704.pdf", "IMG_20230704.pdf",
        "12345678.pdf", "120230704.pdf", "slough_2023-03-17", "2023-07-04", "rlc-2024-06-07",
        "Screenshot 2023-07-04.png",
        "downloaded 4 July 2023.pdf", "Act of 31 February 2023.pdf",
    ],
)  # fmt: skip
def test_a_name_of_no_file_or_with_digits_of_two_meanings_gives_none(name: str) -> None:
    assert file_name_day(name) is None


def test_a_line_without_the_digits_of_a_year_names_no_day() -> None:
    assert may_name_day("on 3 May 2021") and may_name_day("03/05/21")
    assert not may_name_day("3 May, 12 chairs")


def test_the_last_day_of_a_month_stands_for_one_with_its_year() -> None:
    assert [placed.day for placed in single_months("Reviewed February 2024")] == [date(2024, 2, 29)]
    assert single_months("Reviewed 3 February 2024") == []
    assert single_months("Reviewed in February") == []
    assert single_months("From May 2024 to June 2024") == []
