"""For which time words hold by what stands above them; what comes of it is asked of tests/timed_papers.py."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.document import Part, Passage
from qa.held.question import is_time_led
from qa.held.timed import time_above

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
