"""Extremes: where it is asked who has the most, and no passage says that, those with the highest numbers come first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from corpus.language.across import HIGHEST, extreme_asked
from corpus.language.values import answer_value, kind_stems
from corpus.language.words import stem_of, stems
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.passages.sentences import QUOTABLE
from qa.query.idf import idf_coverage
from qa.query.tokens import ORGANISATION

ON_IT: Final = 0.6
"""A sentence tells a number of what is asked about where it holds this share of it; set by hand."""
_LEAST_DOCUMENTS: Final = 2
_BODIES = frozenset(map(stem_of, ORGANISATION))


def extremes_first(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, or where it answers no question for the most or the fewest, with what tells of these first.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    extreme = extreme_asked(asked.query.question)
    if not extreme or chosen.confidence.probability >= course.least:
        return chosen
    candidates = chosen.ranking.candidates
    told = [(one, *found) for one in candidates for found in _told(asked, one, extreme)]
    if len({one.document_index for one, *_ in told}) < _LEAST_DOCUMENTS:
        return chosen
    told.sort(key=lambda one: one[1], reverse=extreme in HIGHEST)
    first = {one.row for one, *_ in told}
    rest = [place for place, one in enumerate(candidates) if one.row not in first]
    return replace(
        chosen,
        ranking=replace(
            chosen.ranking, candidates=(*(one for one, *_ in told), *(candidates[place] for place in rest))
        ),
        spans=(*(span for *_, span in told), *(chosen.spans[place] for place in rest if place < len(chosen.spans))),
    )


def _told(asked: Asked, candidate: Candidate, extreme: str) -> Iterator[tuple[Decimal, AnswerSpan]]:
    """The number that a passage states of what is asked about, with where it stands; of several the first."""
    text, found = candidate.passage.text, asked.sentences(candidate.passage)
    left_out = _BODIES.union(stems(extreme), kind_stems())
    idf = {stem: weight for stem, weight in asked.term_idf.items() if stem not in left_out}
    for sentence, kind in zip(found.spans, found.kinds, strict=True):
        said = text[slice(*sentence)]
        if kind not in QUOTABLE or idf_coverage(idf, stems(said)) < ON_IT:
            continue
        if value := answer_value(said, "number", asked.query.question, None):
            try:
                number = Decimal(value[2].normalized)
            except InvalidOperation:
                continue
            quote = sentence[0] + value[0], sentence[0] + value[1]
            yield number, AnswerSpan(quote, sentence, (*quote, value[2]))
            return
