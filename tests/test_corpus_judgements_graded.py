"""Sentences with a grade know what the sentences before them tell of an inspection."""

from __future__ import annotations

from corpus.judgements.graded import graded
from corpus.judgements.phrases import phrases
from corpus.judgements.report import Report
from corpus.judgements.scales import shipped_scales
from tests.test_corpus_judgements_finding import NEWS, read


def told(text: str) -> list[tuple[str, str]]:
    report = Report.of(read(NEWS.format(text)), shipped_scales())
    return [(each.text, each.inspected) for each in graded(report, phrases(report.scales))]


def test_only_sentences_with_a_grade_are_given_with_the_inspection_before_them() -> None:
    first = "The last inspection was in September 2015."
    given = "The council was judged good for adoption."
    assert told(f"{first} {given} Roads were mended. It was judged inadequate.") == [
        (given, first),
        ("It was judged inadequate.", ""),
    ]


def test_what_is_no_text_gives_no_sentence() -> None:
    assert told("| Roads | were judged good |\n|---|---|\n| Parks | were judged good |") == []
