"""What may be the title of a Word document, the best first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.assembly import SourceBlock
from corpus.language.lists import marker_at
from corpus.language.rows import CELL_END
from corpus.language.vocabulary import alternatives, load
from corpus.metadata.titles import labelled_titles
from corpus.word.pieces import Piece

_OPENING_BLOCKS = 40
_OPENING_CHARS = 4000
_LINE_CHARS = 160
_TABLE = load("word")
_WORD = re.compile(r"[^\W_]{4,}|[0-9]+")
_LABELLED = re.compile(r"[^:\t\n]{1,40}?\s*:\s*\S.*", re.S)
_TEMPLATE = re.compile(
    rf"{alternatives(_TABLE['titles']['template_words'])}|\.(?:docx?|docm|dotx?|dotm|rtf|odt|pdf)$|^[\[<{{].*[\]>}}]$",
    re.I,
)
_NO_TITLE = re.compile(rf"{alternatives(_TABLE['titles']['no_titles'])}\s*[\d._-]*", re.I)


def titles(pieces: Sequence[Piece], blocks: Sequence[SourceBlock], stated: str, template: str) -> list[str]:
    """What may be a document's title, the best first.

    What its front sheet calls its title or subject counts before a title in the file's properties that its first
    lines show, then what has the style of a title, then a first heading that is the only one of its level. A title
    in the properties that is shown nowhere counts after these, and not at all where it is a template's.

    Args:
        pieces: of the document.
        blocks: the same, with headings that were seen to be some.
        stated: the title in the file's properties, or "".
        template: the name of the template that the file was made with, or "".
    """
    opening = blocks[:_OPENING_BLOCKS]
    own = [] if _is_of_template(stated, template) else [stated]
    shown = _words(" ".join(_text(block) for block in opening)[:_OPENING_CHARS])
    headings = [block for block in blocks if block.kind == "heading"]
    return [
        *labelled_titles([CELL_END.join(filter(None, _texts(block))) for block in opening]),
        *(title for title in own if (words := _words(title)) and words <= shown),
        *[piece.text for piece in pieces if piece.is_title][:1],
        *(_text(block) for block in opening[:1] if _stands_alone(block, headings)),
        *own,
        *_line_above(opening, headings),
    ]


def _is_of_template(stated: str, template: str) -> bool:
    """Whether a title in the properties is a template's or the word processor's own, or says nothing."""
    stated = stated.strip()
    if not stated or _TEMPLATE.search(stated) or _NO_TITLE.fullmatch(stated):
        return True
    return stated.casefold() == template.rpartition(".")[0].strip().casefold()


def _stands_alone(block: SourceBlock, headings: Sequence[SourceBlock]) -> bool:
    """Whether a document's first block is the only heading of the highest level."""
    is_highest = block.kind == "heading" and all(other.level > block.level for other in headings if other is not block)
    return is_highest and not _is_numbered(_text(block))


def _line_above(opening: Sequence[SourceBlock], headings: Sequence[SourceBlock]) -> list[str]:
    """The first line of a document whose first heading is numbered, and so no title."""
    if not opening or opening[0].kind != "paragraph" or not headings or not _is_numbered(_text(headings[0])):
        return []
    line = _text(opening[0])
    return [line] if len(line) <= _LINE_CHARS and not _LABELLED.fullmatch(line) else []


def _is_numbered(text: str) -> bool:
    marker = marker_at(text)
    return marker is not None and not marker.text[:1].isalpha()


def _words(text: str) -> set[str]:
    """The words of a text, without small ones."""
    return set(_WORD.findall(text.casefold()))


def _text(block: SourceBlock) -> str:
    return _flat(" ".join(_texts(block)))


def _texts(block: SourceBlock) -> list[str]:
    return [_flat(cell.text) for cell in block.cells] if block.cells else [_flat(block.text)]


def _flat(text: str) -> str:
    return " ".join(text.split())
