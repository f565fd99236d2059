"""The assistant: one question in, one answer out."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from corpus.language.dates import dates
from index.encoder import Encoder, load_encoder
from index.reranker import Reranker, load_reranker
from index.snapshot import Snapshot
from qa.abstain import abstain, before_search
from qa.answer import Answer, Citation, Highlight, IndexInfo, Quote, RankedPassage, Sentence
from qa.answer_extractor import Reader, load_answer_extractor
from qa.citation import citation_link
from qa.evidence import FEATURES, Evidence, gather, weights
from qa.explain import Outcome, explanation, explanation_unsearched, stage_times
from qa.extract import AnswerSpan, Window, candidate_spans, matched_words, passage_window, select_span
from qa.query import Query, understand
from qa.query.spelling import whole_words
from qa.rank import Ranking, allowed_rows, rank
from qa.ranker import Ranker, load_ranker
from qa.request import AskRequest
from qa.settings import Settings

WINDOW_WORDS = 50
"""A reranker reads so many words of a passage: the best sentence and those beside it."""
_TITLE_CHARS = 120


@dataclass(frozen=True, slots=True)
class Assistant:
    """The models by which questions are answered; it holds no documents, so it outlives snapshots.

    A question is read, passages that may answer it are found, and a small fitted model weighs the evidence for each, first without
    a reranker and then, for the best of them, with what it says. The question is answered only when the probability that the
    first passage answers reaches `answer_confidence`.

    Attributes:
        encoder: the one the snapshots are built with.
        reranker: reads the best passages together with the question; None to go without.
        answer_confidence: the least confidence for an answer, 0 to 1.
        reranked_passages: how many passages the reranker may read for a question.
        reranking_budget_ms: it begins no further passage so many milliseconds after the candidates were found.
        ranker: the fitted model that puts passages in order.
        reader: the fitted model that finds the words to quote; of use with the reranker it knows.
    """

    encoder: Encoder
    reranker: Reranker | None = None
    answer_confidence: float = 0.5
    reranked_passages: int = 12
    reranking_budget_ms: int = 1000
    ranker: Ranker = field(default_factory=load_ranker)
    reader: Reader = field(default_factory=load_answer_extractor)

    def ask(self, snapshot: Snapshot, request: AskRequest) -> Answer:
        """Answer a question from a snapshot, or say that its sources do not.

        Args:
            snapshot: what to search.
            request: the question and how to answer it.

        Returns:
            The answer; abstained when nothing answers, and then `passages` holds the nearest ones.
        """
        started = time.perf_counter()
        info = IndexInfo(snapshot.manifest.snapshot_id, snapshot.manifest.documents, snapshot.manifest.passages)
        allowed = allowed_rows(snapshot, request.filters)
        unasked = before_search(request.question, snapshot, allowed is None or bool(allowed.any()))
        found: dict[str, Any] | None = None
        if unasked:
            if request.explain:
                found = explanation_unsearched(
                    snapshot, allowed, Outcome(self.answer_confidence, unasked[0]), request.expect
                )
            return Answer(
                request.question,
                "abstained",
                unasked[0],
                0.0,
                None,
                (),
                info,
                _since(started),
                reason_text=unasked[1],
                explanation=found,
            )
        reranker = None if request.fast else self.reranker
        marks = [("", time.perf_counter())]
        query = understand(
            request.question,
            snapshot,
            today=request.today or date.today(),
            as_typed=request.as_typed,
            is_word=whole_words(self.encoder),
        )
        marks.append(("reading", time.perf_counter()))
        evidence = gather(snapshot, self.encoder, query, allowed, request.k)
        marks.append(("evidence", time.perf_counter()))
        until = marks[-1][1] + self.reranking_budget_ms / 1000
        weight = weights(snapshot.postings["text"], query.terms)

        @cache
        def window_of(number: int) -> Window:
            return reranked_window(snapshot, query, evidence, number, weight)

        ranking = rank(
            self.ranker,
            query,
            evidence,
            reranker,
            lambda number: window_of(number).text(evidence.passages[number].text),
            self.reranked_passages,
            until,
        )
        marks.append(("ranking", time.perf_counter()))
        reader = self.reader if reranker and reranker.name == self.reader.reranker else None
        chosen = [
            _choose(snapshot, query, evidence, ranking, number, weight, reader, window_of)
            for number in ranking.order[: request.k]
        ]
        passages = tuple(
            _passage(snapshot, evidence, ranking, place, number, weight, words)
            for place, (number, words) in enumerate(zip(ranking.order[: request.k], chosen, strict=True), start=1)
        )
        reason, text = None, ""
        if passages[0].probability < self.answer_confidence:
            covers = dict(zip(FEATURES, evidence.features[ranking.order[0]].tolist(), strict=True))["covers_terms"]
            reason, text = abstain(query, snapshot, covers)
        quote = None if reason else _quote(passages[0], chosen[0])
        marks.append(("passages", time.perf_counter()))
        if request.explain:
            outcome = Outcome(self.answer_confidence, reason, (quote.start, quote.end) if quote else None)
            found = explanation(snapshot, allowed, evidence, ranking, outcome, request.expect, stage_times(marks))
        return Answer(
            question=request.question,
            status="abstained" if reason else "answered",
            reason=reason,
            reason_text=text,
            confidence=passages[0].probability,
            answer=quote,
            passages=passages,
            index=info,
            took_ms=_since(started),
            interpretation=query.interpretation,
            explanation=found,
        )


def load_assistant(settings: Settings) -> Assistant:
    """The assistant the settings describe.

    Raises:
        ModelError: a model is not there yet; the message says how to fetch it.
    """
    encoder = load_encoder(settings.encoder, settings.models)
    reranker = None if settings.reranker == "none" else load_reranker(settings.reranker, settings.models)
    return Assistant(
        encoder, reranker, settings.answer_confidence, settings.reranked_passages, settings.reranking_budget_ms
    )


def reranked_window(
    snapshot: Snapshot, query: Query, evidence: Evidence, number: int, weight: Mapping[str, float]
) -> Window:
    """What a reranker reads of a candidate.

    Args:
        snapshot: what is searched.
        reading: of the question.
        evidence: for the candidates.
        number: of the candidate.
        weight: how much each of the question's terms tells.
    """
    title = snapshot.catalogue.entries[int(snapshot.passage_document[evidence.rows[number]])].title
    return window(title, evidence.passages[number].text, query, weight)


def window(title: str, text: str, query: Query, weight: Mapping[str, float]) -> Window:
    """What a reranker reads of a passage with this text, in a document with this title."""
    return Window(title[:_TITLE_CHARS], *passage_window(text, weight, query.interpretation.answer_type, WINDOW_WORDS))


def _choose(
    snapshot: Snapshot,
    query: Query,
    evidence: Evidence,
    ranking: Ranking,
    number: int,
    weight: Mapping[str, float],
    reader: Reader | None,
    window_of: Callable[[int], Window],
) -> AnswerSpan:
    passage, kind = evidence.passages[number], query.interpretation.answer_type
    stretches = candidate_spans(passage.text, passage.heading, weight, kind)
    published = snapshot.store.described(passage.document_id).published
    read = ranking.reads.get(number)
    return select_span(
        passage.text, stretches, window_of(number), read, reader, weight, kind, query.question, published
    )


def _passage(
    snapshot: Snapshot,
    evidence: Evidence,
    ranking: Ranking,
    place: int,
    number: int,
    weight: Mapping[str, float],
    chosen: AnswerSpan,
) -> RankedPassage:
    passage = evidence.passages[number]
    document = snapshot.store.described(passage.document_id)
    marks = [Highlight(*chosen.quote, "quote")]
    if chosen.value:
        marks.append(Highlight(*chosen.value[:2], "value"))
    features = dict(zip(FEATURES, evidence.features[number].tolist(), strict=True))
    parts = {"reranker": ranking.reads[number].logit} if number in ranking.reads else {}
    return RankedPassage(
        rank=place,
        passage_id=passage.id,
        text=passage.text,
        heading=passage.heading,
        probability=round(ranking.probability(number), 4),
        scores={
            "text": features["text"],
            "dense": features["dense_absolute"],
            **parts,
            "combined": ranking.score[number],
        },
        highlights=(*marks, *matched_words(passage.text, weight)),
        citation=Citation(
            document_id=document.id,
            title=document.title,
            source=document.source,
            url=document.url,
            published=document.published,
            page=passage.page,
            paragraph=passage.paragraph,
            start=passage.start,
            end=passage.end,
            sha256=document.sha256,
            link=citation_link(document.id, passage.start, passage.end),
        ),
        dates=dates(passage.text, document.published),
    )


def _quote(first: RankedPassage, chosen: AnswerSpan) -> Quote:
    shift = first.citation.start
    (start, end), (sentence_start, sentence_end) = chosen.quote, chosen.sentence
    sentence = Sentence(first.text[sentence_start:sentence_end], shift + sentence_start, shift + sentence_end)
    value = chosen.value[2] if chosen.value else None
    return Quote(
        first.text[start:end], first.citation.document_id, shift + start, shift + end, first.rank, sentence, value
    )


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
