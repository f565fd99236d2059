"""An answer with its passages, as the results page shows it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final, Protocol

from corpus.document import Document
from corpus.language.kinds import Value
from corpus.language.sentences import CELL_END
from corpus.language.wording import value_in_words, value_name
from qa.answer import Answer, AnswerPart, Citation, Quote, RankedPassage
from qa.citation import noted, without_sign
from qa.pack import choose
from qa.request import AskRequest
from qa.timeline import TimelineEntry
from qa.wording import (
    dates_in_words,
    lead_in_words,
    percent,
    points_in_words,
    questions_in_words,
    support_in_words,
    time_in_words,
)
from web.request_models import RequestSchema
from web.views.blocks import BlockView, Group, Mark, Segment, cut, group_blocks
from web.views.citing import Cite, cite, words_to_cite
from web.views.date_line import DateLine, draw_dates
from web.views.excerpts import excerpt
from web.views.tabled import ShownTable, show_table
from web.views.timelines import timeline_address
from web.views.understood import Unknown, show_unknown

_CHANCES = ((0.8, "high"), (0.5, "fair"), (0.0, "low"))
SCORES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "Words in common with the question",
        "dense": "Nearness in meaning, at most 1",
        "reranker": "Read together with the question",
        "combined": "All of it together, by which passages are ordered",
    }
)
"""The parts of a rank, by their names in `RankedPassage.scores`."""
_LEAST_MARKED = 0.05
"""Nothing is marked in a passage that is less likely to answer: marks would make it look like an answer."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely words are to answer a question: high, fair or low, and in per cent."""

    words: str
    percent: str


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A ranked passage as the page shows it.

    Attributes:
        rank: from 1.
        passage_id: by which it is judged.
        title: of its document.
        under: the headings above it, as far as they do not stand in it.
        groups: its text.
        link: where its document is shown with the passage marked.
        cite: how to cite it.
        chance: how likely it is to answer.
        copies: titles and links of documents that hold the same words.
        excerpt: the words of it that come nearest to an answer, in a line or two.
        is_quoted: whether the answer above is of this passage, so that its chance is told there.
        chosen: what names it in an evidence pack.
        scores: the parts that its rank came from, each in a few words with its figure.
    """

    rank: int
    passage_id: str
    title: str
    under: str
    groups: tuple[Group, ...]
    link: str
    cite: Cite
    chance: Chance
    copies: tuple[tuple[str, str], ...]
    excerpt: tuple[Segment, ...]
    is_quoted: bool
    chosen: str
    scores: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A half of a question, or a point of a list, as the page shows it.

    Attributes:
        label: the half of the question; "" for a point.
        words: the sentence that answers, or the point; "" for a half without an answer.
        reason: why a half is not answered; "" where it is.
        title: of the document; "" for a half without an answer, as is the link.
        link: where the words are shown in their document.
        cite: how to cite them; None for a half without an answer.
        chance: how likely they are right.
        chosen: what names them in an evidence pack; "" for a half without an answer.
        value: what kind of value answers a half, and the value in words, where its sentence is more than that.
        support: who else says what answers a half; "" where nobody does.
        counted: how many points the list has that answers a half, in words; "" where no list does.
        points: the points of that list where the words do not hold all of them; ().
        blocks: the words of a half as the row of a table that they are, below the names of its columns; otherwise ().
    """

    label: str
    words: str
    reason: str
    title: str
    link: str
    cite: Cite | None
    chance: Chance
    chosen: str = ""
    value: tuple[str, str] | None = None
    support: str = ""
    counted: str = ""
    points: tuple[ShownPart, ...] = ()
    blocks: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """The words that answer, as the page shows them.

    Attributes:
        sentence: with the words that answer, and the value in them, marked.
        blocks: the sentence in rows, items and paragraphs where it is more than one paragraph or item; otherwise ().
        value: what kind of value answers, and the value in words, where the sentence is more than that.
        title: of the document.
        link: where the document is shown with the sentence marked.
        cite: how to cite the sentence.
        support: who else says so; "" where nobody does.
        cell: the names of the row and column of a table's cell; "" for anything else.
        halves: what answers each half of a question of two; ().
        counted: how many points the quoted list has, or questions of two are answered, in words; "" for neither.
        points: the points of the list where the words quoted are not all of them; ().
        is_point: whether the sentence stands among these points, so that it need not be shown beside them.
        chosen: what names the sentence in an evidence pack.
    """

    sentence: tuple[Segment, ...]
    blocks: tuple[Group, ...]
    value: tuple[str, str] | None
    title: str
    link: str
    cite: Cite
    support: str
    cell: str
    halves: tuple[ShownPart, ...]
    counted: str
    points: tuple[ShownPart, ...]
    is_point: bool
    chosen: str


@dataclass(frozen=True, slots=True)
class ShownOther:
    """What is said otherwise than the answer.

    Attributes:
        lead: what it is beside the answer: of another edition, of another date, or what held before.
        sentence: its words.
        title: of its document.
        link: where it is shown with the sentence marked.
        cite: how to cite the sentence.
    """

    lead: str
    sentence: str
    title: str
    link: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class ShownJudgement:
    """A judgement on the timeline of an answer.

    Attributes:
        when: the day, month or year in words.
        grade: its name.
        quote: the words that state it, with dots between the cells of a row.
        title: of their document.
        link: where it is shown with the words marked.
    """

    when: str
    grade: str
    quote: str
    title: str
    link: str


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer as the page shows it.

    Attributes:
        quote: the words that answer; None when there is no answer.
        chance: how likely they are to answer.
        reason: why there is no answer; "" when there is one.
        unknown: names that the reason is about.
        passages: best first.
        others: what is said otherwise: by other editions of the document, of other dates, or before.
        notices: what to know of the answer, a sentence each.
        judged: the name of what was judged, where a judgement was asked for; "" where none was.
        over_time: where all judgements of the same are shown; "" where it is not known whose they are.
        timeline: all judgements of it, in the order of time; none where there is but the one that answers.
        conflicts: what documents that count less tell otherwise.
        table: what many documents state, where that was asked for.
        dates: each date that is given, and how many documents say so; "" where one is, or none.
        line: the dates that are given, on a line; None where one is, or none.
    """

    quote: ShownQuote | None
    chance: Chance
    reason: str
    unknown: tuple[Unknown, ...]
    passages: tuple[ShownPassage, ...]
    others: tuple[ShownOther, ...]
    notices: tuple[str, ...] = ()
    judged: str = ""
    over_time: str = ""
    timeline: tuple[ShownJudgement, ...] = ()
    conflicts: tuple[ShownJudgement, ...] = ()
    table: ShownTable | None = None
    dates: str = ""
    line: DateLine | None = None


class Library(Protocol):
    """Where documents are; a snapshot is one."""

    def document(self, document_id: str, /) -> Document | None:
        """The document with that id, or None."""
        ...


def chance(probability: float) -> Chance:
    """A probability in a plain word, with its percentage as the command line prints it.

    Args:
        probability: 0 to 1.
    """
    told = round(probability, 2)  # so that no "80%" is called fair
    return Chance(next(words for least, words in _CHANCES if told >= least), percent(probability))


def show_answer(
    answer: Answer,
    library: Library,
    request: AskRequest,
    schema: RequestSchema,
    passages: Sequence[RankedPassage] | None = None,
) -> ShownAnswer:
    """An answer as the page shows it.

    Args:
        answer: to a question.
        library: the snapshot that answered, for the paragraphs of each passage.
        request: what was asked.
        schema: what a request may hold.
        passages: those of the answer that are shown, in their order; None for all of them.
    """
    listed = answer.passages if passages is None else passages
    document = cache(library.document)
    kinds = {"term", "quote", "value"} if answer.answer else {"term"}  # a marked sentence would look like an answer
    shown = tuple(
        _show_passage(passage, document(passage.citation.document_id), kinds, _is_quoted(passage, answer.answer))
        for passage in listed
    )
    quote = None
    if answer.answer:
        first = next(passage for passage in answer.passages if passage.rank == answer.answer.passage_rank)
        quote = _show_quote(answer.answer, first, document)
    halves = answer.answer.halves if answer.answer else ()  # of which each says itself why it is not answered
    unknown = show_unknown(answer, request, schema) if answer.reason == "name_not_in_corpus" else ()
    reason = "" if quote else answer.reason_text
    others = tuple(
        ShownOther(
            lead_in_words(one),
            one.sentence.text,
            one.citation.title,
            one.citation.link,
            _cite(one.sentence.text, one.citation),
        )
        for one in (() if answer.timeline else answer.alternatives)
    )
    return ShownAnswer(
        quote,
        chance(answer.confidence),
        reason,
        unknown,
        shown,
        others,
        notices=tuple(notice.text for notice in answer.notices if not (notice.kind == "partial" and halves)),
        judged=answer.timeline[-1].aspect_name if answer.timeline else "",
        over_time=_over_time(answer.timeline),
        timeline=tuple(map(_show_judgement, answer.timeline)) if len(answer.timeline) > 1 else (),
        conflicts=tuple(map(_show_judgement, answer.conflicts)),
        table=show_table(answer, schema.address(request)),
        dates=dates_in_words(answer),
        line=draw_dates(answer),
    )


def _over_time(entries: Sequence[TimelineEntry]) -> str:
    subject = next((entry.subject for entry in reversed(entries) if entry.subject), "")
    return timeline_address(subject) if subject else ""


def _show_judgement(entry: TimelineEntry) -> ShownJudgement:
    told = entry.evidence[0]
    quote = " ".join(told.quote.split()).replace(CELL_END, " · ")
    return ShownJudgement(time_in_words(entry), entry.grade_name, quote, told.title, told.link)


def _show_quote(quote: Quote, passage: RankedPassage, library: Callable[[str], Document | None]) -> ShownQuote:
    """The words that answer, as they stand in a passage."""
    cited, sentence, document = quote.citation, quote.sentence, library(quote.document_id)
    marks = _marks(passage, {"quote", "value"} if len(quote.quote.split()) < len(sentence.text.split()) else {"value"})
    first = sentence.start
    within = [Mark(mark.start - first, mark.end - first, mark.kind) for mark in marks]
    groups = tuple(group_blocks(document, first, sentence.end, marks, page_starts=False)) if document else ()
    start, words = words_to_cite(quote, document)
    shown_from = len(sentence.text) - len(without_sign(sentence.text))
    return ShownQuote(
        tuple(segment for _, segment in cut(sentence.text, shown_from, len(sentence.text), within)),
        groups if _is_laid_out(groups) else (),
        _show_value(quote.value, sentence.text, quote.quote),
        cited.title,
        cited.link,
        _cite(words, replace(cited, start=start, end=start + len(words)), document),
        support_in_words(quote.support) if quote.support else "",
        quote.parts[0].label if quote.parts and not quote.counted else "",
        tuple(_show_part(half, library(half.document_id) if half.document_id else None) for half in quote.halves),
        questions_in_words(quote) or points_in_words(quote),
        tuple(map(_show_part, quote.items_beyond)),
        bool(quote.items_beyond) and start == min(part.start or 0 for part in quote.items_beyond),
        str(choose(cited.document_id, start, words)),
    )


def _show_part(part: AnswerPart, document: Document | None = None) -> ShownPart:
    """A half with the sentence that answers it, or a point of a list."""
    label = part.label if part.sentence or part.reason_text else ""
    if part.citation is None:
        return ShownPart(label, "", part.reason_text, "", "", None, chance(part.confidence))
    shown, cited = part.sentence.text if part.sentence else part.quote, part.citation
    start, words = words_to_cite(part, document) if part.sentence else (cited.start, shown)
    return ShownPart(
        label,
        shown,
        "",
        cited.title,
        cited.link,
        _cite(words, replace(cited, start=start, end=start + len(words)), document),
        chance(part.confidence),
        str(choose(cited.document_id, start, words)),
        _show_value(part.value, shown, part.quote),
        support_in_words(part.support) if part.support else "",
        points_in_words(part),
        tuple(map(_show_part, part.parts)),
        _rows(document, start, start + len(words)) if part.sentence and document else (),
    )


def _rows(document: Document, start: int, end: int) -> tuple[Group, ...]:
    """A span of a document as rows of its table, with what names their columns; () where it is none."""
    groups = tuple(group_blocks(document, start, end, (), page_starts=False))
    return groups if any(group.kind == "table_row" for group in groups) else ()


def _cite(words: str, cited: Citation, document: Document | None = None) -> Cite:
    """How to cite words that begin where a citation does, with what is told of them beside the reference."""
    note = noted(document, cited.start, cited.start + len(words)) if document else ""
    return cite(words, cited, cited.page, cited.paragraph, cited.recognised, note=note)


def _is_quoted(passage: RankedPassage, quote: Quote | None) -> bool:
    """Whether the answer, or what answers a half of it, stands in a passage."""
    if quote is None:
        return False
    held = passage.citation
    return passage.rank == quote.passage_rank or any(
        half.document_id == held.document_id and half.start is not None and held.start <= half.start < held.end
        for half in quote.halves
    )


def _is_laid_out(groups: Sequence[Group]) -> bool:
    """Whether these are rows of a table, or several blocks."""
    return any(group.kind == "table_row" for group in groups) or sum(len(group.blocks) for group in groups) > 1


def _show_value(value: Value | None, sentence: str, quote: str) -> tuple[str, str] | None:
    """What kind of value answers, and the value in words; None for a row of several, and where nothing more is said."""
    if value is None or value.text == sentence or quote.count(CELL_END) > 1:
        return None
    return value_name(value), value_in_words(value)


def _marks(passage: RankedPassage, kinds: Collection[str]) -> list[Mark]:
    """What is to be marked of a passage, in offsets into its document."""
    start = passage.citation.start
    return [
        Mark(start + highlight.start, start + highlight.end, highlight.kind)
        for highlight in passage.highlights
        if highlight.kind in kinds
    ]


def _show_passage(
    passage: RankedPassage, document: Document | None, kinds: Collection[str], is_quoted: bool
) -> ShownPassage:
    cited = passage.citation
    if passage.probability < _LEAST_MARKED and not is_quoted:
        kinds = ()
    if document is None:
        groups: tuple[Group, ...] = (Group("paragraph", (), (BlockView("paragraph", 0, (Segment(passage.text),)),)),)
    else:
        groups = tuple(group_blocks(document, cited.start, cited.end, _marks(passage, kinds), page_starts=False))
    shown = {
        " ".join("".join(part.text for part in block.segments).split()) for group in groups for block in group.blocks
    }
    shown.add(cited.title)
    return ShownPassage(
        passage.rank,
        passage.passage_id,
        cited.title,
        " › ".join(part for part in passage.heading.split(" > ") if part not in shown),
        groups,
        cited.link,
        _cite(passage.text, cited),
        chance(passage.probability),
        tuple((copy.title, copy.link) for copy in passage.also_in),
        excerpt(passage.text, [mark for mark in passage.highlights if mark.kind in kinds]),
        is_quoted,
        str(choose(cited.document_id, cited.start, passage.text)),
        tuple((SCORES[name], f"{score:.2f}") for name, score in passage.scores.items()),
    )
