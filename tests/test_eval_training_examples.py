"""Examples: a question with its candidates, which of them answer, and what a reranker says when it is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from rich.console import Console

from corpus.errors import ChapterError
from eval.records import Question
from eval.training.examples import NEVER, Example, examples
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.pipeline import Assistant

TODAY = date(2026, 11, 24)
ASSISTANT = Assistant(HashingEncoder(), OverlapReranker())


@pytest.fixture(scope="module")
def reports(training_set: tuple[Snapshot, list[Question]]) -> Snapshot:
    return training_set[0]


def made_of(reports: Snapshot, *questions: Question) -> list[Example]:
    return examples("reports: all", questions, reports, ASSISTANT, Console(quiet=True), TODAY, str)


@pytest.fixture(scope="module")
def every(training_set: tuple[Snapshot, list[Question]]) -> list[Example]:
    return made_of(training_set[0], *training_set[1])


def test_the_candidates_that_hit_are_those_with_the_gold_span(every: list[Example]) -> None:
    for example in every:
        [gold] = example.question.gold
        held = [
            passage.document_id == gold.document_id and passage.start < gold.end and gold.start < passage.end
            for passage in example.candidates.passages
        ]
        assert example.hits.tolist() == held and any(held)


def test_the_rank_is_that_of_the_first_candidate_that_hits(every: list[Example]) -> None:
    example = every[0]
    right, wrong = np.flatnonzero(example.hits).tolist(), np.flatnonzero(~example.hits).tolist()
    assert example.rank([*right, *wrong]) == 1 and example.rank([wrong[0], *right]) == 2
    assert example.rank(wrong) == NEVER == 1000


def test_the_reranker_is_asked_once_for_each_candidate_and_reads_the_window(every: list[Example]) -> None:
    example = every[0]
    title, text = example.candidates.documents[0].title, example.candidates.passages[0].text
    [output] = OverlapReranker().score(example.asked.query.question, [f"{title}. {text}"])
    assert output and example.shown(0) is example.shown(0)
    assert example.said([0, 0]).tolist() == [pytest.approx(output.said)] * 2


def test_questions_about_the_same_documents_are_in_one_group(reports: Snapshot, every: list[Example]) -> None:
    asked = [replace(every[0].question, text=text) for text in ("Do they wait in Thornby?", "Who is in Thornby?")]
    elsewhere = replace(every[0].question, text="Do they wait in Old Haven?")
    one, two, other = (example.group for example in made_of(reports, *asked, elsewhere))
    assert one == two != other
    assert all(example.dataset == "reports: all" and example.group.startswith("reports ") for example in every)
    unnamed = replace(every[0].question, text="Do families wait?", slices={"type": "wait"})
    [by_gold] = made_of(reports, unnamed)
    assert by_gold.group == f"reports {unnamed.gold[0].document_id}" and by_gold.kind == "reports: all wait"
    [by_words] = made_of(reports, replace(unnamed, gold=(), answerable=False))
    assert by_words.group.removeprefix("reports ") in {meta.id for meta in reports.metadata} and not by_words.hits.any()


def test_given_passages_are_the_candidates(reports: Snapshot, every: list[Example]) -> None:
    rows = [np.array([2, 5])]
    [made] = examples("reports", [every[0].question], reports, ASSISTANT, Console(quiet=True), TODAY, str, rows)
    assert made.candidates.rows.tolist() == [2, 5]


def test_fitting_without_a_reranker_is_refused_in_a_sentence(reports: Snapshot) -> None:
    with pytest.raises(ChapterError, match="QA_RERANKER"):
        examples("reports", [], reports, replace(ASSISTANT, reranker=None), Console(quiet=True), TODAY, str)
