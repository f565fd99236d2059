"""The trained layers of the cross-encoder, in torch, over the states that the pinned model's lower layers give."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from onnx.utils import Extractor
from torch import Tensor, nn
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from corpus.errors import ChapterError
from index.reader import TrainedLayers

LAYERS: Final = 12
WIDTH: Final = 384
STATES: Final = "/bert/encoder/layer.{}/output/LayerNorm/Add_1_output_0"
"""The tensor of the pinned model that holds a layer's states."""
_LAYER = "bert.encoder.layer."
_SHAPE: Final[dict[str, Any]] = {
    "vocab_size": 1,
    "hidden_size": WIDTH,
    "num_attention_heads": 12,
    "intermediate_size": 4 * WIDTH,
    "hidden_dropout_prob": 0.0,  # material that is read once is not learnt by heart
    "attention_probs_dropout_prob": 0.0,
    "attn_implementation": "eager",  # the way back through sdpa takes two fifths of a step on a processor
}


class Pinned:
    """The pinned model up to one of its tensors.

    Args:
        weights: the .onnx file.
        output: the name of the tensor.
    """

    def __init__(self, weights: Path, output: str) -> None:
        model = onnx.load(str(weights))
        del model.graph.output[:]
        model.graph.output.append(onnx.helper.make_tensor_value_info(output, onnx.TensorProto.FLOAT, None))
        # onnxruntime computes every node that is there, wanted or not
        model = Extractor(model).extract_model([each.name for each in model.graph.input], [output])
        options = onnxruntime.SessionOptions()
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), options)

    def __call__(self, ids: Tensor, mask: Tensor, types: Tensor) -> Tensor:
        """The tensor for some pairs, the pairs on its first axis."""
        feeds = {"input_ids": ids.numpy(), "attention_mask": mask.numpy(), "token_type_ids": types.numpy()}
        return torch.from_numpy(self._session.run(None, feeds)[0])


class QuantisedLinear(nn.Linear):
    """A linear layer that computes with its weights as the shipped int8 model will have them (straight-through)."""

    def forward(self, states: Tensor) -> Tensor:
        """The layer's output for weights rounded to 255 steps over the whole matrix."""
        scale = float(self.weight.detach().abs().max()) / 127
        weight = torch.fake_quantize_per_tensor_affine(self.weight, scale, 0, -127, 127)
        return nn.functional.linear(states, weight, self.bias)


class UpperLayers(nn.Module):
    """The trained layers, with heads for relevance and for where an answer starts and ends."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        config = BertConfig(**_SHAPE)
        self.first = LAYERS - layers
        self.layers = nn.ModuleList(
            BertLayer(config)  # type: ignore[no-untyped-call]  # transformers leaves it untyped
            for _ in range(layers)
        )
        self.pooler = nn.Linear(WIDTH, WIDTH)
        self.classifier = nn.Linear(WIDTH, 1)
        _quantise(self)
        self.spans = nn.Linear(WIDTH, 2)

    def forward(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Relevance of shape (pairs,), and scores of shape (pairs, tokens, 2) for start and end."""
        far = (1.0 - mask[:, None, None, :].to(states.dtype)) * torch.finfo(states.dtype).min
        for layer in self.layers:
            out = layer(states, far)
            states = out[0] if isinstance(out, tuple) else out
        relevance = self.classifier(torch.tanh(self.pooler(states[:, 0])))[:, 0]
        return relevance, self.spans(states)


def _quantise(module: nn.Module) -> None:
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, QuantisedLinear(child.in_features, child.out_features))
        else:
            _quantise(child)


def pinned_values(weights: Path) -> tuple[dict[str, NDArray[Any]], dict[str, str]]:
    """All initial values of the pinned model, and for each matrix, by its name in torch, the name of its values."""
    graph = onnx.load(str(weights)).graph
    values = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    matrices: dict[str, str] = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.name.strip("/").replace("/", ".")
            name = name.removesuffix(".MatMul_quant").removesuffix(".Gemm_MatMul_quant")
            matrices[f"{name}.weight"] = node.input[1].removesuffix("_quantized")
    return values, matrices


def torch_name(pinned: str, first: int) -> str | None:
    """The name in `UpperLayers` of a value of the pinned model; None for one of the layers below."""
    for head in ("pooler.dense", "classifier"):
        name = pinned.removeprefix("bert.")
        if name.startswith(head):
            return name.replace("pooler.dense", "pooler")
    parts = pinned.split(".")
    if pinned.startswith(_LAYER) and int(parts[3]) >= first:
        return ".".join(["layers", str(int(parts[3]) - first), *parts[4:]])
    return None


def load_pinned(model: UpperLayers, weights: Path) -> None:
    """Give the trained layers the values of the pinned model to begin with."""
    values, matrices = pinned_values(weights)
    _load(model, values, matrices, heads={})


def load_trained(model: UpperLayers, trained: TrainedLayers, weights: Path) -> None:
    """Give the trained layers what an earlier training came to, as it is shipped.

    Args:
        model: with at least as many layers as were trained then.
        trained: the values that are shipped.
        weights: of the pinned model, by whose names they are known.

    Raises:
        ChapterError: more layers were trained than the model has.
    """
    values, matrices = pinned_values(weights)
    trained_first = min(int(name.split(".")[3]) for name in trained.values if name.startswith(_LAYER))
    if trained_first < model.first:
        count = LAYERS - trained_first
        raise ChapterError(f"The weights to go on from have {count} trained layers. Ask for --layers {count} or more.")
    _load(
        model, values | dict(trained.values), matrices, {"spans.weight": torch.from_numpy(trained.span_head.T.copy())}
    )


def _load(
    model: UpperLayers, values: Mapping[str, NDArray[Any]], matrices: Mapping[str, str], heads: Mapping[str, Tensor]
) -> None:
    state: dict[str, Tensor] = dict(heads)
    for name, value in values.items():
        own = torch_name(name, model.first)
        if own and value.dtype == np.float32 and not name.endswith("_scale"):
            state[own] = torch.from_numpy(value.copy())
    for name, base in matrices.items():
        if own := torch_name(name, model.first):
            real = values[f"{base}_quantized"].astype(np.float32) - np.float32(values[f"{base}_zero_point"])
            state[own] = torch.from_numpy(np.ascontiguousarray((real * values[f"{base}_scale"]).T))
    missing = model.load_state_dict(state, strict=False)
    assert {name.split(".")[0] for name in missing.missing_keys} <= {"spans"} and not missing.unexpected_keys, missing
