"""BERT-like models in ONNX, run by onnxruntime with the tokenizers library and without torch."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from index.reader import TrainedLayers, span_margin
from index.seams import RerankOutput

os.environ["ORT_DISABLE_TELEMETRY"] = (
    "1"  # read when onnxruntime is imported: without it, it keeps an id of the device and reports its use
)
import onnxruntime


class OnnxBert:
    """A model with its tokenizer, run on one text, or one pair of texts, at a time.

    An int8 model's output depends on what a text is padded with, so nothing is ever padded.

    Args:
        weights: the .onnx file.
        tokenizer: its tokenizer.json.
        max_tokens: the most tokens it looks at, special tokens included; the end of the last text is cut.
        threads: how many threads one run may use; 0 leaves it to onnxruntime.
        trained: values that take the place of some of the file's, and what finds answers by them; None for none.
    """

    def __init__(
        self,
        weights: Path,
        tokenizer: Path,
        *,
        max_tokens: int,
        threads: int = 0,
        trained: TrainedLayers | None = None,
    ) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_tokens)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._trained = trained
        self._values = {
            name: onnxruntime.OrtValue.ortvalue_from_numpy(value)
            for name, value in (trained.values.items() if trained else ())
        }  # onnxruntime does not keep them
        for name, value in self._values.items():
            options.add_initializer(name, value)
        model = weights.read_bytes() + _as_output(trained.layer) if trained else str(weights)
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._inputs = {node.name for node in self._session.get_inputs()}
        self.width = self._session.get_outputs()[0].shape[-1]

    def run(self, text: str) -> NDArray[np.float32]:
        """The model's first output for a text, without the batch axis."""
        output: NDArray[np.float32] = self._session.run(None, self._feeds(self._tokenizer.encode(text)))[0][0]
        return output

    def score_pair(self, text: str, other: str) -> RerankOutput:
        """The only number of the model's first output for a pair of texts, with where the second one answers."""
        encoding = self._tokenizer.encode(text, other)
        logit, *inner = self._session.run(None, self._feeds(encoding))
        own = np.flatnonzero(np.array([sequence == 1 for sequence in encoding.sequence_ids], dtype=bool))
        offsets = np.array(encoding.offsets, dtype=np.int64)[own]
        if self._trained is None:
            return RerankOutput(float(logit.item()), offsets, np.empty((len(own), 0), dtype=np.float32))
        scores = self._trained.scores(inner[0][0])
        return RerankOutput(float(logit.item()), offsets, scores[own], span_margin(scores, own))

    def _feeds(self, encoding: Encoding) -> dict[str, NDArray[np.int64]]:
        given = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        return {name: np.array([ids], dtype=np.int64) for name, ids in given.items() if name in self._inputs}


def _as_output(tensor: str) -> bytes:
    """What is put behind a model so that an inner tensor becomes an output.

    Protocol buffers merge messages that follow each other.
    """
    name, output, graph = 1, 12, 7  # fields of ValueInfoProto, GraphProto and ModelProto
    message = tensor.encode()
    for field in (name, output, graph):
        assert len(message) < 128, "a longer message would need a length of two bytes"
        message = bytes([field << 3 | 2, len(message)]) + message
    return message
