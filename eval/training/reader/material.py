"""Training material: questions with what is read of a text, and where the answer stands in it."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from corpus.language.sentences import sentences
from corpus.language.words import words

MIX: Final[Mapping[str, int]] = {
    "squadshifts_newwiki": 7736,
    "squad_parts": 9063,
    "squadshifts_reddit": 7000,
    "squadshifts_amazon": 4000,
    "nq_oracle": 5298,
    "qed": 644,
    "qamr": 2000,
    "cuad": 3000,
    "tatqa": 1380,
    "fairytaleqa": 2500,
    "quoref_contrast": 1099,
    "multispanqa": 651,
    "molweni": 600,
    "mined_neg": 8000,
    "swap_neg": 5000,
    "rank_boolq": 3500,
    "rank_covidfaq": 1500,
    "rank_medquad": 3000,
    "rank_pubmedqa": 800,
}
"""So many questions of each set, some of them twice where it has fewer; the sets are those of the training folder."""

_WINDOW_WORDS = (35, 55, 80, 80, 100)
"""What is read of a text has at most so many words, one of these by chance; the product reads 110."""
_CUT_OFF_SHARE = 0.33  # of answered questions are read without their answer: the near misses of a corpus on one subject
_KEYWORDS_SHARE = 0.12  # of questions are put without stop words, as people do in a search box
_UNMARKED_SHARE = 0.3  # of questions end without their mark
_TITLE_SHARE = 0.85  # of windows have the title in front where there is one, as in the product


@dataclass(frozen=True, slots=True)
class Example:
    """A question put to a text.

    Attributes:
        question: as it was asked.
        text: what is read, the title in front.
        span: where the answer stands in the text, half-open code points; None where it does not stand there.
        relevant: whether the text answers.
        has_span: whether the span, or its absence, is known; of a pair for ranking only relevance is.
        group: those of one number, which is not 0, are one question put to texts of one corpus, rivals of each other.
    """

    question: str
    text: str
    span: tuple[int, int] | None
    relevant: bool
    has_span: bool = True
    group: int = 0


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def examples(folder: Path, split: str, seed: int, share: float = 1.0) -> list[Example]:
    """The examples of a split, shuffled.

    Args:
        folder: with one folder a set, of those in `MIX`.
        split: "train" or "dev".
        seed: decides which questions are taken and how windows are cut.
        share: of the mix.
    """
    chance = random.Random(seed)
    made: list[Example] = []
    for name, most in MIX.items():
        path = folder / name / f"{split}.jsonl.gz"
        if not path.exists():
            continue
        rows = list(lines(path))
        chance.shuffle(rows)
        rows = (rows * 2 if split == "train" else rows)[: round(most * share)]
        if name.startswith("rank_"):
            made.extend(_pairs(rows, chance))
        else:
            made.extend(example for row in rows if (example := _example(row, chance)))
    chance.shuffle(made)
    if split == "train":
        made = [replace(example, question=_as_typed(example.question, chance)) for example in made]
    return made


def _as_typed(question: str, chance: random.Random) -> str:
    """A question, or its keywords, or the question without its mark."""
    if chance.random() < _KEYWORDS_SHARE:
        kept = [question[word.start : word.end] for word in words(question)]
        if len(kept) >= 2:
            return " ".join(kept)
    return question.rstrip("? ") if chance.random() < _UNMARKED_SHARE else question


def _pairs(rows: list[dict[str, Any]], chance: random.Random) -> Iterator[Example]:
    """For each pair the passage that answers and, for every other one, a passage of another question."""
    for place, row in enumerate(rows):
        yield Example(row["query"], _headed(row, cut(row["positive"], (0, 1), chance)[0], chance), None, True, False)
        if place % 2:
            other = rows[chance.randrange(len(rows))]
            if other is not row:
                text = _headed(other, cut(other["positive"], (0, 1), chance)[0], chance)
                yield Example(row["query"], text, None, False, False)


def _example(row: dict[str, Any], chance: random.Random) -> Example | None:
    answers = row["answers"]
    if not answers:
        return Example(row["question"], _headed(row, cut(row["context"], None, chance)[0], chance), None, False)
    first = answers[0]
    gold = (first["start"], first["start"] + len(first["text"]))
    if gold[1] - gold[0] > 400:
        return None
    if chance.random() < _CUT_OFF_SHARE:
        without = _without(row["context"], [(one["start"], one["start"] + len(one["text"])) for one in answers], chance)
        if without:
            return Example(row["question"], _headed(row, without, chance), None, False)
    window, shift = cut(row["context"], gold, chance)
    text = _headed(row, window, chance)
    before = len(text) - len(window)
    return Example(row["question"], text, (gold[0] - shift + before, gold[1] - shift + before), True)


def _without(context: str, answers: list[tuple[int, int]], chance: random.Random) -> str:
    """What stands around the answers: sentences on one side, before them where there are any, or both sides together.

    Returns:
        The words, as many as a window has; "" where every sentence holds an answer.
    """
    spans = sentences(context)
    holds = [any(start < to and begin < end for begin, to in answers) for start, end in spans]
    if all(holds):
        return ""
    first = holds.index(True) if any(holds) else 0
    most = window_words(chance)
    together = chance.random() < 0.5
    nearest = sorted((place for place, held in enumerate(holds) if not held), key=lambda place: abs(place - first))
    if not together:
        after = nearest[0] > first
        nearest = [place for place in nearest if (place > first) == after]
    kept: list[int] = []
    length = 0
    for place in nearest:
        length += len(context[slice(*spans[place])].split())
        if kept and length > most:
            break
        kept.append(place)
    return " ".join(context[slice(*spans[place])] for place in sorted(kept))


def _headed(row: dict[str, Any], window: str, chance: random.Random) -> str:
    title = row.get("title")
    return f"{str(title)[:120]}. {window}" if title and chance.random() < _TITLE_SHARE else window


def window_words(chance: random.Random) -> int:
    """How many words are read of a text."""
    return _WINDOW_WORDS[chance.randrange(len(_WINDOW_WORDS))]


def cut(context: str, gold: tuple[int, int] | None, chance: random.Random) -> tuple[str, int]:
    """A run of whole sentences, with the gold span in it if there is one, and where it starts in the context."""
    spans = sentences(context) or [(0, len(context))]
    most = window_words(chance)
    if gold is None:
        first = last = chance.randrange(len(spans))
    else:
        inside = [place for place, span in enumerate(spans) if span[0] < gold[1] and gold[0] < span[1]]
        first, last = (inside[0], inside[-1]) if inside else (0, len(spans) - 1)
    length = len(context[spans[first][0] : spans[last][1]].split())
    while True:
        beside = [place for place in (first - 1, last + 1) if 0 <= place < len(spans)]
        chance.shuffle(beside)
        for place in beside:
            words = len(context[slice(*spans[place])].split())
            if length + words <= most:
                length += words
                first, last = min(first, place), max(last, place)
                break
        else:
            start, end = spans[first][0], spans[last][1]
            return context[start:end], start
