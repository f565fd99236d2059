"""Addresses: where the service opens a document, and what tells whether cited words still stand in it."""

from __future__ import annotations

import hashlib
from typing import Final
from urllib.parse import quote as url_quote
from urllib.parse import urlencode

_LINK_MAX_CHARS: Final = 2_000
"""Word processors and spreadsheets refuse longer addresses, and documents of this service longer words."""
_CHECK_CHARS: Final = 8


def citation_link(document_id: str, start: int, end: int, words: str) -> str:
    """The address, below the service, at which a document is shown with words of it marked while they stand there.

    Args:
        document_id: of the document.
        start, end: where the words stand.
        words: what stands there, of which the address holds enough to tell whether it still does.
    """
    told = urlencode({"start": start, "end": end, "check": check_of(words)})
    return f"/documents/{url_quote(document_id, safe='')}?{told}#cited"


def document_link(document_id: str) -> str:
    """The address, below the service, at which a document is shown."""
    return f"/documents/{url_quote(document_id, safe='')}"


def permanent_link(document_id: str, start: int, end: int, words: str, sha256: str) -> str:
    """The address of cited words that tells, whatever becomes of the document, what was cited.

    Where that would be too long for other programs it is the short one, which only tells whether they still stand.

    Args:
        document_id: of the document.
        start, end: where the words stand.
        words: what stands there.
        sha256: of the file.
    """
    told = urlencode({"start": start, "end": end, "words": words, "file": sha256[:16]})
    link = f"/documents/{url_quote(document_id, safe='')}?{told}#cited"
    return link if len(link) <= _LINK_MAX_CHARS else citation_link(document_id, start, end, words)


def check_of(words: str) -> str:
    """What tells whether words are still the same: the beginning of their SHA-256."""
    return hashlib.sha256(words.encode()).hexdigest()[:_CHECK_CHARS]
