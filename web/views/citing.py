"""How the words of a document are cited on a page."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Document
from corpus.structure import paragraph_at
from qa.answer import AnswerPart, Citation, Quote, Sentence
from qa.citation import capitalised, copied_citation, noted, permanent_link, place_in_words, quoted, reference


@dataclass(frozen=True, slots=True)
class Cite:
    """How to cite some words of a document.

    Attributes:
        place: publisher, day, page and paragraph, as far as they are known, with a capital in front.
        text: the line to copy: quotation, reference and the document's own address.
        quote: the quotation alone.
        reference: the reference alone.
        link: an address that tells what was cited, whatever becomes of the document.
        note: how many points of their list the words hold, where these are not all, or the columns of their row; or "".
    """

    place: tuple[str, ...]
    text: str
    quote: str
    reference: str
    link: str
    note: str = ""


def cite(
    words: str,
    source: Document | Citation,
    page: int | None,
    paragraph: str | None,
    recognised: float | None = None,
    start: int | None = None,
    note: str = "",
) -> Cite:
    """How to cite words of a document.

    Args:
        words: what is cited.
        source: the document, or what a passage says of it.
        page: the page they stand on, if there are pages.
        paragraph: the number printed before the paragraph they stand in.
        recognised: how sure they are, where they were recognised in a picture.
        start: where they start in the document's text; of a citation, where that does.
        note: what is told of them beside the reference, as `noted` gives it.
    """
    known = place_in_words(source, page, paragraph, recognised)
    place = capitalised(known)
    copied = copied_citation(words, source, source.title, known, web_address(source.url), note)
    if isinstance(source, Document):
        document_id, first = source.id, start or 0
    else:
        document_id, first = source.document_id, source.start if start is None else start
    link = permanent_link(document_id, first, first + len(words), words, source.sha256)
    return Cite(place, copied, quoted(words), reference(source, source.title, known), link, note)


def cite_span(document: Document, start: int, end: int) -> Cite:
    """How to cite a span of a document."""
    page, paragraph = document.page_at(start), paragraph_at(document, start)
    certainty, note = document.certainty_of(start, end), noted(document, start, end)
    return cite(document.text[start:end], document, page, paragraph, certainty, start, note)


def words_to_cite(said: Quote | AnswerPart, document: Document | None) -> tuple[int, str]:
    """What is cited of an answer or a half: its sentence, or of a list that goes beyond it all of its points.

    Args:
        said: the words that answer, or a part of them.
        document: in which they stand; None where it cannot be read.

    Returns:
        Where the words start in the document's text, and the words.
    """
    items = said.items_beyond if isinstance(said, Quote) else said.parts
    spans = [(item.start, item.end) for item in items if item.start is not None and item.end is not None]
    sentence = said.sentence or Sentence(said.quote, said.start or 0, said.end or 0)
    if document is None or not spans:
        return sentence.start, sentence.text
    starts, ends = zip((sentence.start, sentence.end), *spans, strict=True)
    return min(starts), document.text[min(starts) : max(ends)]


def web_address(url: str | None) -> str | None:
    """A document's own address when a browser may safely follow it, otherwise None."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
