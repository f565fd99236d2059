"""A post that a later paper calls vacant is not told as held by whom an older one names."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "officers-2025.md": (
        "# Thorne Sailing Club: officers 2025\nCorrect at 1 March 2025\n\n| Office | Name | Since |\n|---|---|---|\n"
        "| Commodore | Nell Harker | 2021 |\n| Treasurer | Vic Dunmore | 2018 |\n| Bosun | Amy Sprake | 2024 |\n"
    ),
    "officers-2026.md": (
        "# Thorne Sailing Club: officers 2026\nCorrect at 1 March 2026\n\n| Office | Name | Since |\n|---|---|---|\n"
        "| Commodore | Jude Okafor | 2026 |\n| Treasurer | Vacant | |\n| Bosun | Amy Sprake | 2024 |\n"
        "| Harbour master | Rob Tull | 2020 |\n| Librarian | Ina Foss | 2019 |\n| Starter | Ned Coyle | 2019 |\n"
        "| Keeper | Una Brand | 2019 |\n| Chaplain | Ivy Pratt | 2019 |\n"
        "| Deputy bosun | Vacant | |\n"
    ),
    "choir-may.txt": (
        "Dell Choir: who does what\nList correct on 4 May 2026\n\n"
        "Librarian: Rose Tanner\nAccompanist: Ivo Lunn\nDeputy accompanist: vacant\n"
    ),
    "sailing-news.txt": (
        "Thorne Sailing Club\nNewsletter, 5 October 2026\n\n"
        "There is a vacancy for a helper on the tea stall; please speak to the commodore.\n"
        "The bosun reports that two berths are vacant and that the dues of one are unpaid.\n"
        "The harbour master is to be elected in May.\nThe starter's hut is vacant.\n"
        "The vacancy for keeper was filled at the annual meeting.\nThe post of librarian is vacant after many years.\n"
        "The post of chaplain of the Friends of Dell is vacant.\n"
    ),
    "choir-october.txt": (
        "Dell Choir: who does what\nList correct on 5 October 2026\n\n"
        "Librarian: post vacant\nAccompanist: Ivo Lunn\nDeputy accompanist: Sal Horne\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who is the treasurer of Thorne Sailing Club?", "one of 1 March 2026 that nobody does: “Treasurer; Vacant"),
        ("Who is the librarian of Thorne Sailing Club?", "nobody does: “The post of librarian is vacant"),
        ("Who is the choir's librarian?", "one of 5 October 2026 that nobody does: “Librarian: post vacant”"),
    ],
)
def test_a_vacant_post_is_held_by_nobody(assistant: Assistant, papers: Snapshot, question: str, told: str) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is None and answer.reason == "held_until"
    assert answer.reason_text and told in answer.reason_text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the commodore of Thorne Sailing Club?", "Jude Okafor"),
        ("Who is the bosun?", "Amy Sprake"),
        ("Who is the bosun of Thorne Sailing Club?", "Amy Sprake"),
        ("Who is the harbour master of Thorne Sailing Club?", "Rob Tull"),
        ("Who is the starter of Thorne Sailing Club?", "Ned Coyle"),
        ("Who is the keeper of Thorne Sailing Club?", "Una Brand"),
        ("Who is the chaplain of Thorne Sailing Club?", "Ivy Pratt"),
        ("Who is the accompanist?", "Ivo Lunn"),
        ("Who is the deputy accompanist?", "Sal Horne"),
    ],
)
def test_a_post_that_is_filled_is_told(assistant: Assistant, papers: Snapshot, question: str, name: str) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and name in answer.answer.quote
