"""Words of documents with the gold in them marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.figures import figures
from eval.report.excerpts import Segment, marked
from eval.report.page import report_page
from tests.report_cases import DATASET, HOSTILE, QUESTIONS, RUN, Shelf, card, report_tree, words


def test_exactly_the_gold_is_marked_after_astral_characters() -> None:
    tree = report_tree()
    for identifier in ("missed", "low", "refused"):
        assert [words(mark) for mark in card(tree, identifier).xpath(".//blockquote//mark")] == ["opened in 1901"]
    assert [words(mark) for mark in card(tree, "refused").xpath(".//*[@class='returned']//mark")] == ["opened in 1901"]


def test_a_returned_passage_is_shown_as_it_stands_in_its_document() -> None:
    tree = report_tree()
    shown = card(tree, "refused").xpath(".//*[@class='returned']//*[@class='words']")
    assert words(shown[0]) == HOSTILE[0:160]


def test_gold_in_a_document_that_is_not_there_is_shown_by_its_own_words() -> None:
    page = report_page(DATASET, RUN, figures(QUESTIONS, RUN), Shelf({}))
    gold = next(each for each in page.cards if each.question_id == "missed").gold[0]
    assert gold.segments == (Segment("opened in 1901", gold=True),)
    assert "the index holds no such words there" in gold.cite


@given(
    text=st.text(max_size=30),
    offset=st.integers(0, 20),
    spans=st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair))), max_size=4
    ),
)
def test_marking_cuts_a_text_and_marks_exactly_its_gold(text: str, offset: int, spans: list[tuple[int, int]]) -> None:
    segments = marked(text, offset, spans)
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.text for segment in segments)
    gold = [segment.gold for segment in segments for _ in segment.text]
    assert gold == [any(start <= place < end for start, end in spans) for place in range(offset, offset + len(text))]
