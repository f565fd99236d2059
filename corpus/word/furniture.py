"""Headers and footers of a Word document: what of them is worth keeping, each thing once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from corpus.assembly import SourceBlock
from corpus.language.vocabulary import alternatives, load
from corpus.word.lines import PAGE_NUMBER
from corpus.word.pieces import Piece

_WORDS = alternatives(load("word")["pages"]["words"])
_NUMBERING = re.compile(
    rf"(?:\b{_WORDS}\b[\s.:]*)?{PAGE_NUMBER}(?:\s*(?:/|\b{_WORDS}\b)?[\s.:]*{PAGE_NUMBER})?(?:\s*\b{_WORDS}\b)?", re.I
)
_ENDS = " \t\n|/-–—•·~"


def furniture(pieces: Iterable[Piece], said: Collection[str]) -> list[SourceBlock]:
    """What headers or footers say, without the numbers of pages.

    Args:
        pieces: what they hold.
        said: texts that stand elsewhere already.

    Returns:
        Each text once, and none without a letter or digit.
    """
    texts: dict[str, None] = {}
    for piece in pieces:
        lines = _NUMBERING.sub(PAGE_NUMBER, piece.text).split(PAGE_NUMBER)
        text = " ".join(part for line in lines if (part := line.strip(_ENDS)))
        if any(char.isalnum() for char in text) and text not in said:
            texts[text] = None
    return [SourceBlock(text, "furniture") for text in texts]
