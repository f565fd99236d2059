"""Groups: what holds for staff is not what holds for students."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.vocabulary import alternatives, load

_TABLE = load("groups")
_GROUPS: Final[tuple[str, ...]] = tuple(rf"(?<!-)\b{alternatives(group)}\b(?!['’-])" for group in _TABLE["groups"])
_NAMED = tuple(re.compile(group, re.I) for group in _GROUPS)
_ASKED = tuple(
    re.compile(
        rf"(?<!\bnot\s)\b{alternatives(_TABLE['leads'])}\s+(?:{alternatives(_TABLE['fillers'])}\s+){{0,2}}{group}", re.I
    )
    for group in _GROUPS
)
_TOLD = tuple(
    re.compile(
        rf"(?:^|[.;:,|]\s+|\b(?:and|but)\s+)(?:{alternatives(_TABLE['openers'])}\s+){{0,2}}{group}"
        rf"\s+{alternatives(_TABLE['verbs'])}\b",
        re.I | re.M,
    )
    for group in _GROUPS
)
_WHOEVER = re.compile(rf"\b{alternatives(_TABLE['whoever'])}\b", re.I)


def is_for_another_group(question: str, said: str, under: str) -> bool:
    """Whether a question is about one group of people and a sentence says what another one has, owes or may do.

    Args:
        question: such as "I'm a student, what does parking cost?".
        said: the sentence, such as "Staff pay £12 a month."
        under: what it stands under, where the group asked about may be named.
    """
    asked = {place for place, group in enumerate(_ASKED) if group.search(question)}
    if not asked or _WHOEVER.search(said):
        return False
    told = {place for place, group in enumerate(_TOLD) if group.search(said)}
    around = f"{under}\n{said}"
    return bool(told) and asked.isdisjoint(told) and not any(_NAMED[place].search(around) for place in asked)
