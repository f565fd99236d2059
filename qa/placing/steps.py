"""Steps: of a numbered list the step beside one that is named: "What comes after fitting the hose?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.document import Document
from corpus.language.kinds import Span
from corpus.language.steps import StepBeside, step_beside
from corpus.language.words import stems
from index.seams import DocumentMeta
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.query.idf import idf_coverage

_STEP_NUMBER: Final = re.compile(r"\W*([0-9]{1,2})[.):]?")
_STEP_CHARS: Final = 300
"""What is longer is no step but a section."""
SAID: Final = 0.6
"""So sure at least is the step beside one that has (nearly) all that a question says of it; set by hand."""
_ALL_SAID: Final = 0.8
_LEAST_SAID: Final = 0.4
"""A step is the one that a question names when it has this share of what the question says of it; set by hand."""


def of_steps(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where it is one of numbered steps and that beside a step is asked for, the step beside that.

    Args:
        course: of the question, such as "What comes after fitting the hose?".
        chosen: its passages in order.

    Returns:
        With no less confidence than `SAID` where one step alone has (nearly) all that the question says of it, and with
        none where the step is not told or nothing stands beside it.
    """
    asked = course.asked
    beside = step_beside(asked.query.question)
    first, span = chosen.ranking.candidates[0], chosen.spans[0]
    if beside is None or beside.is_told_by(first.passage.text[slice(*span.sentence)]):
        return chosen
    shown = zip(chosen.ranking.candidates, chosen.spans, strict=False)
    lists = [(one.document, _steps_around(asked, one, place.sentence[0])) for one, place in shown]
    if not lists[0][1]:
        return chosen
    named = [_named(asked, beside, document, steps) for document, steps in lists if steps]
    worth, document, found = max(named, key=lambda one: one[0])
    if found is None or worth < _LEAST_SAID or (placed := _placed(asked, document, found)) is None:
        return chosen.as_sure(0.0)
    row, own = placed
    is_sure = worth >= _ALL_SAID and len({step for told, _, step in named if told == worth}) == 1
    sure = max(chosen.confidence.probability, SAID if is_sure else 0.0)
    return chosen.with_first(course.candidate_of(row), AnswerSpan(own, own, None), sure).as_sure(sure)


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of a numbered list, with where it stands in its document."""

    number: int
    start: int
    end: int
    text: str


def _steps_around(asked: Asked, candidate: Candidate, place: int) -> list[_Step]:
    """The steps, counted by one, among which an offset of a passage stands; none where it stands in no such list."""
    document, at = asked.document(candidate.document.id), candidate.passage.start + place
    for steps in _lists(document) if document else ():
        if steps[0].start <= at < steps[-1].end:
            return steps if len(steps) > 1 and all(len(one.text) <= _STEP_CHARS for one in steps) else []
    return []


def _lists(document: Document) -> Iterator[list[_Step]]:
    """The numbered lists of a document, each its steps in order; what stands within a step does not end one."""
    steps: list[_Step] = []
    for block in document.blocks:
        number = _STEP_NUMBER.fullmatch(block.marker)
        if number:
            step = _Step(int(number[1]), block.start, block.end, document.text[block.start : block.end])
            if steps and step.number != steps[-1].number + 1:
                yield steps
                steps = []
            steps.append(step)
        elif steps and block.kind != "furniture" and not block.level > 1:
            yield steps
            steps = []
    if steps:
        yield steps


def _named(
    asked: Asked, beside: StepBeside, document: DocumentMeta, steps: Sequence[_Step]
) -> tuple[float, DocumentMeta, _Step | None]:
    """How much of what a question says of a step the best of some has, their document, and the step beside that.

    A step that is named by its number has all of it; none is the best where two have as much.
    """
    if beside.number is not None:
        worths = [float(one.number == beside.number) for one in steps]
    else:
        wanted = {stem: asked.term_idf[stem] for stem in stems(beside.said) if stem in asked.term_idf}
        own = {stem: idf for stem, idf in wanted.items() if stem not in stems(document.title)} or wanted
        worths = [idf_coverage(own, stems(one.text)) for one in steps]
    best = max(worths)
    place = worths.index(best) + beside.way
    is_told = worths.count(best) == 1 and 0 <= place < len(steps)
    return best, document, steps[place] if is_told else None


def _placed(asked: Asked, document: DocumentMeta, step: _Step) -> tuple[int, Span] | None:
    """The row of the passage that holds a step, and where that stands in it; None where none holds all of it."""
    rows = document.rows
    for row, passage in zip(rows, asked.snapshot.passages(rows), strict=True):
        if passage.start <= step.start and step.end <= passage.end:
            return row, (step.start - passage.start, step.end - passage.start)
    return None
