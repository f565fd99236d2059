"""One of all: words of Oak Ward alone, where all wards are asked for, say so, and those of other wards stand beside."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from corpus.language.distinctions.wholes import ALL, asks_of_authorities, parts_told, tells_of_authorities
from corpus.language.words import stems
from qa.answer import Notice
from qa.checks.words import is_no_answer
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import READ, value_in
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import is_not_in_force
from qa.passages.quoted import AnswerSpan, QuotedWords
from qa.passages.sentences import QUOTABLE
from qa.query.idf import idf_coverage

MOST: Final = 8
"""So many others are shown."""


def of_one_of_all(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, with what is said of the others where all of a kind are asked for and the words are of one.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    candidates = chosen.ranking.candidates
    best = _words(asked, candidates[0], chosen.spans[0])
    told = _ones_of(best) if chosen.confidence.probability else ()
    if not told:
        return chosen
    others: dict[tuple[str, ...], Other] = {}
    for candidate in candidates[:READ]:
        for names, span in () if is_not_in_force(candidate.document) else _statements(best, candidate):
            others.setdefault(names, Other(candidate, span, "part"))
    beside = [other for names, other in others.items() if not set(names) <= set(told)][:MOST]
    text = f"All are asked for, and these words are of {' and '.join(told)} alone."
    notice = Notice("partial", f"{text} What is said of others stands below." if beside else text)
    kept = _no_part_of(chosen, {other.candidate.document_index for other in beside})
    return replace(kept.as_one_of_two(), others=(*kept.others, *beside), notices=(*kept.notices, notice))


def _no_part_of(chosen: Chosen, documents: Collection[int]) -> Chosen:
    """What was chosen, without what some documents say otherwise of their own, which contradicts nothing."""
    others = tuple(
        one for one in chosen.others if one.relation != "conflict" or one.candidate.document_index not in documents
    )
    is_left = len(others) == len(chosen.others) or any(one.relation == "conflict" for one in others)
    notices = tuple(one for one in chosen.notices if is_left or one.kind != "conflict")
    return replace(chosen, others=others, notices=notices)


def _words(asked: Asked, candidate: Candidate, span: AnswerSpan) -> QuotedWords:
    return QuotedWords(asked, candidate.passage, candidate.document.title, span)


def _ones_of(words: QuotedWords) -> tuple[str, ...]:
    """Of which ones alone a sentence tells, or else what stands above it; () where it tells of all."""
    question, around = words.question, f"{words.above}\n{words.sentence_text}"
    told = parts_told(question, words.sentence_text) or parts_told(question, around)
    return told or (_authority_of(words) if asks_of_authorities(question) else ())


def _authority_of(words: QuotedWords) -> tuple[str, ...]:
    """The authority that the document of words is about, where there are others and they tell of none in general."""
    snapshot = words.asked.snapshot
    of_whom = {one.id: dict(one.labels).get("authority") for one in snapshot.metadata}
    own = of_whom.get(words.passage.document_id)
    is_one = own and len(set(of_whom.values()) - {None}) > 1 and not words.asked.query.documents
    return (own,) if own and is_one and not tells_of_authorities(words.sentence_text) else ()


def _statements(best: QuotedWords, candidate: Candidate) -> Iterator[tuple[tuple[str, ...], AnswerSpan]]:
    """The sentences of a passage that tell of some as much of what is asked as the best words, with their names."""
    asked = best.asked
    found = asked.sentences(candidate.passage)
    for sentence, kind in zip(found.spans, found.kinds, strict=True):
        value = value_in(asked, candidate, sentence)
        words = _words(asked, candidate, AnswerSpan(value[:2] if value else sentence, sentence, value))
        is_as_good = _coverage(words) >= _coverage(best) and bool(value) == bool(best.span.value)
        names = _ones_of(words) if kind in QUOTABLE and is_as_good and _coverage(words) else ()
        if names and not is_no_answer(words):
            yield names, words.span


def _coverage(words: QuotedWords) -> float:
    """The share of what is asked that a sentence holds, without words such as "every"."""
    idf = {stem: weight for stem, weight in words.asked.term_idf.items() if stem not in ALL}
    return idf_coverage(idf, stems(words.sentence_text))
