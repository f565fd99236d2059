"""Vacant posts: who held one by an older paper holds it no more where a later one of the same body calls it vacant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from corpus.language.persons.people import names
from corpus.language.persons.posts import post_in
from corpus.language.vocabulary import alternatives, load
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.choosing.statements import READ, Matter
from qa.citing.citation import flattened
from qa.passages.candidates import Candidate
from qa.passages.editions import day_told, is_later

_VACANT: Final = re.compile(rf"\b{alternatives(load('holding')['vacant'])}\b", re.I)
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
    """The lines and rows of a passage that have the post, name nobody and call it vacant."""
    for line in candidate.passage.text.split("\n"):
        is_named = post_in(line, matter.post) or post_in(line, matter.plain)
        if is_named and _VACANT.search(line) and next(names(line), None) is None:
            yield line
