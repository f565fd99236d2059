"""Whether what stands before some words in their own sentence says that they are not so."""

from __future__ import annotations

import re

from corpus.document import Document
from corpus.language.kinds import Span
from corpus.language.nearness import clause_ends
from corpus.language.vocabulary import alternatives
from corpus.structure import is_heading
from qa.citing.omitted import DENIAL, OF_A_NOUN, sentences_around

_NARROW = re.compile(OF_A_NOUN, re.I)
_OTHER_CLAUSE = re.compile(r".*(?:;|\b(?:but|while|whilst|whereas|although|though)\b)", re.I | re.S)
_SUBORDINATING = (
    *("although", "though", "while", "whilst", "when", "where", "if", "as"),
    *("because", "since", "despite", "after", "before"),
)
_LED_IN = re.compile(rf"\W*{alternatives(_SUBORDINATING)}\b[^,]*,", re.I)
"""A clause before that of the words: "When staff are not there, all wait"."""


def denial_before(document: Document, words: Span) -> tuple[str, Span]:
    """What denies words before them in their sentence, such as "not", and the sentences that they stand in.

    Of a list it is what leads in or stands in their own item.

    Args:
        document: which has the words.
        words: where they stand.

    Returns:
        "" where nothing denies them.
    """
    around = sentences_around(document.text, words)
    parts = _own(document, around[0], words[0])
    own = "\n".join(document.text[slice(*part)] for part in parts)
    for other in (_LED_IN, _OTHER_CLAUSE):
        if match := other.match(own):
            own = own[match.end() :]
    last = max(clause_ends(own), default=0)
    denying = [
        " ".join(match.group().split())
        for match in DENIAL.finditer(own)
        if match.start() >= last or not _NARROW.fullmatch(match.group())
    ]
    return (denying[-1] if denying else ""), (min(parts[0][0], around[0]), around[1])


def _own(document: Document, first: int, last: int) -> list[Span]:
    """The parts of a document before an offset that are of no other item of the list that it stands in.

    Args:
        document: which has the words.
        first: where their sentence begins.
        last: where they begin.
    """
    index = document.block_at(last)
    block = document.blocks[index] if index is not None else None
    if block is None or block.kind != "list_item":
        return [(first, last)]
    own = max(first, block.start), last
    lead = document.blocks[block.parent] if block.parent is not None else None
    if lead is None or is_heading(lead):
        return [own]
    return [(sentences_around(document.text, (lead.end - 1, lead.end))[0], lead.end), own]
