"""The sentence of another edition that is on the same matter as one, and none where another matter looks like it."""

from __future__ import annotations

import pytest

from corpus.document import Document
from corpus.readers.markdown import read
from qa.versions.counterpart import compared

OLD = """# Meadow Road Surgery

## Appointments

Routine appointments can be booked up to four weeks ahead.

## Opening hours

Saturday 8am to 5pm

Sunday 9am to 4pm

## Café

Sunday 10am to 3pm

## Flu clinics

Saturdays in October, 9am to 12 noon.

## Parking

| How long | Price |
|---|---|
| Up to 1 hour | £1.20 |
| Up to 2 hours | £2.20 |
| Lost ticket | £9 |

## What to bring

1. Bring your letter.
2. Bring two photographs.
3. Bring a list of medicines.
"""
NEW = """# Meadow Road Surgery

## Appointments

Routine appointments can be booked up to six weeks ahead.

## Opening hours

Saturday 8am to 6pm

## Café

Sunday 10am to 4pm

## Vaccinations

Saturdays in September, 9am to 1pm.

## Parking

| How long | Price |
|---|---|
| Up to 1 hour | £1.50 |
| Up to 3 hours | £2.20 |
| Last ticket | £9 |

## What to bring

1. Bring your letter.
2. Bring a list of medicines.
"""


def markdown(text: str) -> Document:
    [document] = read("paper.md", text.encode(), "0" * 64)
    assert isinstance(document, Document)
    return document


def beside(words: str, text: str = NEW, other: str = OLD) -> str:
    document = markdown(text)
    start = document.text.index(words)
    return compared(document, (start, start + len(words)), markdown(other)).other


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("six weeks ahead", "Routine appointments can be booked up to four weeks ahead."),
        ("8am to 6pm", "Saturday 8am to 5pm"),
        ("10am to 4pm", "Sunday 10am to 3pm"),
        ("£1.50", "Up to 1 hour | £1.20"),
    ],
)
def test_a_statement_stands_beside_the_one_on_the_same_matter(words: str, other: str) -> None:
    assert beside(words) == other


@pytest.mark.parametrize("words", ["9am to 1pm", "Up to 3 hours", "Last ticket"])
def test_what_only_looks_like_it_is_not_compared(words: str) -> None:
    assert beside(words) == ""


def test_what_was_left_out_is_not_compared_with_what_is_like_it_elsewhere() -> None:
    assert beside("Sunday 9am to 4pm", OLD, NEW) == ""


def test_sentences_are_compared_whole_where_lines_break_in_them() -> None:
    old = "A locker takes a coin, and keys that are lost\ncost £5.\n"
    assert beside("cost £8", "A locker takes a coin, and keys\nthat are lost cost £8.\n", old) == " ".join(old.split())


def test_of_several_statements_all_must_have_one_on_the_same_matter() -> None:
    document, other = markdown(OLD), markdown(NEW)
    span = document.text.index("Bring your letter"), document.text.index("medicines")
    found = compared(document, span, other)
    assert found.other == "" and not found.is_one and not found.is_new
    back = compared(other, (other.text.index("Bring your"), other.text.index("medicines")), document)
    assert back.other == "Bring your letter. Bring a list of medicines." == back.own


def test_what_has_nothing_like_it_is_new() -> None:
    document = markdown("# Rules\n\nSauna sessions last three quarters of an hour.\n")
    assert compared(document, (9, 30), markdown(OLD)).is_new
    assert not compared(document, (0, 5), markdown(OLD)).is_new, "a heading is no statement"


def test_a_row_stands_beside_what_another_edition_has_as_a_label_with_its_value() -> None:
    rows = "# Dues\n\n| Charge | Amount |\n|---|---|\n| Pontoon berth, per metre | £268 |\n| Slip, per day | £11 |\n"
    lines = "# Dues\n\nPontoon berth, per metre: £253\n\nSlip, per day: £10\n\nSlip, per season: £92\n"
    assert beside("£253", lines, rows) == "Pontoon berth, per metre | £268"
    assert beside("| £11", rows, lines) == "Slip, per day: £10"
    assert beside("£92", lines, rows) == ""


def test_a_row_has_the_one_of_its_label_beside_it_whatever_the_two_say() -> None:
    now = "# Audit\n\n| Area | Rating |\n|---|---|\n| Signage | Inadequate |\n| Overall | Requires improvement |\n"
    then = "# Audit\n\n| Area | Rating |\n|---|---|\n| Signage | Good |\n| Overall | Inadequate |\n"
    assert beside("Requires improvement", now, then) == "Overall | Inadequate"
    assert beside("Signage", now, then) == "Signage | Good"
