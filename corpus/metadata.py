"""Titles, publishers and dates, taken only from what a document says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import PurePosixPath

from dateparser.date import DateDataParser

_TITLE_MAX_CHARS = 200
_OPENING_LINES = 40
_OPENING_CHARS = 4000
_LONE_DATE_LINES = 12
_SENTENCE_CHARS = 300
_DATELINE_LINES = 5
_CLOSING_LINES = 8

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{4})(?!\d)"
)
_CLOCK = r"(?:\s*(?:,|at|T|-|–|\|)?\s*\d{1,2}(?:[:.]\d{2}){0,2}\s*(?:[ap]\.?m\.?|hrs|GMT|BST|UTC|Z)?)?"
_NO_RANGE = r"(?!\s*(?:to|until|and|or|-|–|—)\s*(?:\w+\s+)?\d)"


_ANY_DAY = re.compile(rf"(?<![\w./-]){_DAY}", re.I)


def _pattern(before: str, after: str) -> re.Pattern[str]:
    """A pattern whose group "day" is a date between two other patterns."""
    return re.compile(rf"{before}(?P<day>{_DAY}){_NO_RANGE}{after}", re.I)


_LABEL_END = rf"(?:\s+on)?\s*[:–—-]?\s+(?:{_WEEKDAY},?\s+)?"
_PUBLISHED_LABEL = (
    rf"^\W{{0,4}}(?:(?:date|first|originally|report|letter|article|page|news)\s+)?"
    rf"(?:published|publication date|date of publication|date published|posted|issued|date)(?:\s+date)?{_LABEL_END}"
)
_PUBLISHED = _pattern(_PUBLISHED_LABEL, "")
_PUBLISHED_ALONE = _pattern(_PUBLISHED_LABEL, rf"{_CLOCK}\W{{0,3}}$")
_UPDATED = _pattern(
    rf"^\W{{0,4}}(?:(?:page|article)\s+)?(?:last\s+)?(?:updated|modified|reviewed)(?:\s+date)?{_LABEL_END}", ""
)
_LONE = _pattern(rf"^\W{{0,3}}(?:{_WEEKDAY},?\s+)?", rf"{_CLOCK}\W{{0,3}}$")
_DATELINE = _pattern(rf"^(?:[A-Z][A-Za-z'’ .]{{1,30}}[,–—(-]\s*)?(?:{_WEEKDAY},?\s+)?", r"\)?\s*[–—:-]\s+\S")
_TODAY = _pattern(rf"\b(?:today\s*[,(–—-]?\s*(?:on\s+)?(?:{_WEEKDAY},?\s+)?|{_WEEKDAY},?\s+)", "")
_PUBLISHER = re.compile(r"^\W{0,4}(?:publisher|published by|source)\s*:\s*(?P<name>\S.{0,199})$", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document's own lines say of it.

    Attributes:
        published: the day of publication, or None.
        source: the publisher, or None.
    """

    published: date | None
    source: str | None


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    return DateDataParser(
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "PREFER_LOCALE_DATE_ORDER": False,
        },
    )


def parse_date(value: object) -> date | None:
    """Read a date, day before month as in Britain.

    Args:
        value: a date, a datetime, a text such as "23rd July 2018", "23/07/2018", "2018-07-23T09:00:00Z" or "20180723", or a whole
            number of that last form.

    Returns:
        The day as written, or None unless day, month and year are all there.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int) and 10_000_000 <= value <= 99_999_999:
        value = str(value)
    if not isinstance(value, str) or not 6 <= len(text := value.strip()) <= 64 or not re.search(r"\d", text):
        return None
    try:
        if re.match(r"\d{4}-\d\d-\d\d(?!\d)", text):
            return date.fromisoformat(text[:10])
        return date.fromisoformat(text) if re.fullmatch("[0-9]{8}", text) else _parse(text)
    except ValueError:
        return None


def days_in(text: str) -> set[date]:
    """Every day, with month and year, that a text names; of a span of days the last."""
    return {day for match in _ANY_DAY.finditer(text) if (day := parse_date(" ".join(match.group().split())))}


@lru_cache(maxsize=4096)
def _parse(text: str) -> date | None:
    try:
        found = _parser().get_date_data(text).date_obj
    except (
        ValueError,
        OverflowError,
        TypeError,
        AttributeError,
        re.error,
    ):  # whatever strange digits lead its parsers to
        return None
    return found.date() if isinstance(found, datetime) else None


def read_stated(lines: Sequence[str]) -> Stated:
    """Read the publisher and the day of publication from a document's first lines, or its last.

    A labelled date ("Published: 23rd July 2018") counts before a line that is nothing but a date, a newspaper's dateline, a date
    that the first sentences call today or give a weekday, a labelled date that is one of the last lines, and a "Last updated"
    line, in this order. Other dates in sentences say nothing of when a document was published.

    Args:
        lines: the document's lines or blocks.

    Returns:
        What was found.
    """
    opening = list(_some(lines, _OPENING_LINES))
    closing = [line for line in _some(lines[: -_CLOSING_LINES - 1 : -1], _CLOSING_LINES) if line not in opening]
    found = next((match["name"].strip() for line in opening if (match := _PUBLISHER.match(line))), None)
    source = None if found and found.startswith(("http://", "https://")) else found
    for pattern, where in (
        (_PUBLISHED, opening),
        (_LONE, opening[:_LONE_DATE_LINES]),
        (_DATELINE, opening[:_DATELINE_LINES]),
        (_TODAY, [" ".join(opening)[:_SENTENCE_CHARS]]),
        (_PUBLISHED_ALONE, closing),
        (_UPDATED, opening),
    ):
        for line in where:
            if (match := pattern.search(line)) and (day := parse_date(match["day"])):
                return Stated(day, source)
    return Stated(None, source)


def _some(lines: Sequence[str], most: int) -> Iterator[str]:
    """The first lines that are not blank, with single spaces."""
    chars = count = 0
    for line in lines:
        if line := " ".join(line[:_OPENING_CHARS].replace(" | ", " ").split()):
            yield line
            chars += len(line)
            count += 1
        if count >= most or chars >= _OPENING_CHARS:
            return


def choose_title(candidates: Iterable[object], file_id: str) -> str:
    """The first candidate that is a text with a letter or digit, on one line and cut at 200 characters; else the file's name.

    Args:
        candidates: titles a document may have, the best first; anything but a text is passed over.
        file_id: the document's id, whose last part is made into a title when nothing else is there.

    Returns:
        A title, never empty.
    """
    for candidate in candidates:
        if isinstance(candidate, str) and any(char.isalnum() for char in candidate[:2000]):
            title = " ".join(_whole(candidate[:2000]).split())
            return title if len(title) <= _TITLE_MAX_CHARS else title[:_TITLE_MAX_CHARS].rsplit(" ", 1)[0] + " …"
    stem = PurePosixPath(file_id).stem.strip()
    return re.sub(r"[\s_]+", " ", stem).strip() or file_id


def clean_text(value: object) -> str | None:
    """A text on one line, or None when it is empty or no text at all."""
    return (" ".join(_whole(value).split()) or None) if isinstance(value, str) else None


def web_address(value: object) -> str | None:
    """An http or https address, or None when the value is not one."""
    text = clean_text(value)
    return text if text and re.fullmatch(r"https?://[^\s<>\"]{3,2000}", text) else None


def _whole(text: str) -> str:
    """The text with a replacement character for each half of a surrogate pair, which is no character."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
