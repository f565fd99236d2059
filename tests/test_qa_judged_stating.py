"""Stating: the words of a document that state a judgement, with its day where that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.judged.answering import judged
from qa.judged.stating import DATED_CHARS, Stated, stated
from qa.passages.asked import Asked
from qa.query import understand
from tests.judged_papers import WENDHAM, WENDHAM_2019

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TODAY = date(2026, 11, 27)
NEWS = {
    "title": "News of Wendham",
    "text": "Children's services in Wendham were judged to be inadequate in January 2017. Much has changed since.\n",
    "published": "2024-02-01",
}


def statement(snapshot: Snapshot, question: str) -> Stated:
    asked = Asked(snapshot, understand(question, snapshot, today=TODAY))
    found = judged(asked.query, snapshot, EVERYTHING)
    assert found
    one = stated(found.answering[0], found.question.wants, asked)
    assert one
    return one


def quoted(one: Stated) -> str:
    return " ".join(one.passage.text[slice(*one.span.quote)].split())


def test_the_grade_is_quoted_with_what_was_judged(snapshot_of: Made) -> None:
    one = statement(snapshot_of(WENDHAM), "How was Wendham rated in 2021?")
    assert quoted(one) == "Overall effectiveness Requires improvement to be good"
    assert one.span.sentence == one.span.quote
    assert one.span.value
    start, end, value = one.span.value
    assert one.passage.text[start:end] == value.text == "Requires improvement to be good"
    assert (value.kind, value.normalized) == ("rating", "requires improvement to be good")


def test_the_day_is_quoted_with_the_grade(snapshot_of: Made) -> None:
    one = statement(snapshot_of(WENDHAM), "When was Wendham rated requires improvement?")
    assert quoted(one).startswith("4 to 15 November 2019") and quoted(one).endswith("Requires improvement to be good")
    assert one.span.value and one.span.value[2].normalized == "2019-11-04/2019-11-15"


def test_a_day_far_from_the_grade_is_not_quoted_with_it(snapshot_of: Made) -> None:
    def paper(chars: int) -> dict[str, str]:
        lines = "A line of no use.\n" * (chars // 18)
        return {**WENDHAM_2019, "text": WENDHAM_2019["text"].replace("\nJudgement", f"\n{lines}\nJudgement")}

    near = statement(snapshot_of([paper(90)]), "When was Wendham rated requires improvement?")
    assert near.span.value
    far = statement(snapshot_of([paper(DATED_CHARS + 90)]), "When was Wendham rated requires improvement?")
    assert far.span.value is None


def test_a_report_states_its_judgement_before_what_tells_of_it(snapshot_of: Made) -> None:
    one = statement(snapshot_of([*WENDHAM, NEWS]), "How was Wendham rated in 2018?")
    assert quoted(one) == "Overall effectiveness Inadequate"


@pytest.mark.parametrize("question", ["How was Wendham rated in 2018?", "When was Wendham rated inadequate?"])
def test_words_are_quoted_in_their_sentence(snapshot_of: Made, question: str) -> None:
    one = statement(snapshot_of([NEWS]), question)
    sentence = one.passage.text[slice(*one.span.sentence)]
    assert sentence == "Children's services in Wendham were judged to be inadequate in January 2017."
    assert quoted(one) in sentence and "inadequate" in quoted(one)
    if question.startswith("When"):
        assert one.span.value and one.span.value[2].normalized == "2017-01"


def test_a_grade_that_stands_alone_is_the_value_too(snapshot_of: Made) -> None:
    line = "5 to 16 June 2023 - Full inspection. Good overall, leadership outstanding."
    text = f"Timeline: children's services in Wendham, 2010 to 2026\n\n2023\n\n{line}\n"
    one = statement(
        snapshot_of([{"title": "Timeline of Wendham", "text": text, "published": "2026-02-02"}]),
        "How is Wendham rated?",
    )
    assert one.span.value and one.span.value[2].normalized == "good"
