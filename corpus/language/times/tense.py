"""The tense of a sentence around a date without its year: whether it tells of what was, or of what is to come."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from corpus.language.context import before
from corpus.language.times.parts import ANY_MONTH, WEEKDAY, YEAR, weekdays_in, weekly_days
from corpus.language.vocabulary import alternatives, first_of, load
from corpus.language.words import stem_of, stem_starts, stems

Tense = Literal["coming", "present", "lasting", "past", ""]

_CUES: dict[str, list[str]] = load("dates")["tense"]
_CHARS = 100
_SHORT = 4
"""Words no longer than this that end in "ed" are no verbs, such as "shed"."""
_AFTER_CHARS = 60
_BREAK = "\n\n"
_COMING = re.compile(rf"\b{alternatives(_CUES['coming'])}\b[^.!?;]*$", re.I)
_CUE = re.compile(
    rf"\b(?:(?P<planned>{alternatives([*_CUES['planned'], 'next'])})|{alternatives(_CUES['coming'])})\b", re.I
)
_FINITE = re.compile(rf"\b{alternatives(_CUES['finite'])}\b", re.I)
_THEN_FINITE = re.compile(rf"(?:[^\S\n]+\w+){{0,2}}?[^\S\n]+{alternatives(_CUES['finite'])}\b", re.I)
_WHAT = rf"\s+{alternatives(_CUES['taken_whose'])}(?:\s+(?!{alternatives(_CUES['not_taken'])}\s)[\w'’&-]+){{1,9}}?"
_MOVED_FROM = (
    rf"\b(?:{alternatives(_CUES['moved'])}|{alternatives([*_CUES['moving'], *_CUES['moved_whose']])}(?:{_WHAT})?"
    rf"|{alternatives(_CUES['taken'])}{_WHAT}\s+{alternatives(_CUES['taken_where'])})\s+from\s+"
)
_MOVED = re.compile(
    rf"\b{alternatives(_CUES['moved'])}\s+(?:from\s+[^.!?;]{{1,40}}?\s+)?(?:to|until|till|for)\s+(?:the\s+)?$"
    rf"|{_MOVED_FROM}(?:the\s+)?$",
    re.I,
)
_TAKEN_FROM = re.compile(rf"{_MOVED_FROM}(?:the\s+)?(?:{WEEKDAY},?\s+(?:the\s+)?)?$", re.I)
_SINCE = re.compile(r"\b(?:since|ago)\s+(?:the\s+)?$", re.I)
_WAS_PLANNED = re.compile(
    rf"\b{alternatives(_CUES['were'])}\s+(?:\w+\s+)?{alternatives(_CUES['planned'])}\b[^.!?;]*$", re.I
)
_WAS_TO = re.compile(
    rf"\b{alternatives(_CUES['were'])}\s+(?:{alternatives(_CUES['meant'])}\s+)?to\s+"
    rf"(?P<deed>(?:(?!\b{alternatives(_CUES['plan_over'])}\b)[^.,!?;])*)$",
    re.I,
)
"""Before a day on which something was to be done: "was due to open in"."""
_PLANNED = re.compile(rf"\b{alternatives([*_CUES['plan_asked'], *_CUES['before_move']])}\b", re.I)
_MOVES = re.compile(rf"\b{alternatives([*_CUES['moved'], *_CUES['moving'], *_CUES['moved_whose']])}\b", re.I)
_OPEN = re.compile(rf"\b{alternatives(_CUES['open'])}\s+(?:the\s+)?$", re.I)
_LASTING = re.compile(rf"\b{alternatives(_CUES['lasting'])}\s+(?:the\s+)?$", re.I)
_NEXT_THING = r"next\s+(?P<before>(?:[\w'’-]+\s+){1,3}?)(?P<head>[\w'’-]+)"
_NEXT_ASKED = re.compile(
    rf"\W*(?:{alternatives(_CUES['when_asked'])}\s+)?(?:{alternatives(_CUES['whose_next'])}\s+)?{_NEXT_THING}"
    rf"(?:\s+{alternatives(_CUES['after_thing'])}\b[^?]*)?\W*$",
    re.I,
)
_NEXT_TOLD = re.compile(rf"\b{_NEXT_THING}(?:\s+{alternatives(_CUES['after_thing'])}\b|\s*[:–—(,])", re.I)
_COMES = re.compile(rf"\b{alternatives([*_CUES['coming'], *_CUES['present']])}\b", re.I)
_IS_OR_WAS = re.compile(rf"\b(?:(?P<is_so>{alternatives(_CUES['is_so'])})|{alternatives(_CUES['was_so'])})\b", re.I)
_WORD = re.compile(r"[a-z]+")
_JOINED_IS = re.compile(rf"\b({alternatives(_CUES['joined_to_is'])})['’]s\b")
_PAST, _PRESENT = frozenset(_CUES["past"]), frozenset(_CUES["present"])
_AUXILIARIES, _NO_PAST = frozenset(_CUES["auxiliaries"]), frozenset(_CUES["no_past_after"])
_EVERY = alternatives(_CUES["every"])
_YEARLY = re.compile(rf"\b(?:{alternatives(_CUES['yearly'])}|{_EVERY}\s+\w+\s+years)\b|\b{_EVERY}\s+$", re.I)
_ASKS_DONE = re.compile(rf"\bwhen\s+{alternatives(_CUES['done_asked'])}\b", re.I)
_ASKS_PLAN = re.compile(rf"\b{alternatives(_CUES['plan_asked'])}\b", re.I)
_ASKS_WILL = re.compile(r"\bwhen(?:['’]ll\b|\s+(?:will|shall)\b)", re.I)
_ASKS_BEFORE_MOVE = re.compile(
    rf"{first_of(alternatives(_CUES['were']))}[^?]*\b{alternatives(_CUES['plan_asked'])}\b|\b{alternatives(_CUES['before_move'])}\b",
    re.I,
)
_ASKS_MEANT = re.compile(
    rf"{first_of(alternatives(_CUES['were']))}[^?]*\b(?:{alternatives(_CUES['meant'])}(?:\s+(?:to|for)\b|\W*$)|to\s+be\b)",
    re.I,
)
_ASKS_STATE = re.compile(
    rf"\W*{alternatives(_CUES['state_asked'])}\s+[^?]*?\b(?P<state>{alternatives(_CUES['states'])})"
    rf"(?:\s+{alternatives(_CUES['state_ends'])})*\W*$",
    re.I,
)
STATE_ENDS = frozenset(stems(" ".join(_CUES["state_ends"])))
"""Stems at the end of a question whether something is so yet, which its answer need not have."""
_STATE_TO_COME = re.compile(rf"\b{alternatives(_CUES['state_to_come'])}\s+(?:[\w'’-]+\s+){{0,4}}?$", re.I)
_DATED = re.compile(rf"\b(?:{ANY_MONTH}|{YEAR})\b", re.I)
_HOUR = re.compile(r"\b[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\b|\b[0-9]{1,2}:[0-9]{2}\b", re.I)
_DAY = re.compile(r"(?<![0-9/–-])[0-9]{1,2}(?:st|nd|rd|th)?\b", re.I)
_STOP = re.compile(r"[.!?;](?!\d)")
_NEXT = re.compile(rf"\bnext\b(?!\s+{alternatives(load('holding')['next_event']['not_after_next'])}\b)", re.I)


def tense(text: str, start: int, end: int) -> Tense:
    """What the sentence says of a day that stands in it.

    Returns:
        "coming" after words such as "will"; else what the nearest verb is in; "lasting" where it is present and the day
        begins what lasts ("applies from 1 May"), so that it may as well be past; "" where no verb tells, as "was closed
        until" does not. What stands above its paragraph, such as a heading "What happens next", tells only where that
        does not.
    """
    own = text.rfind(_BREAK, max(0, start - _CHARS), start) + len(_BREAK)
    if own >= len(_BREAK) and (told := _tense(text[own:], start - own, end - own)):
        return told
    return _tense(text, start, end)


def _tense(text: str, start: int, end: int) -> Tense:
    """The tense by all that stands before and after a day in what may be its sentence."""
    if before(_WAS_PLANNED, text, start, _CHARS):
        return "present"
    if _is_coming(text, start, end):
        return "coming"
    if before(_MOVED, text, start, _CHARS):
        return "present"
    if before(_SINCE, text, start):
        return "past"
    lead, rest = _sentence(text, start, end)
    told = _verbs(lead)[-1:] or _verbs(rest)[:1]
    if before(_LASTING, text, start) and told != ["past"]:
        return "lasting"
    return "" if not told or (told == ["past"] and before(_OPEN, text, start)) else told[0]


def _is_coming(text: str, start: int, end: int) -> bool:
    """Whether a word such as "will" stands before a day, and after a "planned" no verb that tells what was.

    "The fair planned for 4 May was put off and took place on 11 May" speaks of what was.
    """
    found = _COMING.search(text[max(0, start - _CHARS) : start])
    if found is None:
        return False
    *_, cue = _CUE.finditer(found[0])
    return not (cue["planned"] and (_FINITE.search(found[0], cue.end()) or _THEN_FINITE.match(text, end)))


def is_moved_from(text: str, start: int) -> bool:
    """Whether a day is the one from which something was moved: "moved from 19 June to 3 July" is no range of days."""
    return before(_TAKEN_FROM, text, start, _CHARS)


def asks_before_move(question: str) -> bool:
    """Whether a question asks when something was to be that was moved since: "When was the fair meant to be?"."""
    return _ASKS_BEFORE_MOVE.search(question) is not None


def asks_when_meant(question: str) -> bool:
    """Whether a question asks for when something was to be: "When was it due to open?"."""
    return _ASKS_MEANT.search(question) is not None


def _verbs(text: str) -> list[Tense]:
    """The tenses of the verbs of some words; "been open" is past, "is closed" and "for licensed" are none."""
    told: list[Tense] = []
    last = ""
    plain = _JOINED_IS.sub(r"\1 is", text.lower())
    for word, following in pairwise([*_WORD.findall(plain), ""]):
        if word in _PAST:
            told.append("past")
        elif last not in _AUXILIARIES:
            if word in _PRESENT and following != "of":
                told.append("present")
            elif word.endswith("ed") and len(word) > _SHORT and not word.endswith("eed") and last not in _NO_PAST:
                told.append("past")
        last = word
    return told


def tells_what_is(sentence: str) -> bool:
    """Whether a sentence speaks of what is so or is to come, by its first auxiliary: "It is chaired by Ada Moor"."""
    first = _IS_OR_WAS.search(sentence)
    return first is not None and first["is_so"] is not None


def is_hour_alone(sentence: str, heading: str) -> bool:
    """Whether a sentence tells an hour and what it stands under no day: "ends at 3.30pm" under "Prospectus 2025"."""
    return _HOUR.search(sentence) is not None and not (_DAY.search(heading) or weekdays_in(heading))


def tells_what_comes(text: str) -> bool:
    """Whether anything in a text speaks of what is to come or is so: "will", "next", "meets"."""
    return _COMES.search(text) is not None


def says_next(text: str) -> bool:
    """Whether a text speaks of what comes next, and neither of "next year" nor of what is "next to" something."""
    return _NEXT.search(text) is not None


def is_next_of_another(question: str, said: str, around: str) -> bool:
    """Whether it is asked when the next thing of some name is, and a sentence tells of the next of another such name.

    As "the next fire drill" for "the next fire inspection": the words before the last are shared, and what is asked for
    stands nowhere.

    Args:
        question: such as "When is the next fire inspection?".
        said: the sentence.
        around: what it stands under and after.
    """
    asked = _NEXT_ASKED.match(question)
    if asked is None or stem_of(asked["head"]) in {*stems(said), *stems(around)}:
        return False
    own = set(stems(asked["before"]))
    return any(not own.isdisjoint(stems(told["before"])) for told in _NEXT_TOLD.finditer(said))


def only_to_come(question: str, text: str, start: int, end: int) -> bool:
    """Whether a question asks when something was done, and the sentence says of a day that it is planned for then.

    Args:
        question: such as "When did the works start?".
        text: such as "Works are expected to start in 2025." or "Works were due to start in 2025."
        start, end: where the day stands in it.
    """
    if not _ASKS_DONE.search(question) or _ASKS_PLAN.search(question):
        return False
    lead = _sentence(text, start, end)[0]
    if (was_to := _WAS_TO.search(lead)) and not _THEN_FINITE.match(text, end):
        return not _verbs(lead[: was_to.start()]) and "past" not in _verbs(was_to["deed"])
    return tense(text, start, end) == "coming" and _verbs(lead)[-1:] != ["past"]


def only_plans_state(question: str, sentence: str) -> bool:
    """Whether a question asks whether something is so yet, and the sentence says only that it was to be so.

    Args:
        question: such as "Is the pool open yet?".
        sentence: such as "The pool is to open in May 2024."; one with "will be open every day" and no date is no plan.
    """
    asked = _ASKS_STATE.match(question)
    if asked is None or _ASKS_PLAN.search(question) or _tells_of_weeks(sentence):
        return False
    stated = frozenset(stems(asked["state"]))
    starts = [start for stem, start in stem_starts(sentence) if stem in stated]
    return bool(starts) and all(_STATE_TO_COME.search(sentence[max(0, start - _CHARS) : start]) for start in starts)


def _tells_of_weeks(sentence: str) -> bool:
    """Whether a sentence tells what is so on Sundays, or on several days of the week, and names no month or year."""
    is_weekly = len(weekdays_in(sentence)) > 1 or weekly_days(sentence)
    return bool(is_weekly) and not _DATED.search(sentence)


def only_past(question: str, text: str, start: int, end: int) -> bool:
    """Whether a question asks when something will be, or was to be, and the sentence says that something was so then.

    Args:
        question: such as "When will the works be finished?" or "When were the works meant to be finished?".
        text: such as "The works, begun in October 2025, are to be finished in the autumn.".
        start, end: where the day stands in it.
    """
    if tense(text, start, end) != "past":
        return False
    lead, rest = _sentence(text, start, end)
    is_of_plan = _PLANNED.search(lead) or _MOVES.search(f"{lead} {rest}")
    return bool(_ASKS_WILL.search(question) or (asks_when_meant(question) and not is_of_plan))


def is_yearly(text: str, start: int, end: int) -> bool:
    """Whether the sentence says of a day that it comes every year."""
    return any(_YEARLY.search(part) for part in _sentence(text, start, end))


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place in its sentence, as far as it may tell of it."""
    lead = text[max(0, start - _CHARS) : start]
    stops = [match.end() for match in _STOP.finditer(lead)]
    rest = text[end : end + _AFTER_CHARS]
    stop = _STOP.search(rest)
    return lead[stops[-1] if stops else 0 :], rest[: stop.start() if stop else None]
