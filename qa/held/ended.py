"""Ended rules: what a later paper says was lifted, withdrawn or scrapped is not in force, and that answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from corpus.language.lasting.ended import ended, rule_words, tells_of_kind
from corpus.language.sentences import sentences
from corpus.language.times.dates import dates
from corpus.language.words import stems
from qa.answer import Notice
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.statements import READ
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import day_by, day_told, is_not_in_force, is_to_come
from qa.passages.quoted import AnswerSpan
from qa.query.holding import asks_of_past

_ASKING: Final = frozenset(("yes_no", "number", "other"))
"""Kinds of question that ask whether a rule holds, or what it says; who made it, when and why stays so."""
_ENDED: Final = "One paper, of {first}, tells what was so; a later one, of {then}, says that this ended."
_RULE_STEMS: Final = frozenset(
    stem for words in (*rule_words(), "allowed", "permitted", "free", "much", "need") for stem in stems(words)
)


def of_ended(asked: Asked, chosen: Chosen) -> Chosen:
    """What was chosen; where a later paper says that the rule it tells of was ended, with that paper's words first.

    Args:
        asked: the question.
        chosen: its passages in order.
    """
    read, first = asked.query.interpretation, chosen.ranking.candidates[0]
    is_of_now = not (read.periods or chosen.timeline or asks_of_past(asked.query.question))
    is_of_now = is_of_now and read.order in (None, "latest")
    if not is_of_now or asked.answer_type not in _ASKING or not chosen.confidence.probability:
        return chosen
    own = first.passage.text[slice(*chosen.spans[0].sentence)]
    found = [
        (candidate, span)
        for candidate in chosen.ranking.candidates[:READ]
        if _is_later(asked, first, candidate)
        for span in _ended_in(asked, candidate, own)
    ]
    if not found or ended(own):
        return chosen
    candidate, span = max(found, key=lambda one: one[0].document.day)
    told = _ENDED.format(first=day_told(first.document), then=day_told(candidate.document))
    kept = tuple(notice for notice in chosen.notices if notice.kind not in ("as_of", "held"))
    return replace(
        chosen.with_first(candidate, AnswerSpan(span, span, None)),
        others=(*chosen.others, Other(first, chosen.spans[0], "earlier", 1)),
        notices=(*kept, Notice("later", told)),
        supporting=0,
    )


def _ended_in(asked: Asked, candidate: Candidate, own: str) -> Iterator[tuple[int, int]]:
    """The sentences of a passage that say that what is asked about ended, and have done so by today."""
    text, document = candidate.passage.text, candidate.document
    wanted = {stem for word in asked.query.interpretation.terms for stem in stems(word)} - _RULE_STEMS
    above = set(stems(f"{document.title}\n{candidate.passage.heading}"))
    for start, end in sentences(text):
        sentence = text[start:end]
        kind = ended(sentence)
        if not kind or not tells_of_kind(own, kind) or not wanted <= above | set(stems(sentence)):
            continue
        days = [time.normalized for time in dates(sentence, document.said)]
        if all(day <= asked.query.today.isoformat() for day in days):
            yield start, end


def _is_later(asked: Asked, first: Candidate, other: Candidate) -> bool:
    """Whether a passage is of a later paper, which holds already."""
    one, two = first.document, other.document
    is_in_force = not (is_not_in_force(two) or is_to_come(two, asked.in_force_by))
    return asked.query.today.toordinal() >= day_by(two, asked.query.today) > one.day > 0 and is_in_force
