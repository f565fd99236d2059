"""What heads a section of a plain text: a short line above prose, a numbered one ("2. Rent"), "Appendix 2: Forms"."""

from __future__ import annotations

import re

from corpus.language.lists import BULLETS, LINE_BULLETS, Marker, marker_at
from corpus.language.vocabulary import alternatives, load

HEADING_MAX_CHARS = 80
"""A longer line is no heading, if it is not marked as one."""
COUNTED_MAX_CHARS = 160
"""But one that goes on counting where the heading before it stopped may be so long."""
BULLET: re.Pattern[str] = re.compile(
    rf"\s*(?:[{BULLETS}{LINE_BULLETS}]|\(?(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-z]|[ivx]{{2,4}})[.)])(?:\s|$)"
)
"""What an item begins with: a bullet, or a number or letter with a sign after it."""
_LINES = load("metadata")["lines"]
_LABEL = re.compile(r"\w[\w ]{0,30}:\s")
_PART = re.compile(
    rf"(?i:{alternatives(_LINES['parts'])})\s+(?:\d{{1,3}}|[A-Z]|[IVX]{{1,5}})(?:\s*[.:–—-]\s|\s{{1,2}}(?=[A-Z(])|$)(?!.*(?:\s{{3}}|\.{{4}}|\|))"
)
_OPEN_END = re.compile(rf"(?:[.,;:…–-]|\b{alternatives(_LINES['sentence_goes_on'])})$", re.I)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")
_CODE = re.compile(r"(?P<series>[^\W\d_]{1,5}[./-]|\d{1,4}/)(?P<number>\d{1,4})\s+(?=\S)")
_ASKED = re.compile(r"(?:q|question)\s?(?P<number>\d{0,3})\s?[.:)]\s+\S", re.I)
_ANSWERED = re.compile(r"(?:a|answer|response|reply)\s?(?P<number>\d{0,3})\s?[.:)]\s+\S", re.I)
_END_CHARS = 8  # at the end of a paragraph, where the end of a sentence is looked for
_NUMBER_CHARS = 60  # at its beginning, where its number is
_HEADING_MAX_WORDS = 12
_HEADING_LEAST_LETTERS = 3
_PROSE_LEAST_CHARS = 60
_TOP = 2  # a heading with a number is below those without one, which are of this level
_LOWEST = 6
_QUESTION = 3  # the level of a question above its answer

_Number = tuple[int, ...]


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a text's part between offsets ends as a sentence does."""
    return _SENTENCE_END.search(text, max(start, end - _END_CHARS), end) is not None


def heading_level(line: str, above: str | None, below: str) -> int:
    """The level of a line with no sign of an item before it as a heading; 0 where it is none.

    Args:
        line: a paragraph.
        above: the paragraph above, None at the beginning of the text.
        below: the paragraph below, "" at the end.
    """
    if is_answered(line, below):
        return _QUESTION
    if not (_may_head(line) and (above is None or _is_complete(above)) and _opens_section(below)):
        return 0
    return 1 if above is None else _numbered_level(marker_at(line))


def part_level(line: str, above: str | None, below: str) -> int:
    """The level of a line that names a part, such as "Appendix 2: Form for visitors"; 0 where it heads none.

    Lines of a list of contents, which stand by each other, head nothing.

    Args:
        line: a paragraph that white space parts from others.
        above: the paragraph above, None at the beginning of the text.
        below: the paragraph below, "" at the end.
    """
    names = _PART.match(line) is not None and len(line) <= HEADING_MAX_CHARS and not _OPEN_END.search(line)
    is_listed = not below or _PART.match(below) or (above is not None and _PART.match(above))
    return _TOP if names and not is_listed else 0


def goes_on_counting(above: str, line: str) -> bool:
    """Whether a line begins with the number after that with which the paragraph above begins, as 3.5 after 3.4.

    Args:
        above: the paragraph, or its first line.
        line: the line below it.
    """
    first, second = _marker(above), _marker(line)
    if first is None or second is None or not first.levels:
        return False
    return _next(first.levels) == second.levels


def is_answered(question: str, line: str) -> bool:
    """Whether a line gives the answer to the question above it: "A3. 212." below "Q3. How many were cancelled?".

    Args:
        question: a paragraph, or its first line.
        line: the one below it.
    """
    asked, answered = _ASKED.match(question), _ANSWERED.match(line)
    return asked is not None and answered is not None and asked["number"] == answered["number"]


class Sections:
    """Tells headings of sections from items of lists, as the numbered lines of a text come one after the other."""

    def __init__(self) -> None:
        self._last: dict[int, _Number] = {}
        self._heading = ""
        self._codes: dict[str, tuple[int, int]] = {}

    def counted_level(self, line: str, level: int) -> int:
        """The level of a line as a heading where it has the number after that of the last one: "C.12" after "C.11".

        So a longer line is one too, if it is no sentence.

        Args:
            line: a paragraph that white space parts from others.
            level: as which it is a heading for itself; 0 for none.
        """
        code = _CODE.match(line)
        if code is None:
            return level
        series, number = code["series"], int(code["number"])
        last = self._codes.get(series)
        goes_on = (
            last is not None and last[0] + 1 == number and len(line) <= COUNTED_MAX_CHARS and not _OPEN_END.search(line)
        )
        level = level or (last[1] if last and goes_on else 0)
        if level:
            self._codes[series] = number, level
        return level

    def level(self, line: str, above: str | None, below: str, *, is_parted: bool) -> int:
        """The level of a numbered line as a heading; 0 where it is none.

        It is one where something of its own stands below it and it goes on with no list, and where it has the number
        after that of the section before, though nothing of its own is below it.

        Args:
            line: a paragraph.
            above: the paragraph above, None at the beginning of the text.
            below: the paragraph below, "" at the end.
            is_parted: whether white space or a rule parts it from the one above.
        """
        marker, before = _marker(line), _marker(above or "")
        if marker is None or not marker.levels or not _may_head(line):
            return 0
        number, last = marker.levels, self._last.get(len(marker.levels), ())
        is_next_item = before is not None and _next(before.levels) == number and above != self._heading
        is_apart = is_parted or above is None or _is_complete(above)
        heads = bool(last) and _next(last) == number
        if is_next_item or not is_apart or not (heads or _is_of(number, below, is_parted=is_parted)):
            return 0
        self._last[len(number)], self._heading = number, line
        return _numbered_level(marker)


def _may_head(line: str) -> bool:
    """Whether a line is as short as a heading, begins as one, and neither stops as a sentence does nor has a label."""
    if len(line) > HEADING_MAX_CHARS or len(line.split()) > _HEADING_MAX_WORDS or "\n" in line:
        return False
    if not (line[:1].isupper() or line[:1].isdigit()) or sum(map(str.isalpha, line)) < _HEADING_LEAST_LETTERS:
        return False
    return not (_OPEN_END.search(line) or _LABEL.match(line))


def _is_complete(paragraph: str) -> bool:
    """Whether a paragraph is one that a heading may follow: not a cell of a table or a line of an address."""
    if ends_sentence(paragraph, 0, len(paragraph)) or BULLET.match(paragraph) or _LABEL.match(paragraph):
        return True
    return len(paragraph) <= len("12345") and paragraph.isdigit()


def _opens_section(paragraph: str) -> bool:
    """Whether a paragraph is prose or a list item, as follows a heading."""
    if BULLET.match(paragraph):
        return True
    marker = _marker(paragraph)
    prose = paragraph[len(marker.text) :].lstrip() if marker and len(marker.levels) > 1 else paragraph
    opens_prose = prose[:1].isupper() or (prose and prose[0] in "“‘\"'([")
    is_long = len(paragraph) >= _PROSE_LEAST_CHARS
    return bool(opens_prose) and (is_long or ends_sentence(paragraph, 0, len(paragraph)))


def _is_of(number: _Number, below: str, *, is_parted: bool) -> bool:
    """Whether a paragraph below a number may be what is said under it: no other item of the same list."""
    marker = _marker(below)
    if marker is not None and marker.levels[:-1] == number:
        return True
    if marker is None or marker.is_bare:
        return _opens_section(below)
    return is_parted and (len(marker.levels) != len(number) or marker.levels[-1] == 1)


def _marker(paragraph: str) -> Marker | None:
    return marker_at(paragraph[:_NUMBER_CHARS])


def _next(number: _Number) -> _Number:
    return (*number[:-1], number[-1] + 1) if number else ()


def _numbered_level(marker: Marker | None) -> int:
    return min(_TOP + len(marker.levels), _LOWEST) if marker else _TOP
