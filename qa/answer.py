"""The answer to a question: these records are the JSON of /ask, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import PlainSerializer

from corpus.language.kinds import AnswerType, DateMention, Value
from qa.trace import Trace

Status = Literal["answered", "abstained"]
Reason = Literal[
    "empty_question",
    "empty_corpus",
    "nothing_matches_filters",
    "nothing_relevant",
    "name_not_in_corpus",
    "date_not_covered",
    "not_answered",
]

Order = Literal["latest", "first", "previous"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is limited to; an empty filter limits nothing.

    Attributes:
        published_from, published_to: first and last day of publication, both included. A document
            whose date is not known never passes a date filter.
        source: publishers, any of which will do.
        document: document ids, any of which will do.
    """

    published_from: date | None = None
    published_to: date | None = None
    source: tuple[str, ...] = ()
    document: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.published_from or self.published_to or self.source or self.document)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch to mark within a passage's text: a word of the question, the words to quote, or the value in them."""

    start: int
    end: int
    kind: Literal["term", "quote", "value"]


@dataclass(frozen=True, slots=True)
class Copy:
    """Another document that holds (nearly) the same passage; never counted as support."""

    document_id: str
    title: str
    link: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Chapter and verse: `start` and `end` are offsets into the document's text."""

    document_id: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    page: int | None
    paragraph: int
    start: int
    end: int
    sha256: str
    link: str


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage found for a question, best first from rank 1.

    Attributes:
        probability: that this passage answers the question, 0 to 1.
        scores: the parts its rank came from; higher is better in each.
        highlights, dates: offsets within `text`.
    """

    rank: int
    passage_id: str
    text: str
    heading: str
    probability: float
    scores: Mapping[str, float]
    highlights: tuple[Highlight, ...]
    citation: Citation
    dates: tuple[DateMention, ...] = ()
    also_in: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence, or the lines of a summary, that a quote stands in: `start` and `end` are offsets into the document's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that answer, and where they stand in their document.

    Attributes:
        quote: these words: a few, or all of the sentence where no reranker has read it.
        start, end: offsets into the document's text.
        passage_rank: of the passage they stand in.
        sentence: the one they stand in, which is what to cite.
        value: the one that answers, where the words hold one of the kind that was asked for.
    """

    quote: str
    document_id: str
    start: int
    end: int
    passage_rank: int
    sentence: Sentence
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question, and what the documents know of it.

    Attributes:
        text: the name as it is understood.
        start, end: where it stands in the question as it was typed.
        documents: how many documents are called by it, in their titles or publishers.
        known: whether it stands anywhere in the documents.
        nearest: names in the documents that come nearest to one that is not known.
    """

    text: str
    start: int
    end: int
    documents: int
    known: bool
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A misspelt word, and the word of the documents it was taken for; offsets in the question as it was typed."""

    text: str
    start: int
    end: int
    mended: str


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a question, and the days it covers, both included; None where it is open.

    Attributes:
        text: its words.
        start, end: where they stand in the question as it was typed.
        first, last: the days.
        covered: whether a document is of that time; None where none is, but some are of its year or range of years, which says nothing.
    """

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    covered: bool | None = None


@dataclass(frozen=True, slots=True)
class Interpretation:
    """How a question was read.

    Attributes:
        question: as it is understood, with misspelt words mended.
        names: of places, organisations and people.
        mended: the words that were taken for others.
        periods: the times it names.
        order: which of the documents of those names and times is meant.
        answer_type: what kind of answer is wanted.
        terms: the words that the answer should hold: without times and order, and in a series without the names of its documents.
    """

    question: str
    names: tuple[Name, ...] = ()
    mended: tuple[Correction, ...] = ()
    periods: tuple[Period, ...] = ()
    order: Order | None = None
    answer_type: AnswerType = "other"
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """Which snapshot answered, and how much it holds."""

    snapshot: str
    documents: int
    passages: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say to a question, or that they do not say.

    An answered question always has a quote, within a sentence that stands, character for character, in one of its
    passages; an abstained one always has a reason and never a quote.

    Attributes:
        reason_text: the reason in a sentence or two for the person who asked; "" when answered.
        confidence: the probability that the first passage answers, 0 to 1.
        interpretation: how the question was read; None where there was nothing to read or to search.
        explanation: how the order was reached, stage by stage, when that was asked for.
    """

    question: str
    status: Status
    reason: Reason | None
    confidence: float
    answer: Quote | None
    passages: tuple[RankedPassage, ...]
    index: IndexInfo
    took_ms: float
    timeline: tuple[Mapping[str, Any], ...] = ()
    conflicts: tuple[Mapping[str, Any], ...] = ()
    reason_text: str = ""
    interpretation: Interpretation | None = None
    explanation: Annotated[Trace, PlainSerializer(Trace.as_json)] | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not between 0 and 1")
        if self.status == "abstained":
            if self.reason is None or not self.reason_text or self.answer is not None:
                raise ValueError("an abstained answer has a reason, in words too, and no quote")
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
