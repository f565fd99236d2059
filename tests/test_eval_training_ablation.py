"""Ablation: what is taken out gets no weight, and its absence is told beside the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from eval.records import Question
from eval.training.ablation import rows, without, without_interactions, words_held_out_without, words_table
from eval.training.answer_model import HeldOut, fit_words, read_rows
from eval.training.examples import Example, examples
from eval.training.ranker import fit, outcome
from eval.training.shown import Shown
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.features import FEATURES
from qa.features.shown import READ_WORDS_FEATURES
from qa.pipeline import Assistant
from qa.ranking.ranker import load_ranker


@pytest.fixture(scope="module")
def every(training_set: tuple[Snapshot, list[Question]]) -> list[Example]:
    reports, questions = training_set
    assistant = Assistant(HashingEncoder(), OverlapReranker())
    return examples("reports", questions, reports, assistant, Console(quiet=True), date(2026, 11, 24), str)


@pytest.mark.parametrize("group", ["words covered, and near each other", "dense vectors"])
def test_features_that_are_taken_out_get_no_weight(every: list[Example], group: str) -> None:
    names = FEATURES.groups[group]
    ranker = fit([without(each, names) for each in every], 8)
    assert not any(ranker.rerank_stage.order[name] for name in names)
    assert any(ranker.rerank_stage.order.values())


def test_without_interactions_none_gets_a_weight(every: list[Example]) -> None:
    assert any(each.candidates.interactions for each in every)
    ranker = fit([without_interactions(each) for each in every], 8)
    assert not any(value for added in ranker.rerank_stage.interactions.values() for value in added.values())


def test_each_group_that_is_taken_out_has_its_features() -> None:
    assert frozenset().union(*FEATURES.groups.values()) == set(FEATURES.names)
    assert FEATURES.groups["names (title, publisher)"] == {
        "text_identity",
        "entity_match",
        "entity_mismatch",
        "names_in_passage",
    }


def test_a_variant_is_told_by_how_far_it_is_from_the_whole_set_by_set(every: list[Example]) -> None:
    whole = [replace(outcome(example, load_ranker(), 8), rank=1) for example in every[:4]]
    whole[3] = replace(whole[3], rank=2)
    whole[2:] = [replace(each, example=replace(each.example, dataset="others")) for each in whole[2:]]
    unanswerable = replace(whole[0].example, question=replace(whole[0].example.question, answerable=False))
    whole.append(replace(whole[0], example=unanswerable, rank=1000))
    table = rows(whole, {"worse": [1, 2, 1, 2, 1], "better": [1, 1, 1, 1, 1]}, 1)
    assert [name for name, _ in table] == ["the whole", "worse", "better"]
    assert table[0][1] == ["1.000", "0.500"]
    assert [cell.split()[0] for cell in table[1][1]] == ["-.500", "+.000"] or "-" in table[1][1][0]
    assert len(table[2][1]) == 2


def test_words_of_which_a_group_is_not_known_are_weighed_without_it(every: list[Example]) -> None:
    ranker = fit(every, 8)
    held = HeldOut((), tuple(read_rows(example, ranker, 8) for example in every), ())
    whole = fit_words(held.read, READ_WORDS_FEATURES)
    names = next(names for names in READ_WORDS_FEATURES.groups.values() if any(whole[name] for name in names))
    weights = fit_words(words_held_out_without(held, names).read, READ_WORDS_FEATURES)
    assert not any(weights[name] for name in names)


def test_each_set_has_a_cell_for_each_group_taken_out() -> None:
    whole = [Shown("pools", True, 0.9, True, True, True), Shown("parks", False, 0.2, False, False, False)]
    less = [Shown("pools", True, 0.4, True, True, True), Shown("parks", False, 0.6, False, False, False)]
    table = words_table("Words", {"the whole": whole, "names": less})
    assert [str(column.header) for column in table.columns] == ["without", "pools", "parks"]
    assert [list(map(str, column.cells)) for column in table.columns] == [
        ["the whole", "names"],
        ["1.000 / 0.000 / 1.000", "0.000 / – / 0.000"],
        ["– / – / 1.000", "– / 1.000 / 0.000"],
    ]
