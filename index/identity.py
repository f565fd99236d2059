"""What a passage is called: the words that tell it from a passage of another document."""

from __future__ import annotations

from datetime import date

from corpus.document import Document, Passage

IDENTITY_TOKENS = 60
"""At most about so many tokens of a passage's name are fed to the encoder, whatever the script it is written in."""

_IDENTITY_BYTES = 200


def identity(document: Document, passage: Passage) -> str:
    """Title, publisher, day of publication and headings in plain words, for postings and encoder."""
    day = day_in_words(document.published) if document.published else ""
    return ". ".join(part for part in (document.title, document.source or "", day, passage.heading) if part)


def day_in_words(day: date) -> str:
    """A day as people write it, such as "23 July 2018"."""
    return f"{day.day} {day:%B} {day.year}"


def encoder_text(document: Document, passage: Passage) -> str:
    """What the encoder is fed for a passage: its name in front of its text."""
    name = identity(document, passage).encode()[:_IDENTITY_BYTES].decode(errors="ignore")
    return f"{name}\n{passage.text}"
