"""Listing: which passage holds the list that a question for several things asks for, by what leads into it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Passage
from corpus.language.words import stems
from qa.passages.asked import Asked
from qa.passages.candidates import Candidates
from qa.passages.listed import LED, placed_lists, with_alike
from qa.query.coverage import of_period
from qa.query.idf import idf_coverage
from qa.query.intent import asks_several


def with_listing(
    asked: Asked, candidates: Candidates, ordered: Sequence[int], likely: Sequence[int], most: int
) -> list[int]:
    """The places that are to be read: the first ones, and where none of them holds an asked list, one that does.

    Where no more may be read, that is in the place of the last.

    Args:
        asked: the question.
        candidates: all of them.
        ordered: their places, likeliest first.
        likely: the first of these, which are worth reading, at least one.
        most: how many may be read.
    """
    first = list(likely[:most])
    if most < 2 or not asks_several(asked.query.question):
        return first
    if any(_is_listing(asked, candidates, place) for place in first):
        return first
    own = next((place for place in ordered[len(first) :] if _is_listing(asked, candidates, place)), None)
    return first if own is None else [*first[: most - 1], own]


def _is_listing(asked: Asked, candidates: Candidates, place: int) -> bool:
    """Whether a candidate is of a document that is meant, by its names and times, and holds an asked list."""
    periods = asked.query.interpretation.periods
    is_named = all(candidates.document_indexes[place] in indexes for indexes in asked.query.documents)
    is_of_time = not periods or any(of_period(candidates.documents[place], period) for period in periods)
    return is_named and is_of_time and holds_asked_list(asked, candidates.passages[place])


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
