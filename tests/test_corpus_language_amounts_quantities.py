"""Numbers that are meant together are one quantity, and numbers of our own sentences are read as they are marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.amounts.quantities import quantities
from tests.numbers_in_context import SENTENCES, marked


def found(text: str) -> list[tuple[str, str]]:
    return [(text[quantity.start : quantity.end], quantity.normalized) for quantity in quantities(text)]


@pytest.mark.parametrize(
    ("text", "words", "normalized"),
    [
        ("It cost £3.4–£3.6 million.", "£3.4–£3.6 million", "3400000/3600000"),
        ("Calls came in, of which one in four was urgent.", "one in four", "1/4"),
        ("It takes two working days.", "two working days", "2"),
        ("It takes two terms.", "two terms", "2"),
        ("It cost £3-4m.", "£3-4m", "3000000/4000000"),
        ("It cost £800 to £1.2 million.", "£800 to £1.2 million", "800/1200000"),
        ("It seats between 180 and 220 people.", "between 180 and 220 people", "180/220"),
        ("It seats 180 to 220.", "180 to 220", "180/220"),
        ("About 5-10% left.", "5-10%", "5%/10%"),
        ("About 5% to 10% left.", "5% to 10%", "5%/10%"),
        ("For 18–25 year olds only", "18–25 year olds", "18/25"),
        ("It takes from 3 to 5 days.", "3 to 5 days", "3/5"),
        ("Two to three million people", "Two to three million people", "2000000/3000000"),
        ("Sweets are 20-50p.", "20-50p", "0.20/0.50"),
        ("Sweets are 20p to £2.", "20p to £2", "0.20/2"),
        ("It takes 30 minutes to 2 hours.", "30 minutes to 2 hours", "30/120"),
        ("It was between -5 and -2 degrees.", "between -5 and -2 degrees", "-5/-2"),
        ("Up to 40 may come.", "40", "40"),
        ("At least 5 weeks before", "5 weeks", "5"),
        ("Two in five were moved.", "Two in five", "2/5"),
        ("2 out of 5 agreed.", "2 out of 5", "2/5"),
        ("One in every ten agreed.", "One in every ten", "1/10"),
        ("It is 3 ft 6 in wide.", "3 ft 6 in", "3.5"),
        ("It is 5 feet 7 inches tall.", "5 feet 7 inches", "5.583"),
        ("It lasts 2 hours and 30 minutes.", "2 hours and 30 minutes", "2.5"),
        ("It fell to -12°C.", "-12°C", "-12"),
        ("It fell to −3 °C.", "−3 °C", "-3"),
        ("It fell to minus five.", "five", "5"),
        ("It fell to minus 5 degrees.", "minus 5 degrees", "-5"),
        ("A loss of –£3m was made.", "–£3m", "-3000000"),
        ("None of the 14 homes failed.", "None of the 14 homes", "0"),
        ("Not one of our 9 vans started.", "Not one of our 9", "0"),
    ],
)
def test_numbers_that_are_meant_together_are_one(text: str, words: str, normalized: str) -> None:
    assert found(text) == [(words, normalized)]


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("They won 3-1.", ["3", "1"]),
        ("They lost 1-3.", ["1", "3"]),
        ("It was carried 12 to 7.", ["12", "7"]),
        ("It was carried by 12 votes to 7.", ["12", "7"]),
        ("It was lost by 7 votes to 12.", ["7", "12"]),
        ("Staff rose from 12 to 18.", ["12", "18"]),
        ("Waste was cut from 5% to 10%.", ["5%", "10%"]),
        ("The ratio is 1 to 8.", ["1", "8"]),
        ("The difference between 5 and 9 is small.", ["5", "9"]),
        ("They gave £5 to 12 schools.", ["5", "12"]),
        ("It has 9 to 5 hours.", ["9", "5"]),
        ("It fell 3 in 12 months.", ["3", "12"]),
        ("Nine of the 21 remain.", ["9", "21"]),
        ("From 10% to 12 homes", ["10%", "12"]),
        ("10 homes, and 12 sheds", ["10", "12"]),
        ("It has 4 doors – 12 windows.", ["4", "12"]),
        ("2 hours 75 minutes", ["2", "75"]),
        ("He is 12 - 9 is open.", ["12", "9"]),
    ],
)
def test_scores_changes_and_different_things_are_no_ranges(text: str, normalized: list[str]) -> None:
    assert [value for _, value in found(text)] == normalized


@pytest.mark.parametrize(
    "text", ["pages 4-12", "pp. 4–6", "sort code 12-34-56", "Covid-19", "a case such as 21/0456/FUL"]
)
def test_dashes_and_strokes_in_names_make_no_numbers(text: str) -> None:
    assert not found(text)


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(["{} to {} cells", "{}–{} cells", "between {} and {}"]),
)
def test_a_range_has_its_less_end_first(low: int, high: int, form: str) -> None:
    values = [value for _, value in found("About " + form.format(f"{low:,}", f"{high:,}"))]
    assert values == ([f"{low}/{high}"] if low < high else [str(low), str(high)])


def test_numbers_of_our_own_sentences_are_found_and_mean_what_they_say() -> None:
    gold = [marked(sentence) for sentence in SENTENCES]
    read = [quantities(each.text) for each in gold]
    pairs = [(each, quantity) for each, found in zip(gold, read, strict=True) for quantity in found]
    of_gold = sum(
        any(quantity.start < end and start < quantity.end for start, end, _ in each.numbers) for each, quantity in pairs
    )
    marks = [(mark, found) for each, found in zip(gold, read, strict=True) for mark in each.numbers]
    hit = sum(any(one.start < end and start < one.end for one in found) for (start, end, _), found in marks)
    right = sum(
        any((one.start, one.normalized) == (start, value) for one in found) for (start, _, value), found in marks
    )
    assert len(marks) >= 120 and 4 * sum(each.false_friends for each in gold) >= len(marks)
    assert of_gold / len(pairs) >= 0.97
    assert hit / len(marks) >= 0.95
    assert right / len(marks) >= 0.95


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "least", "most_others"),
    [
        ("NumberModel", 216, 4),
        ("NumberRangeModel", 93, 6),
        ("PercentModel", 15, 19),
        ("CurrencyModel", 182, 98),
        ("AgeModel", 18, 4),
    ],
)
def test_published_numbers_are_found(shared_data: Path, name: str, least: int, most_others: int) -> None:
    cases = json.loads((shared_data / "recognizers_text" / "numbers" / f"{name}.json").read_text("utf-8-sig"))
    hit = others = 0
    for case in cases:
        spans = [(quantity.start, quantity.end) for quantity in quantities(case["Input"])]
        wanted = [(result["Start"], result["End"] + 1) for result in case["Results"]]
        hit += sum(any(start < high and low < end for start, end in spans) for low, high in wanted)
        others += sum(not any(start < high and low < end for low, high in wanted) for start, end in spans)
    assert hit >= least and others <= most_others
