"""Deeds: how often a tank is inspected is not how often it is drained."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.language.date_parts import says_when
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("deeds")
_ALIKE = tuple(frozenset(map(stem_of, group)) for group in _TABLE["alike"])
_HOW_OFTEN = re.compile(
    r"\bhow\s+(?:often|frequently|regularly|many\s+times|long|quickly|soon|fast|promptly)\b(?P<rest>[^?]*)", re.I
)
_DONE = re.compile(rf"\b(?:[a-z]{{2,20}}ed|{alternatives(_TABLE['irregular'])})\b")
_IS_DONE = re.compile(rf"\b{alternatives(_TABLE['being'])}\s+(?:[\w'’-]{{1,20}}\s+){{0,3}}?{_DONE.pattern}")
_OFTEN = re.compile(rf"\b{alternatives(_TABLE['often'])}\b", re.I)
_DOUBTFUL = re.compile(
    rf"\b(?:{alternatives(_TABLE['doubtful'])}|(?-i:{alternatives(_TABLE['doubtful_small'])}))\b", re.I
)
_LASTING, _TAKING = (
    re.compile(rf"\bhow\s+long\s+(?:do|does|did|will|would)\b[^?]*\b{alternatives(_TABLE[name])}\b", re.I)
    for name in ("lasting", "taking")
)
_UNTIL = re.compile(r"\bwithin\s+(?:(?:the|a|about)\s+)?$", re.I)
_EACH = rf"(?:every|each)\s+(?:\w{{1,20}}\s+){{0,2}}{alternatives(_TABLE['units'])}\b"
_OPENS_WITH_EACH, _AFTER_EACH = re.compile(rf"^\W*{_EACH}(?!.*\bfor\b)", re.I), re.compile(r"\bevery\s+$", re.I)


def is_of_another_deed(question: str, sentence: str, others: Iterable[str]) -> bool:
    """Whether a question asks how often or how soon something is done, and a sentence tells it of another deed.

    Args:
        question: such as "How often are the tanks drained?".
        sentence: such as "The tanks are inspected once a year."
        others: the sentences around it, of which one tells of the deed that is asked about and when that is done, such
            as "Tanks were last drained in May."; where none does, the deed may be told by another word.
    """
    asked = _HOW_OFTEN.search(question)
    own = _deeds(sentence) if asked and _IS_DONE.search(sentence.casefold()) else frozenset[str]()
    if asked is None or not own:
        return False
    wanted = frozenset(stems(asked["rest"]))
    things = wanted & frozenset(stems(sentence))
    if not things or own & wanted:
        return False
    for other in others:
        deeds = (_deeds(other) & wanted) - things
        is_told = (_OFTEN.search(other) or says_when(other)) and not things.isdisjoint(stems(other))
        if deeds and is_told and not _DOUBTFUL.search(other):
            return not any(group & own and group & deeds for group in _ALIKE)
    return False


def lasts_no_time(question: str, words: str, before: str) -> bool:
    """Whether a question asks how long something lasts, and words tell until when or how often something is done.

    Args:
        question: such as "How long does the inspection take?".
        words: such as "every five years".
        before: what stands before them, such as "within"; then they tell how long it takes, but not how long it lasts.
    """
    if _TAKING.search(question) and (_OPENS_WITH_EACH.search(words) or _AFTER_EACH.search(before)):
        return True
    return _LASTING.search(question) is not None and _UNTIL.search(before) is not None


def _deeds(text: str) -> frozenset[str]:
    """The stems of what a text tells to be done."""
    return frozenset(stem_of(match[0]) for match in _DONE.finditer(text.casefold()))
