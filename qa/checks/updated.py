"""Updates: what a later note in the same paper tells otherwise is no longer so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.document import Document
from corpus.language.corrections import update_start
from corpus.language.values import value_spans
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from index.snapshot import Snapshot
from qa.memo import once_a_document
from qa.passages.quoted import QuotedWords

_KINDS: Final = frozenset({"date", "number", "person"})
"""Kinds of answer by a value, which a note gives otherwise."""
_AT_FIRST: Final = re.compile(rf"\b{alternatives(load('corrections')['at_first'])}\b", re.I)


def is_updated(words: QuotedWords) -> bool:
    """A later note of the paper has all that is asked about, but for its title, and another value of the kind.

    What was so at first may be asked for. So "Update, 9 July: the hall will now reopen on 31 July" takes the place of
    24 July in a table above.

    Args:
        words: that may answer.
    """
    asked = words.asked
    if words.kind not in _KINDS or asked.query.interpretation.order or _AT_FIRST.search(asked.query.question):
        return False
    asked_of = frozenset(asked.query.terms)
    terms = asked_of - frozenset(stems(words.title)) or asked_of
    return bool(terms) and any(
        terms <= frozenset(stems(note)) and _tells_otherwise(words, note)
        for note in _notes(asked.snapshot, words.passage.document_id)
    )


def _tells_otherwise(words: QuotedWords, note: str) -> bool:
    """Whether a note has a value of the kind that is asked for, and the words are not its own."""
    told = [note[start:end] for start, end in value_spans(note, words.kind)]
    return bool(told) and words.quote not in note and not any(value in words.quote for value in told)


@once_a_document
def _notes(snapshot: Snapshot, document_id: str) -> tuple[str, ...]:
    """The later notes of a document, each without what opens it."""
    document = snapshot.document(document_id)
    return tuple(_notes_of(document)) if document else ()


def _notes_of(document: Document) -> Iterator[str]:
    is_below = False
    for block in document.blocks:
        line = document.text[block.start : block.end]
        start = update_start(line)
        if block.kind == "heading":
            is_below = start is not None
        elif is_below or start is not None:
            yield line[start or 0 :]
