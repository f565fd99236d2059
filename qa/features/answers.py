"""Answer features: whether a passage holds a value of the kind asked after, and states it of what is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from corpus.language.kinds import KNOWN_BY_FORM, TEXTS_KEPT, AnswerType
from corpus.language.lists import BULLETS, LINE_BULLETS
from corpus.language.ratings import WHOLE
from corpus.language.statements import Statement, pairs, same_rating, statements
from corpus.language.values import holds, value_spans
from corpus.language.words import stems
from index.seams import TermPositions
from qa.features.context import CandidateFeature, FeatureContext
from qa.features.feature import Column, Feature
from qa.features.lexical import header_stems, idf_share, term_positions
from qa.query.idf import idf_coverage

AROUND_CHARS = 100
"""What stands at most so far before or after a value stands near it."""
_BULLET = re.compile(rf"(?:^|\n)[ \t]*[{BULLETS}{LINE_BULLETS}][ \t\n]")
_RATED = frozenset({"rating", "date"})
"""What kinds of question may ask for a rating, or for when one was given."""

SUMMARIES, KIND = "summaries and ratings", "kind of answer"


@lru_cache(maxsize=TEXTS_KEPT)
def _paired(text: str, rated: bool) -> tuple[tuple[frozenset[str], str], ...]:
    """For each pair of a text (see `pairs`) the stems of both, and the value."""
    return tuple((frozenset(stems(f"{pair.label} {pair.value}")), pair.value) for pair in pairs(text, rated))


def pair_holds_terms(context: FeatureContext) -> Column:
    """How much of the terms a pair of each candidate holds that has a value of the kind asked after."""
    return [_best_pair(context, passage.text) for passage in context.retrieved.passages]


def _best_pair(context: FeatureContext, text: str) -> float:
    kind, idf = context.asked.answer_type, context.asked.term_idf
    best = 0.0
    for both, value in _paired(text, kind in _RATED):
        coverage = idf_coverage(idf, both)
        if coverage > best and holds(value, kind):
            best = coverage
    return best


def _says_rating(context: FeatureContext) -> Column:
    asked, rating = context.asked, context.asked.rating
    return [_says(passage.text, rating, asked.term_idf) if rating else 0.0 for passage in context.retrieved.passages]


def _says(text: str, rating: str, idf: Mapping[str, float]) -> float:
    """How well a text says that a rating was given.

    0 where it does not, 1/2 or more where it does, 1 with all the question's terms by it.
    """
    others = {stem: value for stem, value in idf.items() if stem not in stems(rating)}
    best = 0.0
    paired = [pair for pair in pairs(text, rated=True) if value_spans(pair.value, "rating")]
    for pair in paired:
        if same_rating(pair.value, rating):
            best = max(best, 0.5 + 0.5 * idf_coverage(others, stems(pair.label)))
    for start, end in () if paired else value_spans(text, "rating"):
        if same_rating(text[start:end], rating):
            around = stems(text[max(0, start - AROUND_CHARS) : end + AROUND_CHARS])
            best = max(best, 0.5 + 0.5 * idf_coverage(others, around))
    return best


def _statements_asked_for(context: FeatureContext) -> list[list[tuple[Statement, float]]]:
    """The statements of each candidate by a value that may answer, with how much of their subject is asked about."""
    asked, wanted, years = context.asked, context.asked.rating, context.asked.years
    kind: AnswerType = "rating" if wanted else asked.answer_type
    about = {
        document_index: WHOLE.union(asked.question_idf, header)
        for document_index, header in context.shared(header_stems).items()
    }
    return [
        [
            (statement, idf_share(asked, statement.subject, about[document_index]))
            for statement in statements(passage.text, kind)
            if (not wanted or same_rating(statement.value, wanted))
            and not (years and statement.years and statement.years.isdisjoint(years))
        ]
        for passage, document_index in zip(context.retrieved.passages, context.retrieved.document_indexes, strict=True)
    ]


def statement_match(context: FeatureContext) -> Column:
    """How far each candidate states a value of just what is asked about."""
    return [max((share for _, share in stated), default=0.0) for stated in context.shared(_statements_asked_for)]


def _states_terms(context: FeatureContext) -> Column:
    idf, rating = context.asked.term_idf, frozenset(stems(context.asked.rating or ""))
    return [
        max(
            (share * idf_coverage(idf, statement.subject | rating) for statement, share in stated),
            default=0.0,
        )
        for stated in context.shared(_statements_asked_for)
    ]


def _value_near_terms(context: FeatureContext) -> Column:
    kind, idf = context.asked.answer_type, context.asked.term_idf
    return [
        _value_near(passage.text, positions, kind, idf)
        for passage, positions in zip(context.retrieved.passages, context.shared(term_positions), strict=True)
    ]


def _value_near(text: str, own: TermPositions, kind: AnswerType, idf: Mapping[str, float]) -> float:
    """The greatest share of the terms' idf that stands near a value of the kind that is asked after."""
    best = 0.0
    for start, end in value_spans(text, kind):
        near = [stem for _, stem, at in own.places if start - AROUND_CHARS <= at < end + AROUND_CHARS]
        best = max(best, idf_coverage(idf, near))
    return best


def _holding(context: FeatureContext) -> list[float]:
    """Whether each candidate holds a value of the kind asked after; a list of fewer than two items counts half."""
    kind = context.asked.answer_type
    holding = []
    for passage in context.retrieved.passages:
        held = float(holds(passage.text, kind))
        if kind == "list" and held and len(_BULLET.findall(passage.text)) < 2:
            held = 0.5
        holding.append(held)
    return holding


def _holds(kind: AnswerType) -> Callable[[FeatureContext], Column]:
    """Whether candidates hold a value of a kind, where it is the one asked after."""

    def compute(context: FeatureContext) -> Column:
        if context.asked.answer_type == kind:
            return context.shared(_holding)
        return [0.0] * len(context.retrieved.rows)

    return compute


def _lacks_value(context: FeatureContext) -> Column:
    return [1.0 - held for held in context.shared(_holding)]


STATEMENTS: tuple[CandidateFeature, ...] = (
    Feature("pair_holds_terms", "for", SUMMARIES, pair_holds_terms),
    Feature("says_rating", "for", SUMMARIES, _says_rating),
    Feature("statement_match", "for", SUMMARIES, statement_match),
    Feature("states_terms", "for", SUMMARIES, _states_terms),
    Feature("value_near_terms", "for", KIND, _value_near_terms),
)
"""What a passage says of what is asked about."""
VALUES: tuple[CandidateFeature, ...] = (
    *(Feature(f"holds_{kind}", "for", KIND, _holds(kind)) for kind in KNOWN_BY_FORM),
    Feature("lacks_value", "against", KIND, _lacks_value),
)
"""Whether a passage holds a value of the kind that is asked after."""
