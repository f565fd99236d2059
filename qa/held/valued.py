"""Values over time: what sentences say in nearly the same words by another value, each with the time that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from corpus.language.kinds import Span
from corpus.language.lasting.apart import is_beside, parts_of, tells_before, values_apart
from corpus.language.lasting.holding import (
    Held,
    ToldTime,
    days_of,
    decided_from,
    goes_on,
    held,
    is_of_now,
    only_day,
    tells_altered,
    tells_change,
    told_time,
)
from corpus.language.lasting.hours import has_bounds, hours, tells_of_other_hours
from corpus.language.persons.posts import Post
from corpus.language.predicates import unsettled
from corpus.language.rows import cells, is_row
from corpus.language.times.altering import altered_in, begins_on, tells_until_then
from corpus.language.times.dates import dates
from corpus.language.times.parts import MONTH_NUMBERS, WEEKDAYS
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
from corpus.language.words import stem_of, stems
from qa.checks.timed import time_around
from qa.choosing.answer_model import Chosen
from qa.choosing.statements import READ, Matter, Statement, is_unfit, value_in
from qa.held.holders import Told
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import are_alike, are_on_two_things, editions_of, in_force_from, of_whom
from qa.passages.quoted import AnswerSpan
from qa.passages.sentences import QUOTABLE
from qa.ranking.rank import Ranking

_MONEY: Final = frozenset(CURRENCY_SIGNS) | {"p"}
_SUM = re.compile(rf"[{CURRENCY_SIGNS}]|\dp\b")
_NUMBER = re.compile(rf"\d+(?:[.:,]\d+)*|\b{alternatives(load('holding')['asking']['hours'])}\b", re.I)
_GOES_ON = re.compile(r"[,;]\s+(?:and|but|or|which|while|compared|up|down|with|[a-z]{3,20}ing)\b", re.I)
_OTHER_DEED = re.compile(r"(?:and|but)\s+(?:\w+ly\s+)?\w{3,20}ed\b", re.I)
_TIME_STEMS: Final = frozenset(
    stem_of(word)
    for word in (
        *MONTH_NUMBERS,
        *WEEKDAYS,
        *load("holding")["asking"]["hours"],
        *(word for end in ("since", "until") for words in load("holding")[end] for word in words.split()),
    )
)
"""Words that say when, in which two statements of one thing differ."""


def of_values(asked: Asked, chosen: Chosen) -> Iterator[Told]:
    """What is so, by sentences that say it in nearly the same words as the first, with a value of the same sort.

    Args:
        asked: the question.
        chosen: its passages in order.
    """
    anchor = Statement(chosen.ranking.candidates[0], chosen.spans[0])
    sort, own = sort_of(anchor), beside(anchor)
    if sort == "date" and next(iter(hours(anchor.sentence)), None):
        yield from _changed_next(asked, anchor, "hours")
    if not key_of(anchor) or sort == "date":
        return
    if changed := _changed_next(asked, anchor, sort) or _altered(asked, anchor):
        yield from (_begun_elsewhere(asked, one) for one in changed)
        return
    wanted = set(stems(but_for_value(anchor))).intersection(asked.question_stems)
    for candidate in of_names(asked, chosen.ranking):
        for span, kind in sentence_spans(asked, candidate):
            if kind not in QUOTABLE:
                continue
            is_anchor = candidate.row == anchor.candidate.row and span == anchor.span.sentence
            if not is_anchor and not wanted <= set(stems(candidate.passage.text[slice(*span)])):
                continue
            if not is_anchor and _gives_several(candidate.passage.text[slice(*span)]):
                continue
            statement = anchor if is_anchor else stated(asked, candidate, span)
            is_same = are_alike(own, beside(statement)) or _is_altered(asked, anchor, statement)
            if is_same and sort_of(statement) == sort and key_of(statement) and not is_unfit(asked, statement):
                yield from _in_turn(asked, candidate, span, sort) or [dated(statement, key_of(statement), span)]


def _gives_several(row: str) -> bool:
    """Whether a table's row has numbers in several cells behind its label, and so none of them for itself."""
    behind = [row[start:end] for start, end in cells(row, (0, len(row)))[1:]] if is_row(row) else []
    return sum(any(map(str.isdigit, cell)) for cell in behind) > 1


def _is_altered(asked: Asked, anchor: Statement, statement: Statement) -> bool:
    """Whether a newer sentence tells that what is asked about is another value now: "The quorum rises from 5 to 6"."""
    candidate, sentence = statement.candidate, statement.sentence
    if candidate.document.day <= anchor.candidate.document.day or not tells_altered(sentence):
        return False
    above = f"{candidate.document.title}\n{candidate.passage.heading}"
    own, told = set(stems(sentence)), set(stems(above))
    asked_of = set(asked.question_stems) - _TIME_STEMS
    return bool(own & asked_of - told) and asked_of <= own | told


def _changed_next(asked: Asked, anchor: Statement, sort: str) -> list[Told]:
    """What two sentences say, the second of what the first tells, from some day on: "This rises to £5 from May"."""
    candidate = anchor.candidate
    text, said = candidate.passage.text, candidate.document.said
    spans = [span for span, kind in sentence_spans(asked, candidate) if kind in QUOTABLE]
    for first, second in pairwise(spans):
        later = text[slice(*second)]
        is_first = tells_until_then(later)
        is_told = is_first or goes_on(later, frozenset(asked.question_stems))
        if anchor.span.sentence not in (first, second) or not is_told:
            continue
        start, end = first if is_first else second
        since = told_time(text[start:end], (0, end - start), text, start, said).since
        since = since or (only_day(text[start:end], said) if is_first else 0)
        parts = (first, (second[0] + decided_from(later), second[1]))
        stated = [
            _part_stated(asked, candidate, span, part, sort) for span, part in zip((first, second), parts, strict=True)
        ]
        if since and all(stated) and not any(is_unfit(asked, one) for one in stated if one):
            times = (Held(since), Held(0, since - 1)) if is_first else (Held(0, since - 1), Held(since))
            return [
                Told(one, _key_in(one), time, candidate.document.day)
                for one, time in zip(stated, times, strict=True)
                if one
            ]
    return []


def _altered(asked: Asked, anchor: Statement) -> list[Told]:
    """What a sentence says was so until a day and from then on: "The fee rises from £6 to £8 on 1 January"."""
    candidate, sentence, start = anchor.candidate, anchor.sentence, anchor.span.sentence[0]
    said = candidate.document.said
    both = altered_in(sentence)
    if both is None or not any(part[0] < anchor.within[1] and anchor.within[0] < part[1] for part in both):
        return []
    after = [mention for mention in dates(sentence, said) if mention.start >= both[1][1]]
    days = days_of(after[0]) if len(after) == 1 and begins_on(sentence[both[1][1] : after[0].start]) else None
    if days is None or unsettled(asked.query.question, sentence):
        return []
    since = days[0]
    found = []
    for (first, last), time in zip(both, (Held(0, since - 1), Held(since)), strict=True):
        part = start + first, start + last
        statement = Statement(candidate, AnswerSpan(part, anchor.span.sentence, value_in(asked, candidate, part)))
        found.append(Told(statement, statement.told, time, candidate.document.day))
    return found


def _begun_elsewhere(asked: Asked, told: Told) -> Told:
    """A statement, from the day on that another sentence of its passage tells of the same value.

    So "raised from £38 to £44" holds of £38 only from April 2024 where "The charge has been £38 since April 2024".
    """
    candidate, value = told.statement.candidate, told.statement.told
    text, own = candidate.passage.text, told.statement.span.sentence
    for span, _ in sentence_spans(asked, candidate) if not told.held.since else ():
        sentence = text[slice(*span)]
        at = sentence.find(value)
        if span == own or at < 0 or frozenset(asked.question_stems).isdisjoint(stems(sentence)):
            continue
        since = told_time(sentence, (0, len(sentence)), text, span[0], candidate.document.said).since
        if since and (not told.held.until or since <= told.held.until):
            return replace(told, held=replace(told.held, since=since))
    return told


def of_names(asked: Asked, ranking: Ranking) -> Iterator[Candidate]:
    """The first passages that have, with what stands above them, the names in the question, and are of one body.

    Args:
        asked: the question.
        ranking: of the passages.
    """
    names_asked, whose = Matter(asked).names, of_whom(ranking.candidates[0].document)
    for candidate in read_passages(asked, ranking):
        passage, document = candidate.passage, candidate.document
        above = f"{document.title}\n{passage.heading}\n{passage.context}\n{passage.text}"
        is_other = any(one != other for one, other in zip(whose, of_whom(document), strict=True) if one and other)
        if not is_other and (not names_asked or names_asked.issubset(stems(above))):
            yield candidate


def _in_turn(asked: Asked, candidate: Candidate, span: Span, sort: str) -> list[Told]:
    """What a sentence says of several times: "£640 until 31 March 2024, and £665 from 1 April 2024"; empty for one."""
    text, document = candidate.passage.text, candidate.document
    found: list[Told] = []
    sentence, beside = text[slice(*span)], 0
    is_bare = values_apart(sentence)
    for first, last in parts_of(sentence):
        part, said = (span[0] + first, span[0] + last), sentence[first:last]
        time = told_time(said, (0, last - first), text, part[0], document.said)
        days = list(filter(None, map(days_of, dates(said, document.said))))
        is_other = sort == "hours" and tells_of_other_hours(asked.query.question, said)
        if is_other or (_OTHER_DEED.match(said) and not tells_change(said)):
            continue
        if not (time.since or time.until) and len(days) == 1:
            time = ToldTime(until=days[0][0] - 1) if tells_before(said) else ToldTime(days[0][0])
            beside = days[0][1] if is_beside(sentence, first) else beside
        statement = _part_stated(asked, candidate, span, part, sort)
        if statement and (time.since or time.until or ((is_bare or is_of_now(said)) and not days)):
            found.append(Told(statement, _key_in(statement), Held(time.since, time.until), document.day))
    return _with_both_ends(found, beside) if len(found) > 1 else []


def _key_in(statement: Statement) -> str:
    """By what statements of one sentence are told apart: the value, or the hour that is quoted."""
    return statement.value.normalized if statement.span.value else statement.told


def _part_stated(asked: Asked, candidate: Candidate, span: Span, part: Span, sort: str) -> Statement | None:
    """What a part of a sentence states by a value of a sort, or by an hour; None where it has none."""
    text = candidate.passage.text
    if sort == "hours":
        hour = next(iter(hours(text[slice(*part)])), None)
        return hour and Statement(candidate, AnswerSpan((part[0] + hour[0], part[0] + hour[1]), span, None))
    value = value_in(asked, candidate, part)
    statement = Statement(candidate, AnswerSpan(span, span, value))
    return statement if value and sort_of(statement) == sort else None


def _with_both_ends(found: list[Told], beside: int) -> list[Told]:
    """What a sentence says of several times, one that tells no time of its own until the other's or after it.

    Args:
        found: what it says.
        beside: the last day of a time that it only compares with, as an ordinal; 0 for none.
    """
    untimed = [one for one in found if one.held == Held()]
    if not untimed:
        return found
    if len(found) != len(untimed) + 1 or len(untimed) != 1:
        return []
    (timed,) = (one.held for one in found if one.held != Held())
    time = Held(0, timed.since - 1) if timed.since and not beside else Held((beside or timed.until) + 1)
    return [replace(one, held=time) if one is untimed[0] else one for one in found]


def stated(asked: Asked, candidate: Candidate, span: Span) -> Statement:
    """What a sentence states: its value, which is quoted where it has more than digits, or else itself.

    Args:
        asked: the question.
        candidate: the passage.
        span: where the sentence stands in it.
    """
    value = value_in(asked, candidate, span)
    is_bare = value is None or value[2].text.isdigit()
    return Statement(candidate, AnswerSpan(span if value is None or is_bare else value[:2], span, value))


def sort_of(statement: Statement) -> str:
    """What sort of value a statement has: money, a share, another kind, or numbers in its sentence such as hours.

    Args:
        statement: itself.
    """
    placed = statement.span.value
    if placed is None:
        return "hours"
    text = placed[2].text.strip()
    return "money" if _MONEY & {text[0], text[-1]} else "%" if is_share(statement) else placed[2].kind


def is_share(statement: Statement) -> bool:
    """Whether a value is a share, which may have changed since it was counted.

    Args:
        statement: of that value.
    """
    return statement.span.value is not None and "%" in statement.value.normalized


def key_of(statement: Statement) -> str:
    """By what statements of one thing are told apart: the value, or else the numbers beside its dates; "" for none.

    Args:
        statement: one of them.
    """
    if statement.span.value:
        return statement.value.normalized
    told = list(statement.sentence)
    for mention in dates(statement.sentence, None):
        told[mention.start : mention.end] = " " * (mention.end - mention.start)
    return " ".join(_NUMBER.findall("".join(told)))


def beside(statement: Statement) -> frozenset[str]:
    """The stems of a sentence up to what goes on after its value, without that, numbers and words of time.

    Args:
        statement: of that sentence.
    """
    start, end = statement.within if statement.span.value else (0, 0)
    stop = _GOES_ON.search(statement.sentence, end) if end else None
    said = stems(f"{statement.sentence[:start]} {statement.sentence[end : stop.start() if stop else None]}")
    return frozenset(stem for stem in said if not any(map(str.isdigit, stem)) and stem not in _TIME_STEMS)


def has_money(statement: Statement) -> bool:
    """Whether a sentence tells a sum.

    Args:
        statement: of that sentence.
    """
    return _SUM.search(statement.sentence) is not None


def but_for_value(statement: Statement) -> str:
    """The sentence of a statement without its value.

    Args:
        statement: itself.
    """
    start, end = statement.within if statement.span.value else (0, 0)
    return f"{statement.sentence[:start]} {statement.sentence[end:]}"


def dated(statement: Statement, key: str, span: Span, hidden: Post | None = None) -> Told:
    """A statement with the time for which a sentence says that it holds.

    Args:
        statement: itself.
        key: by which holders are told apart.
        span: where the sentence stands in the passage.
        hidden: words of it that are not of that time: of "she was succeeded by" the time of the one before.
    """
    document, passage = statement.candidate.document, statement.candidate.passage
    day = document.said
    start, end = statement.span.value[:2] if statement.span.value else statement.span.quote
    sentence = passage.text[slice(*span)]
    if hidden:
        first = min(hidden.start, max(0, end - span[0]))
        sentence = f"{sentence[:first]}{' ' * (hidden.end - first)}{sentence[hidden.end :]}"
    is_hour = sort_of(statement) == "hours" and not has_bounds(sentence)
    time = Held() if is_hour else held(sentence, (start - span[0], end - span[0]), passage.text, span[0], day)
    if hidden and time == Held():
        time = Held(next((days[0] for told in dates(sentence, day) if (days := days_of(told))), 0))
    if time == Held():
        around = time_around(passage, document.title, span, day)
        since = around.ends[0] or (0 if around.until else in_force_from(document))
        time = Held(since, around.until, year_end=around.year_end)
    return Told(statement, key, time, document.day)


def read_passages(asked: Asked, ranking: Ranking) -> Iterator[Candidate]:
    """The first passages on the thing that the first is on, each with those of other editions of its document.

    Args:
        asked: the question.
        ranking: of the passages.
    """
    first = ranking.candidates[0].document
    for candidate in ranking.candidates[:READ]:
        if not are_on_two_things(asked, first, candidate.document):
            yield candidate
            yield from editions_of(asked, candidate)


def sentence_spans(asked: Asked, candidate: Candidate) -> Iterator[tuple[Span, str]]:
    """Where the sentences of a passage stand in it, each with the kind of block that it is of.

    Args:
        asked: the question.
        candidate: the passage.
    """
    found = asked.sentences(candidate.passage)
    return zip(found.spans, found.kinds, strict=True)
