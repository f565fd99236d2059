"""Where nothing answers it is told what the documents do hold, and what to try next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from corpus.document import Block
from corpus.judgements.judgement import Judgement
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
        ("Ask about any time, not 1999 alone", QUESTION),
    ]
    assert shown.tries[-1].without.endswith("&plain=in+1999")


def test_the_year_that_was_asked_about_is_not_offered_instead_of_itself(held: list[DocumentMeta]) -> None:
    """Before 2019 there is no document, but of 2019 itself there is one."""
    question = "How was Slough rated before 2019?"
    before = replace(READ, question=question, periods=(Period("before 2019", 21, 32, None, date(2018, 12, 31), False),))
    shown = show_refusal(replace(REFUSED, interpretation=before), AskRequest(question), SCHEMA, held)
    assert shown and [one.label for one in shown.tries][:-1] == ["Ask about 2023 instead of 2019"]


def test_documents_whose_publisher_has_the_name_are_counted_too(
    held: list[DocumentMeta],
) -> None:
    published = replace(held[2], source="Slough Council")
    shown = show_refusal(REFUSED, AskRequest(QUESTION), SCHEMA, [*held[:2], published, *held[3:], *held[3:]])
    assert shown and shown.held[0].words == "Slough: 3 documents, of 2001 to 2023"


def test_of_several_times_all_are_taken_away_at_once(held: list[DocumentMeta]) -> None:
    other = Period("in 2005", 29, 36, date(2005, 1, 1), date(2005, 12, 31), True)
    read = replace(READ, names=(), periods=(*READ.periods, other))
    shown = show_refusal(replace(REFUSED, interpretation=read), AskRequest(QUESTION), SCHEMA, held)
    assert shown and shown.tries[-1].label == "Ask about any time, not 1999 and 2005 alone"
    assert shown.tries[-1].without.endswith("&plain=in+1999&plain=in+2005")


def test_what_comes_nearest_is_led_to_and_where_nothing_does_a_question_that_is_answered(
    held: list[DocumentMeta],
) -> None:
    read = answer_from(document("The pool is shut.", (Block(0, 17),)))
    near = replace(REFUSED, passages=read.passages, interpretation=None)
    shown = show_refusal(near, AskRequest("Is it?"), SCHEMA, held, ["When was Slough inspected?"])
    assert shown and [one.label for one in shown.tries] == [
        f"Read the passage that comes nearest: {read.passages[0].citation.title}"
    ]
    assert shown.tries[0].without == read.passages[0].citation.link
    far = show_refusal(replace(near, passages=()), AskRequest("Is it?"), SCHEMA, held, ["When was Slough inspected?"])
    assert far and far.tries[0].label == "Ask what is answered here, such as “When was Slough inspected?”"
    assert question_of(far.tries[0].without) == "When was Slough inspected?"


def test_a_passage_of_another_than_is_asked_about_is_not_led_to(held: list[DocumentMeta]) -> None:
    read = answer_from(document("The pool is shut.", (Block(0, 17),)))
    near = replace(REFUSED, passages=read.passages)
    shown = show_refusal(near, AskRequest(QUESTION), SCHEMA, held)
    assert shown and not any("comes nearest" in one.label for one in shown.tries)
    own = replace(held[0], id=read.passages[0].citation.document_id)
    shown = show_refusal(near, AskRequest(QUESTION), SCHEMA, [own, *held[1:]])
    assert shown and "comes nearest" in shown.tries[-1].label


def test_the_judgements_of_those_whose_rating_is_asked_for_are_led_to(held: list[DocumentMeta]) -> None:
    judged = replace(
        held[0], judgements=(Judgement("Slough", "overall", "good", "ilacs", 1, 1, "inspected", "given", 0, 1),)
    )
    for answer_type, documents, is_led_to in (
        ("rating", [judged, *held[1:]], True),
        ("date", [judged, *held[1:]], False),
        ("rating", held, False),
    ):
        read = replace(READ, answer_type=answer_type)  # type: ignore[arg-type]  # of a list
        shown = show_refusal(replace(REFUSED, interpretation=read), AskRequest(QUESTION), SCHEMA, documents)
        labels = [] if shown is None else [(one.label, one.without) for one in shown.tries]
        assert (("See how Slough was judged over time", "/timeline?subject=Slough") in labels) == is_led_to


def test_whom_the_documents_are_of_is_told(held: list[DocumentMeta]) -> None:
    labelled = [replace(meta, labels=(("authority", f"Town {place}"),)) for place, meta in enumerate(held * 2)]
    shown = show_refusal(replace(REFUSED, interpretation=None), AskRequest("?"), SCHEMA, labelled)
    assert shown
    assert shown.held[1].words == "Authorities: Town 0, Town 1, Town 2, Town 3, Town 4, Town 5 and 4 more"


def test_without_a_name_all_documents_are_told(held: list[DocumentMeta]) -> None:
    nameless = replace(REFUSED, interpretation=None, reason="empty_question")
    shown = show_refusal(nameless, AskRequest("?"), SCHEMA, held)
    assert shown and shown.held[0].words == "In all: 5 documents, of 2001 to 2023 as far as they are dated"
    assert shown.tries == ()
    undated = show_refusal(nameless, AskRequest("?"), SCHEMA, held[-1:])
    assert undated and undated.held[0].words == "In all: 1 document, not dated"
    none = show_refusal(nameless, AskRequest("?"), SCHEMA, [held[-1], replace(held[-1], id="other")])
    assert none and none.held[0].words == "In all: 2 documents, none of them dated"
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
    assert shown and shown.tries[0].label == "Search without “Publisher: Ofsted”" and len(shown.tries) == 4


def test_the_report_names_question_reason_index_and_address(held: list[DocumentMeta]) -> None:
    shown = show_refusal(REFUSED, AskRequest(QUESTION), SCHEMA, held)
    assert shown
    for words in (f"“{QUESTION}”", "date_not_covered", f"index {INFO.snapshot}", SCHEMA.address(AskRequest(QUESTION))):
        assert words in shown.report


def test_an_answer_needs_none_of_this() -> None:
    assert show_refusal(answer_from(document("Words.", ())), AskRequest("Q?"), SCHEMA, []) is None
