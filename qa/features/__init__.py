"""Features of candidates: what is known before a reranker has read, each declared in the file of its kind."""

from __future__ import annotations

import numpy as np

from qa.features.answers import STATEMENTS, VALUES
from qa.features.context import FeatureContext
from qa.features.entities import ENTITIES
from qa.features.feature import Column, FeatureSet
from qa.features.interactions import interactions_of
from qa.features.lexical import MATCHES, SHAPES
from qa.features.time import TIME
from qa.passages.asked import Asked
from qa.passages.candidates import Candidates, Retrieved

FEATURES: FeatureSet[FeatureContext, Column] = FeatureSet((*MATCHES, *STATEMENTS, *ENTITIES, *TIME, *VALUES, *SHAPES))
"""In the order of their columns, which are those of the fitted model too."""


def featurize(asked: Asked, retrieved: Retrieved) -> Candidates:
    """The candidates for a question with their features."""
    context = FeatureContext(asked, retrieved)
    columns = [np.asarray(context.shared(feature.compute), dtype=np.float32) for feature in FEATURES]
    return Candidates(
        rows=retrieved.rows,
        passages=retrieved.passages,
        document_indexes=retrieved.document_indexes,
        documents=retrieved.documents,
        features=np.stack(columns, axis=1),
        by_way=retrieved.by_way,
        interactions=interactions_of(asked),
        of_series=asked.snapshot.catalogue.is_series,
        copies=retrieved.copies,
        editions=retrieved.editions,
    )
