"""The assistant: one question in, one answer out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote as url_quote

from corpus.document import Document, Passage
from index.encoder import Encoder, load_encoder
from index.identity import identity
from index.lexical import stems
from index.reranker import Reranker, load_reranker
from index.snapshot import Snapshot
from qa.answer import Answer, Citation, Filters, Highlight, IndexInfo, Quote, RankedPassage, Reason
from qa.quotes import best_sentence, lacks_date, matched_words, window
from qa.ranking import RERANKED, WINDOW_WORDS, Candidate, allowed_rows, covered, rerank, retrieve, weights
from qa.settings import Settings

UNDATED_DOUBT = 0.5


@dataclass(frozen=True, slots=True)
class Assistant:
    """The models and the rule by which questions are answered; it holds no documents, so it outlives snapshots.

    The rule for abstaining, for now: the confidence of a passage is the reranker's probability that its best
    window answers, halved when the question asks after a time and the sentence to quote holds no date. Without a
    reranker it is the share of the question's words, weighed by how rare they are in the corpus, that stand in the
    passage, its title, headings, publisher and date. A question is answered only when the first passage reaches
    `answer_confidence`.

    Attributes:
        encoder: the one the snapshots are built with.
        reranker: reads the best passages together with the question; None to go without.
        answer_confidence: the least confidence for an answer, 0 to 1.
    """

    encoder: Encoder
    reranker: Reranker | None = None
    answer_confidence: float = 0.5

    def ask(self, snapshot: Snapshot, question: str, *, k: int = 5, filters: Filters = Filters(), explain: bool = False) -> Answer:
        """Answer a question from a snapshot, or say that its sources do not.

        Args:
            snapshot: what to search.
            question: in the user's words.
            k: how many passages to give, 1 or more.
            filters: what to limit the search to.
            explain: also give the question's words with their weights, and how many candidates there were.

        Returns:
            The answer; abstained when nothing answers, and then `passages` holds the nearest ones.
        """
        started = time.perf_counter()
        info = IndexInfo(snapshot.manifest.snapshot_id, snapshot.manifest.documents, snapshot.manifest.passages)
        asked = stems(question)
        weight: dict[str, float] = {}
        passages: tuple[RankedPassage, ...] = ()
        candidates = 0
        reason: Reason | None = None
        allowed = allowed_rows(snapshot, filters)
        if not info.passages:
            reason = "empty_corpus"
        elif not any(character.isalnum() for character in question):
            reason = "empty_question"
        elif allowed is not None and not allowed.any():
            reason = "nothing_matches_filters"
        else:
            weight = weights(snapshot.postings["text"], asked)
            found = retrieve(snapshot, self.encoder, question, allowed)
            candidates = len(found)
            passages = self._ranked(snapshot, question, weight, found, k)
            if passages[0].probability < self.answer_confidence:
                reason = "nothing_relevant"
        return Answer(
            question=question,
            status="abstained" if reason else "answered",
            reason=reason,
            confidence=passages[0].probability if passages else 0.0,
            answer=None if reason else _quote(passages[0]),
            passages=passages,
            index=info,
            took_ms=round((time.perf_counter() - started) * 1000, 1),
            explanation={"stems": asked, "weights": weight, "candidates": candidates} if explain else None,
        )

    def _ranked(
        self, snapshot: Snapshot, question: str, weight: dict[str, float], found: list[Candidate], k: int
    ) -> tuple[RankedPassage, ...]:
        first = [*_Shown.load(snapshot, found[: max(k, RERANKED)], question, weight)]
        if self.reranker:
            windows = [shown.window(question, weight) for shown in first]
            doubts = [UNDATED_DOUBT if lacks_date(shown.quoted, question) else 1.0 for shown in first]
            found = rerank(self.reranker, question, found, windows, doubts)
        by_row = {shown.row: shown for shown in first}
        return tuple(_ranked_passage(number, candidate, by_row[candidate.row], weight) for number, candidate in enumerate(found[:k], start=1))


def load_assistant(settings: Settings) -> Assistant:
    """The assistant the settings describe.

    Raises:
        ModelError: a model is not there yet; the message says how to fetch it.
    """
    encoder = load_encoder(settings.encoder, settings.models)
    reranker = None if settings.reranker == "none" else load_reranker(settings.reranker, settings.models)
    return Assistant(encoder, reranker, settings.answer_confidence)


def citation_link(document_id: str, start: int, end: int) -> str:
    """The address, below the service, at which a document is shown with a stretch of it marked."""
    return f"/documents/{url_quote(document_id, safe='')}?start={start}&end={end}#cited"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A passage with the document it stands in, and the sentence to quote as offsets within its text."""

    row: int
    passage: Passage
    document: Document
    quote: tuple[int, int]

    @classmethod
    def load(cls, snapshot: Snapshot, candidates: Sequence[Candidate], question: str, weight: dict[str, float]) -> Iterator[_Shown]:
        rows = [candidate.row for candidate in candidates]
        documents: dict[str, Document] = {}
        for row, passage in zip(rows, snapshot.passages(rows), strict=True):
            document = documents.get(passage.document_id) or snapshot.document(passage.document_id)
            assert document is not None, "a passage's document is in its own snapshot"
            documents[passage.document_id] = document
            yield cls(row, passage, document, best_sentence(passage.text, passage.heading, question, weight))

    @property
    def quoted(self) -> str:
        return self.passage.text[slice(*self.quote)]

    def window(self, question: str, weight: dict[str, float]) -> str:
        start, end = window(self.passage.text, question, weight, WINDOW_WORDS)
        return f"{self.document.title[:120]}. {self.passage.text[start:end]}"


def _ranked_passage(number: int, candidate: Candidate, shown: _Shown, weight: dict[str, float]) -> RankedPassage:
    passage, document = shown.passage, shown.document
    if candidate.reranker is None:
        probability = covered(weight, stems(passage.text) + stems(identity(document, passage)))
        parts = {}
    else:
        probability = candidate.reranker
        parts = {"reranker": candidate.reranker}
    return RankedPassage(
        rank=number,
        passage_id=passage.id,
        text=passage.text,
        heading=passage.heading,
        probability=round(min(probability, 1.0), 4),
        scores={
            "text": candidate.text,
            "identity": candidate.identity,
            "dense": candidate.dense,
            "fused": candidate.fused,
            **parts,
            "combined": candidate.combined,
        },
        highlights=(Highlight(*shown.quote, "quote"), *matched_words(passage.text, weight)),
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
    )


def _quote(first: RankedPassage) -> Quote:
    mark = next(mark for mark in first.highlights if mark.kind == "quote")
    start = first.citation.start
    return Quote(first.text[mark.start : mark.end], first.citation.document_id, start + mark.start, start + mark.end, first.rank)
