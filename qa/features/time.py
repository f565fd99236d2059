"""Time features: whether a passage is of the time that is asked about, and comes in the order asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np

from corpus.language.kinds import TEXTS_KEPT
from corpus.language.times.parts import years_covered
from corpus.language.words import stems
from index.seams import DocumentMeta
from qa.features.answers import pair_holds_terms, statement_match
from qa.features.context import CandidateFeature, FeatureContext
from qa.features.entities import entity_match, shares_named
from qa.features.feature import Column, Feature
from qa.features.lexical import near_terms
from qa.passages.asked import Asked
from qa.query.coverage import Period, is_day_of, of_period

COVERING = 0.8
"""A passage that holds this share of what the best one holds of a question's terms is as good as it."""
_DIGITS = re.compile(r"\d\d\d\d+")
_LIKELY_YEARS = range(1900, 2100)

TIMES, ORDER = "times", "latest, first, previous"


@lru_cache(maxsize=TEXTS_KEPT)
def _years_named(text: str) -> frozenset[int]:
    """What could be years in a text, by their four digits, with those between two that bound a range."""
    return years_covered(text).union(int(digits) for digits in _DIGITS.findall(text) if len(digits) == 4)


def _for_documents(context: FeatureContext, is_of: Callable[[DocumentMeta, Period], bool]) -> dict[int, bool]:
    """Whether each candidate's document, by its index, is of any of the times asked about."""
    snapshot, periods = context.asked.snapshot, context.asked.query.interpretation.periods
    return {
        document_index: any(is_of(snapshot.document_meta(document_index), period) for period in periods)
        for document_index in set(context.retrieved.document_indexes)
    }


def _published_then(context: FeatureContext) -> list[float]:
    published = _for_documents(context, is_day_of)
    return [float(published[document_index]) for document_index in context.retrieved.document_indexes]


def _documents_of_time(context: FeatureContext) -> dict[int, bool]:
    return _for_documents(context, of_period)


def _head_names_year(context: FeatureContext) -> Column:
    of_time = context.shared(_documents_of_time)
    return [
        float(of_time[document_index] and not published)
        for document_index, published in zip(
            context.retrieved.document_indexes, context.shared(_published_then), strict=True
        )
    ]


def _years_in_passages(context: FeatureContext) -> list[frozenset[int]]:
    """What could be years in each candidate, where a year is asked about."""
    years = context.asked.years
    return [_years_named(passage.text) if years else frozenset() for passage in context.retrieved.passages]


def _passage_names_year(context: FeatureContext) -> list[float]:
    years = context.asked.years
    return [float(not years.isdisjoint(named)) for named in context.shared(_years_in_passages)]


def _passage_names_other_year(context: FeatureContext) -> Column:
    asked_for_years = bool(context.asked.years)
    return [
        float(asked_for_years and not names_year and any(year in _LIKELY_YEARS for year in named))
        for named, names_year in zip(
            context.shared(_years_in_passages), context.shared(_passage_names_year), strict=True
        )
    ]


def _of_another_time(context: FeatureContext) -> Column:
    of_time, periods = context.shared(_documents_of_time), context.asked.query.interpretation.periods
    return [
        float(bool(periods) and not of_time[document_index] and not published and not names_year)
        for document_index, published, names_year in zip(
            context.retrieved.document_indexes,
            context.shared(_published_then),
            context.shared(_passage_names_year),
            strict=True,
        )
    ]


def _in_order(context: FeatureContext) -> Column:
    """How near each document comes to the one that "latest", "first" or "previous" means.

    Where the question names a rating, or no document, only those count that say (nearly) all that any of them says of
    it.
    """
    asked, covering = context.asked, context.shared(_in_order_covering)
    if (asked.rating or not asked.query.documents) and any(covering):
        return covering
    if not asked.query.documents:
        return [0.0] * len(covering)
    called = {document_index for document_index, share in context.shared(shares_named).items() if share}
    nearness = _order(asked, called | set(context.retrieved.meant))
    return [nearness.get(document_index, 0.0) for document_index in context.retrieved.document_indexes]


def _in_order_covering(context: FeatureContext) -> list[float]:
    """How near each document comes to the one that is meant, of those whose passages hold (nearly) all the terms.

    That is nearly all that the best passage holds of them.
    """
    asked, indexes = context.asked, context.retrieved.document_indexes
    says = (
        context.shared(statement_match)
        if asked.rating
        else np.maximum(context.shared(near_terms), context.shared(pair_holds_terms)).tolist()
    )
    called = context.shared(entity_match) if asked.query.documents else [1.0] * len(indexes)
    best = max((said for said, own in zip(says, called, strict=True) if own), default=0.0)
    covering = {
        document_index
        for document_index, said, own in zip(indexes, says, called, strict=True)
        if own and best and said >= COVERING * best
    }
    nearness = _order(asked, covering)
    return [nearness.get(document_index, 0.0) for document_index in indexes]


def _order(asked: Asked, document_indexes: Iterable[int]) -> dict[int, float]:
    """How near each of some documents comes to the one that "latest", "first" or "previous" means.

    It is 1 for that, then 1/2, 1/3 and so on.

    Where no name says which documents are meant, "latest" alone means one of them; and none in a series, where each
    place has a latest one.
    """
    snapshot, order = asked.snapshot, asked.query.interpretation.order
    named = bool(asked.query.documents)
    if not order or (not named and (order != "latest" or snapshot.catalogue.is_series)):
        return {}
    alike = {
        document_index: _words_in_title(asked, document_index) if named else 0.0
        for document_index in document_indexes
        if snapshot.document_meta(document_index).day
    }
    likest = max(alike.values(), default=0.0)
    dated = sorted(
        (document_index for document_index, words in alike.items() if words >= likest),
        key=lambda document_index: snapshot.document_meta(document_index).day,
    )
    if not dated:
        return {}
    wanted = {"latest": len(dated) - 1, "first": 0, "previous": max(len(dated) - 2, 0)}[order]
    return {document_index: 1 / (1 + abs(place - wanted)) for place, document_index in enumerate(dated)}


def _words_in_title(asked: Asked, document_index: int) -> int:
    """How many of the question's words stand in a document's title."""
    return len(set(asked.question_stems) & set(stems(asked.snapshot.document_meta(document_index).title)))


def _newest(context: FeatureContext) -> Column:
    """Whether each document is of the last day of several that are meant, where no time and no order is asked for.

    Where all are of one day, as copies are, none is newer than another.
    """
    asked, snapshot = context.asked.query.interpretation, context.asked.snapshot
    days = {document_index: snapshot.document_meta(document_index).day for document_index in context.retrieved.meant}
    tells = not asked.order and not asked.periods and len(set(days.values())) > 1
    last = max(days.values(), default=0)
    return [float(tells and days.get(document_index) == last) for document_index in context.retrieved.document_indexes]


TIME: tuple[CandidateFeature, ...] = (
    Feature("published_then", "for", TIMES, _published_then),
    Feature("head_names_year", "for", TIMES, _head_names_year),
    Feature("passage_names_year", "for", TIMES, _passage_names_year),
    Feature("passage_names_other_year", "against", TIMES, _passage_names_other_year),
    Feature("of_another_time", "against", TIMES, _of_another_time),
    Feature("in_order", "for", ORDER, _in_order),
    Feature("in_order_covering", "for", ORDER, _in_order_covering),
    Feature("newest", "either", ORDER, _newest),
)
