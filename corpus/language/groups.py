"""Groups: what holds for staff is not what holds for students."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from corpus.language.vocabulary import alternatives, load

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
