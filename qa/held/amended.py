"""Amended rules: what a text says in brackets, that a rule holds no more or was worded so once, is shown with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.language.lasting.amendments import Amendment, amendments
from qa.answer import Notice
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.citing.citation import flattened
from qa.passages.quoted import AnswerSpan

_TOLD: Final = "The brackets beside these words say of them: “{told}”"


def of_amended(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; of a rule that brackets beside it say holds no more, the whole with them, and a notice.

    So are words of how a rule was worded once, which are no surer than not.
    What an amendment itself tells, as when it was made, stays as it is.

    Args:
        course: of the question, which is of what is so now.
        chosen: its passages in order.
    """
    first, quote = chosen.ranking.candidates[0], chosen.spans[0].quote
    text, document = first.passage.text, first.document
    if not chosen.confidence.probability or not ("[" in text or "(" in text):
        return chosen
    found = amendments(text, document.said, course.asked.query.today)
    amended = next((one for one in found if _is_of(one, quote)), None)
    if amended is None:
        return chosen
    start = amended.ruled if quote[0] >= amended.start else min(chosen.spans[0].sentence[0], quote[0])
    whole = (start, amended.end)
    told = flattened(text[amended.start + 1 : amended.told].rstrip(' :“"]'))
    shown = chosen.with_first(first, AnswerSpan(whole, whole, None))
    notice = Notice("passed", _TOLD.format(told=told))
    shown = shown if amended.has_ended else shown.as_one_of_two()
    return replace(shown, notices=(*chosen.notices, notice))


def _is_of(amended: Amendment, quote: tuple[int, int]) -> bool:
    """Whether words are of a rule that ended, or of how one was worded once, without the words that say so."""
    if quote[0] >= amended.start:
        return amended.told < quote[1] <= amended.end
    return amended.has_ended and amended.ruled <= quote[0] and quote[1] <= amended.start
