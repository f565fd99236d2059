"""Words that were broken at the end of a line, told from words that have a hyphen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.language.vocabulary import alternatives, load
from corpus.layout.page import Piece

_SUSPENDED = re.compile(rf"{alternatives(load('pages')['after_suspended_hyphen'])}\b(?!-)", re.I)


class Hyphens:
    """Tells words that were broken by a hyphen from words that have one, by how the document writes them elsewhere."""

    def __init__(self, paragraphs: Sequence[Sequence[Piece]]) -> None:
        texts = " ".join(piece.text.lower() for pieces in paragraphs for piece in pieces)
        self._count = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", texts))
        self._seams = 0  # above 0 when the words that can be told were mostly broken ones
        for pieces in paragraphs:
            for piece, following in pairwise(pieces):
                if piece.broken:
                    self._seams += self._evidence(piece.text, following.text)

    def _evidence(self, before: str, after: str) -> int:
        head, tail = _seam(before, after)
        whole, hyphened = self._count[head + tail], self._count[f"{head}-{tail}"]
        return (whole > hyphened) - (hyphened > whole)

    def join(self, pieces: Sequence[Piece]) -> str:
        """The text of lines that follow each other."""
        parts: list[str] = []
        for piece, following in pairwise([*pieces, None]):
            if piece is None:
                continue
            parts.append(piece.text)
            if following is None:
                parts.append("-" if piece.broken else "")
            elif piece.broken and _SUSPENDED.match(following.text):
                parts.append("- ")
            elif not piece.broken:
                parts.append("" if re.search(r"\w-$", piece.text) and following.text[0].isalpha() else " ")
            elif not following.text[0].islower() or (self._evidence(piece.text, following.text) or self._seams) <= 0:
                parts.append("-")
        return "".join(parts)


def _seam(before: str, after: str) -> tuple[str, str]:
    """The last word of one line and the first of the next."""
    head = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", before.lower())
    tail = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", after.lower())
    return head[0] if head else "", tail[0] if tail else ""
