"""The context of features: what several of them need is made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.features.context import FeatureContext
from qa.passages.asked import Asked
from qa.query import understand
from qa.ranking.retrieve import retrieve

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def test_what_is_shared_is_made_once_for_each_question(snapshot_of: Made) -> None:
    snapshot = snapshot_of([{"text": "The roof leaks."}, {"text": "Rain fell."}])
    made: list[FeatureContext] = []

    def rows(context: FeatureContext) -> list[int]:
        made.append(context)
        return [int(row) for row in context.retrieved.rows]

    def twice(context: FeatureContext) -> list[int]:
        return [2 * row for row in context.shared(rows)]

    contexts = []
    for question in ("Does the roof leak?", "Did rain fall?"):
        asked = Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 24)))
        contexts.append(FeatureContext(asked, retrieve(asked, HashingEncoder())))
    for context in (*contexts, *contexts):
        assert context.shared(twice) == [2 * row for row in context.shared(rows)] == [0, 2]
    assert len(made) == 2 and made[0] is contexts[0] and made[1] is contexts[1]
