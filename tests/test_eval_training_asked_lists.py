"""Fitting how much it says for a list that what stands above it is asked: on questions for lists alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from pydantic import TypeAdapter
from rich.console import Console
from scipy.special import expit

from corpus.items import list_at
from eval.datasets import read_dataset
from eval.records import Question
from eval.training.answer_model import read_rows
from eval.training.asked_lists import MOST, Listed, fit_weight, left_out_table, listed, write_weight
from eval.training.examples import examples
from index.build import build
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot, open_snapshot
from qa.choosing.answer_model import AnswerModel, load_answer_model
from qa.choosing.calibration import load_calibration
from qa.features.confidence import INTERCEPT
from qa.features.shown import LIST_ASKED, READ_WORDS_FEATURES
from qa.pipeline import Assistant
from qa.ranking.ranker import load_ranker

TODAY = date(2026, 11, 24)
SETS = sorted((Path(__file__).parents[1] / "eval" / "lists").iterdir())


def made(name: str, weight: float, seed: int, count: int = 800) -> list[Listed]:
    """Two words a question, of which each is right as often as a weight says."""
    chance, every = np.random.default_rng(seed), []
    for _ in range(count):
        odds, asked = chance.normal(-1, 1, 2), chance.uniform(0, 1, 2) * chance.integers(0, 2, 2)
        every.append(Listed(name, odds, asked, chance.uniform(size=2) < expit(odds + weight * asked)))
    return every


@pytest.mark.parametrize("weight", [0.0, 1.5, 3.0])
def test_the_weight_is_that_by_which_words_are_right(weight: float) -> None:
    assert fit_weight(made("one", weight, 1)) == pytest.approx(weight, abs=0.3)


def test_the_weight_is_never_against_a_list_and_never_without_bounds() -> None:
    assert fit_weight(made("one", -2.0, 2)) == pytest.approx(0.0, abs=1e-3)
    one = Listed("one", np.array([-3.0]), np.array([1.0]), np.array([True]))
    assert 0 < fit_weight([one]) < 2, "one question tells little"
    assert (
        fit_weight([one] * 20) < fit_weight([replace(one, odds=np.array([-9.0]))] * 400) == pytest.approx(MOST, abs=0.5)
    )


def test_a_question_without_words_says_nothing() -> None:
    none = Listed("one", np.array([]), np.array([]), np.array([], dtype=bool))
    every = made("one", 1.5, 3)
    assert fit_weight([*every, none]) == fit_weight(every)


def test_each_set_is_shown_by_the_weight_of_the_others() -> None:
    listed_right = Listed("", np.array([-1.0, 0.5]), np.array([1.0, 0.0]), np.array([True, False]))
    sets = [replace(listed_right, dataset=name) for name in ("one", "two") for _ in range(30)]
    console = Console(width=120, record=True, file=StringIO())
    console.print(left_out_table("shown", sets, 0.4))
    rows = [line.split("│")[1:-1] for line in console.export_text().splitlines() if line.startswith("│")]
    assert [[cell.strip() for cell in row[1:4]] for row in rows] == [
        ["30", "0", "30"],
        ["30", "0", "30"],
        ["60", "0", "60"],
    ]
    assert [[cell.strip() for cell in row[5:]] for row in rows] == [["30", "0"], ["30", "0"], ["60", "0"]]


def test_words_are_known_without_the_weight_and_only_those_that_may_be_shown(
    training_set: tuple[Snapshot, list[Question]],
) -> None:
    snapshot, questions = training_set
    assistant = Assistant(HashingEncoder(), OverlapReranker(), answer_model=AnswerModel({}, {}, {}))
    [example] = examples(
        "reports: asked of others", questions[:1], snapshot, assistant, Console(quiet=True), TODAY, str
    )
    rows = read_rows(example, load_ranker(), 8)
    model = dict.fromkeys((*READ_WORDS_FEATURES.names, INTERCEPT), 0.0) | {INTERCEPT: 0.7, LIST_ASKED: 5.0}
    own = listed(rows, model, READ_WORDS_FEATURES)
    assert own.dataset == "reports" and len(own.odds) == rows.possible.sum() > 0
    assert own.odds == pytest.approx(0.7) and own.right.tolist() == rows.right[rows.possible].tolist()
    none = replace(rows, possible=np.zeros_like(rows.possible))
    assert len(listed(none, model, READ_WORDS_FEATURES).odds) == 0


def test_the_weight_is_written_so_that_the_calibrated_model_has_it(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[1] / "qa" / "choosing" / "answer_model.json"
    out = tmp_path / "model.json"
    out.write_bytes(shipped.read_bytes())
    write_weight(out, 2.0, 40)
    before, after = (TypeAdapter(AnswerModel).validate_json(path.read_bytes()) for path in (shipped, out))
    assert load_calibration().read.of(after.read)[LIST_ASKED] == pytest.approx(2.0, abs=1e-3)
    assert {**after.read, LIST_ASKED: 0} == {**before.read, LIST_ASKED: 0} and after.fast == before.fast
    assert json.loads(out.read_bytes())["training"]["questions for lists"] == 40


def test_the_shipped_model_counts_it_for_a_list_that_is_read() -> None:
    model = load_answer_model()
    assert model.read[LIST_ASKED] > 1 and model.fast[LIST_ASKED] == 0


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.name)
def test_every_question_of_the_sets_is_for_a_whole_list(path: Path, tmp_path: Path) -> None:
    dataset = read_dataset(path)
    assert dataset.corpus is not None
    build([dataset.corpus], tmp_path, HashingEncoder())
    snapshot = open_snapshot(tmp_path, HashingEncoder())
    for question in dataset.questions:
        [gold] = question.gold
        document = snapshot.document(gold.document_id)
        found = list_at(document, gold.start, gold.start + 1) if document else None
        assert found, question.text
        assert len(found.items) > 1 and (found.items[0][0], found.items[-1][1]) == (gold.start, gold.end), question.text
