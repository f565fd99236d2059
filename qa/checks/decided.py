"""Decisions: what minutes tell of a matter before they tell what was decided of it."""

from __future__ import annotations

from corpus.language.distinctions.decisions import only_considers
from qa.passages.quoted import QuotedWords


def is_before_decision(words: QuotedWords) -> bool:
    """The question asks for what was decided, and the sentence only tells what was considered, before the decision.

    Args:
        words: that may answer.
    """
    passage, end = words.passage, words.span.sentence[1]
    headings = (part.start for part in passage.parts if part.kind == "heading" and part.start >= end)
    following = passage.text[end : next(headings, None)]
    return only_considers(words.question, words.sentence_text, following)
