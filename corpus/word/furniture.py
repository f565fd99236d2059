"""Headers and footers of a Word document: which of them are shown, and what of these is worth keeping."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lxml.etree import _Element

from corpus.assembly import SourceBlock
from corpus.language.vocabulary import alternatives, load
from corpus.word.lines import PAGE_NUMBER
from corpus.word.names import RELATIONSHIPS, WORD, switch
from corpus.word.pieces import Piece

_WORDS = alternatives(load("word")["pages"]["words"])
_NUMBERING = re.compile(
    rf"(?:\b{_WORDS}\b[\s.:]*)?{PAGE_NUMBER}(?:\s*(?:/|\b{_WORDS}\b)?[\s.:]*{PAGE_NUMBER})?(?:\s*\b{_WORDS}\b)?", re.I
)
_ONLY_WORDS = re.compile(_WORDS, re.I)
_ENDS = " \t\n|/-–—•·~"


@dataclass(frozen=True, slots=True)
class Section:
    """A section's headers and footers.

    Attributes:
        headers, footers: the ids by which the main part refers to those that are shown, the first page's first.
    """

    headers: tuple[str, ...]
    footers: tuple[str, ...]


def section(properties: _Element, *, has_even_pages: bool) -> Section:
    """A section as its properties declare it.

    Args:
        properties: the section's.
        has_even_pages: whether the document has other headers on even pages.
    """
    shown = ["default"]
    if switch(properties, "titlePg"):
        shown.insert(0, "first")
    if has_even_pages:
        shown.append("even")
    return Section(_references(properties, "header", shown), _references(properties, "footer", shown))


def _references(properties: _Element, name: str, shown: list[str]) -> tuple[str, ...]:
    by_type = {
        one.get(WORD + "type", "default"): one.get(RELATIONSHIPS + "id", "")
        for one in properties.findall(f"{WORD}{name}Reference")
    }
    return tuple(by_type[kind] for kind in shown if kind in by_type)


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
        lines = [line.strip(_ENDS) for line in _NUMBERING.sub(PAGE_NUMBER, piece.text).split(PAGE_NUMBER)]
        text = " ".join(line for line in lines if line and not (len(lines) > 1 and _ONLY_WORDS.fullmatch(line)))
        if any(char.isalnum() for char in text) and text not in said:
            texts[text] = None
    return [SourceBlock(text, "furniture") for text in texts]
