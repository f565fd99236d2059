"""Whose judgement some words state: that of another than the question names is no answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from corpus.judgements.judgement import Judgement
from corpus.judgements.names import bodies
from corpus.judgements.phrases import phrases
from corpus.language.names import CONNECTORS, bare_words
from corpus.language.sentences import sentences
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.judged.subjects import subject_of
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.query.entities import Name
from qa.query.tokens import ORGANISATION

_WORDS: Final = load("judgements")["wording"]
_POINTING: Final = re.compile(
    rf"\W*(?:(?P<these>{alternatives(_WORDS['these'])})|{alternatives(_WORDS['this'])})\b", re.I
)


def of_another(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen by the words of passages, without confidence where these tell how somebody else was judged.

    They do where a name of the question stands neither in whose judgement it is, nor in what the document is called,
    nor in their sentence; or where that tells of it as another body than the one that was judged. Where those who were
    judged are named too, a name may stand anywhere in the passage; where nothing says who they are, in the document.
    They do too where they only point at other things that the sentence before names: "Both were rated good.".

    Args:
        course: of the question.
        chosen: what answers it.
    """
    asked = course.asked
    told = judgements_in(chosen.ranking.candidates[0], chosen.spans[0])
    value = chosen.spans[0].value
    is_grade = value is not None and value[2].kind == "rating"
    if not (told or is_grade) or not (
        _names_another(asked, chosen, told) or (not told and _is_of_things(asked, chosen))
    ):
        return chosen
    return chosen.as_sure(0.0)


def judgements_in(candidate: Candidate, span: AnswerSpan) -> set[Judgement]:
    """The known judgements that the sentence of some words states."""
    start, end = (candidate.passage.start + place for place in span.sentence)
    return {known for known in candidate.document.judgements if known.start < end and start < known.end}


def _names_another(asked: Asked, chosen: Chosen, told: Collection[Judgement]) -> bool:
    """Whether a name of the question is of somebody else than those who were judged, and of no body that judges."""
    candidate, names = chosen.ranking.candidates[0], asked.query.interpretation.names
    document, passage = candidate.document, candidate.passage
    judged = {stem for one in told for stem in stems(one.subject)}
    judging = " ".join(asked.snapshot.scales[one.scale].name for one in told)
    called = " ".join((document.title, document.source or "", passage.heading, passage.context, judging))
    text = _where_named(asked, chosen, judged)
    own = judged.union(stems(called), stems(text))
    others = set(map(subject_of, bodies(text))) - {subject_of(one.subject) for one in told}
    return any(not _stems(name) <= own or (judged and subject_of(name.text) in others) for name in names)


def _is_of_things(asked: Asked, chosen: Chosen) -> bool:
    """Whether a sentence points at an agency, a home or such in the one before, which is not asked about."""
    text, (start, end) = chosen.ranking.candidates[0].passage.text, chosen.spans[0].sentence
    pointing = _POINTING.match(text[start:end])
    earlier = [text[slice(*span)] for span in sentences(text[:start])]
    if pointing is None or not earlier:
        return False
    named = list(phrases(asked.snapshot.scales).judged.finditer(earlier[-1]))
    if not named or named[-1]["other"] is None:
        return False
    asked_about = set(stems(asked.query.question))
    things = {stem for one in named if one["other"] for stem in stems(one["other"])}
    is_theirs = not pointing["these"] and any(
        _stems(name) <= set(stems(earlier[-1])) for name in asked.query.interpretation.names
    )
    return not is_theirs and asked_about.isdisjoint(things)


def _where_named(asked: Asked, chosen: Chosen, judged: Collection[str]) -> str:
    """The text in which a name has to stand, beside what its document is called."""
    passage = chosen.ranking.candidates[0].passage
    if not judged:
        document = asked.document(passage.document_id)
        return document.text if document else passage.text
    is_theirs = any(_stems(name) <= set(judged) for name in asked.query.interpretation.names)
    return passage.text if is_theirs else passage.text[slice(*chosen.spans[0].sentence)]


def _stems(name: Name) -> set[str]:
    """The stems of the words of a name that tell it from others."""
    words = (word for word in bare_words(name.text) if word not in ORGANISATION and word not in CONNECTORS)
    return {stem for word in words for stem in stems(word)}
