"""Reading again: the reader is asked of the words' own sentence, and only of those it has read before."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.language.kinds import Value
from index.encoder import HashingEncoder
from index.reader import NAME
from index.reranker import load_reranker
from index.seams import Reranker
from index.snapshot import Snapshot
from qa.extraction.answer_extractor import load_answer_extractor
from qa.extraction.extract import extract
from qa.extraction.reread import reread
from qa.features import featurize
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.ranking.rank import rank
from qa.ranking.ranker import load_ranker
from qa.ranking.retrieve import retrieve
from tests.words_shown import asked_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
QUESTION = "When did the swimming pool open?"
TEXTS = (
    "The swimming pool opened in May 1901. In the war of 1914 it was full of boats.",
    "The swimming pool got a roof of slate in June 1950. Its doors are of oak.",
)


@pytest.fixture(scope="module")
def reader(models: Path) -> Reranker:
    return load_reranker(NAME, models)


@pytest.fixture(scope="module")
def read(snapshot_of: Made, reader: Reranker) -> tuple[Asked, Sequence[Candidate], list[AnswerSpan]]:
    """Two passages, the one that answers first, with what is quoted of each; a reader has read both."""
    snapshot = snapshot_of({"title": "Bathing", "text": text} for text in TEXTS)
    asked = asked_of(snapshot, QUESTION)
    ranking = rank(asked, featurize(asked, retrieve(asked, HashingEncoder())), load_ranker(), reader, 8)
    found = sorted(ranking.candidates, key=lambda one: TEXTS.index(one.passage.text))
    said = next(one.rerank for one in found if one.rerank)
    spans = extract(asked, found, load_answer_extractor())
    return asked, [replace(one, rerank=one.rerank or said) for one in found], spans


def test_a_sentence_that_answers_is_told_from_one_that_does_not(
    read: tuple[Asked, Sequence[Candidate], list[AnswerSpan]], reader: Reranker
) -> None:
    asked, candidates, spans = read
    assert [one.alone for one in spans] == [None, None]
    answers, other = reread(asked, candidates, spans, reader)
    assert answers.alone is not None and other.alone is not None
    assert answers.alone > 0 > other.alone
    assert [replace(one, alone=None) for one in (answers, other)] == spans, "nothing else is changed"


def test_what_stands_beside_the_sentence_is_not_read(
    read: tuple[Asked, Sequence[Candidate], list[AnswerSpan]], reader: Reranker
) -> None:
    asked, [first, _], spans = read
    start = TEXTS[0].index("In the war")
    year = TEXTS[0].index("1914")
    value = year, year + len("1914"), Value("date", "1914", "1914")
    beside = AnswerSpan((start, len(TEXTS[0])), (start, len(TEXTS[0])), value)
    [answers] = reread(asked, [first], spans[:1], reader)
    [no_answer] = reread(asked, [first], [beside], reader)
    assert answers.alone is not None and no_answer.alone is not None
    assert no_answer.alone < answers.alone


def test_only_what_was_read_before_is_read_again_and_nothing_without_a_reader(
    read: tuple[Asked, Sequence[Candidate], list[AnswerSpan]], reader: Reranker
) -> None:
    asked, [first, second], spans = read
    assert reread(asked, [first, second], spans, None) == spans
    unread = [replace(first, rerank=None), second]
    assert [one.alone is None for one in reread(asked, unread, spans, reader)] == [True, False]
    assert reread(asked, [replace(one, rerank=None) for one in unread], spans, reader) == spans


def test_words_that_are_no_answer_are_not_read_again(
    read: tuple[Asked, Sequence[Candidate], list[AnswerSpan]], reader: Reranker
) -> None:
    asked, [_, second], _ = read
    start = TEXTS[1].index("Its doors")
    no_day = AnswerSpan((start, len(TEXTS[1])), (start, len(TEXTS[1])), None)
    assert reread(asked, [second], [no_day], reader) == [no_day]


def test_after_its_time_only_the_first_sentence_is_read_and_what_is_not_read_stays(
    read: tuple[Asked, Sequence[Candidate], list[AnswerSpan]], reader: Reranker
) -> None:
    asked, candidates, spans = read
    late = reread(asked, candidates, spans, reader, until=time.perf_counter() - 1)
    assert [one.alone is None for one in late] == [False, True]
    assert reread(asked, candidates[:1], spans, reader)[1] == spans[1], "more is quoted than is weighed"


def test_a_paper_of_the_year_that_is_asked_about_need_not_say_the_year_in_its_words(
    snapshot_of: Made, reader: Reranker
) -> None:
    text = "# What needs to improve\n\n- Records of visits.\n- The lift."

    def alone(published: str) -> float:
        snapshot = snapshot_of([{"title": "The home", "text": text, "published": published}])
        asked = asked_of(snapshot, "What was the home told to improve in 2025?")
        ranking = rank(asked, featurize(asked, retrieve(asked, HashingEncoder())), load_ranker(), reader, 8)
        spans = extract(asked, ranking.candidates, load_answer_extractor())
        [made] = reread(asked, ranking.candidates, spans, reader)
        assert made.alone is not None
        return made.alone

    assert alone("2025-03-04") > alone("2021-03-04") + 2
