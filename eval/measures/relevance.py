"""What counts as right: a passage that hits a gold span, a document that holds one."""

from __future__ import annotations

from collections.abc import Sequence

from eval.records import Question, Retrieved, Span


def overlaps_enough(passage: Retrieved, span: Span) -> bool:
    """Whether a passage hits a gold span: they share at least half of the shorter of the two."""
    if passage.document_id != span.document_id:
        return False
    shared = min(passage.end, span.end) - max(passage.start, span.start)
    return shared > 0 and 2 * shared >= min(passage.end - passage.start, span.end - span.start)


def hit_rank(question: Question, retrieved: Sequence[Retrieved]) -> int | None:
    """The rank (from 1) by which the passages answer a question, or None when they never do.

    Any gold span hit is enough; where a question needs all its parts, the rank at which a span of the last one is hit.
    """
    return _complete(question, [[overlaps_enough(passage, span) for span in question.gold] for passage in retrieved])


def document_rank(question: Question, retrieved: Sequence[Retrieved]) -> int | None:
    """The rank (from 1) by which the documents of the passages answer a question, or None.

    A document is right when it holds a gold span.
    """
    return _complete(
        question, [[document == span.document_id for span in question.gold] for document in ranked_documents(retrieved)]
    )


def ranked_documents(retrieved: Sequence[Retrieved]) -> list[str]:
    """The documents of the passages, each at the place of its first passage."""
    return list(dict.fromkeys(passage.document_id for passage in retrieved))


def passage_id(passage: Retrieved) -> str:
    """The id a passage has in a snapshot: "document:start-end"."""
    return f"{passage.document_id}:{passage.start}-{passage.end}"


def _complete(question: Question, hits: Sequence[Sequence[bool]]) -> int | None:
    if not question.gold:
        return None
    parts = part_numbers(question)
    missing = set(parts)
    for rank, row in enumerate(hits, start=1):
        found = {part for part, hit in zip(parts, row, strict=True) if hit}
        missing -= found
        if not missing or (question.spans_needed == "any" and found):
            return rank
    return None


def part_numbers(question: Question) -> list[int]:
    """For each gold span the number, from 1, of the part of the answer that it gives."""
    numbers: dict[str | int, int] = {}
    return [numbers.setdefault(span.part or place, len(numbers) + 1) for place, span in enumerate(question.gold)]
