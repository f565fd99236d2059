"""Rerankers: a question and a passage read together, for how well it answers and where."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from corpus.language.words import stems
from index.errors import ModelError
from index.models import MODELS, model_folder
from index.onnx import OnnxBert
from index.reader import NAME as READER
from index.reader import TrainedLayers, load_trained_layers
from index.seams import Reranker, RerankOutput


def in_time(place: int, until: float) -> bool:
    """Whether a reranker may begin a passage now, by its place: the first at any time, others before `until`."""
    return place == 0 or time.perf_counter() < until


class OnnxCrossEncoder:
    """A BERT cross-encoder in ONNX (Nogueira and Cho, "Passage Re-ranking with BERT", 2019).

    Each pair runs alone and on one thread, so that its score never depends on the others; several pairs run side
    by side. The threads live as long as one question's pairs, so that whoever
    asks beside others waits for none of them.

    Args:
        name: what to call it in messages.
        weights: the .onnx file.
        tokenizer: its tokenizer.json.
        max_tokens: the most tokens of a pair it looks at; the end of the text is cut first.
        threads: how many pairs run side by side; None for one on each processor.
        trained: values that take the place of some of the file's; None for none.
    """

    def __init__(
        self,
        name: str,
        weights: Path,
        tokenizer: Path,
        *,
        max_tokens: int,
        threads: int | None = None,
        trained: TrainedLayers | None = None,
    ) -> None:
        self.name = name
        self._model = OnnxBert(weights, tokenizer, max_tokens=max_tokens, threads=1, trained=trained)
        self._threads = threads or os.cpu_count()

    def score(self, question: str, passages: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each passage; None for one that was not begun in time."""

        def score_one(place: int, passage: str) -> RerankOutput | None:
            return self._model.score_pair(question, passage) if in_time(place, until) else None

        with ThreadPoolExecutor(self._threads) as side_by_side:
            return list(side_by_side.map(score_one, range(len(passages)), passages))


class OverlapReranker:
    """A simple reranker with no weights: the share of a question's words that stand in a text, as a logit.

    It is there for tests and for trying things out without a download.
    """

    name = "overlap"

    def score(self, question: str, passages: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each passage, a logit of 0 where half of the words are there; None if not begun in time."""
        asked = set(stems(question))

        def score_one(passage: str) -> RerankOutput:
            share = (len(asked & set(stems(passage))) + 0.5) / (len(asked) + 1)
            return RerankOutput(
                math.log(share / (1 - share)), np.empty((0, 2), dtype=np.int64), np.empty((0, 0), dtype=np.float32)
            )

        return [score_one(passage) if in_time(place, until) else None for place, passage in enumerate(passages)]


def load_reranker(name: str, models_dir: Path) -> Reranker:
    """The reranker a setting names.

    Args:
        name: "reader", a pinned reranker's name (see `qa models list`), or "overlap".
        models_dir: where pinned models are kept.

    Raises:
        ModelError: there is no such reranker, or it is not in the models folder yet.
    """
    if name == OverlapReranker.name:
        return OverlapReranker()
    trained = load_trained_layers() if name == READER else None
    known = [OverlapReranker.name, READER, *(model.name for model in MODELS.values() if model.role == "reranker")]
    if name not in known:
        raise ModelError(f"There is no reranker {name!r}. Set QA_RERANKER to one of {', '.join(known)}, or to none.")
    base = trained.base if trained else name
    model, folder = MODELS[base], model_folder(base, models_dir)
    return OnnxCrossEncoder(
        name,
        folder / model.weights,
        folder / "tokenizer.json",
        max_tokens=model.max_tokens,
        trained=trained,
    )
