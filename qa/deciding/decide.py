"""The decision: the passages as they are shown, and whether the first of them is sure enough to be the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import pairwise, zip_longest

import numpy as np

from corpus.language.kinds import Span, Value
from corpus.language.times.dates import dates
from corpus.language.values import gives_another, value_spans
from corpus.language.words import stems, word_spans
from index.snapshot import Snapshot
from qa.abstaining.reasons import Reason, Searched, abstain
from qa.address import citation_link
from qa.answer import Alternative, Answer, Citation, Copy, Highlight, IndexInfo, Quote, RankedPassage, Sentence, Support
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.support import holds
from qa.citing.citation import place_of, place_of_passage
from qa.deciding.notices import notices, of_judgement, of_words
from qa.deciding.parts import with_parts
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.request import AskRequest
from qa.tables.cells import cell_names
from qa.versions.chain import edition_notice

_JOINED = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:[,;&]|,?\s*\band\b)\s*")
"""What stands between the names of a list: "Ada Moor (ill) and Ben Sand"."""
_OF_UNKNOWN = 1.6
"""So much surer an answer has to be for a question with a name that no document has: of six such questions that were
answered between .5 and .8 by weights that had not seen their set, two were answered rightly."""


def least_confidence(asked: Asked, answer_confidence: float) -> float:
    """The least probability for an answer, which is higher where a name of the question or its story is in no document.

    Args:
        asked: the question as it is understood.
        answer_confidence: the least probability elsewhere.
    """
    is_unknown = asked.query.unknown or asked.query.told
    return min(1.0, _OF_UNKNOWN * answer_confidence) if is_unknown else answer_confidence


def decide(request: AskRequest, asked: Asked, chosen: Chosen, answer_confidence: float) -> Answer:
    """The answer, or that there is none because the words likeliest right are not sure enough.

    Args:
        request: the question as it was put.
        asked: the question as it is understood.
        chosen: its candidates in order, with what is quoted of the first ones.
        answer_confidence: the least probability that the words are right for an answer; see `least_confidence`.
    """
    shown = chosen.ranking.candidates[: request.k]
    passages = tuple(
        ranked_passage(asked, candidate, rank, span)
        for rank, (candidate, span) in enumerate(zip_longest(shown, chosen.spans[: request.k]), start=1)
    )
    confidence = round(chosen.confidence.probability, 4)
    reason, text = None, ""
    best = chosen.ranking.candidates[0]
    if confidence < least_confidence(asked, answer_confidence):
        said = "\n".join((best.document.title, best.passage.heading, best.passage.context, best.passage.text))
        covered = best.features["covers_terms"]
        known = Searched(
            asked.query,
            asked.snapshot,
            covered,
            said,
            confidence,
            best.probability,
            chosen.judged,
            chosen.table,
            chosen.ended,
            chosen.unchanged,
            asked.scope,
            request.filters,
        )
        reason, text = abstain(known)
    quote = None if reason else _supported(answer_of(asked, passages[0], chosen, confidence), asked, chosen)
    return Answer(
        question=request.question,
        status="abstained" if reason else "answered",
        reason=reason,
        reason_text=text,
        confidence=confidence,
        answer=quote,
        passages=passages,
        index=index_info(asked.snapshot),
        took_ms=0.0,
        alternatives=tuple(alternatives_to(quote, asked, chosen.others)) if quote else (),
        timeline=() if reason else chosen.timeline,
        conflicts=() if reason else chosen.conflicts,
        rows=chosen.table.rows if chosen.table and not reason else (),
        table=chosen.table.info if chosen.table and not reason else None,
        interpretation=asked.query.interpretation,
        notices=(
            *notices(asked.query.interpretation, passages),
            *(() if reason else (*chosen.notices, *of_judgement(chosen.judged, asked.snapshot))),
            *(of_words(asked.query.question, quote.sentence.text) if quote else ()),
            *(edition_notice(asked, quote, best.document, is_beside=_has_another(chosen)) if quote else ()),
        ),
    )


def _has_another(chosen: Chosen) -> bool:
    """Whether words of another edition are shown beside the answer."""
    return any(one.relation == "edition" for one in chosen.others)


def answer_of(asked: Asked, passage: RankedPassage, chosen: Chosen, confidence: float) -> Quote:
    """What is quoted of the first passage, with its parts."""
    quote = quote_of(asked, passage, chosen.spans[0])
    cited = partial(_cited, asked, passage.citation)
    if chosen.table:
        return replace(quote, completeness="part" if len(chosen.table.rows) > 1 else "whole")
    whole = with_parts(asked, quote, chosen.ranking.candidates[0].passage, cited, confidence)
    is_partial = any(notice.kind == "partial" for notice in chosen.notices)
    is_partial = is_partial or any(one.relation == "date" for one in chosen.others)
    return replace(whole, completeness="part") if is_partial else whole


def alternatives_to(quote: Quote, asked: Asked, others: Sequence[Other]) -> Iterator[Alternative]:
    """What other editions say, other dates, and what held before, where it is not what is quoted."""
    for one in others:
        said = quote_of(asked, ranked_passage(asked, one.candidate, 1, one.span), one.span)
        if _said(said) != _said(quote):
            yield Alternative(
                said.quote,
                said.document_id,
                said.start,
                said.end,
                said.sentence,
                said.citation,
                said.value,
                one.relation,
                one.documents,
                cell_names(one.candidate.passage, one.span.sentence, one.span.quote),
            )


def _said(quote: Quote) -> str:
    """What is compared of two quotes: their values, or else their words."""
    return quote.value.normalized if quote.value else " ".join(quote.quote.split()).casefold()


def unsearched_answer(request: AskRequest, snapshot: Snapshot, reason: Reason, text: str) -> Answer:
    """The answer to a question that is not searched for.

    Args:
        request: the question.
        snapshot: what would have been searched.
        reason, text: why it is not, in a code and a sentence.
    """
    return Answer(
        question=request.question,
        status="abstained",
        reason=reason,
        reason_text=text,
        confidence=0.0,
        answer=None,
        passages=(),
        index=index_info(snapshot),
        took_ms=0.0,
    )


def index_info(snapshot: Snapshot) -> IndexInfo:
    """Which snapshot it is, and how much it holds."""
    manifest, told = snapshot.manifest, len(snapshot.judgements) + len(snapshot.visits)
    return IndexInfo(manifest.snapshot_id, manifest.documents, manifest.passages, told)


def ranked_passage(asked: Asked, candidate: Candidate, rank: int, span: AnswerSpan | None) -> RankedPassage:
    """A candidate as it is shown.

    Args:
        asked: the question.
        candidate: the passage.
        rank: its rank, from 1.
        span: what is quoted of it; None where that was not looked for, and then it has neither marks nor dates.
    """
    passage = candidate.passage
    reranked = {"reranker": candidate.rerank.logit} if candidate.rerank else {}
    return RankedPassage(
        rank=rank,
        passage_id=passage.id,
        text=passage.text,
        heading=passage.heading,
        context=passage.context,
        probability=round(candidate.probability, 4),
        scores={
            "text": candidate.features["bm25_text"],
            "dense": candidate.features["dense_absolute"],
            **reranked,
            "combined": candidate.score,
        },
        highlights=tuple(_marks(asked, passage.text, span)) if span else (),
        citation=citation(asked, candidate),
        dates=dates(passage.text, candidate.document.said) if span else (),
        also_in=tuple(_copies(asked, candidate)),
    )


def _marks(asked: Asked, text: str, span: AnswerSpan) -> Iterator[Highlight]:
    """What is marked of a passage: the words quoted, the value in them, and the words of the question."""
    yield Highlight(*span.quote, "quote")
    if span.value:
        yield Highlight(*span.value[:2], "value")
    yield from (Highlight(start, end, "term") for start, end in word_spans(text, asked.term_idf))


def _supported(quote: Quote, asked: Asked, chosen: Chosen) -> Quote:
    """A quote with what supports it: the documents that say the same, and those copies of its passage that hold it."""
    copies = asked.snapshot.passages(list(chosen.ranking.candidates[0].copies))
    holding = {copy.document_id for copy in copies if holds(copy.text, quote.sentence.text)}
    if not chosen.supporting and not holding:
        return quote
    return replace(quote, support=Support(chosen.supporting, len(holding)))


def _copies(asked: Asked, candidate: Candidate) -> Iterator[Copy]:
    """Where else a candidate's words stand."""
    for row, passage in zip(candidate.copies, asked.snapshot.passages(list(candidate.copies)), strict=True):
        document = asked.snapshot.document_meta(int(asked.snapshot.document_index_of(np.array([row]))[0]))
        yield Copy(document.id, document.title, citation_link(document.id, passage.start, passage.end, passage.text))


def citation(asked: Asked, candidate: Candidate) -> Citation:
    """Where a candidate stands, and how sure its words are if they were recognised in a picture."""
    passage, meta = candidate.passage, candidate.document
    return Citation(
        document_id=meta.id,
        title=meta.title,
        source=meta.source,
        url=meta.url,
        published=meta.published,
        dated=meta.dated,
        dated_basis=meta.dated_basis,
        labels=dict(meta.labels),
        start=passage.start,
        end=passage.end,
        sha256=meta.sha256,
        link=citation_link(meta.id, passage.start, passage.end, passage.text),
        **asdict(place_of_passage(asked.snapshot, passage)),
    )


def quote_of(asked: Asked, passage: RankedPassage, span: AnswerSpan) -> Quote:
    """What is quoted of a passage, with offsets into its document, and where that stands."""
    shift = passage.citation.start
    (start, end), (sentence_start, sentence_end) = span.quote, span.sentence
    sentence = Sentence(passage.text[sentence_start:sentence_end], shift + sentence_start, shift + sentence_end)
    return Quote(
        quote=passage.text[start:end],
        document_id=passage.citation.document_id,
        start=shift + start,
        end=shift + end,
        passage_rank=passage.rank,
        sentence=sentence,
        citation=_cited(asked, passage.citation, sentence.start, sentence.end),
        value=_only_value(asked, passage.text, span),
    )


def _only_value(asked: Asked, text: str, span: AnswerSpan) -> Value | None:
    """The value in what is quoted of a text; None where that gives another one, in other cases or beside it."""
    if span.value is None:
        return None
    (first, last), (start, end, value) = span.quote, span.value
    quoted, part = text[first:last], (start - first, end - first)
    if not (first <= start and end <= last):
        return value
    is_one_of_several = gives_another(quoted, asked.answer_type, part) or _is_listed(asked, quoted, part)
    return None if is_one_of_several else value


def _is_listed(asked: Asked, quoted: str, part: Span) -> bool:
    """Whether a name stands in a list of names, and no word of the question behind it singles it out."""
    named = value_spans(quoted, "person") if asked.answer_type == "person" else ()
    joined = [pair for pair in pairwise(named) if part in pair and _JOINED.fullmatch(quoted[pair[0][1] : pair[1][0]])]
    behind = next((start for start, _ in named if start >= part[1]), len(quoted))
    return bool(joined) and set(asked.question_stems).isdisjoint(stems(quoted[part[1] : behind]))


def _cited(asked: Asked, passage: Citation, start: int, end: int) -> Citation:
    """Where words of a passage's document stand.

    Args:
        asked: the question.
        passage: where the passage stands.
        start, end: half-open offsets of the words in the document.
    """
    document = asked.document(passage.document_id)
    if document is None:
        return replace(passage, start=start, end=end)
    link = citation_link(document.id, start, end, document.text[start:end])
    return replace(passage, start=start, end=end, link=link, **asdict(place_of(document, start, end)))
