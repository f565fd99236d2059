"""Headings that no style declares: a line alone, bold or underlined, with prose after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.assembly import SourceBlock
from corpus.language.lists import marker_at
from corpus.language.vocabulary import alternatives, load
from corpus.word.pieces import Piece

_HEADING_CHARS = 120
_HEADING_WORDS = 16
_LABEL_WORDS = 6
_PROSE_WORDS = 8
_EMPHASISED_MAX_SHARE = 0.5
_LEVELS = 6
_NO_END = ".,;"
_FACT = re.compile(r".{1,40}:\s*\S")
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"”’')\]]*$")
_CAPTION = re.compile(rf"{alternatives(load('word')['captions']['names'])}\s*(?:[0-9]|(?-i:[A-Z]\b))", re.I)


def with_headings(pieces: Sequence[Piece]) -> list[SourceBlock]:
    """The blocks of a document, where lines that look like headings and captions are such.

    Args:
        pieces: in their order.
    """
    is_plain = _emphasised_share(pieces) <= _EMPHASISED_MAX_SHARE
    levels = _Levels()
    blocks: list[SourceBlock] = []
    for piece, following in _with_following(pieces):
        block = piece.block
        if block.kind == "heading":
            levels.open(block.level)
        elif following is not None and is_plain and _is_heading(piece, following):
            block = replace(block, kind="heading", level=levels.of(piece))
        elif following is not None and _is_caption(piece, following):
            block = replace(block, kind="caption", level=0)
        blocks.append(block)
    return blocks


class _Levels:
    """The headings that are open: those of styles, and those that were only seen to be some."""

    def __init__(self) -> None:
        self._styled = 0
        self._numbered = 0

    def open(self, level: int) -> None:
        """Open a heading of a style."""
        self._styled, self._numbered = level, 0

    def of(self, piece: Piece) -> int:
        """The level of a heading that no style declares."""
        marker = marker_at(piece.text)
        depth = len(marker.levels) if marker is not None else 0
        if depth:
            self._numbered = depth
        else:
            depth = self._numbered + 1
        return min(self._styled + depth, _LEVELS)


def _with_following(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece | None]]:
    """Each piece with the one that follows it, notes passed over."""
    following: Piece | None = None
    pairs: list[tuple[Piece, Piece | None]] = []
    for piece in reversed(pieces):
        pairs.append((piece, following))
        if piece.block.kind != "note":
            following = piece
    return reversed(pairs)


def _emphasised_share(pieces: Sequence[Piece]) -> float:
    """How much of the text in paragraphs is set off."""
    lengths = [
        (len(piece.text), _is_set_off(piece)) for piece in pieces if piece.block.kind in ("paragraph", "list_item")
    ]
    total = sum(length for length, _ in lengths)
    return sum(length for length, is_set_off in lengths if is_set_off) / total if total else 0


def _is_set_off(piece: Piece) -> bool:
    return piece.is_bold or piece.is_underlined


def _is_heading(piece: Piece, following: Piece) -> bool:
    if not _is_set_off(piece) or piece.block.kind not in ("paragraph", "list_item"):
        return False
    text = piece.text
    is_bullet = piece.block.kind == "list_item" and not piece.block.marker
    if is_bullet or len(text) > _HEADING_CHARS or len(text.split()) > _HEADING_WORDS or text[-1] in _NO_END:
        return False
    if _FACT.match(text) or not any(char.isalpha() for char in text):
        return False
    if text.endswith(":"):
        return len(text.split()) <= _LABEL_WORDS and following.block.kind == "paragraph" and _is_prose(following)
    if marker_at(text) is not None and following.block.kind == "paragraph" and not _is_set_off(following):
        return True
    return _is_prose(following) or _goes_deeper(piece, following)


def _is_prose(piece: Piece) -> bool:
    """Whether something is what a heading stands above."""
    if piece.block.kind in ("table_row", "caption"):
        return True
    if _is_set_off(piece) or piece.block.kind == "heading":
        return False
    text = piece.text
    return (
        piece.block.kind == "list_item" or len(text.split()) >= _PROSE_WORDS or _ENDS_SENTENCE.search(text) is not None
    )


def _goes_deeper(piece: Piece, following: Piece) -> bool:
    """Whether two lines that are set off are numbered as a heading and the first one below it."""
    if not _is_set_off(following):
        return False
    outer, inner = marker_at(piece.text), marker_at(following.text)
    return outer is not None and inner is not None and 0 < len(outer.levels) < len(inner.levels)


def _is_caption(piece: Piece, following: Piece) -> bool:
    """Whether a line names the table that follows it."""
    is_line = piece.block.kind == "paragraph" and len(piece.text) <= 2 * _HEADING_CHARS
    return is_line and following.block.kind == "table_row" and _CAPTION.match(piece.text) is not None
