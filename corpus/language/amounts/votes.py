"""Votes: how many were for, against or abstained, in the words of minutes and news."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from corpus.language.kinds import PlacedValue
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("counts")["votes"]
_SIDES = {side: re.compile(rf"\b{alternatives(_TABLE[side])}\b", re.I) for side in ("abstained", "against", "for")}
_VOTE = re.compile(rf"\b{alternatives(_TABLE['words'])}\b", re.I)
_LOST = re.compile(rf"\b{alternatives(_TABLE['lost'])}\b", re.I)
_COUNTS_SIDE = re.compile(
    rf"\bhow many(?:\s+\w+){{0,2}}\s+(?:were|was|are|came out)\s+(?P<side>{alternatives(_TABLE['counted_sides'])})\b",
    re.I,
)
_TO = re.compile(rf"\s*(?:(?:\w+\s+)?{alternatives(_TABLE['to'])}\s+|[-–]\s*)")
_VOTES_FOR = re.compile(
    rf"\b{alternatives(_TABLE['before_for'])}\s+for\W*(?:(?:it|this|that|them|the\s[\w\s]+)\W*)?$", re.I
)
_DONE_TO = re.compile(rf"\b{alternatives(_TABLE['being'])}\s+(?:\w+ly\s+)?$", re.I)
"""Before "supported" it tells what is supported, and no side."""
_VOTING = frozenset(stem for name in (*_SIDES, "words", "counted_sides") for stem in stems(" ".join(_TABLE[name])))
_LABEL_GAP = re.compile(r"\s*[:(–=-]?\s*")
_WORDS_BETWEEN = re.compile(r"\s+(?:[a-z]+\s+){0,3}", re.I)


def side_asked(question: str) -> str | None:
    """Which side of a vote a question asks about: "for", "against" or "abstained"; None where it asks for none.

    "How many were against the bridge?" asks about a vote, too.
    """
    if counted := _COUNTS_SIDE.search(question):
        return "against" if _SIDES["against"].search(counted["side"]) else "for"
    for side, pattern in _SIDES.items():
        if pattern.search(question) and _VOTE.search(question + " vote" * (side == "abstained")):
            return side if side != "for" or _is_for(question) else None
    return None


def _is_for(question: str) -> bool:
    """Whether "for" is the side of a vote in a question, and no other preposition."""
    return bool(_VOTES_FOR.search(question)) or any(
        match[0].lower() != "for" and not _is_done_to(match) for match in _SIDES["for"].finditer(question)
    )


def _is_done_to(side: re.Match[str]) -> bool:
    """Whether the word for a side tells what is supported or backed, as in "How many homes were supported?"."""
    return side[0].lower() in _TABLE["doing"] and _DONE_TO.search(side.string[: side.start()]) is not None


def tells_of_vote(text: str) -> bool:
    """Whether a text may tell of a vote: it names one, or a side of it by another word than "for"."""
    sides = (match[0].casefold() for pattern in _SIDES.values() for match in pattern.finditer(text))
    return _VOTE.search(text) is not None or any(side != "for" for side in sides)


def is_vote_on_another(terms: Collection[str], said: str, others: Sequence[str]) -> bool:
    """Whether nothing that is said of a vote is of the matter that a question asks of, and another sentence is.

    Args:
        terms: the stems of what the question asks about.
        said: what tells of the vote, with its item and the headings above it.
        others: the other sentences of the passage.
    """
    matter = frozenset(terms) - _VOTING
    return matter.isdisjoint(stems(said)) and any(not matter.isdisjoint(stems(other)) for other in others)


def votes_for(side: str, sentence: str, values: Sequence[PlacedValue]) -> PlacedValue | None:
    """The number of votes for a side; None where a sentence tells of no vote, or not how it went.

    Two sides with their numbers tell of one too: "20 for, 15 against".

    A number belongs to the side that is named behind it, or before it as its label. Of two that are told as a score,
    such as "12 votes to 7", the first is for, or the smaller one where a thing was lost.
    """
    named = [value for value in values if _is_named(side, sentence, value, values)]
    if not _VOTE.search(sentence):
        return named[0] if named and len(not_of_other_sides(side, sentence, values)) < len(values) else None
    if named:
        return named[0]
    for one, other in pairwise(values):
        if side != "abstained" and _TO.fullmatch(sentence, one[1], other[0]):
            if not (one[2].normalized.isdigit() and other[2].normalized.isdigit()):
                continue
            if any(_is_named(other_side, sentence, value, values) for other_side in _SIDES for value in (one, other)):
                continue
            fewer_first = int(one[2].normalized) < int(other[2].normalized)
            first_is_for = fewer_first if _LOST.search(sentence) else True
            return one if (side == "for") == first_is_for else other
    return None


def not_of_other_sides(side: str, sentence: str, values: Sequence[PlacedValue]) -> list[PlacedValue]:
    """The numbers of a sentence that are not told to be those of another side of a vote."""
    others = [other for other in _SIDES if other != side]
    return [value for value in values if not any(_is_named(other, sentence, value, values) for other in others)]


def _is_named(side: str, sentence: str, value: PlacedValue, values: Sequence[PlacedValue]) -> bool:
    """Whether a side is named behind a number, or before it where no other number stands before that."""
    start, end, _ = value
    following = min((other[0] for other in values if other[0] >= end), default=len(sentence))
    for match in _SIDES[side].finditer(sentence):
        if end <= match.start() < following and _WORDS_BETWEEN.fullmatch(sentence, end, match.start()):
            return not _TO.fullmatch(sentence, end, following)
        if match.end() <= start and _LABEL_GAP.fullmatch(sentence, match.end(), start):
            return not any(
                _WORDS_BETWEEN.fullmatch(sentence, other[1], match.start())
                for other in values
                if other[1] <= match.start()
            )
    return False
