"""Fitting: examples are ranked as questions are, and weights have the signs that features may have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from corpus.errors import ChapterError
from eval.records import Question
from eval.training.calibration import Outcome
from eval.training.examples import Example, examples
from eval.training.ranker import fit, fitted, held_out, held_out_confidences, outcome
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.features import FEATURES, featurize
from qa.features.confidence import CONFIDENCE_FEATURES, RERANKED_CONFIDENCE_FEATURES
from qa.features.context import FeatureContext
from qa.features.feature import Column, Feature, Sign
from qa.features.interactions import INTERACTIONS
from qa.features.reranker import RERANK_FEATURES
from qa.passages.asked import Asked
from qa.pipeline import Assistant
from qa.query import understand
from qa.ranking.rank import rank
from qa.ranking.ranker import load_ranker
from qa.ranking.retrieve import retrieve
from qa.request import AskRequest

TODAY = date(2026, 11, 24)
ASSISTANT = Assistant(HashingEncoder(), OverlapReranker())
ODD = ("Old Haven", "Thornby")
"""Places of which the examples answer otherwise than all else says."""

FIRST_ORDER = {
    "bm25_text": 0.3733,
    "text_identity": 0.3827,
    "terms": 22.2525,
    "text_absolute": 1.9766,
    "dense": 8.0804,
    "dense_absolute": 14.5165,
    "covers_question": 1.2724,
    "entity_match": 0.148,
    "names_in_passage": 0.148,
    "in_order": 0.9955,
    "in_order_covering": 0.9955,
    "length": -46.885,
    "digits": 122.0428,
}
RERANK_ORDER = {"dense": 66.6128, "dense_absolute": 12.306, "in_order": 0.9195, "in_order_covering": 0.9195}
"""The weights of 0.1 or more that these examples gave before losses shared one softmax and features one declaration."""


@pytest.fixture(scope="module")
def reports(training_set: tuple[Snapshot, list[Question]]) -> Snapshot:
    return training_set[0]


@pytest.fixture(scope="module")
def every(training_set: tuple[Snapshot, list[Question]]) -> list[Example]:
    return made_of(*training_set)


def made_of(reports: Snapshot, questions: list[Question]) -> list[Example]:
    return examples("reports", questions, reports, ASSISTANT, Console(quiet=True), TODAY, str)


def year_asked(example: Example) -> str:
    """A fold for each year, so that each fold has examples that are clear and examples that are not."""
    return example.question.id.rpartition(" ")[2]


@pytest.mark.parametrize("most_read", [1, 3, 8])
def test_an_example_is_ranked_as_its_question_is_when_it_is_asked(
    reports: Snapshot, every: list[Example], most_read: int
) -> None:
    ranker = replace(load_ranker(), training={"read": most_read})
    for example in every:
        asked = Asked(reports, understand(example.question.text, reports, today=TODAY))
        candidates = featurize(asked, retrieve(asked, ASSISTANT.encoder))
        fast, full = (rank(asked, candidates, ranker, reranker, most_read) for reranker in (None, ASSISTANT.reranker))
        found = outcome(example, ranker, most_read)
        assert found.fast == pytest.approx(fast.confidence.features)
        assert found.read == pytest.approx(full.confidence.features)
        places = {row: place for place, row in enumerate(candidates.rows.tolist())}
        orders = [[places[candidate.row] for candidate in ranking.candidates] for ranking in (fast, full)]
        assert [found.fast_rank, found.rank] == [example.rank(order[:10]) for order in orders]
        assert [found.fast_right, found.right] == [bool(example.hits[order[0]]) for order in orders]
        read = full.read[:5]
        assert [fall for fall, _ in found.falls] == pytest.approx([each.score - read[0].score for each in read[1:]])
        assert [right for _, right in found.falls] == [bool(example.hits[places[each.row]]) for each in read[1:]]


def test_fitted_weights_put_first_what_most_examples_have_first(every: list[Example]) -> None:
    ranker = fit(every, 8)
    found = {each.question.id: outcome(each, ranker, 8) for each in every}
    assert all(each.rank == 1 and each.right for identifier, each in found.items() if not identifier.startswith(ODD))


def test_the_weights_are_those_that_the_same_examples_have_always_given(every: list[Example]) -> None:
    ranker = fit(every, 8)
    order = {name: weight for name, weight in ranker.first_stage.order.items() if abs(weight) >= 0.1}
    assert order == pytest.approx(FIRST_ORDER, rel=0.01)
    reranked = {name: weight for name, weight in ranker.rerank_stage.order.items() if abs(weight) >= 0.1}
    assert reranked == pytest.approx(RERANK_ORDER, rel=0.01)


def test_a_fitted_ranker_has_a_weight_for_all_that_is_declared(every: list[Example]) -> None:
    folded = held_out(every, 8, year_asked)
    ranker = fitted(every, folded, replace(ASSISTANT, reranked_passages=8))
    for stage, features, judged in (
        (ranker.first_stage, FEATURES.names, CONFIDENCE_FEATURES.names),
        (ranker.rerank_stage, (*FEATURES.names, *RERANK_FEATURES.names), RERANKED_CONFIDENCE_FEATURES.names),
    ):
        assert tuple(stage.order) == features and tuple(stage.confidence) == (*judged, "intercept")
        assert list(stage.interactions) == [interaction.name for interaction in INTERACTIONS]
        assert all(
            set(weights) == {name for name in features if name != "beginning"}
            for weights in stage.interactions.values()
        )
    assert ranker.training["read"] == 8 and ranker.training["questions"] == {"reports": len(every)}
    assert ranker.training["held_out_hit_at_1"] == {"reports": round(sum(each.rank == 1 for each in folded) / 12, 3)}
    assert ranker.first_stage.spread == ranker.rerank_stage.spread > 0


def test_each_example_is_held_out_once_and_in_its_place(every: list[Example]) -> None:
    folded = held_out(every, 8, year_asked)
    assert [each.example for each in folded] == every


def test_no_example_that_tells_anything_is_an_error_in_a_sentence(every: list[Example]) -> None:
    with pytest.raises(ChapterError, match="Name more sets"):
        fit([replace(example, hits=~example.hits.astype(bool) & False) for example in every], 8)


def test_confidences_are_of_a_calibration_without_the_fold(every: list[Example]) -> None:
    groups = [replace(example, group=str(number)) for number, example in enumerate(every)]
    folded = [outcome(example, load_ranker(), 8) for example in groups]
    confidences = held_out_confidences(folded)
    assert len(confidences) == len(folded) and all(0 <= each <= 1 for each in confidences)
    mixed: list[Outcome] = [replace(each, right=number % 2 == 0) for number, each in enumerate(folded)]
    assert held_out_confidences(mixed) != confidences


def _tells(context: FeatureContext) -> Column:
    """A made-up feature that tells which passages answer."""
    return [float("Families" in passage.text) for passage in context.retrieved.passages]


@pytest.mark.parametrize(("sign", "counts"), [("for", True), ("against", False)])
def test_a_feature_that_is_declared_in_one_place_is_known_everywhere(
    training_set: tuple[Snapshot, list[Question]], monkeypatch: pytest.MonkeyPatch, sign: Sign, counts: bool
) -> None:
    reports, _ = training_set
    before = FEATURES.names
    declared = Feature("tells", sign, "made up", _tells)
    monkeypatch.setattr(FEATURES, "features", (*FEATURES.features, declared))
    assert FEATURES.names == (*before, "tells") and FEATURES["tells"] is declared
    made = made_of(*training_set)
    assert all(example.candidates.features.shape[1] == len(FEATURES) for example in made)
    folded = [outcome(example, fit(made, 8), 8) for example in made]
    ranker = fitted(made, folded, replace(ASSISTANT, reranked_passages=8))
    assert (ranker.first_stage.order["tells"] > 0) is counts
    assert all("tells" in weights for weights in ranker.first_stage.interactions.values())
    assert FEATURES.groups["made up"] == {"tells"}
    explained = replace(ASSISTANT, ranker=ranker).ask(
        reports, AskRequest(made[0].question.text, explain=True, fast=True, today=TODAY)
    )
    assert explained.explanation is not None
    told = [candidate.parts for candidate in explained.explanation.ranking if "tells" in candidate.parts]
    assert told or not counts
    assert (
        explained.passages
        and FEATURES["tells"].bounds == {"for": (0.0, None), "against": (None, 0.0), "either": (None, None)}[sign]
    )
