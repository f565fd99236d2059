"""What depends on a snapshot alone is worked out once, and forgotten with it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterable, Mapping

from corpus.document import Passage
from index.snapshot import Snapshot
from qa.memo import once_a_document, once_a_passage, once_a_snapshot
from tests.judged_papers import MARLOW_2018, WENDHAM

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def test_it_is_made_once_for_each_snapshot(snapshot_of: Made) -> None:
    made: list[Snapshot] = []

    @once_a_snapshot
    def documents(snapshot: Snapshot) -> int:
        made.append(snapshot)
        return len(snapshot.metadata)

    several, one = snapshot_of(WENDHAM), snapshot_of([MARLOW_2018])
    assert [documents(each) for each in (several, one, several, one)] == [3, 1, 3, 1]
    assert made == [several, one]


def test_it_is_made_once_for_each_document_of_a_snapshot(snapshot_of: Made) -> None:
    made: list[tuple[Snapshot, str]] = []

    @once_a_document
    def title(snapshot: Snapshot, document_id: str) -> str:
        made.append((snapshot, document_id))
        document = snapshot.document(document_id)
        return document.title if document else ""

    one, other = snapshot_of([{"id": "a", "title": "Pool", "text": "It is warm."}]), snapshot_of([MARLOW_2018])
    assert [title(one, "a"), title(one, "b"), title(other, "a"), title(one, "a")] == ["Pool", "", "", "Pool"]
    assert made == [(one, "a"), (one, "b"), (other, "a")]


def test_it_is_made_once_for_each_passage_of_a_snapshot(snapshot_of: Made) -> None:
    made: list[str] = []

    @once_a_passage
    def words(snapshot: Snapshot, passage: Passage) -> int:
        made.append(passage.document_id)
        return len(passage.text.split())

    snapshot = snapshot_of([{"id": "a", "title": "Pool", "text": "It is warm."}, MARLOW_2018])
    first, other = snapshot.passages([0, 1])
    assert words(snapshot, first) == words(snapshot, first) == len(first.text.split()) != words(snapshot, other)
    assert made == [first.document_id, other.document_id]


def test_a_snapshot_is_not_held_by_what_was_made_of_it() -> None:
    class Opened:
        """Stands for a snapshot, which fixtures would hold."""

    titles = once_a_snapshot(lambda snapshot: ["Plan"])
    opened = Opened()
    assert titles(opened) == ["Plan"]  # type: ignore[arg-type]  # only its identity matters here
    gone = weakref.ref(opened)
    del opened
    gc.collect()
    assert gone() is None
