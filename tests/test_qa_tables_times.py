"""The row or column of a table that is of the time asked about is found by the days that it gives."""

from __future__ import annotations

import re
from datetime import date

import pytest

from corpus.document import Part, Passage
from qa.tables.times import cell_of_time, row_of_time, row_times, season_in, time_of

PLAIN = "Hall | Fee for a day | Fee for a week\nMarlow | £4 | £20"
FROM = "Room | From April 2024 | From April 2025\nSmall | £980 | £1,035"
YEARS = "Room | 2024/25 | 2025/26\nSmall | £980 | £1,035"


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        (FROM, date(2025, 1, 1), date(2025, 12, 31), "£1,035"),
        (FROM, date(2025, 3, 1), date(2025, 3, 31), "£980"),
        (FROM, date(2023, 3, 1), date(2023, 3, 31), None),
        (YEARS, date(2024, 5, 1), date(2024, 5, 31), "£980"),
        (YEARS, date(2025, 4, 1), date(2026, 3, 31), "£1,035"),
        (YEARS, date(2025, 1, 1), date(2025, 12, 31), "£1,035"),
        (YEARS, date(2026, 1, 1), date(2026, 12, 31), None),
        (PLAIN, date(2025, 1, 1), date(2025, 12, 31), None),
    ],
)
def test_a_column_is_of_the_time_that_is_asked_about(text: str, first: date, last: date, expected: str | None) -> None:
    passage, row = table(text), (text.index("\n", 1) + 1, len(text))
    found = cell_of_time(passage, row, (first.toordinal(), last.toordinal()), {})
    assert (text[slice(*found)] if found else None) == expected
    assert cell_of_time(passage, row, None, {}) is None


CHAIRS = "Year | Chair\n2017 to 2019 | Ada Moor\n2019 to 2022 | Bob Shaw\n2022 to date | Cy Lund"
RATES = "Date effective | Hourly rate\nApril 2024 | £11.80\nApril 2025 | £12.45\nApril 2027 | £13.10"
PARKING = "From | All day\n1 April 2024 | £4\n1 April 2026 | £5"
ROOMS = (
    "Room | With effect from | Fee\nHall | 1 May 2024 | £10\nBarn | 1 May 2024 | £6\n"
    "Hall | 1 May 2026 | £12\nBarn | 1 May 2026 | £7"
)
VISITORS = "Year | Visitors\n2023 | 1,200\n2024 | 1,450\n2025 | 1,610"
OPENING = "Period | Opens\n1 October to 31 March | 9am\n1 April to 30 September | 8am"
MONTHS = "Winter (November to February) | Opens\nNovember to February | 10am\nMarch to October | 9am"
MEETINGS = "Date | Place\n3 May 2026 | Hall\n7 June 2026 | Barn"
STEPS = "From | Fee\n1 April 2024 | £4\n1 April 2024 | £5"


def table(text: str) -> Passage:
    """A passage of a table whose first line names the columns."""
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", text))
    return Passage("fees", 0, len(text), text, "", None, None, "", parts)


def row_of(text: str, first: date, last: date, *, beginning: str = "", is_latest: bool = False) -> str | None:
    passage = table(text)
    row = next((part.start, part.end) for part in passage.parts[1:] if text[part.start :].startswith(beginning))
    found = row_of_time(passage, row, (first.toordinal(), last.toordinal()), is_latest=is_latest)
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (CHAIRS, date(2018, 3, 1), "2017 to 2019 | Ada Moor"),
        (CHAIRS, date(2026, 3, 1), "2022 to date | Cy Lund"),
        (CHAIRS, date(2016, 12, 31), None),
        (CHAIRS, date(2019, 5, 1), None),
        (CHAIRS.replace("to date", "– present"), date(2026, 3, 1), "2022 – present | Cy Lund"),
        (RATES, date(2025, 3, 31), "April 2024 | £11.80"),
        (RATES, date(2026, 11, 29), "April 2025 | £12.45"),
        (RATES, date(2024, 3, 31), None),
        (PARKING, date(2026, 3, 31), "1 April 2024 | £4"),
        (PARKING, date(2026, 4, 1), "1 April 2026 | £5"),
        (VISITORS, date(2024, 7, 1), "2024 | 1,450"),
        (VISITORS, date(2026, 7, 1), None),
        (OPENING, date(2026, 11, 29), "1 October to 31 March | 9am"),
        (OPENING, date(2026, 1, 3), "1 October to 31 March | 9am"),
        (OPENING, date(2026, 4, 1), "1 April to 30 September | 8am"),
        (MONTHS, date(2027, 2, 28), "November to February | 10am"),
        (MONTHS, date(2027, 10, 31), "March to October | 9am"),
        (MEETINGS, date(2026, 6, 8), None),
        (STEPS, date(2026, 6, 8), None),
        (PLAIN, date(2026, 6, 8), None),
    ],
)
def test_a_row_is_of_the_time_that_is_asked_about(text: str, day: date, expected: str | None) -> None:
    assert row_of(text, day, day) == expected


def test_a_row_is_looked_for_among_those_with_its_label() -> None:
    day = date(2026, 6, 8)
    assert row_of(ROOMS, day, day, beginning="Barn") == "Barn | 1 May 2026 | £7"
    assert row_of(ROOMS, date(2025, 1, 1), date(2025, 12, 31), beginning="Hall") == "Hall | 1 May 2024 | £10"


def test_a_label_may_stand_behind_the_years() -> None:
    rents = "Year | Plot | Rent\n2025 | Half | £22\n2025 | Full | £40\n2026 | Half | £24\n2026 | Full | £44"
    assert row_of(rents, date(2026, 5, 1), date(2026, 5, 1), beginning="2025 | Full") == "2026 | Full | £44"


def test_the_latest_row_may_be_over() -> None:
    day = date(2026, 6, 8)
    assert row_of(VISITORS, day, day, is_latest=True) == "2025 | 1,610"
    assert row_of(VISITORS, date(2022, 1, 1), date(2022, 1, 1), is_latest=True) is None


def test_rows_of_times_tell_whether_they_are_of_a_year() -> None:
    passage = table(f"{VISITORS}")
    assert [
        time.is_year
        for time in row_times(passage, (passage.parts[1].start, passage.parts[1].end), date(2026, 1, 1).toordinal())
    ] == [True] * 3
    chairs = table(CHAIRS)
    times = row_times(chairs, (chairs.parts[1].start, chairs.parts[1].end), date(2026, 1, 1).toordinal())
    assert [time.is_year for time in times] == [False] * 3
    assert [date.fromordinal(time.since).year for time in times] == [2017, 2019, 2022] and times[2].until == 0


def test_where_only_seasons_are_meant_no_row_of_a_year_is_found() -> None:
    day, passage = date(2026, 12, 1).toordinal(), table(CHAIRS)
    row = (passage.parts[1].start, passage.parts[1].end)
    assert row_of_time(passage, row, (day, day)) and row_of_time(passage, row, (day, day), is_seasonal=True) is None


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("1 October to 31 March", date(2026, 11, 29), (date(2026, 10, 1), date(2027, 3, 31))),
        ("1 October to 31 March", date(2027, 4, 1), (date(2027, 10, 1), date(2028, 3, 31))),
        ("When does it close in June?", date(2026, 11, 29), (date(2027, 6, 1), date(2027, 6, 30))),
        ("When does it close in June 2025?", date(2026, 11, 29), None),
        ("When does it close in June and in July?", date(2026, 11, 29), None),
        ("When did it close last week?", date(2026, 11, 29), None),
        ("When does it close?", date(2026, 11, 29), None),
        ("1 December to 29 February", date(2026, 11, 29), (date(2027, 12, 1), date(2028, 2, 29))),
        ("29 February", date(9999, 11, 29), None),
    ],
)
def test_a_season_is_the_one_around_a_day_or_next(text: str, day: date, expected: tuple[date, date] | None) -> None:
    found = season_in(text, day.toordinal())
    assert (found and tuple(map(date.fromordinal, found))) == expected


@pytest.mark.parametrize(
    ("header", "day", "expected"),
    [
        ("Item | From 1 January 2026 | From 1 January 2027", date(2026, 11, 29), "£4"),
        ("Item | From 1 January 2026 | From 1 January 2027", date(2027, 1, 1), "£5"),
        ("Item | Until 31 December 2026 | From 1 January 2027", date(2026, 11, 29), "£4"),
        ("Item | September 2026 | January 2027", date(2026, 11, 29), "£4"),
        ("Item | 2026 | 2027", date(2026, 11, 29), "£4"),
        ("Item | 2024/25 | 2025/26", date(2026, 11, 29), "£5"),
        ("Item | Adult | Child", date(2026, 11, 29), None),
        ("Day | April to October | November to March", date(2026, 11, 29), "£5"),
        ("Day | April to October | November to March", date(2026, 7, 1), "£4"),
        ("Day | April to October | November to March", date(2026, 1, 1), "£5"),
        ("Visitors in | November | December", date(2026, 11, 29), None),
    ],
)
def test_the_column_of_today_is_the_last_to_have_begun(header: str, day: date, expected: str | None) -> None:
    text = f"{header}\nScore hire | £4 | £5"
    passage, row = table(text), (len(header) + 1, len(text))
    found = cell_of_time(passage, row, (day.toordinal(), day.toordinal()), {}, is_latest=True)
    assert (text[slice(*found)] if found else None) == expected


def test_the_column_of_the_season_asked_about_is_taken() -> None:
    text = "Day | April to October | November to March\nSunday | noon to 5pm | Closed"
    first = date(2027, 1, 1).toordinal()
    found = cell_of_time(table(text), (text.index("Sunday"), len(text)), (first, first + 30), {})
    assert found and text[slice(*found)] == "Closed"


def test_of_columns_of_a_time_and_more_the_one_that_is_named_best_is_taken() -> None:
    header = "Course | Home 2025/26 | Home 2026/27 | Overseas 2025/26 | Overseas 2026/27"
    text = f"{header}\nMBA | £1 | £2 | £3 | £4"
    day, row = date(2026, 11, 29).toordinal(), (len(header) + 1, len(text))
    found = cell_of_time(table(text), row, (day, day), {"oversea": 1.0, "fee": 1.0}, is_latest=True)
    assert found and text[slice(*found)] == "£4"


@pytest.mark.parametrize(
    ("name", "cell", "ends"),
    [
        ("", "1871 to 1889", ("1871-01-01", "1889-12-31")),
        ("", "1889–1902", ("1889-01-01", "1902-12-31")),
        ("", "1930 to 1951", ("1930-01-01", "1951-12-31")),
        ("From", "1868", ("1868-01-01", "")),
        ("Members", "1868", None),
        ("", "1868", None),
        ("", "1889 to 1880", None),
    ],
)
def test_old_years_are_times_where_nothing_else_they_may_be(name: str, cell: str, ends: tuple[str, str] | None) -> None:
    found = time_of(name, cell)
    told = tuple(date.fromordinal(day).isoformat() if day else "" for day in found) if found else None
    assert told == ends
