"""Exchange checks: more for fewer, another doer, another place of a deed, another letter, for what is asked about."""

from __future__ import annotations

from collections.abc import Callable

from corpus.language.distinctions.exchanges import exchanges_letter, exchanges_name
from corpus.language.distinctions.opposites import counts_opposite, counts_other_way
from corpus.language.persons.doers import is_done_by_another
from qa.passages.quoted import QuotedWords
from qa.query.intent import names_choices


def _more_for_fewer(words: QuotedWords) -> bool:
    """The question asks how many more there are, or who has more, and the sentence tells how many fewer or who has."""
    question = words.asked.query.question
    if words.kind == "yes_no" or names_choices(question):
        return False
    figure = words.span.within if words.span.value else None
    return counts_other_way(question, words.sentence_text, figure) or counts_opposite(question, words.sentence_text)


def _done_by_another(words: QuotedWords) -> bool:
    """The question asks when somebody did something, say, and the sentence tells by whom else that was done."""
    return words.kind != "yes_no" and is_done_by_another(words.asked.query.question, words.sentence_text)


def _another_name_of_place(words: QuotedWords) -> bool:
    """The question asks of a deed at one place, or for one body, and the sentence tells it of another alone."""
    return words.kind != "yes_no" and exchanges_name(words.asked.query.question, words.sentence_text, words.above)


def _another_letter(words: QuotedWords) -> bool:
    """The question asks about what goes by a letter, and the sentence tells only of what goes by another."""
    return words.kind != "yes_no" and exchanges_letter(words.asked.query.question, words.numbered_sentence)


EXCHANGE_CHECKS: tuple[Callable[[QuotedWords], bool], ...] = (
    _more_for_fewer,
    _done_by_another,
    _another_name_of_place,
    _another_letter,
)
"""Each says of words whether they are no answer."""
