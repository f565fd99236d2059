"""Batches: training examples as numbers, in an order that is the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from eval.training.reader.material import Example

BATCH = 16
MOST_TOKENS = 192
QUESTION_CHARS = 400
"""A longer question would leave no room for what is read."""
_POOL = 50  # batches whose examples are sorted by length
UNKNOWN = -100
"""Where no span is known; torch leaves it out of a cross-entropy."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples as numbers.

    Attributes:
        ids, mask, types: of the tokens of each pair; int64 of shape (pairs, tokens).
        spans: the first and last token of each answer, 0 and 0 where there is none, `UNKNOWN` where that is not known;
            int64 of shape (pairs, 2).
        relevant: whether each text answers, as 1 or 0; float32 of shape (pairs,).
        ranked: whether only that is known of it; bool of shape (pairs,).
        groups: the number of each pair's group, 0 where it has none; int64 of shape (pairs,).
    """

    ids: Tensor
    mask: Tensor
    types: Tensor
    spans: Tensor
    relevant: Tensor
    ranked: Tensor
    groups: Tensor


def load_tokenizer(model: Path) -> Tokenizer:
    """The tokenizer of a pinned model's folder, which makes pairs of one length."""
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.enable_truncation(MOST_TOKENS, strategy="only_second")
    tokenizer.enable_padding()
    return tokenizer


def batched(items: Sequence[Example], tokenizer: Tokenizer) -> Batch:
    """Some examples as a batch; a span that the tokenizer cuts off counts as not there."""
    encodings = tokenizer.encode_batch([(item.question[:QUESTION_CHARS], item.text) for item in items])
    spans = torch.zeros((len(items), 2), dtype=torch.int64)
    relevant = torch.tensor([float(item.relevant) for item in items])
    for row, (item, encoding) in enumerate(zip(items, encodings, strict=True)):
        if not item.has_span:
            spans[row] = UNKNOWN
        elif item.span is not None:
            first, last = _tokens(encoding, item.span)
            spans[row] = torch.tensor([first, last])
            relevant[row] = float(first > 0)
    return Batch(
        torch.tensor([one.ids for one in encodings]),
        torch.tensor([one.attention_mask for one in encodings]),
        torch.tensor([one.type_ids for one in encodings]),
        spans,
        relevant,
        torch.tensor([not item.has_span for item in items]),
        torch.tensor([item.group for item in items]),
    )


def _tokens(encoding: Encoding, span: tuple[int, int]) -> tuple[int, int]:
    """The first and last tokens of a span of the text; 0 and 0 where it is not read to its end."""
    own = [
        token
        for token, (start, end) in enumerate(encoding.offsets)
        if encoding.sequence_ids[token] == 1 and start < span[1] and span[0] < end
    ]
    return (own[0], own[-1]) if own and encoding.offsets[own[-1]][1] >= span[1] else (0, 0)


def batches(items: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    """Batches of about equal length, in an order that is the same every time."""
    chance = random.Random(seed)
    for start in range(0, len(items), BATCH * _POOL):
        pool = sorted(items[start : start + BATCH * _POOL], key=lambda item: len(item.question) + len(item.text))
        made = [pool[place : place + BATCH] for place in range(0, len(pool), BATCH)]
        chance.shuffle(made)
        yield from made
