"""Where a sentence goes on to tell of another time: "£4 until 2019 and is £6 now"."""

from __future__ import annotations

import time

import pytest

from corpus.language.lasting.apart import beside_year, has_value, is_beside, parts_of, tells_before, values_apart


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("A swim is £21 a month, £24 from January 2027.", ["A swim is £21 a month, ", "£24 from January 2027."]),
        ("A swim is £6 (£7.50 from 1 May 2026).", ["A swim is £6 (", "£7.50 from 1 May 2026)."]),
        ("A swim is £45 (£40 until May 2025).", ["A swim is £45 (", "£40 until May 2025)."]),
        ("A swim is £4 until May 2024, then £5.", ["A swim is £4 until May 2024, then ", "£5."]),
        ("Ada Moor (2003 until 2011) was mayor.", ["Ada Moor (2003 until 2011) was mayor."]),
        ("Ada Moor (2003 to 2011) was mayor.", ["Ada Moor (2003 to 2011) was mayor."]),
        ("It opens on 1 April, 5 May from 10am.", ["It opens on 1 April, 5 May from 10am."]),
        ("A swim is £6, or £4 for children.", ["A swim is £6, or £4 for children."]),
    ],
)
def test_a_value_with_its_own_time_is_a_part_of_its_own(sentence: str, parts: list[str]) -> None:
    assert [sentence[slice(*part)] for part in parts_of(sentence)] == parts


def test_a_semicolon_ends_what_is_told_of_a_value() -> None:
    sentence = "212 cases were open in May; in January it had been 305."
    assert [sentence[slice(*part)] for part in parts_of(sentence)] == [
        "212 cases were open in May; ",
        "in January it had been 305.",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A swim was £4 until May 2023 ", "and is £6 now."),
        ("A swim was £4 until May 2023 ", "and now costs £6."),
        ("Visits rose from 4,010 in 2021 ", "to 5,530 in 2023."),
        ("The share fell from 31% in 2020 ", "to 22% this year."),
        ("There were 212 pupils in 2022, ", "compared with 240 in 2024."),
        ("Visits averaged 210 a day in 2019, ", "against 164 a day in 2024."),
        ("We lent 340 books in 2023 ", "and 512 in 2024."),
        ("A pot of tea, £1.80 last year, ", "costs £2.20 today."),
        ("Rent stood at £30 a plot before May 2022 ", "and has been £36 a plot since."),
        ("The fee had been £250 for years ", "when it was raised to £400 in May 2023."),
        ("There are 1,204 members ", "(2023: 1,377)."),
        ("The precept for 2025/26 is £48,300 ", "(2024/25: £44,100)."),
    ],
)
def test_a_value_of_another_time_stands_apart(first: str, second: str) -> None:
    sentence = first + second
    assert [sentence[slice(*part)] for part in parts_of(sentence)] == [first, second] and values_apart(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is open from 9 to 5 in May.",
        "It is open from 9am to 5pm now.",
        "Between 4 and 6 in May came by bus.",
        "Between 4 and about 6 in May came by bus.",
        "A swim is £4 for children and £6 for adults from May 2024.",
        "The fee rose from £21 to £25 on 1 March 2024.",
        "We meet on 5 May 2024 and 6 June 2024 at 7pm.",
        "The bridge is 40 metres long and was built in 1911.",
        "The hall (2019: a barn) seats 40.",
        "A locker costs £3, and a towel costs £2 from January 2026.",
        "Decision: flag of £4.00 and £2.50 a mile from 3 March 2025.",
        "Lockers cost £3 and towels cost £2 from January 2026.",
    ],
)
def test_values_of_one_time_do_not(sentence: str) -> None:
    assert not values_apart(sentence)


def test_what_is_only_compared_with_is_beside() -> None:
    sentence = "There are 40 (2021: 31), up from 28 before."
    assert is_beside(sentence, sentence.index("(")) and is_beside(sentence, sentence.index("up"))
    assert not is_beside(sentence, 0)
    bracket, own = (sentence.index(value) for value in ("31", "40"))
    assert beside_year(sentence, (bracket, bracket + 2)) and not beside_year(sentence, (own, own + 2))
    assert not beside_year("Prices (2021: £31).", (14, 17)), "no other value stands before"


def test_what_was_so_before_a_time_is_told_with_its_value() -> None:
    assert tells_before("Rent stood at £30 a plot before April 2022 ")
    assert not tells_before("Rent has been £36 a plot since April 2022.")
    assert not tells_before("Before April 2022 it was £30."), "another form, read elsewhere"


def test_the_day_of_a_month_and_a_year_are_no_values() -> None:
    assert has_value("costs £6 now") and has_value("seats 40")
    assert not has_value("on 5 May") and not has_value("in 2019")


@pytest.mark.parametrize("part", [" ", "and £5 now ", "£4 in 2019 and £5 in 2022 ", "to £5 in 2019 ", "£4 until the "])
def test_long_sentences_are_parted_in_linear_time(part: str) -> None:
    started = time.process_time()
    assert parts_of(part * (20_000 // len(part)))
    assert time.process_time() - started < 4
