"""Standing: what is so now is told by documents in force, and what an old policy said by one that is not.

One that holds only from a day to come is not in force before that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from corpus.language.kinds import Span
from corpus.language.lasting.holding import days_of
from corpus.language.rows import is_row
from corpus.language.times.dates import dates
from corpus.language.values import value_spans
from corpus.language.vocabulary import alternatives, load
from corpus.language.wording import day_in_words
from corpus.language.words import stems
from index.seams import DocumentMeta
from qa.answer import Notice
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import value_in
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import (
    Found,
    asks_for_earlier,
    day_told,
    in_force_from,
    is_not_in_force,
    is_to_come,
    names_edition,
    of_whom,
    tells_events,
)
from qa.passages.quoted import AnswerSpan, QuotedWords
from qa.query.holding import asks_of_now, is_done
from qa.query.idf import idf_coverage
from qa.versions.chain import newer_edition
from qa.versions.counterpart import compared

INSTEAD: Final = 0.2
"""Words that are at least so likely beside those of another standing are taken instead; set by hand."""
OF_NEWEST: Final = 0.45
"""Other words of a newer edition that are at least so likely are taken in place of an older one's; set by hand."""
_START: Final = re.compile(rf"\b{alternatives(load('editions')['starts'])}\b", re.I)
_CALLED: Final = frozenset(
    stems(" ".join([*load("editions")["papers"], *load("editions")["words"], *load("editions")["documents"]]))
)
"""The stems of what a question may call a paper."""
_NOT_IN_FORCE: Final = "The words that were found are of “{title}”, which is no longer in force or only a draft."

_OLDER_REPORT: Final = "This is as of {day}. There is a newer report, in which nothing of this was surely found."
_TO_COME: Final = "The words that were found are of “{title}”, which holds only from {since}."


def of_standing(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, or where it is of another standing than is asked for, what the other documents say.

    Args:
        course: of the question.
        chosen: among all passages.

    Returns:
        Of what is so now, where only a draft, a withdrawn document or one of a time to come tells it, with no
        confidence.
    """
    asked, first = course.asked, chosen.ranking.candidates[0].document
    wants_earlier = asks_for_earlier(asked.query.question)
    is_named = names_edition(asked, first)
    is_of_rules = asks_of_now(asked.query) and not tells_events(first) and not is_named
    if is_of_rules and not wants_earlier and (newest := newer_edition(asked.snapshot, first, asked.in_force_by)):
        return _of_newest(course, chosen, newest)

    if asks_of_now(asked.query) and asked.answer_type != "date" and (newer := _newer_reports(course, first)):
        return _of_newer_reports(course, chosen, newer)

    def is_fit(candidate: Candidate, span: AnswerSpan) -> bool:
        is_early = is_of_rules and not wants_earlier and _is_early(asked, candidate, span)
        return is_not_in_force(candidate.document) == wants_earlier and not is_early

    if is_fit(chosen.ranking.candidates[0], chosen.spans[0]) or not (wants_earlier or is_of_rules):
        return chosen
    if asked.answer_type == "date" and (start := _start_asked(course, first)):
        return chosen.with_first(*start)
    if fit := [one for one in _likely(course) if is_fit(*one)]:
        return _of_some(course, fit)
    if wants_earlier:
        return chosen
    since = day_in_words(date.fromordinal(in_force_from(first) or date.min.toordinal()))
    ended = (_NOT_IN_FORCE if is_not_in_force(first) else _TO_COME).format(title=first.title, since=since)
    return replace(chosen.as_sure(0.0), ended=ended)


def _of_newest(course: Course, chosen: Chosen, newest: DocumentMeta) -> Chosen:
    """What the newest edition of a document says in place of what was chosen, with that beside it.

    That is its sentence on the same matter, or else its likeliest words. Where these are not likely enough, what was
    chosen is no surer than not.
    """
    asked, first, span = course.asked, chosen.ranking.candidates[0], chosen.spans[0]
    fit = [one for one in _known(course) if one[0].document_index == newest.document_index]
    earlier = Other(first, span, "edition")
    if placed := _in_its_place(asked, (first, span), newest, _candidates(fit)):
        found = chosen.with_first(placed[0], placed[1], placed[0].probability)
        return replace(found, others=(*found.others, earlier))
    found = _of_some(course, fit) if fit else chosen
    if not fit or found.confidence.probability < OF_NEWEST or not _says_as_much(asked, found, chosen):
        return chosen.as_one_of_two()
    return replace(found, others=(*found.others, earlier))


def _newer_reports(course: Course, first: DocumentMeta) -> frozenset[int]:
    """The reports of a series on the authority of one, of later days, that have some of the first passages."""
    whom = of_whom(first)[1]
    if not course.asked.snapshot.catalogue.is_series or not whom or not first.day:
        return frozenset()
    return frozenset(
        one.document_index
        for one in course.ranking.candidates
        if of_whom(one.document)[1] == whom and one.document.day > first.day
    )


def _of_newer_reports(course: Course, chosen: Chosen, newer: frozenset[int]) -> Chosen:
    """What newer reports on an authority say in place of what was chosen of an older one, which then stands beside it.

    Where they do not likely say it, what was chosen is no surer than not, and a notice tells of what day it is.
    """
    first, span = chosen.ranking.candidates[0], chosen.spans[0]
    if fit := [one for one in _likely(course) if one[0].document_index in newer]:
        found = _of_some(course, fit)
        return replace(found, others=(*found.others, Other(first, span, "earlier")))
    notice = Notice("as_of", _OLDER_REPORT.format(day=day_told(first.document)))
    return replace(chosen.as_one_of_two(), notices=(*chosen.notices, notice))


def _says_as_much(asked: Asked, found: Chosen, chosen: Chosen) -> bool:
    """Whether the first words of one choice, with what they stand under, hold as much of what is asked as another's."""

    def covered(one: Chosen) -> float:
        candidate, span = one.ranking.candidates[0], one.spans[0]
        words = QuotedWords(asked, candidate.passage, candidate.document.title, span)
        return idf_coverage(asked.term_idf, stems(f"{words.above}\n{words.sentence_text}"))

    return covered(found) >= covered(chosen)


def _in_its_place(asked: Asked, words: Found, newest: DocumentMeta, candidates: Sequence[Candidate]) -> Found | None:
    """The sentence of an edition that stands in the place of words of another, in one of some passages of it."""
    candidate, span = words
    start = candidate.passage.start
    place = start + span.sentence[0], start + span.sentence[1]
    return _counterpart(asked, candidate.document.id, place, newest, candidates)


def of_edition_then(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen among the words of an older edition; first the sentence in the place of what answers now.

    Args:
        course: of the question, put to the older edition alone; the answer of the newer one is as likely.
        chosen: its passages in order.
    """
    now = course.now
    if now is None or now.answer is None:
        return chosen
    place, older = (now.answer.sentence.start, now.answer.sentence.end), chosen.ranking.candidates[0].document
    found = _counterpart(course.asked, now.answer.document_id, place, older, chosen.ranking.candidates)
    if found is None:
        return chosen
    sure = max(chosen.confidence.probability, now.confidence)
    return chosen.with_first(*found).as_sure(sure)


def _counterpart(
    asked: Asked, document_id: str, place: Span, newest: DocumentMeta, candidates: Sequence[Candidate]
) -> Found | None:
    """The sentence of an edition in the place of one of another document, by its offsets there; None for none."""
    own, other = asked.document(document_id), asked.document(newest.id)
    beside = own and other and compared(own, place, other)
    if not beside or not beside.is_one or not beside.other or is_row(beside.other):
        return None
    for one in candidates:
        for place in asked.sentences(one.passage).spans:
            if " ".join(one.passage.text[slice(*place)].split()).endswith(beside.other):
                value = value_in(asked, one, place)
                return one, AnswerSpan(place, place, value)
    return None


def _known(course: Course) -> list[Found]:
    """The passages of which words are known, with these."""
    return list(zip(course.ranking.candidates, course.spans, strict=False))


def _likely(course: Course) -> list[Found]:
    """Those of them whose words are likely enough to be taken instead of what was chosen."""
    sure = course.weigh(course.ranking, course.spans)
    return [one for one, likely in zip(_known(course), sure, strict=False) if likely.probability >= INSTEAD]


def _of_some(course: Course, fit: Sequence[Found]) -> Chosen:
    """What is chosen among some of the passages of which words are known, with the others after them."""
    ranking, known = course.ranking, _known(course)
    others = [one for one in known if one not in fit]
    chosen = course.choose(replace(ranking, candidates=_candidates(fit)), [span for _, span in fit])
    candidates = (*chosen.ranking.candidates, *_candidates(others), *ranking.candidates[len(known) :])
    spans = (*chosen.spans, *(span for _, span in others))
    return replace(chosen, ranking=replace(chosen.ranking, candidates=candidates), spans=spans)


def _start_asked(course: Course, document: DocumentMeta) -> Found | None:
    """The words of a paper to come that tell from when on it holds, where a question asks when it starts."""
    asked = course.asked
    rest = set(stems(_START.sub(" ", asked.query.question))) - set(stems(document.title)) - _CALLED
    if not _START.search(asked.query.question) or rest:
        return None
    for candidate in course.ranking.candidates:
        if candidate.document.id != document.id:
            continue
        for place in asked.sentences(candidate.passage).spans:
            value = value_in(asked, candidate, place)
            days = days_of(value[2]) if value else None
            if value and days and days[0] == in_force_from(document):
                return candidate, AnswerSpan(value[:2], place, value)
    return None


def _candidates(found: Sequence[Found]) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate, _ in found)


def _is_early(asked: Asked, candidate: Candidate, span: AnswerSpan) -> bool:
    """Whether words are of a document that holds only from a day to come, and tell what it will have to be then.

    Those that tell of that day do not, nor do contacts and what was done.
    """
    document, sentence = candidate.document, candidate.passage.text[slice(*span.sentence)]
    if not is_to_come(document, asked.in_force_by) or is_done(sentence) or value_spans(sentence, "contact"):
        return False
    told = (days_of(mention) for mention in dates(sentence, document.said))
    return all(days is None or days[0] != in_force_from(document) for days in told)
