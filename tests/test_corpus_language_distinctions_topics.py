"""Topics: what is told of the elm is not told of the oak."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.topics import tells_of_another_topic, with_its_topic

OAK = "The oak by the gate was cut down in May."
ELM = "The elm beside the oak was felled because it was ill."
SHOP = "The shop is on the ground floor."
SKATES = "The Norse skates came from Oslo. The Dutch ones were found in a barn. "
LIFTS = "The lift at Elm House is new. The one at Ash House is out of order. "
HEDGES = "The hedge round the play area was laid by hand. "


@pytest.mark.parametrize(
    ("question", "said", "before", "others", "is_other"),
    [
        ("Why was the oak cut down?", ELM, "", [OAK], True),
        ("Why was the oak cut down?", f"{OAK} {ELM}", "", [], True),
        ("Why was the elm cut down?", ELM, "", [OAK], False),
        ("Why was the ash cut down?", ELM, "", [OAK], False),
        ("Why was the oak cut down?", "The tree was felled because the oak was ill.", "", [OAK], False),
        ("Why was the oak cut down?", "The branches hung low because of the snow.", "", [OAK], False),
        ("Why was the oak cut down?", "It was felled because it was ill.", OAK, [OAK], False),
        ("Why was the oak cut down?", "It was ill.", "The elm was felled. ", [OAK, "The elm was felled."], True),
        ("Is the shop open on Sundays?", "The garden behind the shop is open on Sundays.", "", [SHOP], True),
        ("Is the shop open on Sundays?", "On Sundays, the garden is open.", "", [SHOP], True),
        ("Is the shop open on Sundays?", "The garden is open. The shop opens on Sundays.", "", [], False),
        ("Who opened the shop?", "The garden was opened by Ada Moor.", "", [SHOP], True),
        ("Who opened the shop?", "Ada Moor opened it.", "", [SHOP], False),
        ("How much is the oak?", "The elm costs £40.", "", [OAK], True),
        ("How much is the oak?", "The price is £40.", "", [OAK], False),
        ("How big may sheds be?", "Bees may be kept by members.", "", ["Sheds may be let."], False),
        ("How old are the Norse skates?", "They date from 1650.", SKATES, [SKATES], True),
        ("How old are the Dutch skates?", "They date from 1650.", SKATES, [SKATES], False),
        ("What did the play area hedge cost?", "The one at the pond was cut for £40.", HEDGES, [], True),
        ("What did the pond hedge cost?", "The one at the pond was cut for £40.", HEDGES, [], False),
        ("What did the hedge cost?", "The one at the pond was cut for £40.", HEDGES, [], False),
        ("Why was the pitch shut?", "The park was shut after a fire.", "", ["The cricket pitch was relaid."], True),
        ("When is the lift at Elm House back?", "It is back in May.", LIFTS, [], True),
        ("When is the lift at Ash House back?", "It is back in May.", LIFTS, [], False),
        (
            "Why was the oak cut down?",
            "The very tall dark copper beech hedge elm was felled because it was ill.",
            "",
            [OAK],
            False,
        ),
        ("Why?", ELM, "", [OAK], False),
        ("", "", "", [], False),
    ],
)
def test_what_is_told_of_one_thing_is_not_told_of_another(
    question: str, said: str, before: str, others: list[str], is_other: bool
) -> None:
    assert tells_of_another_topic(question, said, before, "Trees", others) is is_other


def test_a_heading_says_what_is_told_of() -> None:
    told = "The garden closes at five."
    assert not tells_of_another_topic("When does the shop close?", told, "", "The shop", [SHOP])
    assert tells_of_another_topic("When does the shop close?", told, "", "The shop and the garden", [SHOP])


@pytest.mark.parametrize(
    ("sentence", "before", "told"),
    [
        ("It closes at three.", "The café is at the back. ", "The café closes at three."),
        ("They close at three.", "The cafés are new. They are at the back. ", "The cafés close at three."),
        ("The café closes at three.", "The shop is new. ", "The café closes at three."),
        ("It closes at three.", "", "It closes at three."),
        ("It closes at three.", "Ask at the back. ", "It closes at three."),
    ],
)
def test_it_is_what_was_named_before(sentence: str, before: str, told: str) -> None:
    assert with_its_topic(sentence, before) == told
