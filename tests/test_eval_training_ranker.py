"""Fitting: an example is ranked as its question is when it is asked, and what is taken out gets no weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from corpus.errors import ChapterError
from eval.records import Question, Span
from eval.training.ablation import PARTS, ungated, without
from eval.training.ranker import Example, examples, fit, outcome
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.evidence import FEATURES, Evidence, gather, weights
from qa.pipeline import Assistant, reranked_window
from qa.query import Query, understand
from qa.rank import rank
from qa.ranker import load_ranker

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
ASSISTANT = Assistant(HashingEncoder(), OverlapReranker())
PLACES = ("Ashby Green", "Marlow Vale", "Long Barrow", "Upper Slade", "Old Haven", "Thornby")
ODD = ("Old Haven", "Thornby")
"""As in real sets, not all that is known is so, or the weights would have no bounds."""


@pytest.fixture(scope="module")
def reports(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        {
            "id": f"{place} {year}",
            "title": f"Report on {place} {year}",
            "text": f"Overall effectiveness\nGood\n\nThe roof of the hall in {place} leaks.\n\nFamilies in {place} "
            "wait {year - 2000} weeks for help.",
            "published": f"{year}-06-02",
        }
        for place in PLACES
        for year in (2014, 2018, 2022)
    )


@pytest.fixture(scope="module")
def every(reports: Snapshot) -> list[Example]:
    questions = []
    for place in PLACES:
        for which, year in (("first", 2014), ("latest", 2022)):
            document = reports.document(f"{place} {2018 if place in ODD else year}")
            assert document is not None
            start = document.text.index("Families")
            span = Span(document.id, start, len(document.text), document.text[start:])
            questions.append(
                Question(
                    f"{place} {year}",
                    f"How long did families in {place} wait for help in the {which} report?",
                    True,
                    (span,),
                )
            )
    return examples("reports", questions, reports, ASSISTANT, Console(quiet=True), TODAY, str)


@pytest.mark.parametrize("most_read", [1, 3, 8])
def test_an_example_is_ranked_as_its_question_is_when_it_is_asked(
    reports: Snapshot, every: list[Example], most_read: int
) -> None:
    ranker = replace(load_ranker(), training={"read": most_read})
    for example in every:
        query = understand(example.question.text, reports, today=TODAY)
        evidence = gather(reports, ASSISTANT.encoder, query, None)
        weight = weights(reports.postings["text"], query.terms)

        def window(
            number: int, query: Query = query, evidence: Evidence = evidence, weight: Mapping[str, float] = weight
        ) -> str:
            return reranked_window(reports, query, evidence, number, weight).text(evidence.passages[number].text)

        asked = {
            fast: rank(
                ranker,
                query,
                evidence,
                None if fast else ASSISTANT.reranker,
                window,
                most_read,
            )
            for fast in (True, False)
        }
        found = outcome(example, ranker, most_read)
        assert found.fast == pytest.approx(asked[True].confidence_features) and found.read == pytest.approx(
            asked[False].confidence_features
        )
        assert found.rank == example.rank(asked[False].order[:10]) and found.fast_rank == example.rank(
            asked[True].order[:10]
        )


def test_fitted_weights_put_first_what_most_examples_have_first(every: list[Example]) -> None:
    ranker = fit(every, 8)
    found = {each.question.id: outcome(each, ranker, 8) for each in every}
    assert all(each.rank == 1 and each.right for identifier, each in found.items() if not identifier.startswith(ODD))


def test_evidence_that_is_taken_out_gets_no_weight(every: list[Example]) -> None:
    names = PARTS["words covered, and near each other"]
    ranker = fit([without(each, names) for each in every], 8)
    assert not any(ranker.rerank_stage.order[name] for name in names)
    assert any(ranker.rerank_stage.order.values())


def test_without_gates_no_gate_gets_a_weight(every: list[Example]) -> None:
    assert any(each.evidence.interactions for each in every)
    ranker = fit([ungated(each) for each in every], 8)
    assert not any(value for interaction in ranker.rerank_stage.interactions.values() for value in interaction.values())


def test_every_part_that_is_taken_out_is_evidence() -> None:
    assert frozenset().union(*PARTS.values()) == set(FEATURES)


def test_fitting_without_a_reranker_is_refused_in_a_sentence(reports: Snapshot) -> None:
    with pytest.raises(ChapterError, match="QA_RERANKER"):
        examples("reports", [], reports, replace(ASSISTANT, reranker=None), Console(quiet=True), TODAY, str)
