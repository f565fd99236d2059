"""What a later paper of the same body tells in other words comes before what it overtakes, as one of two."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "minutes-2025-09-08.md": (
        "# Marrowfield Parish Council\n\nMinutes of the meeting held on 8 September 2025\n\n"
        "## 42/25 Pavilion\n\nThe builder has been appointed. The new pavilion will open on 3 October 2026.\n\n"
        "## 43/25 Spending\n\nThe Clerk may spend up to £300 between meetings, after speaking to the Chair.\n\n"
        "## 44/25 Allotments\n\nRent for a full plot at Tanyard Lane is to be £34 a year.\n\n"
        "## 45/25 Moorings\n\nNo more than six boats may lie at the jetty overnight.\n\n"
        "## 46/25 Main room\n\nThe charge for the main room is £20 an evening.\n\n"
        "## 47/25 Bench\n\nThe fee for a memorial bench is £720.\n\n"
        "## 48/25 Mooring\n\nA swinging mooring costs £310 a year.\n\n"
        "## 49/25 Crane\n\nUse of the crane costs members £30 and non-members £55.\n\n"
        "## 50/25 Licences\n\nA rod licence for the season costs £60 for adults and £25 for juniors.\n\n"
        "## 51/25 Shelter\n\nThe shelter in Long Road will be mended by 30 April 2026.\n\n"
        "## 52/25 Hall\n\nMembers may bring up to eight guests to a party in the hall.\n\n"
        "## 53/25 Quorum\n\nThe quorum for a meeting is four members.\n\n"
        "## 54/25 Punts\n\nA punt is £9 an hour.\n\n"
        "## 55/25 Gates\n\nThe cemetery gates are locked at 8pm.\n\n"
        "## 56/25 Bar\n\nThe bar shuts at 10.30pm on weekdays.\n"
    ),
    "minutes-2026-06-15.md": (
        "# Marrowfield Parish Council\n\nMinutes of the meeting held on 15 June 2026\n\n"
        "## 22/26 Pavilion\n\nThe opening of the pavilion has slipped from 3 October to 12 December 2026.\n\n"
        "## 23/26 Spending\n\nRESOLVED that the sum which the Clerk may spend between meetings be lifted to £450.\n\n"
        "## 24/26 Allotments\n\nRESOLVED that a full plot at Mill Road will cost £46 from 1 October 2026.\n\n"
        "## 25/26 Moorings\n\nAfter two near misses the number of boats that may lie at the jetty overnight was cut to "
        "four.\n\n"
        "## 26/26 Upper room\n\nThe charge goes up to £12 an evening from 1 October 2026.\n\n"
        "## 27/26 Bench\n\nThe fee for a memorial bench was discussed. It stays at £720.\n\n"
        "## 28/26 Mooring\n\nIt was proposed that a swinging mooring be put up to £360 a year.\n\n"
        "## 29/26 Crane\n\nFrom 1 September 2026 the use of the crane costs non-members £70.\n\n"
        "## 30/26 Licences\n\nJuniors now pay £20 for a rod licence.\n\n"
        "## 31/26 Shelter\n\nThe shelter in Mill Road will be mended by 30 September 2026.\n\n"
        "## 32/26 Guests\n\nNo more than five guests a member can now be brought to a party.\n\n"
        "## 33/26 Vacancy\n\nWith seven members now, the quorum goes up to five.\n\n"
        "## 34/26 Punts\n\nFrom 1 April 2027 a punt will be £11 an hour.\n\n"
        "## 35/26 Cemetery\n\nLocking of the cemetery gates was brought forward to 7pm in May.\n\n"
        "## 36/26 Bar\n\nOn Fridays the bar now shuts at 11.30pm.\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "now", "before"),
    [
        ("When does the new pavilion open?", "slipped from 3 October to 12 December 2026", "3 October 2026"),
        ("How much can the clerk spend between meetings?", "£450", "£300"),
        ("How many boats can lie at the jetty overnight?", "four", "six"),
        ("How many guests can I bring to a party?", "five", "eight"),
        ("What is the quorum for a meeting?", "five", "four"),
        ("What time are the cemetery gates locked?", "7pm", "8pm"),
    ],
)
def test_later_words_come_first_with_what_they_overtake(
    assistant: Assistant, papers: Snapshot, question: str, now: str, before: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is not None and answer.answer.document_id == "minutes-2026-06-15.md"
    assert now in answer.answer.quote and answer.confidence == 0.5
    [earlier] = [one for one in answer.alternatives if one.document_id == "minutes-2025-09-08.md"]
    assert before in earlier.quote and earlier.relation == "earlier"
    assert [notice.text for notice in answer.notices if notice.kind == "later"] == [
        "An earlier paper, of 8 September 2025, says this otherwise. What is quoted here is of 15 June 2026."
    ]
    assert not [notice for notice in answer.notices if notice.kind == "passed"]


@pytest.mark.parametrize(
    ("question", "still"),
    [
        pytest.param("full plot at Tanyard Lane rent", "£34", id="another place"),
        pytest.param("By when will the shelter in Long Road be mended?", "30 April 2026", id="another name"),
        pytest.param("What does the main room cost for an evening?", "£20", id="another heading"),
        pytest.param("What is the fee for a memorial bench?", "£720", id="restated"),
        pytest.param("What does a swinging mooring cost?", "£310", id="proposed"),
        pytest.param("What does the crane cost members?", "£30", id="others"),
        pytest.param("How much is a rod licence for adults?", "£60", id="others in one sentence"),
        pytest.param("What does a punt cost an hour?", "£9", id="to come"),
        pytest.param("When does the bar shut on weekdays?", "10.30pm", id="another day"),
        pytest.param("How much could the clerk spend between meetings in 2025?", "£300", id="a time asked about"),
    ],
)
def test_what_is_of_something_else_or_not_so_yet_overtakes_nothing(
    assistant: Assistant, papers: Snapshot, question: str, still: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is not None and still in answer.answer.quote
    assert "later" not in [notice.kind for notice in answer.notices]
