"""What went wrong, question by question, made ready to be read: gold spans in context beside what was returned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, Protocol

from corpus.document import Document
from corpus.language.wording import day_in_words
from eval.metrics import hit_rank, overlaps_enough, part_numbers
from eval.records import Question, Result, Retrieved, Span

Kind = Literal["missed", "low", "not_first", "incomplete", "beside", "refused", "answered_nothing"]
KINDS: Final[Mapping[Kind, tuple[str, str]]] = {
    "missed": ("Not found", "No passage that answers is among those retrieved."),
    "low": ("Ranked low", "The first passage that answers stands below rank 5."),
    "not_first": ("Not first", "The first passage that answers stands at rank 2 to 5."),
    "incomplete": ("Part missing", "The question needs all its parts, and the first 5 passages lack some of them."),
    "beside": ("Quote beside the answer", "The first passage answers, but the words quoted touch no gold span."),
    "refused": ("Refused wrongly", "The documents hold the answer, and none was given."),
    "answered_nothing": ("Answered wrongly", "The documents hold no answer, and one was given."),
}
"""Each kind of failure with its label and its meaning; a question may have several."""

PASSAGES_SHOWN: Final = 5
_CONTEXT_CHARACTERS: Final = 160
_GOLD_CHARACTERS: Final = 700
_GOLD_SHOWN: Final = 3
_TITLE_CHARACTERS: Final = 90
_WORD_CHARACTERS: Final = 20
"""How far an excerpt is shortened so as not to begin or end within a word."""


DEEPER: Final = 100
"""How many passages a system is asked for, to find where it has one that answers."""
Deeper = Callable[[str], Sequence[Retrieved]]
"""The passages that a system gives for the words of a question when it is asked for `DEEPER`."""


class Library(Protocol):
    """Where documents are; a snapshot is one."""

    def document(self, document_id: str, /) -> Document | None:
        """The document with an id, or None."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is wholly gold or not at all."""

    text: str
    gold: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a document and where they stand."""

    segments: tuple[Segment, ...]
    cite: str


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
    gold_note: str
    gold: tuple[Excerpt, ...]
    more_gold: tuple[Excerpt, ...]
    returned_note: str
    returned: tuple[ShownPassage, ...]
    parts: tuple[str, ...]


def failures(question: Question, result: Result) -> tuple[Kind, ...]:
    """In what ways a result fails its question, in the order of `KINDS`; none when it is right."""
    if not question.answerable:
        return ("answered_nothing",) if result.status == "answered" else ()
    kinds: list[Kind] = []
    first = _first_hit(question, result)
    if first is None:
        kinds.append("missed")
    elif first > 1:
        kinds.append("low" if first > PASSAGES_SHOWN else "not_first")
    if (
        question.spans_needed == "all"
        and first is not None
        and (hit_rank(question, result.retrieved) or PASSAGES_SHOWN + 1) > PASSAGES_SHOWN
    ):
        kinds.append("incomplete")
    if first == 1 and result.quote and not any(_shared(result.quote, gold) for gold in question.gold):
        kinds.append("beside")
    if result.status == "abstained":
        kinds.append("refused")
    return tuple(kinds)


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
    numbers = part_numbers(question)
    several = question.spans_needed == "all" and len(set(numbers)) > 1
    gold = (
        [
            _excerpt(span, (span,), library, _CONTEXT_CHARACTERS, f"Part {number}: ")
            for number, span in zip(numbers, question.gold, strict=True)
        ]
        if several
        else [_excerpt(span, (span,), library, _CONTEXT_CHARACTERS) for span in _widest(question.gold)]
    )
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
        status="answered"
        if result.status == "answered"
        else f"refused ({(result.reason or 'no reason given').replace('_', ' ')})",
        confidence=f"{result.confidence:.2f}" if gives_confidence else "not given by this system",
        took=f"{result.seconds * 1000:.0f} ms",
        answers="; ".join(question.answers),
        quote=_excerpt(result.quote, question.gold, library, 0) if result.quote else None,
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


def marked(text: str, offset: int, spans: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """A text cut where gold starts and ends.

    Args:
        text: a stretch of a document.
        offset: where in the document it starts.
        spans: half-open gold offsets in the document, in any order; they may overlap and reach beyond the text.

    Returns:
        Segments that, joined, are the text.
    """
    inside = [(max(start - offset, 0), min(end - offset, len(text))) for start, end in spans]
    inside = [(start, end) for start, end in inside if start < end]
    cuts = sorted({0, len(text), *(edge for span in inside for edge in span)})
    pieces: list[Segment] = []
    for left, right in pairwise(cuts):
        gold = any(start <= left and right <= end for start, end in inside)
        if pieces and pieces[-1].gold == gold:
            pieces[-1] = Segment(pieces[-1].text + text[left:right], gold)
        else:
            pieces.append(Segment(text[left:right], gold))
    return tuple(pieces)


def _to_show(question: Question, result: Result) -> list[tuple[int, Retrieved]]:
    """The first passages and, where none of them is a hit, the first that is."""
    ranked = list(enumerate(result.retrieved, start=1))
    first = _first_hit(question, result)
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


def _first_hit(question: Question, result: Result) -> int | None:
    """The rank of the first passage that hits any gold span."""
    return next(
        (
            rank
            for rank, passage in enumerate(result.retrieved, start=1)
            if any(overlaps_enough(passage, gold) for gold in question.gold)
        ),
        None,
    )


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
    if not question.gold or _first_hit(question, result):
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
    elif any(_shared(passage, gold) for gold in question.gold):
        verdict, words = "touches", "touches the answer"
    return ShownPassage(
        rank=rank,
        cite=_cite(library.document(passage.document_id), passage),
        place=_place(passage),
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


def _excerpt(span: Span, gold: Sequence[Span], library: Library, context: int, before: str = "") -> Excerpt:
    """A span with the words around it; its own words alone when the library holds no such document, or another text of it."""
    document = library.document(span.document_id)
    spans = [(each.start, each.end) for each in gold if each.document_id == span.document_id]
    if document is None or document.text[span.start : span.end] != span.text:
        return Excerpt(
            tuple(map(_shortened, marked(span.text, span.start, spans))),
            f"{before}{_cite(document, span)} (the index holds no such words there)",
        )
    text = document.text
    first, last = max(0, span.start - context), min(len(text), span.end + context)
    for _ in range(_WORD_CHARACTERS):
        first += 0 < first < span.start and text[first - 1].isalnum() and text[first].isalnum()
        last -= span.end < last < len(text) and text[last - 1].isalnum() and text[last].isalnum()
    segments = [_shortened(each) for each in marked(text[first:last], first, spans)]
    if context and first > 0:
        segments.insert(0, Segment("… ", gold=False))
    if context and last < len(text):
        segments.append(Segment(" …", gold=False))
    return Excerpt(tuple(segments), before + _cite(document, span))


def _shortened(segment: Segment) -> Segment:
    """Gold that is a whole document, as some sets have it, by its beginning and end."""
    if len(segment.text) <= _GOLD_CHARACTERS:
        return segment
    half = _GOLD_CHARACTERS // 2
    left_out = len(segment.text) - 2 * half
    return Segment(f"{segment.text[:half]} [… {left_out} characters …] {segment.text[-half:]}", segment.gold)


def _shared(one: Span | Retrieved, other: Span) -> bool:
    return one.document_id == other.document_id and max(one.start, other.start) < min(one.end, other.end)


def _place(at: Span | Retrieved) -> str:
    return f"{at.document_id} {at.start}–{at.end}"


def _cite(document: Document | None, at: Span | Retrieved) -> str:
    """Title, publisher, day, page, paragraph and offsets, as far as they are known."""
    if document is None:
        return _place(at)
    published, page, paragraph = document.published, document.page_at(at.start), document.paragraph_at(at.start)
    known = (
        document.title if len(document.title) <= _TITLE_CHARACTERS else f"{document.title[: _TITLE_CHARACTERS - 1]}…",
        document.source,
        day_in_words(published) if published else None,
        f"page {page}" if page else None,
        f"paragraph {paragraph}" if paragraph else None,
    )
    return f"{', '.join(part for part in known if part)} · {_place(at)}"
