"""Coverage: whether documents are of the times that a question names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.seams import DocumentMeta


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a question, and the days it covers, both included; None where it is open.

    Attributes:
        text: its words.
        start, end: where they stand in the question as it was typed.
        first, last: the days.
        covered: whether a document is of that time; None where none is, but some are of its year or range of years,
            which says nothing.
    """

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    covered: bool | None = None


def whole_year(period: Period) -> int | None:
    """The calendar year that a period is; None where it is none."""
    first, last = period.first, period.last
    if first is None or last is None or (first, last) != (date(first.year, 1, 1), date(first.year, 12, 31)):
        return None
    return first.year


def is_day_of(document: DocumentMeta, period: Period) -> bool:
    """Whether the day that a document is of is one of a period; of none where that is not known."""
    first, last = period.first or date.min, period.last or date.max
    return document.day > 0 and first.toordinal() <= document.day <= last.toordinal()


def of_period(document: DocumentMeta, period: Period) -> bool:
    """Whether a document is of a period: published in it, or naming a year of it in its title or beginning."""
    if is_day_of(document, period):
        return True
    first, last = period.first or date.min, period.last or date.max
    following = last + timedelta(days=1) if last < date.max else date.min
    has_whole_years = (first.month, first.day) == (following.month, following.day)
    return has_whole_years and any(first.year <= year <= last.year for year in document.years)


def documents_meant(documents: Iterable[Sequence[int]], metadata: Sequence[DocumentMeta]) -> Collection[int]:
    """All documents of some names; where no name says which are meant, all there are."""
    return {index for indexes in documents for index in indexes} or range(len(metadata))


def with_coverage(
    ranges: Iterable[tuple[Period, Period]], documents: Collection[int], metadata: Sequence[DocumentMeta]
) -> tuple[Period, ...]:
    """The periods, each with whether a document is of it.

    That none is of a day or month, when some are of its year, says nothing: few documents say each day they are about.
    So it is with the first and last year of "between 2018 and 2021" when some are of a year between them.

    Args:
        ranges: the periods of the question, each with all the time between where it is one of two years; else with
            itself.
        documents: those that are meant.
        metadata: of all documents.
    """

    def covered(period: Period, whole: Period) -> bool | None:
        if any(of_period(metadata[document_index], period) for document_index in documents):
            return True
        wide = whole if whole != period else _whole_years(period)
        return (
            None
            if wide != period and any(of_period(metadata[document_index], wide) for document_index in documents)
            else False
        )

    return tuple(replace(period, covered=covered(period, whole)) for period, whole in ranges)


def _whole_years(period: Period) -> Period:
    """A period with all days of its years."""
    return replace(
        period,
        first=period.first and period.first.replace(month=1, day=1),
        last=period.last and period.last.replace(month=12, day=31),
    )
