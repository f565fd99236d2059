"""Stating: the words of a document that state a judgement, as they are quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from corpus.document import Passage
from corpus.judgements.judgement import Judgement
from corpus.judgements.scales import Grade
from corpus.judgements.visit import Visit
from corpus.language.kinds import PlacedValue, Span, Value
from corpus.language.ratings import is_rating
from corpus.language.rows import CELL_END
from corpus.language.times.dates import dates, times
from corpus.language.times.parts import last_day
from corpus.language.vocabulary import alternatives
from corpus.language.wording import days_in_iso
from index.seams import DocumentMeta
from qa.judged.events import MONTH_DAYS, Event, Fact
from qa.judged.question import Wanted
from qa.passages.asked import Asked
from qa.passages.quoted import AnswerSpan

DATED_CHARS = 800
"""A date farther from a grade is not quoted with it."""
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact in the passage that states it.

    Attributes:
        fact: the judgement.
        row: of the passage in the snapshot.
        passage: itself.
        span: what is quoted of it.
    """

    fact: Fact
    row: int
    passage: Passage
    span: AnswerSpan


def stated(event: Event, wants: Wanted, asked: Asked) -> Stated | None:
    """The best statement of an event: one that gives it, says one grade alone, and for its day one that says the day.

    Args:
        event: what is stated.
        wants: the grade, or the day.
        asked: the question.

    Returns:
        None where no passage holds all words of a statement.
    """

    def worth(fact: Fact) -> tuple[bool, bool, bool, int]:
        judgement, snapshot = fact.judgement, asked.snapshot
        words = snapshot.excerpt(fact.document_index, judgement.start, judgement.end)
        is_vague = wants == "days" and judgement.until - judgement.day > MONTH_DAYS
        is_mixed = len({grade.key for _, grade in snapshot.scales.grades_named(words)}) > 1
        return is_vague, judgement.standing != "given", is_mixed, -fact.said

    found = (placed for fact in sorted(event.facts, key=worth) if (placed := _placed(fact, wants, asked)))
    best = next(found, None)
    if wants == "grade" or best is None or best.span.value:
        return best
    return next((other for other in found if other.span.value), best)


def in_passage(asked: Asked, document_index: int, told: Judgement | Visit) -> tuple[int, AnswerSpan] | None:
    """The row of the passage that holds the words for a judgement or a visit, and what is quoted of it.

    Returns:
        None where they stand in two passages.
    """
    found = _passage(asked, document_index, told)
    if found is None:
        return None
    row, passage, quote = found
    value = None
    if isinstance(told, Judgement):
        value = _grade(passage.text, quote, asked.snapshot.scales[told.scale].grade(told.grade))
    return row, AnswerSpan(quote, _sentence(asked, passage, quote), value)


def with_its_day(asked: Asked, row: int, span: AnswerSpan, visit: Visit) -> AnswerSpan:
    """What is quoted for a visit with the day of the visit as its value, where its words say that day.

    Args:
        asked: the question.
        row: of the passage in the snapshot.
        span: what is quoted of it.
        visit: itself.
    """
    text, (start, end) = asked.snapshot.passages([row])[0].text, span.quote
    told = [time for time in times(text) if start <= time.start and time.end <= end]
    if not told or not visit.day:
        return span
    place = told[-1].start, told[-1].end
    days = days_in_iso(date.fromordinal(visit.day), date.fromordinal(visit.until))
    return replace(span, value=(*place, Value("date", text[slice(*place)], days)))


def _passage(asked: Asked, document_index: int, told: Judgement | Visit) -> tuple[int, Passage, Span] | None:
    """The passage that holds some words, its row, and where they stand in it."""
    snapshot = asked.snapshot
    spans = snapshot.document_store.spans(snapshot.document_meta(document_index).id)
    row = next((row for row, start, end in spans if start <= told.start and told.end <= end), None)
    if row is None:
        return None
    passage = snapshot.passages([row])[0]
    return row, passage, (told.start - passage.start, told.end - passage.start)


def _placed(fact: Fact, wants: Wanted, asked: Asked) -> Stated | None:
    """A fact in its passage; None where it stands in two."""
    snapshot, judgement = asked.snapshot, fact.judgement
    found = _passage(asked, fact.document_index, judgement)
    if found is None:
        return None
    row, passage, quote = found
    document = snapshot.document_meta(fact.document_index)
    value = None
    if wants == "days":
        quote, value = _with_day(passage, quote, fact, document)
    else:
        value = _grade(passage.text, quote, snapshot.scales[judgement.scale].grade(judgement.grade))
        quote = value[:2] if value and _is_of_column(passage.text[slice(*quote)]) else quote
    return Stated(fact, row, passage, AnswerSpan(quote, _sentence(asked, passage, quote), value))


def _is_of_column(words: str) -> bool:
    """Whether words of a row have another grade before the one that they end with, which its column then tells of."""
    return any(is_rating(cell.strip()) for cell in words.split(CELL_END)[:-1])


def _sentence(asked: Asked, passage: Passage, quote: Span) -> Span:
    """The sentences that a quote stands in; the quote itself where these are lines of a summary."""
    touched = [span for span in asked.sentences(passage).spans if span[0] < quote[1] and quote[0] < span[1]]
    start, end = min((quote[0], *(span[0] for span in touched))), max((quote[1], *(span[1] for span in touched)))
    return quote if passage.text.count(_BREAK, start, end) > passage.text.count(_BREAK, *quote) else (start, end)


def _grade(text: str, quote: Span, grade: Grade) -> PlacedValue | None:
    """The grade in the words that state it, where it stands last."""
    pattern = re.compile(rf"(?<![\w-]){alternatives(grade.forms)}(?![\w-])", re.I)
    for match in reversed(list(pattern.finditer(text, *quote))):
        return *match.span(), Value("rating", match.group(), " ".join(match.group().lower().split()))
    return None


def _with_day(passage: Passage, quote: Span, fact: Fact, document: DocumentMeta) -> tuple[Span, PlacedValue | None]:
    """The words that state a judgement with the nearest that say its day, where these stand near, and this day."""
    is_reckoned = fact.judgement.basis == "reckoned"
    said = date.fromordinal(fact.judgement.until) if is_reckoned else document.said
    told = [
        mention
        for mention in dates(passage.text, said)
        if mention.start < quote[1] + DATED_CHARS and quote[0] - DATED_CHARS < mention.end
        if _ends_on(mention.normalized, fact.judgement.until)
    ]
    if not told:
        return quote, None
    best = min(told, key=lambda mention: max(quote[0] - mention.end, mention.start - quote[1]))
    whole = min(quote[0], best.start), max(quote[1], best.end)
    return whole, (best.start, best.end, Value("date", best.text, best.normalized))


def _ends_on(told: str, until: int) -> bool:
    """Whether a date of a text, in ISO 8601, is or ends with a day."""
    try:
        last = last_day(tuple(map(int, told.split("/")[-1].split("-"))))
    except ValueError:
        return False
    return last.toordinal() == until
