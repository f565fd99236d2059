"""Lexical and dense features: how well a passage, its headings and its lines match a question."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.language.kinds import TEXTS_KEPT
from corpus.language.persons.initials import initials_in
from corpus.language.wording import day_in_words
from corpus.language.words import stems
from corpus.structure import CONTEXT_SEPARATOR
from index.seams import DocumentMeta, TermPositions
from qa.features.context import CandidateFeature, FeatureContext
from qa.features.feature import Column, Feature
from qa.passages.asked import Asked
from qa.query.idf import idf_coverage

NEAR_WORDS = 20
"""A question's words stand near each other within so many words."""
HEADING_CHARS = 60
"""A longer line is taken for no heading."""
_SENTENCE_ENDS = (".", ",", ";", ":")
_RUNS_ON = re.compile(r"[a-zß-ÿ]")
"""What the next line begins with where a sentence runs on into it."""

BM25, DENSE, NAMES = "BM25 scores", "dense vectors", "names (title, publisher)"
COVERAGE, HEADINGS = "words covered, and near each other", "headings and short lines"
SHAPE = "place, length, digits"


def name_stems(asked: Asked) -> list[frozenset[str]]:
    """The stems of each name in the question."""
    return [frozenset(stems(name.text)) for name in asked.query.interpretation.names]


def term_positions(context: FeatureContext) -> list[TermPositions]:
    """Where the stems of the question and its names stand in each candidate."""
    asked, retrieved, telling = context.asked, context.retrieved, context.shared(_telling)
    told = [asked.initials(document.id) for document in retrieved.documents]
    short = {stem for known in told for initials in known for stem in stems(initials)}
    found = asked.snapshot.lexical_index.positions(retrieved.rows, telling | short)
    if not short:
        return found
    return [
        _with_names(own, passage.text, known, telling)
        for own, passage, known in zip(found, retrieved.passages, told, strict=True)
    ]


def _with_names(own: TermPositions, text: str, told: Mapping[str, str], telling: Set[str]) -> TermPositions:
    """Where telling stems stand in a text: where initials stand, those of the name that they stand for."""
    named = {start: stems(name) for (start, _), name in initials_in(text, told)}
    placed = ((place, start, named.get(start, [stem])) for place, stem, start in own.places)
    places = [(place, stem, start) for place, start, told_there in placed for stem in told_there if stem in telling]
    return replace(own, places=places)


def _telling(context: FeatureContext) -> frozenset[str]:
    """The stems of the question, of its terms and of its names."""
    asked = context.asked
    return frozenset(asked.term_idf).union(asked.question_idf, *name_stems(asked))


def header_stems(context: FeatureContext) -> dict[int, frozenset[str]]:
    """The stems of what each document is called, by its index."""
    retrieved = context.retrieved
    documents = dict(zip(retrieved.document_indexes, retrieved.documents, strict=True))
    return {document_index: distinct_stems(_header(document)) for document_index, document in documents.items()}


def _header(document: DocumentMeta) -> str:
    """A document's title, publisher and day."""
    day = day_in_words(date.fromordinal(document.day)) if document.day else ""
    return f"{document.title} {document.source or ''} {day}"


def stems_headed(context: FeatureContext) -> list[frozenset[str]]:
    """Which of the telling stems stand in each candidate or in its headings."""
    telling = context.shared(_telling)
    return [
        telling.intersection(distinct_stems(passage.heading)).union(stem for _, stem, _ in positions.places)
        for passage, positions in zip(context.retrieved.passages, context.shared(term_positions), strict=True)
    ]


def stems_present(context: FeatureContext) -> list[frozenset[str]]:
    """Which of the telling stems stand in each candidate, in its headings, or in what its document is called."""
    telling, headers = context.shared(_telling), context.shared(header_stems)
    called = {document_index: telling & header for document_index, header in headers.items()}
    return [
        headed | called[document_index]
        for headed, document_index in zip(context.shared(stems_headed), context.retrieved.document_indexes, strict=True)
    ]


def _last_headings(context: FeatureContext) -> list[frozenset[str]]:
    """The stems of the heading right above each candidate."""
    return [distinct_stems(passage.heading.rpartition(CONTEXT_SEPARATOR)[2]) for passage in context.retrieved.passages]


def idf_share(asked: Asked, words: Collection[str], wanted: Set[str]) -> float:
    """The share of the idf of a heading, or of what is said of something, that wanted stems have."""
    if wanted.isdisjoint(words):
        return 0.0
    idf = asked.snapshot.lexical_index.idf
    weights = {stem: idf(stem) for stem in words}
    held = math.fsum([weight for stem, weight in weights.items() if stem in wanted])
    return held / math.fsum(weights.values())


def proximity(idf: Mapping[str, float], own: TermPositions) -> float:
    """The greatest share, 0 to 1, of the stems' summed idf that stands within `NEAR_WORDS` words of a text."""
    whole = sum(idf.values())
    if not whole:
        return 0.0
    places = [(place, stem) for place, stem, _ in own.places if stem in idf]
    best = total = 0.0
    count: dict[str, int] = {}
    left = 0
    for place, stem in places:
        count[stem] = count.get(stem, 0) + 1
        if count[stem] == 1:
            total += idf[stem]
        while place - places[left][0] >= NEAR_WORDS:
            gone = places[left][1]
            count[gone] -= 1
            if not count[gone]:
                total -= idf[gone]
            left += 1
        best = max(best, total)
    return best / whole


@lru_cache(maxsize=TEXTS_KEPT)
def distinct_stems(text: str) -> frozenset[str]:
    """The stems of a heading or the like."""
    return frozenset(stems(text))


@lru_cache(maxsize=TEXTS_KEPT)
def short_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Where the lines of a text stand that could be headings: they are short and do not run on."""
    spans = []
    start = 0
    for line, after in pairwise([*text.split("\n"), ""]):
        end = start + len(line)
        if len(line) <= HEADING_CHARS and not line.endswith(_SENTENCE_ENDS) and not _RUNS_ON.match(after):
            spans.append((start, end))
        start = end + 1
    return tuple(spans)


@lru_cache(maxsize=TEXTS_KEPT)
def _stems_without_numbers(line: str) -> tuple[str, ...]:
    return tuple(stem for stem in stems(line) if not stem.isdecimal())


def _lines(text: str, terms: Collection[str], own: TermPositions) -> Iterator[tuple[str, ...]]:
    """The stems, without numbers, of each line that holds a term and could be a heading.

    Such a line has more than one stem, is short and does not run on.
    """
    starts = [start for _, stem, start in own.places if stem in terms]
    for start, end in short_lines(text) if starts else ():
        if bisect_left(starts, start) < bisect_left(starts, end):
            line = _stems_without_numbers(text[start:end])
            if len(line) > 1:
                yield line


def _of_greatest(scores: NDArray[Any]) -> NDArray[Any]:
    greatest = float(scores.max(initial=0.0))
    return scores / greatest if greatest > 0 else np.zeros_like(scores)


def _bm25_text(context: FeatureContext) -> Column:
    return _of_greatest(context.retrieved.bm25_text)


def _text_identity(context: FeatureContext) -> Column:
    return _of_greatest(context.retrieved.bm25_text_identity)


def _terms(context: FeatureContext) -> Column:
    return _of_greatest(context.retrieved.bm25_terms)


def _text_absolute(context: FeatureContext) -> Column:
    asked = context.asked
    absolute: NDArray[Any] = context.retrieved.bm25_text / max(
        sum(asked.question_idf[stem] for stem in asked.question_stems), 1e-6
    )
    return absolute


def _dense(context: FeatureContext) -> Column:
    return _of_greatest(context.retrieved.similarity)


def _dense_absolute(context: FeatureContext) -> Column:
    return context.retrieved.similarity


def _covers_question(context: FeatureContext) -> Column:
    return [idf_coverage(context.asked.question_idf, present) for present in context.shared(stems_present)]


def _covers_terms(context: FeatureContext) -> Column:
    return [idf_coverage(context.asked.term_idf, headed) for headed in context.shared(stems_headed)]


def near_terms(context: FeatureContext) -> Column:
    """How much of the terms stands near each other in each candidate."""
    return [proximity(context.asked.term_idf, positions) for positions in context.shared(term_positions)]


def _heading_holds_terms(context: FeatureContext) -> Column:
    return [idf_coverage(context.asked.term_idf, heading) for heading in context.shared(_last_headings)]


def _heading_in_question(context: FeatureContext) -> Column:
    asked = context.asked
    return [idf_share(asked, heading, asked.term_idf.keys()) for heading in context.shared(_last_headings)]


def _line_in_question(context: FeatureContext) -> Column:
    asked, idf = context.asked, context.asked.term_idf
    return [
        max(
            (
                idf_share(asked, line, idf.keys()) * idf_coverage(idf, line)
                for line in _lines(passage.text, idf, positions)
            ),
            default=0.0,
        )
        for passage, positions in zip(context.retrieved.passages, context.shared(term_positions), strict=True)
    ]


def _beginning(context: FeatureContext) -> Column:
    rows, documents = context.retrieved.rows, context.retrieved.documents
    return [1 / (1 + row - document.first_row) for row, document in zip(rows, documents, strict=True)]


def _length(context: FeatureContext) -> Column:
    return [math.log1p(positions.words) / 5 for positions in context.shared(term_positions)]


def _digits(context: FeatureContext) -> Column:
    return [positions.numerals / max(positions.words, 1) for positions in context.shared(term_positions)]


def _rarest_missing(context: FeatureContext) -> Column:
    idf = context.asked.term_idf
    rarest = max(idf, key=lambda stem: idf[stem], default="")
    return [float(bool(rarest) and rarest not in present) for present in context.shared(stems_present)]


MATCHES: tuple[CandidateFeature, ...] = (
    Feature("bm25_text", "for", BM25, _bm25_text),
    Feature("text_identity", "for", BM25, _text_identity, also=(NAMES,)),
    Feature("terms", "for", BM25, _terms),
    Feature("text_absolute", "for", BM25, _text_absolute),
    Feature("dense", "for", DENSE, _dense),
    Feature("dense_absolute", "for", DENSE, _dense_absolute),
    Feature("covers_question", "for", COVERAGE, _covers_question),
    Feature("covers_terms", "for", COVERAGE, _covers_terms),
    Feature("near_terms", "for", COVERAGE, near_terms),
    Feature("heading_holds_terms", "for", HEADINGS, _heading_holds_terms),
    Feature("heading_in_question", "for", HEADINGS, _heading_in_question),
    Feature("line_in_question", "for", HEADINGS, _line_in_question),
)
"""How a passage and what it stands under match the question."""
SHAPES: tuple[CandidateFeature, ...] = (
    # no interaction changes it: the sets at hand ask for beginnings more often than people do
    Feature("beginning", "for", SHAPE, _beginning, interacts=False),
    Feature("length", "either", SHAPE, _length),
    Feature("digits", "either", SHAPE, _digits),
    Feature("rarest_missing", "against", COVERAGE, _rarest_missing),
)
"""What a passage is like, and what it lacks."""
