"""Moved days: of a day that lay ahead when its paper was written, what later papers say, or what was said first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from corpus.language.kinds import Span
from corpus.language.lasting.holding import days_of
from corpus.language.overtaking import is_of_another_kind, tells_overtaken, things_of
from corpus.language.times.dates import dates
from corpus.language.times.tense import asks_before_move
from corpus.language.words import stems
from corpus.structure import CONTEXT_SEPARATOR
from index.seams import DocumentMeta
from qa.answer import Notice
from qa.choosing.answer_model import CONSIDERED, Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import Statement
from qa.passages.asked import Asked
from qa.passages.editions import are_of_two_bodies, day_told, is_after
from qa.passages.quoted import QuotedWords
from qa.query.idf import idf_coverage

SHARED: Final = 0.25
"""Words of another paper are on the matter asked about only where their heading and paragraph have so much of what
names it, weighed by idf; set by hand."""
NAMING: Final = 2
"""One of the first so many words that name things tells what is asked about: "the harbour lamp", "the gear grant"."""
_LATER: Final = "This was to be so by a paper of {day}. A later one, of {later}, was found too."
_EARLIER: Final = "An earlier paper, of {day}, says this otherwise. What is quoted here is of {later}."


def of_moved(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where its day lay ahead, first the day that later papers give when they are asked alone.

    A plan is likelier in the words of a question than what became of it: "The slipway will open on 1 September" comes
    before "We now hope to open it on 1 March". So later papers of the same body are searched by themselves, and what
    was chosen is told as what was said earlier.

    Args:
        course: of the question, which is of what is so now.
        chosen: its passages in order.
    """
    earlier = Statement(chosen.ranking.candidates[0], chosen.spans[0])
    is_open = chosen.confidence.probability >= course.least and not (chosen.timeline or chosen.ended)
    if course.asked.answer_type != "date" or not is_open or course.asked.snapshot.catalogue.is_series:
        return chosen
    newest, told = None, earlier
    while later := _told_later(course, told):
        newest, told = later
    if newest is None:
        return chosen
    notice = _EARLIER.format(day=day_told(earlier.candidate.document), later=day_told(told.candidate.document))
    others = (*chosen.others, Other(earlier.candidate, earlier.span, "earlier"))
    return replace(_with_first(chosen, newest, notice), others=others)


def of_first_plan(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where it is asked for the day before it was moved, that of the oldest paper that gives one.

    A paper that tells of the move has more of the words that ask so. So the papers of the first passages are asked one
    by one, the oldest first.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked, best = course.asked, Statement(chosen.ranking.candidates[0], chosen.spans[0])
    if asked.answer_type != "date" or not asks_before_move(asked.query.question) or chosen.timeline:
        return chosen
    papers = {one.document_index: one.document for one in chosen.ranking.candidates[:CONSIDERED]}
    for index, paper in sorted(papers.items(), key=lambda one: one[1].day):
        later = [one for one in papers.values() if _may_follow(asked, paper, one)]
        found = course.within([index]) if later else None
        first = found and Statement(found.ranking.candidates[0], found.spans[0])
        is_likely = found is not None and found.confidence.probability >= course.least
        if found and first and is_likely and _lay_ahead(first) and _names_it(asked, _section(asked, first)):
            newest = max(later, key=lambda one: one.day)
            notice = _LATER.format(day=day_told(paper), later=day_told(newest))
            is_same = best.candidate.row == first.candidate.row
            others = chosen.others if is_same else (*chosen.others, Other(best.candidate, best.span, "date"))
            return replace(_with_first(chosen, found, notice), others=others)
    return chosen


def _with_first(chosen: Chosen, found: Chosen, notice: str) -> Chosen:
    """What was chosen, with what other papers tell when asked alone first, as likely as that is, and a notice."""
    first = chosen.with_first(found.ranking.candidates[0], found.spans[0]).as_sure(found.confidence.probability)
    notices = (one for one in chosen.notices if one.kind != "as_of")
    return replace(first, supporting=0, notices=(*notices, Notice("later", notice)))


def _told_later(course: Course, earlier: Statement) -> tuple[Chosen, Statement] | None:
    """What later papers tell in the place of a day that lay ahead when they are asked alone; None where they do not."""
    asked, paper = course.asked, earlier.candidate.document
    if not _lay_ahead(earlier):
        return None
    later = [one.document_index for one in asked.snapshot.metadata if _may_follow(asked, paper, one)]
    found = course.within(later) if later else None
    if found is None or found.confidence.probability < course.least:
        return None
    told = Statement(found.ranking.candidates[0], found.spans[0])
    is_other = any(_in_sentence(told)) and _days(earlier).isdisjoint(_in_sentence(told))
    return (found, told) if is_other and _is_same_matter(asked, _section(asked, earlier), told) else None


def _may_follow(asked: Asked, one: DocumentMeta, other: DocumentMeta) -> bool:
    """Whether another paper is later, and not known to be of another body."""
    return is_after(asked, one, other) and not are_of_two_bodies(one, other)


def _lay_ahead(told: Statement) -> bool:
    """Whether words tell a day that was to come when their paper was written."""
    return any(0 < told.candidate.document.day < last for _, last in _days(told))


def _days(told: Statement) -> frozenset[Span]:
    """The first and last day, as ordinals, of the value that words tell; of all dates of their sentence without one."""
    own = days_of(told.value) if told.span.value else None
    return frozenset({own}) if own else _in_sentence(told)


def _in_sentence(told: Statement) -> frozenset[Span]:
    mentions = dates(told.sentence, told.candidate.document.said)
    return frozenset(days for mention in mentions if (days := days_of(mention)))


def _is_same_matter(asked: Asked, earlier: _Section, statement: Statement) -> bool:
    """Whether later words are of what is asked about: by all its words that the earlier ones have, or by some of them.

    These are enough below the same heading, or in a sentence that tells of a change.
    """
    later, asked_for = _section(asked, statement), asked.term_idf.keys()
    is_of_another = is_of_another_kind(asked.query.question, statement.sentence, later.told)
    if is_of_another or not _names_it(asked, later):
        return False
    is_below_same = bool(later.heading) and later.heading == earlier.heading
    return earlier.told & asked_for <= later.told or is_below_same or tells_overtaken(statement.sentence)


@dataclass(frozen=True, slots=True)
class _Section:
    """The stems of the heading above some words, and those of it and of their paragraph."""

    heading: frozenset[str]
    told: frozenset[str]


def _names_it(asked: Asked, section: _Section) -> bool:
    """Whether a section has one of the first words that name what is asked about, and enough of all of them."""
    things = things_of(asked.query.question, asked.term_idf)
    idf = {thing: asked.term_idf[thing] for thing in things}
    return not section.told.isdisjoint(things[:NAMING]) and idf_coverage(idf, section.told) >= SHARED


def _section(asked: Asked, statement: Statement) -> _Section:
    passage, span = statement.candidate.passage, statement.span
    words = QuotedWords(asked, passage, statement.candidate.document.title, span)
    heading = words.stands_under.rpartition("\n")[2].rpartition(CONTEXT_SEPARATOR)[2]
    after = passage.text[span.sentence[1] :].partition("\n\n")[0]
    told = f"{heading}\n{words.paragraph_before}\n{words.sentence_text}\n{after}"
    return _Section(frozenset(stems(heading)), frozenset(stems(told)))
