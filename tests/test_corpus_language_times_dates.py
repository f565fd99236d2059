"""Dates are found where they stand in a text, and mean what the British mean by them."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.dates import counted_by_kind
from corpus.language.times.dates import dates, find_times, times, times_with_days

PUBLISHED = date(2023, 8, 10)
"""A Thursday."""
PIECES = """
    1 3 12 31 29 99 0 2019 2024 1066 476 May March Feb JUNE november to – and , / - . 19/20 2020-02-30 31/12/2020
    10th 21st century centuries BC AD last next Monday on year July ago two in since between will £ % million half
    one Good rated poor inadequate : ; ( ) [ ] • 1. a) Jane O'Neill van Dr Council G1 K. İ 0300 123 1234
    """.split()
TEXTS = st.text() | st.builds(
    str.join, st.sampled_from([" ", "", "\n"]), st.lists(st.sampled_from([*PIECES, " ", "\n"]), max_size=24)
)


def explicit(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.normalized) for mention in dates(text, None)]


def relative(text: str, published: date = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(mention.text, mention.normalized, mention.basis) for mention in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("12 May 2019", "2019-05-12"),
        ("3rd May 2021", "2021-05-03"),
        ("3 rd May 2021", "2021-05-03"),
        ("3rd of May, 2021", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("12 JANUARY 2019", "2019-01-12"),
        ("12 jan 2019", "2019-01-12"),
        ("7 Sept. 2019", "2019-09-07"),
        ("12\nMay\n 2019", "2019-05-12"),
        ("20 to 24 March\n2023", "2023-03-20/2023-03-24"),
        ("12-Dec-2019", "2019-12-12"),
        ("23/07/2018", "2018-07-23"),
        ("03/04/2018", "2018-04-03"),
        ("07/23/2018", "2018-07-23"),
        ("23.07.2018", "2018-07-23"),
        ("23/07/18", "2018-07-23"),
        ("2019-05-12", "2019-05-12"),
        ("May 2019", "2019-05"),
        ("2019", "2019"),
    ],
)
def test_days_months_and_years_are_read_as_the_british_write_them(text: str, normalized: str) -> None:
    assert explicit(f"The review of {text} was kept.") == [(text, normalized)]


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("20 to 24 January 2025", "2025-01-20/2025-01-24"),
        ("20–24 January 2025", "2025-01-20/2025-01-24"),
        ("January 20-24, 2025", "2025-01-20/2025-01-24"),
        ("22 October 2014 – 12 November 2014", "2014-10-22/2014-11-12"),
        ("25 April – 18 May 2017", "2017-04-25/2017-05-18"),
        ("29 November to 3 December 2021", "2021-11-29/2021-12-03"),
        ("29 December to 3 January 2022", "2021-12-29/2022-01-03"),
        ("14, 15 and 16 May 2019", "2019-05-14/2019-05-16"),
        ("January-March 2020", "2020-01/2020-03"),
        ("November to February 2020", "2019-11/2020-02"),
        ("May 2019 to June 2020", "2019-05/2020-06"),
        ("2019-2021", "2019/2021"),
        ("2019 to 2021", "2019/2021"),
        ("2019/20", "2019/2020"),
        ("2019/2020", "2019/2020"),
        ("2014–\n15", "2014/2015"),
        ("1999/00", "1999/2000"),
        ("1348–50", "1348/1350"),
        ("2019-05", "2019-05"),
        ("2011-12", "2011/2012"),
    ],
)
def test_what_lasts_is_an_interval(text: str, normalized: str) -> None:
    assert explicit(f"Over {text} they met.") == [(text, normalized)]


def test_between_makes_an_interval_of_two_dates_and_without_it_they_are_two() -> None:
    assert explicit("between 3 and 7 March 2025") == [("3 and 7 March 2025", "2025-03-03/2025-03-07")]
    assert explicit("between April 2019 and March 2020") == [("April 2019 and March 2020", "2019-04/2020-03")]
    assert explicit("between 1268 and 1273") == [("1268 and 1273", "1268/1273")]
    assert explicit("on 3 and 10 March 2025") == [("3", "2025-03-03"), ("10 March 2025", "2025-03-10")]
    assert explicit("in April 2019 and March 2020") == [("April 2019", "2019-04"), ("March 2020", "2020-03")]


def test_a_month_has_the_year_of_the_month_it_is_named_with() -> None:
    assert explicit("in March and April 2020") == [("March", "2020-03"), ("April 2020", "2020-04")]
    assert explicit("from 12 March 2020 to 3 April") == [("12 March 2020 to 3 April", "2020-03-12/2020-04-03")]


@pytest.mark.parametrize(
    ("text", "mention", "normalized"),
    [
        ("The abbey fell in 1066 to raiders.", "1066", "1066"),
        ("It ended in 476 AD.", "476 AD", "0476"),
        ("He was crowned in AD 79.", "AD 79", "0079"),
        ("It was fought in 44 BC.", "44 BC", "-0043"),
        ("In 911, the treaty was signed.", "911", "0911"),
        ("In the year 802 he died.", "802", "0802"),
        ("built in the 10th century", "10th century", "0901/1000"),
        ("a tenth-century wall", "tenth-century", "0901/1000"),
        ("during the mid-18th century", "18th century", "1701/1800"),
        ("in the 18th and 19th centuries", "18th and 19th centuries", "1701/1900"),
        ("from the 2nd century BCE", "2nd century BCE", "-0199/-0100"),
        ("in the early 1990s", "1990s", "1990/1999"),
        ("in the 1800s", "1800s", "1800/1899"),
        ("in the 2000s", "2000s", "2000/2009"),
        ("in autumn 2021", "autumn 2021", "2021-09/2021-11"),
        ("the spring term of 2022", "spring term of 2022", "2022-03/2022-05"),
        ("over winter 2019", "winter 2019", "2019-12/2020-02"),
        ("a 1751 article", "1751", "1751"),
        ("the mayor's 1832 speech", "1832", "1832"),
        ("an agreement (1802)", "1802", "1802"),
    ],
)
def test_centuries_decades_seasons_and_early_years(text: str, mention: str, normalized: str) -> None:
    assert explicit(text) == [(mention, normalized)]


@pytest.mark.parametrize(
    "text",
    [
        "Call 0300 123 1999 or 020 7421 2020.",
        "It cost £2000 and $1999.",
        "2000 people and 1850 homes",
        "a total of 12,020 visits",
        "centrifuged at 2000 rpm for 1999 s",
        "more than 2000",
        "see page 2019 and ref 2020",
        "the code HX2019",
        "https://example.org/2019/05/report-2019-0060",
        "doi 10.1080/16549716.2019.1597451",
        "the 2019-nCoV cases",
        "0.2015 and 2015.25",
        "31 June 2019 and 30/02/2019 in that month",
        "They may march on.",
        "It rose by 135 at the front door.",
        "over the last year",
        "In total, 2061 samples were taken.",
        "",
    ],
)
def test_other_numbers_and_words_are_no_dates(text: str) -> None:
    assert explicit(text) == []


@pytest.mark.parametrize(
    ("text", "mention", "normalized"),
    [
        ("judged inadequate last July", "last July", "2022-07"),
        ("judged inadequate last August", "last August", "2022-08"),
        ("since last November", "last November", "2022-11"),
        ("opened this March", "this March", "2023-03"),
        ("it opens next July", "next July", "2024-07"),
        ("it opens next October", "next October", "2023-10"),
        ("in November inspectors came", "November", "2022-11"),
        ("in late March inspectors came", "March", "2023-03"),
        ("in August inspectors came", "August", "2023-08"),
        ("the panel will meet in November", "November", "2023-11"),
        ("It was due by\n3 November.", "3 November", "2023-11-03"),
        ("It met on 3 November.", "3 November", "2022-11-03"),
        ("inspections between 10 and 21 November", "10 and 21 November", "2022-11-10/2022-11-21"),
        ("the visits of March 29-30", "March 29-30", "2023-03-29/2023-03-30"),
        ("from November to February it was shut", "November to February", "2022-11/2023-02"),
        ("last year", "last year", "2022"),
        ("this year", "this year", "2023"),
        ("last\nmonth", "last\nmonth", "2023-07"),
        ("next month", "next month", "2023-09"),
        ("last week", "last week", "2023-07-31/2023-08-06"),
        ("Yesterday it rained", "Yesterday", "2023-08-09"),
        ("published today", "today", "2023-08-10"),
        ("on Monday", "on Monday", "2023-08-07"),
        ("on Thursday", "on Thursday", "2023-08-10"),
        ("last Thursday", "last Thursday", "2023-08-03"),
        ("The council will vote on Monday", "on Monday", "2023-08-14"),
        ("next Thursday", "next Thursday", "2023-08-17"),
        ("eight months ago", "eight months ago", "2022-12"),
        ("a year ago", "a year ago", "2022"),
        ("two weeks ago", "two weeks ago", "2023-07-27"),
        ("last autumn", "last autumn", "2022-09/2022-11"),
    ],
)
def test_relative_dates_count_from_the_day_of_publication(text: str, mention: str, normalized: str) -> None:
    assert relative(text) == [(mention, normalized, "relative")]
    assert dates(text, None) == ()


@pytest.mark.parametrize("text", ["judged inadequate last March", "It flooded last spring."])
def test_last_month_of_a_name_is_none_where_two_may_be_meant(text: str) -> None:
    assert relative(text) == []


def test_relative_dates_at_the_ends_of_time_and_of_february() -> None:
    assert relative("on 29 February", date(2023, 8, 10)) == [("29 February", "2020-02-29", "relative")]
    assert relative("last year", date(1, 1, 1)) == []
    assert relative("next month", date(2023, 12, 31)) == [("next month", "2024-01", "relative")]
    assert relative("tomorrow", date.max) == []


def test_a_weekday_with_its_date_is_one_mention_and_opening_hours_are_none() -> None:
    assert relative("At its meeting on Thursday 19 December 2024") == [("19 December 2024", "2024-12-19", "explicit")]
    assert relative("open on Monday to Friday, and on Sundays") == []


@given(TEXTS, st.none() | st.dates())
@example("31 December 0", date.max)
@example("İ in 1066", None)
@example("29 February", date.max)
def test_mentions_stand_where_they_say_in_any_text(text: str, published: date | None) -> None:
    end = 0
    for mention in dates(text, published):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.basis == "explicit" or published
        end = mention.end


@pytest.mark.parametrize(
    ("text", "mention", "normalized"),
    [
        ("it met in march 2019", "march 2019", "2019-03"),
        ("it met on july 23, 2018", "july 23, 2018", "2018-07-23"),
        ("from may 2018 to june 2020", "may 2018 to june 2020", "2018-05/2020-06"),
        ("at the end of july 2026", "july 2026", "2026-07"),
        ("Paid in Nov/Dec 2014", "2014", "2014"),
        ("made on 23-Jul-18", "23-Jul-18", "2018-07-23"),
        ("made on 2018/07/23", "2018/07/23", "2018-07-23"),
        ("between the 1920s and the 1940s", "1920s and the 1940s", "1920/1949"),
        ("In 2013 children’s services changed", "2013", "2013"),
        ("the 2025 week", "2025", "2025"),
        ("damage from 2008's storm", "2008", "2008"),
        ("no later than 2018", "2018", "2018"),
        ("coined 1066 AD", "1066 AD", "1066"),
    ],
)
def test_what_once_only_questions_or_metadata_read_is_read_in_texts(text: str, mention: str, normalized: str) -> None:
    assert explicit(text) == [(mention, normalized)]


@pytest.mark.parametrize(
    "text",
    ["In total 2019 visits", "2000 referrals", "over the past year", "since march 2000 people", "no more than 2018"],
)
def test_what_is_counted_or_lasts_is_no_date(text: str) -> None:
    assert explicit(text) == [] == relative(text)


def test_four_digits_are_a_year_alone_where_the_caller_takes_them_for_one() -> None:
    assert find_times("rating 1832") == [] == find_times("rating 2031")
    assert [time.first for time in find_times("rating 2030 or 1900")] == [(2030,), (1900,)]
    assert [time.first for time in find_times("rating 1832", range(1000, 2100))] == [(1832,)]


def test_texts_keep_a_month_alone_only_after_a_word_that_says_so() -> None:
    assert len(find_times("May rains")) == 1 and times("May rains") == ()
    assert len(times("in May it rains")) == 1


def test_only_times_with_a_year_from_ad_1_on_have_days() -> None:
    told = list(times_with_days("In May, two weeks ago, in 44 BC and in June 2022."))
    assert [days for _, days in told] == [(date(2022, 6, 1), date(2022, 6, 30))]


def test_a_long_text_is_read_in_time_that_grows_with_its_length() -> None:
    started = time.process_time()
    for piece in ("1 ", "12, ", "May ", "the ", "2019 to ", "third and ", "3 May 2020. ", "a week after the fire. "):
        find_times(piece * 5_000)
    assert time.process_time() - started < 5


def test_dates_in_labelled_sentences_are_found_and_mean_what_they_should() -> None:
    counts, mistaken = counted_by_kind()
    total = sum(counts.values(), Counter[str]())
    rows = [f"{kind:14}{dict(count)}" for kind, count in [*counts.items(), ("all", total)]]
    told = "\n".join([*rows, *mistaken])
    assert total["expected"] >= 400 and total["none"] >= (total["expected"] + total["none"]) / 4, told
    assert total["matched"] >= 0.98 * total["found"], told
    assert total["matched"] >= 0.95 * total["expected"], told
    assert total["right"] >= 0.96 * total["matched"], told


def test_what_was_moved_has_two_days_and_no_range() -> None:
    told = dates("The fair was moved from 19 June to Friday 3 July.", date(2026, 5, 15))
    assert [mention.normalized for mention in told] == ["2026-06-19", "2026-07-03"]
    told = dates("They agreed to postpone the fair from 19 June\nto Friday 3 July 2026.", date(2026, 5, 15))
    assert [mention.normalized for mention in told] == ["2026-06-19", "2026-07-03"]
    (lasting,) = dates("The fair runs from 19 June to 3 July.", date(2026, 5, 15))
    assert lasting.normalized == "2026-06-19/2026-07-03"
