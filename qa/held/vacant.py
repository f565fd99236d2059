"""Vacant posts: who held one by an older paper holds it no more where a later one of the same body calls it vacant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from corpus.language.persons.people import names
from corpus.language.persons.posts import Post, post_in
from corpus.language.rows import cells, is_row
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.choosing.statements import READ, Matter
from qa.citing.citation import flattened
from qa.passages.candidates import Candidate
from qa.passages.editions import day_told, is_later

_VACANT: Final = re.compile(rf"\b{alternatives(load('holding')['vacant'])}\b", re.I)
_LINKING: Final = frozenset(
    stem for word in (*load("offices")["naming"], *load("across_questions")["now"]) for stem in stems(word)
)
"""What may stand between a post and that it is vacant: "The post of clerk is currently vacant"."""
_OWN: Final = re.compile(r"['’]s\b")
_GOING_ON: Final = frozenset[str](load("holding")["handing_over"]["no_post"])
_NEXT, _WORD = re.compile(r"\s+(\w+)"), re.compile(r"\w")
_IS_VACANT: Final = "The passages that were read say who held this before, and one of {day} that nobody does: “{told}”"


def of_vacancy(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where a later paper calls the post vacant that is asked about, that as the reason for no answer.

    Args:
        course: of the question, which is of what is so now.
        chosen: its passages in order.
    """
    asked, matter = course.asked, Matter(course.asked)
    first = chosen.ranking.candidates[0]
    if asked.answer_type != "person" or not (matter.plain and chosen.confidence.probability):
        return chosen
    later = [
        (candidate, line)
        for candidate in chosen.ranking.candidates[:READ]
        if is_later(asked, first.document, candidate.document)
        for line in _vacant(matter, candidate)
    ]
    if not later:
        return chosen
    candidate, line = max(later, key=lambda one: one[0].document.day)
    told = _IS_VACANT.format(day=day_told(candidate.document), told=flattened(line))
    return replace(chosen.as_sure(0.0), ended=told)


def _vacant(matter: Matter, candidate: Candidate) -> Iterator[str]:
    """The lines and rows of a passage that name nobody and call the post vacant."""
    around = f"{matter.asked.query.question}\n{candidate.document.title}\n{candidate.passage.heading}"
    for line in candidate.passage.text.split("\n"):
        is_vacant = any(
            post and not _is_of_another(said, post, around) and _is_called_vacant(said, post)
            for said in (_cells_named(line) if _VACANT.search(line) else ())
            for post in (post_in(said, matter.post), post_in(said, matter.plain))
        )
        if is_vacant and next(names(line), None) is None:
            yield line


def _cells_named(line: str) -> Iterator[str]:
    """A line; each cell of a row behind the first, with that."""
    own = [line[slice(*cell)].strip() for cell in cells(line, (0, len(line)))] if is_row(line) else []
    yield from (f"{own[0]}: {cell}" for cell in own[1:]) if own else (line,)


def _is_of_another(said: str, post: Post, around: str) -> bool:
    """Whether a post is said to be of what neither the question nor what stands above names."""
    of = stems(said[post.start : post.end].partition(" of ")[2])
    return bool(of) and set(of).isdisjoint(stems(around))


def _is_called_vacant(said: str, post: Post) -> bool:
    """Whether it is the post that is called vacant: "Clerk: vacant", and not "ask the clerk about vacant plots"."""
    for found in _VACANT.finditer(said):
        is_before = found.start() < post.start
        between = said[found.end() : post.start] if is_before else said[post.end : found.start()]
        behind = _NEXT.match(said, post.end if is_before else found.end())
        is_plan = found[0].lower().startswith("to be") and bool(_WORD.search(between))
        is_of_it = not is_plan and not _OWN.match(between) and _LINKING.issuperset(stems(between))
        if is_of_it and (behind is None or (not is_before and behind[1].lower() in _GOING_ON)):
            return True
    return False
