from __future__ import annotations

import pytest

from corpus.document import Block, Document
from tests.pages import document
from web.views.finding import find_question, find_words


def made(*paragraphs: str) -> Document:
    text, blocks = "", list[Block]()
    for words in paragraphs:
        blocks.append(Block(len(text), len(text) + len(words)))
        text += words + "\n\n"
    return document(text, tuple(blocks))


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("pool", ["Pool", "pool"]),
        ("POOL is", ["Pool is"]),
        ("the pool", ["the\n\npool"]),
        ("caf", ["Caf"]),
        ("CAFÉ a", ["Café (a"]),
        ("ool", []),
        ("(a)", ["a"]),
        ("£", ["£"]),
        ("  ", []),
        ("nothing", []),
    ],
)
def test_words_are_found_whatever_their_case_and_what_is_between_them(sought: str, found: list[str]) -> None:
    read = made("The", "Pool is open. Café (a): £3 in the", "pool")
    spans = [read.text[match.start : match.end] for match in find_words(read, sought)]
    assert [span for span in spans if span != "The\n\nPool"] == found


def test_no_more_than_five_hundred_are_given() -> None:
    assert len(find_words(made("ab " * 600), "ab")) == 500


def test_a_question_stops_where_most_of_its_words_stand_together() -> None:
    read = made("The pool.", "The town pool reopened in May.", "May is warm.", "The pool reopens.")
    matches = find_question(read, "When did the town pool reopen?")
    assert [read.text[match.start : match.end] for match in matches] == ["town", "pool"]
    assert [read.text[mark.start : mark.end] for mark in matches[0].marks] == ["town", "pool", "reopened"]


def test_words_that_never_stand_together_are_found_alone_and_unknown_ones_do_not_count() -> None:
    read = made("The pool.", "The town.", "Nothing.")
    assert len(find_question(read, "town pool zebra crossing")) == 2
    assert find_question(read, "zebra") == find_question(read, "the") == find_question(read, "") == ()
