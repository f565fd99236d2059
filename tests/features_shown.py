"""Features of the candidates for a question, for the tests of each kind of them."""

from __future__ import annotations

from datetime import date

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.features import FEATURES, featurize
from qa.passages.asked import Asked
from qa.query import understand
from qa.ranking.retrieve import retrieve

TODAY = date(2026, 11, 24)


def feature(snapshot: Snapshot, question: str, name: str) -> dict[str, float]:
    """A feature of the candidates for a question, by the ids of their documents, which have a passage each."""
    asked = Asked(snapshot, understand(question, snapshot, today=TODAY, as_typed=True))
    candidates = featurize(asked, retrieve(asked, HashingEncoder()))
    values = candidates.features[:, FEATURES.column(name)].tolist()
    return {document.id: value for document, value in zip(candidates.documents, values, strict=True)}
