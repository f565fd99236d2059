"""Editions: of documents that are one by their name and say the same with another value, the newest in force counts."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np
from rapidfuzz import fuzz

from corpus.labels.table import IN_FORCE, IN_FORCE_UNTIL
from corpus.language.codes import codes
from corpus.language.names import WORD
from corpus.language.predicates import unsettled
from corpus.language.times.parts import MONTH_NUMBERS, ORDINALS, WEEKDAY, years_in
from corpus.language.values import answer_value
from corpus.language.vocabulary import alternatives, load
from corpus.language.wording import day_in_words, days_in_words
from corpus.language.words import stem_of, stems
from index.seams import DocumentMeta
from index.snapshot import Snapshot
from qa.memo import once_a_snapshot
from qa.passages.asked import Asked
from qa.passages.called import own_references
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan

ALIKE: Final = 0.7
"""Two sentences say the same with another value when they share so much of their words beside it (Jaccard)."""
STANDING: Final = "standing"
"""The label of documents that are not in force; see `en/labels.toml`."""
SAME_TEXT: Final = 90.0
"""A passage is that of another edition when the two are so much alike, in per cent."""
NEW_DAYS: Final = 14
"""What is written so few days after a rating tells of the same one; set by hand."""

_TABLE = load("editions")
_TELLING = frozenset(stem_of(word) for word in (*_TABLE["words"], *MONTH_NUMBERS, *ORDINALS))
_WEEKDAY_OF_DAY = re.compile(rf"\b{WEEKDAY},?\s+(?:the\s+)?(?=\d)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_NUMBER = re.compile(r"\d+")
_FILE_JOINS = re.compile(r"[_.+-]+")
_FILE_SUFFIX = re.compile(r"\.\w{2,5}$")
_PAPER = alternatives(_TABLE["papers"])
_ASKS_EARLIER = re.compile(
    rf"\b{alternatives(_TABLE['earlier'])}\s+(?:[\w’'.-]+\s+){{0,3}}?{_PAPER}\b|\b{alternatives(_TABLE['asked'])}\b",
    re.I,
)
_OF_EVENTS = re.compile(rf"\b{alternatives(_TABLE['of_events'])}\b", re.I)


def _called_so(words: Sequence[str]) -> re.Pattern[str]:
    """What says of a title that its document is a draft, say: before the word for a paper, or apart from all else."""
    mark, apart = alternatives(words), alternatives([*words, *_TABLE["apart"]])
    number = r"(?:\s+v(?:ersion)?)?[\s.\d]*"
    return re.compile(
        rf"^\W*(?:(?!{alternatives(_TABLE['about'])}\b)[\w’'&.]+:?\s+){{0,4}}{mark}\s+(?:[\w’'&.,-]+\s+){{0,5}}?{_PAPER}\b"
        rf"|(?:^|[(\[:;,–—|-])\s*{apart}{number}(?:[)\]:;,–—|-]|$)"
        rf"|(?<![-\w]){mark}{number}\W*$",
        re.I,
    )


_DRAFT, _NOT_IN_FORCE = _called_so(_TABLE["drafts"]), _called_so([*_TABLE["drafts"], *_TABLE["withdrawn"]])

Found = tuple[Candidate, AnswerSpan]


def editions(asked: Asked, found: Sequence[Found], best: int) -> list[int]:
    """The words that other editions of a document have in place of the best ones, with these, the one in force first.

    That is the newest that is no draft. Others without a day are no editions of anything, and where the question
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
    is_told = read.periods or read.order in ("first", "previous") or asks_for_draft(asked, document)
    if is_told or not _is_placed(document):
        return [best]
    same = [place for place, one in enumerate(found) if place == best or _is_edition(found[best], one)]
    return sorted(same, key=lambda place: (not _in_force(asked, found[place]), -found[place][0].document.day))


def other_editions(asked: Asked, rows: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The passages that are those of another edition of a document, but for a value or a slip.

    So they are no rivals of each other: a question is put to the newest edition that is no draft, with a time to the
    newest that was there by then or else the first after it, and where the first is asked for, to the oldest. The
    reports of a series are no editions, nor are documents that give something a rating, where that is asked for.

    Args:
        asked: the question.
        rows: of passages, ascending.

    Returns:
        For each row that the question is put to and that has others, the rows of these.
    """
    read, snapshot = asked.query.interpretation, asked.snapshot
    if snapshot.catalogue.is_series or asked.rating or read.order == "previous":
        return {}
    indexes = snapshot.document_index_of(np.array(rows, dtype=np.int64)).tolist()
    named: dict[Hashable, list[tuple[int, DocumentMeta]]] = {}
    for row, document in zip(rows, map(snapshot.document_meta, indexes), strict=True):
        name = called(document) if _is_placed(document) else frozenset()
        if name and not asks_for_draft(asked, document):
            named.setdefault((of_whom(document), name), []).append((row, document))
    found: dict[int, tuple[int, ...]] = {}
    for group in named.values():
        if len({document.day for _, document in group}) > 1:
            found |= _others_of(asked, group)
    return found


def _others_of(asked: Asked, group: Sequence[tuple[int, DocumentMeta]]) -> dict[int, tuple[int, ...]]:
    """The same for passages of documents that are editions by their names."""
    read = asked.query.interpretation
    until = max((period.last.toordinal() for period in read.periods if period.last), default=date.max.toordinal())
    way = 1 if read.order == "first" else -1

    def late(one: tuple[int, DocumentMeta]) -> tuple[bool, bool, int, int]:
        """The newest by the time asked about comes first, and of later ones the nearest."""
        row, document = one
        is_later = document.day > until
        is_out = is_not_in_force(document) or is_to_come(document, asked.in_force_by)
        return is_out, is_later, document.day if is_later else way * document.day, row

    rows = [row for row, _ in sorted(group, key=late)]
    texts = {row: passage.text for row, passage in zip(rows, asked.snapshot.passages(rows), strict=True)}
    days = {row: document.day for row, document in group}
    places: dict[str, list[int]] = {}
    others: dict[int, list[int]] = {}
    for row, text in texts.items():
        keys = sentence_keys(text)
        likely = dict.fromkeys(one for key in keys for one in places.get(key, ()) if days[one] != days[row])
        same = next((one for one in likely if _is_same_but_for_value(asked, texts[one], text)), None)
        if same is not None:
            others.setdefault(same, []).append(row)
            continue
        for key in keys:
            places.setdefault(key, []).append(row)
    return {row: tuple(found) for row, found in others.items()}


def _is_same_but_for_value(asked: Asked, text: str, other: str) -> bool:
    """Whether a passage is that of another edition, and what it says otherwise is no mere plan."""
    if fuzz.ratio(text, other, score_cutoff=SAME_TEXT) < SAME_TEXT:
        return False
    said = set(_SENTENCE_END.split(other))
    return not any(unsettled(asked.query.question, one) for one in _SENTENCE_END.split(text) if one not in said)


def sentence_keys(text: str) -> list[str]:
    """The sentences of a text with one digit for every number."""
    return [key for one in _SENTENCE_END.split(text) if len(key := " ".join(_NUMBER.sub("0", one).split())) > 1]


def said_in_others(asked: Asked, first: Candidate, span: AnswerSpan) -> Iterator[Found]:
    """What other editions of a passage say in place of some words of it.

    Args:
        asked: the question.
        first: the candidate with that passage.
        span: the words.
    """
    sentence = first.passage.text[slice(*span.sentence)]
    for candidate in editions_of(asked, first):
        passage, document = candidate.passage, candidate.document
        same = max(asked.sentences(passage).spans, key=lambda one: fuzz.ratio(passage.text[slice(*one)], sentence))
        said, start = passage.text[slice(*same)], same[0]
        found = answer_value(
            said,
            asked.answer_type,
            asked.query.question,
            document.said,
            (passage.text, start),
            None,
        )
        value = (start + found[0], start + found[1], found[2]) if found else None
        quote = value[:2] if value and span.value and span.quote != span.sentence else same
        yield candidate, AnswerSpan(quote, same, value)


def editions_of(asked: Asked, first: Candidate) -> Iterator[Candidate]:
    """The passages of other editions that a candidate stands for, as candidates with its features."""
    indexes = asked.snapshot.document_index_of(np.array(first.editions, dtype=np.int64)).tolist()
    for row, index, passage in zip(first.editions, indexes, asked.snapshot.passages(list(first.editions)), strict=True):
        document = asked.snapshot.document_meta(index)
        yield replace(first, row=row, passage=passage, document_index=index, document=document, editions=())


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


def asks_for_draft(asked: Asked, document: DocumentMeta) -> bool:
    """Whether a document is a draft, or no longer in force, and the question asks for such a one."""
    return is_not_in_force(document) and asks_for_earlier(asked.query.question)


def asks_for_earlier(question: str) -> bool:
    """Whether a question asks for a draft, or for what is no longer in force, such as "the old complaints policy"."""
    return _ASKS_EARLIER.search(question) is not None


def names_edition(asked: Asked, document: DocumentMeta) -> bool:
    """Whether a question names an edition by the number that it is called by: "version 2" of "Guidance, version 2"."""
    called = f"{document.title}\n{own_references(asked.snapshot, document.id)}"
    return any(code.noun and code.stands_in(called) for code in codes(asked.query.question))


def _is_edition(one: Found, other: Found) -> bool:
    """Whether two documents of different days are editions of one, and their words say the same with another value.

    Editions are of one source and one name; titles that only number and date their documents are no name.
    """
    first, second = one[0].document, other[0].document
    if not _is_placed(second) or first.day == second.day or of_whom(first) != of_whom(second):
        return False
    name = called(first)
    return bool(name) and name == called(second) and are_alike(_beside_value(one), _beside_value(other))


def _is_placed(document: DocumentMeta) -> bool:
    """Whether it is known which of two editions a document is: it has a day, or it is not in force."""
    return bool(document.day) or is_not_in_force(document)


def of_whom(document: DocumentMeta) -> tuple[str | None, str | None]:
    """The publisher of a document, in small letters, and its authority."""
    return document.source.casefold() if document.source else None, dict(document.labels).get("authority")


def are_of_one_body(one: DocumentMeta, other: DocumentMeta) -> bool:
    """Whether two documents are of one publisher and authority, or by their titles of one where neither is known."""
    return of_whom(one) == of_whom(other) and (any(of_whom(one)) or name_of(one.title) == name_of(other.title))


def may_be_of_one_body(one: DocumentMeta, other: DocumentMeta) -> bool:
    """Whether two documents are of one body, or the one whose publisher is not known has the other's in its title."""
    named, unnamed = (one, other) if one.source else (other, one)
    if not named.source or unnamed.source:
        return are_of_one_body(one, other)
    authorities = {of_whom(one)[1], of_whom(other)[1]} - {None}
    return len(authorities) <= 1 and name_of(named.source) <= name_of(unnamed.title)


def is_later(asked: Asked, one: DocumentMeta, other: DocumentMeta) -> bool:
    """Whether another document may be a later one of the same body on the same thing, which holds already."""
    is_of_body = is_after(asked, one, other) and may_be_of_one_body(one, other)
    return is_of_body and not are_on_two_things(asked, one, other)


def is_after(asked: Asked, one: DocumentMeta, other: DocumentMeta) -> bool:
    """Whether another document, whosever it is, is later and holds already."""
    today = asked.query.today
    is_out = other.day > one.day > 0 and day_by(other, today) <= today.toordinal()
    is_held = is_out and other.document_index not in _not_in_force(asked.snapshot)
    return is_held and not is_to_come(other, asked.in_force_by)


@once_a_snapshot
def _not_in_force(snapshot: Snapshot) -> frozenset[int]:
    """The indexes of the documents that are drafts or no longer in force."""
    return frozenset(one.document_index for one in snapshot.metadata if is_not_in_force(one))


def are_on_two_things(asked: Asked, one: DocumentMeta, other: DocumentMeta) -> bool:
    """Whether two papers of one mould are each on what the other's title does not name, as reports on two homes are.

    The minutes of meetings in two places are not.
    """
    if tells_events(one) or tells_events(other):
        return False
    named, others = _named_in(asked, one.title), _named_in(asked, other.title)
    is_apart = bool(named - others and others - named)
    return is_apart and name_of(one.title) - named == name_of(other.title) - others


def _named_in(asked: Asked, title: str) -> frozenset[str]:
    """The stems of the words of a title that (nearly) always have a capital, and are no times."""
    named = (word for word in WORD.findall(title) if word[0].isupper() and asked.is_proper_noun(word))
    return name_of(title).intersection(stem for word in named for stem in stems(word))


def are_of_two_bodies(one: DocumentMeta, other: DocumentMeta) -> bool:
    """Whether it is known of two documents whose each is, and that they are not of one body."""
    return any(of_whom(one)) and any(of_whom(other)) and not may_be_of_one_body(one, other)


def called(document: DocumentMeta) -> frozenset[str]:
    """The stems by which editions are one: those of the title, but for years and marks and its publisher's name."""
    name = name_of(document.title)
    return name - name_of(document.source or "") or name


def is_not_in_force(document: DocumentMeta) -> bool:
    """Whether a document's title, file or first lines call it a draft, or one that is no longer in force."""
    return _standing(document) is not None or any(map(_NOT_IN_FORCE.search, _called(document)))


def day_told(document: DocumentMeta) -> str:
    """The day of a document in words, its month where no more is known ("May 2023"), or that from which it holds."""
    day = date.fromordinal(document.day or in_force_from(document))
    return days_in_words(day.replace(day=1), day) if _is_of_month(document) else day_in_words(day)


def _is_of_month(document: DocumentMeta) -> bool:
    """Whether of the day of a document only the month is known; its day is then the last of that."""
    return document.published is None and document.dated_basis == "stated month"


def day_by(document: DocumentMeta, today: date) -> int:
    """The day of a document as an ordinal; of one of this month, which stands for its last day, today: it is out."""
    first = date.fromordinal(document.day).replace(day=1) if document.day else today
    is_of_this_month = _is_of_month(document) and first <= today and document.day > today.toordinal()
    return today.toordinal() if is_of_this_month else document.day


def held_since(document: DocumentMeta) -> int:
    """The day from which a document holds, as an ordinal: the one it gives, or its own, or the first of its month."""
    since = in_force_from(document)
    if since or not document.day or not _is_of_month(document):
        return since or document.day
    return date.fromordinal(document.day).replace(day=1).toordinal()


def in_force_from(document: DocumentMeta) -> int:
    """The day from which a document holds by its first lines, as an ordinal; 0 where these give none."""
    return _labelled_day(document, IN_FORCE)


def in_force_until(document: DocumentMeta) -> int:
    """The last day on which a document holds by its first lines, as an ordinal; 0 where these give none."""
    return _labelled_day(document, IN_FORCE_UNTIL)


def is_over(document: DocumentMeta, today: date) -> bool:
    """Whether a document says that it holds until a day before another."""
    return 0 < in_force_until(document) < today.toordinal()


def _labelled_day(document: DocumentMeta, label: str) -> int:
    day = dict(document.labels).get(label)
    return date.fromisoformat(day).toordinal() if day else 0


def is_to_come(document: DocumentMeta, today: date) -> bool:
    """Whether a document says that it holds only from a day after another."""
    return in_force_from(document) > today.toordinal()


def is_draft(document: DocumentMeta) -> bool:
    """Whether a document's title, file or first lines call it a draft, which was never in force."""
    return _standing(document) == "Draft" or any(map(_DRAFT.search, _called(document)))


def tells_events(document: DocumentMeta) -> bool:
    """Whether a document is the minutes of a meeting or the like: what it tells has happened, though it be a draft."""
    return any(map(_OF_EVENTS.search, _called(document)))


def _standing(document: DocumentMeta) -> str | None:
    """What the first lines of a document call it where it is not in force: "Draft" or "Withdrawn"; else None."""
    return dict(document.labels).get(STANDING)


def _called(document: DocumentMeta) -> tuple[str, str]:
    """What a document is called: its title, and the words of its file's name."""
    file = document.id.rpartition("/")[2]
    return document.title, _FILE_JOINS.sub(" ", _FILE_SUFFIX.sub("", file)).strip()


def name_of(title: str) -> frozenset[str]:
    """The stems of a title without what tells editions apart, such as "Tuesday 10 March 2026"."""
    own = stems(_WEEKDAY_OF_DAY.sub(" ", title))
    return frozenset(stem for stem in own if stem not in _TELLING and not any(map(str.isdigit, stem)))


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
    is_out = is_not_in_force(candidate.document) or is_to_come(candidate.document, asked.in_force_by)
    return not is_out and not unsettled(asked.query.question, sentence)
