"""What a passage is called: the words that tell it from a passage of another document."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from corpus.language.folding import searchable
from corpus.language.wording import day_in_words
from corpus.structure import nearest_context

HEADER_TOKENS = 60
"""At most about so many tokens of a passage's name are fed to the encoder, whatever the script it is written in."""

_HEADER_BYTES = 200
_CONTEXT_BYTES = 100  # of these, for what leads in


class Titled(Protocol):
    """What a document is called."""

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def source(self) -> str | None:
        """Its publisher, or None."""
        ...

    @property
    def day(self) -> date | None:
        """The day by which it is filtered and ordered, or None."""
        ...


class Headed(Protocol):
    """A passage, with what stands above it."""

    @property
    def text(self) -> str:
        """Its text."""
        ...

    @property
    def heading(self) -> str:
        """The headings above it."""
        ...

    @property
    def context(self) -> str:
        """What else leads into it."""
        ...


def passage_header(document: Titled, passage: Headed) -> str:
    """Title, publisher, day, headings and what leads in, in plain words, for postings and encoder."""
    return ". ".join(part for part in (_name(document, passage), passage.context) if part)


def encoder_text(document: Titled, passage: Headed) -> str:
    """What the encoder is fed for a passage: its name and what leads in, each cut short, in front of its text.

    All of it as people would type it.
    """
    context = nearest_context(passage.context, _CONTEXT_BYTES, _bytes)
    name = _cut(_name(document, passage), _HEADER_BYTES - _bytes(context))
    return searchable("\n".join(part for part in (name, context, passage.text) if part))


def _name(document: Titled, passage: Headed) -> str:
    day = day_in_words(document.day) if document.day else ""
    return ". ".join(part for part in (document.title, document.source or "", day, passage.heading) if part)


def _bytes(text: str) -> int:
    return len(text.encode())


def _cut(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode(errors="ignore")
