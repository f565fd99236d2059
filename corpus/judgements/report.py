"""What is known of a document whose judgements are looked for: whose report it is, by which scale, and of which day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.document import Document
from corpus.judgements.as_of import Stated
from corpus.judgements.judgement import Basis, Judgement, Standing
from corpus.judgements.names import named_alone, named_in_title, named_with, only_body, same_name
from corpus.judgements.scales import Aspect, Grade, Scale, Scales
from corpus.judgements.written import Written, written
from corpus.language.vocabulary import alternatives, load

AUTHORITY: Final = "authority"
"""The label that says whom a document is of."""
_HEAD_CHARS: Final = 1500
_LEAST_PARTS: Final = 2
"""So many parts that are graded tell by which scale; set by hand."""
_MOST_CHARS: Final = 160
_UNREAL: Final = re.compile(rf"\b{alternatives(load('judgements')['wording']['unreal_above'])}\b", re.I)
_NONE: Final = (("", 0), ("", 0))


@dataclass(frozen=True, slots=True)
class Report:
    """A document whose judgements are looked for.

    Attributes:
        document: the document.
        scales: by which judgements are known.
        scale: the one by which it is a report, or that it is about; None where nothing says so.
        subject: whom it is of, "" where nothing says so.
        written: when it was written, where it has no day of its own.
    """

    document: Document
    scales: Scales
    scale: Scale | None
    subject: str
    written: Written

    @classmethod
    def of(cls, document: Document, scales: Scales) -> Report:
        """What is known of a document."""
        told = Written() if document.day else written(document.text)
        head = f"{document.title}\n{document.text[:_HEAD_CHARS]}"
        own = named_in_title(document.title) or named_alone(document.title)
        scale = scales.signed(head) or next(iter(scales.about(head)), None)
        scale = scale or (_by_parts(document, scales) if own else None)
        if own and document.dated_basis == "inspection":
            scale = scale or next(iter(scales.judged_by(head)), None)
        if scale and not scale.of_authorities:
            name = named_with(scale.about, head) or own
            return cls(document, scales, scale, name, told)
        subject = dict(document.labels).get(AUTHORITY) or only_body(document.text)
        if subject and document.dated_basis == "inspection":
            scale = scale or scales.visiting(document.title)
        return cls(document, scales, scale, subject, told)

    @property
    def is_inspection(self) -> bool:
        """Whether it is the report of an inspection, and gives judgements of its own."""
        return self.document.dated_basis == "inspection"

    @property
    def said(self) -> date | None:
        """The day by which dates without a year are told: its own, or one near which it was written."""
        return self.document.said if self.document.day else self.written.near

    @property
    def own_time(self) -> Stated:
        """When that was judged which it gives as it stands."""
        day = self.document.dated if self.is_inspection else self.document.day or self.written.near
        ordinal = day.toordinal() if day else 0
        told: Basis = "document" if self.document.day else "reckoned"
        basis: Basis = "inspected" if self.is_inspection else told
        return Stated(ordinal, ordinal, basis, after=0 if ordinal else self.written.after)

    @property
    def unsaid_time(self) -> Stated:
        """When that was judged of which it tells as past, and not when."""
        return Stated(after=0 if self.document.day else self.written.after)

    @property
    def is_of_authority(self) -> bool:
        """Whether an authority is whom the document is of."""
        return self.scale is None or self.scale.of_authorities

    def is_of_another(self, name: str) -> bool:
        """Whether a name is not that of whom the document is of."""
        return bool(name) and not same_name(self.subject, name)

    def judgement(
        self, judged: tuple[Scale, Aspect, Grade], time: Stated | None, start: int, end: int, subject: str = ""
    ) -> Judgement | None:
        """A judgement that stands in the document; None where it is on a scale of others, and does not say whose.

        Args:
            judged: the scale, what was judged by it, and the grade.
            time: when; None for what the document gives as it stands.
            start, end: where the words that state it stand.
            subject: whose it is; "" for whom the document is of.
        """
        scale, aspect, grade = judged
        part = self.scale.part(self.document.title) if self.scale is scale else None
        if not subject and scale is not self.scale and not (scale.of_authorities and self.is_of_authority):
            return None
        is_own = time is None and self.is_inspection and not self.is_of_another(subject) and scale is self.scale
        standing: Standing = "given" if is_own else "told"
        when = time or (self.own_time if is_own or not self.is_inspection else Stated())
        aspect = part if part and is_own and aspect is scale.overall else aspect
        name = subject if self.is_of_another(subject) or not self.subject else self.subject
        dated = (when.day, when.until, when.basis)
        return Judgement(name, aspect.key, grade.key, scale.key, *dated, standing, start, end, when.after)


def _by_parts(document: Document, scales: Scales) -> Scale | None:
    """The scale of whose parts a document grades several: "Safe", "Caring"; None where it is none, or may be two."""
    parts: set[tuple[str, str]] = set()
    graded: set[str] = set()
    for words in _short_texts(document):
        called = scales.aspects_called(words)
        parts |= {(scale.key, aspect.key) for scale, aspect in called if aspect is not scale.overall}
        graded |= {scale.key for scale, _ in scales.grades_called(words)}
    (best, most), (_, others) = [*Counter(key for key, _ in parts if key in graded).most_common(2), *_NONE][:2]
    return scales[best] if most >= _LEAST_PARTS and most > others else None


def _short_texts(document: Document) -> Iterator[str]:
    """The cells of tables, and in other lines the label and what stands after its colon."""
    for index, block in enumerate(document.blocks):
        for span in () if is_wished_for(document, index) else block.cells or (block,):
            if span.end - span.start <= _MOST_CHARS:
                words = document.text[span.start : span.end]
                yield from (part for line in words.splitlines() for part in line.split(": "))


def is_wished_for(document: Document, index: int) -> bool:
    """Whether what stands over a row or a line says that grades there are given by nobody: "Our goals for 2027".

    Args:
        document: with the row or the line.
        index: of its block.
    """
    blocks, first = document.blocks, index
    while first and blocks[first].kind == blocks[first - 1].kind in ("table_row", "list_item"):
        first -= 1
    before = blocks[max(first - 1, 0)]
    over = [*(one for one in document.above(index) if one.kind != "table_row"), before]
    said = (document.text[one.start : one.end] for one in over if one.end - one.start <= _MOST_CHARS)
    return any(tells_wishes(words) for words in said if words.strip() != document.title)


def tells_wishes(words: str) -> bool:
    """Whether a heading or a line tells of goals, self-assessments or the like, under which no grade was given."""
    return _UNREAL.search(words) is not None
