"""How the words of a document are cited on a page."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Document
from qa.answer import Citation
from qa.citation import capitalised, copied_citation, place_in_words


@dataclass(frozen=True, slots=True)
class Cite:
    """How to cite some words of a document.

    Attributes:
        place: publisher, day, page and paragraph, as far as they are known, with a capital in front.
        where: the parts of the place in one line.
        text: the line to copy.
    """

    place: tuple[str, ...]
    where: str
    text: str


def cite(
    words: str, source: Document | Citation, page: int | None, paragraph: str | None, recognised: float | None = None
) -> Cite:
    """How to cite words of a document.

    Args:
        words: what is cited.
        source: the document, or what a passage says of it.
        page: the page they stand on, if there are pages.
        paragraph: the number printed before the paragraph they stand in.
        recognised: how sure they are, where they were recognised in a picture.
    """
    known = place_in_words(source, page, paragraph, recognised)
    place = capitalised(known)
    copied = copied_citation(words, source, source.title, known, web_address(source.url))
    return Cite(place, ", ".join(place), copied)


def web_address(url: str | None) -> str | None:
    """A document's own address when a browser may safely follow it, otherwise None."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
