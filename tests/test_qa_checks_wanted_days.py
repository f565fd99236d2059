"""The day of the other event, of the end or of what is to come answers no question for a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS: Mapping[str, str] = {
    "fire.md": (
        "# Fire at the boatyard\nBy Kit Lander, 22 October 2025\n\n"
        "It was the second fire there in three years: the first was on 3 February 2023.\n\n"
        "The harbour master, Iris Penrose, closed the slipway until 1 December 2025.\n"
    ),
    "news.md": "# Harbour News, November 2026\n\nThe lifeboat open day is on 12 June 2027. The bar shuts at ten.\n",
    "crane.md": (
        "# The crane\n\nPublished: 9 March 2026\n\nThe crane, bought in 2007, passed its test on 3 March. "
        "The test before that was in September 2025.\n"
    ),
    "buoys.txt": "The channel buoys\n\nLast reviewed: 4 April 2026\n\nThe buoys are painted green and red.\n",
    "staff.md": (
        "# Staff of the port\n\nPublished: 2 June 2026\n\n| Post | Holder | In post since |\n|---|---|---|\n"
        "| Pilot | Miriam Stead | 3 February 2020 |\n| Diver | Paul Yates | 1 June 2026 |\n"
    ),
    "notice.txt": (
        "Mell Bridge works\nNotice of 2 February 2026\n\n"
        "Mell Bridge will close on 9 March 2026 and reopen on 4 May 2026.\n"
    ),
    "bus.txt": (
        "Bus 22 from Mell to Sallow\n\nValid from 1 September 2026\n\n"
        "The last bus on Saturdays leaves Mell at 11.40 pm. On 24 December the last bus is at 6 pm.\n"
    ),
    "yard.md": (
        "# Sallow recycling yard\n\nThe yard is open every day from 8am to 6pm, except Wednesdays, when it is shut.\n\n"
        "On Christmas Eve and New Year's Eve the gates of the yard close at 2pm.\n\n"
        "Vans may come only before noon. Asbestos is taken on Tuesdays only, by appointment.\n"
    ),
    "ferry.txt": "The Mell ferry\n\nThe first ferry to the island leaves Mell at 7.15 am.\n",
    "done.txt": (
        "Mell Bridge works\nNotice of 20 May 2026\n\n"
        "Mell Bridge reopened on 18 May 2026, two weeks later than planned.\n"
    ),
    "minutes.md": (
        "# Harbour Board: minutes of 8 September 2026\n\nPresent: Cllrs Moor and Reed.\n\n"
        "47/26 Swimming. The ban on swimming from the east quay ended on 15 September 2026.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When was the second fire at the boatyard?", "3 February 2023"),
        ("When was the last lifeboat open day?", "12 June 2027"),
        ("From when was swimming from the east quay banned?", "15 September 2026"),
        ("When was the crane last tested?", "September 2025"),
        ("When were the channel buoys last painted?", "4 April 2026"),
        ("When did the pilot retire?", "3 February 2020"),
        ("When did the pilot leave?", "3 February 2020"),
        ("When was Mell Bridge meant to reopen?", "18 May"),
        ("When was Mell Bridge due to reopen?", "18 May"),
        ("When did Mell Bridge close?", "9 March"),
        ("When is the last bus 22 on Sundays?", "24 December"),
        ("When is the last bus 22 on Saturdays?", "1 September"),
        ("When is the last bus 22 on Sundays?", "1 September"),
        ("How late is the recycling yard open on Christmas Eve?", "6pm"),
        ("Can I take rubbish to the recycling yard on Wednesday?", "Asbestos"),
    ],
)
def test_another_day_than_the_one_asked_for_is_no_answer(
    question: str, day: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29))).answer
    assert answer is None or day not in answer.quote


def test_the_day_that_is_asked_for_still_answers(assistant: Assistant, papers: Snapshot) -> None:
    for question, day in (
        ("When is the lifeboat open day?", "12 June 2027"),
        ("When was the crane last tested?", "3 March"),
        ("When was Mell Bridge meant to reopen?", "4 May 2026"),
        ("When did Mell Bridge reopen?", "18 May 2026"),
        ("When was the page on the channel buoys last checked?", "4 April 2026"),
        ("Since when has the pilot been in post?", "3 February 2020"),
        ("When is the last bus 22 on Saturdays?", "11.40 pm"),
        ("When is the first ferry to the island on Sundays?", "7.15 am"),
        ("When is the last bus 22 on 24 December?", "6 pm"),
        ("When is the last bus 22 on Christmas Eve?", "6 pm"),
    ):
        answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29))).answer
        assert answer and day in answer.quote


def test_until_when_somebody_in_a_post_did_something_is_no_end_of_the_post(
    assistant: Assistant, papers: Snapshot
) -> None:
    now = assistant.ask(papers, AskRequest("Who is the harbour master?", today=date(2026, 11, 29)))
    assert now.answer and now.answer.quote == "Iris Penrose" and now.reason != "held_until"
    then = assistant.ask(papers, AskRequest("Who was the harbour master in 2012?", today=date(2026, 11, 29)))
    assert then.answer is None
