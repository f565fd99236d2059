"""Other bodies: what a paper of another council, or on another home, says otherwise, where a question names none."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.language.names import bare_words
from corpus.language.words import stems
from qa.abstaining.reasons import ABOUT
from qa.answer import Notice
from qa.choosing.answer_model import CONSIDERED, Chosen, Other
from qa.choosing.course import Course
from qa.choosing.support import SURE
from qa.otherwise.conflicting import differ
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import ALIKE, are_on_two_things, is_not_in_force, of_whom
from qa.passages.quoted import AnswerSpan, QuotedWords

_TOLD: Final = "Others say this otherwise of their own, and the question names none of them. Say whose is meant."

Found = tuple[Candidate, AnswerSpan]


def of_other_bodies(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, with what papers of other bodies say otherwise that answers as well by itself.

    Args:
        course: of the question; where it names any of the documents, nothing stands beside these.
        chosen: its passages in order.
    """
    asked = course.asked
    found = list(zip(chosen.ranking.candidates, chosen.spans[:CONSIDERED], strict=False))
    is_open = chosen.confidence.probability > 0 and not (chosen.timeline or chosen.ended or asked.query.documents)
    places = [place for place in range(1, len(found) if is_open else 0) if _is_rival(asked, found[0], found[place])]
    if not places or asked.answer_type == "yes_no":
        return chosen
    sure = course.weigh(chosen.ranking, chosen.spans, [0, *places])
    told = {other.candidate.document_index for other in chosen.others}
    others = [
        Other(*found[place], "conflict")
        for place in places
        if place < len(sure) and sure[place].probability >= SURE and found[place][0].document_index not in told
    ]
    if not others:
        return chosen
    return replace(
        chosen.as_one_of_two(),
        others=(*chosen.others, *others),
        notices=(*(notice for notice in chosen.notices if notice.kind != "conflict"), Notice("conflict", _TOLD)),
    )


def _is_rival(asked: Asked, one: Found, other: Found) -> bool:
    """Whether words are on another body or thing, on what is asked or in nearly the same words, and say otherwise."""
    whose, others = (of_whom(candidate.document) for candidate, _ in (one, other))
    is_apart = any(own and theirs and _are_apart(own, theirs) for own, theirs in zip(whose, others, strict=True))
    is_apart = is_apart or are_on_two_things(asked, one[0].document, other[0].document)
    if not is_apart or is_not_in_force(other[0].document):
        return False
    value, other_value = one[1].value, other[1].value
    is_alike = _are_alike(one, other)
    if value and other_value:
        return differ(value[2], other_value[2]) and (is_alike or _is_about(asked, other))
    quote, other_quote = _parted(one)[0], _parted(other)[0]
    return is_alike and not (quote <= other_quote or other_quote <= quote)


def _are_apart(one: str, other: str) -> bool:
    """Whether two names are of two bodies, and none only says more: "Wick Council: minutes" for "Wick Council"."""
    own, theirs = set(bare_words(one)), set(bare_words(other))
    return not (own <= theirs or theirs <= own)


def _is_about(asked: Asked, one: Found) -> bool:
    """Whether a sentence holds, with what it stands under, so much of what is asked that it is about that."""
    candidate, span = one
    return QuotedWords(asked, candidate.passage, candidate.document.title, span).led_coverage >= ABOUT


def _are_alike(one: Found, other: Found) -> bool:
    """Whether two sentences have nearly the same words but for those that are quoted."""
    beside, other_beside = _parted(one)[1], _parted(other)[1]
    both = len(beside & other_beside)
    return both > 0 and both >= ALIKE * len(beside | other_beside)


def _parted(found: Found) -> tuple[frozenset[str], frozenset[str]]:
    """The stems that are quoted, and those beside them in the sentence."""
    text, span = found[0].passage.text, found[1]
    quoted = frozenset(stems(text[slice(*span.quote)]))
    return quoted, frozenset(stems(text[slice(*span.sentence)])) - quoted
