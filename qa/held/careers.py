"""Careers: for whom, where or as what somebody was at a time, by what a document about that one tells of all times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.language.kinds import Span
from corpus.language.lasting.careers import Deed, Stay, beside_named, deed_asked, in_turn, stays
from corpus.language.lasting.holding import days_of
from corpus.language.names import bare_words
from corpus.language.times.dates import dates
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from index.seams import DocumentMeta
from qa.answer import Notice
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.held.answering import STATED
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan

_ASKS: Final = re.compile(
    rf"\b(?:whom|which|what|where|who(?=['’]s\b|\s+{alternatives(load('careers')['asked_of'])}\b))", re.I
)
"""Not who did something, but where or with whom somebody did."""
_ENDS: Final = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.I)
_NAMESAKES: Final = "Others of this name did so then, too, and the question does not say which is meant. Say whose."
_FEW: Final = 3
"""A name that calls more documents is that of a body with many papers, and no one's of whom one of them is about."""
_MOST_PASSAGES: Final = 60
"""A document of more of them is no article about somebody, or too long to be gone through for a question."""


def of_careers(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where it is asked what somebody was or did at a time, what that one's document tells of it.

    So "from 1931 to 1937" tells of 1934. Where the document tells of other times alone, its words answer nothing.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked, question = course.asked, course.asked.query.question
    days = _days_asked(asked)
    is_beside = days is None and not asked.query.interpretation.periods
    if not (days or is_beside) or asked.answer_type not in ("person", "other") or not _ASKS.search(question):
        return chosen
    is_open = deed_asked(question, ()).kind is None
    if is_open and is_beside:
        return chosen
    known = [(document, _in_turn(asked, document)) for document in _about_named(asked)]
    known.sort(key=lambda one: days is None or not any(stay.shared(*days) > 0 for stay in one[1]))
    for place, (document, told) in enumerate(known):
        if told:
            is_told = is_open and days is not None and _tells_of(chosen, days)
            placed = _placed(course, chosen, _Career(document, told, is_told), days)
            return _beside_namesakes(course, placed, known[place + 1 :], days)
    return chosen


def _beside_namesakes(
    course: Course, placed: Chosen, others: Sequence[tuple[DocumentMeta, Sequence[Stay]]], days: Span | None
) -> Chosen:
    """What was placed; as one of several, with what others did then who are called by the same name of the question."""
    if days is None or not placed.confidence.probability:
        return placed
    found = []
    for document, told in others:
        if stay := max(told, key=lambda one: one.shared(*days), default=None):
            found += [Other(*_quoted(course, stay, document), "conflict")] if stay.shared(*days) > 0 else []
    if not found:
        return placed
    notices = (*placed.notices, Notice("conflict", _NAMESAKES))
    return replace(placed.as_one_of_two(), others=(*found, *placed.others), notices=notices)


@dataclass(frozen=True, slots=True)
class _Career:
    """What a document tells of what somebody did.

    Attributes:
        document: itself.
        told: by where it stands in its text, in the order of time.
        is_told: whether what was chosen tells of the time itself, which may be told in a way that is not read.
    """

    document: DocumentMeta
    told: list[Stay]
    is_told: bool


def _tells_of(chosen: Chosen, days: Span) -> bool:
    """Whether the sentence that was chosen names a time within some days: "and The Foam in 1934"."""
    first = chosen.ranking.candidates[0]
    sentence = first.passage.text[slice(*chosen.spans[0].sentence)]
    named = filter(None, map(days_of, dates(sentence, first.document.said)))
    return any(days[0] <= one[0] and one[1] <= days[1] for one in named)


def _placed(course: Course, chosen: Chosen, career: _Career, days: Span | None) -> Chosen:
    """What was chosen with what held at a time first, or beside one that is named; see `of_careers`."""
    if days is None:
        document = course.asked.document(career.document.id)
        beside = beside_named(course.asked.query.question, career.told, document.text) if document else None
        return _with_first(course, chosen, [beside], career.document) if beside else chosen
    held = sorted((stay for stay in career.told if stay.shared(*days) > 0), key=lambda stay: -stay.shared(*days))
    if held:
        found = _with_first(course, chosen, held, career.document)
        is_alone = [stay.shared(*days) for stay in held].count(held[0].shared(*days)) == 1
        is_known = held[0].since and (held[0].until or held[0].since >= days[0])
        if is_alone and is_known:
            return found
        is_same = found.spans[0].sentence == chosen.spans[0].sentence
        return chosen if is_same or chosen.confidence.probability >= STATED else found.as_one_of_two()
    is_of_document = chosen.ranking.candidates[0].document_index == career.document.document_index
    is_wrong = is_of_document and not career.is_told
    return chosen.as_sure(0.0) if is_wrong else chosen


def _days_asked(asked: Asked) -> Span | None:
    """The first and last day of the one time that the question names, or of that from one to another."""
    periods, question = asked.query.interpretation.periods, asked.query.question
    if len(periods) == 2 and _ENDS.search(question[: periods[0].start]):
        first, last = periods[0].first, periods[1].last
        return (first.toordinal(), last.toordinal()) if first and last else None
    return asked.days


def _about_named(asked: Asked) -> Iterator[DocumentMeta]:
    """The documents that are called by a name of the question, of those that are searched."""
    names = [
        frozenset(bare_words(name.text)) for name in asked.query.interpretation.names if 0 < name.documents <= _FEW
    ]
    for index in dict.fromkeys(index for documents in asked.query.documents for index in documents):
        document = asked.snapshot.document_meta(index)
        called = frozenset(bare_words(document.title))
        if index in asked.scope and len(document.rows) <= _MOST_PASSAGES and any(name <= called for name in names):
            yield document


def _in_turn(asked: Asked, document: DocumentMeta) -> list[Stay]:
    """What a document tells of what the question asks of it, in the order of time."""
    deed = deed_asked(asked.query.question, _terms(asked, document))
    return in_turn(list(_told(asked, document, deed)), deed)


def _terms(asked: Asked, document: DocumentMeta) -> frozenset[str]:
    """The stems of what is asked, without those of the name that the document is called by."""
    named = frozenset(stems(document.title))
    return frozenset(asked.query.terms) - named


def _told(asked: Asked, document: DocumentMeta, deed: Deed) -> Iterator[Stay]:
    """All that a document tells of what somebody did, by where it stands in its text."""
    called = frozenset(bare_words(document.title))
    for passage in asked.snapshot.passages_of(document.id):
        for stay in stays(passage.text, deed, called, document.said):
            yield stay.moved(passage.start)


def _with_first(course: Course, chosen: Chosen, held: list[Stay], document: DocumentMeta) -> Chosen:
    """What was chosen with what a document tells first, and the others that it tells of beside that."""
    found = [_quoted(course, stay, document) for stay in held]
    return replace(
        chosen.with_first(*found[0], STATED).as_sure(max(STATED, chosen.confidence.probability)),
        others=tuple(Other(candidate, span, "date") for candidate, span in found[1:]),
        supporting=0,
        notices=(),
    )


def _quoted(course: Course, stay: Stay, document: DocumentMeta) -> tuple[Candidate, AnswerSpan]:
    """What a document tells, as it is quoted of its passage."""
    passages = zip(document.rows, course.asked.snapshot.passages_of(document.id), strict=True)
    row, passage = next(one for one in passages if one[1].start <= stay.words[0] < one[1].end)
    quote, sentence = ((at[0] - passage.start, at[1] - passage.start) for at in (stay.words, stay.sentence))
    return course.candidate_of(row), AnswerSpan(quote, sentence, None)
