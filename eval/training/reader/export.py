"""The trained layers written down: int8 as in the pinned model, with the record of its training."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.training.reader.model import LAYERS, STATES, UpperLayers, pinned_values, torch_name
from index.reader import RECORD, WEIGHTS


def trained_values(model: UpperLayers, pinned: Path) -> dict[str, NDArray[Any]]:
    """The values that take the place of the pinned model's, by their names there; matrices as int8 with their scale."""
    values, matrices = pinned_values(pinned)
    state = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    made: dict[str, NDArray[Any]] = {}
    for name, value in values.items():
        own = torch_name(name, model.first)
        if own and value.dtype == np.float32 and not name.endswith("_scale"):
            made[name] = state[own].astype(np.float32)
    for name, base in matrices.items():
        if own := torch_name(name, model.first):
            matrix = state[own].T
            scale = np.float32(np.abs(matrix).max() / 127)
            made[f"{base}_quantized"] = np.ascontiguousarray(np.rint(matrix / scale).clip(-127, 127).astype(np.int8))
            made[f"{base}_scale"] = np.array(scale, dtype=np.float32)
            made[f"{base}_zero_point"] = np.array(0, dtype=np.int8)
    made["span_head"] = np.ascontiguousarray(state["spans.weight"].T.astype(np.float32))
    return made


def write(model: UpperLayers, pinned: Path, base: str, training: Mapping[str, Any]) -> None:
    """Write weights and record to where the program reads them."""
    held = io.BytesIO()
    np.savez_compressed(held, allow_pickle=False, **trained_values(model, pinned))
    data = held.getvalue()
    WEIGHTS.write_bytes(data)
    record = {
        "base": base,
        "layer": STATES.format(LAYERS - 1),
        "sha256": hashlib.sha256(data).hexdigest(),
        "training": training,
    }
    RECORD.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
