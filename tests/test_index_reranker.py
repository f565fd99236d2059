"""Rerankers: what is made of a text is its own, whatever else is read beside it."""

from __future__ import annotations

import math
import threading
import time
from pathlib import Path

import pytest

from index.models import MODELS, model_folder
from index.reader import load_trained_layers
from index.reranker import OnnxCrossEncoder, OverlapReranker
from index.seams import Reranker, RerankOutput

NAME = "ms-marco-MiniLM-L-12-v2-int8"
QUESTION = "When was the service judged inadequate?"
TEXTS = [
    "It was judged inadequate in July 2022.",
    "The weather was fine.",
    "Leaders know the service well. " * 12,
    "Inspectors judged the service in Wendham inadequate, and came back in the year after.",
    "",
]


@pytest.fixture(scope="module", params=["one at a time", "side by side", "the reader"])
def reranker(request: pytest.FixtureRequest, models: Path) -> Reranker:
    """The pinned reranker, with one thread and with several, and the reader that is made of it."""
    model, folder = MODELS[NAME], model_folder(NAME, models)
    threads = 1 if request.param == "one at a time" else 4
    return OnnxCrossEncoder(
        NAME,
        folder / model.weights,
        folder / "tokenizer.json",
        max_tokens=model.max_tokens,
        trained=load_trained_layers() if request.param.endswith("reader") else None,
        threads=threads,
    )


def made(reads: list[RerankOutput | None]) -> list[tuple[float, list[list[int]], list[list[float]]] | None]:
    """What a reranker made of texts, as it can be compared."""
    return [(read.logit, read.tokens.tolist(), read.scores.tolist()) if read else None for read in reads]


def test_what_is_made_of_a_text_is_the_same_whatever_is_read_beside_it(reranker: Reranker) -> None:
    together = reranker.score(QUESTION, TEXTS)
    assert made(together) == [made(reranker.score(QUESTION, [text]))[0] for text in TEXTS]
    first, second = (read.logit for read in together[:2] if read)
    assert first > 0 > second


def test_the_tokens_of_a_text_are_within_it_and_not_within_the_question(reranker: Reranker) -> None:
    for text, read in zip(TEXTS, reranker.score(QUESTION, TEXTS), strict=True):
        assert read is not None
        assert "".join(text[start:end] for start, end in read.tokens) == "".join(text.split())
        assert len(read.scores) == len(read.tokens)


def test_users_who_ask_at_once_get_what_is_theirs(reranker: Reranker) -> None:
    questions = [QUESTION, "How was the weather?", "Who leads the service?"]
    expected = [made(reranker.score(question, TEXTS)) for question in questions]
    found: dict[int, object] = {}
    users = [
        threading.Thread(target=lambda user=user: found.update({user: made(reranker.score(questions[user], TEXTS))}))
        for user in range(3)
    ]
    for user in users:
        user.start()
    for user in users:
        user.join()
    assert [found[user] for user in range(3)] == expected


def test_after_its_time_only_the_first_text_is_read(reranker: Reranker) -> None:
    for each in (reranker, OverlapReranker()):
        whole, cut = each.score(QUESTION, TEXTS, math.inf), each.score(QUESTION, TEXTS, time.perf_counter())
        assert made(cut) == [made(whole)[0], *[None] * (len(TEXTS) - 1)] and all(whole)


def test_of_no_texts_nothing_is_made(reranker: Reranker) -> None:
    for each in (reranker, OverlapReranker()):
        assert each.score(QUESTION, []) == []
