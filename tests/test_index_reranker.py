"""Rerankers: a score of a text is its own, whoever else is scored beside it."""

from __future__ import annotations

import math
import os
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from index.models import MODELS, model_folder
from index.reranker import OnnxCrossEncoder, OverlapReranker, Reranker

NAME = "ms-marco-MiniLM-L-12-v2-int8"
QUESTION = "When was the service judged inadequate?"
TEXTS = [
    "It was judged inadequate in July 2022.",
    "The weather was fine.",
    "Leaders know the service well. " * 12,
    "Inspectors judged the service in Wendham inadequate, and came back in the year after.",
    "",
]


@pytest.fixture(scope="module", params=["one at a time", "side by side"])
def reranker(request: pytest.FixtureRequest, repo_root: Path) -> Reranker:
    """The pinned reranker, with one thread and with several."""
    if not (repo_root / "var" / "models" / NAME).is_dir():
        skip = pytest.fail if os.environ.get("CI") else pytest.skip
        skip("The models are not here yet: run `qa models pull`.")
    folder = model_folder(NAME, repo_root / "var" / "models")
    threads = 1 if request.param == "one at a time" else 4
    return OnnxCrossEncoder(NAME, folder / MODELS[NAME].weights, folder / "tokenizer.json", max_tokens=MODELS[NAME].max_tokens, threads=threads)


def test_a_text_has_one_score_whatever_is_scored_beside_it(reranker: Reranker) -> None:
    together = reranker.score(QUESTION, TEXTS)
    alone = np.concatenate([reranker.score(QUESTION, [text]) for text in TEXTS])
    assert together.dtype == np.float32 and together.tolist() == alone.tolist()
    assert together[0] > 0 > together[1]


def test_users_who_ask_at_once_get_their_own_scores(reranker: Reranker) -> None:
    questions = [QUESTION, "How was the weather?", "Who leads the service?"]
    expected = [reranker.score(question, TEXTS).tolist() for question in questions]
    found: dict[int, list[float]] = {}
    users = [threading.Thread(target=lambda user=user: found.update({user: reranker.score(questions[user], TEXTS).tolist()})) for user in range(3)]
    for user in users:
        user.start()
    for user in users:
        user.join()
    assert [found[user] for user in range(3)] == expected


def test_after_its_time_only_the_first_text_is_read(reranker: Reranker) -> None:
    whole, cut = reranker.score(QUESTION, TEXTS, math.inf), reranker.score(QUESTION, TEXTS, time.perf_counter())
    assert cut[0] == whole[0] and np.isnan(cut[1:]).all() and np.isfinite(whole).all()


def test_no_texts_have_no_scores(reranker: Reranker) -> None:
    for each in (reranker, OverlapReranker()):
        assert each.score(QUESTION, []).shape == (0,)
