"""A question for several things is answered by its list, though the reader likes an item or a sentence beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from corpus.document import BlockKind, Part
from index.snapshot import Snapshot
from qa.extraction.asked_list import asked_list, list_told
from qa.extraction.extract import select_span
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.query import understand
from tests.test_qa_extraction_extract import EXTRACTOR, asked_of, read

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TICKETS = """Swimming

Swimmers pay £4.

To hire the small pool you must send these:

- the name of the club
- a list of helpers
- proof of insurance, if you are a school"""
OTHERS = (
    {"title": "Parks", "text": "Gardeners cut the hedges of the park in March."},
    {"title": "Tolls", "text": "Lorries cross the bridge for nothing."},
)


def quoted(snapshot_of: Made, text: str, liked: str, question: str) -> str:
    """What is quoted of a text where the reader likes some words of it."""
    span, said = selected(snapshot_of, text, liked, question)
    return said[slice(*span.quote)]


def selected(snapshot_of: Made, text: str, liked: str, question: str) -> tuple[AnswerSpan, str]:
    """What is chosen of a text where the reader likes some words of it, and the text of its passage."""
    snapshot = snapshot_of([{"title": "Report", "text": text}, *OTHERS])
    asked = Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 24)))
    passage, meta = snapshot.passages([0])[0], snapshot.document_meta(0)
    window, output = read(passage.text, liked)
    candidate = Candidate(0, passage, 0, meta, {}, 1, 0.0, 0.0, 0.5, window=window, rerank=output)
    return select_span(asked, candidate, EXTRACTOR), passage.text


@pytest.mark.parametrize(
    ("question", "liked", "is_list"),
    [
        ("What must I send to hire the small pool?", "a list of helpers", True),
        ("What must I send to hire the small pool?", "Swimmers pay £4.", True),
        ("What must I send to hire the small pool if I am a school?", "proof of insurance, if you are a school", False),
        ("What do swimmers pay?", "Swimmers pay £4.", False),
        ("What else must I send to hire the small pool?", "Swimmers pay £4.", True),
        ("Is proof of insurance to be sent to hire the pool?", "proof of insurance, if you are a school", False),
    ],
)
def test_an_item_gives_way_to_its_list_but_where_it_is_asked_for_by_itself(
    snapshot_of: Made, question: str, liked: str, is_list: bool
) -> None:
    assert (quoted(snapshot_of, TICKETS, liked, question).count("\n") > 1) is is_list


@pytest.mark.parametrize(
    ("text", "question", "heading", "listed"),
    [
        (
            "# Rents\n\n## Ways to pay\n\n- direct debit\n- standing order\n\nCheques are not taken.",
            "What ways are there to pay the rent?",
            "Ways to pay",
            "- direct debit\n- standing order",
        ),
        (
            "# Council tax\n\n## Who is not counted\n\n1. apprentices\n2. carers\n\nAsk us if in doubt.",
            "Which people are not counted for council tax?",
            "Who is not counted",
            "1. apprentices\n2. carers",
        ),
        (
            "# Hall\n\n## What you may not bring\n\n- glass\n- dogs\n- drones\n\nBags are searched.",
            "What can I not bring to the hall?",
            "What you may not bring",
            "- glass\n- dogs\n- drones",
        ),
        (
            "# Review\n\n## What needs to improve\n\n- records of visits\n- the lift",
            "What was the home told to get better at?",
            "What needs to improve",
            "- records of visits\n- the lift",
        ),
        (
            "# Swimming\n\n## Fees\n\nSwimmers must bring:\n\n- a towel\n- a cap",
            "What must swimmers bring?",
            "",
            "Swimmers must bring:\n\n- a towel\n- a cap",
        ),
        (
            "# Staff\n\n## Kit\n\n- a helmet\n- boots\n\nReplacements are free.",
            "What things are drivers given?",
            "",
            "- a helmet\n- boots",
        ),
    ],
)
def test_a_list_stands_with_the_heading_that_tells_what_its_items_are(
    snapshot_of: Made, text: str, question: str, heading: str, listed: str
) -> None:
    liked = next(line for line in text.split("\n") if line[:1] in "-1" and line).lstrip("-1. ")
    span, said = selected(snapshot_of, text, liked, question)
    assert said[slice(*span.quote)] == listed
    assert said[slice(*span.sentence)] == (f"{heading}\n\n{listed}" if heading else listed)


POOL = """# Pool

Therefore personnel of the pool ensure safety.

Personnel of the pool also ensure that:

- doors are shut
- lamps are lit"""


@pytest.mark.parametrize(
    ("question", "is_list"),
    [
        ("What do the staff of the pool make sure of?", True),
        ("Who ensures safety at the pool?", False),
        ("Why do the staff of the pool shout?", False),
    ],
)
def test_a_list_below_what_ends_as_the_question_does_answers_before_a_sentence_beside_it(
    snapshot_of: Made, question: str, *, is_list: bool
) -> None:
    said = quoted(snapshot_of, POOL, "Therefore personnel of the pool ensure safety.", question)
    assert said.endswith("- lamps are lit") is is_list


SHIFTS = """# Evening shift

A shift in which you might:

- start after four
- work at two desks

All of it is told below.

- Overtime: Yes.
- Breaks: Yes, you may take two breaks if you are on the evening shift."""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What might you do on the evening shift?", "- start after four\n- work at two desks"),
        ("Is overtime paid?", "Yes."),
        ("What are breaks?", "Yes, you may take two breaks if you are on the evening shift."),
    ],
)
def test_a_label_beside_a_list_gives_way_to_it_where_that_is_asked_for(
    snapshot_of: Made, question: str, expected: str
) -> None:
    assert expected in quoted(snapshot_of, SHIFTS, "start after four", question)


@pytest.mark.parametrize(
    ("question", "is_list"), [("What might I do on flexible hours?", True), ("What do flexible hours bring?", False)]
)
def test_a_list_that_goes_on_from_the_question_is_what_it_asks_for(
    snapshot_of: Made, question: str, is_list: bool
) -> None:
    text = """# Flexible hours

Hours at which you might:

- come late
- go early

More of flexible hours is below.

- Flexible hours are those you choose.
- Pay stays as it is."""
    assert ("- go early" in quoted(snapshot_of, text, "those you choose", question)) is is_list


@pytest.mark.parametrize(("rest", "is_list"), [(" They do so at seven.", False), ("", True)])
def test_numbered_paragraphs_of_several_sentences_are_no_items(snapshot_of: Made, rest: str, is_list: bool) -> None:
    lines = ["Duties of wardens", f"1. Wardens open the gates.{rest}", f"2. Wardens lock the gates.{rest}"]
    text = "\n".join(lines)
    asked, candidate = asked_of(snapshot_of, text, "list", "What are the duties of wardens?", "duti warden")
    starts = [text.index(line) for line in lines]
    kinds: tuple[BlockKind, ...] = ("heading", "list_item", "list_item")
    parts = tuple(Part(start, start + len(line), kind) for start, line, kind in zip(starts, lines, kinds, strict=True))
    candidate = replace(candidate, passage=replace(candidate.passage, parts=parts))
    item = starts[1], starts[1] + len(lines[1])
    assert asked_list(asked, candidate, item) == ((starts[1], len(text)) if is_list else None)


def test_items_of_one_list_in_two_passages_tell_the_same_where_it_is_asked_for(snapshot_of: Made) -> None:
    items = "\n".join(f"- {'records of visits ' * 30}number {number}" for number in range(8))
    snapshot = snapshot_of([{"title": "Review", "text": f"# What must improve\n\n{items}"}, *OTHERS])
    first, second = snapshot.passages([0, 1])
    assert first.document_id == second.document_id
    ends = (len(first.text) - 9, len(first.text)), (0, 9)

    def told(question: str) -> list[str]:
        asked = Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 24)))
        return [list_told(asked, passage, end) for passage, end in zip((first, second), ends, strict=True)]

    one, other = told("What must the home improve?")
    assert one and one == other
    assert told("Who must improve?") == told("Which boats came?") == ["", ""]
