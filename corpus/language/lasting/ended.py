"""Ended: whether a sentence tells that a rule, a ban or a charge holds no more, and of which kind that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.language.vocabulary import alternatives, load

_TABLE = load("ended")
_NOUNS: Final[Mapping[str, Sequence[str]]] = _TABLE["nouns"]
_TOLD: Final[Mapping[str, Sequence[str]]] = _TABLE["told"]
_VERBS = _TABLE["verbs"]
_BEHIND: Final = alternatives([*_TABLE["behind"]["words"], *_VERBS["done"]])
_NOUN: Final = (
    rf"(?<![\w-])(?P<noun>{alternatives(word for words in _NOUNS.values() for word in words)})"
    rf"(?=\s*(?:[.,;:()]|$)|\s+{_BEHIND}\b)"
)
_BETWEEN: Final = r"(?:\s+(?!(?:that|which|who|whose|where|is|are|was|were|be)\b)[^\s.;:]+){0,14}?"
_OPENING: Final = r"^\W*(?:[^.:;]{2,48}[.:]\s+)?(?:[\w’£'-]+\s+){0,4}?"
_ENDED: Final = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_NOUN}\b{_BETWEEN}\s+(?:is|are|was|were|(?:has|have)\s+(?:now\s+)?been)\s+(?:now\s+)?{alternatives(_VERBS['done'])}\b",
        rf"\b{alternatives(_VERBS['decided'])}\s+that\b[^.;]{{0,60}}?{_NOUN}\b{_BETWEEN}\s+(?:be|is|are)\s+{alternatives(_VERBS['done'])}\b",
        rf"\b{alternatives(_VERBS['decided'])}\s+to\s+{alternatives(_VERBS['to_do'])}\s+(?:[\w’£'-]+\s+){{0,4}}?{_NOUN}\b",
        rf"\b{alternatives(_VERBS['does'])}\s+(?:the|its|their|all|this|that)\s+(?:[\w’£'-]+\s+){{0,4}}?{_NOUN}\b",
        rf"{_NOUN}\b{_BETWEEN}\s+(?:is\s+|are\s+)?{alternatives(_VERBS['itself'])}\b",
        rf"{_OPENING}{_NOUN}\s+{alternatives(_VERBS['done'])}\b(?![^.]*[:£])",
        rf"{_OPENING}{_NOUN}\b{_BETWEEN}\s+{alternatives(_VERBS['of_rules'])}\b(?![^.]*[:£])",
    )
)
_NOT_DONE = re.compile(
    rf"\b(?:(?i:{alternatives(_VERBS['not_done'])})|{alternatives(_VERBS['not_done_in_small_letters'])})\b"
)
_OPENS = re.compile(r"(?:^|[.:;]\s|\b(?:the|that|this|its|their|all|any)\s)\s*", re.I)
_LONGER = re.compile(r"\bno\s+longer\b", re.I)


@dataclass(frozen=True, slots=True)
class Ended:
    """What a sentence says has ended.

    Attributes:
        kind: of thing.
        start: where the words begin that tell what it was of, and for whom.
    """

    kind: str
    start: int


def ended(sentence: str) -> Ended | None:
    """What a sentence says has ended: of "They lifted the ban on barbecues" a ban, of barbecues; None for nothing."""
    if _NOT_DONE.search(_LONGER.sub(" ", sentence)):
        return None
    found = next((match for pattern in _ENDED if (match := pattern.search(sentence))), None)
    if found is None:
        return None
    start = max((one.end() for one in _OPENS.finditer(sentence, 0, found.start("noun"))), default=found.start("noun"))
    return Ended(_kind_of(found["noun"]), start)


def tells_of_kind(sentence: str, kind: str) -> bool:
    """Whether a sentence tells of a rule of a kind: of a ban "Barbecues are not allowed", of a charge "It costs £2"."""
    return any(_said(word).search(sentence) for word in (*_NOUNS[kind], *_TOLD[kind]))


def rule_words() -> frozenset[str]:
    """The words by which rules of any kind are told."""
    return frozenset(word for table in (_NOUNS, _TOLD) for words in table.values() for word in words)


def words_of_ending() -> frozenset[str]:
    """The words by which it is told that such a thing ended, by whom and when, and which say not of what it was."""
    return frozenset(
        word for words in (*_NOUNS.values(), *_VERBS.values(), _TABLE["behind"]["aside"]) for word in words
    )


def _kind_of(noun: str) -> str:
    return next(kind for kind, words in _NOUNS.items() if " ".join(noun.lower().split()) in words)


def _said(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}" + (r"\b" if word[-1].isalpha() else ""), re.I)
