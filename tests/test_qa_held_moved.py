"""A day that lay ahead gives way to that of a later paper, in other words; the first plan is told if asked for."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

SPRING, AUTUMN = "news-2026-04.md", "news-2026-10.md"
PAPERS = {
    SPRING: (
        "# Mill news, 13 April 2026\n\nHembrook Mill Trust\n\n"
        "## Footbridge\n\nThe footbridge will open on 1 August 2026.\n\n"
        "## Wheel\n\nThe mill wheel will turn again in July.\n\n"
        "## Rents\n\nRents for plots are due by 31 August 2026.\n\n"
        "## Weir\n\nThe lower weir is to be finished by the end of September.\n\n"
        "## Boiler\n\nThe boiler is to be back in use in October 2026.\n\n"
        "## Open day\n\nThe open day takes place on Saturday 6 June 2026.\n\n"
        "## Trips\n\nThe deposit for the York trip is due by 30 November 2026.\n\n"
        "## Policy\n\nThe volunteer policy is due for review in March 2027.\n\n"
        "## Shop\n\nThe shop will open on 11 January 2027.\n\n"
        "## Bus\n\nThe bus to Aldham starts on 4 January 2027.\n\n"
        "## Yard\n\nThe roof of the barn is to be finished by December 2026.\n"
    ),
    AUTUMN: (
        "# Mill news, 5 October 2026\n\nHembrook Mill Trust\n\n"
        "## Footbridge\n\nSteel came late, so the footbridge will not be ready this year. We now hope to open it on 1 "
        "April 2027.\n\n"
        "## Wheel\n\nThe wheel still stands. The millwright has ordered an axle and will fit it in the week of 7 "
        "December.\n\n"
        "## Rents\n\nMany of you asked for more time this year: rents for plots can be paid until Monday 30 November "
        "2026.\n\n"
        "## Weir\n\nThe pump broke down twice; the builder says that the lower weir will be done by 18 December.\n\n"
        "## Boiler\n\nA second crack was found. The boiler cannot be used until February 2027 at the earliest.\n\n"
        "## Open day\n\nBecause of the flood the open day was put off to Saturday 27 June, when 410 people came.\n\n"
        "## Trips\n\nThe deposit for the Lincoln trip is now due by 18 December 2026.\n\n"
        "## Policies\n\nThe safety policy is due for review in May 2027.\n\n"
        "## Tea room\n\nThe tea room will now open on 22 February 2027.\n\n"
        "## Bus\n\nThe bus to Wickham has been put off and starts on 1 February 2027.\n\n"
        "## Yard\n\nThe roof of the stable is to be finished by March 2027.\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "now", "before"),
    [
        ("When will the footbridge open?", "1 April 2027", "1 August 2026"),
        ("When will the mill wheel turn again?", "week of 7 December", "July"),
        ("When are rents for plots due?", "30 November 2026", "31 August 2026"),
        ("When will the lower weir be finished?", "18 December", "end of September"),
        ("When will the boiler be back in use?", "February 2027", "October 2026"),
    ],
)
def test_the_day_of_a_later_paper_comes_first_with_the_one_it_overtakes(
    assistant: Assistant, papers: Snapshot, question: str, now: str, before: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is not None and answer.answer.document_id == AUTUMN and now in answer.answer.quote
    [earlier] = [one for one in answer.alternatives if one.document_id == SPRING]
    assert before in earlier.quote and earlier.relation == "earlier"
    assert [notice.text for notice in answer.notices if notice.kind == "later"] == [
        "An earlier paper, of 13 April 2026, says this otherwise. What is quoted here is of 5 October 2026."
    ]
    assert not [notice for notice in answer.notices if notice.kind == "passed"]


@pytest.mark.parametrize(
    ("question", "still"),
    [
        pytest.param("When is the deposit for the York trip due?", "30 November 2026", id="of another trip"),
        pytest.param("When is the volunteer policy due for review?", "March 2027", id="of another policy"),
        pytest.param("When will the shop open?", "11 January 2027", id="of another room"),
        pytest.param("When does the bus to Aldham start?", "4 January 2027", id="of another bus"),
        pytest.param("When will the roof of the barn be finished?", "December 2026", id="of another roof"),
    ],
)
def test_a_later_day_of_another_thing_overtakes_nothing(
    assistant: Assistant, papers: Snapshot, question: str, still: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is not None and answer.answer.document_id == SPRING and still in answer.answer.quote
    assert "later" not in [notice.kind for notice in answer.notices]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("When was the footbridge meant to open at first?", "1 August 2026"),
        ("When was the open day supposed to be?", "6 June 2026"),
        ("When were rents for plots due originally?", "31 August 2026"),
    ],
)
def test_the_first_plan_is_told_where_it_is_asked_for(
    assistant: Assistant, papers: Snapshot, question: str, first: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is not None and answer.answer.document_id == SPRING and first in answer.answer.quote
    assert "A later one, of 5 October 2026, was found too." in " ".join(notice.text for notice in answer.notices)


def test_a_day_that_came_is_asked_for_as_it_was(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When was the open day?")
    assert answer.answer is not None and "27 June" in answer.answer.quote
