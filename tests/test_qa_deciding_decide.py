"""The decision: the first passage is quoted where it is sure enough, and all passages are cited as they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.build import build
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot, open_snapshot
from qa.address import citation_link
from qa.answer import Answer, Support
from qa.choosing.answer_model import CONSIDERED, choose, load_answer_model
from qa.citing.citation import citation_line
from qa.deciding.decide import decide, index_info, least_confidence, unsearched_answer
from qa.extraction.extract import extract
from qa.features import featurize
from qa.passages.asked import Asked
from qa.pipeline import Assistant
from qa.query import understand
from qa.ranking.rank import Ranking, rank
from qa.ranking.ranker import load_ranker
from qa.ranking.retrieve import retrieve
from qa.request import AskRequest
from tests import words_shown
from tests.drawn_pdf import Pages
from tests.scans import FOUND, instead_of_tesseract, scanned_letter

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
QUESTION = "How much does the roof of the pool cost?"


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    roof = {
        "id": "plan ä",
        "title": "Plan",
        "source": "Trust",
        "published": "2015-06-02",
        "url": "https://example.org/a",
    }
    return snapshot_of(
        [
            roof | {"text": "It rained. The roof of the pool costs 40 pounds."},
            {"id": "b", "title": "Rain", "text": "Rain fell on 2 May 2014."},
        ]
    )


def decided(papers: Snapshot, k: int, answer_confidence: float, question: str = QUESTION) -> tuple[Ranking, Answer]:
    asked = Asked(papers, understand(question, papers, today=date(2026, 11, 24)))
    candidates = featurize(asked, retrieve(asked, HashingEncoder()))
    ranking = rank(asked, candidates, load_ranker(), OverlapReranker(), 1)
    spans = extract(asked, ranking.candidates[: max(k, CONSIDERED)], None)
    chosen = choose(asked, ranking, spans, load_answer_model())
    return chosen.ranking, decide(AskRequest(question, k=k), asked, chosen, answer_confidence)


@pytest.mark.parametrize("k", [1, 2])
def test_so_many_passages_are_given_as_are_quoted_with_their_scores(papers: Snapshot, k: int) -> None:
    ranking, answer = decided(papers, k, 0.0)
    assert [passage.rank for passage in answer.passages] == list(range(1, k + 1))
    for passage, candidate in zip(answer.passages, ranking.candidates, strict=False):
        assert passage.probability == round(candidate.probability, 4)
        assert passage.scores["text"] == candidate.features["bm25_text"]
        assert passage.scores["dense"] == candidate.features["dense_absolute"]
        assert passage.scores["combined"] == candidate.score
        assert passage.scores.get("reranker") == (candidate.rerank.logit if candidate.rerank else None)
    assert list(answer.passages[0].scores) == ["text", "dense", "reranker", "combined"]


def test_the_first_passage_is_cited_quoted_and_marked(papers: Snapshot) -> None:
    _, answer = decided(papers, 2, 0.0)
    cited, quote = answer.passages[0].citation, answer.answer
    assert (cited.document_id, cited.title, cited.source, cited.url, cited.published) == (
        "plan ä",
        "Plan",
        "Trust",
        "https://example.org/a",
        date(2015, 6, 2),
    )
    assert quote and quote.quote == "The roof of the pool costs 40 pounds." == quote.sentence.text
    assert (quote.start, quote.end) == (11, 11 + len(quote.quote)) and quote.passage_rank == 1
    assert quote.value and quote.value.normalized == "40"
    kinds = [mark.kind for mark in answer.passages[0].highlights]
    assert kinds[:2] == ["quote", "value"] and set(kinds[2:]) == {"term"}
    assert [mention.normalized for mention in answer.passages[1].dates] == ["2014-05-02"]
    assert cited.link == citation_link("plan ä", cited.start, cited.end, answer.passages[0].text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The roof of the pool costs 40 pounds, or 20 pounds for a shed.", None),
        ("The roof of the pool costs 40 pounds, rising to 60 pounds in May.", None),
        ("The roof of the pool costs 40 pounds, as it did in May.", "40"),
    ],
)
def test_of_words_that_give_another_value_in_other_cases_none_is_the_value(
    snapshot_of: Made, text: str, value: str | None
) -> None:
    _, answer = decided(snapshot_of([{"title": "Plan", "text": text}]), 1, 0.0)
    assert answer.answer and answer.answer.quote == text
    assert (answer.answer.value and answer.answer.value.normalized) == value


@pytest.mark.parametrize(
    ("told", "question", "value"),
    [
        ("Apologies were received from Councillor Bell (ill) and Councillor Holt.", "Who sent apologies?", None),
        ("Apologies were received from Ada Moor, Ben Sand and Cy Thorn.", "Who sent apologies?", None),
        ("Apologies were received from Ada Moor, the clerk.", "Who sent apologies?", "Ada Moor"),
        ("Present: Ada Moor (Chair), Ben Sand and Cy Thorn.", "Who was in the chair?", "Ada Moor"),
        ("The tender was opened by Ada Moor and checked by Ben Sand.", "Who opened the tender?", "Ada Moor"),
    ],
)
def test_of_several_who_are_named_together_no_one_is_the_value(
    snapshot_of: Made, told: str, question: str, value: str | None
) -> None:
    _, answer = decided(snapshot_of([{"title": "Minutes", "text": told}]), 1, 0.0, question)
    assert answer.answer and answer.answer.quote == told
    assert (answer.answer.value and answer.answer.value.text) == value


def test_an_answer_as_sure_as_the_bar_is_given_and_one_below_it_is_not(papers: Snapshot) -> None:
    _, answer = decided(papers, 1, 0.0)
    sure = answer.confidence
    assert 0 < sure < 1 and 0 < answer.passages[0].probability < 1
    assert decided(papers, 1, sure)[1].status == "answered"
    refused = decided(papers, 1, float(np.nextafter(sure, 1)))[1]
    assert (refused.status, refused.answer, refused.confidence) == ("abstained", None, sure)
    assert refused.reason and refused.reason_text and refused.passages == answer.passages
    assert answer.index.snapshot == papers.manifest.snapshot_id and answer.question == QUESTION


def test_what_is_not_searched_for_is_refused_with_its_reason(papers: Snapshot) -> None:
    answer = unsearched_answer(AskRequest("?"), papers, "empty_question", "There is no word in it.")
    assert (answer.status, answer.reason, answer.confidence, answer.passages) == (
        "abstained",
        "empty_question",
        0.0,
        (),
    )
    assert answer.reason_text and answer.interpretation is None and answer.index.documents == 2


def test_the_index_is_told_of_as_its_manifest_says(papers: Snapshot) -> None:
    index = index_info(papers)
    assert index.snapshot == papers.manifest.snapshot_id
    assert (index.documents, index.passages) == (2, papers.manifest.passages)


def test_words_recognised_in_a_scan_are_cited_with_their_certainty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "scan.pdf").write_bytes(scanned_letter())
    (tmp_path / "papers" / "printed.txt").write_text("The pool was closed for a week.")
    build([tmp_path / "papers"], tmp_path / "index", HashingEncoder())
    snapshot = open_snapshot(tmp_path / "index", HashingEncoder())
    answer = Assistant(HashingEncoder()).ask(snapshot, AskRequest("What closed?"))
    sure = {passage.citation.document_id: passage.citation.recognised for passage in answer.passages}
    assert sure == {"scan.pdf": 0.8, "printed.txt": None}
    snapshot.close()


def asked_of(folder: Path, name: str, content: bytes, question: str) -> Answer:
    """The answer from one file."""
    (folder / "papers").mkdir()
    (folder / "papers" / name).write_bytes(content)
    build([folder / "papers"], folder / "index", HashingEncoder())
    snapshot = open_snapshot(folder / "index", HashingEncoder())
    answer = Assistant(HashingEncoder(), answer_confidence=0).ask(snapshot, AskRequest(question))
    snapshot.close()
    return answer


def test_an_answer_is_cited_by_the_page_and_number_of_its_words_not_of_the_passage_s_first(tmp_path: Path) -> None:
    pages = Pages()
    pages.write("Leisure plan", size=20, pitch=36)
    pages.write("1. The library opens at nine each day.", y=640)
    pages.write("2. The museum is shut on Mondays.", y=610)
    pages.turn()
    pages.write("3. The roof of the pool costs 40 pounds.", y=740)
    pages.write("4. The park has a lake.", y=710)
    answer = asked_of(tmp_path, "plan.pdf", pages.data(), "How much does the roof of the pool cost?")
    passage, quote = answer.passages[0].citation, answer.answer
    assert quote and "40 pounds" in quote.quote
    assert (passage.page, passage.paragraph) == (1, "1")
    assert (quote.citation.page, quote.citation.paragraph) == (2, "3")
    assert (quote.citation.start, quote.citation.end) == (quote.sentence.start, quote.sentence.end)
    assert quote.citation.link == citation_link(
        "plan.pdf", quote.sentence.start, quote.sentence.end, quote.sentence.text
    )
    assert (quote.citation.title, quote.citation.sha256) == (passage.title, passage.sha256)


def test_words_after_a_page_break_within_their_paragraph_are_of_the_later_page(tmp_path: Path) -> None:
    pages = Pages()
    pages.write("Last year the trust looked at each of its buildings in turn, and", "found that two of them", y=90)
    pages.turn()
    pages.write("leak. The roof of the pool costs 40 pounds. It will be paid for", "from the reserve of the trust.")
    answer = asked_of(tmp_path, "plan.pdf", pages.data(), "How much does the roof of the pool cost?")
    assert answer.answer and (answer.passages[0].citation.page, answer.answer.citation.page) == (1, 2)


def test_an_answer_from_a_transcript_is_cited_by_the_time_at_which_it_is_said(tmp_path: Path) -> None:
    talk = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ann>We begin with the library.</v>\n\n"
        "00:12:31.000 --> 00:12:35.000\n<v Bob>The roof of the pool costs 40 pounds.</v>\n"
    )
    answer = asked_of(tmp_path, "talk.vtt", talk.encode(), "How much does the roof of the pool cost?")
    assert answer.answer and answer.answer.citation.paragraph == "00:12:31"
    assert citation_line(answer.answer.citation).endswith(", at 00:12:31")
    assert answer.passages[0].citation.paragraph == "00:00:01"


def test_copies_of_a_passage_are_named_beside_it(snapshot_of: Made) -> None:
    note = {"title": "Plan", "text": "The roof of the pool costs 40 pounds.", "published": "2015-06-02"}
    papers = snapshot_of([note | {"id": "a b"}, note | {"id": "c"}, {"id": "d", "title": "Rain", "text": "It rained."}])
    _, answer = decided(papers, 3, 0.0)
    first, *others = answer.passages
    assert [(copy.document_id, copy.title) for copy in first.also_in] == [("c", "Plan")]
    assert first.also_in[0].link == citation_link("c", 0, len(note["text"]), note["text"])
    assert [passage.citation.document_id for passage in others] == ["d"] and not others[0].also_in


def policy(snapshot_of: Made, *editions: tuple[str, str, str]) -> Answer:
    made = [
        {"id": title, "title": title, "published": day, "text": f"Staff are paid {fee} for the use of a car."}
        for title, day, fee in editions
    ]
    papers = snapshot_of([*made, {"title": "Rain", "text": "Rain fell on 2 May 2014."}])
    asked = Asked(papers, understand("How much are staff paid for a car?", papers, today=date(2026, 11, 24)))
    candidates = featurize(asked, retrieve(asked, HashingEncoder()))
    ranking = rank(asked, candidates, load_ranker(), OverlapReranker(), 4)
    spans = extract(asked, ranking.candidates[:CONSIDERED], None)
    chosen = choose(asked, ranking, spans, load_answer_model())
    return decide(AskRequest("How much are staff paid for a car?"), asked, chosen, 0.0)


def test_the_edition_in_force_answers_and_others_are_named(snapshot_of: Made) -> None:
    old, new, draft = (
        ("Travel policy 2019", "2019-04-01", "£45"),
        ("Travel policy", "2023-04-01", "£52"),
        ("Travel policy: draft for consultation", "2025-01-10", "£60"),
    )
    answer = policy(snapshot_of, old, new, draft)
    assert answer.answer and answer.answer.document_id == "Travel policy"
    assert [(one.document_id, one.value.normalized if one.value else "") for one in answer.alternatives] == [
        ("Travel policy 2019", "45"),
        ("Travel policy: draft for consultation", "60"),
    ]
    other = answer.alternatives[0]
    assert other.citation.published == date(2019, 4, 1) and other.sentence.text.endswith("of a car.")
    assert not policy(snapshot_of, old, ("Travel policy", "2023-04-01", "£45")).alternatives, "both say the same"


def test_who_else_says_so_is_counted_and_nothing_is_published_where_nobody_does(snapshot_of: Made) -> None:
    note = {"title": "Plan", "text": "The roof of the pool costs 40 pounds.", "published": "2015-06-02"}
    more = {**note, "text": f"{note['text']} It is new."}
    papers = snapshot_of([more, note, note, {"title": "Rain", "text": "It rained."}])
    _, answer = decided(papers, 3, 0.0)
    assert answer.answer and answer.answer.support == Support(0, 2)
    _, alone = decided(snapshot_of([note, {"title": "Rain", "text": "It rained."}]), 2, 0.0)
    assert alone.answer and alone.answer.support is None


@pytest.mark.parametrize(
    ("question", "configured", "least"),
    [
        ("When did the pool reopen?", 0.5, 0.5),
        ("When did the pool in Zanzibar reopen?", 0.5, 0.8),
        ("When did the pool in Zanzibar reopen?", 0.0, 0.0),
        ("When did the pool in Zanzibar reopen?", 0.9, 1.0),
    ],
)
def test_an_answer_to_a_question_with_a_name_that_no_document_has_is_surer(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], question: str, configured: float, least: float
) -> None:
    papers = snapshot_of([{"title": "Pool", "text": "The pool reopened on 3 May 2021."}])
    assert least_confidence(words_shown.asked_of(papers, question), configured) == pytest.approx(least)
