"""Of which day a document is, and what says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from corpus.document import DatedBasis
from corpus.language.times.parts import ORDINALS, WEEKDAY
from corpus.language.vocabulary import alternatives, load
from corpus.metadata.bylines import is_beside_writer
from corpus.metadata.days import (
    CLOCK,
    PlacedDay,
    days_after,
    may_name_day,
    single_days,
    single_months,
    single_seasons,
)
from corpus.metadata.imprint import day_imprinted, day_of_byline, edition_imprinted, month_imprinted, parts_of
from corpus.metadata.in_force import day_in_force
from corpus.metadata.opening import Opening
from corpus.metadata.other_days import is_taken_up, leads_elsewhere
from corpus.metadata.publication import NEWS_TITLE, labels_publication, lone_days, plainly_labelled, published_month
from corpus.metadata.shape import (
    SENTENCE_END,
    goes_on_about_meeting,
    heads_meeting,
    is_body,
    is_of_event,
    is_of_meeting,
    starts_meeting,
    unquoted,
)

TRUST: Final[tuple[DatedBasis, ...]] = (
    "inspection",
    "meeting",
    "front matter",
    "published",
    "header",
    "file name",
    "stated",
    "stated month",
    "stated season",
)
"""What says of which day a document is, the most trustworthy first."""

_WORDS = load("metadata")
_MEETING_LINES = 15
_SENTENCE_LINES = 3  # in which a sentence may say which meeting a document is of
_LONE_DATE_LINES = 12
_LABEL_END = r"(?:\(s\))?\s*(?P<colon>[:–—-]?)\s*"
_INSPECTION = re.compile(rf"\b{alternatives(_WORDS['inspection']['labels'])}{_LABEL_END}(?=[\s\d])", re.I)
_OTHER_INSPECTION = re.compile(rf"\b{alternatives(_WORDS['inspection']['other'])}(?:\s+[\w'’]+){{0,2}}\W*$", re.I)
_INSPECTION_SENTENCE = re.compile(
    rf"{alternatives(_WORDS['inspection']['sentences'])}\b[^.]*?\b(?:on|between|from)\s", re.I
)
_MEETING_LABEL = re.compile(rf"{alternatives(_WORDS['meeting']['labels'])}{_LABEL_END}", re.I)
_PLAIN_LABEL = re.compile(
    rf"{alternatives(_WORDS['published']['plain_labels'])}\s*[:–—-]?\s+(?:{WEEKDAY},?\s+)?$", re.I
)
_CALLED = re.compile(rf"{alternatives(_WORDS['meeting']['called'])}\b", re.I)
_MEETS = re.compile(
    rf"(?:[\w'’&-]+\s+){{0,8}}?{alternatives(_WORDS['meeting']['bodies'])}\s+{alternatives(_WORDS['meeting']['meets'])}\b",
    re.I,
)
_MINUTES_SAY = re.compile(rf"(?:the\s+)?(?:{alternatives(_WORDS['meeting']['starts'])})\b", re.I)
_ITEM = re.compile(rf"{alternatives(_WORDS['meeting']['items'])}\b", re.I)
_TAKEN_UP = re.compile(rf"\b{alternatives(_WORDS['meeting']['taken_up'])}\b", re.I)
_OTHER_MEETING = re.compile(rf"\b{alternatives(_WORDS['meeting']['other'])}\b", re.I)
_STATED = re.compile(
    rf"\W{{0,3}}{alternatives(_WORDS['stated']['labels'])}\s*:?\s+(?:this\s+)?(?:{WEEKDAY},?\s+)?$", re.I
)
_LAST: Final = r"(?:last|most\s+recently)\s+"
_WAS: Final = r"(?:(?:was|is|has\s+been)\s+)?"
_UPDATED = re.compile(
    rf"\W{{0,4}}(?:{alternatives(_WORDS['updated']['first_words'])}\s+{_WAS})?(?:date\s+(?:of\s+)?)?"
    rf"(?:(?:{_LAST})?{alternatives(_WORDS['updated']['labels'])}|{_LAST}{alternatives(_WORDS['updated']['last'])})"
    rf"(?:\s+date)?(?:\s+by\s+(?:the\s+)?[^\d.:;|]{{2,60}}?)?(?:\s+(?:on|in|at|as\s+(?:at|of)))?\s*[:,–—-]?\s+(?:{WEEKDAY},?\s+)?$",
    re.I,
)
_PARTED = re.compile(rf"\s*[|;•·]\s*|\.\s+(?=[A-Z])|,?\s+(?={alternatives(_WORDS['updated']['next'])}\b)", re.I)
_NUMBERED = (
    rf"(?:{alternatives(_WORDS['decided']['numbered'])}\.?\s*\d+(?:\.\d+)*"
    rf"|{alternatives(ORDINALS)}\s+{alternatives(_WORDS['imprint']['editions'])})"
)
_DECIDED = re.compile(
    rf"(?:[\w .]{{1,20}}[.,;|]\s+|\W{{0,4}})(?:{alternatives(_WORDS['decided']['first_words'])}\s+)?"
    rf"(?:{alternatives(_WORDS['decided']['labels'])}|{_NUMBERED})(?:\s+by\s+(?:the\s+)?[^\d.:;|]{{2,60}}?)?"
    rf"(?:\s+at\s+(?:its|the|a)\s+meeting)?(?:\s+on|\s+of|\s+in)?\s*[:,–—-]?\s*(?:{WEEKDAY},?\s+)?$",
    re.I,
)
_AFTER_DECIDED = re.compile(
    rf"[\s.)*_|]*(?:$|[,;(]?\s*{alternatives(_WORDS['decided']['goes_on'])}\b[^.]*\W*$)"
    rf"|\s*(?:[.,;|(·•–—-]\s*|and\s+){alternatives(_WORDS['decided']['beside'])}\b[^.]*"
    rf"(?:\.\s+{alternatives(_WORDS['decided']['beside'])}\b[^.]*){{0,3}}\W*$",
    re.I,
)
_FIRST_OR_LAST = 6, 3
_ISSUE_LINES = 4
_ISSUE = re.compile(rf"\W*(?:{alternatives(_WORDS['decided']['numbered'])}\.?\s*\d+(?:\.\d+)*\s*[,:|(–—-]*\s*)?$", re.I)
_ISSUE_END = re.compile(r"[\s.)*_|]*(?:$|[|–—-])")
_DATED_TITLE = re.compile(
    rf"(?:[\w'’&-]+,?\s+){{0,9}}{alternatives(_WORDS['dated_titles']['words'])}\s*[,:|(–—-]?\s*(?:{WEEKDAY},?\s+)?$",
    re.I,
)
_NOT_OF_ANOTHER = "".join(rf"(?<!\b{word}\s)" for word in _WORDS["dated_titles"]["not_after"])
_TITLE_OF_DAY = re.compile(
    rf"(?:[\w'’&-]+[,:]?\s+){{0,9}}?{_NOT_OF_ANOTHER}"
    rf"(?:{alternatives(_WORDS['dated_titles']['of'])}(?:\s+to\s+(?:[\w'’&-]+\s+){{0,4}}?[\w'’&-]+)?(?:\s+(?:of|dated)|,)"
    rf"|{alternatives(_WORDS['dated_titles']['of_meetings'])}\s+of\s+(?:[\w'’&-]+\s+){{1,6}}?meeting(?:\s+held)?\s+(?:on|of))"
    rf"\s+(?:{WEEKDAY},?\s+)?$",
    re.I,
)
_BEFORE_DAY = re.compile(rf"\s*[,:|(–—-]?\s*(?:on\s+)?(?:{WEEKDAY},?\s+)?$", re.I)
_LINE_END = re.compile(rf"(?:{CLOCK})?\)?\s*(?:$|[|,;–—-]\s)", re.I)
_SHORT_REST_WORDS = 3
_LABEL_WORDS = 6
"""A label with its day has no more words: "Inspected on 14 May 2024."."""


def dated_in(opening: Opening, title: str) -> Iterator[tuple[DatedBasis, date]]:
    """The days that a document's own lines and title say that it is of, each with what says so.

    Days of publication are not among them; see `corpus.metadata.publication`.

    Args:
        opening: its lines.
        title: its title, which need not be one of them.
    """
    lines = (title, *opening.lines) if title not in opening.lines else opening.lines
    searches: tuple[tuple[DatedBasis, Callable[[Sequence[str]], date | None], Sequence[str]], ...] = (
        ("inspection", _inspection, lines),
        ("meeting", _meeting, lines),
        ("meeting", _meeting_in_header, opening.furniture),
        ("header", _running_header, opening.furniture),
        ("header", _first_lines, lines),
        ("stated", plainly_labelled, opening.lines),
        ("stated", _updated, _that_may_label(opening)),
        ("stated", _decided, _first_and_last(opening)),
    )
    for basis, search, among in searches:
        if day := search(among):
            yield basis, day
    imprint = opening.imprint
    if day := day_imprinted(imprint) or day_of_byline(imprint) or edition_imprinted(imprint, single_days):
        yield "stated", day
    month = _month(opening) or _issued(lines, single_months) or month_imprinted(imprint)
    if month := month or edition_imprinted(imprint, single_months):
        yield "stated month", month
    if season := _issued(lines, single_seasons) or edition_imprinted(imprint, single_seasons):
        yield "stated season", season


def changed_in(opening: Opening) -> date | None:
    """The day of the last change that a document's own lines label, or None."""
    return _updated(_that_may_label(opening))


def labels_day(line: str) -> bool:
    """Whether a line labels the day on which its document was published or last changed."""
    return labels_publication(line) or _updated((line,)) is not None


def _inspection(lines: Sequence[str]) -> date | None:
    """The last day of the inspection that is labelled, or that the first sentence of a letter says it is about."""
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else ""
        if not may_name_day(f"{line} {below}"):
            continue
        for label in _INSPECTION.finditer(f"{line} "):
            if not _is_label(line, label) or _OTHER_INSPECTION.search(line, 0, label.start()):
                continue
            placed = days_after(line, min(label.end(), len(line))) or (
                days_after(below, 0) if not line[label.end() :].strip() else None
            )
            if placed:
                return placed.day
    for line in lines:
        said = _INSPECTION_SENTENCE.match(line) if may_name_day(line) else None
        if said and (placed := days_after(line, said.end())):
            return placed.day
    return None


def _is_label(line: str, label: re.Match[str]) -> bool:
    """Whether words label a day: with a colon after them, or two of them at least at the beginning of no sentence."""
    if label["colon"]:
        return True
    is_short = len(line.split()) <= _LABEL_WORDS
    return not label.start() and " " in label[0].strip() and (is_short or not SENTENCE_END.search(line))


def _meeting(lines: Sequence[str]) -> date | None:
    """The day of the meeting that a document is the agenda, the minutes or a paper of."""
    head, of_meeting = lines[:_MEETING_LINES], is_of_meeting(lines)
    for index, line in enumerate(head):
        own = unquoted(line)
        below = lines[index + 1] if index + 1 < len(lines) else ""
        if starts_meeting(own) and (any(map(_ITEM.match, head[:index])) or _tells_of_approval(below)):
            continue
        if index < _SENTENCE_LINES and (placed := _day_in_sentence(own, below)):
            return placed.day
        if (placed := _named_day(own, below) or _called_day(own, lines[:index])) is not None:
            return placed.day
        labelled = next(iter(single_days(line)), None)
        if labelled and of_meeting and _PLAIN_LABEL.match(line, 0, labelled.start):
            return labelled.day
    if of_meeting:
        return next((lone.day for lone in lone_days(head)), None)
    return None


def _named_day(line: str, below: str) -> PlacedDay | None:
    """The day in a line that names a meeting: by a label, by its first word, or by the body that meets."""
    label = _MEETING_LABEL.match(line)
    if label and (
        placed := days_after(line, label.end()) or (days_after(below, 0) if label.end() == len(line) else None)
    ):
        return placed
    if starts_meeting(line) and not may_name_day(line) and goes_on_about_meeting(below):
        line = f"{line} {below}"
    placed = next(iter(single_days(line)), None)
    if placed is None or _OTHER_MEETING.search(line, 0, placed.start):
        return None
    if starts_meeting(line):
        rest = len(line[placed.end :].split())
        return placed if rest <= _SHORT_REST_WORDS or not SENTENCE_END.search(line) else None
    body = _BEFORE_DAY.sub("", line[: placed.start])
    return placed if is_body(body) and _LINE_END.match(line, placed.end) else None


def _day_in_sentence(line: str, below: str) -> PlacedDay | None:
    """The day in a first sentence that names the meeting, unless that tells what became of the minutes of another."""
    if not _MINUTES_SAY.match(line) or not SENTENCE_END.search(line):
        return None
    placed = next(iter(single_days(line)), None)
    if placed is None or _OTHER_MEETING.search(line, 0, placed.start):
        return None
    return None if _TAKEN_UP.search(line) or _tells_of_approval(below) else placed


def _tells_of_approval(line: str) -> bool:
    """Whether a line says what became of the minutes named above it; one with a day may say it of its own document."""
    return _TAKEN_UP.match(line) is not None and not may_name_day(line)


def _called_day(line: str, above: Sequence[str]) -> PlacedDay | None:
    """The day for which a sentence calls a meeting, or says that it was, where the lines above are of its papers."""
    is_called = _CALLED.match(line) and (is_of_meeting(above) or any(map(heads_meeting, above)))
    if not is_called and not (_MEETS.match(line) and any(map(starts_meeting, above))):
        return None
    placed = next(iter(single_days(line)), None)
    return placed if placed and not _OTHER_MEETING.search(line, 0, placed.start) else None


def _meeting_in_header(furniture: Sequence[str]) -> date | None:
    return next((placed.day for line in furniture if (placed := _named_day(line, ""))), None)


def _running_header(furniture: Sequence[str]) -> date | None:
    """The day that pages repeat above or below their text, unless it says that it is of something else."""
    return next(
        (placed.day for line in furniture for placed in single_days(line) if not leads_elsewhere(line[: placed.start])),
        None,
    )


def _first_lines(lines: Sequence[str]) -> date | None:
    """The day of a label, of a title that ends with it, or of the only line of the first ones that is a day."""
    for line in lines:
        for placed in single_days(line)[:1]:
            if _STATED.match(line, 0, placed.start):
                return placed.day
    for line in lines[:2]:
        for placed in single_days(line)[:1]:
            is_dated = _DATED_TITLE.match(line, 0, placed.start) and _LINE_END.match(line, placed.end)
            is_of_day = _TITLE_OF_DAY.match(line, 0, placed.start) and not line[placed.end :].strip(" .)")
            if (is_dated or is_of_day) and not leads_elsewhere(line[: placed.start]):
                return placed.day
    alone = list(lone_days(lines))
    if len({lone.day for lone in alone}) == 1 and alone[0].index < _LONE_DATE_LINES:
        return alone[0].day
    return _event(lines)


def _event(lines: Sequence[str]) -> date | None:
    """The day of an event that labels its date beside its time and place."""
    if not is_of_event(lines):
        return None
    for line in lines:
        for placed in single_days(line)[:1]:
            if _PLAIN_LABEL.match(line, 0, placed.start):
                return placed.day
    return None


def _updated(lines: Sequence[str]) -> date | None:
    """The day of the last change, of those that are labelled as such."""
    return max((placed.day for placed in _updates(lines, single_days)), default=None)


def _updates(lines: Sequence[str], placed_in: Callable[[str], Sequence[PlacedDay]]) -> Iterator[PlacedDay]:
    """The days or months that lines label as those of a change, though they state other things too."""
    dated = [line for line in lines if may_name_day(line)]
    for part in (part for line in dated for part in dict.fromkeys((line, *_PARTED.split(line)))):
        for placed in placed_in(part)[:1]:
            if _UPDATED.match(part, 0, placed.start) and len(part[placed.end :].split()) <= _SHORT_REST_WORDS:
                yield placed


def _month(opening: Opening) -> date | None:
    """The last day of a month that is labelled as that of the last change, or of a decision or the publication."""
    changed = next((placed.day for placed in _updates(_that_may_label(opening), single_months)), None)
    return changed or _decided(_first_and_last(opening), single_months) or published_month(opening)


def _issued(lines: Sequence[str], placed_in: Callable[[str], Sequence[PlacedDay]]) -> date | None:
    """The day that stands for the month or season that one of the first lines is, or that ends a title of news."""
    for index, line in enumerate(lines[:_ISSUE_LINES]):
        for placed in placed_in(line)[:1]:
            is_alone = _ISSUE.match(line, 0, placed.start) and not is_taken_up(lines, index)
            is_title = NEWS_TITLE.match(line, 0, placed.start) or _DATED_TITLE.match(line, 0, placed.start)
            is_issue = (is_alone or is_title) and _ISSUE_END.match(line, placed.end)
            if (is_issue or is_beside_writer(line, placed)) and not leads_elsewhere(line[: placed.start]):
                return placed.day
    return None


def _that_may_label(opening: Opening) -> tuple[str, ...]:
    """The lines in which a document may label a day, and the parts of its imprint."""
    return (*opening.lines, *opening.parts, *opening.closing)


def _first_and_last(opening: Opening) -> tuple[str, ...]:
    """The very first and last lines of a document, and the parts of its imprint."""
    first, last = _FIRST_OR_LAST
    return (*opening.lines[:first], *(opening.closing[:last] or opening.lines[first:][-last:]), *opening.parts)


def _decided(lines: Sequence[str], placed_in: Callable[[str], Sequence[PlacedDay]] = single_days) -> date | None:
    """The last day on which a document says that it was approved, adopted or agreed, in a line that says no more."""
    days = (
        placed.day
        for line in lines
        for placed in placed_in(line)[:1]
        if _DECIDED.match(line, 0, placed.start) and _AFTER_DECIDED.match(line, placed.end)
    )
    return max(days, default=None)


def states_own_day(line: str) -> bool:
    """Whether a line says when its document was published, changed or made, and nothing else."""
    return labels_day(line) or any(
        len(line[placed.end :].split()) <= _SHORT_REST_WORDS and _STATED.match(line, 0, placed.start)
        for placed in single_days(line)[:1]
    )


def states_edition_day(line: str) -> bool:
    """Whether a line says of which day an edition is, or when it was decided on, and not from when on it holds."""
    is_stated = _decided((line,)) or _decided((line,), single_months) or day_imprinted((parts_of(line),))
    return is_stated is not None and day_in_force(line) is None
