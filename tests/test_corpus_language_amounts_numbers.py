"""Numbers in digits and in words stand where they say, and mean what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.amounts.numbers import (
    asks_how_long,
    goes_on_until,
    in_digits,
    numbers,
    only_lasts,
    says_how_long,
    says_how_much,
    says_share,
)
from corpus.language.lasting.durations import answers_how_long
from corpus.language.vocabulary import load

IN_WORDS = [
    ("Two hundred and fifty people came.", [("Two hundred and fifty people", "250")]),
    ("It cost two million pounds.", [("two million pounds", "2000000")]),
    ("It is a twenty-first century library.", []),
    ("On the twenty-third meeting they voted.", []),
    ("About one in five pupils is absent.", [("one", "1"), ("five pupils", "5")]),
    ("They ordered a dozen eggs.", [("a dozen", "12")]),
    ("They ordered two dozen chairs.", [("two dozen", "24")]),
    ("They ordered half a dozen chairs.", [("half a dozen", "6")]),
    ("One of the best is here.", []),
    ("This one is better.", []),
    ("The one that won is here.", []),
    ("No one came.", []),
    ("One can see it.", []),
    ("Each one has a plan.", []),
    ("One per cent of pupils agreed.", [("One per cent", "1%")]),
    ("There is only one.", []),
    ("Two-thirds of pupils agreed.", [("Two-thirds", "2/3")]),
    ("Three quarters of the staff left.", [("Three quarters", "3/4")]),
    ("One third of complaints were upheld.", [("One third", "1/3")]),
    ("A third of complaints were upheld.", [("A third", "1/3")]),
    ("Half of them came.", [("Half", "1/2")]),
    ("Half the staff came.", [("Half", "1/2")]),
    ("Four fifths of homes are let.", [("Four fifths", "4/5")]),
    ("One-fifth of homes are let.", [("One-fifth", "1/5")]),
    ("Nine tenths of homes are let.", [("Nine tenths", "9/10")]),
    ("It took three and a half years.", [("three and a half years", "3.5")]),
    ("It cost two and a half million pounds.", [("two and a half million pounds", "2500000")]),
    ("It took an hour.", []),
    ("A hundred people came.", [("A hundred people", "100")]),
    ("A hundred and twenty people came.", [("A hundred and twenty people", "120")]),
    ("A thousand homes were built.", [("A thousand homes", "1000")]),
    ("A million pounds was spent.", [("A million pounds", "1000000")]),
    ("Half a million pounds was spent.", [("Half a million pounds", "500000")]),
    ("A quarter of a million people came.", [("A quarter of a million people", "250000")]),
    ("Three quarters of a million people came.", [("Three quarters of a million people", "750000")]),
    ("One hundred and one dogs ran.", [("One hundred and one", "101")]),
    ("One hundred and ninety-nine dogs ran.", [("One hundred and ninety-nine", "199")]),
    ("Nine hundred and ninety nine dogs ran.", [("Nine hundred and ninety nine", "999")]),
    ("Two hundred fifty votes were cast.", [("Two hundred fifty votes", "250")]),
    ("Fifteen hundred votes were cast.", [("Fifteen hundred votes", "1500")]),
    ("Two thousand votes were cast.", [("Two thousand votes", "2000")]),
    ("Two thousand and five votes were cast.", [("Two thousand and five votes", "2005")]),
    ("Two thousand five hundred votes were cast.", [("Two thousand five hundred votes", "2500")]),
    (
        "Twelve thousand three hundred and forty-five votes were cast.",
        [("Twelve thousand three hundred and forty-five votes", "12345")],
    ),
    ("Seven hundred thousand votes were cast.", [("Seven hundred thousand votes", "700000")]),
    ("Two hundred and fifty thousand votes were cast.", [("Two hundred and fifty thousand votes", "250000")]),
    ("Three million two hundred thousand votes were cast.", [("Three million two hundred thousand votes", "3200000")]),
    ("One billion pounds was pledged.", [("One billion pounds", "1000000000")]),
    ("Two thousand million pounds was pledged.", [("Two thousand million pounds", "2000000000")]),
    ("Ten trillion cells live there.", [("Ten trillion cells", "10000000000000")]),
    ("Zero deaths were recorded.", [("Zero deaths", "0")]),
    ("Nought was done.", []),
    ("Twenty-five days passed.", [("Twenty-five days", "25")]),
    ("Twenty five days passed.", [("Twenty five days", "25")]),
    ("Forty-two\ncases were closed.", [("Forty-two\ncases", "42")]),
    ("Two\nhundred\nand fifty cases were closed.", [("Two\nhundred\nand fifty cases", "250")]),
    ("Two, three or four pupils were absent.", [("Two", "2"), ("three", "3"), ("four pupils", "4")]),
    ("From sixty to seventy pupils were absent.", [("sixty", "60"), ("seventy pupils", "70")]),
    (
        "Between two hundred and two hundred and fifty pupils were absent.",
        [("two hundred", "200"), ("two hundred and fifty pupils", "250")],
    ),
    ("Between ten and twenty pupils were absent.", [("ten", "10"), ("twenty pupils", "20")]),
    ("Ten twenty-pound notes.", [("Ten", "10")]),
    ("It is a fifty-fifty chance.", []),
    ("A five-year plan was made.", []),
    ("A two-hundred-page report came.", []),
    ("Hundreds of people came.", []),
    ("The hundred best schools are named.", []),
    ("Several thousand people came.", []),
    ("The second world war ended.", []),
    ("He was second of three.", [("three", "3")]),
    ("He often has ten-minute talks.", []),
    ("It weighs a ton of money.", []),
    ("The freighter and the stone tend to sink.", []),
    ("Someone lost none of them.", []),
    ("Twelve per cent agreed.", [("Twelve per cent", "12%")]),
    ("Twenty-two percent agreed.", [("Twenty-two percent", "22%")]),
    ("One hundred per cent agreed.", [("One hundred per cent", "100%")]),
    ("Seven out of ten agreed.", [("Seven", "7"), ("ten", "10")]),
    ("Thirty or so agreed.", [("Thirty", "30")]),
    ("Over three hundred and sixty-five days it ran.", [("three hundred and sixty-five days", "365")]),
    ("The cost was £1.25 million, not 3 hundred pounds.", [("£1.25 million", "1250000"), ("3 hundred pounds", "300")]),
]
"""Sentences with the numbers in them."""
ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*match.span("whole"))], in_digits(match)) for match in numbers(text)]


def spelt(number: int) -> str:
    """A number in words as the British write it."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            joined = " and " if 0 < rest < 100 else " "
            return f"{spelt(number // scale)} {word}" + (f"{joined}{spelt(rest)}" if rest else "")
    if number >= 100:
        return f"{ONES[number // 100]} hundred" + (f" and {spelt(number % 100)}" if number % 100 else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize(("text", "expected"), IN_WORDS)
def test_numbers_in_words_are_read_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(st.integers(0, 10**12 - 1))
def test_any_number_spelt_out_is_read_as_it_is_meant(number: int) -> None:
    assert found(f"In all {spelt(number)} cells")[0] == (f"{spelt(number)} cells", str(number))


@pytest.mark.parametrize(
    ("text", "words", "digits"),
    [
        ("It rose by 1,234,567 in all.", "1,234,567", "1234567"),
        ("It rose by 12 000 in all.", "12 000", "12000"),
        ("It cost £1.25m.", "£1.25m", "1250000"),
        ("It cost € 3bn.", "€ 3bn", "3000000000"),
        ("It cost $5k.", "$5k", "5000"),
        ("Some 12.50 hours", "12.50 hours", "12.5"),
        ("Of 12 %", "12 %", "12%"),
        ("About 0.0 of it", "0.0", "0"),
        ("some 3 million people", "3 million people", "3000000"),
        ("some 100 km", "100 km", "100"),
        ("a 12-day trip", "12-day", "12"),
    ],
)
def test_numbers_in_digits_have_their_sign_scale_and_unit(text: str, words: str, digits: str) -> None:
    assert found(text) == [(words, digits)]


@pytest.mark.parametrize(
    "text",
    ["412 children", "twelve homes", "In 2019 there were\n12 foster carers.", "12% more", "about a third of pupils"],
)
def test_a_text_holds_numbers(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ring 0300 123 1234 at 9.30am.",
        "In May 2019 and 2020/21.",
        "one of the best",
        "14. Leaders know their area.\n\n7\n\nPlans are clear.",
        "See page 4 and section 2.3.1 [12, 13].",
        "Tables 3 and 4",
        "doi 10.1038/s41598",
        "at 12:30",
    ],
)
def test_numbers_that_name_something_count_nothing(text: str) -> None:
    assert not found(text)


def test_the_number_of_a_page_with_a_unit_is_a_number() -> None:
    assert found("on page 4 years later") == [("4 years", "4")]
    assert found("Plans are clear.\n\n7 plans") == [("7", "7")]
    assert found("Plans are clear.\n\n1,000\n\nMore.") == [("1,000", "1000")]


def test_the_words_of_the_table_are_what_is_read() -> None:
    table = load("numbers")
    for word, value in {**table["below_twenty"], **table["tens"]}.items():
        assert found(f"In all {word} cells") == [(f"{word} cells", str(value))]
    for word, value in {**table["scales"], **table["short_scales"]}.items():
        assert found(f"In all two {word} cells")[0][1] == str(2 * value), word


def test_a_number_in_capitals_or_in_a_text_that_grows_in_lower_case_stands_where_it_says() -> None:
    assert found("TWO HUNDRED AND FIFTY PEOPLE") == [("TWO HUNDRED AND FIFTY PEOPLE", "250")]
    assert found("İ 12 people") == [("12 people", "12")]


@pytest.mark.parametrize(
    "text",
    ["Twice a year", "every\nmonth", "None came.", "7 keys", "DAILY", "seven", "a week's rent", "Half a day’s pay"],
)
def test_how_much_can_be_said_without_a_number(text: str) -> None:
    assert says_how_much(text)


@pytest.mark.parametrize(
    "text", ["no more than that", "household", "The nonesuch was freed.", "", "Mended in May 2023.", "see page 7"]
)
def test_other_words_do_not_say_how_much(text: str) -> None:
    assert not says_how_much(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Buy ½ an onion and 1½ litres.", [("½", "1/2"), ("1½ litres", "1.5")]),
        ("It took 1 1/2 hours.", [("1 1/2 hours", "1.5")]),
        ("It took 3 and a half years.", [("3 and a half years", "3.5")]),
        ("It took two and three quarters hours.", [("two and three quarters hours", "2.75")]),
        ("It took an hour and a half.", [("an hour and a half", "1.5")]),
        ("About 2/3 of it, or 12/14", [("2/3", "2/3"), ("12/14", "12/14")]),
        ("It costs 50p, not 120 pence.", [("50p", "0.50"), ("120 pence", "1.20")]),
        ("A 720p film", []),
        ("It is 25m long and had 2m visitors.", [("25m", "25"), ("2m", "2000000")]),
        ("It was 31 °C, then 30°.", [("31 °C", "31"), ("30°", "30")]),
        ("a board 6in deep", [("6in", "6")]),
    ],
)
def test_parts_pence_and_degrees(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "open 24/7",
        "Call 101.",
        "+44 20 7946 0991",
        "at 9 am",
        "at 9 o'clock",
        "12-34-56",
        "21/0456/FUL",
        "p. 12 and pp 4–6",
        "Phase two",
        "Grade 7 staff",
        "12 Mill Street",
        "3/12/4",
        "A-12",
    ],
)
def test_numbers_of_things_times_and_codes_count_nothing(text: str) -> None:
    assert not found(text)


def test_a_number_beside_a_like_word_is_still_one() -> None:
    assert found("We call 150 witnesses") == [("150", "150")]
    assert found("last year 6 homes shut") == [("6 homes", "6")]
    assert found("12 streets shut") == [("12", "12")]


@pytest.mark.parametrize("text", ["two in five", "2 out of 5", "½", "40%", "a third", "3/4"])
def test_a_share_is_said(text: str) -> None:
    assert says_share(text)
    assert not says_share("12 in total")


def test_how_long_is_said_by_two_days() -> None:
    assert says_how_long("from 2 June until 9 June 2023")
    assert not says_how_long("on 2 June 2023")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Managers take the two-day course.", True),
        ("A 3-day event.", True),
        ("The two-storey block.", False),
        ("An hour.", True),
        ("You may keep a book for a full month", True),
        ("Until you are well", True),
        ("It lasts a lifetime", True),
        ("The choir meets once a week", False),
        ("It is shut three days a week", False),
        ("A second visit is free", False),
        ("A quarter of pupils left", False),
    ],
)
def test_how_long_is_said_without_a_number(text: str, says: bool) -> None:
    assert says_how_long(text) is says


def test_how_long_is_asked_in_several_ways() -> None:
    assert asks_how_long("How much notice must I give?") and asks_how_long("HOW LONG is it?")
    assert not asks_how_long("How much is it?")


@pytest.mark.parametrize(
    ("question", "text", "until"),
    [
        ("How long is the bridge shut for?", "The bridge is shut until 20 April.", True),
        ("how long are the swings out of use", "They are out of use till June 2025.", True),
        ("How much longer will the trial go on?", "The trial goes on until 30 November.", True),
        ("How long can I use the old permit?", "Old permits hold until 31 March 2026.", True),
        ("How long does the offer hold?", "The offer holds until 3 May.", True),
        ("How long was the bridge shut?", "The bridge was shut until 20 April.", False),
        ("How long has the bridge been shut?", "The bridge is shut until 20 April.", False),
        ("How long is the bridge shut for?", "The bridge was shut on 20 April.", False),
        ("When is the bridge shut?", "The bridge is shut until 20 April.", False),
        ("How long is the lease of the mill?", "The mill is leased until 30 June 2031.", False),
        ("How long does the mowing contract run?", "The contract runs until 30 June 2031.", False),
    ],
)
def test_how_long_something_goes_on_is_told_by_its_last_day(question: str, text: str, until: bool) -> None:
    assert goes_on_until(question, text) is answers_how_long(question, text) is until


@pytest.mark.parametrize(
    ("question", "text", "lasts"),
    [
        ("What time must I ring?", "A child who was sick must stay away for 48 hours.", True),
        ("What time does it last until?", "Visits last 10 minutes.", True),
        ("By what time must I be there?", "Guests wait two hours.", True),
        ("What time is the tour?", "The tour takes an hour and a half.", True),
        ("At what time is the swim?", "A swim takes 45 minutes.", True),
        ("What time must I cancel by?", "Tell us at least 24 hours before.", False),
        ("At what time does the film come?", "Films are ready after three hours.", False),
        ("What time is the tour?", "The tour is at 3 pm and takes an hour.", False),
        ("What time is the tour?", "The tour is on Mondays and takes an hour.", False),
        ("How long is the tour?", "The tour takes an hour.", False),
        ("What time is it?", "The walk is long.", False),
    ],
)
def test_a_length_does_not_tell_what_time_it_is(question: str, text: str, lasts: bool) -> None:
    assert only_lasts(question, text) is lasts
