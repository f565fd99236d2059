"""Groups: what holds for staff is not what holds for students."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from typing import Final

from corpus.language.kinds import Span
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("groups")
_GROUPS: Final[tuple[str, ...]] = tuple(rf"(?<!-)\b{alternatives(group)}\b(?!['’-])" for group in _TABLE["groups"])
_NOT = r"(?<!\bnot\s)(?<!\bnot\sa\s)(?<!\bnot\san\s)"
_NAMED = tuple(re.compile(f"{_NOT}{group}", re.I) for group in _GROUPS)
_LEADS, _ASKERS = (alternatives(_TABLE[name]) for name in ("leads", "askers"))
_FILLERS = rf"(?:{alternatives([*_TABLE['fillers'], *chain.from_iterable(_TABLE['groups'])])}\s+){{0,2}}"
"""A "staff governor" is one of the governors as well."""
_ASKED = tuple(re.compile(rf"(?<!\bnot\s)\b{_LEADS}\s+{_FILLERS}{group}", re.I) for group in _GROUPS)
_DOES = tuple(
    re.compile(rf"\b{_ASKERS}\s+(?:{alternatives(_TABLE['selves'])}\b|{_FILLERS}{group})", re.I) for group in _GROUPS
)
_HAS = rf"{alternatives(_TABLE['verbs'])}\b|{alternatives(_TABLE['having'])}\b(?!(?:\s+[\w-]+){{0,4}}\s+to\b)"
_TOLD_HAS, _TOLD = (
    tuple(
        re.compile(
            rf"(?:^|[.;:,|]\s+|\b(?:and|but)\s+)(?:{alternatives(_TABLE['openers'])}\s+){{0,2}}{group}\s+(?:{verbs})",
            re.I | re.M,
        )
        for group in _GROUPS
    )
    for verbs in (_HAS, rf"{_HAS}|{alternatives(_TABLE['doing'])}\b")
)
_FOR = tuple(re.compile(rf"\bfor\s+(?:{alternatives(_TABLE['fillers'])}\s+){{0,2}}{group}", re.I) for group in _GROUPS)
_PAPERS = alternatives([*load("editions")["papers"], *_TABLE["papers"]])
_PAPER_FOR = tuple(
    re.compile(rf"\bfor\s+{_FILLERS}{group}|{group}['’]?s?['’]?\s+(?:[\w-]+\s+)?{_PAPERS}\b", re.I)
    for group in (rf"\b{alternatives(words)}" for words in _TABLE["groups"])
)
"""What a title calls a paper for a group: "Handbook for tenants", "Tenants' handbook"."""
_PAYS = alternatives([*_TABLE["verbs"], *_TABLE["hiring"]])
_PAYER = re.compile(
    rf"(?:^|[.;:]\s+)(?P<who>(?:[^\W\d_][\w'’-]*\s+){{1,8}}?)(?:{alternatives(_TABLE['charged'])}\s+)?{_PAYS}\b",
    re.I,
)
_FOR_WHOM = re.compile(
    rf"^for\s+(?P<led>[^,.;:]{{3,80}}),|\bfor\s+(?P<who>(?:[\w'’-]+\s+){{0,3}}?{alternatives(_TABLE['people'])}\b)",
    re.I,
)
_WHOEVER = re.compile(rf"\b{alternatives(_TABLE['whoever'])}\b", re.I)


def is_for_another_group(question: str, said: str, under: str) -> bool:
    """Whether a question is about one group of people and a sentence says what another one has, owes or may do.

    Args:
        question: such as "I'm a student, what does parking cost?", or "How many spaces are for staff?".
        said: the sentence, such as "Staff pay £12 a month.", or "Ten of them are for visitors."
        under: what it stands under, where the group asked about may be named.
    """
    asked = {place for place, group in enumerate(_ASKED) if group.search(question)}
    if not asked or _WHOEVER.search(said):
        return False
    said_of = _TOLD if any(_DOES[place].search(question) for place in asked) else _TOLD_HAS
    told = {place for place, group in enumerate(said_of) if group.search(said)}
    if any(_FOR[place].search(question) for place in asked):
        told |= {place for place, group in enumerate(_FOR) if group.search(said)}
    around = f"{under}\n{said}"
    names_both = any(_NAMED[place].search(around) for place in asked) or any(
        _NAMED[place].search(question) for place in told
    )
    return bool(told) and not names_both


def is_paper_of_another_group(question: str, title: str, text: Callable[[], str]) -> bool:
    """Whether a question is about one group of people, and a paper is for another by its title and never names them.

    Args:
        question: such as "Can leaseholders keep a dog?".
        title: of the paper, such as "A handbook for tenants".
        text: gives all of it, where it counts.
    """
    named = {place for place, group in enumerate(_PAPER_FOR) if group.search(title)}
    asked = {place for place, group in enumerate(_ASKED) if group.search(question)} if named else set[int]()
    if not asked or any(_NAMED[place].search(question) for place in named):
        return False
    around = f"{title}\n{text()}"
    return not any(_NAMED[place].search(around) for place in asked)


def holds_for_some(question: str, sentence: str, words: Span) -> bool:
    """Whether a sentence says beside some of it for whom alone that holds, and a question says nothing of these.

    Args:
        question: such as "How much is a gate key?".
        sentence: such as "New members pay £10 for a gate key.", or "For clubs, the pitch costs £20 an hour.".
        words: where the part of it stands that is to be quoted.
    """
    own = frozenset(stems(question))
    return any(
        (match.end() <= words[0] or match.start() >= words[1])
        and not own.issuperset(stems(next(filter(None, match.groups()), "")))
        for pattern in (_PAYER, _FOR_WHOM)
        for match in pattern.finditer(sentence)
    )
