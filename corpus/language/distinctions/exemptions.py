"""Exemptions: a rule tells nothing of those whom another sentence says it does not hold for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.language.times.parts import ANY_MONTH
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("exemptions")
_NUMBER = r"(?:[A-Z]{1,2}\.?)?\d{1,2}(?:\.\d{1,2}){0,3}(?:\([a-z]\))?(?![\w%])"
_JOINED = rf"\s*(?:{alternatives(_TABLE['listed'])}|{alternatives(_TABLE['ranges'])})\s*"
_RULE = alternatives(_TABLE["rules"])
_NAMED = rf"(?:{alternatives(_TABLE['this'])}\s+{_RULE}s?|{_RULE}s?\s+(?P<numbers>{_NUMBER}(?:{_JOINED}{_NUMBER})*))"
_WHOM = rf"(?:(?!{alternatives(_TABLE['ends'])}\b)[^\s,.;:()]++[ \t\n]?){{1,8}}"
_NOT_HELD = re.compile(rf"\b{_NAMED}\s+{alternatives(_TABLE['not_held'])}\s+(?P<whom>{_WHOM})", re.I)
_EXEMPT = re.compile(rf"(?<=\s){alternatives(_TABLE['exempt'])}\s+{_NAMED}", re.I)
_BEFORE_EXEMPT = re.compile(rf"(?:^|[\n.;:,]\s+|\d\s+)(?P<whom>{_WHOM})\s*$", re.I)
_BEFORE_CHARS = 300
"""Whom a rule does not hold for stands so near before the words that say so."""
_PARTS = re.compile(rf"({_NUMBER})|({alternatives(_TABLE['ranges'])})", re.I)
_PARTED = r"(?:[A-Z]{1,2}\.?\d{1,2}|\d{1,2}(?:\.\d{1,2}){1,3})(?:\([a-z]\))?"
_PRINTED = re.compile(
    rf"(?:^|\n)[ \t]*({_NUMBER})(?!\s+{ANY_MONTH}\s+\d{{4}})[.):]?\s+(?=\S)|(?<=[a-z.:;] )({_PARTED})[.)]?\s+(?=[A-Z])"
)
"""At the beginning of a line, or in one between what ends and what begins: "2. Leave 2.1 All staff"."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """What a text says of rules that do not hold for some.

    Attributes:
        start: where it is said.
        rules: the first and the last number of each run of rules; none where those are meant that this is said among.
        whom: the stems of whom they do not hold for.
    """

    start: int
    rules: tuple[tuple[str, str], ...]
    whom: frozenset[str]

    def is_of(self, number: str) -> bool:
        """Whether a rule of that printed number is meant, by itself or as part of one."""
        own = _order(number)
        return any(
            own[: len(_order(first))] == _order(first) or _order(first) <= own <= _order(last)
            for first, last in self.rules
        )


def exemptions(text: str) -> tuple[Exemption, ...]:
    """What a text says of rules that do not hold for some, in order.

    Args:
        text: such as "3.2 Apprentices are not covered by paragraph 3.1."
    """
    found = [(match.start(), match["whom"], match["numbers"]) for match in _NOT_HELD.finditer(text)]
    for match in _EXEMPT.finditer(text):
        whom = _BEFORE_EXEMPT.search(text, max(0, match.start() - _BEFORE_CHARS), match.start())
        if whom:
            found.append((whom.start(), whom["whom"], match["numbers"]))
    made = (Exemption(start, _runs(numbers or ""), frozenset(stems(whom))) for start, whom, numbers in found)
    return tuple(sorted((one for one in made if one.whom), key=lambda one: one.start))


def printed_number(text: str, place: int) -> str:
    """The last number that is printed before a place of a text, as of its paragraph; "" for none."""
    found = [match[match.lastindex or 0] for match in _PRINTED.finditer(text, 0, place)]
    return found[-1] if found else ""


def _runs(numbers: str) -> tuple[tuple[str, str], ...]:
    """The runs of numbers in words such as "2.1, 2.3 to 2.5"."""
    runs: list[tuple[str, str]] = []
    is_range = False
    for match in _PARTS.finditer(numbers):
        if match[2]:
            is_range = True
        else:
            runs.append((runs.pop()[0] if is_range and runs else match[1], match[1]))
            is_range = False
    return tuple(runs)


def _order(number: str) -> tuple[str, ...]:
    """The parts of a number, in which it comes after others."""
    return tuple(part.zfill(3) for part in re.findall(r"[a-z]+|\d+", number.casefold()))
