"""Questions to begin with: drawn from the documents, and only such as they answer."""

from __future__ import annotations

import string
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from typing import Any

from corpus.document import Document
from corpus.language.vocabulary import load
from index.snapshot import Snapshot

_TABLE = load("examples")
_HEADINGS = _TABLE["headings"]
_FIRST_WORDS = frozenset(_HEADINGS["first_words"])
_FORMS: Sequence[dict[str, Any]] = _TABLE["forms"]
_DOCUMENTS_READ = 40
_OF_EACH_KIND = 6
_MOST_ASKED = 16
SHOWN = 4
"""So many are offered."""


def answered_examples(snapshot: Snapshot, is_answered: Callable[[str], bool], seconds: float = 6.0) -> tuple[str, ...]:
    """A few questions that the documents answer.

    Args:
        snapshot: the documents.
        is_answered: asks a question.
        seconds: no further one is asked after so long.
    """
    until = time.monotonic() + seconds
    found: list[str] = []
    for question in possible_examples(snapshot)[:_MOST_ASKED]:
        if len(found) == SHOWN or time.monotonic() > until:
            break
        if is_answered(question):
            found.append(question)
    return tuple(found)


def possible_examples(snapshot: Snapshot) -> list[str]:
    """Questions that the documents may answer, by turns of each kind: their own headings, and declared forms."""
    kinds = [list(islice(_headings(snapshot), _OF_EACH_KIND)), *_formed(snapshot)]
    by_turns = chain.from_iterable(zip_longest(*kinds))
    return list(dict.fromkeys(question for question in by_turns if question))


def _headings(snapshot: Snapshot) -> Iterator[str]:
    """Headings that are questions, one of each document; only some documents of many are read.

    A document that is labelled with an authority is one of many of the same mould, whose headings name no authority.
    """
    step = max(len(snapshot.metadata) // _DOCUMENTS_READ, 1)
    for meta in snapshot.metadata[::step]:
        document = None if "authority" in dict(meta.labels) else snapshot.document(meta.id)
        question = next(_questions(document), None) if document else None
        if question:
            yield question


def _questions(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.kind != "heading" or block.end - block.start > _HEADINGS["longest_chars"]:
            continue
        words = " ".join(document.text[block.start : block.end].split()).removeprefix(block.marker).strip()
        first = words.partition(" ")[0].casefold()
        if words.endswith("?") and first in _FIRST_WORDS and len(words.split()) >= _HEADINGS["fewest_words"]:
            yield words


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
