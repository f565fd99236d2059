"""Which of a mail's texts to read where it says the same in several ways, and several texts as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.assembly import Assembled
from corpus.document import Block
from corpus.language.vocabulary import load

_SAYS: tuple[str, ...] = tuple(load("mail")["stub"]["says"])
_STUB_WORDS = 60
"""A plain part of more words says something itself, whatever else it says."""
_SAME_SHARE = 0.8
"""A plain part that holds so much of the letter in HTML says the same."""
_MUCH_SHORTER = 0.5
_ADDRESS = re.compile(r"<?\b(?:https?://|www\.)[^\s>]+>?")


def is_stub(plain: str, rich: str) -> bool:
    """Whether the plain text of a letter only stands in for the one in HTML.

    Args:
        plain: the plain text, not blank.
        rich: the text of the letter in HTML, not blank.
    """
    own, other = (re.findall(r"\w+", _ADDRESS.sub(" ", text).casefold()) for text in (plain, rich))
    if len(own) < _MUCH_SHORTER * len(other):
        return True
    if sum(word in set(own) for word in other) >= _SAME_SHARE * len(other):
        return False
    said = " ".join(plain.casefold().replace("’", "'").split())
    return len(own) <= _STUB_WORDS and any(words in said for words in _SAYS)


def joined(texts: Sequence[Assembled]) -> Assembled:
    """Several texts as one, each behind the other; pages are kept of one alone."""
    if len(texts) == 1:
        return texts[0]
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for text in texts:
        own = text.text.rstrip()
        first = len(blocks)
        blocks += (_moved(block, length, first) for block in text.blocks)
        parts.append(own)
        length += len(own) + 2
    return Assembled("\n\n".join(parts), tuple(blocks), ())


def _moved(block: Block, chars: int, blocks: int) -> Block:
    """A block of a text that stands behind others."""
    return replace(
        block,
        start=block.start + chars,
        end=block.end + chars,
        parent=None if block.parent is None else block.parent + blocks,
        cells=tuple(replace(cell, start=cell.start + chars, end=cell.end + chars) for cell in block.cells),
    )
