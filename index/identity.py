"""What a passage is called: the words that tell it from a passage of another document."""

from __future__ import annotations

from corpus.document import Document, Passage

IDENTITY_TOKENS = 60
"""At most about so many tokens of a passage's name are fed to the encoder, whatever the script it is written in."""

_IDENTITY_BYTES = 200


def identity(document: Document, passage: Passage) -> str:
    """Title, publisher, day of publication and headings in plain words, for postings and encoder."""
    published = document.published
    day = f"{published.day} {published:%B %Y}" if published else ""
    return ". ".join(part for part in (document.title, document.source or "", day, passage.heading) if part)


def encoder_text(document: Document, passage: Passage) -> str:
    """What the encoder is fed for a passage: its name in front of its text."""
    name = identity(document, passage).encode()[:_IDENTITY_BYTES].decode(errors="ignore")
    return f"{name}\n{passage.text}"
