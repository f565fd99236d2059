"""What each page shows: one frozen record a template, and how answers and documents become such records."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.document import Document, ParagraphKind
from corpus.language.wording import VALUES, day_in_words, value_in_words
from qa.answer import Answer, Filters, IndexInfo, Quote, RankedPassage
from qa.decide import citation_link
from qa.feedback import COMMENT_MAX_CHARS
from qa.wording import mended_in_words, percent, understood, unknown_names
from web.assets import address

Notice = Literal["kept", "changed", "not_kept"]
NOTICES: Mapping[Notice, str] = {
    "kept": "Thank you. What you said has been noted.",
    "changed": "What you said was not noted, because the documents have changed since you asked. These are the results now: please say it again.",
    "not_kept": "What you said could not be noted just now. Please try again later, or tell the person who runs this service.",
}
_LIST_MARKER = re.compile(r"\s*(?:[-*+•–·▪◦‣●○■–]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s")
_CELL_SEPARATOR = re.compile(r"(?<!\S)\|(?!\S)")  # as the readers join the cells of a row
_CHANCES = ((0.8, "high"), (0.5, "fair"), (0.0, "low"))
_SOURCES_SHOWN = 200


# What the templates share


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: its title, its static files and, when known, what is being searched."""

    title: str
    style: str
    script: str
    index: IndexInfo | None


def frame(title: str, index: IndexInfo | None = None) -> Frame:
    """The surroundings of a page.

    Args:
        title: what the browser's tab says.
        index: what is being searched, when it is known.
    """
    return Frame(title, address("style.css"), address("copy.js"), index)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to mark, in offsets into a document's text."""

    start: int
    end: int
    kind: Literal["cited", "quote", "term", "value"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is marked, or not, in one way throughout.

    Attributes:
        kinds: the kinds of mark on it, separated by spaces; "" for none.
        target: whether it is the start of the cited words.
        pages: the pages that start with it, when that is inside a paragraph.
    """

    text: str
    kinds: str = ""
    target: bool = False
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph.

    Attributes:
        level: 2 to 4, the level a heading has on the page, below the page's own title; otherwise 0.
        segments: its text; () for a table row.
        has_marker: whether a list item begins with its own bullet or number.
        cells: the text of a table row cell by cell; () for everything else.
    """

    kind: ParagraphKind
    level: int
    segments: tuple[Segment, ...]
    has_marker: bool = False
    cells: tuple[tuple[Segment, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks of one kind that stand together, after the first lines of `pages`."""

    kind: ParagraphKind
    pages: tuple[int, ...]
    blocks: tuple[Block, ...]


# The pages


@dataclass(frozen=True, slots=True)
class Choice:
    """One publisher in the form."""

    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed in the form, kept as it was typed, and what is wrong with it field by field."""

    q: str = ""
    k: str = "5"
    published_from: str = ""
    published_to: str = ""
    sources: tuple[Choice, ...] = ()
    sources_left_out: int = 0
    k_max: int = 50
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_choices(self) -> bool:
        """Whether anything under "More choices" was filled in or is wrong."""
        chosen = self.published_from or self.published_to or any(choice.chosen for choice in self.sources)
        return bool(chosen) or bool(self.errors.keys() - {"q"})


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely words are to answer a question: high, fair or low, and in per cent."""

    words: str
    percent: str


@dataclass(frozen=True, slots=True)
class Cite:
    """How to cite some words of a document: the words, where they stand, and the line to copy."""

    words: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that is in none of the documents, and the names nearest to it, each with the address that asks about it instead."""

    name: str
    nearest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """How the question was read.

    Attributes:
        typed, meant: the misspelt words and those they were taken for; "" when none was.
        undo: the address that asks with the words as they were typed; "" when none was taken for another.
        mend: the address that asks with misspelt words mended; "" unless they were to be left as they are.
        unknown: names in none of the documents, where the answer does not speak of them.
        pieces: names, times, order and kind of answer, in a few words each.
    """

    typed: str
    meant: str
    undo: str
    mend: str
    unknown: tuple[Unknown, ...]
    pieces: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.undo or self.mend or self.unknown or self.pieces)


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A ranked passage as the page shows it."""

    rank: int
    passage_id: str
    title: str
    place: tuple[str, ...]
    under: str
    groups: tuple[Group, ...]
    link: str
    cite: Cite
    chance: Chance
    copies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer as the page shows it.

    Attributes:
        sentence: with the words that answer, and the value in them, marked; () when there is no answer.
        table: the same in rows and paragraphs when the sentence holds rows of a table.
        value: what kind of value answers, and the value in words, where the sentence is more than that.
        reason: why there is no answer; "" when there is one.
        unknown: names that the reason is about.
    """

    sentence: tuple[Segment, ...]
    table: tuple[Group, ...]
    value: tuple[str, str] | None
    title: str
    place: tuple[str, ...]
    link: str
    cite: Cite | None
    chance: Chance
    reason: str
    unknown: tuple[Unknown, ...]
    passages: tuple[ShownPassage, ...]


@dataclass(frozen=True, slots=True)
class Voting:
    """What the buttons under an answer send, and what became of the one pressed before.

    Attributes:
        fields: names and values that go with every button.
        comment_max: the longest comment, in characters.
        notice: what became of it, in a sentence; "" when none was pressed.
        about: the rank of the passage the notice is about; 0 for the whole list, None for the page.
    """

    fields: tuple[tuple[str, str], ...]
    comment_max: int
    notice: str
    about: int | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """The form, and below it how the question was read and the answer, when something was asked, with buttons to judge it where that is possible."""

    frame: Frame
    form: Form
    understood: Understood | None
    answer: ShownAnswer | None
    voting: Voting | None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A whole document with the cited words marked; `heading` is its title, as the document itself writes it where it does."""

    frame: Frame
    heading: tuple[Segment, ...]
    source: str | None
    published: str | None
    url: str | None
    pages: int
    groups: tuple[Group, ...]
    cite: Cite | None


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong and what to do; a template named after the status comes first."""

    frame: Frame
    status: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Field:
    """A row of the reference: a parameter, a field of a body or of a record."""

    name: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address, as the reference shows it."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    body: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One schema of the reference."""

    name: str
    description: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """The reference for developers, made from the OpenAPI document."""

    frame: Frame
    operations: tuple[Operation, ...]
    records: tuple[Record, ...]
    example: str
    problems: tuple[tuple[int, str], ...]


_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


TEMPLATES: Mapping[type, str] = {
    HomePage: "home.html",
    DocumentPage: "document.html",
    ErrorPage: "error.html",
    ReferencePage: "reference.html",
}


def render(page: HomePage | DocumentPage | ErrorPage | ReferencePage) -> str:
    """The HTML of a page; its template sees the fields of its record and nothing else.

    An error's page is made by a template named after the status, such as 404.html, where there is one.
    """
    names = [TEMPLATES[type(page)]]
    if isinstance(page, ErrorPage):
        names.insert(0, f"{page.status}.html")
    return _environment.select_template(names).render({each.name: getattr(page, each.name) for each in fields(page)})


# From an answer to what is shown


def chance(probability: float) -> Chance:
    """A probability in a plain word, with its percentage as the command line prints it.

    Args:
        probability: 0 to 1.
    """
    return Chance(next(words for least, words in _CHANCES if probability >= least), percent(probability))


def place(source: str | None, published: date | None, page: int | None, paragraph: int | None) -> tuple[str, ...]:
    """Publisher, date, page and paragraph, as far as they are known, with a capital in front."""
    known = (
        source,
        day_in_words(published) if published else "date not known",
        f"page {page}" if page else None,
        f"paragraph {paragraph}" if paragraph else None,
    )
    first, *others = (part for part in known if part)
    return (first[:1].upper() + first[1:], *others)


def cite(words: str, title: str, parts: tuple[str, ...], url: str | None) -> Cite:
    """The line to copy: the words in quotation marks, then their source."""
    where = ", ".join(parts)
    return Cite(words, where, f"“{' '.join(words.split())}” ({title}. {where}.{f' {url}' if url else ''})")


def web_address(url: str | None) -> str | None:
    """A document's own address when a browser may safely follow it, otherwise None."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def show_form(given: Mapping[str, Any], sources: Sequence[str], k_max: int, errors: Mapping[str, str]) -> Form:
    """The form with what was typed in it.

    Args:
        given: what was typed, by field; `source` is a list.
        sources: every publisher in the index.
        k_max: the most passages that may be asked for.
        errors: for each field at fault, a sentence.
    """
    chosen = given.get("source", [])
    shown = [*chosen, *(name for name in sources[:_SOURCES_SHOWN] if name not in chosen)]
    return Form(
        given.get("q", ""),
        given.get("k", "5"),
        given.get("published_from", ""),
        given.get("published_to", ""),
        tuple(Choice(name, name in chosen) for name in sorted(set(shown))),
        max(0, len(sources) - _SOURCES_SHOWN),
        k_max,
        errors,
    )


class Library(Protocol):
    """Where documents are; a snapshot is one."""

    def document(self, document_id: str, /) -> Document | None:
        """The document with that id, or None."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question was asked with, beside its words."""

    k: int
    filters: Filters
    as_typed: bool = False

    def fields(self) -> list[tuple[str, str]]:
        """The names and values that ask in the same way, in an address or a form."""
        days = (("published_from", self.filters.published_from), ("published_to", self.filters.published_to))
        fields = [("k", str(self.k)), *((name, when.isoformat()) for name, when in days if when)]
        fields += [("source", name) for name in self.filters.source]
        return [*fields, ("as_typed", "1")] if self.as_typed else fields

    def address(self, question: str) -> str:
        """Where a question is asked in the same way."""
        return f"/?{urlencode([('q', question), *self.fields()])}"


def show_understood(answer: Answer, asked: Asked) -> Understood | None:
    """How a question was read, as the page tells it; None where there is nothing to tell.

    Args:
        answer: what was found.
        asked: what it was asked with.
    """
    read = answer.interpretation
    if read is None:
        return None
    typed, meant = mended_in_words(read.mended) if read.mended else ("", "")
    shown = Understood(
        typed,
        meant,
        replace(asked, as_typed=True).address(answer.question) if read.mended else "",
        replace(asked, as_typed=False).address(answer.question) if asked.as_typed else "",
        () if answer.reason == "name_not_in_corpus" else _unknown(answer, asked),
        understood(read, answer.index.documents),
    )
    return shown or None


def _unknown(answer: Answer, asked: Asked) -> tuple[Unknown, ...]:
    """The names of a question that are in none of the documents."""
    question = answer.question
    found = []
    for name in unknown_names(answer.interpretation) if answer.interpretation else ():
        typed = question[name.start : name.end]
        ending = typed[-2:] if typed.endswith(("'s", "’s")) else ""
        others = tuple(
            (near, asked.address(question[: name.start] + near + ending + question[name.end :]))
            for near in name.nearest
        )
        found.append(Unknown(name.text, others))
    return tuple(found)


def show_answer(answer: Answer, library: Library, asked: Asked) -> ShownAnswer:
    """An answer as the page shows it.

    Args:
        answer: what was found.
        library: the snapshot that answered, for the paragraphs of each passage.
        asked: what the question was asked with.
    """
    documents = {each.citation.document_id: library.document(each.citation.document_id) for each in answer.passages}
    kinds = {"term", "quote", "value"} if answer.answer else {"term"}  # a marked sentence would look like an answer
    passages = tuple(_show_passage(each, documents[each.citation.document_id], kinds) for each in answer.passages)
    sure = chance(answer.confidence)
    if answer.answer is None:
        unknown = _unknown(answer, asked) if answer.reason == "name_not_in_corpus" else ()
        return ShownAnswer((), (), None, "", (), "", None, sure, answer.reason_text, unknown, passages)
    found, sentence = answer.answer, answer.answer.sentence
    first = next(each for each in answer.passages if each.rank == found.passage_rank)
    cited = first.citation
    document = documents[cited.document_id]
    page = document.page_at(sentence.start) if document else cited.page
    paragraph = document.paragraph_at(sentence.start) if document else cited.paragraph
    parts = place(cited.source, cited.published, page, paragraph)
    words = cite(sentence.text, cited.title, parts, web_address(cited.url))
    link = citation_link(found.document_id, sentence.start, sentence.end)
    marks = _marks(first, {"quote", "value"} if len(found.quote.split()) < len(sentence.text.split()) else {"value"})
    shifted = [Mark(mark.start - sentence.start, mark.end - sentence.start, mark.kind) for mark in marks]
    line, _ = _segments(sentence.text, 0, len(sentence.text), shifted, (), 0, False)
    groups = tuple(group_blocks(document, sentence.start, sentence.end, marks, page_starts=False)) if document else ()
    table = groups if any(group.kind == "table_row" for group in groups) else ()
    return ShownAnswer(line, table, _show_value(found), cited.title, parts, link, words, sure, "", (), passages)


def _show_value(found: Quote) -> tuple[str, str] | None:
    """What kind of value answers, and the value in words; None where the sentence says no more than that."""
    if found.value is None or found.value.text == found.sentence.text:
        return None
    return VALUES[found.value.kind], value_in_words(found.value)


def _marks(passage: RankedPassage, kinds: Collection[str]) -> list[Mark]:
    """What is to be marked of a passage, in offsets into its document."""
    start = passage.citation.start
    return [Mark(start + each.start, start + each.end, each.kind) for each in passage.highlights if each.kind in kinds]


def _show_passage(passage: RankedPassage, document: Document | None, kinds: Collection[str]) -> ShownPassage:
    cited = passage.citation
    marks = _marks(passage, kinds)
    if document is None:
        plain = Segment(passage.text)
        groups: tuple[Group, ...] = (Group("paragraph", (), (Block("paragraph", 0, (plain,)),)),)
    else:
        groups = tuple(group_blocks(document, cited.start, cited.end, marks, page_starts=False))
    shown = {
        " ".join("".join(part.text for part in block.segments).split()) for group in groups for block in group.blocks
    }
    shown.add(cited.title)
    parts = place(cited.source, cited.published, cited.page, cited.paragraph)
    return ShownPassage(
        passage.rank,
        passage.passage_id,
        cited.title,
        parts,
        " › ".join(part for part in passage.heading.split(" > ") if part not in shown),
        groups,
        cited.link,
        cite(passage.text, cited.title, parts, web_address(cited.url)),
        chance(passage.probability),
        tuple((copy.title, copy.link) for copy in passage.also_in),
    )


def show_voting(answer: Answer, asked: Asked, notice: str, passage: str) -> Voting:
    """The buttons under an answer.

    Args:
        answer: what was found.
        asked: what the question was asked with.
        notice: one of `NOTICES`; anything else is none.
        passage: the rank the notice is about, as it stands in the address.
    """
    fields = [("question", answer.question), ("snapshot", answer.index.snapshot), *asked.fields()]
    said = next((sentence for name, sentence in NOTICES.items() if name == notice), "")
    ranks = {str(each.rank): each.rank for each in answer.passages} | {"0": 0 if answer.passages else None}
    about = ranks.get(passage) if notice == "kept" else None
    return Voting(tuple(fields), COMMENT_MAX_CHARS, said, about)


def show_document(document: Document, cited: tuple[int, int] | None, index: IndexInfo) -> DocumentPage:
    """A document's page.

    Args:
        document: the document.
        cited: the half-open stretch to mark, or None.
        index: what is being searched.
    """
    marks, words = [], None
    if cited:
        start, end = cited
        marks.append(Mark(start, end, "cited"))
        parts = place(document.source, document.published, document.page_at(start), document.paragraph_at(start))
        words = cite(document.text[start:end], document.title, parts, web_address(document.url))
    groups = list(group_blocks(document, 0, len(document.text), marks, page_starts=True))
    heading: tuple[Segment, ...] = (Segment(document.title),)
    if len(groups) > 1 and _is(document.title, groups[0]):
        first = groups.pop(0)
        heading = first.blocks[0].segments
        groups[0] = replace(groups[0], pages=first.pages + groups[0].pages)
    return DocumentPage(
        frame(document.title, index),
        heading,
        document.source,
        day_in_words(document.published) if document.published else None,
        web_address(document.url),
        len(document.pages),
        tuple(groups),
        words,
    )


def _is(title: str, group: Group) -> bool:
    """Whether a group says nothing but the title."""
    said = "".join(part.text for block in group.blocks for part in block.segments)
    return said.casefold().split() == title.casefold().split()


def group_blocks(
    document: Document, start: int, end: int, marks: Sequence[Mark], *, page_starts: bool
) -> Iterator[Group]:
    """A stretch of a document as groups of blocks, ready to be shown.

    Args:
        document: the document.
        start: where the stretch starts, in code points; a paragraph that reaches beyond is cut there.
        end: where it ends, the character there not included.
        marks: what to mark, in any order; they may overlap.
        page_starts: whether to say where pages start.

    Yields:
        Lists, and table rows with as many cells, as one group each, everything else as one group a paragraph.
    """
    breaks = list(document.pages) if page_starts else []
    turned = 0
    pending = True
    run: list[Block] = []
    pages: tuple[int, ...] = ()
    for paragraph in document.paragraphs:
        first, last = max(paragraph.start, start), min(paragraph.end, end)
        if first >= last:
            continue
        before = turned
        while turned < len(breaks) and breaks[turned] <= first:
            turned += 1
        new_pages = tuple(range(before + 1, turned + 1))
        inside = turned
        while turned < len(breaks) and breaks[turned] < last:
            turned += 1
        if paragraph.kind == "table_row":
            cells = []
            for left, right in _cells(document.text, first, last):
                here = [max(edge, left) for edge in breaks[inside:turned] if edge < right]
                cell, pending = _segments(document.text, left, right, marks, here, inside + 1, pending)
                cells.append(cell)
                inside += len(here)
            block = Block("table_row", 0, (), cells=tuple(cells))
        else:
            segments, pending = _segments(document.text, first, last, marks, breaks[inside:turned], inside + 1, pending)
            marked = paragraph.kind == "list_item" and _LIST_MARKER.match(document.text, first, last) is not None
            level = min(max(paragraph.level + 1, 2), 4) if paragraph.kind == "heading" else 0
            block = Block(paragraph.kind, level, segments, marked)
        alike = run and paragraph.kind == run[-1].kind and len(block.cells) == len(run[-1].cells)
        joins = alike and not new_pages and paragraph.kind in ("list_item", "table_row")
        if not joins and run:
            yield Group(run[-1].kind, pages, tuple(run))
            run = []
        if not run:
            pages = new_pages
        run.append(block)
    if run:
        yield Group(run[-1].kind, pages, tuple(run))


def _cells(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where each cell of a table row starts and ends, the spaces around it left out."""
    separators = [(found.start(), found.end()) for found in _CELL_SEPARATOR.finditer(text, first, last)]
    for left, right in zip(
        [first, *(end for _, end in separators)], [*(start for start, _ in separators), last], strict=True
    ):
        start = left + len(text[left:right]) - len(text[left:right].lstrip())
        yield start, max(start, left + len(text[left:right].rstrip()))


def _segments(
    text: str, first: int, last: int, marks: Sequence[Mark], breaks: Sequence[int], page: int, pending: bool
) -> tuple[tuple[Segment, ...], bool]:
    """One paragraph cut wherever a mark or a page starts or ends; the second value stays true until the target is set."""
    here = [mark for mark in marks if mark.start < last and mark.end > first]
    if not here and not breaks:
        return (Segment(text[first:last]),), pending
    cuts = sorted(
        {first, last, *breaks, *(edge for mark in here for edge in (mark.start, mark.end) if first < edge < last)}
    )
    segments = []
    for left, right in pairwise(cuts):
        kinds = " ".join(sorted({mark.kind for mark in here if mark.start <= left and mark.end >= right}))
        target = pending and "cited" in kinds
        pending = pending and not target
        segments.append(
            Segment(text[left:right], kinds, target, tuple(page + n for n, edge in enumerate(breaks) if edge == left))
        )
    return tuple(segments), pending
