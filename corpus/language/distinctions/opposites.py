"""Opposites: what is told of weaker forces, of lower classes and of what is discouraged is told of no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from corpus.language.context import before
from corpus.language.kinds import QUESTIONS_KEPT, TEXTS_KEPT, Span
from corpus.language.predicates import opposites
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems, words

_TABLE = load("opposites")
_IDIOM = re.compile(rf"\bhow\s+[\w’'-]+|\b{alternatives(_TABLE['idioms'])}\b", re.I)
_THAN = re.compile(r"\b(?:(?P<more>more|less)\s+)?(?P<how>\w+)\s+than\s+", re.I)
_COMPARED = re.compile(
    r"\W*(?:which|what|who)\b[^?,;]{0,60}?\s(?:is|are|was|were|has|have|had)\s[^?,;]{0,30}?"
    r"\b(?:(?P<more>more|less)\s+)?(?P<how>\w+)\s+than\s+\w",
    re.I,
)
_OPENS = re.compile(r"(?:^|[.?!:\"“(])\s*$")
_BEFORE: Final = 4
"""What opens a sentence stands within so many characters before its first word."""
_REACH: Final = 3
"""A word is of the things that stand within so many words of meaning before it and after it."""


_OF_THINGS: Final = opposites("pairs")
_SIDES: Final = (*_OF_THINGS, *opposites("deeds"))

_COUNTED: Final = _TABLE["counted"]
_MORE_OR_LESS: Final = rf"(?:(?P<more>{alternatives(_COUNTED['more'])})|{alternatives(_COUNTED['less'])})\b"
_OF_TIME: Final = frozenset(map(stem_of, (*_COUNTED["time"], *load("units")["time"])))
"""What something is compared with by these words alone is the same thing at another time: "than this year"."""
_ASKS_HOW_MANY_MORE = re.compile(rf"\bhow\s+(?:many|much)\s+{_MORE_OR_LESS}(?!\s+than\b)", re.I)
_MORE_OF = re.compile(rf"\b{_MORE_OR_LESS}\s+(?P<thing>[^\W\d_]{{3,}})", re.I)
_TOLD_SO = re.compile(
    rf"(?<!\d)(?<!\d[.,])\d[\d.,]*+\s*+(?:(?:%|per\s+cent\b)\s*+)?"
    rf"(?:(?!{alternatives(_COUNTED['bound'])}\b)[^\W\d_]{{1,12}}\s+)?{_MORE_OR_LESS}",
    re.I,
)
_BOUND = re.compile(rf"\b{alternatives(_COUNTED['bound'])}\s+$", re.I)
_DIFFERENCE = re.compile(rf"\s*(?:[^\W\d_]{{1,15}}\s+)?{_MORE_OR_LESS}\s+than\b", re.I)
_ASKS_DIFFERENCE = re.compile(rf"\b{alternatives(_COUNTED['differences'])}\b", re.I)
_THAN_WHAT = re.compile(r"\bthan\b(?P<what>[^,;.]{1,80})", re.I)


def tells_of_opposite(question: str, sentence: str, around: str, *, of_day: bool = False) -> bool:
    """Whether a question asks about something by a word of which a sentence has the opposite, beside the same thing.

    Where the question has both, or the sentence the word itself, or this stands beside the thing too, it may be asked
    and told otherwise.

    Args:
        question: such as "Which forces are stronger over short distances?".
        sentence: such as "The weaker forces act over short distances."
        around: the passage that the sentence stands in, and what is above it.
        of_day: whether it asks for a day; until when something is open is when it closes.
    """
    pairs = _sides_asked(question, of_day)
    if not pairs:
        return False
    asked, said = _told(question), frozenset(stem for stem, is_name in _told(sentence) if not is_name)
    return any(
        _is_beside(_things(asked, one), _told(sentence), other)
        and not _is_beside(_things(asked, one), _told(around), one)
        for one, other in pairs
        if said.isdisjoint(one)
    )


@lru_cache(maxsize=QUESTIONS_KEPT)
def _sides_asked(question: str, of_day: bool) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The sides of which a question has a word, with their opposites, of which it has none; kept for its next words."""
    own = frozenset(stem for stem, is_name in _told(question) if not is_name)
    sides = _OF_THINGS if of_day else _SIDES
    return [(one, other) for one, other in sides if not own.isdisjoint(one) and own.isdisjoint(other)]


def compares_other_way(question: str, sentence: str, words: Span) -> bool | None:
    """Whether words are what a question's subject is compared with, and not what it asks for.

    Args:
        question: such as "Which metal is weaker than tin?".
        sentence: such as "Tin is weaker than brass."
        words: where "brass" stands in it.

    Returns:
        None where the question or the sentence compares nothing so.
    """
    asked = _COMPARED.match(question)
    told = next((one for one in _THAN.finditer(sentence) if one.end() <= words[0]), None) if asked else None
    if asked is None or told is None or _THAN.search(sentence, told.end(), words[0]):
        return None
    own, other = (frozenset(stems(f"{one['more'] or ''} {one['how']}")) for one in (asked, told))
    if own == other:
        return True
    return None if not any(own & one and other & two for one, two in _SIDES) else False


def _is_beside(things: Sequence[frozenset[str]], told: Sequence[tuple[str, bool]], side: frozenset[str]) -> bool:
    """Whether a text has a word of a side beside one of some things."""
    return any(not of.isdisjoint(beside) for beside in _things(told, side) for of in things)


def _things(told: Sequence[tuple[str, bool]], side: frozenset[str]) -> list[frozenset[str]]:
    """The stems near each word of a side that is no part of a name."""
    return [
        frozenset(other for other, _ in (*told[max(0, place - _REACH) : place], *told[place + 1 : place + 1 + _REACH]))
        for place, (stem, is_name) in enumerate(told)
        if stem in side and not is_name
    ]


@lru_cache(maxsize=TEXTS_KEPT)
def _told(text: str) -> tuple[tuple[str, bool], ...]:
    """The stems of a text without idioms, each with whether it has a capital that opens no sentence."""
    plain = _IDIOM.sub(" ", text)
    return tuple((word.stem, plain[word.start].isupper() and not _opens(plain, word.start)) for word in words(plain))


def _opens(text: str, start: int) -> bool:
    return _OPENS.search(text, max(0, start - _BEFORE), start) is not None


def counts_other_way(question: str, sentence: str, figure: Span | None) -> bool:
    """Whether a question asks how many more there are, and a figure tells how many fewer, or more of the other side.

    Args:
        question: such as "How many more votes did Moor get than Carr?".
        sentence: such as "Moor had 300 votes, 37 fewer than Carr."; "Carr had 37 fewer" says as much as what is asked.
        figure: where the one that may answer stands in it; None where any may.
    """
    asked = _ASKS_HOW_MANY_MORE.search(question)
    told = list(_TOLD_SO.finditer(sentence)) if asked else []
    own = [match for match in told if figure and match.start() < figure[1] and figure[0] < match.end()] or told
    is_more = asked is not None and asked["more"] is not None
    return bool(own) and not any(_counts_so(question, sentence, match, is_more) for match in own)


def _counts_so(question: str, sentence: str, told: re.Match[str], is_more: bool) -> bool:
    """Whether a figure tells how many more there are where more are asked for, or how many fewer of the other side."""
    than = _THAN_WHAT.search(sentence, told.end())
    before_than, _, beside = question.partition(" than ")
    said = frozenset(stems(f"{sentence[: told.start()]} {beside}"))
    others = frozenset(stems(than["what"])) - said if than else frozenset[str]()
    if than and others <= _OF_TIME:
        is_asked = than["what"].strip().casefold() in before_than.casefold()
    else:
        is_asked = not others.isdisjoint(stems(before_than))
    return (is_more == bool(told["more"])) is not is_asked


def tells_only_difference(question: str, sentence: str, figure: Span | None) -> bool:
    """Whether a figure tells only by how much something is more or less, where a question does not ask that.

    Args:
        question: such as "How many members had the club in 2019?".
        sentence: such as "It has eleven members, two more than in 2019.".
        figure: where the one that may answer stands in it; None for none.
    """
    is_less = figure is not None and _DIFFERENCE.match(sentence, figure[1]) is not None
    return is_less and _ASKS_DIFFERENCE.search(question) is None


def counts_opposite(question: str, sentence: str) -> bool:
    """Whether a question asks which has more of something, and a sentence tells only which has fewer of it.

    Args:
        question: such as "Which plant set more seeds?".
        sentence: such as "Thistles set 13% fewer seeds there."
    """
    asked = _more_of(question)
    told = _more_of(sentence) if asked and not _THAN.search(sentence) else frozenset()
    return any((thing, not is_more) in told and (thing, is_more) not in told for thing, is_more in asked)


def _more_of(text: str) -> frozenset[tuple[str, bool]]:
    """What a text has more or fewer of, as stems, each with whether it is more."""
    found = (match for match in _MORE_OF.finditer(text) if not before(_BOUND, text, match.start()))
    return frozenset((stem, bool(match["more"])) for match in found if (stem := stem_of(match["thing"])))
