"""A title is what a document is called: no mark, label or name that any page has."""

from __future__ import annotations

import pytest

from corpus.metadata.titles import choose_title, is_title, labelled_titles

LONG_NAME = "Finance, Staffing and General Purposes Committee of the Council"


def title(
    *given: object, lines: tuple[str, ...] = (), headings: tuple[str, ...] = (), furniture: tuple[str, ...] = ()
) -> str:
    return choose_title(given, lines, headings, furniture, "folder/some_file 2018.pdf")


def test_the_first_real_title_is_taken_on_one_line_and_not_too_long() -> None:
    assert title(None, " ", "***", 7, " A\n title ") == "A title"
    assert title() == "some file 2018"
    assert choose_title([], [], [], [], ".txt") == ".txt"
    long = title("word " * 200)
    assert 290 < len(long) <= 302
    assert long.endswith("word …")


@pytest.mark.parametrize(
    "none",
    [
        "Home", "HOME", "Home | Slough Borough Council", "Untitled", "Document1", "Welcome", "PowerPoint Presentation",
        "Sheet1", "DRAFT", "[DRAFT]", "CONFIDENTIAL", "OFFICIAL-SENSITIVE", "Not for publication", "4 July 2023",
        "2023-07-04", "(no subject)",
    ],
)  # fmt: skip
def test_what_any_page_may_be_called_is_no_title(none: str) -> None:
    assert not is_title(none)
    assert title(none, lines=("Library review",), headings=("Library review",)) == "Library review"


@pytest.mark.parametrize(
    "real", ["Home care", "Draft budget 2023", "Welcome to Slough", "The home page of the future", "Confidential waste"]
)
def test_a_title_may_hold_such_words(real: str) -> None:
    assert is_title(real)
    assert title(real, lines=("Something else",)) == real


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("Library review¹", "Library review"),
        ("Library review ¹²", "Library review"),
        ("Library review[1]", "Library review"),
        ("Library review [3]: the end", "Library review: the end"),
        ("Library review, 2023–2024¹", "Library review, 2023–2024"),
        ("Library¹ review", "Library review"),
        ("Review (of libraries)²", "Review (of libraries)"),
        ("Library review*", "Library review"),
        ("Library review†", "Library review"),
    ],
)
def test_a_mark_of_a_note_is_no_part_of_a_title(marked: str, plain: str) -> None:
    assert title(marked, lines=("Prose.",)) == plain
    assert title(lines=(marked, "Prose that says more of it, and ends.")) == plain


@pytest.mark.parametrize(
    "whole", ["Heat per m²", "Emissions a km²", "Rules [2014] and after", "Form A[1]", "The * sign", "10² and more"]
)
def test_what_only_looks_like_a_mark_of_a_note_is_kept(whole: str) -> None:
    assert title(whole, lines=("Prose.",)) == whole


@pytest.mark.parametrize(
    "marked",
    [
        "DRAFT: Library review", "DRAFT - Library review", "[DRAFT] – Library review",
        "OFFICIAL-SENSITIVE: Library review",
        "Microsoft Word - Library review.docx", "CONFIDENTIAL | Library review",
    ],
)  # fmt: skip
def test_a_mark_or_program_before_a_title_is_left_out(marked: str) -> None:
    assert title(marked, lines=("Prose.",)) == "Library review"


@pytest.mark.parametrize(
    "lines",
    [
        ("Report to: | Planning Committee", "Subject: | Mill Lane depot", "Ward: | All"),
        ("Report to: Planning Committee", "Date: 4 July 2023", "Report title: Mill Lane depot"),
        ("Subject | Mill Lane depot", "Prose."),
        ("Town Hall", "Dear Mrs Pound", "Re: Mill Lane depot"),
        ("Title: Mill Lane depot",),
        ("Classification", "Wards affected: all", "Mill Lane depot"),
        ("AGENDA", "Mill Lane depot"),
        ("Thornby Borough Council", "Mill Lane depot"),
        ("DRAFT", "4 July 2023", "Mill Lane depot"),
    ],
)
def test_a_front_sheet_gives_its_subject_and_none_of_its_labels(lines: tuple[str, ...]) -> None:
    assert title(lines=lines) == "Mill Lane depot"
    assert title(lines[0], lines=lines) == "Mill Lane depot"


@pytest.mark.parametrize(
    "lines",
    [
        ("To: All members", "Subject:", "Mill Lane depot"),
        ("Date: | 3 May | Subject: | Mill Lane depot",),
        ("Subject: A lesser name", "Title of report: Mill Lane depot"),
        ("Subject: | | Mill Lane depot",),
        ("Re:", "Mill Lane depot"),
    ],
)
def test_what_a_label_calls_the_title_is_found_in_the_line_the_next_cell_or_the_next_line(
    lines: tuple[str, ...],
) -> None:
    assert labelled_titles(lines)[0] == "Mill Lane depot"
    assert title(lines=lines) == "Mill Lane depot"


@pytest.mark.parametrize(
    "lines",
    [("Title | Author",), ("Title:", "Date: 3 May"), ("Title: | Mr",), ("Re: 7",), ("Subject",), ("Subjects: all",)],
)
def test_a_label_of_something_else_calls_no_title(lines: tuple[str, ...]) -> None:
    assert labelled_titles(lines) == []


@pytest.mark.parametrize(
    "line", ["FOR IMMEDIATE RELEASE: 9 May 2023", "Press release: 3rd May 2023", "News: 3 May 2023"]
)
def test_news_with_its_day_is_no_title_where_there_is_another(line: str) -> None:
    assert title(line, lines=(line, "Mayor opens pool")) == "Mayor opens pool"
    assert title(line, lines=(line,)) == line
    assert title("Press release: mayor opens pool") == "Press release: mayor opens pool"


def test_a_part_of_a_document_is_not_its_title() -> None:
    assert (
        title("Chapter 1", lines=("Chapter 1", "Bell ringing"), headings=("Chapter 1", "Bell ringing"))
        == "Bell ringing"
    )
    kennels = ("Chapter 1: Kennels", "Chapter 2: Wards")
    assert title(lines=kennels, headings=kennels) == "some file 2018"
    assert title(lines=kennels[:1], headings=kennels[:1]) == "Chapter 1: Kennels", "of no other part"
    assert title(lines=("Section 47 enquiries",), headings=("Section 47 enquiries", "Fees")) == "Section 47 enquiries"


def test_a_line_that_goes_on_is_no_title() -> None:
    lines = ("MINUTES", "=======", "41. Apologies were received from Cllr Khan.", "42. The budget was agreed,")
    assert title("MINUTES", lines=lines) == "MINUTES"


@pytest.mark.parametrize("generic", ["Notice", "Agenda", "Thornby Council"])
@pytest.mark.parametrize(
    "line",
    [
        "The consultation closes on",
        "Public questions by 3 May 2023",
        "Questions must be sent to the clerk by noon on 3 May 2023",
        "Closing date for bids 30 June 2023",
        "Objections no later than Friday 30 June",
        "The road is shut from",
    ],
)
def test_a_notice_below_a_title_that_any_paper_has_is_none(generic: str, line: str) -> None:
    assert title(lines=(generic, line, "30 June 2023")) == generic
    assert title(lines=(generic, line, "Mill Lane depot")) == "Mill Lane depot"


def test_a_title_that_a_file_states_goes_before_a_subject_line_and_headings() -> None:
    assert title("Stated", lines=("First", "Subject: x"), headings=("Second",)) == "Stated"
    assert title("Cabinet: the budget", lines=("Cabinet",)) == "Cabinet: the budget"


def test_a_label_below_a_heading_may_say_what_it_is_about() -> None:
    about = "Subject: what happens to the depot"
    assert title(lines=("Visit 1: Mill Lane", about), headings=("Visit 1: Mill Lane",)) == "Visit 1: Mill Lane"
    assert title(lines=("Town Hall", about)) == "what happens to the depot"


def test_headings_go_before_a_first_line_only_where_nobody_states_it() -> None:
    assert title(lines=("First line", "Prose"), headings=("A heading",)) == "A heading"
    assert title("First line", lines=("First line", "Prose"), headings=("A heading",)) == "First line"


def test_a_running_header_goes_before_a_sentence() -> None:
    sentence = "The committee met on the depot."
    header = "Cabinet 14 March 2023 - Report of the Director"
    assert title(sentence, lines=(sentence,), furniture=(header,)) == header
    assert title("Depot", lines=("Depot",), furniture=(header,)) == "Depot"
    assert title(sentence, lines=(sentence,)) == sentence


def test_what_a_paper_of_its_kind_is_called_is_better_than_a_file_s_name() -> None:
    assert title("Agenda", lines=("Agenda", "The committee met again, and agreed.")) == "Agenda"
    assert title("Agenda", lines=("Agenda", "Next meeting: 8 June 2023")) == "Agenda"
    assert title(lines=("Thornby Council", "The council met again, and agreed.")) == "Thornby Council"
    assert title(lines=("Home",)) == "some file 2018"


@pytest.mark.parametrize(
    ("below", "headings", "called"),
    [
        (("ALLOTMENTS: RULES", "Version 5 of 2023", "1. Plots"), ("2. Water",), "ALLOTMENTS: RULES"),
        (("Handbook, part C: Leave", "Revised in 2024", "C1. Holidays"), ("C2. Sickness",), "Handbook, part C: Leave"),
        (("Town Hall, High Street", "Library review"), ("Library review", "Why"), "Library review"),
        (
            ("Finance Committee: minutes of 3 May 2024", "Chamber, 7.30 pm"),
            ("Chamber, 7.30 pm",),
            "Finance Committee: minutes of 3 May 2024",
        ),
        (
            (f"Minutes of the meeting of the {LONG_NAME} held on Tuesday 3rd May 2024 at 7.00 pm", "1. Apologies"),
            ("1. Apologies",),
            f"Minutes of the meeting of the {LONG_NAME} held on Tuesday 3rd May 2024 at 7.00 pm",
        ),
        (("Visiting times", "Approved: July 2024", "Children's ward"), ("Children's ward",), "Visiting times"),
        (("Chamber, Corn Exchange, 7.30 pm", "Library review"), (), "Library review"),
        (("Open: Monday to Friday", "Library review"), (), "Library review"),
        (("The Old Mill, Mill Lane, Wick WK1 2AB", "Your plot"), (), "Your plot"),
        (("News", "Council to plant trees"), ("News",), "Council to plant trees"),
        (("We have reviewed our libraries.", "Why"), ("Why",), "Why"),
    ],
)
def test_below_a_letterhead_the_next_lines_count_before_headings_further_down(
    below: tuple[str, ...], headings: tuple[str, ...], called: str
) -> None:
    letterhead = "WICK TOWN COUNCIL"
    lines = (letterhead, *below, "There are nine plots in Mill Lane.")
    assert title(letterhead, lines=lines, headings=(letterhead, *headings)) == called


@pytest.mark.parametrize(
    ("organisation", "below", "called"),
    [
        ("Friends of Mill Park", ("Minutes of the meeting on 4 May 2023",), "Minutes of the meeting on 4 May 2023"),
        ("Quayside Singers", ("Notes of the meeting on 4 May 2023",), "Notes of the meeting on 4 May 2023"),
        ("Kettlewell Allotment Society", ("Annual General Meeting", "Tuesday 5 March 2024"), "Annual General Meeting"),
        ("Mill Lane Surgery", ("1 Mill Lane, Thornby TB1 2AB", "Complaints procedure"), "Complaints procedure"),
        ("Mill Lane Surgery", ("Opening hours from June 2023",), "Opening hours from June 2023"),
        ("Thornby Village Hall Trust", ("Hire charges from 1 April 2024",), "Hire charges from 1 April 2024"),
        ("Larkfield Homes Ltd", ("Repairs policy", "Version 3, May 2023"), "Repairs policy"),
        ("Wick Hospital Trust", ("Visiting times", "Approved: July 2024 Review due: July 2027"), "Visiting times"),
        ("Wick Village Hall", ("Report to trustees, 6 May 2026", "Agenda item 5"), "Report to trustees, 6 May 2026"),
        ("Mill Lane Surgery", ("Blood tests", "Produced: June 2021 Revised: May 2026"), "Blood tests"),
        ("Mill Lane Surgery", ("Blood tests", "Version 4 | Issued 3 May 2026"), "Blood tests"),
        ("Wick General Hospital", ("Patient information", "After your operation"), "After your operation"),
    ],
)  # fmt: skip
def test_below_the_name_of_an_organisation_stands_what_its_paper_is_called(
    organisation: str, below: tuple[str, ...], called: str
) -> None:
    assert title(organisation, lines=(organisation, *below, "It was agreed that all of it is to be paid.")) == called


@pytest.mark.parametrize(
    ("head", "called"),
    [
        (
            ("Larkfield Housing Trust", "Quill House, 12 Marsh Road, Thornby", "Repairs: what we mend"),
            "Repairs: what we mend",
        ),
        (("Thornby College", "Regent Street, Thornby TB1 2QQ", "Tel 01632 960111", "Bursaries"), "Bursaries"),
        (
            ("Larkfield Homes", "The Old Mill", "Mill Street", "Thornby", "TB1 2AB", "Rents from April"),
            "Rents from April",
        ),
        (("The Thornby Trust", "Registered charity 123456", "Volunteering with us"), "Volunteering with us"),
        (("Quill House, Marsh Road, Thornby", "Larkfield Housing Trust", "Pets in our homes"), "Pets in our homes"),
        (("Larkfield Housing Trust, Quill House, Marsh Road", "Pets in our homes"), "Pets in our homes"),
        (("Wick Town Council, Town Hall, High Street", "Pets in our parks"), "Pets in our parks"),
        (("Thornby and Wick NHS Trust", "Your hip operation"), "Your hip operation"),
        (("Thornby NHS Foundation Trust", "Day Surgery Unit, Level 2", "A new lens"), "A new lens"),
        (
            ("Thornby NHS Foundation Trust", "Community nursing team", "Information for families", "A bandage"),
            "A bandage",
        ),
    ],
)
def test_an_address_or_a_part_of_an_organisation_below_or_above_its_name_is_no_title(
    head: tuple[str, ...], called: str
) -> None:
    lines = (*head, "All of this is done within a week, and on most days at once.", "Why")
    assert title(head[0], lines=lines, headings=(called, "Why")) == called
    assert title(head[0], lines=lines, headings=("Why",)) == called


@pytest.mark.parametrize(
    ("first", "below", "headings"),
    [
        ("Thornby Rugby Club", ("History", "It was founded by two bakers in 1871."), ("History", "Ground")),
        ("Thornby Rugby Club", ("It was founded by two bakers in 1871.",), ("History",)),
        ("Mill Park", ("A history",), ("A history",)),
        ("Friends and neighbours", ("Terms of reference",), ("Terms of reference",)),
    ],
)
def test_a_text_about_an_organisation_is_called_by_its_name(
    first: str, below: tuple[str, ...], headings: tuple[str, ...]
) -> None:
    assert title(first, lines=(first, *below), headings=(first, *headings)) == first


def test_a_letter_is_called_by_the_line_below_its_greeting() -> None:
    head = ("Mill Lane Surgery", "1 Mill Lane", "Dear patient")
    assert title(head[0], lines=(*head, "New opening hours", "We open at 7am.")) == "New opening hours"
    assert title(head[0], lines=(*head, "Thank you for your letter of 3 May.", "We regret it.")) == head[0]
    assert title(head[0], lines=(*head, "Yours", "")) == head[0]
    assert title("Newsletter", lines=("Newsletter", "Dear parents", "We met again, and all is well.")) == "Newsletter"


def test_who_signs_a_letter_is_no_title() -> None:
    lines = [
        "12 March 2024",
        "Dear parents",
        "We visited the school in February.",
        "Yours sincerely",
        "Ann Tolley, inspector",
    ]
    assert choose_title([], lines, [], [], "letters/letter-home.txt") == "letter-home"


@pytest.mark.parametrize(
    ("lines", "headings", "called"),
    [
        (
            ("Wick School", "Admission rules for 2027", "1. Places"),
            ("1. Places", "2. Ties"),
            "Admission rules for 2027",
        ),
        (("Pay", "It is low.", "PL.31 Appeals", "PL.32 Trees"), ("PL.31 Appeals", "PL.32 Trees"), "Pay"),
        (("1 Mill Lane",), ("1 Mill Lane", "Rooms"), "1 Mill Lane"),
    ],
)
def test_counted_sections_give_no_title(lines: tuple[str, ...], headings: tuple[str, ...], called: str) -> None:
    assert choose_title([lines[0]], lines, headings, [], "notes.txt") == called


@pytest.mark.parametrize(
    ("below", "called"),
    [
        (("Site: 4 Mill Lane",), "NOTICE OF DECISION: REFUSED: 4 Mill Lane"),
        (("Applicant: Ada Moor", "Premises: The Eel"), "NOTICE OF DECISION: REFUSED: The Eel"),
        (("Applicant: Ada Moor",), "NOTICE OF DECISION: REFUSED"),
        (("Site visit: 4 May",), "NOTICE OF DECISION: REFUSED"),
    ],
)
def test_a_notice_of_decision_is_called_by_its_site_and_not_by_the_law(below: tuple[str, ...], called: str) -> None:
    lines = ("WICK COUNCIL", "TOWN AND COUNTRY PLANNING ACT 1990", "NOTICE OF DECISION: REFUSED", *below)
    assert choose_title([lines[0]], lines, [], [], "notes.txt") == called
