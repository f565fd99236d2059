"""Sentences are worth what they cover of the question, and more where they hold a value of its kind."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.document import Part, Passage
from corpus.language.kinds import AnswerType
from index.snapshot import Snapshot
from qa.passages.sentences import overlaps, span_worths, weigh_sentences
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

TEXT = "The pool opened in May 1901. The roof leaks. Rain fell in June 1950."
PARTS = (Part(0, 5, "heading"), Part(7, 16), Part(17, 30, "list_item"), Part(31, 44, "list_item"))
IDF = {"pool": 3.0, "roof": 1.0}


def passage(text: str, *parts: Part) -> Passage:
    return Passage("a", 0, len(text), text, "", None, None, parts=parts)


def test_each_sentence_is_weighed_once_in_the_order_of_the_text() -> None:
    weighed = weigh_sentences(passage(TEXT), IDF, "other")
    assert weighed.text == TEXT
    assert [TEXT[slice(*span)] for span in weighed.spans] == [
        "The pool opened in May 1901.",
        "The roof leaks.",
        "Rain fell in June 1950.",
    ]
    assert weighed.worths == pytest.approx((0.75, 0.25, 0.0))


@pytest.mark.parametrize(
    ("kind", "worths"),
    [
        ("date", (1.75, 0.25, 0.0)),  # a date adds as much as the whole question, but only beside some of it
        ("number", (0.75, 0.25, 0.0)),
        ("reason", (0.75, 0.25, 0.0)),
    ],
)
def test_a_value_of_the_kind_adds_to_what_covers_anything(kind: AnswerType, worths: tuple[float, ...]) -> None:
    assert weigh_sentences(passage(TEXT), IDF, kind).worths == pytest.approx(worths)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The pool costs 40 pounds.", "number"),
        ("The pool is rated good.", "rating"),
        ("The pool of Ada Moor.", "person"),
    ],
)
def test_other_values_add_a_half(text: str, kind: AnswerType) -> None:
    assert span_worths(text, [(0, len(text))], IDF, kind) == pytest.approx([1.25])
    assert span_worths(text, [(0, 8)], IDF, kind) == pytest.approx([0.75])


def test_no_sentence_reaches_into_the_next_block_and_headings_are_not_quoted() -> None:
    text = "Leave\n\nYou need:\nFor a day two\nfor a week ten"
    weighed = weigh_sentences(passage(text, *PARTS), {}, "other")
    assert [text[slice(*span)] for span in weighed.spans] == ["Leave", "You need:", "For a day two", "for a week te"]
    assert weighed.kinds == ("heading", "paragraph", "list_item", "list_item")
    assert weighed.quotable(0, len(text)) == [(7, 16), (17, 30), (31, 44)]
    assert weighed.quotable(7, 30) == [(0, 9), (10, 23)]
    assert weighed.quotable(0, 6) == [(0, 6)]
    assert weighed.quotable(0, len(text), {"paragraph"}) == [(7, 16)]


def test_sentences_may_be_left_out_by_what_they_have_of_some_spans() -> None:
    text = "One is here. Two is there. Three is gone."
    passage = Passage("a", 0, len(text), text, "", None, None)
    every = weigh_sentences(passage, {"two": 1.0}, "other")
    kept = every.without([(11, 12), (27, 30)])
    assert [text[slice(*span)] for span in kept.spans] == ["Two is there."]
    assert (kept.worths, kept.kinds) == (every.worths[1:2], every.kinds[1:2])
    assert every.without([]) == every and not every.without([(0, len(text))]).spans
    assert overlaps((3, 5), [(4, 9)]) and not overlaps((3, 5), [(5, 9), (0, 3)])


@pytest.mark.parametrize(
    ("heading", "kind", "quotable"),
    [
        ("Lead inspector: Ada Moor HMI", "person", True),
        ("Clerk: Roy Pine", "person", True),
        ("Enquiries: 01234 567890", "contact", True),
        ("Lead inspector: Ada Moor HMI", "other", False),
        ("Part 2: what Ada Moor found", "person", False),
        ("Ada Moor", "person", False),
        ("Lead inspector", "person", False),
        ("Services: good", "rating", False),
    ],
)
def test_a_heading_that_names_somebody_behind_a_label_may_answer(
    heading: str, kind: AnswerType, quotable: bool
) -> None:
    text = f"{heading}\nThe roof leaks."
    parts = Part(0, len(heading), "heading"), Part(len(heading) + 1, len(text))
    weighed = weigh_sentences(passage(text, *parts), IDF, kind)
    assert ((0, len(heading)) in weighed.quotable(0, len(text))) is quotable


FEES = (
    "# Ennerby market: fees\n\n| Trader | Fee | Discount |\n|---|---|---|\n| Moor's Bakery | £20 | £5 |\n"
    "| Adair Cheese | £25 | £0 |\n| Penrose Plants | £18 | £4 |\n\n"
    "Adair Cheese lost its discount because it was late three times. "
    "Plants are charged less, as they take little room.\n"
)
CLOSURES = (
    "# Marlow: closures in May 2026\n\n| Place | Closed from | Reason |\n|---|---|---|\n"
    "| Mill Lane pool | 3 May | The boiler failed |\n| Garnet library | 5 May | A leak in the roof |\n"
    "| Wick museum | 9 May | Staff were ill |\n| Holm hall | 11 May | New floor |\n\n"
    "The museum may also shut in June, because its lift is to be replaced.\n"
)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Why does Adair Cheese get no discount?", "because it was late three times"),
        ("How much does Adair Cheese pay?", "£25"),
        ("Why does Moor's Bakery pay £20?", ""),
        ("Why was the museum closed in May?", "Staff were ill"),
        ("Why might the museum shut in June?", "its lift is to be replaced"),
    ],
)
def test_why_is_told_by_the_note_below_a_table_or_by_its_column_of_reasons(
    assistant: Assistant, tables: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(tables, AskRequest(question, today=date(2026, 11, 30))).answer
    assert (quote in answer.quote) if answer and quote else (answer is None and not quote)


@pytest.fixture(scope="module")
def tables(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    papers = {"fees.md": FEES, "closures.md": CLOSURES}
    return open_papers(papers, tmp_path_factory.mktemp("tables"), assistant.encoder)
