"""The day that a document is of stands in its own words, and never in a sentence about something else."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from corpus.document import DatedBasis
from corpus.metadata.dating import TRUST, dated_in, states_edition_day, states_own_day
from corpus.metadata.opening import Opening


def dated(lines: list[str], furniture: tuple[str, ...] = (), title: str = "") -> tuple[DatedBasis, date] | None:
    days = dict(reversed(list(dated_in(Opening(tuple(lines), furniture=furniture), title or "A title"))))
    return next(((basis, days[basis]) for basis in TRUST if basis in days), None)


def test_each_basis_is_trusted_more_or_less_than_each_other() -> None:
    assert sorted(TRUST) == sorted(get_args(DatedBasis))


@pytest.mark.parametrize(
    "lines",
    [
        ["Inspection dates: 23 January to 3 February 2023"],
        ["Inspection dates:", "23 January to 3 February 2023"],
        ["Inspection date 23 January to 3 February 2023"],
        ["Review of the board1 Inspection date: 23 January – 3 February 2023"],
        ["Inspected on 3 February 2023"],
        ["Date of visit: 2 and 3 February 2023"],
        ["Visit: 2 and 3 February 2023, two inspectors"],
        ["Previous inspection dates: 3 to 5 May 2019", "Inspection dates: 3 February 2023"],
        ["Dates of the last inspection: 3 to 5 May 2019", "Inspection date(s): 3 February 2023"],
        ["This letter summarises the findings of the focused visit to Slough on 2 and 3 February 2023."],
        ["Following the monitoring visit to Slough children's services between 1 and 3 February 2023, I write."],
        ["Planning Committee", "14 March 2023", "Inspection dates: 3 February 2023"],
    ],
)
def test_an_inspection_counts_to_its_last_day(lines: list[str]) -> None:
    assert dated(lines) == ("inspection", date(2023, 2, 3))


@pytest.mark.parametrize(
    "lines",
    [
        ["Meeting held on Tuesday 14 March 2023 at 7pm"],
        ["Minutes of the meeting of the Cabinet held on Tuesday, 14 March 2023 at 7.00 pm in the Town Hall"],
        ["Minutes of a meeting of the Parish Council", "held in the Village Hall on Tuesday 14th March 2023"],
        ["MINUTES OF THE PLANNING COMMITTEE HELD ON 14 MARCH 2023"],
        ["Minutes from 2023-03-14"],
        ["Planning Committee", "Tuesday 14 March 2023"],
        ["Planning Committee", "Tuesday 14 March 2023, 7.00 pm"],
        ["AGENDA", "Date: Tuesday 14 March 2023", "Time: 7pm"],
        ["Agenda", "Meeting date:", "14 March 2023"],
        ["Report to: Planning Committee", "Date: 14 March 2023", "Subject: Depot"],
        ["Overview and Scrutiny Committee Monday 14 March 2023"],
        ["Cabinet - 14 March 2023"],
        ["Minutes of a meeting held on 14 March 2023 at which the committee, which sat in public, decided the budget."],
        ["Minutes", "The minutes of the meeting held on 14 March 2023 are set out below by the clerk."],
        [
            "Town Council minutes",
            "At a meeting of the Town Council held on 14 March 2023 at the Town Hall",
            "PRESENT: Cllr A",
        ],
        ["Record of a meeting", "The working group met on 14 March 2023 in the library and began at seven."],
        ["Finance Committee minutes, 14 March 2023", "Present were A and B."],
        ["Parish Council – Agenda – 14 March 2023"],
        ["Minutes of the meeting held on 14 March 2023", "Approved: 18 April 2023"],
        ["Agenda", "Date of meeting: 14 March 2023", "Apologies", "Minutes of the meeting held on 6 June 2022"],
        [
            "Parish Council minutes",
            "14 March 2023",
            "Apologies",
            "Minutes of the meeting held on 6 June 2022",
            "Agreed.",
        ],
        ["Notice of Meeting", "A meeting of the Planning Committee will be held on Tuesday 14 March 2023 at 7.00 pm."],
        ["Agenda", "You are hereby summoned to attend a meeting of the Council on 14 March 2023.", "8 June 2023"],
        ["Board of Trustees", "Meeting date 14 March 2023"],
    ],
)
def test_minutes_agendas_and_papers_are_of_the_day_of_their_meeting(lines: list[str]) -> None:
    assert dated(lines) == ("meeting", date(2023, 3, 14))


@pytest.mark.parametrize(
    "lines",
    [
        ["Annual report", "4 July 2023", "Prose."],
        ["Briefing note, 4 July 2023"],
        ["Vehicle fleet, position at 4 July 2023"],
        ["Reserves as at 4 July 2023"],
        ["Report date: 4 July 2023"],
        ["Dated: Tuesday 4 July 2023"],
        ["Record of decision", "Decision date: 4 July 2023"],
        ["Summer fair", "Date: Tuesday 4 July 2023", "Venue: The Green"],
    ],
)
def test_first_lines_date_a_document(lines: list[str]) -> None:
    assert dated(lines) == ("header", date(2023, 7, 4))


@pytest.mark.parametrize(
    ("furniture", "expected"),
    [
        ("Cabinet 14 March 2023 - Report of the Director", ("meeting", date(2023, 3, 14))),
        ("Highways report 14 March 2023", ("header", date(2023, 3, 14))),
        ("Draft for comment, 14 March 2023", ("header", date(2023, 3, 14))),
        ("Printed on 14 March 2023", None),
        ("Next review: Tuesday 14 March 2023", None),
        ("Valid until 14 March 2023", None),
        ("March 2023", None),
    ],
)
def test_what_pages_repeat_dates_a_document(furniture: str, expected: tuple[DatedBasis, date] | None) -> None:
    assert dated(["Prose."], (furniture,)) == expected


def test_the_last_change_dates_a_document_where_nothing_else_does() -> None:
    assert dated(["Policy", "Last updated: 5 May 2020"]) == ("stated", date(2020, 5, 5))
    assert dated(["Policy", "4 July 2019", "Last updated: 5 May 2020"]) == ("header", date(2019, 7, 4))


@pytest.mark.parametrize(
    "line",
    [
        "Last reviewed: 3 May 2024",
        "Reviewed on 3 May 2024",
        "Last review date: 3 May 2024",
        "Date of last review: 3 May 2024",
        "Date last reviewed 3 May 2024",
        "This policy was last reviewed on Friday 3 May 2024.",
        "Last reviewed by the governors on 3 May 2024",
        "Last checked: 03/05/24",
        "Last amended 3 May 2024",
        "Last reviewed: 3 May 2024. Next review: 3 May 2026",
        "Owner: A Moor | Reviewed 3 May 2024 | Next review 3 May 2026",
        "Reviewed 3 May 2024, next review due 3 May 2026",
        "Version 3, 3 May 2024",
    ],
)
def test_the_last_review_dates_a_document(line: str) -> None:
    assert dated(["Leave policy", line, "Staff carry a radio."]) == ("stated", date(2024, 5, 3))


@pytest.mark.parametrize(
    "line",
    [
        "Last reviewed: May 2024",
        "Reviewed May 2024",
        "Last updated in May 2024",
        "This policy was last reviewed in May 2024.",
        "Last reviewed: May 2024 | Next review: May 2026",
        "Adopted in May 2024",
        "Published: May 2024",
        "Version 3, May 2024",
    ],
)
def test_a_month_dates_a_document_where_no_day_does(line: str) -> None:
    assert dated(["Leave policy", line, "Staff carry a radio."]) == ("stated month", date(2024, 5, 31))
    assert dated(["Leave policy", line, "Last updated 2 June 2023"]) == ("stated", date(2023, 6, 2))


@pytest.mark.parametrize(
    "line",
    [
        "Next review due: 3 May 2026",
        "Next review due May 2026",
        "Review due: 3 May 2026",
        "Review date: 3 May 2026",
        "Review: May 2026",
        "To be reviewed: 3 May 2026",
        "Next reviewed 3 May 2026",
        "Next update: 3 May 2026",
        "Date for next review: May 2026",
        "Review by: 3 May 2026",
        "Reviewed annually; next review 3 May 2026",
        "This policy is due for review in May 2026.",
        "Reviewed in May 2026, the scheme was found wanting.",
        "The scheme was reviewed in May 2026",
    ],
)
def test_a_review_to_come_or_told_of_dates_nothing(line: str) -> None:
    assert dated(["Leave policy", line, "Staff carry a radio."]) is None


def test_a_title_dates_a_document_like_its_first_line() -> None:
    assert dated(["Prose."], title="Interim Board Meeting: Sep 16, 2014") == ("meeting", date(2014, 9, 16))
    assert dated(["Prose."], title="Finance report 4 July 2023") == ("header", date(2023, 7, 4))
    assert dated(["Prose."], title="The strike of 5 March 1984") is None


@pytest.mark.parametrize(
    "lines",
    [
        ["Grants", "Apply by Friday, 30 June 2023 to be considered."],
        ["Planning Committee", "The next meeting will be on Thursday 8 June 2023."],
        ["Planning Committee", "Date of next meeting: Thursday 8 June 2023"],
        ["Planning Committee", "Closing date", "8 June 2023"],
        ["Minutes of the previous meeting held on 8 June 2023"],
        ["Minutes", "The minutes of the meeting held on 8 June 2023 were approved and signed by the chair."],
        ["Minutes", "Minutes of the meeting held on 8 June 2023", "Agreed as a correct record."],
        [
            "Minutes",
            "Present: A",
            "Apologies",
            "None",
            "Minutes of the meeting held on 8 June 2023",
            "The chair signed.",
        ],
        ["Council news", "The Council met on 8 June 2023 and will meet again."],
        ["Questions to Cabinet", "The Cabinet met on 8 June 2023 to talk."],
        ["Previous inspection date: 8 June 2023"],
        ["Visit on 8 June 2023 the mill and the lock."],
        ["Inspected 8 June 2023"],
        ["Meeting the king on 8 June 2023 was the day of her life, she said."],
        ["Meeting residents, 8 June 2023"],
        ["Timeline", "5 March 1984", "The miners walked out.", "7 April 1985", "They went back."],
        ["Prose"] * 20 + ["8 June 2023"],
        ["“Minutes of the meeting held on 8 June 2023”"],
        ["Policy", "Last updated: 5 May 2020 was the day on which it changed"],
    ],
)
def test_a_day_of_something_else_dates_nothing(lines: list[str]) -> None:
    assert dated(lines) is None


@pytest.mark.parametrize(
    "line", ["Date: 5 May 1985", "Date 05/05/1985", "Date: Sunday 5 May 1985", "Date – 1985-05-05"]
)
@pytest.mark.parametrize("title", ["The strike", "Memo", "Policy on bins"])
def test_a_plain_date_is_the_day_that_a_document_is_of(title: str, line: str) -> None:
    assert dated([title, line, "Prose."]) == ("stated", date(1985, 5, 5))


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("Published: 3 May 2018", True),
        ("Page last updated on 3 May 2018", True),
        ("Date of report: 3 May 2018", True),
        ("Correct on 3 May 2018", True),
        ("Correct as at 3 May 2018", True),
        ("Details correct at 3 May 2018", True),
        ("Information accurate as of 3 May 2018", True),
        ("Up to date at 3 May 2018", True),
        ("Correct answers by 3 May 2018", False),
        ("The figures were correct on 3 May 2018", False),
        ("To be correct at 3 May 2018 all forms must be in", False),
        ("Report date: 3 May 2018 for all members of the town council", False),
        ("The pool opened on 3 May 2018.", False),
        ("Published in Marlow Vale", False),
    ],
)
def test_a_line_states_the_own_day_of_a_document_and_nothing_else(line: str, stated: bool) -> None:
    assert states_own_day(line) is stated


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("Notice of 4 September 2026", True),
        ("Approved 12 March 2026", True),
        ("Version of 20 August 2026", True),
        ("Agreed May 2026", True),
        ("Adopted 3 November 2026. It takes effect on 1 January 2027.", False),
        ("The plan was approved on 3 May 2026 by the board.", False),
        ("Agreed: 3 May 2026 to buy a bench", False),
    ],
)
def test_a_line_states_the_day_of_an_edition_and_not_from_when_on_it_holds(line: str, stated: bool) -> None:
    assert states_edition_day(line) is stated


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Finance committee, minutes of 8 July 2026", date(2026, 7, 8)),
        ("Notes of the trustees' meeting on 3 May 2026", date(2026, 5, 3)),
        ("AGM 2026: minutes of the meeting held on 12 May 2026", date(2026, 5, 12)),
        ("Report to cabinet of 4 June 2026", date(2026, 6, 4)),
        ("Letter dated Thursday 4 June 2026", date(2026, 6, 4)),
        ("Reply to the letter of 4 June 2026", None),
        ("Corrections to the minutes of 8 July 2026", None),
        ("Appeal against the decision of 3 May 2026", None),
        ("Letter of 4 June 2026 from the governors", None),
        ("What we learnt from the fire of 3 May 2026", None),
    ],
)
def test_a_title_that_names_a_paper_of_a_day_dates_it(title: str, day: date | None) -> None:
    found = dated([title, "The cap is £3."])
    assert (found and found[1]) == day


@pytest.mark.parametrize(
    "line",
    [
        "Approved on 6 April 2023",
        "Adopted by full council 6 April 2023",
        "Agreed: 6 April 2023",
        "Date agreed 6 April 2023",
        "Date ratified: 6 April 2023",
        "Agreed by the board, 6 April 2023.",
        "Version 2. Approved on Thursday 6 April 2023.",
        "Version 2, approved 6 April 2023",
        "Version 2. Approved on 6 April 2023. It replaces version 1 of 12 May 2022. Next review due: May 2026",
        "Policy ratified by the governors on 6 April 2023 (minute 14)",
        "Approved by the Leisure Committee on 6 April 2023. Review due April 2025.",
        "Adopted 6 April 2023; next review: April 2025",
        "Approved on 6 April 2023 | Version 3 | Owner: the clerk",
        "Agreed 6 April 2023, replaces the policy of 2019",
        "Notice of 6 April 2023",
        "Edition of 6 April 2023",
        "Last reviewed: 6 April 2023",
    ],
)
def test_a_document_is_of_the_day_on_which_its_first_or_last_lines_say_that_it_was_decided_on(line: str) -> None:
    told = ("stated", date(2023, 4, 6))
    assert dated(["Policy", line, "Staff carry a radio."]) == told
    many = ["Policy", *("Staff carry a radio." for _ in range(20))]
    assert dated([*many, line]) == told
    assert dated([*many[:10], line, *many[10:]]) is None or line.startswith("Last reviewed")


@pytest.mark.parametrize(
    "line",
    [
        "The plan was approved on 6 April 2023",
        "Approved by the council on 6 April 2023, it opened.",
        "Approved on 6 April 2023 the pool cost £2 million.",
        "Approved on 6 April 2023. The pool cost £2 million. Review it is what they did.",
        "Approved on 6 April 2023. The review was long.",
        "Approved: minutes of 6 April 2023",
        "The oak was felled after the scheme was approved on 6 April 2023.",
    ],
)
def test_what_is_told_of_an_approval_dates_nothing(line: str) -> None:
    assert dated(["History of the pool", line, "It is loved."]) is None


def test_of_two_days_of_approval_the_last_counts_and_a_review_more() -> None:
    lines = ["Policy", "Approved 6 April 2021", "Approved 6 April 2023"]
    assert dated(lines) == ("stated", date(2023, 4, 6))
    assert dated([*lines, "Last reviewed 4 May 2022"]) == ("stated", date(2022, 5, 4))


@pytest.mark.parametrize(
    "lines",
    [
        ["Adopted 5 May 2021; amended 2 June 2023; amended 11 November 2025"],
        ["Adopted 5 May 2021", "Amended 2 June 2023", "Amended 11 November 2025"],
        ["Revised 11 November 2025 | Revised 2 June 2023"],
        ["Last reviewed 11 November 2025. Updated 2 June 2023. Next review November 2027."],
    ],
)
def test_of_several_changes_the_last_counts(lines: list[str]) -> None:
    assert dated(["Taxi conditions", *lines]) == ("stated", date(2025, 11, 11))


@pytest.mark.parametrize(
    ("lines", "basis", "day"),
    [
        (["Marlow News", "Autumn 2025", "Bins"], "stated season", date(2025, 9, 1)),
        (["Marlow News, Autumn 2025", "Bins"], "stated season", date(2025, 9, 1)),
        (["The Beacon", "Issue 14 | Summer 2026", "Bins"], "stated season", date(2026, 6, 1)),
        (["Marlow News", "Winter 2025", "Bins"], "stated season", date(2025, 12, 1)),
        (["The Beacon", "Issue 48    Winter 2025/26", "Bins"], "stated season", date(2025, 12, 1)),
        (["The Beacon", "Winter 2025–2026", "Bins"], "stated season", date(2025, 12, 1)),
        (["Newsletter May 2026", "Bins"], "stated month", date(2026, 5, 31)),
        (["The Beacon", "May 2026", "Bins"], "stated month", date(2026, 5, 31)),
        (["Budget report, March 2024", "Bins"], "stated month", date(2024, 3, 31)),
        (["Complaints", "Second edition, May 2021. Owner: Ada Moor"], "stated month", date(2021, 5, 31)),
        (["Complaints", "Version 2, January 2021. Superseded by version 3."], "stated month", date(2021, 1, 31)),
    ],
)
def test_a_season_or_month_at_the_head_dates_a_document(lines: list[str], basis: str, day: date) -> None:
    assert dated(lines) == (basis, day)


@pytest.mark.parametrize(
    "lines",
    [
        ["Term dates", "Autumn 2025", "Starts on Monday"],
        ["What's on", "Summer 2026", "A fair"],
        ["Closing date", "May 2026", "Send it in"],
        ["Fees from", "April 2026", "A room is dear"],
        ["Marlow", "In autumn 2025 we moved.", "All went well"],
    ],
)
def test_a_season_or_month_of_something_else_dates_none(lines: list[str]) -> None:
    assert dated(lines) is None


def test_a_label_with_its_day_may_end_with_a_full_stop() -> None:
    assert dated(["Kettle Hill Nursery: Inspection letter", "Inspected on 14 May 2024.", "It is good."]) == (
        "inspection",
        date(2024, 5, 14),
    )
    assert dated(["Site rules", "Issued in April 2018.", "Dogs may not come."]) == ("stated month", date(2018, 4, 30))
