"""What is said otherwise of the same thing at the same time is shown beside the answer, which is then less sure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from corpus.language.kinds import Value
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.choosing.answer_model import AS_LIKELY
from qa.otherwise.conflicting import differ
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.wording import lead_in_words

DAY = "Published: 10 June 2024"
PAPERS: Mapping[str, str] = {
    "waste.md": f"# Garden waste\n{DAY}\n\nA garden waste bin costs £50 a year. Bins are emptied every two weeks.\n",
    "bins.md": f"# Bins and recycling\n{DAY}\n\nA garden waste bin costs £55. Glass goes in the blue box.\n",
    "museum.md": f"# Visit the museum\n{DAY}\n\nThe museum opens at 10am on Sundays. Entry is free.\n",
    "berths.md": f"# Berths\n{DAY}\n\nThere are 40 berths, nine of them for guests. Mooring costs £7 a night.\n",
    "sundays.md": f"# Things to do on Sundays\n{DAY}\n\nThe museum opens at 11am on Sundays. The café sells lunch.\n",
    "minutes.md": f"# Minutes of cabinet\n{DAY}\n\nThe cabinet heard that 41 children wait for a place in care.\n",
    "press.md": f"# Places in care\n{DAY}\n\nThe council said that 56 children wait for a place in care.\n",
    "who.md": f"# Who is who\n{DAY}\n\nThe chair of the finance committee is Olive Marsh. She lives in Bell Street.\n",
    "finance.md": f"# Finance committee\n{DAY}\n\nThe chair of the finance committee is Peter Dunn.\n",
    "youth.md": f"# Youth grants\n{DAY}\n\nThe deadline for youth grants is 15 November 2024. Apply online.\n",
    "autumn.md": f"# Grants in autumn\n{DAY}\n\nThe deadline for youth grants is 22 November 2024. Be quick.\n",
    "halls.md": f"# Hall hire\n{DAY}\n\nThe small hall costs £18 an hour. Chairs are included.\n",
    "hire.md": f"# Price list\n{DAY}\n\nThe large hall costs £31 an hour. The small hall costs £18 an hour.\n",
    "parking.md": f"# Station car park\n{DAY}\n\nParking there costs £3 a day. Parking there costs £12 a week.\n",
    "pitch.md": f"# Pitches\n{DAY}\n\nA football pitch costs £40 for adults. A football pitch costs £22 for juniors.\n",
    "locks.md": (
        f"# Lock repairs\n{DAY}\n\n## At a glance\n\nA new lock costs £48.\n\n## How to order\n\n"
        "Order online. A new lock costs £52.\n"
    ),
    "clubs.md": (
        f"# Club grants\n{DAY}\n\n## Archery\n\nA club must apply by 4 July 2024.\n\n## Bowls\n\n"
        "A club must apply by 18 July 2024.\n"
    ),
    "swim.md": "# Swim fees\nPublished: 3 January 2026\n\nFrom 1 April 2026 a swim costs £6.10. Towels may be hired.\n",
    "pool.md": "# Pool news\nPublished: 9 February 2026\n\nFrom 1 April 2026 a swim costs £6.40. Come early.\n",
    "visits.md": "# Library year\nPublished: 2 May 2024\n\nIn 2023 the library had 31,400 visitors. It was warm.\n",
    "culture.md": "# Culture\nPublished: 2 July 2024\n\nIn 2023 the library had 28,750 visitors. It grew.\n",
    "pond.md": "# Pond\nPublished: 10 June 2023\n\nThe town has 5 ponds. They are deep.\n",
    "spring.md": "# Spring\nPublished: 10 June 2023\n\nVolunteers planted 40 trees in Hale Park. It rained.\n",
    "hale.md": f"# Hale Park\n{DAY}\n\nVolunteers planted 65 trees in Hale Park. It was wet.\n",
    "ponds.md": f"# Ponds\n{DAY}\n\nThe town has 7 ponds. They are cold.\n",
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How much does a garden waste bin cost?", {"£50", "£55"}),
        ("At what time does the museum open on Sundays?", {"10am", "11am"}),
        ("How many children wait for a place in care?", {"41", "56"}),
        ("Who is the chair of the finance committee?", {"Olive Marsh", "Peter Dunn"}),
        ("What is the deadline for youth grants?", {"15 November 2024", "22 November 2024"}),
        ("How much does a new lock cost?", {"£48", "£52"}),
        ("By when must a club apply?", {"4 July 2024", "18 July 2024"}),
        ("How much will a swim cost from April 2026?", {"£6.10", "£6.40"}),
        ("How many visitors did the library have in 2023?", {"31,400", "28,750"}),
    ],
)
def test_both_are_shown_and_neither_is_sure(
    question: str, said: set[str], assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.confidence <= AS_LIKELY <= 0.5, "one of two is no likelier"
    [other] = answer.alternatives
    assert (other.relation, lead_in_words(other)) == ("conflict", "Elsewhere it is said otherwise")
    quotes = (answer.answer.quote, other.quote)
    assert {one for one in said for quote in quotes if one in quote} == said
    assert [notice.kind for notice in answer.notices if notice.kind != "passed"] == ["conflict"]


@pytest.mark.parametrize(
    "question",
    [
        "How much does the small hall cost?",
        "How much does parking at the station car park cost a day?",
        "How much does a football pitch cost for juniors?",
        "How many ponds does the town have?",
        "By when must a bowls club apply?",
        "How many trees did volunteers plant in Hale Park?",
        "How many berths are there for guests?",
    ],
)
def test_what_is_said_of_another_thing_or_day_is_no_conflict(
    question: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert "conflict" not in {other.relation for other in answer.alternatives}
    assert "conflict" not in {notice.kind for notice in answer.notices}


@pytest.mark.parametrize(
    ("kind", "one", "other", "is_other"),
    [
        ("number", "50", "55", True),
        ("number", "41230", "41000", False),
        ("number", "41630", "41000", True),
        ("number", "41230", "40", True),
        ("date", "2024-11-15", "2024-11-22", True),
        ("date", "2024-11-15", "2024-11", False),
        ("name", "Ann Lee", "Mrs Lee", False),
        ("name", "Ann Lee", "Ann Moor", True),
        ("rating", "good", "inadequate", False),
    ],
)
def test_values_differ_where_both_cannot_be_meant(kind: str, one: str, other: str, is_other: bool) -> None:
    values = [Value(kind, said, said) for said in (one, other)]  # type: ignore[arg-type]  # a kind is a plain word here
    assert differ(values[0], values[1]) == differ(values[1], values[0]) == is_other
