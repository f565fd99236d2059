"""Times of tables: which row or column is of the time that a question asks about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.document import Passage
from corpus.language.kinds import Span
from corpus.language.lasting.holding import days_of, time_over
from corpus.language.rows import cells
from corpus.language.sentences import trimmed
from corpus.language.times.dates import dates, find_times
from corpus.language.times.parts import MONTH_NUMBERS, first_day, last_day
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of
from qa.tables.cells import best_columns, rows_beside
from qa.tables.named_rows import column_names, header_of, label_place

_LEAST: Final = 2
"""Fewer rows or columns of times tell no times apart."""
_YEAR_DAYS: Final = 366
_MONTH_DAYS: Final = 31
_DIGIT: Final = re.compile(r"\d")
_MONTHS: Final = frozenset(map(stem_of, MONTH_NUMBERS))
"""The stems of months."""
_GOES_ON: Final = re.compile(rf"\W*\b{alternatives(load('holding')['to_date'])}\W*", re.I)
_OLD_YEARS: Final = re.compile(r"(?P<first>1[5-8]\d\d)(?:\s*(?:to|[-–—])\s*(?P<last>(?:1[5-9]|20)\d\d))?")
_OPEN: Final = frozenset({"-", "–", "—", "…", "..."})
"""What stands after the first day of a time that is not over."""


def cell_of_time(
    passage: Passage, row: Span, days: Span | None, idf: Mapping[str, float], *, is_latest: bool = False
) -> Span | None:
    """The cell of a row whose column is of a time: "From April 2025" for December 2025, "April to October" for May.

    Of columns that tell more than a time ("Home 2025/26") those are looked at that a question names best by it.

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        days: the first and last day of that time; None for no one time.
        idf: of the question's stems.
        is_latest: whether the last one that has begun by then is meant, though it may be over.

    Returns:
        Where the cell stands; None where fewer than two columns are of times, or not just one of them is of that time.
    """
    names, own = column_names(header_of(passage, row)), cells(passage.text, row)
    if days is None or len(names) != len(own):
        return None
    timeless = {stem: weight for stem, weight in idf.items() if stem not in _MONTHS and not _DIGIT.search(stem)}
    columns, _ = best_columns(passage.text, names, own, timeless)
    told = {column: time for column in columns if (time := time_of("", names[column]))}
    told = told or _seasons({column: names[column] for column in columns}, days[0])
    if len(told) < _LEAST:
        return None
    column = _latest(told, days[1]) if is_latest else _of_time(told, days)
    if column is None and not is_latest:
        starts = {place: time for place, time in told.items() if time[1] - time[0] <= _MONTH_DAYS}
        column = _latest(starts, days[1])
    return None if column is None else next(trimmed(passage.text, *own[column]), None)


def _seasons(names: Mapping[int, str], day: int) -> dict[int, Span]:
    """The times of the year, each of more than a month, that columns are called by, around a day or next after it."""
    found = {column: time for column, name in names.items() if (time := season_in(name, day))}
    return {column: time for column, time in found.items() if time[1] - time[0] > _MONTH_DAYS}


@dataclass(frozen=True, slots=True)
class RowTime:
    """A row of a table with the time that it is of.

    Attributes:
        row: where it stands in the passage's text.
        since, until: the first and last day, as ordinals; the last is 0 where it is open.
        is_season: whether it comes back every year: "1 October to 31 March".
    """

    row: Span
    since: int
    until: int
    is_season: bool = False

    @property
    def is_year(self) -> bool:
        """Whether it is of a year, or less, with both ends."""
        return 0 <= self.until - self.since <= _YEAR_DAYS


def row_times(passage: Passage, row: Span, day: int) -> list[RowTime]:
    """The rows of a table that tell what is so at several times, of those with the label of one.

    The times stand in one column: days from which something holds, by its name or by theirs, and years and longer
    times with both ends. Lone days may be of anything.

    Args:
        passage: with the table.
        row: one of its rows.
        day: the one, as an ordinal, that a season is to hold, or else to come after.

    Returns:
        The rows in the order in which they stand; empty where no column has times.
    """
    names, text = column_names(header_of(passage, row)), passage.text
    spans = [(part.start, part.end) for part in rows_beside(passage, row)]
    read = {span: cells(text, span) for span in spans}
    if row not in read or any(len(own) != len(names) for own in read.values()):
        return []
    first = label_place(text, read[row])
    for column in range(first, len(names)):
        alike = _with_label(text, read, row, column, first)
        said = [(span, _words(text, read[span][column])) for span in alike]
        timed = [RowTime(span, *time) for span, cell in said if (time := time_of(names[column], cell))]
        seasons = [RowTime(span, *time, is_season=True) for span, cell in said if (time := season_in(cell, day))]
        for found in (timed, seasons):
            if len(found) == len(alike) >= _LEAST:
                return found
    return []


def _with_label(text: str, read: Mapping[Span, Sequence[Span]], row: Span, column: int, first: int) -> list[Span]:
    """The rows of a table that have the label of one, beside the column of their times.

    That is their first cell, or where the times stand there and come again, the one after it: "2026 | Half plot | £24".

    Args:
        text: of the passage.
        read: the cells of each row.
        row: the one.
        column: of the times.
        first: of the labels.
    """
    times = [_words(text, own[column]) for own in read.values()]
    if column == first and len(set(times)) == len(times):
        return list(read)
    place = first if column > first else min(first + 1, len(read[row]) - 1)
    label = _words(text, read[row][place])
    return [span for span, own in read.items() if _words(text, own[place]) == label]


def row_of_time(
    passage: Passage, row: Span, days: Span, *, is_latest: bool = False, is_seasonal: bool = False
) -> Span | None:
    """The row of a table that is of a time, of those with one label: "From 1 April 2025" for December 2025.

    Args:
        passage: with the table.
        row: one of its rows; see `row_times`.
        days: the first and last day of that time.
        is_latest: whether the last one that has begun by then is meant, though it may be over.
        is_seasonal: whether only rows of seasons are meant.

    Returns:
        Where it stands; None where no column has times, or not just one row is of that time.
    """
    times = row_times(passage, row, days[0])
    if is_seasonal and not all(time.is_season for time in times):
        return None
    told = {place: (time.since, time.until) for place, time in enumerate(times)}
    place = _latest(told, days[1]) if is_latest else _of_time(told, days)
    return None if place is None else times[place].row


def _words(text: str, cell: Span) -> str:
    return " ".join(text[slice(*cell)].split())


def time_of(name: str, cell: str) -> Span | None:
    """The first and last day of the time that a cell gives, as ordinals, the last 0 where it is open; None for none.

    Args:
        name: of its column; "" for none.
        cell: its words.
    """
    found = list(dates(cell, None))
    days = days_of(found[0]) if len(found) == 1 else None
    if (old := _of_old_years(name, cell.strip())) or days is None:
        return old
    if any(ends := time_over(f"{name} {cell}", None).ends):
        return ends
    before, after = cell[: found[0].start], cell[found[0].end :]
    if any(map(str.isalnum, before)) or days[0] == days[1]:
        return None
    if not any(map(str.isalnum, after)):
        return days[0], 0 if after.strip() in _OPEN else days[1]
    return (days[0], 0) if _GOES_ON.fullmatch(after) else None


def _of_old_years(name: str, cell: str) -> Span | None:
    """The same for years before those that four digits are elsewhere: "1871 to 1889", and "1871" for "From"."""
    years = _OLD_YEARS.fullmatch(cell)
    if years is None:
        return None
    first, last = int(years["first"]), int(years["last"] or years["first"])
    if not years["last"]:
        ends = time_over(f"{name} {cell}", None).ends
        return ends if any(ends) else None
    return (date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()) if first <= last else None


def season_in(text: str, day: int) -> Span | None:
    """The first and last day, around a day or next after it, of a time of the year: "April to September", "May".

    Args:
        text: a cell or a question.
        day: as an ordinal.

    Returns:
        As ordinals; None where the text names no such time, or several.
    """
    found = [time for time in find_times(text) if not time.has_year]
    if len(found) != 1 or found[0].offset or len(found[0].first) < _LEAST:
        return None
    begins, ends = found[0].first[1:], found[0].last[1:]
    for year in range(date.fromordinal(day).year - 1, date.fromordinal(day).year + 2):
        try:
            since = first_day((year, *begins)).toordinal()
            until = last_day((year + (ends < begins), *ends)).toordinal()
        except ValueError:  # 29 February of another year, or a year that no date can hold
            continue
        if day <= until:
            return since, until
    return None


def _of_time(told: Mapping[int, Span], days: Span) -> int | None:
    """Which of some times is the one that some days are of; None where fewer than two are told, or not just one is.

    Of years that begin within another it is the one that has most of it: "2025/26" for 2025.
    """
    if len(told) < _LEAST:
        return None
    within = [
        place
        for place, (since, until) in told.items()
        if until and ((since <= days[0] and days[1] <= until) or (days[0] <= since and until <= days[1]))
    ]
    if within:
        return within[0] if len(within) == 1 else None
    most = [place for place, time in told.items() if time[1] and 2 * _shared(time, days) > days[1] - days[0] + 1]
    if most:
        return most[0] if len(most) == 1 else None
    return _latest({place: time for place, time in told.items() if not time[1]}, days[1])


def _shared(one: Span, other: Span) -> int:
    """How many days two times share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]) + 1)


def _latest(told: Mapping[int, Span], day: int) -> int | None:
    """Which of some times is the last to have begun by a day; None where none has, or two began on one day."""
    begun = {place: since for place, (since, _) in told.items() if since <= day}
    last = [place for place, since in begun.items() if since == max(begun.values())]
    return last[0] if len(last) == 1 else None
