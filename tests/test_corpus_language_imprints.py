"""What is asked of a paper itself, and the line of it that tells that."""

from __future__ import annotations

import pytest

from corpus.language.imprints import (
    is_all_of_title,
    is_label,
    is_of_imprint,
    is_only_of_paper,
    read_imprint_question,
    value_told,
)


@pytest.mark.parametrize(
    ("question", "line", "told"),
    [
        ("When was the leave policy last reviewed?", "Last reviewed: 9 September 2025", "9 September 2025"),
        ("When was the leave policy last reviewed?", "Date of last review | 9 September 2025", "9 September 2025"),
        ("when were our lettings rules reviewed", "Policy reviewed 9 September 2025", "9 September 2025"),
        ("When was the leave policy last reviewed?", "Next review: September 2027", None),
        ("When was the leave policy last reviewed?", "Reviewed every year since 2015.", None),
        ("When was the leave policy last reviewed?", "Reviewed by: Ada Moor", None),
        ("When was the leave policy last reviewed?", "Reviewed every three years, 2021 to 2027", None),
        ("When was the leave policy approved?", "Approved only after 3 May 2024", None),
        (
            "When was the leave policy approved?",
            "Approved by those who had read all of it and said so at the meeting that the chair had called, 3 May 2024",
            None,
        ),
        ("When is the leave policy next due for review?", "Next review: September 2027", "September 2027"),
        ("When will the leave policy be reviewed again?", "Review date: September 2027", "September 2027"),
        ("leave policy review date", "Review due by 1 May 2027", "1 May 2027"),
        ("What's the next review date of the leave policy?", "Next review date – May 2027", "May 2027"),
        ("When was the leave policy approved?", "Approved by Full Council on 3 May 2024", "3 May 2024"),
        ("When was the leave policy approved?", "Version 2 | Date approved | 3 May 2024", "3 May 2024"),
        ("When was the leave policy approved?", "Approved by: Staffing Committee", None),
        ("Who approved the leave policy?", "Approved by Full Council on 3 May 2024", "Full Council"),
        ("Who approved the leave policy?", "Approved by: Staffing Committee, 3 May 2024", "Staffing Committee"),
        ("Who approved the leave policy?", "Version | Approved by | Date", None),
        ("Who owns the leave policy?", "Owner | Head of Care", "Head of Care"),
        ("Who is the author of the leave policy?", "Author: Ravi Shah", "Ravi Shah"),
        ("What version is the leave policy?", "Version 3.2", "3.2"),
        ("Which version of the leave policy is this?", "Version: 3.2   Owner: Ada Moor", "3.2"),
        ("What version is the leave policy?", "Version | Date | Author", None),
        ("How often is the leave policy reviewed?", "Review frequency | Every two years", "Every two years"),
        ("How often is the leave policy reviewed?", "Reviewed: 3 May 2024", None),
    ],
)
def test_a_line_tells_what_is_asked_of_its_paper(question: str, line: str, told: str | None) -> None:
    asked = read_imprint_question(question)
    assert asked is not None
    found = value_told(line, asked)
    assert (found and line[slice(*found)]) == told


@pytest.mark.parametrize(
    "question",
    [
        "When was the car park approved?",
        "Who approved the budget?",
        "When was the policy last reviewed?",
        "What does the leave policy say on funerals?",
        "How often is the pool cleaned?",
        "Who owns the village hall?",
        "When is the library due to open?",
    ],
)
def test_other_things_are_not_asked_of_a_paper_that_is_named(question: str) -> None:
    assert read_imprint_question(question) is None


def test_a_paper_is_known_by_all_of_its_title_but_what_any_paper_is_called() -> None:
    asked = read_imprint_question("When was the leave policy last reviewed?")
    assert asked is not None
    assert asked.paper == {"leav"} or asked.paper == {"leave"}
    assert is_all_of_title(asked, "Leave Policy and Procedure 2025")
    assert not is_all_of_title(asked, "Parental leave policy")


def test_lines_of_an_imprint_are_told_from_others() -> None:
    assert is_of_imprint("Page last updated: 17 June 2025")
    assert is_of_imprint("Owner | Head of Care")
    assert not is_of_imprint("Ownership of the bin stays with the council.")
    assert not is_of_imprint("Green bins are emptied by the parks team.")


def test_fields_are_labels_however_their_words_are_joined() -> None:
    for name in ("last_reviewed", "reviewDue", "next-review", "Owner", "Document version"):
        assert is_label(name), name
    for name in ("issue-tracker", "ownership", "updated_tags", "authors_note"):
        assert not is_label(name), name


def test_the_day_of_a_review_is_of_the_paper_alone() -> None:
    for lead in ("Last reviewed: ", "last_reviewed: ", "Page last updated on ", "Next review due | "):
        assert is_only_of_paper("When were the bins last replaced?", lead), lead
        assert not is_only_of_paper("When was this last checked?", lead), lead
        assert not is_only_of_paper("What is the date of this?", lead), lead
    for lead in ("Approved: ", "The pond was last checked on ", "Updated, as the pool opens on "):
        assert not is_only_of_paper("When was the pond dug?", lead), lead
