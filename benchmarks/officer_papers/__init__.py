"""Makes the twelve files that the officer of an invented council has on disk, each by the library of its format.

The council, its people and all that is said of them are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.officer_papers.mail import mail, thread
from benchmarks.officer_papers.office import budget, minutes, policy, slides
from benchmarks.officer_papers.sheets import agenda, scanned_letter
from benchmarks.officer_papers.texts import contacts, notice, report, subtitles


@dataclass(frozen=True, slots=True)
class Paper:
    """A file, and a question that it answers.

    Attributes:
        name: of the file.
        what: it is, in words.
        data: its bytes.
        question: what an officer asks.
        answers: what the words shown must hold, any of these.
    """

    name: str
    what: str
    data: bytes
    question: str
    answers: tuple[str, ...]


def papers() -> tuple[Paper, ...]:
    """All twelve."""
    return (
        Paper(
            "Cabinet minutes 2024-03-12.docx",
            "minutes with Word's own numbering",
            minutes(),
            "How much may the new footbridge at Mill Lane cost?",
            ("£184,000",),
        ),
        Paper(
            "Planning agenda.pdf",
            "an agenda with a table and a running header",
            agenda(),
            "Who is the lead officer for the tree strategy?",
            ("Imogen Farrow",),
        ),
        Paper(
            "Budget 2024-25.xlsx",
            "a workbook of two sheets",
            budget(),
            "What is the capital budget for the leisure centre roof in 2024/25?",
            ("420,000", "420000"),
        ),
        Paper(
            "Recycling briefing.pptx",
            "slides with a table and notes",
            slides(),
            "What share of waste was recycled in 2023?",
            ("47.3",),
        ),
        Paper(
            "Quotation for Station Road.eml",
            "a mail with an attached document",
            mail(),
            "What does Brightwell Paving charge for resurfacing Station Road?",
            ("£62,450",),
        ),
        Paper(
            "Scanned letter.pdf",
            "a letter on paper, scanned a little askew",
            scanned_letter(),
            "How many street lights are dark in Orchard Close?",
            ("Seven", "seven"),
        ),
        Paper(
            "Hall hire policy.odt",
            "a policy from LibreOffice",
            policy(),
            "How many days before the hire must a cancellation of the town hall be in writing?",
            ("28",),
        ),
        Paper(
            "Road closure notice.html",
            "a saved page of the council's website",
            notice().encode(),
            "When will Ferry Road be closed?",
            ("8 April 2024", "8 to 19 April 2024"),
        ),
        Paper(
            "Potholes report.md",
            "a report in Markdown with front matter",
            report().encode(),
            "How many potholes were repaired in 2023?",
            ("3,216",),
        ),
        Paper(
            "Contacts.csv",
            "a list of contacts",
            contacts(),
            "Who leads the housing options team?",
            ("Theo Brannigan",),
        ),
        Paper(
            "Scrutiny meeting.vtt",
            "the subtitles of a recorded meeting",
            subtitles().encode(),
            "Why was the library van taken off the road?",
            ("gearbox",),
        ),
        Paper(
            "Castle Green.mbox",
            "a thread of three mails",
            thread(),
            "On which day does the May fair on Castle Green open?",
            ("Saturday 4 May",),
        ),
    )


def write_papers(folder: Path) -> None:
    """Write all of them into a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for paper in papers():
        (folder / paper.name).write_bytes(paper.data)
