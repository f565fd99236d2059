"""Decisions: what minutes tell of a matter before they tell what was decided of it, and votes on another one."""

from __future__ import annotations

from corpus.language.amounts.votes import is_vote_on_another, side_asked
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


def is_of_another_vote(words: QuotedWords) -> bool:
    """The question counts the votes of a side, and those of the sentence were on another item of the minutes.

    Args:
        words: that may answer.
    """
    if words.kind != "number" or side_asked(words.question) is None:
        return False
    is_first = words.line.startswith(words.sentence_text.split("\n")[0])
    before = words.paragraph_before if is_first else words.line
    said = f"{words.above}\n{before}\n{words.sentence_text}"
    return is_vote_on_another(words.asked.query.terms, said, words.other_sentences)
