"""Encoders: text to unit vectors whose inner product says how near two texts are in meaning."""

from __future__ import annotations

import hashlib
import math
import zlib
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np

from corpus.language.words import stems
from index.errors import ModelError
from index.hashes import file_sha256
from index.models import MODELS, PinnedModel, model_folder
from index.onnx import OnnxBert
from index.seams import Encoder, Vectors
from index.tokens import TokenCounter, WordCounter

Pooling = Literal["mean", "cls"]


class SentenceTransformerEncoder:
    """Any sentence-transformers model folder; the model is loaded at the first text, not before.

    Args:
        name: what to call it in manifests and messages.
        folder: a folder sentence-transformers can load.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.fingerprint = _folder_fingerprint(folder)
        self._folder = folder

    @cached_property
    def _model(self) -> Any:
        from sentence_transformers import SentenceTransformer  # seconds to import: only where it is used
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]  # theirs has no types
        try:
            return SentenceTransformer(str(self._folder), device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise ModelError(f"The model {self.name!r} in {self._folder} cannot be loaded: {error}") from error

    @property
    def dimensions(self) -> int:
        """How long a vector is."""
        return int(self._model.get_embedding_dimension())

    @property
    def max_tokens(self) -> int:
        """The most tokens of a text the model looks at, special tokens included."""
        return int(self._model.max_seq_length)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors for passages: float32 of shape (texts, dimensions)."""
        return _float32(self._model.encode_document(list(texts), normalize_embeddings=True, show_progress_bar=False))

    def encode_question(self, text: str) -> Vectors:
        """The unit vector for a question: float32 of shape (dimensions,)."""
        return _float32(self._model.encode_query(text, normalize_embeddings=True, show_progress_bar=False))

    @cached_property
    def count_tokens(self) -> TokenCounter:
        """Says how many tokens each of some texts takes, without special tokens.

        Raises:
            ModelError: its tokenizer is of an old kind that is read with code of its own.
        """
        declared = self._folder / "tokenizer.json"
        if declared.is_file():
            return TokenCounter(declared.absolute())
        try:
            return TokenCounter(self._model.tokenizer.backend_tokenizer.to_str())
        except AttributeError:
            raise ModelError(
                f"The model {self.name!r} in {self._folder} has no tokenizer.json, so its tokens cannot be counted. "
                "Save it anew with a recent version of sentence-transformers, or choose another model."
            ) from None


class OnnxEncoder:
    """A BERT-like encoder in ONNX, run by onnxruntime without torch.

    Args:
        name: what to call it in manifests and messages.
        weights: the .onnx file.
        tokenizer: its tokenizer.json.
        pooling: how token vectors become one: "mean" over the text or its first ("cls") token.
        max_tokens: the most tokens it looks at, special tokens included.
        question_prefix: what the model wants in front of a question.
        threads: how many threads one encoding may use.
    """

    def __init__(
        self,
        name: str,
        weights: Path,
        tokenizer: Path,
        *,
        pooling: Pooling,
        max_tokens: int,
        question_prefix: str = "",
        threads: int = 0,
    ) -> None:
        self.name = name
        self.fingerprint = file_sha256(weights)
        self.max_tokens = max_tokens
        self._pooling = pooling
        self._question_prefix = question_prefix
        self.count_tokens = TokenCounter(tokenizer.absolute())
        self.count_tokens([])  # loads it, so that no question has to wait for it
        self._model = OnnxBert(weights, tokenizer, max_tokens=max_tokens, threads=threads)
        self.dimensions = int(self._model.width)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors for passages: float32 of shape (texts, dimensions)."""
        return _stacked([self._encode(text) for text in texts], self.dimensions)

    def encode_question(self, text: str) -> Vectors:
        """The unit vector for a question: float32 of shape (dimensions,)."""
        return self._encode(self._question_prefix + text)

    def _encode(self, text: str) -> Vectors:
        tokens = self._model.run(text)
        pooled = tokens.mean(axis=0) if self._pooling == "mean" else tokens[0]
        return _float32(pooled / max(float(np.linalg.norm(pooled)), 1e-12))


class PairedEncoder:
    """One model in two forms: one for many passages at once, one that is ready at once for a question.

    The index holds the first one's vectors, so its name and fingerprint are the pair's.

    Args:
        passages: encodes passages.
        questions: encodes questions and counts tokens; of the same model, so that inner products mean the same.
    """

    def __init__(self, passages: Encoder, questions: Encoder) -> None:
        self.name = passages.name
        self.fingerprint = passages.fingerprint
        self.dimensions = questions.dimensions
        self.max_tokens = questions.max_tokens
        self.encode_passages = passages.encode_passages
        self.encode_question = questions.encode_question
        self.count_tokens = questions.count_tokens


class HashingEncoder:
    """A small encoder with no weights: stems hashed to signed dimensions (Weinberger et al., 2009).

    It knows words, not meanings; it is there for tests and for trying things out without a download.
    """

    name = "hashing"
    fingerprint = "hashing-256"
    dimensions = 256
    max_tokens = 256
    count_tokens = WordCounter()

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors for passages: float32 of shape (texts, 256); zero for a text without words."""
        return _stacked([self.encode_question(text) for text in texts], self.dimensions)

    def encode_question(self, text: str) -> Vectors:
        """The unit vector for a question: float32 of shape (256,)."""
        vector = np.zeros(self.dimensions, dtype=np.float32)
        for stem in stems(text):
            hashed = zlib.crc32(stem.encode())
            vector[hashed % self.dimensions] += 1.0 if hashed & 0x8000_0000 else -1.0
        length = math.sqrt(float(vector @ vector))
        return vector / np.float32(length) if length else vector


def load_encoder(name: str, models_dir: Path) -> Encoder:
    """The encoder a setting names.

    Args:
        name: a pinned model's name (see `qa models list`), "hashing", a sentence-transformers folder
            (a path with a slash in it), or a hub name such as "organisation/model".
        models_dir: where pinned models are kept.

    Raises:
        ModelError: there is no such model, or it is not there yet.
    """
    if name == HashingEncoder.name:
        return HashingEncoder()
    if name in MODELS:
        return _pinned_encoder(MODELS[name], models_dir)
    if "/" not in name:
        known = [HashingEncoder.name, *(model.name for model in MODELS.values() if model.role == "embedding")]
        raise ModelError(
            f"There is no encoder {name!r}. Set QA_ENCODER to one of {', '.join(known)}; "
            "to a model's folder, with a slash in it; or to a hub name such as organisation/model."
        )
    folder = Path(name)
    return SentenceTransformerEncoder(name, folder if folder.is_dir() else _hub_folder(name))


def whole_words(encoder: Encoder) -> Callable[[str], bool]:
    """Which words an encoder has a token of their own for, as models have for common words that are spelt right."""
    return lambda word: encoder.count_tokens([word]) == [1]


def _pinned_encoder(model: PinnedModel, models_dir: Path, threads: int = 0) -> Encoder:
    if model.role != "embedding":
        raise ModelError(f"{model.name!r} is a {model.role}, not an encoder. See: qa models list")
    folder = model_folder(model.name, models_dir)
    if model.format == "onnx":
        return OnnxEncoder(
            model.name,
            folder / model.weights,
            folder / "tokenizer.json",
            pooling=model.pooling or "mean",
            max_tokens=model.max_tokens,
            question_prefix=model.query_prefix,
            threads=threads,
        )
    passages = SentenceTransformerEncoder(model.name, folder)
    if not model.questions_by:
        return passages
    questions = MODELS[model.questions_by]
    return PairedEncoder(passages, _pinned_encoder(questions, models_dir, threads=1))  # waking more takes longer


def _hub_folder(name: str) -> Path:
    """The local folder of a hub model, fetched if it is not there yet."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, allow_patterns=["*.json", "*.txt", "*.model", "*.safetensors"]))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        raise ModelError(
            f"The model {name!r} is neither a folder here nor to be had from the hub: {error}. "
            "Check its name and the network, or use a pinned model (qa models list)."
        ) from error


def _stacked(vectors: Sequence[Vectors], dimensions: int) -> Vectors:
    return np.stack(vectors) if vectors else np.empty((0, dimensions), dtype=np.float32)


def _float32(vectors: Any) -> Vectors:
    return np.ascontiguousarray(vectors, dtype=np.float32)


def _folder_fingerprint(folder: Path) -> str:
    """SHA-256 over the names and contents of the files that decide a model's vectors.

    Raises:
        ModelError: the folder holds no model.
    """
    if not any((folder / name).is_file() for name in ("modules.json", "config.json")):
        raise ModelError(
            f"There is no model in {folder}: it has neither modules.json nor config.json. "
            "Name the folder that holds them."
        )
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if (
            path.suffix in {".safetensors", ".bin", ".json", ".txt", ".model"}
            and path.is_file()
            and not path.name.startswith(".")
        ):
            digest.update(f"{path.relative_to(folder).as_posix()}\0{file_sha256(path)}\n".encode())
    return digest.hexdigest()
