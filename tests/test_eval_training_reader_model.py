"""The trained layers: they begin as the pinned model is, and compute as they will once they are shipped."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from corpus.errors import ChapterError
from eval.training.reader.batches import Batch, batched, load_tokenizer
from eval.training.reader.export import trained_values
from eval.training.reader.material import Example
from eval.training.reader.model import (
    LAYERS,
    STATES,
    WIDTH,
    Pinned,
    QuantisedLinear,
    UpperLayers,
    load_pinned,
    load_trained,
    pinned_values,
    torch_name,
)
from index.models import MODELS, model_folder
from index.reader import RECORD, load_trained_layers

BASE = "ms-marco-MiniLM-L-12-v2-int8"
QUESTION = "When did the pool open?"
TEXTS = ("The pool opened in May 1901, says the council of Marlow Vale.", "The hall has a roof.", "Rain fell.")


@pytest.fixture(scope="module")
def weights(models: Path) -> Path:
    return model_folder(BASE, models) / MODELS[BASE].weights


@pytest.fixture(scope="module")
def batch(weights: Path) -> Batch:
    """Pairs of three lengths."""
    return batched([Example(QUESTION, text, None, False) for text in TEXTS], load_tokenizer(weights.parent))


@pytest.fixture(scope="module")
def half(weights: Path) -> UpperLayers:
    """The last layer as the pinned model has it."""
    made = UpperLayers(1)
    load_pinned(made, weights)
    return made


@pytest.fixture(scope="module")
def states(weights: Path, batch: Batch) -> Tensor:
    """What the last layer is given."""
    found = Pinned(weights, STATES.format(LAYERS - 2))(batch.ids, batch.mask, batch.types)
    assert found.shape == (len(TEXTS), batch.ids.shape[1], WIDTH)
    return found


def test_before_training_it_says_what_the_pinned_model_says(
    weights: Path, half: UpperLayers, batch: Batch, states: Tensor
) -> None:
    logits = Pinned(weights, "logits")(batch.ids, batch.mask, batch.types)
    with torch.no_grad():
        relevance, spans = half(states, batch.mask)
    assert logits.shape == (len(TEXTS), 1) and float(logits[0]) > 0 > float(logits[1])
    saturated = 0.4  # less where a processor has instructions for int8
    assert relevance.numpy() == pytest.approx(logits[:, 0].numpy(), abs=saturated)
    assert spans.shape == (*batch.ids.shape, 2)


def test_what_a_text_is_padded_with_changes_nothing(half: UpperLayers, batch: Batch, states: Tensor) -> None:
    tokens = int(batch.mask[2].sum())
    assert tokens < batch.ids.shape[1]
    with torch.no_grad():
        padded, spans = half(torch.where(batch.mask[:, :, None] > 0, states, 7.0), batch.mask)
        alone, own_spans = half(states[2:, :tokens], batch.mask[2:, :tokens])
    assert float(padded[2]) == pytest.approx(float(alone[0]), abs=1e-4)
    assert spans[2, :tokens].numpy() == pytest.approx(own_spans[0].numpy(), abs=1e-4)


def test_all_but_the_span_head_is_trained_from_the_pinned_values(weights: Path) -> None:
    ones, others = UpperLayers(2), UpperLayers(2)
    for model in (ones, others):
        load_pinned(model, weights)
    differing = {name for name, value in ones.state_dict().items() if not value.equal(others.state_dict()[name])}
    assert differing == {"spans.weight", "spans.bias"}
    assert ones.first == LAYERS - 2 and len(ones.layers) == 2


def test_each_matrix_of_the_pinned_model_is_found_by_its_name_in_torch(weights: Path) -> None:
    values, matrices = pinned_values(weights)
    of_layer = {name for name in matrices if name.startswith("bert.encoder.layer.11.")}
    parts = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
             "intermediate.dense", "output.dense")  # fmt: skip
    assert of_layer == {f"bert.encoder.layer.11.{part}.weight" for part in parts}
    assert {"bert.pooler.dense.weight", "classifier.weight"} <= set(matrices)
    for base in matrices.values():
        assert values[f"{base}_quantized"].dtype == np.int8 and values[f"{base}_scale"] > 0
        assert f"{base}_zero_point" in values
    assert len(set(matrices.values())) == len(matrices)


@pytest.mark.parametrize(
    ("pinned", "name"),
    [
        ("bert.encoder.layer.10.output.dense.bias", "layers.0.output.dense.bias"),
        ("bert.encoder.layer.11.attention.self.query.bias", "layers.1.attention.self.query.bias"),
        ("bert.encoder.layer.9.output.dense.bias", None),
        ("bert.pooler.dense.bias", "pooler.bias"),
        ("classifier.weight", "classifier.weight"),
        ("bert.embeddings.LayerNorm.weight", None),
        ("onnx::MatMul_1443_scale", None),
    ],
)
def test_values_of_the_layers_below_are_not_trained(pinned: str, name: str | None) -> None:
    assert torch_name(pinned, 10) == name


def test_a_layer_computes_with_weights_as_they_will_be_shipped_and_is_trained_as_if_with_its_own() -> None:
    torch.manual_seed(5)
    layer = QuantisedLinear(4, 3)
    with torch.no_grad():
        layer.weight[0] = torch.tensor([1.27, 0.004, -0.016, 0.5])
        layer.weight[1:].clamp_(-1, 1)
    given = torch.eye(4)
    out = layer(given) - layer.bias
    assert out[:, 0].tolist() == pytest.approx([1.27, 0.0, -0.02, 0.5], abs=1e-5)
    steps = (out / 0.01).detach().numpy()
    assert steps == pytest.approx(np.rint(steps), abs=1e-3)
    out.sum().backward()
    assert layer.weight.grad is not None and layer.weight.grad.tolist() == [[1.0] * 4] * 3


def test_all_layers_but_the_span_head_compute_so(half: UpperLayers) -> None:
    linear = {name: type(module) for name, module in half.named_modules() if isinstance(module, torch.nn.Linear)}
    assert linear.pop("spans") is torch.nn.Linear
    assert len(linear) == 8 and set(linear.values()) == {QuantisedLinear}


def test_a_training_goes_on_from_what_is_shipped(weights: Path) -> None:
    trained = load_trained_layers()
    model = UpperLayers(json.loads(RECORD.read_text(encoding="utf-8"))["training"]["layers"])
    load_trained(model, trained, weights)
    again = trained_values(model, weights)
    assert again.keys() == {*trained.values, "span_head"}
    np.testing.assert_array_equal(again["span_head"], trained.span_head)
    for name, value in trained.values.items():
        np.testing.assert_allclose(again[name], value, rtol=1e-6, err_msg=name)


def test_no_layer_that_was_trained_is_left_behind(weights: Path) -> None:
    with pytest.raises(ChapterError, match="Ask for --layers"):
        load_trained(UpperLayers(1), load_trained_layers(), weights)
