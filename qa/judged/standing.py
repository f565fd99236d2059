"""Questions that ask for a judgement without a word for it: "Where do we stand with Ofsted?", "What did we get?"."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.names import bare
from corpus.language.vocabulary import alternatives, load
from index.snapshot import Snapshot
from qa.judged.subjects import Subject
from qa.memo import once_a_snapshot

TELLING_SHARE: Final = 0.5
"""Documents are about judgements where such a share of them states one; set by hand."""
_TABLE = load("judgement_questions")
_STANDING = _TABLE["standing"]
_JUDGING = re.compile(rf"\b{alternatives(_TABLE['judging'])}\b", re.I)
_WAS: Final = r"(?:is|are|was|were)"
_DID: Final = r"(?:do|does|did|has|have|had|is|are|was|were)"
_FEW: Final = "[^?]{0,80}?"
WORDS: Final = frozenset(bare(word) for phrases in _STANDING.values() for phrase in phrases for word in phrase.split())
"""The words of such a question that ask for nothing beside it."""
_HAPPENED = re.compile(rf"^\W*{alternatives(_STANDING['happened'])}\b.*\b{alternatives(_TABLE['judging'])}\b", re.I)
HOW_GOOD = re.compile(rf"\bhow\s+{alternatives(_STANDING['degrees'])}(?=\s+{_DID}\b)", re.I)
"""It asks for a grade, and names none."""
_MADE_OF = re.compile(
    rf"^\W*what\s+{_DID}\s+(?:the\s+)?{alternatives(_TABLE['judging'])}\s+{alternatives(_STANDING['opinion'])}\b", re.I
)
_NOUN_AT_END = re.compile(rf"\b{alternatives(_STANDING['nouns'])}\W*$", re.I)


def asks_standing(question: str, subject: Subject | None = None) -> bool:
    """Whether a question asks how somebody was judged, though it has no noun or verb of judging.

    Args:
        question: as it is searched.
        subject: whom it names; None for nobody.
    """
    who = _who(subject)
    verbs = "|".join(
        rf"\b{word}\s+{_DID}\b{_FEW}{who}\s+{alternatives(_STANDING[word])}\b" for word in ("how", "what", "where")
    )
    last = rf"{alternatives(_STANDING['last'])}\W*$|{who}\s+{alternatives(_STANDING['then'])}\b"
    states = rf"\bwhat\s+{_WAS}\b(?:\s+(?:the|our))?\s+(?:{last})"
    said = rf"\b{alternatives(_TABLE['judging'])}\s+{alternatives(_STANDING['says'])}\b{_FEW}{who}\s+{_WAS}\b"
    pattern = f"{verbs}|{states}|{said}"
    forms = (re.compile(pattern, re.I), _HAPPENED, _MADE_OF, HOW_GOOD, _NOUN_AT_END)
    return any(found.search(question) for found in forms)


def names_judging(question: str) -> bool:
    """Whether a question names who judges, or an inspection."""
    return _JUDGING.search(question) is not None


def names_somebody(question: str, subject: Subject | None = None) -> bool:
    """Whether a question has a word for somebody who may be judged: "we", "the service", or the subject's name."""
    return re.search(rf"{_who(subject)}\b", question, re.I) is not None


@once_a_snapshot
def is_of_judgements(snapshot: Snapshot) -> bool:
    """Whether so many documents state a judgement that a question without a word for one can only mean it."""
    telling = {index for index, _ in snapshot.judgements}
    return len(telling) >= TELLING_SHARE * len(snapshot.metadata)


def _who(subject: Subject | None) -> str:
    whose = [*_STANDING["whose"], *(subject or ())[-1:]]
    return rf"\b{alternatives(whose)}(?:['’]s)?"
