"""The reader: trained values for the upper layers of a pinned cross-encoder, and heads for where an answer stands.

weights.npz has the values by their names in the pinned model, int8 as there; record.json says how they were trained,
and their SHA-256. `python -m eval.training.reader` trains and writes both.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError

NAME: Final = "reader"
WEIGHTS: Final = Path(__file__).with_name("weights.npz")
RECORD: Final = Path(__file__).with_name("record.json")
SPAN_TOKENS: Final = 30
"""An answer of a few words has at most so many tokens."""


@dataclass(frozen=True, slots=True, eq=False)
class TrainedLayers:
    """What was trained.

    Attributes:
        base: the name of the pinned model whose values these take the place of.
        layer: the inner tensor of it that is the reader's state of each token.
        values: by their names in the pinned model.
        span_head: float32 of shape (width, 2): what of a token's state speaks for an answer starting and ending there;
            at the first token, for there being none.
    """

    base: str
    layer: str
    values: Mapping[str, NDArray[Any]]
    span_head: NDArray[np.float32]

    def scores(self, states: NDArray[np.float32]) -> NDArray[np.float32]:
        """What speaks for the answer starting and ending at each token of a pair, float32 of shape (tokens, 2)."""
        return states @ self.span_head


def span_scores(scores: NDArray[np.float32], most: int) -> NDArray[np.float32]:
    """How good each span of tokens is, by its first and its last token.

    Args:
        scores: of each token for starting and ending an answer: float32 of shape (tokens, 2).
        most: how many tokens a span may have.

    Returns:
        float32 of shape (tokens, tokens); minus infinity where a span would end before it starts or is longer.
    """
    place = np.arange(len(scores))
    length = place - place[:, np.newaxis] + 1
    allowed = (length >= 1) & (length <= most)
    together: NDArray[np.float32] = np.where(allowed, scores[:, :1] + scores[:, 1], np.float32(-np.inf))
    return together


def span_margin(scores: NDArray[np.float32], own: NDArray[np.intp]) -> float:
    """How much higher the best span of a passage scores than none.

    Args:
        scores: of all tokens of a pair, as `TrainedLayers.scores` gives them; of none at the first token.
        own: which of these are the passage's, ascending.
    """
    if not len(own):
        return 0.0
    return float(span_scores(scores[own], SPAN_TOKENS).max() - scores[0].sum())


def load_trained_layers() -> TrainedLayers:
    """The trained layers that are shipped.

    Raises:
        ModelError: its file is not there or is not the one of the record.
    """
    try:
        record = json.loads(RECORD.read_text(encoding="utf-8"))
        data = WEIGHTS.read_bytes()
        base, layer, expected = record["base"], record["layer"], record["sha256"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"The reader's weights cannot be read: {error}. Install the program anew.") from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise ModelError(f"The reader's weights in {WEIGHTS} are damaged. Install the program anew.")
    with np.load(io.BytesIO(data), allow_pickle=False) as kept:
        values = {name: kept[name] for name in kept.files}
    head = values.pop("span_head")
    return TrainedLayers(base, layer, values, head)
