"""Answering what holds: the statement in force at the time asked about, with what held before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from corpus.language.amounts.numbers import goes_on_until
from corpus.language.lasting.holding import is_coming, is_of_now, was_at
from corpus.language.rows import is_row
from corpus.language.times.dates import times_with_days
from corpus.language.times.parts import ALL_YEARS
from corpus.language.wording import day_in_words, days_in_words
from qa.answer import Notice
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import Statement
from qa.citing.citation import flattened
from qa.held.holders import Holders, Told, keys_in_order
from qa.held.posts import bare_name, of_posts
from qa.held.rated import of_ratings
from qa.held.rows import of_rows
from qa.held.sections import of_sections
from qa.held.undated import beside_undated
from qa.held.valued import is_share, key_of, of_values, sort_of
from qa.passages.asked import Asked
from qa.passages.editions import asks_for_draft, day_by, day_told, is_draft, is_not_in_force, names_edition
from qa.query.holding import HeldQuestion
from qa.tables.cells import is_of_other_years
from qa.tables.named_rows import header_of
from qa.tables.times import cell_of_time
from qa.versions.chain import newer_edition

STATED: Final = 0.8
"""So sure at least is who holds a post by words that join the name to it; set by hand."""
_TWO: Final = 2
"""A sentence that tells so many times tells what came after what was."""
_NOT_FOUND: Final = "was not found for sure."
_NOT_BEFORE: Final = f"The passages that were found say who or what it is. What was before {_NOT_FOUND}"
_READ: Final = "the passages that were read"
_NONE_NEWER: Final = f"{_READ} hold nothing newer that is in force."
_OF_YEAR_BEFORE: Final = (
    "The passages that were read say it of the year up to {day}, and not of the time that is asked about."
)


def in_force(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, with the statement first that was in force at the time that a question asks about.

    Args:
        course: of the question without its time; what holds now is asked of a later day where it names one.
        chosen: by the words of passages; where its first words say what holds, others of the same matter are told.

    Returns:
        Where nothing is known of a time that is asked about, with no confidence; of what holds now, unchanged.
    """
    asked, wanted = course.asked, course.held
    is_named = names_edition(asked, chosen.ranking.candidates[0].document)
    if wanted is None or (wanted.when == "now" and is_named):
        return chosen
    found = _found(course, chosen, wanted)
    if wanted.when == "now":
        return beside_undated(asked, found or chosen)
    if found:
        return found
    return chosen.as_sure(0.0)


def _found(course: Course, chosen: Chosen, wanted: HeldQuestion) -> Chosen | None:
    """What was chosen with the statement in force first; None where nothing is known of the time asked about."""
    asked = course.asked
    today = asked.query.today if asked.in_force_by == date.max else asked.in_force_by
    told = _told(asked, chosen)
    row, sentence = chosen.ranking.candidates[0].row, chosen.spans[0].sentence
    words = Statement(chosen.ranking.candidates[0], chosen.spans[0]).sentence
    is_of_now = wanted.when == "now" and not wanted.is_bare
    if is_of_now and goes_on_until(asked.query.question, words):
        return None
    in_turn = [one for one in told if one.is_told_by(row, sentence) and (one.held.since or one.held.until)]
    if is_of_now and asked.answer_type != "person" and was_at(words) and len(in_turn) < _TWO:
        return _unknown(chosen, "")
    quote = chosen.spans[0].quote
    if not any(one.is_whole or one.is_told_by(row, sentence) or one.stands_in(row, quote) for one in told):
        return None
    told = [_out_by(one, asked.query.today) for one in told if _counts(asked, one, wanted)]
    holders = Holders(tuple(one for one in told if not one.is_undated))
    place = _place(holders, wanted, today)
    best = holders.best(*place) if place else None
    if place is None or best is None:
        if wanted.when == "previous" and holders.points:
            return _unknown(chosen, _NOT_BEFORE)
        first = [one for one in told if one.is_told_by(row, sentence)]
        if wanted.when == "now" and (standing := _standing(told, first)):
            return _with_first(chosen, standing, [], holders)
        if wanted.when == "now" and told and not first:
            return _with_first(chosen, told[0], [], holders)
        is_of_today = is_of_now and not asked.query.today < asked.in_force_by < date.max
        coming = _coming(chosen, first, wanted, today) if is_of_now else None
        return _gone(chosen, first) if is_of_today and not coming else coming
    key, day = place
    ended = holders.until(key)
    if ended and ended < (day if wanted.when == "now" else wanted.first):
        return _ended(chosen, best, ended) if wanted.when == "now" else None
    if wanted.when == "then" and (fixed := _of_its_time(asked, chosen, best, wanted, day)) is not chosen:
        return fixed
    known = {one.key for one in holders.told}
    undated = [one for one in told if one.is_undated and not one.held.is_past and one.key not in known]
    others = _others(holders, key, day, wanted)
    is_newest = newer_edition(asked.snapshot, best.statement.candidate.document, today) is None
    told_of = (one for one in _notices(holders, best, day, wanted, undated, others) if is_newest or one.kind != "as_of")
    notices = (*chosen.notices, *told_of)
    is_stated = asked.answer_type == "person" and not asked.query.unknown
    sure = STATED if is_stated else _alone(course, chosen, holders)
    sure = max(chosen.confidence.probability, sure, _beside_first(course, chosen, best))
    now = chosen if wanted.when == "now" else replace(chosen, others=())
    found = replace(_with_first(now, best, others, holders), notices=notices).as_sure(sure)
    return found.as_one_of_two() if undated and wanted.when == "now" else found


def _out_by(told: Told, today: date) -> Told:
    """A statement, said today where it is of a paper of this month."""
    return replace(told, said=day_by(told.statement.candidate.document, today)) if told.said else told


def _of_its_time(asked: Asked, chosen: Chosen, best: Told, wanted: HeldQuestion, day: int) -> Chosen | None:
    """What was chosen, where what is said may hold after its time: a share is of its day, and a fee of its year.

    So is who held a post, where no words that were found first tell of that, or it is of "the 2016 committee".
    """
    if (is_share(best.statement) and not best.covers(day)) or _is_of_another_column(asked, best.statement, wanted):
        return None
    if (best.is_whole or wanted.is_named) and not best.is_within(wanted.first, day):
        return None
    if 0 < best.held.year_end < wanted.first and asked.answer_type not in _FINDERS:
        return _unknown(chosen, _OF_YEAR_BEFORE.format(day=_day(best.held.year_end)))
    return chosen


def _is_of_another_column(asked: Asked, statement: Statement, wanted: HeldQuestion) -> bool:
    """Whether words stand in a row that has another column for the time asked about, or columns of other years alone.

    As "2025/26" beside "2026/27", and "FY25" beside "FY26" for FY27.
    """
    if not wanted.first:
        return False
    own, passage = statement.span, statement.candidate.passage
    cell = cell_of_time(passage, own.sentence, (wanted.first, wanted.last), asked.question_idf)
    if cell is None:
        return is_row(statement.sentence) and is_of_other_years(wanted.time, header_of(passage, own.sentence))
    return not (cell[0] <= own.quote[0] < cell[1])


def _alone(course: Course, chosen: Chosen, holders: Holders) -> float:
    """How likely the first words are right where those of other times are no rivals of theirs."""
    placed = zip(chosen.ranking.candidates, chosen.spans, strict=False)
    alike = [
        place
        for place, (candidate, span) in enumerate(placed)
        if any(one.is_told_by(candidate.row, span.sentence) for one in holders.told)
    ]
    return course.weigh(chosen.ranking, chosen.spans, alike)[0].probability if len(alike) > 1 else 0.0


def _counts(asked: Asked, told: Told, wanted: HeldQuestion) -> bool:
    """Whether a statement is of no draft, nor now of what is withdrawn, but where such a document is asked for."""
    document = told.statement.candidate.document
    is_out = is_not_in_force(document) if wanted.when == "now" else is_draft(document)
    return not is_out or asks_for_draft(asked, document)


def _standing(told: list[Told], first: list[Told]) -> Told | None:
    """The one of some without a time that is said to hold now, or that nobody came after; None for none, or two.

    Args:
        told: all that is said of the matter.
        first: what the first sentence says of it, where it tells of several who took turns.
    """
    undated = [one for one in told if one.is_undated and not one.held.is_past]
    standing = [one for one in undated if is_of_now(one.statement.sentence)] or [one for one in undated if one in first]
    return standing[0] if len(standing) == 1 < len(told) else None


def _ended(chosen: Chosen, best: Told, ended: int) -> Chosen:
    """What was chosen, where what held last is known to have ended, and not what came after."""
    name = best.statement.told
    was = "what held" if name == best.statement.sentence else f"that this was {name}"
    said = f"The passages that were read say {was} until {_as_said(ended, best.statement.sentence)}."
    return _unknown(chosen, f"{said} What has held since {_NOT_FOUND}")


def _coming(chosen: Chosen, told: list[Told], wanted: HeldQuestion, today: date) -> Chosen | None:
    """What was chosen, where its words hold only from a day to come, which is not asked for; None where they hold."""
    if not told or told[0].held.since <= today.toordinal() or is_coming(wanted.timeless):
        return None
    since = _day(told[0].held.since)
    said = f"The passages that were read say what holds from {since}."
    return _unknown(chosen, f"{said} What holds until then {_NOT_FOUND}")


def _gone(chosen: Chosen, told: list[Told]) -> Chosen | None:
    """What was chosen, where its words say that what they tell held once; None where they do not."""
    if not told or told[0].days or not (told[0].held.until or told[0].held.is_past):
        return None
    if told[0].held.until:
        return _ended(chosen, told[0], told[0].held.until)
    sort = sort_of(told[0].statement)
    if sort != "name":
        return _unknown(chosen, "") if sort == "money" else None
    name = told[0].statement.told
    said = f"The passages that were read say that this was {name} once."
    return _unknown(chosen, f"{said} What holds now {_NOT_FOUND}")


def _unknown(chosen: Chosen, told: str) -> Chosen:
    return replace(chosen.as_sure(0.0), ended=told)


def _place(holders: Holders, wanted: HeldQuestion, today: date) -> tuple[str, int] | None:
    """The holder that is asked for, and the day on which it held; None where that is not known."""
    now = today.toordinal()
    if wanted.when == "before":
        than = set(bare_name(wanted.than).split())
        named = [key for key in keys_in_order(holders.points) if than <= set(key.split())]
        point = holders.before(named[0]) if len(named) == 1 else None
        return (point.key, point.day) if point else None
    then = wanted.last if wanted.first > now else min(wanted.last, now)
    at = holders.at(then if wanted.when == "then" else now)
    if at is None:
        return None
    if wanted.when == "previous":
        point = holders.before(at.key)
        return (point.key, point.day) if point else None
    return at.key, then if wanted.when == "then" else now


def _others(holders: Holders, key: str, day: int, wanted: HeldQuestion) -> list[tuple[str, int]]:
    """The holders before one, the newest first; of a time that is asked about those that held within it."""
    if wanted.when == "then" and not wanted.first:
        return []
    points = [point for point in holders.points if point.day <= day and point.day >= wanted.first and point.key != key]
    return [(other, max(point.day for point in points if point.key == other)) for other in keys_in_order(points)]


def _with_first(chosen: Chosen, best: Told, others: list[tuple[str, int]], holders: Holders) -> Chosen:
    """What was chosen with a statement first, and with what held before."""
    own = best.statement.candidate
    quote, first = best.statement.span.quote, chosen.spans[0].quote
    is_same = (
        own.row == chosen.ranking.candidates[0].row
        and key_of(best.statement) == key_of(Statement(own, chosen.spans[0]))
        and (best.statement.span.value is not None or (quote[0] < first[1] and first[0] < quote[1]))
    )
    is_named = best.statement.span.value is not None and best.statement.value.kind == "name"
    span = chosen.spans[0] if is_same and not is_named else best.statement.span
    shown = {other.candidate.document_index for other in chosen.others}
    earlier = [
        Other(told.statement.candidate, told.statement.span, "earlier", holders.documents(key))
        for key, day in others
        if (told := holders.best(key, day)) and told.statement.candidate.document_index not in shown
    ]
    is_grade = best.statement.span.value is not None and best.statement.value.kind == "rating"
    return replace(
        chosen.with_first(own, span, own.probability),
        others=(*chosen.others, *earlier),
        supporting=max(0, holders.documents(best.key, best.held.since if is_grade else 0) - 1),
    )


def _beside_first(course: Course, chosen: Chosen, best: Told) -> float:
    """How likely a statement is right that stands in the sentence of the first words with another value; else 0."""
    first, other = chosen.spans[0], best.statement.span
    is_own = best.is_told_by(chosen.ranking.candidates[0].row, first.sentence) and first.sentence == other.sentence
    if not is_own or first.quote == other.quote or other.value is None:
        return 0.0
    return course.weigh(chosen.ranking, (other, *chosen.spans[1:]))[0].probability


def _notices(
    holders: Holders, best: Told, day: int, wanted: HeldQuestion, undated: list[Told], others: list[tuple[str, int]]
) -> Iterator[Notice]:
    """As of when it is said, and what documents without a day say."""
    if wanted.when == "now" and best.said and (others or undated or wanted.is_said):
        yield Notice(
            "as_of",
            f"This is as of {day_told(best.statement.candidate.document)}: {_NONE_NEWER}",
        )
    if wanted.when == "then" and best.said and not best.covers(day):
        point = holders.at(day)
        later = holders.next_after(point) if point else None
        then = f"{_READ} tell next of a change of {_day(later.day)}" if later else f"{_READ} tell of no later change"
        said = day_told(best.statement.candidate.document)
        yield Notice(
            "held", f"This was said on {said}; {then}." if said[0].isdigit() else f"This was said in {said}; {then}."
        )
    for one in undated[:1] if wanted.when == "now" else ():
        said = flattened(one.statement.sentence)
        yield Notice("undated", f"A document of which no day is known says otherwise: “{said}”")


def _as_said(ended: int, sentence: str) -> str:
    """The last day of something; the month or year alone where its sentence names no day: "left in November 2024"."""
    for time, (first, last) in times_with_days(sentence, ALL_YEARS):
        is_its_end = sentence[: time.start].rstrip().endswith("end of")
        if last.toordinal() == ended and first != last and not is_its_end:
            return days_in_words(first, last)
    return _day(ended)


def _day(day: int) -> str:
    return day_in_words(date.fromordinal(day))


def _told(asked: Asked, chosen: Chosen) -> list[Told]:
    """All that the first passages say of the matter, each person under one key: "Moor" is "Ada Moor"."""
    find = _FINDERS.get(asked.answer_type, _of_values)
    found = list(of_rows(asked, chosen)) or list(find(asked, chosen))
    keys = {one.key for one in found} if asked.answer_type == "person" else frozenset[str]()

    def longest(key: str) -> str:
        longer = [other for other in keys if set(key.split()) < set(other.split())]
        return longer[0] if len(longer) == 1 else key

    return [replace(one, key=longest(one.key)) for one in found]


def _of_values(asked: Asked, chosen: Chosen) -> Iterator[Told]:
    """What is so by sentences that say it in nearly the same words, or by sections where only these know two values."""
    found = list(of_values(asked, chosen))
    is_known = len({one.key for one in found}) > 1
    sections = [] if is_known else list(of_sections(asked, chosen))
    yield from sections if len({one.key for one in sections}) > 1 else found


def _of_ratings(asked: Asked, chosen: Chosen) -> Iterator[Told]:
    return of_ratings(asked, Statement(chosen.ranking.candidates[0], chosen.spans[0]), chosen.ranking)


_FINDERS: Final[Mapping[str, Callable[[Asked, Chosen], Iterator[Told]]]] = {"person": of_posts, "rating": _of_ratings}
"""How what is said of a matter is found, by the kind of answer; of other kinds by sentences that are alike."""
