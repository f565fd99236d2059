"""Offices: the secretary is not the treasurer, nor does the nurse call when the doctor does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from corpus.language.kinds import TEXTS_KEPT
from corpus.language.persons.people import names
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("offices")
_HEADS = "head"
_OFFICE_OF = {stem_of(word): words[0] for words in _TABLE["others"] for word in words} | {
    stem_of(word): _HEADS for word in _TABLE["heads"]
}
_ASKED = re.compile(
    rf"\bwho(?:['’]s|\s+(?:is|was|are|were|will\s+be|became|acts?\s+as))\s+(?P<office>[^?]*?"
    rf"\b{alternatives([*_TABLE['heads'], *(word for words in _TABLE['others'] for word in words)])})\b",
    re.I,
)
_OTHERS = alternatives([word for words in _TABLE["others"] for word in words])
_NAMED = re.compile(rf"\b{alternatives(_TABLE['articles'])}\s+(?P<office>{_OTHERS})\b", re.I)
_BODY = (
    r"(?:of|to|at|for)\s+(?:(?:the|our|its)\s+)?"
    r"(?P<body>(?-i:[A-Z])[\w'’-]*(?:\s+(?:(?:of|and)\s+)?(?-i:[A-Z])[\w'’-]*)*)"
)
_HOLDER = rf"\b(?P<office>{alternatives([*_TABLE['heads'], *(one for own in _TABLE['others'] for one in own)])})"
_OF_BODY = re.compile(rf"{_HOLDER}\s+{_BODY}", re.I)
_OFFICE = re.compile(rf"{_HOLDER}\b(?:\s+{_BODY})?", re.I)
_HELD = re.compile(
    r"(?:\bas|\bbeen|\bbecome|,)\s+(?:[\w'’-]+\s+){0,4}?"
    rf"(?P<office>{alternatives([*_TABLE['heads'], *(one for own in _TABLE['others'] for one in own)])})\b",
    re.I,
)
"""An office that somebody has: "as clerk", ", the town clerk,", "been chair"."""
_LEADING: Final = alternatives(_TABLE["leading"])
_ASKS_LEADER = re.compile(
    rf"\bwho\s+(?:{alternatives(_TABLE['leads'])}|(?:is|was)\s+(?:(?:the|our|your)\s+)?{_LEADING})\s+(?P<what>[^?]*)",
    re.I,
)
_LED_BY = re.compile(rf"(?:^|\n)[^\w\n]*{_LEADING}\s+(?P<what>\w+):\s", re.I)
"""A line that names who leads some: "Lead inspector: Ada Moor"."""
_TEAMS = frozenset(stem_of(word) for word in _TABLE["teams"])
_ALIKE_CHARS: Final = 5
"""Words that begin alike so far are of one thing: "inspector" and "inspection"."""
_WHO = re.compile(r"\bwho\b", re.I)
_SOMEBODY = re.compile(rf"\b{alternatives(_TABLE['pronouns'])}\b", re.I)

_STAND_INS = alternatives(_TABLE["ranks"]["stand_ins"])
_STAND_IN = re.compile(rf"\b{_STAND_INS}\b", re.I)
_RANKED = re.compile(
    rf"\s*[,(\[–-]\s*(?:the\s+)?{_STAND_INS}[\s-]+"
    rf"{alternatives([*_TABLE['heads'], *(one for own in _TABLE['others'] for one in own)])}\b",
    re.I,
)
"""A rank below an office, behind a name: " (Vice-Chair)"."""
_RANK = re.compile(
    rf"\b{alternatives(_TABLE['articles'])}\s+(?:[\w’-]+\s+){{0,2}}?(?P<rank>{_STAND_INS}[\s-]+)?(?:[\w’-]+\s+){{0,2}}?"
    rf"{alternatives([*_TABLE['heads'], *(one for own in _TABLE['others'] for one in own)])}\b",
    re.I,
)
"""Whoever has an office, with the rank below it: "the deputy ward manager", "the previous manager"."""
_STANDS_IN = re.compile(rf"\b(?:{_STAND_INS}|{alternatives(_TABLE['standing_in'])})", re.I)


def tells_of_another_office(question: str, said: str, under: str) -> bool:
    """Whether a question asks who holds an office, and what is said names only holders of others.

    Args:
        question: such as "Who is the treasurer?".
        said: the sentence with the words that may answer, such as "Its secretary is Ada Moor."
        under: what it stands under.
    """
    asked = _ASKED.search(question)
    wanted = _offices(asked["office"]) if asked else frozenset[str]()
    told = _offices(said)
    return bool(wanted and told) and wanted.isdisjoint(told | _offices(under))


def leads_something_else(question: str, sentence: str) -> bool:
    """Whether a question asks who leads something, and a line names who leads a team of others.

    Args:
        question: such as "Who led the council?"; of a team, or what it came for, the line may tell.
        sentence: such as "Lead inspector: Ada Moor".
    """
    asked, told = _ASKS_LEADER.search(question), _LED_BY.search(sentence)
    if asked is None or told is None or not _TEAMS.isdisjoint(stems(asked["what"])):
        return False
    noun = told["what"].casefold()[:_ALIKE_CHARS]
    return not any(word.startswith(noun) for word in asked["what"].casefold().split())


def tells_of_another_caller(question: str, said: str, under: str) -> bool:
    """Whether a question asks about somebody by an office or a calling, and what is said tells only of others.

    Args:
        question: such as "How often does the dentist come?".
        said: the sentence, such as "The doctor calls on Mondays."; one with "she" may mean whoever is asked about.
        under: what it stands under.
    """
    wanted = frozenset(_named(stem_of(match["office"]) for match in _NAMED.finditer(question)))
    told = _offices(said)
    return bool(wanted and told) and wanted.isdisjoint(told | _offices(under)) and not _SOMEBODY.search(said)


def is_of_another_body(question: str, sentence: str) -> bool:
    """Whether a question asks who holds an office of a body, and a sentence names it only of other bodies.

    Args:
        question: such as "Who is the treasurer of the Dock Trust?".
        sentence: such as "The chair of the Dock Trust is Ada Moor, treasurer of the Reed Club."
    """
    asked = [(match["office"], frozenset(stems(match["body"]))) for match in _OF_BODY.finditer(question)]
    if len(asked) != 1 or not _WHO.search(question):
        return False
    office, body = _OFFICE_OF[stem_of(asked[0][0])], asked[0][1]
    told = [match for match in _OFFICE.finditer(sentence) if _OFFICE_OF[stem_of(match["office"])] == office]
    bodies = [frozenset(stems(match["body"] or "")) for match in told]
    return bool(bodies) and all(other and not other <= body and not body <= other for other in bodies)


def names_office(text: str) -> bool:
    """Whether a text tells of whoever holds an office or has a calling, as "our nurse"."""
    return bool(_offices(text))


@lru_cache(maxsize=TEXTS_KEPT)
def _offices(text: str) -> frozenset[str]:
    return frozenset(_named(stems(text)))


def _named(words: Iterable[str]) -> Iterable[str]:
    return (_OFFICE_OF[word] for word in words if word in _OFFICE_OF)


def tells_of_office_held(question: str, sentence: str) -> bool:
    """Whether a question says which office somebody has, and a sentence tells of whoever has it.

    Args:
        question: such as "How long does Ada Moor stay as clerk?" or "When did Ada Moor, the clerk, leave?".
        sentence: such as "The clerk gives six months' notice."
    """
    held = _offices(" ".join(match["office"] for match in _HELD.finditer(question)))
    return not held.isdisjoint(_offices(sentence))


def tells_of_another_rank(question: str, said: str, under: str) -> bool:
    """Whether a question asks of somebody's deputy, and what is said names only who is above that one; or the reverse.

    Args:
        question: such as "Why did the deputy manager resign?".
        said: the sentence, such as "The manager resigned after a quarrel."; one with "she" may tell of either.
        under: what it stands under.
    """
    asked = [bool(match["rank"]) for match in _RANK.finditer(question)]
    told = [bool(match["rank"]) for match in _RANK.finditer(said)]
    if not asked or not told or any(asked) is not all(asked) or _SOMEBODY.search(said):
        return False
    is_below = asked[0]
    return all(rank is not is_below for rank in told) and not (is_below and _STANDS_IN.search(f"{under}\n{said}"))


def lacks_stand_in(question: str, said: str) -> bool:
    """Whether a question asks for the deputy or assistant of somebody, and what is said names none."""
    return _STAND_IN.search(question) is not None and not _STANDS_IN.search(said)


def is_stand_in(question: str, sentence: str, told: str) -> bool:
    """Whether a question asks who holds an office, and all that some words name are said to be of a rank below one.

    Args:
        question: such as "Who is the chair?".
        sentence: such as "Present: Ada Moor (Vice-Chair) and Ben Rowe".
        told: the words, as they stand in it.
    """
    if not (_WHO.search(question) and names_office(question)) or _STAND_IN.search(question):
        return False
    begin = sentence.find(told)
    ends = [end for start, end in names(sentence) if begin < end and start < begin + len(told)]
    return bool(ends) and all(_RANKED.match(sentence, end) for end in ends)
