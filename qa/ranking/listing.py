"""Listing: which passage holds the list that a question for several things asks for, by what leads into it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Passage
from corpus.language.words import stems
from qa.passages.asked import Asked
from qa.passages.listed import LED, placed_lists, with_alike
from qa.query.idf import idf_coverage
from qa.query.intent import asks_several


def with_listing(asked: Asked, passages: Sequence[Passage], likely: Sequence[int], most: int) -> list[int]:
    """The places that are to be read: the first ones, and where none of them holds an asked list, one that does.

    That one is read in the place of the last, so that no more are.

    Args:
        asked: the question.
        passages: of all candidates.
        likely: the places of those worth reading, likeliest first.
        most: how many may be read.
    """
    first, others = list(likely[:most]), likely[most:]
    if len(first) < 2 or not others or not asks_several(asked.query.question):
        return first
    if any(holds_asked_list(asked, passages[place]) for place in first):
        return first
    own = next((place for place in others if holds_asked_list(asked, passages[place])), None)
    return first if own is None else [*first[:-1], own]


def holds_asked_list(asked: Asked, passage: Passage) -> bool:
    """Whether a passage has a list whose lead or heading has half of what is asked, or the question half of that.

    Words alike are one: "better" and "improve".

    Args:
        asked: the question.
        passage: any.
    """
    question = with_alike(asked.question_stems)
    for one in placed_lists(passage):
        above = set(stems(passage.text[slice(*one.above)]))
        share = len(above & question) / len(above) if above else 0.0
        if share >= LED or idf_coverage(asked.term_idf, with_alike(above)) >= LED:
            return True
    return False
