"""What is known of a question and its answer is told as a person would say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Block
from corpus.language.kinds import AnswerType
from corpus.readers import FORMAT_OF_SUFFIX
from qa.answer import Alternative, AnswerPart, Copy, Notice, PartsCount, Sentence, Support
from qa.query import Interpretation
from qa.query.coverage import Period
from qa.query.entities import Name
from qa.query.intent import Order
from qa.query.spelling import Correction
from qa.wording import (
    Piece,
    beside_in_words,
    corrections_in_words,
    kind_in_words,
    kinds_in_words,
    percent,
    points_in_words,
    questions_in_words,
    support_in_words,
    understood,
    unknown_names,
)
from tests.pages import answer_from, document


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "over 99%"),
        (0.995, "over 99%"),
        (0.99, "99%"),
        (0.5, "50%"),
        (0.01, "1%"),
        (0.004, "under 1%"),
        (0.0, "under 1%"),
    ],
)
def test_nothing_is_told_as_quite_certain_or_as_impossible(probability: float, words: str) -> None:
    assert percent(probability) == words


def name(text: str, documents: int) -> Name:
    return Name(text, 0, len(text), documents, known=bool(documents))


def read(
    *names: Name, order: Order | None = None, answer_type: AnswerType = "other", covered: bool | None = True
) -> tuple[str, ...]:
    time = Period("in 2018", 0, 7, date(2018, 1, 1), date(2018, 12, 31), covered)
    pieces = understood(Interpretation("?", names, periods=(time,), order=order, answer_type=answer_type), 10)
    assert [piece.typed for piece in pieces if piece.read_as == "a time"] == ["in 2018"]
    return tuple(piece.words for piece in pieces)


def test_names_times_order_and_kind_are_told_in_a_few_words() -> None:
    assert read(name("Sutton", 1), name("Leeds", 2), order="latest", answer_type="rating") == (
        "Sutton (1 document)", "Leeds (2 documents)", "2018", "the latest", "asks for a rating",
    )  # fmt: skip
    assert read(covered=False) == ("2018 (no document dated then)",)


def test_names_that_tell_nothing_apart_and_an_order_without_a_name_are_left_out() -> None:
    assert read(name("Ofsted", 9), name("Nowhere", 0), order="latest") == ("2018",)


def test_corrected_words_are_told_beside_what_was_typed() -> None:
    one, two = Correction("Suton", 0, 5, "Sutton"), Correction("gud", 9, 12, "good")
    assert corrections_in_words((one,)) == ("“Suton”", "“Sutton”")
    assert corrections_in_words((one, two)) == ("“Suton” and “gud”", "“Sutton” and “good”")


def test_only_names_that_stand_nowhere_are_unknown() -> None:
    names = (name("Sutton", 1), name("Nowhere", 0), Name("Garth", 0, 5, 0, known=True))
    assert [unknown.text for unknown in unknown_names(Interpretation("?", names))] == ["Nowhere"]


def test_a_name_of_half_the_documents_is_told_and_of_more_is_not() -> None:
    assert read(name("Half", 5), name("More", 6)) == ("Half (5 documents)", "2018")
    assert understood(Interpretation("?"), 10) == ()


@pytest.mark.parametrize(
    ("documents", "copies", "told"),
    [
        (2, 0, "Also said by 2 other documents"),
        (1, 0, "Also said by 1 other document"),
        (0, 3, "3 copies"),
        (0, 1, "1 copy"),
        (2, 3, "Also said by 2 other documents; 3 copies"),
    ],
)
def test_who_else_says_so_is_told_in_one_line(documents: int, copies: int, told: str) -> None:
    assert support_in_words(Support(documents, copies)) == told


@pytest.mark.parametrize(
    ("given", "lead", "told"),
    [
        (2, "You need:", "All 2 points of “You need”"),
        (1, "You need:", "The first of 2 points of “You need”"),
        (2, "", "All 2 points of the list"),
    ],
)
def test_how_many_points_a_list_has_is_told(given: int, lead: str, told: str) -> None:
    answer = answer_from(document("A bag. A hat.", (Block(0, 6), Block(7, 13))))
    assert answer.answer is not None
    part = AnswerPart("A bag.", lead, "x", 0, 6, answer.answer.citation, 0.9)
    assert points_in_words(answer.answer) == ""
    assert points_in_words(replace(answer.answer, parts=(part,), counted=PartsCount(given, 2))) == told
    half = replace(part, sentence=Sentence("A bag.", 0, 6))
    listed = replace(half, parts=(part,) if lead else (), counted=PartsCount(given, 2))
    assert points_in_words(half) == "" and points_in_words(listed) == told
    both = replace(answer.answer, parts=(half, half), counted=PartsCount(2, 2))
    assert points_in_words(both) == "" and questions_in_words(both) == "Both questions are answered"
    assert questions_in_words(replace(both, counted=PartsCount(1, 2))) == "One of two questions is answered"
    for given, told in ((3, "All 3 questions are answered"), (2, "2 of 3 questions are answered")):
        assert questions_in_words(replace(both, counted=PartsCount(given, 3))) == told
    assert questions_in_words(answer.answer) == ""


@pytest.mark.parametrize(
    ("given", "told"), [(2, "2 rows of the table “Bay, Beds”"), (1, "The first 1 of 2 rows of the table “Bay, Beds”")]
)
def test_how_many_rows_of_a_table_are_given_is_told(given: int, told: str) -> None:
    answer = answer_from(document("Alder | 3", (Block(0, 9),)))
    assert answer.answer is not None
    row = AnswerPart("Alder | 3", "Bay, Beds", "x", 0, 9, answer.answer.citation, 0.9)
    assert points_in_words(replace(answer.answer, parts=(row,), counted=PartsCount(given, 2))) == told


def test_the_words_that_were_taken_for_the_question_are_told() -> None:
    read_as = Interpretation("Who chairs it?", asking="Who chairs it?")
    assert understood(read_as, 42) == (Piece("the question “Who chairs it?”"),)


def test_what_is_told_beside_an_answer_is_told_a_line_each() -> None:
    answer = answer_from(document("A bag. A hat.", (Block(0, 6), Block(7, 13))))
    assert answer.answer is not None and beside_in_words(answer) == ()
    cited, said = answer.answer.citation, Sentence("A cap.", 0, 6)
    items = (AnswerPart("A bag.", "You need:", "x", 0, 6, cited, 0.9),)
    quote = replace(answer.answer, parts=items, counted=PartsCount(1, 2), support=Support(2, 1))
    first = replace(answer.passages[0], also_in=(Copy("y", "Old bags", "/y"), Copy("z", "Bags again", "/z")))
    told = replace(
        answer,
        answer=quote,
        passages=(first, *answer.passages[1:]),
        alternatives=(Alternative("cap", "old", 2, 5, said, replace(cited, title="Bags 2019")),),
        notices=(Notice("undated", "It has no date."),),
    )
    assert beside_in_words(told) == (
        "The first of 2 points of “You need”",
        "Also said by 2 other documents; 1 copy",
        "Another edition of this document says: “A cap.” Bags 2019",
        "Also in: Old bags; Bags again",
        "It has no date.",
    )
    half = AnswerPart("A bag.", "What?", "x", 0, 6, cited, 0.9, said, support=Support(0, 3))
    assert beside_in_words(replace(told, answer=replace(quote, parts=(half,), support=None)))[0] == "3 copies"
    listed = replace(quote, parts=(half, replace(half, counted=PartsCount(40, 52))))
    assert beside_in_words(replace(told, answer=listed))[0] == "The first 40 of 52 points of the list"
    refused = replace(told, status="abstained", reason="not_answered", reason_text="No.", answer=None, alternatives=())
    assert beside_in_words(refused) == ("It has no date.",)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("DOCX", "Word document (DOCX)"),
        ("PDF", "PDF"),
        ("XYZ", "XYZ"),
        ("Inspection report", "Inspection report"),
        ("Data", "Data"),
    ],
)
def test_a_kind_of_document_is_called_as_people_call_it(kind: str, told: str) -> None:
    assert kind_in_words(kind) == told


def test_beside_kinds_of_papers_one_of_files_alone_is_of_the_others() -> None:
    assert kinds_in_words(["PDF", "DOCX", "Other"]) == {"PDF": "PDF", "DOCX": "Word document (DOCX)", "Other": "Other"}
    told = kinds_in_words(["Minutes", "PDF", "DOCX", "Other"])
    assert list(told.values()) == ["Minutes", "Other: PDF", "Other: Word document (DOCX)", "Other"]


def test_each_kind_of_file_that_is_read_has_a_name_that_people_know() -> None:
    kinds = {suffix[1:].upper() for suffix in FORMAT_OF_SUFFIX} - {"PDF"}
    assert [kind for kind in sorted(kinds) if kind_in_words(kind) == kind] == []
