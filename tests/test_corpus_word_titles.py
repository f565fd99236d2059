"""A document's title is what it calls itself, not what its template or its front sheet's first row says."""

from __future__ import annotations

import pytest

from corpus.assembly import SourceBlock, table_row
from corpus.word.pieces import Piece
from corpus.word.titles import titles
from tests.word_files import HEADING_STYLES, PROSE, document, p, table, word

STYLES = HEADING_STYLES + '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'


def title(body: str, stated: str = "", template: str = "", name: str = "2023 minutes.docx") -> str:
    return document(word(body, styles=STYLES, properties={"title": stated, "template": template}), name).title


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (table(["Report to:", "Planning Committee"], ["Subject:", "Mill Lane depot"]), "Mill Lane depot"),
        (table(["Report to", "Cabinet"], ["REPORT TITLE:", "Budget for 2024"]), "Budget for 2024"),
        (table(["Subject:", "A lesser name"], ["Title of report:", "The true name"]), "The true name"),
        (table(["Date:", "3 May", "Subject:", "Mill Lane depot"]), "Mill Lane depot"),
        (table(["Subject: Mill Lane depot"], ["Date: 3 May 2021"]), "Mill Lane depot"),
        (p("Report to: Cabinet") + p("Subject: Mill Lane depot"), "Mill Lane depot"),
        (p("To: All members") + p("Subject:") + p("Mill Lane depot"), "Mill Lane depot"),
        (p("Dear Sir") + p("Re: Mill Lane depot"), "Mill Lane depot"),
        (table(["Report to:", "Planning Committee"], ["Date:", "3 May 2021"]), "2023 minutes"),
        (p("The annual report", "Title") + p("Findings", "Heading1"), "The annual report"),
        (p("The annual report", "Heading1") + p("Findings", "Heading2"), "The annual report"),
        (p("Minutes of May") + p("1. Apologies", "Heading1"), "Minutes of May"),
        (p("Item 7 Budget", "Heading1") + p(PROSE), "Item 7 Budget"),
        (p("A paper"), "A paper"),
        (p("Date: 3 May 2021") + p("A paper"), "A paper"),
    ],
)
def test_titles_that_a_document_shows(body: str, shown: str) -> None:
    assert title(body + p(PROSE)) == shown


@pytest.mark.parametrize(
    ("stated", "template", "shown"),
    [
        ("Mill Lane depot", "", "Mill Lane depot"),
        ("Committee report template", "", "Findings"),
        ("Council Report", "Council Report.dotm", "Findings"),
        ("Microsoft Word - report.doc", "", "Findings"),
        ("report_v2.docx", "", "Findings"),
        ("Document3", "", "Findings"),
        ("Report", "", "Findings"),
        ("[Insert title]", "", "Findings"),
        ("", "Normal.dotm", "Findings"),
    ],
)
def test_a_title_in_the_properties_that_is_not_a_template_s(stated: str, template: str, shown: str) -> None:
    assert title(p(PROSE) + p("Findings", "Heading1") + p(PROSE), stated, template) == shown


def test_a_title_in_the_properties_that_the_document_shows_beats_its_style() -> None:
    body = p("Slough Borough Council", "Title") + p("Annual report 2023") + p(PROSE)
    assert title(body, "Annual Report 2023") == "Annual Report 2023"
    assert title(body, "Something copied") == "Annual report 2023", "below whose it is, not what was copied"


def test_a_lone_first_heading_beats_a_title_that_is_shown_nowhere() -> None:
    assert (
        title(p("Mill Lane depot", "Heading1") + p("Costs", "Heading2") + p(PROSE), "Last year's") == "Mill Lane depot"
    )
    assert title(p("Costs", "Heading1") + p("Staff", "Heading1") + p(PROSE), "Mill Lane depot") == "Mill Lane depot"


def test_a_long_first_paragraph_is_cut() -> None:
    assert title(p(PROSE * 4)).endswith(" …")


def test_what_looks_like_a_label_and_is_none() -> None:
    titled = (
        [Piece(SourceBlock("A paper"))],
        [table_row(["Title:", "Mr"]), table_row(["Title", "Author"]), table_row(["Re:", "7"])],
    )
    assert titles(*titled, "", "") == []
