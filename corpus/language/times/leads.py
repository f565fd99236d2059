"""Words that count from a date beside them: "week beginning", "within 28 days of", "eight months later"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from corpus.language.context import before
from corpus.language.kinds import Span
from corpus.language.times.parts import (
    ANY_MONTH,
    DAYS_FROM_TODAY,
    ORDINALS,
    STEPS,
    WEEKDAY,
    WEEKDAYS,
    Ends,
    first_day,
    last_day,
    parts_of,
)
from corpus.language.times.periods import FEAST
from corpus.language.times.written import Form, Time, twice, unit_ends
from corpus.language.vocabulary import COUNTS, alternatives, load

Shift = Callable[[Ends], Ends | None]

_WORDS: dict[str, list[str]] = load("dates")["counting"]
_TENS: dict[str, int] = load("numbers")["tens"]
_ONES = [word for word, count in COUNTS.items() if 0 < count < 10]
_COUNT = (
    rf"(?:an?|[0-9]{{1,3}}|{alternatives(_TENS)}(?:[\s-]{alternatives(_ONES)})?|{alternatives([*COUNTS])})(?![\w.,])"
)
_COUNT_HEADS = (
    r"[0-9][0-9]{0,2}[\s-]+[dwmyf]",
    *(rf"{word}[\s-]+[dwmyf]" for word in ("a", *COUNTS)),
    *(rf"{word}[\s-]+\w" for word in _TENS),
)
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_UNIT = alternatives([*_UNIT_DAYS, "month", "year"])
_SPAN_UNIT = alternatives([*_UNIT_DAYS, *_UNIT_MONTHS])
_DATE_NEXT = (
    rf"(?=(?:\s*:)?\s+(?:(?:the|on)\s+)?(?:{WEEKDAY},?\s+(?:the\s+)?)?"
    rf"(?:[0-9]|{ANY_MONTH}|{alternatives(DAYS_FROM_TODAY)}|{FEAST}|{alternatives(STEPS)}\s+{WEEKDAY}))"
)
"""A date stands next, or something that may be one."""
GAP = re.compile(rf"(?:\s*:)?\s+(?:(?:the|on)\s+)?(?:{WEEKDAY},?\s+(?:the\s+)?)?", re.I)
"""Between words that lead to a date and the date."""
_ABOUT = re.compile(rf"(?:\b{alternatives(_WORDS['about'])}|[0-9])\s+$")
_MORE = re.compile(rf"\b{alternatives(_WORDS['more'])}\s+$")
_TENS_BEFORE = re.compile(rf"\b{alternatives(_TENS)}[\s-]+$")
_COMPARED = re.compile(rf"\b{alternatives(_WORDS['compared'])}\s+$")
_TOLD_BEFORE = re.compile(rf"\b{alternatives(_WORDS['told_before'])}\b[^.!?;]*$")
_TOLD_CHARS = 80


def _count(words: str) -> int:
    """What a count says: "a", digits, "twenty-eight"."""
    if words.isdecimal():
        return int(words)
    return sum(_TENS.get(part) or COUNTS.get(part) or 1 for part in re.split(r"[\s-]+", words))


def _day_of(ends: Ends) -> date | None:
    """The day that a date is; None where it is longer."""
    return first_day(ends[0]) if ends[0] == ends[1] and len(ends[0]) == 3 else None


def _months_on(day: date, months: int) -> date:
    """The day so many months after one, or the last of that month where it has no such day."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _moved(ends: Ends, unit: str, count: int) -> Ends | None:
    """A date so many units later, as exact as the coarser of the two; None where it is less exact than the unit."""
    first, last = ends
    exact = {"year": 1, "month": 2}.get(unit, 3)
    if first != last or len(first) < exact:
        return None
    days = _UNIT_DAYS.get(unit)
    return unit_ends("day" if days else unit, (days or 1) * count, first_day(first))


def _deadline(ends: Ends, unit: str, count: int) -> Ends | None:
    """The last day of so many units from a day on."""
    day = _day_of(ends)
    if day is None:
        return None
    if unit in _UNIT_DAYS:
        return twice(parts_of(day + timedelta(days=_UNIT_DAYS[unit] * count)))
    return twice(parts_of(_months_on(day, _UNIT_MONTHS[unit] * count)))


def _up_to(ends: Ends, unit: str, count: int) -> Ends | None:
    """So many units that end with a day or month."""
    end = ends[1]
    if ends[0] != end or len(end) < 2:
        return None
    day = last_day(end)
    if unit in _UNIT_DAYS:
        begins = day - timedelta(days=_UNIT_DAYS[unit] * count - 1)
        return (parts_of(begins), end) if len(end) == 3 else None
    months = _UNIT_MONTHS[unit] * count
    if day == last_day(end[:2]):
        begins = _months_on(day.replace(day=1), 1 - months)
    else:
        begins = _months_on(day, -months) + timedelta(days=1)
    return parts_of(begins)[: len(end)], end


def _from_on(ends: Ends, days: int) -> Ends | None:
    """So many days from one on."""
    day = _day_of(ends)
    return (parts_of(day), parts_of(day + timedelta(days=days - 1))) if day else None


def _nth(ends: Ends, name: str, number: int) -> Ends | None:
    """The first, second or last (-1) of a day of the week in a month."""
    if ends[0] != ends[1] or len(ends[0]) != 2:
        return None
    first, last = first_day(ends[0]), last_day(ends[1])
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    if name != "day":
        days = [day for day in days if day.weekday() == WEEKDAYS.index(name)]
    place = number if number < 0 else number - 1
    return twice(parts_of(days[place])) if place < len(days) else None


def _shifted(
    match: re.Match[str], shift: Shift, *, leads: bool, counted: Span | None = None, start: int | None = None
) -> Iterable[Time]:
    begins = match.start() if start is None else start
    return (Time(begins, match.end(), shift=shift, leads=leads, counted=counted, form=match.lastgroup or ""),)


def _read_up_to(match: re.Match[str], text: str) -> Iterable[Time]:
    """The time that ends with a date; but "by six months to" says how much longer, and "£5 a year to" how much."""
    count, unit = match["span_count"], match["span_unit"]
    if match["span_word"] == "to" and (count in ("a", "an") or before(_MORE, text, match.start())):
        return ()
    number = _count(count) if count else 1
    counted = (match.start("span_count"), match.end("span_unit") + match["span_s"].count("s")) if count else None
    return _shifted(match, lambda ends: _up_to(ends, unit, number), leads=True, counted=counted)


def _read_from_on(match: re.Match[str], text: str) -> Iterable[Time]:
    days = _UNIT_DAYS[match["begin_unit"] or "week"]
    return _shifted(match, lambda ends: _from_on(ends, days), leads=True)


def _read_nth(match: re.Match[str], text: str) -> Iterable[Time]:
    word, name = match["nth_number"], match["nth_day"]
    if before(_TENS_BEFORE, text, match.start()):
        return ()
    number = -1 if word == "last" else ORDINALS.get(word) or int(word[:-2])
    return _shifted(match, lambda ends: _nth(ends, name, number), leads=True)


def _read_within(match: re.Match[str], text: str) -> Iterable[Time]:
    unit, number = match["within_unit"], _count(match["within_count"])
    counted = (match.start("within_count"), match.end("within_s"))
    return _shifted(match, lambda ends: _deadline(ends, unit, number), leads=True, counted=counted)


def _read_apart(match: re.Match[str], text: str) -> Iterable[Time]:
    """So long before or after a date; but "the five years after 2010" is how long something took."""
    if match["apart_count"] and before(_ABOUT, text, match.start()):
        return ()
    count, unit = _count(match["apart_count"] or "a"), match["apart_unit"]
    number = count if match["apart_side"] == "after" else -count
    counted = (match.start("apart_count"), match.end("apart_s")) if match["apart_count"] else None
    return _shifted(match, lambda ends: _moved(ends, unit, number), leads=True, counted=counted)


def _read_later(match: re.Match[str], text: str) -> Iterable[Time]:
    if before(_ABOUT, text, match.start()):
        return ()
    unit = match["later_unit"]
    number = _count(match["later_count"]) * (1 if match["later_side"] in _LATER else -1)
    counted = (match.start("later_count"), match.end("later_s"))
    return _shifted(match, lambda ends: _moved(ends, unit, number), leads=False, counted=counted)


def _read_following(match: re.Match[str], text: str) -> Iterable[Time]:
    """The day or year after a date before it; without one "the previous week" is that before the text's own day."""
    unit, word = match["follow_unit"] or match["side_unit"], match["follow_word"] or match["side_word"]
    if word in _BACK and before(_COMPARED, text, match.start()):
        return ()
    step, exact = -1 if word in _BACK else 1, {"year": 1, "month": 2}.get(unit, 3)

    def shift(ends: Ends) -> Ends | None:
        return unit_ends(unit, step, first_day(ends[0])) if ends[0] == ends[1] and len(ends[0]) >= exact else None

    is_back = match["follow_word"] in _BACK and not before(_TOLD_BEFORE, text, match.start(), _TOLD_CHARS)
    said = (unit == "week" and is_back) or (unit != "day" and word == "next")
    offset = (lambda day: unit_ends(unit, step, day)) if said else None
    start = match.start("follow_word") if word == "next" else match.start()
    return (Time(start, match.end(), offset=offset, shift=shift, form=match.lastgroup or ""),)


def _read_of_event(match: re.Match[str], text: str) -> Iterable[Time]:
    """So long before or after what is named, such as "the inspection", which the text gives a date before."""
    if before(_ABOUT, text, match.start()) or (match["event_side"] == "of" and not match["event_within"]):
        return ()
    count, unit = _count(match["event_count"] or "a"), match["event_unit"]
    if match["event_within"]:
        return _shifted(match, lambda ends: _deadline(ends, unit, count), leads=False)
    number = -count if match["event_side"] == "before" else count
    return _shifted(match, lambda ends: _moved(ends, unit, number), leads=False)


_BACK = frozenset({"previous", "preceding", "before"})
_LATER = frozenset(_WORDS["later"])

LEADS: tuple[Form, ...] = (
    Form(
        "within",
        "word",
        rf"(?:within|no\s+later\s+than|not\s+later\s+than)\s+(?P<within_count>{_COUNT})[\s-]+(?P<within_unit>{_UNIT})(?P<within_s>s?)['’]?\s+"
        rf"(?:of|from|after){_DATE_NEXT}",
        _read_within,
        (r"within\s", r"not?\s+later"),
    ),
    Form(
        "up_to",
        "word",
        rf"(?:(?P<span_count>{_COUNT})[\s-]+)?(?P<span_unit>{_SPAN_UNIT})(?P<span_s>s?)\s+(?:up\s+)?(?P<span_word>to|ended|ending)(?:\s+(?:on|in))?{_DATE_NEXT}",
        _read_up_to,
        (*_COUNT_HEADS, *(rf"{unit}s?\s+(?:up|to|end)" for unit in (*_UNIT_DAYS, *_UNIT_MONTHS))),
    ),
    Form(
        "from_on",
        "word",
        rf"(?:w/c|(?P<begin_unit>week|fortnight)\s+(?:beginning|commencing|starting(?:\s+on)?|of)){_DATE_NEXT}",
        _read_from_on,
        (r"w/c\s", r"week\s+(?:beg|com|sta|of)", r"fortnight\s+(?:beg|com|sta|of)"),
    ),
    Form(
        "nth",
        "word",
        rf"(?P<nth_number>{alternatives(list(ORDINALS)[:5])}|last|[1-5](?:st|nd|rd|th))\s+(?P<nth_day>{alternatives(WEEKDAYS)}|day)"
        rf"\s+(?:of|in)(?=\s+(?:{ANY_MONTH}|(?:{alternatives(STEPS)}|{alternatives(_WORDS['any'])})\s+month))",
        _read_nth,
        ("last", "[0-9][snrt]", *list(ORDINALS)[:5]),
    ),
    Form(
        "apart",
        "word",
        rf"(?:(?P<apart_count>{_COUNT})\s+|the\s+)(?P<apart_unit>{_UNIT})(?P<apart_s>s?)\s+(?P<apart_side>after|before){_DATE_NEXT}",
        _read_apart,
        (*_COUNT_HEADS, r"the\s+(?:day|week|month|year)\s"),
    ),
    Form(
        "of_event",
        "word",
        rf"(?P<event_within>within\s+)?(?:(?P<event_count>{_COUNT})[\s-]+|the\s+)(?P<event_unit>{_UNIT})s?['’]?\s+(?P<event_side>of|after|before)"
        r"\s+(?:the|its|this|that|his|her|their|our)\s+(?P<event_name>[a-z]{4,})\b(?!['’]s)",
        _read_of_event,
        (*_COUNT_HEADS, r"the\s+(?:day|week|month|year)\s", r"within\s"),
    ),
    Form(
        "later",
        "word",
        rf"(?P<later_count>{_COUNT})\s+(?P<later_unit>{_UNIT})(?P<later_s>s?)\s+"
        rf"(?P<later_side>{alternatives([*_WORDS['later'], *_WORDS['earlier']])})\b(?!\s+than)",
        _read_later,
        _COUNT_HEADS,
    ),
    Form(
        "following",
        "word",
        r"the\s+(?:(?P<follow_word>following|next|previous|preceding)\s+(?P<follow_unit>day|week|month|year)\b(?!['’]s|\s+[0-9]|\s+groups?\b)"
        r"|(?P<side_unit>day|week|month|year)\s+(?P<side_word>before|after)(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|but|it|he|she|they)\b))",
        _read_following,
        (r"the\s+(?:foll|next|prev|prec|day|week|month|year)",),
    ),
)
"""Words that say nothing without a date beside them; of two that fit at the same place the first counts."""
