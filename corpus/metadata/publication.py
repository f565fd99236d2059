"""The day on which a document says that it was published, and by whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.language.times.parts import WEEKDAY, WEEKDAYS
from corpus.language.vocabulary import alternatives, load
from corpus.metadata.bylines import is_beside_writer
from corpus.metadata.days import CLOCK, PlacedDay, single_days, single_months
from corpus.metadata.opening import Opening
from corpus.metadata.other_days import is_taken_up, leads_elsewhere
from corpus.metadata.owner import states_edition
from corpus.metadata.shape import (
    SENTENCE_END,
    heads_its_papers,
    is_article,
    is_letter,
    is_letterhead,
    is_news,
    is_of_meeting,
    is_organisation,
    names_paper,
    starts_meeting,
    unquoted,
)

_WORDS = load("metadata")
_LONE_DATE_LINES = 12
_DATELINE_LINES = 3
_LEAST_SENTENCE_WORDS = 3

_PUBLISHED = re.compile(
    rf"[^\w\"“‘'’]{{0,4}}(?:{alternatives(_WORDS['published']['first_words'])}\s+)?"
    rf"(?:{alternatives(_WORDS['published']['labels'])}|(?P<plain>{alternatives(_WORDS['published']['plain_labels'])}))"
    rf"(?:\s+date)?(?:\s+by\s+(?:the\s+)?(?P<by>[^\W\d_][^.:;|\n]{{1,80}}?),?)?(?:\s+(?:on|in))?\s*(?P<colon>[:–—-]?)\s+(?:{WEEKDAY},?\s+)?$",
    re.I,
)
_LONE_BEFORE = re.compile(rf"\W{{0,3}}(?:{WEEKDAY},?\s+)?$", re.I)
_LONE_AFTER = re.compile(rf"(?:{CLOCK})?\W{{0,3}}$", re.I)
_DATELINE_BEFORE = re.compile(rf"(?P<place>[A-Z][A-Za-z'’ .]{{1,30}})[,–—(-]\s*(?i:{WEEKDAY},?\s+)?$")
_DATELINE_AFTER = re.compile(r"\)?\s*[–—:-]\s+\S")
_TODAY = re.compile(
    rf"\b{alternatives(_WORDS['news']['today_after'])}\s+today\s*[,(–—-]\s*(?P<weekday>{WEEKDAY}),?\s+$", re.I
)
NEWS_TITLE = re.compile(
    rf"(?:[\w'’&-]+[,:]?\s+){{0,5}}{alternatives(_WORDS['news']['words'])}(?:\s+(?:no\.?|number|issue)\s*\d+)?"
    rf"\s*[,:|(–—-]?\s*(?:{WEEKDAY},?\s+)?$",
    re.I,
)
"""The title of news before its day."""
_PUBLISHER = re.compile(rf"\W{{0,4}}{alternatives(_WORDS['publisher']['labels'])}\s*:\s*(?P<name>\S.{{0,199}})$", re.I)

_FACT = (
    rf"(?:(?i:{alternatives(_WORDS['publisher']['labels'])})\s*:|"
    rf"(?:(?i:{alternatives(_WORDS['published']['first_words'])})\s+)?(?i:{alternatives(_WORDS['published']['labels'])})"
    r"(?i:\s+date)?(?:\s*:|\s+by\s|\s+(?:on\s+)?(?:[A-Z]\w+,?\s+){0,2}\d))"
)
_FACTS = re.compile(rf"(?!(?i:source)\b)(?:{_FACT}|[A-Z]\w*(?: \w+){{0,2}}:)")  # what a source states is of that
_NEXT_FACT = re.compile(rf"(?:\s[|·•–—-]\s|[.;,(]\s?)(?={_FACT})|\s(?=[\w ]{{5,25}}:\s)(?={_FACT})")
_NAME_END = re.compile(r"(?<=\w{4})\.(?:\s|$)")
_BY = re.compile(r",?\s+by\s+(?:the\s+)?(?P<name>[A-Z][^.:;|,]{1,80})\.?$")
_CONTACTS = re.compile(r"\s*[,:(]\s(?=[^.]{0,60}\d{4})|\s+[–—·|-]\s+(?=[^.]{0,60}\d{4})")
"""What parts a name from telephone numbers, or a notice's day."""
_SITE_MARK = re.compile(r"\s+[|–—·-]\s+|:\s+")
_ALIKE_WORDS = 2
_CITED = re.compile(r"\b(?:19|20)\d\d\W*$")  # "Source: Census, 2021" says what figures are from


@dataclass(frozen=True, slots=True)
class LoneDay:
    """A line that is nothing but a day, perhaps with a time of day.

    Attributes:
        day: which.
        index: of the line.
    """

    day: date
    index: int


def published_in(opening: Opening) -> date | None:
    """The day that a document's first or last lines state as that of its publication.

    A labelled date ("Published: 23rd July 2018") counts before the date line of a letter, an article of a journal or
    news, a newspaper's dateline, the day that news calls today, and a labelled date that is one of the last lines.
    "Date: 23 July 2018" is a label too, but on letters only. Other dates in lines and sentences say nothing of when a
    document was published.
    """
    ways = (_labelled(opening), _date_line(opening.lines), _dateline(opening.lines), _today(opening.lines))
    return next((day for day in ways if day), None) or _labelled_last(opening)


def plainly_labelled(lines: Sequence[str]) -> date | None:
    """The day that a line of its own labels as the date of something: "Date: 23 July 2018"."""
    return next((placed.day for line in lines for placed, label in _labels(line) if label["plain"]), None)


def published_month(opening: Opening) -> date | None:
    """The last day of the month that a line labels as that of publication: "Published: March 2024"."""
    return next(
        (
            placed.day
            for line in (*opening.lines, *opening.parts)
            for placed, label in _labels(line, single_months)
            if not label["plain"]
        ),
        None,
    )


def labels_publication(line: str) -> bool:
    """Whether a line labels a day as that of publication; "Date: 3 May 2018" may be of anything."""
    return any(not label["plain"] for _, label in _labels(line))


def publisher_in(opening: Opening) -> str | None:
    """The publisher that a document's first lines label, or None; an address is none, nor is what figures are from.

    "Issued by Millbrook Clinic on 12 January 2024" says it as well, and so does "Issued 12 January 2024 by Millbrook
    Clinic".
    """
    facts = [fact for line in opening.lines for fact in _facts(line)]
    labelled = (_NAME_END.split(match["name"], 1)[0].strip() for fact in facts if (match := _PUBLISHER.match(fact)))
    by = (name for line in opening.lines for placed, label in _labels(line) if (name := _by(placed, label)))
    found = next(labelled, None) or next(by, None)
    return None if found and (found.startswith(("http://", "https://")) or _CITED.search(found)) else found


def letterhead_in(lines: Sequence[str], page_titles: Iterable[str], title: str) -> str | None:
    """The organisation whose name a document is headed by, or None.

    It stands alone in the first line, or before contact details in the second of what is no letter; or the
    title of a page has it beside the document's own: "Wick Town Council: Allotment rules". What a document is called by
    itself says nothing of whose it is, nor does the name of any other organisation than a council or the like but in
    its letters and above what names a kind of paper or its edition: others tell of Mill Lane Surgery too.

    Args:
        lines: the first of the document.
        page_titles: what its file calls it.
        title: what it is called.
    """
    first, *second = [line.strip(" *_") for line in lines[: 1 if is_letter(lines, 0) else 2]] or [""]
    before_contacts = (line[: contact.start()] for line in second if (contact := _CONTACTS.search(line)))
    parted = (tuple(_SITE_MARK.split(text, maxsplit=1)) for text in page_titles)
    pairs = [pair for pair in parted if len(pair) == 2]
    beside = (name for one, other in pairs for name, own in ((one, other), (other, one)) if _alike(own, title))
    is_own = is_letter(lines, 0) or names_paper(title) or starts_meeting(title) or heads_its_papers(lines)
    is_own = is_own or (title in lines[1:2] and any(map(states_edition, lines[2:3])))
    names = [first] if first != title and is_own and is_organisation(first) else []
    named = (name for name in (first, *before_contacts, *beside) if name != title and is_letterhead(name))
    return next(named, None) or next(iter(names), None)


def _alike(one: str, other: str) -> bool:
    """Whether two titles begin alike."""
    return one.casefold().split()[:_ALIKE_WORDS] == other.casefold().split()[:_ALIKE_WORDS]


def lone_days(lines: Sequence[str], *, in_news: bool = False) -> Iterator[LoneDay]:
    """The lines that are nothing but a day, unless those around it say that it is the day of something else.

    Args:
        lines: the first of a document.
        in_news: whether the line above may be a headline, or that of a letter; see `is_taken_up`.
    """
    for index, line in enumerate(lines):
        placed = next(iter(single_days(line)), None)
        if placed is None or not _LONE_BEFORE.match(line, 0, placed.start) or not _LONE_AFTER.match(line, placed.end):
            continue
        below = lines[index + 1] if index + 1 < len(lines) else ""
        if not (is_taken_up(lines, index, in_news=in_news) or below[:1].islower()):
            yield LoneDay(placed.day, index)


def _labelled(opening: Opening) -> date | None:
    for index, line in enumerate(opening.lines):
        for placed, label in _labels(line):
            if not label["plain"] or is_letter(opening.lines, index):
                return placed.day
    return next((placed.day for part in opening.parts for placed, label in _labels(part) if not label["plain"]), None)


def _labelled_last(opening: Opening) -> date | None:
    return next(
        (
            placed.day
            for line in opening.closing
            for placed, label in _labels(line)
            if not label["plain"] and _LONE_AFTER.match(label.string, placed.end)
        ),
        None,
    )


def _labels(
    line: str, placed_in: Callable[[str], Sequence[PlacedDay]] = single_days
) -> Iterator[tuple[PlacedDay, re.Match[str]]]:
    """The day that a line labels as that of publication; a sentence that begins with such a word labels none."""
    for fact in _facts(line):
        yield from _label(fact, placed_in)


def _by(placed: PlacedDay, label: re.Match[str]) -> str | None:
    """Who a label says published it, before the day or after it."""
    after = _BY.match(label.string, placed.end)
    named = label["by"] or (after["name"] if after else "")
    return named if named[:1].isupper() else None


def _facts(line: str) -> list[str]:
    """What a line states, one after the other: "Publisher: Millbrook Clinic. Published 12 January 2024."."""
    return _NEXT_FACT.split(line) if _FACTS.match(line) else [line]


def _label(line: str, placed_in: Callable[[str], Sequence[PlacedDay]]) -> Iterator[tuple[PlacedDay, re.Match[str]]]:
    placed = next(iter(placed_in(line)), None)
    label = _PUBLISHED.match(line, 0, placed.start) if placed else None
    if placed is None or label is None:
        return
    rest = line[placed.end :]
    ends_there = rest.startswith(". ")
    is_sentence = SENTENCE_END.search(line) and not ends_there and len(rest.split()) >= _LEAST_SENTENCE_WORDS
    if label["colon"] or not is_sentence or _BY.match(rest):
        yield placed, label


def _date_line(lines: Sequence[str]) -> date | None:
    """The date line of a letter, of an article of a journal, or of news."""
    for lone in lone_days(lines[:_LONE_DATE_LINES], in_news=True):
        dates_whole = is_letter(lines, lone.index) or is_article(lines, lone.index)
        if dates_whole or (is_news(lines) and not is_of_meeting(lines)):
            return lone.day
    for line in lines[:_DATELINE_LINES]:
        for placed in single_days(line):
            is_title = NEWS_TITLE.match(line, 0, placed.start) and _LONE_AFTER.match(line, placed.end)
            if (is_title or is_beside_writer(line, placed)) and not leads_elsewhere(line[: placed.start]):
                return placed.day
    return None


def _dateline(lines: Sequence[str]) -> date | None:
    """The day of a newspaper's dateline: "HEREFORD, 4 March 2019 – The council said so."."""
    for line in lines[:_DATELINE_LINES]:
        for placed in single_days(line):
            before = _DATELINE_BEFORE.match(line, 0, placed.start)
            if before and _DATELINE_AFTER.match(line, placed.end) and (before["place"].isupper() or is_news(lines)):
                return placed.day
    return None


def _today(lines: Sequence[str]) -> date | None:
    """The day that news calls today in its own first words: "At its meeting today, Monday 3 May 2021"."""
    for line in lines[:2]:
        own = unquoted(line)
        for placed in single_days(own)[:1]:
            said = _TODAY.search(own, 0, placed.start)
            if said and said["weekday"].casefold() == WEEKDAYS[placed.day.weekday()]:
                return placed.day
    return None
