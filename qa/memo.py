"""Memo: what depends on a snapshot alone is worked out once, and kept as long as that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

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
