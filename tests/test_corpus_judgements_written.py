"""When an undated document was written is told by what it tells as past, and by days of the week."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.judgements.written import Written, written


def told(text: str) -> tuple[str, str]:
    """The day after which a text was written, and the one near which it was, in ISO 8601; "" for none."""
    found = written(text)
    return date.fromordinal(
        found.after
    ).isoformat() if found.after else "", found.near.isoformat() if found.near else ""


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("It was judged inadequate in July 2022.", "2022-07-01"),
        ("He was elected in 2021. It opened on 4 May 2023.", "2023-05-04"),
        ("She said that much was done since her appointment in July 2024.", "2024-07-01"),
        ("They visited between March 2019 and June 2021.", "2019-03-01"),
        ("The strategy will run in 2027.", ""),
        ("The plan for 2026 was agreed.", ""),
        ("The Corporate Parenting Strategy 2025-2027 was agreed.", ""),
        ("Nothing was said of any year.", ""),
    ],
)
def test_what_is_told_as_past_shows_that_a_text_is_later(text: str, after: str) -> None:
    assert told(text) == (after, "")


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("It was judged good in July 2022. Members meet on Thursday, 22 June.", "2023-06-22"),
        ("It was judged good in July 2022. Members meet on Thursday 28 July.", "2022-07-28"),
        ("It was judged good in July 2022. Members meet on 22 June.", ""),
        ("It was judged good in July 2022. They meet on Thursday, 22 June and Monday, 22 June.", ""),
        ("Members meet on Thursday, 22 June.", ""),
        ("It was judged good in July 2022. Members meet on Thursday, 30 February.", ""),
    ],
)
def test_a_day_of_the_week_tells_the_year_after_what_is_past(text: str, near: str) -> None:
    assert told(text)[1] == near


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("He came in July 2024. The inspections between 10 and 21 November said so.", "2025-11-21"),
        ("He came in July 2024. Inspectors visited from 10 to 21 November.", "2025-11-21"),
        ("It was judged good in July 2022. The council was inspected between 6 and 10 March.", "2023-03-10"),
        ("It was judged good in July 2022. The inspection took place from 29 November to 10 December.", ""),
        ("It was judged good in May 2021. The inspection took place from 29 November to 10 December.", "2021-12-10"),
        ("It was judged good in July 2022. The inspection was on 4 November to 8 November.", "2024-11-08"),
        ("He came in July 2024. The fair was held between 10 and 21 November.", ""),
        ("He came in July 2024. The inspection of the bridge is done. It was shut between 10 and 21 November.", ""),
        ("He came in July 2024. Inspectors visited from 10 to 20 November.", ""),
        ("He came in July 2024. Inspectors visited from 6 to 17 November.", ""),
        ("Inspectors visited from 10 to 21 November.", ""),
        ("He came in July 2024. Inspectors came between 10 and 21 November and between 12 and 16 May.", "2025-05-16"),
        ("He came in July 2024. Inspectors came between 10 and 21 November and from 4 to 8 May.", ""),
    ],
)
def test_an_inspection_of_whole_working_weeks_tells_the_year_after_what_is_past(text: str, near: str) -> None:
    assert told(text)[1] == near


def test_a_text_without_times_tells_nothing() -> None:
    assert written("") == Written()
