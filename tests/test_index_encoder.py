"""Encoders by name, and one that needs no download."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.encoder import HashingEncoder, SentenceTransformerEncoder, load_encoder
from index.errors import ModelError


def test_the_hashing_encoder_gives_unit_vectors_by_words() -> None:
    encoder = HashingEncoder()
    vectors = encoder.encode_passages(["Children’s services", "services for children", "bees make honey", "…"])
    assert vectors.shape == (4, encoder.dimensions) and vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 0])
    assert (encoder.encode_question("Children’s services") == vectors[0]).all()
    assert float(vectors[0] @ vectors[1]) > 0.5 > float(vectors[0] @ vectors[2])
    assert encoder.encode_passages([]).shape == (0, encoder.dimensions)
    assert encoder.count_tokens(["", "one two"]) == [0, 2]


def test_hashing_is_an_encoder_of_its_own(tmp_path: Path) -> None:
    assert load_encoder("hashing", tmp_path).fingerprint == HashingEncoder.fingerprint


def test_an_unknown_encoder_is_told_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(
        ModelError, match=r"no encoder 'hashin'\. Set QA_ENCODER to one of hashing, all-MiniLM-L6-v2, .*hub name"
    ):
        load_encoder("hashin", tmp_path)


def test_a_reranker_is_no_encoder(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is a reranker, not an encoder"):
        load_encoder("ms-marco-MiniLM-L-12-v2-int8", tmp_path)


def test_a_pinned_encoder_that_was_not_fetched_says_how(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="qa models pull all-MiniLM-L6-v2"):
        load_encoder("all-MiniLM-L6-v2", tmp_path)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no model in .*neither modules\.json nor config\.json"):
        load_encoder(f"{tmp_path}/", tmp_path)


def test_a_folder_s_fingerprint_is_decided_by_names_and_contents_of_what_a_model_is_made_of(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "deep" / "model.safetensors").write_bytes(b"weights")

    def own() -> str:
        return SentenceTransformerEncoder("own", tmp_path).fingerprint

    before = own()
    (tmp_path / "README.md").write_text("read me")
    (tmp_path / ".verified.json").write_text("{}")
    assert own() == before
    (tmp_path / "deep" / "model.safetensors").write_bytes(b"others")
    changed = own()
    (tmp_path / "deep" / "model.safetensors").rename(tmp_path / "deep" / "other.safetensors")
    assert len({before, changed, own()}) == 3
