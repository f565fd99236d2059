"""From what stands on printed pages to blocks of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.assembly import SourceBlock, SourceCell
from corpus.layout.columns import in_reading_order
from corpus.layout.drafts import Draft, drafts_of, joined_over_pages
from corpus.layout.furniture import Body, without_furniture
from corpus.layout.headings import with_headings
from corpus.layout.hyphens import Hyphens
from corpus.layout.page import Page, Piece, Style, usual_style
from corpus.layout.parts import entries_told, tell_items, tell_parts

_NUMBER_STUCK = re.compile(r"(\(?\d{1,3}[.)])(?=[^\W\d_])")  # a tab that the file does not spell out


def find_blocks(pages: Sequence[Page]) -> list[SourceBlock]:
    """Put what stands on pages together to blocks.

    Page furniture is kept once: what a good share of the pages says in the margin at the same height, word for word
    but for the number of the page, with a gap between it and the text. Columns are read one after the other. Lines
    that run on are joined, over page ends too; words broken at a line's end are joined; paragraphs end at a wider gap,
    an indentation, a bullet, a change of type or a line that could have held the next word. Cells beside each other
    make a table row. Lines in larger or bolder type than the body are headings, larger type the higher level.

    Args:
        pages: in the order of the file.

    Returns:
        The blocks in reading order, with their pages from 1.
    """
    bodies = without_furniture(pages)
    style = usual_style(body.lines for body in bodies)
    drafts = with_headings([draft for body in bodies for draft in _drafts(body, style)], style)
    drafts = list(entries_told(drafts))
    for _, group in groupby(drafts, key=lambda draft: draft.page):
        tell_parts(list(group), style)
    drafts = joined_over_pages(drafts)
    tell_items(drafts)
    hyphens = Hyphens([run for draft in drafts for run in draft.runs()])
    return [_block(draft, hyphens) for draft in drafts]


def _drafts(body: Body, style: Style) -> Iterator[Draft]:
    number = body.page.number
    yield from (_furniture(text, number) for text in body.above)
    yield from drafts_of(in_reading_order(body.page, body.lines, style), number, style)
    yield from (_furniture(text, number) for text in body.below)


def _furniture(text: str, number: int) -> Draft:
    return Draft(number, [Piece(text, 0.0, 0.0, 0.0, 0.0, bold=False, first_word=0.0)], kind="furniture")


def _block(draft: Draft, hyphens: Hyphens) -> SourceBlock:
    if draft.row is not None:
        cells = (SourceCell(hyphens.join(cell.pieces), cell.span, cell.names, cell.goes_on) for cell in draft.row.cells)
        return SourceBlock("", "table_row", page=draft.page, cells=tuple(cells))
    whole = hyphens.join([*draft.pieces, *draft.next_page])
    if _NUMBER_STUCK.match(whole):
        whole = _NUMBER_STUCK.sub(r"\1 ", whole, count=1)
    continued = hyphens.join(draft.next_page)
    if draft.next_page and draft.pieces[-1].broken:  # the word stays whole, on the page where it starts
        continued = continued.split(" ", 1)[1] if " " in continued else ""
    text = whole[: len(whole) - len(continued)]
    return SourceBlock(text, draft.kind, draft.level, draft.page, continued)
