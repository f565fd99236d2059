"""Careers: where, as what or with whom somebody was from when to when, by the clauses of a text.

Such as "She taught in Lima from 1931 to 1937 and at the Hale School until 1940".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from corpus.language.kinds import DateMention, Span
from corpus.language.lasting.holding import ToldTime, days_of, told_time, verb_stem
from corpus.language.sentences import sentences
from corpus.language.times.dates import dates
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems, words

_TABLE = load("careers")
_LEAD = rf"{alternatives(_TABLE['leads'])}\b"
_RELATIVE = re.compile(rf",\s+(?=(?:{_LEAD}\s+)?{alternatives([*_TABLE['relatives'], *_TABLE['then']])}\b)")
_GOES_BACK = re.compile(rf"(?:{_LEAD}\s+)?{alternatives(_TABLE['relatives'])}\b")
_CUT = re.compile(r"(?:[,;]|\s(?=(?:and|but)\b))\s*(?:(?:and|but|then)\s+)*")
_FOR_LIFE = rf"(?:{alternatives(_TABLE['for_life'])}\s+)?"
_CUT_APART = re.compile(r",?\s(?:but|(?:and\s+)?then)\s+")
_GOES_ON = re.compile(rf"\s*{_FOR_LIFE}{_LEAD}")
_SMALL = rf"(?:{alternatives(_TABLE['before_times'])}\W+)"
_FRONTED = re.compile(rf"\W*(?:(?:and|but|then)\W+)?{_SMALL}*", re.I)
_TIME_LEAD = re.compile(rf"[,(]?\s*(?:\b{_SMALL})*$", re.I)
_WITHIN = re.compile(rf"\b{alternatives(_TABLE['within'])}\s+(?:{alternatives(_TABLE['parts_of_times'])}\W+)*$", re.I)
_BORN = re.compile(r"\b(?:born|b\.)\s*(?:(?:on|in|around|c\.)\s+)?$", re.I)
_UNTIL_EVENT = re.compile(
    rf"\b(?:until|till)\s+{alternatives(_TABLE['possessives'])}\s+(?:[\w’'-]+\s+)?{alternatives(_TABLE['until_events'])}\s+(?:in|on)\s+$",
    re.I,
)
_ENDS = re.compile(rf"\b{alternatives([*_TABLE['ends'], *_TABLE['gave_way']])}\b", re.I)
_GAVE_WAY = re.compile(rf"\b{alternatives(_TABLE['gave_way'])}\b", re.I)
_BEGINS = re.compile(rf"\b{alternatives(_TABLE['begins'])}\b", re.I)
_BEGIN_STEMS: Final = frozenset(stem_of(word) for phrase in _TABLE["begins"] for word in phrase.split())
_DID = re.compile(r"\bdid\b", re.I)
_LATER = re.compile(rf"\b{alternatives(_TABLE['later'])}\b", re.I)
_STOP = re.compile(rf"[,;(]|\s(?:{alternatives(_TABLE['stops'])}\b|and\s+(?=[a-z]))")
_HEAD = re.compile(rf"\s*{_FOR_LIFE}(?:(?:{_LEAD}|{alternatives(_TABLE['small'])}\b)\s+)*", re.I)
_OF_SOMEBODY = re.compile(r"\W*who\b")
_OF_OTHERS = re.compile(rf"\W*{alternatives(_TABLE['possessives'])}\s", re.I)
_BESIDE = re.compile(
    rf"\b(?:(?P<before>{alternatives(_TABLE['beside']['before'])})|{alternatives(_TABLE['beside']['after'])})\s+"
    rf"(?:{alternatives(_TABLE['beside']['being'])}\s+)?(?P<name>[A-Z][^,;?]{{1,60}}?)[\s?.!]*$"
)
_CAPITAL = re.compile(r"[^\W\d_a-z]")
_LIFE_CHARS: Final = 16
_AGENTS: Final = {stem_of(form): stem_of(forms[0]) for forms in _TABLE["agents"] for form in forms}
_PRONOUNS: Final = frozenset(_TABLE["pronouns"])
_WORD = re.compile(r"[\w’'-]+")
_THINGS: Final = frozenset(stem_of(word) for word in _TABLE["asked_things"])


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is told by other verbs than that of the question.

    Attributes:
        asked: how a question asks for it.
        stays, joins: what leads to where somebody was, or began to be.
        aside: what tells of something beside it, such as a loan.
    """

    asked: re.Pattern[str]
    stays: re.Pattern[str]
    joins: re.Pattern[str]
    aside: re.Pattern[str]


_KINDS: Final = tuple(
    _Kind(*(re.compile(rf"\b{alternatives(table[name])}\b", re.I) for name in ("asked", "stays", "joins", "aside")))
    for table in _TABLE["kinds"]
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a question asks that somebody did or was.

    Attributes:
        verbs: the stems of it, with one for all forms of a verb and its doer: of "taught" and "teacher".
        kind: how else it may be told; None for no such thing.
        is_event: whether it happened once and did not last: "Which party did she join?".
    """

    verbs: frozenset[str]
    kind: _Kind | None
    is_event: bool


@dataclass(frozen=True, slots=True)
class Stay:
    """Where, as what or with whom somebody was.

    Attributes:
        sentence: where its sentence stands in the text.
        words: where the words that tell it stand.
        since, until: the first and last day, as ordinals; 0 where none is told.
    """

    sentence: Span
    words: Span
    since: int
    until: int

    def moved(self, by: int) -> Stay:
        """The same with its places counted from so many characters before."""
        places = ((start + by, end + by) for start, end in (self.sentence, self.words))
        return replace(self, sentence=next(places), words=next(places))

    def shared(self, first: int, last: int) -> int:
        """How many days it may have of a time, by the first and last day of that; none or less where it has none."""
        return min(last, self.until or last) - max(first, self.since) + 1


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence that tells of one time.

    Attributes:
        told: where what it tells stands, before its time or else after that.
        time: since when and until when; see `told_time`.
        event: the first and last day of when it happened, by a time "in" which it did; None for none.
    """

    told: tuple[Span, ...]
    time: ToldTime
    event: Span | None


def _year_end(day: int) -> int:
    return date(date.fromordinal(day).year, 12, 31).toordinal()


def deed_asked(question: str, terms: Collection[str]) -> Deed:
    """What a question asks that somebody did or was.

    Args:
        question: such as "Which club did Ada Moor play for in 2004?".
        terms: the stems of what it asks about, without times and names.
    """
    kind = next((one for one in _KINDS if one.asked.search(question)), None)
    is_event = _DID.search(question) is not None and not _BEGIN_STEMS.isdisjoint(terms)
    return Deed(frozenset(map(_verb, terms)) - _THINGS, kind, is_event)


def stays(text: str, deed: Deed, called: Collection[str], said: date | None) -> list[Stay]:
    """Where somebody was, or as what or with whom, by what a text tells of it with its time, as it is told.

    Args:
        text: of a document about somebody.
        deed: what is asked that somebody did or was.
        called: the words by which that one is called, in small letters.
        said: the day of the document.
    """
    if deed.kind is None and not (deed.verbs and deed.verbs.issubset(map(_verb, stems(text)))):
        return []
    mentions = [one for one in dates(text, said) if not _BORN.search(text, max(0, one.start - _LIFE_CHARS), one.start)]
    found: list[Stay] = []
    for start, end in sentences(text):
        own = [one for one in mentions if start <= one.start and one.end <= end]
        small = {word.casefold() for word in _WORD.findall(text[start:end])}
        if not _OF_OTHERS.match(text, start) and not small.isdisjoint(_PRONOUNS.union(called)):
            _read(text, (start, end), list(_clauses(text, (start, end), own, said)), deed, found)
    return found


def _verb(stem: str) -> str:
    return _AGENTS.get(stem, verb_stem(stem))


def beside_named(question: str, found: Sequence[Stay], text: str) -> Stay | None:
    """The stay before or after the one that a question ends with: "Who did she play for before Lima?"; None for none.

    Args:
        question: such as this.
        found: all of somebody in their order, each right before the next.
        text: that they stand in.
    """
    named = _BESIDE.search(question)
    if named is None:
        return None
    places = [place for place, stay in enumerate(found) if named["name"] in text[slice(*stay.words)]]
    place = places[0] - 1 if places and named["before"] else places[-1] + 1 if places else -1
    return found[place] if 0 <= place < len(found) else None


def in_turn(found: Sequence[Stay], deed: Deed) -> list[Stay]:
    """Stays in the order of time; one that is told without its end ends where the next one begins, or the other way.

    Where the next one that is told has no time, one is known to have lasted for its first year alone. So it is only
    of what people do in one place after the other, such as to play for a club.

    Args:
        found: all of somebody.
        deed: what is asked of them.
    """
    timed = [stay for stay in found if stay.since or stay.until]
    if deed.kind is None:
        return timed
    for one, other in pairwise(found):
        if not (one.until or other.since or other.until) and one in timed:
            timed[timed.index(one)] = replace(one, until=_year_end(one.since))
    made = sorted(timed, key=lambda stay: (stay.since or stay.until, stay.until))
    for place in range(len(made) - 1):
        one, other = made[place], made[place + 1]
        if not one.until:
            made[place] = replace(one, until=other.since)
        elif not other.since:
            made[place + 1] = replace(other, since=one.until)
    return made


def _clauses(text: str, sentence: Span, mentions: Sequence[DateMention], said: date | None) -> Iterator[_Clause]:
    """The clauses of a sentence, each with its time."""
    stops = [sentence[0], *(one.end() for one in _RELATIVE.finditer(text, *sentence)), sentence[1]]
    for start, end in pairwise(stops):
        own = [one for one in mentions if start <= one.start and one.end <= end]
        for clause, mention in _cut(text, (start, end), own):
            if mention is None:
                yield _Clause((clause,), ToldTime(), None)
                continue
            lead = text[clause[0] : mention.start]
            before = _TIME_LEAD.search(lead)
            within = (clause[0] - sentence[0], clause[1] - sentence[0])
            time = told_time(text[slice(*sentence)], within, text, sentence[0], said)
            if (days := days_of(mention)) and (_UNTIL_EVENT.search(lead) or _GAVE_WAY.search(lead)):
                time = ToldTime(until=days[1])
            event = days_of(mention) if _WITHIN.search(lead) or not (time.since or time.until) else None
            told = ((clause[0], clause[0] + before.start() if before else mention.start), (mention.end, clause[1]))
            yield _Clause(told, time, event)


def _cut(text: str, piece: Span, mentions: Sequence[DateMention]) -> Iterator[tuple[Span, DateMention | None]]:
    """A part of a sentence cut so that each has one date: behind it, or before the next where it stands first."""
    start = piece[0]
    for place, mention in enumerate(mentions):
        is_last = place + 1 == len(mentions)
        end = piece[1] if is_last else mentions[place + 1].start
        is_first = _FRONTED.fullmatch(text, start, mention.start) is not None
        cuts = list((_CUT_APART if is_first and is_last else _CUT).finditer(text, mention.end, end))
        cut = cuts[-1 if is_first and not is_last else 0] if cuts else None
        yield (start, cut.start() if cut else end), mention
        start = cut.end() if cut else end
    if start < piece[1]:
        yield (start, piece[1]), None


def _read(text: str, sentence: Span, clauses: Sequence[_Clause], deed: Deed, found: list[Stay]) -> None:
    """Add the stays that the clauses of a sentence tell to those found before, or end the last of these."""
    before: Span | None = None
    event: Span | None = None
    goes_on = False
    own: Span | None
    for clause in clauses:
        told = text[clause.told[0][0] : clause.told[-1][1]]
        is_back = _GOES_BACK.match(told) and not (deed.kind and deed.kind.joins.search(told))
        if before and is_back:
            own, is_begun = before, False
            if found and found[-1].words == before:
                found[-1] = replace(found[-1], since=found[-1].since or clause.time.since)
                _end(found, clause.time.until)
        else:
            own, is_begun = _place(text, clause, deed, goes_on=goes_on)
            before, goes_on = own or before, own is not None
        is_later = not any(clause.time.ends) and clause.event is None and _LATER.search(told)
        happened = clause.event if deed.is_event else None
        time = happened or _time(clause, None if is_later else event, is_begun=is_begun)
        event = clause.event or event
        if own is None and _ENDS.search(told) and not _OF_SOMEBODY.match(told):
            _end(found, clause.time.until)
        elif own and (any(time) or is_begun) and not (found and found[-1].words == own):
            found.append(Stay(sentence, own, *_after(found, sentence, time)))


def _after(found: Sequence[Stay], sentence: Span, time: Span) -> Span:
    """The time of what a clause tells, from the end on of what its sentence told before where no beginning is told."""
    if not time[0] and time[1] and found and found[-1].sentence == sentence:
        return (found[-1].until, time[1]) if found[-1].until <= time[1] else time
    return time


def _time(clause: _Clause, event: Span | None, *, is_begun: bool) -> Span:
    """The first and last day of what a clause tells; of what began at some time no last one."""
    told = clause.event or event
    if is_begun and told and not clause.time.until:
        return told[0], 0
    if clause.time.since or clause.time.until or told is None:
        return clause.time.since, clause.time.until
    return told


def _end(found: list[Stay], until: int) -> None:
    """End the last stay of some, where its end is not told yet."""
    if found and until >= found[-1].since and not found[-1].until:
        found[-1] = replace(found[-1], until=until)


def _place(text: str, clause: _Clause, deed: Deed, *, goes_on: bool) -> tuple[Span | None, bool]:
    """Where a clause tells somebody was, if it tells of what is asked, and whether that began then."""
    if _GAVE_WAY.search(text, clause.told[0][0], clause.told[-1][1]):
        return None, False
    for place, told in enumerate(one for one in clause.told if text[slice(*one)].strip()):
        own, is_begun = _place_in(text, told, deed)
        if own is None and goes_on and place == 0 and _GOES_ON.match(text, *told):
            own = _trimmed(text, told)
        if own:
            return own, is_begun
    return None, False


def _place_in(text: str, told: Span, deed: Deed) -> tuple[Span | None, bool]:
    is_begun = _BEGINS.search(text, *told) is not None and not deed.is_event
    if deed.kind:
        if deed.kind.aside.search(text, *told):
            return None, False
        for pattern, is_join in ((deed.kind.joins, True), (deed.kind.stays, is_begun)):
            if matches := list(pattern.finditer(text, *told)):
                return _trimmed(text, (matches[-1].end(), told[1])), is_join
        return None, False
    own = [(word, _verb(word.stem)) for word in words(text[slice(*told)])]
    if not deed.verbs or not deed.verbs <= {verb for _, verb in own}:
        return None, False
    for end in [word.end for word, verb in reversed(own) if verb in deed.verbs]:
        place = _trimmed(text, (told[0] + end, told[1]))
        if place and not {_verb(word.stem) for word in words(text[slice(*place)])} <= deed.verbs:
            return place, is_begun
    return None, False


def _trimmed(text: str, told: Span) -> Span | None:
    """The words of a clause up to where it goes on otherwise, without those that lead to them; None for no name."""
    head = _HEAD.match(text, *told)
    start = head.end() if head else told[0]
    stop = _STOP.search(text, start, told[1])
    own = text[start : stop.start() if stop else told[1]].rstrip(" .,;:")
    return (start, start + len(own)) if _CAPITAL.search(own) else None
