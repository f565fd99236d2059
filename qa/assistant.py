"""The assistant: one question in, one answer out."""

from __future__ import annotations

import time
from urllib.parse import quote as url_quote

from corpus.document import Passage
from index.encoder import Encoder
from index.identity import identity
from index.lexical import stems
from index.snapshot import Snapshot
from qa.answer import Answer, Citation, Filters, Highlight, IndexInfo, Quote, RankedPassage, Reason
from qa.quotes import best_sentence, matched_words
from qa.ranking import Candidate, allowed_rows, covered, rank, weights


def ask(
    snapshot: Snapshot,
    encoder: Encoder,
    question: str,
    *,
    k: int = 5,
    filters: Filters = Filters(),
    explain: bool = False,
    answer_share: float = 0.5,
) -> Answer:
    """Answer a question from a snapshot, or say that its sources do not.

    The rule for abstaining, for now: the confidence of a passage is the share of the question's words,
    weighed by how rare they are in the corpus, that stand in the passage, its title, headings, publisher
    and date. A question is answered only when the first passage reaches `answer_share`.

    Args:
        snapshot: what to search.
        encoder: the one the snapshot was built with.
        question: in the user's words.
        k: how many passages to give, 1 or more.
        filters: what to limit the search to.
        explain: also give the candidates with the parts of their scores.
        answer_share: the least confidence for an answer, 0 to 1.

    Returns:
        The answer; abstained when nothing answers, and then `passages` holds the nearest ones.
    """
    started = time.perf_counter()
    info = IndexInfo(snapshot.manifest.snapshot_id, snapshot.manifest.documents, snapshot.manifest.passages)

    def abstained(reason: Reason, confidence: float = 0.0, passages: tuple[RankedPassage, ...] = ()) -> Answer:
        return Answer(question, "abstained", reason, confidence, None, passages, info, _since(started))

    asked = stems(question)
    if not info.passages:
        return abstained("empty_corpus")
    if not asked:
        return abstained("empty_question")
    allowed = allowed_rows(snapshot, filters)
    if allowed is not None and not allowed.any():
        return abstained("nothing_matches_filters")
    candidates = rank(snapshot, encoder, question, allowed)
    weight = weights(snapshot.postings["text"], asked)
    found = snapshot.passages([candidate.row for candidate in candidates[:k]])
    passages = tuple(
        _ranked(snapshot, number, candidate, passage, question, weight)
        for number, (candidate, passage) in enumerate(zip(candidates, found, strict=False), start=1)
    )
    explanation = {"stems": asked, "weights": weight, "candidates": len(candidates)} if explain else None
    first = passages[0]
    if first.probability < answer_share:
        return abstained("nothing_relevant", first.probability, passages)
    quoted = next(mark for mark in first.highlights if mark.kind == "quote")
    answer = Quote(
        quote=first.text[quoted.start : quoted.end],
        document_id=first.citation.document_id,
        start=first.citation.start + quoted.start,
        end=first.citation.start + quoted.end,
        passage_rank=1,
    )
    return Answer(question, "answered", None, first.probability, answer, passages, info, _since(started), explanation=explanation)


def citation_link(document_id: str, start: int, end: int) -> str:
    """The address, below the service, at which a document is shown with a stretch of it marked."""
    return f"/documents/{url_quote(document_id, safe='')}?start={start}&end={end}#cited"


def _ranked(
    snapshot: Snapshot,
    number: int,
    candidate: Candidate,
    passage: Passage,
    question: str,
    weight: dict[str, float],
) -> RankedPassage:
    document = snapshot.document(passage.document_id)
    assert document is not None, "a passage's document is in its own snapshot"
    start, end = best_sentence(passage.text, question, weight)
    return RankedPassage(
        rank=number,
        passage_id=passage.id,
        text=passage.text,
        heading=passage.heading,
        probability=round(covered(weight, stems(passage.text) + stems(identity(document, passage))), 4),
        scores={
            "text": candidate.text,
            "identity": candidate.identity,
            "dense": candidate.dense,
            "combined": candidate.combined,
        },
        highlights=(Highlight(start, end, "quote"), *matched_words(passage.text, weight)),
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


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
