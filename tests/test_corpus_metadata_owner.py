"""One of the first lines says whose paper it is, with its kind, who met, or since when it is so."""

from __future__ import annotations

import pytest

from corpus.document import Document
from corpus.metadata.owner import owner_in
from corpus.reading import read_parts


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Larkfield Homes Ltd – staff handbook. Last changed 16 May 2024. Owner: Ada Pound", "Larkfield Homes Ltd"),
        ("Wick County Council | Registration Service | Updated 1 September 2024", "Wick County Council"),
        ("Wick County Council. Waste and Recycling Service. Updated January 2026", "Wick County Council"),
        ("Wick County Council | Page dated 6 April 2026", "Wick County Council"),
        ("Wick Museums. Reviewed: 17 June 2026", "Wick Museums"),
        ("Wick Council – guidance for the public. Version 6, 12 October 2026", "Wick Council"),
        ("Department for Rivers – Digital guidance Version 4.1, 20 July 2026", "Department for Rivers"),
        ("Wick Council. Minutes of the meeting on 15 October 2026, 6pm", "Wick Council"),
        ("WICK DISTRICT COUNCIL — LICENSING COMMITTEE", "WICK DISTRICT COUNCIL"),
        ("UNIVERSITY OF WICK                    STUDENT HANDBOOK 2026/27", "UNIVERSITY OF WICK"),
        ("Wick Society for Old Bells: annual report of the council for 2025", "Wick Society for Old Bells"),
        ("Thornby Hospice – Staff Handbook", "Thornby Hospice"),
        ("Wick Council", None),
        ("Wick Council – report finds that bins are late", None),
        ("Mill Lane Surgery. It opened in 1980.", None),
        ("Mill Lane School | Ada Pound | 1 October 2026", None),
        ("Bins – staff handbook. Last changed 16 November 2024", None),
        ("Rules of Wick Council | Updated 1 May 2024", None),
        ("The Council – Minutes", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_line_names_the_owner_of_a_paper(line: str, owner: str | None) -> None:
    assert owner_in(["Leave", line]) == owner
    assert owner_in([line]) == owner
    assert owner_in(["Leave", "You have 25 days.", line]) is None


def test_who_was_inspected_owns_no_report_and_who_inspected_does() -> None:
    def source(text: str) -> str | None:
        (document,) = (part for part in read_parts("a.md", text.encode()) if isinstance(part, Document))
        return document.source

    assert source("# Inspection of homes\n\nWick Council. Updated 3 May 2024\n\nIt is good.") is None
    assert source("# CARE INSPECTORATE – Inspection report\n\nWick House\n\nIt is good.") == "CARE INSPECTORATE"
    assert source("# Leave\n\nWick Council | Updated 3 May 2024\n\nYou have 25 days.") == "Wick Council"
