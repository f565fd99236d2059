"""Legs: how far it is to the weir is not how far it is from the weir to the barn."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.nearness import clause_ends
from corpus.language.words import stems

_WAY: Final = re.compile(
    r"\bfrom\s+(?P<start>[\w’'-]+(?:\s+[\w’'-]+){0,4}?)\s+to\s+(?P<end>[\w’'-]+(?:\s+[\w’'-]+){0,4})", re.I
)
_FROM: Final = re.compile(r"\bfrom\s+(?P<place>[\w’'-]+(?:\s+[\w’'-]+){0,4})", re.I)
_TO: Final = re.compile(r"\bto\s+(?P<place>[^.;:]*)", re.I)


def is_another_leg(question: str, sentence: str, end: int) -> bool:
    """Whether a question asks of the way from one place to another, and a figure is of a way to the first.

    Or from the other, where the sentence does not name the first: "From the barn it is 5 miles back to the green."
    Or of a way from one place to another that are not both asked about, where the sentence names these too.

    Args:
        question: such as "How far is it from the weir to the barn?".
        sentence: such as "It is 4 miles to the weir, then 3 miles to the barn.".
        end: where the figure ends in it.
    """
    way = _WAY.search(question)
    if way is None:
        return False
    clause_end = next((place for place in clause_ends(sentence) if place >= end), len(sentence))
    told, own = _TO.search(sentence, end, clause_end), _WAY.search(sentence, end, clause_end)
    reached = frozenset(stems(told["place"])) if told else frozenset()
    start, goal = (frozenset(stems(way[name])) for name in ("start", "end"))
    left = frozenset(stem for match in _FROM.finditer(sentence, 0, end) for stem in stems(match["place"]))
    if not start or not goal:
        return False
    if own and start | goal <= frozenset(stems(sentence)):
        return not start | goal <= frozenset(stems(own[0]))
    is_from_goal = not left.isdisjoint(goal - start) and start.isdisjoint(stems(sentence))
    return is_from_goal or (start <= reached and not (goal - start <= reached))
