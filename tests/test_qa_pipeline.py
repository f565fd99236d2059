"""Answers: what stands in them stands in a source, and where there is none they say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa.passages.asked
import qa.passages.sentences
from index.build import build
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot, open_snapshot
from qa.answer import Answer, Quote, Sentence
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest, Filters
from qa.settings import LEAST_CONFIDENCE, read_settings
from tests.judged_papers import WENDHAM

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

PLAIN = Assistant(HashingEncoder(), answer_confidence=0.3)
RERANKING = Assistant(HashingEncoder(), OverlapReranker(), answer_confidence=0.4)
"""Confidence was fitted with the reader; what shares words only comes a little short of it."""
NEWS = """---
title: Library news
source: Example Council
published: 2021-03-04
---
# Opening hours

The library at Mill Lane opens at nine. It was closed for repairs from June 2019 until March 2021.

# Staff

The head librarian is the keeper of the local history shelf. Six volunteers help on Saturdays.
"""
PLAN = """---
title: Swimming pool plan
source: Example Leisure Trust
published: 2023-09-01
---
The pool at Mill Lane needs a new roof. The roof will cost two million pounds. Work begins in May 2024.
"""


def assert_quoted_of_its_document(quote: Quote, snapshot: Snapshot) -> None:
    """The sentence stands in its document, the quote in the sentence, and the value in the quote."""
    document, sentence = snapshot.document(quote.document_id), quote.sentence
    assert document is not None
    assert (
        document.text[sentence.start : sentence.end] == sentence.text and sentence.text == sentence.text.strip() != ""
    )
    assert document.text[quote.start : quote.end] == quote.quote and quote.quote == quote.quote.strip() != ""
    assert sentence.start <= quote.start < quote.end <= sentence.end
    assert quote.value is None or quote.value.text in quote.quote


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    work = tmp_path_factory.mktemp("assistant")
    papers = work / "papers"
    papers.mkdir()
    (papers / "news.md").write_text(NEWS, encoding="utf-8")
    (papers / "plan.md").write_text(PLAN, encoding="utf-8")
    (papers / "undated.txt").write_text(
        "A note without any day\n\nThe roof of the pool leaks, and rain comes in.\n", encoding="utf-8"
    )
    build([papers], work / "index", HashingEncoder())
    return open_snapshot(work / "index", HashingEncoder())


@pytest.mark.parametrize("assistant", [PLAIN, RERANKING], ids=["without reranker", "with reranker"])
def test_the_passage_that_answers_comes_first_with_its_citation(snapshot: Snapshot, assistant: Assistant) -> None:
    answer = assistant.ask(snapshot, AskRequest("How much will the pool roof cost?"))
    assert answer.status == "answered" and answer.answer is not None
    assert "two million pounds" in answer.answer.quote
    cited = answer.passages[0].citation
    assert (cited.document_id, cited.title, cited.source) == ("plan.md", "Swimming pool plan", "Example Leisure Trust")
    assert cited.published == date(2023, 9, 1)


@pytest.mark.parametrize("assistant", [PLAIN, RERANKING], ids=["without reranker", "with reranker"])
def test_a_question_nothing_answers_is_refused_with_the_nearest_passages(
    snapshot: Snapshot, assistant: Assistant
) -> None:
    answer = assistant.ask(snapshot, AskRequest("Which vaccines do airline pilots get?"))
    assert (answer.status, answer.answer) == ("abstained", None)
    near = {"not_answered"} if assistant is RERANKING else set()  # what counts shared words knows little of nearness
    assert answer.reason in {"nothing_relevant", *near}
    assert answer.passages and answer.confidence < 0.5


@given(question=st.text(max_size=80), k=st.integers(1, 9))
def test_every_word_shown_stands_in_its_document(snapshot: Snapshot, question: str, k: int) -> None:
    answer = RERANKING.ask(snapshot, AskRequest(question, k=k))
    assert len(answer.passages) <= k
    for number, passage in enumerate(answer.passages, start=1):
        document = snapshot.document(passage.citation.document_id)
        assert document is not None and passage.rank == number
        assert document.text[passage.citation.start : passage.citation.end] == passage.text
        assert all(0 <= mark.start < mark.end <= len(passage.text) for mark in passage.highlights)
    if answer.answer:
        assert_quoted_of_its_document(answer.answer, snapshot)
        assert answer.answer.sentence == Sentence(answer.answer.quote, answer.answer.start, answer.answer.end), (
            "a sentence is quoted without an extractor"
        )


def test_a_when_question_is_answered_by_the_dated_sentence(snapshot: Snapshot) -> None:
    answer = PLAIN.ask(snapshot, AskRequest("When was the library at Mill Lane closed?"))
    assert answer.answer is not None
    assert answer.answer.quote == "It was closed for repairs from June 2019 until March 2021."


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(source=("Example Council",)), {"news.md"}),
        (Filters(published_from=date(2022, 1, 1)), {"plan.md"}),
        (Filters(published_to=date(2021, 3, 4)), {"news.md"}),
        (Filters(document=("undated.txt", "plan.md")), {"undated.txt", "plan.md"}),
    ],
)
def test_filters_limit_what_is_found(snapshot: Snapshot, filters: Filters, expected: set[str]) -> None:
    answer = PLAIN.ask(snapshot, AskRequest("Mill Lane roof pool library", k=9, filters=filters))
    assert {passage.citation.document_id for passage in answer.passages} == expected


def test_a_filter_nothing_passes_is_said_to_be_the_cause(snapshot: Snapshot) -> None:
    answer = PLAIN.ask(snapshot, AskRequest("pool roof", filters=Filters(source=("Nobody",))))
    assert (answer.status, answer.reason, answer.passages) == ("abstained", "nothing_matches_filters", ())


def test_what_speaks_of_a_time_is_found_whatever_the_day_of_its_document(snapshot: Snapshot) -> None:
    def asked(first: date | None, last: date | None) -> Answer:
        filters = Filters(about_from=first, about_to=last)
        return PLAIN.ask(snapshot, AskRequest("What of Mill Lane?", k=9, filters=filters))

    then = asked(date(2019, 6, 30), date(2019, 7, 1))
    assert {passage.citation.document_id for passage in then.passages} == {"news.md"}
    later = asked(date(2024, 1, 1), None)
    assert {passage.citation.document_id for passage in later.passages} == {"plan.md"}
    never = asked(None, date(1990, 1, 1))
    assert (never.reason, never.reason_text) == (
        "nothing_matches_filters",
        "No passage of the documents chosen speaks of the time asked for (until 1 January 1990). Choose another one.",
    )


def test_an_index_from_before_times_were_kept_says_so_and_answers_all_else(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "times", None)
    limited = AskRequest("What of Mill Lane?", filters=Filters(about_from=date(2019, 1, 1)))
    answer = PLAIN.ask(snapshot, limited)
    assert answer.reason == "times_not_kept" and "qa build" in answer.reason_text
    assert PLAIN.ask(snapshot, AskRequest("What of Mill Lane?")).passages


def test_a_question_without_letters_is_empty(snapshot: Snapshot) -> None:
    assert PLAIN.ask(snapshot, AskRequest("?? … !")).reason == "empty_question"


def test_an_empty_index_says_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    build([tmp_path / "papers"], tmp_path / "index", HashingEncoder())
    answer = PLAIN.ask(open_snapshot(tmp_path / "index", HashingEncoder()), AskRequest("pool roof"))
    assert answer.reason == "empty_corpus" and answer.index.documents == 0


def test_the_same_question_gives_the_same_answer(snapshot: Snapshot) -> None:
    one, two = (replace(RERANKING.ask(snapshot, AskRequest("pool roof")), took_ms=0) for _ in range(2))
    assert one == two


def test_the_bar_for_answering_can_be_moved(snapshot: Snapshot) -> None:
    question = "How much will the pool roof cost?"
    assert replace(PLAIN, answer_confidence=1.0).ask(snapshot, AskRequest(question + " zebra")).status == "abstained"
    assert replace(PLAIN, answer_confidence=0.0).ask(snapshot, AskRequest("zebra")).status == "answered"
    assert Assistant(HashingEncoder()).answer_confidence == read_settings().answer_confidence == LEAST_CONFIDENCE


@pytest.mark.parametrize(
    "question",
    [
        "How much will the pool roof cost?",
        "When does work begin?",
        "Who helps on Saturdays?",
        "When was the library closed?",
    ],
)
def test_an_answer_as_sure_as_the_bar_is_given(snapshot: Snapshot, question: str) -> None:
    sure = PLAIN.ask(snapshot, AskRequest(question)).confidence
    assert replace(PLAIN, answer_confidence=sure).ask(snapshot, AskRequest(question)).status == "answered"


def test_the_value_that_answers_is_typed_and_marked(snapshot: Snapshot) -> None:
    answer = replace(PLAIN, answer_confidence=0.0).ask(snapshot, AskRequest("How much will the pool roof cost?"))
    assert answer.answer is not None and answer.answer.value is not None
    assert (answer.answer.value.kind, answer.answer.value.normalized) == ("number", "2000000")
    first = answer.passages[0]
    (marked,) = [first.text[mark.start : mark.end] for mark in first.highlights if mark.kind == "value"]
    assert marked == answer.answer.value.text and marked in answer.answer.quote


def test_fast_goes_without_the_reranker(snapshot: Snapshot) -> None:
    question = "How much will the pool roof cost?"
    assert "reranker" in RERANKING.ask(snapshot, AskRequest(question)).passages[0].scores
    fast = RERANKING.ask(snapshot, AskRequest(question, fast=True))
    assert replace(fast, took_ms=0) == replace(PLAIN.ask(snapshot, AskRequest(question)), took_ms=0)


@pytest.fixture(scope="module")
def shipped(assistant: Assistant) -> Assistant:
    """The assistant with the models that it is shipped with, which answers however unsure it is."""
    return replace(assistant, answer_confidence=0)


@pytest.fixture(scope="module")
def samples(shipped: Assistant, repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("samples")
    build([repo_root / "corpus" / "samples"], folder, shipped.encoder)
    return open_snapshot(folder, shipped.encoder)


ASKED = (
    "Who chairs the improvement board?",
    "When was the service judged inadequate?",
    "What was the overall grade in 2018?",
    "What did inspectors say about the front door?",
    "Why do caseloads matter?",
    "How many social workers are there?",
    "front door",
    "?",
)


def test_the_words_that_answer_are_quoted_within_a_sentence_of_a_document(
    shipped: Assistant, samples: Snapshot
) -> None:
    quotes = [found for question in ASKED if (found := shipped.ask(samples, AskRequest(question)).answer)]
    for quote in quotes:
        assert_quoted_of_its_document(quote, samples)
    assert len(quotes) == len(ASKED) - 1 and any(quote.quote != quote.sentence.text for quote in quotes)


def test_of_the_examples_in_the_readme_only_the_last_has_no_answer(
    shipped: Assistant, samples: Snapshot, repo_root: Path
) -> None:
    questions = re.findall(r'qa ask "([^"]+)"', (repo_root / "README.md").read_text(encoding="utf-8"))
    statuses = [
        replace(shipped, answer_confidence=0.5).ask(samples, AskRequest(question)).status for question in questions
    ]
    assert statuses == ["answered", "answered", "abstained"]


def test_a_name_is_quoted_alone_and_in_haste_the_whole_sentence(shipped: Assistant, samples: Snapshot) -> None:
    short, whole = (
        shipped.ask(samples, AskRequest("Who chairs the improvement board?", fast=fast)).answer
        for fast in (False, True)
    )
    assert short and "Gladys Rhodes-White" in short.quote and len(short.quote) < len(short.sentence.text)
    assert whole and whole.quote == whole.sentence.text


def test_a_pinned_reranker_that_finds_no_words_quotes_sentences(samples: Snapshot, models: Path) -> None:
    plain = load_assistant(read_settings(models=models, answer_confidence=0, reranker="ms-marco-MiniLM-L-12-v2-int8"))
    answer = plain.ask(samples, AskRequest("Who signed the report on the service?")).answer
    assert answer and answer.quote == answer.sentence.text


def test_each_passage_marks_the_words_that_answer_in_it(shipped: Assistant, samples: Snapshot) -> None:
    answer = shipped.ask(samples, AskRequest("Who chairs the improvement board?"))
    for passage in answer.passages:
        assert [mark.kind for mark in passage.highlights].count("quote") == 1
    (mark,) = [mark for mark in answer.passages[0].highlights if mark.kind == "quote"]
    assert answer.answer and answer.passages[0].text[mark.start : mark.end] == answer.answer.quote


@pytest.mark.parametrize("assistant", [PLAIN, RERANKING])
def test_the_latest_is_of_the_newest_document_where_no_name_says_which(snapshot_of: Made, assistant: Assistant) -> None:
    fees = {2015: "eleven", 2018: "fourteen", 2021: "nine", 2024: "twelve"}
    papers = snapshot_of(
        {
            "id": str(year),
            "title": "Fees",
            "text": f"The fee for a garden permit is {fee} pounds.",
            "published": f"{year}-04-01",
        }
        for year, fee in fees.items()
    )
    assert (
        assistant.ask(papers, AskRequest("What is the latest fee for a garden permit?"))
        .passages[0]
        .citation.document_id
        == "2024"
    )


def test_a_judgement_of_some_year_is_not_asked_for_as_of_today(snapshot_of: Made) -> None:
    request = AskRequest("How did the council fare in 2018?", today=date(2026, 11, 27))
    answer = Assistant(HashingEncoder()).ask(snapshot_of(WENDHAM), request)
    assert answer.answer and answer.answer.value and answer.answer.value.normalized == "inadequate"


def test_nothing_is_read_twice_for_a_question(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: Counter[str] = Counter()

    def count(owner: object, name: str, key: Callable[..., str]) -> None:
        run = getattr(owner, name)

        def counting(*given: Any, **named: Any) -> Any:
            counted[f"{name} {key(*given)}"] += 1
            return run(*given, **named)

        monkeypatch.setattr(owner, name, counting)

    count(qa.passages.asked, "term_idf", lambda postings, stems: "terms" if isinstance(stems, tuple) else "question")
    count(qa.query, "asked_rating", str)
    count(qa.passages.asked, "stems", str)
    count(qa.passages.sentences, "sentences", str)
    answer = RERANKING.ask(snapshot, AskRequest("When was the library at Mill Lane rated good?", explain=True))
    assert answer.passages
    assert set(counted.values()) == {1}, counted
    assert {name.split()[0] for name in counted} == {"term_idf", "asked_rating", "stems", "sentences"}


@pytest.mark.parametrize(
    ("text", "question", "shown"),
    [
        ("The cafe\u0301 closed on 3 May 2021.", "When did the café close?", "cafe\u0301"),
        ("The com\u00admit\u00adtee met on 3 May 2021.", "When did the committee meet?", "com\u00admit\u00adtee"),
        ("The o\ufb03ce opened on 3 May 2021.", "When did the office open?", "o\ufb03ce"),
        ("The Cafe\u0301 closed on 3 May 2021.", "When did the Cafe\u0301 close?", "Cafe\u0301"),
        ("The councilâ€™s depot closed on 3 Mayâ€™21 2021.", "When did the council's depot close?", "councilâ€™s"),
        ("Ｔｈｅ ｄｅｐｏｔ closed on 3 May 2021.", "When did the depot close?", "ｄｅｐｏｔ"),
    ],
)
def test_what_is_written_with_unusual_characters_is_found_and_marked(
    snapshot_of: Made, text: str, question: str, shown: str
) -> None:
    others = ({"id": f"other {number}", "text": f"Parks have {number} trees."} for number in range(5))
    answer = PLAIN.ask(snapshot_of([{"id": "a", "text": text}, *others]), AskRequest(question))
    first = answer.passages[0]
    assert first.text == text
    assert shown in [text[mark.start : mark.end] for mark in first.highlights if mark.kind == "term"]
