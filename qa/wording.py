"""Wording: what a program knows of a question and its answer, in the words of a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from corpus.language.kinds import AnswerType
from corpus.language.rows import is_row
from corpus.language.vocabulary import load
from corpus.language.wording import day_in_words, days_in_words, value_in_words
from qa.across.rows import MOST_ROWS, Row, TableInfo
from qa.answer import Alternative, Answer, AnswerPart, Quote, Support
from qa.citing.citation import flattened
from qa.judged.timeline import TimelineEntry
from qa.query import Interpretation
from qa.query.entities import Name
from qa.query.intent import Order
from qa.query.spelling import Correction
from qa.request import OTHER

_TYPES: Mapping[AnswerType, str] = {
    "date": "asks for a date",
    "person": "asks for a name",
    "number": "asks for a number",
    "rating": "asks for a rating",
    "contact": "asks how to reach somebody",
    "list": "asks for several points",
    "reason": "asks why",
    "yes_no": "asks yes or no",
    "other": "",
}
_FILES = {suffix: called for called, suffixes in load("file_kinds").items() for suffix in suffixes}
_ORDERS: Mapping[Order, str] = {
    "latest": "the latest",
    "first": "the earliest",
    "previous": "the one before the latest",
}


def kind_in_words(kind: str) -> str:
    """A kind of document as people call it: "Word document (DOCX)" for "DOCX"; one that is no suffix as it is.

    Args:
        kind: as `qa.request.type_of` names it.
    """
    called = _FILES.get(kind.casefold(), "") if kind.isupper() else ""
    return f"{called} ({kind})" if called else kind


def kinds_in_words(kinds: Collection[str]) -> dict[str, str]:
    """Kinds of documents to choose from, each as people call it.

    Beside kinds such as "Minutes" one that is known by its suffix alone is "Other: PDF": minutes may be PDFs as well.

    Args:
        kinds: as `qa.request.type_of` names them.
    """
    other = f"{OTHER}: " if any(not kind.isupper() and kind != OTHER for kind in kinds) else ""
    return {kind: f"{other if kind.isupper() else ''}{kind_in_words(kind)}" for kind in kinds}


def percent(probability: float) -> str:
    """A probability, 0 to 1, in per cent; nothing is told as quite certain, or as impossible.

    Returns:
        Such as "91%", and "over 99%" or "under 1%" at the ends.
    """
    if probability >= 0.995:
        return "over 99%"
    return "under 1%" if probability <= 0.005 else f"{probability:.0%}"


def points_in_words(said: Quote | AnswerPart) -> str:
    """How many of a list's points are given, such as "All 4 points" or "The first 40 of 52 points"; "" for no list.

    What leads into the list, or the heading above it, is told with them. Of a table it is how many of its rows, which
    may be those alone that are asked for.
    """
    counted = said.counted
    if counted is None or (isinstance(said, Quote) and said.halves):
        return ""
    lead = said.parts[0].label.rstrip(":. ") if said.parts else ""
    if said.parts and is_row(said.parts[0].quote):
        rows = "" if counted.given == counted.all else f"The first {counted.given} of "
        return f"{rows}{counted.all} rows of the table “{lead}”"
    first = "The first" if counted.given == 1 else f"The first {counted.given}"
    told = f"All {counted.all} points" if counted.given == counted.all else f"{first} of {counted.all} points"
    return f"{told} of “{lead}”" if lead else f"{told} of the list"


def questions_in_words(quote: Quote) -> str:
    """How many questions of two are answered, such as "One of two questions is answered"; "" for one question."""
    if quote.counted is None or not quote.halves:
        return ""
    given, asked = quote.counted.given, quote.counted.all
    if asked > 2:
        return f"{'All' if given == asked else f'{given} of'} {asked} questions are answered"
    return "Both questions are answered" if given == asked else "One of two questions is answered"


def time_in_words(entry: TimelineEntry) -> str:
    """When a judgement was given, or a visit was, in words."""
    if entry.first:
        return days_in_words(entry.first, entry.last)
    return f"not dated, but after {day_in_words(entry.after)}" if entry.after else "not dated"


def judged_in_words(entry: TimelineEntry) -> str:
    """What was judged and how, or what kind of visit it was: "Monitoring visit, number 5"."""
    if entry.grade:
        return f"{entry.aspect_name}: {entry.grade_name}"
    return f"{entry.aspect_name}{visits_counted(entry)}"


def visits_counted(entry: TimelineEntry) -> str:
    """Which visit of its kind it was, or how many they were: ", number 5", ", 7 of them"; "" where that is not said."""
    if entry.count > 1:
        return f", {entry.count} of them"
    return f", number {entry.number}" if entry.number else ""


def count_in_words(info: TableInfo) -> str:
    """How many things a table counts: "3 authorities", or with how many of them are counted by an earlier judgement."""
    counted = f"{info.count:,} {info.counted}"
    if not info.earlier:
        return counted
    own = info.count - info.earlier
    judged = f"{own:,} judged {info.time if info.time[:1].islower() else f'in {info.time}'}, " if own else ""
    others = f"{info.earlier:,} " if own else "all " if info.count > 1 else ""
    return f"{counted}: {judged}{others}by an earlier judgement, the last one known then"


def row_time_in_words(row: Row) -> str:
    """When what a row tells was, with what else is to be known of it."""
    time = days_in_words(row.first, row.last) if row.first else ""
    return ", ".join(part for part in (time, row.note) if part)


def table_notes(info: TableInfo, rows: int) -> tuple[str, ...]:
    """What else is to be known of a table, a sentence each.

    Args:
        info: of the table.
        rows: how many are shown.
    """
    found = f"{info.documents:,} document{' was' if info.documents == 1 else 's were'} searched."
    named = [f"“{title}”" for title in info.silent_titles]
    if named and info.silent > len(named):
        named.append(f"{info.silent - len(named):,} more")
    which = f": {', '.join(named)}" if named else ""
    silent = (
        f" Nothing of this kind was found in {info.silent:,} of them, so what they may say is not counted{which}."
        if info.silent
        else ""
    )
    left = (f"The first {rows:,} rows are shown.",) if rows == MOST_ROWS else ()
    return (*((info.note,) if info.note else ()), *left, f"{found}{silent}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of how a question was read.

    Attributes:
        words: it in a few words.
        typed: the words that were read so, where they may be taken as plain words instead; else "".
        read_as: what these were read as.
    """

    words: str
    typed: str = ""
    read_as: str = ""


def understood(interpretation: Interpretation, documents: int) -> tuple[Piece, ...]:
    """How a question was read, in a few words a piece, without what goes without saying.

    Names that most documents are called by, or none, tell nothing apart and are left out. So is an order where no name
    says which documents it is of.

    Args:
        interpretation: of the question.
        documents: how many there are in the index.
    """
    telling = {name.text: name.documents for name in interpretation.names if 0 < name.documents <= documents / 2}
    times = {
        days_in_words(period.first, period.last)
        + (" (no document dated then)" if period.covered is False else ""): period
        for period in interpretation.periods
    }
    pieces = [Piece(f"{text} ({_documents(count)})", text, "a name") for text, count in telling.items()]
    pieces += [Piece(time, period.text, "a time") for time, period in times.items()]
    if interpretation.order and telling:
        pieces.append(Piece(_ORDERS[interpretation.order], interpretation.order_words, "saying which document"))
    if interpretation.language:
        pieces.append(Piece(f"in {interpretation.language}"))
    if interpretation.asking:
        pieces.append(Piece(f"the question “{interpretation.asking}”"))
    kind = Piece(_TYPES[interpretation.answer_type], interpretation.type_words, "asking for one kind of answer")
    return tuple(piece for piece in (*pieces, kind) if piece.words)


def corrections_in_words(corrections: tuple[Correction, ...]) -> tuple[str, str]:
    """The words that were typed, and those they were taken for, each in quotation marks."""
    typed, meant = (
        " and ".join(f"“{word}”" for word in words)
        for words in zip(*((correction.text, correction.mended) for correction in corrections), strict=True)
    )
    return typed, meant


def support_in_words(support: Support) -> str:
    """Who else says what is quoted, such as "Also said by 2 other documents; 3 copies"."""
    documents, copies = support.documents, support.copies
    said = f"also said by {documents} other {'document' if documents == 1 else 'documents'}" if documents else ""
    held = f"{copies} {'copy' if copies == 1 else 'copies'}" if copies else ""
    told = "; ".join(filter(None, (said, held)))
    return told[:1].upper() + told[1:]


def beside_in_words(answer: Answer) -> tuple[str, ...]:
    """What is told beside the words that answer, a line each.

    How much of a list they are, who else says so, what is said otherwise, which documents hold their passage too, and
    what else is to be known.
    """
    quote = answer.answer
    if quote is None:
        return tuple(notice.text for notice in answer.notices)
    supports = (quote.support, *(half.support for half in quote.halves))
    copies = "; ".join(
        copy.title for passage in answer.passages if passage.rank == quote.passage_rank for copy in passage.also_in
    )
    return (
        *filter(None, (points_in_words(quote), *map(points_in_words, quote.halves))),
        *(support_in_words(support) for support in supports if support),
        *(f"{lead_in_words(other)}: “{words_beside(other)}” {other.citation.title}" for other in answer.alternatives),
        *((f"Also in: {copies}",) if copies else ()),
        *(notice.text for notice in answer.notices),
    )


def dates_in_words(answer: Answer) -> str:
    """The dates that are given for what is asked about, each with how many documents say so.

    Returns:
        Such as "July 2022: 3 documents; 2012: 1 document"; "" where one date is given, or none.
    """
    others = [other for other in answer.alternatives if other.relation == "date" and other.value]
    if answer.answer is None or answer.answer.value is None or not others:
        return ""
    own = 1 + (answer.answer.support.documents if answer.answer.support else 0)
    told = [(answer.answer.value, own), *((other.value, other.support) for other in others if other.value)]
    return "; ".join(f"{value_in_words(value)}: {_documents(count)}" for value, count in told)


def words_beside(other: Alternative) -> str:
    """The words beside the answer that are shown: the sentence, or the cell alone, which is named by what leads in."""
    return flattened(other.quote if other.label else other.sentence.text)


def lead_in_words(other: Alternative) -> str:
    """What words beside the answer are, in words that lead into them, of a cell with the names of row and column."""
    return f"{_relation_in_words(other)}{f' ({other.label})' if other.label else ''}"


def _relation_in_words(other: Alternative) -> str:
    if other.relation == "edition":
        return "Another edition of this document says"
    if other.relation == "earlier":
        return "Before that"
    if other.relation == "conflict":
        return "Elsewhere it is said otherwise"
    if other.relation == "part":
        return "Of another of them"
    return f"Another date, {value_in_words(other.value)}" if other.value else "At another time"


def _documents(count: int) -> str:
    return f"{count} {'document' if count == 1 else 'documents'}"


def unknown_names(interpretation: Interpretation) -> tuple[Name, ...]:
    """The names in a question that stand in none of the documents."""
    return tuple(name for name in interpretation.names if not name.known)
