"""The words that answer, with halves and points, as the card of an answer shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.language.kinds import Value
from corpus.language.wording import value_in_words, value_name
from qa.address import citation_link
from qa.answer import AnswerPart, Quote, RankedPassage
from qa.citing.citation import without_sign
from qa.citing.pack import choose
from qa.tables.named_rows import partings
from qa.wording import points_in_words, questions_in_words, support_in_words
from web.views.blocks import Group, Mark, Segment, cut, group_blocks
from web.views.chance import Chance, chance
from web.views.citing import Cite, cite_words, words_to_cite
from web.views.passages import marks_of


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A half of a question, or a point of a list, as the page shows it.

    Attributes:
        label: the half of the question; "" for a point.
        words: the sentence that answers, with the words that do so marked, or the point; () for a half without an
            answer.
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
    words: tuple[Segment, ...]
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
        link: where the document is shown with the sentence, or all points of its list, marked.
        cite: how to cite the sentence.
        support: who else says so; "" where nobody does.
        cell: the names of the row and column of a table's cell; "" for anything else.
        halves: what answers each half of a question of two; ().
        counted: how many points the quoted list has, or questions of two are answered, in words; "" for neither.
        points: the points of the list where the words quoted are not all of them; ().
        is_point: whether the sentence is one of these points, or several below their heading, so that it is not shown
            beside them.
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


def show_quote(quote: Quote, passage: RankedPassage, library: Callable[[str], Document | None]) -> ShownQuote:
    """The words that answer, as the card shows them.

    Args:
        quote: the words.
        passage: in which they stand.
        library: what gives a document by its id.
    """
    cited, sentence, document = quote.citation, quote.sentence, library(quote.document_id)
    is_part = len(quote.quote.split()) < len(sentence.text.split())
    marks = marks_of(passage, {"quote", "value"} if is_part else {"value"})
    first = sentence.start
    groups = tuple(group_blocks(document, first, sentence.end, marks, page_starts=False)) if document else ()
    start, words = words_to_cite(quote, document)
    return ShownQuote(
        _segments(sentence.text, first, marks),
        groups if _is_laid_out(groups) else (),
        _show_value(quote.value, sentence.text, quote.quote),
        cited.title,
        _link_to_all(quote, document) or cited.link,
        cite_words(words, cited, start, document),
        support_in_words(quote.support) if quote.support else "",
        quote.parts[0].label if quote.parts and not quote.counted else "",
        tuple(_show_part(half, library(half.document_id) if half.document_id else None) for half in quote.halves),
        questions_in_words(quote) or points_in_words(quote),
        tuple(map(_show_part, quote.items_beyond)),
        _is_of_points(quote, start, document),
        str(choose(cited.document_id, start, words)),
    )


def _link_to_all(quote: Quote, document: Document | None) -> str:
    """Where the document is shown with all points of a list marked; "" where they are not all of that document."""
    points = quote.items_beyond
    if document is None or not points or any(one.document_id != document.id for one in points):
        return ""
    first = min(quote.citation.start, *(one.start for one in points if one.start is not None))
    last = max(quote.citation.end, *(one.end for one in points if one.end is not None))
    return citation_link(document.id, first, last, document.text[first:last])


def _is_of_points(quote: Quote, start: int, document: Document | None) -> bool:
    """Whether a sentence that is cited from a place on holds only points that are shown, and what they stand under."""
    if not quote.items_beyond:
        return False
    first = min(part.start or 0 for part in quote.items_beyond)
    above = document.text[start:first] if document else ""
    return start == first or above.strip(" :\n") == quote.items_beyond[0].label.strip(" :\n")


def _show_part(part: AnswerPart, document: Document | None = None) -> ShownPart:
    """A half with the sentence that answers it, or a point of a list."""
    label = part.label if part.sentence or part.reason_text else ""
    if part.citation is None:
        return ShownPart(label, (), part.reason_text, "", "", None, chance(part.confidence))
    shown, cited = part.sentence.text if part.sentence else part.quote, part.citation
    start, words = words_to_cite(part, document) if part.sentence else (cited.start, shown)
    marks = _marks_of_half(part)
    return ShownPart(
        label,
        _segments(shown, part.sentence.start, marks) if part.sentence else (Segment(without_sign(shown)),),
        "",
        cited.title,
        cited.link,
        cite_words(words, cited, start, document),
        chance(part.confidence),
        str(choose(cited.document_id, start, words)),
        _show_value(part.value, shown, part.quote),
        support_in_words(part.support) if part.support else "",
        points_in_words(part),
        tuple(map(_show_part, part.parts)),
        in_rows(document, start, start + len(words), marks) if part.sentence and document else (),
    )


def _marks_of_half(part: AnswerPart) -> list[Mark]:
    """The words that answer a half, where its sentence has more words than these."""
    if part.sentence is None or part.start is None or part.end is None:
        return []
    is_part = len(part.quote.split()) < len(part.sentence.text.split())
    return [Mark(part.start, part.end, "quote")] if is_part else []


def _segments(sentence: str, first: int, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """A sentence that starts at some place of its document, without a sign before it, and what is marked in it."""
    within = [Mark(mark.start - first, mark.end - first, mark.kind) for mark in marks]
    shown_from = len(sentence) - len(without_sign(sentence))
    return tuple(segment for _, segment in cut(sentence, shown_from, len(sentence), within))


def in_rows(document: Document, start: int, end: int, marks: Sequence[Mark] = ()) -> tuple[Group, ...]:
    """A span of a document as rows of its table, with what names their columns.

    Args:
        document: the document.
        start, end: the span.
        marks: what to mark in it.

    Returns:
        () where it has none.
    """
    groups = tuple(group_blocks(document, start, end, marks, page_starts=False))
    return groups if any(group.kind == "table_row" for group in groups) else ()


def _is_laid_out(groups: Sequence[Group]) -> bool:
    """Whether these are rows of a table, or several blocks."""
    return any(group.kind == "table_row" for group in groups) or sum(len(group.blocks) for group in groups) > 1


def _show_value(value: Value | None, sentence: str, quote: str) -> tuple[str, str] | None:
    """What kind of value answers, and the value in words; None for a row of several, and where nothing more is said."""
    if value is None or value.text == sentence or len(partings(quote)) > 1:
        return None
    return value_name(value), value_in_words(value)
