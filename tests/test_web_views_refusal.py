"""Where nothing answers it is told what the documents do hold, and what to try next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from index.seams import DocumentMeta
from qa.answer import Answer
from qa.query import Interpretation
from qa.query.coverage import Period
from qa.query.entities import Name
from qa.request import AskRequest, Filters
from tests.builds import document_meta
from tests.pages import INFO, SCHEMA, answer_from, document
from web.views.refusal import show_refusal

QUESTION = "How was Slough rated in 1999?"
READ = Interpretation(
    QUESTION,
    names=(Name("Slough", 8, 14, 2, True),),
    periods=(Period("in 1999", 21, 28, date(1999, 1, 1), date(1999, 12, 31), False),),
)
REFUSED = Answer(
    QUESTION, "abstained", "date_not_covered", 0.1, None, (), INFO, 1.0, reason_text="No.", interpretation=READ
)


@pytest.fixture
def held() -> list[DocumentMeta]:
    """Two documents on Slough and three on others."""
    days = [("Slough", 2019), ("Slough", 2023), ("Redcar", 2001), ("Ashby", 2020), ("Thornby", 0)]
    return [
        document_meta(place, f"Report on {town}", day=date(year, 5, 1).toordinal() if year else 0)
        for place, (town, year) in enumerate(days)
    ]


def question_of(address: str) -> str:
    return dict(parse_qsl(urlsplit(address).query))["q"]


def test_the_documents_of_a_name_are_told_and_the_years_there_are_offered(held: list[DocumentMeta]) -> None:
    shown = show_refusal(REFUSED, AskRequest(QUESTION), SCHEMA, held)
    assert shown
    assert [(one.words, one.link) for one in shown.held] == [
        ("Slough: 2 documents, of 2019 to 2023", "/documents?title=Slough")
    ]
    assert [(one.label, question_of(one.without)) for one in shown.tries] == [
        ("Ask about 2019 instead of 1999", "How was Slough rated in 2019?"),
        ("Ask about 2023 instead of 1999", "How was Slough rated in 2023?"),
    ]


def test_without_a_name_all_documents_are_told(held: list[DocumentMeta]) -> None:
    nameless = replace(REFUSED, interpretation=None, reason="empty_question")
    shown = show_refusal(nameless, AskRequest("?"), SCHEMA, held)
    assert shown and shown.held[0].words == "In all: 5 documents, of 2001 to 2023 as far as they are dated"
    assert shown.tries == ()
    undated = show_refusal(nameless, AskRequest("?"), SCHEMA, held[-1:])
    assert undated and undated.held[0].words == "In all: 1 document, none of them dated"
    one = show_refusal(nameless, AskRequest("?"), SCHEMA, held[:1])
    assert one and one.held[0].words == "In all: 1 document, of 2019"


def test_where_there_are_no_documents_nothing_helps_on() -> None:
    empty = replace(REFUSED, interpretation=None, reason="empty_corpus")
    assert show_refusal(empty, AskRequest("When?"), SCHEMA, []) is None


def test_a_name_that_most_documents_have_tells_nothing(held: list[DocumentMeta]) -> None:
    common = replace(READ, names=(Name("Report", 0, 6, 5, True),))
    shown = show_refusal(replace(REFUSED, interpretation=common), AskRequest(QUESTION), SCHEMA, held)
    assert shown and shown.held[0].words.startswith("In all")


def test_no_year_is_offered_for_a_name_that_is_in_no_document(held: list[DocumentMeta]) -> None:
    unknown = replace(READ, names=(Name("Atlantis", 8, 14, 0, False),))
    shown = show_refusal(replace(REFUSED, interpretation=unknown), AskRequest(QUESTION), SCHEMA, held)
    assert shown and shown.tries == ()


def test_limits_are_offered_to_be_taken_away_first(held: list[DocumentMeta]) -> None:
    limited = AskRequest(QUESTION, filters=Filters(source=("Ofsted",)))
    shown = show_refusal(REFUSED, limited, SCHEMA, held)
    assert shown and shown.tries[0].label == "Search without “Publisher: Ofsted”" and len(shown.tries) == 3


def test_the_report_names_question_reason_index_and_address(held: list[DocumentMeta]) -> None:
    shown = show_refusal(REFUSED, AskRequest(QUESTION), SCHEMA, held)
    assert shown
    for words in (f"“{QUESTION}”", "date_not_covered", f"index {INFO.snapshot}", SCHEMA.address(AskRequest(QUESTION))):
        assert words in shown.report


def test_an_answer_needs_none_of_this() -> None:
    assert show_refusal(answer_from(document("Words.", ())), AskRequest("Q?"), SCHEMA, []) is None
