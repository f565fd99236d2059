"""A list that says nothing of what was done is no answer to which of its kind that was done to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from index.snapshot import Snapshot
from qa.checks.listed import is_list_without_predicate
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TEXT = """# Park rules

The caretaker's duties are:

- unlock the gate
- mow the paths

The following duties were added in May:

- feed the ducks
- count the boats"""
REPORT = "What needs to improve?\n\n- lamps by the gate\n- the mowing of the paths"
DUTIES, ADDED = (
    "The caretaker's duties are:\n\n- unlock the gate\n- mow the paths",
    "- feed the ducks\n- count the boats",
)
LAMPS = "- lamps by the gate\n- the mowing of the paths"


@pytest.mark.parametrize(
    ("question", "quote", "refused"),
    [
        ("Which duties did the caretaker neglect?", DUTIES, True),
        ("What are the caretaker's duties?", DUTIES, False),
        ("Which duties does the caretaker have?", DUTIES, False),
        ("Which duties were given to the caretaker?", DUTIES, False),
        ("Which duties did the council introduce?", ADDED, False),
        ("Which duties of the caretaker are dangerous?", DUTIES, True),
        ("Which duties of the caretaker are required?", DUTIES, False),
        ("Which weaknesses were repaired?", LAMPS, True),
        ("Which weaknesses did inspectors find?", LAMPS, False),
        ("What did the park have to improve?", LAMPS, False),
        ("Which duties did the caretaker neglect?", "Park rules", False),
        ("On what date were the caretaker's duties withdrawn?", DUTIES, False),
    ],
)
def test_which_were_neglected_is_not_told_by_what_there_is(
    snapshot_of: Made, question: str, quote: str, *, refused: bool
) -> None:
    snapshot = snapshot_of([{"title": "Park", "text": f"# {REPORT}"}, {"title": "Park", "text": TEXT}])
    every = (*snapshot.passages_of("000"), *snapshot.passages_of("001"))
    passage = next(one for one in every if quote in one.text)
    words = words_of(asked_of(snapshot, question), passage.text, quote, title="Park")
    assert is_list_without_predicate(replace(words, passage=passage)) is refused
