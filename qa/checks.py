"""Checks: what words must not say, or must stand beside, to be an answer at all; rules that hold whatever is fitted.

What only speaks against words is evidence, see `qa.features.shown`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.language.across import says_no_total
from corpus.language.codes import codes
from corpus.language.date_parts import says_when
from corpus.language.numbers import says_how_much, says_share
from corpus.language.predicates import asks_decision, decides_otherwise
from corpus.language.ratings import ratings
from corpus.language.statements import same_rating
from corpus.language.words import stems
from qa.extract import is_unasked_day
from qa.features.shown import ShownWords
from qa.query.intent import asks_share, names_choices

_WHEN = re.compile(r"\bwhen\b", re.I)


def _another_code(words: ShownWords) -> bool:
    """A code or number of the question stands nowhere near, or another of its kind stands in its place."""
    return any(
        not code.stands_in(words.surroundings) or code.has_rival_in(words.sentence_text)
        for code in codes(words.placed.asked.query.question)
    )


def _other_decision(words: ShownWords) -> bool:
    """Words, or what their passage says of the matter, tell of a decision the other way.

    For a question of yes or no that is the answer.
    """
    question = words.placed.asked.query.question
    if words.kind == "yes_no" or not asks_decision(question):
        return False
    return decides_otherwise(question, words.sentence_text) or decides_otherwise(question, words.on_the_matter)


def _another_rating(words: ShownWords) -> bool:
    """The question asks when or why something was rated so, and their sentence rates it otherwise alone."""
    asked = words.placed.asked.rating
    if asked is None or words.kind in ("yes_no", "rating"):
        return False
    given = [match[0] for match in ratings(words.sentence_text)]
    return bool(given) and not any(same_rating(one, asked) for one in given)


def _own_day(words: ShownWords) -> bool:
    """A line says when its document was published or changed, and the question does not ask for that."""
    return is_unasked_day(words.placed.asked, words.line)


def _question(words: ShownWords) -> bool:
    """Words are a question themselves."""
    return words.sentence_text.rstrip("\"'”’)*_ ").endswith("?")


def _no_quantity(words: ShownWords) -> bool:
    """The question asks how much or how many, or which part of a whole, and words say nothing of that."""
    if words.kind != "number":
        return False
    if asks_share(words.placed.asked.query.question):
        return not says_share(words.quote)
    return words.span.value is None and not says_how_much(words.quote)


def _no_total(words: ShownWords) -> bool:
    """The question asks for a difference, an average or a count of times or documents, and the sentence says none.

    Nor does what it stands under, as a table's header cells do.
    """
    said = "\n".join((words.sentence_text, words.passage.heading, words.passage.context))
    return says_no_total(words.placed.asked.query.question, said)


def _no_time(words: ShownWords) -> bool:
    """The question asks when, and nothing in the sentence, or in what it stands under, can say so."""
    asks = words.kind == "date" and _WHEN.search(words.placed.asked.query.question) is not None
    said = "\n".join((words.sentence_text, words.passage.heading, words.passage.context))
    return asks and words.span.value is None and not says_when(said)


def _echo(words: ShownWords) -> bool:
    """A part of a sentence only repeats words of a question that asks neither for yes or no nor for one of several."""
    question = words.placed.asked.query.question
    if words.span.quote == words.span.sentence or words.kind == "yes_no" or names_choices(question):
        return False
    return set(stems(words.quote)) <= set(words.placed.asked.question_stems)


CHECKS: tuple[Callable[[ShownWords], bool], ...] = (
    _another_code,
    _other_decision,
    _own_day,
    _question,
    _another_rating,
    _no_quantity,
    _no_total,
    _no_time,
    _echo,
)
"""Each says of words whether they are no answer."""


def is_no_answer(words: ShownWords) -> bool:
    """Whether words cannot be the answer to their question."""
    return any(check(words) for check in CHECKS)
