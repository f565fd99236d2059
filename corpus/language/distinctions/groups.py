"""Groups: for whom alone some of a sentence holds, and that those with something are not those without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.language.kinds import Span
from corpus.language.lasting.holding import verb_stem
from corpus.language.vocabulary import alternatives, first_of, load
from corpus.language.words import stem_of, stems

_TABLE = load("groups")
_PAYS = alternatives([*_TABLE["verbs"], *_TABLE["hiring"]])
_PAYER = re.compile(
    rf"(?:^|[.;:]\s+)(?P<who>(?:[^\W\d_][\w'’-]*\s+){{1,8}}?)(?:{alternatives(_TABLE['charged'])}\s+)?{_PAYS}\b",
    re.I,
)
_FOR_WHOM = re.compile(
    rf"^for\s+(?P<led>[^,.;:]{{3,80}}),|\bfor\s+(?P<who>(?:[\w'’-]+\s+){{0,3}}?{alternatives(_TABLE['people'])}\b)",
    re.I,
)
_THING = (
    rf"\s+(?:(?:{alternatives(_TABLE['articles'])})\s+)?"
    r"(?:(?!(?:with|without)\b)[a-z][\w'’-]*\s+){0,2}?(?P<thing>[a-z][\w'’-]*)"
)
_DOES = alternatives([*_TABLE["doing"], *_TABLE["having"]])
_WITHOUT = re.compile(
    rf"\bwithout(?={_THING}(?:\s+(?:{alternatives(_TABLE['askers'])}|{_PAYS})\b|\s*[?.,]|\s*$))", re.I
)
_WITH = re.compile(rf"\bwith(?={_THING}(?:\s+(?:{_PAYS}|{_DOES})\b|\s*[:.,]|\s*$))", re.I)
_LACKING = re.compile(rf"\b{alternatives(_TABLE['lacking'])}\b|n['’]t\b", re.I)
_WHO_ARE = re.compile(
    rf"(?<=\w )(?:who|that)\s+(?:{alternatives(_TABLE['been'])}(?P<not>\s+(?:not|never)\b|n['’]t\b)?\s+)?"
    r"(?P<not_so>(?:not|never)\s+)?"
    rf"(?:{alternatives(_TABLE['beside_been'])}\s+)*(?P<what>(?:[\w'’-]+ ?){{1,5}})",
    re.I,
)
_SAID_OF_THEM = 2
"""So many words that say something tell who some are, where a question says that they have not done something."""
_BEFORE = load("holding")["succession"]["earlier"]
_FORMER = re.compile(rf"{first_of('(?:what|which|who)')}[^?]*?\b{alternatives(_TABLE['formerly'])}\s+[a-z]+s\b", re.I)
_EARLIER = re.compile(
    rf"\b{alternatives([word for name in ('formerly', 'were_once', 'was') for word in _TABLE[name]] + _BEFORE)}\b", re.I
)


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


def tells_of_those_with(question: str, told: str) -> bool:
    """Whether a question asks of those without something, and all that is told is of those with it.

    Args:
        question: such as "What do people without a card pay?".
        told: a sentence and what it stands under, such as "People with a card pay £2."
    """
    asked = {stem_of(match["thing"]) for match in _WITHOUT.finditer(question)} - {""}
    if not asked or _LACKING.search(told):
        return False
    return any(stem_of(match["thing"]) in asked for match in _WITH.finditer(told))


def tells_of_those_who_have(question: str, told: str) -> bool:
    """Whether a question asks of those who have not done something, and all that is told is of those who have.

    Args:
        question: such as "How soon are patients who have not fallen seen?".
        told: a sentence and what it stands under, such as "Those who had fallen are seen within two days."
    """
    asked = [what for what, is_denied in _said_of_some(question) if is_denied]
    if not asked or _LACKING.search(told):
        return False
    own = [frozenset(what) for what, _ in _said_of_some(told)]
    return any(frozenset(what[:_SAID_OF_THEM]) <= one for what in asked for one in own)


def _said_of_some(text: str) -> Iterator[tuple[list[str], bool]]:
    """The stems of what a text says of some people to tell who they are, each with whether it is not so of them."""
    for match in _WHO_ARE.finditer(text):
        if what := [verb_stem(stem) for stem in stems(match["what"])]:
            yield what, bool(match["not"] or match["not_so"])


def tells_of_those_now(question: str, told: str) -> bool:
    """Whether a question asks for several that were before, and nothing that is told is of a time before.

    Args:
        question: such as "Who are the former members?".
        told: a list and what it stands under, such as "The members of the board are: Ada Moor, Tom Reed".
    """
    return _FORMER.search(question) is not None and _EARLIER.search(told) is None
