"""Statements: what a text says of something by a value.

Such as "Overall effectiveness: Good" or "Services in Wendham are inadequate".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from corpus.language.codes import codes
from corpus.language.kinds import TEXTS_KEPT, AnswerType
from corpus.language.lists import BULLETS
from corpus.language.ratings import grades_of, is_rating
from corpus.language.rows import CELL_END
from corpus.language.times.parts import TOLD_YEARS, years_in
from corpus.language.values import value_spans
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

LABEL_WORDS = 8
LABEL_CHARS = 60
LABEL_LINES = 3
"""A label has at most so many words before a colon, or so many characters a line over so many lines before a rating."""
SUBJECT_CHARS = 140
"""What a value is said of stands at most so far before it."""

_BREAK = re.compile(rf"[.;:!?{BULLETS}](?=\s)|\n\s*\n|\x0c| \| ")
_RATES = re.compile(rf"\b{alternatives(load('ratings')['rating_verbs'])}\b", re.I)
_TURN = re.compile(rf"{_BREAK.pattern}|\n|,|\s{alternatives(load('clauses')['turns'])}\b")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label with its value in a summary, such as "Overall effectiveness" and "Good", and where both stand."""

    start: int
    end: int
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The stems of what a value is said of, the value, and the years that the sentence names beside it."""

    subject: frozenset[str]
    value: str
    years: frozenset[int]


@lru_cache(maxsize=TEXTS_KEPT)
def pairs(text: str, rated: bool) -> tuple[Pair, ...]:
    """What a summary says, line by line or cell by cell.

    A value stands after a colon that is not in brackets, or, when it is a rating and those are wanted, on lines or in a
    cell of its own below or beside its label.
    """
    return tuple(_pairs(text, rated)) if rated or ": " in text else ()


def _pairs(text: str, rated: bool) -> Iterator[Pair]:
    label: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        plain = ": " not in line and CELL_END not in line and len(line.strip()) > LABEL_CHARS
        cells = [] if plain else list(_cells(line, start))
        start += len(line) + 1
        if plain or len(cells) > 1:
            label = []
        for place, cell in cells:
            end = place + len(cell)
            before, colon, after = cell.partition(": ")
            is_closed = before.count("(") <= before.count(")")
            if colon and is_closed and 0 < len(before.split()) <= LABEL_WORDS:
                yield Pair(place, end, before, after)
                label = []
            elif rated and len(cell) <= LABEL_CHARS and is_rating(cell.rstrip(".")):
                yield Pair(label[0][0] if label else place, end, " ".join(part for _, part in label), cell)
                label = label[:1] if len(cells) > 1 else []
            elif len(cell) <= LABEL_CHARS:
                label = [*label, (place, cell)][-LABEL_LINES:]
            else:
                label = []
        if len(cells) > 1:
            label = []


def is_of_columns(text: str, pair: Pair) -> bool:
    """Whether a pair's value stands in a row beside another grade, so that its column tells of what it is.

    Args:
        text: of whose summary the pair is.
        pair: with a grade for its value.
    """
    start, end = text.rfind("\n", 0, pair.start) + 1, text.find("\n", pair.end)
    before = text[start : pair.end - len(pair.value)].split(CELL_END)[:-1]
    after = text[pair.end : end if end >= 0 else len(text)].split(CELL_END)[1:]
    return any(is_rating(cell.strip()) for cell in (*before[-1:], *after[:1]))


def _cells(line: str, start: int) -> Iterator[tuple[int, str]]:
    """The cells of a line of a table, or a line that is none, without white space around them, and where they start.

    Args:
        line: of a text.
        start: where it starts in the text.
    """
    for part in line.split(CELL_END):
        if cell := part.strip():
            yield start + len(part) - len(part.lstrip()), cell
        start += len(part) + len(CELL_END)


@lru_cache(maxsize=TEXTS_KEPT)
def statements(text: str, kind: AnswerType) -> tuple[Statement, ...]:
    """What a text says by values of a kind.

    These are the pairs of its summaries, and the clauses that end with a value, from each line that they reach over.

    Args:
        text: a passage.
        kind: of value.
    """
    spans = value_spans(text, kind)
    found = [
        Statement(frozenset(stems(pair.label)), pair.value, frozenset())
        for pair in (pairs(text, kind == "rating") if spans else ())
        if any(start < pair.end and pair.start < end for start, end in spans)
    ]
    for start, end in spans:
        first = max(0, start - SUBJECT_CHARS)
        first = max((match.end() for match in _BREAK.finditer(text, first, start)), default=first)
        turn = _TURN.search(text, end)
        last = turn.start() if turn else len(text)
        value = frozenset(stems(text[start:end]))
        after = frozenset(stems(text[end:last]))
        years = years_in(f"{text[first:start]} {text[end:last]}", TOLD_YEARS)
        lines = [frozenset(stems(line)) for line in text[first:start].split("\n")]
        from_each = [*accumulate(reversed(lines), frozenset.union, initial=after)][:0:-1]
        found.extend(Statement(subject - value, text[start:end], years) for subject in from_each if subject - value)
    return tuple(dict.fromkeys(found))


def asked_rating(question: str) -> str | None:
    """The rating a question names, as "inadequate" in "when was it rated inadequate?"; None where it names none.

    "Grade 4" may be one of staff: it is a rating only where the question speaks of rating.
    """
    asked = question.rstrip(" ?")
    found = value_spans(asked, "rating")
    if not found:
        return None
    rating = asked[slice(*found[-1])]
    return None if any(code.noun for code in codes(rating)) and not _RATES.search(asked) else rating


@lru_cache(maxsize=TEXTS_KEPT)
def same_rating(value: str, rating: str) -> bool:
    """Whether two ratings are one, however they are inflected.

    "Requires improvement" and "require improvement to be good" are.
    """
    return stems(value)[:2] == stems(rating)[:2] or not grades_of(value).isdisjoint(grades_of(rating))
