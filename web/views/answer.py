"""An answer with its passages, as the results page shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Protocol

from corpus.document import Document
from qa.answer import Alternative, Answer, Quote, RankedPassage
from qa.citing.citation import flattened
from qa.citing.pack import is_all_of, read_chosen
from qa.judged.timeline import TimelineEntry
from qa.request import AskRequest
from qa.wording import dates_in_words, lead_in_words, time_in_words, words_beside
from web.request_models import RequestSchema
from web.views.blocks import Group
from web.views.chance import Chance, chance
from web.views.citing import Cite, cite_words
from web.views.date_line import DateLine, draw_dates
from web.views.passages import ShownPassage, show_passage
from web.views.quoting import ShownQuote, in_rows, show_quote
from web.views.tabled import ShownTable, show_table
from web.views.timelines import timeline_address
from web.views.understood import Unknown, show_unknown


@dataclass(frozen=True, slots=True)
class ShownOther:
    """What is said otherwise than the answer.

    Attributes:
        lead: what it is beside the answer: of another edition, of another date, or what held before; of a cell of a
            table with the names of its row and column.
        sentence: its words.
        title: of its document.
        link: where it is shown with the sentence marked.
        cite: how to cite the sentence.
        blocks: the sentence as the row of a table that it is, below the names of its columns; otherwise ().
    """

    lead: str
    sentence: str
    title: str
    link: str
    cite: Cite
    blocks: tuple[Group, ...] = ()


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


_MOST_BESIDE: Final = 2
"""The judgements of so many are shown beside each other."""
_STANDING = ("as_of", "superseded")
"""Kinds of notices that say of which day, and which edition, an answer is."""


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
        standing: of which day and which edition it is, a sentence each, beside its source.
        judged: the name of what was judged, where a judgement was asked for; "" where none was.
        over_time: where all judgements are shown of the one, or the two, that it is of; "" where it is not known whose
            they are, or there are more.
        timeline: all judgements of it, in the order of time; none where there is but the one that answers.
        conflicts: what documents that count less tell otherwise.
        table: what many documents state, where that was asked for.
        dates: each date that is given, and how many documents say so; "" where one is, or none.
        line: the dates that are given, or that its rows have, on a line; None where one is, or none.
    """

    quote: ShownQuote | None
    chance: Chance
    reason: str
    unknown: tuple[Unknown, ...]
    passages: tuple[ShownPassage, ...]
    others: tuple[ShownOther, ...]
    notices: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
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


def show_answer(
    answer: Answer,
    library: Library,
    request: AskRequest,
    schema: RequestSchema,
    passages: Sequence[RankedPassage] | None = None,
    rows: int = 1,
) -> ShownAnswer:
    """An answer as the page shows it.

    Args:
        answer: to a question.
        library: the snapshot that answered, for the paragraphs of each passage.
        request: what was asked.
        schema: what a request may hold.
        passages: those of the answer that are shown, in their order; None for all of them.
        rows: which page of its table is shown, from 1.
    """
    listed = answer.passages if passages is None else passages
    document = cache(library.document)
    kinds = {"term", "quote", "value"} if answer.answer else {"term"}  # a marked sentence would look like an answer
    shown = tuple(
        show_passage(passage, document(passage.citation.document_id), kinds, _is_quoted(passage, answer.answer))
        for passage in listed
    )
    quote = None
    if answer.answer:
        first = next(passage for passage in answer.passages if passage.rank == answer.answer.passage_rank)
        quote = show_quote(answer.answer, first, document)
        if day := _day_of(answer, answer.answer):
            quote = replace(quote, value=day)
        if not answer.rows:
            shown = tuple(_untaken(one, passage, quote, document) for one, passage in zip(shown, listed, strict=True))
    halves = answer.answer.halves if answer.answer else ()  # of which each says itself why it is not answered
    told = [notice for notice in answer.notices if not (notice.kind == "partial" and halves)]
    beside = _STANDING if quote and not halves and not answer.rows else ()
    unknown = show_unknown(answer, request, schema) if answer.reason == "name_not_in_corpus" else ()
    reason = "" if quote else answer.reason_text
    others = tuple(_show_other(one, document) for one in (() if answer.timeline else answer.alternatives))
    return ShownAnswer(
        quote,
        chance(answer.confidence),
        reason,
        unknown,
        shown,
        others,
        notices=tuple(notice.text for notice in told if notice.kind not in beside),
        standing=tuple(notice.text for notice in told if notice.kind in beside),
        judged=answer.timeline[-1].aspect_name if answer.timeline else "",
        over_time=_over_time(answer),
        timeline=tuple(map(_show_judgement, answer.timeline)) if len(answer.timeline) > 1 else (),
        conflicts=tuple(map(_show_judgement, answer.conflicts)),
        table=show_table(answer, schema.address(request), document, rows),
        dates=dates_in_words(answer),
        line=draw_dates(answer),
    )


def _untaken(
    shown: ShownPassage, passage: RankedPassage, quote: ShownQuote, library: Callable[[str], Document | None]
) -> ShownPassage:
    """A passage that is not offered for an evidence pack where the answer, which is, has all of its words."""
    cited = passage.citation
    document = library(cited.document_id) if shown.is_quoted else None
    answers = [read_chosen(one) for one in (quote.chosen, *(half.chosen for half in quote.halves)) if one]
    is_taken = document and any(is_all_of(one, document, cited.start, cited.end) for one in answers)
    return replace(shown, chosen="") if is_taken else shown


def _show_other(one: Alternative, library: Callable[[str], Document | None]) -> ShownOther:
    said, cited = one.sentence.text, one.citation
    read = None if one.label else library(cited.document_id)  # a cell that is named by its row and column needs no row
    return ShownOther(
        lead_in_words(one),
        words_beside(one),
        cited.title,
        cited.link,
        cite_words(said, cited, cited.start),
        in_rows(read, one.sentence.start, one.sentence.end) if read else (),
    )


def _day_of(answer: Answer, quote: Quote) -> tuple[str, str] | None:
    """When what is quoted of a judgement was so, where that is asked and the words themselves do not say it."""
    if quote.value or not answer.interpretation or answer.interpretation.answer_type != "date":
        return None
    for entry in answer.timeline:
        for told in entry.evidence:
            if told.document_id == quote.document_id and told.start < quote.end and quote.start < told.end:
                return ("Date", time_in_words(entry)) if entry.first else None
    return None


def _over_time(answer: Answer) -> str:
    """Where all judgements are shown of the one who was judged, or of the two."""
    if not answer.rows:
        subject = next((entry.subject for entry in reversed(answer.timeline) if entry.subject), "")
        return timeline_address(subject) if subject else ""
    subjects = dict.fromkeys(row.subject for row in answer.rows if row.subject)
    is_judged = any(row.value for row in answer.rows)
    return timeline_address(*subjects) if is_judged and 0 < len(subjects) <= _MOST_BESIDE else ""


def _show_judgement(entry: TimelineEntry) -> ShownJudgement:
    told = entry.evidence[0]
    quote = flattened(told.quote)
    return ShownJudgement(time_in_words(entry), entry.grade_name, quote, told.title, told.link)


def _is_quoted(passage: RankedPassage, quote: Quote | None) -> bool:
    """Whether the answer, or what answers a half of it, stands in a passage."""
    if quote is None:
        return False
    held = passage.citation
    return passage.rank == quote.passage_rank or any(
        half.document_id == held.document_id and half.start is not None and held.start <= half.start < held.end
        for half in quote.halves
    )
