"""What a paper tells of itself answers what is asked of that paper, and nothing asked of another."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS = {
    "leave.txt": """Leave policy
Version 3.2
Approved by: Staffing Committee
Date approved: 12 March 2024
Last reviewed: 9 September 2025
Next review due: September 2027

Staff may carry over five days of leave.
""",
    "care.md": """# Safeguarding policy

| Document control | |
|---|---|
| Owner | Head of Care |
| Date of last review | 3 February 2026 |
| Review frequency | Every two years |

Tell the lead within one working day.
""",
    "parks.md": "# Parks and play areas\n\nDogs must be on a lead in the rose garden.\n",
    "fraud.txt": "Reporting fraud\n\nRing our line on 01632 960 111.\n\nPage last updated: 17 June 2025\n",
    "conduct-2022.txt": "Code of conduct for members\nAdopted: 5 May 2022\n\nMembers must be polite.\n",
    "conduct-2025.txt": "Code of conduct for members\nAdopted: 8 May 2025\n\nMembers must be polite and brief.\n",
    "conduct-2026.txt": "Code of conduct for members\nDRAFT\nAdopted: 7 May 2026\n\nMembers must be brief.\n",
    "fire.md": (
        "# Fire plan\n\n"
        + "The bell is rung by hand, and all leave by the nearest door. " * 40
        + "\n\n## A form to copy\n\nOwner: whoever signs here\n\n"
        + "The wardens count those who have come out into the yard. " * 40
        + "\n"
    ),
    "bins.md": (
        "---\ntitle: Bin collections\nlast_reviewed: 2024-11-20\nowner: Waste Services Manager\nversion: 1.10\n"
        "reviewDue: May 2027\n---\n# Bin collections\n\nGreen bins are emptied by the parks team.\n"
    ),
    "trips.md": (
        "# Charging for trips\n\nDeposits are given back.\n\n"
        "This policy is reviewed every two years. The next review is in June 2028.\n"
    ),
    "net.txt": "Acceptable use of the internet\nAuthor: Ravi Shah\n\nDo not share your password.\n",
}
FIELDS = {
    "allotments.md": (
        "---\ntitle: Allotments\nlast_reviewed: 2024-11-20\nowner: Parks team\n---\n# Allotments\n\n"
        "A plot costs £45 a year and is paid for in April. Plots are let to residents of the parish only.\n"
    ),
    "hall.md": (
        "---\ntitle: Village hall\nauthor: Ada Moor\nlast_updated: 2025-01-04\nversion: 2.1\n---\n# Village hall\n\n"
        "The hall seats 120 people. It is let by the hour.\n\n- No dogs\n- No bikes\n"
    ),
}


@pytest.fixture(scope="module")
def papers(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(PAPERS, tmp_path_factory.mktemp("imprints"), assistant.encoder)


@pytest.fixture(scope="module")
def pages(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(FIELDS, tmp_path_factory.mktemp("fields"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("When was the bin collections page last reviewed?", "2024-11-20"),
        ("Who owns the bin collections page?", "Waste Services Manager"),
        ("What version is the bin collections page?", "1.10"),
        ("When is the bin collections page due for review?", "May 2027"),
        ("When was the leave policy approved?", "12 March 2024"),
        ("Who approved the leave policy?", "Staffing Committee"),
        ("When was the leave policy last reviewed?", "9 September 2025"),
        ("When is the leave policy next due for review?", "September 2027"),
        ("What version is the leave policy?", "3.2"),
        ("Who owns the safeguarding policy?", "Head of Care"),
        ("How often is the safeguarding policy reviewed?", "Every two years"),
        ("When was the code of conduct for members adopted?", "8 May 2025"),
    ],
)
def test_a_papers_own_lines_answer_what_is_asked_of_it(
    assistant: Assistant, papers: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 30)))
    assert answer.answer and answer.answer.quote == quote
    assert answer.confidence >= 0.8


@pytest.mark.parametrize(
    "question",
    [
        "When was the parks page last updated?",
        "When was the parental leave policy last reviewed?",
        "Who owns the parks page?",
        "Who owns the fire plan?",
        "When are green bins emptied?",
        "When were the bins last replaced?",
    ],
)
def test_a_paper_tells_nothing_of_another_nor_in_its_midst(
    assistant: Assistant, papers: Snapshot, question: str
) -> None:
    assert assistant.ask(papers, AskRequest(question, today=date(2026, 11, 30))).answer is None


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Who is the author of the internet policy?", "Ravi Shah"),
        ("When was the bins page last reviewed?", "2024-11-20"),
    ],
)
def test_a_paper_whose_title_has_more_is_less_sure(
    assistant: Assistant, papers: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 30)))
    assert answer.answer and answer.answer.quote == quote
    assert answer.confidence == 0.5


@pytest.mark.parametrize(
    "question",
    [
        "When is the travel policy next reviewed?",
        "When was the homework policy last looked at?",
        "When is the marking policy due for review?",
    ],
)
def test_what_a_paper_says_of_itself_is_told_of_no_paper_that_nothing_names(
    assistant: Assistant, papers: Snapshot, question: str
) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 30)))
    assert answer.answer is None


def test_when_a_paper_was_last_looked_at_is_when_it_was_reviewed(assistant: Assistant, papers: Snapshot) -> None:
    answer = assistant.ask(papers, AskRequest("When was the leave policy last looked at?", today=date(2026, 11, 30)))
    assert answer.answer and answer.answer.quote == "9 September 2025"


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("When was the allotments page last updated?", "last_reviewed: 2024-11-20"),
        ("When was the village hall page last reviewed?", "last_updated: 2025-01-04"),
    ],
)
def test_of_fields_that_stand_together_one_is_quoted(
    assistant: Assistant, pages: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(pages, AskRequest(question, today=date(2026, 11, 30)))
    assert answer.answer and answer.answer.quote == quote
