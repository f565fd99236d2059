"""The reader: what speaks for an answer in a passage is measured against there being none."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import index.reader
from index.errors import ModelError
from index.models import MODELS
from index.reader import SPAN_TOKENS, TrainedLayers, load_trained_layers, span_margin

HEAD = np.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 0.5]], dtype=np.float32)
SCALE = np.array(0.25, dtype=np.float32)


def scores_of(tokens: int, **places: tuple[float, float]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Scores that are 0 but at some tokens, such as t3."""
    scores = np.zeros((tokens, 2), dtype=np.float32)
    for name, pair in places.items():
        scores[int(name[1:])] = pair
    return scores


@pytest.mark.parametrize(
    ("scores", "own", "margin"),
    [
        (scores_of(6, t0=(1.0, 0.5), t3=(4.0, 0.0), t4=(0.0, 3.0)), [2, 3, 4], 5.5),
        (scores_of(6, t0=(1.0, 0.5), t3=(4.0, 3.0)), [2, 3, 4], 5.5),
        (scores_of(6, t3=(4.0, 0.0), t4=(0.0, 3.0)), [2, 4], 3.0),
        (scores_of(6, t3=(0.0, 3.0), t4=(4.0, 0.0)), [2, 3, 4], 4.0),
        (scores_of(6, t1=(9.0, 9.0), t5=(9.0, 9.0)), [2, 3, 4], 0.0),
        (scores_of(6, t0=(2.0, 1.0)), [2, 3, 4], -3.0),
        (scores_of(6, t0=(2.0, 1.0)), [], 0.0),
    ],
    ids=["two tokens", "one token", "not read between", "an end before its start", "not its own", "none", "no passage"],
)  # fmt: skip
def test_the_margin_is_of_the_best_span_of_the_passage_over_none(
    scores: np.ndarray[Any, np.dtype[np.float32]], own: list[int], margin: float
) -> None:
    assert span_margin(scores, np.array(own, dtype=np.intp)) == margin


@pytest.mark.parametrize(("tokens", "margin"), [(SPAN_TOKENS, 7.0), (SPAN_TOKENS + 1, 4.0)])
def test_an_answer_of_a_few_words_has_at_most_so_many_tokens(tokens: int, margin: float) -> None:
    scores = scores_of(60, t5=(4.0, 0.0), **{f"t{5 + tokens - 1}": (0.0, 3.0)})
    assert span_margin(scores, np.arange(1, 60)) == margin


def test_each_token_is_scored_by_its_own_state() -> None:
    half = TrainedLayers("base", "layer", {}, HEAD)
    states = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0], [-1.0, 0.0, 2.0]], dtype=np.float32)
    assert half.scores(states).tolist() == [[-2.0, 5.5], [0.0, 0.0], [-3.0, 1.0]]


def kept(folder: Path, monkeypatch: pytest.MonkeyPatch, **record: Any) -> tuple[Path, Path]:
    """Weights and their record in a folder from which they are then loaded."""
    held = io.BytesIO()
    np.savez_compressed(held, allow_pickle=False, **{"layer.weight": np.array([[1, -2]], dtype=np.int8)}, scale=SCALE,
                        span_head=HEAD)  # fmt: skip
    weights, written = folder / "weights.npz", folder / "record.json"
    weights.write_bytes(held.getvalue())
    told: Mapping[str, Any] = {"base": "a model", "layer": "a tensor", "sha256": _sha256(weights), **record}
    written.write_text(json.dumps(told))
    monkeypatch.setattr(index.reader, "WEIGHTS", weights)
    monkeypatch.setattr(index.reader, "RECORD", written)
    return weights, written


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_weights_are_loaded_with_what_their_record_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, monkeypatch)
    half = load_trained_layers()
    assert (half.base, half.layer) == ("a model", "a tensor")
    assert {name: value.tolist() for name, value in half.values.items()} == {"layer.weight": [[1, -2]], "scale": 0.25}
    assert half.values["layer.weight"].dtype == np.int8 and half.span_head.tolist() == HEAD.tolist()


def test_damaged_weights_are_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights, _ = kept(tmp_path, monkeypatch)
    data = weights.read_bytes()
    for damaged in (data[:-1], data + b"\0", bytes([data[0] ^ 1]) + data[1:], b""):
        weights.write_bytes(damaged)
        with pytest.raises(ModelError, match=r"weights\.npz are damaged\. Install the program anew\.$"):
            load_trained_layers()
    weights.write_bytes(data)
    assert load_trained_layers().base == "a model"


def test_weights_of_another_training_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, monkeypatch, sha256="0" * 64)
    with pytest.raises(ModelError, match="damaged"):
        load_trained_layers()


@pytest.mark.parametrize("lost", [0, 1], ids=["weights", "record"])
def test_weights_without_a_record_and_a_record_without_weights_are_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: int
) -> None:
    file = kept(tmp_path, monkeypatch)[lost]
    file.unlink()
    with pytest.raises(ModelError, match=rf"^The reader's weights cannot be read: .*{file.name}.*\. Install the"):
        load_trained_layers()


def test_a_record_that_is_no_json_is_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, record = kept(tmp_path, monkeypatch)
    record.write_text("{")
    with pytest.raises(ModelError, match="cannot be read"):
        load_trained_layers()


def test_the_shipped_weights_take_the_place_of_values_of_a_pinned_model() -> None:
    half = load_trained_layers()
    assert MODELS[half.base].role == "reranker"
    width, sides = half.span_head.shape
    assert half.span_head.dtype == np.float32 and sides == 2
    matrices = {name.removesuffix("_quantized"): value for name, value in half.values.items() if value.dtype == np.int8
                and name.endswith("_quantized")}  # fmt: skip
    assert matrices and "span_head" not in half.values
    for name, matrix in matrices.items():
        assert np.abs(matrix.astype(int)).max() == 127 and width in matrix.shape
        assert half.values[f"{name}_zero_point"] == 0 and 0 < half.values[f"{name}_scale"] < 1


@pytest.mark.parametrize("record", ["{}", "[]", '{"base": "a model", "layer": "a layer"}'])
def test_a_record_that_lacks_something_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record: str
) -> None:
    kept(tmp_path, monkeypatch)[1].write_text(record, encoding="utf-8")
    with pytest.raises(ModelError, match=r"cannot be read: .*Install the program anew\.$"):
        load_trained_layers()
