"""Addresses: where the service opens a document, and what tells whether cited words still stand in it."""

from __future__ import annotations

import hashlib
import re
from typing import Final
from urllib.parse import quote as url_quote
from urllib.parse import urlencode

_LINK_MAX_CHARS: Final = 2_000
"""Word processors and spreadsheets refuse longer addresses, and documents of this service longer words."""
_CHECK_CHARS: Final = 8
_LOOKED_AROUND_CHARS: Final = 50_000
"""So far around the place where words stood they are looked for, and less far if they are many:"""
_CHECKED_CHARS: Final = 25_000_000
"""their length times that distance is this at most."""
_WORD: Final = re.compile(r"\w+|[^\w\s]")


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


def own_address(url: str | None) -> str | None:
    """A document's own address when a browser may safely follow it, otherwise None."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def found_at(url: str | None, link: str) -> str:
    """Where on the web cited words are found: at the document's own address or, where it has none, with this service.

    Args:
        url: what the document gives as its own address; None for none.
        link: where the service shows the words, below its own address.
    """
    return own_address(url) or link


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


def find_checked(text: str, start: int, end: int, check: str) -> tuple[int, int] | None:
    """Where words stand of which only their place of before and what `check_of` gave for them is known.

    Args:
        text: in which they are looked for, in their place first and then around it, the nearest first.
        start, end: where they stood; no words where the end is not behind the start.
        check: what tells of them.

    Returns:
        Half-open offsets; None where nothing of their length that begins and ends with whole words is the same.
    """
    length = end - start
    if length < 1:
        return None
    if end <= len(text) and check_of(text[start:end]) == check:
        return start, end
    reach = min(_LOOKED_AROUND_CHARS, _CHECKED_CHARS // length)
    words = [word.span() for word in _WORD.finditer(text, max(start - reach, 0), end + reach)]
    ends = {last for _, last in words}
    starts = sorted((first for first, _ in words if first + length in ends), key=lambda first: abs(first - start))
    return next(((at, at + length) for at in starts if check_of(text[at : at + length]) == check), None)
