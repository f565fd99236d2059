"""Rerankers: a question and a passage read together, for how well it answers and where."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.language.words import stems
from index.errors import ModelError
from index.models import MODELS, model_folder
from index.onnx import OnnxBert


@dataclass(frozen=True, slots=True)
class RerankOutput:
    """What a reranker makes of a question and a text that it has read together.

    Attributes:
        logit: above 0 means that the text rather answers.
        tokens: where each token of the text starts and ends, half-open code points: int64 of shape (tokens, 2).
        states: what the reranker holds for each of these tokens: float32 of shape (tokens, width); a width of 0 where it gives none.
    """

    logit: float
    tokens: NDArray[np.int64]
    states: NDArray[np.float32]


class Reranker(Protocol):
    """What reads a question and a text together and says how well it answers."""

    name: str

    def read(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """Read a question with each text.

        Args:
            question: in the user's words.
            texts: those likeliest to answer first, as they may not all be read.
            until: the time by `time.perf_counter`, in seconds, from which no text but the first is begun.

        Returns:
            What it makes of each text; None for one that was not begun.
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
        layer: the inner tensor whose numbers are the states of tokens.
        threads: how many pairs run side by side; None for one on each processor.
    """

    def __init__(
        self, name: str, weights: Path, tokenizer: Path, *, max_tokens: int, layer: str, threads: int | None = None
    ) -> None:
        self.name = name
        self._model = OnnxBert(weights, tokenizer, max_tokens=max_tokens, threads=1, layer=layer)
        self._threads = threads or os.cpu_count()

    def read(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each text; None for one that was not begun in time."""

        def read(place: int, text: str) -> RerankOutput | None:
            if not in_time(place, until):
                return None
            found = self._model.read_pair(question, text)
            return RerankOutput(float(found.output.item()), found.tokens, found.states)

        with ThreadPoolExecutor(self._threads) as side_by_side:
            return list(side_by_side.map(read, range(len(texts)), texts))


class OverlapReranker:
    """A simple reranker with no weights: the share of a question's words that stand in a text, as a logit.

    It is there for tests and for trying things out without a download.
    """

    name = "overlap"

    def read(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each text, with a logit of 0 where half of the words are there; None for one that was not begun in time."""
        asked = set(stems(question))

        def read(text: str) -> RerankOutput:
            share = (len(asked & set(stems(text))) + 0.5) / (len(asked) + 1)
            return RerankOutput(
                math.log(share / (1 - share)), np.empty((0, 2), dtype=np.int64), np.empty((0, 0), dtype=np.float32)
            )

        return [read(text) if in_time(place, until) else None for place, text in enumerate(texts)]


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
    return OnnxCrossEncoder(
        name, folder / model.weights, folder / "tokenizer.json", max_tokens=model.max_tokens, layer=model.layer
    )
