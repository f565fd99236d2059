"""How the words of a document are cited on a page."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Document
from qa.address import citation_link, found_at, permanent_link
from qa.answer import AnswerPart, Citation, Quote, Sentence
from qa.citing.citation import (
    Place,
    capitalised,
    copied_citation,
    noted,
    place_in_words,
    place_of,
    quoted,
    reference,
)
from qa.citing.listed import quoted_lines


@dataclass(frozen=True, slots=True)
class Cite:
    """How to cite some words of a document.

    Attributes:
        place: publisher, day, page and paragraph, as far as they are known, with a capital in front.
        text: the line to copy: quotation and reference.
        quote: the quotation alone.
        reference: the reference alone.
        address: where the words are found on the web, which ends what is copied; begins with a stroke where that is
            with this service.
        link: an address that tells what was cited, whatever becomes of the document.
        within: the same place as it stands in a sentence, after the title.
    """

    place: tuple[str, ...]
    text: str
    quote: str
    reference: str
    address: str
    link: str
    within: tuple[str, ...]

    def at(self, site: str) -> str:
        """Where the words are found on the web, in full.

        Args:
            site: the address of the service, without a stroke at its end.
        """
        return site + self.address if self.address.startswith("/") else self.address


def cite(
    words: str,
    source: Document | Citation,
    stands: Place | Citation,
    start: int | None = None,
    note: str = "",
    written: str = "",
) -> Cite:
    """How to cite words of a document.

    Args:
        words: what is cited.
        source: the document, or what a passage says of it.
        stands: the pages and paragraphs they stand in.
        start: where they start in the document's text; of a citation, where that does.
        note: what is told of them beside the reference, as `noted` gives it.
        written: the words as they are quoted; "" for how words are quoted whose document is not known.
    """
    known = place_in_words(source, stands)
    place = capitalised(known)
    written = written or quoted(words)
    copied = copied_citation(written, source, source.title, known, note)
    if isinstance(source, Document):
        document_id, first = source.id, start or 0
    else:
        document_id, first = source.document_id, source.start if start is None else start
    stood = (document_id, first, first + len(words), words)
    address, link = found_at(source.url, citation_link(*stood)), permanent_link(*stood, source.sha256)
    return Cite(place, copied, written, reference(source, source.title, known), address, link, known)


def cite_span(document: Document, start: int, end: int) -> Cite:
    """How to cite a span of a document."""
    stands, note = place_of(document, start, end), noted(document, start, end)
    return cite(document.text[start:end], document, stands, start, note, quoted_lines(document, start, end))


def cite_words(words: str, cited: Citation, start: int, document: Document | None = None) -> Cite:
    """How to cite words that a citation is of, or more of their document.

    Args:
        words: what is cited.
        cited: where it, or a part of it, stands.
        start: where it starts in the document's text.
        document: in which it stands; None where it cannot be read.
    """
    end = start + len(words)
    if document is None:
        return cite(words, cited, cited, start)
    stands = cited if (start, end) == (cited.start, cited.end) else place_of(document, start, end)
    note, written = noted(document, start, end), quoted_lines(document, start, end)
    return cite(words, cited, stands, start, note, written)


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
