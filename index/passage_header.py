"""What a passage is called: the words that tell it from a passage of another document."""

from __future__ import annotations

from corpus.document import Document, Passage
from corpus.language.wording import day_in_words

HEADER_TOKENS = 60
"""At most about so many tokens of a passage's name are fed to the encoder, whatever the script it is written in."""

_HEADER_BYTES = 200


def passage_header(document: Document, passage: Passage) -> str:
    """Title, publisher, day, headings and what leads in, in plain words, for postings and encoder."""
    day = day_in_words(document.day) if document.day else ""
    parts = (document.title, document.source or "", day, passage.heading, passage.context)
    return ". ".join(part for part in parts if part)


def encoder_text(document: Document, passage: Passage) -> str:
    """What the encoder is fed for a passage: its name in front of its text."""
    name = passage_header(document, passage).encode()[:_HEADER_BYTES].decode(errors="ignore")
    return f"{name}\n{passage.text}"
