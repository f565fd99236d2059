"""Entity features: whether a passage holds the names of a question, and stands in a document that they call."""

from __future__ import annotations

from qa.features.context import CandidateFeature, FeatureContext
from qa.features.feature import Column, Feature
from qa.features.lexical import NAMES, name_stems, stems_present


def shares_named(context: FeatureContext) -> dict[int, float]:
    """For each candidate's document, by its index, the share of the names that call documents by which it is called."""
    documents_named = context.asked.query.documents
    return {
        document_index: sum(document_index in named for named in documents_named) / len(documents_named)
        if documents_named
        else 0.0
        for document_index in set(context.retrieved.document_indexes)
    }


def entity_match(context: FeatureContext) -> Column:
    """The share of the names that call documents by which each candidate's document is called."""
    shares = context.shared(shares_named)
    return [shares[document_index] for document_index in context.retrieved.document_indexes]


def _entity_mismatch(context: FeatureContext) -> Column:
    named = bool(context.asked.query.documents)
    return [float(named and not share) for share in context.shared(entity_match)]


def _names_in_passage(context: FeatureContext) -> Column:
    names = name_stems(context.asked)
    return [
        sum(name <= present for name in names) / len(names) if names else 0.0
        for present in context.shared(stems_present)
    ]


ENTITIES: tuple[CandidateFeature, ...] = (
    Feature("entity_match", "for", NAMES, entity_match),
    Feature("entity_mismatch", "against", NAMES, _entity_mismatch),
    Feature("names_in_passage", "for", NAMES, _names_in_passage),
)
