"""Questions for what holds now or held then, such as who holds a post, what something costs and what a rule is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from corpus.language.kinds import Span
from corpus.language.persons.succession import BEFORE_IN_POST, BEFORE_NAME
from corpus.language.times.parts import STEPS
from corpus.language.times.periods import YEAR_STEPS
from corpus.language.vocabulary import alternatives, load
from qa.query import Query
from qa.query.coverage import Period
from qa.query.intent import find_order, is_of_keywords

When = Literal["now", "then", "previous", "before"]

_TABLE = load("holding")
_WORDS: Final = _TABLE["asking"]
_POST = re.compile(
    rf"\bwho(?:se)?(?:['’]s\b|\s+(?:(?:still|currently|now)\s+)?(?:{alternatives(_WORDS['posts'])}|{alternatives(_WORDS['states'])})\b)"
    rf"|\b(?:which|what)\s+(?:person|councillor)\s+{alternatives(_WORDS['states'])}\b|\bname\s+of\s+(?:the|our|your)\b",
    re.I,
)
_GOING = re.compile(rf"\bwho(?:['’]s|\s+\w+)\s+(?:\w+\s+)?{alternatives(_TABLE['succession']['leaving'])}\b", re.I)
"""Who goes holds a post until then, and is not told by who has it at that time: "Who's leaving in July?"."""
_RULED = re.compile(rf"\b(?:{alternatives(_WORDS['prices'])}|{alternatives(_WORDS['rules'])}(?!\s+of\b))\b", re.I)
"""Not "of" after it: "at the start of 2017" tells no rule."""
_SUM = re.compile(rf"\b{alternatives(_WORDS['sums'])}\b(?!\s+{alternatives(_WORDS['caps'])}\b)", re.I)
_DEED = re.compile(rf"\bdid\b.*\b{alternatives(_WORDS['deeds'])}\b", re.I)
_PRESENT = re.compile(rf"(?:['’]s\b|\b{alternatives(word for word in _WORDS['present'] if word[0].isalpha())}\b)", re.I)
_PAST = re.compile(rf"\b{alternatives(word for word in _WORDS['past'] if word != 'cost')}\b", re.I)
_TO_COME = re.compile(rf"\b{alternatives(_WORDS['to_come'])}\b", re.I)
_NOW = re.compile(rf"\b{alternatives(_WORDS['now'])}\b", re.I)
_TIME_LEAD = re.compile(rf"[,\s]*(?:\b{alternatives(_WORDS['time_leads'])}\s+(?:the\s+)?)*$", re.I)
_BEGINNING = re.compile(rf"\b{alternatives(_WORDS['beginnings'])}\s+(?:the\s+)?$", re.I)
_STEPPED = re.compile(rf"{alternatives([*STEPS, *YEAR_STEPS])}\b", re.I)
_HOURS = re.compile(rf"\b{alternatives(_WORDS['hours_asked'])}\W*$", re.I)
_IS: Final[Mapping[str, str]] = _WORDS["was_is"]
_WAS = re.compile(rf"\b{alternatives(_IS)}\b", re.I)
"""What held at some time was said then in the present tense."""
_OF_THE = re.compile(r"\bof\s+the\s+$", re.I)
_NAMED_AFTER = re.compile(r"\s+[^\W\d_]")
_LEAST_WORDS: Final = 3
_LEAST_RULE_WORDS: Final = 2
_BY_VALUE: Final = frozenset({"number", "date", "other"})
"""Kinds of answer that a rule may be: an amount, or the hours of a day."""


@dataclass(frozen=True, slots=True)
class HeldQuestion:
    """A question for what holds.

    Attributes:
        when: whether it asks for what holds now, what held at a time, what held before that, or before a named one.
        timeless: the question without the words for its time, in the present tense.
        first, last: the days that it asks about, as ordinals; 0 where they are open.
        than: of "before", the name that it was before; "" for the others.
        is_said: whether it asks for what holds now by a word such as "current".
        is_bare: whether it has no word that asks or tells, and may be of what was once: "hall roof cost".
        is_named: whether its time is that of a thing called by it: "chair of the 2016 committee".
        time: the words for the time in which it was; "" where it names none.
    """

    when: When
    timeless: str
    first: int = 0
    last: int = 0
    than: str = ""
    is_said: bool = False
    is_bare: bool = False
    is_named: bool = False
    time: str = ""


def read_held_question(query: Query, question: str) -> HeldQuestion | None:
    """What a question asks for, where it is who holds a post or what something costs; else None.

    Args:
        query: the question as it is understood.
        question: its words as they were typed, by which the query has its offsets.
    """
    read = query.interpretation
    if before := BEFORE_IN_POST.search(question):
        return HeldQuestion("before", f"Who is {before['post'].strip()}?", than=before["than"])
    if not _asks_what_holds(query) or read.order == "first" or len(read.periods) > 1:
        return None
    least = 1 if is_of_keywords(question) and read.answer_type == "person" else _LEAST_WORDS
    if before := BEFORE_NAME.search(question):
        return _made("before", question, (before.start(), len(question)), least, than=before["than"])
    if read.order == "previous":
        _, spans = find_order(question, (), query.plain)
        return _made("previous", question, spans[0], least)
    if read.periods:
        return _then(question, read.periods[0], least)
    is_bare = is_of_keywords(question)
    if asks_of_past(question) or not (is_bare or is_of_present(question)):
        return None
    return HeldQuestion("now", question, is_said=_NOW.search(question) is not None, is_bare=is_bare)


def rule_asked(query: Query, question: str) -> HeldQuestion | None:
    """A question for what was so in one time, of any kind but when; None for any other.

    Args:
        query: the question as it is understood.
        question: its words as they were typed, by which the query has its offsets.
    """
    read = query.interpretation
    is_of_one = len(read.periods) == 1 and not read.order and read.answer_type != "date"
    return _then(question, read.periods[0], _LEAST_RULE_WORDS) if is_of_one else None


def is_time_led(question: str, period: str) -> bool:
    """Whether words for a time stand in a question for when something was, as in "in 2022" and "last financial year".

    Keywords may end with it: "mayor's allowance 2022".

    "The 2022 scheme" is only called so.

    Args:
        question: itself.
        period: the words for the time, as they stand in it.
    """
    if _STEPPED.match(period):
        return True
    place = question.casefold().find(period.casefold())
    if place > 0 and is_of_keywords(question) and question.rstrip(" ?.!").casefold().endswith(period.casefold()):
        return True
    lead = _TIME_LEAD.search(question, 0, place) if place > 0 else None
    return lead is not None and bool(lead[0].strip(" ,"))


def asks_of_past(question: str) -> bool:
    """Whether a question has a word that asks of what was: "was", "did"."""
    return _PAST.search(question) is not None


def is_of_present(words: str) -> bool:
    """Whether some words have one that tells, or asks, what is: "is", "costs"."""
    return _PRESENT.search(words) is not None


def is_done(sentence: str) -> bool:
    """Whether a sentence only tells what was done: it has "was" or "did", and no word of what is or is to come."""
    return asks_of_past(sentence) and not is_of_present(sentence) and _TO_COME.search(sentence) is None


def now_asked(query: Query) -> HeldQuestion | None:
    """A question for what holds now; None for any other."""
    found = read_held_question(query, query.question)
    return found if found and found.when == "now" else None


def asks_of_now(query: Query) -> bool:
    """Whether a question is put to what is so now: it names no time, and does not ask what was."""
    read = query.interpretation
    return not read.periods and read.order not in ("first", "previous") and not asks_of_past(query.question)


def _asks_what_holds(query: Query) -> bool:
    """Whether a question asks who holds a post, for a number that is so now, or for a rule, now or at some time."""
    read, question = query.interpretation, query.question
    if read.answer_type == "person":
        return not _GOING.search(question) and (_POST.search(question) is not None or is_of_keywords(question))
    if read.answer_type == "rating" or (read.answer_type == "list" and _HOURS.search(question)):
        return True
    if read.answer_type not in _BY_VALUE or _SUM.search(question) or _DEED.search(question):
        return False
    is_value = read.answer_type == "number" or (read.answer_type == "other" and is_of_keywords(question))
    is_of_now = is_value and not read.periods and read.order not in ("first", "previous")
    return is_of_now or _RULED.search(question) is not None


def _then(question: str, period: Period, least: int) -> HeldQuestion | None:
    """A question for what held in a time, without that; None where it has no end, or too little is left."""
    if period.last is None:
        return None
    lead = _TIME_LEAD.search(question, 0, period.start)
    start = lead.start() if lead else period.start
    first, last = period.first.toordinal() if period.first else 0, period.last.toordinal()
    is_begun = first and _BEGINNING.search(question[start : period.start])
    made = _made("then", question, (start, period.end), least, first=first, last=first if is_begun else last)
    is_named = bool(_OF_THE.search(question[: period.start]) and _NAMED_AFTER.match(question, period.end))
    return replace(made, is_named=is_named, time=question[period.start : period.end]) if made else None


def _made(
    when: When, question: str, without: Span, least: int, first: int = 0, last: int = 0, than: str = ""
) -> HeldQuestion | None:
    """A question without some of its words, in the present tense; None where too little is left of it."""
    rest = " ".join(f"{question[: without[0]]} {question[without[1] :]}".split()).rstrip(" ,?.!")
    rest = _WAS.sub(lambda word: _IS[word[0].casefold()], rest, count=1)
    return HeldQuestion(when, f"{rest}?", first, last, than) if len(rest.split()) >= least else None
