"""Questions to begin with: drawn from the documents, and only such as they answer."""

from __future__ import annotations

import re
import string
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from corpus.document import Document
from corpus.language.vocabulary import load
from corpus.language.words import stems
from index.snapshot import Snapshot
from qa.suggesting.drawn import priced

_TABLE = load("examples")
_HEADINGS = _TABLE["headings"]
_FIRST_WORDS = frozenset(_HEADINGS["first_words"])
_LEANING = frozenset(_HEADINGS["leaning"])
_LEANING_LAST = ("one", "ones", "so", "too")
"""A heading that ends with one of these leans as well: "Will I be able to have one?"."""
_JUDGED: str = _TABLE["judged"]["question"]
_FORMS: Sequence[dict[str, Any]] = _TABLE["forms"]
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w'’-]+")
"""A word with a capital within a sentence: a question with one says what it is about."""
_DOCUMENTS_READ = 40
_OF_EACH_KIND = 6
_MOST_ASKED = 16
SHOWN = 4
"""So many are offered."""


def answered_examples(snapshot: Snapshot, is_answered: Callable[[str], bool], seconds: float = 6.0) -> tuple[str, ...]:
    """A few questions that the documents answer, of as many kinds as there are.

    A kind has its turn later the more of it were asked, and each that was found counts as three.

    Args:
        snapshot: the documents.
        is_answered: asks a question.
        seconds: once one was found, no further one is asked after so long.
    """
    until = time.monotonic() + seconds
    left = [list(reversed(kind)) for kind in possible_examples(snapshot)]
    found: list[str] = []
    asked: dict[str, int] = {}
    while any(left) and len(found) < SHOWN and len(asked) < _MOST_ASKED:
        if found and time.monotonic() > until:
            break
        turns = Counter([*asked.values(), *[asked[question] for question in found] * 2])
        kind = min((number for number, of_kind in enumerate(left) if of_kind), key=lambda number: turns[number])
        question = left[kind].pop()
        if question in asked:
            continue
        asked[question] = kind
        if is_answered(question):
            found.append(question)
    return tuple(found)


def possible_examples(snapshot: Snapshot) -> list[list[str]]:
    """Questions that the documents may answer, by kind: of headings, of what is listed, of each form, of judgements."""
    headings, *listed = _own(snapshot)
    headings.sort(key=lambda question: not _NAME.search(question))
    return [*(one[:_OF_EACH_KIND] for one in (headings, *listed)), *_formed(snapshot), _judged(snapshot)]


def _own(snapshot: Snapshot) -> list[list[str]]:
    """Headings that are questions, and questions of what is listed, one of each document; only some of many are read.

    A document that is labelled with an authority, or of a kind with declared forms, is one of many of the same mould,
    whose headings and rows do not say whose they are.
    """
    moulds = {form["when"]["type"] for form in _FORMS}
    step = max(len(snapshot.metadata) // _DOCUMENTS_READ, 1)
    found: list[list[str]] = [[] for _ in _DRAWN]
    for meta in snapshot.metadata[::step]:
        labels = dict(meta.labels)
        is_of_many = "authority" in labels or labels.get("type") in moulds
        document = None if is_of_many else snapshot.document(meta.id)
        for questions, drawn in zip(found, _DRAWN, strict=True):
            questions += islice(drawn(document), 1) if document else ()
    return found


def _questions(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.kind != "heading" or block.end - block.start > _HEADINGS["longest_chars"]:
            continue
        words = " ".join(document.text[block.start : block.end].split()).removeprefix(block.marker).strip()
        first = words.partition(" ")[0].casefold()
        if words.endswith("?") and first in _FIRST_WORDS and _stands_alone(words) and _says_of_what(words, document):
            yield words


_DRAWN: Sequence[Callable[[Document], Iterator[str]]] = (_questions, priced)


def _stands_alone(question: str) -> bool:
    """Whether a heading is one question that does not lean on what is around it."""
    words = question.casefold().strip("?").split()
    is_whole = len(words) >= _HEADINGS["fewest_words"] and "?" not in question[:-1]
    return is_whole and not _LEANING & {*words} and words[-1] not in _LEANING_LAST


def _says_of_what(question: str, document: Document) -> bool:
    """Whether a heading has a name, two words that carry meaning, or one of the title: "What shall I do?" has none."""
    telling = {*stems(question)}
    return bool(_NAME.search(question)) or len(telling) > 1 or bool(telling & {*stems(document.title)})


def _judged(snapshot: Snapshot) -> list[str]:
    """How each of those was rated whose overall judgement documents state, in the latest year of one."""
    latest: dict[str, int] = {}
    for _, judgement in snapshot.judgements:
        is_overall = judgement.aspect == snapshot.scales[judgement.scale].overall.key
        if is_overall and judgement.subject and judgement.day:
            latest[judgement.subject] = max(latest.get(judgement.subject, 0), judgement.day)
    newest_first = sorted(latest.items(), key=lambda pair: (-pair[1], pair[0]))[:_OF_EACH_KIND]
    return [_JUDGED.format(subject=subject, year=date.fromordinal(day).year) for subject, day in newest_first]


def _formed(snapshot: Snapshot) -> list[list[str]]:
    """The questions of each declared form, of the newest documents first, one for each name."""
    made: dict[int, dict[str, str]] = defaultdict(dict)
    for meta in sorted(snapshot.metadata, key=lambda meta: -meta.day):
        labels = dict(meta.labels)
        for number, form in enumerate(_FORMS):
            needed = [name for _, name, _, _ in string.Formatter().parse(form["question"]) if name]
            fits = form["when"].items() <= labels.items() and all(name in labels for name in needed)
            if fits and len(made[number]) < _OF_EACH_KIND:
                made[number].setdefault(labels[needed[0]], form["question"].format_map(labels))
    return [list(made[number].values())[number:] + list(made[number].values())[:number] for number in sorted(made)]
