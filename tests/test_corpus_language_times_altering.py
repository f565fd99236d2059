"""What was so until a day and what is so from then on is read of two sentences or of one."""

from __future__ import annotations

import pytest

from corpus.language.times.altering import altered_in, begins_on, is_replaced, tells_until_then, was_before


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Until then it opens at 10am.", True),
        ("At present it opens at 8am.", True),
        ("It opens at 8am until then.", False),
        ("The rate of £20 an hour, fixed in April 2024, stays until then.", True),
        ("The old fee still applies until that date.", True),
        ("Until the works end it opens at 8am.", False),
    ],
)
def test_what_is_so_before_is_told_by_its_first_words(sentence: str, told: bool) -> None:
    assert tells_until_then(sentence) is told


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The fee for a guest rises from £6 to £8 a visit on 1 January 2027.", ("£6", "£8")),
        ("The deposit goes up from £50 to £75.", ("£50", "£75")),
        ("The rate was cut from 45p to 40p.", ("45p", "40p")),
        ("The discount rose from 5% to 7.5%.", ("5%", "7.5%")),
        ("It is open from 9am to 5pm.", None),
        ("Fees range from £6 to £8.", None),
        ("The fee rises from £6 to £8 and the fine rises from £5 to £7.", None),
    ],
)
def test_a_value_that_changed_is_read_with_what_it_was(sentence: str, values: tuple[str, str] | None) -> None:
    found = altered_in(sentence)
    assert (found and tuple(sentence[slice(*span)] for span in found)) == values


@pytest.mark.parametrize(
    ("between", "begins"),
    [
        (" a visit on ", True),
        (" from ", True),
        (" at the beginning of ", True),
        (" until ", False),
        ("; seats cost £40 on ", False),
    ],
)
def test_a_day_after_a_new_value_is_its_first(between: str, begins: bool) -> None:
    assert begins_on(between) is begins


@pytest.mark.parametrize(
    ("sentence", "value", "replaced"),
    [
        ("The council last put rents up in January 2023, from £48 for a full plot.", "£48", True),
        ("Buses run every 20 minutes in place of every 30 minutes.", "30", True),
        ("Buses run every 20 minutes in place of every 30 minutes.", "20", False),
        ("There were 61 people, compared with 44 a year earlier.", "44", False),
        ("The share was 71.2% in October, against 73.9% in September.", "73.9%", False),
        ("The fee rises from £6 to £8.", "£6", False),
        ("Prices go up from £4 for a child to £9 for an adult.", "£4", False),
        ("Tickets cost from £4.", "£4", False),
        ("The fee goes up from 1 April to £9.", "£9", False),
    ],
)
def test_a_value_may_be_told_only_as_what_was_before(sentence: str, value: str, *, replaced: bool) -> None:
    start = sentence.index(value)
    assert is_replaced(sentence, (start, start + len(value))) is replaced


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("Before July the late charge on adult books was 20p a day.", True),
        ("Until the end of March 2024 the fee was £4.", True),
        ("Before July the charge was 20p; it is now 25p.", False),
        ("Before the meeting there was a talk.", False),
        ("Until 5 May the bridge is shut.", False),
    ],
)
def test_what_was_so_before_a_date_is_so_no_more(sentence: str, *, before: bool) -> None:
    assert was_before(sentence) is before
