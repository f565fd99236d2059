"""Standing: what is so now is told by documents in force, and what an old policy said by one that is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from qa.answer_model import Chosen
from qa.asked import Asked
from qa.candidates import Candidate
from qa.confidence import Confidence
from qa.editions import Found, asks_for_earlier, is_not_in_force, tells_events
from qa.held.question import asks_of_past
from qa.quoted import AnswerSpan
from qa.rank import Ranking

Choose = Callable[[Ranking, Sequence[AnswerSpan]], Chosen]
Weigh = Callable[[Ranking, Sequence[AnswerSpan]], Sequence[Confidence]]
INSTEAD: Final = 0.2
"""Words that are at least so likely beside those of another standing are taken instead; set by hand."""
_NOT_IN_FORCE: Final = "The words that were found are of “{title}”, which is no longer in force or only a draft."


def of_standing(
    asked: Asked, chosen: Chosen, ranking: Ranking, spans: Sequence[AnswerSpan], choose: Choose, weigh: Weigh
) -> Chosen:
    """What was chosen, or where it is of another standing than is asked for, what the other documents say.

    Args:
        asked: the question.
        chosen: among all passages.
        ranking: of its candidates.
        spans: what may be shown of each of the first ones, at least one.
        choose: puts the passage first whose words are likeliest right.
        weigh: how likely the words of each are right.

    Returns:
        Of what is so now, where only a draft or a withdrawn document tells it, with no confidence.
    """
    first = chosen.ranking.candidates[0].document
    wants_earlier = asks_for_earlier(asked.query.question)
    is_of_rules = _asks_of_now(asked) and not tells_events(first)
    if is_not_in_force(first) == wants_earlier or not (wants_earlier or is_of_rules):
        return chosen
    known = list(zip(ranking.candidates, spans, strict=False))
    sure = weigh(ranking, spans)
    fit = [
        one
        for one, likely in zip(known, sure, strict=False)
        if likely.probability >= INSTEAD and is_not_in_force(one[0].document) == wants_earlier
    ]
    if fit:
        return _of_some(ranking, known, fit, choose)
    if wants_earlier:
        return chosen
    unsure = replace(chosen.confidence, probability=0.0)
    return replace(chosen, confidence=unsure, ended=_NOT_IN_FORCE.format(title=first.title))


def _of_some(ranking: Ranking, known: Sequence[Found], fit: Sequence[Found], choose: Choose) -> Chosen:
    """What is chosen among some of the passages of which words are known, with the others after them."""
    others = [one for one in known if one not in fit]
    chosen = choose(replace(ranking, candidates=_candidates(fit)), [span for _, span in fit])
    candidates = (*chosen.ranking.candidates, *_candidates(others), *ranking.candidates[len(known) :])
    spans = (*chosen.spans, *(span for _, span in others))
    return replace(chosen, ranking=replace(chosen.ranking, candidates=candidates), spans=spans)


def _candidates(found: Sequence[Found]) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate, _ in found)


def _asks_of_now(asked: Asked) -> bool:
    """Whether a question is put to what is so now: it names no time, and does not ask what was."""
    read = asked.query.interpretation
    return not read.periods and read.order not in ("first", "previous") and not asks_of_past(asked.query.question)
