"""Hours of the day: where a sentence tells them, and whether a question asks for them and not for a day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.language.amounts.numbers import says_how_long
from corpus.language.kinds import TEXTS_KEPT, Span
from corpus.language.lasting.holding import is_since, is_until
from corpus.language.times.dates import times
from corpus.language.times.parts import WEEKDAY, weekdays_in
from corpus.language.times.written import TO
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_WORDS: Final = load("holding")["asking"]
_HOUR = (
    r"(?:\b\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b|(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\bto\s))\d{1,2}\.[0-5]\d\b(?!\s*%)|\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?o['’]clock\b"
    rf"|\b{alternatives(_WORDS['hours'])}\b)"
)
_HOURS = re.compile(rf"(?:\b\d{{1,2}}(?:[:.]\d{{2}})?{TO})?{_HOUR}(?:(?:{TO}|\s+and\s+){_HOUR})?", re.I)
_ASKS_HABIT = re.compile(rf"\b(?:when|what\s+times?)\s+{alternatives(_WORDS['habits'])}\b", re.I)
_ASKS_WHEN_IT_IS = re.compile(r"\b(?:when|what\s+times?)\s+(?:is|are|['’]s)\b", re.I)
_ASKS_TIME = re.compile(r"\b(?:when|what\s+times?|how\s+(?:late|early))\b", re.I)
_OPENS, _OPENS_OR_MAY_BE_ENTERED = (
    re.compile(rf"\b{alternatives(words)}\b", re.I)
    for words in (_WORDS["hours_of"], [*_WORDS["hours_of"], *_WORDS["at_open"]])
)
_OPENING = re.compile(rf"\b{alternatives(_WORDS['opening'])}\b", re.I)
_TYPED_DAY = re.compile(
    rf"\b(?:{alternatives(_WORDS['day_forms'])}\b|{alternatives(_WORDS['last_day_forms'])}(?=\W*$))"
)
_SHUT = re.compile(rf"\b{alternatives(_WORDS['shut'])}\b", re.I)
_WHAT_TIME = re.compile(rf"\bwhat\s+times?\s+{alternatives(_WORDS['auxiliaries'])}\b", re.I)
_DAY = re.compile(rf"\b{alternatives(_WORDS['days'])}\b", re.I)
_MAY_BE_HOUR = re.compile(rf"\d|\b{alternatives([*_WORDS['hours'], *_WORDS['parts_of_day']])}\b", re.I)
_VERBS: Final = frozenset(map(stem_of, _WORDS["hours_of"]))
_ENDING: Final = frozenset(map(stem_of, _WORDS["ending"]))
_MOVED = re.compile(rf"\b{alternatives(load('holding')['changes'])}\s+from\s+$", re.I)
_MOVED_CHARS: Final = 60
_CHANGING = re.compile(rf"\b{alternatives(_WORDS['changing'])}\b", re.I)
_LAST_WORD = re.compile(r"([\w’'-]+)\W*$")
_LINK = re.compile(rf"\s*\S+\s+(?:the\s+)?(?:{WEEKDAY},?\s+)?$")


@lru_cache(maxsize=TEXTS_KEPT)
def hours(text: str) -> tuple[Span, ...]:
    """Where a text tells hours of the day, those that are meant together as one: "from 9am to 5pm"."""
    return tuple(match.span() for match in _HOURS.finditer(text))


def asks_hour(question: str) -> bool:
    """Whether a question asks at what time of the day something is so: "When does it open?"."""
    asks = _ASKS_HABIT.search(question) is not None or _is_followed(_ASKS_WHEN_IT_IS, _OPENS, question)
    return asks and not _CHANGING.search(question)


def asks_opening(question: str) -> bool:
    """Whether a question asks for the hours at which something opens, shuts, begins or ends: "library hours Friday"."""
    asks = _is_followed(_ASKS_TIME, _OPENS_OR_MAY_BE_ENTERED, question) or _OPENING.search(question) is not None
    return asks and not _CHANGING.search(question)


def _is_followed(asking: re.Pattern[str], asked: re.Pattern[str], question: str) -> bool:
    """Whether one pattern is followed by another before a question mark."""
    firsts = ((part, asking.search(part)) for part in question.split("?"))
    return any(first and asked.search(part, first.end()) for part, first in firsts)


@lru_cache(maxsize=TEXTS_KEPT)
def weekdays_asked(question: str) -> frozenset[int]:
    """The days of the week that a question names, Monday as 0; where it asks for hours also those typed as "thurs"."""
    typed = _TYPED_DAY.sub(lambda day: day[0].title(), question) if asks_opening(question) else question
    return weekdays_in(typed)


def tells_opening(said: str) -> bool:
    """Whether what stands beside a day tells from when until when something is open, or that it is not."""
    return bool(hours(said)) or _SHUT.search(said) is not None


def lacks_hour(question: str, said: str) -> bool:
    """Whether a question asks what time of any day something is, and words tell neither that nor how long it takes.

    Args:
        question: such as "What time does the office shut?"; where it names a day, "closed" may answer.
        said: such as "closed on Wednesdays".
    """
    asks = _WHAT_TIME.search(question) is not None and not (weekdays_in(question) or _DAY.search(question))
    return asks and not (_MAY_BE_HOUR.search(said) or says_how_long(said))


def tells_of_other_hours(question: str, said: str) -> bool:
    """Whether words tell when something closes, and a question asks when it opens."""
    told = _VERBS.intersection(stems(said))
    return bool(told) and told.isdisjoint(stems(question))


def only_hours(question: str, sentence: str) -> bool:
    """Whether a question asks for an hour, and a sentence tells one, and no day but such as it is so from or until."""
    if not asks_hour(question) or not hours(sentence):
        return False
    return all(not day.ends and _is_of_validity(question, sentence, (day.start, day.end)) for day in times(sentence))


def tells_hour(question: str, sentence: str, quote: Span) -> bool:
    """Whether words of a sentence tell the hour that a question asks for, and their sentence no day that may answer."""
    is_within = any(quote[0] <= start and end <= quote[1] for start, end in hours(sentence))
    return is_within and only_hours(question, sentence)


def has_bounds(sentence: str) -> bool:
    """Whether a sentence tells from or until which day something is so."""
    leads = (sentence[: time.start] for time in times(sentence))
    return any(is_since(lead) or is_until(lead) for lead in leads)


def hour_asked(question: str, sentence: str, quote: Span) -> Span | None:
    """The hour in a sentence that a question asks for, where words tell a day and only from or until which one is so.

    None where the question asks for no hour, or the words tell no day, or one that answers, or an hour is only changed.

    Args:
        question: such as "When does it open?".
        sentence: such as "It opens at 7am, 8am from November 2025."
        quote: where the words stand in the sentence.
    """
    days = [(time.start, time.end) for time in times(sentence) if time.start < quote[1] and quote[0] < time.end]
    if not days or not only_hours(question, sentence):
        return None
    hour = min(hours(sentence), key=lambda one: max(one[0] - quote[1], quote[0] - one[1], 0))
    return None if _MOVED.search(sentence, max(0, hour[0] - _MOVED_CHARS), hour[0]) else hour


def _is_of_validity(question: str, sentence: str, day: Span) -> bool:
    """Whether a day is one from or until which something is so: after "from", with no word of the question before."""
    lead = sentence[: day[0]]
    if not (is_since(lead) or is_until(lead)):
        return False
    if is_until(lead) and _ENDING & frozenset(stems(question)) and _ENDING.isdisjoint(stems(sentence)):
        return False
    before = _LAST_WORD.search(_LINK.sub("", lead))
    return before is None or not set(stems(before[1])) & set(stems(question))
