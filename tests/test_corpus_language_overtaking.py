"""What values a sentence tells, what each is of, and whether something is otherwise than it was."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.overtaking import (
    is_of_another_kind,
    matter_of,
    of_another,
    of_the_others,
    part_of,
    tells_overtaken,
    things_of,
    values_told,
)
from corpus.language.words import stems

SAID = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The fee is £38 a head.", [("money", "38", "")]),
        ("Pence count too: 40p.", [("money", "0.40", "")]),
        ("Members get 10 per cent off, or 5%.", [("share", "10%", ""), ("share", "5%", "")]),
        ("Wait for twelve months.", [("length", "12", "month")]),
        ("It opens on 3 May 2026 for six boats.", [("date", "2026-05-03", ""), ("number", "6", "")]),
        ("It shuts at 10.30pm.", [("hour", "1030pm", "")]),
        ("It shuts at 8.00 pm, not midnight.", [("hour", "8pm", ""), ("hour", "midnight", "")]),
        ("Nothing is told.", []),
    ],
)
def test_values_have_a_sort_and_one_form(sentence: str, told: list[tuple[str, str, str]]) -> None:
    assert [(one.sort, one.normalized, one.unit) for one in values_told(sentence, SAID)] == told


def test_a_length_of_other_units_is_another() -> None:
    [weeks], [months] = values_told("for six weeks", SAID), values_told("for six months", SAID)
    assert not weeks.is_same(months) and weeks.is_same(values_told("It takes six weeks.", SAID)[0])


@pytest.mark.parametrize(
    ("sentence", "place", "part"),
    [
        ("It was agreed that the charge be £6, and the deposit £9.", 0, "the charge be £6"),
        ("It was agreed that the charge be £6, and the deposit £9.", 1, " the deposit £9."),
        ("A plot will cost £46 and a large plot £94.", 0, "A plot will cost £46 "),
        ("A plot will cost £46 and a large plot £94.", 1, " a large plot £94."),
        ("The reopening, long awaited, is on 3 May 2026, at noon.", 0, "The reopening, long awaited, is on 3 May 2026"),
    ],
)
def test_each_value_is_told_by_its_own_part(sentence: str, place: int, part: str) -> None:
    values = values_told(sentence, SAID)
    assert sentence[slice(*part_of(sentence, values[place], values))] == part


def test_values_times_and_words_for_a_change_are_no_matter() -> None:
    sentence = "From 1 May 2026 the sum that the Clerk may spend was raised to £450."
    whole = (0, len(sentence))
    assert matter_of(sentence, whole, values_told(sentence, SAID)) == frozenset(stems("clerk spend"))


def test_the_day_of_the_week_is_matter() -> None:
    sentence = "On Fridays the bar now shuts at 11pm."
    assert matter_of(sentence, (0, len(sentence)), values_told(sentence, SAID)) >= frozenset(stems("Fridays bar"))


@pytest.mark.parametrize(
    ("sentence", "own", "others"),
    [
        ("A licence costs £60 for adults and £25 for juniors.", 0, "juniors"),
        ("A licence costs £60 for adults and £25 for juniors.", 1, "adults"),
        ("Boats under six metres pay £140 for a mooring and longer boats £210.", 0, "longer"),
        ("The charge is £12.", 0, ""),
    ],
)
def test_what_other_values_are_of_is_told_apart(sentence: str, own: int, others: str) -> None:
    values = values_told(sentence, SAID)
    sums = [one for one in values if one.sort == "money"]
    assert of_the_others(sentence, [sums[own]], values) == frozenset(stems(others))


@pytest.mark.parametrize(
    ("value", "later", "asked", "is_other"),
    [
        ("£3", "Coaches now pay £15.", "cars", True),
        ("£12", "Coaches now pay £15.", "cars", False),
        ("£3", "Cars now pay £4.", "cars", False),
        ("£3", "Coaches now pay £15.", "coaches", False),
    ],
)
def test_a_value_may_be_of_what_another_is_of(value: str, later: str, asked: str, is_other: bool) -> None:
    sentence, sum_later = "Cars pay £3 a day and coaches £12.", later.index("£")
    place = sentence.index(value), sentence.index(value) + len(value)
    told = later, (sum_later, len(later) - 1), SAID
    assert of_another((sentence, place, SAID), told, stems(asked)) is is_other


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("The opening has been put back to May.", True),
        ("The limit was brought down to £400.", True),
        ("Members now pay £9.", True),
        ("Takings were £640.", False),
        ("The fee for a bench was discussed.", False),
    ],
)
def test_some_words_tell_that_it_is_otherwise_now(words: str, is_told: bool) -> None:
    assert tells_overtaken(words) is is_told


@pytest.mark.parametrize(
    ("question", "said", "is_other"),
    [
        ("When is the deposit for the Lakes trip due?", "The deposit for the skiing trip is now due by 18 May.", True),
        ("When will the roof of the gym be mended?", "The roof of the hall is mended by May.", True),
        ("When does the bus to Aldham start?", "The bus to Wickham starts on 1 May.", True),
        ("When is the safety policy reviewed?", "Governors will review the uniform policy in May.", True),
        ("When will the harbour lamp be on?", "The lamp is still dark, and will be on by 7 May.", False),
        ("When is the deposit for the trip due?", "The deposit is now due by Friday 11 May.", False),
        ("When will the slipway open?", "We now hope to open it on 1 May.", False),
    ],
)
def test_a_thing_is_another_where_other_words_tell_it_apart(question: str, said: str, is_other: bool) -> None:
    assert is_of_another_kind(question, said, stems(said)) is is_other


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("When will the harbour lamp be on again?", ["harbour", "lamp"]),
        ("When was the slipway meant to open originally?", ["slipway"]),
        ("When was the open day supposed to be?", ["open", "day", "suppos"]),
    ],
)
def test_what_is_done_on_a_day_names_no_thing(question: str, things: list[str]) -> None:
    assert things_of(question, [stem for stem in stems(question) if stem != "again"]) == things
