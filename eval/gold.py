"""How the gold spans of a question set lie in a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from eval.measures.characters import precision_omega
from eval.measures.relevance import overlaps_enough, passage_id
from eval.records import Dataset, Judged, Question, Retrieved
from index.snapshot import Snapshot


def judge(question: Question, passages: Sequence[Retrieved]) -> Judged:
    """What all passages of a question's gold documents hold for it."""
    hits = tuple(
        passage_id(passage) for passage in passages if any(overlaps_enough(passage, span) for span in question.gold)
    )
    return Judged(hits, precision_omega(question, passages))


def judge_all(questions: Iterable[Question], snapshot: Snapshot) -> dict[str, Judged]:
    """What the snapshot holds for each answerable question, by its id."""

    @lru_cache(maxsize=256)
    def passages_of(document_id: str) -> tuple[Retrieved, ...]:
        return tuple(
            Retrieved(p.document_id, p.start, p.end, p.text, 0.0, {}) for p in snapshot.passages_of(document_id)
        )

    return {
        question.id: judge(
            question,
            [
                p
                for document in dict.fromkeys(span.document_id for span in question.gold)
                for p in passages_of(document)
            ],
        )
        for question in questions
        if question.answerable
    }


def gold_notes(dataset: Dataset, snapshot: Snapshot) -> tuple[str, ...]:
    """What evaluators must know of how the gold spans fit the snapshot, in sentences; none when they fit."""
    missing = set[str]()
    moved = set[str]()
    checked: dict[str, list[tuple[str, int, int, str]]] = {}
    for question in dataset.questions:
        for span in question.gold:
            checked.setdefault(span.document_id, []).append((question.id, span.start, span.end, span.text))
    for document_id, spans in checked.items():
        document = snapshot.document(document_id)
        if document is None:
            missing.add(document_id)
        else:
            moved |= {identifier for identifier, start, end, text in spans if document.text[start:end] != text}
    notes = []
    if missing:
        notes.append(
            f"{len(missing)} of {len(checked)} documents with gold spans are not in the index, such as "
            f"{min(missing)!r}; "
            "what they answer counts as missed."
        )
    if moved:
        notes.append(
            f"The gold spans of {len(moved)} questions do not stand at their offsets in the index, such as those of "
            f"{min(moved)!r}: its text is another "
            "than the question set's. Trust the document measures only."
        )
    return tuple(notes)
