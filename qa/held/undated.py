"""Undated papers: what one without a day says is no surer than what a dated one says otherwise, which is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from qa.answer import Notice
from qa.choosing.answer_model import Chosen
from qa.choosing.statements import Statement, statements
from qa.citing.citation import flattened
from qa.passages.asked import Asked
from qa.passages.editions import day_told, is_not_in_force

_UNDATED: Final = "When this document was written is not known. One of {day} says: “{said}”"


def beside_undated(asked: Asked, chosen: Chosen) -> Chosen:
    """What was chosen for what is so now; where its document has no day, with what the newest dated one says otherwise.

    Args:
        asked: the question.
        chosen: its passages in order.
    """
    first = Statement(chosen.ranking.candidates[0], chosen.spans[0])
    if first.candidate.document.day or first.span.value is None or not chosen.confidence.probability:
        return chosen
    dated = [
        told
        for told in statements(asked, chosen.ranking)
        if told.candidate.document.day
        and told.value.normalized != first.value.normalized
        and not is_not_in_force(told.candidate.document)
    ]
    if not dated:
        return chosen
    newest = max(dated, key=lambda told: told.candidate.document.day)
    said = _UNDATED.format(day=day_told(newest.candidate.document), said=flattened(newest.sentence))
    return replace(chosen.as_one_of_two(), notices=(*chosen.notices, Notice("undated", said)))
