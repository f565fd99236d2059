"""What parts of a page other than headings are: captions, notes, entries of a table of contents, items of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from statistics import median

from corpus.language.vocabulary import alternatives, load
from corpus.layout.drafts import ITEM, Draft
from corpus.layout.page import Piece, Style

_SMALL = 0.92  # of the body's line height
_CAPTION_MAX_CHARS = 300
_CAPTION_PLAIN_MAX_CHARS = 120  # of a caption without a mark after its number
_WORDS = load("pages")
_CONTENTS = re.compile(rf"(?:\d+\.?\s+)?{alternatives(_WORDS['contents'])}\W*$", re.I)
_CAPTION = re.compile(
    rf"{alternatives(_WORDS['captions'])}\s*(?:\d{{1,3}}|[A-Z])(?:[.-]?\d{{1,3}})*[a-z]?(?P<mark>\s*[:.–—-])?(?:\s+(?P<rest>\S.*))?$",
    re.I,
)
_SENTENCE = re.compile(rf"{alternatives(_WORDS['caption_goes_on'])}\b", re.I)
_NOTE = re.compile(r"(?:[(\[]?\d{1,3}[\])]?[.)]?|[*†‡§#]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[a-z][.)])\s*[^\W\d_“‘(]*[“‘(]?\S")
_ENTRY_MAX_CHARS = 250
_ENTRY_NUMBER = re.compile(r"\d{1,4}|[ivxl]{1,6}")


def tell_parts(drafts: Sequence[Draft], style: Style) -> None:
    """Say of drafts that are no headings what they are; what is set like a heading may be the caption of a table.

    Args:
        drafts: of one page in reading order, headings told.
        style: of the document's body.
    """
    for draft, following in zip_longest(drafts, drafts[1:]):
        if draft.kind == "heading" and following is not None and following.row is not None and _is_caption(draft.text):
            draft.kind, draft.level = "caption", 0
        if draft.kind != "paragraph" or draft.row is not None:
            continue
        if draft.first.role == "comment":
            draft.kind = "note"
        elif draft.last.role == "entry":
            draft.kind = "list_item"
        elif _is_caption(draft.text):
            draft.kind = "caption"
    _tell_notes(drafts, style)


def _is_caption(text: str) -> bool:
    match = _CAPTION.match(text) if len(text) <= _CAPTION_MAX_CHARS else None
    if match is None:
        return False
    if match["rest"] is None or match["mark"]:
        return True
    return (
        len(text) <= _CAPTION_PLAIN_MAX_CHARS
        and match["rest"][0].isupper()
        and not _SENTENCE.match(match["rest"])
        and not text.endswith(".")
    )


def _tell_notes(drafts: Sequence[Draft], style: Style) -> None:
    """Say which of the small lines at a page's foot are notes."""
    foot = len(drafts)
    while foot and _is_small(drafts[foot - 1], style):
        foot -= 1
    if not foot:
        return
    is_note = False
    for draft in drafts[foot:]:
        if draft.kind == "furniture":
            continue
        is_note = is_note or _NOTE.match(draft.text) is not None
        if is_note and draft.kind in ("paragraph", "list_item"):
            draft.kind = "note"


def _is_small(draft: Draft, style: Style) -> bool:
    if draft.kind in ("furniture", "note"):
        return True
    return draft.kind == "paragraph" and median(piece.height for piece in draft.pieces) <= _SMALL * style.height


def entries_told(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts with the rows below a heading such as "Contents" as items, where each ends in the number of a page."""
    page = 0  # on which a table of contents stands
    opened: Draft | None = None  # a line that may be the first of an entry
    for draft in drafts:
        entry = _entry(draft) if page else None
        if entry is not None:
            page = draft.page
            if opened is not None and opened.page == page and entry.text[0].islower():
                entry.pieces[:0] = opened.pieces
            elif opened is not None:
                yield opened
            opened = None
            yield entry
            continue
        if opened is not None:
            yield opened
            opened = None
        if draft.kind in ("heading", "paragraph") and draft.row is None and _CONTENTS.match(draft.text):
            page = draft.page
        elif draft.page != page or len(draft.text) > _ENTRY_MAX_CHARS:
            page = 0
        if page and draft.kind == "paragraph" and draft.row is None and draft.page == page:
            opened = draft
        else:
            yield draft
    if opened is not None:
        yield opened


def _entry(draft: Draft) -> Draft | None:
    """A row that is an entry of a table of contents, as an item."""
    filled = [cell for cell in draft.row.cells if cell.pieces] if draft.row else []
    if len(filled) < 2 or not _ENTRY_NUMBER.fullmatch(filled[-1].text):
        return None
    pieces = [piece for cell in filled for piece in cell.pieces]
    return Draft(draft.page, [*pieces[:-1], replace(pieces[-1], role="entry")], kind="list_item")


def tell_items(drafts: Sequence[Draft]) -> None:
    """Say which drafts are items of lists, and how deep each stands by its indentation."""
    open_items: list[tuple[float, float]] = []  # where items and their texts begin, the outermost first
    for draft in drafts:
        if draft.row is not None or draft.kind in ("note", "caption", "furniture"):
            continue
        if draft.kind == "heading":
            open_items.clear()
            continue
        if draft.kind == "list_item" or ITEM.match(draft.text):
            draft.kind = "list_item"
            draft.level = _depth(open_items, draft.first)
        else:
            draft.level = _depth_inside(open_items, draft.first)
            if not draft.level:
                open_items.clear()


def _depth(open_items: list[tuple[float, float]], piece: Piece) -> int:
    tolerance = 0.5 * piece.height
    while open_items and open_items[-1][0] > piece.left + tolerance:
        open_items.pop()
    if open_items and abs(open_items[-1][0] - piece.left) <= tolerance:
        open_items.pop()
    text_left = piece.words[1].left if len(piece.words) > 1 else piece.left + piece.height
    open_items.append((piece.left, text_left))
    return len(open_items)


def _depth_inside(open_items: Sequence[tuple[float, float]], piece: Piece) -> int:
    """The depth of the item that a paragraph without a number or sign goes on in; 0 for none."""
    tolerance = 0.5 * piece.height
    return next(
        (
            depth
            for depth, (left, text_left) in reversed(list(enumerate(open_items, start=1)))
            if piece.left >= text_left - tolerance and piece.left > left + tolerance
        ),
        0,
    )
