"""Questions for the time between two dated things that the facts tell of: "How long between the two inspections?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Final

from corpus.judgements.scales import Scale
from corpus.language.folding import searchable
from corpus.language.lasting.durations import two_things
from corpus.language.names import bare
from corpus.language.times.dates import times_with_days
from corpus.language.times.parts import ALL_YEARS
from corpus.language.vocabulary import alternatives, load
from corpus.language.wording import days_in_words
from index.snapshot import Snapshot
from qa.across.question import ALLOWED, Anchor, RowsQuestion, whose_and_what, without_number
from qa.judged.question import grades_worded, taken, without
from qa.judged.subjects import Subject
from qa.query import Query
from qa.query.intent import find_order

_TABLE = load("apart_questions")
_ALLOWED: Final = ALLOWED | frozenset(
    bare(word) for words in _TABLE.values() for phrase in words for word in phrase.split()
)
_LONG = alternatives(_TABLE["long"])
_SPANS = re.compile(rf"\b(?:{_LONG}|{alternatives(_TABLE['gaps'])})\b", re.I)
_WAS = alternatives(_TABLE["was"])
_FRAMES: Final = (
    *two_things(_LONG, alternatives(_TABLE["gaps"]), _WAS),
    re.compile(rf"\b{_LONG}\b.*?\bafter\b(?P<one>.+?)\buntil\b(?P<other>.+)", re.S),
    re.compile(rf"\b{_LONG}\s+{_WAS}\b(?P<one>.+?)\b(?:before|until|till)\b(?P<other>.+)", re.S),
)
_STAYED = re.compile(rf"\b{_LONG}\s+{_WAS}\b(?P<one>.+)", re.S)


def may_ask_apart(question: str) -> bool:
    """Whether a question has words for a length of time; a quick look."""
    return _SPANS.search(question) is not None


def read_apart_question(query: Query, subjects: Collection[Subject], scales: Sequence[Scale]) -> RowsQuestion | None:
    """What a question asks for, where that is the time between two judgements or visits, or how long one was in force.

    Args:
        query: the question.
        subjects: who is known.
        scales: by which facts are known.

    Returns:
        None where it asks for no such time, or a word of it may ask for something else.
    """
    text = searchable(query.question).casefold()
    frame = next((match for frame in _FRAMES if (match := frame.search(text))), None)
    stayed = None if frame else _STAYED.search(text)
    if frame is None and stayed is None:
        return None
    named, parts = whose_and_what(query, text, subjects, scales, _ALLOWED)
    if len(named or subjects) != 1 or parts is None:
        return None
    if frame:
        one, other = (_anchor(frame[side], scales) for side in ("one", "other"))
        anchors = [_like(one, other), _like(other, one)]
    else:
        anchors = [_anchor(stayed["one"] if stayed else "", scales)]
    is_told = all(anchor.visits or anchor.grades or anchor.times or anchor.order for anchor in anchors)
    if not is_told or (stayed and (not anchors[0].grades or anchors[0].visits)):
        return None
    keys = frozenset(scale.key for scale in scales)
    return RowsQuestion("apart", "dates", named, parts, keys, (), frozenset(), (), "ever", anchors=tuple(anchors))


def _anchor(text: str, scales: Sequence[Scale]) -> Anchor:
    """What some words of a question name: a visit or a judgement, by its kind, grade, time, order or number."""
    times = None
    for time, (first, last) in islice(times_with_days(text, ALL_YEARS), 1):
        times = first.toordinal(), last.toordinal()
        text = f"{text[: time.start]}\n{text[time.end :]}"
    order, spans = find_order(text, ())
    text, number = without_number(without(text, spans))
    text, visits = taken(text, ((scale.key, kind.key, kind.words) for scale in scales for kind in scale.visits))
    text, grades = taken(text, grades_worded(scales))
    return Anchor(frozenset().union(*visits), frozenset().union(*grades), times, order, number)


def _like(one: Anchor, other: Anchor) -> Anchor:
    """One of two things, of the kind of the other where it names none itself: "the first and the last visit"."""
    if one.visits or one.grades:
        return one
    return replace(one, visits=other.visits, grades=other.grades)


def between_in_words(question: RowsQuestion, snapshot: Snapshot) -> str:
    """The time that a question asks for, in a few words: "Time from Inadequate to Good"."""
    names = [_name(anchor, snapshot) for anchor in question.anchors]
    return f"Time from {names[0]} to {names[1] if len(names) > 1 else 'the next judgement'}"


def _name(anchor: Anchor, snapshot: Snapshot) -> str:
    scale_of = snapshot.scales
    if anchor.visits:
        scale, key = min(anchor.visits)
        what = scale_of[scale].visit(key).name.lower()
    elif anchor.grades:
        scale, key = min(anchor.grades)
        what = scale_of[scale].grade(key).name
    else:
        what = "judgement"
    first, last = (date.fromordinal(day) if day else None for day in anchor.times or (None, None))
    when = f" of {days_in_words(first, last)}" if anchor.times else ""
    which = f"{anchor.order} " if anchor.order else f"number {anchor.number} " if anchor.number else ""
    return f"{which}{what}{when}"
