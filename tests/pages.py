"""Documents and answers for the tests of pages, and what a page shows of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.document import Block, Document
from corpus.language.kinds import Value
from qa.address import citation_link
from qa.answer import Answer, Citation, Highlight, IndexInfo, Quote, RankedPassage, Sentence
from qa.request import AskRequest, Filters
from qa.settings import Settings
from web.request_models import request_schema
from web.views.blocks import Group

INFO = IndexInfo("x", 1, 1)


ASKED = AskRequest("Q?", k=3, filters=Filters(published_from=date(2020, 1, 1), source=("A & B",)))
SCHEMA = request_schema(Settings.model_construct())


def document(text: str, paragraphs: tuple[Block, ...], pages: tuple[int, ...] = ()) -> Document:
    return Document(
        "a/b c.txt",
        "A title",
        text,
        "A publisher",
        "https://example.org/",
        date(2022, 9, 9),
        "text/plain",
        "0" * 64,
        pages,
        paragraphs,
    )


class OnlyOne:
    """A library of one document."""

    def __init__(self, document: Document) -> None:
        self.only = document

    def document(self, document_id: str, /) -> Document | None:
        return self.only if document_id == self.only.id else None


def answer_from(
    read: Document, value: tuple[int, int, Value] | None = None, quote: tuple[int, int] | None = None
) -> Answer:
    """An answer whose sentence is the whole of a document; it quotes a part of it, or all, and has a value in it."""
    end = len(read.text)
    start, stop = quote or (0, end)
    cited = Citation(
        read.id,
        read.title,
        read.source,
        read.url,
        read.published,
        read.dated,
        read.dated_basis,
        dict(read.labels),
        None,
        "1",
        0,
        end,
        read.sha256,
        "/documents/x",
    )
    found = Quote(
        read.text[start:stop], read.id, start, stop, 1, Sentence(read.text, 0, end), cited, value[2] if value else None
    )
    marks = (Highlight(start, stop, "quote"), *([Highlight(value[0], value[1], "value")] if value else []))
    passage = RankedPassage(1, f"{read.id}:0-{end}", read.text, "", "", 0.9, {}, marks, cited)
    return Answer("Q?", "answered", None, 0.9, found, (passage,), IndexInfo("x", 1, 1), 1.0)


def written(groups: list[Group]) -> list[str]:
    return ["".join(part.text for part in block.segments) for group in groups for block in group.blocks]


def rows(groups: list[Group]) -> list[list[list[str]]]:
    return [
        [["".join(part.text for part in cell.segments) for cell in block.cells] for block in group.blocks]
        for group in groups
    ]


def table(*lines: str) -> Document:
    text, paragraphs = "", list[Block]()
    for line in lines:
        paragraphs.append(Block(len(text), len(text) + len(line), "table_row"))
        text += line + "\n"
    return document(text, tuple(paragraphs))


SHUT = document("First words.\n\nIt shut in May 2013 for good.", (Block(0, 12), Block(14, 43)))


def shut(quote: str, value: str = "") -> Answer:
    """An answer whose sentence is the second of a document, and which quotes these words of it."""
    answer = answer_from(SHUT)
    start, day = SHUT.text.index(quote), SHUT.text.index(value)
    found = Quote(
        quote,
        SHUT.id,
        start,
        start + len(quote),
        1,
        Sentence(SHUT.text[14:], 14, 43),
        replace(
            answer.passages[0].citation,
            paragraph=None,
            start=14,
            end=43,
            link=citation_link(SHUT.id, 14, 43, SHUT.text[14:43]),
        ),
        Value("date", value, "2013-05") if value else None,
    )
    marks = (
        Highlight(start, start + len(quote), "quote"),
        *([Highlight(day, day + len(value), "value")] if value else []),
    )
    return replace(answer, answer=found, passages=(replace(answer.passages[0], highlights=marks),))
