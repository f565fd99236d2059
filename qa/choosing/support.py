"""Support: which other documents say in their own words what the answer says, and which hold its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from rapidfuzz import fuzz

from corpus.language.predicates import negated
from corpus.language.words import stems
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.settings import LEAST_CONFIDENCE

SURE: Final = LEAST_CONFIDENCE
"""Words support others when they would answer by themselves with this confidence."""
OWN_WORDS: Final = 8
"""A sentence of so many words that stands in two documents is copied, and none of them says it in its own words."""
HELD: Final = 80.0
"""A passage holds a sentence when part of it is so much like that, in per cent."""

Found = tuple[Candidate, AnswerSpan]


def supporting_documents(
    found: Sequence[Found], probabilities: Sequence[float], best: int, editions: Collection[int]
) -> int:
    """How many other documents say what the best words say, none of them a copy or an edition.

    Args:
        found: words that may answer, of some passages.
        probabilities: that they are right.
        best: the place of the best of them.
        editions: the places of the words of other editions of its document.
    """
    answering, _ = found[best]
    return len(
        {
            candidate.document_index
            for place, (candidate, span) in enumerate(found)
            if place not in editions
            and candidate.document_index != answering.document_index
            and probabilities[place] >= SURE
            and _say_same(found[best], (candidate, span))
        }
    )


def holds(text: str, sentence: str) -> bool:
    """Whether a text holds a sentence, however it is spaced and but for slips."""
    return fuzz.partial_ratio(" ".join(sentence.split()), " ".join(text.split())) >= HELD


def _say_same(one: Found, other: Found) -> bool:
    """Whether words tell the same value, or else the same; a rating is the same only of the same thing, so never."""
    said, also_said = _sentence(one), _sentence(other)
    if said == also_said and len(said) >= OWN_WORDS:
        return False
    value, other_value = one[1].value, other[1].value
    if value and other_value:
        same = value[2].normalized.casefold() == other_value[2].normalized.casefold()
        return same and value[2].kind == other_value[2].kind != "rating"
    words, other_words = (candidate.passage.text[slice(*span.quote)] for candidate, span in (one, other))
    told = frozenset(stems(words))
    return bool(told) and told == frozenset(stems(other_words)) and negated(words) == negated(other_words)


def _sentence(found: Found) -> list[str]:
    candidate, span = found
    return candidate.passage.text[slice(*span.sentence)].casefold().split()
