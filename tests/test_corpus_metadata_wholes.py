"""Titles of papers whose first line names but whose they are, of what they are a part, or their kind."""

from __future__ import annotations

import pytest

from corpus.document import Document
from corpus.metadata.wholes import leading_headings, whole_title
from corpus.reading import read_parts

_PROSE = "All of it was written down by Ada Pound, who lives here."
_PARTS = f"\n\n### 1.1 First\n\n{_PROSE}\n\n### 1.2 Then\n\n{_PROSE}"
_SECTIONS = f"\n\n## First\n\n{_PROSE}\n\n## Then\n\n{_PROSE}"


def read(name: str, text: str) -> Document:
    (document,) = (part for part in read_parts(name, text.encode()) if isinstance(part, Document))
    return document


@pytest.mark.parametrize(
    ("name", "text", "title", "source"),
    [
        (
            "a.md",
            f"# Westmoor Inspectorate of Schools\n\n## Inspection report: Mill Lane School\n\nPupils: 210{_PARTS}",
            "Inspection report: Mill Lane School",
            "Westmoor Inspectorate of Schools",
        ),
        (
            "a.txt",
            f"Westmoor Care Standards Office\n\nINSPECTION REPORT\n\nTHE OLD MILL, THORNBY\n\n{_PROSE}",
            "INSPECTION REPORT: THE OLD MILL, THORNBY",
            "Westmoor Care Standards Office",
        ),
        (
            "a.txt",
            f"ADULT CARE INSPECTORATE\n\nINSPECTION REPORT\n\nHome: Pound House, Wick\n\nInspected: May\n\n{_PROSE}",
            "INSPECTION REPORT: Pound House, Wick",
            "ADULT CARE INSPECTORATE",
        ),
        (
            "a.txt",
            f"Report of inspection\n\nPupils: 210\n\nName of school: Mill Lane\n\n{_PROSE}",
            "Report of inspection: Mill Lane",
            None,
        ),
        (
            "a.html",
            ("<title>Wick Council: inspection report</title><p>Office for Care Inspection</p><h1>Wick Council</h1>"
            f"<p>Inspection of services. Inspection dates: 3 to 7 May 2024</p><h2>A</h2><p>{_PROSE}</p><h2>B</h2>"),
            "Wick Council: inspection report",
            "Office for Care Inspection",
        ),
        (
            "a.md",
            f"# Office for Care Inspection (OCI)\n\n# Wick Council\n\n## Inspection of services\n\n{_PROSE}{_PARTS}",
            "Wick Council: Inspection of services",
            "Office for Care Inspection (OCI)",
        ),
        (
            "a.md",
            ("**Office for Care Inspection (OCI)**\n\n**Focused visit to Wick Council**\n\nVisit: 9 June 2024\n\n"
            f"Dear Mr Pound\n\n{_PROSE}{_SECTIONS}"),
            "Focused visit to Wick Council",
            "Office for Care Inspection (OCI)",
        ),
        (
            "a.md",
            f"# LARKFIELD HOMES\n\n## Staff Handbook. Chapter 1: Time off\n\nEdition 3{_PARTS}",
            "Staff Handbook. Chapter 1: Time off",
            "LARKFIELD HOMES",
        ),
        (
            "a.md",
            f"# Thornby Hospice – Handbook\n\n## Chapter 2: Sick days\n\nEdition 3{_PARTS}",
            "Thornby Hospice – Handbook: Chapter 2: Sick days",
            "Thornby Hospice",
        ),
        (
            "a.txt",
            f"LARKFIELD GROUP - STAFF HANDBOOK\n\nChapter 7: Medicines\n\nEdition 5\n\n{_PROSE}",
            "LARKFIELD GROUP - STAFF HANDBOOK: Chapter 7: Medicines",
            "LARKFIELD GROUP",
        ),
        (
            "a.md",
            f"# University of Wick\n\n## Student Handbook 2024/25\n\n### Chapter 5: Marks\n\nNew.\n\n{_PROSE}",
            "Student Handbook 2024/25: Chapter 5: Marks",
            "University of Wick",
        ),
        (
            "a.md",
            f"# Wick Libraries\n\nYour guide to joining and borrowing{_SECTIONS}",
            "Your guide to joining and borrowing",
            "Wick Libraries",
        ),
        (
            "a.txt",
            f"Wick Council\n\nCOMMUNITY COMMITTEE\n\nMinutes – 14 January 2025\n\n{_PROSE}",
            "COMMUNITY COMMITTEE: Minutes – 14 January 2025",
            "Wick Council",
        ),
        (
            "a.html",
            ("<title>Wick Council - Minutes 13 January 2026</title><h1>Wick Council</h1>"
            f"<p>Minutes of the meeting of 13 January 2026</p><h2>A</h2><p>{_PROSE}</p><h2>B</h2>"),
            "Wick Council - Minutes 13 January 2026",
            "Wick Council",
        ),
        (
            "a.html",
            ("<title>WC minutes</title><h1>Wick Council</h1>"
            f"<h2>Minutes of the meeting of 3 May 2024</h2><h3>A</h3><p>{_PROSE}</p><h3>B</h3>"),
            "Minutes of the meeting of 3 May 2024",
            "Wick Council",
        ),
        (
            "a.md",
            f"# Audit Committee\n\n**Minutes of 4 June 2025**{_SECTIONS}",
            "Audit Committee: Minutes of 4 June 2025",
            None,
        ),
        ("a.md", f"LICENSING COMMITTEE OF WICK\n\n4 May 2025, 2pm{_SECTIONS}", "LICENSING COMMITTEE OF WICK", None),
        (
            "a.txt",
            f"Thornby NHS Trust\n\nDAY SURGERY (Thornby and Wick)\n\nYOUR NEW LENS\n\n{_PROSE}",
            "YOUR NEW LENS",
            "Thornby NHS Trust",
        ),
        (
            "a.txt",
            f"WICK TOWN COUNCIL\n\nPRESS NOTICE 11/2026\n\nA NEW CLERK AND A NEW CLOCK\n\n{_PROSE}",
            "A NEW CLERK AND A NEW CLOCK",
            "WICK TOWN COUNCIL",
        ),
        (
            "a.md",
            f"> **LARKFIELD GROUP – Staff Handbook**\n> Chapter 3: Leave\n> Edition 4, in force from May{_SECTIONS}",
            "LARKFIELD GROUP – Staff Handbook: Chapter 3: Leave",
            "LARKFIELD GROUP",
        ),
        (
            "a.md",
            ("Thornby NHS Trust\nBoard, 27 March 2025\nPaper F: Finance report, month 11\n\n"
            f"Author: Ada Pound\n\n# 1. Summary\n\n{_PROSE}\n\n# 2. Costs"),
            "Board, 27 March 2025: Paper F: Finance report, month 11",
            "Thornby NHS Trust",
        ),
        ("a.md", f"# Mill Lane\n\n## A street through the ages{_PARTS}", "Mill Lane: A street through the ages", None),
        ("a.md", "# Wick Council\n\nAllotments: rules\n\n## Version 5 of 2023", "Allotments: rules", "Wick Council"),
    ],
)  # fmt: skip
def test_the_lines_below_say_which_paper_it_is(name: str, text: str, title: str, source: str | None) -> None:
    document = read(name, text)
    assert (document.title, document.source) == (title, source)


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.md", f"# Thornby Rugby Club{_SECTIONS}", "Thornby Rugby Club"),
        ("a.md", f"# Library review{_SECTIONS}", "Library review"),
        ("a.md", f"# Library review\n\n## Why\n\n{_PROSE}", "Library review"),
        ("a.txt", f"Minutes of the Finance Committee, 3 May 2024\n\nPresent: A Pound\n\n{_PROSE}", None),
        ("a.html", f"<title>Depot | Wick Council</title><h1>Depot</h1><h2>A</h2><p>{_PROSE}</p><h2>B</h2>", "Depot"),
        ("a.md", f"# How to prepare for an inspection\n\nWick House{_SECTIONS}", "How to prepare for an inspection"),
        ("a.txt", f"Staff handbook\n\nChapter 1: Leave\n\n{_PROSE}\n\nChapter 2: Pay\n\n{_PROSE}", "Staff handbook"),
        ("a.md", f"{_PROSE}\n\n## Early years\n\nIt began.\n\n## Later\n\nIt ended.", "Early years"),
        ("a.md", f"# Wick Council: re-inspection of services\n\nInspected: 3 May 2024{_SECTIONS}", None),
        ("a.txt", "Planning Committee\n\nThe committee met again, and agreed on all of it.", "Planning Committee"),
        ("a.txt", f"PLANNING COMMITTEE - MINUTES\n\nMeeting of 3 May 2024. It began at 6pm.\n\n{_PROSE}", None),
        ("a.md", f"# Report of inspection: Pound House\n\nSchool: Mill Lane{_SECTIONS}", None),
        ("a.txt", f"Inspection report\n\nThis is what we found at the school.\n\n{_PROSE}", "Inspection report"),
        ("a.md", f"# Making returns: a loss\n\n## A loss{_PARTS}", "Making returns: a loss"),
        ("a.md", f"# Annual leave\n\nVersion 3: May 2024{_SECTIONS}", "Annual leave"),
        ("a.md", f"---\ntitle: Pets\n---\n\n# Wick Council\n\n## Chapter 2: Pets{_PARTS}", "Pets"),
        ("a.md", f"# Focused visits\n\nTo: Mr Pound{_SECTIONS}", "Focused visits"),
    ],
)  # fmt: skip
def test_a_title_that_says_which_it_is_is_left_as_it_is(name: str, text: str, title: str | None) -> None:
    assert read(name, text).title == (title or text.lstrip("# ").split("\n")[0])


def test_headings_head_the_whole_where_none_is_alike_below() -> None:
    def leading(text: str) -> list[str]:
        document = read("a.md", text)
        return leading_headings(document.text, document.blocks)

    assert leading("# A\n\n## B\n\n### C\n\nx\n\n### D\n\ny") == ["A", "B"]
    assert leading("# A\n\n# B\n\n## C\n\nx") == ["A"]
    assert leading("x\n\n# A\n\ny\n\n## B\n\n### C") == ["A"]
    assert leading("# A\n\nx\n\n# B\n\ny") == []
    assert leading("x") == []


def test_a_title_that_no_line_shows_is_whole() -> None:
    assert whole_title("Handbook", ["Guide", "Chapter 2: Pets"], [], []) == "Handbook"
    assert whole_title("Guide", ["Guide", "Chapter 2: Pets"], [], []) == "Guide: Chapter 2: Pets"
    assert whole_title("Guide", ["Guide", "Chapter 2: Pets"], [], ["Chapter 2: Pets", "Chapter 3: Us"]) == "Guide"
    assert whole_title("Guide", ["Guide", "Chapter 2: " + "Pets " * 50], [], []) == "Guide"
