"""Placing: the passage that states the judgement asked for comes first, and its words are the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.answer import TimelineEntry
from qa.answer_model import Chosen
from qa.asked import Asked
from qa.candidates import Candidate
from qa.citation import citation_link
from qa.judged.answering import Judged
from qa.judged.confidence import FactModel
from qa.judged.events import Event
from qa.judged.stating import Stated, stated, time_of
from qa.quoted import AnswerSpan

CandidateOf = Callable[[int], Candidate]
"""The candidate in a row of the snapshot, whether a search has found it or not."""


def from_facts(asked: Asked, found: Judged, chosen: Chosen, candidate_of: CandidateOf, model: FactModel) -> Chosen:
    """What was chosen, with the words first that state the judgement asked for.

    Where no fact answers, words that state another judgement are no answer; others stay as they were.

    Args:
        asked: the question.
        found: what the facts say to it.
        chosen: by the words of passages.
        candidate_of: gives a passage its features.
        model: how often answers from facts are right.
    """
    told = [one for event in found.answering if (one := stated(event, found.question.wants, asked))]
    if not told:
        is_another = found.is_of_several or _is_judgement(asked, chosen.ranking.candidates[0], chosen.spans[0])
        confidence = replace(chosen.confidence, probability=0.0) if is_another else chosen.confidence
        return replace(chosen, judged=found, confidence=confidence)
    best, *others = [(candidate_of(one.row), one.span) for one in told]
    confidence = model.confidence(found.question)
    first = replace(best[0], probability=max(confidence.probability, chosen.ranking.candidates[0].probability))
    rest = [place for place, one in enumerate(chosen.ranking.candidates) if one.row != first.row]
    return Chosen(
        ranking=replace(chosen.ranking, candidates=(first, *(chosen.ranking.candidates[place] for place in rest))),
        spans=(best[1], *(chosen.spans[place] for place in rest if place < len(chosen.spans))),
        confidence=confidence,
        other_editions=tuple(others),
        judged=found,
        timeline=tuple(entry for event in found.events if (entry := _entry(asked, event))),
    )


def _is_judgement(asked: Asked, candidate: Candidate, span: AnswerSpan) -> bool:
    """Whether the sentence of some words states a known judgement."""
    start, end = (candidate.passage.start + place for place in span.sentence)
    return any(fact.start < end and start < fact.end for fact in candidate.document.judgements)


def _entry(asked: Asked, event: Event) -> TimelineEntry | None:
    """An event as an answer tells it; None where no passage holds the words of a statement."""
    one = stated(event, "grade", asked)
    return _told(asked, event, one) if one else None


def _told(asked: Asked, event: Event, one: Stated) -> TimelineEntry:
    judgement = one.fact.judgement
    scale = asked.snapshot.scales[judgement.scale]
    document = asked.snapshot.document_meta(one.fact.document_index)
    start, end = judgement.start, judgement.end
    return TimelineEntry(
        day=time_of(event),
        grade=scale.grade(event.grade).name,
        aspect=scale.aspect(judgement.aspect).name,
        quote=one.passage.text[start - one.passage.start : end - one.passage.start],
        document_id=document.id,
        title=document.title,
        start=start,
        end=end,
        link=citation_link(document.id, start, end),
        documents=event.documents,
    )
