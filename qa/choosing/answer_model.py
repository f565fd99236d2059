"""The answer model: which of the words that may be shown answer, and how likely they are right.

A logistic regression over `WORDS_FEATURES` of the words found in each of the first passages. Its probability is the
confidence of an answer. `python -m eval.training.answer_model` fits it and writes answer_model.json; its log odds are
scaled by the calibration beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from corpus.document import Passage
from qa.across.tabulating import Tabulated
from qa.answer import Notice, Relation
from qa.checks.words import is_no_answer
from qa.choosing.calibration import load_calibration
from qa.choosing.support import supporting_documents
from qa.extraction.asked_list import list_told
from qa.features.confidence import Confidence, Floats, PlacedPassage, calibrated
from qa.features.reranker import rerank_values
from qa.features.shown import LIST_ASKED, READ_WORDS_FEATURES, WORDS_FEATURES, ShownWords
from qa.judged.answering import Judged
from qa.judged.timeline import TimelineEntry
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import editions, is_outdated, said_in_others, tells_events
from qa.passages.quoted import AnswerSpan
from qa.ranking.rank import Ranking
from qa.rows.coded import is_asked_by_code
from qa.rows.matching import ALL_ASKED, matching_in_passage
from qa.rows.most import is_surely_the_most
from qa.rows.opening import is_asked_by_day

SURE_OF_ROWS = 0.8
"""How sure the rows of a table are that a question asks for by nothing but their columns and cells, or by a number in
their label and what they stand under, or of the row that has the most of all that is asked; set by hand."""
CONSIDERED = 5
"""The words of so many passages may be the answer, the first ones in the order."""
HAS_ALL = 0.95
"""What is above a list has all that is asked from this share of it on; set by hand."""
MUCH_SURER = 0.1
"""Words are given in place of such a list where they are so much surer; set by hand."""
AS_LIKELY = 0.5
"""Words are no surer than this where what is shown with them says otherwise, or of others; set by hand."""


@dataclass(frozen=True, slots=True)
class AnswerModel:
    """The fitted model.

    Attributes:
        fast: a weight for each of `WORDS_FEATURES`, and "intercept".
        read: for each of `READ_WORDS_FEATURES`, where a reranker has read.
        training: how, on what and with which result it was fitted.
    """

    fast: Mapping[str, float]
    read: Mapping[str, float]
    training: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Other:
    """Words that say otherwise than those that answer, and are shown beside them.

    Attributes:
        candidate: the passage that they stand in.
        span: what is quoted of it.
        relation: what they are beside the answer.
        documents: how many documents say so.
    """

    candidate: Candidate
    span: AnswerSpan
    relation: Relation = "edition"
    documents: int = 1


@dataclass(frozen=True, slots=True)
class Chosen:
    """The passages in their order, with the one first whose words are likeliest right.

    Attributes:
        ranking: with the candidates in this order.
        spans: what may be shown of the first ones.
        confidence: that the words of the first are right.
        others: what other editions of the first one's document say in its place, the newest first, and other dates
            or what held before.
        supporting: how many other documents say what the first words say.
        judged: what the facts say, where the question asks for a judgement.
        timeline: all judgements of what was judged, where a fact answers.
        conflicts: what is told otherwise of these.
        table: that answers, where the question asks over many documents.
        notices: as of when the first words are said, and what is not known of that.
        ended: why nothing is known to hold now, in a sentence; "" where it is, or is not asked.
        unchanged: that nothing changed of what is asked about, in a sentence; "" where it did, or is not asked.
    """

    ranking: Ranking
    spans: tuple[AnswerSpan, ...]
    confidence: Confidence
    others: tuple[Other, ...] = ()
    supporting: int = 0
    judged: Judged | None = None
    timeline: tuple[TimelineEntry, ...] = ()
    conflicts: tuple[TimelineEntry, ...] = ()
    table: Tabulated | None = None
    notices: tuple[Notice, ...] = ()
    ended: str = ""
    unchanged: str = ""

    def with_first(self, candidate: Candidate, span: AnswerSpan, likely: float = 0.0) -> Chosen:
        """The same with a passage first, by whose words it is answered; the others stay in their order.

        Args:
            candidate: the passage, whether it is among those chosen or not.
            span: what is quoted of it.
            likely: how likely it answers at least, 0 to 1; it is never less likely than the first one was.
        """
        candidates = self.ranking.candidates
        rest = [place for place, one in enumerate(candidates) if one.row != candidate.row]
        first = replace(candidate, probability=max(likely, candidates[0].probability))
        return replace(
            self,
            ranking=replace(self.ranking, candidates=(first, *(candidates[place] for place in rest))),
            spans=(span, *(self.spans[place] for place in rest if place < len(self.spans))),
        )

    def as_sure(self, probability: float) -> Chosen:
        """The same, with a probability that the first words are right, 0 to 1; 0 for words that are no answer."""
        is_so = probability == self.confidence.probability
        return self if is_so else replace(self, confidence=replace(self.confidence, probability=probability))

    def as_one_of_two(self) -> Chosen:
        """The same, no surer than `AS_LIKELY`: what is beside the first words may be as right, or newer."""
        return self.as_sure(min(self.confidence.probability, AS_LIKELY))


def choose(asked: Asked, ranking: Ranking, spans: Sequence[AnswerSpan], model: AnswerModel) -> Chosen:
    """Put the passage first whose words are likeliest right, or those of the edition in force of its document.

    Args:
        asked: the question.
        ranking: of its candidates.
        spans: what may be shown of each of the first ones, at least one.
        model: the fitted model.
    """
    sure = confidences(asked, ranking, spans, model)
    surest = likeliest(sure)
    possible = [place for place in range(len(sure)) if place == surest or sure[place].probability]
    considered = list(zip(ranking.candidates, spans, strict=False))[: len(sure)]
    found = [considered[place] for place in possible]
    best, *older = (possible[place] for place in editions(asked, found, possible.index(surest)))
    alike = [best, *older]
    sure_alike = confidences(asked, ranking, spans, model, alike) if older else sure
    first = replace(ranking.candidates[best], probability=ranking.candidates[0].probability)
    others = [*ranking.candidates[:best], *ranking.candidates[best + 1 :]]
    relation: Relation = "earlier" if tells_events(first.document) else "edition"
    return Chosen(
        replace(ranking, candidates=(first, *others)),
        (spans[best], *spans[:best], *spans[best + 1 :]),
        sure_alike[surest],
        (
            *(Other(ranking.candidates[place], spans[place], relation) for place in older),
            *(Other(*found, relation) for found in said_in_others(asked, first, spans[best])),
        ),
        supporting_documents(considered, [one.probability for one in sure], best, older),
    )


def likeliest(sure: Sequence[Confidence]) -> int:
    """The place of the words likeliest right; of a list that has all that is asked, where none is much surer.

    Args:
        sure: how likely each words are right, at least one.
    """
    most = max(one.probability for one in sure)
    near = [one for one in sure if one.probability and one.probability > most - MUCH_SURER]
    lists = [one for one in near if one.log_odds[LIST_ASKED] and one.features[LIST_ASKED] >= HAS_ALL]
    return sure.index(max(lists or sure, key=lambda one: one.probability))


def confidences(
    asked: Asked,
    ranking: Ranking,
    spans: Sequence[AnswerSpan],
    model: AnswerModel,
    alike: Collection[int] = (),
) -> list[Confidence]:
    """How likely the words of each of the first passages are right.

    Args:
        asked: the question.
        ranking: of its candidates.
        spans: what may be shown of each of the first ones, at least one.
        model: the fitted model.
        alike: the places of those that are no rivals of each other, as those of different times.
    """
    read = bool(ranking.candidates[0].rerank)
    weights = model.read if read else model.fast
    shown = shown_words(asked, ranking.candidates, spans[:CONSIDERED], alike)
    most = frozenset(words.quote for words in shown if is_surely_the_most(words))
    rows = most if len(most) == 1 else frozenset[str]()
    made = [_checked(words, calibrated(weights, words_features(words, read=read)), rows) for words in shown]
    first = ranking.read or ranking.candidates[:CONSIDERED]
    return [
        replace(one, probability=0.0) if is_outdated(asked, words, first) else one
        for one, words in zip(made, zip(ranking.candidates, spans, strict=False), strict=False)
    ]


def _checked(words: ShownWords, confidence: Confidence, most: Collection[str]) -> Confidence:
    """A confidence, or none at all where the words cannot be the answer; that of rows where just they are asked for.

    So is the row that surely has the most of what is asked, where no other table has such a one.
    """
    if is_no_answer(words):
        return replace(confidence, probability=0.0)
    rows = matching_in_passage(words.asked, words.passage, words.span.sentence, ALL_ASKED) or ()
    is_asked = words.span.sentence in rows or is_asked_by_code(words) or is_asked_by_day(words) or words.quote in most
    return replace(confidence, probability=max(SURE_OF_ROWS, confidence.probability)) if is_asked else confidence


def shown_words(
    asked: Asked,
    candidates: Sequence[Candidate],
    spans: Sequence[AnswerSpan],
    alike: Collection[int] = (),
) -> list[ShownWords]:
    """The words that may be shown, with all that is known of them; see `choose`.

    Those of candidates that a reranker has not read are left out where it has read the first one. The places that are
    alike are no rivals of each other, whatever their words say.
    """
    rivals = [candidate for candidate in candidates if bool(candidate.rerank) == bool(candidates[0].rerank)]
    scores = np.array([candidate.score for candidate in rivals])
    said = np.array([candidate.rerank.said for candidate in rivals if candidate.rerank], dtype=np.float32)
    tellings = [
        "" if place in alike else list_told(asked, candidate.passage, span.quote) or telling(candidate.passage, span)
        for place, (candidate, span) in enumerate(zip(rivals, spans, strict=False))
    ]
    made, of_series = list[ShownWords](), asked.snapshot.catalogue.is_series
    for place, (candidate, span) in enumerate(zip(rivals, spans, strict=False)):
        features = dict(candidate.features)
        if candidate.rerank:
            features |= rerank_values(*candidate.rerank.said)
        others = rival_scores(scores, tellings, place)
        placed = PlacedPassage(asked, of_series, features, candidate.score, others, said if candidate.rerank else None)
        made.append(ShownWords(asked, candidate.passage, candidate.document.title, span, placed=placed))
    return made


def telling(passage: Passage, span: AnswerSpan) -> str:
    """What words of a passage tell: their value, or else the words; a rating tells nothing without what is rated."""
    if span.value and span.value[2].kind != "rating":
        return span.value[2].normalized.casefold()
    return f"{passage.id} {span.quote}" if span.value else " ".join(passage.text[slice(*span.quote)].casefold().split())


def rival_scores(scores: Floats, tellings: Sequence[str], place: int) -> Floats:
    """The scores of a passage and its rivals: of those that tell the same none is a rival of the other.

    Args:
        scores: of the passages, in order.
        tellings: what the words of the first of them tell.
        place: of the passage.
    """
    return np.delete(scores, [other for other, one in enumerate(tellings) if other != place and one == tellings[place]])


def words_features(words: ShownWords, *, read: bool) -> dict[str, float]:
    """What is known of some words, by name: `READ_WORDS_FEATURES` where a reranker has read, else `WORDS_FEATURES`."""
    return {feature.name: feature.compute(words) for feature in (READ_WORDS_FEATURES if read else WORDS_FEATURES)}


@lru_cache(maxsize=1)
def load_answer_model() -> AnswerModel:
    """The answer model that is shipped, calibrated; what is known of words only since it was fitted weighs nothing."""
    shipped = TypeAdapter(AnswerModel).validate_json(Path(__file__).with_name("answer_model.json").read_bytes())
    fast, read = (dict.fromkeys(declared.names, 0.0) for declared in (WORDS_FEATURES, READ_WORDS_FEATURES))
    scaling = load_calibration()
    return replace(
        shipped, fast=scaling.fast.of(fast | dict(shipped.fast)), read=scaling.read.of(read | dict(shipped.read))
    )
