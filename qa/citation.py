"""Citations: how a source is named beside an answer, on a terminal and in a copied line, and where it is opened."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote as url_quote

from corpus.language.wording import day_in_words
from qa.answer import Citation


def citation_link(document_id: str, start: int, end: int) -> str:
    """The address, below the service, at which a document is shown with a span of it marked."""
    return f"/documents/{url_quote(document_id, safe='')}?start={start}&end={end}#cited"


def place_in_words(
    source: str | None,
    published: date | None,
    page: int | None,
    paragraph: str | None,
    recognised: float | None = None,
) -> tuple[str, ...]:
    """Where words stand, beside the title of their document.

    Returns:
        Publisher, day of publication, page and paragraph, as far as they are known; that the day is not known is said,
        and that words were recognised in a picture, with how sure they are.
    """
    parts = (
        source,
        day_in_words(published) if published else "date not known",
        f"page {page}" if page else None,
        f"paragraph {paragraph}" if paragraph else None,
        None if recognised is None else f"text recognised from a scan, {recognised * 100:.0f} % sure",
    )
    return tuple(part for part in parts if part)


def capitalised(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a place with a capital in front, as they stand on a line of their own."""
    first, *others = parts
    return (first[:1].upper() + first[1:], *others)


def citation_line(citation: Citation) -> str:
    """A passage's source in one line: title, publisher, day, page and paragraph."""
    place = place_in_words(citation.source, citation.published, citation.page, citation.paragraph, citation.recognised)
    return ", ".join((citation.title, *place))


def copied_citation(words: str, title: str, place: tuple[str, ...], url: str | None) -> str:
    """The line to copy into a text of one's own: the words in quotation marks, then their source in brackets.

    Args:
        words: what is cited; its line breaks become spaces.
        title: of the document.
        place: where in it, as `place_in_words` gives it.
        url: the document's own address, if it has one that may be shown.
    """
    where = ", ".join(capitalised(place))
    return f"“{' '.join(words.split())}” ({title}. {where}.{f' {url}' if url else ''})"
