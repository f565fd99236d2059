"""For which time words hold by what stands above them; what comes of it is asked of tests/timed_papers.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Part, Passage
from index.snapshot import Snapshot
from qa.held.question import is_time_led
from qa.held.timed import is_of_another_time, time_above
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

SAID = date(2024, 2, 12)
TEXT = "From 1 May 2024\n\nA bin costs £35."


def above(heading: str, title: str, parts: tuple[Part, ...] = (), context: str = "") -> str:
    """The first day that is told above the last sentence of a passage; "" for none."""
    passage = Passage("paper.md", 0, len(TEXT), TEXT, heading, None, None, context, parts)
    since = time_above(passage, title, (17, len(TEXT)), SAID).ends[0]
    return date.fromordinal(since).isoformat() if since else ""


def test_what_stands_nearest_above_words_tells_their_time() -> None:
    headings = "Charges from 1 April 2023 > Bins with effect from 1 April 2024"
    assert above(headings, "Fees 2022/23", (Part(0, 15, "heading"), Part(17, len(TEXT)))) == "2024-05-01"
    assert above(headings, "Fees 2022/23") == "2024-04-01"
    assert above("Charges from 1 April 2023 > Bins", "Fees 2022/23") == "2023-04-01"
    assert above("Bins", "Fees 2022/23") == "2022-04-01"
    assert above("Bins", "Fees of May 2022") == ""


@pytest.mark.parametrize(
    ("question", "period", "led"),
    [
        ("What did it cost in 2022?", "2022", True),
        ("How many were fined last financial year?", "last financial year", True),
        ("In 2022, how many came?", "2022", True),
        ("What did the 2022 scheme cost?", "2022", False),
        ("2022 budget?", "2022", False),
        ("mayor allowance 2022", "2022", True),
        ("mayor allowance 2022 report", "2022", False),
        ("What is the mayor called 2022", "2022", False),
    ],
)
def test_a_time_is_asked_about_where_a_word_leads_to_it(question: str, period: str, led: bool) -> None:
    assert is_time_led(question, period) == led


OCTOBER = "The share of calls answered in time was 71.2% in October 2026, against 73.9% in September 2026."
HOME = "We visited on 20 June 2023.\n\nThere were 33 people living at the home. Two nurses were there, as in 2021."


@pytest.mark.parametrize(
    ("question", "text", "quote", "is_other"),
    [
        ("calls answered in time November 2026", OCTOBER, "71.2%", True),
        ("share of calls answered in time in August 2026", OCTOBER, "73.9%", True),
        ("calls answered in time October 2026", OCTOBER, "71.2%", False),
        ("What share of calls was answered in time in September 2026?", OCTOBER, "73.9%", False),
        ("How many people lived at the home in 2021?", HOME, "33 people", True),
        ("How many people lived at the home in 2023?", HOME, "33 people", False),
        ("How many people live at the home?", HOME, "33 people", False),
        ("How many people lived there in 2021?", f"In 2021 it was so.\n\n{HOME}", "33 people", False),
    ],
)
def test_a_figure_of_one_time_tells_nothing_of_another(
    snapshot_of: Made, question: str, text: str, quote: str, is_other: bool
) -> None:
    snapshot = snapshot_of(
        [{"title": "Report", "text": text, "published": "2026-11-26" if "%" in text else "2023-08-08"}]
    )
    (passage,) = snapshot.passages(range(len(snapshot.metadata[0].rows)))
    words = replace(words_of(asked_of(snapshot, question), passage.text, quote, title="Report"), passage=passage)
    assert is_of_another_time(words) is is_other
