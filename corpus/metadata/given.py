"""What a file states of itself beside its text, and the values it states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.document import DatedBasis


@dataclass(frozen=True, slots=True)
class Given:
    """What a file states of itself beside its text: in properties, headers, front matter or linked data.

    Attributes:
        titles: what may be its title, the best first; anything but a text is passed over.
        source: its publisher.
        url: its address.
        published: what it calls its day of publication.
        dated: the day it is of, where the file names one that is no day of publication.
        dated_basis: what says so.
    """

    titles: tuple[object, ...] = ()
    source: str | None = None
    url: str | None = None
    published: date | None = None
    dated: date | None = None
    dated_basis: DatedBasis | None = None


def clean_text(value: object) -> str | None:
    """A text on one line, or None when it is empty or no text at all."""
    return (" ".join(whole(value).split()) or None) if isinstance(value, str) else None


def web_address(value: object) -> str | None:
    """An http or https address, or None when the value is not one."""
    text = clean_text(value)
    return text if text and re.fullmatch(r"https?://[^\s<>\"]{3,2000}", text) else None


def whole(text: str) -> str:
    """The text with a replacement character for each half of a surrogate pair, which is no character."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
