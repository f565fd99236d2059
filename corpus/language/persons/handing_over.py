"""Handing over: who came after whom by one sentence, and since when and until when each held a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.language.kinds import TEXTS_KEPT, Span
from corpus.language.lasting.holding import Held, is_since, is_until, ordinals
from corpus.language.persons.people import names
from corpus.language.persons.posts import Post
from corpus.language.times.dates import dates, times
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import words

_WORDS: Final = load("holding")["handing_over"]
_GAP = r"(?:\s+[\w’'-]+){0,6}?\s+"
_LINK = re.compile(
    rf"\b(?:(?P<to>{alternatives(_WORDS['passive'])}{_GAP}by|{alternatives(_WORDS['giving'])}{_GAP}(?:to|for)"
    rf"|{alternatives(_WORDS['later'])})|(?P<from>{alternatives(_WORDS['passing'])}\s+from)"
    rf"|{alternatives(_WORDS['taking'])}{_GAP}from|{alternatives(_WORDS['active'])}|{alternatives(_WORDS['earlier'])})\b",
    re.I,
)
_BEFORE_NAME = re.compile(rf"[,:]?\s+\(?(?:(?!{alternatives(_WORDS['apart'])}\b)[a-z][\w’'-]*\s+){{0,6}}")
_LEAVES = re.compile(rf"\b{alternatives(_WORDS['leaves'])}\b", re.I)
_ALONE = re.compile(rf"\b{alternatives(load('holding')['successor']['alone'])}\b", re.I)
_COMES = re.compile(rf"\b{alternatives(_WORDS['comes'])}\b", re.I)
_BEGAN = re.compile(rf"\b{alternatives(_WORDS['began'])}\b", re.I)
_BECOMING = re.compile(
    rf"\b{alternatives(_WORDS['becoming'])}\s+(?:as\s+)?(?:an?\s+|the\s+|its\s+|our\s+)?(?!{alternatives(_WORDS['no_post'])}\b)(?P<post>[a-z][\w’'-]*)",
)
_BESIDE = re.compile(r",\s+(?:(?:the|its|our|an?)\s+)?")
_BREAK = re.compile(r"[,;:(]")
_WHO = re.compile(r"\s*who\b")
_ENDS: Final = ("began_asked", "went_asked", "changed_asked")
_ENDS_ASKED = re.compile(rf"\b{alternatives(word for ends in _ENDS for word in _WORDS[ends])}\b", re.I)
_BEGAN_ASKED, _WENT_ASKED, _CHANGED_ASKED = (re.compile(rf"\b{alternatives(_WORDS[asked])}\b", re.I) for asked in _ENDS)


@dataclass(frozen=True, slots=True)
class Turn:
    """The time of somebody who handed over to another, or took over.

    Attributes:
        name: where the name stands in the sentence.
        since, until: where the dates stand that tell its first and its last day; None where none does.
        is_over: whether another came after.
        is_unsure: whether several dates may tell the first or the last day.
    """

    name: Span
    since: Span | None
    until: Span | None
    is_over: bool
    is_unsure: bool

    def held(self, sentence: str, said: date | None) -> Held:
        """For which time this one held the post.

        Args:
            sentence: the one that tells it.
            said: the day of its document.
        """
        since, until = (_days(sentence, place, said) for place in (self.since, self.until))
        return Held(since[0], until[1], self.is_over and not until[1])


@dataclass(frozen=True, slots=True)
class AskedDate:
    """Which date of a sentence a question asks for.

    Attributes:
        place: where it stands; None where the sentence does not tell it.
    """

    place: Span | None


@lru_cache(maxsize=TEXTS_KEPT)
def turns(sentence: str) -> tuple[Turn, ...]:
    """Those who came one after the other, the first of them first, where a sentence names two or more; else empty.

    Args:
        sentence: such as "John Doe took over from Ada Moor, who had been chair since 2009, in 2015."
    """
    named = sorted(names(sentence))
    changes = list(_linked(sentence, named)) if len(named) > 1 else []
    if not changes and len(named) == len(("before", "after")):
        changes = list(_by_verbs(sentence, named))
    return _dated(sentence, changes) if changes else ()


def terms(found: Sequence[Turn], sentence: str, said: date | None) -> list[Held]:
    """For which time each of those who took turns held a post.

    Who handed over in May or in 2015, when another began, held it until the first day of that.

    Args:
        found: the turns.
        sentence: the one that tells them.
        said: the day of its document.
    """
    own = [turn.held(sentence, said) for turn in found]
    for place, (turn, after) in enumerate(pairwise(found)):
        if turn.until and turn.until == after.since:
            own[place] = replace(own[place], until=own[place + 1].since - 1)
    return own


def is_post_of(found: Sequence[Turn], sentence: str, post: Post) -> bool:
    """Whether those who took turns held a post that stands in their sentence, and not one of them another.

    Args:
        found: the turns.
        sentence: itself.
        post: where the post stands.
    """
    becoming = list(_BECOMING.finditer(sentence))
    if becoming:
        return any(post.start <= match.start("post") < post.end for match in becoming)
    after = found[-1]
    return not (after.name[1] <= post.start and _BESIDE.fullmatch(sentence, after.name[1], post.start))


def date_asked(question: str, sentence: str) -> AskedDate | None:
    """Which date of a sentence a question asks for that asks since when or until when one of two held a post.

    None where it does not ask so, the sentence tells of no two who took turns, or several of its dates may be meant.

    Args:
        question: such as "Since when has John Doe been chair?".
        sentence: such as "John Doe took over from Ada Moor, who had been chair since 2009, in 2015."
    """
    if not _ENDS_ASKED.search(question) or not (found := turns(sentence)):
        return None
    asked = {word.stem for word in words(question)}
    meant = [turn for turn in found if asked & {word.stem for word in words(sentence[slice(*turn.name)])}]
    if any(turn.is_unsure for turn in meant[:2]):
        return None
    if len(meant) > 1:
        return AskedDate(meant[1].since or meant[0].until) if _CHANGED_ASKED.search(question) else None
    if not meant:
        return None
    if meant[0].is_over and _WENT_ASKED.search(question):
        return AskedDate(meant[0].until)
    return AskedDate(meant[0].since) if _BEGAN_ASKED.search(question) else None


@dataclass(frozen=True, slots=True)
class _Change:
    """That one came after another.

    Attributes:
        before, after: where their names stand.
        at: where the words stand that say so.
    """

    before: Span
    after: Span
    at: int


def _linked(sentence: str, named: Sequence[Span]) -> Iterator[_Change]:
    """Who was before whom, by words between their names such as "took over from"."""
    for link in _LINK.finditer(sentence):
        so_far = [name for name in named if name[1] <= link.start()]
        following = [name for name in named if name[0] >= link.end()]
        if not following or not _BEFORE_NAME.fullmatch(sentence, link.end(), following[0][0]):
            continue
        if link["from"] and len(following) > 1:
            yield _Change(following[0], following[1], link.start())
        elif so_far and not link["from"]:
            one, other = so_far[-1], following[0]
            yield _Change(*((one, other) if link["to"] else (other, one)), link.start())


def _by_verbs(sentence: str, named: Sequence[Span]) -> Iterator[_Change]:
    """Who was before whom, by what each did: "When Ada Moor retired in 2015, John Doe became chair"."""
    first, second = named
    between, rest = sentence[first[1] : second[0]], sentence[second[1] :]
    if _ALONE.search(rest) or (_LEAVES.search(between) and _COMES.search(rest)):
        yield _Change(first, second, second[1])
    elif _COMES.search(between) and _LEAVES.search(rest):
        yield _Change(second, first, first[1])


def _dated(sentence: str, changes: Sequence[_Change]) -> tuple[Turn, ...]:
    """The turns of those who came one after the other; none where their order is not told."""
    order = _in_order(changes)
    ends: dict[tuple[Span, str], set[Span]] = {}
    for whose, end, place in _told(sentence, changes, order) if order else ():
        ends.setdefault((whose, end), set()).add(place)

    def places(*keys: tuple[Span | None, str]) -> set[Span]:
        return next((found for key in keys if key[0] and (found := ends.get((key[0], key[1])))), set[Span]())

    found = []
    for earlier, name, later in zip((None, *order), order, (*order[1:], None), strict=False):
        since = places((name, "since"), (name, "change"), (earlier, "until"))
        until = places((name, "until"), (later, "change"), (later, "since"))
        only = [next(iter(ends_at)) if len(ends_at) == 1 else None for ends_at in (since, until)]
        found.append(Turn(name, only[0], only[1], later is not None, len(since) > 1 or len(until) > 1))
    return tuple(found)


def _in_order(changes: Sequence[_Change]) -> tuple[Span, ...]:
    """The names of those who came one after the other, in order; empty where they are no single row."""
    after = {change.before: change.after for change in changes}
    name = next((one for one in after if one not in after.values()), None)
    order: list[Span] = []
    while name and name not in order:
        order.append(name)
        name = after.get(name)
    return tuple(order) if len(order) == len({*after, *after.values()}) else ()


def _told(sentence: str, changes: Sequence[_Change], order: Sequence[Span]) -> Iterator[tuple[Span, str, Span]]:
    """Whose first or last day, or whose coming, each date of a sentence tells, and where that date stands."""
    for time in times(sentence):
        place = (time.start, time.end)
        so_far = [name for name in order if name[1] <= time.start]
        whose = max(so_far) if so_far else min(order)
        clause = max((stop.end() for stop in _BREAK.finditer(sentence, 0, time.start)), default=0)
        lead = sentence[max(clause, max(so_far)[1] if so_far else 0) : time.start]
        if time.ends:
            yield whose, "since", time.ends[0]
            yield whose, "until", time.ends[1]
        elif is_until(lead):
            yield whose, "until", place
        elif is_since(lead) or (whose != order[-1] and _BEGAN.search(lead if so_far else _clause(sentence, whose[1]))):
            yield whose, "since", place
        elif so_far and whose != order[-1] and _LEAVES.search(lead):
            yield whose, "until", place
        else:
            inner = [change for change in changes if clause <= change.at < time.start]
            if inner or not _WHO.match(lead):
                yield (inner[-1] if inner else changes[0]).after, "change", place


def _clause(sentence: str, start: int) -> str:
    """What follows on a name up to the next break."""
    stop = _BREAK.search(sentence, start)
    return sentence[start : stop.start() if stop else len(sentence)]


def _days(sentence: str, place: Span | None, said: date | None) -> Span:
    """The first and last day of a date that stands in a sentence, or of one end of it; noughts where it has none."""
    mention = next((one for one in dates(sentence, said) if place and one.start <= place[0] < one.end), None)
    if mention is None or place is None:
        return 0, 0
    first, _, last = mention.normalized.partition("/")
    if place != (mention.start, mention.end):
        first = last = first if place[0] == mention.start else last
    return ordinals(first, last or first) or (0, 0)
