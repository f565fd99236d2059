"""The answer to a question: these records are the JSON of /ask, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import PlainSerializer

from corpus.document import DatedBasis
from corpus.language.kinds import DateMention, Value
from qa.abstaining.reasons import Reason, reason_codes
from qa.across.rows import Row, TableInfo
from qa.judged.timeline import TimelineEntry
from qa.query import Interpretation
from qa.trace import Trace

Status = Literal["answered", "abstained"]
Completeness = Literal["whole", "part"]
Relation = Literal["edition", "date", "earlier", "conflict", "part"]
"""What an alternative is beside the answer."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span to mark within a passage's text.

    Attributes:
        start, end: half-open offsets into the passage's text.
        kind: a word of the question (term), the words to quote, or the value in them.
    """

    start: int
    end: int
    kind: Literal["term", "quote", "value"]


@dataclass(frozen=True, slots=True)
class Copy:
    """Another document that holds (nearly) the same passage; never counted as support.

    Attributes:
        document_id: the document's id.
        title: its title.
        link: where it is shown with these words marked.
    """

    document_id: str
    title: str
    link: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Chapter and verse: where a passage stands.

    Attributes:
        document_id: the document's id.
        title: its title.
        source: its publisher; null where it does not say.
        url: its own address; null where it has none.
        published: the day of its publication; null where it is not known.
        page: the page that the passage starts on; null where there are no pages.
        dated: the day that the document is of; null where it is not known.
        dated_basis: what says so; null where it is not known.
        labels: what it is called by the table of labels, such as authority, series, type and year.
        paragraph: the number that the document prints before the paragraph in which the passage starts, such as "51" or
            "3.2(a)", or of a transcript the time from which on it is said, "00:12:31"; null where there is none.
        last_page, last_paragraph: those in which it ends, where these are others; otherwise null.
        start, end: half-open offsets into the document's text.
        sha256: of the file, in hexadecimal.
        link: where the document is shown with the passage marked.
        recognised: how sure the words are, 0 to 1, where they were recognised in a picture, such as a scanned page;
            null where the file holds them as text.
    """

    document_id: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    dated: date | None
    dated_basis: DatedBasis | None
    labels: Mapping[str, str]
    page: int | None
    paragraph: str | None
    start: int
    end: int
    sha256: str
    link: str
    recognised: float | None = None
    last_page: int | None = None
    last_paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage found for a question, best first from rank 1.

    Attributes:
        rank: from 1.
        passage_id: by which it is judged in feedback.
        text: its words, as they stand in the document.
        heading: the headings it stands under, the highest first, with " > " between them; "" for none.
        context: what leads into it from before it, such as the sentence before a list or a table's header row; "" for
            nothing.
        probability: that this passage answers the question, 0 to 1.
        scores: the parts its rank came from; higher is better in each.
        highlights: what to mark; offsets within `text`.
        citation: where it stands.
        dates: the dates in it; offsets within `text`.
        also_in: other documents that hold (nearly) the same words.
    """

    rank: int
    passage_id: str
    text: str
    heading: str
    context: str
    probability: float
    scores: Mapping[str, float]
    highlights: tuple[Highlight, ...]
    citation: Citation
    dates: tuple[DateMention, ...] = ()
    also_in: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence, or the lines of a summary, that a quote stands in.

    Attributes:
        text: its words.
        start, end: offsets into the document's text.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Support:
    """Who else says what is quoted.

    Attributes:
        documents: how many other documents say the same in their own words, of those that were found; copies and other
            editions are none of them.
        copies: how many other documents hold (nearly) the same words.
    """

    documents: int
    copies: int


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A part of an answer: an item of a list, a table's cell, or what answers one half of a question of two.

    Attributes:
        quote: its words, as they stand in their document; "" for a half that the sources do not answer.
        label: what leads into its list, the names of its row and column, or its half of the question, as that was
            typed.
        document_id: of its document; null for a half without an answer, as are the next four.
        start, end: offsets into the document's text.
        citation: where it stands.
        sentence: the one in which the words that answer a half stand; null for an item and a cell.
        confidence: the probability that the words are right; of a half without an answer, of those that came nearest.
        value: the one that answers a half, where the words hold one of the kind that was asked for.
        reason_text: why a half is not answered; "" where it is.
        support: who else says what answers a half; null where nobody does.
        parts: the items of the list that answers a half, where its words do not hold all of them; else ().
        counted: how many items the list that answers a half has; null where it is answered by no list.
    """

    quote: str
    label: str
    document_id: str | None
    start: int | None
    end: int | None
    citation: Citation | None
    confidence: float
    sentence: Sentence | None = None
    value: Value | None = None
    reason_text: str = ""
    support: Support | None = None
    parts: tuple[AnswerPart, ...] = ()
    counted: PartsCount | None = None

    def __post_init__(self) -> None:
        is_cited = self.citation is not None and None not in (self.document_id, self.start, self.end)
        if bool(self.quote) != is_cited or bool(self.quote) == bool(self.reason_text):
            raise ValueError("a part has words and where they stand, or a reason why there are none")


@dataclass(frozen=True, slots=True)
class PartsCount:
    """How many of an answer's parts are given.

    Attributes:
        given: how many have words.
        all: how many there are: the items of the list, or the halves of the question.
    """

    given: int
    all: int


@dataclass(frozen=True, slots=True)
class Notice:
    """What whoever reads an answer should know of it.

    Attributes:
        kind: of which kind it is, for programs.
        text: a sentence for people.
    """

    kind: Literal[
        "partial",
        "applied_syntax",
        "ignored_syntax",
        "read_as",
        "as_of",
        "held",
        "undated",
        "inspected_since",
        "superseded",
        "conflict",
        "not_known",
        "other_year",
        "proposed",
        "passed",
        "later",
    ]
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that answer, and where they stand in their document.

    Attributes:
        quote: these words: a few, or all of the sentence where no reranker has read it.
        document_id: the document's id.
        start, end: offsets into the document's text.
        passage_rank: of the passage they stand in.
        sentence: the one they stand in, which is what to cite.
        citation: where they stand: page and paragraph are those of the words themselves, where the passage may start
            on an earlier one; offsets and link are those of the sentence.
        value: the one that answers, where the words hold one of the kind that was asked for, and no other beside it.
        support: who else says so; null where nobody does, and of a question of two halves, each of which has its own.
        completeness: whether the parts, or without parts the words, answer all of the question, or only a half of it,
            some items of a list, or one of several dates that are told.
        parts: the items of the list, the cell of the row, or what answers each half of the question; () where the
            answer has no parts.
        counted: how many items or halves there are; null where the answer has none.
    """

    quote: str
    document_id: str
    start: int
    end: int
    passage_rank: int
    sentence: Sentence
    citation: Citation
    value: Value | None = None
    support: Support | None = None
    completeness: Completeness = "whole"
    parts: tuple[AnswerPart, ...] = ()
    counted: PartsCount | None = None

    @property
    def halves(self) -> tuple[AnswerPart, ...]:
        """What answers each half of a question of two; () where it asks one thing."""
        return tuple(part for part in self.parts if part.sentence or part.reason_text)

    @property
    def items_beyond(self) -> tuple[AnswerPart, ...]:
        """The items of its list where the quote does not hold all of them; else ()."""
        items = () if self.halves else self.parts
        within = all(self.start <= (part.start or 0) and (part.end or 0) <= self.end for part in items)
        return () if within else items


@dataclass(frozen=True, slots=True)
class Alternative:
    """What is said otherwise than the answer: by another edition of its document, of another time, or of the same time.

    Attributes:
        quote: its words.
        document_id: the document's id.
        start, end: offsets into the document's text.
        sentence: the one they stand in.
        citation: where they stand.
        value: the one that answers there, where the words hold one of the kind that was asked for.
        relation: whether another edition of the answering document says so ("edition"), it is another date of what is
            asked about ("date"), what held before the answer ("earlier"), what is said otherwise of the same day or by
            another body ("conflict"), or what is so of another of all that are asked about ("part").
        support: how many documents say so; copies of a passage count once.
        label: of a cell of a table, the names of its row and column; "" for anything else.
    """

    quote: str
    document_id: str
    start: int
    end: int
    sentence: Sentence
    citation: Citation
    value: Value | None = None
    relation: Relation = "edition"
    support: int = 1
    label: str = ""


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """Which snapshot answered, and how much it holds.

    Attributes:
        snapshot: its id.
        documents: how many documents it holds.
        passages: how many passages these were cut into.
        judgements: how many judgements and visits of inspectors they tell of.
    """

    snapshot: str
    documents: int
    passages: int
    judgements: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say to a question, or that they do not say.

    An answered question always has a quote, within a sentence that stands, character for character, in one of its
    passages; an abstained one always has a reason and never a quote.

    Attributes:
        question: as it was sent.
        status: whether it is answered.
        reason: why it is not, in a code; null when answered.
        confidence: the probability that the words shown are right, 0 to 1; when abstained, of those that came nearest.
        answer: the words that answer; null when abstained.
        passages: what was found, best first; the nearest ones when abstained.
        index: what was searched.
        took_ms: how long it took, in milliseconds.
        alternatives: what other editions of the answering document say in its place, such as an older policy or a
            draft, the newest first; other dates of what is asked about, those that most documents give first, the
            newest of these before the others; what held before; what is said of the same day, or by another body; and
            what is so of the others of all that are asked about. Only where they say otherwise.
        timeline: where a judgement is asked for, all that are known of what was judged, in the order of time.
        conflicts: what documents that count less tell otherwise of the judgements in `timeline`.
        rows: what many documents state, where the question asks for a list, a count or a comparison of that.
        table: what the rows are of, and how many things they count; null where there are none.
        reason_text: the reason in a sentence or two for the person who asked; "" when answered.
        interpretation: how the question was read; None where there was nothing to read or to search.
        explanation: how the order was reached, stage by stage, when that was asked for.
        notices: what whoever reads it should know, such as that one half of the question is not answered.
    """

    question: str
    status: Status
    reason: Reason | None
    confidence: float
    answer: Quote | None
    passages: tuple[RankedPassage, ...]
    index: IndexInfo
    took_ms: float
    alternatives: tuple[Alternative, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    conflicts: tuple[TimelineEntry, ...] = ()
    rows: tuple[Row, ...] = ()
    table: TableInfo | None = None
    reason_text: str = ""
    interpretation: Interpretation | None = None
    explanation: Annotated[Trace, PlainSerializer(Trace.as_json)] | None = None
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not between 0 and 1")
        if self.status == "abstained":
            if self.reason is None or not self.reason_text or self.answer is not None:
                raise ValueError("an abstained answer has a reason, in words too, and no quote")
            if self.reason not in reason_codes():
                raise ValueError(f"{self.reason!r} is no reason to abstain: {', '.join(reason_codes())} are")
            return
        if self.reason is not None or self.answer is None:
            raise ValueError("an answered question has a quote and no reason")
        quote = self.answer
        sentence = quote.sentence
        if not (
            quote.quote
            and sentence.start <= quote.start
            and sentence.text[quote.start - sentence.start : quote.end - sentence.start] == quote.quote
        ):
            raise ValueError("the quote does not stand in its sentence")
        for passage in self.passages:
            cited = passage.citation
            if passage.rank == quote.passage_rank and cited.document_id == quote.document_id:
                start = sentence.start - cited.start
                if start >= 0 and passage.text[start : sentence.end - cited.start] == sentence.text:
                    return
        raise ValueError("the sentence of the quote does not stand in the passage it names")
