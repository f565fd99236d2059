"""Conflicts: what is said otherwise, of the same time, than the words that answer; it is shown beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from corpus.language.kinds import Value
from corpus.language.lasting.holding import days_of
from corpus.language.names import bare_words
from corpus.language.nearness import clause_ends
from corpus.language.overtaking import TIME_UNITS
from corpus.language.rows import is_row
from corpus.language.times.dates import dates
from corpus.language.values import kind_stems
from corpus.language.words import stems
from qa.answer import Notice
from qa.checks.timed import time_above
from qa.checks.words import is_no_answer
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import READ, Matter, Statement, documents_of, statements
from qa.held.holders import Told
from qa.held.rated import of_ratings
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import NEW_DAYS, is_not_in_force
from qa.passages.listed import heading_over, lead_of
from qa.passages.quoted import AnswerSpan, QuotedWords
from qa.passages.sentences import QUOTABLE
from qa.ranking.rank import Ranking

_MOST: Final = 3
"""So many other values are shown."""
_TOLD: Final = "This is said in more than one way by what is of the same time. Look at each before you quote one."
_DIGITS = re.compile(r"\d+")
_THAT = re.compile(r"\bthat\s+", re.I)
_ROUND = re.compile(r"[1-9][0-9]*?(0{2,})$")


def conflicting(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, with what is said otherwise of the same thing by what is of the same time, or the same document.

    Sentences say the same thing when they have the same words beside the value, of those that are not the question's.
    Rows and items of lists are left out, for what they are of stands elsewhere, and so are drafts.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    best = Statement(chosen.ranking.candidates[0], chosen.spans[0])
    is_open = chosen.confidence.probability > 0 and not (chosen.timeline or chosen.ended)
    if not is_open or asked.query.interpretation.order or not _is_plain(best):
        return chosen
    as_good = tuple(one for one in chosen.ranking.candidates[:READ] if not is_not_in_force(one.document))
    is_rating = best.span.value is not None and best.value.kind == "rating"
    find = _of_rating if is_rating else _of_value if best.span.value else _of_number
    known = {other.candidate.document_index for other in chosen.others if not is_rating}
    groups: dict[str, list[Statement]] = {}
    for key, statement in find(asked, best, replace(chosen.ranking, candidates=as_good)):
        if statement.candidate.document_index not in known:
            groups.setdefault(key, []).append(statement)
    if not groups:
        return chosen
    told_documents = {one.candidate.document_index for told in groups.values() for one in told}
    others = [Other(told[0].candidate, told[0].span, "conflict", documents_of(told)) for told in groups.values()]
    return replace(
        chosen.as_one_of_two(),
        others=(
            *(other for other in chosen.others if other.candidate.document_index not in told_documents),
            *others[:_MOST],
        ),
        notices=(*chosen.notices, Notice("conflict", _TOLD)),
    )


def _are_of_one_day(first: Candidate, other: Candidate) -> bool:
    """Whether a document is of the same day as the answering one, or neither has one."""
    return first.document.day == other.document.day


def _are_of_one_sentence(one: Statement, other: Statement) -> bool:
    """Whether one sentence makes two statements: "There are 40 places, four of them for guests"."""
    return one.candidate.row == other.candidate.row and one.span.sentence == other.span.sentence


def _is_plain(one: Statement) -> bool:
    """Whether words stand in a sentence by itself: in no row, and in no list."""
    return not is_row(one.sentence) and not lead_of(one.candidate.passage, one.span.sentence)


def _of_value(asked: Asked, best: Statement, ranking: Ranking) -> Iterator[tuple[str, Statement]]:
    """Statements of the same thing with another value than that of the first words, each with its value."""
    own = _beside(asked, best)
    for one in statements(asked, ranking):
        if (
            _is_plain(one)
            and not _are_of_one_sentence(best, one)
            and differ(best.value, one.value)
            and _is_under_same(asked, best, one)
            and _beside(asked, one) == own
            and _times(one) == (told := _times(best))
            and (told or _are_of_one_day(best.candidate, one.candidate))
            and (_units(one) == _units(best) or not (_units(one) and _units(best)))
        ):
            yield one.value.normalized, one


def _of_rating(asked: Asked, best: Statement, ranking: Ranking) -> Iterator[tuple[str, Statement]]:
    """Statements that give what is asked about another grade than the first words at one time, each with its grade."""
    told = list(of_ratings(asked, best, ranking))
    place = best.candidate.row, best.span.sentence
    own = next((one for one in told if (one.statement.candidate.row, one.statement.span.sentence) == place), None)
    for one in told if own else ():
        if own and one.key != own.key and _are_of_one_time(own, one):
            yield one.key, one.statement


def _are_of_one_time(one: Told, other: Told) -> bool:
    """Whether two grades are said to be of one time, or neither says of which and their documents are of nearly one."""
    if one.held.since or other.held.since:
        return one.held.since == other.held.since
    return bool(one.said) == bool(other.said) and abs(one.said - other.said) <= NEW_DAYS


def _of_number(asked: Asked, best: Statement, ranking: Ranking) -> Iterator[tuple[str, Statement]]:
    """Sentences that are that of the first words but for a number, such as an hour, where the words have no value."""
    matter, key = Matter(asked), _without_numbers(best.sentence)
    if not _DIGITS.search(best.sentence) or not matter.plain:
        return
    for candidate in ranking.candidates:
        if not _are_of_one_day(best.candidate, candidate):
            continue
        found = asked.sentences(candidate.passage)
        for span, kind in zip(found.spans, found.kinds, strict=True):
            one = Statement(candidate, AnswerSpan(span, span, None))
            is_alike = kind in QUOTABLE and _without_numbers(one.sentence) == key and one.sentence != best.sentence
            if not is_alike or not _is_plain(one) or not _is_under_same(asked, best, one):
                continue
            words = QuotedWords(asked, candidate.passage, candidate.document.title, one.span)
            if matter.is_told(candidate, one.sentence, words.above) and not is_no_answer(words):
                yield one.sentence, one


def _without_numbers(sentence: str) -> str:
    return " ".join(_DIGITS.sub("0", sentence).casefold().split())


def _beside(asked: Asked, one: Statement) -> frozenset[str]:
    """The stems beside a value, to the end of its clause, that are not the question's and name no kind or time.

    Of "the cabinet heard that 41 children wait" only what was heard counts, where it holds all that is asked about.
    """
    sentence, (start, end) = one.sentence, one.within
    stop = min((stop for stop in clause_ends(sentence) if stop >= end), default=len(sentence))
    begin = max((match.end() for match in _THAT.finditer(sentence, 0, start)), default=0)
    if not frozenset(Matter(asked).plain) <= frozenset(stems(sentence[begin:stop])):
        begin = 0
    said = {stem for stem in stems(f"{sentence[begin:start]} {sentence[end:stop]}") if not _DIGITS.search(stem)}
    return frozenset(said - set(asked.question_stems) - kind_stems() - TIME_UNITS)


def _units(one: Statement) -> frozenset[str]:
    """The units of time in a sentence: "£3 a day" and "£12 a week" are two prices."""
    return TIME_UNITS & frozenset(stems(one.sentence))


def _times(one: Statement) -> frozenset[str]:
    """The dates in the sentence of a statement, but for its value."""
    start, end = one.within
    found = dates(one.sentence, None)
    return frozenset(mention.normalized for mention in found if mention.end <= start or end <= mention.start)


def _is_under_same(asked: Asked, best: Statement, one: Statement) -> bool:
    """Whether two statements are of one time by what stands above them, and no heading tells which one is asked for.

    Headings of one document tell that where the question has a word of the one and not of the other.
    """
    times = [time_above(each.candidate.passage, "", each.span.sentence, None).ends for each in (best, one)]
    if times[0] != times[1]:
        return False
    is_same = best.candidate.document_index == one.candidate.document_index
    return not is_same or not (_headings(best) ^ _headings(one)).intersection(asked.question_stems)


def _headings(one: Statement) -> frozenset[str]:
    """The stems of all that stands above a statement as its headings."""
    passage = one.candidate.passage
    over = heading_over(passage, one.span.sentence)
    nearest = passage.text[over.start : over.end] if over else ""
    return frozenset(stems(f"{one.candidate.document.title}\n{passage.heading}\n{nearest}"))


def differ(one: Value, other: Value) -> bool:
    """Whether two values of a kind cannot both be meant: no date within the other, no rounded number, no short name.

    Args:
        one, other: the values; grades never differ so.
    """
    if one.kind != other.kind or one.normalized == other.normalized or one.kind == "rating":
        return False
    if one.kind == "date":
        days, others = days_of(one), days_of(other)
        return days is not None and others is not None and (days[1] < others[0] or others[1] < days[0])
    if one.kind == "name":
        return bare_words(one.normalized)[-1:] != bare_words(other.normalized)[-1:]
    return not _is_rounded(one.normalized, other.normalized) and not _is_rounded(other.normalized, one.normalized)


def _is_rounded(number: str, other: str) -> bool:
    """Whether a number is another rounded to hundreds or more, as 41000 is for 41230."""
    noughts = _ROUND.fullmatch(number)
    if noughts is None:
        return False
    try:
        return round(Decimal(other), -len(noughts[1])) == Decimal(number)
    except InvalidOperation:
        return False
