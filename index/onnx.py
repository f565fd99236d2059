"""BERT-like models in ONNX, run by onnxruntime with the tokenizers library and without torch."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when onnxruntime is imported: without it, it keeps an id of the device and reports its use
import onnxruntime


class OnnxBert:
    """A model with its tokenizer, run on one text, or one pair of texts, at a time.

    An int8 model's output depends on what a text is padded with, so nothing is ever padded.

    Args:
        weights: the .onnx file.
        tokenizer: its tokenizer.json.
        max_tokens: the most tokens it looks at, special tokens included; the end of the last text is cut.
        threads: how many threads one run may use; 0 leaves it to onnxruntime.
    """

    def __init__(self, weights: Path, tokenizer: Path, *, max_tokens: int, threads: int = 0) -> None:
        self._counter = Tokenizer.from_file(str(tokenizer))
        self._counter.no_truncation()
        self._counter.no_padding()
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_tokens)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
        self._inputs = {node.name for node in self._session.get_inputs()}
        self.width = self._session.get_outputs()[0].shape[-1]

    def run(self, text: str, other: str | None = None) -> NDArray[np.float32]:
        """The model's first output for a text, or for a pair of texts, without the batch axis."""
        encoding = self._tokenizer.encode(text, other)
        given = {"input_ids": encoding.ids, "attention_mask": encoding.attention_mask, "token_type_ids": encoding.type_ids}
        feeds = {name: np.array([ids], dtype=np.int64) for name, ids in given.items() if name in self._inputs}
        output: NDArray[np.float32] = self._session.run(None, feeds)[0][0]
        return output

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text takes, without special tokens."""
        return [len(encoding.ids) for encoding in self._counter.encode_batch_fast(list(texts), add_special_tokens=False)]
