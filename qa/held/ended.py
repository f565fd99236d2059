"""Ended rules: what a later paper says was lifted, withdrawn or scrapped is not in force, and that answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from corpus.language.lasting.ended import Ended, ended, rule_words, tells_of_kind, words_of_ending
from corpus.language.lasting.holding import told_time
from corpus.language.overtaking import matter_of, values_told
from corpus.language.predicates import unsettled
from corpus.language.sentences import sentences
from corpus.language.times.dates import dates
from corpus.language.wording import day_in_words
from corpus.language.words import stems
from qa.answer import Notice
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import READ
from qa.citing.citation import flattened
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import are_of_two_bodies, day_told, is_after, is_later
from qa.passages.quoted import AnswerSpan, QuotedWords

_ASKING: Final = frozenset(("yes_no", "number", "other"))
"""Kinds of question that ask whether a rule holds, or what it says; who made it, when and why stays so."""
_ENDED: Final = "One paper, of {first}, tells what was so; a later one, of {then}, says that this ended."
_ELSEWHERE: Final = "A later paper, “{title}”, of {day}, says: “{said}”"
_OVER: Final = "These words tell of a time until {day}, which is over."
_RULE_STEMS: Final = frozenset(
    stem for words in (*rule_words(), "allowed", "permitted", "free", "much", "need") for stem in stems(words)
)
_OF_ENDING: Final = frozenset(stem for words in words_of_ending() for stem in stems(words))


def of_ended(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where a later paper says that the rule it tells of was ended, with that paper's words first.

    Args:
        course: of the question, which is of what is so now.
        chosen: its passages in order.
    """
    asked = course.asked
    first = chosen.ranking.candidates[0]
    if chosen.timeline or asked.answer_type not in _ASKING or not chosen.confidence.probability:
        return chosen
    if over := _over(asked, first, chosen.spans[0].sentence):
        notice = Notice("passed", _OVER.format(day=day_in_words(date.fromordinal(over))))
        return replace(chosen.as_one_of_two(), notices=(*chosen.notices, notice))
    words = QuotedWords(asked, first.passage, first.document.title, chosen.spans[0])
    found = [
        (candidate, span)
        for candidate in chosen.ranking.candidates[:READ]
        if is_after(asked, first.document, candidate.document)
        and not are_of_two_bodies(first.document, candidate.document)
        for span in _ended_in(asked, candidate, words)
    ]
    if own_end := ended(words.sentence_text):
        return _unless_again(asked, chosen, own_end)
    if not found:
        return chosen
    own = [one for one in found if is_later(asked, first.document, one[0].document)]
    candidate, span = max(own or found, key=lambda one: one[0].document.day)
    if not own:
        return _beside(chosen, candidate, span)
    told = _ENDED.format(first=day_told(first.document), then=day_told(candidate.document))
    kept = tuple(notice for notice in chosen.notices if notice.kind not in ("as_of", "held"))
    return replace(
        chosen.with_first(candidate, AnswerSpan(span, span, None)),
        others=(*chosen.others, Other(first, chosen.spans[0], "earlier", 1)),
        notices=(*kept, Notice("later", told)),
        supporting=0,
    )


def _unless_again(asked: Asked, chosen: Chosen, end: Ended) -> Chosen:
    """What was chosen, which says that a rule ended; no surer than not where a later paper tells of it again."""
    first, question, wanted = chosen.ranking.candidates[0], asked.query.question, _wanted(asked)
    again = [
        (candidate, span)
        for candidate in chosen.ranking.candidates[:READ]
        if is_later(asked, first.document, candidate.document)
        for span in sentences(candidate.passage.text)
        if _tells_again(sentence := candidate.passage.text[slice(*span)], wanted, end)
        and not unsettled(question, sentence)
    ]
    return _beside(chosen, *max(again, key=lambda one: one[0].document.day)) if again else chosen


def _tells_again(sentence: str, wanted: set[str], end: Ended) -> bool:
    """Whether a sentence tells of a rule of a kind that ended, with all that is asked about, and not that it ended."""
    return tells_of_kind(sentence, end.kind) and wanted <= set(stems(sentence)) and not ended(sentence)


def _wanted(asked: Asked) -> set[str]:
    """The stems of what is asked about, without words of rules."""
    return {stem for word in asked.query.interpretation.terms for stem in stems(word)} - _RULE_STEMS


def _beside(chosen: Chosen, candidate: Candidate, span: tuple[int, int]) -> Chosen:
    """What was chosen, no surer than not, with what a later paper says of which it is not known whose it is."""
    said = flattened(candidate.passage.text[slice(*span)])
    told = _ELSEWHERE.format(title=candidate.document.title, day=day_told(candidate.document), said=said)
    kept = tuple(notice for notice in chosen.notices if notice.kind != "as_of")
    return replace(chosen.as_one_of_two(), notices=(*kept, Notice("later", told)))


def _over(asked: Asked, first: Candidate, sentence: tuple[int, int]) -> int:
    """The day until which a sentence says that something is so, where it is asked after it whether that is so; or 0."""
    words, document = first.passage.text[slice(*sentence)], first.document
    until = told_time(words, (0, len(words)), first.passage.text, sentence[0], document.said).until
    return until if asked.answer_type == "yes_no" and 0 < until < asked.query.today.toordinal() else 0


def _ended_in(asked: Asked, candidate: Candidate, words: QuotedWords) -> Iterator[tuple[int, int]]:
    """The sentences of a passage that say that what words tell of ended, all of it, and have done so by today."""
    text, document = candidate.passage.text, candidate.document
    wanted = _wanted(asked)
    above = set(stems(f"{document.title}\n{candidate.passage.heading}"))
    told = (words.title, words.stands_under, words.sentence_text, asked.query.question)
    known = above.union(stems("\n".join(told)))
    for start, end in sentences(text):
        sentence = text[start:end]
        found = ended(sentence)
        if not found or not tells_of_kind(words.sentence_text, found.kind) or not _matter(sentence, found) <= known:
            continue
        days = [time.normalized for time in dates(sentence, document.said)]
        if wanted <= above | set(stems(sentence)) and all(day <= asked.query.today.isoformat() for day in days):
            yield start, end


def _matter(sentence: str, found: Ended) -> frozenset[str]:
    """The stems of what something that ended was of, and for whom."""
    return matter_of(sentence, (found.start, len(sentence)), values_told(sentence, None)) - _OF_ENDING
