"""A failed question made ready to be read: gold spans in context beside what was returned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from eval.measures.relevance import overlaps_enough, part_numbers
from eval.records import GivenPart, Question, Result, Retrieved, Span
from eval.report.excerpts import Excerpt, Library, Segment, citation, excerpt, marked, place_of
from eval.report.failure_kinds import KINDS, PASSAGES_SHOWN, Kind, first_hit, shares_words

_CONTEXT_CHARACTERS: Final = 160
_GOLD_SHOWN: Final = 3

DEEPER: Final = 100
"""How many passages a system is asked for, to find where it has one that answers."""
Deeper = Callable[[str], Sequence[Retrieved]]
"""The passages that a system gives for the words of a question when it is asked for `DEEPER`."""


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A retrieved passage with its gold marked.

    Attributes:
        rank: from 1.
        place: document id and offsets.
        verdict: "answers" for a hit, "touches" when it shares less with the gold than a hit needs, otherwise "".
        scores: the score, then its parts in the order of the card's `parts`.
        after_gap: whether it stands below the passages that are shown in full order.
        open: whether its words are shown at once.
    """

    rank: int
    cite: str
    place: str
    verdict: Literal["answers", "touches", ""]
    verdict_words: str
    segments: tuple[Segment, ...]
    scores: tuple[str, ...]
    after_gap: bool
    open: bool


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the answer: what it is of, and its words; None where the answer says that it has none."""

    label: str
    words: Excerpt | None


@dataclass(frozen=True, slots=True)
class FailureCard:
    """One failed question; `classes` names what it is filtered by."""

    id: str
    classes: str
    question: str
    question_id: str
    kinds: tuple[str, ...]
    slices: tuple[tuple[str, str], ...]
    status: str
    confidence: str
    took: str
    answers: str
    quote: Excerpt | None
    given: tuple[ShownPart, ...]
    beside: tuple[str, ...]
    gold_note: str
    gold: tuple[Excerpt, ...]
    more_gold: tuple[Excerpt, ...]
    returned_note: str
    returned: tuple[ShownPassage, ...]
    parts: tuple[str, ...]


def card(
    identifier: str,
    classes: str,
    question: Question,
    result: Result,
    kinds: Sequence[Kind],
    library: Library,
    *,
    gives_confidence: bool,
    deeper: Deeper | None = None,
) -> FailureCard:
    """A failed question as the report shows it.

    Args:
        identifier: of the card in its page.
        classes: what it is filtered by, separated by spaces.
        question: what was asked.
        result: what the system did.
        kinds: how it failed.
        library: where the words around gold spans are read.
        gives_confidence: whether the confidence means something.
        deeper: asked where no passage returned answers; None looks no further.
    """
    shown = _to_show(question, result)
    further = list(enumerate(deeper(question.text), start=1)) if deeper and "missed" in kinds else None
    found = _further_down(question, result, further or [])
    several = question.spans_needed == "all" and len(set(part_numbers(question))) > 1
    gold = _gold(question, library, several=several)
    parts = tuple(
        dict.fromkeys(
            name for passage in (*result.retrieved, *(passage for _, passage in found)) for name in passage.parts
        )
    )
    return FailureCard(
        id=identifier,
        classes=classes,
        question=question.text,
        question_id=question.id,
        kinds=tuple(KINDS[kind][0] for kind in kinds),
        slices=tuple(question.slices.items()),
        status=_status(result),
        confidence=f"{result.confidence:.2f}" if gives_confidence else "not given by this system",
        took=f"{result.seconds * 1000:.0f} ms",
        answers="; ".join(question.answers),
        quote=excerpt(result.quote, question.gold, library, 0) if result.quote else None,
        given=tuple(_shown_part(part, question, library) for part in result.parts),
        beside=result.beside,
        gold_note=_gold_note(question, several=several),
        gold=tuple(gold[:_GOLD_SHOWN]),
        more_gold=tuple(gold[_GOLD_SHOWN:]),
        returned_note=" ".join(
            filter(None, (_returned_note(question, result), _further_note(found) if further is not None else ""))
        ),
        returned=tuple(
            _passage(question, passage, rank, library, parts, several=several) for rank, passage in (*shown, *found)
        ),
        parts=parts,
    )


def _shown_part(part: GivenPart, question: Question, library: Library) -> ShownPart:
    return ShownPart(part.label, excerpt(part.words, question.gold, library, 0) if part.words else None)


def _status(result: Result) -> str:
    if result.status == "answered":
        return "answered"
    return f"refused ({(result.reason or 'no reason given').replace('_', ' ')})"


def _gold(question: Question, library: Library, *, several: bool) -> list[Excerpt]:
    """The gold spans in their context, by part where several parts are needed."""
    if not several:
        return [excerpt(span, (span,), library, _CONTEXT_CHARACTERS) for span in _widest(question.gold)]
    return [
        excerpt(span, (span,), library, _CONTEXT_CHARACTERS, f"Part {part}: ")
        for part, span in zip(part_numbers(question), question.gold, strict=True)
    ]


def _to_show(question: Question, result: Result) -> list[tuple[int, Retrieved]]:
    """The first passages and, where none of them is a hit, the first that is."""
    ranked = list(enumerate(result.retrieved, start=1))
    first = first_hit(question, result)
    return ranked[:PASSAGES_SHOWN] + (ranked[first - 1 : first] if first and first > PASSAGES_SHOWN else [])


def _further_down(
    question: Question, result: Result, further: Sequence[tuple[int, Retrieved]]
) -> list[tuple[int, Retrieved]]:
    """The first of the further passages that is a hit, with its rank, in a list; an empty one when there is none."""
    beyond = [(rank, passage) for rank, passage in further if rank > len(result.retrieved)]
    return [
        (rank, passage) for rank, passage in beyond if any(overlaps_enough(passage, gold) for gold in question.gold)
    ][:1]


def _further_note(found: Sequence[tuple[int, Retrieved]]) -> str:
    if found:
        return f"Asked for {DEEPER}, the system gives the first that answers at rank {found[0][0]}."
    return f"Not a candidate either: none that answers is among those the system gives when asked for {DEEPER}."


def _widest(gold: Sequence[Span]) -> list[Span]:
    """The spans without those that lie within another, as where several people marked the same words."""

    def within(inner: Span, outer: Span) -> bool:
        return inner.document_id == outer.document_id and outer.start <= inner.start and inner.end <= outer.end

    return [
        span
        for place, span in enumerate(gold)
        if not any(
            within(span, other) and (not within(other, span) or before < place)
            for before, other in enumerate(gold)
            if before != place
        )
    ]


def _gold_note(question: Question, *, several: bool) -> str:
    if not question.gold:
        return "Nothing: the documents hold no answer to this question."
    return f"All {max(part_numbers(question))} parts are needed." if several else ""


def _returned_note(question: Question, result: Result) -> str:
    if not result.retrieved:
        return "No passage."
    if not question.gold or first_hit(question, result):
        return ""
    none = f"None of the {len(result.retrieved)} passages retrieved answers."
    gold = {span.document_id for span in question.gold}
    rank = next((rank for rank, passage in enumerate(result.retrieved, start=1) if passage.document_id in gold), None)
    return (
        f"{none} The right document was found at rank {rank}, at another place."
        if rank
        else f"{none} Nor is any of them from a right document."
    )


def _passage(
    question: Question, passage: Retrieved, rank: int, library: Library, parts: Sequence[str], *, several: bool
) -> ShownPassage:
    hits = sorted(
        {
            number
            for number, gold in zip(part_numbers(question), question.gold, strict=True)
            if overlaps_enough(passage, gold)
        }
    )
    verdict: Literal["answers", "touches", ""] = ""
    words = ""
    if hits:
        verdict, words = "answers", f"answers part {', '.join(map(str, hits))}" if several else "answers"
    elif any(shares_words(passage, gold) for gold in question.gold):
        verdict, words = "touches", "touches the answer"
    return ShownPassage(
        rank=rank,
        cite=citation(library.document(passage.document_id), passage),
        place=place_of(passage),
        verdict=verdict,
        verdict_words=words,
        segments=marked(
            passage.text,
            passage.start,
            [(gold.start, gold.end) for gold in question.gold if gold.document_id == passage.document_id],
        ),
        scores=tuple(
            "–" if score is None else f"{score:.4g}" for score in (passage.score, *map(passage.parts.get, parts))
        ),
        after_gap=rank > PASSAGES_SHOWN,
        open=rank == 1 or rank > PASSAGES_SHOWN,
    )
