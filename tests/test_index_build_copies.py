"""Copies found by a build: the same page with a header, slips or other line ends; never one of another value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
import pytest

from corpus.language.names import bare
from index.build.copies import find_copies
from index.build.statements import Words
from index.snapshot import Snapshot

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

FEES = (
    "Parking permits are issued by the front desk. A permit costs £45 a year and is paid for in April.",
    "Visitors may park behind the library without a permit after six in the evening. The gate is not locked at night.",
    "Permits are valid for one car only. Whoever changes their car tells the desk before the first of the month.",
)
PAGE = {"title": "Parking permits", "source": "Vale Council", "published": "2024-03-01", "text": "\n\n".join(FEES)}
POOL = {"title": "Pool", "text": "The pool is open on weekdays. Swimmers bring a towel and a coin for the locker."}
DAYS = ("2024-03-01", "2025-03-01")
SLIPS = {"permlt", "libary", "eveninq", "teh"}
NAMES = frozenset(map(bare, ("Marlow", "Barlow")))
WORDS = Words(lambda word: word not in SLIPS, NAMES)


def copies(snapshot_of: Made, *documents: Mapping[str, str], words: Words = WORDS) -> dict[str, str]:
    """For each document whose passages are all copies, the one that they are copies of, by number."""
    snapshot = snapshot_of([*documents, POOL])
    first = find_copies(snapshot.metadata, snapshot.document_store, words)
    found = {}
    for meta in snapshot.metadata:
        rows = first[list(meta.rows)]
        if (rows != np.array(meta.rows)).all():
            indexes = snapshot.document_index_of(rows.astype(np.int64)).tolist()
            owners = {snapshot.document_meta(index).id for index in indexes}
            found[meta.id] = "+".join(sorted(owners))
    return found


def changed(*changes: tuple[str, str], **more: str) -> dict[str, str]:
    """The page with some words put for others."""
    text = PAGE["text"]
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return {**PAGE, "text": text, **more}


@pytest.mark.parametrize(
    "copy",
    [
        changed(),
        changed((". ", ".\n")),
        changed(("permit costs", "per-\nmit costs")),
        changed(("A permit", "A permlt"), ("library", "libary")),
        changed(("The gate", "Teh gate")),
        {**PAGE, "text": f"Staff intranet\n\n{PAGE['text']}"},
        {**PAGE, "text": f"{PAGE['text']}\n\nPrinted on 3 May 2024 at 14:05"},
        {**PAGE, "text": f"Page 1 of 1\n\n{PAGE['text']}\n\nStaff intranet home"},
        {**PAGE, "title": "Staff intranet", "text": f"Parking permits\n\n{PAGE['text']}"},
        {**PAGE, "title": "Copy of Parking permits (2)"},
    ],
)
def test_the_same_page_again_is_a_copy_of_the_first(snapshot_of: Made, copy: Mapping[str, str]) -> None:
    assert copies(snapshot_of, PAGE, copy) == {"001": "000"}


@pytest.mark.parametrize(
    "other",
    [
        changed(("£45", "£46")),
        changed(("April", "May")),
        changed(("not locked", "locked")),
        changed(("is not locked", "is locked")),
        changed(("library", "museum")),
        changed(("A permit costs", "A resident's permit costs")),
        changed(("£45 a year", "£45 a year, or £30 for residents,")),
        changed(("one car", "two cars")),
        changed(title="Parking fines"),
        changed(source="Moor Council"),
    ],
)
def test_another_value_name_word_or_document_is_no_copy(snapshot_of: Made, other: Mapping[str, str]) -> None:
    assert copies(snapshot_of, PAGE, other) == {}


def test_a_slip_in_a_name_may_be_another_name(snapshot_of: Made) -> None:
    here, there = ({**PAGE, "text": f"{PAGE['text']} The warden is Mr {name}."} for name in ("Marlow", "Barlow"))
    assert copies(snapshot_of, here, there) == {}
    assert copies(snapshot_of, here, there, words=Words(lambda word: word != "marlow", NAMES)) == {}


@pytest.mark.parametrize("turned", [False, True])
def test_of_copies_that_one_counts_which_says_all_that_the_others_do(snapshot_of: Made, turned: bool) -> None:
    more = changed(("in April.", "in April. Ask at the desk for a form."))
    pages = [more, PAGE] if turned else [PAGE, more]
    assert copies(snapshot_of, *pages) == ({"001": "000"} if turned else {"000": "001"})


REPEATED = (
    (
        "Claims are made by the last Friday of a month. The office compares them with those of the prior month. "
        "Receipts are sent with any claim over £25."
    ),
    (
        "Claims go to a line manager first and then to the office. They are paid within 10 days. "
        "Receipts are sent with any claim over £25."
    ),
)


def test_a_sentence_that_stands_twice_hides_no_copy(snapshot_of: Made) -> None:
    parts = [f"## Part {number}\n\n{text}" for number, text in zip("AB", REPEATED, strict=True)]
    claims = {**PAGE, "title": "Claims", "text": "\n\n".join(parts)}
    slipped = {**claims, "text": claims["text"].replace("prior", "piror")}
    words = Words(lambda word: word != "piror", NAMES)
    assert copies(snapshot_of, claims, slipped, words=words) == {"001": "000"}


LONG = (
    (
        "The Moor and Vale Housing Group may be asked by any tenant of the Old Mill Estate to look again at what was "
        "decided on a repair, and does so within 20 days, but for what the Board of the Rivermead Union has ruled on "
        "by then and what is before a court. Whoever asks for it writes to the office, says what was decided and by "
        "whom, adds what was left out, and tells at what time of the day they can be met at home. The Group then looks "
        "at each letter that was written and each picture that was taken, hears those who were there, asks the "
        "Rivermead Union what it thinks, and tells the tenant in a letter what it has come to and why, with a copy to "
        "the Board of the Old Mill Association, which keeps it for as long as the tenant lives there."
    ),
    "Nobody has to pay for asking, and nobody who asks is treated worse for it, whatever comes of it in the end.",
)


def broken_at(text: str, *words: str) -> str:
    """A text with a line end before each of some words."""
    for word in words:
        text = text.replace(f" {word}", f"\n{word}")
    return text


@pytest.mark.parametrize("turned", [False, True])
def test_a_page_whose_lines_are_broken_is_a_copy_of_the_one_that_is_whole(snapshot_of: Made, turned: bool) -> None:
    whole = {**PAGE, "title": "Asking again", "text": "\n\n".join(LONG)}
    broken, other = (
        {**whole, "text": broken_at(text, "Group may", "Estate", "Union has", "Whoever", "Association")}
        for text in (whole["text"], whole["text"].replace("20 days", "30 days"))
    )
    assert copies(snapshot_of, *([broken, whole] if turned else [whole, broken])) == (
        {"000": "001"} if turned else {"001": "000"}
    )
    assert copies(snapshot_of, whole, other) == {}


def test_of_texts_that_are_equal_that_with_the_fewest_broken_lines_counts(snapshot_of: Made) -> None:
    broken = {**PAGE, "text": broken_at(PAGE["text"], "desk", "paid", "permit after", "locked", "their", "before")}
    assert copies(snapshot_of, broken, PAGE, broken) == {"000": "001", "002": "001"}


@pytest.mark.parametrize("said", ["From May it is £50.", "It is not paid back.", "Ask Mrs Marlow."])
def test_a_sentence_more_with_a_value_makes_another_edition(snapshot_of: Made, said: str) -> None:
    assert copies(snapshot_of, PAGE, changed(("in April.", f"in April. {said}"))) == {}


def test_each_with_a_sentence_of_its_own_are_no_copies(snapshot_of: Made) -> None:
    one = changed(("in April.", "in April. Ask at the desk for a form."))
    other = changed(("in April.", "in April. Bring the log book of your car."))
    assert copies(snapshot_of, one, other) == {}


def test_the_page_with_fewer_slips_counts(snapshot_of: Made) -> None:
    assert copies(snapshot_of, changed(("A permit", "A permlt")), PAGE) == {"000": "001"}


def test_of_an_unchanged_page_of_another_day_the_newer_one_counts(snapshot_of: Made) -> None:
    newer = changed(published="2025-03-01")
    assert copies(snapshot_of, PAGE, newer) == {"000": "001"}
    less = changed((" The gate is not locked at night.", ""), published="2025-03-01")
    assert copies(snapshot_of, PAGE, less) == {}, "the newer one says less"
    today, then = (changed(("in April.", "in April. Today the desk is closed."), published=day) for day in DAYS)
    assert copies(snapshot_of, today, then) == {}
    assert copies(snapshot_of, today, today) == {"001": "000"}


def test_of_three_copies_all_are_of_one(snapshot_of: Made) -> None:
    header = {**PAGE, "text": f"Staff intranet\n\n{PAGE['text']}"}
    assert copies(snapshot_of, PAGE, header, changed(("library", "libary")), PAGE) == dict.fromkeys(
        ("001", "002", "003"), "000"
    )


def test_one_standing_paragraph_makes_no_copies_of_two_minutes(snapshot_of: Made) -> None:
    minutes = [
        "\n\n".join([f"{FILLED[number]}", "Apologies were received. Members agreed the minutes and thanked the clerk."])
        for number in (0, 1)
    ]
    assert copies(snapshot_of, *({"title": "Minutes", "text": text} for text in minutes)) == {}


FILLED = (
    " ".join(f"The roof of shed {number} was looked at by the surveyor and found dry." for number in range(14)),
    " ".join(f"The path to gate {number} has been laid anew by the gardener this week." for number in range(14)),
)
