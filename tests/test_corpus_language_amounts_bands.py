"""Bands: which amounts an item or a row is for, and whether one that is asked about lies in it."""

from __future__ import annotations

import pytest

from corpus.language.amounts.bands import amounts, label_band


@pytest.mark.parametrize(
    ("label", "question", "holds"),
    [
        ("For 2 to 4 days, at least 10 days before", "for ten days of leave", False),
        ("For 2 to 4 days, at least 10 days before", "for four days of leave", True),
        ("For 2 to 4 days, at least 10 days before", "for 5 days of leave", False),
        ("For 1 to 2 weeks, at least 5 weeks before", "for ten days of leave", True),
        ("For 1 day, two days before", "for a single day", True),
        ("More than 2 weeks: four months", "for 14 days", False),
        ("More than 2 weeks: four months", "for 15 days", True),
        ("2 years or more | 8 weeks", "after two years' service", True),
        ("From 3 to 5 days", "for 7 days", False),
        ("At least 3 days", "for 3 days", True),
        ("Under 18s: free", "a 17 year old", True),
        ("Under 18s: free", "an 18 year old", False),
        ("Aged 18 to 64 | £5", "a 64 year old", True),
        ("£500 to £1,000: head of service", "spend £700", True),
        ("£500 to £1,000: head of service", "spend €700", False),
        ("Over £1,000: director", "spend £1,000", False),
        ("Up to 30 people | £40", "a hall for thirty people", False),
        ("Up to 30 people | £40", "a hall for 30 people", True),
        ("10+ people | £80", "a hall for 10 people", True),
        ("15 working days", "15 days", True),
        ("Over three years | 3 weeks", "for someone 4 yrs in", True),
        ("One to three years | 1 week", "for someone 4 yrs in", False),
        ("65 and over | £3", "for 64 people", False),
        ("Aged 65 and over | £3", "a 70 year old", True),
        ("Over 18 months", "after 20 mths", True),
        ("After 10 years", "with ten years of service", True),
        ("After 10 years", "with nine years of service", False),
        ("1 bedroom | £97", "the rent of a four bedroom house", False),
        ("1 bedroom | £97", "the rent of a one bedroom flat", True),
        ("2 days | £9", "a 3 day ticket", False),
        ("3 bedrooms | £97", "an eight-bedroom house", False),
        ("101 g to 750 g | £1.55", "half a kilo", True),
        ("101 g to 750 g | £1.55", "a parcel of 1 kg", False),
        ("751 g to 2 kg | £3.15", "a 900g parcel", True),
        ("751 g to 2 kg | £3.15", "a parcel of 3 kg", False),
        ("Up to 100 g | £0.90", "a letter of 20 grams", True),
        ("Up to 6 m | £400", "a 25 ft boat", False),
        ("6.1 to 9 m | £520", "a 25 ft boat", True),
        ("Half a day | £20", "half a day", True),
        ("2 to 4 weeks", "for 10 days", False),
        ("6 weeks to 3 months", "for 50 days", True),
    ],
)
def test_an_amount_lies_in_a_band_or_not(label: str, question: str, holds: bool) -> None:
    band = label_band(label)
    assert band is not None
    assert any(unit == band.unit and band.holds(amount) for amount, unit in amounts(question)) is holds


@pytest.mark.parametrize("label", ["The hall", "Section A", "Marlow | £4", "- notes, 3 days", "7 December: Bo Cole"])
def test_a_label_without_an_amount_has_no_band(label: str) -> None:
    assert label_band(label) is None


@pytest.mark.parametrize(
    "question",
    [
        "a hall in May",
        "a hall on 9 December",
        "on 5 may",
        "between 2 and 3 days",
        "in 2019",
        "Who runs it?",
        "How many days a week?",
        "How much a day, and how many times a year?",
    ],
)
def test_what_is_no_single_amount_of_anything_is_passed_over(question: str) -> None:
    assert amounts(question) == []


@pytest.mark.parametrize("label", ["A\nsingle day", "a  single\tday", "A\u00a0single day"])
def test_an_amount_in_words_may_go_on_in_the_next_line(label: str) -> None:
    assert label_band(label) == label_band("One day")
    assert label_band(label.replace("day", "pool")) is None, "of what is no time, one is no amount"


def test_a_short_unit_may_stand_right_behind_its_number() -> None:
    assert amounts("a pipe of 32mm") == amounts("a pipe of 32 mm") == [(32, "length")]
    assert amounts("at 3pm") == []
