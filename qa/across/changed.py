"""Questions whether and how the judgement of one changed: "Has our rating gone up since 2022?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.judgements.scales import Scale
from corpus.language.folding import searchable
from corpus.language.names import bare
from corpus.language.vocabulary import alternatives, load
from index.snapshot import Snapshot
from qa.across.question import (
    ALLOWED,
    CHANGES,
    FROM_TO,
    Days,
    RowsQuestion,
    days_of,
    direction_of,
    whose_and_what,
)
from qa.judged.events import Event, held_at
from qa.judged.question import grades_worded, speaks_of_judging, taken
from qa.judged.standing import is_of_judgements, names_judging, names_somebody
from qa.judged.subjects import Subject
from qa.query import Query

_TABLE = load("changed_questions")
_TWO: Final = 2
_ALLOWED: Final = ALLOWED | frozenset(
    bare(word) for words in _TABLE.values() for phrase in words for word in phrase.split()
)
_OPENS = re.compile(rf"^\W*{alternatives(_TABLE['opens'])}\b", re.I)
_HOW = re.compile(r"^\W*(?:so )?(?:how|in what way)\b", re.I)
_WHEN = re.compile(r"^\W*(?:so\s+)?when\s+(?:did|was|were|has|have|had)\b", re.I)
_THAN: Final = rf"\b{alternatives(_TABLE['than'])}\s+(?:it\s+was\s+)?(?:(?:in|at|on|of|the|its|our)\s+)*"


def may_ask_of_change(question: str) -> bool:
    """Whether a question begins as one on a change, and has a word for one; a quick look."""
    if _WHEN.match(question) and FROM_TO.search(question):
        return True
    is_turned = direction_of(question) or CHANGES.search(question)
    return bool(is_turned) and (_OPENS.search(question) or _WHEN.match(question)) is not None


def read_changed_question(
    query: Query, subjects: Collection[Subject], scales: Sequence[Scale], snapshot: Snapshot
) -> RowsQuestion | None:
    """What a question asks for, where that is whether or how a judgement changed; None where a word may ask for more.

    Args:
        query: the question.
        subjects: who is known.
        scales: by which facts are known.
        snapshot: the documents; where few of them state judgements, a question has to speak of one.
    """
    question, periods = query.question, query.interpretation.periods
    if not may_ask_of_change(question):
        return None
    plain = searchable(question).casefold()
    named, parts = whose_and_what(query, plain, subjects, scales, _ALLOWED)
    said, grades = taken(plain, grades_worded(scales))
    direction = direction_of(said)
    is_compared = len(periods) > 1 and not direction
    if parts is None or len(named or subjects) != 1 or len(periods) > 2 or (named and is_compared):
        return None
    is_when = _WHEN.match(question) is not None
    is_bare = direction and not _HOW.match(question)
    is_meant = names_judging(question) or (names_somebody(question, *named) and is_of_judgements(snapshot))
    is_of_two = is_when and len(grades) == _TWO and FROM_TO.search(question) is not None
    if not (speaks_of_judging(question) or is_of_two) and not (is_bare and is_meant):
        return None
    days = tuple(days_of(period) for period in periods)
    keys = frozenset(scale.key for scale in scales)
    if is_when:
        if not (direction and not grades) and not is_of_two:
            return None
        return RowsQuestion("moved", "rows", named, parts, keys, tuple(grades), frozenset(), days, "ever", direction)
    if not days and _HOW.match(question):
        days = ((None, None),)
    elif len(days) == 1 and re.search(rf"{_THAN}{re.escape(periods[0].text)}", question, re.I):
        days = (*days, (None, None))
    return RowsQuestion("changed", "rows", named, parts, keys, (), frozenset(), days, "ever")


def changes(events: Sequence[Event], times: Sequence[Days]) -> list[Event]:
    """The judgements by which a change is told: those between two times, with what held before them.

    Args:
        events: of one subject and aspect, in the order of time.
        times: the time asked about, or the two that are compared; none for the last change.
    """
    if not times:
        return list(events[-2:])
    if len(times) == 2:
        held = [held_at(events, last) for _, last in times]
        return list(dict.fromkeys(event for event in held if event))
    ((first, last),) = times
    given = [event for event in events if event.day and _is_within(event, first, last)]
    before = [event for event in events if event.day and event not in given and event.until < (first or 0)]
    return [*before[-1:], *given]


def turns(events: Sequence[Event], snapshot: Snapshot) -> Iterator[str]:
    """Of each of some judgements after the first, how it is beside the one before it, in a few words."""
    for before, after in pairwise(events):
        scale = snapshot.scales[after.facts[0].judgement.scale]
        order = [grade.key for grade in scale.grades]
        was, now = order.index(before.grade), order.index(after.grade)
        turned = "up from" if now < was else "down from" if now > was else "as before:"
        yield f"{turned} {scale.grade(before.grade).name}"


def _is_within(event: Event, first: int | None, last: int | None) -> bool:
    return (first is None or event.until >= first) and (last is None or event.day <= last)
