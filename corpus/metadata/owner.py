"""Whose paper a document is where one of its first lines says that with what kind it is, or since when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.vocabulary import alternatives, load
from corpus.metadata.imprint import EDITION_LABELS
from corpus.metadata.shape import heads_meeting, is_letterhead, is_organisation, names_paper, starts_meeting

_WORDS = load("metadata")
_OWNER_LINES = 2
_LINE_CHARS = 300
_PARTS = re.compile(r"\s{3,}|\s?[|·•]\s?|\s[–—-]\s|[.:;]\s+|\s(?=\()")
_FIRST_WORDS = alternatives([*_WORDS["published"]["first_words"], *_WORDS["updated"]["first_words"]])
_STATE = re.compile(
    rf"(?:{_FIRST_WORDS}\s+)?(?:last\s+)?{alternatives([*EDITION_LABELS, *_WORDS['stated']['labels']])}\b", re.I
)
_EDITION = re.compile(rf"\b{alternatives(_WORDS['decided']['numbered'])}\.?\s*\d", re.I)


def owner_in(lines: Sequence[str]) -> str | None:
    """Whose paper the first lines say that it is: "Larkfield Homes – staff handbook. Last changed 3 May 2024".

    Args:
        lines: the first of the document as they are written, with bars and columns in them.

    Returns:
        The name; None where the rest of its line says neither what kind of paper it is, nor who met, nor of when it is.
    """
    for line in lines[:_OWNER_LINES]:
        name, *others = _PARTS.split(line[:_LINE_CHARS].strip())
        is_owner = (is_letterhead(name) or is_organisation(name)) and not names_paper(name)
        if is_owner and any(map(_is_of_paper, others)):
            return name
    return None


def states_edition(part: str) -> bool:
    """Whether words say which edition a paper is, or since when: "Version 3, May 2023", "Approved: July 2024"."""
    return _STATE.match(part) is not None or _EDITION.search(part) is not None


def _is_of_paper(part: str) -> bool:
    return names_paper(part) or heads_meeting(part) or starts_meeting(part) or states_edition(part)
