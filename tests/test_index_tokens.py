"""Tokens are counted the same way in any process."""

from __future__ import annotations

import pickle
from pathlib import Path

from tokenizers import Tokenizer, pre_tokenizers
from tokenizers.models import WordLevel

from index.encoder import load_encoder
from index.tokens import TokenCounter, WordCounter


def tokenizer() -> Tokenizer:
    made = Tokenizer(WordLevel({"one": 0, "two": 1, "[UNK]": 2}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.enable_truncation(2)
    made.enable_padding(length=8)
    return made


def test_all_tokens_of_a_text_are_counted_and_no_others(tmp_path: Path) -> None:
    tokenizer().save(str(tmp_path / "tokenizer.json"))
    for declared in (tmp_path / "tokenizer.json", tokenizer().to_str()):
        count = TokenCounter(declared)
        assert count(["", "one", "one two, three"]) == [0, 1, 4]
        assert pickle.loads(pickle.dumps(count))(["one two"]) == [2]


def test_a_counter_of_words_counts_words() -> None:
    assert pickle.loads(pickle.dumps(WordCounter()))(["", "one  two"]) == [0, 2]


def test_a_model_counts_as_its_counter_does_elsewhere(models: Path) -> None:
    texts = ["Safeguarding partners met.", "unfriendliness ü 🏛", "word " * 600]
    for name in ("all-MiniLM-L6-v2", "all-MiniLM-L6-v2-int8"):
        count = load_encoder(name, models).count_tokens
        assert pickle.loads(pickle.dumps(count))(texts) == count(texts)
        assert count(texts)[2] == 600
