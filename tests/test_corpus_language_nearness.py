"""Words of a question belong to one number of a sentence, and values stand near to them or far."""

from __future__ import annotations

import pytest

from corpus.language.amounts.quantities import quantities
from corpus.language.kinds import Span, Value
from corpus.language.nearness import Surroundings, clause_ends, nearest, of_numbers
from corpus.language.values import answer_value
from corpus.language.words import stems, words


def around(text: str, asked: str, noun: str = "") -> tuple[Surroundings, list[Span]]:
    spans = [(quantity.start, quantity.end) for quantity in quantities(text)]
    matched = [word for word in words(text) if word.stem in stems(asked)]
    return of_numbers(text, spans, spans, matched, stems(noun)), spans


def owned(text: str, asked: str) -> dict[str, str]:
    surroundings, _ = around(text, asked)
    assert surroundings.belonging
    return {text[word.start : word.end]: text[slice(*span)] for word, span in surroundings.belonging.owners.items()}


@pytest.mark.parametrize(
    ("text", "asked", "owners"),
    [
        ("There are 20 Labour, 15 Green.", "Labour Green", {"Labour": "20", "Green": "15"}),
        ("Seats: Labour 20, Green 15.", "Labour Green", {"Labour": "20", "Green": "15"}),
        ("Labour 20 Green 15", "Labour Green", {"Labour": "20", "Green": "15"}),
        ("Labour: 20; Green: 15", "Labour Green", {"Labour": "20", "Green": "15"}),
        ("Labour (20) and Green (15)", "Labour Green", {"Labour": "20", "Green": "15"}),
        ("We saw 8 very old barn owls.", "owls", {}),
        ("We saw 8 old barn owls.", "owls", {"owls": "8"}),
        ("We saw 8, owls that is.", "owls", {}),
    ],
)
def test_a_word_belongs_to_the_number_before_it_or_to_the_one_it_is_a_label_of(
    text: str, asked: str, owners: dict[str, str]
) -> None:
    assert owned(text, asked) == owners


def test_what_a_whole_is_made_of_is_said_of_its_parts() -> None:
    surroundings, spans = around("We run 46 clubs: 20 rowing, 15 chess. The 9 others closed.", "clubs")
    near = [surroundings.nearness(span) for span in spans]
    assert near[0] == 1 and near[1] == near[2] == 0.5 and near[3] < 0.1


def test_what_stands_before_a_list_is_said_of_all_in_it() -> None:
    surroundings, spans = around("We mended 12 roads and 9 bridges, not 4 walls.", "mended")
    assert surroundings.nearness(spans[0]) == surroundings.nearness(spans[1]) == 1


def test_the_name_of_what_is_counted_tells_less_than_what_it_is_told_apart_by() -> None:
    surroundings, spans = around("They have 15 Labour and 11 Green seats.", "Labour seats", "Labour seats")
    assert surroundings.nearness(spans[0]) == 1.6
    assert surroundings.nearness(spans[1]) < 0.8


def test_stops_part_more_than_words_and_brackets_nothing() -> None:
    text = "It was good (they say) in 2019, and bad."
    good, bad = words("good bad")
    matched = [word for word in words(text) if word.stem in (good.stem, bad.stem)]
    start = text.index("2019")
    span = start, start + 4
    assert Surroundings(text, matched[:1], clause_ends(text)).nearness(span) == 0.5
    assert Surroundings(text, matched[1:], []).nearness(span) == 0.5
    assert Surroundings(text, matched[1:], clause_ends(text)).nearness(span) == pytest.approx(1 / 7)
    assert Surroundings(text, matched[:1], [], graded={matched[0].start}).nearness(span) == 1


@pytest.mark.parametrize(
    ("sentence", "question", "normalized"),
    [
        ("The head, born in 1960, was appointed in 2001 and left in 2020.", "When was the head appointed?", "2001"),
        ("The head, born in 1960, was appointed in 2001 and left in 2020.", "When was the head born?", "1960"),
        ("The closure, announced in March 2020, took effect in May 2020.", "When did it take effect?", "2020-05"),
        ("The hall, painted in 1990, was sold in 2004.", "When was the hall sold?", "2004"),
        ("In Marlow, on 3 May 2021, the pool opened and was mended in 2022.", "When did the pool open?", "2021-05-03"),
        ("On Monday, 3 May 2021, the pool opened, shut since 2019.", "When did the pool open?", "2021-05-03"),
        ("It was mended, too. In 2021, the pool opened after its sale in 2019.", "When did the pool open?", "2021"),
    ],
)
def test_a_date_of_an_aside_is_not_that_of_what_follows(sentence: str, question: str, normalized: str) -> None:
    found = answer_value(sentence, "date", question, None)
    assert found and found[2].normalized == normalized


@pytest.mark.parametrize(("times", "answers"), [(1.9, "near"), (2.0, "near"), (2.1, "far")])
def test_a_farther_value_answers_where_a_reader_thinks_it_more_than_twice_as_likely(times: float, answers: str) -> None:
    values = [(0, 4, Value("name", "near", "near")), (9, 12, Value("name", "far", "far"))]
    found = nearest(values, lambda value: -value[0], lambda span: 0.1 * (times if span[0] else 1.0))
    assert found[2].text == answers
    assert nearest(values, lambda value: -value[0], None)[2].text == "near"
