"""Counting tokens without an encoder, in whatever process a text is split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tokenizers import Tokenizer


class TokenCounter:
    """Counts tokens as an encoder does; it can be sent to another process, and needs no weights there.

    Args:
        declared: the tokenizer as JSON, or the path of a file that holds it.
    """

    def __init__(self, declared: str | Path) -> None:
        self._declared = declared

    def __reduce__(self) -> tuple[type[TokenCounter], tuple[str | Path]]:
        return TokenCounter, (self._declared,)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        declared = self._declared
        tokenizer = Tokenizer.from_file(str(declared)) if isinstance(declared, Path) else Tokenizer.from_str(declared)
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    def __call__(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text takes, without special tokens."""
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [len(encoding.ids) for encoding in encodings]


@dataclass(frozen=True, slots=True)
class WordCounter:
    """Takes every word, as white space parts them, for a token."""

    def __call__(self, texts: Sequence[str]) -> list[int]:
        """How many words each text has."""
        return [len(text.split()) for text in texts]
