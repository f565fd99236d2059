"""Registers: lists and tables of those who held a post one after another, each with the time of theirs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from corpus.document import Passage
from corpus.language.kinds import Span
from corpus.language.lasting.holding import Held, verb_stem
from corpus.language.persons.people import names
from corpus.language.persons.posts import post_in
from corpus.language.rows import CELL_END, cells, is_row
from corpus.language.sentences import trimmed
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from corpus.structure import CONTEXT_SEPARATOR
from qa.choosing.statements import Matter
from qa.passages.candidates import Candidate
from qa.tables.named_rows import column_names, rows
from qa.tables.times import time_of

_LEAST: Final = 2
_FULL_STOP: Final = "."
_YEAR_DAYS: Final = 366
"""By so much may two times overlap that tell only their years: "2014 to 2021" after "2003 to 2014"."""
_FROM, _TO = "from", "to"
"""What the first and the second of two columns of days tell."""
_ENDS: Final = re.compile(rf"^{alternatives(load('holding')['end_columns'])}\b", re.I)
"""A second column of days tells ends only where it is called so; others may tell of anything."""
_AROUND_POSTS: Final = frozenset(
    stem for name in ("before_posts", "links", "over_lists") for word in load("holding")[name] for stem in stems(word)
)
"""What stands beside the name of a post without making another one of it, as "deputy" does."""
_LIST_OF: Final = re.compile(rf"^(?:the\s+)?{alternatives(load('holding')['over_lists'])}\s+of\s+(?:the\s+)?", re.I)
_LINE: Final = re.compile(
    r"[ \t]*(?:[-–•*][ \t]+)?(?P<who>[^\W\d][^,;:()|\d\n]{2,60}?)[ \t]*(?:[,;:(]|[ \t][–—-][ \t])[ \t]*"
    r"(?P<time>[^|\n]{0,40}\d[^|\n]{0,40}?)\)?[ \t]*"
)
_NAME: Final = re.compile(r"[^\W\d_][^,;:()|\d\n]{2,60}")
_YEARS_FIRST: Final = re.compile(
    r"[ \t]*(?:[-–•*][ \t]+)?(?P<time>\d{4}(?:[–—-](?=[ \t])|\b[^:,|\n]{0,30}?))(?:[ \t]*[:,–—-])?[ \t]+"
    r"(?P<who>[^\W\d_][^,;:()|\d\n]{2,60}?)[ \t]*(?:\([^()\n]{0,120}\))?[ \t]*"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One who held a post.

    Attributes:
        line: where the line or row stands in the passage's text.
        who: where the name does; what is no name says that nobody held it.
        held: from when to when.
    """

    line: Span
    who: Span
    held: Held


@dataclass(frozen=True, slots=True)
class Register:
    """Those who held one post.

    Attributes:
        over: what stands over them and may name the post, the nearest first: the cell or line, a column, a heading.
        entries: in the order of their times, without times in which nobody held it.
    """

    over: tuple[str, ...]
    entries: tuple[Entry, ...]


def of_post(matter: Matter, candidate: Candidate) -> Register | None:
    """The register that stands under the name of the post that is asked about; None for none, or two.

    Args:
        matter: what is asked about.
        candidate: the passage.
    """
    return register_of(candidate, (matter.plain, matter.head), matter.names)


def register_of(
    candidate: Candidate, posts: Sequence[tuple[str, ...]], of: frozenset[str] = frozenset()
) -> Register | None:
    """The register in a passage that stands under the name of a post; None for none, or two.

    Args:
        candidate: the passage.
        posts: the stems of all that the post is called, and of it without what it is of; () for none.
        of: the stems of other names that have to stand above it.
    """
    passage, told = candidate.passage, list(registers(candidate.passage))
    opening = passage.text[: min((one.entries[0].line[0] for one in told), default=0)]
    above = "\n".join((candidate.document.title, passage.heading, passage.context, opening))
    found = [register for register in told if any(_names(posts, of, name, above) for name in register.over)]
    return found[0] if len(found) == 1 else None


def _names(posts: Sequence[tuple[str, ...]], of: frozenset[str], over: str, above: str) -> bool:
    """Whether what stands over a register names a post, and no other one such as its deputy; see `register_of`.

    Args:
        posts, of: the post.
        over: such as "Chairs of the board".
        above: the title and headings, which may say what the post is of.
    """
    name = _LIST_OF.sub("", over.rpartition(": ")[2].rstrip(": "))
    around, plain = frozenset(stems(above.replace(name, " "))), posts[0]
    asked = around | of | frozenset(map(verb_stem, plain))
    for post in posts:
        found = post_in(name, post) if post else None
        if found and of <= around | set(stems(name)) and set(plain) <= around.union(post):
            beside = {verb_stem(stem) for stem in stems(f"{name[: found.start]} {name[found.end :]}")}
            return {stem for stem in beside if not any(map(str.isdigit, stem))} <= asked | _AROUND_POSTS
    return False


def registers(passage: Passage) -> Iterator[Register]:
    """The registers in a passage.

    Args:
        passage: itself.
    """
    for over, entries in (*_of_lines(passage), *_of_tables(passage)):
        named = [entry for entry in entries if _is_name(passage.text[slice(*entry.who)])]
        is_of_people = any(_has_person(passage.text[slice(*entry.who)]) for entry in named)
        if len(entries) >= _LEAST and is_of_people and (ordered := _in_turn(entries)):
            yield Register(over, tuple(entry for entry in ordered if entry.line in {one.line for one in named}))


def _is_name(who: str) -> bool:
    """Whether words may be a name, as "vacant" is none."""
    return who[:1].isupper() and len(who.split()) >= _LEAST


def _has_person(who: str) -> bool:
    return next(names(who), None) is not None


def _in_turn(entries: Sequence[Entry]) -> list[Entry]:
    """Entries in the order of their times, each up to the next where it has no last day; none where they overlap.

    Two that begin on one day are of a post that several hold.
    """
    ordered = sorted(entries, key=lambda entry: entry.held.since)
    together = len({entry.held.since for entry in ordered}) < len(ordered)
    if together or any(one.held.until - after.held.since > _YEAR_DAYS for one, after in pairwise(ordered)):
        return []
    nexts = [after.held.since - 1 for after in ordered[1:]]
    return [
        Entry(one.line, one.who, Held(one.held.since, one.held.until or last))
        for one, last in zip(ordered, [*nexts, 0], strict=True)
    ]


def _of_lines(passage: Passage) -> Iterator[tuple[tuple[str, ...], list[Entry]]]:
    """Lines that are a name and a time, one below the other, with the line above them.

    Where several of them have no end, they hold a post together: "Ada Moor, since 2010", "Ben Hall, since 2015".
    """
    text, heading = passage.text, passage.heading.rpartition(CONTEXT_SEPARATOR)[2]
    above = heading
    named = {(part.start, part.end) for part, header in rows(passage) if header}
    for is_entry, group in groupby(_lines(text, named), key=lambda line: line[1] is not None):
        lines = list(group)
        entries = [entry for _, entry in lines if entry]
        if is_entry and sum(not entry.held.until for entry in entries) <= 1:
            yield ((heading,) if above.endswith(_FULL_STOP) else (above,)), entries
        above = text[slice(*lines[-1][0])].strip()


def _lines(text: str, named: Collection[Span]) -> Iterator[tuple[Span, Entry | None]]:
    """The lines of a text that say anything, each as an entry where it is one.

    Args:
        text: itself.
        named: where rows of tables stand whose columns have names, which are no such lines.
    """
    start = 0
    for line in text.splitlines(keepends=True):
        for span in trimmed(text, start, start + len(line)):
            yield span, None if span in named else _entry(text, span)
        start += len(line)


def _entry(text: str, line: Span) -> Entry | None:
    """A line as an entry: a name and a time, with signs or a gap between them."""
    if is_row(text[slice(*line)]):
        return _parted(text, line)
    for form in (_LINE, _YEARS_FIRST):
        found = form.fullmatch(text, *line)
        if found and (time := time_of("", found["time"])):
            return Entry(line, found.span("who"), Held(*time))
    return None


def _parted(text: str, line: Span) -> Entry | None:
    """The same of two that a gap parts, whichever of them stands first."""
    own = cells(text, line) if CELL_END not in text[slice(*line)] else []
    for who, told in (own, own[::-1]) if len(own) == len((_FROM, _TO)) else ():
        if _NAME.fullmatch(text, *who) and (time := time_of("", _words(text, told))):
            return Entry(line, who, Held(*time))
    return None


def _of_tables(passage: Passage) -> Iterator[tuple[tuple[str, ...], list[Entry]]]:
    """Rows with a name and a time, of one table and label, with that label or the names of what they stand under."""
    heading = passage.heading.rpartition(CONTEXT_SEPARATOR)[2]
    spans = [((part.start, part.end), header) for part, header in rows(passage) if not part.names_columns]
    for header, table in groupby(spans, key=lambda one: one[1]):
        read = [(row, cells(passage.text, row)) for row, _ in table]
        columns = column_names(header)
        if any(len(own) != len(columns) for _, own in read):
            continue
        who = _column_of_names(passage.text, [own for _, own in read])
        if who is None:
            continue
        timed = _columns_of_times(passage.text, [own for _, own in read], who)
        if len(timed) > _LEAST or (len(timed) == _LEAST and not _ENDS.search(columns[timed[1]])):
            continue
        found = [
            (_words(passage.text, own[0]) if who and timed[:1] != [0] else "", entry)
            for row, own in read
            if (entry := _of_row(passage.text, row, columns, who, timed))
        ]
        for label, group in groupby(found, key=lambda one: one[0]):
            yield ((label,) if label else (columns[who], heading)), [entry for _, entry in group]


def _column_of_names(text: str, read: Sequence[Sequence[Span]]) -> int | None:
    """The first column, or the second behind one of labels, that names a person in some row; None for neither."""
    for column in range(min(_LEAST, *map(len, read))):
        if any(_has_person(_words(text, own[column])) for own in read):
            return column
    return None


def _columns_of_times(text: str, read: Sequence[Sequence[Span]], who: int) -> list[int]:
    """The columns behind that of names in which some row has a date; the first, where it alone stands before them."""
    before = [0] if who == 1 and all(time_of(_FROM, _words(text, own[0])) for own in read) else []
    places = before or range(who + 1, min(map(len, read)))
    return [place for place in places if any(time_of(_FROM, _words(text, own[place])) for own in read)]


def _of_row(text: str, row: Span, columns: Sequence[str], who: int, timed: Sequence[int]) -> Entry | None:
    """A row as an entry: its time is told by one cell, or by one for each of its ends."""
    own = cells(text, row)
    name = next(trimmed(text, *own[who]), None)
    said = [_words(text, own[place]) for place in timed]
    if name is None or not said:
        return None
    since, until = time_of(_FROM if len(said) > 1 else columns[timed[0]], said[0]) or (0, 0)
    if said[1:] and not until:
        until = (time_of(_TO, said[1]) or (0, 0))[1]
    return Entry(row, name, Held(since, until)) if since else None


def _words(text: str, cell: Span) -> str:
    return " ".join(text[slice(*cell)].split())
