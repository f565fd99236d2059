"""Superlatives: which is the cheapest is told neither by which is the smallest nor by where one of them stands."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import Final

from corpus.language.distinctions.contrasts import is_alike
from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.lasting.holding import verb_forms
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("superlatives")
_GROUPS = tuple(map(frozenset[str], _TABLE["alike"]))
_MEASURED = tuple((frozenset[str](one["of"]), frozenset[str](one["alike"])) for one in _TABLE["measured"])
_MOST = alternatives(frozenset[str]().union(*_GROUPS))
_SAID = re.compile(rf"\b(?:the|{alternatives(_TABLE['whose'])})\s+(?:[\w-]+\s+)?(?P<most>{_MOST})\b")
_LABEL = re.compile(rf"^[^\w\n]*(?P<most>{_MOST})\b[^:\n]*:", re.M)
_ENDING = "est"
"""Only what ends so asks by itself for one of several: "first" and "most" mean much else."""

_ASKS_WHICH = re.compile(
    rf"\b(?:which|who)(?:['’]s)?(?:\s+[\w'’-]{{1,30}}){{0,6}}?\s+the\s+(?:[\w-]{{1,30}}\s+)?(?P<most>most|least|[a-z]{{2,20}}est)\b"
    rf"(?!\s+{alternatives(_TABLE['ways'])}\b)"
)
_COMPARES = re.compile(
    rf"\b(?:{alternatives(_TABLE['comparing'])}|[a-z]{{2,20}}(?:est|er\s+than)|as\s+\w{{1,30}}\s+as)\b"
)
_NOT_COMPARED = frozenset[str](_TABLE["not_compared"])
_GROUP = alternatives(_TABLE["groups"])
_OF_GROUP = re.compile(
    rf"\b(?!first\s+{alternatives(_TABLE['anybody'])}\b)(?P<most>first|second|third|best|[a-z]{{2,20}}est)"
    rf"\s+(?:{alternatives(_TABLE['among'])}\s+)?(?:the\s+)?{_GROUP}\b"
)
_ASKS_WHO = re.compile(r"\b(?:who|which)\b")
_ALL_GROUPS = frozenset[str](_TABLE["groups"])
_WORD = re.compile(r"[a-z]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_COMPARED = 2
"""So many figures may be compared by who reads them."""

_THING = re.compile(rf"\b(?P<most>{_MOST})\b(?P<things>(?:\s+[a-z][a-z'’-]*){{0,3}})")
_ADVERB = re.compile(
    rf"\b{alternatives(_TABLE['subjects'])}\s+(?:first|last)\b|\b(?:first|last)\s+time\b|\bfirst[ -]time\b"
)
"""Where "first" tells when something was done, and not which of several is meant: "is first licensed"."""
_ENDS: Final = tuple((one, other) for pair in _TABLE["ends"] for one, other in (pair, pair[::-1]))
_AVERAGE = re.compile(rf"\b{alternatives(_TABLE['average'])}\b")


def lacks_superlative(question: str, said: str) -> bool:
    """Whether a question asks which of several is the most of something, and a sentence compares nothing.

    Args:
        question: such as "Which hall is the cheapest?".
        said: such as "The Mill Hall stands by the weir.", with what it stands under; two figures may be compared.
    """
    asked = _ASKS_WHICH.search(searchable(question).casefold())
    if asked is None or asked["most"] in _NOT_COMPARED:
        return False
    plain = searchable(said).casefold()
    return not _COMPARES.search(plain) and len(frozenset(_FIGURE.findall(plain))) < _COMPARED


def is_of_a_group(question: str, sentence: str) -> bool:
    """Whether a question asks who was the first or fastest, and a sentence tells only who was among some.

    Args:
        question: such as "Who was the fastest?".
        sentence: such as "The fastest woman was Ada Moor.".
    """
    asked, plain = searchable(question).casefold(), searchable(sentence).casefold()
    told = list(_OF_GROUP.finditer(plain)) if _ASKS_WHO.search(asked) else []
    wanted = frozenset(_WORD.findall(asked))
    return any(
        match["most"] in wanted
        and wanted.isdisjoint(_ALL_GROUPS)
        and _WORD.findall(plain).count(match["most"]) == sum(other["most"] == match["most"] for other in told)
        for match in told
    )


def tells_of_another_superlative(question: str, sentence: str) -> bool:
    """Whether a question asks which is the cheapest, say, and a sentence tells only which is something else.

    Args:
        question: such as "Which car park is the cheapest?".
        sentence: such as "Priory Yard is the smallest, with 22 spaces."; what is said by no superlative may be meant.
    """
    asked, told = _superlatives(question), _superlatives(sentence)
    if not told and _AVERAGE.search(searchable(sentence).casefold()):
        return bool(asked) and not _AVERAGE.search(searchable(question).casefold())
    groups = (*_GROUPS, *_of_measure(question, sentence))
    is_other = any(not any(one in group and told & group for group in groups) for one in asked)
    return (bool(told) and is_other) or _tells_other_end(question, sentence)


def _of_measure(question: str, sentence: str) -> list[frozenset[str]]:
    """Superlatives that say alike of what both a question and a sentence measure: the fastest speed is the highest."""
    asked, told = (frozenset(_WORD.findall(searchable(one).casefold())) for one in (question, sentence))
    return [alike for measures, alike in _MEASURED if measures & asked & told]


def tells_of_another_thing(question: str, sentence: str, under: str) -> bool:
    """Whether a question asks for the largest onion, say, and a sentence tells only of the largest marrow.

    Args:
        question: such as "Who grew the largest onion?".
        sentence: such as "The largest marrow was grown by Ada Moor.".
        under: what it stands under, which may name onions.
    """
    plain = searchable(sentence).casefold()
    told = _things(_ADVERB.sub(" ", plain))
    for most, things in _things(_ADVERB.sub(" ", searchable(question).casefold())):
        alike = [others for one, others in told if _are_alike(most, one)]
        if not things or not alike or not all(alike):
            continue
        said = _THING.sub(lambda match, most=most: match[0] if _are_alike(most, match["most"]) else " ", plain)  # type: ignore[misc]
        named = verb_forms(things)
        if not any(is_alike(one, other) for one in named for other in stems(f"{under}\n{said}")):
            return True
    return False


def _are_alike(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in _GROUPS)


def _tells_other_end(question: str, sentence: str) -> bool:
    """Whether a question asks for the most or the first of some, and a sentence tells only of their fewest or last."""
    told = _things(sentence)
    return any(
        most == end
        and any(one == other and things & others for one, others in told)
        and not any(_are_alike(end, one) for one, _ in told)
        for most, things in _things(question)
        for end, other in _ENDS
    )


@lru_cache(maxsize=TEXTS_KEPT)
def _things(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The superlatives of a text, each with the stems of what it is said of."""
    found = _THING.finditer(searchable(text).casefold())
    return tuple((match["most"], frozenset(takewhile(bool, map(stem_of, match["things"].split())))) for match in found)


@lru_cache(maxsize=TEXTS_KEPT)
def _superlatives(text: str) -> frozenset[str]:
    """The superlatives that a text says of one of several."""
    plain = searchable(text).casefold()
    said = (match["most"] for pattern in (_SAID, _LABEL) for match in pattern.finditer(plain))
    return frozenset(most for most in said if most.endswith(_ENDING))
