"""Proposals: words that only put forward what a question asks for as what is so are no surer than not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from corpus.language.predicates import only_put_forward
from corpus.language.wording import day_in_words
from qa.answer import Notice
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.passages.quoted import QuotedWords

_PROPOSED: Final = "These words{of} only put this forward: that it was decided so was not found."


def of_proposal(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where its first words are only a proposal, with a notice, and no surer than not.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    candidate = chosen.ranking.candidates[0]
    words = QuotedWords(asked, candidate.passage, candidate.document.title, chosen.spans[0])
    following = "\n".join(words.sentences_after)
    is_shown = chosen.confidence.probability > 0
    if not is_shown or not only_put_forward(asked.query.question, words.sentence_text, following, words.stands_under):
        return chosen
    day = candidate.document.day
    told = _PROPOSED.format(of=f" of {day_in_words(date.fromordinal(day))}" if day else "")
    return replace(chosen.as_one_of_two(), notices=(*chosen.notices, Notice("proposed", told)))
