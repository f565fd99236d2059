"""Memo: what depends on a snapshot alone is worked out once, and kept as long as that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from corpus.document import Passage
from index.snapshot import Snapshot

Made = TypeVar("Made")


def once_a_snapshot(make: Callable[[Snapshot], Made]) -> Callable[[Snapshot], Made]:
    """A function of a snapshot that is computed once for each.

    Args:
        make: what it makes, which nobody changes and which does not hold the snapshot.
    """
    kept: WeakKeyDictionary[Snapshot, Made] = WeakKeyDictionary()

    @wraps(make)
    def made(snapshot: Snapshot) -> Made:
        if snapshot not in kept:
            kept[snapshot] = make(snapshot)
        return kept[snapshot]

    return made


def once_a_passage(make: Callable[[Snapshot, Passage], Made]) -> Callable[[Snapshot, Passage], Made]:
    """A function of a passage of a snapshot that is computed once for each that is shown.

    Args:
        make: what it makes, which is small, which nobody changes and which holds neither the snapshot nor a text.
    """
    kept: WeakKeyDictionary[Snapshot, dict[tuple[str, int, int], Made]] = WeakKeyDictionary()

    @wraps(make)
    def made(snapshot: Snapshot, passage: Passage) -> Made:
        of_snapshot, key = kept.setdefault(snapshot, {}), (passage.document_id, passage.start, passage.end)
        if key not in of_snapshot:
            of_snapshot[key] = make(snapshot, passage)
        return of_snapshot[key]

    return made


def once_a_document(make: Callable[[Snapshot, str], Made]) -> Callable[[Snapshot, str], Made]:
    """A function of a document of a snapshot, by its id, that is computed once for each.

    Args:
        make: what it makes, which nobody changes and which holds neither the snapshot nor the document's text.
    """
    kept: WeakKeyDictionary[Snapshot, dict[str, Made]] = WeakKeyDictionary()

    @wraps(make)
    def made(snapshot: Snapshot, document_id: str) -> Made:
        of_snapshot = kept.setdefault(snapshot, {})
        if document_id not in of_snapshot:
            of_snapshot[document_id] = make(snapshot, document_id)
        return of_snapshot[document_id]

    return made
