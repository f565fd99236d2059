"""Imprints: what a paper tells of itself in its first and last lines, where that is asked of the paper by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.document import Passage
from corpus.language.imprints import ImprintAsked, is_all_of_title, is_of_imprint, read_imprint_question, value_told
from corpus.language.kinds import Span
from corpus.language.words import stems
from index.seams import DocumentMeta
from qa.choosing.answer_model import AS_LIKELY, SURE_OF_ROWS, Chosen
from qa.choosing.course import Course
from qa.choosing.statements import value_in
from qa.passages.asked import Asked
from qa.passages.editions import are_of_one_body, is_not_in_force, name_of
from qa.passages.quoted import AnswerSpan

_ENDS: Final = 2
"""An imprint stands in so many of a paper's first passages, or of its last ones."""

Told = tuple[int, Span, Span]
"""The row of a passage, the words in it that tell what is asked, and their line."""


def of_imprint(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where it is asked of a paper itself, what the paper's own first or last lines tell.

    Args:
        course: of the question, such as "When was the leave policy last reviewed?".
        chosen: its passages in order.

    Returns:
        With no less confidence than `SURE_OF_ROWS` where one paper of that name tells it, or of editions of one paper
        the newest that is no draft; with `AS_LIKELY` where one alone has that name and more; with none where the words
        are those by which another paper tells of itself.
    """
    asked = course.asked
    wanted = read_imprint_question(asked.query.question)
    if wanted is None:
        return chosen
    papers = [paper for paper in asked.snapshot.metadata if _is_called(asked, paper, wanted)]
    whole = [paper for paper in papers if is_all_of_title(wanted, paper.title)]
    told = [said for paper in _newest(whole or papers) if (said := _told(asked, paper, wanted))]
    if len(told) == 1:
        row, quote, line = told[0]
        candidate = course.candidate_of(row)
        value = value_in(asked, candidate, line) if wanted.wanted == "day" else None
        likely = SURE_OF_ROWS if whole else AS_LIKELY
        found = chosen.with_first(candidate, AnswerSpan(quote, line, value), likely)
        sure = max(likely, chosen.confidence.probability) if whole else likely
        return replace(found.as_sure(sure), others=())
    return _unless_of_another(asked, chosen, wanted, papers)


def _unless_of_another(asked: Asked, chosen: Chosen, wanted: ImprintAsked, papers: Sequence[DocumentMeta]) -> Chosen:
    """What was chosen; with no confidence where another paper than the one that is asked about tells of itself."""
    first, span = chosen.ranking.candidates[0], chosen.spans[0]
    line = first.passage.text[slice(*span.sentence)]
    if any(first.document.id == paper.id for paper in papers):
        return chosen
    document = asked.document(first.document.id)
    said = stems(f"{first.document.title}\n{first.document.source or ''}\n{document.text if document else ''}")
    is_own = not papers and wanted.paper.issubset(said) if is_of_imprint(line) else not wanted.paper.isdisjoint(said)
    return chosen if is_own else chosen.as_sure(0.0)


def _is_called(asked: Asked, paper: DocumentMeta, wanted: ImprintAsked) -> bool:
    """Whether the title of a paper that may be searched has all that the question calls it, but for its publisher."""
    title = frozenset(stems(paper.title))
    is_called = wanted.paper <= title | frozenset(stems(paper.source or "")) and not wanted.paper.isdisjoint(title)
    return is_called and paper.document_index in asked.scope


def _newest(papers: list[DocumentMeta]) -> list[DocumentMeta]:
    """Papers, of editions of one only the newest that is no draft."""
    newest = sorted(papers, key=lambda paper: (is_not_in_force(paper), -paper.day))
    return [
        paper
        for place, paper in enumerate(newest)
        if not any(name_of(paper.title) == name_of(one.title) and are_of_one_body(paper, one) for one in newest[:place])
    ]


def _told(asked: Asked, paper: DocumentMeta, wanted: ImprintAsked) -> Told | None:
    """Where a paper's own lines tell what is asked; None where they do not."""
    rows = list(paper.rows)
    ends = list(dict.fromkeys((*rows[:_ENDS], *rows[-_ENDS:])))
    for row, passage in zip(ends, asked.snapshot.passages(ends), strict=True):
        for start, end in _lines(passage):
            if value := value_told(passage.text[start:end], wanted):
                return row, (start + value[0], start + value[1]), (start, end)
    return None


def _lines(passage: Passage) -> Iterator[Span]:
    """Where the lines of a passage stand in it."""
    start = 0
    for line in passage.text.splitlines(keepends=True):
        yield start, start + len(line.rstrip())
        start += len(line)
