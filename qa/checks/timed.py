"""Timed statements: for which time words are said to hold, by their sentence, or else by what they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from corpus.document import Passage
from corpus.language.amounts.counted import asks_count
from corpus.language.kinds import DateMention, Span
from corpus.language.lasting.apart import beside_year
from corpus.language.lasting.holding import (
    ToldTime,
    clause_of,
    days_of,
    is_within,
    only_day,
    time_after,
    time_over,
    told_time,
)
from corpus.language.predicates import asks_decision
from corpus.language.rows import is_row
from corpus.language.sentences import last_sentence
from corpus.language.times.altering import tells_until_then
from corpus.language.times.dates import dates, times
from corpus.language.times.parts import STEPS, WEEKDAY, years_covered, years_in
from corpus.language.vocabulary import DASH, alternatives, load
from corpus.structure import CONTEXT_SEPARATOR
from index.snapshot import Snapshot
from qa.memo import once_a_document
from qa.passages.editions import in_force_from
from qa.passages.listed import heading_over, lead_of
from qa.passages.quoted import QuotedWords
from qa.query.coverage import Period
from qa.query.holding import asks_of_now, asks_of_past, is_of_present, is_time_led
from qa.query.intent import is_of_keywords
from qa.tables.times import season_in

_HOLDING = frozenset({"number", "person", "rating"})
"""With any time they ask for what held then; dates and the rest only with "before" or "until"."""
_AT_ONE_TIME = frozenset({"yes_no", "reason"})
_COMPARED = re.compile(r"\b(?:as|than|like)\s+(?:in\s+)?$")
_MORE_THAN = re.compile(
    r"\b(?:more|fewer|less|higher|lower|up|down)\s+(?:than|on)\s+(?:(?:in|at|for)\s+)?(?:the\s+)?$", re.I
)
"""A time that something is only compared with tells nothing of when it was so: "two more than in 2019"."""
_FIGURE = re.compile(r"\d")
_CODED_TIME = re.compile(r"(?P<letters>[A-Za-z]{2})\s?(?P<year>\d{2,4})")
"""A year written behind two letters: "FY26"."""
_YEARS_REPORT = re.compile(
    rf"\b{alternatives(load('holding')['yearly_reports'])}\b[^\n\d:]{{0,60}}?(?P<years>(?:19|20)\d\d(?:\s?[/–-]\s?\d{{2,4}})?)(?![\w/])",
    re.I,
)
_SHARE = re.compile(r"\d\s*(?:%|per\s?cent\b|percent\b)", re.I)
_STEPPED = re.compile(rf"{alternatives(STEPS)}\b", re.I)
_LEAD_CHARS: Final = 20
_OPENING_CHARS: Final = 12
"""Within so many characters of a sentence a date opens it: "In 2025 adults paid £8 and children £4"."""
_YEAR_DAYS: Final = 366
_SHORT_OF_YEAR: Final = timedelta(days=300)
_FEW_DAYS: Final = 2
"""A question names a day by no more of them, such as a weekend."""
_LINE_CHARS: Final = 60
_DEEPEST: Final = 100
"""Deeper than any heading."""
_WEEKDAY: Final = re.compile(WEEKDAY)
_WORD: Final = re.compile(r"\w")
_SOME_DAY: Final = date(2000, 6, 15)
"""For papers without a day, in which "last year" is some year, and nobody knows which."""


def time_around(passage: Passage, title: str, sentence: Span, said: date | None) -> ToldTime:
    """The time for which the sentence after one says that it holds, the one before where it does, or what stands above.

    Args:
        passage: in which it stands.
        title: of its document.
        sentence: where it stands in the passage.
        said: the day of the document.
    """
    text = passage.text
    after = time_after(text[sentence[1] :].partition("\n")[0], said)
    if not after.since and tells_until_then(text[slice(*sentence)]):
        before = last_sentence(text[: sentence[0]].rpartition("\n")[2])
        return ToldTime(until=max(only_day(before, said) - 1, 0))
    return after if after.since else time_above(passage, title, sentence, said)


def time_above(passage: Passage, title: str, sentence: Span, said: date | None) -> ToldTime:
    """The time for which what stands above a sentence says that it holds, what stands nearest first.

    Args:
        passage: in which it stands.
        title: of its document.
        sentence: where it stands in the passage.
        said: the day of the document.
    """
    told = (time_over(line, said) for line in _above(passage, title, sentence))
    return next((time for time in told if any(time.ends)), ToldTime())


def _above(passage: Passage, title: str, sentence: Span) -> Iterator[str]:
    lead, over = lead_of(passage, sentence), heading_over(passage, sentence)
    if lead and not is_row(lead):
        yield lead
    if over:
        yield passage.text[over.start : over.end]
    yield from reversed(passage.heading.split(CONTEXT_SEPARATOR))
    yield title


def is_of_another_time(words: QuotedWords) -> bool:
    """Whether a question asks for what held at some time, and words are said to hold only before it or after it.

    So "From 1 April 2024 the fare is £2.40" tells nothing of the fare before.

    Args:
        words: that may answer it.
    """
    read, question = words.asked.query.interpretation, words.question
    if any(_names_another(words.sentence_text, period.text) for period in read.periods):
        return True
    periods = [period for period in read.periods if _asks_what_held(words, period)]
    if (words.kind == "date" and _is_of_another_day(words)) or _is_under_another_day(words):
        return True
    if words.kind in _AT_ONE_TIME or asks_decision(question):
        return False
    if _is_said_long_after(words, [period for period in read.periods if is_time_led(question, period.text)]):
        return True
    if not read.periods and asks_of_now(words.asked.query) and beside_year(words.sentence_text, words.span.within):
        return True
    if not periods:
        return False
    told, time = times_of(words)
    if any(_says(_said_of(words), told, period) for period in periods):
        return False
    if not any(time.ends):
        is_of_then = _happened_then(words, periods) or _was_yet_to_be(words, periods)
        return is_of_then or (not told and _is_of_another_years_report(words, periods))
    return all(_is_outside(time, period) for period in periods)


def _names_another(sentence: str, time: str) -> bool:
    """Whether a sentence names only other times of the form in which one is written, as "FY25" for "FY26"."""
    form = _CODED_TIME.fullmatch(time)
    if form is None:
        return False
    years = rf"\b{form['letters']}\s?(\d{{2,4}})(?:\s?{DASH}\s?|/)?(\d{{2,4}})?\b"
    told = {year for match in re.finditer(years, sentence, re.I) for year in match.groups() if year}
    return bool(told) and not any(year.endswith(form["year"][-2:]) for year in told)


def _happened_then(words: QuotedWords, periods: Sequence[Period]) -> bool:
    """Whether words tell of what was so in a time that is not the one asked about, or is not known.

    So "Last year's winner was Ada Moor" does in a paper without a day, and "There were two in August" or "It was 71% in
    August" for September.
    """
    if any(period.first is None or period.last is None for period in periods):
        return False
    text, is_counted = words.passage.text, asks_count(words.question) or _SHARE.search(words.quote)
    mentions = mentions_of(words, _said(words) or _SOME_DAY)
    return any(
        (_STEPPED.match(mention.text) and not _COMPARED.search(text, 0, mention.start))
        or (is_counted and is_within(text[: mention.start][-_LEAD_CHARS:]))
        for mention in mentions
    )


def _is_of_another_day(words: QuotedWords) -> bool:
    """Whether a question ends with "in" and a time, on which day of it something is, and words tell another day.

    What papers of that time say, or a sentence that names it, may count from there.
    """
    periods, question = words.asked.query.interpretation.periods, words.question
    if len(periods) != 1 or words.span.value is None or (days := days_of(words.span.value[2])) is None:
        return False
    period, said = periods[0], _said(words)
    if period.first is None or period.last is None or not _ends_within(question, period):
        return False
    if said and period.first <= said <= period.last:
        return False
    is_outside = days[1] < period.first.toordinal() or period.last.toordinal() < days[0]
    return is_outside and not _says(words.sentence_text, [], period)


def _is_under_another_day(words: QuotedWords) -> bool:
    """Whether a question asks of a day, and words stand below the line of another one, as in a rota or a programme."""
    periods, question = words.asked.query.interpretation.periods, words.question
    if words.kind == "yes_no" or not _FIGURE.search(question) or len(periods) > 1:
        return False
    is_day = bool(periods) or season_in(question, words.asked.query.today.toordinal()) is not None
    if not is_day or (over := _day_over(words)) is None:
        return False
    asked = _day_asked(periods[0]) if periods else season_in(question, over[0])
    if asked is None or asked[1] - asked[0] > _FEW_DAYS or _meet(over, asked):
        return False
    told = (days_of(mention) for mention in mentions_of(words, _said(words)))
    return not any(days and _meet(days, asked) for days in told)


def _day_asked(period: Period) -> Span | None:
    """The first and last day of a time as ordinals; None where it is open, or is called by no figure."""
    if period.first is None or period.last is None or not _FIGURE.search(period.text):
        return None
    return period.first.toordinal(), period.last.toordinal()


def _day_over(words: QuotedWords) -> Span | None:
    """The day whose line stands above words, with no heading as high between; None for none."""
    start, deepest = words.passage.start + words.span.quote[0], _DEEPEST
    for line in reversed(_dated_lines(words.asked.snapshot, words.passage.document_id)):
        if line.end > start or line.level >= deepest:
            continue
        if line.days:
            return line.days
        deepest = line.level
    return None


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading, or a line that begins with a day.

    Attributes:
        end: where it ends in the text of its document.
        level: of the heading, the highest 1; that of a line deeper than any.
        days: its day, as the first and last ordinal; None for a heading without.
    """

    end: int
    level: int
    days: Span | None


@once_a_document
def _dated_lines(snapshot: Snapshot, document_id: str) -> tuple[_Line, ...]:
    """The headings of a document and the lines that begin with days, in order; empty where these are not of two."""
    document, meta = snapshot.document(document_id), snapshot.find_document(document_id)
    if document is None or meta is None:
        return ()
    found = []
    for block in document.blocks:
        said, is_heading = document.text[block.start : block.end], block.kind == "heading"
        if not is_heading and (block.kind != "paragraph" or len(said) > _LINE_CHARS):
            continue
        mentions = list(dates(said, meta.said))
        days = days_of(mentions[0]) if len(mentions) == 1 else None
        is_first = bool(mentions) and not _WORD.search(_WEEKDAY.sub("", said[: mentions[0].start]))
        if days and days[0] == days[1] and is_first:
            found.append(_Line(block.end, block.level or 1 if is_heading else _DEEPEST - 1, days))
        elif is_heading:
            found.append(_Line(block.end, block.level or 1, None))
    return tuple(found) if len({line.days for line in found if line.days}) > 1 else ()


def _meet(one: Span, other: Span) -> bool:
    """Whether two times have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def _ends_within(question: str, period: Period) -> bool:
    """Whether a question ends with a time that stands after "in"."""
    asked, time = question.rstrip(" ?.!").casefold(), period.text.casefold()
    return asked.endswith(time) and is_within(asked.removesuffix(time)[-_LEAD_CHARS:])


def _was_yet_to_be(words: QuotedWords, periods: Sequence[Period]) -> bool:
    """Whether a question asks what happened in a time that had not begun when words were written, nor is named by them.

    So minutes of 2025 do not tell how much the scouts were given in 2026. Keywords ask what happened by a month that is
    over, as "balance July 2026" does.
    """
    said = _said(words)
    is_past = asks_of_past(words.question) or all(_is_month_over(words, period) for period in periods)
    if said is None or not is_past:
        return False
    return all(said < (period.first or date.min) and not _is_named(words, period) for period in periods)


def _is_month_over(words: QuotedWords, period: Period) -> bool:
    """Whether keywords name a time within a year that ended before today."""
    is_over = (period.last or date.max) < words.asked.query.today
    return is_over and _is_within_year(period) and is_of_keywords(words.question)


def _is_said_long_after(words: QuotedWords, periods: Sequence[Period]) -> bool:
    """Whether words say what is so, in a paper of more than a year after the time asked about, which they do not name.

    So "The cap is £300,000" in minutes of 2026 does not tell what it was in 2023, nor "33 people were at the home"
    in a report of 2023 how many there were in 2021.
    """
    said, sentence = _said(words), words.sentence_text
    if said is None or not periods or words.kind == "date":
        return False
    is_counted = asks_count(words.question) and not mentions_of(words, said)
    if not is_counted and (not is_of_present(sentence) or asks_of_past(sentence)):
        return False
    days = said.toordinal() - _YEAR_DAYS
    before = words.passage.text[: words.span.sentence[0]] if is_counted else ""
    by = years_in(f"{words.above}\n{before}\n{sentence}")
    return all(
        period.last
        and period.last.toordinal() < days
        and by.isdisjoint(years_in(period.text) or frozenset({period.last.year}))
        for period in periods
    )


def _is_of_another_years_report(words: QuotedWords, periods: Sequence[Period]) -> bool:
    """Whether words stand in what is called the report for a year, and a whole other year is asked about.

    So what came in by "Annual report for 2024" is not what came in in 2025.
    """
    own = frozenset(year for match in _YEARS_REPORT.finditer(words.above) for year in years_covered(match["years"]))
    return bool(own) and not any(
        _is_within_year(period) or not own.isdisjoint(years_covered(period.text)) for period in periods
    )


def _is_named(words: QuotedWords, period: Period) -> bool:
    """Whether the years of a period stand with some words, or above them; of one within a year, a day of it."""
    if _is_within_year(period):
        days = map(days_of, dates(words.surroundings, _said(words)))
        return _says(words.surroundings, [one for one in days if one and one[1] - one[0] < _SHORT_OF_YEAR.days], period)
    return bool(set(years_in(period.text)) & set(years_in(words.surroundings)))


def _is_within_year(period: Period) -> bool:
    """Whether a period is shorter than a year, such as a month or a season."""
    return (
        bool(period.first and period.last) and (period.last or date.max) - (period.first or date.min) < _SHORT_OF_YEAR
    )


def times_of(words: QuotedWords) -> tuple[list[Span], ToldTime]:
    """The days of the dates in the clause of some words, and for which time it or what stands above says they hold.

    Where neither says so, it is from the day on from which their document holds.

    Args:
        words: that may answer.
    """
    said = _said(words)
    told = [days for mention in mentions_of(words, said) if (days := days_of(mention))]
    time = told_time(words.sentence_text, _clause(words), words.passage.text, words.span.sentence[0], said)
    if not (told or any(time.ends)):
        time = time_around(words.passage, words.title, words.span.sentence, said)
    document = words.asked.snapshot.find_document(words.passage.document_id)
    if told or any(time.ends) or document is None:
        return told, time
    return told, ToldTime(in_force_from(document))


def mentions_of(words: QuotedWords, said: date | None) -> list[DateMention]:
    """The dates in the clause of some words, or else the one that their sentence begins with, which is of all clauses.

    Args:
        words: that may answer.
        said: the day that "last year" counts from.
    """
    first, last = _clause(words)
    start, end = words.span.sentence
    text = words.passage.text
    found = [one for one in dates(text, said) if start <= one.start and one.end <= end]
    found = [one for one in found if not _MORE_THAN.search(text, start, one.start)]
    own = [mention for mention in found if start + first <= mention.start and mention.end <= start + last]
    return own or [mention for mention in found[:1] if mention.start <= start + _OPENING_CHARS]


def _clause(words: QuotedWords) -> Span:
    """The part of their sentence that tells of some words."""
    start, end = words.span.within
    return clause_of(words.sentence_text, (max(start, 0), end))


def _said_of(words: QuotedWords) -> str:
    """Their sentence; the part of it that tells of some words, where that has times of its own."""
    first, last = _clause(words)
    own = words.sentence_text[first:last]
    return own if any(True for _ in times(own)) else words.sentence_text


def _said(words: QuotedWords) -> date | None:
    """The day of their document."""
    document = words.asked.snapshot.find_document(words.passage.document_id)
    return document.said if document else None


def _asks_what_held(words: QuotedWords, period: Period) -> bool:
    """Whether a time in a question is that of what it asks about, and not of what something is called by."""
    if words.kind not in _HOLDING and not (words.kind == "other" and _FIGURE.search(words.quote)):
        return period.first is None
    return period.first is None or period.last is None or is_time_led(words.question, period.text)


def _says(sentence: str, told: list[Span], period: Period) -> bool:
    """Whether a sentence has the words for a time, or a day of it."""
    first, last = period.first or date.min, period.last or date.max
    is_within = any(days[0] <= last.toordinal() and first.toordinal() <= days[1] for days in told)
    return is_within or (bool(years_in(period.text)) and period.text.casefold() in sentence.casefold())


def _is_outside(time: ToldTime, period: Period) -> bool:
    """Whether a period is all before a time, or all after it."""
    since, until = time.ends
    is_before = bool(since and period.last) and (period.last or date.max).toordinal() < since
    return is_before or (bool(until and period.first) and (period.first or date.min).toordinal() > until)
