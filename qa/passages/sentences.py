"""Sentences of a passage, weighed by how much of a question each of them holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.document import BlockKind, Part, Passage
from corpus.language.kinds import AnswerType, Span
from corpus.language.rows import row_name
from corpus.language.sentences import sentences, trimmed
from corpus.language.values import holds, value_spans
from corpus.language.vocabulary import load
from corpus.language.words import stems
from qa.query.idf import idf_coverage
from qa.tables.named_rows import column_names, rows

QUOTABLE: Final[frozenset[BlockKind]] = frozenset(
    {"paragraph", "list_item", "table_row", "caption", "note", "furniture"}
)
"""Blocks whose words may answer: all but headings."""
_OF_LABELS: Final[frozenset[AnswerType]] = frozenset({"person", "contact"})
"""What a heading may tell behind its label."""
_REASONS: Final = frozenset[str](load("tables")["reasons"])
VALUE_WORTH: Mapping[AnswerType, float] = {"date": 1.0, "person": 0.5, "number": 0.5, "rating": 0.5, "contact": 0.5}
"""What a value of the kind that is asked after adds to the share of the question's idf that a sentence covers."""


@dataclass(frozen=True, slots=True)
class WeighedSentences:
    """The sentences of a passage in order.

    Attributes:
        text: of the passage.
        spans: where each stands in it.
        worths: how much each is worth as an answer, 0 or more.
        kinds: of the block in which each stands; a table's header row is a heading.
        row_names: the share of the question's idf in the first cell of each that is a table's row; 0 for the others,
            and where it is asked why, which a note below a table may tell that has no column for that.
    """

    text: str
    spans: tuple[Span, ...]
    worths: tuple[float, ...]
    kinds: tuple[BlockKind, ...]
    row_names: tuple[float, ...]

    def without(self, refused: Sequence[Span]) -> WeighedSentences:
        """Those that have nothing of some spans."""
        kept = [place for place, span in enumerate(self.spans) if not overlaps(span, refused)]
        return WeighedSentences(
            self.text,
            tuple(self.spans[place] for place in kept),
            tuple(self.worths[place] for place in kept),
            tuple(self.kinds[place] for place in kept),
            tuple(self.row_names[place] for place in kept),
        )

    def quotable(self, start: int, end: int, kinds: Collection[BlockKind] = QUOTABLE) -> list[Span]:
        """The sentences between offsets that may be quoted, as offsets from the first: those of these kinds of block.

        Where there are none, that is all of what stands there.
        """
        found = [
            (first - start, last - start)
            for (first, last), kind in zip(self.spans, self.kinds, strict=True)
            if kind in kinds and start <= first and last <= end and any(map(str.isalnum, self.text[first:last]))
        ]
        return found or [(0, end - start)]


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span has anything of some others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def weigh_sentences(passage: Passage, idf: Mapping[str, float], wanted: AnswerType) -> WeighedSentences:
    """The sentences of a passage, weighed; none reaches from one of its blocks into the next.

    Args:
        passage: the passage.
        idf: of the question's terms.
        wanted: the kind of answer.
    """
    text = passage.text
    found = [
        ((part.start + start, part.start + end), _kind_of(part, text, wanted))
        for part in passage.parts or (Part(0, len(text)),)
        for start, end in _sentences_of(text[part.start : part.end], part.kind)
    ]
    spans: tuple[Span, ...] = tuple(span for span, _ in found)
    kinds: tuple[BlockKind, ...] = tuple(kind for _, kind in found)
    headers = {part.start: header for part, header in rows(passage)}
    columns = [headers.get(start, "") for start, _ in spans]
    names = (
        row_name(text[slice(*span)]) if kind == "table_row" and (wanted != "reason" or _gives_reasons(header)) else ""
        for (span, kind), header in zip(found, columns, strict=True)
    )
    row_names = tuple(idf_coverage(idf, stems(name)) if name else 0.0 for name in names)
    return WeighedSentences(text, spans, tuple(span_worths(text, spans, idf, wanted, columns)), kinds, row_names)


def _gives_reasons(header: str) -> bool:
    """Whether a table has a column that says why, by the row that names its columns."""
    return not _REASONS.isdisjoint(name.casefold() for name in column_names(header))


def _kind_of(part: Part, text: str, wanted: AnswerType) -> BlockKind:
    """The kind of a part of a passage; a label with what is asked for is no heading: "Lead inspector: Ada Moor"."""
    if part.names_columns:
        return "heading"
    said = text[part.start : part.end]
    label, colon, _ = said.partition(": ")
    if part.kind != "heading" or wanted not in _OF_LABELS or not colon:
        return part.kind
    at = len(label) + len(colon)
    return "paragraph" if any(start == at for start, _ in value_spans(said, wanted)) else "heading"


def _sentences_of(text: str, kind: BlockKind) -> list[Span]:
    """The sentences of a block; a heading and a row of a table are one each."""
    return list(trimmed(text, 0, len(text))) if kind in ("heading", "table_row") else sentences(text)


def span_worths(
    text: str, spans: Sequence[Span], idf: Mapping[str, float], kind: AnswerType, beside: Sequence[str] = ()
) -> list[float]:
    """How much each span of a text is worth as an answer.

    That is the share of the question's idf it covers, and more where it covers any and has a value of the kind that is
    wanted.

    Args:
        text: in which they stand.
        spans: where.
        idf: of the question's terms.
        kind: of answer that is wanted.
        beside: for each of them, what is read with it, such as the names of a row's columns; nothing for any where
            this is left out.
    """
    said = [text[slice(*span)] for span in spans]
    read = [f"{own}\n{more}" for own, more in zip(said, beside, strict=True)] if beside else said
    coverages = [idf_coverage(idf, stems(one)) for one in read]
    worth = VALUE_WORTH.get(kind, 0.0)
    return [
        coverage + (worth if worth and coverage and holds(own, kind) else 0.0)
        for coverage, own in zip(coverages, said, strict=True)
    ]
