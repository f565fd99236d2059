"""Headings: lines in larger or bolder type than the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from corpus.language.vocabulary import alternatives, load
from corpus.layout.drafts import BULLET_SIGN, Draft
from corpus.layout.page import BIGGER, Style, rounded
from corpus.layout.tables import GOES_ON_WORD

_MAX_CHARS = 220
_MAX_LINES = 4
_LINES = load("metadata")["lines"]
_FACT = re.compile(rf"\b{alternatives(_LINES['facts'])}\b[^:]{{0,20}}:", re.I)
_ENDED = re.compile(r"[.;,][\d⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}$")
_GOES_ON = re.compile(rf"(?:{GOES_ON_WORD}|[:&])$", re.I)


def with_headings(drafts: Sequence[Draft], style: Style) -> list[Draft]:
    """Say which drafts are headings, and of which level: 1 for the largest type.

    Args:
        drafts: in reading order.
        style: of the document's body.

    Returns:
        The drafts; parts of one heading that stand apart are put together.
    """
    headings = [draft for draft in drafts if _is_heading(draft, style)]
    looks = {
        id(draft): (rounded(median(piece.height for piece in draft.pieces)), draft.first.bold) for draft in headings
    }
    ranks = sorted(set(looks.values()), reverse=True)
    kept: list[Draft] = []
    for draft in drafts:
        if id(draft) in looks:
            draft.kind = "heading"
            draft.level = min(1 + ranks.index(looks[id(draft)]), 6)
            above = kept[-1] if kept else None
            if above and above.kind == "heading" and above.page == draft.page and _is_cut(above, draft):
                above.pieces += draft.pieces
                above.level = min(above.level, draft.level)
                continue
        kept.append(draft)
    return kept


def _is_cut(above: Draft, below: Draft) -> bool:
    """Whether two headings are one, by their wording and size."""
    if not 0.75 < above.last.height / below.first.height < 1.33:
        return False
    return below.first.text[0].islower() or _GOES_ON.search(above.last.text) is not None


def _is_heading(draft: Draft, style: Style) -> bool:
    pieces = draft.pieces
    if draft.kind != "paragraph" or draft.row is not None or len(pieces) > _MAX_LINES or pieces[0].role:
        return False
    text = draft.text
    if (
        len(text) > _MAX_CHARS
        or _ENDED.search(text)
        or BULLET_SIGN.match(text)
        or sum(char.isalpha() for char in text) < 3
    ):
        return False
    is_larger = min(piece.height for piece in pieces) >= BIGGER * style.height
    is_bolder = (
        not style.bold
        and all(piece.bold for piece in pieces)
        and min(piece.height for piece in pieces) >= 0.95 * style.height
    )
    return (is_larger or is_bolder) and not _FACT.search(text)
