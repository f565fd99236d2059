"""The trained layers written down: what the program loads says what was trained."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper

import eval.training.reader.export
import index.reader
from eval.training.reader.batches import batched, load_tokenizer
from eval.training.reader.export import trained_values, write
from eval.training.reader.material import Example
from eval.training.reader.model import LAYERS, STATES, Pinned, UpperLayers, load_pinned
from index.errors import ModelError
from index.models import MODELS, model_folder
from index.onnx import OnnxBert
from index.reader import load_trained_layers

BASE = "ms-marco-MiniLM-L-12-v2-int8"
QUESTION = "When did the pool open?"
TEXTS = ("The pool opened in May 1901, says the council of Marlow Vale.", "The hall has a roof.", "Rain fell.")
SATURATED = 0.4
"""So much may a logit differ on a processor without instructions for int8, which cuts large sums off."""


@pytest.fixture(scope="module")
def folder(models: Path) -> Path:
    return model_folder(BASE, models)


@pytest.fixture(scope="module")
def half(folder: Path) -> UpperLayers:
    """The last layer, moved away from where the pinned model has it."""
    torch.manual_seed(7)
    made = UpperLayers(1)
    load_pinned(made, folder / MODELS[BASE].weights)
    with torch.no_grad():
        for value in made.parameters():
            value.add_(0.2 * value.abs().mean() * torch.randn_like(value))
    return made


@pytest.fixture
def shipped(half: UpperLayers, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the half is written to, and loaded from."""
    for module in (index.reader, eval.training.reader.export):
        monkeypatch.setattr(module, "WEIGHTS", tmp_path / "weights.npz")
        monkeypatch.setattr(module, "RECORD", tmp_path / "record.json")
    write(half, folder / MODELS[BASE].weights, BASE, {"steps": 3})
    return tmp_path


def test_what_is_loaded_says_what_torch_says_but_for_the_rounding(
    half: UpperLayers, folder: Path, shipped: Path
) -> None:
    weights, tokenizer = folder / MODELS[BASE].weights, load_tokenizer(folder)
    reader = OnnxBert(weights, folder / "tokenizer.json", max_tokens=512, threads=1, trained=load_trained_layers())
    plain = OnnxBert(weights, folder / "tokenizer.json", max_tokens=512, threads=1)
    lower = Pinned(weights, STATES.format(LAYERS - 2))
    moved = []
    for text in TEXTS:
        batch = batched([Example(QUESTION, text, None, False)], tokenizer)
        with torch.no_grad():
            relevance, spans = half(lower(batch.ids, batch.mask, batch.types), batch.mask)
            own = (spans[0][batch.types[0] == 1][:-1] - half.spans.bias).numpy()  # the last one is a sign of the end
        read = reader.score_pair(QUESTION, text)
        assert read.logit == pytest.approx(float(relevance[0]), abs=SATURATED)
        assert read.scores == pytest.approx(own, abs=SATURATED / 10)
        assert np.abs(read.scores).max() > 0.1 and len(read.tokens) == len(own)
        moved.append(abs(plain.score_pair(QUESTION, text).logit - read.logit))
    assert max(moved) > 0.1, "the trained layers are not the pinned ones"


def test_what_is_written_fits_in_the_place_of_the_pinned_values(half: UpperLayers, folder: Path) -> None:
    weights = folder / MODELS[BASE].weights
    pinned = {each.name: numpy_helper.to_array(each) for each in onnx.load(str(weights)).graph.initializer}
    made = trained_values(half, weights)
    head = made.pop("span_head")
    assert head.dtype == np.float32 and head.tolist() == half.spans.weight.T.tolist()
    assert {name: (value.dtype, value.shape) for name, value in made.items()} == {
        name: (pinned[name].dtype, pinned[name].shape) for name in made
    }
    matrices = [name.removesuffix("_quantized") for name in made if name.endswith("_quantized")]
    assert len(matrices) == 8
    for name in matrices:
        assert np.abs(made[f"{name}_quantized"].astype(int)).max() == 127 and made[f"{name}_zero_point"] == 0
    kept = {name for name in pinned if ".layer.10." in name or "embeddings" in name}
    assert kept and not kept & set(made)
    assert "bert.encoder.layer.11.output.LayerNorm.weight" in made and "classifier.bias" in made


def test_the_record_says_what_was_trained_and_how(shipped: Path) -> None:
    record = json.loads((shipped / "record.json").read_text(encoding="utf-8"))
    assert record == {
        "base": BASE,
        "layer": "/bert/encoder/layer.11/output/LayerNorm/Add_1_output_0",
        "sha256": hashlib.sha256((shipped / "weights.npz").read_bytes()).hexdigest(),
        "training": {"steps": 3},
    }
    loaded = load_trained_layers()
    assert (loaded.base, loaded.layer) == (record["base"], record["layer"])


def test_a_damaged_file_of_weights_is_refused_in_a_sentence(shipped: Path) -> None:
    data = bytearray((shipped / "weights.npz").read_bytes())
    data[len(data) // 2] ^= 1
    (shipped / "weights.npz").write_bytes(data)
    with pytest.raises(ModelError, match=r"damaged\. Install the program anew\.$"):
        load_trained_layers()
