"""A question's times are those that texts and metadata would read, with what "before" and "since" make of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.language.times import forms as date_forms
from corpus.language.times.dates import dates, find_times, times
from corpus.language.times.parts import first_day, last_day
from corpus.language.times.written import Form, Time
from corpus.metadata import days_in, parse_date
from qa.query.coverage import Period
from qa.query.periods import read_periods

TODAY = date(2026, 11, 24)


def periods_of(question: str, today: date = TODAY) -> list[Period]:
    return [period for period, _ in read_periods(question, today)]


def days(period: Period) -> str:
    return f"{period.first or ''}/{period.last or ''}"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What was it rated in 2017?", ["2017-01-01/2017-12-31"]),
        ("Why are fees down on last year?", []),
        ("Did more people come than last year?", []),
        ("Is it higher compared with two years ago?", []),
        ("Are fees up in 2017?", ["2017-01-01/2017-12-31"]),
        ("rating 2017", ["2017-01-01/2017-12-31"]),
        ("In May 2018?", ["2018-05-01/2018-05-31"]),
        ("in Feb. 2020", ["2020-02-01/2020-02-29"]),
        ("on 20 March 2019", ["2019-03-20/2019-03-20"]),
        ("on 20th of March 2019", ["2019-03-20/2019-03-20"]),
        ("on March 20, 2019", ["2019-03-20/2019-03-20"]),
        ("on 20/03/2019", ["2019-03-20/2019-03-20"]),
        ("on 20.03.2019", ["2019-03-20/2019-03-20"]),
        ("on 2019-03-20", ["2019-03-20/2019-03-20"]),
        ("in 2019-03", ["2019-03-01/2019-03-31"]),
        ("in spring 2019", ["2019-01-01/2019-12-31"]),
        ("in 2019/20", ["2019-04-01/2020-03-31"]),
        ("in 2011-12", ["2011-04-01/2012-03-31"]),
        ("in 1999/00", ["1999-04-01/2000-03-31"]),
        ("in 2018-2021", ["2018-01-01/2021-12-31"]),
        ("in 2018–2021", ["2018-01-01/2021-12-31"]),
        ("in the 1980s", ["1980-01-01/1989-12-31"]),
        ("before 2018", ["/2017-12-31"]),
        ("prior to the 2022 inspection", ["/2021-12-31"]),
        ("before the 2022 inspection", ["/2021-12-31"]),
        ("until May 2018", ["/2018-05-31"]),
        ("since 2020", ["2020-01-01/"]),
        ("from 2020", ["2020-01-01/"]),
        ("from 2019/20", ["2019-04-01/"]),
        ("between 2019/20 and 2021/22", ["2019-04-01/2022-03-31"]),
        ("in 2019/2020", ["2019-04-01/2020-03-31"]),
        ("in the 2019/20 school year", ["2019-09-01/2020-08-31"]),
        ("in the last financial year", ["2025-04-01/2026-03-31"]),
        ("this financial year", ["2026-04-01/2027-03-31"]),
        ("last school year", ["2025-09-01/2026-08-31"]),
        ("next financial year", []),
        ("since the 1990s", ["1990-01-01/"]),
        ("up to the 2022 inspection", ["/2022-12-31"]),
        ("earlier than 2018", ["/2017-12-31"]),
        ("later than 2018", ["2019-01-01/"]),
        ("no later than 5 May 2018", ["/2018-05-05"]),
        ("forby 2018", ["2018-01-01/2018-12-31"]),
        ("after March 2019", ["2019-04-01/"]),
        ("between 2018 and 2020", ["2018-01-01/2018-12-31", "2020-01-01/2020-12-31"]),
        ("from 2018 through 2020", ["2018-01-01/2018-12-31", "2020-01-01/2020-12-31"]),
        ("from 2018-2020", ["2018-01-01/2018-12-31", "2020-01-01/2020-12-31"]),
        ("in 2018 to 2020", ["2018-01-01/2020-12-31"]),
        ("from May 2018 to June 2020", ["2018-05-01/2020-06-30"]),
        ("between May 2018 and June 2020", ["2018-05-01/2020-06-30"]),
        ("from 20 to 24 January 2025", ["2025-01-20/2025-01-24"]),
        ("between the 1950s and the 1970s", ["1950-01-01/1979-12-31"]),
        ("in 2017 and 2019", ["2017-01-01/2017-12-31", "2019-01-01/2019-12-31"]),
        ("last year", ["2025-01-01/2025-12-31"]),
        ("this year", ["2026-01-01/2026-12-31"]),
        ("last month", ["2026-10-01/2026-10-31"]),
        ("last week", ["2026-11-16/2026-11-22"]),
        ("on 31 February 2019", []),
        ("over the last year", ["2025-01-01/2025-12-31"]),
        ("in the past month", ["2026-10-01/2026-10-31"]),
        ("How was it rated last July?", ["2026-07-01/2026-07-31"]),
        ("since last July", ["2026-07-01/"]),
        ("How many came last November?", ["2025-11-01/2025-11-30"]),
        ("How many came last December?", ["2025-12-01/2025-12-31"]),
        ("How many came last summer?", ["2026-06-01/2026-08-31"]),
        ("How many came last winter?", ["2025-12-01/2026-02-28"]),
        ("How many came in July last year?", ["2025-07-01/2025-07-31"]),
        ("How many came in July of last year?", ["2025-07-01/2025-07-31"]),
        ("How many came in May last year?", ["2025-05-01/2025-05-31"]),
        ("How many came in summer last year?", ["2025-06-01/2025-08-31"]),
        ("How many came in the spring of this year?", ["2026-03-01/2026-05-31"]),
        ("last summer", ["2026-06-01/2026-08-31"]),
        ("last Christmas", ["2025-12-25/2025-12-25"]),
        ("two years ago", ["2024-01-01/2024-12-31"]),
        ("three months ago", ["2026-08-01/2026-08-31"]),
        ("in the last three years", ["2023-11-24/2026-11-24"]),
        ("over the past 12 months", ["2025-11-24/2026-11-24"]),
        ("in the last ten days", ["2026-11-14/2026-11-24"]),
        ("pre-2015", ["/2014-12-31"]),
        ("post 2019", ["2020-01-01/"]),
        ("the post of clerk in 2019", ["2019-01-01/2019-12-31"]),
        ("What was decided in May?", ["2026-05-01/2026-05-31"]),
        ("What was decided in December?", ["2025-12-01/2025-12-31"]),
        ("Who was ill on 30 November?", ["2025-11-30/2025-11-30"]),
        ("Is the pool open in May?", []),
        ("When is the fair in December?", []),
        ("Who was May Potter?", []),
        ("next year, on Monday, yesterday or in March", []),
        ("in the 10th century or 44 BC", []),
        ("in 2022 children's services", ["2022-01-01/2022-12-31"]),
        ("the 2022 week", ["2022-01-01/2022-12-31"]),
        ("Who was ill in 3023?", ["3023-01-01/3023-12-31"]),
        ("in 2923, and why?", ["2923-01-01/2923-12-31"]),
        ("in 2022 or in 2203", ["2022-01-01/2022-12-31", "2203-01-01/2203-12-31"]),
        ("before 3023", []),
        ("in 3000 homes", []),
        ("in 30235", []),
        ("with 2000 children", []),
        ("with 2000 referrals", []),
        ("for more than 1800 of them", []),
        ("£2017 or €2018 or 2019% or 2,019", []),
        ("version 2.2019, room A2019", []),
        ("number 12017", []),
        ("", []),
    ],
)
def test_times_are_read_as_the_british_write_them(question: str, expected: list[str]) -> None:
    found = periods_of(question)
    assert [days(each) for each in found] == expected
    assert all(question[each.start : each.end] == each.text for each in found)


def test_a_period_has_the_words_that_bound_it() -> None:
    (period,) = periods_of("What changed prior to  the 2022 inspection?")
    assert (period.text, period.start, period.end) == ("prior to  the 2022", 13, 31)
    assert [each.text for each in periods_of("between 2018 and 2020")] == ["2018", "2020"]


def test_a_week_of_a_day_is_from_monday_to_sunday() -> None:
    (period,) = periods_of("this week", date(2026, 11, 23))
    assert (period.first, period.last) == (date(2026, 11, 23), date(2026, 11, 29))


def test_the_first_and_last_days_there_are_bound_nothing_beyond_them() -> None:
    assert [days(each) for each in periods_of("last year", date(1, 1, 1))] == []
    assert [days(each) for each in periods_of("last week", date(1, 1, 2))] == []


@pytest.mark.parametrize(
    ("question", "wide"),
    [
        ("between 2018 and 2020", ["2018-01-01/2020-12-31", "2018-01-01/2020-12-31"]),
        ("in 2018 and 2020", ["2018-01-01/2018-12-31", "2020-01-01/2020-12-31"]),
        ("in May 2017, and from 2018 to 2020", ["2017-05-01/2017-05-31", *["2018-01-01/2020-12-31"] * 2]),
    ],
)
def test_two_years_of_a_range_are_known_for_one(question: str, wide: list[str]) -> None:
    assert [days(whole) for _, whole in read_periods(question, TODAY)] == wide


ONE_DAY = """12 May 2019=2019-05-12|3rd May 2021=2021-05-03|3 rd May 2021=2021-05-03|23rd of July, 2018=2018-07-23
23rd July 2018=2018-07-23|23rd of July 2018=2018-07-23|May 3, 2021=2021-05-03|May 3rd 2021=2021-05-03
may 3, 2021=2021-05-03|12 JANUARY 2019=2019-01-12|12 jan 2019=2019-01-12|7 Sept. 2019=2019-09-07
Sept 7, 2019=2019-09-07|12-Dec-2019=2019-12-12|12-Dec-19=2019-12-12|23/07/2018=2018-07-23|3/4/2018=2018-04-03
03/04/2018=2018-04-03|07/23/2018=2018-07-23|23.07.2018=2018-07-23|3.4.2018=2018-04-03|23-07-2018=2018-07-23
12/05/23=2023-05-12|1/2/99=1999-02-01|31/12/68=2068-12-31|1/1/69=1969-01-01|2019-05-12=2019-05-12
2018-07-23T09:00:00Z=2018-07-23|2018-07-23T23:30:00+01:00=2018-07-23|2018/07/23=2018-07-23|2019-5-3=2019-05-03
29 February 2024=2024-02-29|Thursday 19 December 2024=2024-12-19|31 December 1999=1999-12-31"""
LONGER = """march to june 2019=2019-03/2019-06|apr-nov 2014=2014-04/2014-11|november until february 2020=2019-11/2020-02
May 2019=2019-05|may 2019=2019-05|Feb. 2020=2020-02|MARCH 2020=2020-03|March of 1974=1974-03|2019-05=2019-05
2019=2019|Q3 2021=2021-07/2021-09|the year 1851=1851|20 to 24 January 2025=2025-01-20/2025-01-24
20-24 Jan 2025=2025-01-20/2025-01-24|20–24 January 2025=2025-01-20/2025-01-24
January 20-24, 2025=2025-01-20/2025-01-24|20th to 24th of January 2025=2025-01-20/2025-01-24
14, 15 and 16 May 2019=2019-05-14/2019-05-16|29 November to 3 December 2021=2021-11-29/2021-12-03
29 December to 3 January 2022=2021-12-29/2022-01-03|22 October 2014 – 12 November 2014=2014-10-22/2014-11-12
12 March 2020 to 3 April=2020-03-12/2020-04-03|between 3 and 7 March 2025=2025-03-03/2025-03-07
3 and 10 March 2025=2025-03-03/2025-03-10|January-March 2020=2020-01/2020-03
November to February 2020=2019-11/2020-02|May 2019 to June 2020=2019-05/2020-06
from March 2019 to June 2021=2019-03/2021-06|between May 2018 and June 2021=2018-05/2021-06
between 2018 and 2021=2018/2021|from 2018 to 2021=2018/2021|2018 until 2021=2018/2021|2019-2021=2019/2021
2019–2021=2019/2021|2019 to 2021=2019/2021
1348–50=1348/1350|the 1990s=1990/1999|the 1990's=1990/1999
the 2000s=2000/2009|the 1800s=1800/1899|from the 1950s to the 1970s=1950/1979
March and April 2020=2020-03/2020-04"""


def pairs(table: str) -> list[tuple[str, ...]]:
    return [tuple(entry.rsplit("=", 1)) for entry in table.replace("\n", "|").split("|")]


def of_iso(normalized: str) -> tuple[date, date]:
    first, *last = (tuple(int(part) for part in end.split("-")) for end in normalized.split("/"))
    return first_day(first), last_day(last[0] if last else first)


def in_text(expression: str) -> tuple[date, date] | None:
    found = [of_iso(each.normalized) for each in dates(f"The review of {expression} was kept.", None)]
    return (min(first for first, _ in found), max(last for _, last in found)) if found else None


def in_question(expression: str) -> tuple[date, date] | None:
    found = periods_of(f"What was the review of {expression} about?")
    if not found:
        return None
    return min(each.first or date.min for each in found), max(each.last or date.max for each in found)


@pytest.mark.parametrize(("expression", "iso"), pairs(ONE_DAY))
def test_a_day_is_the_same_in_a_question_a_text_and_metadata(expression: str, iso: str) -> None:
    day = date.fromisoformat(iso)
    assert in_text(expression) == in_question(expression) == (day, day)
    assert parse_date(expression) == day
    assert days_in(f"The review of {expression} was kept.") == {day}


@pytest.mark.parametrize(("expression", "iso"), pairs(LONGER))
def test_a_longer_time_is_the_same_in_a_question_and_a_text_and_no_day_of_metadata(expression: str, iso: str) -> None:
    first, last = of_iso(iso)
    assert in_text(expression) == in_question(expression) == (first, last)
    assert parse_date(expression) is None
    assert max(days_in(f"The review of {expression} was kept."), default=last) == last


@pytest.mark.parametrize("expression", ["2019/20", "2019/2020", "2019-20", "2019–20"])
def test_two_years_in_a_row_are_a_financial_year_where_they_are_asked_about(expression: str) -> None:
    assert in_question(expression) == (date(2019, 4, 1), date(2020, 3, 31))
    assert in_text(expression) == of_iso("2019/2020"), "a text may mean a school year"


def test_eight_digits_are_a_day_in_metadata_only() -> None:
    assert parse_date("20180723") == date(2018, 7, 23)
    assert in_text("20180723") is None and in_question("20180723") is None


FALSE_FRIENDS = """0300 123 1999|020 7421 2020|Section 47|24 hours|24 hours in 1 day|Room 2005|page 2019|ref 2020
no. 2019|1 in 4|version 2.2019|version 1.2.19|2019.1.2|12.05.23|they may meet|may|march
they march on|2000 people|2000 children|1850 homes|2000 referrals|1900 visits|£2000|$1999|3/4
more than 1800 of them|at least 2000|2019%|12,020 things|HX2019|the 2019-nCoV cases|31 June 2019
31 february 2019|31st of june 2019|30/02/2019|99/99/2019
https://example.org/2019/05/report-2019-0060|doi 10.1080/16549716.2019.1597451|3.14|Year 6|9.30am
number 12017"""


@pytest.mark.parametrize("expression", FALSE_FRIENDS.replace("\n", "|").split("|"))
def test_what_is_no_date_is_none_in_a_question_a_text_and_metadata(expression: str) -> None:
    assert in_text(expression) is None and in_question(expression) is None
    assert parse_date(expression) is None
    assert days_in(f"The review of {expression} was kept.") == set()


QUARTER = Form(
    "quarter",
    "digit",
    r"(?P<quarter_year>[0-9]{4})Q(?P<quarter_number>[1-4])\b",
    lambda match, text: (
        Time(
            match.start(),
            match.end(),
            (int(match["quarter_year"]), 3 * int(match["quarter_number"]) - 2, 1),
            (int(match["quarter_year"]), 3 * int(match["quarter_number"]) - 2, 1),
        ),
    ),
)


def test_a_form_that_is_added_in_one_place_is_read_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_text("2021Q3") is None and in_question("2021Q3") is None and parse_date("2021Q3") is None
    monkeypatch.setattr(date_forms, "FORMS", (QUARTER, *date_forms.FORMS))
    times.cache_clear()
    dates.cache_clear()
    day = date(2021, 7, 1)
    assert in_text("2021Q3") == in_question("2021Q3") == (day, day)
    assert parse_date("2021Q3") == day and days_in("of 2021Q3") == {day}
    monkeypatch.undo()
    times.cache_clear()
    dates.cache_clear()
    assert in_text("2021Q3") is None


@given(st.text(), st.dates())
@example("last week", date.min)
@example("after 31 December 2099", date.max)
def test_periods_stand_where_they_say_in_any_question(question: str, today: date) -> None:
    for each in periods_of(question, today):
        assert question[each.start : each.end] == each.text
        assert (each.first or date.min) <= (each.last or date.max)


def test_all_that_questions_mean_stands_in_what_is_found() -> None:
    question = "What changed between 2018 and 2021, in May 2022 and last year?"
    found = find_times(question)
    assert [question[time.start : time.end] for time in found] == ["2018 and 2021", "May 2022", "last year"]


@pytest.mark.parametrize(
    "question",
    [
        "I started last week. What do new staff get?",
        "We moved here last month, how much is a permit?",
        "My car broke down in May 2025 and I sold it. Can I have my money back?",
        "I lost my badge last week, so who do I ring?",
        "In 2019 we had a dog; do I need a licence?",
        "I lost my job last week. How many days do I get for that?",
        "How much leave do I get if I joined seven months ago?",
        "What was sent to those who, because I was away last week, heard nothing?",
        "Who was told that we moved two years ago?",
        "One of my team joined in May 2023 and is ill - can she claim the allowance?",
        "My tenancy began in 2019 – who do I ring?",
    ],
)
def test_the_time_of_what_happened_to_somebody_is_not_asked_about(question: str) -> None:
    assert periods_of(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "We were inspected last week. What did they find?",
        "I rang last week. Who was on the desk then?",
        "We were inspected in May 2023 - how were we rated then?",
        "I need the fees of 2019 - what do they cost?",
        "I need the figures for 2019. How many staff are there?",
        "The pool closed last week. Who runs the pool?",
        "Last week, how many came?",
        "How much did we pay last week?",
        "I moved house. How much was a permit in 2019?",
        "When were we inspected last year?",
        "Did we win two years ago?",
        "our rating two years ago",
        "What did the pool, which we love, cost last year?",
        "What is paid if we joined in 2019?",
    ],
)
def test_the_time_that_is_asked_about_is_kept(question: str) -> None:
    assert len(periods_of(question)) == 1


def test_the_last_week_of_a_month_is_no_week_before_now() -> None:
    assert list(map(days, periods_of("What did it cost in the last week of May 2025?"))) == ["2025-05-01/2025-05-31"]
    assert len(periods_of("Who was ill last week in the office?")) == 1


def test_a_month_is_looked_for_up_to_the_newest_document() -> None:
    (period,) = (each for each, _ in read_periods("What was decided in May?", TODAY, date(2019, 4, 3)))
    assert days(period) == "2018-05-01/2018-05-31"
    (period,) = (each for each, _ in read_periods("What was decided last May?", TODAY, date(2019, 4, 3)))
    assert days(period) == "2026-05-01/2026-05-31", "that is told by the day on which it is asked"
