"""Placing: the passage that states the judgement asked for comes first, and its words are the answer."""

from __future__ import annotations

from dataclasses import replace

from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.judged.answering import Judged
from qa.judged.events import Event
from qa.judged.stating import stated
from qa.judged.timeline import entry_of
from qa.placing.whose_judged import judgements_in


def from_facts(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, with the words first that state the judgement asked for.

    Where no fact answers, words that state another judgement are no answer; see `_by_words`.

    Args:
        course: of the question.
        chosen: by the words of passages.
    """
    asked, found = course.asked, course.facts
    if found is None:
        return chosen
    told = [(event, one) for event in found.answering if (one := stated(event, found.question.wants, asked))]
    if not told:
        return _by_words(course, found, chosen)
    best, *others = [
        Other(course.candidate_of(one.row), one.span, "date", len({fact.document_index for fact in event.facts}))
        for event, one in told
    ]
    confidence = course.fact_model.confidence(found.question)
    first = chosen.with_first(best.candidate, best.span, confidence.probability)
    answered = Chosen(
        ranking=first.ranking,
        spans=first.spans,
        confidence=confidence,
        others=tuple(others),
        supporting=best.documents - 1,
        judged=found,
        timeline=tuple(entry_of(asked.snapshot, event) for event in sorted(found.events, key=_is_undated)),
        conflicts=tuple(entry_of(asked.snapshot, event) for event in found.contradicted),
    )
    return answered.as_one_of_two() if found.between or found.headed else answered


def _is_undated(event: Event) -> bool:
    return not event.day


def _by_words(course: Course, found: Judged, chosen: Chosen) -> Chosen:
    """What was chosen by the words of passages, where no fact answers.

    Words that state a judgement are no answer, but for one in a document without a day that may be the latest: that is
    shown with the others before it.
    """
    stated_there = judgements_in(chosen.ranking.candidates[0], chosen.spans[0])
    undated = {fact.judgement for event in found.undated for fact in event.facts}
    may_be = bool(stated_there) and undated.issuperset(stated_there)
    if may_be:
        events, snapshot = (*sorted(found.events, key=_is_undated), *found.undated), course.asked.snapshot
        return replace(chosen, judged=found, timeline=tuple(entry_of(snapshot, event) for event in events))
    if found.is_of_several or found.another or found.undated or found.parts or stated_there:
        chosen = chosen.as_sure(0.0)
    return replace(chosen, judged=found)
