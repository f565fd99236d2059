"""Holding: since when and until when what a sentence says holds, by the dates and words in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from corpus.language.amounts.numbers import in_digits, numbers
from corpus.language.corrections import after_taking_back
from corpus.language.kinds import DateMention, Span, Value
from corpus.language.lasting.apart import AMOUNT, FEW_WORDS, parts_of
from corpus.language.times.dates import dates
from corpus.language.times.parts import WEEKDAY, first_day, last_day
from corpus.language.times.periods import financial_year
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("holding")
_ON = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?"
_SINCE = re.compile(rf"\b{alternatives(_TABLE['since'])}\s+(?:the\s+)?(?:(?:start|beginning)\s+of\s+)?{_ON}$", re.I)
_RUNS_OUT = rf"(?:[\w’'-]+\s+){{1,4}}?{alternatives(_TABLE['runs_out'])}\s+(?:on\s+|in\s+|at\s+the\s+end\s+of\s+)?"
_UNTIL = re.compile(
    rf"\b{alternatives(_TABLE['until'])}\s+(?:the\s+)?(?:end\s+of\s+|{_RUNS_OUT})?(?:the\s+)?{_ON}$", re.I
)
_BROUGHT_TO = re.compile(rf"\b{alternatives(_TABLE['brought_to'])}\s+(?:up\s+)?to\s+$", re.I)
_FROM_VALUE = re.compile(rf"\bfrom\s+{AMOUNT}{FEW_WORDS}\s+(?:in|by|on)\s+(?:the\s+)?$", re.I)
"""What is left then, and does not begin: "fell from 31% in 2020"."""
_BEGINS = re.compile(rf"\b{alternatives(_TABLE['begins'])}\b", re.I)
_FEW_BETWEEN = re.compile(r"\s+(?:[\w'’-]+\s+){0,2}")
_ENDS = re.compile(rf"(?<!\bof\s)\b{alternatives(_TABLE['ends'])}\b", re.I)
"""But "five days of leave"."""
_ENDED = re.compile(rf"\b{alternatives(_TABLE['ended'])}\b", re.I)
_DECIDED_THAT = re.compile(rf"\b(?:was|were)\s+{alternatives(_TABLE['decided_that'])}\s+(?:that|to)\b", re.I)
"""What is decided so holds from then on: "It was agreed that the charge is £6"."""
_FORMER = re.compile(rf"(?<!\bsince\s)\b{alternatives(_TABLE['former'])}\b", re.I)
_SINCE_THEN = re.compile(rf"\W*{alternatives(_TABLE['after_that'])}\b", re.I)
_SINCE_THEN_IN = re.compile(r"\bsince(?:\s+then\b|\W*$)", re.I)
_AFTER_THAT_IN = re.compile(rf"\b(?:{alternatives(_TABLE['after_that'])}\b|since\W*$)", re.I)
_THEN_BEFORE = re.compile(r"\bthen\s+$", re.I)
_WENT_ON = re.compile(rf"and\s+(?:then\s+|later\s+)?{alternatives(_TABLE['went_on'])}\b", re.I)
_NOW = re.compile(rf"\b{alternatives(_TABLE['asking']['now'])}\b", re.I)
_COMING = re.compile(rf"\b{alternatives(_TABLE['coming'])}\b", re.I)
_APPOINTED = re.compile(rf"\b{alternatives(_TABLE['appointed'])}\b", re.I)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$|[(\[]\s*$", re.I)
_WITHIN = re.compile(rf"(?:^|\b{alternatives(_TABLE['within'])}\s+(?:the\s+)?)$", re.I)
_EARLIER: Final = _TABLE["earlier"]
_TELLS_EARLIER = re.compile(
    rf"\s*(?:(?P<before>{alternatives(_EARLIER['before'])})|{alternatives(_EARLIER['until'])})\s+(?:the\s+)?", re.I
)
_GOES_ON = re.compile(rf",?\s+{alternatives(_EARLIER['goes_on'])}\b", re.I)
_IT_WAS = re.compile(
    rf"\s*(?:it|they|this)\s+(?:was|were|had\s+been)\s+(?:only\s+)?{AMOUNT}{FEW_WORDS}\s+in\s[^.;]{{4,80}}", re.I
)
_SAID_BEFORE = re.compile(rf"(?:[^\s.;]{{1,20}}\s+){{0,8}}?{alternatives(_TABLE['said_before'])}\b", re.I)
_VOTES = (
    r"by\s+(?:a\s+majority\s+of\s+)?[\w-]+\s+(?:votes?\s+)?(?:to|against)\s+[\w-]+(?:,?\s+with\s+[^,;.]{1,40})?,?\s+"
)
_IT_WAS_SAID = re.compile(
    rf"(?:\W*it\s+(?:is|was|has\s+been)\s+(?:\w+\s+)?{alternatives([*_TABLE['decided_that'], *_TABLE['said_that']])}"
    rf"\s+(?:{_VOTES})?(?:that|to)\s++)+",
    re.I,
)
"""Before what is decided or told, whatever the sentence before was of: "It was resolved by 4 votes to 1 to"."""
_ALTERED = re.compile(rf"\b{alternatives(_TABLE['altered'])}\b", re.I)
_CHANGES = re.compile(rf"\b{alternatives(_TABLE['changes'])}\b", re.I)
_WAS_AT = re.compile(
    rf"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bbeen\s)(?!(?<=s\s)shut\b)\b{alternatives(_TABLE['began_or_ended'])}\s+(?:\w+\s+){{0,3}}?"
    rf"{alternatives(_TABLE['at_hours'])}\s+(?=\d|{alternatives(_TABLE['asking']['hours'])}\b)",
    re.I,
)
_DEED_IN_POST = re.compile(
    rf"[\s,]*(?:\w+ly\s+)?(?!{alternatives(_TABLE['no_deeds_in_post'])}\b)(?:[a-z]+ed|{alternatives(_TABLE['deeds_in_post'])})\b"
)
_IN_POST = re.compile(rf"(?<=years)['’]?(?:\s+(?:as|and|{alternatives(_TABLE['in_post'])})\b|\s*(?:[,;:.)]|$))")
"""After so many years: how long a post was held, and not how long somebody served: "after twenty years with us"."""
_YEARS = re.compile(r"[0-9]{1,3}")
_LASTED = re.compile(r"\b(?:after|for)\s+(?:[a-z]+\s+){0,2}$", re.I)
_FOLLOWING_CHARS = 200
_BEFORE_CHARS = 400
_LEAD_CHARS = 60
_YEARLY = rf"(?:[\w'’&-]{{1,20}}\s+){{0,2}}?{alternatives(_TABLE['yearly'])}"
_OF_YEAR = re.compile(
    rf"[^\w–—-]*(?:{_YEARLY}\W+(?:(?:for|in)\s+(?:the\s+)?)?)?(?P<year>(?:19|20)\d\d)(?:\s+{_YEARLY})?[^\w–—-]*", re.I
)
"""A heading of a year: "2026 season", "Opening times 2026", "Prices for the 2026 season"."""
_YEAR_DAYS = 366
_AFTER_WORDS = 4
"""So few words after a value say that it was, or will be."""


_SAME: Final = {
    stem_of(form): stem_of(forms[0]) for forms in (*_TABLE["same_verbs"], *_TABLE["same_posts"]) for form in forms
}


def verb_stem(stem: str) -> str:
    """A stem, or that of the first form of its verb: of "led" that of "lead"."""
    return _SAME.get(stem, stem)


def verb_forms(asked: Iterable[str]) -> frozenset[str]:
    """Some stems, with those of the other forms of these verbs."""
    own = frozenset(asked)
    verbs = frozenset(map(verb_stem, own))
    return own | {form for form, verb in _SAME.items() if verb in verbs}


@dataclass(frozen=True, slots=True)
class Held:
    """The time for which something that a sentence says holds.

    Attributes:
        since: the first day, as an ordinal; 0 where none is told.
        until: the last day; 0 where none is told.
        is_past: whether it held once, and no word says when.
        year_end: the last day of the financial or school year that it is said of; 0 where it is said of none.
    """

    since: int = 0
    until: int = 0
    is_past: bool = False
    year_end: int = 0

    def holds_on(self, day: int) -> bool:
        """Whether it may hold on a day, by what is told."""
        return not self.is_past and (not self.since or self.since <= day) and (not self.until or day <= self.until)


@dataclass(frozen=True, slots=True)
class ToldTime:
    """The ends of a time that dates in a sentence tell, as ordinals; 0 where none is told.

    Attributes:
        since, until: by words such as "from" and "until" before a date, or "became" and "ended" in its clause.
        year: the financial or school year, or other time with two ends, that it is "in" or "for"; None for none.
    """

    since: int = 0
    until: int = 0
    year: Span | None = None

    @property
    def ends(self) -> Span:
        """The first and last day that are told in any way."""
        return (self.since, self.until) if self.since or self.until else self.year or (0, 0)

    @property
    def year_end(self) -> int:
        """The last day of its year, where nothing else is told; else 0."""
        return self.year[1] if self.year and not (self.since or self.until) else 0


def held(sentence: str, value: Span, text: str, start: int, said: date | None) -> Held:
    """For which time what a sentence says of a value in it holds.

    What is said of a financial year holds from its beginning until something else is said.

    Args:
        sentence: the sentence.
        value: where the value stands in it.
        text: the passage that it stands in.
        start: where in that.
        said: the day of its document.
    """
    clause = clause_of(sentence, value)
    time = told_time(sentence, clause, text, start, said)
    if time.since or time.until:
        return Held(time.since or begun(sentence[slice(*clause)], time.until), time.until)
    told = _beside(sentence, value, (max(clause[0], after_taking_back(sentence)), clause[1]))
    told = _DECIDED_THAT.sub(" ", told)
    if said and _APPOINTED.search(told):
        return Held(said.toordinal())
    if _COMING.search(told):
        return Held(is_past=True)
    is_past = _FORMER.search(told) is not None or _ENDED.search(told) is not None
    return Held(time.ends[0], 0, is_past, time.year_end)


def begun(clause: str, until: int) -> int:
    """The day from which somebody held a post that ended after so many years, as an ordinal; 0 where none are told.

    Args:
        clause: such as "Ada Moor retired after fourteen years".
        until: the last day, as an ordinal; 0 for none.
    """
    for number in numbers(clause) if until else ():
        lasted = _IN_POST.match(clause, number.end()) and _LASTED.search(clause, 0, number.start())
        if lasted and _YEARS.fullmatch(many := in_digits(number)):
            end = date.fromordinal(until)
            return first_day((max(end.year - int(many), date.min.year), end.month)).toordinal()
    return 0


def tells_deed(after: str) -> bool:
    """Whether what stands after a post and its name tells what that one did, so that its times are none of the post.

    Args:
        after: such as ", closed the gate until 1 May".
    """
    return _DEED_IN_POST.match(after) is not None


def _told_last(before: str, said: date | None) -> int:
    """The last day of the last date before a sentence in its paragraph, as an ordinal; 0 for none."""
    days = [found for mention in dates(before.rpartition("\n\n")[2], said) if (found := days_of(mention))]
    return days[-1][1] if days else 0


def told_time(sentence: str, clause: Span, text: str, start: int, said: date | None) -> ToldTime:
    """The time that the dates in a clause of a sentence tell.

    Args:
        sentence: the sentence.
        clause: the part of it whose dates count.
        text: the passage that it stands in.
        start: where in that.
        said: the day of its document.
    """
    mentions = [
        replace(mention, start=mention.start - start, end=mention.end - start)
        for mention in _mentions(text, start, len(sentence), said, clause)
    ]
    time = _told(sentence, clause[0], mentions, lambda _, lead: is_within(lead))
    if time.since or time.until:
        return time
    if (last := _told_last(sentence[: clause[0]], said)) and _goes_on_after(sentence, clause):
        return ToldTime(last)
    if _SINCE_THEN.match(sentence) or _SINCE_THEN_IN.search(sentence, *clause):
        return ToldTime(_told_last(text[max(0, start - _BEFORE_CHARS) : start], said))
    return time


def _goes_on_after(sentence: str, clause: Span) -> bool:
    """Whether a clause tells what was so after the time before it: "and £6 from then on", "Tom Reed has been since"."""
    return _AFTER_THAT_IN.search(sentence, *clause) is not None or bool(_THEN_BEFORE.search(sentence, 0, clause[0]))


def is_within(lead: str) -> bool:
    """Whether what leads to a time says that something happened or was so in it: "in", "during", or nothing at all."""
    return _WITHIN.search(lead) is not None


def time_over(heading: str, said: date | None) -> ToldTime:
    """The time that a heading tells for what stands under it: "Charges from 1 April 2024", "2026 prices".

    Args:
        heading: itself.
        said: the day of its document.
    """
    if of_year := _OF_YEAR.fullmatch(heading):
        year = int(of_year["year"])
        return ToldTime(year=(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()))
    return _told(heading, 0, dates(heading, said), lambda days, _: days[1] - days[0] <= _YEAR_DAYS)


def time_after(following: str, said: date | None) -> ToldTime:
    """Since when a sentence holds by the next one, where that tells what was before: "Before 1 May 2023 it was free".

    So does "It was £85 in 2024 and £80 in 2023": it holds after the last of these.

    Args:
        following: what follows on the sentence.
        said: the day of its document.
    """
    lead = _TELLS_EARLIER.match(following)
    if lead is None:
        was = _IT_WAS.match(following)
        told = [days_of(mention) for mention in dates(was[0], said)] if was else []
        return ToldTime(max((days[1] for days in told if days), default=-1) + 1)
    mention = next((one for one in dates(following[:_FOLLOWING_CHARS], said) if one.start == lead.end()), None)
    days = days_of(mention) if mention and _GOES_ON.match(following, mention.end) else None
    return ToldTime() if days is None else ToldTime(days[0] if lead["before"] else days[1] + 1)


def only_day(sentence: str, said: date | None) -> int:
    """The day that "then" is after a sentence, as an ordinal: the only one in it; 0 where it has none or several.

    Args:
        sentence: such as "The new fare begins on 2 May.".
        said: the day of its document.
    """
    found = list(map(days_of, dates(sentence, said)))
    return found[0][0] if len(found) == 1 and found[0] else 0


def _told(words: str, begin: int, mentions: Iterable[DateMention], is_of: Callable[[Span, str], bool]) -> ToldTime:
    """The time that dates in some words tell, each by what leads to it.

    Args:
        words: a sentence or a heading.
        begin: where the part of it begins that tells.
        mentions: the dates, by where they stand in the words.
        is_of: whether a time with two ends is the one that the words are of, by its days and what leads to it.
    """
    since = until = 0
    year = None
    for mention in mentions:
        if (ends := days_of(mention)) is None:
            continue
        lead = words[max(0, mention.start - _LEAD_CHARS) : mention.start]
        if _BROUGHT_TO.search(lead) or _FROM_VALUE.search(lead):
            continue
        before = words[begin : mention.start]
        is_range = "/" in mention.normalized
        if is_range and _FROM.search(lead):
            return ToldTime(*ends)
        if _UNTIL.search(lead) or (_ENDS.search(before) and not _SINCE.search(lead)):
            until = until or ends[1]
        elif _SINCE.search(lead) or _begins(before):
            since = since or ends[0]
        elif is_range and is_of(ends, lead):
            year = year or ends
    return ToldTime(since, until, year)


def _begins(before: str) -> bool:
    """Whether a word before a date says that something begins then, and is no name of what is counted: "two falls"."""
    leads = (before[max(0, word.start() - _LEAD_CHARS) : word.start()] for word in _BEGINS.finditer(before))
    return any(not any(_FEW_BETWEEN.fullmatch(lead, number.end()) for number in numbers(lead)) for lead in leads)


def _beside(sentence: str, value: Span, clause: Span) -> str:
    """What stands before a value in its clause, and the few words after it."""
    after = " ".join(sentence[value[1] : clause[1]].split()[:_AFTER_WORDS])
    return f"{sentence[clause[0] : value[1]]} {after}"


def clause_of(sentence: str, value: Span) -> Span:
    """The part of a sentence that tells of a value: all of it, but for what is told of others after "and" or "but".

    What somebody did after "and" is told of the same: "Ada Moor became chair in 2012 and stayed until 2019".
    """
    parts = parts_of(sentence)
    first = max((start for start, _ in parts if start <= value[0]), default=0)
    ends = (end for _, end in parts if end >= value[1] and not _WENT_ON.match(sentence, end))
    return first, min(ends, default=len(sentence))


def goes_on(sentence: str, asked: frozenset[str]) -> bool:
    """Whether a sentence speaks of what the one before it tells: "From May it will open at 8am", "This rises to £5".

    Args:
        sentence: itself.
        asked: the stems of a question; one of them, or a word for a change, must stand in it. Behind "It was agreed
            that" only one of them tells that it speaks of the same.
    """
    start = decided_from(sentence)
    told = sentence[start:]
    goes_before = _SAID_BEFORE.match(told) is not None
    if goes_before and _CHANGES.search(told):
        return True
    return (start > 0 or goes_before) and not asked.isdisjoint(stems(told))


def decided_from(sentence: str) -> int:
    """Where what was decided or told begins in a sentence: after "It was agreed by 4 votes to 1 that"; 0 for others."""
    said = _IT_WAS_SAID.match(sentence)
    return said.end() if said else 0


def tells_change(words: str) -> bool:
    """Whether some words tell of what changed, as "rose to" does."""
    return _CHANGES.search(words) is not None


def tells_altered(words: str) -> bool:
    """Whether some words tell that a value became another one, as "rises from 5 to 6" does."""
    return _ALTERED.search(words) is not None


def is_since(lead: str) -> bool:
    """Whether the words before a date end so that it is the first day of what they tell: "chair since"."""
    return _SINCE.search(lead) is not None


def is_until(lead: str) -> bool:
    """Whether the words before a date end so that it is the last day of what they tell: "chair until"."""
    return _UNTIL.search(lead) is not None


def is_of_now(sentence: str) -> bool:
    """Whether a sentence tells by a word that it speaks of what is so now: "The secretary is now Ada Moor"."""
    return _NOW.search(sentence) is not None


def is_former(words: str) -> bool:
    """Whether some words speak of one that is no more: "until then the"."""
    return _FORMER.search(words) is not None


def is_coming(words: str) -> bool:
    """Whether some words speak of one that is to come: "the new fare"."""
    return _COMING.search(words) is not None


def was_at(sentence: str) -> bool:
    """Whether a sentence tells hours by a verb of the past, which may have changed since: "it opened at 10am"."""
    return _WAS_AT.search(sentence) is not None


def _mentions(text: str, start: int, length: int, said: date | None, clause: Span) -> Iterator[DateMention]:
    """The dates in a part of a sentence, as its passage tells them."""
    for mention in dates(text, said):
        if start + clause[0] <= mention.start and mention.end <= min(start + clause[1], start + length):
            yield mention


def days_of(told: DateMention | Value) -> Span | None:
    """The first and last day of a date, as ordinals; None for what no calendar has.

    Two years in a row, as "2022/23", are a financial year.
    """
    if year := financial_year(told.text):
        return first_day(year[0]).toordinal(), last_day(year[1]).toordinal()
    first, _, last = told.normalized.partition("/")
    return ordinals(first, last or first)


def ordinals(first: str, last: str) -> Span | None:
    """The first day of one date in ISO 8601 and the last of another, as ordinals; None where one is before AD 1."""
    try:
        one, other = (tuple(map(int, iso.split("-"))) for iso in (first, last))
        return first_day(one).toordinal(), last_day(other).toordinal()
    except ValueError:
        return None
