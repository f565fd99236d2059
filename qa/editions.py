"""Editions: of documents that are one by their name and say the same with another value, the newest in force counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from corpus.language.date_parts import MONTH_NUMBERS, ORDINALS, years_in
from corpus.language.predicates import unsettled
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems
from index.seams import DocumentMeta
from qa.asked import Asked
from qa.candidates import Candidate
from qa.quoted import AnswerSpan

ALIKE: Final = 0.7
"""Two sentences say the same with another value when they share so much of their words beside it (Jaccard)."""
NEW_DAYS: Final = 14
"""What is written so few days after a rating tells of the same one; set by hand."""

_TABLE = load("editions")
_TELLING = frozenset(stem_of(word) for word in (*_TABLE["words"], *MONTH_NUMBERS, *ORDINALS))
_NOT_IN_FORCE = re.compile(rf"\b{alternatives(_TABLE['not_in_force'])}\b", re.I)

Found = tuple[Candidate, AnswerSpan]


def editions(asked: Asked, found: Sequence[Found], best: int) -> list[int]:
    """The words that other editions of a document have in place of the best ones, with these, the one in force first.

    That is the newest that is no draft. Documents without a day are no editions of anything, and where the question
    names a time or the draft that it is, or asks for the first or the one before, the best words stay alone.

    Args:
        asked: the question.
        found: words that may answer, of some passages.
        best: the place of the best of them.

    Returns:
        Their places, at least the best one's.
    """
    read = asked.query.interpretation
    document = found[best][0].document
    is_told = read.periods or read.order in ("first", "previous") or _asks_for_draft(asked, document)
    if is_told or not document.day:
        return [best]
    same = [place for place, one in enumerate(found) if place == best or _is_edition(found[best], one)]
    return sorted(same, key=lambda place: (not _in_force(asked, found[place]), -found[place][0].document.day))


def is_outdated(asked: Asked, found: Found, others: Sequence[Candidate]) -> bool:
    """Whether the latest rating is asked for, of no document by name, and words tell of an older one.

    They do where a newer one of the candidates has a rating, or they name years and all are well before their document.

    Args:
        asked: the question.
        found: the words that may answer.
        others: the candidates that were read, or the first ones.
    """
    candidate, span = found
    if asked.answer_type != "rating" or asked.query.interpretation.order != "latest" or asked.query.documents:
        return False
    since = candidate.document.day + NEW_DAYS
    named = years_in(candidate.passage.text[slice(*span.sentence)])
    if named and candidate.document.day and max(named) < date.fromordinal(candidate.document.day).year - 1:
        return True
    return any(one.document.day > since and one.features["holds_rating"] > 0 for one in others)


def _asks_for_draft(asked: Asked, document: DocumentMeta) -> bool:
    """Whether a document is a draft, or no longer in force, and the question asks for such a one."""
    return all(map(_NOT_IN_FORCE.search, (asked.query.question, document.title)))


def _is_edition(one: Found, other: Found) -> bool:
    """Whether two documents of different days are editions of one, and their words say the same with another value.

    Editions are of one source and one name; titles that only number and date their documents are no name.
    """
    first, second = one[0].document, other[0].document
    if not second.day or first.day == second.day or _of_whom(first) != _of_whom(second):
        return False
    name = _name(first.title)
    return bool(name) and name == _name(second.title) and are_alike(_beside_value(one), _beside_value(other))


def _of_whom(document: DocumentMeta) -> tuple[str | None, str | None]:
    return document.source, dict(document.labels).get("authority")


def _name(title: str) -> frozenset[str]:
    """The stems of a title without what tells editions apart."""
    return frozenset(stem for stem in stems(title) if stem not in _TELLING and not any(map(str.isdigit, stem)))


def _beside_value(found: Found) -> frozenset[str]:
    """The stems of a sentence without its value and without numbers."""
    candidate, span = found
    start, end = span.sentence
    text = candidate.passage.text
    skipped = span.value[:2] if span.value else span.quote if span.quote != span.sentence else (start, start)
    words = f"{text[start : max(start, skipped[0])]} {text[min(end, skipped[1]) : end]}"
    return frozenset(stem for stem in stems(words) if not any(map(str.isdigit, stem)))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the stems of two sentences, without their values, are nearly the same."""
    return bool(one and other) and len(one & other) >= ALIKE * len(one | other)


def _in_force(asked: Asked, found: Found) -> bool:
    candidate, span = found
    sentence = candidate.passage.text[slice(*span.sentence)]
    return not _NOT_IN_FORCE.search(candidate.document.title) and not unsettled(asked.query.question, sentence)
