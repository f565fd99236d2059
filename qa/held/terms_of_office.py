"""Terms of office: when, or how long, somebody held a post, or who is first or last, by a register of its holders."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from corpus.language.kinds import Span
from corpus.language.values import kind_stems
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import value_in
from qa.held.answering import STATED
from qa.held.registers import Entry, register_of
from qa.held.valued import read_passages
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan

_TABLE: Final = load("holding")["handing_over"]
_ASKS_TERM: Final = re.compile(
    rf"\b(?:when|how\s+long|how\s+many\s+years|(?:what|which)\s+years?)\s+{alternatives(_TABLE['held_asked'])}\b", re.I
)
_ASKS_END: Final = re.compile(
    rf"^\W*(?:who\s+(?:is|was)\s+)?(?:the\s+)?(?P<end>first|last)\b.*\b{alternatives(_TABLE['listed_asked'])}\b", re.I
)
"""Who stands first or last in a list, whoever came before that."""
_LISTED: Final = frozenset(stems(" ".join(("first", "last", *_TABLE["listed_asked"]))))
_DEEDS: Final = frozenset(
    stem
    for name in ("began_asked", "went_asked", "held_asked", "how_long_asked")
    for word in _TABLE[name]
    for stem in stems(word)
)
"""Stems of how a question asks when somebody began, or went, which are no part of a post."""

_TITLES: Final = frozenset(stem for word in load("people")["titles"] for stem in stems(word))


def of_terms_of_office(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where it is asked when somebody held a post, what a register of the post tells of that one.

    Args:
        course: of the question.
        chosen: its passages in order.

    Returns:
        With the latest term first, and the others beside it.
    """
    asked = course.asked
    question = asked.query.question
    if end := _ASKS_END.search(question):
        return _of_end(asked, chosen, -1 if end["end"].casefold() == "last" else 0)
    if not _ASKS_TERM.search(question) or asked.query.interpretation.periods or chosen.timeline:
        return chosen
    words = frozenset(stems(question))
    for candidate in read_passages(asked, chosen.ranking):
        if not (terms := _terms(asked, candidate, words)):
            continue
        *others, last = (_shown(asked, candidate, entry.line) for entry in terms)
        sure = max(STATED, chosen.confidence.probability)
        found = chosen.with_first(candidate, last, STATED)
        beside = tuple(Other(candidate, span, "date") for span in others)
        return replace(found.as_sure(sure), others=beside)
    return chosen


def _of_end(asked: Asked, chosen: Chosen, place: int) -> Chosen:
    """What was chosen, or who is first or last in the first register of the post that is asked about."""
    said = [word for word in asked.query.interpretation.terms if not _LISTED.issuperset(stems(word))]
    post = tuple(stem for word in said for stem in stems(word))
    head = tuple(stem for word in said if not asked.is_proper_noun(word) for stem in stems(word))
    for candidate in read_passages(asked, chosen.ranking) if head else ():
        if register := register_of(candidate, (post, head)):
            line = register.entries[place].line
            sure = max(STATED, chosen.confidence.probability)
            found = chosen.with_first(candidate, AnswerSpan(line, line, value_in(asked, candidate, line)), STATED)
            return found.as_sure(sure)
    return chosen


def _terms(asked: Asked, candidate: Candidate, words: frozenset[str]) -> list[Entry]:
    """The entries of a person whom a question names, of the register of the post that it names; empty for none.

    Where two persons have that name neither is meant for sure.
    """
    known = kind_stems() | _DEEDS
    post = tuple(stem for stem in asked.query.terms if stem not in known)
    for person in {frozenset(stems(name.text)) for name in asked.query.interpretation.names}:
        own = tuple(stem for stem in post if stem not in person)
        register = register_of(candidate, (own,)) if own and person <= words else None
        entries = register.entries if register else ()
        text = candidate.passage.text
        called = [(entry, frozenset(stems(text[slice(*entry.who)])) - _TITLES) for entry in entries]
        found = [(entry, who) for entry, who in called if person - _TITLES <= who]
        if found and len({who for _, who in found}) == 1:
            return [entry for entry, _ in found]
    return []


def _shown(asked: Asked, candidate: Candidate, line: Span) -> AnswerSpan:
    return AnswerSpan(line, line, value_in(asked, candidate, line) if asked.answer_type == "date" else None)
