"""Models in ONNX: what they give, and that they keep nothing and tell nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from tokenizers import Tokenizer

from index.encoder import load_encoder
from index.models import MODELS, model_folder, verify
from index.onnx import OnnxBert
from index.reader import TrainedLayers, load_trained_layers
from index.reranker import load_reranker

RERANKER = "ms-marco-MiniLM-L-12-v2-int8"


def test_a_question_and_its_passage_are_near_and_the_two_forms_of_the_model_agree(models: Path) -> None:
    quick = load_encoder("all-MiniLM-L6-v2-int8", models)
    pair = load_encoder("all-MiniLM-L6-v2", models)
    near, far = pair.encode_passages(["The service was judged inadequate in July.", "Bees make honey from nectar."])
    question = quick.encode_question("When was the service rated inadequate?")
    assert question.shape == (384,) and float(question @ question) == pytest.approx(1, abs=1e-4)
    assert float(question @ near) > 0.5 > float(question @ far)
    assert (pair.encode_question("When was the service rated inadequate?") == question).all()
    assert float(np.dot(pair.encode_passages(["When was the service rated inadequate?"])[0], question)) > 0.999


def test_a_copy_of_a_model_is_the_same_model(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / "all-MiniLM-L6-v2", tmp_path / "all-MiniLM-L6-v2", copy_function=shutil.copy)
    shutil.copytree(models / "all-MiniLM-L6-v2-int8", tmp_path / "all-MiniLM-L6-v2-int8", copy_function=shutil.copy)
    verify("all-MiniLM-L6-v2", tmp_path)
    assert (
        load_encoder("all-MiniLM-L6-v2", tmp_path).fingerprint == load_encoder("all-MiniLM-L6-v2", models).fingerprint
    )


def test_tokens_are_counted_without_special_ones(models: Path) -> None:
    assert load_encoder("all-MiniLM-L6-v2", models).count_tokens(["", "one two", "safeguarding"])[:2] == [0, 2]


def test_the_reranker_prefers_what_answers_and_repeats_itself(models: Path) -> None:
    reranker = load_reranker(RERANKER, models)
    texts = ["It was judged inadequate in July 2022.", "The weather was fine."]

    def logits(texts: list[str]) -> list[float]:
        return [read.logit for read in reranker.score("When was the service judged inadequate?", texts) if read]

    first, second = logits(texts)
    assert first > 0 > second
    assert logits(texts[::-1]) == [second, first]


def pair_reader(models: Path, trained: TrainedLayers | None = None) -> OnnxBert:
    folder, model = model_folder(RERANKER, models), MODELS[RERANKER]
    return OnnxBert(
        folder / model.weights, folder / "tokenizer.json", max_tokens=model.max_tokens, threads=1, trained=trained
    )


def output_alone(models: Path, text: str, other: str) -> list[float]:
    """What the model's file gives as it is, without an inner layer as a second output."""
    folder = model_folder(RERANKER, models)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    encoding = tokenizer.encode(text, other)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(folder / MODELS[RERANKER].weights, options)
    given = {"input_ids": encoding.ids, "attention_mask": encoding.attention_mask, "token_type_ids": encoding.type_ids}
    found: list[float] = session.run(None, {name: np.array([ids], dtype=np.int64) for name, ids in given.items()})[0][
        0
    ].tolist()
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was judged inadequate in July 2022.", ["It", "was", "judged", "inadequate", "in", "July", "2022", "."]),
        ("Zoë’s café 😀 reopened – naïvely.", ["Zoë", "’", "s", "café", "😀", "reopened", "–", "naïvely", "."]),
        ("Straße 𝒜\n\n  Ürümqi", ["Straße", "𝒜", "Ürümqi"]),
        ("", []),
    ],
)
def test_a_pair_is_read_as_the_file_says_and_each_word_of_the_second_text_has_its_place(
    models: Path, text: str, words: list[str]
) -> None:
    question = "When did Zoë’s café 😀 reopen?"
    read = pair_reader(models, load_trained_layers()).score_pair(question, text)
    plain = pair_reader(models).score_pair(question, text)
    assert [plain.logit] == output_alone(models, question, text) and plain.margin == 0.0
    assert plain.tokens.tolist() == read.tokens.tolist() and plain.scores.shape == (len(read.tokens), 0)
    assert read.scores.shape == (len(read.tokens), 2) and np.isfinite(read.scores).all()
    starts, ends = (set(side.tolist()) for side in read.tokens.T)
    place = 0
    for word in words:
        place = text.index(word, place)
        assert place in starts and place + len(word) in ends, word
        place += len(word)
    assert len(read.tokens) >= len(words) and all(
        text[start:end].strip() == text[start:end] != "" for start, end in read.tokens
    )


def test_of_a_long_pair_the_end_of_the_second_text_is_not_read(models: Path) -> None:
    text = "The weather was fine. " * 200
    read = pair_reader(models).score_pair("How was the weather?", text)
    assert 0 < len(read.tokens) == len(read.scores) < MODELS[RERANKER].max_tokens
    assert read.tokens[0].tolist() == [0, 3] and read.tokens[-1, 1] < len(text.strip())


def test_nothing_is_left_in_the_home_folder(models: Path, tmp_path: Path) -> None:
    folder = model_folder("all-MiniLM-L6-v2-int8", models).parent
    script = (
        "import sys; from pathlib import Path; from index.encoder import load_encoder\n"
        "load_encoder('all-MiniLM-L6-v2-int8', Path(sys.argv[1])).encode_question('hello')\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"} | {
        "HOME": str(tmp_path)
    }
    subprocess.run(
        [sys.executable, "-c", script, str(folder)], cwd=Path(__file__).parent.parent, env=environment, check=True
    )
    assert list(tmp_path.rglob("*")) == []
