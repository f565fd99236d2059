"""Batches: an answer is told by its tokens, and one that is not read to its end counts as not there."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from eval.training.reader.batches import BATCH, MOST_TOKENS, UNKNOWN, batched, batches, load_tokenizer
from eval.training.reader.material import Example
from index.models import model_folder

TEXT = "Marlow Vale. The pool opened in May 1901. It has a roof of slate."
QUESTION = "When did the pool open?"


@pytest.fixture(scope="module")
def tokenizer(models: Path) -> Tokenizer:
    return load_tokenizer(model_folder("ms-marco-MiniLM-L-12-v2-int8", models))


def answered(text: str, answer: str, question: str = QUESTION) -> Example:
    start = text.index(answer)
    return Example(question, text, (start, start + len(answer)), True)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("May 1901", "may 1901"),
        ("Marlow Vale", "marlow vale"),
        ("slate", "slate"),
        ("slate.", "slate."),
        ("opened in May 1901. It has", "opened in may 1901. it has"),
        ("190", "1901"),
    ],
)
def test_an_answer_is_told_by_its_first_and_last_token(tokenizer: Tokenizer, answer: str, words: str) -> None:
    batch = batched([Example(QUESTION, "Rain fell.", None, False), answered(TEXT, answer)], tokenizer)
    (none, [first, last]) = batch.spans.tolist()
    assert none == [0, 0] and batch.types[1, first] == batch.types[1, last] == 1
    assert tokenizer.decode(batch.ids[1, first : last + 1].tolist()) == words
    assert batch.relevant.tolist() == [0.0, 1.0] and batch.ranked.tolist() == [False, False]


def test_pairs_are_made_of_one_length_and_each_token_is_told_apart(tokenizer: Tokenizer) -> None:
    batch = batched([answered(TEXT, "slate"), answered("It is of slate.", "slate")], tokenizer)
    assert batch.ids.shape == batch.mask.shape == batch.types.shape
    assert {tensor.dtype for tensor in (batch.ids, batch.mask, batch.types, batch.spans)} == {torch.int64}
    long, short = batch.mask.sum(dim=1).tolist()
    assert long == batch.ids.shape[1] > short and batch.mask[1].tolist() == [1] * short + [0] * (long - short)
    assert tokenizer.decode(batch.ids[1][batch.types[1] == 1].tolist()) == "it is of slate."
    assert not batch.types[1, short:].any()


def test_an_answer_that_is_not_read_to_its_end_counts_as_not_there(tokenizer: Tokenizer) -> None:
    text = "It rained. " * 100 + "The pool opened in May 1901."
    beyond = batched([answered(text, "May 1901")], tokenizer)
    assert beyond.ids.shape == (1, MOST_TOKENS)
    assert beyond.spans.tolist() == [[0, 0]] and beyond.relevant.tolist() == [0.0]
    assert not beyond.ranked.any()
    read = [end for (_, end), of in zip(_offsets(tokenizer, text), _sequences(tokenizer, text), strict=True) if of == 1]
    last = max(read)
    for end, there in ((last, True), (last + 1, False)):
        [span] = batched([Example(QUESTION, text, (last - 6, end), True)], tokenizer).spans.tolist()
        assert (span != [0, 0]) is there


def _offsets(tokenizer: Tokenizer, text: str) -> list[tuple[int, int]]:
    return list(tokenizer.encode(QUESTION, text).offsets)


def _sequences(tokenizer: Tokenizer, text: str) -> list[int | None]:
    return list(tokenizer.encode(QUESTION, text).sequence_ids)


def test_of_a_long_question_nothing_is_cut_off(tokenizer: Tokenizer) -> None:
    question = "When did the pool open, " + "and the hall, " * 24 + "if at all?"
    batch = batched([answered(TEXT * 9, "May", question)], tokenizer)
    [ids], [types] = batch.ids.tolist(), batch.types.tolist()
    asked = [token for token, kind in zip(ids, types, strict=True) if kind == 0]
    assert tokenizer.decode(asked) == question.lower() and len(ids) == MOST_TOKENS


@pytest.mark.parametrize("relevant", [True, False])
def test_of_a_pair_for_ranking_no_span_is_known(tokenizer: Tokenizer, relevant: bool) -> None:
    batch = batched([answered(TEXT, "slate"), Example(QUESTION, TEXT, None, relevant, False)], tokenizer)
    assert batch.spans[1].tolist() == [UNKNOWN, UNKNOWN] and batch.spans[0].min() > 0
    assert batch.relevant.tolist() == [1.0, float(relevant)] and batch.ranked.tolist() == [False, True]
    assert torch.nn.functional.cross_entropy(torch.zeros(1, 3), batch.spans[1, :1], reduction="sum") == 0


def test_each_example_is_in_one_batch_with_others_of_its_length() -> None:
    chance = random.Random(3)
    items = [Example(f"{number}?", "x" * chance.randrange(500), None, False) for number in range(1000)]
    made = list(batches(items, 0))
    assert sorted(item.question for batch in made for item in batch) == sorted(item.question for item in items)
    assert [len(batch) for batch in made].count(BATCH) == 1000 // BATCH and max(map(len, made)) == BATCH
    spreads = [max(lengths) - min(lengths) for batch in made if (lengths := [len(item.text) for item in batch])]
    assert max(spreads) < 60
    first = {id(item) for item in items[: BATCH * 50]}
    assert all(id(item) in first for batch in made[:50] for item in batch)
    assert not any(id(item) in first for batch in made[50:] for item in batch)


def test_the_order_of_batches_is_that_of_a_seed_and_not_of_lengths() -> None:
    items = [Example("?", "x" * number, None, False) for number in range(320)]
    first, again, other = (list(batches(items, seed)) for seed in (0, 0, 1))
    assert first == again != other
    lengths, others = ([len(batch[0].text) for batch in made] for made in (first, other))
    assert lengths != sorted(lengths) == sorted(others)
    assert list(batches([], 0)) == []


def test_of_a_question_without_end_so_much_is_read_that_a_text_has_room(tokenizer: Tokenizer) -> None:
    batch = batched([Example("Is it so? " * 400, "It is.", None, False)], tokenizer)
    assert batch.ids.shape[1] <= MOST_TOKENS


def test_texts_of_one_question_are_told_by_their_group(tokenizer: Tokenizer) -> None:
    items = [answered(TEXT, "slate"), replace(answered(TEXT, "May 1901"), group=3), Example("?", TEXT, None, False)]
    assert batched(items, tokenizer).groups.tolist() == [0, 3, 0]
