"""The assistant: one question in, one answer out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import quote as url_quote

import numpy as np

from index.encoder import Encoder, load_encoder
from index.reranker import Reranker, load_reranker
from index.snapshot import Snapshot
from qa.answer import Answer, AnswerType, Citation, Filters, Highlight, IndexInfo, Quote, RankedPassage, Reason
from qa.evidence import FEATURES, Evidence, gather, weights
from qa.explanation import Expected, Outcome, explanation, explanation_unsearched, stage_times
from qa.question import Reading, read_question, whole_words
from qa.quotes import matched_words, quotable, window
from qa.ranker import Ranker, load_ranker
from qa.ranking import Ranking, allowed_rows, rank
from qa.refusal import REASONS, refusal
from qa.settings import Settings
from qa.values import answer_value, dates

WINDOW_WORDS = 50
"""A reranker reads so many words of a passage: the best sentence and those beside it."""
QUOTES_READ = 4
"""Of the first passage a reranker reads so many stretches, to choose the one to quote."""
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
        reranking_budget_ms: it begins no further passage, nor a stretch to quote, so many milliseconds after the candidates were found.
        ranker: the fitted model.
    """

    encoder: Encoder
    reranker: Reranker | None = None
    answer_confidence: float = 0.5
    reranked_passages: int = 8
    reranking_budget_ms: int = 1000
    ranker: Ranker = field(default_factory=load_ranker)

    def ask(
        self,
        snapshot: Snapshot,
        question: str,
        *,
        k: int = 5,
        filters: Filters = Filters(),
        explain: bool = False,
        as_typed: bool = False,
        fast: bool = False,
        expect: tuple[str, int, int] | None = None,
        today: date | None = None,
    ) -> Answer:
        """Answer a question from a snapshot, or say that its sources do not.

        Args:
            snapshot: what to search.
            question: in the user's words.
            k: how many passages to give, 1 or more.
            filters: what to limit the search to.
            explain: also say how the order was reached, stage by stage.
            as_typed: leave words as they are typed, though they may be misspelt.
            fast: leave out the reranker: quicker, less exact.
            expect: a document's id and a stretch of it known to answer; the explanation says which stage lost it.
            today: what "last year" counts from; None for the day it is.

        Returns:
            The answer; abstained when nothing answers, and then `passages` holds the nearest ones.
        """
        started = time.perf_counter()
        info = IndexInfo(snapshot.manifest.snapshot_id, snapshot.manifest.documents, snapshot.manifest.passages)
        allowed = allowed_rows(snapshot, filters)
        unasked: Reason | None = None
        if not info.passages:
            unasked = "empty_corpus"
        elif not any(character.isalnum() for character in question):
            unasked = "empty_question"
        elif allowed is not None and not allowed.any():
            unasked = "nothing_matches_filters"
        expected = Expected(*expect) if expect else None
        found: dict[str, Any] | None = None
        if unasked:
            if explain:
                found = explanation_unsearched(snapshot, allowed, Outcome(self.answer_confidence, unasked), expected)
            return Answer(question, "abstained", unasked, 0.0, None, (), info, _since(started), reason_text=REASONS[unasked], explanation=found)
        reader = None if fast else self.reranker
        marks = [("", time.perf_counter())]
        reading = read_question(question, snapshot, today=today or date.today(), as_typed=as_typed, is_word=whole_words(self.encoder))
        marks.append(("reading", time.perf_counter()))
        evidence = gather(snapshot, self.encoder, reading, allowed, k)
        marks.append(("evidence", time.perf_counter()))
        until = marks[-1][1] + self.reranking_budget_ms / 1000
        weight = weights(snapshot.postings["text"], reading.terms)
        ranking = rank(
            self.ranker,
            reading,
            evidence,
            reader,
            lambda number: reranked_text(snapshot, reading, evidence, number, weight),
            self.reranked_passages,
            until,
        )
        marks.append(("ranking", time.perf_counter()))
        passages = tuple(
            _passage(snapshot, reading, evidence, ranking, place, number, weight, reader if place == 1 else None, until)
            for place, number in enumerate(ranking.order[:k], start=1)
        )
        reason, text = None, ""
        if passages[0].probability < self.answer_confidence:
            covers = dict(zip(FEATURES, evidence.features[ranking.order[0]].tolist(), strict=True))["covers_terms"]
            reason, text = refusal(reading, snapshot, covers)
        quote = None if reason else _quote(passages[0], reading.interpretation.answer_type, reading.question)
        marks.append(("passages", time.perf_counter()))
        if explain:
            outcome = Outcome(self.answer_confidence, reason, (quote.start, quote.end) if quote else None)
            found = explanation(snapshot, allowed, evidence, ranking, outcome, expected, stage_times(marks))
        return Answer(
            question=question,
            status="abstained" if reason else "answered",
            reason=reason,
            reason_text=text,
            confidence=passages[0].probability,
            answer=quote,
            passages=passages,
            index=info,
            took_ms=_since(started),
            interpretation=reading.interpretation,
            explanation=found,
        )


def load_assistant(settings: Settings) -> Assistant:
    """The assistant the settings describe.

    Raises:
        ModelError: a model is not there yet; the message says how to fetch it.
    """
    encoder = load_encoder(settings.encoder, settings.models)
    reranker = None if settings.reranker == "none" else load_reranker(settings.reranker, settings.models)
    return Assistant(encoder, reranker, settings.answer_confidence, settings.reranked_passages, settings.reranking_budget_ms)


def reranked_text(snapshot: Snapshot, reading: Reading, evidence: Evidence, number: int, weight: Mapping[str, float]) -> str:
    """What a reranker reads of a candidate: its document's title and its best window.

    Args:
        snapshot: what is searched.
        reading: of the question.
        evidence: for the candidates.
        number: of the candidate.
        weight: how much each of the question's terms tells.
    """
    passage = evidence.passages[number]
    title = snapshot.catalogue.entries[int(snapshot.passage_document[evidence.rows[number]])].title
    start, end = window(passage.text, weight, reading.interpretation.answer_type, WINDOW_WORDS)
    return f"{title[:_TITLE_CHARS]}. {passage.text[start:end]}"


def citation_link(document_id: str, start: int, end: int) -> str:
    """The address, below the service, at which a document is shown with a stretch of it marked."""
    return f"/documents/{url_quote(document_id, safe='')}?start={start}&end={end}#cited"


def _passage(
    snapshot: Snapshot,
    reading: Reading,
    evidence: Evidence,
    ranking: Ranking,
    place: int,
    number: int,
    weight: Mapping[str, float],
    reader: Reranker | None,
    until: float,
) -> RankedPassage:
    passage = evidence.passages[number]
    document = snapshot.store.described(passage.document_id)
    kind = reading.interpretation.answer_type
    quote, *others = quotable(passage.text, passage.heading, weight, kind)[:QUOTES_READ]
    if reader and others and time.perf_counter() < until:
        stretches = [f"{document.title[:_TITLE_CHARS]}. {passage.text[slice(*span)]}" for span in (quote, *others)]
        quote = (quote, *others)[int(np.nanargmax(reader.score(reading.question, stretches, until)))]
    value = answer_value(passage.text[slice(*quote)], kind, reading.question, document.published)
    marks = [Highlight(*quote, "quote")]
    if value:
        marks.append(Highlight(quote[0] + value[0], quote[0] + value[1], "value"))
    features = dict(zip(FEATURES, evidence.features[number].tolist(), strict=True))
    parts = {"reranker": ranking.logits[number]} if number in ranking.logits else {}
    return RankedPassage(
        rank=place,
        passage_id=passage.id,
        text=passage.text,
        heading=passage.heading,
        probability=round(ranking.probability(number), 4),
        scores={"text": features["text"], "dense": features["dense_absolute"], **parts, "combined": ranking.score[number]},
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


def _quote(first: RankedPassage, kind: AnswerType, question: str) -> Quote:
    mark = next(mark for mark in first.highlights if mark.kind == "quote")
    start = first.citation.start
    words = first.text[mark.start : mark.end]
    value = answer_value(words, kind, question, first.citation.published)
    return Quote(words, first.citation.document_id, start + mark.start, start + mark.end, first.rank, value[2] if value else None)


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
