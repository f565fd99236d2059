"""Placing: the passage that states the judgement asked for comes first, and its words are the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.choosing.answer_model import Chosen, Other
from qa.judged.answering import Judged
from qa.judged.confidence import FactModel
from qa.judged.events import Event
from qa.judged.stating import stated
from qa.judged.timeline import entry_of
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.placing.whose_judged import judgements_in

CandidateOf = Callable[[int], Candidate]
"""The candidate in a row of the snapshot, whether a search has found it or not."""


def from_facts(asked: Asked, found: Judged, chosen: Chosen, candidate_of: CandidateOf, model: FactModel) -> Chosen:
    """What was chosen, with the words first that state the judgement asked for.

    Where no fact answers, words that state another judgement are no answer; see `_by_words`.

    Args:
        asked: the question.
        found: what the facts say to it.
        chosen: by the words of passages.
        candidate_of: gives a passage its features.
        model: how often answers from facts are right.
    """
    told = [(event, one) for event in found.answering if (one := stated(event, found.question.wants, asked))]
    if not told:
        return _by_words(found, chosen, asked)
    best, *others = [
        Other(candidate_of(one.row), one.span, "date", len({fact.document_index for fact in event.facts}))
        for event, one in told
    ]
    confidence = model.confidence(found.question)
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
    return answered.as_one_of_two() if found.between else answered


def _is_undated(event: Event) -> bool:
    return not event.day


def _by_words(found: Judged, chosen: Chosen, asked: Asked) -> Chosen:
    """What was chosen by the words of passages, where no fact answers.

    Words that state a judgement are no answer, but for one in a document without a day that may be the latest: that is
    shown with the others before it.
    """
    stated_there = judgements_in(chosen.ranking.candidates[0], chosen.spans[0])
    undated = {fact.judgement for event in found.undated for fact in event.facts}
    may_be = bool(stated_there) and undated.issuperset(stated_there)
    if may_be:
        events = (*sorted(found.events, key=_is_undated), *found.undated)
        return replace(chosen, judged=found, timeline=tuple(entry_of(asked.snapshot, event) for event in events))
    if found.is_of_several or found.another or found.undated or found.parts or stated_there:
        chosen = chosen.as_sure(0.0)
    return replace(chosen, judged=found)
