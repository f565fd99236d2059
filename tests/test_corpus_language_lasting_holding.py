"""Since when and until when what a sentence says holds, and whose post it tells of."""

from __future__ import annotations

import time
from datetime import date

import pytest

from corpus.language.kinds import Value
from corpus.language.lasting.holding import (
    Held,
    ToldTime,
    begun,
    clause_of,
    days_of,
    goes_on,
    held,
    only_day,
    ordinals,
    time_after,
    time_over,
    told_time,
    verb_forms,
    was_at,
)
from corpus.language.times.dates import dates
from corpus.language.words import stems

SAID = date(2022, 6, 8)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def told(sentence: str, value: str) -> Held:
    start = sentence.index(value)
    return held(sentence, (start, start + len(value)), sentence, 0, SAID)


@pytest.mark.parametrize(
    ("sentence", "since", "until"),
    [
        ("Ada Moor has been mayor since 2014.", "2014-01-01", ""),
        ("Ada Moor was mayor from 2003 to 2011.", "2003-01-01", "2011-12-31"),
        ("Ada Moor (2003 to 2011) was mayor.", "2003-01-01", "2011-12-31"),
        ("Ada Moor was mayor until May 2019.", "", "2019-05-31"),
        ("Ada Moor became mayor in January 2020.", "2020-01-01", ""),
        ("Ada Moor became mayor in 2012 and stayed until July 2019.", "2012-01-01", "2019-07-31"),
        ("Ada Moor, the mayor, steps down in July 2022.", "", "2022-07-31"),
        ("From 1 April 2021 Ada Moor is the mayor.", "2021-04-01", ""),
        ("The council has appointed Ada Moor as mayor.", "2022-06-08", ""),
        ("Ada Moor, the mayor, opened the fair on 2 May 2022.", "", ""),
        ("In 2019/20 Ada Moor is the mayor.", "2019-04-01", ""),
        ("Ada Moor, the mayor, retired on 30 June 2022 after fourteen years.", "2008-06-01", "2022-06-30"),
        ("After nearly 12 years in the post the mayor, Ada Moor, left in March 2021.", "2009-03-01", "2021-03-31"),
        ("Ada Moor will retire on 1 May 2023 after 21 years as mayor.", "2002-05-01", "2023-05-01"),
        ("Ada Moor was mayor for six years and left in May 2019.", "2013-05-01", "2019-05-31"),
        ("Ada Moor, the mayor, retired in May 2019 after thirty years with the council.", "", "2019-05-31"),
        ("Ada Moor, the mayor, left in May 2019 after two years of rows.", "", "2019-05-31"),
    ],
)
def test_words_before_a_date_tell_which_end_it_is(sentence: str, since: str, until: str) -> None:
    found = told(sentence, "Ada Moor")
    assert (found.since, found.until) == (day(since) if since else 0, day(until) if until else 0)
    assert not found.is_past


def test_what_is_said_of_a_year_tells_when_that_ends() -> None:
    assert told("In 2019/20 Ada Moor is the mayor.", "Ada Moor").year_end == day("2020-03-31")
    assert told("From 1 April 2021 Ada Moor is the mayor.", "Ada Moor").year_end == 0


@pytest.mark.parametrize(
    "sentence", ["Ada Moor was mayor.", "The former mayor, Ada Moor, came.", "Ada Moor will be mayor."]
)
def test_what_held_once_or_is_to_come_holds_on_no_day(sentence: str) -> None:
    assert told(sentence, "Ada Moor").is_past and not told(sentence, "Ada Moor").holds_on(SAID.toordinal())


def test_a_year_that_something_is_in_has_two_ends() -> None:
    sentence = "This financial year 88 were fined."
    year = day("2022-04-01"), day("2023-03-31")
    told = told_time(sentence, (0, len(sentence)), sentence, 0, SAID)
    assert told == ToldTime(0, 0, year) and told.ends == year
    assert told_time(sentence, (0, len(sentence)), sentence, 0, None).ends == (0, 0)


@pytest.mark.parametrize(
    ("heading", "since", "until"),
    [
        ("Charges from 1 April 2024", "2024-04-01", ""),
        ("Summer hours until 30 September 2024", "", "2024-09-30"),
        ("Fees 2022/23", "2022-04-01", "2023-03-31"),
        ("School meals, 2022/23 school year", "2022-09-01", "2023-08-31"),
        ("From 1 June 2023 to 31 May 2025", "2023-06-01", "2025-05-31"),
        ("Charges up to 2022/23", "", "2023-03-31"),
        ("2026 season", "2026-01-01", "2026-12-31"),
        ("Opening times 2026", "2026-01-01", "2026-12-31"),
        ("Prices for 2026", "2026-01-01", "2026-12-31"),
        ("Prices for the 2026 season", "2026-01-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("Annual review 2025", "", ""),
        ("2024–", "", ""),
        ("Results 2025", "", ""),
        ("Strategy 2019–2024", "", ""),
        ("Minutes of 3 May 2022", "", ""),
        ("Library closed in 2019", "", ""),
        ("Rules of the club, as amended to 1 September 2026", "", ""),
        ("Byelaws, updated up to 1 May 2026", "", ""),
        ("Correct to 5 May 2026", "", ""),
    ],
)
def test_a_heading_tells_the_time_of_what_stands_under_it(heading: str, since: str, until: str) -> None:
    assert time_over(heading, SAID).ends == (day(since) if since else 0, day(until) if until else 0)


def test_a_time_holds_on_its_first_and_last_day_and_no_other() -> None:
    assert [Held(3, 5).holds_on(on) for on in (2, 3, 5, 6)] == [False, True, True, False]


def test_another_clause_dates_another_value() -> None:
    sentence = "Ada Moor was mayor until 2011 and Cyril Oakes has been mayor since 2011."
    assert told(sentence, "Ada Moor") == Held(0, day("2011-12-31"))
    assert told(sentence, "Cyril Oakes") == Held(day("2011-01-01"))
    assert clause_of("one and two", (8, 11)) == (4, 11) and clause_of("one and two", (0, 3)) == (0, 4)


def test_a_range_has_its_first_and_last_day() -> None:
    assert ordinals("2003", "2011-02") == (day("2003-01-01"), day("2011-02-28"))
    assert ordinals("-0043", "-0043") is None


def test_two_years_in_a_row_are_one_financial_year_in_texts_and_in_values() -> None:
    [mention] = dates("Fees 2022/23", None)
    year = day("2022-04-01"), day("2023-03-31")
    assert days_of(mention) == days_of(Value("date", mention.text, mention.normalized)) == year
    assert days_of(Value("date", "2021 to 2023", "2021/2023")) == (day("2021-01-01"), day("2023-12-31"))


def test_forms_of_one_verb_go_together() -> None:
    assert verb_forms({"sell", "mill"}) == {"sell", "sold", "mill"}
    assert {"won", "win"} <= verb_forms({"won"}) and "go" in verb_forms({"went"})


@pytest.mark.parametrize(
    ("following", "since"),
    [
        (" Before 1 September 2023 it was free.", "2023-09-01"),
        (" Until 30 April 2025 it was £3.50.", "2025-05-01"),
        (" Up to June 2025, it was £3.", "2025-07-01"),
        (" Before 2022 you could borrow 12.", "2022-01-01"),
        (" Before the meeting on 2 September 2025 the hall is shut.", ""),
        (" Before 1 May 2025 dogs were allowed.", ""),
        (" It was free before 1 May 2025.", ""),
        (" It was £85 in 2024 and £80 in 2023.", "2025-01-01"),
        (" They were only 12 in May 2024.", "2024-06-01"),
        (" It was built in 2024.", ""),
        (" It was 2024 before it opened in 2025.", ""),
        (" It was 3 May 2024 in the end.", ""),
        (" It was £85 in all.", ""),
    ],
)
def test_what_was_before_tells_since_when_a_sentence_holds(following: str, since: str) -> None:
    told = time_after(following, SAID).since
    assert (date.fromordinal(told).isoformat() if told else "") == since


@pytest.mark.parametrize(
    ("sentence", "is_past"),
    [
        ("It was agreed that the water charge is £6 a plot.", False),
        ("It was resolved to set the water charge at £6 a plot.", False),
        ("It was unanimously agreed that the charge should be £6.", False),
        ("The water charge was £6 a plot.", True),
        ("It was agreed that the charge was £6 a plot.", True),
    ],
)
def test_what_was_decided_holds_and_what_was_so_does_not(sentence: str, is_past: bool) -> None:
    assert told(sentence, "£6").is_past is is_past


@pytest.mark.parametrize(
    ("sentence", "is_past"),
    [
        ("It opened at 10am and closed at 4pm.", True),
        ("It started every day at noon.", True),
        ("It is closed from 4pm.", False),
        ("It has been opened at 9am since May.", False),
        ("It opens at 9am.", False),
        ("It opened in 1988.", False),
    ],
)
def test_hours_told_by_a_verb_of_the_past_were_so_once(sentence: str, is_past: bool) -> None:
    assert was_at(sentence) is is_past


@pytest.mark.parametrize(
    ("sentence", "value", "since"),
    [
        ("Until 2019 the fee was £4, and from then on it was £6.", "£6", "2019-12-31"),
        ("Until May 2021 the fee was £4; since then it has been £6.", "£6", "2021-05-31"),
        ("The fee was £4 until 2019 and £6 from then on.", "£6", "2019-12-31"),
        ("The fee was £4 until 2019, then £6.", "£6", "2019-12-31"),
        ("Until 2019 the fee was £4 and it has been £6 ever since.", "£6", "2019-12-31"),
        ("From 2015 to 2019 Ada Moor was chair; Tom Reed has been chair since.", "Tom Reed", "2019-12-31"),
        ("In 2019 Ada Moor was chair; Tom Reed is the clerk.", "Tom Reed", ""),
        ("The fee was £4 until 2019 and the key costs £6.", "£6", ""),
    ],
)
def test_what_is_so_from_then_on_is_so_since_the_day_told_before_in_its_sentence(
    sentence: str, value: str, since: str
) -> None:
    assert told(sentence, value).since == (day(since) if since else 0)


def test_what_something_fell_from_did_not_begin_then() -> None:
    sentence = "The share fell from 31% in 2020 to 22% this year."
    assert told(sentence, "31%").since == 0
    assert told("The share fell in 2020 to 31%.", "31%").since == day("2020-01-01")


def test_since_then_is_since_the_last_day_told_before_in_the_paragraph() -> None:
    text = "Ada Moor was mayor until May 2019. Since then John Doe has been mayor."
    start = text.index("Since")
    place = text.index("John") - start, text.index("John") - start + len("John Doe")
    assert held(text[start:], place, text, start, SAID) == Held(day("2019-05-31"))
    apart = text.replace(" Since", "\n\nSince")
    assert held(text[start:], place, apart, start + 1, SAID) == Held()


def test_what_was_so_since_then_is_not_told_of_the_time_before() -> None:
    lead, sentence = "Ada Moor left on 30 June 2021. ", "John Doe had acted as director since then."
    time = told_time(sentence, (0, len(sentence)), lead + sentence, len(lead), SAID)
    assert time == ToldTime(day("2021-06-30"))


@pytest.mark.parametrize(
    ("sentence", "asked", "is_of_it"),
    [
        ("It was RESOLVED by 4 votes to 1 to raise the rent from £28 to £32 from 1 October.", "people waiting", False),
        ("It was agreed that the fee be £6.", "How many members are there?", False),
        ("It was also noted that the gate is shut.", "How many members are there?", False),
        ("It was agreed that the rent of a plot rise to £32 from 1 October.", "rent of a plot", True),
        ("It was agreed that it will rise to £32 from 1 October.", "How many are there?", True),
        ("It was 4 until 2019.", "How many are there?", True),
        ("This rises to 40 from May.", "How many members are there?", True),
    ],
)
def test_what_was_decided_next_is_of_what_it_says(sentence: str, asked: str, is_of_it: bool) -> None:
    assert goes_on(sentence, frozenset(stems(asked))) is is_of_it


def test_what_is_said_to_be_said_again_and_again_is_read_in_one_pass() -> None:
    started = time.process_time()
    assert goes_on("It was said that " * 2_000 + "it rises to £6.", frozenset())
    assert not goes_on("It was said that" + " " * 20_000, frozenset())
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("years", "first"), [("fourteen", date(2008, 6, 1)), ("14", date(2008, 6, 1)), ("9" * 5_000, None)]
)
def test_a_post_began_so_many_years_before_it_ended(years: str, first: date | None) -> None:
    assert begun(f"Ada Moor retired after {years} years.", SAID.toordinal()) == (first.toordinal() if first else 0)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The new fare begins on 2 May 2026.", date(2026, 5, 2).toordinal()),
        ("The new fare begins soon.", 0),
        ("The new fare begins on 2 May 2026, or on 9 May 2026.", 0),
    ],
)
def test_then_is_the_only_day_of_a_sentence(sentence: str, day: int) -> None:
    assert only_day(sentence, date(2026, 1, 1)) == day
