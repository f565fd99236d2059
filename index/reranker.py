"""Rerankers: a question and a passage read together, and a score for how well it answers."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError
from index.lexical import stems
from index.models import MODELS, model_folder
from index.onnx import OnnxBert

Scores = NDArray[np.float32]


class Reranker(Protocol):
    """What scores a question against texts; the higher, the better the text answers."""

    name: str

    def score(self, question: str, texts: Sequence[str], until: float = math.inf) -> Scores:
        """Score a question against each text.

        Args:
            question: in the user's words.
            texts: those likeliest to answer first, as they may not all be read.
            until: the time by `time.perf_counter`, in seconds, from which no text but the first is begun.

        Returns:
            A logit for each text: float32 of shape (texts,); above 0 means it rather answers, NaN that it was not begun.
        """
        ...


def in_time(place: int, until: float) -> bool:
    """Whether a reranker may begin a text now, by its place among the texts: the first at any time, the others before `until`."""
    return place == 0 or time.perf_counter() < until


class OnnxCrossEncoder:
    """A BERT cross-encoder in ONNX (Nogueira and Cho, "Passage Re-ranking with BERT", 2019).

    Each pair runs alone and on one thread, so that its score never depends on the others; several pairs run side by side. The
    threads live as long as one question's pairs, so that whoever asks beside others waits for none of them.

    Args:
        name: what to call it in messages.
        weights: the .onnx file.
        tokenizer: its tokenizer.json.
        max_tokens: the most tokens of a pair it looks at; the end of the text is cut first.
        threads: how many pairs run side by side; None for one on each processor.
    """

    def __init__(self, name: str, weights: Path, tokenizer: Path, *, max_tokens: int, threads: int | None = None) -> None:
        self.name = name
        self._model = OnnxBert(weights, tokenizer, max_tokens=max_tokens, threads=1)
        self._threads = threads or os.cpu_count()

    def score(self, question: str, texts: Sequence[str], until: float = math.inf) -> Scores:
        """A logit for each text: float32 of shape (texts,); above 0 means it rather answers, NaN that it was not begun in time."""

        def logit(place: int, text: str) -> float:
            return float(self._model.run(question, text).item()) if in_time(place, until) else math.nan

        with ThreadPoolExecutor(self._threads) as side_by_side:
            return np.array(list(side_by_side.map(logit, range(len(texts)), texts)), dtype=np.float32)


class OverlapReranker:
    """A simple reranker with no weights: the share of a question's words that stand in a text, as a logit.

    It is there for tests and for trying things out without a download.
    """

    name = "overlap"

    def score(self, question: str, texts: Sequence[str], until: float = math.inf) -> Scores:
        """A logit for each text: float32 of shape (texts,); 0 where half of the words are there, NaN where it was not begun in time."""
        asked = set(stems(question))

        def logit(text: str) -> float:
            share = (len(asked & set(stems(text))) + 0.5) / (len(asked) + 1)
            return math.log(share / (1 - share))

        return np.array([logit(text) if in_time(place, until) else math.nan for place, text in enumerate(texts)], dtype=np.float32)


def load_reranker(name: str, models_dir: Path) -> Reranker:
    """The reranker a setting names.

    Args:
        name: a pinned reranker's name (see `qa models list`), or "overlap".
        models_dir: where pinned models are kept.

    Raises:
        ModelError: there is no such reranker, or it is not in the models folder yet.
    """
    if name == OverlapReranker.name:
        return OverlapReranker()
    known = [OverlapReranker.name, *(model.name for model in MODELS.values() if model.role == "reranker")]
    if name not in known:
        raise ModelError(f"There is no reranker {name!r}. Set QA_RERANKER to one of {', '.join(known)}, or to none.")
    model, folder = MODELS[name], model_folder(name, models_dir)
    return OnnxCrossEncoder(name, folder / model.weights, folder / "tokenizer.json", max_tokens=model.max_tokens)
