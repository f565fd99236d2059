"""Whether what stands before some words in their own sentence says that they are not so."""

from __future__ import annotations

import re

from corpus.language.kinds import Span
from corpus.language.nearness import clause_ends
from corpus.language.vocabulary import alternatives, load
from qa.citing.omitted import sentences_around

_OF_A_NOUN = r"no|without|lack\s+of|rather\s+than|instead\s+of|(?<!\ba\s)(?:few|little)"
"""These deny only what stands in their own clause: "No visitor waits, and all are seen"."""
_MORE = rf"fail(?:s|ing|ure)?\s+to|far\s+from|hardly|barely|rarely|seldom|unlikely|untrue|{_OF_A_NOUN}"
_DENIAL = re.compile(
    rf"\b(?:{alternatives(load('predicates')['negation']['words'])}|{_MORE})(?!\w)".replace("'", "['’]")
    + r"(?!\s+(?:only|just|merely|simply|least|doubt|fewer|less|later)\b|\.?\s*\d)|\bnon-$",
    re.I,
)
_NARROW = re.compile(_OF_A_NOUN, re.I)
_OTHER_CLAUSE = re.compile(r".*(?:;|\b(?:but|while|whilst|whereas|although|though)\b)", re.I | re.S)
_SUBORDINATING = (
    *("although", "though", "while", "whilst", "when", "where", "if", "as"),
    *("because", "since", "despite", "after", "before"),
)
_LED_IN = re.compile(rf"\W*{alternatives(_SUBORDINATING)}\b[^,]*,", re.I)
"""A clause before that of the words: "When staff are not there, all wait"."""


def denial_before(text: str, words: Span) -> tuple[str, Span]:
    """What denies words before them in their sentence, such as "not", and the sentences that they stand in.

    Args:
        text: of the document that has the words.
        words: where they stand.

    Returns:
        "" where nothing denies them.
    """
    around = sentences_around(text, words)
    own = text[around[0] : words[0]]
    for other in (_LED_IN, _OTHER_CLAUSE):
        if match := other.match(own):
            own = own[match.end() :]
    last = max(clause_ends(own), default=0)
    denying = [
        " ".join(match.group().split())
        for match in _DENIAL.finditer(own)
        if match.start() >= last or not _NARROW.fullmatch(match.group())
    ]
    return (denying[-1] if denying else ""), around
